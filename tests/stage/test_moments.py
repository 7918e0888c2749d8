"""Looking back: every moment in a row, and the way to each."""

from __future__ import annotations

import pytest

from game.stage.intents import Close, Intents, TakeBack
from game.stage.page import Words
from game.stage.screens.moments import MEANING, MomentsScreen
from game.story.playthrough import start
from tests.builders import choice, scenario, scene
from tests.builders import played as play
from tests.stage.checks import desk, faults_everywhere, gallery
from tests.stage.test_book import longplay


def test_the_cursor_stands_on_the_last_moment_and_enter_goes_back_there():
    """Look back, Enter: the last thing I said is taken back."""
    assert (TakeBack(7),) == MomentsScreen(longplay()).handle("enter")


def test_each_row_tells_when_and_what():
    """What I said stands in quotation marks, what I did does not; the line says what going back means."""
    lines = MomentsScreen(longplay()).text()
    assert "1. Saturday, 9:40: “How is Maya getting on?”" == lines[1]
    assert "3. Saturday, 10:05: Carry the tray for her, and say nothing about it." == lines[3]
    assert MEANING == lines[-1]


@pytest.mark.parametrize(
    ("keys", "intents"),
    [
        (("up", "enter"), (TakeBack(6),)),
        (("down", "enter"), (TakeBack(7),)),
        (("home", "enter"), (TakeBack(0),)),
        (("home", "up", "space"), (TakeBack(0),)),
        (("row:2",), ()),
        (("row:2", "row:2"), (TakeBack(2),)),
        (("row:99",), ()),
        (("escape",), (Close(),)),
    ],
)
def test_keys_and_clicks(keys: tuple[str, ...], intents: Intents):
    """The arrows stop at both ends; a click selects and the second one goes; Escape leaves all as it is."""
    screen = MomentsScreen(longplay())
    asked: Intents = ()
    for key in keys:
        asked = screen.handle(key)
    assert intents == asked


def test_without_a_moment_there_is_only_a_way_back():
    """Before the first choice nothing can be taken back."""
    screen = MomentsScreen(start(scenario(scene("s", choice("go")))))
    assert "You have not chosen anything yet." in screen.text()
    assert () == screen.handle("down")
    assert (Close(),) == screen.handle("enter")
    assert [] == faults_everywhere(screen)


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_row_under_the_cursor_is_always_on_the_page(text_size: int):
    """With the arrows I reach all eight, and each is shown when I am on it."""
    screen, at = MomentsScreen(longplay()), desk((1280, 720), text_size)
    for index in reversed(range(8)):
        page = screen.page(at, gallery())
        assert index == screen.cursor
        assert f"row:{index}" in {target.key for target in page.targets}
        screen.handle("up")


def test_sideways_turns_a_page():
    """Left and right move by as many rows as are shown."""
    screen = MomentsScreen(longplay())
    page = screen.page(desk((1920, 1080), 150), gallery())
    shown = sum(target.key.startswith("row:") for target in page.targets)
    screen.handle("left")
    assert 7 - shown == screen.cursor


def test_long_words_are_cut_to_four_lines_with_an_ellipsis():
    """A speech does not push the other moments off the page."""
    state = play(scenario(scene("s", choice("go", text="And then I said " + "rather a lot " * 40 + "to her."))), "go")
    page = MomentsScreen(state).page(desk((1920, 1080), 100), gallery())
    lines = [mark.text for mark in page.marks if isinstance(mark, Words) and "rather a lot" in mark.text]
    assert 4 == len(lines)
    assert lines[3].endswith("…”")


@pytest.mark.parametrize("cursor", [0, 7])
def test_looking_back_holds_at_every_size(cursor: int):
    """Nothing overlaps, leaves the page or is too small, in any window, at any text size, in both looks."""
    screen = MomentsScreen(longplay())
    screen.cursor = cursor
    assert [] == faults_everywhere(screen)
