"""A show of hands: the count of each answer is typed in; what phones voted is not shown here."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import N_, _, n_
from game.projector.around import Around
from game.projector.frame import RoomScreen, common, figures, fitting, moment_of, room_page, sans
from game.projector.hints import enter, escape, space
from game.projector.intents import ClosePage, Happen, RoomIntents
from game.projector.screens.lettered import answers, letter_box
from game.room.events import Hands
from game.room.figures import figure
from game.room.machine import MOST_HANDS
from game.room.session import Session
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Frame, Galley, Mark, Page, Target, paged
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance

WHOLE = WIDTH - 2 * MARGIN
HEADLINE = N_("Hands up, please")
FIGURES_LONGEST = 4
BOX_WIDTH, INDENT, TOP, TALLEST = 210.0, 140.0, 262.0, 158.0


class HandsScreen(RoomScreen):
    """A row for each answer; figures go into the row under the cursor, and empty rows are allowed."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        last = session.now.last if session.moments else None
        held = last.hands if last is not None else {}
        self.typed = [str(held[name]) if held.get(name) else "" for name in self._names]
        """Of each answer, what was typed; empty where nothing was."""
        self.cursor = 0
        self.too_many = False
        """Whether a figure was refused, since a row takes no more hands."""

    @property
    def _names(self) -> list[str]:
        return list(self.session.choices)[: len(answers(self.session))]

    @property
    def counts(self) -> dict[str, int]:
        """The hands as they stand in the boxes; rows without a hand are left out."""
        return {name: int(typed) for name, typed in zip(self._names, self.typed, strict=False) if typed and int(typed)}

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; figures are typed into the row under the cursor."""
        self.too_many = False
        last = len(self.typed) - 1
        match key:
            case "escape" | "h":
                return (ClosePage(),)
            case "space":
                return self._done()
            case "enter" | "right":
                if self.cursor >= last:
                    return self._done()
                self.cursor += 1
            case "down" | "up":
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % max(1, last + 1)
            case "left":
                return self._left()
            case "delete" if self.typed:
                self.typed[self.cursor] = ""
            case _ if key.isdecimal() and len(key) == 1 and self.typed:
                self._figure(key)
            case _ if key.startswith("row:") and int(key[4:]) <= last:
                self.cursor = int(key[4:])
            case "b":
                return common(self.session, key)
        return ()

    def _done(self) -> RoomIntents:
        return Happen(Hands(self.counts)), ClosePage()

    def _left(self) -> RoomIntents:
        """Take a figure away; in an empty row go to the one before; where nothing is typed at all, go back."""
        if self.typed and self.typed[self.cursor]:
            self.typed[self.cursor] = self.typed[self.cursor][:-1]
        elif self.cursor > 0:
            self.cursor -= 1
        elif not any(self.typed):
            return (ClosePage(),)
        return ()

    def _figure(self, figure: str) -> None:
        longer = (self.typed[self.cursor] + figure).lstrip("0") or "0"
        if len(longer) > FIGURES_LONGEST or int(longer) > MOST_HANDS:
            self.too_many = True
            return
        self.typed[self.cursor] = longer

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page with the row under the cursor; many or long answers stand on several."""
        right = _("{moment} · show of hands", moment=moment_of(self.session))
        hints = (enter(_("next") if self.cursor + 1 < len(self.typed) else _("done")), Hint("0–9", _("type the count"), "0:"),
                 space(_("done")), escape(_("leave as it was")))
        frame = room_page(desk, right, hints)
        palette, words = desk.theme.palette, desk.setter.words
        bottom = frame.area.bottom - 76
        sheets = self._sheets(desk, bottom - TOP)
        place = [number for number, sheet in enumerate(sheets) for _ in sheet]
        self.sheets = len(sheets)
        self.sheet = place[self.cursor] if place else 0
        start = place.index(self.sheet) if place else 0
        marks: list[Mark] = [words(_(HEADLINE), fitting(desk, _(HEADLINE), 104, WHOLE), palette.ink, MARGIN - 4, 226)]
        targets: list[Target] = []
        y = TOP
        rows = sheets[self.sheet] if sheets else []
        spare = (bottom - TOP - sum(row.height for row in rows)) / max(1, len(rows))
        tall = [row.height + min(spare, max(0.0, TALLEST + (desk.height - 1080) * 0.24 - row.height)) for row in rows]
        for number, (row, height) in enumerate(zip(rows, tall, strict=True), start):
            placed, places = self._row(desk, number, row, height, y)
            marks += placed
            targets += places
            y += height
        foot = frame.area.bottom - 24
        total = sum(self.counts.values())
        said = _("At most {most} hands in a row.", most=figure(MOST_HANDS)) if self.too_many else self._sum(total)
        marks.append(words(said, sans(40, 700), palette.tomato if self.too_many else palette.ink, MARGIN, foot))
        if self.sheets > 1:
            marks.append(words(_("{page} of {pages}", page=self.sheet + 1, pages=self.sheets), sans(38), palette.mocha, WIDTH - MARGIN, foot, "end"))
        return frame.page(marks, targets)

    def _sum(self, total: int) -> str:
        hands = _("No hand yet") if not total else n_("{n} hand", "{n} hands", total, n=figure(total))
        first = self.session.now.first if self.session.moments else None
        before = sum(first.hands.values()) if first is not None and self.session.round == 2 else 0
        return _("{hands}; {before} in the first vote", hands=hands, before=figure(before)) if before else hands

    def _sheets(self, desk: Desk, height: float) -> list[list[Galley]]:
        """Return the words of each answer as rows, spread over pages: large ones where all fit."""
        for size, least in ((50.0, 128.0), (46.0, 108.0), (44.0, 84.0)):
            rows = [self._words(desk, text, size, least) for _, text in answers(self.session)]
            if sum(row.height for row in rows) <= height:
                return [rows]
        return paged(rows, height)

    def _words(self, desk: Desk, text: str, size: float, least: float) -> Galley:
        style = sans(size, 600, 1.14)
        lines = balance(text, style, WHOLE - BOX_WIDTH - INDENT - 60, desk.setter.measure)
        height = len(lines) * style.line
        marks = [
            desk.setter.words(line, style, desk.theme.palette.ink, INDENT, number * style.line - height / 2 + style.line * 0.5 + size * 0.35)
            for number, line in enumerate(lines)
        ]
        return Galley(tuple(marks), max(least, height + 30))

    def _row(self, desk: Desk, number: int, row: Galley, height: float, y: float) -> tuple[Sequence[Mark], Sequence[Target]]:
        """Return a row in its place: the letter, the words, and the box with its figures."""
        palette, words = desk.theme.palette, desk.setter.words
        on, typed = number == self.cursor, self.typed[number]
        side = min(100.0, height - 20)
        middle = y + height / 2
        marks: list[Mark] = []
        if on:
            marks += [Fill(Box(MARGIN - 24, y, WHOLE + 48, height - 2), palette.white)]
        if on or self.hover == f"row:{number}":
            marks.append(Fill(Box(MARGIN - 24, y, 12, height - 2), palette.tomato))
        marks += letter_box(desk, answers(self.session)[number][0], MARGIN, middle - side / 2, side)
        marks += row.at(MARGIN, middle)[0]
        box = Box(WIDTH - MARGIN - BOX_WIDTH, middle - side / 2, 190, side)
        marks += [Fill(box, palette.white), Frame(box, palette.ink, 6 if on else 3)]
        style = figures(side * 0.78)
        width = desk.setter.measure(typed, style)
        if typed:
            marks.append(words(typed, style, palette.ink, box.x + 95, middle + style.size * 0.335, "middle"))
        if on:
            marks.append(Fill(Box(box.x + 95 + width / 2 + (10 if typed else -2), middle - side * 0.36, 5, side * 0.72), palette.tomato))
        marks.append(hairline(y + height - 2, MARGIN, WHOLE, palette.ink))
        return marks, [Target(Box(MARGIN - 24, y, WHOLE + 48, height), f"row:{number}")]

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        rows = [
            _row(letter, words, typed, here=number == self.cursor)
            for number, ((letter, words), typed) in enumerate(zip(answers(self.session), self.typed, strict=False))
        ]
        return [_(HEADLINE), *rows, self._sum(sum(self.counts.values()))]


def _row(letter: str, words: str, typed: str, *, here: bool) -> str:
    """Return an answer and what was typed beside it; `here` is where figures go."""
    count = typed or _("empty")
    if here:
        return _("{letter}: {words} {count}, here", letter=letter, words=words, count=count)
    return _("{letter}: {words} {count}", letter=letter, words=words, count=count)
