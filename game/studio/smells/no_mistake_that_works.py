"""CF617 no-mistake-that-works

What it finds   In a scenario of eight moments or more, fewer than two mistakes seem to work: bring something at once, and cost more later.
Why it matters  That the smile comes first and the bill on Monday is what the game has to teach, and what no lecture can. Surprise is what corrects a belief held with confidence. Source: Fazio & Marsh, "Surprising feedback improves later memory", 2009.
Example         every mistake costs from the first moment
Instead         {id: mail-them-all, do: "Mail the whole directory.", breaks: met-is-not-network, capital: {marcus: +6}, later: {at: two-saturdays-on, capital: {leslie: -9}, because: "She was in the directory."}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject

LEAST = 2
"""In a scenario of full length: once is an accident, twice is a lesson."""


def check(subject: Subject) -> Iterator[Finding]:
    works = [c.id for c in subject.breaking if subject.worth[c.id].at_once > 0 > subject.worth[c.id].in_all]
    if subject.full_length and len(works) < LEAST:
        yield Finding(
            "",
            "no mistake seems to work at first" if not works else f"only one mistake seems to work at first: {listed(works)}",
            "let a mistake bring points at once (a third person is pleased, a printer is paid), and cost more in `later:`",
        )
