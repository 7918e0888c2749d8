"""Random play: choices a second beside a bare loop over dicts, and how many plays would learn what the analysis knows.

    python benchmarks/auto_play.py [speed | learn]

The floor plays a story of dicts: a list of options a scene, each a dict with an amount and a next scene, no condition,
no account, nothing counted but the total. A checked play does all that a player's play does, and counts it too.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.authoring import read
from game.story.analysis import analyse
from game.story.chance import numbers
from game.story.model import Scenario
from game.studio.chances import at_random
from tests.builders import random_scenario

RUNS = 5
PLAYS = 10_000
LEARN = 200_000
"""Plays that have time to learn what the analysis knows."""


def floor(story: Scenario, plays: int) -> int:
    """Return how many choices a bare loop over dicts makes in so many plays."""
    scenes = {
        scene.id: {"next": scene.next[0].to if scene.next else "", "options": [
            {"amount": sum(amount for _, amount in choice.capital), "next": choice.next[0].to} for choice in scene.choices
        ]}
        for scene in story.scenes.values()
    }  # fmt: skip
    luck = numbers(7)
    made = total = 0
    for _ in range(plays):
        here = story.start
        for _ in range(2_000):
            scene = scenes[here]
            options = scene["options"]
            if options:
                option = options[next(luck) % len(options)]  # type: ignore[arg-type]
                total += option["amount"]  # type: ignore[index,operator]
                here = option["next"]  # type: ignore[index,assignment]
                made += 1
            elif scene["next"]:
                here = scene["next"]  # type: ignore[assignment]
            else:
                break
    return made


def a_second(work: object) -> float:
    """Return choices a second, the median of some runs."""
    found = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        made = work()  # type: ignore[operator]
        found.append(made / (time.perf_counter() - begun))
    return statistics.median(found)


def speed() -> None:
    """Print choices a second of each shipped scenario and of a large one."""
    stories = [read(folder).scenario for folder in sorted(Path("scenarios").iterdir()) if (folder / "scenario.yaml").exists()]
    large = random_scenario(Random(1), scenes=400, options=4)
    for story, plays in [*((story, PLAYS) for story in stories if story), (large, 200)]:
        bare = a_second(lambda story=story, plays=plays: floor(story, plays))
        here = a_second(lambda story=story, plays=plays: at_random(story, plays, seed=7).moments)
        print(f"{story.id:<18} {len(story.scenes):>4} scenes {here:>9,.0f} choices/s; bare {bare:>11,.0f}; {bare / here:.1f} x the floor")


def learn() -> None:
    """Print what the analysis knows and what it takes, and what plays at random found of it."""
    for folder in sorted(Path("scenarios").iterdir()):
        story = read(folder).scenario if (folder / "scenario.yaml").exists() else None
        if story is not None:
            compared(story, story.id, LEARN)
    compared(random_scenario(Random(1), scenes=400, options=4), "generated, 400", 5_000)


def compared(story: Scenario, name: str, plays: int) -> None:
    """Print one line."""
    begun = time.perf_counter()
    found = analyse(story)
    taken = time.perf_counter() - begun
    begun = time.perf_counter()
    chances = at_random(story, plays, seed=7)
    played = time.perf_counter() - begun
    known = f"{found.worst.total}..{found.best.total}"
    if not found.exact:
        known += f" within {found.lowest}..{found.highest}"
    rare = [found.distribution.get(total, 0.0) for total in (found.worst.total, found.best.total)]
    wait = f"{1 / min(rare):,.0f} plays on average" if found.exact and min(rare) else "not to be said"
    met = (found.worst.total in chances.totals, found.best.total in chances.totals)
    print(
        f"{name:<18} {'exact' if found.exact else 'bounds'} {known} in {taken:.2f} s; "
        f"{plays:,} plays in {played:.1f} s found {min(chances.totals)}..{max(chances.totals)}"
        f" ({'both' if all(met) else 'one' if any(met) else 'neither'} of worst and best); to meet the rarer takes {wait}",
        flush=True,
    )


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["speed", "learn"]
    if "speed" in wanted:
        speed()
    if "learn" in wanted:
        learn()
