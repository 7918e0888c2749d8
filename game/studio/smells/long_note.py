"""CF639 long-note

What it finds   A note (`advice`) of more than 30 words or more than two sentences.
Why it matters  It stands in a margin beside what has just been felt, and gets one glance.
Example         advice: "You asked. She was kind. But it was not the time. Nor was it the place."
Instead         advice: "You asked in the middle of a tuba. She was too kind to say so."
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import sentences, words
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

WORDS, SENTENCES = 30, 2


def check(subject: Subject) -> Iterator[Finding]:
    for _, choice in subject.choices:
        count, told = words(choice.advice), sentences(choice.advice)
        if count > WORDS or told > SENTENCES:
            yield Finding(
                choice.id, f"the note has {count} words in {told} sentence{'' if told == 1 else 's'}, and {WORDS} in {SENTENCES} are its measure",
                "keep the dry half of it",
            )
