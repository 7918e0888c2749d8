"""Two votes side by side, as bars with bands between them: who moved lies on top, in teal."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import _
from game.projector.flow_chart import Band, Bar, FlowChart, flow_chart
from game.projector.frame import figures, sans
from game.projector.screens.column_figures import one_line
from game.projector.screens.reveal_words import called, headline, twice
from game.room.figures import figure
from game.room.phone_view import letters
from game.room.session import Session
from game.room.votes import flow, leaders, tally
from game.stage import inks
from game.stage.components import Desk
from game.stage.page import Area, Box, Colour, Fill, Line, Mark, Page, Point, Sketch, Style, Target
from game.stage.theme import FRANKLIN, MARGIN, WIDTH
from game.stage.whole import Whole, shortened

LEFT, RIGHT, THICK = 722.0, 1154.0, 44.0
"""Where the bars of the two votes stand, and how wide they are."""
MANY_CHOICES, MANY_PEOPLE = 4, 200
"""Beyond these, figures and heights are in per cent."""
CROWDED = 6
"""More choices than these have one line each for their words, and a smaller headline."""
INDENT = 58.0
"""Of the words behind their letter."""


def flowing(desk: Desk, frame: Whole, session: Session, cursor: int | None) -> Page:
    """Return the page of two votes."""
    return _Flowing(desk, frame, session, cursor).page()


class _Flowing:
    """One page being set: what all of its parts need to know."""

    def __init__(self, desk: Desk, frame: Whole, session: Session, cursor: int | None) -> None:
        self.desk, self.frame, self.session, self.cursor = desk, frame, session, cursor
        now = session.now
        self.first, self.second = tally(now.first, now.offered), tally(now.second, now.offered)
        self.crowded = len(now.offered) > CROWDED
        cast = max(sum(self.first.values()), sum(self.second.values()))
        self.shares = len(now.offered) > MANY_CHOICES or cast > MANY_PEOPLE
        self.top = 302.0 if self.crowded else 340.0
        self.gap, self.slot = (4.0, 44.0) if self.crowded else (36.0, 58.0) if len(now.offered) <= MANY_CHOICES else (18.0, 48.0)
        shown = [(count, side) for side, counts in ((-1, self.first), (1, self.second)) for count in counts.values()]
        self.zone = 58 + max(self.desk.setter.measure(self._figure(*each), self._figure_style(each[1])) for each in shown)
        """Between a bar and the words beside it: the figure."""

    def page(self) -> Page:
        palette, words = self.desk.theme.palette, self.desk.setter.words
        area = self.frame.area
        height = area.bottom - 112 - self.top
        chart = flow_chart(
            self.first, self.second, flow(self.session.now.first, self.session.now.second), height=height,
            gap=self.gap, slot=self.slot, shares=self.shares,
        )
        size, base = (76, 200) if self.crowded else (104, 226)
        marks: list[Mark] = [one_line(self.desk, headline(self.session), size, WIDTH - 2 * MARGIN, base)]
        kicker = Style(FRANKLIN[700], 36, 1.2, 0.06)
        before, after = self._title(_("First vote"), self.first), self._title(_("After talking"), self.second)
        marks.append(words(before, kicker, palette.mocha, LEFT + THICK, self.top - 30, "end"))
        marks.append(words(after, kicker, palette.mocha, RIGHT, self.top - 30))
        marks += [self._band(band) for band in chart.bands]
        marks += self._bars(chart)
        targets: list[Target] = []
        for side, bars in ((-1, chart.left), (1, chart.right)):
            for number, bar in enumerate(bars):
                marks += self._label(bar, side, number)
                across = Box(MARGIN, 0, LEFT - MARGIN, 0) if side < 0 else Box(RIGHT, 0, WIDTH - MARGIN - RIGHT, 0)
                targets.append(Target(Box(across.x, self.top + bar.slot.y, across.w, bar.slot.h), f"row:{number}"))
        marks += self._legend(chart)
        return self.frame.page(marks, () if self.session.now.taken else targets)

    def _title(self, words: str, counts: dict[str, int]) -> str:
        return (f"{words} · {figure(sum(counts.values()))}" if self.shares else words).upper()

    # -------------------------------------------------------- bars and bands

    def _bars(self, chart: FlowChart) -> Iterator[Mark]:
        for x, bars in ((LEFT, chart.left), (RIGHT, chart.right)):
            for bar in bars:
                if bar.count:
                    yield Fill(Box(x, self.top + bar.span.y, THICK, bar.span.h), self.desk.theme.palette.ink)

    def _band(self, band: Band) -> Sketch:
        """Return a band from the one bar to the other; who moved has an edge of paper, so that crossings are seen."""
        palette = self.desk.theme.palette
        x, across = LEFT + THICK, RIGHT - LEFT - THICK
        top = min(band.left.y, band.right.y) - 2
        box = Box(x, self.top + top, across, max(band.left.end, band.right.end) + 2 - top)
        upper = _curve(across, band.left.y - top, band.right.y - top)
        lower = _curve(across, band.left.end - top, band.right.end - top)
        if not band.moved:
            return Sketch(box, (Area((*upper, *reversed(lower)), palette.fold), Line((upper[0], upper[0]), 0.1, palette.fold)))
        edges = (Line(tuple(upper), 2, palette.paper), Line(tuple(lower), 2, palette.paper))
        return Sketch(box, (Area((*upper, *reversed(lower)), palette.teal), *edges))

    # -------------------------------------------------------- labels

    def _label(self, bar: Bar, side: int, number: int) -> list[Mark]:
        """Return the figure, the letter and the words of a bar: to the left of the first vote, to the right of the second."""
        desk, palette, words = self.desk, self.desk.theme.palette, self.desk.setter.words
        ahead = side > 0 and bar.choice in leaders(self.second)
        room = (LEFT - MARGIN if side < 0 else WIDTH - MARGIN - RIGHT - THICK) - self.zone - INDENT
        style, lines = self._said(bar, 700 if ahead else 600, room)
        wide = max(desk.setter.measure(line, style) for line in lines)
        middle, figure = self.top + bar.slot.middle, self._figure_style(side)
        colour = palette.mocha if side < 0 else palette.ink
        at, anchor = (LEFT - 30, "end") if side < 0 else (RIGHT + THICK + 30, "start")
        marks: list[Mark] = [words(self._figure(bar.count, side), figure, colour, at, middle + figure.size * 0.34, anchor)]
        x = LEFT - self.zone - wide if side < 0 else RIGHT + THICK + self.zone + INDENT
        first = middle + style.size * 0.35 - (len(lines) - 1) * style.line / 2
        marks += [words(line, style, palette.ink, x, first + n * style.line) for n, line in enumerate(lines)]
        return [*marks, *self._letter(bar.choice, x - 34, middle, number)]

    def _said(self, bar: Bar, weight: int, room: float) -> tuple[Style, list[str]]:
        """Return the words of a choice: on one line if it fits at a size that the back row reads, else on two, or cut short."""
        text = called(self.session, bar.choice)
        largest = 36 if self.crowded else 40
        for size in range(largest, 35, -2):
            style = sans(size, weight, 1.06)
            if self.desk.setter.measure(text, style) <= room:
                return style, [text]
        style = sans(largest, weight, 1.06)
        return style, shortened(self.desk, text, style, room, 2 if bar.slot.h + self.gap >= 2 * style.line + 4 else 1)

    def _letter(self, choice: str, x: float, middle: float, number: int) -> list[Mark]:
        palette, size = self.desk.theme.palette, 40.0 if self.crowded else 44.0
        mark = letters(self.session)[choice]
        base = middle + size * 0.34
        if number != self.cursor:
            return [self.desk.setter.words(mark, figures(size), palette.tomato, x, base, "middle")]
        box = Box(x - 22, middle - 21, 44, 42)
        return [Fill(box, palette.ink), self.desk.setter.words(mark, figures(38), palette.white, x, middle + 13, "middle")]

    def _figure_style(self, side: int) -> Style:
        large, small = (44, 40) if self.crowded else (54, 46) if self.shares else (64, 56)
        return figures(large if side > 0 else small)

    def _figure(self, count: int, side: int) -> str:
        if not self.shares:
            return str(count)
        cast = sum((self.first if side < 0 else self.second).values())
        return _("{share}%", share=round(100 * count / cast) if cast else 0)

    # -------------------------------------------------------- foot

    def _legend(self, chart: FlowChart) -> list[Mark]:
        palette, words = self.desk.theme.palette, self.desk.setter.words
        base = self.frame.area.bottom - 46
        marks: list[Mark] = []
        x = MARGIN
        shown: list[tuple[str, Colour]] = []
        if any(band.moved for band in chart.bands):
            shown.append((_("moved"), palette.teal))
        if any(not band.moved for band in chart.bands):
            shown.append((_("stayed"), palette.fold))
        for name, colour in shown:
            marks += [Fill(Box(x, base - 32, 36, 36), colour), words(name, sans(38, 700), palette.ink, x + 54, base)]
            x += 54 + self.desk.setter.measure(name, sans(38, 700)) + 64
        said = twice(self.session)
        if said:
            marks.append(words(said, sans(38), palette.mocha, WIDTH - MARGIN, base, "end"))
        return marks


def _curve(across: float, start: float, end: float) -> list[Point]:
    return inks.curve((0.0, start), (across / 2, start), (across / 2, end), (across, end), 28)
