"""The cut for a room, reviewed as a scenario of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.story.analysis import BUDGET, never
from game.story.cut import cut
from game.story.model import Cut, Scenario
from game.studio.review import Review, Unmet, reviewed
from game.studio.smells.finding import Sorted

ELSEWHERE = frozenset({"CF637"})
"""Smells that are told of the whole scenario: there the cut's minutes are measured as a room's, read aloud and voted on."""


def reviewed_cut(
    scenario: Scenario, *, budget: int = BUDGET, seed: int = 0, stop: Callable[[], bool] = never,
    says: Callable[[str], None] = lambda doing: None,
) -> Review:
    """Return what can be found out about the cut of a scenario, or of the whole where it has none; arguments as of `reviewed`.

    What a cut passes over is left out on purpose: of what no play reaches only its own moments, bridges and their
    lines are told. The author's contracts are about all plays of the whole, and are not judged; nor does a reason under
    `allow:` count as unused, for the whole may need it.

    Raises:
        NoEndingReached: no play of the cut reaches an ending.
    """
    shorter = scenario.cut
    if shorter is None:
        return reviewed(scenario, budget=budget, seed=seed, stop=stop, says=says)
    by_itself = replace(cut(scenario), title=f"{scenario.title}, the cut for a room", expect=())
    review = reviewed(by_itself, budget=budget, seed=seed, stop=stop, says=says)
    kept = tuple(smell for smell in review.smells.kept if smell.code not in ELSEWHERE)
    return replace(
        review, smells=Sorted(kept, review.smells.set_aside, ()),
        unreachable=_own(review.unreachable, shorter), unseen=_own(review.unseen, shorter),
    )


def _own(found: Unmet, shorter: Cut) -> Unmet:
    scenes = tuple(scene for scene in found.scenes if scene in shorter.moments or scene in shorter.bridges)
    return Unmet(scenes, (), tuple(line for line in found.lines if not line.of_a_choice and line.where in shorter.bridges))
