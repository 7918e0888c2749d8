"""CF638 hard-to-read

What it finds   English that is harder to read than it need be: a reading ease (Flesch) below 75 in scripts and choices, below 65 in the columnist's notes, below 60 in one scene.
Why it matters  It is read at a glance, from the back row, often in a second language. Talk is easier than that: the three scenarios that come with the game lie above 90.
Example         The establishment of a relationship necessitates continuous communication.
Instead         You get to know people by talking to them, more than once.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import is_english, paragraphs, reaction_of, reading_ease, text_of, words
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

TALK, NOTES, SCENE = 75, 65, 60
"""Reading ease: 70 to 80 is fairly easy, 60 to 70 plain English (Flesch, "The art of readable writing", 1949)."""
ENOUGH = 30
"""Words, below which the figure hangs on a single name."""


def check(subject: Subject) -> Iterator[Finding]:
    talk, notes = [], []
    for scene in subject.scenario.scenes.values():
        parts = [text_of(paragraphs(scene.script))]
        for choice in scene.choices:
            parts += [choice.text, text_of(reaction_of(choice))]
            notes.append(choice.advice)
        text = "\n".join(part for part in parts if part)
        talk.append(text)
        if _judged(text) < SCENE:
            yield Finding(
                scene.id, f"the scene has a reading ease of {_judged(text):.0f}, below {SCENE}",
                "shorter sentences, and shorter words for the longest ones",
            )
    for what, text, least in (("scripts and choices", "\n".join(talk), TALK), ("notes", "\n".join(notes), NOTES)):
        if _judged(text) < least:
            yield Finding(
                "", f"the {what} have a reading ease of {_judged(text):.0f}, below {least}",
                "shorter sentences, and shorter words for the longest ones",
            )


def _judged(text: str) -> float:
    """Return the reading ease; 100 where it cannot be told, because the text is short or not English."""
    return reading_ease(text) if words(text) >= ENOUGH and is_english(text) else 100.0
