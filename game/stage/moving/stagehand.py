"""Moves a page in: blends what blends, has the canvas paint what grows, and leaves the window as if nothing had moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.stage.motion import FACE, SLIDE, TURN, Motion, eased, face_parts
from game.stage.page import Page, Picture

if TYPE_CHECKING:
    from game.stage.canvas import Canvas

MOST_PIXELS = 3_000_000
"""On larger windows blending half a page in software costs a frame, so there only small things move."""
PATIENCE = 1.0
"""Seconds for which a face keeps its expression while the next is being decoded."""
SOONER = 1.8
"""How much sooner a sheet hides what was there than it has come to rest."""
BETWEEN = 0.012
"""Seconds at the least from one picture to the next."""


class Stagehand:
    """One motion on its way; made before anything of the new page is painted."""

    def __init__(self, canvas: Canvas, motion: Motion, margin: tuple[int, ...], bare: int) -> None:
        """Take in what stands on the window; the first `bare` marks of the new page are the page's own."""
        self._canvas, self._motion, self._margin, self._upto = canvas, motion, margin, bare
        boxes = [box for box in (motion.sheet, motion.fades) if box is not None]
        self._parts = [canvas.part(box) for box in boxes]
        self._before = [canvas.surface.subsurface(part).copy() for part in self._parts]
        self._after: list[pygame.Surface] = []
        self._began = self._last = 0.0
        self._face_began: float | None = None
        self._faced = motion.face is None

    @property
    def blending(self) -> bool:
        """Whether pictures that arrive would be painted over what blends."""
        return bool(self._after)

    def begin(self, now: float) -> None:
        """Show the first moment; `now` is in seconds."""
        self._began = now
        dirty = self._canvas.paint(self._page(0.0), self._margin)
        if not self._faced:
            self._canvas.has(self._new_face())  # so that it is being decoded
        self._after = [self._canvas.surface.subsurface(part).copy() for part in self._parts]
        for part, before in zip(self._parts, self._before, strict=True):
            self._canvas.surface.blit(before, part)
        pygame.display.update(dirty)

    def goes_on(self, page: Page) -> bool:
        """Move to a page that differs only in what lies over it; return whether that is all in which it differs."""
        new = self._motion.new
        kept = self._upto
        if page.marks[:kept] != new.marks[:kept] or len(page.marks) < kept:
            return False
        self._motion = replace(self._motion, new=page)
        return True

    def step(self, now: float) -> bool:
        """Show this moment; return whether the motion is over."""
        if now - self._last < BETWEEN:
            return False
        self._last = now
        seconds = now - self._began
        dirty = self._blend(seconds) if self._after else []
        if not self._after:
            dirty += self._canvas.paint(self._page(seconds), self._margin)
        if not self._faced:
            dirty += self._face(now)
        if dirty:
            pygame.display.update(dirty)
        return self._faced and not self._after and seconds >= self._motion.seconds

    def finish(self) -> None:
        """Show the new page at once, as if nothing had moved."""
        dirty = self._blend(TURN + FACE) if self._after else []
        self._faced = True
        dirty += self._canvas.paint(self._motion.new, self._margin)
        pygame.display.update(dirty)

    # -------------------------------------------------------- the page

    def _page(self, seconds: float) -> Page:
        """Return the page of a moment, with the face as it was until it has changed."""
        page = self._motion.page(seconds)
        if self._faced or self._motion.face is None:
            return page
        new, was = self._new_face(), self._motion.face.was
        return replace(page, marks=tuple(was if mark == new else mark for mark in page.marks))

    def _new_face(self) -> Picture:
        mark = self._motion.new.marks[self._motion.face.at if self._motion.face else 0]
        assert isinstance(mark, Picture)
        return mark

    # -------------------------------------------------------- what blends

    def _blend(self, seconds: float) -> list[pygame.Rect]:
        surface = self._canvas.surface
        over = True
        for part, before, after in zip(self._parts, self._before, self._after, strict=True):
            lasts = TURN if self._slides(part) else FACE
            come = eased(seconds / lasts)
            if seconds < lasts:
                over = False
                shift = round(SLIDE * (1 - come) * self._canvas.scale) if self._slides(part) else 0
                surface.set_clip(part)
                surface.blit(before, part)
                # soon opaque, so that two texts are not read at once; SDL is four times slower at the very last shades
                clear = eased(SOONER * seconds / lasts) if self._slides(part) else come
                after.set_alpha(round(255 * clear) if clear < 0.97 else None)
                surface.blit(after, part.move(shift, 0))
                surface.set_clip(None)
            else:
                after.set_alpha(None)
                surface.blit(after, part)
        if over:
            self._after, self._before = [], []
        return list(self._parts)

    def _slides(self, part: pygame.Rect) -> bool:
        return self._motion.sheet is not None and part == self._parts[0]

    # -------------------------------------------------------- the face

    def _face(self, now: float) -> list[pygame.Rect]:
        if self._face_began is None:
            if self._canvas.has(self._new_face()) or now - self._began > PATIENCE:
                self._face_began = now
            return []
        share = (now - self._face_began) / FACE
        if share < 1:
            return [self._canvas.paint_part(page, box) for box, page in face_parts(self._motion, share, grain=1 / self._canvas.scale)]
        self._faced = True
        return [] if self._after else self._canvas.paint(self._page(now - self._began), self._margin)
