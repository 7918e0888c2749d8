"""What may happen in a scenario: the worst, the best, and all between, exactly where a budget of states allows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.story.bounds import outer_bounds
from game.story.exact import figures
from game.story.figures import Analysis, Answered, Extreme, Reached, Stuck, from_plain, to_plain
from game.story.model import Scenario
from game.story.samples import sampled
from game.story.shape import shape_of
from game.story.states import explore
from game.story.walker import TooMany

BUDGET = 200_000
"""States that are worked out at most; some five seconds and 300 MB."""
ENDINGS = 20
"""Of the budget, this fraction may go into telling endings apart; it is seldom needed, and often dear."""
ENDING_PLAYS = 4_000
"""Plays at random from which endings are estimated where that was not enough."""


def never() -> bool:
    """Return False: nobody asks to stop."""
    return False


def analyse(
    scenario: Scenario, *, budget: int = BUDGET, stop: Callable[[], bool] = never, seed: int = 0
) -> Analysis:
    """Return what may happen in a scenario.

    Args:
        scenario: a checked one.
        budget: states that may be worked out; where they suffice it is exact, else it is bounds and a sample.
        stop: asked now and then; once it says True, a rough answer (not exact) comes back soon.
        seed: of the sample.

    Raises:
        NoEndingReached: no play reaches an ending.
    """
    try:
        found = figures(explore(shape_of(scenario, endings_alike=True), budget=budget, stop=stop))
    except TooMany:
        shape = shape_of(scenario)
        outer = outer_bounds(shape, budget=budget, stop=stop)
        return sampled(shape, outer=outer, looked_at=budget, seed=seed, stop=stop)
    return _with_endings(found, scenario, budget=max(1_000, budget // ENDINGS), seed=seed, stop=stop)


def _with_endings(
    found: Analysis, scenario: Scenario, *, budget: int, seed: int, stop: Callable[[], bool]
) -> Analysis:
    shape = shape_of(scenario)
    try:
        whole = figures(explore(shape, budget=budget, stop=stop))
        return replace(found, endings=whole.endings, scenes=whole.scenes, states=max(found.states, whole.states))
    except TooMany:
        outer = (found.worst.total, found.best.total)
        rough = sampled(shape, outer=outer, looked_at=budget, seed=seed, stop=stop, plays=ENDING_PLAYS, width=0)
        return replace(
            found, endings=rough.endings, scenes=found.scenes | rough.scenes, error=rough.error, endings_exact=False
        )


__all__ = [
    "BUDGET", "Analysis", "Answered", "Extreme", "Reached", "Stuck", "analyse", "from_plain", "never", "to_plain",
]
