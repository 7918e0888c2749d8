"""Hands for tests: the real window without a display, on a clock that the test moves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame

from game.opening import Library
from game.records.journal import Journal
from game.records.settings import Settings
from game.resources import assets
from game.stage.analyst import Analyst
from game.stage.app import App
from game.stage.director import Director
from game.stage.keeping import Keeping
from game.stage.scanning import Scanner, Thing


class Seat:
    """Somebody at the window: every event goes the way that it goes in the game."""

    def __init__(self, folder: Path, settings: Settings, size: tuple[int, int] = (1280, 720), room: Any = None) -> None:
        self.kept: list[Settings] = []
        keeping = Keeping(
            journal=Journal.open(folder / "plays.db"), analyst=Analyst(), load=lambda: settings, save=self.kept.append
        )
        self.now = 100.0
        self.director = room(keeping) if room else Director(Library(), keeping, assets(), new_seed=lambda: 7)
        self.app = App(self.director, assets(), size=size, clock=lambda: self.now)
        self.app.show()

    @property
    def screen(self) -> str:
        """The kind of the page that is open."""
        return type(self.director.screen).__name__

    @property
    def choices(self) -> tuple[str, ...]:
        """What has been chosen so far."""
        play = self.director.playthrough
        return play.choices if play is not None else ()

    def happens(self, kind: int, *, after: float = 1.0, **values: Any) -> None:
        """Let an event happen after some seconds."""
        self.now += after
        if self.app.answer(pygame.event.Event(kind, **values)):
            self.shown()

    def shown(self) -> None:
        """Do what the loop does after an answer, and once more for the companions."""
        self.app._fulfil()
        self.app.show()
        if self.app.company.tick(self.now, self.app.press):
            self.app._fulfil()
            self.app.show()

    def passes(self, seconds: float) -> None:
        """Let some time pass, a tenth of a second at a time, with nobody touching anything."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            if self.app.company.tick(self.now, self.app.press):
                self.app._fulfil()
                self.app.show()

    def key(self, key: int, letter: str = "", *, after: float = 1.0, up: bool = True) -> None:
        """Press a key, and let it go."""
        self.happens(pygame.KEYDOWN, key=key, unicode=letter, mod=0, after=after)
        if up:
            self.happens(pygame.KEYUP, key=key, mod=0, after=0.0)

    def keys(self, letters: str) -> None:
        """Press some letters, figures and spaces, a second apart."""
        for letter in letters:
            self.key(ord(letter), letter)

    def pad(self, button: int, *, after: float = 1.0) -> None:
        """Press a button of a pad, and let it go."""
        self.happens(pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=button, after=after)
        self.happens(pygame.CONTROLLERBUTTONUP, instance_id=0, button=button, after=0.0)

    def place(self, key: str) -> tuple[float, float]:
        """Return where on the window a key of the page can be touched, in shares of it."""
        page = self.app.canvas.page
        assert page is not None
        target = next(target for target in page.targets if target.key == key)
        canvas = self.app.canvas
        wanted = (target.box.x + target.box.w / 2, target.box.y + target.box.h / 2)
        width, height = canvas.surface.get_size()
        # the page's points are found by asking the canvas for the corners of the window
        left, top = canvas.points(0, 0)
        right, bottom = canvas.points(width, height)
        return (wanted[0] - left) / (right - left), (wanted[1] - top) / (bottom - top)

    def tap(self, key: str, *, after: float = 1.0, finger: int = 1, mouse_too: bool = True) -> None:
        """Tap with a finger, of which SDL makes a mouse as well."""
        x, y = self.place(key)
        width, height = self.app.canvas.surface.get_size()
        pos = (int(x * width), int(y * height))
        for kind, mouse in ((pygame.FINGERDOWN, pygame.MOUSEBUTTONDOWN), (pygame.FINGERUP, pygame.MOUSEBUTTONUP)):
            self.happens(kind, finger_id=finger, touch_id=1, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0, after=after)
            if mouse_too:
                self.happens(mouse, button=1, pos=pos, touch=True, after=0.0)
            after = 0.05

    # -------------------------------------------------------- one switch

    @property
    def scanner(self) -> Scanner:
        """What the switch scans."""
        assert self.app.hands.scanner is not None
        return self.app.hands.scanner

    def switch(self, *, after: float = 0.4) -> None:
        """Press the one switch."""
        self.key(pygame.K_SPACE, " ", after=after)

    def waits_for(self, key: str, *, most: float = 60.0) -> float:
        """Wait until the scan is on a thing, going into the groups that hold it; return the seconds that it took.

        Raises:
            AssertionError: the scan does not come to it.
        """
        began = self.now
        while self.now - began < most:
            thing = self.scanner.scanned
            if thing is not None and thing.key == key and not thing.members:
                return self.now - began
            if thing is not None and _holds(thing, key):
                self.switch()
                continue
            self.passes(0.1)
        raise AssertionError(f"the scan never came to {key!r} on {self.screen}")

    def takes(self, key: str) -> None:
        """Wait until the scan is on a thing, and press the switch."""
        self.waits_for(key)
        self.switch(after=0.0)


def _holds(thing: Thing, key: str) -> bool:
    return any(member.key == key or _holds(member, key) for member in thing.members)


@contextmanager
def seated(folder: Path, size: tuple[int, int] = (1280, 720), *, room: Any = None, **settings: Any) -> Iterator[Seat]:
    """Give a seat at the window with some settings; no sound, and nothing read aloud.

    `room` makes the director of a room from what is kept, where it is a room's window.
    """
    before = os.environ.get("SDL_VIDEODRIVER")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    seat = Seat(folder, replace(Settings(sound=False, language="en"), **settings), size, room)
    try:
        yield seat
    finally:
        seat.app.close()
        if before is None:
            del os.environ["SDL_VIDEODRIVER"]
        else:
            os.environ["SDL_VIDEODRIVER"] = before
