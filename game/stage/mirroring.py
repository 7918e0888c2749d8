"""A page for a language that is read from right to left: the same page, its left and right changed over; pure.

Words keep their own direction, pictures are moved and not turned, drawings are turned; a figure keeps its sign at its
left, for a number is written to the right in every language that we know of.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from game.stage.page import Area, Box, Fill, Line, Mark, Page, Picture, Shapes, Sketch, Words, bounds

SIGN = 0.6
"""How far from a figure its sign may begin, in sizes of its type."""


def mirrored(page: Page) -> Page:
    """Return a page with left and right changed over."""
    marks: list[Mark] = []
    pending: list[Fill] = []
    for mark in page.marks:
        if isinstance(mark, Fill) and len(pending) < 2:
            pending.append(mark)
            continue
        if isinstance(mark, Words) and (signs := _signs(pending, mark)):
            marks += [_turned(each, page.width) for each in pending[: len(pending) - len(signs)]]
            marks += _together([*signs, mark], page.width)
        else:
            marks += [_turned(each, page.width) for each in pending]
            if isinstance(mark, Fill):
                pending = [mark]
                continue
            marks.append(_turned(mark, page.width))
        pending = []
    marks += [_turned(each, page.width) for each in pending]
    return replace(
        page, marks=tuple(marks),
        targets=tuple(replace(target, box=_box(target.box, page.width)) for target in page.targets),
    )


def _signs(fills: list[Fill], words: Words) -> list[Fill]:
    """Return the bars that were drawn as the sign of a figure."""
    size = words.style.size
    if not words.text.isdecimal():
        return []
    return [
        fill for fill in fills
        if fill.colour == words.colour and fill.box.w <= size * 0.36 and fill.box.h <= size * 0.36
        and 0 <= words.box.x + 2 - fill.box.x <= size * SIGN and words.box.meets(Box(words.box.x, fill.box.y, 1, fill.box.h))
    ]


def _together(marks: list[Mark], width: float) -> list[Mark]:
    """Return some marks moved as one piece."""
    box = bounds([mark.box for mark in marks])
    by = width - box.right - box.x
    from game.stage.page import moved

    return [moved(mark, by, 0) for mark in marks]


def _box(box: Box, width: float) -> Box:
    return Box(width - box.right, box.y, box.w, box.h)


def _turned(mark: Mark, width: float) -> Mark:
    match mark:
        case Picture():
            return replace(mark, box=_box(mark.box, width), cover=_box(mark.cover, width))
        case Sketch():
            return Sketch(_box(mark.box, width), _flipped(mark.shapes, mark.box.w))
        case _:
            return replace(mark, box=_box(mark.box, width))


@lru_cache(512)
def _flipped(shapes: tuple[Area | Line, ...], width: float) -> Shapes:
    return Shapes(replace(shape, points=tuple((width - x, y) for x, y in shape.points)) for shape in shapes)


OPPOSITE = {"left": "right", "right": "left"}
"""The keys that point to where a page was and to where it will be change over as well."""
