"""What a room can learn about itself: where it was divided, sure and wrong, and what talking changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.room.session import Held, Session
from game.room.votes import flow, how_sure, is_split, lead, moved, tally
from game.story.debrief import what_if
from game.story.errors import StoryError
from game.story.model import Choice
from game.story.playthrough import Playthrough

SURE_AND_WRONG_FROM = 3
"""Fewer who were quite sure are not told of: three people are no finding."""


@dataclass(frozen=True, slots=True)
class Divided:
    """The moment at which the first vote was most divided."""

    moment: int
    """From 0."""
    first: str
    """The two choices with the most votes, the leading one first."""
    second: str
    counts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SureAndWrong:
    """The moment at which most of those who were quite sure chose what breaks a principle."""

    moment: int
    choice: str
    """Which of such choices drew most of them."""
    wrong: int
    sure: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The moment at which talking changed most."""

    moment: int
    people: int
    """How many changed their mind, of those who voted twice."""
    twice: int
    to: str
    """The choice to which most of them went."""


@dataclass(frozen=True, slots=True)
class Table:
    """How one table would have done."""

    table: int
    worth: tuple[int | None, ...]
    """By moment, all that its own answer would have brought in the room's story, in points; None where it had none."""

    @property
    def total(self) -> int:
        """The sum, in points."""
        return sum(each or 0 for each in self.worth)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is told of a room in its debrief."""

    divided: Divided | None
    sure_and_wrong: SureAndWrong | None
    moved: Moved | None
    voters: int
    """The most that voted in any round."""


def findings(session: Session) -> Findings:
    """Return what a room can learn about itself, from the rounds that it has seen."""
    seen = [(index, held.seen) for index, held in enumerate(session.moments)]
    lived = [(index, held) for index, held in seen if _cast(held)]
    return Findings(
        _divided(lived), _sure_and_wrong(session, lived), _moved(lived), max((_cast(held) for _, held in lived), default=0)
    )


def _cast(held: Held) -> int:
    """Return how many voted at a moment, in the round in which most did."""
    return max((voted.cast for voted in (held.first, held.second) if voted is not None), default=0)


def tables(session: Session) -> tuple[Table, ...]:
    """Return how each table would have done, by its own answers; nothing in a room without tables."""
    if not session.manner.tables:
        return ()
    voters = sorted({one.table for one in session.people.values() if one.table})
    play = session.playthrough
    return tuple(
        Table(number, tuple(_worth(play, index, held, f"table:{number}") for index, held in _made(session)))
        for number in voters
    )


def _made(session: Session) -> Iterator[tuple[int, Held]]:
    return ((index, held) for index, held in enumerate(session.moments) if held.taken)


def _worth(play: Playthrough, moment: int, held: Held, voter: str) -> int | None:
    ballot = held.last.ballots.get(voter) if held.last is not None else None
    if ballot is None:
        return None
    try:
        found = what_if(play, moment, ballot.choice)
    except StoryError:
        return None
    return found.at_once + found.later


def _divided(lived: Iterable[tuple[int, Held]]) -> Divided | None:
    found: list[tuple[float, Divided]] = []
    for index, held in lived:
        counts = tally(held.first or held.last, held.offered)
        if not is_split(counts):
            continue
        ranked = sorted(counts, key=lambda name: -counts[name])
        if len(ranked) > 1 and counts[ranked[1]]:
            found.append((lead(counts), Divided(index, ranked[0], ranked[1], (counts[ranked[0]], counts[ranked[1]]))))
    return min(found, key=lambda each: each[0])[1] if found else None


def _sure_and_wrong(session: Session, lived: Iterable[tuple[int, Held]]) -> SureAndWrong | None:
    known = session.setup.scenario
    found: list[SureAndWrong] = []
    for index, held in lived:
        breaks = [choice for choice in map(known.choice, held.offered) if choice.breaks is not None]
        wrong, sure = how_sure(held.first or held.last, frozenset(choice.id for choice in breaks))
        if sure >= SURE_AND_WRONG_FROM and wrong:
            found.append(SureAndWrong(index, _drew_most(held, breaks), wrong, sure))
    return max(found, key=lambda each: each.wrong / each.sure, default=None)


def _drew_most(held: Held, choices: list[Choice]) -> str:
    return max(choices, key=lambda choice: how_sure(held.first or held.last, frozenset({choice.id}))[0]).id


def _moved(lived: Iterable[tuple[int, Held]]) -> Moved | None:
    found: list[Moved] = []
    for index, held in lived:
        moves = flow(held.first, held.second)
        people = moved(held.first, held.second)
        if people:
            arrived: dict[str, int] = {}
            for (before, after), count in moves.items():
                if before != after:
                    arrived[after] = arrived.get(after, 0) + count
            found.append(Moved(index, people, sum(moves.values()), max(arrived, key=lambda name: arrived[name])))
    return max(found, key=lambda each: each.people, default=None)
