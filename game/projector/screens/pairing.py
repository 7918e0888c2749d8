"""The facilitator's own phone becomes the remote: the phone shows a number, which is typed here and printed nowhere."""

from __future__ import annotations

from game.language import N_, _
from game.projector.around import Around
from game.projector.frame import READ, RoomScreen, fitting, room_page, sans, serif
from game.projector.hints import backspace, escape
from game.projector.intents import PAIRED, ClosePage, Pair, RoomIntents
from game.room.session import Session
from game.stage import inks
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Frame, Mark, Page
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance
from game.stage.whole import shortened

LONGEST = 6
"""Figures of a number."""
HEADLINE = N_("Your phone as a remote")
# Translators: an address stands below, or behind
OPEN = N_("On your own phone, open")
TYPE = N_("It shows six figures. Type them here; the room sees only dots.")
NO_NETWORK = N_("There is no network here, so no phone can be the remote. The keyboard does all that it would.")
REMOTE = N_("A phone is the remote already. Another may be paired as well.")
BOX_SIZE, STEP = 108.0, 136.0


class PairingScreen(RoomScreen):
    """Six boxes; the sixth figure asks for the phone that shows them."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self.typed = ""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; figures are kept until there are six."""
        match key:
            case "escape" | "p":
                return (ClosePage(),)
            case "enter" | "space" | "right" if not self.typed and (self.around.remote or not self.around.address):
                return (ClosePage(),)
            case "left":
                if not self.typed:
                    return (ClosePage(),)
                self.typed = self.typed[:-1]
            case "delete":
                self.typed = ""
            case _ if key.isdecimal() and len(key) == 1 and self.around.address:
                self.typed += key
                if len(self.typed) == LONGEST:
                    code, self.typed = self.typed, ""
                    return (Pair(code),)
        return ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page; what was typed stands on it as dots."""
        frame = room_page(desk, _("For the facilitator"), self._hints())
        palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
        spare = desk.height - 1080
        marks: list[Mark] = [words(_(HEADLINE), fitting(desk, _(HEADLINE), 124, WIDTH - 2 * MARGIN), palette.ink, MARGIN - 4, 262 + spare * 0.2)]
        style = serif(50, italic=True)
        if not self.around.address:
            return frame.page([*marks, *(
                words(line, style, palette.espresso, MARGIN, 400 + n * style.line)
                for n, line in enumerate(balance(_(NO_NETWORK), style, 1500, measure))
            )])
        y = 372 + spare * 0.3
        marks.append(words(_(OPEN), style, palette.espresso, MARGIN, y))
        address = f"http://{self.around.address}/remote"
        size = next((size for size in (84, 76, 66, 56) if measure(address, sans(size, 700)) <= WIDTH - 2 * MARGIN), 48)
        address = shortened(desk, address, sans(size, 700), WIDTH - 2 * MARGIN, 1)[0]
        marks.append(words(address, sans(size, 700), palette.ink, MARGIN, y + 104))
        while measure(_(TYPE), style) > WIDTH - 2 * MARGIN and style.size > READ:
            style = serif(style.size - 2, italic=True)
        marks.append(words(_(TYPE), style, palette.espresso, MARGIN, y + 202))
        top = y + 252
        for number in range(LONGEST):
            box = Box(MARGIN + number * STEP + (24 if number >= LONGEST / 2 else 0), top, BOX_SIZE, BOX_SIZE + 20)
            here = number == len(self.typed)
            marks += [Fill(box, palette.white), Frame(box, palette.tomato if here else palette.ink, 6 if here else 3)]
            if number < len(self.typed):
                marks.append(inks.disc(box.x + BOX_SIZE / 2, box.y + box.h / 2, 20, palette.ink))
        said = sans(44, 700, 1.2)
        y = top + BOX_SIZE + 100
        marks += [
            words(line, said, palette.teal if self._paired else palette.tomato if self.around.message else palette.mocha, MARGIN, y + n * said.line)
            for n, line in enumerate(shortened(desk, self._said(), said, WIDTH - 2 * MARGIN, 2) if self._said() else ())
        ]
        return frame.page(marks)

    @property
    def _paired(self) -> bool:
        return self.around.message == _(PAIRED)

    def _said(self) -> str:
        return self.around.message or (_(REMOTE) if self.around.remote else "")

    def _hints(self) -> list[Hint]:
        if not self.around.address:
            return [escape(_("back"))]
        back = _("done") if self.around.remote else _("back")
        return [escape(back), Hint("0–9", _("type the figures"), "0:"), backspace(_("mend"))]

    def text(self) -> list[str]:
        """Return what the page says, in reading order; never the figures."""
        if not self.around.address:
            return [_(HEADLINE), _(NO_NETWORK)]
        count = len(self.typed)
        typed = _("Nothing typed yet.") if not count else _("{count} of {all} figures typed.", count=count, all=LONGEST)
        said = [self._said()] if self._said() else []
        return [_(HEADLINE), f"{_(OPEN)} http://{self.around.address}/remote", _(TYPE), typed, *said]
