"""The choices as a room reads them: a letter on ink, the words beside it, a rule below; never smaller than can be acted upon."""

from __future__ import annotations

from game.projector.frame import sans
from game.projector.screens.lettered import letter_box
from game.room.phone_view import letters, words_of
from game.room.session import Session
from game.stage.components import Desk, hairline
from game.stage.page import Galley, paged
from game.stage.typesetting import balance

PAD = 22.0
"""Above and below the words of a row, together."""


def choice_rows(desk: Desk, session: Session, width: float, size: float) -> list[Galley]:
    """Return a row a choice, with its words at a size and all their lines."""
    palette, style = desk.theme.palette, sans(size, 600, 1.17)
    side = size * 1.55
    indent = side + 26
    rows: list[Galley] = []
    marks_of = letters(session)
    for name, choice in session.choices.items():
        lines = balance(words_of(choice), style, width - indent, desk.setter.measure)
        height = max(side + PAD, len(lines) * style.line + PAD)
        first = height / 2 + size * 0.35 - (len(lines) - 1) * style.line / 2
        marks = letter_box(desk, marks_of[name], 0, (height - side) / 2, side)
        marks += [desk.setter.words(line, style, palette.ink, indent, first + n * style.line) for n, line in enumerate(lines)]
        marks.append(hairline(height, 0, width, palette.ink))
        rows.append(Galley(tuple(marks), height + 2))
    return rows


def high(rows: list[Galley]) -> float:
    """Return the height of some rows, in points."""
    return sum(row.height for row in rows)


def in_columns(rows: list[Galley], height: float) -> list[list[Galley]] | None:
    """Return rows in two columns, the first as short as the second allows; None where they do not fit a height."""
    for first in range((len(rows) + 1) // 2, len(rows)):
        if high(rows[:first]) <= height and high(rows[first:]) <= height:
            return [rows[:first], rows[first:]]
    return None


def in_pages(rows: list[Galley], height: float) -> list[list[Galley]]:
    """Return rows over as few pages as hold them, with about as many on each."""
    pages = paged(rows, height)
    for most in range(1, len(rows) + 1):
        even = [rows[start : start + most] for start in range(0, len(rows), most)]
        if len(even) == len(pages) and all(high(page) <= height for page in even):
            return even
    return pages
