"""A page that says what is wrong, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _
from game.stage.columns import Column, flowed, set_in
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.outline import Outline, in_lines
from game.stage.outlines.pages import notice
from game.stage.page import Galley, Page
from game.stage.screens.scene import Turning
from game.stage.whole import headline, whole


class NoticeScreen(Turning):
    """Lines of text under a headline; as many pages as they need."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.title, self.lines = title, tuple(lines)

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        if self.turned(key):
            return ()
        return (Close(),) if key in ("escape", "enter", "space") else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        hints = (Hint("Enter", _("go on"), "enter"), Hint("Esc", _("back"), "escape"))
        frame = whole(desk, _("A notice"), hints)
        marks, rest = headline(desk, frame.area, self.title)
        galleys: list[Galley] = []
        for line in self.lines:
            galleys += desk.setter.paragraph(line, desk.style("reason"), desk.theme.palette.ink, rest.w, before=18)
        first = (Column(rest.x, rest.y + 24, rest.w, rest.h - 40),)
        pages = flowed(galleys, first, first) if galleys else [[]]
        body, targets = set_in(pages[self.count(len(pages))])
        return frame.page([*marks, *body], targets)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the headline and the lines."""
        return notice(self.title, self.lines)
