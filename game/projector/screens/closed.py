"""The room is closed: thanks, and where everybody's page is."""

from __future__ import annotations

from game.language import N_, _
from game.projector.frame import RoomScreen, fitting, news, room_page, serif
from game.projector.hints import escape
from game.projector.intents import HandOut, RoomIntents
from game.room.column_view import column_of, this_week
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Mark, Page, Style
from game.stage.theme import FRANKLIN, MARGIN, WIDTH
from game.stage.typesetting import balance
from game.stage.whole import shortened
from game.story.typography import typographic

THANKS = N_("Thank you for coming")
PAGE = N_("If you kept the page, it is on your phone, and it stays there. If not, keep it now, while the laptop is here.")
BY_HAND = N_("The page to take home is with whoever led you.")


class ClosedScreen(RoomScreen):
    """The last page of a workshop."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key == "h":
            return (HandOut(),)
        # there is no way on, and a press too many does not take the page off the wall
        return () if key in ("enter", "space", "right", "left") else super().handle(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
        hints = (escape(_("leave")), Hint("H", _("hand-out"), "h"))
        frame = room_page(desk, self.session.setup.scenario.title, hints)
        down = frame.area.y + (frame.area.h - 895) * 0.4
        marks: list[Mark] = [words(_(THANKS), fitting(desk, _(THANKS), 156, WIDTH - 2 * MARGIN), palette.ink, MARGIN - 5, down + 200)]
        said = serif(50, italic=True)
        for number, line in enumerate(balance(self._page(), said, 1500, measure)):
            marks.append(words(line, said, palette.espresso, MARGIN, down + 310 + number * said.line))
        marks.append(hairline(down + 460, MARGIN, WIDTH - 2 * MARGIN, palette.teal, 5))
        marks.append(words(_("This week").upper(), Style(FRANKLIN[700], 36, 1.2, 0.06), palette.teal, MARGIN, down + 530))
        style = news(76, 1.12)
        for number, line in enumerate(shortened(desk, self._act(), style, 1640, 3)):
            marks.append(words(line, style, palette.teal, MARGIN - 2, down + 628 + number * style.line))
        return frame.page(marks)

    def _page(self) -> str:
        return _(PAGE) if self.session.manner.phones else _(BY_HAND)

    def _act(self) -> str:
        return typographic(this_week(column_of(self.session, self.around.analysis).reply)[0])

    def text(self) -> list[str]:
        """Return the page in reading order."""
        return [_(THANKS), self._page(), _("This week: {act}", act=self._act())]
