"""The lines of a scenario that are told only where something holds, and which of them no play is told.

A conditional part of a script changes no figure, so the core does not look at it. Here the scenario is rewritten for
the core: before a script stand scenes that are passed through, one for each of its conditions, and whoever passes
through one is told that part. So the lines are counted, and ruled out, by the same core as everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.story.analysis import BUDGET, never
from game.story.condition import ALWAYS, AtLeast, leaves
from game.story.model import Ask, Branch, Choice, Later, Part, Scenario, Scene, Way
from game.story.shape import shape_of
from game.story.states import explore
from game.story.vocabulary import ChoiceId, Outcome, PersonId, SceneId
from game.story.walker import TooMany

MARK = " line "
"""How a mark's id begins; no author's id has a blank."""


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a script that is told only where its condition holds."""

    index: int
    """From 0, over the whole scenario."""
    where: SceneId | ChoiceId
    of_a_choice: bool
    """Whether it is in the reaction to a choice; else in the script of a scene."""
    outcome: Outcome
    """Of the ask in whose answer it stands; plain elsewhere."""
    part: Part
    after_broken_words: bool
    """Whether it reads, at an ending, a balance that a broken promise may have changed: then only plays can tell."""

    @property
    def mark(self) -> SceneId:
        """The scene by which its telling is counted, see `line_of`; no author can write such an id."""
        return f"{MARK}{self.index}"

    @property
    def opening(self) -> str:
        """How its first paragraph begins."""
        return next((paragraph.text for paragraph in self.part.paragraphs), "")


@dataclass(frozen=True, slots=True)
class Untold:
    """The lines that no play is told."""

    never: tuple[Line, ...]
    """Proved."""
    unseen: tuple[Line, ...]
    """Not told in any play that was tried; there are too many states for a proof."""


def lines(scenario: Scenario) -> tuple[Line, ...]:
    """Return all lines that are told only where something holds, as written."""
    return tuple(_lines(scenario))


def marked(scenario: Scenario, wanted: Iterable[Line]) -> Scenario:
    """Return a scenario with the same plays, in which each play that is told one of these lines enters its mark.

    A scene that has such lines stands behind its marks under another id: `body(id)`.
    """
    told: dict[tuple[str, bool, Outcome], list[Line]] = {}
    for line in wanted:
        told.setdefault((line.where, line.of_a_choice, line.outcome), []).append(line)
    scenes: dict[SceneId, Scene] = {}
    for scene in scenario.scenes.values():
        extra: dict[SceneId, Scene] = {}
        choices = tuple(_choice(choice, scene, told, extra) for choice in scene.choices)
        inner = replace(scene, choices=choices)
        here = told.get((scene.id, False, Outcome.PLAIN))
        if here:
            behind = body(scene.id)
            scenes[scene.id] = replace(_asking(scene, scene.id, here, behind, extra), id=scene.id)
            inner = replace(inner, id=behind)
        scenes[inner.id] = inner
        scenes.update(extra)
    return replace(scenario, scenes=scenes)


def body(scene: SceneId) -> SceneId:
    """Return the id under which a scene stands behind the marks of its lines."""
    return f"{scene} itself"


def line_of(scene: SceneId) -> int | None:
    """Return the index of the line that is told to whoever enters a mark; None for other scenes."""
    return int(scene.removeprefix(MARK).rstrip("'")) if scene.startswith(MARK) else None


def author_of(scene: SceneId) -> SceneId:
    """Return the id that the author gave to a scene which may stand behind marks."""
    return scene.removesuffix(" itself")


