"""CF640 lecturing-note

What it finds   A note that lectures: should, always, remember, key takeaway, authentic, leverage, or an exclamation mark.
Why it matters  Feedback works the better the more it speaks of the deed, and the worse the more it preaches. Source: Shute, "Focus on formative feedback", Review of Educational Research 78(1), 2008.
Example         advice: "You should always remember that people are not a list!"
Instead         advice: "You met a person and treated her as a list."
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import has
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject

BANNED = ("should", "always", "remember", "key takeaway", "authentic", "leverage", "!")


def check(subject: Subject) -> Iterator[Finding]:
    for _, choice in subject.choices:
        found = [f"`{word}`" for word in BANNED if has(choice.advice, word)]
        if found:
            yield Finding(
                choice.id, f"the note lectures: {listed(found)}",
                "say what was done and what came of it, and leave the rest to the reader",
            )
