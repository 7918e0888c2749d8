"""CF630 long-speech

What it finds   A line of somebody with more than 120 characters; or more than one line in ten with more than 90.
Why it matters  Ninety characters are two lines below a film, which is what is read in the time that somebody takes to say them. Nobody talks in paragraphs to a neighbour.
Example         leslie: I had thought about what you said in the shop, and the more I thought about it the less I knew what to make of it, Dana.
Instead         leslie: I thought about what you said in the shop.
                leslie: I did not know what to make of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed, too_often
from game.studio.smells.subject import Subject

LONG, TOO_LONG = 90, 120
"""Characters: two lines and nearly three lines of a subtitle."""
PART = 0.10
"""Of the lines, that may be long."""


def check(subject: Subject) -> Iterator[Finding]:
    speeches = subject.speeches
    for where, speech in speeches:
        if len(speech.text) > TOO_LONG:
            yield Finding(
                where, f"a line of `{speech.person}` has {len(speech.text)} characters, more than {TOO_LONG}: "
                f"“{speech.text[:40].rstrip()}…”",
                "part it in two, or leave half of it unsaid",
            )  # fmt: skip
    long = [where for where, speech in speeches if len(speech.text) > LONG]
    if too_often(len(long), len(speeches), PART):
        yield Finding(
            "", f"{len(long)} of {len(speeches)} lines have more than {LONG} characters: {listed(dict.fromkeys(long))}",
            "shorten some of them",
        )
