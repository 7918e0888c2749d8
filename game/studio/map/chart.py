"""A scenario as a graph: its scenes with their roles, the ways between them, and what comes later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from game.authoring.graph import reached
from game.authoring.places import Places
from game.story.analysis import Analysis
from game.story.model import Branch, Choice, Later, Scenario, Scene
from game.story.playthrough import Playthrough, replay_as_far_as_it_holds
from game.story.vocabulary import ChoiceId, SceneId
from game.studio.map.layers import columns


class Kind(Enum):
    """What a scene is for."""

    PASSING = "passed through"
    CHOICES = "with choices"
    ENDING = "ending"


class Reach(Enum):
    """Whether a play gets somewhere."""

    REACHED = ""
    UNSEEN = "not seen in the plays that were tried"
    NEVER = "no play gets here"


@dataclass(frozen=True, slots=True)
class Stop:
    """A scene on the map."""

    scene: SceneId
    name: str
    """As it is printed: an ending's title, or the id in plain words."""
    number: int
    """From 1, in reading order: as the story goes, endings last."""
    column: int
    """From 0: the longest way from the start; endings stand in the last."""
    kind: Kind
    starred: bool
    """Whether it is a moment of the shorter play for a room."""
    reach: Reach
    line: int | None
    """In the file, from 1."""
    probability: float | None = None
    """Of an ending at random, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """The ways from one scene to another, taken together."""

    source: SceneId
    target: SceneId
    choices: tuple[ChoiceId, ...]
    """Those that lead there; none where the scene is passed through."""
    best: bool
    worst: bool
    reach: Reach


@dataclass(frozen=True, slots=True)
class Thread:
    """What choices in one scene post in a later one."""

    source: SceneId
    target: SceneId
    laters: tuple[tuple[ChoiceId, Later], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole map, before anything has a place on paper."""

    scenario: Scenario
    analysis: Analysis | None
    stops: Mapping[SceneId, Stop]
    """In reading order."""
    arrows: tuple[Arrow, ...]
    threads: tuple[Thread, ...]
    best: frozenset[ChoiceId]
    """The choices of the best play; empty without an analysis."""
    worst: frozenset[ChoiceId]
    best_scenes: tuple[SceneId, ...]
    """The scenes of the best play, as it meets them."""
    worst_scenes: tuple[SceneId, ...]
    choice_lines: Mapping[ChoiceId, int]
    """Where each choice stands in the file."""

    def reach_of(self, choice: ChoiceId) -> Reach:
        """Return whether a play can make a choice."""
        if self.analysis is None or choice in self.analysis.choices:
            return Reach.REACHED
        return Reach.NEVER if self.analysis.exact else Reach.UNSEEN


def chart(scenario: Scenario, analysis: Analysis | None = None, places: Places | None = None) -> Chart:
    """Return a scenario as a graph.

    Args:
        scenario: a checked one.
        analysis: of it; without one there is no best and no worst path, and only what no way leads to counts as unreached.
        places: where its scenes and choices stand in the file.
    """
    best = _walked(scenario, analysis.best.choices if analysis else None)
    worst = _walked(scenario, analysis.worst.choices if analysis else None)
    arrows = tuple(_arrows(scenario, analysis, set(pairwise(best)), set(pairwise(worst))))
    lines = {scene: span.line for scene in scenario.scenes if places and (span := places.of_scene(scene))}
    choices = [choice.id for scene in scenario.scenes.values() for choice in scene.choices]
    return Chart(
        scenario, analysis, _stops(scenario, analysis, arrows, lines), arrows, tuple(_threads(scenario)),
        frozenset(analysis.best.choices if analysis else ()), frozenset(analysis.worst.choices if analysis else ()),
        best, worst,
        {choice: span.line for choice in choices if places and (span := places.of_choice(choice))},
    )


def name_of(scene: Scene) -> str:
    """Return what a scene is called on the map: an ending's title, or its id in plain words."""
    if scene.ending is not None and scene.ending.title:
        return scene.ending.title
    words = scene.id.replace("-", " ").replace("_", " ").strip() or scene.id
    return words[:1].upper() + words[1:]


def branches(choice: Choice) -> Iterator[tuple[str, Branch]]:
    """Yield what an ask may come to, by its name; nothing of a choice that asks for nothing."""
    if choice.ask is not None:
        yield "granted", choice.ask.granted
        yield "refused", choice.ask.refused


