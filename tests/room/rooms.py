"""Rooms in a line, and rooms to which anything may happen in any order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from random import Random
from typing import Any

from hypothesis import strategies as st

from game.room.errors import Refused
from game.room.events import (
    Arranged,
    Asked,
    Blanked,
    Event,
    Extended,
    Hands,
    Joined,
    Let,
    Opened,
    Removed,
    Took,
    Typed,
    Untook,
    Voted,
    Went,
)
from game.room.machine import apply, begin
from game.room.session import Held, Session, Step
from game.room.setup import Manner, Setup, setup_for
from game.room.taking import Rule, Tie
from game.room.votes import Ballot, Round
from game.room.ways import ways
from game.story.model import Scenario
from tests.builders import choice, ending, random_scenario, scenario, scene
from tests.room.served import shipped

SHIPPED = ("bakery", "laid-off", "rotary-prospect")
PEOPLE = ("ann", "ben", "cat", "dan", "eve", "fay")
Happened = list[tuple[float, Event]]


def story(moments: int = 3) -> Scenario:
    """Return a story of so many moments, each with a choice that honours, one that breaks, and one that does neither.

    Their ids are `a1 b1 c1`, `a2 b2 c2`, and so on.
    """
    scenes = [
        scene(
            f"s{n}",
            choice(f"a{n}", f"s{n + 1}", capital={"leslie": 3}, honours="coffee-first"),
            choice(f"b{n}", f"s{n + 1}", capital={"leslie": 5}, breaks="time-and-place"),
            choice(f"c{n}", f"s{n + 1}", text="Say nothing at all, and look at the cakes for a while.", spoken=False),
        )
        for n in range(1, moments + 1)
    ]
    return scenario(*scenes, ending(f"s{moments + 1}"))


def setup(played: Scenario | None = None, *, seed: int = 7, **manner: Any) -> Setup:
    """Return the setup of a room; keywords are fields of its manner."""
    return setup_for(played or story(), word="MOKA", seed=seed, manner=Manner(**manner))


def after(session: Session, *events: Event | str, at: float = 0.0) -> Session:
    """Return a session after some events, a second apart; a word stands for going to that step."""
    for number, event in enumerate(events, 1):
        session = apply(session, Went(event) if isinstance(event, str) else event, at=at + number)
    return session


def room(people: str = "ann ben cat", *events: Event | str, played: Scenario | None = None, **manner: Any) -> Session:
    """Return a room with some people in it, after some events."""
    return after(begin(setup(played, **manner), at=0.0), *map(Joined, people.split()), *events)


def votes(session: Session, **by: str) -> Session:
    """Return a session after votes in the round that is on: `votes(session, ann="a1", ben="b1")`."""
    return after(session, *(Voted(who, session.moment, session.round, chosen) for who, chosen in by.items()))


def refused(session: Session, *events: Event | str) -> str:
    """Return why the last of some events does not fit; empty where it does."""
    *before, last = events
    session = after(session, *before)
    try:
        after(session, last)
    except Refused as why:
        return str(why)
    return ""


def plain(session: Session) -> dict[str, Any]:
    """Return all that happened to a session as plain data, for comparing it before and after."""
    return json.loads(json.dumps({
        "step": session.step, "manner": asdict(session.manner), "people": {who: asdict(one) for who, one in session.people.items()},
        "moments": [asdict(held) for held in session.moments], "timer": session.timer and asdict(session.timer),
        "blank": session.blank, "question": session.question, "started": session.started,
        "choices": session.state.choices, "scene": session.state.scene,
    }))  # fmt: skip


# ---------------------------------------------------------------- anything in any order


class Life:
    """A room to which things happened, and what was accepted and refused on the way."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.sessions: list[Session] = []
        """The session at first, and after each event that was accepted."""
        self.accepted: Happened = []
        self.refused: list[tuple[Session, Event]] = []
        """Each with the session that refused it."""

    def __repr__(self) -> str:
        return f"{self.setup.scenario.id}, {self.setup.manner}, {[event for _, event in self.accepted]}"[:20_000]

    @property
    def last(self) -> Session:
        return self.sessions[-1]

    @property
    def steps(self) -> Iterator[tuple[Session, Event, Session]]:
        """Every accepted event with the session before and after it."""
        return ((self.sessions[n], event, self.sessions[n + 1]) for n, (_, event) in enumerate(self.accepted))


def lives(*, events: int = 160, before: int = 12, stories: Sequence[str] = ("plain", "random", "shipped")) -> st.SearchStrategy[Life]:
    """Return rooms to which anything happened, wise and unwise, in scenarios of every kind."""
    return st.integers(0, 2**32).map(lambda seed: lived(Random(seed), events=events, before=before, stories=stories))


def lived(luck: Random, *, events: int, before: int = 12, stories: Sequence[str] = ("plain", "random", "shipped")) -> Life:
    """Return one such room; the first events bring people in."""
    kind = luck.choice(list(stories))
    played = {"plain": story, "random": lambda: random_scenario(luck), "shipped": lambda: shipped(luck.choice(SHIPPED))}[kind]()
    manner = Manner(
        luck.random() < 0.4, luck.random() < 0.5, luck.random() < 0.5, luck.choice([0, 0, 0, 2, 3]),
        luck.choice(list(Rule)), luck.choice(list(Tie)), luck.random() < 0.2,
    )
    life = Life(setup_for(played, word="MOKA", seed=luck.randint(0, 99), manner=manner))
    life.sessions.append(begin(life.setup, at=100.0))
    at = 100.0
    for number in range(events):
        at += luck.choice([0.0, 0.5, 7.0, 61.0])
        session = life.last
        event = _joined(luck, session) if number < before else anything(luck, session)
        try:
            session = apply(session, event, at=at)
        except Refused:
            life.refused.append((session, event))
            continue
        if session.moments and not session.now.offered:
            break  # a scene that offers nothing in this state: in a checked scenario there is none
        life.sessions.append(session)
        life.accepted.append((at, event))
    return life


