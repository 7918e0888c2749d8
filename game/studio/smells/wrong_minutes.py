"""CF637 wrong-minutes

What it finds   The scenario declares `minutes` that lie more than a quarter (and more than two minutes) from what a play takes: words to read, at 200 a minute, and twelve seconds a choice. For the cut: 150 words a minute, and five minutes a moment.
Why it matters  A workshop is planned by it.
Example         minutes: 5 (for three thousand words)
Instead         minutes: 16
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from game.story.cut import cut
from game.studio.prose import ALONE, ALOUD
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

APART = 0.25
"""Of what a play takes: about how far readers differ."""
SLACK = 2
"""Minutes, by which nobody's plan fails."""
CHOOSING, VOTING = 12, 300
"""Seconds: to choose alone; in a room, two votes of ninety seconds and two minutes of talk between them."""


def check(subject: Subject) -> Iterator[Finding]:
    yield from _judged(subject, "minutes", ALONE, CHOOSING)
    if subject.scenario.cut is not None and not subject.stop():
        yield from _judged(replace(subject, scenario=cut(subject.scenario)), "minutes of the cut", ALOUD, VOTING)


def _judged(subject: Subject, what: str, words_a_minute: int, seconds: int) -> Iterator[Finding]:
    if not subject.plays:
        return
    taken = median(
        (sum(count for _, count in play.read()) + play.last_words) / words_a_minute
        + seconds / 60 * len(play.state.moments)
        for play in subject.plays
    )
    declared = subject.scenario.minutes
    if abs(declared - taken) > max(SLACK, APART * taken):
        yield Finding(
            "", f"the {what} are declared as {declared}, and a play takes about {round(taken)}",
            f"write {max(1, round(taken))}, or {'cut' if taken > declared else 'add'} something",
        )
