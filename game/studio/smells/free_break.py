"""CF615 free-break

What it finds   A choice breaks a principle, and costs nothing in all: what it posts, at once and later, adds up to nothing or more, whether an ask is granted or refused. (To leave a promise unkept that another choice of the moment keeps is not free: the ending counts it.)
Why it matters  The player learns that the mistake is free. In life the bill comes, only later.
Example         {id: pounce, say: "Whose names can you give me?", breaks: time-and-place, capital: {marcus: +4}, next: monday}
Instead         add `later: {at: monday, capital: {leslie: -10}, because: "She told Priya."}`
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.model import Branch, Choice
from game.story.playthrough import worth
from game.story.vocabulary import PromiseId
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject, branches


def check(subject: Subject) -> Iterator[Finding]:
    prices = _prices(subject)
    for scene, choice in subject.choices:
        if not choice.breaks or any(prices.get(other.keeps, 0) < 0 for other in scene.choices if other.keeps != choice.keeps):
            continue
        sums = [_in_all(choice, branch) for branch in branches(choice) or (Branch(),)]
        if min(sums) >= 0:
            most = max(sums)
            yield Finding(
                choice.id, f"`{choice.id}` breaks `{choice.breaks}` and {f'brings {most} in all' if most else 'costs nothing'}",
                "let the bill come later: `later: {at: …, capital: {…: -10}, because: …}`",
            )


def _prices(subject: Subject) -> dict[PromiseId | None, int]:
    """Return what breaking a promise posts, in points, by promise; the dearest of several."""
    found: dict[PromiseId | None, int] = {}
    for _, choice in subject.choices:
        for given in (choice.promise, *(branch.promise for branch in branches(choice))):
            if given is not None:
                found[given.id] = min(found.get(given.id, 0), worth(given.broken))
    return found


def _in_all(choice: Choice, branch: Branch) -> int:
    """Return all that a choice posts with one outcome, in points; a promise counts as broken."""
    posted = worth(choice.capital) + worth(branch.capital)
    waiting = sum(worth(later.capital) for later in (*choice.later, *branch.later))
    promises = sum(worth(promise.broken) for promise in (choice.promise, branch.promise) if promise is not None)
    return posted + waiting + min(0, promises)
