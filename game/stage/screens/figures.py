"""The last page of the column: the chart, the score, the principles, the dearest moment and the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _
from game.stage import inks
from game.stage.chart import Chart, Curve, chart
from game.stage.columns import Column, flowed, set_in
from game.stage.components import Desk, Hint, amount, double_rule, kicker
from game.stage.page import Box, Fill, Frame, Galley, Line, Mark, Page, Sketch, Target
from game.stage.typesetting import typographic
from game.stage.views import said
from game.stage.whole import Whole, headline, whole
from game.stage.wording import and_list
from game.story.debrief import Debrief, Turn
from game.story.vocabulary import PRINCIPLES


@dataclass(frozen=True, slots=True)
class Figures:
    """What the page shows, and whose account is drawn in ink."""

    debrief: Debrief
    counted: bool
    """Whether the scenario has been analysed."""
    person: int
    """Place of the account among those that moved."""
    measured: bool = True
    """Whether there is to be a score; there is none for a play that began in the middle."""

    def pages(self, desk: Desk, hints: Sequence[Hint], *, reserved: float = 0.0) -> list[Page]:
        """Return one page, or several where the type is large; these leave so much height free at their foot."""
        frame = whole(desk, _("What it did"), hints, right=self.debrief.title)
        if desk.theme.text <= 1.2:
            return [self._figures(desk, frame)]
        area = Box(frame.area.x, frame.area.y, frame.area.w, frame.area.h - reserved)
        width = area.w
        marks, rest = headline(desk, area, self.finding())
        turns = self._turns(desk, width)
        taken = sum(galley.height + galley.before for galley in turns)
        blocks = [
            self._chart(desk, width, max(260.0, min(460.0, rest.h - taken - 130))),
            *turns,
            self._score(desk, width),
            *self._principles(desk, width),
            *self._small(desk, width),
        ]
        first = (Column(area.x, rest.y + 16, width, rest.h - 40),)
        later = (Column(area.x, area.y + 24, width, area.h - 56),)
        pages = [set_in(page) for page in flowed(blocks, first, later)]
        return [frame.page([*(marks if n == 0 else ()), *body], targets) for n, (body, targets) in enumerate(pages)]

    def _figures(self, desk: Desk, frame: Whole) -> Page:
        palette, area = desk.theme.palette, frame.area
        marks, rest = headline(desk, area, self.finding(), "")
        body = list(marks)
        targets: list[Target] = []
        left = area.w * 0.63
        graph = self._chart(desk, left, min(430.0, rest.h * 0.55))
        placed, places = graph.at(rest.x, rest.y + 18)
        body += placed
        targets += places
        y = rest.y + 18 + graph.height + 26
        for galley in [*self._turns(desk, left), *self._small(desk, left)]:
            if y + galley.before + galley.height > area.bottom - 6:
                break
            body += galley.at(rest.x, y + galley.before)[0]
            y += galley.before + galley.height
        x = rest.x + left + 60
        width = area.right - x
        body.append(Fill(Box(x - 30, rest.y + 18, 2, area.bottom - rest.y - 30), palette.ink))
        y = rest.y + 24
        score, (head, *rows, legend) = self._score(desk, width), self._principles(desk, width)
        # the principles are ordered: what has no room at the end matters least
        room = area.bottom - 6 - y - sum(each.before + each.height for each in (score, head, legend))
        while rows and sum(each.before + each.height for each in rows) > room:
            rows.pop()
        for galley in (score, head, *rows, legend):
            body += galley.at(x, y + galley.before)[0]
            y += galley.before + galley.height
        return frame.page(body, targets)

    def finding(self) -> str:
        """Return the headline of the figures: what the play shows."""
        dearest, best = self.debrief.dearest, self.debrief.best
        if dearest is not None and best is not None:
            return _("One sentence cost {cost}, and one earned {earned}", cost=-dearest.amount, earned=best.amount)
        if best is not None:
            return _("Nothing was lost, and one sentence earned {earned}", earned=best.amount)
        if dearest is not None:
            return _("One sentence cost {cost}", cost=-dearest.amount)
        return _("Nobody moved an inch")

    def _chart(self, desk: Desk, width: float, height: float) -> Galley:
        palette, series = desk.theme.palette, self.debrief.chart
        label, size = desk.style("label"), desk.style("label").size
        if not series:
            line = desk.setter.words(_("No account changed."), label, palette.mocha, 0, size)
            return Galley((line,), size * 2)
        shown = series[self.person % len(series)]
        others = tuple(Curve(each.name, each.values) for each in series if each is not shown)
        turns = tuple(
            turn.moment + 1 for turn in (self.debrief.dearest, self.debrief.best) if turn is not None
        )
        graph = chart(desk, Chart(Curve(shown.name, shown.values), others=others, marks=turns), width, height)
        title = _("Capital with {name}, at each moment", name=shown.name)
        marks: list[Mark] = [desk.setter.words(title, desk.style("label-strong"), palette.ink, 0, size)]
        if others:
            hint = _("in pale lines: {names}", names=and_list([each.name for each in others[:4]]))
            if desk.width(title, "label-strong") + desk.width(hint, "label") + 120 < width:
                marks.append(desk.setter.words(hint, label, palette.mocha, width, size, "end"))
            at = desk.width(title, "label-strong") + 30
            marks += [inks.arrow(at, size * 0.66, 3, 22, palette.espresso), inks.arrow(at + 24, size * 0.66, 1, 22, palette.espresso)]
        placed, _nothing = graph.at(0, size + 34)
        target = Target(Box(0, -12, width, max(size * 1.8, desk.height / 20 + 2)), "down")
        return Galley((*marks, *placed), graph.height + size + 34, (target,))

    def no_score(self) -> str:
        """Return why there is no score; meant only where there is none."""
        if not self.measured:
            return _("This play began in the middle, so there is no score.")
        if self.counted:
            return _("Every way through this story adds up to the same, so there is no score.")
        return _("Every way through is being counted. The score comes in a moment.")

    def _score(self, desk: Desk, width: float) -> Galley:
        palette, column = desk.theme.palette, self.debrief
        size = desk.style("kicker").size
        marks: list[Mark] = [kicker(desk, _("Score"), 0, size, palette.tomato)]
        style = desk.style("reason")
        if column.score is None:
            words = self.no_score()
            text = desk.setter.text(words, style, palette.espresso, width)
            return Galley((*marks, *text.at(0, size * 1.6)[0]), text.height + size * 1.8)
        figure = desk.style("figure-large")
        base = size + 20 + figure.size * 0.76
        marks.append(desk.setter.words(str(column.score), figure, palette.ink, 0, base))
        at = desk.setter.measure(str(column.score), figure) + 22
        # Translators: stands after the score, which is set large
        marks.append(desk.setter.words(_("of 100"), desk.style("strong"), palette.ink, at, base - 6))
        y = base + 18
        if column.percentile is not None:
            words = _("Better than {n} in 100 who answer at random.", n=column.percentile)
            if not column.exact:
                words = _("Better than {n} in 100 who answer at random, as far as it can be counted.", n=column.percentile)
            text = desk.setter.text(words, style, palette.espresso, width, even=True)
            marks += text.at(0, y)[0]
            y += text.height
        return Galley(tuple(marks), y + 12)

    def _principles(self, desk: Desk, width: float) -> list[Galley]:
        palette = desk.theme.palette
        size = desk.style("kicker").size
        rows: list[Galley] = [
            Galley((*double_rule(0, 0, width, palette.ink), kicker(desk, _("Principles"), 0, size + 30, palette.tomato)),
                   size + 40, before=10, tied=True)
        ]
        label = desk.style("label")
        box, gap = label.size * 0.72, 6.0
        shown = [each for each in self.debrief.principles if each.honoured or each.broken]
        room = max(1, int((width * 0.5) // (box + gap)))
        for each in shown[:9]:
            marks: list[Mark] = [desk.setter.words(PRINCIPLES[each.principle].name_shown, label, palette.ink, 0, label.size)]
            right = width
            for n in range(min(room, each.honoured + each.broken)):
                square = Box(right - box, label.size * 0.25, box, box)
                if n < each.broken:
                    marks.append(Frame(square, palette.tomato, 3))
                    slash = Line(((2, box + 4), (box + 4, 2)), 4, palette.tomato)
                    marks.append(Sketch(square.inset(-3), (slash,)))
                else:
                    marks.append(Fill(square, palette.teal))
                right -= box + gap
            rows.append(Galley(tuple(marks), label.size * 1.5, tied=False))
        legend = _("Filled: honoured. Struck through: broken.")
        rows.append(desk.setter.text(legend, desk.style("small"), palette.mocha, width).with_before(6))
        return rows

    def _turns(self, desk: Desk, width: float) -> list[Galley]:
        found = []
        if self.debrief.dearest is not None:
            found.append(_turn(desk, self.debrief.dearest, width, best=False))
        if self.debrief.best is not None:
            found.append(_turn(desk, self.debrief.best, width, best=True))
        return found

    def _small(self, desk: Desk, width: float) -> list[Galley]:
        palette, style = desk.theme.palette, desk.style("label")
        lines = [
            _("Kept, your word to {name}: {promise}.", name=promise.to, promise=promise.text.rstrip("."))
            if promise.kept else _("Not kept, your word to {name}: {promise}.", name=promise.to, promise=promise.text.rstrip("."))
            for promise in self.debrief.promises
        ]
        lines += [_("Never came to light: {because}", because=because) for because in self.debrief.unseen]
        return [desk.setter.text(typographic(line), style, palette.mocha, width).with_before(8) for line in lines]


def _turn(desk: Desk, turn: Turn, width: float, *, best: bool) -> Galley:
    palette, style = desk.theme.palette, desk.style("reason")
    colour = palette.teal if turn.amount > 0 else palette.tomato
    figure = desk.style("figure-small")
    room = width - desk.setter.measure("000", figure) - 60
    words = typographic(said(turn.choice))
    head = (
        _("Best, at moment {n}: {said}", n=turn.moment + 1, said=words) if best
        else _("Dearest, at moment {n}: {said}", n=turn.moment + 1, said=words)
    )
    text = desk.setter.text(head, style, palette.ink, room)
    marks = [*text.marks, *amount(desk, turn.amount, "figure-small", width, style.size * 1.2, colour)]
    return Galley(tuple(marks), text.height + 6, before=4)
