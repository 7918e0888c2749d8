"""Whether the room is left: the session stays on the disk, so that nothing is lost by a wrong key."""

from __future__ import annotations

from game.projector.frame import RoomScreen, moment_of, news, room_page, serif
from game.projector.intents import ClosePage, LeaveRoom, RoomIntents
from game.room.session import Step
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Page
from game.stage.theme import MARGIN
from game.stage.typesetting import balance


class LeaveScreen(RoomScreen):
    """Asks, and says what stays."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key in ("q", "y"):
            return (LeaveRoom(),)
        return (ClosePage(),) if key in ("escape", "enter", "space", "left", "n") else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        frame = room_page(desk, moment_of(self.session), (Hint("Esc", "stay", "escape"), Hint("Q", "leave", "q")))
        palette, words = desk.theme.palette, desk.setter.words
        top = frame.area.y + 190
        marks = [words("Leave the room?", news(132), palette.ink, MARGIN - 4, top)]
        style = serif(54, italic=True)
        for number, line in enumerate(balance(self._what_stays(), style, 1500, desk.setter.measure)):
            marks.append(words(line, style, palette.espresso, MARGIN, top + 120 + number * style.line))
        return frame.page(marks)

    def _what_stays(self) -> str:
        if self.session.step is Step.CLOSED:
            return "This room is closed. Its column is kept."
        return "Every vote is kept. Start the room again today, and the phones come back as themselves."

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return ["Leave the room?", self._what_stays()]
