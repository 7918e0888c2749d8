"""CF608 best-is-only-question

What it finds   In more than 30 % of the moments the choice that brings most is the only question among them.
Why it matters  Where the lesson is "ask about them", the question mark becomes what the longest answer is elsewhere: nobody need read the rest.
Example         one kind question, and three statements about oneself
Instead         a second question that is a mistake: "And whom do you know there?"
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import asks_a_question
from game.studio.smells.best import told_by
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LIMIT = 0.30
"""Of the moments: about chance, for half of all moments have one question."""


def check(subject: Subject) -> Iterator[Finding]:
    yield from told_by(
        subject, LIMIT, "the only question",
        lambda scene, choice: [choice] == [other for other in scene.choices if asks_a_question(other.text)],
        "let a mistake ask something too, or let the best choice tell something",
    )
