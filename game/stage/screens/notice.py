"""A page that says what is wrong, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from game.stage.components import Desk, Hint, double_rule, key_hints
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.page import Box, Fill, Galley, Mark, Page, paged
from game.stage.screens.scene import Turning
from game.stage.theme import MARGIN, WIDTH


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
        palette, width = desk.theme.palette, WIDTH - 2 * MARGIN
        hints = (Hint("Enter", "go on", "enter"), Hint("Esc", "back", "escape"))
        title = desk.setter.text(self.title, desk.style("headline"), palette.ink, width)
        galleys: list[Galley] = []
        for line in self.lines:
            galleys += desk.setter.paragraph(line, desk.style("reason"), palette.ink, width, before=16)
        head = 60 + title.height
        keys = key_hints(desk, hints, MARGIN, desk.height - 30, WIDTH - MARGIN)
        pages = paged(galleys, desk.height - head - 60 - keys.height - 50)
        opened = self.count(len(pages))
        marks: list[Mark] = [Fill(Box(0, 0, WIDTH, desk.height), palette.paper)]
        marks += title.at(MARGIN, 48)[0]
        marks += double_rule(head, MARGIN, width, palette.ink)
        y = head + 30
        for index, galley in enumerate(pages[opened]):
            y += galley.before if index else 0
            marks += galley.at(MARGIN, y)[0]
            y += galley.height
        return Page(WIDTH, desk.height, (*marks, *keys.marks), keys.targets)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return [self.title, *self.lines]
