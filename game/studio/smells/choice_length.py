"""CF603 choice-length

What it finds   A choice has fewer than 25 or more than 120 characters.
Why it matters  Less is a label and not an answer that somebody would give; more is not read from the back row.
Example         {id: sorry, say: "Sorry."}
Instead         {id: sorry, say: "I said I would ring, and I did not. I am sorry."}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LEAST, MOST = 25, 120
"""Characters: a sentence, and two lines on the screen."""


def check(subject: Subject) -> Iterator[Finding]:
    for scene in subject.moments:
        for choice in scene.choices:
            length = len(choice.text)
            if length < LEAST:
                yield Finding(
                    choice.id, f"the choice has {length} characters, fewer than {LEAST}",
                    "write it as somebody would say or do it, in a sentence",
                )
            elif length > MOST:
                yield Finding(
                    choice.id, f"the choice has {length} characters, more than {MOST}",
                    "say one thing; what follows from it belongs into its `script`",
                )
