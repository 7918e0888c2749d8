"""CF636 long-moment

What it finds   All that is read in one moment (script, choices, reaction and note) has more than 240 words; or more than three moments have over 180. Counted is what nine in ten plays do not pass.
Why it matters  A moment is one breath: two minutes alone, three in a room with a vote. Source: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 2019.
Example         a scene, four long choices, a reaction of a page
Instead         what is seen, what is said, and one reaction
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed
from game.studio.smells.subject import Subject, usual_most

LONG, TOO_LONG = 180, 240
"""Words: at 150 a minute, little more than one minute, and more than a minute and a half."""
CRUXES = 3


def check(subject: Subject) -> Iterator[Finding]:
    counts: dict[str, list[int]] = {}
    for play in subject.plays:
        for scene, count in play.read():
            counts.setdefault(scene, []).append(count)
    longest = {scene: usual_most(found) for scene, found in counts.items()}
    for scene, count in longest.items():
        if count > TOO_LONG:
            yield Finding(
                scene, f"{count} words are read in this moment, more than {TOO_LONG}",
                "cut the longest of script, choices and reactions",
            )
    long = [f"{scene} {count}" for scene, count in longest.items() if LONG < count <= TOO_LONG]
    if len(long) > CRUXES:
        yield Finding(
            "", f"in {len(long)} moments more than {LONG} words are read: {listed(long)}",
            f"keep that for {CRUXES} moments, the crux of the story",
        )
