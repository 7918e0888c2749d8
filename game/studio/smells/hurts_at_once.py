"""CF616 hurts-at-once

What it finds   More than 70 % of the choices that break a principle hurt at once: they lose more than two points there and then, and please nobody.
Why it matters  If the mistake hurt at once, nobody would make it. What is learned is to read faces for the loss, and not to see it coming.
Example         {id: pounce, say: "Whom do I call?", breaks: time-and-place, capital: {leslie: -10}, next: monday}
Instead         {id: pounce, say: "Whom do I call?", breaks: time-and-place, capital: {leslie: -2}, later: {at: monday, capital: {leslie: -9}, because: "She told Priya."}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.model import Choice
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed, too_often
from game.studio.smells.subject import Subject, branches

LIMIT = 0.70
"""Of the breaking choices; the others tempt."""
MILD = 2
"""Points of loss at once that nobody would call a loss."""


def check(subject: Subject) -> Iterator[Finding]:
    hurting = [choice.id for choice in subject.breaking if not _tempts(subject, choice)]
    if too_often(len(hurting), len(subject.breaking), LIMIT):
        yield Finding(
            "", f"{len(hurting)} of {len(subject.breaking)} mistakes hurt at once, and tempt nobody: {listed(hurting)}",
            "move a part of the loss into `later:`, or let the mistake please somebody first",
        )


def _tempts(subject: Subject, choice: Choice) -> bool:
    pleases = any(amount > 0 for amounts in (choice.capital, *(b.capital for b in branches(choice))) for _, amount in amounts)
    return pleases or subject.may_be_granted(choice) or subject.worth[choice.id].at_once >= -MILD
