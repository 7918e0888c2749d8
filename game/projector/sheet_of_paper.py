"""The page to hand out, set in the game's own type on one upright sheet; pure."""

from __future__ import annotations

from dataclasses import replace

from game.language import _
from game.projector.frame import news, sans, serif
from game.room.handout import score_of
from game.room.paper import CREDITS, Chosen, Paper
from game.stage import inks
from game.stage.chart import Chart, Curve, chart
from game.stage.components import Desk, byline, double_rule, hairline
from game.stage.page import Box, Colour, Fill, Frame, Galley, Line, Mark, Sketch, Style, stacked
from game.stage.theme import FIGURES, FRANKLIN, NEWS_ITALIC, WIDTH
from game.stage.typesetting import balance, settled, wrap
from game.stage.whole import shortened

MARGIN, GUTTER = 120.0, 60.0
INSIDE = WIDTH - 2 * MARGIN
HALF = (INSIDE - GUTTER) / 2
FACTORS = (1.16, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.74, 0.68)
"""How large the type is; the largest is taken at which all stands on the sheet."""
MANY = 10
"""Moments; more than these get one line each."""


def sheet_of_paper(desk: Desk, made: Paper, height: float) -> list[Mark]:
    """Return the marks of a sheet so many points high and as wide as any page."""
    foot = _foot(desk)
    room = height - MARGIN - foot.height - 40
    body = Galley((), 0)
    for factor in FACTORS:
        body = _body(desk, made, factor)
        if MARGIN + body.height <= room:
            break
    marks: list[Mark] = [Fill(Box(0, 0, WIDTH, height), desk.theme.palette.paper)]
    marks += body.at(MARGIN, MARGIN)[0]
    return [*marks, *foot.at(MARGIN, height - MARGIN * 0.7 - foot.height)[0]]


def _body(desk: Desk, made: Paper, factor: float) -> Galley:
    """Return everything but the foot."""
    left, right = _reply(desk, made, factor), _right(desk, made, factor)
    two = Galley((*left.marks, *right.at(HALF + GUTTER, 0)[0], _between(desk, max(left.height, right.height))),
                 max(left.height, right.height), before=36)
    learnt, kept = _found(desk, made, factor), _principles(desk, made, factor)
    last = Galley((*learnt.marks, *kept.at(HALF + GUTTER, 0)[0]), max(learnt.height, kept.height), before=30)
    return stacked((_head(desk, made), _headline(desk, made), two, *_chosen(desk, made, factor), last))


def _between(desk: Desk, height: float) -> Mark:
    return Fill(Box(HALF + GUTTER / 2 - 1, 4, 2, height - 8), desk.theme.palette.fold)


def _head(desk: Desk, made: Paper) -> Galley:
    palette, words = desk.theme.palette, desk.setter.words
    kicker = Style(FRANKLIN[700], 32, 1.2, 0.06)
    right = _("{title} · the room’s column", title=made.title).upper()
    return Galley(
        (
            words("Coffee First", news(84), palette.ink, -3, 62),
            words(shortened(desk, right, kicker, 1080, 1)[0], kicker, palette.tomato, INSIDE, 58, "end"),
            *double_rule(92, 0, INSIDE, palette.ink),
        ),
        105,
    )


def _headline(desk: Desk, made: Paper) -> Galley:
    size = 140.0
    while len(lines := balance(made.headline, news(size), INSIDE, desk.setter.measure)) > 2 and size > 64:
        size -= 4
    lines = lines[:2]
    marks = tuple(
        desk.setter.words(line, news(size), desk.theme.palette.ink, -5, size * (0.86 + n * 0.98)) for n, line in enumerate(lines)
    )
    return Galley(marks, size * (1.0 + (len(lines) - 1) * 0.98), before=40)


