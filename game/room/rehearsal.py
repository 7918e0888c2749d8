"""A rehearsal: a simulated crowd comes into a hall, so that a facilitator can practise alone, without a network."""

from __future__ import annotations

import time
from collections.abc import Sequence
from threading import Event as Flag
from threading import Thread

from game.room.crowd import Crowd, Deed
from game.room.errors import Refused, RoomError
from game.room.hall import Hall
from game.room.session import Session

__all__ = ["Crowd", "Rehearsal"]

LOOKS_EVERY = 0.2
"""Seconds."""


class Rehearsal:
    """Has a crowd come into a hall, in a thread of its own, until it is stopped."""

    def __init__(self, hall: Hall, crowd: Crowd) -> None:
        self._hall, self._crowd = hall, crowd
        self._stopped = Flag()
        self._thread = Thread(target=self._run, name="rehearsal", daemon=True)
        self._others = self._told = hall.connected

    def start(self) -> None:
        """Open the doors."""
        self._thread.start()

    def stop(self) -> None:
        """Have nobody do anything any more; returns when that is so."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        opened = planned = time.monotonic()
        key: object = None
        ahead: list[Deed] = []
        while not self._stopped.wait(LOOKS_EVERY):
            session, now = self._hall.session, time.monotonic()
            if (stands := _stands(session)) != key:
                key, planned = stands, now
                ahead = list(self._crowd.deeds(session, since=now - opened))
            self._count(session)
            due = [deed for deed in ahead if deed.after <= now - planned]
            ahead = ahead[len(due) :]
            if not self._happen(due):
                return

    def _happen(self, deeds: Sequence[Deed]) -> bool:
        """Have deeds happen; return False where nothing ever will any more."""
        for deed in deeds:
            try:
                self._hall.happen(deed.event)
            except Refused:
                continue  # the room went on between the thought and the tap, as it does to real people
            except RoomError:
                return False
        return True

    def _count(self, session: Session) -> None:
        """Count the simulated among those who are awake, beside whoever really came in."""
        if self._hall.connected != self._told:
            self._others = self._hall.connected
        self._told = self._others + self._crowd.awake(session)
        self._hall.connected = self._told


def _stands(session: Session) -> object:
    """Return what a crowd's plans hang on: when it differs, they are made anew."""
    held = session.now.last if session.moments else None
    return session.step, session.moment, session.round, held is not None and held.open, session.manner, session.setup
