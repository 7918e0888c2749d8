"""A code for the camera of a phone, as marks of a page: black on white, with the quiet edge that cameras ask for."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from game.stage.page import Box, Colour, Fill, Frame, Mark

QUIET = 4
"""Modules of white around the code."""
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
"""Not the inks of the look: a camera wants all the contrast that there is."""
FRAME = 3.0
WHOLE_FROM = 8.0
"""Modules of this size and up measure whole points, so that all have as many pixels."""


@lru_cache(16)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the code of a text, without the quiet edge; True is black."""
    import segno

    return tuple(tuple(bool(module) for module in row) for row in segno.make_qr(text, error="m").matrix)


def module_size(text: str, side: float) -> float:
    """Return how large a module is, in points, where the code and its quiet edge fill a square."""
    size = side / (len(modules(text)) + 2 * QUIET)
    return float(int(size)) if size >= WHOLE_FROM else size


def code(text: str, x: float, y: float, side: float, frame: Colour) -> tuple[Mark, ...]:
    """Return the code of a text in a white square whose corner is at a place; a thin frame lies outside."""
    rows = modules(text)
    size = module_size(text, side)
    edge = (side - len(rows) * size) / 2
    square = Box(x, y, side, side)
    marks: list[Mark] = [Frame(square.inset(-FRAME), frame, FRAME), Fill(square, WHITE)]
    for down, row in enumerate(rows):
        at = 0
        for black, run in groupby(row):
            count = len(list(run))
            if black:
                marks.append(Fill(Box(x + edge + at * size, y + edge + down * size, count * size, size), BLACK))
            at += count
    return tuple(marks)
