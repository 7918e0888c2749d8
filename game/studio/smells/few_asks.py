"""CF624 few-asks

What it finds   A scenario of eight moments or more with fewer than two asks that some play is granted.
Why it matters  Who is never granted anything learns not to ask; and people say yes more often than askers think. What the game teaches is what a yes is worth that was too awkward to withhold. Source: Flynn & Lake, "If you need help, just ask", Journal of Personality and Social Psychology 95(1), 2008.
Example         one ask, for forty, in the first scene
Instead         ask: {of: priya, cost: 15} (would you introduce me?, after three scenes with her)
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LEAST = 2
"""One may be luck; two can be compared."""


def check(subject: Subject) -> Iterator[Finding]:
    grantable = sum(subject.may_be_granted(choice) for _, choice in subject.choices)
    if subject.full_length and grantable < LEAST:
        yield Finding(
            "", f"{'no ask' if not grantable else 'only one ask'} can be granted in the whole scenario",
            "add something that may well be asked, of somebody who has been given something first",
        )
