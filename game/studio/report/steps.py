"""Choices as readable steps: in which scene, and what was said or done there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.story.model import Scenario
from game.story.playthrough import Playthrough, replay_as_far_as_it_holds
from game.story.vocabulary import ChoiceId, Outcome, SceneId


@dataclass(frozen=True, slots=True)
class Step:
    """One choice of a play, for a reader."""

    scene: SceneId
    choice: ChoiceId
    said: str
    """What was said, in quotes, or done."""
    outcome: Outcome


def steps(scenario: Scenario, choices: Iterable[ChoiceId]) -> tuple[Step, ...]:
    """Return what a play does, as far as the scenario allows it."""
    state = replay_as_far_as_it_holds(Playthrough(scenario, choices=tuple(choices)))
    return tuple(
        Step(
            moment.scene, moment.choice.id, f"“{moment.choice.text}”" if moment.choice.spoken else moment.choice.text,
            moment.outcome,
        )
        for moment in state.moments
    )
