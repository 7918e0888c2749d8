"""The wall in every look and face, for a last row at each distance: words keep their contrast and their place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from game.language import speaking
from game.language.catalogues import tongue_of
from game.projector.frame import RoomScreen
from game.projector.screens.column import ColumnScreen
from game.records.settings import ALLOWED
from game.room.session import Session, Step
from game.stage.components import Desk
from game.stage.page import Page
from game.stage.printing import printed
from game.stage.theme import PALETTES, back_row_text, theme
from tests.projector import test_languages
from tests.projector.test_screens_moment import screen_of
from tests.room.lived import analysed, played, scenario
from tests.stage import checks
from tests.stage.checks import faults, gallery
from tests.stage.contrast import of_words, too_close

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")


@cache
def sessions() -> tuple[Session, ...]:
    """Every step of a workshop of the bakery, in English."""
    return tuple(test_languages.a_workshop("bakery", scenario))


def desk(look: str, face: str, back_row: int, *, story: bool) -> Desk:
    """The desk of a room, as its director has it."""
    made = checks.desk((1280, 720), 100, look, face)
    seen = theme(look=look, text_size=100, face=face)
    seen = replace(seen, text=back_row_text(back_row)) if story else replace(seen, text=1.0, projector=False)
    return replace(made, theme=seen)


def pages(look: str, face: str, back_row: int) -> Iterator[tuple[str, Page]]:
    """Every page of the wall as it leaves the press."""
    pictures = gallery()
    session = played(scenario("bakery"), 25, to="discussion")
    around = replace(test_languages.AROUND, analysis=analysed("bakery"))
    column: RoomScreen = ColumnScreen(replace(session, step=Step.COLUMN), around)
    afterwards = (*([column] * 8), screen_of(session, around), screen_of(replace(session, step=Step.CLOSED)))
    for screen in (*(each for one in sessions() for each in test_languages.screens(one)), *afterwards):
        at = desk(look, face, back_row, story=getattr(screen, "story", False))
        yield type(screen).__name__, printed(screen.page(at, pictures), at.theme)
        if screen is column:
            screen.handle("enter")


LOOKS = [(look, "newspaper", 6) for look in ALLOWED["look"]]
FACES = [("paper", "hyperlegible", 4), ("projector", "dyslexia-friendly", 8), ("high contrast", "hyperlegible", 8), ("paper", "newspaper", 4)]


@pytest.mark.parametrize(("look", "face", "back_row"), [*LOOKS, *FACES])
def test_the_wall_can_be_read_in_every_look_and_face(look: str, face: str, back_row: int):
    """Every line has its contrast and its place, from the lobby to the thanks."""
    close, crowded = set(), set()
    for name, page in pages(look, face, back_row):
        close.update(f"{name} {each}" for each in too_close(of_words(page), PALETTES[look], least=7.0 if "contrast" in look else 0.0))
        crowded.update(f"{name} {each}" for each in faults(page))
    assert [] == sorted(close)
    assert [] == sorted(crowded)


@pytest.mark.parametrize("code", ["es", "de"])
def test_the_pages_of_a_play_hold_on_the_wall_in_other_languages(code: str):
    """The largest type for the furthest row, in longer words."""
    with speaking(tongue_of(code)):
        assert [] == sorted({f"{name} {each}" for name, page in pages("paper", "newspaper", 8) for each in faults(page)})
