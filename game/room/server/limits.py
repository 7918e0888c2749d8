"""How much anybody may say: counted by who they are, never by address, for a hall shares one."""

from __future__ import annotations

WINDOW = 60.0
"""Seconds over which is counted."""


class Limit:
    """So many in a minute, for each key."""

    def __init__(self, most: int, *, keys: int = 20_000) -> None:
        self._most, self._keys = most, keys
        self._counts: dict[str, tuple[float, int]] = {}

    def allows(self, key: str, now: float) -> bool:
        """Count one more for a key at a time in seconds; return whether it is within the limit."""
        since, count = self._counts.get(key, (now, 0))
        if now - since >= WINDOW:
            since, count = now, 0
        if len(self._counts) >= self._keys and key not in self._counts:
            self._counts = {name: each for name, each in self._counts.items() if now - each[0] < WINDOW}
            if len(self._counts) >= self._keys:
                return False
        self._counts[key] = (since, count + 1)
        return count < self._most

    def reached(self, key: str, now: float) -> bool:
        """Return whether a key may say no more for now, without counting."""
        since, count = self._counts.get(key, (now, 0))
        return now - since < WINDOW and count >= self._most

    def wait(self, key: str, now: float) -> int:
        """Return after how many seconds a key is free again."""
        since, _ = self._counts.get(key, (now, 0))
        return max(1, round(WINDOW - (now - since)))
