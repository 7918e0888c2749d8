"""Plays at random, and how often each thing happened in them: scenes, choices, lines, asks, endings, totals.

The same seed gives the same counts on every machine. A play is made by the core's own quick steps over the scenario
reduced to what can change a figure; that reduction keeps every scene and every choice, so each is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.story.analysis import Answered
from game.story.chance import numbers
from game.story.model import Scenario
from game.story.shape import shape_of
from game.story.vocabulary import ChoiceId, Outcome, SceneId
from game.story.walker import Walker
from game.studio.lines import Line, author_of, line_of, lines, marked

LONGEST = 2_000
"""Moments after which a play is given up."""
REMEMBERED = 100_000
"""Choices after which a walker is made anew."""
OFTEN = 100
"""Plays after which it is asked whether to go on."""


@dataclass(frozen=True, slots=True)
class Chances:
    """What happened in some plays at random."""

    plays: int
    """How many were played."""
    seed: int
    moments: int
    """Choices made in all of them together."""
    scenes: Mapping[SceneId, int]
    """How often each scene of the scenario was entered; more than once in a play where one comes back to it."""
    choices: Mapping[ChoiceId, int]
    """How often each choice of the scenario was made."""
    asks: Mapping[ChoiceId, Answered]
    """How often each ask was granted and refused: numbers of times, not shares."""
    endings: Mapping[SceneId, int]
    """In how many plays each ending was reached."""
    totals: Mapping[int, int]
    """Total in points → in how many plays; by total, rising."""
    stuck: Mapping[SceneId, int]
    """In how many plays nothing could be chosen, by scene; only scenes where that happened."""
    given_up: int
    """Plays that were still going on after two thousand moments."""
    lines: tuple[tuple[Line, int], ...]
    """Each line that is told only where something holds, and how often it was; see `uncounted`."""
    uncounted: tuple[Line, ...]
    """Lines that only slower plays can count: at an ending, where they read what a broken promise may have changed."""


def at_random(
    scenario: Scenario, plays: int, *, seed: int = 0, go_on: Callable[[int], bool] = lambda done: True
) -> Chances:
    """Return what happened in plays at random: at each moment any choice that is offered is equally likely.

    Args:
        scenario: a checked one.
        plays: how many at most.
        seed: of the plays; the first of a thousand are the first of ten thousand.
        go_on: told every hundred plays how many are done; where it says False, the counts so far come back.
    """
    every = lines(scenario)
    counted = tuple(line for line in every if not line.after_broken_words)
    shape = shape_of(marked(scenario, counted))
    entered = _Entered(len(shape.spots))
    walker = Walker(shape, reached=entered, folding=False)
    made = [0] * len(shape.options)
    granted = [0] * len(shape.options)
    ended: dict[int, int] = {}
    stuck: dict[int, int] = {}
    totals: dict[int, int] = {}
    done = moments = given_up = 0
    fresh = REMEMBERED
    luck = numbers(seed)
    for _ in range(plays):
        if done % OFTEN == 0 and done and not go_on(done):
            break
        if moments > fresh:  # what it remembers of deferrals is let go of, lest a billion plays fill the memory
            walker, fresh = Walker(shape, reached=entered, folding=False), moments + REMEMBERED
        done += 1
        step = walker.begin()
        gain, length = step.gain, 0
        while not step.ends:
            walker.measure(step.balances)
            offered = walker.offered(step.key, step.balances)
            if not offered:
                stuck[step.key[0]] = stuck.get(step.key[0], 0) + 1
                break
            if length == LONGEST:
                given_up += 1
                break
            step = walker.take(offered[next(luck) % len(offered)], step.key, step.balances)
            gain += step.gain
            length += 1
            made[step.option] += 1
            if step.outcome is Outcome.GRANTED:
                granted[step.option] += 1
        else:
            ended[step.key[0]] = ended.get(step.key[0], 0) + 1
            totals[shape.capital + gain] = totals.get(shape.capital + gain, 0) + 1
        moments += length
    told = dict.fromkeys((line.index for line in counted), 0)
    for spot in shape.spots:
        if (number := line_of(spot.id)) is not None:
            told[number] += entered.times[spot.index]
    ends = {author_of(shape.spots[scene].id): times for scene, times in ended.items()}
    return Chances(
        plays=done, seed=seed, moments=moments,
        scenes={spot.id: entered.times[spot.index] for spot in shape.spots if spot.id in scenario.scenes},
        choices={option.id: made[option.index] for option in shape.options},
        asks={
            option.id: Answered(granted[option.index], made[option.index] - granted[option.index])
            for option in shape.options
            if option.ask
        },
        endings={name: ends.get(name, 0) for name, scene in scenario.scenes.items() if scene.ending},
        totals=dict(sorted(totals.items())),
        stuck={author_of(shape.spots[scene].id): times for scene, times in stuck.items()},
        given_up=given_up,
        lines=tuple((line, told[line.index]) for line in counted),
        uncounted=tuple(line for line in every if line.after_broken_words),
    )


class _Entered(set[int]):
    """What a walker has reached, counted instead of merely noted."""

    def __init__(self, scenes: int) -> None:
        super().__init__()
        self.times = [0] * scenes

    def add(self, scene: int) -> None:
        self.times[scene] += 1
