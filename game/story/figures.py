"""What an analysis says of a scenario, as data, and to and from plain values that fit into JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.story.vocabulary import ChoiceId, SceneId

Choices = tuple[ChoiceId, ...]


@dataclass(frozen=True, slots=True)
class Extreme:
    """A figure, and a play that reaches it."""

    total: int
    """Final capital of all accounts and capital well spent, in points."""
    choices: Choices


@dataclass(frozen=True, slots=True)
class Reached:
    """How often something is reached at random, and a play that reaches it."""

    probability: float
    """0 to 1."""
    choices: Choices | None
    """None where no play was found."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How often an ask is granted and refused at random.

    The expected number of times in one play: the probability, wherever the ask can be made only once.
    """

    granted: float
    refused: float


@dataclass(frozen=True, slots=True)
class Stuck:
    """A scene that a play reaches with no choice that may be made: a fault of the scenario."""

    scene: SceneId
    choices: Choices


@dataclass(frozen=True, slots=True)
class Analysis:
    """What may happen in a scenario; "at random" is uniformly among the choices offered at each moment.

    Where `exact` is true, every figure is exact (fractions are rounded only to the nearest float). Where it is not,
    `worst` and `best` are the furthest that were found, `lowest` and `highest` cannot be passed by any play, and what
    is said of random play comes from a sample, its distribution within `error` at each point with 95 % confidence.
    """

    exact: bool
    worst: Extreme
    best: Extreme
    lowest: int
    """No play ends below; equal to `worst.total` where exact."""
    highest: int
    """No play ends above; equal to `best.total` where exact."""
    mean: float
    """Of the total at random, in points."""
    distribution: Mapping[int, float]
    """Total → its probability among the random plays that reach an ending; by total, rising."""
    endings: Mapping[SceneId, Reached]
    """Every ending of the scenario."""
    asks: Mapping[ChoiceId, Answered]
    """Every ask of the scenario."""
    scenes: frozenset[SceneId]
    """Those that some play enters (where not exact: entered by some play that was tried)."""
    choices: frozenset[ChoiceId]
    """Those that some play can make (likewise)."""
    stuck: tuple[Stuck, ...]
    """One for each scene where a play may stick."""
    states: int
    """How many were told apart; where not exact, how many were looked at before the search was given up."""
    error: float = 0.0
    endings_exact: bool = True
    """Whether the endings' probabilities are exact too; where not, they come from a sample as well."""


def to_plain(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as dicts, lists, texts and numbers; `from_plain` takes it back."""
    return {
        "exact": analysis.exact,
        "worst": [analysis.worst.total, list(analysis.worst.choices)],
        "best": [analysis.best.total, list(analysis.best.choices)],
        "lowest": analysis.lowest,
        "highest": analysis.highest,
        "mean": analysis.mean,
        "distribution": [[total, share] for total, share in analysis.distribution.items()],
        "endings": {
            ending: [reached.probability, None if reached.choices is None else list(reached.choices)]
            for ending, reached in analysis.endings.items()
        },
        "asks": {choice: [answered.granted, answered.refused] for choice, answered in analysis.asks.items()},
        "scenes": sorted(analysis.scenes),
        "choices": sorted(analysis.choices),
        "stuck": [[stuck.scene, list(stuck.choices)] for stuck in analysis.stuck],
        "states": analysis.states,
        "error": analysis.error,
        "endings_exact": analysis.endings_exact,
    }


def from_plain(plain: Mapping[str, Any]) -> Analysis:
    """Return the analysis that `to_plain` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    return Analysis(
        exact=bool(plain["exact"]),
        worst=_extreme(plain["worst"]),
        best=_extreme(plain["best"]),
        lowest=int(plain["lowest"]),
        highest=int(plain["highest"]),
        mean=float(plain["mean"]),
        distribution={int(total): float(share) for total, share in plain["distribution"]},
        endings={
            str(ending): Reached(float(share), None if choices is None else tuple(map(str, choices)))
            for ending, (share, choices) in plain["endings"].items()
        },
        asks={str(choice): Answered(float(yes), float(no)) for choice, (yes, no) in plain["asks"].items()},
        scenes=frozenset(map(str, plain["scenes"])),
        choices=frozenset(map(str, plain["choices"])),
        stuck=tuple(Stuck(str(scene), tuple(map(str, choices))) for scene, choices in plain["stuck"]),
        states=int(plain["states"]),
        error=float(plain["error"]),
        endings_exact=bool(plain["endings_exact"]),
    )


def _extreme(plain: Any) -> Extreme:
    total, choices = plain
    return Extreme(int(total), tuple(map(str, choices)))
