"""CF621 unpressed-principle

What it finds   A principle that three choices or more honour, and none breaks; or one that three or more break, and none honours.
Why it matters  A principle that nobody is tempted to break is praised and not practised. One that can only be broken is a trap.
Example         ongoing: honoured in five moments, broken in none
Instead         {id: after-the-vote, do: "Thank them when the count is in.", breaks: ongoing}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.story.vocabulary import PRINCIPLES
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject

OFTEN = 3
"""Choices from which a principle is a subject of the scenario, and not said by the way."""


def check(subject: Subject) -> Iterator[Finding]:
    honoured = Counter(choice.honours for choice in subject.honouring)
    broken = Counter(choice.breaks for choice in subject.breaking)
    calm = [f"{p} ({honoured[p]} times)" for p in PRINCIPLES if honoured[p] >= OFTEN and not broken[p]]
    lost = [f"{p} ({broken[p]} times)" for p in PRINCIPLES if broken[p] >= OFTEN and not honoured[p]]
    if calm:
        yield Finding(
            "", f"honoured and never broken: {listed(calm)}",
            "write the mistake that the principle warns of, where one would be tempted to make it",
        )
    if lost:
        yield Finding(
            "", f"broken and never honoured: {listed(lost)}",
            "write a choice that honours it, in a moment where it costs something",
        )
