"""CF632 monologue

What it finds   Somebody says more than three lines running.
Why it matters  People stop to see how it was taken. So may the player.
Example         marcus: …  (four times, one below the other)
Instead         marcus: …
                He turns the sheet around.
                marcus: …
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.model import Speech
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

MOST = 3
"""Lines."""
SELDOM = 0.01
"""Of the plays: what is told less often is not looked for, or the seed would decide."""


def check(subject: Subject) -> Iterator[Finding]:
    found: dict[tuple[str, str], int] = {}
    alone = {(where, part.paragraphs): len(subject.plays) for where, script in subject.scripts for part in script}
    for (where, told), times in (subject.told | alone).items():
        if times < SELDOM * len(subject.plays):
            continue
        who, count = "", 0
        for paragraph in told:
            speaker = paragraph.person if isinstance(paragraph, Speech) else ""
            count = count + 1 if speaker and speaker == who else 1
            who = speaker
            if who and count > MOST:
                found[where, who] = max(count, found.get((where, who), 0))
    for (where, who), count in found.items():
        yield Finding(
            where, f"`{who}` says {count} lines running, more than {MOST}",
            "let something be seen between them, or somebody else speak",
        )
