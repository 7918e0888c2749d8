"""One round of voting: ballots and raised hands, their count, how split they are, and who moved between two rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

QUITE_SURE = 3
SPLIT_FROM, SPLIT_TO = 1 / 3, 2 / 3
"""Between these shares of the leading answer, talking changes most. Source: Crouch & Mazur, American Journal of Physics 69(9), 2001."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's answer."""

    choice: str
    sure: int = 0
    """1 a guess, 2 fairly, 3 quite; 0 where it was not said."""


@dataclass(frozen=True, slots=True)
class Round:
    """What was voted in one round."""

    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    """By voter: a participant, or a table."""
    hands: Mapping[str, int] = field(default_factory=dict)
    """Hands raised, by choice; people without a phone."""
    open: bool = False

    @property
    def cast(self) -> int:
        """How many voted, hands included."""
        return len(self.ballots) + sum(self.hands.values())

    def with_ballot(self, voter: str, ballot: Ballot) -> Round:
        """Return the round with a voter's last word."""
        return Round({**self.ballots, voter: ballot}, self.hands, self.open)


def tally(held: Round | None, offered: tuple[str, ...]) -> dict[str, int]:
    """Return how many chose each of the choices offered, in their order, hands included."""
    counts = dict.fromkeys(offered, 0)
    if held is not None:
        for ballot in held.ballots.values():
            counts[ballot.choice] += 1
        for choice, count in held.hands.items():
            counts[choice] += count
    return counts


def lead(counts: Mapping[str, int]) -> float:
    """Return the leading answer's share of all votes, 0 to 1; 0 where nobody voted."""
    cast = sum(counts.values())
    return max(counts.values()) / cast if cast else 0.0


def is_split(counts: Mapping[str, int]) -> bool:
    """Return whether the leading answer has between a third and two thirds, so that talking pays."""
    return sum(counts.values()) > 1 and SPLIT_FROM <= lead(counts) <= SPLIT_TO


def leaders(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the choices with the most votes, in the order offered: several where they are level, none without votes."""
    most = max(counts.values(), default=0)
    return tuple(choice for choice, count in counts.items() if count == most) if most else ()


def flow(first: Round | None, second: Round | None) -> dict[tuple[str, str], int]:
    """Return how many went from which choice to which, of those who voted in both rounds; raised hands cannot be followed."""
    moves: dict[tuple[str, str], int] = {}
    if first is None or second is None:
        return moves
    for voter, before in first.ballots.items():
        after = second.ballots.get(voter)
        if after is not None:
            move = (before.choice, after.choice)
            moves[move] = moves.get(move, 0) + 1
    return moves


def moved(first: Round | None, second: Round | None) -> int:
    """Return how many of those who voted twice changed their mind."""
    return sum(count for (before, after), count in flow(first, second).items() if before != after)


def how_sure(held: Round | None, choices: frozenset[str]) -> tuple[int, int]:
    """Return how many of those who were quite sure chose one of some choices, and how many were quite sure at all."""
    quite = [ballot for ballot in held.ballots.values() if ballot.sure == QUITE_SURE] if held is not None else []
    return sum(ballot.choice in choices for ballot in quite), len(quite)
