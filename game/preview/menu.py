"""Everything that a preview can do, in one list: for who has a mouse or a gamepad, and for who has forgotten a key."""

from __future__ import annotations

from collections.abc import Sequence

from game.stage.columns import Column, flowed, set_in
from game.stage.components import Desk, Hint, rows
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.page import Page
from game.stage.whole import headline, whole

Entry = tuple[str, str]
"""What can be done, and the key for it."""


class MenuScreen:
    """One row an entry; `wished` is the key of the one that was picked."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.hover: str | None = None
        self.entries = tuple(entries)
        self.cursor = 0
        self.wished = ""

    def handle(self, key: str) -> Intents:
        """Return that the list is to be closed; move the cursor, or pick an entry, which closes it too."""
        if key in ("up", "down"):
            self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(self.entries)
            return ()
        if key.startswith("row:"):
            row = int(key[4:])
            self.wished = self.entries[row][1] if row < len(self.entries) else ""
        elif key in ("enter", "space"):
            self.wished = self.entries[self.cursor][1]
        elif key in [entry for _, entry in self.entries]:
            self.wished = key
        elif key not in ("escape", "s"):
            return ()
        return (Close(),)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        hints = (Hint("Enter", "do it", "enter"), Hint("↑↓", "choose", "down"), Hint("Esc", "back", "escape"))
        frame = whole(desk, "Preview", hints)
        marks, rest = headline(desk, frame.area, "What next?")
        labels = [label for label, _ in self.entries]
        made = rows(desk, labels, rest.w - 48, self.cursor, least=64, hover=self.hover, labels="".join(key[0].upper() for _, key in self.entries))
        place = (Column(rest.x + 24, rest.y + 20, rest.w - 48, rest.h - 32),)
        pages = flowed(made, place, place)
        wanted = f"row:{self.cursor}"
        shown = next(page for page in pages for _, galleys in page for galley in galleys if any(one.key == wanted for one in galley.targets))
        body, targets = set_in(shown)
        return frame.page([*marks, *body], targets)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return ["What next?", *(f"{key.upper()}: {label}" for label, key in self.entries)]
