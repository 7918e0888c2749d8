"""Every screen that the desk can show, and each sheet of it, in any look, size, face and language."""

from __future__ import annotations

import copy
import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from game.language import speaking, tongue
from game.language.catalogues import tongue_of
from game.opening import Library
from game.records.settings import Settings
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.page import Page
from game.stage.printing import printed
from game.stage.screens import Screen
from game.stage.screens.ease import EaseScreen
from game.stage.screens.keys import KeysScreen
from game.stage.screens.settings import STARTS, SettingsScreen
from tests.language import walked
from tests.stage.checks import gallery

MOST_SHEETS = 40


@functools.cache
def screens(code: str = "en", name: str = "bakery") -> tuple[Screen, ...]:
    """Return what a whole play of a scenario shows, from the front page to the column, in a language."""
    found: dict[tuple[object, ...], Screen] = {}

    def see(screen: Screen, page: Page) -> None:
        key = (type(screen), id(screen), getattr(screen, "cursor", None), getattr(screen, "moment", None), getattr(screen, "leaf", None))
        if key not in found:
            kept[len(kept)] = screen  # so that no other gets its id
            found[key] = copy.copy(screen)

    kept: dict[int, Screen] = {}
    with speaking(tongue_of(code)), tempfile.TemporaryDirectory() as folder:
        flying = walked.pilot(Path(folder), see, settings=Settings(language=code), reader=Library())
        walked.walk(flying, name)
        flying.close()
    return tuple(found.values())


def settings_pages(settings: Settings) -> Iterator[Screen]:
    """Yield the pages on which things are set."""
    for start in STARTS[:-1]:
        screen = SettingsScreen(settings)
        screen.cursor = start
        yield screen
    yield EaseScreen(settings)
    yield KeysScreen(settings.bindings)


def pages(code: str, desk: Desk, settings: Settings, name: str = "bakery") -> Iterator[tuple[str, Page]]:
    """Yield each sheet of each screen as it leaves the press, with what it is called."""
    pictures = gallery()
    with speaking(tongue_of(code)):
        for number, screen in enumerate((*screens(code, name), *settings_pages(settings))):
            yield from _sheets(f"{type(screen).__name__} {number}", screen, desk, pictures)


def _sheets(name: str, screen: Screen, desk: Desk, pictures: Gallery) -> Iterator[tuple[str, Page]]:
    assert tongue().code
    shown = copy.copy(screen)
    if hasattr(shown, "sheet"):
        shown.sheet = 0
    for sheet in range(MOST_SHEETS):
        if sheet:
            shown.sheet = sheet  # type: ignore[attr-defined]
        yield f"{name}/{sheet}", printed(shown.page(desk, pictures), desk.theme)
        if sheet + 1 >= getattr(shown, "sheets", 1):
            return
