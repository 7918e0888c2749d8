"""CF609 best-is-most-you

What it finds   In more than 60 % of the moments the choice that brings most has the largest share of you, your and the like.
Why it matters  "It is not about you" is learned as "say you". Flattery says it too, and so does every pounce.
Example         "And you, what do you do?" beside "I am running." and "I have news."
Instead         "You always knew whom to ring. Would you ring them?" as the mistake beside it
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import you_share
from game.studio.smells.best import told_by
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LIMIT = 0.60
"""Of the moments: well above chance, for good answers do speak of the other."""


def check(subject: Subject) -> Iterator[Finding]:
    yield from told_by(
        subject, LIMIT, "the one with most of you and your",
        lambda scene, choice: you_share(choice.text) == max(you_share(other.text) for other in scene.choices) > 0,
        "let mistakes speak to the other person too: flattery and pouncing both do",
    )
