"""Drives the stage as a player would, by keys alone, through the real screens; for tests and demonstrations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.stage.director import Director
from game.stage.page import Page
from game.stage.proof import Proof
from game.stage.screens import Screen
from game.stage.screens.scene import SceneScreen


class Lost(Exception):
    """The pilot cannot find what it was told to press."""


class Pilot:
    """A player without eyes: it presses keys, and every page is set as if it were shown."""

    def __init__(
        self, director: Director, assets: Path, *, size: tuple[int, int] = (1280, 720),
        see: Callable[[Screen, Page], None] = lambda screen, page: None,
    ) -> None:
        self.director = director
        self._see = see
        self.proof = Proof(assets, size, director.theme)
        self.page = self._look()

    def _look(self) -> Page:
        page = self.proof.page(self.director.screen)
        self._see(self.director.screen, page)
        return page

    @property
    def screen(self) -> Screen:
        """The screen that is open."""
        return self.director.screen

    @property
    def text(self) -> str:
        """What the open screen says."""
        return "\n".join(self.screen.text())

    @property
    def choices(self) -> tuple[str, ...]:
        """What has been chosen in the play so far."""
        play = self.director.playthrough
        return play.choices if play is not None else ()

    def press(self, *keys: str) -> Pilot:
        """Press some keys, one after another."""
        for key in keys:
            self.director.press(key)
            self.page = self._look()
        return self

    def to_choices(self, *, most: int = 60) -> Pilot:
        """Turn pages until choices are offered.

        Raises:
            Lost: there are none within so many pages.
        """
        for _ in range(most):
            screen = self.screen
            if isinstance(screen, SceneScreen) and screen.beat.options and screen.choosing:
                return self
            self.press("enter")
        raise Lost(f"no choices after {most} pages; the last was {type(self.screen).__name__}")

    def choose(self, *choices: str) -> Pilot:
        """Make some choices by the numbers that are printed beside them.

        Raises:
            Lost: one of them is not offered.
        """
        for choice in choices:
            self.to_choices()
            screen = self.screen
            names = [option.id for option in screen.beat.options] if isinstance(screen, SceneScreen) else []
            if choice not in names:
                raise Lost(f"{choice!r} is not on the page; there are {', '.join(names)}")
            self.press(str(names.index(choice) + 1))
        return self

    def to(self, kind: type[Screen], *, most: int = 60) -> Pilot:
        """Turn pages until a kind of screen is open.

        Raises:
            Lost: it does not come within so many pages.
        """
        for _ in range(most):
            if isinstance(self.screen, kind):
                return self
            self.press("enter")
        raise Lost(f"no {kind.__name__} after {most} pages")

    def close(self) -> None:
        """Put the press away."""
        self.proof.close()
