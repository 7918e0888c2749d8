"""CF631 long-paragraph

What it finds   A paragraph that tells has more than 25 words.
Why it matters  A room reads it from the screen while somebody waits for an answer. One thing that is seen does more than four that are described.
Example         The shop is warm and smells of bread, and there are people from the school, some of whom you know by name and others only by their children.
Instead         The shop smells of bread. You know half the line by their children.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import words
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

MOST = 25
"""Words: two lines on the screen."""


def check(subject: Subject) -> Iterator[Finding]:
    for where, told in subject.narrations:
        count = words(told.text)
        if count > MOST:
            yield Finding(
                where, f"a paragraph has {count} words, more than {MOST}: “{told.text[:40].rstrip()}…”",
                "part it with a blank line, or keep the one thing that is seen",
            )
