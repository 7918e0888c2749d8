"""What some in the room would say, in large type and without a name: one to four at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from game.projector.frame import serif
from game.stage.components import Desk
from game.stage.page import Box, Fill, Galley, Mark
from game.stage.typesetting import settled
from game.story.typography import quoted

AT_ONCE = 4
SIZES = (72.0, 64.0, 56.0, 48.0)
GAP = 44.0


def said_pages(desk: Desk, texts: Sequence[str], width: float, height: float) -> list[list[Galley]]:
    """Return the texts spread over pages, at most four each, in the largest type in which each four fit a page.

    Where four are too long even in the smallest type, fewer stand on a page.
    """
    @cache
    def set_in(text: str, size: float) -> Galley:
        return _clipping(desk, text, size, width)

    pages: list[list[Galley]] = []
    left = list(texts)
    while left:
        page = _page(left[:AT_ONCE], set_in, height)
        pages.append(page)
        left = left[len(page) :]
    return pages or [[]]


def _page(texts: Sequence[str], set_in: Callable[[str, float], Galley], height: float) -> list[Galley]:
    """Return as many of the texts as a page holds, at least one."""
    for count in range(len(texts), 0, -1):
        for size in SIZES:
            galleys = [set_in(text, size) for text in texts[:count]]
            if sum(galley.height for galley in galleys) + GAP * (count - 1) <= height:
                return galleys
    return galleys[:1]


def _clipping(desk: Desk, text: str, size: float, width: float) -> Galley:
    """Return one text between quotation marks, a tomato edge at its left."""
    palette, style = desk.theme.palette, serif(size)
    lines = settled(quoted(text), style, width - 60, desk.setter.measure)
    height = len(lines) * style.line
    marks: list[Mark] = [Fill(Box(0, style.size * 0.18, 10, height - style.size * 0.2), palette.tomato)]
    marks += [desk.setter.words(line, style, palette.ink, 52, style.size * 0.98 + n * style.line) for n, line in enumerate(lines)]
    return Galley(tuple(marks), height, before=GAP)
