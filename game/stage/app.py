"""The window and its loop: input, what the director makes of it, and a page painted only where it changed."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pygame

from game.language import _, tongue
from game.stage import everywhere
from game.stage.canvas import Canvas, Fonts, software_hint
from game.stage.companions import Company
from game.stage.components import Desk
from game.stage.director import Director
from game.stage.hands import PLUGGED, UNPLUGGED, Hands
from game.stage.input import Dropped, Pointer
from game.stage.page import Page
from game.stage.pictures import Pictures
from game.stage.printing import printed
from game.stage.typesetting import Setter

if TYPE_CHECKING:
    from game.stage.motion import Motion
    from game.stage.moving.stagehand import Stagehand

AWAKE, ASLEEP = 0.004, 0.014
"""Seconds between looks at the keyboard: while somebody plays, and when nobody has for a while. SDL's own waiting
costs three times as much of a core as a look every 14 ms."""
AWAKE_FOR = 2.0
HIDDEN_AT_FIRST = sys.platform in ("win32", "darwin")
"""There a screen reader must be let in before the window is shown."""


class NoWindow(Exception):
    """No window can be opened here."""


def _pointing(key: str) -> str:
    """Return what a key means on the page: where it is read from right to left, left and right change over."""
    if not tongue().leftward:
        return key
    from game.stage.mirroring import OPPOSITE

    return OPPOSITE.get(key, key)


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


def _ask_the_system() -> None:
    """Ask what the system's own settings wish, of which motion is one."""
    from game.stage.system_wishes import ask_aside

    ask_aside()


def _refuse_to_play_unseen() -> None:
    """Refuse a driver that shows nothing, which SDL takes by itself where it finds no display.

    Raises:
        NoWindow: there is no display, and nobody asked for such a driver.
    """
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy", "evdev") and os.environ.get("SDL_VIDEODRIVER") != driver:
        raise NoWindow(_("there is no display"))


