"""What may happen in a scenario: the worst, the best, and all between, exactly where a budget of states allows it."""

from __future__ import annotations

from collections.abc import Callable

from game.story.bounds import outer_bounds
from game.story.exact import figures
from game.story.figures import Analysis, Answered, Extreme, Reached, Stuck, from_plain, to_plain
from game.story.model import Scenario
from game.story.samples import sampled
from game.story.shape import shape_of
from game.story.states import TooMany, explore

BUDGET = 200_000
"""States; about three seconds and 300 MB."""


def never() -> bool:
    """Return False: nobody asks to stop."""
    return False


def analyse(
    scenario: Scenario, *, budget: int = BUDGET, stop: Callable[[], bool] = never, seed: int = 0
) -> Analysis:
    """Return what may happen in a scenario.

    Args:
        scenario: a checked one.
        budget: states that may be told apart; with fewer it is exact, with more it is bounds and a sample.
        stop: asked now and then; once it says True, a rough answer (not exact) comes back soon.
        seed: of the sample.

    Raises:
        NoEndingReached: no play reaches an ending.
    """
    shape = shape_of(scenario)
    try:
        return figures(explore(shape, budget=budget, stop=stop))
    except TooMany:
        outer = outer_bounds(shape, budget=budget, stop=stop)
        return sampled(shape, outer=outer, looked_at=budget, seed=seed, stop=stop)


__all__ = [
    "BUDGET", "Analysis", "Answered", "Extreme", "Reached", "Stuck", "analyse", "from_plain", "never", "to_plain",
]
