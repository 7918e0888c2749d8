"""What the window shows of a room: the screen that is on top, and one line for what went wrong or was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.projector.frame import RoomScreen, sans
from game.projector.intents import RoomIntents
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Mark, Page
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import wrap

if TYPE_CHECKING:
    from game.stage.sound.cues import Heard

SIZE = 38.0


class Shown:
    """Passes on to the screen that is on top, whichever that is."""

    def __init__(self, top: Callable[[], RoomScreen], line: Callable[[], str]) -> None:
        self._top, self._line = top, line

    @property
    def hover(self) -> str | None:
        """The key under the pointer."""
        return self._top().hover

    @hover.setter
    def hover(self, key: str | None) -> None:
        self._top().hover = key

    @property
    def sheet(self) -> tuple[int, int]:
        """Which screen and which of its pages is open: when it differs, the page has been turned."""
        top = self._top()
        return id(top), top.sheet

    @property
    def heard(self) -> Heard:
        """What there is to hear, where a workshop is not quiet."""
        from game.projector.hearing import hearing

        return hearing(self._top())

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        return self._top().handle(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page, with the line over its foot."""
        page = self._top().page(desk, gallery)
        line = self._line()
        return _with_line(page, desk, line) if line else page

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        line = self._line()
        return [*self._top().text(), *([line] if line else [])]


def _with_line(page: Page, desk: Desk, line: str) -> Page:
    palette, style = desk.theme.palette, sans(SIZE, 700)
    lines = wrap(line, style, WIDTH - 2 * MARGIN, desk.setter.measure)
    height = len(lines) * style.line + 28
    top = page.height - height
    marks: list[Mark] = [Fill(Box(0, top, WIDTH, height), palette.ink), Fill(Box(0, top, 20, height), palette.tomato)]
    marks += [
        desk.setter.words(text, style, palette.white, MARGIN, top + 14 + SIZE * 0.95 + number * style.line)
        for number, text in enumerate(lines)
    ]
    return Page(page.width, page.height, (*page.marks, *marks), page.targets)
