"""CF601 careless-strategy

What it finds   Somebody who never thinks, and only takes the longest choice, or the first, or whatever pleases at once, scores more than 65. (More than 85 in a play of three or four moments, where luck does much; in fewer it is all luck.)
Why it matters  Players find such a rule within three scenes, and from then on practise the rule and not the subject. It is one test for all tells that nobody noticed.
Example         - {id: ask-after-her, say: "How is the garden? You had just moved the roses when we met."}
                - {id: ask-for-names, say: "Whom do you know?"}
Instead         - {id: ask-after-her, say: "How are the roses?"}
                - {id: ask-for-names, say: "Whom do you know who gives?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import WHOLE, listed
from game.studio.smells.subject import SKETCH, Subject

WON = 65
"""A score above which a rule pays: random play has its median near 50, and a player who thinks ought to beat both."""
WON_SHORT = 85
"""In a play of few moments, where luck does much."""


def check(subject: Subject) -> Iterator[Finding]:
    won = [
        tried
        for tried in subject.tried
        if tried.score is not None
        and len(tried.choices) >= WHOLE
        and tried.score > (WON if len(tried.choices) >= SKETCH else WON_SHORT)
    ]
    if won:
        yield Finding(
            "",
            f"who {won[0].says} scores {won[0].score}, and need not think"
            + (f"; so do {listed(f'`{tried.strategy}` ({tried.score})' for tried in won[1:])}" if won[1:] else ""),
            "see in the play of that strategy which answers gave it the points, and change their length, their order or "
            "when they cost",
        )
