"""In which plays does something happen? Answered over all states where they can be told apart, and otherwise as far
as a few thousand plays and the bare connections of the scenes allow.

Whoever stands in one state of the graph has the same choices, outcomes and endings ahead, so a question that walks
over the graph sees every play.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from game.story.analysis import BUDGET, never
from game.story.condition import ALWAYS
from game.story.contract import Event
from game.story.figures import Extreme
from game.story.model import Choice, Scenario, Scene
from game.story.shape import Shape, shape_of
from game.story.states import Graph, explore
from game.story.vocabulary import ChoiceId, SceneId
from game.story.walker import TooMany
from game.studio.seeking import (
    Played,
    Rank,
    among_those,
    at_random,
    chance,
    connected,
    is_stop,
    search,
    side_by_side,
)
from game.studio.watching import Question, Watch


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found."""

    exact: bool
    """Whether all plays were looked at."""
    play: Extreme | None
    """The play that was sought, or the furthest that was found; None where there is none."""

    @property
    def none(self) -> bool:
        """Whether it is certain that there is no such play."""
        return self.exact and self.play is None


@dataclass
class Plays:
    """All plays of a scenario, as far as questions are put to them; each graph is worked out at most once."""

    scenario: Scenario
    stops: frozenset[SceneId] = frozenset()
    """Scenes without choices that questions watch for."""
    budget: int = BUDGET
    stop: Callable[[], bool] = never
    _graphs: dict[bool, Graph | None] = field(default_factory=dict)
    _answers: dict[tuple[Question, Rank | None], Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scenario = _with_stops(self.scenario, self.stops)

    @cached_property
    def _shape(self) -> Shape:
        return shape_of(self.scenario)

    @cached_property
    def _sample(self) -> tuple[Played, ...]:
        return tuple(at_random(self._shape, self.stop))

    def _tried(self, watch: Watch) -> Iterator[Extreme | None]:
        """Yield for each play at random what it is if it is one of those sought, else None."""
        return (among_those(watch, play) for play in self._sample)

    def graph(self, *, of_endings: bool = False) -> Graph | None:
        """Return all states, the endings told apart if it matters; None where there are too many."""
        if not of_endings and self._graphs.get(True) is not None:
            return self._graphs[True]
        if of_endings not in self._graphs:
            try:
                shape = self._shape if of_endings else shape_of(self.scenario, endings_alike=True)
                self._graphs[of_endings] = explore(shape, budget=self.budget, stop=self.stop)
            except TooMany:
                self._graphs[of_endings] = None
        return self._graphs[of_endings]

    def shortest(self, question: Question) -> Answer:
        """Return a play of the kind that is sought, with as few moments as possible where all were looked at."""
        return self._once(question, None)

    def furthest(self, question: Question, of: Rank) -> Answer:
        """Return the play of the kind that is sought with the least (`min`) or the greatest total (`max`)."""
        return self._once(question, of)

    def chance(self, event: Event) -> tuple[float, float]:
        """Return how likely an event is in a play at random, 0 to 1, and by how much that may be off (95 %)."""
        question = Question(event)
        graph = self.graph(of_endings=question.of_endings)
        if graph is not None:
            return chance(graph, Watch(graph.shape, question)), 0.0
        ends = list(self._tried(Watch(self._shape, question)))
        # Hoeffding 1963, two-sided at 95 %
        error = (3.689 / (2 * max(1, len(ends)))) ** 0.5
        return sum(found is not None for found in ends) / max(1, len(ends)), error

    def longest(self, *, longest: bool) -> tuple[int | None, tuple[ChoiceId, ...]]:
        """Return the most (or the fewest) moments of any play, and such a play; None where that is not known."""
        graph = self.graph()
        if graph is None:
            found = [play.choices for play in self._tried(Watch(self._shape, Question())) if play is not None]
            pick: Callable[..., tuple[ChoiceId, ...]] = max if longest else min
            return None, self._bare(pick(found, key=len, default=()))
        best = search(graph, Watch(graph.shape, Question()), max if longest else min, moments=True)
        path = self._bare(best.choices) if best is not None else ()
        return (None if best is None else len(path)), path

    def most_moments(self) -> int | None:
        """Return a number of moments that no play exceeds, from the connections alone; None where scenes go round."""
        shape = self._shape
        if any(spot.index in shape.beyond[spot.index] for spot in shape.spots):
            return None
        longest: dict[int, int] = {}
        for spot in sorted(shape.spots, key=lambda spot: len(shape.beyond[spot.index])):
            ahead = max((longest[to] for to in spot.leads), default=0)
            counts = bool(spot.options) and not is_stop(spot.options[0].id)
            longest[spot.index] = ahead + counts
        return longest[shape.start]

    def _once(self, question: Question, of: Rank | None) -> Answer:
        if (question, of) not in self._answers:
            self._answers[(question, of)] = self._answered(question, of)
        return self._answers[(question, of)]

    def _answered(self, question: Question, of: Rank | None) -> Answer:
        graph = self.graph(of_endings=question.of_endings)
        if graph is not None:
            found = search(graph, Watch(graph.shape, question), of or min, moments=of is None)
            return Answer(True, None if found is None else replace(found, choices=self._bare(found.choices)))
        watch = Watch(self._shape, question)
        if not connected(watch):
            return Answer(True, None)
        tried = self._tried(watch) if of is None else chain(self._tried(watch), side_by_side(watch, of, self.stop))
        best: Extreme | None = None
        for play in tried:
            if play is not None and (best is None or (of is not None and of(play.total, best.total) != best.total)):
                best = play
                if of is None:
                    break
        return Answer(False, None if best is None else replace(best, choices=self._bare(best.choices)))

    def _bare(self, choices: tuple[ChoiceId, ...]) -> tuple[ChoiceId, ...]:
        return tuple(choice for choice in choices if not is_stop(choice))


def _with_stops(scenario: Scenario, stops: frozenset[SceneId]) -> Scenario:
    """Return the scenario with one choice in each of some scenes without choices, so that arriving there is a step.

    Nothing else changes: the choice is always offered, posts nothing, and no condition reads it.
    """
    if not stops:
        return scenario
    scenes = {name: _stop(scene) if name in stops and not scene.choices else scene for name, scene in scenario.scenes.items()}
    return replace(scenario, scenes=scenes)


def _stop(scene: Scene) -> Scene:
    on = Choice(
        id=f"({scene.id})", text="", spoken=False, when=ALWAYS, once=False, script=(), capital=(), later=(), promise=None,
        keeps=None, flags=(), honours=None, breaks=None, advice="", instead="", letter="", ask=None, next=scene.next,
    )
    return replace(scene, choices=(on,), next=())


__all__ = ["Answer", "Plays", "Question"]
