"""CF627 ending-share

What it finds   An ending that fewer than 1 in 100 plays at random reach; or, of four or more, one that more than 45 reach.
Why it matters  What nobody finds was written for nobody. What half of all reach is taken for the only one.
Example         next: [{when: leslie >= 60 and marcus >= 60 and not asked, to: e-all}, {to: e-else}]
Instead         next: [{when: leslie >= 45 and not asked, to: e-all}, {when: leslie >= 20, to: e-some}, {to: e-else}]
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, log, sqrt

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LEAST, MOST = 0.01, 0.45
"""Of plays at random."""
SEVERAL = 4
"""Endings from which one may be asked to stay below 45 %."""


def check(subject: Subject) -> Iterator[Finding]:
    endings = subject.analysis.endings
    plays = inf if subject.analysis.endings_exact else log(40) / (2 * subject.analysis.error**2)  # by which error is told
    for ending, reached in endings.items():
        if ending not in subject.analysis.scenes:
            continue  # said as unreachable, which is worse
        share = 100 * reached.probability
        unsure = 2 * sqrt(reached.probability * (1 - reached.probability) / plays)
        if reached.probability + unsure < LEAST:
            yield Finding(
                ending, f"`{ending}` is reached by {share:.2g} in 100 plays at random, fewer than one",
                "lower what its `when:` asks for",
            )
        elif len(endings) >= SEVERAL and reached.probability - unsure > MOST:
            yield Finding(
                ending, f"`{ending}` is reached by {share:.0f} in 100 plays at random, more than {100 * MOST:.0f}",
                "let the ways to the other endings ask for less, or part this one in two",
            )
