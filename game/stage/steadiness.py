"""Presses that a hand did not mean: a second one right after the first, or one that falls on the next page; pure."""

from __future__ import annotations

SETTLED_SECONDS = 0.2
"""For so long after a choice no press chooses on the next page, whatever the settings say."""


def chooses(key: str) -> bool:
    """Return whether a key can take a choice at once."""
    return key.isdecimal() or key.startswith("row:")


class Steadiness:
    """Tells the presses that were meant from those that were not.

    As a keyboard's own filter against bouncing keys does, it counts from the last press, also from one that was passed
    over: a hand that shakes for a second presses once.
    """

    def __init__(self) -> None:
        self._pressed: dict[str, float] = {}
        self._chosen = -1000.0

    def meant(self, press: str, now: float, wait: float, *, chooses: bool) -> bool:
        """Return whether a press was meant.

        Args:
            press: the key, or one word for all presses of the mouse or a finger.
            now: in seconds.
            wait: for how many seconds a second press of the same is passed over, and any press after a choice; 0 for
                none.
            chooses: whether it could take a choice.
        """
        before = self._pressed.get(press, -1000.0)
        self._pressed[press] = now
        if now - before < wait:
            return False
        return now - self._chosen >= max(wait, SETTLED_SECONDS if chooses else 0.0)

    def chosen(self, now: float) -> None:
        """Take in that a choice was made just now."""
        self._chosen = now
