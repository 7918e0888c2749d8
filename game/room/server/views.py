"""What is sent, as text: made once for all phones, and only each one's own part for each."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from game.language import tongue
from game.room import phone_view, remote_view
from game.room.hall import Hall
from game.room.session import AFTERWARDS, VOTING, Session

VOLATILE = ("here", "voted", "voters", "left")
"""What changes while people join and vote; it is told in passing, not by a whole view."""
Column = Callable[[Session], dict[str, Any] | None]


def dumped(plain: object) -> str:
    """Return plain data as compact JSON, safe in any page."""
    return json.dumps(plain, separators=(",", ":"))


class Views:
    """Makes views of the session as it is now."""

    def __init__(self, hall: Hall, column: Column) -> None:
        self._hall, self._column = hall, column
        self._made: tuple[Session, int, str, str] | None = None
        self._fixed: tuple[Session, str, str] | None = None

    def fixed(self) -> str:
        """Return what all phones see, without what changes with each vote: if it differs, all are told anew."""
        session = self._hall.session
        # a thousand votes are a thousand sessions, of which phones see the same: asked for after each of them
        if self._fixed is None or self._fixed[2] != tongue().code or not _looks_alike(self._fixed[0], session):
            common = self._common(session)
            self._fixed = session, dumped({name: value for name, value in common.items() if name not in VOLATILE}), tongue().code
        return self._fixed[1]

    def phone(self, person: str, rev: int) -> str:
        """Return the whole view of one phone."""
        session = self._hall.session
        second = int(self._hall.now)
        if self._made is None or self._made[0] is not session or (second, tongue().code) != (self._made[1], self._made[3]):
            self._made = session, second, dumped(self._common(session)), tongue().code
        own = dumped(phone_view.own(session, person))
        return f'{{"is":"view","rev":{rev},"common":{self._made[2]},"own":{own}}}'

    def remote(self) -> str:
        """Return the view of the remote."""
        hall = self._hall
        plain = remote_view.remote(hall.session, at=hall.now, connected=hall.connected, page_ahead=hall.page_ahead)
        plain["trouble"] = hall.trouble
        return dumped({"is": "view", "rev": hall.number, "remote": plain})

    def voted(self) -> str:
        """Return how many have voted, while a vote is on; else how many are here."""
        session = self._hall.session
        last = session.now.last if session.moments and session.step in VOTING else None
        return dumped({
            "is": "voted", "voted": last.cast if last is not None else 0, "voters": session.voters,
            "here": len(session.people), "open": last is not None and last.open,
        })  # fmt: skip

    def _common(self, session: Session) -> dict[str, Any]:
        common = phone_view.common(session, at=self._hall.now)
        if session.step in AFTERWARDS:
            common["column"] = self._column(session)
        return common


def _looks_alike(before: Session, now: Session) -> bool:
    """Return whether two sessions surely look the same to all phones, but for what is volatile: only votes or people differ."""
    if before is now and now.step not in AFTERWARDS:
        return True
    # what the column says also hangs on an analysis that may arrive meanwhile
    return now.step not in AFTERWARDS and _without_votes(before) == _without_votes(now)


def _without_votes(session: Session) -> tuple[object, ...]:
    now = session.now if session.moments else None
    last = now.last if now is not None else None
    return (
        id(session.setup), id(session.state), session.manner, session.step, session.timer, session.blank, session.question,
        session.moment, session.round, last is not None and last.open,
        now and (id(now.said), now.revealed, now.taken, now.other),
    )  # fmt: skip
