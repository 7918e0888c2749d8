"""Settings: what a key changes, and that the page holds."""

from __future__ import annotations

import pytest

from game.records.settings import ALLOWED, Settings, changed
from game.stage.intents import Change, Close, Intents
from game.stage.page import Words
from game.stage.screens.settings import ROWS, SettingsScreen
from tests.stage.checks import desk, faults, gallery


@pytest.mark.parametrize(
    ("keys", "intents"),
    [
        (("right",), (Change("text_size", 1),)),
        (("left",), ()),
        (("enter",), (Change("text_size", 1),)),
        (("down", "right"), (Change("columnist", 1),)),
        (("down", "down", "left"), (Change("full_screen", -1),)),
        (("up", "right"), (Change("motion", 1),)),
        (("set:text_size:3",), (Change("text_size", 3),)),
        (("set:text_size:0",), ()),
        (("set:look:1",), (Change("look", 1),)),
        (("set:sound:1",), ()),
        (("row:3", "enter"), (Change("look", 1),)),
        (("escape",), (Close(),)),
    ],
)
def test_keys_and_clicks(keys: tuple[str, ...], intents: Intents):
    """Left and right change at once and stop at the ends; a click on a value takes it; Escape goes back."""
    screen = SettingsScreen(Settings())
    asked: Intents = ()
    for key in keys:
        asked = screen.handle(key)
    assert intents == asked


def test_enter_goes_round_at_the_end_of_a_row():
    """With one key I reach every value."""
    screen = SettingsScreen(Settings(text_size=200))
    assert (Change("text_size", -3),) == screen.handle("enter")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.field)
@pytest.mark.parametrize("index", range(4))
def test_clicking_a_value_has_exactly_that_value_kept(row, index: int):
    """What the page shows as chosen afterwards is what I clicked on."""
    wanted = min(index, len(row.names) - 1)
    for value in row.values:
        settings = Settings(**{row.field: value})
        for change in SettingsScreen(settings).handle(f"set:{row.field}:{wanted}"):
            settings = changed(settings, change.setting, change.by)
        assert row.values[wanted] == getattr(settings, row.field)


def test_every_setting_and_each_of_its_values_stands_on_the_page():
    """Nothing can be kept that the page cannot show."""
    assert {field: set(values) for field, values in ALLOWED.items()} == {row.field: set(row.values) for row in ROWS}


def test_the_chosen_value_is_told_in_words():
    """A voice reads what holds, and what else there is."""
    assert "Look: paper (of paper, projector)" in SettingsScreen(Settings()).text()


@pytest.mark.parametrize("columnist", ALLOWED["columnist"])
@pytest.mark.parametrize("look", ALLOWED["look"])
@pytest.mark.parametrize("text_size", ALLOWED["text_size"])
@pytest.mark.parametrize("window", [(1280, 720), (1920, 1080), (3840, 2160), (1920, 1200)])
def test_the_settings_hold_at_every_size(window: tuple[int, int], text_size: int, look: str, columnist: str):
    """Nothing overlaps, leaves the page or is too small, with any row under the cursor."""
    screen, at = SettingsScreen(Settings(text_size=text_size, look=look, columnist=columnist)), desk(window, text_size, look)
    for cursor in range(len(ROWS)):
        screen.cursor = cursor
        page = screen.page(at, gallery())
        assert [] == faults(page)
        right = max(mark.box.right for mark in page.marks if isinstance(mark, Words))
        assert right <= page.width - 60
