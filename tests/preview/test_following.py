"""A save in the middle of things: what stays, what is told, and what comes back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import resources
from game.stage.page import Page
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.scene import SceneScreen
from game.stage.screens.what_if import WhatIfScreen
from tests.preview.test_preview import Author

ALL = ("take-a-corner", "the-trolley", "how-is-the-flat")


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    made = Author(tmp_path)
    yield made
    made.director.close()
    made.pilot.close()


def at_the_column(author: Author) -> Author:
    author.choose(*ALL)
    for _ in range(20):
        if isinstance(author.director.screen_below, DebriefScreen):
            return author
        author.press("enter")
    raise AssertionError("no column")


def test_choices_come_back_when_the_file_allows_them_again(author: Author):
    """An id that is half renamed loses the choice; the next save has it again, and the play stands where it stood."""
    author.choose("take-a-corner", "the-trolley")
    author.save("id: the-trolley", "id: the-trol")
    assert ("take-a-corner",) == author.pilot.choices
    author.save("id: the-trol\n", "id: the-trolley\n")
    assert ("take-a-corner", "the-trolley") == author.pilot.choices
    assert "no longer" not in author.text


def test_who_chooses_anew_lets_go_of_what_was_lost(author: Author):
    """After another choice, the lost one does not come back."""
    author.choose("take-a-corner", "the-trolley")
    author.save("id: the-trolley", "id: the-handcart")
    author.choose("the-handcart")
    author.save("id: the-handcart", "id: the-trolley")
    assert ("take-a-corner",) == author.pilot.choices


def test_it_is_told_why_a_choice_no_longer_holds(author: Author):
    """Not only how many, but which, and what is in its way."""
    author.choose("take-a-corner", "the-trolley")
    author.save("id: the-trolley", "id: the-handcart")
    assert "1 choice no longer holds: 'the-trolley' is not in the file" in author.text
    author.save("id: the-handcart", "id: the-trolley\n        when: ada >= 60")
    assert "1 choice no longer holds: 'the-trolley' waits for ada >= 60 (ada is 11)" in author.text


def test_a_save_at_the_column_prints_the_column_anew(author: Author):
    """Who mends the words of the column need not go back to it after each save."""
    at_the_column(author)
    author.save("title: The stairwell", "title: The landing")
    screen = author.director.screen_below
    assert isinstance(screen, DebriefScreen)
    assert "The landing" == screen.debrief.title


def test_the_column_of_a_changed_scenario_has_its_own_score(author: Author):
    """The ways are counted anew after a save, so that the score is of what the file says now."""
    at_the_column(author)
    author.save("capital: {ada: +3}", "capital: {ada: +4}")
    author.director.keeping.wait_for_analysis()
    author.director.wake()
    screen = author.director.screen_below
    assert isinstance(screen, DebriefScreen)
    assert screen.debrief.score is not None


def test_w_on_the_column_asks_what_if_as_in_the_game(author: Author):
    """The page says so beside the key."""
    at_the_column(author).press("w")
    assert isinstance(author.director.screen_below, WhatIfScreen)
    author.save("title: Good evening", "title: A fine evening")
    assert isinstance(author.director.screen_below, WhatIfScreen)


def test_a_choice_taken_from_under_the_cursor_is_not_made(author: Author):
    """The cursor stands on the last choice, which a save takes away: Enter then chooses nothing that is gone."""
    for _ in range(20):
        screen = author.director.screen_below
        if isinstance(screen, SceneScreen) and screen.choosing and screen.beat.options:
            break
        author.press("enter")
    assert isinstance(screen, SceneScreen)
    author.press("up")
    while screen.beat.options[screen.cursor or 0].id != "take-a-corner":
        author.press("up")
    author.save("id: take-a-corner", "id: take-both-corners")
    author.press("enter")
    assert () == author.pilot.choices


def test_escape_begins_again(author: Author):
    """There is no front page to go to: the play begins again where it began."""
    author.choose("take-a-corner").press("escape")
    assert () == author.pilot.choices


def test_e_copies_the_place_as_an_editor_takes_it(author: Author):
    """The file, a colon, and the line of the scene that is on the page."""
    author.press("e")
    line = author.file.read_text("utf-8").split("\n").index("  the-stairs:") + 1
    assert f"{author.file}:{line}" == author.director.wishes.copy


def test_the_place_is_told_while_a_save_is_broken(author: Author):
    """Of the last good save."""
    place = "the-stairs, line"
    assert place in author.text
    author.save("start: the-stairs", "start: the-stars")
    assert place in author.text


def test_a_file_written_in_two_steps_is_not_a_fault(author: Author):
    """Some editors empty the file before they write it: nobody is told of the moment between."""
    text = author.file.read_text("utf-8")
    before = author.director.reading
    author.file.write_text("", "utf-8")
    time.sleep(0.03)
    author.file.write_text(text.replace("title: Good evening", "title: A fine evening"), "utf-8")
    author.wait(before)
    assert not author.director.broken


def test_a_name_that_is_no_file_is_told_in_the_terminal(capsys: pytest.CaptureFixture[str]):
    """A slip in the command opens no window."""
    from game.preview.opening import open_preview

    assert 1 == open_preview(resources.scenarios() / "bakry")
    assert "there is no such file" in capsys.readouterr().err


def test_all_can_be_reached_with_a_gamepad(author: Author):
    """Start opens a list; the cross and A pick from it."""
    author.press("s")
    assert "J: Go to a scene, with any balances" in author.text
    while author.director.screen.menu is not None and author.director.screen.menu.entries[author.director.screen.menu.cursor][1] != "j":
        author.press("down")
    author.press("enter")
    assert "Go to a scene" in author.text
    author.press("down", "enter")
    assert "the-stairs" != author.director.state.scene


def test_the_list_closes_the_preview(author: Author):
    """Its last entry is the way out."""
    author.press("s", "up", "enter")
    assert author.director.wishes.quit


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("look", ["paper", "projector"])
def test_the_panels_hold_at_every_text_size(author: Author, text_size: int, look: str):
    """No word of a panel lies on another, on a rule, or outside the page."""
    from tests.stage.checks import desk, faults, gallery

    at = desk((1920, 1080), text_size, look)
    found: list[str] = []
    for keys in (("l",), ("h",), ("h", "s"), ("escape", "j"), ("right",), ("escape", "escape")):
        author.press(*keys)
        shown = author.director.screen
        page = shown.page(at, gallery())
        above = author.director.screen_below.page(at, gallery()) if not (shown.menu or shown.jump) else None
        marks = page.marks[len(above.marks) :] if above is not None else page.marks
        found += [f"{keys}: {fault}" for fault in faults(Page(page.width, page.height, tuple(marks)))]
    assert [] == found


def test_balances_are_changed_with_a_mouse(author: Author):
    """A click on a row picks it, and the keys at the foot change it."""
    author.press("j")
    keys = {target.key for target in author.pilot.page.targets}
    assert {"balance:0", "right"} <= keys
    author.press("balance:0")
    assert {"left", "right", "enter"} <= {target.key for target in author.pilot.page.targets}
    author.press("right", "left", "left", "enter")
    assert 1 == author.director.state.capital("ada")