def laters(choice: Choice) -> Iterator[Later]:
    """Yield all that a choice may post later."""
    yield from choice.later
    for _, branch in branches(choice):
        yield from branch.later


def _walked(scenario: Scenario, choices: tuple[ChoiceId, ...] | None) -> tuple[SceneId, ...]:
    """Return the scenes of a play, from the first to the last."""
    if choices is None:
        return ()
    state = replay_as_far_as_it_holds(Playthrough(scenario, choices=choices))
    arrivals = (*state.opening, *(arrival for moment in state.moments for arrival in moment.arrivals))
    return tuple(arrival.scene for arrival in arrivals)


def _arrows(
    scenario: Scenario, analysis: Analysis | None, best: set[tuple[SceneId, SceneId]], worst: set[tuple[SceneId, SceneId]]
) -> Iterator[Arrow]:
    sure = analysis is not None and analysis.exact
    for scene in scenario.scenes.values():
        found: dict[SceneId, dict[ChoiceId, None]] = {way.to: {} for way in scene.next} if not scene.choices else {}
        taken = dict.fromkeys(found, analysis is None or scene.id in analysis.scenes)
        for choice in scene.choices:
            for target, may_be in _targets(choice, analysis):
                found.setdefault(target, {})[choice.id] = None
                taken[target] = taken.get(target, False) or may_be
        for target, choices in found.items():
            step = (scene.id, target)
            there = taken[target] and (analysis is None or target in analysis.scenes or not analysis.endings_exact)
            reach = Reach.REACHED if there or step in best or step in worst else Reach.NEVER if sure else Reach.UNSEEN
            yield Arrow(scene.id, target, tuple(choices), step in best, step in worst, reach)


def _targets(choice: Choice, analysis: Analysis | None) -> Iterator[tuple[SceneId, bool]]:
    """Yield where a choice may lead, and whether any play takes it there."""
    made = analysis is None or choice.id in analysis.choices
    answered = analysis.asks.get(choice.id) if analysis else None
    ways = [(branch.next or choice.next, getattr(answered, name, 1.0) > 0) for name, branch in branches(choice)]
    for nexts, may_be in ways or [(choice.next, True)]:
        for way in nexts:
            yield way.to, made and may_be


def _threads(scenario: Scenario) -> Iterator[Thread]:
    for scene in scenario.scenes.values():
        found: dict[SceneId, list[tuple[ChoiceId, Later]]] = {}
        for choice in scene.choices:
            for later in laters(choice):
                found.setdefault(later.at, []).append((choice.id, later))
        for target, entries in found.items():
            yield Thread(scene.id, target, tuple(entries))


def _stops(
    scenario: Scenario, analysis: Analysis | None, arrows: tuple[Arrow, ...], lines: Mapping[SceneId, int]
) -> dict[SceneId, Stop]:
    scenes = list(scenario.scenes.values())
    index = {scene.id: place for place, scene in enumerate(scenes)}
    edges: list[list[int]] = [[] for _ in scenes]
    for arrow in arrows:
        edges[index[arrow.source]].append(index[arrow.target])
    column = columns(edges, index[scenario.start])
    last = 1 + max((column[place] for place, scene in enumerate(scenes) if scene.ending is None), default=-1)
    column = [last if scene.ending else column[place] for place, scene in enumerate(scenes)]
    led_to = reached(edges, index[scenario.start])
    starred = set(scenario.cut.moments) if scenario.cut else set()
    found = {}
    for number, place in enumerate(sorted(range(len(scenes)), key=lambda place: (column[place], place)), 1):
        scene = scenes[place]
        kind = Kind.ENDING if scene.ending else Kind.CHOICES if scene.choices else Kind.PASSING
        chance = analysis.endings[scene.id].probability if analysis and scene.id in analysis.endings else None
        found[scene.id] = Stop(
            scene.id, name_of(scene), number, column[place], kind, scene.id in starred,
            _reach(scene, analysis, bool(led_to[place])), lines.get(scene.id), chance,
        )
    return found


def _reach(scene: Scene, analysis: Analysis | None, led_to: bool) -> Reach:
    if not led_to:
        return Reach.NEVER
    if analysis is None or scene.id in analysis.scenes:
        return Reach.REACHED
    sure = analysis.exact and (scene.ending is None or analysis.endings_exact)
    return Reach.NEVER if sure else Reach.UNSEEN
