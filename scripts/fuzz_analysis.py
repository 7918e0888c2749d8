"""Compares the analysis with every single play of N random scenarios: `python scripts/fuzz_analysis.py 20000`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.story.analysis import analyse
from game.story.bounds import outer_bounds
from game.story.errors import NoEndingReached
from game.story.samples import sampled
from game.story.shape import shape_of
from tests.builders import BruteForce, TooManyPlays, random_scenario
from tests.story.exactness import differences, wrong_bounds


def main(count: int, first: int = 0) -> int:
    """Return 0 if every figure was right."""
    started = time.perf_counter()
    tried = too_many = endless = states = plays = wrong = 0
    for seed in range(first, first + count):
        luck = Random(seed)
        story = random_scenario(luck, scenes=luck.randint(2, 8), options=luck.randint(2, 4))
        try:
            brute = BruteForce(story, at_most=4000)
        except TooManyPlays:
            too_many += 1
            continue
        try:
            analysis = analyse(story)
        except NoEndingReached:
            endless += 1
            wrong += bool(brute.plays)
            continue
        tried += 1
        states += analysis.states
        plays += len(brute.plays)
        faults = list(differences(analysis, brute))
        shape = shape_of(story)
        for budget in (10_000, 1):
            outer = outer_bounds(shape, budget=budget, stop=lambda: False)
            rough = sampled(shape, outer=outer, looked_at=0, seed=seed, stop=lambda: False, plays=20)
            faults += wrong_bounds(rough, brute)
        if faults:
            wrong += 1
            print(f"seed {seed}: {'; '.join(faults)}")
    print(
        f"{tried} scenarios compared, {wrong} wrong; {plays} plays by hand, {states} states; "
        f"{too_many} left out for too many plays, {endless} without an ending; {time.perf_counter() - started:.0f} s"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
