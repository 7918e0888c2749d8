"""CF602 random-median

What it finds   In a scenario of five moments or more, half of those who answer at random score more than 55, or half score less than 35.
Why it matters  Where chance does well, thinking does not show. Where it does badly, the first honest mistake sinks a player, and nobody looks for the way back.
Example         four choices, of which three bring +5
Instead         four choices: one +6, one +3, one 0 with a bill later, one -4
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import SKETCH, Subject
from game.studio.strategies import scored

LEAST, MOST = 35, 55
"""Score of the median: about the middle, a little below rather than above, so that there is room to be better."""


def check(subject: Subject) -> Iterator[Finding]:
    if len(subject.moments) < SKETCH:
        return
    reached = 0.0
    for total, chance in subject.analysis.distribution.items():
        reached += chance
        if reached >= 0.5 - 1e-9:
            median = scored(total, subject.analysis)
            if median is not None and not LEAST <= median <= MOST:
                yield Finding(
                    "",
                    f"half of those who answer at random score {median} or {'more' if median > MOST else 'less'}, "
                    f"which ought to be {LEAST} to {MOST}",
                    "let more mistakes cost, or cost more" if median > MOST else "let more choices bring something",
                )
            return
