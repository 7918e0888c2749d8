"""The session: where a workshop stands, as it follows from its setup and what happened; see `game.room.machine`.

The playthrough that a room makes is a list of choices like any other: `session.playthrough`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from game.room.setup import Manner, Setup
from game.room.votes import Round, tally
from game.story.model import Choice
from game.story.playthrough import Playthrough, State

QUESTIONS = 3
"""Steps of the discussion: what happened, so what, now what."""


class Step(StrEnum):
    """Where a session stands."""

    LOBBY = "lobby"
    SCENE = "scene"
    """The scene is told; at an ending, the ending."""
    SAY = "say"
    """Say it first."""
    VOTE = "vote"
    """First vote, unseen."""
    TALK = "talk"
    """Talk to your neighbour."""
    SECOND = "second"
    """Second vote."""
    REVEAL = "reveal"
    CONSEQUENCE = "consequence"
    COLUMNIST = "columnist"
    COLUMN = "column"
    """The room's column."""
    DISCUSSION = "discussion"
    CLOSED = "closed"


VOTING = frozenset({Step.VOTE, Step.SECOND})
AFTERWARDS = frozenset({Step.COLUMN, Step.DISCUSSION, Step.CLOSED})


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody with a phone."""

    name: str = ""
    table: int = 0
    """From 1; 0 for none."""
    muted: bool = False
    """Whether their name was removed: then neither a name nor a text of theirs is taken any more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody typed before the options were shown."""

    text: str
    shown: bool = False
    """Whether the facilitator let it pass to the projector."""


@dataclass(frozen=True, slots=True)
class Held:
    """One moment as the room lived it."""

    scene: str
    offered: tuple[str, ...]
    """The ids of the choices, in the order of their letters."""
    first: Round | None = None
    second: Round | None = None
    said: Mapping[str, Said] = field(default_factory=dict)
    """By participant."""
    revealed: int = 0
    """How many rounds the room has seen: these stay closed."""
    taken: str = ""
    rule: str = ""
    other: str = ""
    """The second path that the room looked at."""

    @property
    def last(self) -> Round | None:
        """The round that counts: the second where it was held."""
        return self.second or self.first

    @property
    def counts(self) -> dict[str, int]:
        """Votes by choice in the round that counts."""
        return tally(self.last, self.offered)

    @property
    def seen(self) -> Held:
        """The moment as the room knows it: without the rounds that it has not seen."""
        return replace(
            self, first=self.first if self.revealed >= 1 else None, second=self.second if self.revealed >= 2 else None
        )

    @property
    def touched(self) -> bool:
        """Whether anybody voted, raised a hand or typed."""
        return bool(self.said) or any(held is not None and held.cast for held in (self.first, self.second))


@dataclass(frozen=True, slots=True)
class Timer:
    """Time that is offered; at its end nothing happens."""

    until: float
    """Seconds, on the clock that events come with."""
    seconds: int
    """Of the whole offer."""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything about a workshop, as it follows from its setup and what happened."""

    setup: Setup
    began: float
    manner: Manner
    state: State
    """Where the playthrough stands."""
    step: Step = Step.LOBBY
    people: Mapping[str, Participant] = field(default_factory=dict)
    """By participant id."""
    moments: tuple[Held, ...] = ()
    """One for each moment reached; the last may still be open."""
    timer: Timer | None = None
    blank: bool = False
    question: int = 0
    started: float | None = None
    """When the first scene began."""

    @property
    def moment(self) -> int:
        """The index of the present moment, from 0; -1 before the first."""
        return len(self.moments) - 1

    @property
    def now(self) -> Held:
        """The present moment.

        Raises:
            IndexError: none was reached yet.
        """
        return self.moments[-1]

    @property
    def round(self) -> int:
        """1 or 2: the round that is voted on or was voted on last; 0 where there is none."""
        if not self.moments or self.now.first is None:
            return 0
        return 1 if self.now.second is None else 2

    @property
    def playthrough(self) -> Playthrough:
        """What the room has chosen, as any playthrough."""
        return Playthrough(self.setup.scenario, self.setup.seed, self.state.choices)

    @property
    def choices(self) -> dict[str, Choice]:
        """The choices of the present moment by id, in the order of their letters; empty where there is none."""
        if not self.moments or self.step in AFTERWARDS:
            return {}
        known = self.setup.scenario
        return {name: known.choice(name) for name in self.now.offered}

    @property
    def voters(self) -> int:
        """How many votes can be cast by phones: people, or tables with somebody at them."""
        if not self.manner.tables:
            return len(self.people)
        return len({voter_of(self, person) for person in self.people})


def voter_of(session: Session, person: str) -> str:
    """Return under whose name a participant's vote counts: their own, or their table's."""
    table = session.people[person].table if session.manner.tables else 0
    return f"table:{table}" if table else person
