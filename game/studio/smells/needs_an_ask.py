"""CF628 needs-an-ask

What it finds   In a scenario of eight moments or more, the best play that never asks for anything scores less than 90.
Why it matters  An ask spends; an offer is free. If only asking wins, the game teaches what it warns of: capital is there to be spent as soon as it is held.
Example         granted: {capital: {leslie: +30}}
Instead         granted: {later: {at: the-thanks, capital: {leslie: +9}, because: "You told her how it went."}}
                and somewhere an offer that comes unasked
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.exact import extreme
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject
from game.studio.strategies import scored

LEAST = 90
"""Score of the best play without an ask: as good as winning, so that an ask is a choice and no toll."""


def check(subject: Subject) -> Iterator[Finding]:
    asking = {choice.id for _, choice in subject.choices if choice.ask}
    if not asking or not subject.full_length or subject.graph is None:
        return
    best = extreme(subject.graph, max, allowed=lambda choice: choice not in asking)
    if best is None:
        yield Finding("", "no play comes to an ending without asking for something", "add a choice that asks for nothing")
        return
    reached = scored(best.total, subject.analysis)
    if reached is not None and reached < LEAST:
        yield Finding(
            "", f"the best play that never asks scores {reached} (at least {LEAST})",
            "let granted asks give back less, or let somebody offer something to who never asked",
        )
