"""The typed tree of a `when:`: its value in a state, and the names that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from game.story.vocabulary import PersonId

Form = tuple[tuple[PersonId, int], ...]
"""A sum of balances: (person, whole factor), sorted by person, no factor zero."""

Marker = tuple[str, str]
"""Something that happened: ("flag" | "chose" | "granted" | "kept" | "promised", its id)."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """True where a sum of balances is at least a threshold; each comparison is made of these."""

    form: Form
    threshold: int


@dataclass(frozen=True, slots=True)
class Happened:
    """True once a flag is set, a choice made, an ask granted, a promise given or kept."""

    marker: Marker


@dataclass(frozen=True, slots=True)
class Not:
    """True where the other is false."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class All:
    """True where each is true; true of none."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """True where at least one is true; false of none."""

    conditions: tuple[Condition, ...]


Condition = AtLeast | Happened | Not | All | Some

ALWAYS: Condition = All(())


class Facts(Protocol):
    """What a condition may ask of a state."""

    def capital(self, person: PersonId) -> int: ...

    def has(self, marker: Marker) -> bool: ...


def holds(condition: Condition, facts: Facts) -> bool:
    """Return whether the condition is true of the facts."""
    match condition:
        case AtLeast(form, threshold):
            return sum(factor * facts.capital(person) for person, factor in form) >= threshold
        case Happened(marker):
            return facts.has(marker)
        case Not(inner):
            return not holds(inner, facts)
        case All(parts):
            return all(holds(part, facts) for part in parts)
        case Some(parts):
            return any(holds(part, facts) for part in parts)


def leaves(condition: Condition) -> Iterator[AtLeast | Happened]:
    """Yield each comparison and each marker that the condition reads, left to right."""
    match condition:
        case AtLeast() | Happened():
            yield condition
        case Not(inner):
            yield from leaves(inner)
        case All(parts) | Some(parts):
            for part in parts:
                yield from leaves(part)
