"""CF622 few-principles

What it finds   A scenario of eight moments or more that practises fewer than eight of the thirteen principles; below sixteen moments, fewer than one for every two moments.
Why it matters  What a player shows of himself in one scenario is read as mastery; it takes several principles to tell strengths from weaknesses.
Example         twelve moments, all about time-and-place
Instead         the same story, with a friend to be thanked and a newcomer to be hosted
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LEAST = 8
"""Of thirteen; in a scenario of fewer than sixteen moments, one for every two moments."""


def check(subject: Subject) -> Iterator[Finding]:
    used = {choice.principle for _, choice in subject.choices if choice.principle}
    wanted = min(LEAST, len(subject.moments) // 2)
    if subject.full_length and len(used) < wanted:
        yield Finding(
            "", f"{len(used)} principles are practised, and {len(subject.moments)} moments have room for {wanted}",
            "look through the thirteen for one that somebody in this story would be tempted to break",
        )
