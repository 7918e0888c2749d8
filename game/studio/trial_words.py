"""A trial that failed, in words: what was expected and what is, one below the other, and the way that leads there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from game.authoring.safe_text import printable
from game.studio.coverage import Coverage
from game.studio.trials import Result, Trial

WIDTH = 100
"""Columns; a way is broken into lines of that length, an expectation never is."""


def details(trial: Trial) -> list[str]:
    """Return what is to be said of a trial that did not pass, line by line; nothing of one that did."""
    return [printable(line) for line in _details(trial)]


def _details(trial: Trial) -> Iterator[str]:
    if trial.passed:
        return
    width = max((len(one.what) for one in trial.differences), default=0)
    for one in trial.differences:
        yield f"{one.what.ljust(width)}  expected  {one.expected}"
        yield f"{' ' * width}  is        {one.actual}"
    if trial.contract:
        yield trial.why
    if trial.steps:
        yield from _way(trial)


def _way(trial: Trial) -> Iterator[str]:
    begin = "the way there: " if trial.contract else "the way it went: "
    steps = [f"{scene}\u00a0→\u00a0{choice}" for scene, choice in trial.steps]
    wrapped = textwrap.wrap(", ".join([*steps, trial.stands]), WIDTH, initial_indent=begin, subsequent_indent="  ", break_on_hyphens=False, break_long_words=False)
    yield from (line.replace("\u00a0", " ") for line in wrapped)


def sign(trial: Trial) -> str:
    """Return the word that stands before a trial's name: ok, FAILED, BROKEN or UNKNOWN."""
    if trial.passed:
        return "ok"
    if trial.result is Result.UNDECIDED:
        return "UNKNOWN"
    return "BROKEN" if trial.contract else "FAILED"


def summary(trials: list[Trial]) -> str:
    """Return how many tests passed and how many contracts hold, in a line."""
    tests = [trial for trial in trials if not trial.contract]
    contracts = [trial for trial in trials if trial.contract]
    parts = []
    if tests:
        failed = sum(not trial.passed for trial in tests)
        parts.append(f"{_many(len(tests), 'test')}: {len(tests) - failed} passed, {failed} failed")
    if contracts:
        count = {result: sum(trial.result is result for trial in contracts) for result in Result}
        unknown = f", {count[Result.UNDECIDED]} not decided" if count[Result.UNDECIDED] else ""
        parts.append(f"{_many(len(contracts), 'contract')}: {count[Result.PASSED]} hold, {count[Result.FAILED]} broken{unknown}")
    return "; ".join(parts)


def _many(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def coverage_lines(found: Coverage, file: Path) -> list[str]:
    """Return what the tests touch of a scenario, and where in its file stands what they do not."""
    counts = ", ".join(f"{thing.value}s {touched} of {there}" for thing, touched, there in found.counts)
    lines = [f"coverage: {found.percent} % ({counts})"]
    lines += ["no test touches:"] if found.untouched else []
    lines += [f"  {file}:{spot.line}: {spot.thing.value} {spot.name}" for spot in found.untouched]
    return [printable(line) for line in lines]


def plain(trial: Trial) -> dict[str, object]:
    """Return a trial as plain data, ready for JSON."""
    found: dict[str, object] = {
        "contract" if trial.contract else "it": trial.name, "file": str(trial.file), "line": trial.line,
        "result": trial.result.value,
    }
    if trial.contract:
        found["why"] = trial.why
    else:
        found["differences"] = [{"what": one.what, "expected": one.expected, "actual": one.actual} for one in trial.differences]
    return found | {"path": [{"scene": scene, "choice": choice} for scene, choice in trial.steps], "stands": trial.stands}


def plain_coverage(found: Coverage) -> dict[str, object]:
    """Return a coverage as plain data, ready for JSON."""
    return {
        "percent": found.percent,
        "counts": {thing.value: {"touched": touched, "all": there} for thing, touched, there in found.counts},
        "untouched": [{"kind": spot.thing.value, "name": spot.name, "line": spot.line} for spot in found.untouched],
    }