def _reply(desk: Desk, made: Paper, factor: float) -> Galley:
    palette, setter = desk.theme.palette, desk.setter
    style = serif(33 * factor, lead=1.4)
    name = Galley(
        (
            *byline(desk, "warm", 46, 46, 44),
            setter.words(_("By the columnist"), sans(32, 700), palette.ink, 112, 40),
            setter.words(_("who has poured a lot of coffee"), Style(NEWS_ITALIC, 31, 1.2), palette.mocha, 112, 80),
        ),
        100,
    )
    galleys = [name, setter.text(made.greets, style, palette.ink, HALF).with_before(12)]
    galleys += [setter.text(each, style, palette.ink, HALF).with_before(10) for each in made.reply]
    sign = Style(NEWS_ITALIC, 44 * factor, 1.2)
    galleys.append(Galley((setter.words(made.signs, sign, palette.espresso, HALF, sign.size * 0.9, "end"),), sign.line, before=4))
    return stacked(galleys)


def _right(desk: Desk, made: Paper, factor: float) -> Galley:
    """Return the pull quote, the small act, and the chart."""
    palette = desk.theme.palette
    galleys: list[Galley] = []
    if made.pull:
        galleys.append(_large(desk, made.pull, 54 * factor, palette.tomato))
    if made.act:
        head = Galley((_kicker(desk, _("This week"), palette.teal, 26),), 38, before=26)
        galleys += [head, _large(desk, made.act, 44 * factor, palette.teal).with_before(0)]
    if made.series is not None:
        title = desk.setter.words(_("Capital with {name}, at each moment", name=made.series.name), sans(30, 700), palette.ink, 0, 28)
        small = Desk(desk.setter, replace(desk.theme, text=1.12), desk.height)
        drawn = chart(small, Chart(Curve(made.series.name, made.series.values)), HALF, 330 * factor)
        galleys += [Galley((title,), 52, before=26), drawn.with_before(16)]
    return stacked(galleys) if galleys else Galley((), 0)


def _kicker(desk: Desk, text: str, colour: Colour, baseline: float) -> Mark:
    return desk.setter.words(text.upper(), Style(FRANKLIN[700], 29, 1.2, 0.06), colour, 0, baseline)


def _large(desk: Desk, text: str, size: float, colour: Colour) -> Galley:
    style = news(size, 1.12)
    lines = balance(text, style, HALF, desk.setter.measure)
    marks: list[Mark] = [hairline(0, 0, HALF, colour, 4)]
    marks += [desk.setter.words(line, style, colour, 0, 14 + size * 0.95 + n * style.line) for n, line in enumerate(lines)]
    height = 14 + size * 0.95 + (len(lines) - 1) * style.line + size * 0.46
    return Galley((*marks, hairline(height, 0, HALF, colour, 4)), height + 4)


# ---------------------------------------------------------------- what was chosen


def _chosen(desk: Desk, made: Paper, factor: float) -> list[Galley]:
    palette = desk.theme.palette
    head = Galley((hairline(0, 0, INSIDE, palette.ink, 3), _kicker(desk, _("What the room chose"), palette.tomato, 46)), 62, before=34)
    if not made.chosen:
        style = sans(31 * factor, 500)
        return [head, desk.setter.text(_("The room has not chosen anything yet."), style, palette.ink, INSIDE)]
    most = 1 if len(made.chosen) > MANY else 2
    return [head, *(_row(desk, each, factor, most) for each in made.chosen)]


