"""Credits: whoever is owed a name has it, and each page holds."""

from __future__ import annotations

import pytest

from game.resources import assets
from game.stage.intents import Close
from game.stage.page import Words
from game.stage.screens.credits import CreditsScreen
from tests.stage.checks import desk, desks, faults, gallery


def test_the_source_the_libraries_and_the_promise_are_named():
    """The column and its author, what the game stands on, and that nothing is sent anywhere."""
    told = " ".join(CreditsScreen().text())
    owed = ("Thom Singer", "What NOT To Do!", "12 October 2009", "pygame-ce", "PyYAML", "click", "platformdirs", "CC BY 4.0",
            "No network, no account, nothing phones home.")
    assert [] == [name for name in owed if name not in told]


def test_each_family_with_a_licence_file_is_named():
    """A font that comes with the game is credited."""
    told = " ".join(CreditsScreen().text()).lower()
    families = [path.stem.removeprefix("OFL-").replace("-", " ") for path in (assets() / "fonts").glob("OFL-*.txt")]
    assert 7 == len(families)
    assert [] == [family for family in families if family not in told]


@pytest.mark.parametrize("key", ["escape", "enter", "c"])
def test_one_key_goes_back(key: str):
    """There is nothing to do here but read."""
    assert (Close(),) == CreditsScreen().handle(key)


def test_every_page_holds_and_all_is_said_at_every_size():
    """In any window, at any text size, in both looks, the last word is the promise, and Enter then goes back."""
    pictures = gallery()
    for name, at in desks():
        screen = CreditsScreen()
        said: list[str] = []
        for _ in range(12):
            page = screen.page(at, pictures)
            assert [] == [f"{name}: {fault}" for fault in faults(page)]
            said += [mark.text for mark in page.marks if isinstance(mark, Words)]
            if screen.handle("enter"):
                break
        whole = " ".join(said)
        assert screen.sheet == screen.sheets - 1
        assert "Libre Franklin" in whole
        assert "erase them." in whole


def test_at_the_usual_size_the_credits_are_one_page():
    """Nothing has to be turned."""
    screen = CreditsScreen()
    screen.page(desk((1920, 1080), 100), gallery())
    assert 1 == screen.sheets
