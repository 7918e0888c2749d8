"""CF643 cut-length

What it finds   In a scenario of eight moments or more, the cut for a room has fewer than six moments or more than nine.
Why it matters  About seven moments, voted on, talked about and voted on again, are forty minutes: a lesson. With more the last ones, for which it was all written, are rushed.
Example         cut: {minutes: 30, moments: [in-line, monday], …}
Instead         the crux scenes, and bridges over what lies between
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LEAST, MOST = 6, 9
"""Moments."""


def check(subject: Subject) -> Iterator[Finding]:
    shorter = subject.scenario.cut
    if shorter is not None and subject.full_length and not LEAST <= len(shorter.moments) <= MOST:
        yield Finding(
            "", f"the cut has {len(shorter.moments)} moments, and about seven are wanted ({LEAST} to {MOST})",
            "take out those in which nothing is decided" if len(shorter.moments) > MOST else "let the room decide more",
        )
