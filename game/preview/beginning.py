"""Where a rehearsal begins: at any scene, with any balances and flags.

It stays a list of choices over a scenario: what is changed is the state before the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.story.condition import Marker
from game.story.model import Scenario
from game.story.playthrough import State, offered, start, step
from game.story.vocabulary import ChoiceId, PersonId, SceneId


@dataclass(frozen=True, slots=True)
class Beginning:
    """A scene, and what differs from the scenario's own start."""

    scene: SceneId
    balances: Mapping[PersonId, int] = field(default_factory=dict)
    """Of the people whose balance differs, in points."""
    markers: frozenset[Marker] = frozenset()
    """What is taken as having happened: flags, above all."""

    def holds(self, scenario: Scenario) -> bool:
        """Return whether there is still such a scene."""
        return self.scene in scenario.scenes


def first_state(scenario: Scenario, beginning: Beginning | None) -> State:
    """Return the state before the first choice."""
    if beginning is None or not beginning.holds(scenario):
        return start(scenario)
    people = {
        person.id: replace(person, capital=beginning.balances.get(person.id, person.capital)) if person.capital is not None else person
        for person in scenario.people.values()
    }
    return start(replace(scenario, start=beginning.scene, people=people), markers=beginning.markers)


def as_far_as_it_holds(scenario: Scenario, beginning: Beginning | None, choices: tuple[ChoiceId, ...]) -> State:
    """Return the state after the longest beginning of the list that the scenario still allows."""
    state = first_state(scenario, beginning)
    for choice in choices:
        if choice not in offered(state):
            break
        state = step(state, choice)
    return state


def flags_of(scenario: Scenario) -> Iterator[str]:
    """Yield the flags that some choice sets, each once, in the author's order."""
    seen: set[str] = set()
    for scene in scenario.scenes.values():
        for choice in scene.choices:
            branches = (choice.ask.granted, choice.ask.refused) if choice.ask else ()
            for flag in (*choice.flags, *(flag for branch in branches for flag in branch.flags)):
                if flag not in seen:
                    seen.add(flag)
                    yield flag