def untold(
    scenario: Scenario, wanted: Sequence[Line], *, budget: int = BUDGET, stop: Callable[[], bool] = never
) -> Untold:
    """Return which of some lines no play is told; the others are told in some play.

    Args:
        scenario: a checked one.
        wanted: lines that were not met in plays that were tried.
        budget: states that may be worked out for all of them together.
        stop: asked now and then; once it says True, what is not proved yet counts as unseen.
    """
    impossible: list[Line] = []
    unseen = [line for line in wanted if line.after_broken_words]
    groups = [[line for line in wanted if not line.after_broken_words]]
    left = budget
    while groups:
        group = groups.pop()
        if not group:
            continue
        each = left // (len(groups) + 1)
        found = None if stop() or each < 1 else _told(scenario, group, each, stop)
        if found is not None:
            told, cost = found
            left -= cost
            impossible += [line for line in group if line.index not in told]
            continue
        left -= each
        if len(group) == 1:
            unseen += group
        else:
            groups += [group[len(group) // 2 :], group[: len(group) // 2]]
    return Untold(tuple(sorted(impossible, key=_index)), tuple(sorted(unseen, key=_index)))


def _index(line: Line) -> int:
    return line.index


def _told(
    scenario: Scenario, group: Sequence[Line], budget: int, stop: Callable[[], bool]
) -> tuple[set[int], int] | None:
    """Return the lines that some play is told, by index, and how many states it took to know; None where too many."""
    story = marked(scenario, group)
    chooses = any(scene.choices for scene in story.scenes.values())
    try:
        shape = shape_of(_noticed(story), endings_alike=True) if chooses else shape_of(story)
        graph = explore(shape, budget=budget, stop=stop)
    except TooMany:
        return None
    reached = (line_of(graph.shape.spots[scene].id) for scene in graph.reached)
    return {line for line in reached if line is not None}, len(graph)


def _noticed(scenario: Scenario) -> Scenario:
    """Return the scenario with an entry of nothing deferred to each mark.

    Where all roads lead to endings and nothing is posted, the core does not ask which is taken. Something that lands
    on a mark has it ask there, and only there.
    """
    nothing = tuple(Later(name, (), "") for name in scenario.scenes if line_of(name) is not None)
    scene = next(scene for scene in scenario.scenes.values() if scene.choices)
    first = scene.choices[0]
    heavy = replace(scene, choices=(replace(first, later=(*first.later, *nothing)), *scene.choices[1:]))
    return replace(scenario, scenes={**scenario.scenes, scene.id: heavy})


def _lines(scenario: Scenario) -> Iterator[Line]:
    broken = _changed_by_broken_words(scenario)
    found = 0
    for where, of_a_choice, outcome, script, ends in _scripts(scenario):
        for part in script:
            if part.when == ALWAYS:
                continue
            reads = {who for leaf in leaves(part.when) if isinstance(leaf, AtLeast) for who, _ in leaf.form}
            yield Line(found, where, of_a_choice, outcome, part, ends and bool(reads & broken))
            found += 1


def _scripts(scenario: Scenario) -> Iterator[tuple[str, bool, Outcome, tuple[Part, ...], bool]]:
    for scene in scenario.scenes.values():
        yield scene.id, False, Outcome.PLAIN, scene.script, scene.ending is not None
        for choice in scene.choices:
            yield choice.id, True, Outcome.PLAIN, choice.script, False
            if choice.ask is not None:
                yield choice.id, True, Outcome.GRANTED, choice.ask.granted.script, False
                yield choice.id, True, Outcome.REFUSED, choice.ask.refused.script, False


def _changed_by_broken_words(scenario: Scenario) -> set[PersonId]:
    return {
        who
        for scene in scenario.scenes.values()
        for choice in scene.choices
        for holder in (choice, *((choice.ask.granted, choice.ask.refused) if choice.ask else ()))
        if holder.promise is not None
        for who, _ in holder.promise.broken
    }


def _choice(
    choice: Choice, scene: Scene, told: Mapping[tuple[str, bool, Outcome], list[Line]], extra: dict[SceneId, Scene]
) -> Choice:
    """Return the choice with its ways leading through the marks of its lines, which are put among the extra scenes."""
    always = told.get((choice.id, True, Outcome.PLAIN), [])

    def through(ways: tuple[Way, ...], here: list[Line], name: str) -> tuple[Way, ...]:
        if not here:
            return ways
        behind = f"{choice.id} goes on {name}"
        extra[behind] = _passing(scene, behind, ways)
        first = _asking(scene, f"{choice.id} is answered {name}", here, behind, extra)
        extra[first.id] = first
        return (Way(ALWAYS, first.id),)

    if choice.ask is None:
        return replace(choice, next=through(choice.next, always, "plainly"))

    def branch(given: Branch, outcome: Outcome) -> Branch:
        here = sorted([*always, *told.get((choice.id, True, outcome), [])], key=_index)
        if not here:
            return given
        return replace(given, next=through(given.next or choice.next, here, outcome.value))

    granted, refused = branch(choice.ask.granted, Outcome.GRANTED), branch(choice.ask.refused, Outcome.REFUSED)
    return replace(choice, ask=Ask(choice.ask.of, choice.ask.cost, granted, refused))


def _asking(scene: Scene, name: SceneId, here: Sequence[Line], behind: SceneId, extra: dict[SceneId, Scene]) -> Scene:
    """Return the passing scene that asks the first of some lines' conditions; the next ones, and the marks, are extra."""
    onward = behind
    for number in range(len(here) - 1, -1, -1):
        line = here[number]
        mark = line.mark
        while mark in extra:  # told whether the ask is granted or refused: a mark on either road
            mark += "'"
        extra[mark] = _passing(scene, mark, (Way(ALWAYS, onward),))
        asking = name if number == 0 else f"{name} · {number}"
        extra[asking] = _passing(scene, asking, (Way(line.part.when, mark), Way(ALWAYS, onward)))
        onward = asking
    return extra.pop(name)


def _passing(scene: Scene, name: SceneId, ways: tuple[Way, ...]) -> Scene:
    return replace(scene, id=name, script=(), choices=(), next=ways, ending=None)
