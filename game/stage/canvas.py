"""Paints pages with pygame: the only module that draws. What did not change since the last page is left as it is."""

from __future__ import annotations

import os
from collections import OrderedDict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.stage import lettering
from game.stage.bidi import has_leftward
from game.stage.page import Area, Box, Fill, Frame, Line, Mark, Page, Picture, Sketch, Style, Words, changed

if TYPE_CHECKING:
    from game.stage.pictures import Pictures



class Kept:
    """Surfaces that were drawn lately, up to a number of bytes."""

    def __init__(self, room: int) -> None:
        self.room, self._bytes = room, 0
        self._surfaces: OrderedDict[object, pygame.Surface] = OrderedDict()

    def get(self, key: object) -> pygame.Surface | None:
        """Return a surface, which counts as used now; None where it is not kept."""
        found = self._surfaces.get(key)
        if found is not None:
            self._surfaces.move_to_end(key)
        return found

    def put(self, key: object, surface: pygame.Surface) -> None:
        """Keep a surface, and let go of those that were not used for longest."""
        self._surfaces[key] = surface
        self._bytes += size_of(surface)
        while self._bytes > self.room and len(self._surfaces) > 1:
            self._bytes -= size_of(self._surfaces.popitem(last=False)[1])

    def clear(self) -> None:
        """Let go of all."""
        self._surfaces.clear()
        self._bytes = 0


def size_of(surface: pygame.Surface) -> int:
    """Return how many bytes the pixels of a surface take."""
    return surface.get_width() * surface.get_height() * surface.get_bytesize()


