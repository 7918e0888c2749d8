"""Everything that the stage shows is marked for translation, and has room for a longer language."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import _, n_, p_, speaking
from game.language.catalogues import tongue_of
from game.language.pseudo import LETTERS, PSEUDO, pseudo
from game.language.tongues import COMPLETE
from game.opening import Library
from game.records.settings import Settings
from game.stage.page import Page, Words
from game.stage.screens import Screen
from game.stage.screens.credits import COLUMNS
from tests.language.walked import NAMES, pilot, scenario, walk
from tests.stage.checks import faults

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

MAKERS = {word for _column, pieces in COLUMNS for piece in pieces for text in piece for word in re.findall("[A-Za-z]+", text) if len(text) < 30}
"""Names of typefaces and of those who drew them."""
OWN = {"Coffee", "First", *MAKERS}
"""Names that are the same in every language."""
ENGLISH = re.compile(r"[A-Za-zÀ-ž]+")


def unmarked(text: str, names: set[str]) -> list[str]:
    """Return the words of a text that are written without accents, and are no names."""
    return [
        word for word in ENGLISH.findall(text)
        # a word that no accent fits, such as `th`, cannot be told
        if word.isascii() and len(word) > 1 and word.translate(LETTERS) != word and not {word, word.title()} & names
    ]


def names_of(name: str) -> set[str]:
    story = scenario(name)
    people = [story.you.name, story.you.short, *(each for one in story.people.values() for each in (one.name, one.short))]
    return OWN | {word for each in people for word in re.findall("[A-Za-z]+", each)}


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_a_play_is_marked_and_has_room(tmp_path: Path, name: str, size: int):
    """In a language 40 % longer than English no English word is left, and no line overlaps another or leaves the page."""
    left: set[str] = set()
    crowded: set[str] = set()
    known = names_of(name)

    def look(screen: Screen, page: Page) -> None:
        kind = type(screen).__name__
        for text in (*(mark.text for mark in page.marks if isinstance(mark, Words)), *screen.text()):
            left.update(f"{kind}: {word!r} in {text!r}" for word in unmarked(text, known))
        crowded.update(f"{kind}: {fault}" for fault in faults(page))

    with speaking(PSEUDO):
        flying = pilot(tmp_path, look, settings=Settings(text_size=size))
        walk(flying, name)
        flying.close()
    assert [] == sorted(left)
    assert [] == sorted(crowded)


@pytest.mark.parametrize("code", [code for code in COMPLETE if code != "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_room_in_each_language(tmp_path: Path, code: str, name: str):
    """With the largest type, and German's long words."""
    crowded: set[str] = set()

    def look(screen: Screen, page: Page) -> None:
        crowded.update(f"{type(screen).__name__}: {fault}" for fault in faults(page))

    with speaking(tongue_of(code)):
        flying = pilot(tmp_path, look, settings=Settings(text_size=200, language=code), reader=Library())
        walk(flying, name)
        flying.close()
    assert [] == sorted(crowded)


@given(st.text(), st.sampled_from(["{name}", "{n}", "{When}"]))
def test_what_stands_in_braces_is_kept(text: str, held: str):
    """A message of the pseudo-language can be filled in like any other."""
    plain = text.replace("{", "").replace("}", "")
    assert 1 == pseudo(f"{plain}{held}").count(held)


def test_a_message_is_told_from_one_that_nobody_marked():
    """Marked words get accents and brackets; a value that is filled in stays as it is."""
    with speaking(PSEUDO):
        assert "«[Péöplé mét: Ann öñé t]»" == _("People met: {name}", name="Ann")
        assert "«[3 péöplé öñé]»" == n_("{n} person", "{n} people", 3)
        assert "«[Éñtér öñ]»" == p_("key", "Enter")
