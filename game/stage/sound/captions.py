"""Sounds told in words: a strip that is laid where a page has neither text nor anything to press; pure."""

from __future__ import annotations

from collections.abc import Sequence

from game.stage.components import Desk
from game.stage.page import Box, Fill, Frame, Mark, Page, Picture
from game.stage.typesetting import wrap

PAD, EDGE, STEP = 14.0, 24.0, 12.0
"""Points: inside the strip, from the edges of the page, and between the places that are tried."""
WIDEST = 776.0
"""Within the picture column of a play."""
GROUND = 0.3
"""A filled rectangle that covers a larger share of the page is its ground, and may be covered."""


def strip(desk: Desk, page: Page, words: Sequence[str]) -> tuple[Mark, ...]:
    """Return the marks of a strip that tells some sounds; nothing where there are none."""
    if not words:
        return ()
    style, palette = desk.style("label"), desk.theme.palette
    told = [f"[{each}]" for each in words]
    column = min(WIDEST, desk.theme.column - 2 * EDGE)
    # where nothing is seen, as wide as the picture column, as the page, or as narrow as one sound; else over a picture
    shapes = [(width, bare) for bare in (True, False) for width in (column, page.width - 2 * EDGE, WIDEST / 2)]
    for width, bare in shapes:
        lines = _lines(desk, told, width - 2 * PAD)
        wide = max(desk.setter.measure(line, style) for line in lines) + 2 * PAD
        box = free_place(page, wide, len(lines) * style.line + PAD, bare=bare)
        if box is not None:
            break
    else:
        # a page without any room: at its upper edge, above the head
        lines = _lines(desk, told, page.width - 2 * EDGE - 2 * PAD)
        wide = max(desk.setter.measure(line, style) for line in lines) + 2 * PAD
        box = Box(EDGE, 0, wide, len(lines) * style.line + PAD)
    top = box.y + PAD / 2 + style.size * 1.0
    set_lines = (
        desk.setter.words(line, style, palette.paper, box.x + PAD, top + number * style.line)
        for number, line in enumerate(lines)
    )
    return Fill(box, palette.ink), *set_lines


def _lines(desk: Desk, told: Sequence[str], width: float) -> list[str]:
    """Return the sounds in as few lines as hold them, none broken that fits a line by itself."""
    measure, style = desk.setter.measure, desk.style("label")
    lines: list[str] = []
    for each in told:
        if lines and measure(f"{lines[-1]}  {each}", style) <= width:
            lines[-1] += f"  {each}"
        else:
            lines += wrap(each, style, width, measure)
    return lines


def free_place(page: Page, wide: float, high: float, *, bare: bool = False) -> Box | None:
    """Return where a strip of a size covers nothing that is read or pressed, as low on the page as there is room.

    Where it must be `bare`, it covers no picture either. None where the page is full.
    """
    most = GROUND * page.width * page.height
    taken = [target.box for target in page.targets]
    taken += [
        mark.box for mark in page.marks
        if not (isinstance(mark, Picture) and not bare) and not (isinstance(mark, Fill | Frame) and mark.box.w * mark.box.h > most)
    ]
    columns = (EDGE, (page.width - wide) / 2, page.width - wide - EDGE)
    y = page.height - high - EDGE / 2
    while y >= 0:
        for x in columns:
            box = Box(x, y, wide, high)
            if not any(each.meets(box.inset(-4)) for each in taken):
                return box
        y -= STEP
    return None
