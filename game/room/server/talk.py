"""What is said between a client and the room, whichever way it comes: over a socket, or by asking again and again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game.language import _
from game.room.errors import Refused
from game.room.events import NAME_LONGEST, TYPED_LONGEST, Event, Joined, Removed, Typed, Voted
from game.room.going import backward, onward
from game.room.hall import Command, Hall, NotKept
from game.room.identity import id_of, is_secret, new_secret
from game.room.machine import cleaned
from game.room.server.commands import TURNS, event_of
from game.room.server.doors import Doors
from game.room.server.limits import Limit
from game.room.session import Step

MESSAGES_A_MINUTE = 100
Plain = dict[str, Any]
Message = Mapping[str, Any]


@dataclass(slots=True)
class Guest:
    """Somebody who talks to the room."""

    role: str = ""
    """"phone" or "remote"."""
    secret: str = ""
    person: str = ""
    """The id that belongs to the secret."""
    let_in: bool = False
    deaf: int = 0
    """Messages that were sent in spite of being asked to wait."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said back."""

    message: Plain
    number: int = 0
    """The event that must be on disk before it is said; 0 for none."""


class Talk:
    """Hears messages, has them happen, and says what came of it. Used by one thread."""

    def __init__(
        self, hall: Hall, doors: Doors, *, turn: Callable[[Command], bool] = lambda command: False,
        changed: Callable[[str, Guest | None], None] = lambda person, but: None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._hall, self._doors = hall, doors
        self._turn = turn
        """Hands a command to the window; False where there is none, and the room goes on by itself."""
        self._changed = changed
        """Told whose own view changed, and which guest knows of it already."""
        self._steady = steady
        """A clock that never goes back, for how much is said in a minute."""
        self._limit = Limit(MESSAGES_A_MINUTE)
        self._busy_told: dict[str, float] = {}

    # -------------------------------------------------------- coming in

    def hello(self, guest: Guest, asked: Message) -> list[Answer]:
        """Let somebody in, or say why not."""
        guest.role = "remote" if asked.get("role") == "remote" else "phone"
        return self._remote(guest, asked) if guest.role == "remote" else self._phone(guest, asked)

    def _phone(self, guest: Guest, asked: Message) -> list[Answer]:
        session = self._hall.session
        secret = asked.get("secret")
        answers: list[Answer] = []
        if is_secret(secret) and id_of(str(secret)) in session.people:
            guest.secret, guest.person, guest.let_in = str(secret), id_of(str(secret)), True
            return answers
        if session.step is Step.CLOSED:
            return [Answer({"is": "no", "why": _("This room is closed."), "ask": ""})]
        if not self._doors.knows_word(asked.get("word")):
            why = _("That is not this room’s word. It stands on the screen in front.") if asked.get("word") else ""
            return [Answer({"is": "no", "why": why, "ask": "word"})]
        if is_secret(secret):
            guest.secret = str(secret)
        else:
            guest.secret = new_secret()
            answers.append(Answer({"is": "welcome", "secret": guest.secret}))
        guest.person = id_of(guest.secret)
        try:
            number = self._hall.happen(Joined(guest.person))
        except (Refused, NotKept) as why:
            return [Answer({"is": "no", "why": str(why), "ask": ""})]
        guest.let_in = True
        return [Answer(answer.message, number) for answer in answers]

    def _remote(self, guest: Guest, asked: Message) -> list[Answer]:
        secret = asked.get("secret")
        if self._doors.is_remote(secret):
            guest.secret, guest.person, guest.let_in = str(secret), id_of(str(secret)), True
            return []
        waiting = self._doors.wants_pairing(secret)
        if waiting is None:
            return [Answer({"is": "no", "why": _("Too many phones want to be the remote. Try again in a minute."), "ask": ""})]
        guest.secret, code = waiting
        guest.person = id_of(guest.secret)
        return [Answer({"is": "pairing", "secret": guest.secret, "code": code})]

    def is_paired(self, guest: Guest) -> bool:
        """Return whether a phone that waited has become a remote, and let it in."""
        if guest.role == "remote" and not guest.let_in and self._doors.is_remote(guest.secret):
            guest.let_in = True
            return True
        return False

    # -------------------------------------------------------- talking

    def hear(self, guest: Guest, text: str) -> Answer | None:
        """Return the answer to a message; None where there is nothing to say."""
        now = self._steady()
        if not self._limit.allows(guest.person or guest.secret or "nobody", now):
            guest.deaf += 1
            return self._busy(guest, now)
        message = parsed(text)
        if message is None:
            return None
        if message.get("is") == "ping":
            return Answer({"is": "pong"})
        if not guest.let_in:
            return None
        number = message.get("n")
        number = number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 1 << 53 else 0
        try:
            kept = self._command(message) if guest.role == "remote" else self._said(guest, message)
        except (Refused, NotKept) as why:
            return Answer({"is": "ack", "n": number, "ok": False, "why": str(why)})
        return Answer({"is": "ack", "n": number, "ok": True}, kept)

    def _busy(self, guest: Guest, now: float) -> Answer | None:
        if now - self._busy_told.get(guest.person, -10.0) < 1.0:
            return None
        if len(self._busy_told) > 20_000:
            self._busy_told.clear()
        self._busy_told[guest.person] = now
        return Answer({"is": "busy", "seconds": self._limit.wait(guest.person or guest.secret or "nobody", now)})

    def _said(self, guest: Guest, message: Message) -> int:
        person = guest.person
        match message:
            case {"is": "vote", "moment": int(moment), "round": int(round_), "choice": str(choice)}:
                sure = message.get("sure", 0)
                sure = sure if isinstance(sure, int) and not isinstance(sure, bool) else 0
                number = self._hall.happen(Voted(person, moment, round_, choice, sure))
                self._changed(person, guest)
                return number
            case {"is": "type", "moment": int(moment), "text": str(text)}:
                number = self._hall.happen(Typed(person, moment, cleaned(text, TYPED_LONGEST)))
            case {"is": "name"}:
                name, table = message.get("name", ""), message.get("table", 0)
                if not isinstance(name, str) or not isinstance(table, int) or isinstance(table, bool):
                    raise Refused(_("That is no name."))
                if not self._hall.session.manner.names:
                    name = ""
                number = self._hall.happen(Joined(person, cleaned(name, NAME_LONGEST), table))
            case _:
                raise Refused(_("This page says something that the laptop does not know. Reload it."))
        self._changed(person, None)
        return number

    def _command(self, message: Message) -> int:
        if message.get("is") != "do":
            raise Refused(_("This page says something that the laptop does not know. Reload it."))
        what = message.get("what")
        if isinstance(what, str) and what in TURNS:
            if self._turn(Command(TURNS[what])):
                return 0
            if what == "texts":
                raise Refused(_("There is no wall to show them on."))
            session = self._hall.session
            return self._hall.happen(onward(session) if what == "next" else backward(session))
        event: Event = event_of(self._hall.session, message)
        number = self._hall.happen(event)
        if isinstance(event, Removed):
            self._changed(event.person, None)
        return number


def parsed(text: str) -> Message | None:
    """Return a message; None where it is none."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None