class App:
    """The window, and what it shows."""

    def __init__(
        self, director: Director, assets: Path, *, size: tuple[int, int] = (1280, 720),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.director = director
        self._size = size
        self._pressed: tuple[object, str | None] | None = None
        """Where the mouse or a finger went down: on which screen, and on which key."""
        software_hint()
        try:
            pygame.display.init()
            _refuse_to_play_unseen()
            window = self._open_window(director.settings.full_screen, pygame.HIDDEN if HIDDEN_AT_FIRST else 0)
        except pygame.error as error:
            raise NoWindow(str(error)) from error
        pygame.font.init()
        pygame.key.set_repeat(350, 60)
        self.pictures = Pictures(assets)
        self.canvas = Canvas(window, Fonts(assets / "fonts"), self.pictures)
        self._awake_until = 0.0
        self._shown: tuple[int, int] | None = None
        self._stagehand: Stagehand | None = None
        self._read: set[tuple[object, object]] = set()
        """The sheets of the present screen that have been shown."""
        self.company = Company()
        self.hands = Hands(self.company)
        self.hands.follow(director.settings, director.screen)
        self._clock = clock
        if HIDDEN_AT_FIRST:
            self._find_reader()
            self.canvas.show_on(self._open_window(director.settings.full_screen, pygame.SHOWN))

    def _open_window(self, full_screen: bool, more: int = 0) -> pygame.Surface:
        pygame.display.set_caption("Coffee First")
        if full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN | more)
        desktop = pygame.display.get_desktop_sizes()[0]
        width, height = min(self._size[0], desktop[0]), min(self._size[1], desktop[1])
        return pygame.display.set_mode((width, height), pygame.RESIZABLE | more)

    def desk(self) -> Desk:
        """Return what pages are set with at the present size and look."""
        theme = self.director.theme
        return Desk(Setter(self.canvas.width, theme.faces), theme, self.canvas.height, self.hands.caps)

    def show(self) -> None:
        """Set the page of the present screen, and paint what differs."""
        screen, desk = self.director.screen, self.desk()
        bare = printed(screen.page(desk, self.director.gallery), desk.theme)
        page = replace(bare, marks=(*bare.marks, *self.company.marks(bare, desk)))
        margin = tuple(self.director.theme.palette.deep)
        turned = self._turned()
        if not turned and self._stagehand is not None and self._stagehand.goes_on(page):
            return
        self._settle()
        if turned and self._moves() and (motion := self._motion_to(page)) is not None:
            from game.stage.moving.stagehand import Stagehand

            self._stagehand = Stagehand(self.canvas, motion, margin, len(bare.marks))
            self._stagehand.begin(time.monotonic())
        elif dirty := self.canvas.paint(page, margin):
            pygame.display.update(dirty)
        self.company.shown(screen, bare)

    def _turned(self) -> bool:
        """Return whether another page is shown than the last time, and remember it."""
        screen = self.director.screen
        shown = (id(screen), getattr(screen, "sheet", 0))
        turned = self._shown is not None and shown != self._shown
        self._shown = shown
        return turned

    def _moves(self) -> bool:
        """Return whether anything may move: as the player wishes, or the system where it is to be asked."""
        motion = self.director.settings.motion
        if motion == "system":
            from game.stage.system_wishes import reduced_motion

            return not reduced_motion()
        return motion != "reduced"

    def _motion_to(self, page: Page) -> Motion | None:
        from game.stage.motion import motion_between
        from game.stage.moving.stagehand import MOST_PIXELS

        screen, sheet = self._shown or (0, 0)
        again = (screen, sheet) in self._read
        self._read = {*(each for each in self._read if each[0] == screen), (screen, sheet)}
        width, height = self.canvas.surface.get_size()
        palette = self.director.theme.palette
        return motion_between(self.canvas.page, page, palette, again=again, large=width * height > MOST_PIXELS)

    def _settle(self) -> None:
        """Complete a motion that is under way."""
        if self._stagehand is not None:
            self._stagehand.finish()
            self._stagehand = None

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
                self._settle()
                self._fulfil()
                self._accompany()
                self.show()
            elif self.director.wake():
                self.show()
            if self.company.tick(now, self.press):
                self._fulfil()
                self.show()
            if self._stagehand is not None:
                self._awake_until = max(self._awake_until, now + AWAKE)
                if self._stagehand.step(now):
                    self._stagehand = None
            if self.pictures.news and not (self._stagehand is not None and self._stagehand.blending):
                self._awake_until = max(self._awake_until, now + AWAKE)
                if dirty := self.canvas.repaint(self.pictures.arrived()):
                    pygame.display.update(dirty)
            time.sleep(AWAKE if now < self._awake_until else ASLEEP)

    def _settle_in(self) -> None:
        """Do what the first picture need not wait for."""
        Thread(target=_warm_up, name="warm-up", daemon=True).start()
        with contextlib.suppress(pygame.error, FileNotFoundError):
            pygame.display.set_icon(pygame.image.load(self.director.gallery.assets / "icon.png"))
        self.hands.find_pads()
        self._find_reader()
        self._ask_the_system()
        self._accompany()

    def _ask_the_system(self) -> None:
        if self.director.settings.motion == "system":
            Thread(target=_ask_the_system, name="ask-the-system", daemon=True).start()

    def _accompany(self) -> None:
        """Make the companions that the settings ask for, and that are not there yet."""
        settings = self.director.settings
        if settings.sound or settings.captions:
            from game.stage.sound.joining import join

            join(self)
        if settings.speech:
            self._find_voice()

    def _find_reader(self) -> None:
        from game.stage.reader.joining import join

        join(self)

    def _find_voice(self) -> None:
        from game.stage.voice.joining import join

        join(self)

    def answer(self, event: pygame.event.Event) -> bool:
        """Answer one event; return whether the page may have changed."""
        if event.type == pygame.QUIT:
            self.director.wishes.quit = True
            return True
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
            surface = pygame.display.get_surface()
            self._stagehand = None
            if surface is not None and (event.type == pygame.WINDOWEXPOSED or surface.get_size() != self._shown_size()):
                self.canvas.show_on(surface)
                return True
            return False
        if event.type == pygame.WINDOWFOCUSGAINED:
            self._ask_the_system()  # its settings may have been changed meanwhile
        if event.type in PLUGGED or event.type in UNPLUGGED:
            return self.hands.plugs(event)
        caps = self.hands.caps
        key = self.hands.key(event, self._shown_size(), self._clock())
        if key is None:
            return False
        if key in everywhere.SPOKEN:
            self._find_voice()
        if isinstance(key, str | Pointer) and self.company.takes(key):
            return True
        if isinstance(key, Pointer):
            return self._pointed(key) or caps != self.hands.caps
        if isinstance(key, Dropped):
            self.director.bring(Path(key.path))
            return True
        return self.press(_pointing(key))

    def _shown_size(self) -> tuple[int, int]:
        return self.canvas.surface.get_size()

    def press(self, key: str) -> bool:
        """Let the director answer a key."""
        before = self.director.screen
        if key in everywhere.KEYS:
            self.director.act(everywhere.KEYS[key])
        else:
            self.director.press(key)
        self.hands.answered(key, before is not self.director.screen, self._clock())
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
            self._pressed = (screen, key)
            return False
        pressed, self._pressed = self._pressed, None
        if key is not None and pressed == (screen, key):
            return self.press(key)
        return False

    def _fulfil(self) -> None:
        self.hands.follow(self.director.settings, self.director.screen)
        wishes = self.director.wishes
        if wishes.full_screen is not None:
            self.canvas.show_on(self._open_window(wishes.full_screen))
            wishes.full_screen = None
        if wishes.copy is not None:
            try:
                pygame.scrap.put_text(wishes.copy)
            except pygame.error:
                self.director.saved(_("The clipboard cannot be reached here."))
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
