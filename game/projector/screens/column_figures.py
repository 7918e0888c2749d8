"""The last page of the room's column: the chart, the score, the principles, the dearest choice and the best."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import _
from game.projector.around import Around
from game.projector.frame import figures, news, sans
from game.projector.screens.charts import named_chart
from game.room.finding_words import deed, letter_of, turning
from game.room.session import Session
from game.stage import inks
from game.stage.chart import Chart, Curve
from game.stage.components import Desk, hairline
from game.stage.page import Box, Colour, Fill, Frame, Line, Mark, Page, Sketch, Style
from game.stage.theme import FRANKLIN, MARGIN, WIDTH
from game.stage.typesetting import balance, typographic
from game.stage.whole import Whole, shortened
from game.story.debrief import Debrief, Turn, ways, what_if
from game.story.errors import StoryError
from game.story.model import Scenario
from game.story.vocabulary import PRINCIPLES

LEFT, RIGHT, ASIDE = 1260.0, 1428.0, 420.0
"""Width of the chart; where the score stands, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the dearest moment would have brought, had the room chosen otherwise."""

    name: str
    values: tuple[int, ...]
    moment: int


def figures_page(desk: Desk, frame: Whole, session: Session, around: Around, column: Debrief) -> Page:
    """Return the page of figures."""
    palette, words = desk.theme.palette, desk.setter.words
    area = frame.area
    marks: list[Mark] = [one_line(desk, turning(column), 82, WIDTH - 2 * MARGIN, 216)]
    turns = [(name, turn) for name, turn in ((_("Dearest"), column.dearest), (_("Best"), column.best)) if turn is not None]
    foot = area.bottom - 18 - 58 * len(turns)
    if column.chart:
        shown = column.chart[0]
        marks.append(words(_("Capital with {name}, at each moment", name=shown.name), sans(38), palette.mocha, MARGIN, 276))
        other = otherwise(session, column)
        graph = Chart(
            Curve(shown.name, shown.values),
            Curve(other.name, other.values) if other is not None else None,
            fork=other.moment + 1 if other is not None else None,
            marks=() if other is not None else tuple(turn.moment + 1 for _, turn in turns),
        )
        drawn = named_chart(desk, graph, LEFT, foot - 40 - 316, _("what happened"), other.name if other is not None else "")
        marks += drawn.at(MARGIN, 316)[0]
    else:
        marks.append(words(_("No account has changed yet."), sans(46), palette.mocha, MARGIN, 300))
    if turns:
        marks.append(hairline(foot - 14, MARGIN, LEFT, palette.ink, 3))
    for number, (name, turn) in enumerate(turns):
        marks += _turn(desk, name, turn, session.setup.scenario, foot + 44 + 58 * number)
    marks.append(Fill(Box(RIGHT - 38, 262, 2, area.bottom - 32 - 262), palette.ink))
    marks += _aside(desk, session, around, column, area.bottom - 24)
    return frame.page(marks)


def one_line(desk: Desk, text: str, size: float, width: float, baseline: float) -> Mark:
    """Return a headline on one line, as large as it fits."""
    style = news(size)
    wide = desk.setter.measure(text, style)
    while wide > width and size > 48:
        size -= 2
        style = news(size)
        wide = desk.setter.measure(text, style)
    return desk.setter.words(text, style, desk.theme.palette.ink, MARGIN - 4, baseline)


def otherwise(session: Session, column: Debrief) -> Otherwise | None:
    """Return the best that the dearest moment had to offer, where the rest of the play holds and it comes out better."""
    if column.dearest is None or not column.chart or not session.state.over:
        return None
    play, moment, person = session.playthrough, column.dearest.moment, column.chart[0].person
    found: tuple[int, Otherwise] | None = None
    for choice in ways(play, moment):
        try:
            other = what_if(play, moment, choice.id)
        except StoryError:
            continue
        series = next((each.values for each in other.series if each.person == person), ())
        if not other.complete or len(series) != len(column.chart[0].values) or series[-1] <= column.chart[0].values[-1]:
            continue
        if found is None or other.total > found[0]:
            letter = letter_of(session, moment, choice.id)
            found = other.total, Otherwise(_("had it been {letter}", letter=letter) if letter else _("otherwise"), series, moment)
    return found[1] if found is not None else None


def _turn(desk: Desk, name: str, turn: Turn, scenario: Scenario, baseline: float) -> list[Mark]:
    palette = desk.theme.palette
    colour = palette.teal if turn.amount > 0 else palette.tomato
    text = _("{label}, moment {moment}: {deed}", label=name, moment=turn.moment + 1, deed=deed(turn.choice, scenario))
    style = sans(40)
    line = shortened(desk, text, style, LEFT - 150, 1)[0]
    words = desk.setter.words(line, style, palette.teal if turn.amount > 0 else palette.ink, MARGIN, baseline)
    return [words, *figure(desk, turn.amount, 56, MARGIN + LEFT, baseline + 4, colour)]


def figure(desk: Desk, value: int, size: float, right: float, baseline: float, colour: Colour) -> tuple[Mark, ...]:
    """Return a signed figure of a size that ends at `right`, its sign drawn."""
    style = figures(size)
    words = desk.setter.words(str(abs(value)), style, colour, right, baseline, "end")
    left = right - desk.setter.measure(str(abs(value)), style) - size * 0.46
    return (*inks.sign(left, baseline, value > 0, size, colour), words) if value else (words,)


def _aside(desk: Desk, session: Session, around: Around, column: Debrief, bottom: float) -> list[Mark]:
    palette, words = desk.theme.palette, desk.setter.words
    kicker = Style(FRANKLIN[700], 36, 1.2, 0.06)
    marks: list[Mark] = [words(_("Score").upper(), kicker, palette.mocha, RIGHT, 300)]
    if column.score is None:
        y = _paragraph(desk, marks, no_score(session, around, column), 330)
    else:
        figure_ = figures(190)
        marks.append(words(str(column.score), figure_, palette.ink, RIGHT - 4, 462))
        at = RIGHT + desk.setter.measure(str(column.score), figure_) + 24
        # Translators: between a large figure and 100, as in 74 of 100
        marks += [words(_("of"), sans(40), palette.mocha, at, 416), words("100", sans(40), palette.mocha, at, 462)]
        y = 488.0
        if column.percentile is not None:
            y = _paragraph(desk, marks, _("Better than {percentile} in 100 who answer at random.", percentile=column.percentile), y)
    shown = [each for each in column.principles if each.honoured or each.broken]
    if shown and y + 150 < bottom:
        marks += [Fill(Box(RIGHT, y + 14, ASIDE, 3), palette.ink), words(_("Principles").upper(), kicker, palette.mocha, RIGHT, y + 70)]
        y += 136
        for each in shown:
            if y > bottom:
                break
            made, lines = _principle(desk, each.principle, each.honoured, each.broken, y)
            marks += made
            y += 66 + 44 * (lines - 1)
    return marks


def no_score(session: Session, around: Around, column: Debrief) -> str:
    """Return why there is no score."""
    if not session.state.over:
        return _("The story was left before its end. A score counts whole ones.")
    if around.analysis is None:
        return _("Every way through is being counted. The score comes in a moment.")
    return _("Every way through this story adds up to the same, so there is no score.")


def _paragraph(desk: Desk, marks: list[Mark], text: str, y: float) -> float:
    style = sans(38, 600, 1.25)
    lines = balance(text, style, ASIDE + 4, desk.setter.measure)
    marks += [
        desk.setter.words(line, style, desk.theme.palette.ink, RIGHT, y + 40 + n * style.line) for n, line in enumerate(lines)
    ]
    return y + 40 + len(lines) * style.line - 20


def _principle(desk: Desk, principle: str, honoured: int, broken: int, baseline: float) -> tuple[list[Mark], int]:
    """Return a principle with a box for each time, filled where it was honoured and struck where it was broken; and its lines."""
    palette, style = desk.theme.palette, sans(38)
    name = typographic(_(PRINCIPLES[principle].name))
    lines = [name]
    if desk.setter.measure(name, style) > ASIDE - 40:
        lines = shortened(desk, name, style, ASIDE - 40, 2)
    marks: list[Mark] = [desk.setter.words(line, style, palette.ink, RIGHT, baseline + n * 44) for n, line in enumerate(lines)]
    baseline += 44 * (len(lines) - 1)
    room = max(1, int((ASIDE - desk.setter.measure(lines[-1], style) - 10) // 30))
    many = min(room, honoured + broken)
    full = min(honoured, many - min(broken, many))
    for n in range(many):
        box = Box(RIGHT + ASIDE - (many - n) * 30, baseline - 30, 22, 34)
        if n < full:
            marks.append(Fill(box, palette.teal))
        else:
            marks.append(Frame(box, palette.tomato, 3))
            marks.append(Sketch(box.inset(-4), (Line(((2, box.h + 6), (box.w + 6, 2)), 4, palette.tomato),)))
    return marks, len(lines)

