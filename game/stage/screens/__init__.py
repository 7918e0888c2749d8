"""The screens: each is made for one view, returns what the player asks for, and sets its own page."""

from __future__ import annotations

from typing import Protocol

from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.intents import Intents
from game.stage.page import Page


class Screen(Protocol):
    """Something that the window can show."""

    hover: str | None

    def handle(self, key: str) -> Intents:
        """Return what a key asks for; at the most the cursor moves."""
        ...

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page as it is to be shown."""
        ...

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        ...
