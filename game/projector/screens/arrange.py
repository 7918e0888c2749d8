"""How we play: each change holds at once, and one sentence says what it does to a room."""

from __future__ import annotations

from dataclasses import replace

from game.language import N_, _
from game.projector.around import Around
from game.projector.frame import RoomScreen, fitting, room_page, sans
from game.projector.hints import escape
from game.projector.intents import ClosePage, Happen, RoomIntents
from game.projector.screens.manner import Row, fixed, held, named, rows_of, says
from game.room.events import Arranged
from game.room.session import Session
from game.room.setup import MOST_TABLES
from game.stage import inks
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Mark, Page, Style, Target
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance
from game.stage.whole import shortened

HEADLINE = N_("How we play")
TOP = 262.0
VALUE_X, VALUE_WIDTH, SENTENCE_X = 456.0, 452.0, 940.0
WHOLE = WIDTH - 2 * MARGIN


class ArrangeScreen(RoomScreen):
    """A row for each thing that can be changed; left and right change it."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self.cursor = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that this room has."""
        return rows_of(self.session)

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; move the cursor. At the ends of a row nothing happens."""
        rows = self.rows
        self.cursor = min(self.cursor, len(rows) - 1)
        row = rows[self.cursor]
        match key:
            case "escape" | "o":
                return (ClosePage(),)
            case "up" | "down":
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(rows)
            case "left" | "right":
                return self._by(row, 1 if key == "right" else -1)
            case "enter" | "space":
                return self._to(row, (held(self.session, row) + 1) % len(row.kinds))
            case _ if key.isdecimal() and len(key) == 1 and row.field == "tables":
                longer = held(self.session, row) * 10 + int(key)
                return self._to(row, longer if longer <= MOST_TABLES else int(key))
            case _ if key.startswith(("row:", "less:", "more:")) and int(key[key.index(":") + 1 :]) < len(rows):
                self.cursor = int(key[key.index(":") + 1 :])
                return self._by(rows[self.cursor], {"row": 0, "less": -1, "more": 1}[key[: key.index(":")]])
            case "b":
                return super().handle(key)
        return ()

    def _by(self, row: Row, by: int) -> RoomIntents:
        to = held(self.session, row) + by
        return self._to(row, to) if 0 <= to < len(row.kinds) else ()

    def _to(self, row: Row, number: int) -> RoomIntents:
        if number == held(self.session, row) or fixed(self.session, row):
            return ()
        return (Happen(Arranged(row.field, row.kinds[number].value)),)

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page as it is to be shown."""
        hints = (escape(_("back; it holds already")), Hint("↑↓", _("row"), "down"), Hint("←→", _("change"), "right"),
                 Hint("0–9", _("number of tables"), "tables"))
        frame = room_page(desk, _(HEADLINE), hints)
        palette, words = desk.theme.palette, desk.setter.words
        self.cursor = min(self.cursor, len(self.rows) - 1)
        marks: list[Mark] = [words(_(HEADLINE), fitting(desk, _(HEADLINE), 104, WHOLE), palette.ink, MARGIN - 4, 226)]
        targets: list[Target] = []
        height = (frame.area.bottom - TOP - 22) / len(self.rows)
        marks.append(hairline(TOP, MARGIN, WHOLE, palette.ink))
        for number, row in enumerate(self.rows):
            placed, places = self._row(desk, number, row, Box(MARGIN, TOP + 2 + number * height, WHOLE, height))
            marks += placed
            targets += places
        return frame.page(marks, targets)

    def _row(self, desk: Desk, number: int, row: Row, box: Box) -> tuple[list[Mark], list[Target]]:
        palette, words = desk.theme.palette, desk.setter.words
        on, still, at = number == self.cursor, fixed(self.session, row), held(self.session, row)
        marks: list[Mark] = []
        if on:
            marks.append(Fill(Box(box.x - 24, box.y, box.w + 48, box.h - 2), palette.white))
        if on or (self.hover or "") in (f"row:{number}", f"less:{number}", f"more:{number}"):
            marks.append(Fill(Box(box.x - 24, box.y, 12, box.h - 2), palette.tomato))
        middle = box.y + box.h / 2 - 1
        marks += self._title(desk, _(row.title), sans(40, 700 if on else 600), box.x + 6, middle)
        place = Box(VALUE_X, middle - 34, VALUE_WIDTH, 68)
        name, value = named(row.kinds[at]), sans(40, 600)
        if desk.setter.measure(name, value) > VALUE_WIDTH - 108:
            value = sans(36, 600)
            name = shortened(desk, name, value, VALUE_WIDTH - 108, 1)[0]
        if still:
            marks.append(words(name, value, palette.mocha, place.x + VALUE_WIDTH / 2, middle + 14, "middle"))
        else:
            marks.append(Fill(place.inset(0), palette.ink))
            marks.append(words(name, value, palette.white, place.x + VALUE_WIDTH / 2, middle + 14, "middle"))
            if on:
                marks += [inks.arrow(place.x + 34, middle, 2, 28, palette.white)] if at > 0 else []
                marks += [inks.arrow(place.right - 34, middle, 0, 28, palette.white)] if at + 1 < len(row.kinds) else []
        style = sans(36, 500, 1.16)
        lines = balance(says(self.session, row), style, box.right - SENTENCE_X, desk.setter.measure)
        if len(lines) * style.line > box.h:
            lines = shortened(desk, says(self.session, row), style, box.right - SENTENCE_X, int(box.h // style.line))
        first = middle + style.size * 0.35 - (len(lines) - 1) * style.line / 2
        marks += [words(line, style, palette.espresso, SENTENCE_X, first + n * style.line) for n, line in enumerate(lines)]
        marks.append(hairline(box.bottom - 2, box.x, box.w, palette.ink))
        half = VALUE_WIDTH / 2
        targets = [
            Target(Box(box.x - 24, box.y, box.w + 48, box.h), f"row:{number}"),
            Target(Box(place.x, box.y, half, box.h), f"less:{number}"),
            Target(Box(place.x + half, box.y, half, box.h), f"more:{number}"),
        ]
        return marks, targets

    def _title(self, desk: Desk, text: str, style: Style, x: float, middle: float) -> list[Mark]:
        """Return what a row is called, on one line or on two."""
        room = VALUE_X - x - 24
        if desk.setter.measure(text, style) > room:
            style = replace(style, size=36.0, lead=1.14)
        lines = shortened(desk, text, style, room, 2)
        first = middle + style.size * 0.35 - (len(lines) - 1) * style.line / 2
        return [desk.setter.words(line, style, desk.theme.palette.ink, x, first + n * style.line) for n, line in enumerate(lines)]

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        return [
            _(HEADLINE),
            *(f"{_(row.title)}: {named(row.kinds[held(self.session, row)])}. {says(self.session, row)}" for row in self.rows),
        ]
