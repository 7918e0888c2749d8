"""What the remote asks for, as events. Pure; whatever does not have the right form is refused in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.language import _
from game.room.errors import Refused
from game.room.events import Arranged, Asked, Blanked, Event, Extended, Hands, Let, Opened, Removed, Took, Went
from game.room.session import Session
from game.room.taking import Rule, drawn, tempting

TURNS = {"next": "enter", "back": "left", "texts": "w"}
"""What the window must do, for only it knows whether there is a page to turn: as its keys."""


def event_of(session: Session, asked: Mapping[str, Any]) -> Event:
    """Return the event that a remote's message stands for.

    Raises:
        Refused: it stands for none.
    """
    match asked:
        case {"what": "go", "to": str(to)}:
            return Went(to)
        case {"what": "reveal"}:
            return Went("reveal")
        case {"what": "take", "rule": ("lot" | "tempting") as rule}:
            return _taken(session, rule)
        case {"what": "take", "choice": str(choice)}:
            other = asked.get("other", "")
            rule = asked.get("rule", Rule.FACILITATOR.value)
            if isinstance(other, str) and isinstance(rule, str):
                return Took(choice, rule, other)
        case {"what": "open"}:
            return Opened(True)
        case {"what": "close"}:
            return Opened(False)
        case {"what": "extend"}:
            return Extended(_number(asked.get("seconds", 30)))
        case {"what": "blank", "on": bool(on)}:
            return Blanked(on)
        case {"what": "arrange", "name": str(name), "value": (bool() | int() | str()) as value}:
            return Arranged(name, value)
        case {"what": "let", "person": str(person), "moment": int(moment), "show": bool(show)}:
            text = asked.get("text", "")
            return Let(person, moment, show, text if isinstance(text, str) else "")
        case {"what": "remove", "person": str(person)}:
            return Removed(person, _number(asked.get("moment", -1)))
        case {"what": "hands", "counts": dict(counts)} if all(isinstance(name, str) for name in counts):
            return Hands({name: _number(count) for name, count in counts.items()})
        case {"what": "ask", "question": int(question)}:
            return Asked(question)
    raise Refused(_("This page asks for something that the laptop does not know. Reload it."))


def _taken(session: Session, rule: str) -> Took:
    if not session.moments or not session.choices:
        raise Refused(_("There is nothing to choose now."))
    counts = session.now.counts
    if rule == "tempting":
        return Took(tempting(session.choices, counts), rule)
    names = list(session.choices)
    weights = [counts.get(name, 0) for name in names]
    return Took(drawn(names, weights, seed=session.setup.seed, moment=session.moment), rule)


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not -1 <= value <= 100_000:
        raise Refused(_("That is no number that can be counted."))
    return value
