"""Talk to your neighbour: the time that is offered, and the answers once more."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_, _
from game.projector.frame import RoomScreen, fitting, moment_of, news, room_page, sans, serif
from game.projector.hints import back, blank_the_screen, space
from game.projector.screens.lettered import answers, in_columns
from game.projector.screens.story import onward_words
from game.projector.timer import clock, ring, seconds_left
from game.room.paragraphs import question
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Galley, Mark, Page, Picture, Style, paged, stacked
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance
from game.stage.whole import shortened

TALK = N_("Talk to your neighbour")
FIND = N_("Find somebody who chose otherwise.")
NO_HURRY = N_("Take the time you need")
NEIGHBOURS = (("people/carol/thinking.webp", -290.0), ("people/tom/delighted.webp", -34.0))
"""Two guests of the columnist's, and where they stand, from the middle of the ring."""
WHOLE = WIDTH - 2 * MARGIN
BESIDE = 1_180.0
"""Width of the headline, beside the time."""
BETWEEN = 46.0
"""Space between two rows of answers."""


@dataclass(frozen=True, slots=True)
class Head:
    """How large the upper part of the page is set, and how high it is."""

    size: float
    first: float
    """Baseline of the first line."""
    prompt: float
    prompt_at: float
    rule: float
    """The highest place of the rule below it."""
    ring: float


TALL, LOW = Head(164, 284, 54, 558, 718, 112), Head(138, 258, 48, 474, 584, 92)
LARGE = ((TALL, 56.0), (TALL, 48.0), (LOW, 48.0), (TALL, 40.0), (LOW, 40.0))
"""Heads, and the sizes of the answers below them, in the order in which they are tried."""
AROUND = 66.0
"""Space above and below the answers, together."""
SMALL_RULE, SMALL_ROOM = 346.0, 40.0


