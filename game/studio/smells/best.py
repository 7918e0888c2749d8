"""How often a tell gives the best choice away: what the rules about tells have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.story.model import Choice, Scene
from game.studio.smells.finding import Finding
from game.studio.smells.shares import listed, percent, too_often
from game.studio.smells.subject import Subject


def told_by(
    subject: Subject, limit: float, what: str, tells: Callable[[Scene, Choice], bool], mend: str
) -> Iterator[Finding]:
    """Yield a finding where a tell holds of the best choice in more than a share of the moments.

    Args:
        subject: whose moments are judged: those in which one choice brings more than another.
        limit: the share, 0 to 1.
        what: the tell, as in "the best choice is the longest".
        tells: whether it holds of a choice in its scene; of several that are best, each counts for its part.
        mend: what to do about it.
    """
    telling: list[str] = []
    count = 0.0
    for scene in subject.contested:
        best = subject.best(scene)
        part = sum(tells(scene, choice) for choice in best) / len(best)
        count += part
        telling += [scene.id] if part else []
    of = len(subject.contested)
    if too_often(count, of, limit):
        yield Finding(
            "",
            f"in {percent(count, of)} % of {of} moments the best choice is {what} (at most {percent(limit, 1)} %): "
            f"{listed(telling)}",
            mend,
        )
