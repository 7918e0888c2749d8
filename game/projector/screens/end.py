"""Whether the story ends here: for a workshop that has run out of time, and ends well all the same."""

from __future__ import annotations

from game.projector.frame import RoomScreen, moment_of, news, room_page, serif
from game.projector.intents import ClosePage, Happen, RoomIntents
from game.room.events import Went
from game.room.session import Step
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Page
from game.stage.theme import MARGIN
from game.stage.typesetting import balance

SAYS = "The rest of the story is not played. The room reads its column, and talks it over."


class EndScreen(RoomScreen):
    """Asks, since nobody goes back from the column by accident."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key == "e":
            return (Happen(Went(Step.COLUMN.value)), ClosePage())
        return (ClosePage(),) if key in ("escape", "enter", "space", "left") else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        frame = room_page(desk, moment_of(self.session), (Hint("Esc", "play on", "escape"), Hint("E", "end here", "e")))
        palette, words = desk.theme.palette, desk.setter.words
        top = frame.area.y + 190
        marks = [words("End here?", news(132), palette.ink, MARGIN - 4, top)]
        style = serif(54, italic=True)
        for number, line in enumerate(balance(SAYS, style, 1500, desk.setter.measure)):
            marks.append(words(line, style, palette.espresso, MARGIN, top + 120 + number * style.line))
        return frame.page(marks)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return ["End here?", SAYS]
