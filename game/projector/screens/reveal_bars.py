"""One vote as bars: a letter, what it says, how many and which share."""

from __future__ import annotations

from game.language import _
from game.projector.frame import figures, sans
from game.projector.screens.column_figures import one_line
from game.projector.screens.reveal_words import by_hand, called, headline
from game.room.phone_view import letters
from game.room.session import Session
from game.room.votes import leaders, tally
from game.stage.components import Desk
from game.stage.page import Box, Fill, Mark, Page, Target
from game.stage.theme import MARGIN, WIDTH
from game.stage.whole import Whole, shortened

MOST_TALL = 4
"""So many choices have their words above their bar; more have them beside it."""
INDENT, FIGURES = 112.0, 300.0
"""Behind the letter; and the room for the figures at the right."""


def bars(desk: Desk, frame: Whole, session: Session, cursor: int | None) -> Page:
    """Return the page of one vote."""
    palette, words = desk.theme.palette, desk.setter.words
    held = session.now.last
    counts, note = tally(held, session.now.offered), by_hand(held)
    marks: list[Mark] = [one_line(desk, headline(session), 104, WIDTH - 2 * MARGIN, 226)]
    top, bottom = 274.0, frame.area.bottom - (76 if note else 20)
    row = min(210.0, (bottom - top) / max(1, len(counts)))
    top += (bottom - top - row * len(counts)) * 0.3
    targets: list[Target] = []
    for number, name in enumerate(counts):
        box = Box(MARGIN, top + number * row, WIDTH - 2 * MARGIN, row)
        drawn = _tall if len(counts) <= MOST_TALL else _low
        marks += drawn(desk, session, counts, name, box, number == cursor)
        targets.append(Target(box, f"row:{number}"))
    if note:
        marks.append(words(note, sans(38), palette.mocha, MARGIN, frame.area.bottom - 28))
    return frame.page(marks, () if session.now.taken else targets)


def _tall(desk: Desk, session: Session, counts: dict[str, int], name: str, box: Box, picked: bool) -> list[Mark]:
    palette, words = desk.theme.palette, desk.setter.words
    ahead = name in leaders(counts)
    width = box.w - INDENT - FIGURES
    text, weight = called(session, name), 700 if ahead else 600
    style = next(
        (sans(size, weight, 1.14) for size in (52, 48, 44) if desk.setter.measure(text, sans(size, weight)) <= box.w - INDENT - 20),
        sans(44, weight, 1.14),
    )
    lines = shortened(desk, text, style, box.w - INDENT - 20, 2 if box.h > 165 else 1)
    thick = min(56.0, box.h - len(lines) * style.line - 34)
    high = len(lines) * style.line + 12 + thick
    y = box.y + (box.h - high) / 2
    marks = _letter(desk, session, name, box.x + 38, y + high / 2, 96, picked)
    marks += [
        words(line, style, palette.ink, box.x + INDENT, y + style.size * 0.86 + n * style.line) for n, line in enumerate(lines)
    ]
    y += len(lines) * style.line + 12
    return [*marks, *_bar(desk, counts, name, Box(box.x + INDENT, y, width, thick), 64)]


def _low(desk: Desk, session: Session, counts: dict[str, int], name: str, box: Box, picked: bool) -> list[Mark]:
    palette, words = desk.theme.palette, desk.setter.words
    ahead = name in leaders(counts)
    style = sans(40, 700 if ahead else 600, 1.08)
    across = 620.0
    lines = shortened(desk, called(session, name), style, across, 2 if box.h > 2 * style.line + 4 else 1)
    middle = box.y + box.h / 2
    first = middle + style.size * 0.35 - (len(lines) - 1) * style.line / 2
    marks = _letter(desk, session, name, box.x + 32, middle, min(60.0, box.h * 0.9), picked)
    marks += [words(line, style, palette.ink, box.x + 84, first + n * style.line) for n, line in enumerate(lines)]
    thick = min(52.0, box.h * 0.62)
    left = box.x + 84 + across + 28
    bar = Box(left, middle - thick / 2, box.x + box.w - FIGURES - left, thick)
    return [*marks, *_bar(desk, counts, name, bar, min(60.0, box.h * 0.86))]


def _letter(desk: Desk, session: Session, name: str, x: float, middle: float, size: float, picked: bool) -> list[Mark]:
    palette, mark = desk.theme.palette, letters(session)[name]
    style = figures(size)
    base = middle + size * 0.34
    if not picked:
        return [desk.setter.words(mark, style, palette.tomato, x, base, "middle")]
    side = size * 0.92
    box = Box(x - side / 2, middle - side / 2, side, side)
    return [Fill(box, palette.ink), desk.setter.words(mark, figures(size * 0.8), palette.white, x, middle + size * 0.27, "middle")]


def _bar(desk: Desk, counts: dict[str, int], name: str, box: Box, size: float) -> list[Mark]:
    """Return the trough, which is all of them, how far it is filled, the figure and the share."""
    palette, words = desk.theme.palette, desk.setter.words
    cast, count = sum(counts.values()), counts[name]
    ahead = name in leaders(counts)
    marks: list[Mark] = [Fill(box, palette.deep)]
    if count:
        marks.append(Fill(Box(box.x, box.y, max(8.0, box.w * count / cast), box.h), palette.ink if ahead else palette.mocha))
    middle = box.y + box.h / 2
    style = figures(size)
    marks.append(words(str(count), style, palette.ink, box.right + 168, middle + size * 0.34, "end"))
    share = _("{share}%", share=round(100 * count / cast)) if cast else ""
    if share:
        marks.append(words(share, sans(min(40.0, max(36.0, size * 0.6))), palette.mocha, box.right + FIGURES, middle + 14, "end"))
    return marks

