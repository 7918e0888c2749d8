"""Read and check a generated scenario of 2,000 scenes and 2 MB; as a ratio to libyaml's bare events in the same run.

    uv run python benchmarks/read_large.py

Goal: at most 3 times the floor, with every rule of `check`, which is `for event in yaml.parse(text, Loader=yaml.CSafeLoader): pass`.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from game.authoring import read

SCENES = 2000
ROUNDS = 5
GOAL = 3.0

HEAD = """coffee_first: 1
title: The long year
summary: You have a year, and everybody in town is in it.
minutes: 600
you: {name: Dana Whitfield, role: a candidate, wants: to be known}
people:
  leslie: {name: Leslie Brandt, role: a neighbour, capital: 8}
  marcus: {name: Marcus Oyelaran, role: your treasurer, capital: 20}
  priya: {name: Priya Raman, role: on the school board, capital: 45}
start: day-0
scenes:
"""
SCENE = """  day-{n}:
    place: bakery
    time: "Saturday, 9:{minute}"
    next: day-{near}
    script: |
      Eleven people stand between you and the rolls. You have counted twice.

      leslie (warm): It starts at ten, and it is the bread that makes us late.
      marcus (brisk): Twenty-six minutes. How many names?
    choices:
      - id: ask-{n}
        say: "Third grade, both of them. And is it the library now?"
        script: |
          leslie (pleased): Third floor. I smell of paste by nine.
        capital: {{leslie: +5}}
        honours: not-about-you
        advice: "You gave her back a memory before you gave her your news."
        letter: "I asked about her daughter on day {n}"
      - id: pounce-{n}
        say: "It is, and it's the money. Whom ought I to be calling?"
        when: leslie >= {n} or not chose.ask-{n}
        breaks: time-and-place
        later: {{at: day-{later}, capital: {{leslie: -12}}, because: "She told Priya about it."}}
        instead: "Thank you. That has made my morning."
        advice: "You asked for what only an ally can give."
        letter: "I asked her for five people on day {n}"
"""
END = """  day-{n}:
    place: bakery
    script: |
      {filler}
    ending: {{title: A year, letter: "It was a year", tone: mixed}}
"""


def text_of(scenes: int) -> str:
    """Return a valid scenario of that many scenes, about a kilobyte each."""
    last = scenes - 1
    parts = [HEAD]
    for n in range(last):
        parts.append(SCENE.format(n=n, minute=10 + n % 50, near=min(n + 1, last), later=min(n + 9, last)))
    parts.append(END.format(n=last, filler="The year is over."))
    return "".join(parts)


def bare(text: str) -> None:
    """Do what the floor does: have libyaml make its events into Python objects, and throw each away."""
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call: others may be at work on the machine."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print the medians and the ratio; returns 1 where it is above the goal."""
    text = text_of(SCENES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(text, encoding="utf-8")
        reading = read(path)
        assert reading.scenario is not None and len(reading.scenario.scenes) == SCENES, reading.diagnostics[:3]
        floor, whole = [], []
        for _ in range(ROUNDS):
            floor.append(seconds(lambda: bare(text)))
            whole.append(seconds(lambda: read(path)))
    bottom, top = (statistics.median(times) for times in (floor, whole))
    ratio = top / bottom
    print(f"{SCENES} scenes, {len(text) / 1e6:.2f} MB, medians of {ROUNDS}")
    print(f"bare events      {bottom * 1000:7.1f} ms  1.00")
    print(f"read and checked {top * 1000:7.1f} ms  {ratio:.2f}  (goal {GOAL})")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())
