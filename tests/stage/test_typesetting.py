"""Words become lines as a compositor would set them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.stage.page import Style
from game.stage.typesetting import balance, typographic, wrap

BODY = Style("any", 10)


def ten_a_letter(text: str, style: Style) -> float:
    return len(text) * style.size


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('She said "Five!" to me.', "She said “Five!” to me."),
        ("It's Dana's", "It’s Dana’s"),
        ("'So,' he said", "‘So,’ he said"),
        ("wait...", "wait…"),
        ("ten -- or eleven", "ten – or eleven"),
        ("the '80s", "the ’80s"),
        ("“kept” as ‘typed’", "“kept” as ‘typed’"),
    ],
)
def test_quotes_and_dashes_are_typographic(typed: str, printed: str):
    """What a trainer types on any keyboard is printed as in a newspaper."""
    assert printed == typographic(typed)


@given(st.text(alphabet="abc defghij\n", max_size=120), st.integers(20, 400))
def test_no_word_is_lost_in_wrapping(text: str, width: int):
    """Line breaking keeps every letter, whatever the measure."""
    assert "".join(text.split()) == "".join("".join(line.split()) for line in wrap(text, BODY, width, ten_a_letter))


@given(st.text(alphabet="abc defghij", max_size=160), st.integers(20, 400))
def test_no_line_is_wider_than_the_measure(text: str, width: int):
    """A word longer than a line is broken, so that nothing runs off the page."""
    assert all(ten_a_letter(line, BODY) <= width for line in wrap(text, BODY, width, ten_a_letter))


@given(st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(120, 500))
def test_balancing_never_adds_a_line(words: list[str], width: int):
    """Evening out costs no space."""
    text = " ".join(words)
    lines = balance(text, BODY, width, ten_a_letter)
    assert len(wrap(text, BODY, width, ten_a_letter)) == len(lines)
    assert all(ten_a_letter(line, BODY) <= width for line in lines)


def test_balancing_leaves_no_word_alone():
    """The last line is no orphan when the words can be shared out."""
    lines = balance("one two three four five six seven", BODY, 300, ten_a_letter)
    assert ["one two three four", "five six seven"] == lines
