"""CF613 no-temptation

What it finds   More than one moment in five in which no choice breaks a principle.
Why it matters  Where nothing can go wrong nothing is decided. Errors made with confidence are what training can correct. Source: Keith & Frese, "Effectiveness of error management training", Journal of Applied Psychology 93(1), 2008.
Example         three kind answers
Instead         two of them, and what a decent, tired person would say
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

CALM = 0.20
"""Of the moments, that need not tempt; one may always be calm."""


def check(subject: Subject) -> Iterator[Finding]:
    calm = [scene for scene in subject.moments if not any(choice.breaks for choice in scene.choices)]
    if len(calm) <= max(1, CALM * len(subject.moments)):
        return
    for scene in calm:
        yield Finding(
            scene.id, "no choice breaks a principle here, so there is nothing to be tempted by",
            "write the mistake first, as what a decent, tired person would do, and say what it `breaks`; four moments in five "
            "ought to have one",
        )
