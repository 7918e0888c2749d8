"""The picture gives way to the next in a short fade, while the words are there at once.

Any key completes it, and reduced motion does without.
"""

from __future__ import annotations

import pygame

from game.stage.page import Page, Picture

SECONDS = 0.2
MOST_PIXELS = 3_000_000
"""On larger windows blending half a page in software costs a frame, so there pictures are cut."""


def picture_column(old: Page | None, new: Page) -> float:
    """Return how wide the picture column is that two pages share, in points; 0 where one of them has none."""
    return min(_column(old), _column(new)) if old is not None else 0.0


def _column(page: Page) -> float:
    tall = (mark for mark in page.marks if isinstance(mark, Picture) and mark.box.x == 0 and mark.box.h > page.height / 2)
    return max((mark.box.w for mark in tall), default=0.0)


class Fade:
    """From what was in a part of the window to what was just painted there."""

    def __init__(self, window: pygame.Surface, part: pygame.Rect) -> None:
        self._window, self._part = window, part
        self._before = window.subsurface(part).copy()
        self._after = self._before
        self._began = 0.0

    def begin(self, now: float) -> None:
        """Take what was painted meanwhile for what will be there, and put back what was there before."""
        self._began = now
        self._after = self._window.subsurface(self._part).copy()
        self._window.blit(self._before, self._part)

    def step(self, now: float) -> bool:
        """Show the blend of this moment; return whether the fade is over."""
        share = (now - self._began) / SECONDS
        self._window.blit(self._after, self._part)
        if share < 1:
            self._before.set_alpha(round(255 * (1 - share) ** 2))  # quick at first, then gently
            self._window.blit(self._before, self._part)
        pygame.display.update(self._part)
        return share >= 1

    def finish(self) -> None:
        """Show the new picture at once."""
        self._window.blit(self._after, self._part)
        pygame.display.update(self._part)


def can_fade(window: pygame.Surface) -> bool:
    """Return whether a window is small enough for a fade."""
    return window.get_width() * window.get_height() <= MOST_PIXELS
