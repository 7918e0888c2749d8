"""Long work in a terminal: says how far it is, and lets Ctrl-C end it with what is known so far."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

AT_MOST_EVERY = 0.1
"""Seconds between two states of the line, at least."""
STOPPED = 130
"""The exit code of what was ended by Ctrl-C, as shells have it."""


class Patience:
    """Use it as a context: inside, the first Ctrl-C only asks to stop; a second one ends the work as usual.

    The line is written to standard error, and only if that is a terminal; at the end it is wiped away.
    """

    def __init__(self, words: str = "") -> None:
        self._words, self._shown, self._last = words, 0, 0.0
        self._begun = time.monotonic()
        self._on_a_terminal = sys.stderr.isatty()
        self._before: Callable[[int, FrameType | None], Any] | int | None = None
        self.stopped = False
        """Whether somebody has asked to stop."""

    def __enter__(self) -> Patience:
        self._before = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        signal.signal(signal.SIGINT, self._before if self._before is not None else signal.SIG_DFL)
        self._write("")

    def says(self, words: str) -> None:
        """Say from now on what is being done."""
        self._words, self._last = words, 0.0
        self.stop()

    def stop(self, words: str = "") -> bool:
        """Show how far it is, or only that time passes; return whether somebody has asked to stop."""
        self._words = words or self._words
        now = time.monotonic()
        if self._on_a_terminal and now - self._last >= AT_MOST_EVERY:
            self._last = now
            self._write(f"{self._words} … {now - self._begun:.0f} s (Ctrl-C: stop, and see what is known)"[:78])
        return self.stopped

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped = True

    def _write(self, words: str) -> None:
        if self._on_a_terminal and (words or self._shown):
            sys.stderr.write("\r" + words.ljust(self._shown) + ("\r" if not words else ""))
            sys.stderr.flush()
            self._shown = len(words)