class Fonts:
    """The type, opened at the pixel sizes that are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[tuple[str, int], pygame.font.Font] = {}

    def at(self, face: str, pixels: int) -> pygame.font.Font:
        """Return a face at a height in pixels."""
        key = (face, max(6, pixels))
        if key not in self._open:
            self._open[key] = lettering.opened(face, pygame.font.Font(self._folder / f"{face}.ttf", key[1]))
        return self._open[key]


class Canvas:
    """A surface, the scale from points to its pixels, and the page that stands on it now."""

    def __init__(self, surface: pygame.Surface, fonts: Fonts, pictures: Pictures) -> None:
        self.fonts, self.pictures = fonts, pictures
        self._type, self._sketches = Kept(0), Kept(0)
        self._widths: dict[tuple[str, Style], float] = {}
        self.page: Page | None = None
        self.show_on(surface)

    def show_on(self, surface: pygame.Surface) -> None:
        """Paint on another surface from now on: the window has changed its size."""
        from game.stage.theme import LEAST_HEIGHT, MOST_HEIGHT, WIDTH

        self.surface = surface
        width, height = surface.get_size()
        self.scale = min(width / WIDTH, height / LEAST_HEIGHT)
        self.height = max(LEAST_HEIGHT, min(MOST_HEIGHT, height / self.scale))
        used = round(WIDTH * self.scale), round(self.height * self.scale)
        self.left, self.top = (width - used[0]) // 2, (height - used[1]) // 2
        self._size = used
        # a page of type covers about a third of the window: room for the page, the one before, and some more
        whole = used[0] * used[1] * 4
        self._type.room, self._sketches.room = 2 * whole, whole // 2
        self.pictures.room = max(16_000_000, 3 * whole)
        self._type.clear()
        self._sketches.clear()
        self._widths.clear()
        self.page = None

    # -------------------------------------------------------- measuring

    def width(self, text: str, style: Style) -> float:
        """Return the width of a line, in points."""
        key = (text, style)
        if key not in self._widths:
            if len(self._widths) > 20_000:
                self._widths.clear()
            pixels = self._pixels(style)
            if has_leftward(text):
                wide = lettering.width(self.fonts, _visible(text), style.face, pixels)
            else:
                font = self.fonts.at(style.face, pixels)
                wide = font.size(_visible(text))[0] + round(style.tracking * pixels) * len(text)
            self._widths[key] = wide / self.scale
        return self._widths[key]

    def _pixels(self, style: Style) -> int:
        return max(6, round(style.size * self.scale))

    def points(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in points of a pixel of the window."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def part(self, box: Box) -> pygame.Rect:
        """Return a part of the page in pixels of the window, no larger than the window."""
        return self._rect(box).clip(pygame.Rect(self.left, self.top, *self._size)).clip(self.surface.get_rect())

    def has(self, picture: Picture) -> bool:
        """Return whether a picture can be painted; where it cannot yet, it is being decoded from now on."""
        box, cover = self._rect(picture.box), self._rect(picture.cover)
        return self.pictures.get(picture.name, cover.size, round_=picture.round, box=box.move(-cover.x, -cover.y)) is not None

    # -------------------------------------------------------- painting

    def paint(self, page: Page, margin: tuple[int, ...]) -> list[pygame.Rect]:
        """Paint what differs from the page before, and return the rectangles of the window that changed."""
        boxes = changed(self.page, page)
        fresh = boxes is None
        self.page = page
        if boxes is None:
            self.surface.fill(margin)
            boxes = [Box(0, 0, page.width, page.height)]
        dirty = []
        for box in boxes:
            rect = self._rect(box.inset(-3)).clip(pygame.Rect(self.left, self.top, *self._size))
            if rect.w <= 0 or rect.h <= 0:
                continue
            self._paint_within(page, rect)
            dirty.append(rect)
        self.surface.set_clip(None)
        return [self.surface.get_rect()] if fresh else dirty

    def paint_part(self, page: Page, box: Box) -> pygame.Rect:
        """Paint a part of a page over what stands there, which stays the canvas's page; return what was painted."""
        rect = self.part(box)
        self._paint_within(page, rect)
        self.surface.set_clip(None)
        return rect

    def _paint_within(self, page: Page, rect: pygame.Rect) -> None:
        self.surface.set_clip(rect)
        within = self._box(rect)
        for mark in page.marks:
            if mark.box.meets(within):
                self._mark(mark)

    def repaint(self, names: set[str]) -> list[pygame.Rect]:
        """Paint the places of some pictures again, which have been decoded since."""
        page = self.page
        if page is None:
            return []
        boxes = [mark.box for mark in page.marks if isinstance(mark, Picture) and mark.name in names]
        dirty = []
        for box in boxes:
            rect = self._rect(box).clip(pygame.Rect(self.left, self.top, *self._size))
            self._paint_within(page, rect)
            dirty.append(rect)
        self.surface.set_clip(None)
        return dirty

    def _rect(self, box: Box) -> pygame.Rect:
        x, y = self.left + round(box.x * self.scale), self.top + round(box.y * self.scale)
        return pygame.Rect(
            x, y, self.left + round(box.right * self.scale) - x, self.top + round(box.bottom * self.scale) - y
        )

    def _box(self, rect: pygame.Rect) -> Box:
        return Box(
            (rect.x - self.left) / self.scale, (rect.y - self.top) / self.scale, rect.w / self.scale, rect.h / self.scale
        )

    def _mark(self, mark: Mark) -> None:
        match mark:
            case Fill(box, colour):
                rect = self._rect(box)
                self.surface.fill(colour, pygame.Rect(rect.x, rect.y, max(1, rect.w), max(1, rect.h)))
            case Frame(box, colour, width):
                pygame.draw.rect(self.surface, colour, self._rect(box), max(1, round(width * self.scale)))
            case Words():
                self._words(mark)
            case Sketch():
                self._blend(self._sketch(mark), self._rect(mark.box).topleft)
            case Picture():
                self._picture(mark)

    def _blend(self, image: pygame.Surface, place: tuple[int, int]) -> None:
        see_through = bool(image.get_flags() & pygame.SRCALPHA)
        self.surface.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED if see_through else 0)

    def _words(self, mark: Words) -> None:
        if not mark.text:
            return
        key = (mark.text, mark.style, mark.colour)
        image = self._type.get(key)
        if image is None:
            image = self._set(mark)
            self._type.put(key, image)
        pixels = self._pixels(mark.style)
        if has_leftward(mark.text):
            ascent = lettering.ascent(self.fonts, _visible(mark.text), mark.style.face, pixels)
        else:
            ascent = self.fonts.at(mark.style.face, pixels).get_ascent()
        x = self.left + round((mark.box.x + 2) * self.scale)
        self.surface.blit(image, (x, self.top + round(mark.baseline * self.scale) - ascent))

    def _set(self, mark: Words) -> pygame.Surface:
        pixels = self._pixels(mark.style)
        text = _visible(mark.text)
        if has_leftward(text):  # letters that join are not spaced
            return lettering.line(self.fonts, text, mark.style.face, pixels, mark.colour)
        font = self.fonts.at(mark.style.face, pixels)
        gap = round(mark.style.tracking * pixels)
        if not gap:
            return font.render(text, True, mark.colour)
        letters = [font.render(letter, True, mark.colour) for letter in text]
        # pairs are measured together so that kerning holds between spaced letters
        steps = [font.size(text[: index + 1])[0] for index in range(len(text))]
        image = pygame.Surface((steps[-1] + gap * len(text) + pixels, letters[0].get_height()), pygame.SRCALPHA)
        for index, letter in enumerate(letters):
            start = steps[index] - letter.get_width()
            image.blit(letter, (max(0, start + gap * index), 0))
        return image

    def _sketch(self, mark: Sketch) -> pygame.Surface:
        size = self._rect(mark.box).size
        key = (mark.shapes, size)
        image = self._sketches.get(key)
        if image is None:
            image = _drawn(mark, size, self.scale)
            self._sketches.put(key, image)
        return image

    def _picture(self, mark: Picture) -> None:
        box, cover = self._rect(mark.box), self._rect(mark.cover)
        image = self.pictures.get(mark.name, cover.size, round_=mark.round, box=box.move(-cover.x, -cover.y))
        if image is None:
            if mark.behind is not None:
                self.surface.fill(mark.behind, box)
            return
        self._blend(image, box.topleft)


