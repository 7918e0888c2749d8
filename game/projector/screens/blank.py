"""The screen goes dark, so that the room looks at whoever speaks."""

from __future__ import annotations

from game.language import _
from game.projector.frame import RoomScreen
from game.projector.intents import Happen, RoomIntents
from game.room.events import Blanked
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Page
from game.stage.theme import WIDTH

BLACK = (0, 0, 0)


class BlankScreen(RoomScreen):
    """Black, and nothing else; any key brings the page back."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for: the page as it was."""
        return (Happen(Blanked(False)),)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        return Page(WIDTH, desk.height, (Fill(Box(0, 0, WIDTH, desk.height), BLACK),))

    def text(self) -> list[str]:
        """Return what a voice says, since nothing is to be seen."""
        return [_("The screen is dark. Any key brings it back.")]
