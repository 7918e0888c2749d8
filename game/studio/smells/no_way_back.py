"""CF629 no-way-back

What it finds   In a scenario of eight moments or more: after the worst first choice the best that can still be reached lies below a score of 60, or above 90.
Why it matters  Below, the first mistake cannot be mended, and the player may as well stop. Above, it was free.
Example         a pounce in the first scene that closes every door
Instead         monday: "how bad is it?", then a short apology, then a coffee
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.exact import extreme
from game.story.playthrough import offered, start
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject
from game.studio.strategies import scored

LEAST, MOST = 60, 90
"""Score: a way back that is worth going, and is not free."""


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.full_length or subject.graph is None:
        return
    opening = start(subject.scenario)
    reached: dict[str, int] = {}
    for choice in offered(opening):
        best = extreme(subject.graph, max, first=choice)
        value = scored(best.total, subject.analysis) if best is not None else None
        if value is not None:
            reached[choice] = value
    if not reached:
        return
    worst = min(reached, key=lambda choice: reached[choice])
    if reached[worst] < LEAST:
        yield Finding(
            worst, f"who begins with `{worst}` can score {reached[worst]} at most (at least {LEAST} ought to be left)",
            "add a way back: a scene in which it can be owned, and something that is given back for it",
        )
    elif reached[worst] > MOST:
        yield Finding(
            opening.scene, f"whatever is chosen first, {reached[worst]} can still be scored: it costs hardly anything",
            "let the worst first choice cost more, at once or later",
        )
