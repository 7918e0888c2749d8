"""CF635 silent-person

What it finds   Somebody with an account who never says a word; in a scenario of eight moments or more, who speaks fewer than three times.
Why it matters  Who exists only to be won is a till. Three lines are enough for an afternoon of one's own.
Example         marcus: {name: Marcus, role: your treasurer, capital: 20} (and not a line of his)
Instead         marcus (tired): How many names?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject

LEAST, LEAST_OF_A_SKETCH = 3, 1
"""Lines."""


def check(subject: Subject) -> Iterator[Finding]:
    spoken = Counter(speech.person for _, speech in subject.speeches)
    least = LEAST if subject.full_length else LEAST_OF_A_SKETCH
    quiet = [person.short for person in subject.scenario.accounts if spoken[person.id] < least]
    if quiet:
        yield Finding(
            "", f"{listed(quiet)} {'never speak' if least == 1 else f'speak fewer than {least} times'}"
            if len(quiet) > 1 else f"{quiet[0]} {'never speaks' if least == 1 else f'speaks fewer than {least} times'}",
            "give them lines in which they want something that is not the player",
        )  # fmt: skip
