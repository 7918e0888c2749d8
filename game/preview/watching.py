"""Notices that a file was saved, and reads it on a thread of its own."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from game.authoring import Reading

LOOK = 0.02
"""Seconds between looks at the file: a person's save is on the screen before they have lifted their eyes."""
SETTLED = 0.08
"""Seconds for which a file with errors must have been left alone before it is told of them: some editors write in two steps."""


class Watcher:
    """Looks at one file again and again; what was read waits in `news`."""

    def __init__(self, path: Path, read: Callable[[Path], Reading]) -> None:
        self.path = path
        self.news: SimpleQueue[Reading] = SimpleQueue()
        self._read = read
        self._stop = Event()
        self._seen = stamp(path)
        self._thread = Thread(target=self._watch, name="watcher", daemon=True)

    def begin(self) -> Reading:
        """Return what the file holds now, and look at it from now on."""
        self._seen = stamp(self.path)
        first = self._read(self.path)
        self._thread.start()
        return first

    def end(self) -> None:
        """Look no more."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(LOOK):
            now = stamp(self.path)
            if now == self._seen:
                continue
            self._seen = now
            reading = self._read(self.path)
            if reading.scenario is None and not self._left_alone():
                continue  # it is being written; the next look tells
            self.news.put(reading)

    def _left_alone(self) -> bool:
        until = time.monotonic() + SETTLED
        while time.monotonic() < until:
            if self._stop.wait(LOOK):
                return True
            if stamp(self.path) != self._seen:
                return False
        return True


def stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes when a file is saved, in place or by another that takes its name; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked fifty times a second
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
