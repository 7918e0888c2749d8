"""Settings, and the page that makes the game fit somebody: what a key changes, and that each page holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.language import speak, tongue
from game.language.catalogues import tongue_of
from game.records.settings import ALLOWED, Settings, changed
from game.stage.intents import Change, Close, Intents, Open
from game.stage.outline import Role
from game.stage.page import Words
from game.stage.screens.ease import WISHES, EaseScreen
from game.stage.screens.settings import STARTS, SettingsScreen
from game.stage.wishes import ROWS, row_of
from tests.stage.checks import desk, faults, gallery

NUMBER = {row.field: number for number, row in enumerate(ROWS)}
SET = [row for row in ROWS if row.values]


def kept(settings: Settings, intents: Intents) -> Settings:
    """Return the settings after what was asked for."""
    for intent in intents:
        assert isinstance(intent, Change)
        settings = changed(settings, intent.setting, intent.by)
    return settings


@pytest.mark.parametrize(
    ("keys", "intents"),
    [
        (("right",), (Change("language", 1),)),
        (("left",), ()),
        (("down", "enter"), (Change("text_size", 1),)),
        (("down", "down", "right"), (Change("face", 1),)),
        (("up", "enter"), (Open("keys"),)),
        (("2", "right"), (Change("look", 1),)),
        (("4", "right"), (Change("switches", 1),)),
        (("9",), ()),
        (("set:text_size:3",), (Change("text_size", 3),)),
        (("set:text_size:0",), ()),
        (("set:look:4",), (Change("look", 4),)),
        (("set:look:9",), ()),
        (("set:unknown:1",), ()),
        ((f"row:{NUMBER['look']}", "enter"), (Change("look", 1),)),
        ((f"row:{NUMBER['keys']}",), (Open("keys"),)),
        (("escape",), (Close(),)),
    ],
)
def test_keys_and_clicks(keys: tuple[str, ...], intents: Intents):
    """Left and right change at once and stop at the ends; a click on a value takes it; a number opens a group."""
    screen = SettingsScreen(Settings())
    asked: Intents = ()
    for key in keys:
        asked = screen.handle(key)
    assert intents == asked


def test_enter_goes_round_at_the_end_of_a_row():
    """With one key I reach every value."""
    screen = SettingsScreen(Settings(text_size=200))
    screen.handle(f"row:{NUMBER['text_size']}")
    assert (Change("text_size", -4),) == screen.handle("enter")


@pytest.mark.parametrize("row", SET, ids=lambda row: row.field)
def test_clicking_a_value_has_exactly_that_value_kept(row):
    """What the page shows as chosen afterwards is what I clicked on."""
    for wanted, value in enumerate(row.values):
        for before in row.values:
            settings = Settings(**{row.field: before})
            settings = kept(settings, SettingsScreen(settings).handle(f"set:{row.field}:{wanted}"))
            assert value == getattr(settings, row.field)


def test_every_setting_stands_on_a_page_and_each_value_has_a_name_of_its_own():
    """Nothing can be kept that the pages cannot show."""
    assert set(ALLOWED) == {row.field for row in SET}
    for row in SET:
        assert len(row.values) == len({row.named(index) for index in range(len(row.values))})


def test_languages_are_named_by_their_own_speakers():
    """Who reads no English finds their language."""
    row = row_of("language")
    assert ["as the computer", "English", "Español", "Deutsch"] == [row.named(index) for index in range(len(row.values))]


def test_what_holds_is_told_in_words():
    """A voice reads the name of each setting, and what holds."""
    lines = SettingsScreen(Settings(look="dark")).text()
    assert "Look: dark" in lines
    assert "Text size: 100 %" in lines


def test_the_outline_follows_the_cursor():
    """A screen reader hears which row I am on, and takes it by its key."""
    screen = SettingsScreen(Settings())
    screen.handle("down")
    rows = [node for node in screen.outline() if node.role is Role.SETTING]
    assert ["row:1"] == [node.key for node in rows if node.selected]
    assert len(ROWS) == len(rows)


# ---------------------------------------------------------------- the ease page


@pytest.mark.parametrize("number", range(1, len(WISHES) + 1))
def test_one_key_changes_a_thing_and_pressed_on_it_comes_round(number: int):
    """Each press of its number is another state, shown in other words; after all of them it is as it came."""
    settings, names = Settings(), []
    wish = WISHES[number - 1]
    for _ in wish.states:
        names.append(wish.named(settings))
        settings = kept(settings, EaseScreen(settings).handle(str(number)))
    assert Settings() == settings
    assert len(wish.states) == len(set(names))


@given(st.lists(st.sampled_from([*"12345678", "enter", "left", "right", "up", "down"]), max_size=12))
def test_whatever_is_pressed_can_be_kept(keys: list[str]):
    """No key of the page asks for what the settings do not know."""
    settings = Settings()
    screen = EaseScreen(settings)
    for key in keys:
        screen.settings = settings
        settings = kept(settings, screen.handle(key))


def test_what_was_set_on_the_page_of_settings_can_be_turned_on_from_there():
    """A projector's look, or captions without sound, are no dead end."""
    settings = Settings(look="projector", motion="full", sound=False, captions=True)
    for key in "367":
        settings = kept(settings, EaseScreen(settings).handle(key))
    assert ("dark", "reduced", True) == (settings.look, settings.motion, settings.sound)


def test_escape_and_the_key_that_opened_it_go_back():
    """Whoever came here by mistake is back with one key."""
    assert (Close(),) == EaseScreen(Settings()).handle("escape")
    assert (Close(),) == EaseScreen(Settings()).handle("f1")


# ---------------------------------------------------------------- the pages hold


@pytest.fixture(params=["en", "es", "de"])
def language(request: pytest.FixtureRequest):
    before = tongue()
    speak(tongue_of(request.param))
    yield request.param
    speak(before)


@pytest.mark.parametrize("face", ALLOWED["face"])
@pytest.mark.parametrize("look", ["paper", "projector"])
@pytest.mark.parametrize("text_size", ALLOWED["text_size"])
@pytest.mark.parametrize("window", [(1280, 720), (3840, 2160), (1920, 1200)])
def test_the_pages_hold_at_every_size(window: tuple[int, int], text_size: int, look: str, face: str, language: str):
    """Nothing overlaps, leaves the page or is too small, with any row under the cursor."""
    settings, at = Settings(text_size=text_size, look=look, face=face), desk(window, text_size, look, face)
    pictures = gallery()
    for screen, cursors in ((SettingsScreen(settings), (*STARTS[:-1], len(ROWS) - 2, len(ROWS) - 1)), (EaseScreen(settings), (0, 7))):
        for cursor in cursors:
            screen.cursor = cursor
            page = screen.page(at, pictures)
            assert [] == faults(page)
            right = max(mark.box.right for mark in page.marks if isinstance(mark, Words))
            assert right <= page.width - 60


def test_every_row_is_on_a_page_that_the_cursor_opens():
    """At the largest type, too, I see what I change."""
    at, pictures = desk((1280, 720), 200), gallery()
    for screen in (SettingsScreen(Settings(text_size=200)), EaseScreen(Settings(text_size=200))):
        for cursor in range(len(ROWS) if isinstance(screen, SettingsScreen) else len(WISHES)):
            screen.cursor = cursor
            assert f"row:{cursor}" in {target.key for target in screen.page(at, pictures).targets}
