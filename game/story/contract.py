"""The typed tree of a contract: a statement that must hold of all plays of a scenario.

A play is one that reaches an ending. `game.authoring.contracts` reads the text, `game.studio.contracts` judges it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from game.story.vocabulary import ChoiceId, Outcome, PromiseId, SceneId

STRATEGIES = (
    "longest", "shortest", "first", "last", "warmest", "flatterer", "pouncer", "never-asks", "most-you", "question",
)
"""The ways of playing whose score a contract may compare; `game.studio.strategies` plays them."""


class Sign(Enum):
    """How a figure is compared with a number."""

    AT_LEAST = ">="
    OVER = ">"
    AT_MOST = "<="
    UNDER = "<"
    EQUAL = "=="

    def holds(self, figure: float, number: float) -> bool:
        """Return whether the comparison is true."""
        match self:
            case Sign.AT_LEAST:
                return figure >= number
            case Sign.OVER:
                return figure > number
            case Sign.AT_MOST:
                return figure <= number
            case Sign.UNDER:
                return figure < number
            case Sign.EQUAL:
                return figure == number

    @property
    def upward(self) -> bool:
        """Whether a greater figure fulfils it sooner."""
        return self in (Sign.AT_LEAST, Sign.OVER)


class Figure(Enum):
    """What is one number of a scenario as a whole."""

    BEST = "best"
    """The greatest total of any play, in points."""
    WORST = "worst"
    """The least total of any play, in points."""
    MEAN = "mean"
    """Of the total at random, in points."""
    MEDIAN = "median"
    """Of the total at random, in points: half of the plays end at it or below."""
    RANDOM = "random"
    """The score, 0 to 100, of the median."""


class Kind(Enum):
    """What an id is the id of."""

    ENDING = "ending"
    SCENE = "scene"
    CHOICE = "choice"
    ASK = "ask"


class Verdict(Enum):
    """What is claimed of an event."""

    POSSIBLE = "possible"
    """Some play has it."""
    IMPOSSIBLE = "impossible"
    """No play has it."""
    CERTAIN = "certain"
    """Every play has it."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A scene is entered, an ending reached or a choice made."""

    kind: Kind
    id: SceneId | ChoiceId


@dataclass(frozen=True, slots=True)
class Answered:
    """An ask is granted or refused."""

    choice: ChoiceId
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Word:
    """A promise is kept by a choice, or found broken at the ending."""

    promise: PromiseId
    kept: bool


@dataclass(frozen=True, slots=True)
class Scored:
    """The play ends with such a score or such a total."""

    in_points: bool
    """False for the score, 0 to 100; true for the total, in points."""
    sign: Sign
    number: int


Event = Reached | Answered | Word | Scored


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the scenario compared with a number."""

    figure: Figure
    sign: Sign
    number: int


@dataclass(frozen=True, slots=True)
class Plays:
    """The score of a way of playing compared with a number."""

    strategy: str
    sign: Sign
    number: int
    """0 to 100."""


@dataclass(frozen=True, slots=True)
class Every:
    """Each ending, scene or choice is reached by some play; each ask is granted in some play."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class AllEnd:
    """No play comes to a place where nothing can be chosen."""


@dataclass(frozen=True, slots=True)
class Length:
    """No play has more (or fewer) moments than this."""

    moments: int
    longest: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """An event is possible, impossible or certain, perhaps only among some of the plays."""

    event: Event
    verdict: Verdict
    after: Event | None = None
    """Only plays in which this happened, and what happens after it."""
    without: tuple[Event, ...] = ()
    """Only plays in which none of these happens."""
    without_asks: bool = False
    """Only plays in which nothing is asked for."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How many in a hundred plays at random have an event."""

    event: Event
    sign: Sign
    percent: float


Contract = Compared | Plays | Every | AllEnd | Length | Claim | Chance
