"""The window and its loop: input, what the director makes of it, and a page painted only where it changed."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pygame

from game.language import tongue
from game.stage import everywhere
from game.stage.canvas import Canvas, Fonts, software_hint
from game.stage.companions import Company
from game.stage.components import Desk
from game.stage.director import Director
from game.stage.input import Dropped, Pointer, Translator
from game.stage.mirroring import OPPOSITE, mirrored
from game.stage.motion import Fade, can_fade, picture_column
from game.stage.pictures import Pictures
from game.stage.typesetting import Setter

AWAKE, ASLEEP = 0.004, 0.014
"""Seconds between looks at the keyboard: while somebody plays, and when nobody has for a while. SDL's own waiting
costs three times as much of a core as a look every 14 ms."""
AWAKE_FOR = 2.0


REPEATING = frozenset({pygame.K_UP, pygame.K_DOWN})
"""Keys that act again while they are held."""


class NoWindow(Exception):
    """No window can be opened here."""


def _give_memory_back() -> None:
    """Have the C library return large pictures to the system when they are freed; elsewhere that is the rule."""
    if sys.platform != "linux":
        return
    import ctypes

    threshold = -3  # M_MMAP_THRESHOLD of glibc, which otherwise raises it with the first large picture
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(threshold, 1 << 20)


def _warm_up() -> None:
    """Import what a play needs while the front page is being read."""
    _give_memory_back()
    import game.stage.bookview
    import game.stage.playing
    import game.stage.screens.book  # noqa: F401


def _refuse_to_play_unseen() -> None:
    """Refuse a driver that shows nothing, which SDL takes by itself where it finds no display.

    Raises:
        NoWindow: there is no display, and nobody asked for such a driver.
    """
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy", "evdev") and os.environ.get("SDL_VIDEODRIVER") != driver:
        raise NoWindow("there is no display")


class App:
    """The window, and what it shows."""

    def __init__(self, director: Director, assets: Path, *, size: tuple[int, int] = (1280, 720)) -> None:
        self.director = director
        self._size = size
        self._translator = Translator()
        self._pressed: str | None = None
        software_hint()
        try:
            pygame.display.init()
            _refuse_to_play_unseen()
            window = self._open_window(director.settings.full_screen)
        except pygame.error as error:
            raise NoWindow(str(error)) from error
        pygame.font.init()
        pygame.key.set_repeat(350, 60)
        self.pictures = Pictures(assets)
        self.canvas = Canvas(window, Fonts(assets / "fonts"), self.pictures)
        self.setter = Setter(self.canvas.width)
        self._awake_until = 0.0
        self._held: set[int] = set()
        self._shown: tuple[int, int] | None = None
        self._fade: Fade | None = None
        self.company = Company()

    def _open_window(self, full_screen: bool) -> pygame.Surface:
        pygame.display.set_caption("Coffee First")
        if full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        desktop = pygame.display.get_desktop_sizes()[0]
        width, height = min(self._size[0], desktop[0]), min(self._size[1], desktop[1])
        return pygame.display.set_mode((width, height), pygame.RESIZABLE)

    def desk(self) -> Desk:
        """Return what pages are set with at the present size and look."""
        return Desk(self.setter, self.director.theme, self.canvas.height)

    def show(self) -> None:
        """Set the page of the present screen, and paint what differs."""
        self._settle()
        screen, desk = self.director.screen, self.desk()
        bare = screen.page(desk, self.director.gallery)
        if tongue().leftward:
            bare = mirrored(bare)
        page = replace(bare, marks=(*bare.marks, *self.company.marks(bare, desk)))
        column = picture_column(self.canvas.page, page) if self._turned() and self._fades() else 0.0
        fade = Fade(self.canvas.surface, self.canvas.left_part(column)) if column else None
        dirty = self.canvas.paint(page, tuple(self.director.theme.palette.deep))
        if dirty and fade is not None:
            fade.begin(time.monotonic())
            self._fade = fade
        if dirty:
            pygame.display.update(dirty)
        self.company.shown(screen, bare)

    def _turned(self) -> bool:
        """Return whether another page is shown than the last time, and remember it."""
        screen = self.director.screen
        shown = (id(screen), getattr(screen, "sheet", 0))
        turned = self._shown is not None and shown != self._shown
        self._shown = shown
        return turned

    def _fades(self) -> bool:
        return self.director.settings.motion != "reduced" and can_fade(self.canvas.surface)

    def _settle(self) -> None:
        """Complete a fade that is under way."""
        if self._fade is not None:
            self._fade.finish()
            self._fade = None

    def run(self) -> None:
        """Show pages until the player closes the game, or wants to play with a room."""
        self._fulfil()
        self.show()
        self._settle_in()
        while not self.director.wishes.quit and self.director.wishes.room is None:
            now = time.monotonic()
            answers = [self.answer(event) for event in pygame.event.get()]
            if any(answers):
                self._awake_until = now + AWAKE_FOR
                self._fulfil()
                self.show()
            elif self.director.wake():
                self.show()
            if self.company.tick(now, self.press):
                self._fulfil()
                self.show()
            if self._fade is not None and self._fade.step(now):
                self._fade = None
            if self.pictures.news and self._fade is None:
                self._awake_until = max(self._awake_until, now + AWAKE)
                if dirty := self.canvas.repaint(self.pictures.arrived()):
                    pygame.display.update(dirty)
            time.sleep(AWAKE if now < self._awake_until else ASLEEP)

    def _settle_in(self) -> None:
        """Do what the first picture need not wait for."""
        Thread(target=_warm_up, name="warm-up", daemon=True).start()
        with contextlib.suppress(pygame.error, FileNotFoundError):
            pygame.display.set_icon(pygame.image.load(self.director.gallery.assets / "icon.png"))
        with contextlib.suppress(pygame.error, ImportError):
            from pygame._sdl2 import controller

            controller.init()
            self._pads = [controller.Controller(index) for index in range(controller.get_count())]

    def answer(self, event: pygame.event.Event) -> bool:
        """Answer one event; return whether the page may have changed."""
        if event.type == pygame.QUIT:
            self.director.wishes.quit = True
            return True
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
            surface = pygame.display.get_surface()
            self._fade = None
            if surface is not None and (event.type == pygame.WINDOWEXPOSED or surface.get_size() != self._shown_size()):
                self.canvas.show_on(surface)
                return True
            return False
        if event.type == pygame.CONTROLLERDEVICEADDED:
            with contextlib.suppress(pygame.error, ImportError):
                from pygame._sdl2 import controller

                self._pads = [controller.Controller(index) for index in range(controller.get_count())]
            return False
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        if event.type == pygame.KEYDOWN and event.key not in REPEATING:
            if event.key in self._held:
                return False  # a key that is held down says its thing once
            self._held.add(event.key)
        key = self._translator.key(event)
        if key is None:
            return False
        if isinstance(key, str | Pointer) and self.company.takes(key):
            return True
        if isinstance(key, Pointer):
            return self._pointed(key)
        if isinstance(key, Dropped):
            self.director.bring(Path(key.path))
            return True
        return self.press(OPPOSITE.get(key, key) if tongue().leftward else key)

    def _shown_size(self) -> tuple[int, int]:
        return self.canvas.surface.get_size()

    def press(self, key: str) -> bool:
        """Let the director answer a key."""
        if key in everywhere.KEYS:
            self.director.act(everywhere.KEYS[key])
        else:
            self.director.press(key)
        return True

    def _pointed(self, pointer: Pointer) -> bool:
        page = self.canvas.page
        if page is None:
            return False
        key = page.key_at(*self.canvas.points(pointer.x, pointer.y))
        screen = self.director.screen
        if pointer.kind == "moved":
            changed = screen.hover != key
            screen.hover = key
            return changed
        if pointer.kind == "pressed":
            self._pressed = key
            return False
        pressed, self._pressed = self._pressed, None
        if key is not None and key == pressed:
            return self.press(key)
        return False

    def _fulfil(self) -> None:
        wishes = self.director.wishes
        if wishes.full_screen is not None:
            self.canvas.show_on(self._open_window(wishes.full_screen))
            wishes.full_screen = None
        if wishes.copy is not None:
            try:
                pygame.scrap.put_text(wishes.copy)
            except pygame.error:
                self.director.saved("The clipboard cannot be reached here.")
            wishes.copy = None
        if wishes.fresh_pictures:
            self.pictures.forget()
            wishes.fresh_pictures = False
        if wishes.save:
            from game.stage.saving import save_column

            self.director.saved(save_column(self.director, self.director.gallery.assets))
            wishes.save = False

    def close(self) -> None:
        """Close the window."""
        self.company.close()
        self.pictures.close()
        pygame.display.quit()
