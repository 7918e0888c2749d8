"""Answers with their letters, as a room reads them."""

from __future__ import annotations

from collections.abc import Sequence

from game.projector.frame import figures
from game.room.phone_view import letters, words_of
from game.room.session import Session
from game.stage.components import Desk
from game.stage.page import Box, Fill, Galley, Mark, Style
from game.stage.typesetting import balance

Answer = tuple[str, str]
"""The letter, and the words."""


def answers(session: Session) -> list[Answer]:
    """Return the answers of the present moment, in the order of their letters."""
    marks = letters(session)
    return [(marks[name], words_of(choice)) for name, choice in session.choices.items() if name in marks]


def letter_box(desk: Desk, letter: str, x: float, y: float, side: float) -> list[Mark]:
    """Return a letter, white on a square of ink."""
    palette = desk.theme.palette
    return [
        Fill(Box(x, y, side, side), palette.ink),
        desk.setter.words(letter, figures(side * 0.8), palette.white, x + side / 2, y + side * 0.78, "middle"),
    ]


def lettered(desk: Desk, answer: Answer, style: Style, width: float, side: float) -> Galley:
    """Return one answer: its letter, and beside it as many lines as its words need."""
    letter, text = answer
    indent = side + style.size * 0.6
    lines = balance(text, style, width - indent, desk.setter.measure)
    height = max(side, len(lines) * style.line)
    first = height / 2 + style.size * 0.35 - (len(lines) - 1) * style.line / 2
    marks = letter_box(desk, letter, 0, 0 if len(lines) > 2 else (height - side) / 2, side)
    marks += [
        desk.setter.words(line, style, desk.theme.palette.ink, indent, first + number * style.line)
        for number, line in enumerate(lines)
    ]
    return Galley(tuple(marks), height)


def in_columns(desk: Desk, items: Sequence[Answer], style: Style, width: float, *, columns: int, gap: float, side: float) -> list[Galley]:
    """Return the answers as rows of so many columns, read from left to right, with a space between the rows."""
    between = 70.0
    wide = (width - between * (columns - 1)) / columns
    rows: list[Galley] = []
    for start in range(0, len(items), columns):
        cells = [lettered(desk, item, style, wide, side) for item in items[start : start + columns]]
        marks = tuple(
            mark for number, cell in enumerate(cells) for mark in cell.at(number * (wide + between), 0)[0]
        )
        rows.append(Galley(marks, max(cell.height for cell in cells), before=gap))
    return rows
