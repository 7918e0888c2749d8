"""CF610 unlike-tone

What it finds   Words that give a tone away (an exclamation mark, just, honestly, frankly, by the way, quick, since we're here) stand in far more of the choices that break a principle than of those that honour one, or the other way about.
Why it matters  A mistake that sounds like one tempts nobody.
Example         {id: pounce, say: "Just a quick one, since we're here!", breaks: time-and-place}
Instead         {id: pounce, say: "You could always raise money. Whom do I call?", breaks: time-and-place}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.story.model import Choice
from game.studio.prose import has
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed, percent
from game.studio.smells.subject import Subject

CUES = ("!", "just", "honestly", "frankly", "by the way", "quick", "since we're here")
APART = 0.15
"""How far the two rates may lie apart; 0 to 1."""
ENOUGH = 3
"""Choices with a cue, below which it is chance."""


def check(subject: Subject) -> Iterator[Finding]:
    groups = subject.breaking, subject.honouring
    cued = [[choice.id for choice in group if any(has(choice.text, cue) for cue in CUES)] for group in groups]
    rates = [_rate(telling, group) for telling, group in zip(cued, groups, strict=True)]
    if abs(rates[0] - rates[1]) > APART and sum(map(len, cued)) >= ENOUGH:
        which = 0 if rates[0] > rates[1] else 1
        yield Finding(
            "",
            f"`!`, just, honestly and the like stand in {percent(rates[0], 1)} % of the choices that break a principle and "
            f"in {percent(rates[1], 1)} % of those that honour one: {listed(cued[which])}",
            "take the word out of some, or give it to others",
        )


def _rate(telling: Sequence[str], group: Sequence[Choice]) -> float:
    return len(telling) / len(group) if group else 0.0
