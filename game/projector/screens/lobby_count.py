"""How many are here: a figure, and a bean each as long as they can be counted at a glance."""

from __future__ import annotations

from game.projector.frame import figures, news, sans
from game.room.session import Session
from game.stage import inks
from game.stage.components import Desk
from game.stage.page import Box, Fill, Mark, Sketch
from game.stage.whole import shortened

BEANS, IN_A_ROW = 40, 20
SHORT_FROM = 400
"""More people than these are only "here"."""
SCALE, STEP, ROW = 1.05, 52.0, 62.0
NOBODY = "Nobody yet"
FIRST = "The first bean is yours."


def here(session: Session) -> str:
    """Return how many are here, as a sentence."""
    count = len(session.people)
    return f"{NOBODY}. {FIRST}" if not count else f"{count:,} {_people(count)}"


def counted(desk: Desk, session: Session, trouble: str, box: Box) -> list[Mark]:
    """Return the count inside a box; where something does not work, what that is takes the place of the beans."""
    palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
    count = len(session.people)
    spare = max(0.0, box.h - 409)
    marks: list[Mark] = []
    if not count:
        base = box.y + 172 + spare * 0.3
        marks.append(words(NOBODY, news(132), palette.ink, box.x - 4, base))
        width = measure(NOBODY, news(132))
        marks += [
            words(line, sans(40, 500), palette.mocha, box.x + width + 44, base - 50 + number * 50)
            for number, line in enumerate(("The first bean", "is yours."))
        ]
    else:
        large = count > BEANS and not trouble
        size = 300.0 if large else 190.0
        base = box.y + (270 if large else 179) + spare * (0.5 if large else 0.3)
        figure = f"{count:,}"
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
        return "here"
    return "person is here" if count == 1 else "people are here"


def _second(session: Session) -> str:
    """Return the line below: at how many tables, or what the beans are."""
    count, tables = len(session.people), {one.table for one in session.people.values() if one.table}
    if session.manner.tables and tables:
        return "at one table" if len(tables) == 1 else f"at {len(tables)} tables"
    return "one bean each" if 1 < count <= BEANS else ""


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
