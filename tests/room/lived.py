"""Rooms that were lived: the scenarios that come with the game, played at random by so many people with phones."""

from __future__ import annotations

import functools
from random import Random

from game.authoring import read
from game.resources import scenarios
from game.room.events import Joined, Took, Voted, Went
from game.room.going import onward
from game.room.machine import apply, begin
from game.room.session import Session
from game.room.setup import Manner, setup_for
from game.story.analysis import Analysis, analyse
from game.story.model import Scenario

NAMES = ("bakery", "rotary-prospect", "laid-off")
NEVER = 99


@functools.cache
def scenario(name: str) -> Scenario:
    """Return one of the scenarios that come with the game."""
    found = read(scenarios() / name).scenario
    assert found is not None
    return found


@functools.cache
def analysed(name: str) -> Analysis:
    """Return what the cut of a scenario allows; a rough answer is enough for a test."""
    return analyse(setup_for(scenario(name), word="MOKA", seed=1).scenario, budget=2_000)


@functools.cache
def lived(
    name: str, voters: int, *, seed: int = 4, leave: int = NEVER, whole: bool = False, tables: int = 0, to: str = "column",
    called: str = "",
) -> Session:
    """Return a room that played; with `leave` it was left at that moment, from 0. `called` is everybody's name."""
    return played(scenario(name), voters, seed=seed, leave=leave, whole=whole, tables=tables, to=to, called=called)


def played(
    known: Scenario, voters: int, *, seed: int = 4, leave: int = NEVER, whole: bool = False, tables: int = 0,
    to: str = "column", called: str = "",
) -> Session:
    """Return a room that played a scenario."""
    random = Random(seed)
    manner = Manner(sure=True, names=True, tables=tables, whole=whole)
    session = begin(setup_for(known, word="MOKA", seed=seed, manner=manner), at=0.0)
    people = [f"p{number}" for number in range(voters)]
    for number, person in enumerate(people):
        session = apply(session, Joined(person, called, number % tables + 1 if tables else 0), at=1.0)
    session = apply(session, Went("scene"), at=1.0)
    while not session.state.over and session.moment < leave:
        session = _round(session, people, random)
        session = apply(session, Went("reveal"), at=1.0)
        empty = not sum(session.now.counts.values())  # then the facilitator says which way the story takes
        session = apply(session, Took(session.now.offered[0], "facilitator") if empty else onward(session), at=1.0)
        session = apply(session, Went("scene"), at=1.0)
    for step in ("column", "discussion", "closed"):
        session = apply(session, Went(step), at=1.0)
        if step == to:
            break
    return session


def _round(session: Session, people: list[str], random: Random) -> Session:
    """Return it with a first vote, and most times a second: many go where the room leans."""
    lean = random.choice(session.now.offered)
    session = apply(session, Went("vote"), at=1.0)
    for person in people:
        choice = lean if random.random() < 0.4 else random.choice(session.now.offered)
        session = apply(session, Voted(person, session.moment, 1, choice, random.randint(1, 3)), at=1.0)
    if people and random.random() < 0.6:
        for step in ("talk", "second"):
            session = apply(session, Went(step), at=1.0)
        for person in people:
            if random.random() < 0.4:
                session = apply(session, Voted(person, session.moment, 2, lean, random.randint(1, 3)), at=1.0)
    return session