class TalkScreen(RoomScreen):
    """The timer is an offer: at zero it says so, and stays."""

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page: large words where the answers are few, else the answers have the room."""
        bottom = room_page(desk, "", ()).area.bottom
        for head, size in LARGE:
            low = stacked(self._rows(desk, size, BETWEEN))
            if head.rule <= bottom - low.height - AROUND:
                return self._large(desk, head, low)
        return self._small(desk)

    def _rows(self, desk: Desk, size: float, gap: float) -> list[Galley]:
        """Return the answers in two columns."""
        return in_columns(desk, answers(self.session), sans(size, 600, 1.15), WHOLE, columns=2, gap=gap, side=size * 1.75)

    def _hints(self, *, more: bool) -> list[Hint]:
        first = space(_("more answers") if more else onward_words(self.session))
        return [first, Hint("+", _("thirty seconds more"), "plus"), back(), blank_the_screen()]

    def _large(self, desk: Desk, head: Head, low: Galley) -> Page:
        self.sheet, self.sheets = 0, 1
        frame = room_page(desk, moment_of(self.session), self._hints(more=False))
        palette, words = desk.theme.palette, desk.setter.words
        rule = frame.area.bottom - low.height - AROUND
        spare = min(rule - head.rule, 150.0)
        rule = head.rule + spare
        x = 1612.0
        marks: list[Mark] = []
        if not desk.theme.plain:
            marks += _neighbours(x, rule, min(0.3, (rule - 128 - 2.2 * head.ring) / 900))
        style, lines = self._headline(desk, head.size)
        marks += [
            words(line, style, palette.ink, MARGIN - 5, head.first + spare * 0.3 + number * head.size * 0.95)
            for number, line in enumerate(lines)
        ]
        said = serif(head.prompt, italic=True)
        marks += [
            words(line, said, palette.espresso, MARGIN, head.prompt_at + spare * 0.5 + number * said.line)
            for number, line in enumerate(shortened(desk, each, said, 1120, 1)[0] for each in (_(FIND), self._asks()))
        ]
        marks += self._time(desk, x, 148 + head.ring * 1.1 + spare * 0.15, head.ring)
        marks.append(hairline(rule, MARGIN, WHOLE, palette.ink, 3))
        below = frame.area.bottom - rule - low.height - AROUND
        return frame.page([*marks, *low.at(MARGIN, rule + 36 + below * 0.3)[0]])

    def _small(self, desk: Desk) -> Page:
        """Return the page where the answers are many or long; on several sheets if they need it."""
        palette, words = desk.theme.palette, desk.setter.words
        room = room_page(desk, "", ()).area.bottom - SMALL_RULE - 2 * SMALL_ROOM
        for size in (54, 50, 46, 44, 40, 38, 36):
            rows = self._rows(desk, size, 34)
            sheets = [rows]
            if stacked(rows).height <= room:
                break
        else:
            sheets = min((paged(self._rows(desk, size, 34), room) for size in (44, 40)), key=len)
        self.sheets = len(sheets)
        self.sheet = min(self.sheet, self.sheets - 1)
        frame = room_page(desk, moment_of(self.session), self._hints(more=self.sheet + 1 < self.sheets))
        low = stacked(sheets[self.sheet])
        marks: list[Mark] = [words(_(TALK), fitting(desk, _(TALK), 108, 1_440), palette.ink, MARGIN - 4, 232)]
        said = serif(44, italic=True)
        marks.append(words(shortened(desk, self._prompt(), said, 1440, 1)[0], said, palette.espresso, MARGIN, 308))
        marks += self._time(desk, 1716, 230, 84)
        marks.append(hairline(SMALL_RULE, MARGIN, WHOLE, palette.ink, 3))
        marks += low.at(MARGIN, SMALL_RULE + SMALL_ROOM + max(0.0, room - low.height) * 0.35)[0]
        if self.sheets > 1:
            at = _("{page} of {pages}", page=self.sheet + 1, pages=self.sheets)
            marks.append(words(at, sans(36), palette.mocha, WIDTH - MARGIN, frame.area.bottom - 14, "end"))
        return frame.page(marks)

    def _time(self, desk: Desk, x: float, y: float, radius: float) -> list[Mark]:
        """Return the ring; from its end on, in its place, that there is no hurry."""
        if seconds_left(self.session, self.around.now):
            return [*ring(desk, self.session, self.around.now, x, y, radius)]
        style = sans(44, 700, 1.18)
        return [
            desk.setter.words(line, style, desk.theme.palette.tomato, x, y - 12 + number * style.line, "middle")
            for number, line in enumerate(balance(_(NO_HURRY), style, min(2.8 * radius + 60, 2 * (WIDTH - MARGIN - x)), desk.setter.measure))
        ]

    def _asks(self) -> str:
        who = question(self.session)["who"]
        # somebody who only calls across the shop is hardly whom the answer is for
        held = any(person.short == who for person in self.session.setup.scenario.accounts)
        return _("What would {name} hear?", name=who) if held else _("What made you choose it?")

    def _prompt(self) -> str:
        return f"{_(FIND)} {self._asks()}"

    def _headline(self, desk: Desk, size: float) -> tuple[Style, list[str]]:
        """Return the headline on two lines beside the time, as large as they fit."""
        while len(lines := balance(_(TALK), news(size), BESIDE, desk.setter.measure)) > 2 or any(
            desk.setter.measure(line, news(size)) > BESIDE for line in lines
        ):
            size -= 6
        return news(size), lines


    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        left = seconds_left(self.session, self.around.now)
        time = _("{time} left", time=clock(left)) if left else _(NO_HURRY)
        return [_(TALK), self._prompt(), time, *(f"{letter}: {words}" for letter, words in answers(self.session))]


def _neighbours(x: float, rule: float, zoom: float) -> list[Mark]:
    """Return two people who talk, cut off at a rule."""
    marks: list[Mark] = []
    for name, left in NEIGHBOURS:
        cover = Box(x + left * zoom / 0.3, rule - 830 * zoom, 800 * zoom, 900 * zoom)
        marks.append(Picture(Box(cover.x, cover.y, cover.w, rule - cover.y), name, cover))
    return marks
