"""A question put to a play: a small machine that walks along with it, waits for what must come before, then for the
event, and says at the end whether the play is one of those that are sought.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.story.contract import Answered, Event, Kind, Reached, Word
from game.story.model import Ask, Branch, Choice
from game.story.shape import Shape
from game.story.vocabulary import Outcome, PromiseId

Stage = tuple[int, frozenset[PromiseId]]
"""Where the machine stands: 0 waits for what comes before, 1 for the event, 2 has seen it; and the open promises."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which plays are sought."""

    event: Event | None = None
    """What happens in them; None: nothing in particular."""
    after: Event | None = None
    """What happens before, in an earlier moment or on the way to this one."""
    without: tuple[Event, ...] = ()
    without_asks: bool = False
    happens: bool = True
    """Whether the plays that have the event are sought, or those that have it not."""

    @property
    def events(self) -> tuple[Event, ...]:
        """All that is watched for."""
        return tuple(event for event in (self.event, self.after, *self.without) if event is not None)

    @property
    def of_endings(self) -> bool:
        """Whether it matters which ending is reached."""
        return any(isinstance(event, Reached) and event.kind is Kind.ENDING for event in self.events)


@dataclass
class Watch:
    """The machine of one question over one shape."""

    shape: Shape
    question: Question
    choices: list[Choice] = field(init=False)
    """By the number of the option."""
    watched: frozenset[PromiseId] = field(init=False)
    known: dict[tuple[Stage, int, Outcome, int], Stage | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_id = {choice.id: choice for scene in self.shape.scenario.scenes.values() for choice in scene.choices}
        self.choices = [by_id[option.id] for option in self.shape.options]
        self.watched = frozenset(event.promise for event in self.question.events if isinstance(event, Word))

    def begin(self, scene: int) -> Stage | None:
        """Return where the machine stands at the first arrival; None where that is forbidden."""
        return self._arrived((0 if self.question.after is not None else 1, frozenset()), scene)

    def step(self, q: Stage, option: int, outcome: Outcome, scene: int) -> Stage | None:
        """Return where the machine stands after one choice and the arrival; None where that is forbidden."""
        key = (q, option, outcome, scene)
        if key not in self.known:
            self.known[key] = self._stepped(q, self.choices[option], outcome, scene)
        return self.known[key]

    def _stepped(self, q: Stage, choice: Choice, outcome: Outcome, scene: int) -> Stage | None:
        phase, promises = q
        happened: list[Event] = [Reached(Kind.CHOICE, choice.id)]
        if outcome is not Outcome.PLAIN:
            happened.append(Answered(choice.id, outcome))
            if self.question.without_asks:
                return None
        if choice.keeps in promises:
            happened.append(Word(str(choice.keeps), kept=True))
            promises -= {choice.keeps}
        given = (choice.promise, _branch(choice.ask, outcome).promise)
        promises |= {promise.id for promise in given if promise is not None and promise.id in self.watched}
        after = self._seen(phase, happened)
        return None if after is None else self._arrived((after, promises), scene)

    def _arrived(self, q: Stage, scene: int) -> Stage | None:
        spot = self.shape.spots[scene]
        phase = self._seen(q[0], [Reached(Kind.ENDING if spot.ends else Kind.SCENE, spot.id)])
        return None if phase is None else (phase, q[1])

    def _seen(self, phase: int, happened: list[Event]) -> int | None:
        if any(event in happened for event in self.question.without):
            return None
        if phase == 0:
            return 1 if self.question.after in happened else 0
        return 2 if phase == 1 and self.question.event in happened else phase

    def accepts(self, q: Stage) -> bool:
        """Return whether a play that ends so is one of those sought."""
        phase, promises = q
        match self.question.event:
            case None:
                return phase == 1
            case Word(promise, kept=False) if phase == 1 and promise in promises:
                phase = 2
        return phase == (2 if self.question.happens else 1)


def _branch(ask: Ask | None, outcome: Outcome) -> Branch:
    if ask is None or outcome is Outcome.PLAIN:
        return Branch()
    return ask.granted if outcome is Outcome.GRANTED else ask.refused
