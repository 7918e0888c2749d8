"""What goes along with the window: a screen reader's tree, a voice, a scan for a switch, sounds, motion.

Each follows what is shown, may lay marks over the page, may take a key for itself, and may press keys in its turn.
None of them costs anything while it is not wanted: it is made only then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from game.stage.components import Desk
from game.stage.input import Pointer
from game.stage.page import Mark, Page
from game.stage.screens import Screen


class Companion(Protocol):
    """Something that follows what the window shows."""

    fresh: bool
    """Whether its marks differ from those that were last asked for; the window then shows the page again."""

    def shown(self, screen: Screen, page: Page) -> None:
        """Take in a page that was just painted; the same page again where nothing changed."""
        ...

    def takes(self, happened: str | Pointer) -> bool:
        """Return whether a key or a pointer was meant for it alone, so that no screen answers it."""
        ...

    def tick(self, now: float) -> Sequence[str]:
        """Return the keys that it presses; asked at each turn of the loop, so it must cost next to nothing.

        `now` is a time in seconds that never goes back.
        """
        ...

    def marks(self, page: Page, desk: Desk) -> tuple[Mark, ...]:
        """Return what it lays over the page, and take `fresh` back."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


class Company:
    """The companions that are there, in the order in which they are asked."""

    def __init__(self, companions: Sequence[Companion] = ()) -> None:
        self.members: list[Companion] = list(companions)

    def shown(self, screen: Screen, page: Page) -> None:
        """Show all of them what was painted."""
        for member in self.members:
            member.shown(screen, page)

    def takes(self, happened: str | Pointer) -> bool:
        """Return whether one of them took it; the first that does keeps it from the others."""
        return any(member.takes(happened) for member in self.members)

    def tick(self, now: float, press: Callable[[str], object]) -> bool:
        """Let each press its keys; return whether the page must be shown again."""
        again = False
        for member in tuple(self.members):
            for key in member.tick(now):
                press(key)
                again = True
            again = again or member.fresh
        return again

    def marks(self, page: Page, desk: Desk) -> tuple[Mark, ...]:
        """Return what is laid over the page."""
        return tuple(mark for member in self.members for mark in member.marks(page, desk))

    def close(self) -> None:
        """Let all of them go."""
        for member in self.members:
            member.close()
        self.members.clear()
