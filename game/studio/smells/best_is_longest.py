"""CF605 best-is-longest

What it finds   In more than 40 % of the moments the choice that brings most in all is also the longest to read.
Why it matters  By chance it is one in three or four. It is the best known tell of careless items. Source: Haladyna, Downing & Rodriguez, 2002.
Example         the kind choice says why, where and how; the others say what
Instead         a mistake that explains itself, as people do: "I ask only because the printer wants his money by Tuesday."
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
        subject, LIMIT, "the longest",
        lambda scene, choice: len(choice.text) == max(len(other.text) for other in scene.choices),
        "write some mistakes longer than the best choice beside them",
    )
