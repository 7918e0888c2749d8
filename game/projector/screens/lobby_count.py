"""How many are here: a figure, and a bean each as long as they can be counted at a glance."""

from __future__ import annotations

from game.language import N_, _, n_
from game.projector.frame import figures, fitting, sans
from game.room.figures import figure as in_figures
from game.room.session import Session
from game.stage import inks
from game.stage.components import Desk
from game.stage.page import Box, Fill, Mark, Sketch
from game.stage.typesetting import balance
from game.stage.whole import shortened

BEANS, IN_A_ROW = 40, 20
SHORT_FROM = 400
"""More people than these are only "here"."""
SCALE, STEP, ROW = 1.05, 52.0, 62.0
NOBODY = N_("Nobody yet")
FIRST = N_("The first bean is yours.")


def here(session: Session) -> str:
    """Return how many are here, as a sentence."""
    count = len(session.people)
    if not count:
        return f"{_(NOBODY)}. {_(FIRST)}"
    if count > SHORT_FROM:
        return n_("{n} here", "{n} here", count, n=in_figures(count))
    return n_("{n} person is here", "{n} people are here", count, n=in_figures(count))


def counted(desk: Desk, session: Session, trouble: str, box: Box) -> list[Mark]:
    """Return the count inside a box; where something does not work, what that is takes the place of the beans."""
    palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
    count = len(session.people)
    spare = max(0.0, box.h - 409)
    marks: list[Mark] = []
    if not count:
        base = box.y + 172 + spare * 0.3
        headline = fitting(desk, _(NOBODY), 132, box.w - 344)
        marks.append(words(_(NOBODY), headline, palette.ink, box.x - 4, base))
        width = measure(_(NOBODY), headline)
        marks += [
            words(line, sans(40, 500), palette.mocha, box.x + width + 44, base - 50 + number * 50)
            for number, line in enumerate(balance(_(FIRST), sans(40, 500), 300, measure))
        ]
    else:
        large = count > BEANS and not trouble
        size = 300.0 if large else 190.0
        base = box.y + (270 if large else 179) + spare * (0.5 if large else 0.3)
        figure = in_figures(count)
        marks.append(words(figure, figures(size), palette.ink, box.x - 4, base))
        at = box.x + measure(figure, figures(size)) + (56 if large else 40)
        second = _second(session)
        top = base - size * 0.34
        marks.append(words(_people(count), sans(44, 700), palette.ink, at, top if second else top + 20))
        if second:
            marks.append(words(second, sans(40, 500), palette.mocha, at, top + 54))
    if trouble:
        return marks + _trouble(desk, trouble, Box(box.x, base + 48, box.w, box.bottom - base - 60))
    if count <= BEANS:
        marks += _beans(desk, count, box.x - 1, base + 82 + spare * 0.2)
    return marks


def _people(count: int) -> str:
    if count > SHORT_FROM:
        return _("here")
    # Translators: beside a large figure
    return n_("person is here", "people are here", count)


def _second(session: Session) -> str:
    """Return the line below: at how many tables, or what the beans are."""
    count, tables = len(session.people), {one.table for one in session.people.values() if one.table}
    if session.manner.tables and tables:
        return n_("at one table", "at {n} tables", len(tables))
    return _("one bean each") if 1 < count <= BEANS else ""


def _beans(desk: Desk, count: int, x: float, y: float) -> list[Mark]:
    palette = desk.theme.palette
    return [
        Sketch(
            Box(x + number % IN_A_ROW * STEP, y - 22 * SCALE + number // IN_A_ROW * ROW, 48 * SCALE, 44 * SCALE),
            inks.bean(palette, SCALE, 1.0 if number < count else 0.0, 0.0, 0.0, palette.paper),
        )
        for number in range(BEANS)
    ]


def _trouble(desk: Desk, trouble: str, box: Box) -> list[Mark]:
    palette, style = desk.theme.palette, sans(36, 600, 1.22)
    lines = shortened(desk, trouble, style, box.w - 34, max(1, int(box.h // style.line)))
    marks: list[Mark] = [Fill(Box(box.x, box.y, 10, len(lines) * style.line + 4), palette.tomato)]
    return marks + [
        desk.setter.words(line, style, palette.ink, box.x + 34, box.y + 34 + number * style.line)
        for number, line in enumerate(lines)
    ]
