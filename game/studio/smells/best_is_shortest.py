"""CF606 best-is-shortest

What it finds   In more than 40 % of the moments the choice that brings most in all is also the shortest to read.
Why it matters  By chance it is one in three or four. Who has learned that the longest is a trap will try the shortest next.
Example         the kind choice is always the one short, wise sentence
Instead         now and then a short mistake: "I would have to ask you a favour."
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.best import told_by
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LIMIT = 0.40
"""Of the moments; chance is 25 to 33 %."""


def check(subject: Subject) -> Iterator[Finding]:
    yield from told_by(
        subject, LIMIT, "the shortest",
        lambda scene, choice: len(choice.text) == min(len(other.text) for other in scene.choices),
        "write some mistakes shorter than the best choice beside them",
    )
