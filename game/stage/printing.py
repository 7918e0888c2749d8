"""A page as it leaves the press: with thick rules where the look asks for them, and mirrored where the language does."""

from __future__ import annotations

from dataclasses import replace

from game.language import tongue
from game.stage.page import Box, Fill, Frame, Mark, Page
from game.stage.theme import Theme


def printed(page: Page, theme: Theme) -> Page:
    """Return a page as a look and the language that is spoken want it."""
    if theme.rule:
        page = replace(page, marks=tuple(ruled(mark, theme.rule) for mark in page.marks))
    if tongue().leftward:
        from game.stage.mirroring import mirrored

        return mirrored(page)
    return page


def ruled(mark: Mark, least: float) -> Mark:
    """Return a mark with its rules at least so thick, in points; what grows grows away from where it was."""
    match mark:
        case Fill(box, _) if 0 < box.h < least and box.w > box.h:
            return replace(mark, box=Box(box.x, box.y, box.w, least))
        case Fill(box, _) if 0 < box.w < least and box.h > box.w:
            return replace(mark, box=Box(box.x, box.y, least, box.h))
        case Frame(_, _, width) if width < least:
            return replace(mark, width=least)
    return mark