def _visible(text: str) -> str:
    # a NUL makes the font raise; other control characters would be boxes
    return text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)


def _drawn(mark: Sketch, size: tuple[int, int], scale: float) -> pygame.Surface:
    """Return a sketch, drawn larger and scaled down so that its edges are smooth."""
    width, height = max(1, size[0]), max(1, size[1])
    finer = 2 if scale > 1.4 or width * height > 400_000 else 3
    factor = scale * finer
    large = pygame.Surface((width * finer, height * finer), pygame.SRCALPHA)
    for shape in mark.shapes:
        points = [(x * factor, y * factor) for x, y in shape.points]
        if isinstance(shape, Area):
            if len(shape.colour) == 4:
                veil = pygame.Surface(large.get_size(), pygame.SRCALPHA)
                pygame.draw.polygon(veil, shape.colour, points)
                large.blit(veil, (0, 0))
            else:
                pygame.draw.polygon(large, shape.colour, points)
        else:
            _line(large, shape, points, factor)
    return pygame.transform.smoothscale(large.premul_alpha(), (width, height))


def _line(surface: pygame.Surface, shape: Line, points: list[tuple[float, float]], factor: float) -> None:
    radius = max(1.0, shape.width * factor / 2)
    for (ax, ay), (bx, by) in pairwise(points):
        along = pygame.Vector2(bx - ax, by - ay)
        if along.length() < 0.01:
            continue
        side = along.normalize().rotate(90) * radius
        corners = [(ax + side.x, ay + side.y), (bx + side.x, by + side.y), (bx - side.x, by - side.y),
                   (ax - side.x, ay - side.y)]
        pygame.draw.polygon(surface, shape.colour, corners)
    for x, y in points:
        pygame.draw.circle(surface, shape.colour, (x, y), radius)


def software_hint() -> None:
    """Ask SDL for a window without the graphics card where there is none: there its default costs ten times as much."""
    if not any(Path("/dev/dri").glob("renderD*")) and os.name == "posix" and os.uname().sysname == "Linux":
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
