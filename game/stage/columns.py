"""Text in newspaper columns: galleys flow down one, on to the next, and over to the next page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.stage.page import Galley, Mark, Target, groups


@dataclass(frozen=True, slots=True)
class Column:
    """A place for text: its left and upper edge, its width and height, in points."""

    x: float
    y: float
    w: float
    h: float


def columns(count: int, x: float, y: float, width: float, height: float, gutter: float = 48) -> tuple[Column, ...]:
    """Return equal columns side by side."""
    across = (width - gutter * (count - 1)) / count
    return tuple(Column(x + index * (across + gutter), y, across, height) for index in range(count))


def flowed(
    galleys: Iterable[Galley], first: Sequence[Column], later: Sequence[Column]
) -> list[list[tuple[Column, list[Galley]]]]:
    """Return pages, each a list of columns with what stands in them; later pages have their own columns."""
    pages: list[list[tuple[Column, list[Galley]]]] = [[(first[0], [])]]
    places = list(first)
    room = first[0].h
    for group in groups(galleys, min(column.h for column in (*first, *later))):
        need = sum(galley.height + galley.before for galley in group)
        here = pages[-1][-1][1]
        if here and need > room:
            if len(pages[-1]) < len(places):
                pages[-1].append((places[len(pages[-1])], []))
            else:
                places = list(later)
                pages.append([(places[0], [])])
            room = pages[-1][-1][0].h
            here = pages[-1][-1][1]
        room -= need if here else need - group[0].before
        here += group
    return pages


def set_in(page: Sequence[tuple[Column, Sequence[Galley]]]) -> tuple[list[Mark], list[Target]]:
    """Return the marks and targets of a page of columns."""
    marks: list[Mark] = []
    targets: list[Target] = []
    for column, galleys in page:
        y = column.y
        for index, galley in enumerate(galleys):
            y += galley.before if index else 0
            placed, places = galley.at(column.x, y)
            marks += placed
            targets += places
            y += galley.height
    return marks, targets