def anything(luck: Random, session: Session) -> Event:
    """Return something that may happen where a session stands, or may not."""
    kinds: list[tuple[int, Callable[[Random, Session], Event]]] = [
        (4, _joined), (30, _voted), (4, _stray_vote), (8, _typed), (13, _went), (2, _stray_step), (3, _opened),
        (3, _hands), (9, _took), (2, lambda luck, session: Untook()), (4, _let), (1, _removed), (2, _extended),
        (1, lambda luck, session: Blanked(luck.random() < 0.5)), (2, _arranged), (1, lambda luck, session: Asked(luck.randint(-1, 4))),
    ]  # fmt: skip
    return luck.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0](luck, session)


def _who(luck: Random, session: Session) -> str:
    return luck.choice([*session.people, luck.choice(PEOPLE)])


def _joined(luck: Random, session: Session) -> Event:
    name = luck.choice(["", "", "Ann", "B\u202een", "  Cat   Smith ", "x" * 60])
    return Joined(luck.choice(PEOPLE), name, luck.choice([0, 0, 1, 2, 3, 4, -1]))


def _chosen(luck: Random, session: Session) -> str:
    return luck.choice(session.now.offered) if session.moments and session.now.offered else "nothing"


def _voted(luck: Random, session: Session) -> Event:
    return Voted(_who(luck, session), session.moment, session.round, _chosen(luck, session), luck.choice([0, 1, 2, 3, 3]))


def _stray_vote(luck: Random, session: Session) -> Event:
    moment, turn = luck.randint(-1, session.moment + 1), luck.randint(0, 3)
    picked = luck.choice([_chosen(luck, session), "nothing", "", "a1", "b2"])
    return Voted(luck.choice([_who(luck, session), "nobody"]), moment, turn, picked, luck.choice([0, 3, 4, -1]))


def _typed(luck: Random, session: Session) -> Event:
    text = luck.choice(["", "Coffee", "I would\u202e ask\n her", "y" * 300, "<b>no</b>"])
    return Typed(_who(luck, session), luck.choice([session.moment, session.moment, session.moment - 1]), text)


def _went(luck: Random, session: Session) -> Event:
    found = [step for step in ways(session) if step is not Step.CLOSED or luck.random() < 0.2]
    # endings are far: a room that leaves at the first door never gets anywhere
    found = [step for step in found if step is not Step.COLUMN or session.state.over or luck.random() < 0.1]
    return Went(found[0] if luck.random() < 0.5 else luck.choice(found)) if found else Went("lobby")


def _stray_step(luck: Random, session: Session) -> Event:
    return Went(luck.choice([*Step, "nowhere"]))


def _opened(luck: Random, session: Session) -> Event:
    return Opened(luck.random() < 0.6)


def _hands(luck: Random, session: Session) -> Event:
    counts = {_chosen(luck, session): luck.choice([0, 1, 4, 12]) for _ in range(luck.randint(0, 3))}
    return Hands(counts | luck.choice([{}, {}, {}, {"nothing": 1}, {_chosen(luck, session): -1}]))


def _took(luck: Random, session: Session) -> Event:
    return Took(_chosen(luck, session), luck.choice(list(Rule)), luck.choice(["", "", _chosen(luck, session)]))


def _text(luck: Random, session: Session) -> tuple[str, int]:
    said = [(who, moment) for moment, held in enumerate(session.moments) for who in held.said]
    return luck.choice([*said, *said, (_who(luck, session), luck.randint(-1, session.moment + 1))])


def _let(luck: Random, session: Session) -> Event:
    return Let(*_text(luck, session), luck.random() < 0.8)


def _removed(luck: Random, session: Session) -> Event:
    return Removed(*_text(luck, session))


def _extended(luck: Random, session: Session) -> Event:
    return Extended(luck.choice([-5, 0, 30, 60, 3_600, 5_000]))


def _arranged(luck: Random, session: Session) -> Event:
    what, values = luck.choice([
        ("say_first", [True, False, 1]), ("sure", [True, False]), ("names", [True, "yes"]), ("tables", [0, 2, 3, 41, -1]),
        ("rule", [*Rule, "no"]), ("tie", [*Tie, "no"]), ("whole", [True, False]), ("colour", ["red"]),
    ])  # fmt: skip
    return Arranged(what, luck.choice(values))


# ---------------------------------------------------------------- the same room with other secrets


def with_other_secrets(session: Session, luck: Random, *, but: Iterable[str]) -> Session:
    """Return a session in which the rounds that the room has not seen were voted otherwise, by as many.

    Args:
        session: a session.
        luck: which other votes.
        but: voters whose own ballots stay as they are.
    """
    if not session.moments:
        return session
    kept, now = set(but), session.now
    return replace(session, moments=(*session.moments[:-1], replace(
        now, first=now.first if now.revealed >= 1 else _otherwise(now, now.first, luck, kept),
        second=now.second if now.revealed >= 2 else _otherwise(now, now.second, luck, kept),
    )))  # fmt: skip


def _otherwise(held: Held, voted: Round | None, luck: Random, kept: set[str]) -> Round | None:
    if voted is None:
        return None
    ballots = {
        who: ballot if who in kept else Ballot(luck.choice(held.offered), luck.randint(0, 3))
        for who, ballot in voted.ballots.items()
    }
    return Round(ballots, {luck.choice(held.offered): sum(voted.hands.values())} if voted.hands else {}, voted.open)
