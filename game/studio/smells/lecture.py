"""CF641 lecture

What it finds   Somebody in the story speaks like a handbook: network, relationship, mutual, opportunity, favour bank, capital.
Why it matters  Who is in a story argues less than who is told something. If a line could be printed on a mug, give it to the columnist, or cut it. Source: Green & Brock, "The role of transportation in the persuasiveness of public narratives", 2000.
Example         leslie: A relationship has to be mutual, Dana.
Instead         leslie: You know where I work. Do I know where you live?
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import has
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject

HANDBOOK = (
    "network", "networks", "networking", "relationship", "relationships", "mutual", "opportunity", "opportunities",
    "favour bank", "favor bank", "capital",
)  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    said = [(where, speech.text) for where, speech in subject.speeches]
    said += [(choice.id, choice.text) for _, choice in subject.choices if choice.spoken]
    for where, text in said:
        found = [f"`{word}`" for word in HANDBOOK if has(text, word)]
        if found:
            yield Finding(
                where, f"somebody speaks like a handbook: {listed(found)}, in “{text[:40].rstrip()}{'…' if len(text) > 40 else ''}”",
                "let it be said in things: a name, a chair, a letter that was answered",
            )
