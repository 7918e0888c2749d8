"""How we play: each change holds at once, and one sentence says what it does to a room."""

from __future__ import annotations

from game.projector.around import Around
from game.projector.frame import RoomScreen, news, room_page, sans
from game.projector.intents import ClosePage, Happen, RoomIntents
from game.projector.screens.manner import Row, fixed, held, rows_of, says
from game.room.events import Arranged
from game.room.session import Session
from game.room.setup import MOST_TABLES
from game.stage import inks
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Mark, Page, Target
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance

HEADLINE = "How we play"
TOP = 262.0
VALUE_X, VALUE_WIDTH, SENTENCE_X = 470.0, 396.0, 916.0
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
        hints = (Hint("Esc", "back; it holds already", "escape"), Hint("↑↓", "row", "down"), Hint("←→", "change", "right"),
                 Hint("0–9", "number of tables", "tables"))
        frame = room_page(desk, "How we play", hints)
        palette, words = desk.theme.palette, desk.setter.words
        self.cursor = min(self.cursor, len(self.rows) - 1)
        marks: list[Mark] = [words(HEADLINE, news(104), palette.ink, MARGIN - 4, 226)]
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
        marks.append(words(row.title, sans(40, 700 if on else 600), palette.ink, box.x + 6, middle + 14))
        place = Box(VALUE_X, middle - 34, VALUE_WIDTH, 68)
        name = row.kinds[at].name
        if still:
            marks.append(words(name, sans(40, 600), palette.mocha, place.x + VALUE_WIDTH / 2, middle + 14, "middle"))
        else:
            marks.append(Fill(place.inset(0), palette.ink))
            marks.append(words(name, sans(40, 600), palette.white, place.x + VALUE_WIDTH / 2, middle + 14, "middle"))
            if on:
                marks += [inks.arrow(place.x + 34, middle, 2, 28, palette.white)] if at > 0 else []
                marks += [inks.arrow(place.right - 34, middle, 0, 28, palette.white)] if at + 1 < len(row.kinds) else []
        style = sans(36, 500, 1.16)
        lines = balance(says(self.session, row), style, box.right - SENTENCE_X, desk.setter.measure)
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

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        return [
            HEADLINE,
            *(f"{row.title}: {row.kinds[held(self.session, row)].name}. {says(self.session, row)}" for row in self.rows),
        ]
