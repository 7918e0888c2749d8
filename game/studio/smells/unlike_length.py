"""CF604 unlike-length

What it finds   The longest choice of a moment is more than 1.35 times as long as the shortest.
Why it matters  Whoever reads lengths need not read words: the one that was written with most care is the longest, and players know it. Source: Haladyna, Downing & Rodriguez, "A review of multiple-choice item-writing guidelines", 2002.
Example         - {id: ask-after-her, say: "How is the garden? You had just moved the roses when we met."}
                - {id: ask-for-names, say: "Whom do you know who gives?"}
Instead         - {id: ask-after-her, say: "How is the garden? You had just moved the roses when we met."}
                - {id: ask-for-names, say: "Whom do you know who gives? You always knew how to find them."}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LIKE = 1.35
"""Longest to shortest: about where a difference in length is seen at a glance."""
PLAIN = 1.6
"""Where it is the first thing that is seen."""
SEEN = 12
"""Characters, two words: a smaller difference is not seen, whatever the ratio."""


def check(subject: Subject) -> Iterator[Finding]:
    for scene in subject.moments:
        longest = max(scene.choices, key=lambda choice: len(choice.text))
        shortest = min(scene.choices, key=lambda choice: len(choice.text))
        long, short = len(longest.text), len(shortest.text)
        if long > LIKE * short and long - short > SEEN:
            yield Finding(
                scene.id,
                f"`{longest.id}` ({long} characters) is {long / max(1, short):.2g} times as long as "
                f"`{shortest.id}` ({short}){', which is seen before a word is read' if long > PLAIN * short else ''}",
                f"bring all choices of the moment to about the same length, within {LIKE:g} times",
            )
