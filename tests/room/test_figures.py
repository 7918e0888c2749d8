"""Figures as each language prints them."""

from __future__ import annotations

import pytest

from game.language import Tongue, speaking
from game.room.figures import figure


@pytest.mark.parametrize(("code", "said"), [
    ("en", ["0", "999", "1,000", "5,000", "12,345"]), ("de", ["0", "999", "1.000", "5.000", "12.345"]),
    ("es", ["0", "999", "1000", "5000", "12\u00a0345"]),
])
def test_thousands_are_parted_as_the_language_does_it(code: str, said: list[str]):
    """A comma, a point, or nothing up to four digits and a space that does not break beyond."""
    with speaking(Tongue(code)):
        assert said == [figure(value) for value in (0, 999, 1_000, 5_000, 12_345)]
