"""CF612 one-sane-choice

What it finds   More than half of the moments have fewer than two choices that can be defended: that break nothing, and bring within four points of the best.
Why it matters  One obvious answer ends the talk. A room learns where it is split. Source: Crouch & Mazur, "Peer Instruction", American Journal of Physics 69(9), 2001.
Example         one kind choice (+6) and three blunders
Instead         "ask about her daughter" (+6, not-about-you) beside "tell your news and leave it" (+4, news-is-welcome)
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

NEAR = 4
"""Points: less than one good question brings, so that the two are worth arguing about."""
HALF = 0.50
"""Of the moments, that may have one sane choice or none."""


def check(subject: Subject) -> Iterator[Finding]:
    single = []
    for scene in subject.moments:
        best = max(subject.worth[choice.id].in_all for choice in scene.choices)
        sane = [c for c in scene.choices if not c.breaks and subject.worth[c.id].in_all >= best - NEAR]
        if len(sane) < 2:
            single.append((scene, sane))
    if len(single) <= HALF * len(subject.moments):
        return
    for scene, sane in single:
        yield Finding(
            scene.id,
            f"only `{sane[0].id}` can be defended here" if sane else "no choice can be defended here",
            f"give it a second good choice, within {NEAR} points, that serves another principle; half of the moments ought "
            "to have two",
        )
