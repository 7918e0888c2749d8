"""States, seconds and memory of the analysis, as a ratio to a bare loop over as many states in the same run.

    python benchmarks/analysis.py [SCENARIO…]

The floor fills a dict with as many keys of the kind (a tuple of a number, a number and a tuple) and adds up a number
for each of four edges: what no analysis in plain Python that visits so many states can go below.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.read_large import text_of
from game.authoring import read, read_text
from game.story.analysis import analyse
from game.story.errors import NoEndingReached
from game.story.model import Scenario
from tests.builders import random_scenario

RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return the median of the seconds that some work takes."""
    taken = []
    for _ in range(RUNS):
        gc.collect()
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def floor(states: int) -> int:
    """Return the sum of a number for each of four edges of each state."""
    known: dict[tuple[int, int, tuple[int, int]], int] = {}
    found = 0
    for state in range(states):
        known[(state & 31, state, (state >> 5, 7))] = state
        for edge in range(4):
            found += known[(state & 31, state, (state >> 5, 7))] + edge
    return found


def report(name: str, story: Scenario) -> None:
    """Print one line of the table."""
    try:
        analysis = analyse(story)
    except NoEndingReached:
        return
    taken, least = seconds(lambda: analyse(story)), seconds(lambda: floor(analysis.states))
    tracemalloc.start()
    analyse(story)
    memory = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    print(
        f"{name:<28} {len(story.scenes):>4} scenes {analysis.states:>8} states {'exact' if analysis.exact else 'rough'}"
        f" {taken:>7.3f} s {memory:>6.1f} MB {taken / least:>7.1f} x the floor"
        + ("" if analysis.exact else f", {analysis.worst.total} to {analysis.best.total} found between {analysis.lowest} and {analysis.highest}"),
        flush=True,
    )


def main(paths: list[str]) -> None:
    """Print the table."""
    for path in paths or sorted(str(folder) for folder in Path("scenarios").iterdir()):
        story = read(Path(path)).scenario
        if story is not None:
            report(path, story)
    for scenes in (15, 40):
        for seed in range(3):
            report(f"generated, seed {seed}", random_scenario(Random(seed), scenes=scenes, options=4))
    long = read_text(text_of(400), file=Path("long.yaml")).scenario
    assert long is not None
    report("400, one after the other", long)
    report("400, leading back and forth", random_scenario(Random(1), scenes=400, options=4))


if __name__ == "__main__":
    main(sys.argv[1:])
