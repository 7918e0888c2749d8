"""The hall: the one session that the window, the server and the disk share, each in a thread of its own.

An event is judged and applied at once; it is acknowledged when it is on the disk. The disk takes many at a time, so
that a thousand votes cost a few dozen writes. `session` is a value: whoever reads it reads all of one moment.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Protocol

from game.language import _
from game.room.errors import RoomError
from game.room.events import Event, to_plain
from game.room.machine import apply
from game.room.session import Session

AGAIN_SECONDS = 2.0
"""After which a disk that took nothing is tried again: a backup may have held the file."""
Row = tuple[int, float, dict[str, object]]


class NotKept(RoomError):
    """The disk did not take what happened; the message says why."""


class Keeps(Protocol):
    """Where the hall writes events down; they are on disk when this returns."""

    def __call__(self, rows: list[Row]) -> None:
        """Write rows down: number, time in seconds, body.

        Raises:
            Exception: they could not be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Command:
    """What the facilitator's remote asks of the window: to turn its page, or to go back one."""

    key: str
    """As a key: "enter", "left"."""


class Hall:
    """Shares one session between threads."""

    def __init__(self, session: Session, keep: Keeps, clock: Callable[[], float], *, number: int = 0) -> None:
        self.session = session
        self.number = number
        """How many events happened; the number of the last."""
        self.connected = 0
        """How many phones are awake."""
        self.trouble = ""
        """Why the disk takes nothing; empty while it does."""
        self.commands: deque[Command] = deque(maxlen=64)
        """From the remote to the window, which takes them from the left."""
        self.page_ahead = ""
        """Where the window turns a page before the room goes on: the step and the moment; empty where it does not."""
        self.clock = clock
        self._keep = keep
        self._ahead: list[Row] = []
        self._written = number
        self._listeners: list[Callable[[], None]] = []
        self._changed = Condition()
        self._over = False
        self._writer = Thread(target=self._write, name="chronicle", daemon=True)
        self._writer.start()

    @property
    def now(self) -> float:
        """The time, in seconds, on the clock that events come with."""
        return self.clock()

    @property
    def written(self) -> int:
        """The number of the last event that is on disk."""
        return self._written

    def happen(self, event: Event) -> int:
        """Apply an event, and return its number; it is on disk once `written` has come that far.

        Raises:
            Refused: it does not fit; nothing happened.
            NotKept: the disk has stopped taking events.
        """
        with self._changed:
            if self.trouble:
                raise NotKept(self.trouble)
            at = self.clock()
            session = apply(self.session, event, at=at)
            if session is self.session:
                return self.number
            self.session = session
            self.number += 1
            self._ahead.append((self.number, at, to_plain(event)))
            self._changed.notify_all()
            number = self.number
        self.tell()
        return number

    def wait(self, number: int, *, seconds: float = 5.0) -> bool:
        """Return once an event is on disk: True; or False when the time is over or the disk has failed."""
        with self._changed:
            return self._changed.wait_for(lambda: self._written >= number or bool(self.trouble), seconds) and not self.trouble

    def listen(self, listener: Callable[[], None]) -> None:
        """Have a function called, from any thread, whenever something happened or was written; it must return at once."""
        self._listeners.append(listener)

    def turned(self, page_ahead: str) -> None:
        """Say whether the window has a page yet to turn, as `page_ahead` holds it; the remote is told if that is news."""
        if page_ahead != self.page_ahead:
            self.page_ahead = page_ahead
            self.tell()

    def close(self) -> None:
        """Write what is left, and stop."""
        with self._changed:
            self._over = True
            self._changed.notify_all()
        self._writer.join(timeout=10)

    def tell(self) -> None:
        """Have all who listen look again: something happened, or what is said is said in other words now."""
        for listener in self._listeners:
            listener()

    def _changed_within(self, seconds: float) -> bool:
        """Wait; return whether the hall is closed meanwhile."""
        with self._changed:
            return self._changed.wait_for(lambda: self._over, seconds)

    def _write(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._ahead) or self._over)
                rows, self._ahead = self._ahead, []
                if not rows:
                    return
            try:
                self._keep(rows)
            except Exception as error:  # whatever it is, the room must be told rather than wait for ever
                with self._changed:
                    self.trouble = _("The laptop’s disk takes no more: {reason}.", reason=error)
                    self._ahead = rows + self._ahead
                    self._changed.notify_all()
                    over = self._over
                self.tell()
                if over or self._changed_within(AGAIN_SECONDS):
                    return
                continue
            with self._changed:
                self.trouble = ""
                self._written = rows[-1][0]
                self._changed.notify_all()
            self.tell()
