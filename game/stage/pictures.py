"""Pictures decoded off the start-up path by a thread of their own, and kept at the size in which they are shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

import pygame

Key = tuple[str, tuple[int, int], tuple[int, int, int, int], bool]


class Pictures:
    """A bounded store of scaled pictures; asking for one that is not there yet sets the thread to work.

    Pictures with transparency are kept with their colours multiplied by it: to be shown with BLEND_PREMULTIPLIED.
    """

    def __init__(self, folder: Path, *, ready: Callable[[], None] | None = None) -> None:
        self._folder, self._ready = folder, ready
        self.room = 24_000_000
        """How many bytes are kept; the canvas sets it by the size of the window."""
        self._kept: OrderedDict[Key, pygame.Surface | None] = OrderedDict()
        self._asked: set[Key] = set()
        self._fresh: set[str] = set()
        self._lock = Lock()
        self.news = False
        """Whether a picture came since `arrived` was asked; cheap to look at."""
        self._work: SimpleQueue[Key | None] = SimpleQueue()
        self._thread: Thread | None = None

    def get(
        self, name: str, cover: tuple[int, int], *, box: pygame.Rect, round_: bool = False
    ) -> pygame.Surface | None:
        """Return the part `box` of a picture scaled to cover a size in pixels; None while it is being decoded."""
        key = (name, cover, (box.x, box.y, box.w, box.h), round_)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if key in self._asked:
                return None
            self._asked.add(key)
        if self._thread is None:
            self._thread = Thread(target=self._decode, name="pictures", daemon=True)
            self._thread.start()
        self._work.put(key)
        return None

    def exists(self, name: str) -> bool:
        """Return whether there is such a picture."""
        return (self._folder / name).is_file()

    def arrived(self) -> set[str]:
        """Return the names of the pictures that came since this was last asked."""
        with self._lock:
            fresh, self._fresh = self._fresh, set()
            self.news = False
        return fresh

    def wait(self, seconds: float = 20.0) -> None:
        """Return when all that was asked for is there, for a picture of the whole page."""
        import time

        until = time.monotonic() + seconds
        while self._asked and time.monotonic() < until:
            time.sleep(0.004)

    def forget(self) -> None:
        """Let go of all pictures: on the disk they may be others now."""
        with self._lock:
            self._kept.clear()

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(timeout=2)
            self._thread = None

    def _decode(self) -> None:
        while (key := self._work.get()) is not None:
            image = self._scaled(key)
            with self._lock:
                self._kept[key] = image
                self._asked.discard(key)
                self._fresh.add(key[0])
                self.news = True
                self._trim()
            if self._ready is not None:
                self._ready()

    def _trim(self) -> None:
        size = sum(_bytes(image) for image in self._kept.values())
        while size > self.room and len(self._kept) > 4:
            _, oldest = self._kept.popitem(last=False)
            size -= _bytes(oldest)

    def _finest(self, name: str, cover: tuple[int, int]) -> Path:
        """Return the file to scale: of a place that is shown large, the larger drawing."""
        larger = self._folder / name.replace("places/", "places/4k/", 1)
        return larger if cover[0] > 2300 and name.startswith("places/") and larger.is_file() else self._folder / name

    def _scaled(self, key: Key) -> pygame.Surface | None:
        name, cover, crop, round_ = key
        if cover[0] < 1 or cover[1] < 1 or crop[2] < 1 or crop[3] < 1:
            return None
        try:
            path = self._finest(name, cover)
            image = brought(path, cover) if path.is_absolute() and not path.is_relative_to(self._folder) else pygame.image.load(path)
        except (pygame.error, OSError, ValueError):
            return None
        if image is None:
            return None
        see_through = image.get_masks()[3] != 0
        # only the part that will be shown is scaled
        across, down = image.get_width() / cover[0], image.get_height() / cover[1]
        part = pygame.Rect(
            round(crop[0] * across), round(crop[1] * down), round(crop[2] * across), round(crop[3] * down)
        )
        cut = _cut(image, part, see_through)
        scaled = pygame.transform.smoothscale(cut.premul_alpha() if see_through else cut, crop[2:])
        return _rounded(scaled) if round_ else scaled


MOST_ACROSS = 4096
"""Points: no drawing is painted larger."""


def brought(path: Path, cover: tuple[int, int]) -> pygame.Surface | None:
    """Return a picture that an author brought, from a folder or a pack; a drawing at about the size it covers.

    None where it cannot be shown: the file may have changed since the page was set.
    """
    from game.authoring import pictures
    from game.authoring.source import Unread

    data = pictures.picture(path)
    if isinstance(data, Unread):
        return None
    if path.suffix.lower() != ".svg":
        return pygame.image.load(BytesIO(data), path.name)
    return pygame.image.load_sized_svg(BytesIO(data), _covering(data, cover))


def _covering(data: bytes, cover: tuple[int, int]) -> tuple[int, int]:
    """Return a size in which a drawing, which keeps its proportions, is at least as large as a size."""
    whole = pygame.image.load_sized_svg(BytesIO(data), (256, 256))
    factor = max(cover[0] / whole.get_width(), cover[1] / whole.get_height())
    width, height = whole.get_width() * factor, whole.get_height() * factor
    smaller = min(1.0, MOST_ACROSS / max(width, height))
    return max(1, round(width * smaller)), max(1, round(height * smaller))


def _cut(image: pygame.Surface, part: pygame.Rect, see_through: bool) -> pygame.Surface:
    if image.get_rect().contains(part):
        return image.subsurface(part)
    whole = pygame.Surface(part.size, pygame.SRCALPHA if see_through else 0, 32)
    whole.blit(image, (-part.x, -part.y), special_flags=pygame.BLEND_RGBA_ADD if see_through else 0)
    return whole


def _bytes(image: pygame.Surface | None) -> int:
    return 0 if image is None else image.get_width() * image.get_height() * image.get_bytesize()


def _rounded(image: pygame.Surface) -> pygame.Surface:
    width, height = image.get_size()
    mask = pygame.Surface((width * 3, height * 3), pygame.SRCALPHA)
    pygame.draw.ellipse(mask, (255, 255, 255, 255), mask.get_rect())
    mask = pygame.transform.smoothscale(mask.premul_alpha(), (width, height))
    cut = pygame.Surface((width, height), pygame.SRCALPHA)
    cut.blit(image, (0, 0))
    cut.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return cut
