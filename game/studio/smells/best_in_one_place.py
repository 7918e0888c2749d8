"""CF607 best-in-one-place

What it finds   The choice that brings most stands first (or last, or between) in more than 45 % of the moments as written, or in twelve moments or more nearly never does, or in eight or more stands in the same place three times running.
Why it matters  Writers hide the key in the middle, and players look for it there, up to three or four times as often as by chance. A room sees the choices as they are written; alone they are shuffled. Source: Attali & Bar-Hillel, "Guess where", Journal of Educational Measurement 40(2), 2003.
Example         the best choice first in every scene, because it was written first
Instead         the order of an alphabet, or of a die
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed, percent, too_often
from game.studio.smells.subject import FULL_LENGTH, Subject

LEAST, MOST = 0.20, 0.45
"""Of the moments, for each of the three places."""
LONG = 12
"""Moments from which a place that is nearly never right is no chance any more."""
RUNNING = 3
"""Times running that are felt as a habit."""
PLACES = ("first", "between", "last")


def check(subject: Subject) -> Iterator[Finding]:
    shares = dict.fromkeys(PLACES, 0.0)
    running: list[str] = []
    before = ""
    runs: list[list[str]] = []
    for scene in subject.contested:
        best = subject.best(scene)
        places = [_place(scene.choices.index(choice), len(scene.choices)) for choice in best]
        for place in places:
            shares[place] += 1 / len(best)
        here = places[0] if len(set(places)) == 1 else ""
        running = [*running, scene.id] if here and here == before else [scene.id]
        before = here
        if len(running) == RUNNING:
            runs.append(running)
    of = len(subject.contested)
    for place, count in shares.items():
        if too_often(count, of, MOST):
            yield Finding(
                "", f"the best choice stands {place} in {percent(count, of)} % of {of} moments (at most {percent(MOST, 1)} %)",
                "change the order of the choices in some of them",
            )
        elif of >= LONG and count < LEAST * of:
            yield Finding(
                "", f"the best choice stands {place} in only {percent(count, of)} % of {of} moments (at least {percent(LEAST, 1)} %)",
                "change the order of the choices in some of them",
            )
    for run in runs if of >= FULL_LENGTH else ():
        yield Finding(
            run[-1], f"the best choice stands in the same place three times running: in {listed(run)}",
            "change the order of the choices in one of the three",
        )


def _place(at: int, of: int) -> str:
    return PLACES[0] if at == 0 else PLACES[2] if at == of - 1 else PLACES[1]
