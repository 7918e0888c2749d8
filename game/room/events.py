"""What happens in a room, as data: what participants do, what the facilitator decides.

A session is a fold over these, as a playthrough is a fold over choices; so they are what is kept on the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from game.room.errors import Unreadable

NAME_LONGEST, TYPED_LONGEST = 40, 240
"""Characters of a name, and of what is typed before the options show."""


# ---------------------------------------------------------------- participants


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody came in; coming in again changes nothing, except a name or a table that is given."""

    person: str
    """The participant's id: a digest of a secret that only their phone holds."""
    name: str = ""
    table: int = 0
    """From 1; 0 for none."""


@dataclass(frozen=True, slots=True)
class Voted:
    """Somebody chose; the last vote of a round counts."""

    person: str
    moment: int
    """From 0."""
    round: int
    """1 or 2."""
    choice: str
    sure: int = 0
    """How sure: 1 a guess, 2 fairly, 3 quite; 0 where it was not said."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody typed what they would say, before the options were shown."""

    person: str
    moment: int
    text: str


# ---------------------------------------------------------------- the facilitator


@dataclass(frozen=True, slots=True)
class Went:
    """The room goes to a step; only those that `session.ways` allows."""

    step: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The vote of the present round is opened, or closed; once revealed it stays closed."""

    open: bool


@dataclass(frozen=True, slots=True)
class Hands:
    """How many hands were raised for each choice in the present round; replaces what was typed in before."""

    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Took:
    """A choice is made in the story."""

    choice: str
    rule: str
    """By which rule it came about: a name of `taking.Rule`."""
    other: str = ""
    """Another choice whose consequence is shown as well: the room looks at both paths."""


@dataclass(frozen=True, slots=True)
class Untook:
    """The choice made last is taken back; its votes stay."""


@dataclass(frozen=True, slots=True)
class Let:
    """Something typed may be shown to the room, or may not."""

    person: str
    moment: int
    show: bool
    text: str = ""
    """As the facilitator read it; empty where it is not checked."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An unkind text or name is taken away for good."""

    person: str
    moment: int = -1
    """The moment it was typed at; -1 for the name of a person."""


@dataclass(frozen=True, slots=True)
class Extended:
    """More time is offered, in seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Blanked:
    """The projector goes dark, or comes back."""

    blank: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """How the room plays is changed: a field of `setup.Manner` and its new value."""

    what: str
    value: int | str | bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the questions of the discussion is on the screen, from 0."""

    question: int


Event = (
    Joined | Voted | Typed | Went | Opened | Hands | Took | Untook | Let | Removed | Extended | Blanked | Arranged | Asked
)
KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Joined, Voted, Typed, Went, Opened, Hands, Took, Untook, Let, Removed, Extended, Blanked, Arranged, Asked,
    )
}


def to_plain(event: Event) -> dict[str, Any]:
    """Return an event as it is written down."""
    return {"is": type(event).__name__, **asdict(event)}


def from_plain(plain: Mapping[str, Any]) -> Event:
    """Return an event that was written down.

    Raises:
        Unreadable: it is none that this version knows.
    """
    kind = KINDS.get(str(plain.get("is")))
    if kind is None:
        raise Unreadable(f"there is no event {plain.get('is')!r}")
    names = {field.name for field in fields(kind)}
    try:
        made: Event = kind(**{name: value for name, value in plain.items() if name in names})
    except TypeError as error:
        raise Unreadable(str(error)) from error
    return made
