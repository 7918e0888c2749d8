"""CF618 no-delay

What it finds   In a scenario of five moments or more, less than 35 % of all the points that can be lost come to light later, at least one scene after the next.
Why it matters  The damage is often silent: a smile, a wave, an empty chair. A scenario that bills at once teaches the wrong thing about people.
Example         capital: {leslie: -12}
Instead         capital: {leslie: -2}
                later: {at: two-saturdays-on, capital: {leslie: -10}, because: "She remembered something in her car."}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.model import Branch, Choice
from game.story.playthrough import worth
from game.story.vocabulary import Amounts, SceneId
from game.studio.smells.finding import Finding
from game.studio.smells.shares import percent
from game.studio.smells.subject import SKETCH, Subject, branches

LEAST = 0.35
"""Of all negative points as written."""
ENOUGH = 4
"""Choices that lose something, below which a share says nothing."""


def check(subject: Subject) -> Iterator[Finding]:
    at_once = late = losing = 0
    for _, choice in subject.choices:
        now, later = _losses(choice)
        at_once, late, losing = at_once + now, late + later, losing + (now + later > 0)
    if losing >= ENOUGH and len(subject.moments) >= SKETCH and late < LEAST * (at_once + late):
        yield Finding(
            "",
            f"{percent(late, at_once + late)} % of the points that can be lost come to light later (at least "
            f"{percent(LEAST, 1)} %)",
            "move losses into `later:`, two scenes on or more",
        )


def _losses(choice: Choice) -> tuple[int, int]:
    """Return the points that a choice can lose by the next scene, and later."""
    own = Branch(capital=choice.capital, later=choice.later, promise=choice.promise)
    next_scenes = _straight_on(choice)
    now = late = 0
    for part in (own, *branches(choice)):
        now += _lost(part.capital) + sum(_lost(later.capital) for later in part.later if later.at in next_scenes)
        late += sum(_lost(later.capital) for later in part.later if later.at not in next_scenes)
        late += max(0, -worth(part.promise.broken)) if part.promise is not None else 0
    return now, late


def _lost(amounts: Amounts) -> int:
    return sum(-amount for _, amount in amounts if amount < 0)


def _straight_on(choice: Choice) -> set[SceneId]:
    return {way.to for ways in (choice.next, *(branch.next for branch in branches(choice))) for way in ways}
