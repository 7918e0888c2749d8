"""CF633 long-script

What it finds   A scene tells more than 110 words before it offers a choice; 130 in up to three scenes, the crux of the story. Counted is what nine in ten plays do not pass.
Why it matters  It does not fit on a page beside its choices, and a room has to wait for it.
Example         a page and a half of shop before Leslie turns around
Instead         three sentences of shop; the rest where it is needed
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.prose import words_in
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject, usual_most

MOST, MOST_OF_A_CRUX = 110, 130
"""Words on one page of the game, at the size of type that the back row needs."""
CRUXES = 3


def check(subject: Subject) -> Iterator[Finding]:
    counts: dict[str, list[int]] = {scene.id: [] for scene in subject.moments}
    for (where, told), times in subject.told.items():
        if where in counts:
            counts[where] += [words_in(told)] * times
    lengths = {scene: usual_most(found) for scene, found in counts.items() if found}
    for scene, length in lengths.items():
        if length > MOST_OF_A_CRUX:
            yield Finding(
                scene, f"the scene tells {length} words before its choices, more than {MOST_OF_A_CRUX}",
                "cut it, or part it in two scenes",
            )
    long = [scene for scene, length in lengths.items() if MOST < length <= MOST_OF_A_CRUX]
    if len(long) > CRUXES:
        yield Finding(
            "", f"{len(long)} scenes tell more than {MOST} words before their choices: {listed(long)}",
            f"keep that for {CRUXES} scenes, the crux of the story",
        )
