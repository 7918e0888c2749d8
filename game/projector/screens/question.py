"""A question before something that cannot be taken back by a key: what would happen, and what stays."""

from __future__ import annotations

from game.projector.frame import RoomScreen, fitting, moment_of, room_page, serif
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Page
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance


class QuestionScreen(RoomScreen):
    """Says what is asked, and what follows; who answers how is each question's own."""

    @property
    def asks(self) -> str:
        """The question, as a headline."""
        raise NotImplementedError

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The answers to it."""
        raise NotImplementedError

    @property
    def says(self) -> str:
        """What follows, in a sentence or two."""
        raise NotImplementedError

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        frame = room_page(desk, moment_of(self.session), self.hints)
        palette, words = desk.theme.palette, desk.setter.words
        top = frame.area.y + 190
        marks = [words(self.asks, fitting(desk, self.asks, 132, WIDTH - 2 * MARGIN), palette.ink, MARGIN - 4, top)]
        style = serif(54, italic=True)
        for number, line in enumerate(balance(self.says, style, 1500, desk.setter.measure)):
            marks.append(words(line, style, palette.espresso, MARGIN, top + 120 + number * style.line))
        return frame.page(marks)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return [self.asks, self.says]