def _row(desk: Desk, each: Chosen, factor: float, most: int) -> Galley:
    palette, words = desk.theme.palette, desk.setter.words
    style, small, figure = sans(31 * factor, 500, 1.22), sans(27 * factor, 600), Style(FIGURES, 40 * factor, 1.0)
    box, aside = 46 * factor, 330.0 * factor
    room = INSIDE - 60 - box - 22 - aside - 110 * factor
    lines = settled(each.words, style, room, desk.setter.measure)
    if len(lines) > most:
        lines = shortened(desk, each.words, style, room, most)
    height = max(box, len(lines) * style.line) + 14
    middle = height / 2
    first = middle + style.size * 0.35 - (len(lines) - 1) * style.line / 2
    marks: list[Mark] = [
        hairline(height, 0, INSIDE, palette.fold),
        words(str(each.moment), sans(27 * factor, 600), palette.mocha, 0, middle + 27 * factor * 0.35),
        Fill(Box(60, middle - box / 2, box, box), palette.ink),
        words(each.letter, Style(FIGURES, 36 * factor, 1.0), palette.white, 60 + box / 2, middle + 36 * factor * 0.34, "middle"),
        *(words(line, style, palette.ink, 60 + box + 22, first + n * style.line) for n, line in enumerate(lines)),
        words(shortened(desk, each.votes, small, aside, 1)[0], small, palette.mocha, INSIDE - 120 * factor, middle + small.size * 0.35, "end"),
    ]
    colour = palette.teal if each.worth > 0 else palette.tomato if each.worth < 0 else palette.mocha
    base = middle + figure.size * 0.34
    marks.append(words(str(abs(each.worth)), figure, colour, INSIDE, base, "end"))
    if each.worth:
        left = INSIDE - desk.setter.measure(str(abs(each.worth)), figure) - figure.size * 0.46
        marks += inks.sign(left, base, each.worth > 0, figure.size, colour)
    return Galley(tuple(marks), height + 2)


# ---------------------------------------------------------------- what was learnt


def _found(desk: Desk, made: Paper, factor: float) -> Galley:
    palette, setter = desk.theme.palette, desk.setter
    style = serif(29 * factor, lead=1.34)
    galleys = [Galley((_kicker(desk, _("What the room learnt"), palette.tomato, 26),), 44)] if made.found else []
    for each in made.found:
        label = setter.words(each.label, sans(29 * factor, 700), palette.ink, 0, 28 * factor)
        galleys += [Galley((label,), 38 * factor, before=10), setter.text(each.text, style, palette.ink, HALF)]
    return stacked(galleys) if galleys else Galley((), 0)


def _principles(desk: Desk, made: Paper, factor: float) -> Galley:
    palette, setter = desk.theme.palette, desk.setter
    if not made.principles and made.score is None:
        return Galley((), 0)
    galleys = [Galley((_kicker(desk, _("Principles"), palette.tomato, 26),), 44)]
    if made.score is not None:
        galleys.append(setter.text(score_of(made), sans(29 * factor, 600, 1.26), palette.ink, HALF))
    for name, honoured, broken in made.principles:
        marks: list[Mark] = [setter.words(name, sans(29 * factor, 500), palette.ink, 0, 30 * factor)]
        side, right = 22 * factor, HALF
        for n in range(min(12, honoured + broken)):
            box = Box(right - side, 30 * factor - side, side, side)
            if n < broken:
                marks.append(Frame(box, palette.tomato, 3))
                marks.append(Sketch(box.inset(-4), (Line(((2, side + 6), (side + 6, 2)), 3.5, palette.tomato),)))
            else:
                marks.append(Fill(box, palette.teal))
            right -= side + 8
        galleys.append(Galley(tuple(marks), 42 * factor))
    legend = _("Filled: honoured. Struck through: broken.")
    galleys.append(setter.text(legend, sans(25 * factor, 500), palette.mocha, HALF).with_before(4))
    return stacked(galleys)


def _foot(desk: Desk) -> Galley:
    palette, style = desk.theme.palette, sans(25, 500, 1.3)
    lines = wrap(_(CREDITS), style, INSIDE, desk.setter.measure)
    marks: list[Mark] = [hairline(0, 0, INSIDE, palette.ink)]
    marks += [desk.setter.words(line, style, palette.mocha, 0, 38 + n * style.line) for n, line in enumerate(lines)]
    return Galley(tuple(marks), 20 + len(lines) * style.line)


