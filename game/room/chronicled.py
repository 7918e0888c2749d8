"""A room and its record: begun, gone on with after a break, and what other rooms chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from game.records.rooms import Chronicle, RoomRow
from game.room.errors import RoomError
from game.room.events import Arranged, Took, Untook, from_plain
from game.room.machine import begin, folded
from game.room.session import Session
from game.room.setup import Manner, Setup, for_a_room, setup_for
from game.room.taking import Rule, Tie
from game.story.debrief import together
from game.story.errors import StoryError
from game.story.model import Scenario
from game.story.playthrough import Playthrough, replay

OPEN_FOR = 12 * 3_600.0
"""Seconds after which a room that was left open is no longer gone on with."""
MOST_OTHERS = 40


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is being held, and where it is written down."""

    id: int
    session: Session
    number: int
    """Of the last event that happened before."""
    port: int
    """At which it was reached before; 0 if it never was."""
    remotes: tuple[str, ...]
    """Ids of the phones that are the facilitator's."""


def begun(chronicle: Chronicle, scenario: Scenario, setup: Setup, *, source: str, at: float) -> Room:
    """Begin a room that plays a scenario, and the record of it."""
    plain = _plain(setup, port=0, remotes=())
    number = chronicle.begin(
        word=setup.word, source=source, scenario=scenario.id, fingerprint=scenario.fingerprint, setup=plain, at=at
    )
    return Room(number, begin(setup, at=at), 0, 0, ())


def left_open(chronicle: Chronicle, scenario: Scenario, *, at: float) -> Room | None:
    """Return the room of this very scenario (not its cut) that was left open last, as it stood; None where there is none.

    Where the scenario has changed since, or the record is of another version, there is none either: the record stays.
    """
    row = chronicle.left_open(scenario.id, since=at - OPEN_FOR)
    if row is None or row.fingerprint != scenario.fingerprint:
        return None
    happened = chronicle.events(row.id)
    try:
        setup = _setup(row, scenario)
        session = folded(setup, ((when, from_plain(body)) for when, body in happened), at=row.began)
    except (RoomError, StoryError, KeyError, TypeError, ValueError):
        return None
    remotes = row.setup.get("remotes", [])
    port = row.setup.get("port", 0)
    return Room(
        row.id, session, len(happened), port if isinstance(port, int) else 0,
        tuple(str(each) for each in remotes) if isinstance(remotes, list) else (),
    )


def remember(chronicle: Chronicle, room: Room, *, port: int, remotes: Iterable[str]) -> None:
    """Write down at which port a room is reached, and which phones are the facilitator's."""
    chronicle.remember(room.id, _plain(room.session.setup, port=port, remotes=remotes))


def others(chronicle: Chronicle, scenario: Scenario, *, whole: bool, but: int) -> tuple[tuple[int, ...], ...]:
    """Return, for other rooms that played a scenario to an end, whole or cut, the capital of all accounts by moment.

    Before the first choice and after each, in points; the rooms that were held last, at most forty of them.
    """
    found = []
    played = for_a_room(scenario, whole=whole)
    rooms = [row for row in chronicle.rooms(scenario.id) if row.id != but and row.fingerprint == scenario.fingerprint]
    for row in rooms[-MOST_OTHERS:]:
        try:
            happened = [body for _, body in chronicle.events(row.id)]
            if _whole(row, happened) != whole:
                continue
            state = replay(Playthrough(played, 0, chosen(happened)))
        except (StoryError, RoomError):
            continue
        if state.over:
            found.append(together(state))
    return tuple(found)


def chosen(bodies: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the choices that a room made, from its record: a playthrough like any other."""
    choices: list[str] = []
    for body in bodies:
        if body.get("is") == Took.__name__:
            choices.append(str(body.get("choice")))
        elif body.get("is") == Untook.__name__ and choices:
            choices.pop()
    return tuple(choices)


def _whole(row: RoomRow, happened: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether a room played the whole scenario: as it began, or as it was changed to."""
    manner = row.setup.get("manner")
    whole = bool(manner.get("whole")) if isinstance(manner, dict) else False
    for body in happened:
        if body.get("is") == Arranged.__name__ and body.get("what") == "whole":
            whole = bool(body.get("value"))
    return whole


def _plain(setup: Setup, *, port: int, remotes: Iterable[str]) -> dict[str, Any]:
    return {
        "seed": setup.seed, "manner": asdict(setup.manner), "plan": setup.plan, "port": port, "remotes": sorted(remotes)
    }


def _setup(row: RoomRow, scenario: Scenario) -> Setup:
    manner = dict(row.setup["manner"])
    manner["rule"], manner["tie"] = Rule(manner["rule"]), Tie(manner["tie"])
    return setup_for(scenario, word=row.word, seed=int(row.setup["seed"]), manner=Manner(**manner), plan=int(row.setup.get("plan", 0)))
