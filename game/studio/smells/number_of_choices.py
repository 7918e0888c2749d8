"""CF611 number-of-choices

What it finds   A moment that offers more than four choices at once; or more than one moment in ten that never offers more than two.
Why it matters  Three live choices are as good as more, for the rest is not taken. Two are a coin. Source: Rodriguez, "Three options are optimal for multiple-choice items", Educational Measurement 24, 2005.
Example         six ways of saying hello
Instead         three, each with another belief behind it
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed, too_often
from game.studio.smells.subject import Subject

MOST = 4
"""Choices: what can be read aloud and remembered until the vote."""
PAIRS = 0.10
"""Of the moments, that may offer only two."""


def check(subject: Subject) -> Iterator[Finding]:
    most: dict[str, int] = {}
    for play in subject.plays:
        for moment, now in zip(play.state.moments, play.offered, strict=True):
            most[moment.scene] = max(most.get(moment.scene, 0), len(now))
    moments = [scene for scene in subject.moments if scene.id in most]
    for scene in moments:
        if most[scene.id] > MOST:
            yield Finding(
                scene.id, f"the moment offers {most[scene.id]} choices at once, more than {MOST}",
                "cut those that nobody takes, or let a `when:` choose among them",
            )
    pairs = [scene.id for scene in moments if most[scene.id] == 2]
    if too_often(len(pairs), len(moments), PAIRS):
        yield Finding(
            "", f"{len(pairs)} of {len(moments)} moments offer only two choices: {listed(pairs)}",
            "add a third that somebody would take: a milder mistake, or another good deed",
        )
