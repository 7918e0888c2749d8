"""CF626 number-of-endings

What it finds   One ending only; or in a scenario of eight moments or more, fewer than five or more than seven.
Why it matters  With one, nothing that was done shows at the end. With many, each is thin, and most players will see the same two.
Example         ending: {title: The end, letter: "It was over", tone: mixed} (and no other)
Instead         one where all is well, one with a loss that something is kept of, one that is empty with a door on the latch
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject

LEAST, MOST = 5, 7
LEAST_OF_A_SKETCH = 2


def check(subject: Subject) -> Iterator[Finding]:
    count = len(subject.analysis.endings)
    if count < LEAST_OF_A_SKETCH:
        yield Finding("", "all plays end alike: there is one ending", "add one for those who did well, or badly")
    elif subject.full_length and not LEAST <= count <= MOST:
        yield Finding(
            "", f"there are {count} endings, and {LEAST} to {MOST} are wanted",
            "tell more of them apart" if count < LEAST else "join those that differ only in words",
        )
