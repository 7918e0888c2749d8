"""The ledger: each change of capital with its reason, and the sums that it adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from game.story.vocabulary import ChoiceId, PersonId, SceneId


class Kind(Enum):
    """Why an entry was posted."""

    CHOICE = "choice"
    """By what was said or done."""
    COST = "cost"
    """The price of an ask that was granted; it is not lost, and counts in the score as well spent."""
    LATER = "later"
    """Deferred: posted in a later scene than its choice."""
    BROKEN = "broken"
    """By a promise that the ending found open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: why a person's capital changed."""

    person: PersonId
    amount: int
    """Points of capital; negative when the player paid. Never zero."""
    moment: int
    """0-based index of the choice that caused it, also when it was posted later."""
    choice: ChoiceId
    reason: str
    """One sentence to the player."""
    principle: str | None
    honoured: bool
    """Whether the principle was honoured; means nothing without one."""
    kind: Kind
    posted: int
    """How many choices had been made when it came to light, from 1."""
    scene: SceneId
    """Where it came to light."""

    @property
    def deferred(self) -> bool:
        """Whether it came to light in a later scene than its choice."""
        return self.kind is Kind.LATER


Ledger = tuple[Entry, ...]
"""The entries in the order in which they were posted."""


def total(entries: Iterable[Entry]) -> int:
    """Return the sum of the amounts, in points."""
    return sum(entry.amount for entry in entries)


def with_person(ledger: Ledger, person: PersonId) -> Ledger:
    """Return the entries of one account."""
    return tuple(entry for entry in ledger if entry.person == person)


def of_moment(ledger: Ledger, moment: int) -> Ledger:
    """Return the entries that one choice caused, at once or later; `moment` counts from 0."""
    return tuple(entry for entry in ledger if entry.moment == moment)


def spent(ledger: Ledger) -> int:
    """Return the capital well spent: the sum of the costs of granted asks, in points, zero or more."""
    return -total(entry for entry in ledger if entry.kind is Kind.COST)
