"""The page that makes the game fit somebody, above a room: the same as at the desk."""

from __future__ import annotations

from game.projector.around import Around
from game.projector.frame import RoomScreen
from game.projector.intents import ClosePage, RoomIntent, RoomIntents
from game.records.settings import Settings
from game.room.session import Session
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.intents import Change, Close
from game.stage.outline import Outline
from game.stage.page import Page
from game.stage.screens.ease import EaseScreen


class RoomEaseScreen(RoomScreen):
    """Passes everything on to the page of the desk."""

    story = True
    """Whether it is set in the size of a play."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self._page = EaseScreen(Settings())

    @property
    def settings(self) -> Settings:
        """What holds now."""
        return self._page.settings

    @settings.setter
    def settings(self, now: Settings) -> None:
        self._page.settings = now

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        asked: list[RoomIntent] = []
        for each in self._page.handle(key):
            if isinstance(each, Close):
                asked.append(ClosePage())
            elif isinstance(each, Change):
                asked.append(each)
        return tuple(asked)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page as it is to be shown."""
        self._page.hover = self.hover
        return self._page.page(desk, gallery)

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        return self._page.text()

    def outline(self) -> Outline:
        """Return the page for whoever does not see it."""
        return self._page.outline()
