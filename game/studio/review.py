"""All that the studio can find out about a scenario, brought together: figures, ways of playing, smells, contracts.

    found = reviewed(scenario)

Nothing here is estimated where it can be known; where it cannot, `Review.analysis` says so, and what was not met in
the plays that were tried is kept apart from what no play can reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from game.story.analysis import BUDGET, Analysis, analyse, never
from game.story.chance import numbers
from game.story.condition import holds
from game.story.exact import figures
from game.story.model import Scenario
from game.story.shape import shape_of
from game.story.states import explore
from game.story.vocabulary import ChoiceId, SceneId
from game.story.walker import TooMany
from game.studio.chances import at_random
from game.studio.contracts import Judged, judged
from game.studio.lines import Line, Untold, untold
from game.studio.smells import smells, sorted_out
from game.studio.smells.finding import Sorted
from game.studio.strategies import Tried, played, scored, tried

PLAYS = 2_000
"""Plays at random in which lines are looked for before anything is proved about those that were not met."""
MOMENTS = 200_000
"""Choices in all of them together, about: a long scenario is played less often."""
SLOW_PLAYS = 300
SLOW_MOMENTS = 6_000
"""The same, for lines that only the plain fold can tell."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """Scenes, choices and lines that no play reaches; those of scenes and choices that are unmet are not repeated."""

    scenes: tuple[SceneId, ...]
    choices: tuple[ChoiceId, ...]
    lines: tuple[Line, ...]

    def __bool__(self) -> bool:
        return bool(self.scenes or self.choices or self.lines)


@dataclass(frozen=True, slots=True)
class Review:
    """What was found out about a scenario."""

    scenario: Scenario
    analysis: Analysis
    tried: tuple[Tried, ...]
    smells: Sorted
    judged: tuple[Judged, ...]
    """One for each contract."""
    unreachable: Unmet
    """Proved: no play comes there."""
    unseen: Unmet
    """Not met in any play that was tried; whether one comes there is not known."""
    plays: int
    """How many plays at random were tried for lines."""
    seed: int
    budget: int
    stopped: bool
    """Whether somebody asked to stop: then the figures may be rough, and not everything was looked for."""

    @property
    def median(self) -> int:
        """The total that half of the plays at random do not pass, in points."""
        reached = 0.0
        for total, chance in self.analysis.distribution.items():
            reached += chance
            if reached >= 0.5 - 1e-9:
                return total
        return max(self.analysis.distribution)

    @property
    def middling(self) -> int | None:
        """The score of that total, 0 to 100; None where all plays are equal."""
        return scored(self.median, self.analysis)

    @property
    def broken(self) -> tuple[Judged, ...]:
        """The contracts that do not hold."""
        return tuple(each for each in self.judged if each.holds is False)

    @property
    def undecided(self) -> tuple[Judged, ...]:
        """The contracts of which it is not known."""
        return tuple(each for each in self.judged if each.holds is None)

    @property
    def sound(self) -> bool:
        """Whether every play comes to an end, and every contract holds."""
        return not self.analysis.stuck and all(each.holds for each in self.judged)


def reviewed(
    scenario: Scenario, *, budget: int = BUDGET, seed: int = 0, stop: Callable[[], bool] = never,
    says: Callable[[str], None] = lambda doing: None,
) -> Review:
    """Return what can be found out about a scenario.

    Args:
        scenario: a checked one.
        budget: states that may be worked out at most, for the figures and again for lines.
        seed: of plays at random.
        stop: asked now and then; once it says True, a rough answer comes back soon.
        says: told, in a clause, what is being done.

    Raises:
        NoEndingReached: no play reaches an ending.
    """
    says("working out every play")
    analysis = analyse(scenario, budget=budget, stop=stop, seed=seed)
    if analysis.exact and not analysis.endings_exact:
        says("telling the endings apart")
        analysis = _with_exact_endings(analysis, scenario, budget, stop)
    says("playing by careless rules")
    ways = tried(scenario, analysis, stop=stop)
    says("looking for smells")
    found = smells(scenario, analysis, ways, seed=seed, stop=stop)
    says("judging the contracts")
    verdicts = judged(scenario, analysis, ways, stop=stop, budget=budget)
    says("looking for lines that nobody is told")
    lines, plays = _lines(scenario, analysis, budget=budget, seed=seed, stop=stop)
    scenes = tuple(scene for scene in scenario.scenes if scene not in analysis.scenes)
    choices = tuple(
        choice.id for scene in scenario.scenes.values() if scene.id in analysis.scenes
        for choice in scene.choices if choice.id not in analysis.choices
    )  # fmt: skip
    known = analysis.exact and analysis.endings_exact
    return Review(
        scenario, analysis, ways, sorted_out(found, scenario.allow), verdicts,
        unreachable=Unmet(scenes if known else (), choices if analysis.exact else (), lines.never),
        unseen=Unmet(() if known else scenes, () if analysis.exact else choices, lines.unseen),
        plays=plays, seed=seed, budget=budget, stopped=stop(),
    )


def _with_exact_endings(
    analysis: Analysis, scenario: Scenario, budget: int, stop: Callable[[], bool]
) -> Analysis:
    """Return the analysis with the endings worked out too, where the whole budget allows it: here one can wait."""
    try:
        whole = figures(explore(shape_of(scenario), budget=budget, stop=stop))
    except TooMany:
        return analysis
    return replace(
        analysis, endings=whole.endings, scenes=whole.scenes, states=max(analysis.states, whole.states),
        endings_exact=True, error=0.0,
    )


def _lines(
    scenario: Scenario, analysis: Analysis, *, budget: int, seed: int, stop: Callable[[], bool]
) -> tuple[Untold, int]:
    """Return the lines that no play is told, and how many plays were tried before anything was proved."""
    if stop():
        return Untold((), ()), 0
    longest = max(20, len(analysis.best.choices), len(analysis.worst.choices))
    plays = max(1, min(PLAYS, MOMENTS // longest))
    chances = at_random(scenario, plays, seed=seed, go_on=lambda done: not stop())
    unheard = _unheard(scenario, chances.uncounted, seed, max(1, min(SLOW_PLAYS, SLOW_MOMENTS // longest)), stop)
    missing = sorted([*(line for line, times in chances.lines if not times), *unheard], key=lambda line: line.index)
    there = [line for line in missing if line.where in (analysis.choices if line.of_a_choice else analysis.scenes)]
    return untold(scenario, there, budget=budget, stop=stop), chances.plays


def _unheard(
    scenario: Scenario, wanted: Iterable[Line], seed: int, plays: int, stop: Callable[[], bool]
) -> list[Line]:
    """Return those lines of endings that were not told in some plays of the plain fold."""
    luck = numbers(seed)
    left = list(wanted)
    for _ in range(plays):
        if not left or stop():
            break
        state = played(scenario, lambda state, now: now[next(luck) % len(now)])
        left = [line for line in left if line.where != state.scene or not holds(line.part.when, state)]
    return left
