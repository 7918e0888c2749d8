"""Every state that a scenario can reach, those that can never be told apart counted as one.

Deferred entries are forgotten when their scene is behind, and count at once when it is certain to come and nobody
looks before; the order in which they were deferred is never kept. What happened
is kept as what it leaves open of each question ahead ("chose.a or chose.b" is settled by either). For the rest, a state
stands for a *box*: while it is worked out, each question that is asked on any road from it (liveness), and each
comparison of balances that is met there (quantising), narrows the box to the plays for which the answer is the same; no
other play in the box needs work. Nothing is estimated: whoever stands in the box has the same choices, gains and
endings ahead, so every figure is exact.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from game.story.shape import Due, Shape
from game.story.vocabulary import Outcome
from game.story.walker import Balances, Facts, Key, Limits, Step, TooMany, Walker

Box = tuple[int, int, tuple[tuple[int, float, float], ...]]
"""(slots of the facts looked at, what stands there, (form, least, greatest) of each form compared; all inclusive)."""

Edge = tuple[int, Outcome, int, int]
"""(choice, outcome, gain in points, where to): a state's number, or below zero the ending of scene -1 - n."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The states by number; a state leads only to endings and to states of a lower number."""

    shape: Shape
    first: tuple[int, int]
    """The points gained before the first choice, and where that leads, as in an edge."""
    scene: list[int]
    edges: list[tuple[Edge, ...]]
    """By state; none where a play is stuck."""
    reached: frozenset[int]

    def __len__(self) -> int:
        return len(self.edges)


def explore(shape: Shape, *, budget: int, stop: Callable[[], bool]) -> Graph:
    """Return all states.

    Args:
        shape: the reduced scenario.
        budget: the greatest number of states; where more than `MANY` questions are asked, each counts for several, since
            it takes as much longer.
        stop: asked every thousand states.

    Raises:
        TooMany: there are more, or `stop` said so.
    """
    collecting = gc.isenabled()
    gc.disable()  # states hold no circles, and looking for some takes a third of the time
    try:
        return Search(Walker(shape), Facts(shape)).graph(budget, stop)
    finally:
        if collecting:
            gc.enable()


MANY = 100
WEIGHT = 16
"""So many further questions make a state as dear as two."""

_BIT = -1
_Place = Any
"""A box by number, or [form, threshold, place below it, place from it on], or the like of a bit, or None: nothing."""


@dataclass(slots=True)
class Frame:
    """A state under work: what it leads to is known, and is worked out before it."""

    by: Step
    """The step that led there."""
    steps: list[Step]
    seen: int
    least: Limits
    greatest: Limits


@dataclass(slots=True)
class Search:
    walker: Walker
    facts: Facts
    places: dict[tuple[int, tuple[Due, ...]], _Place] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    states: list[int] = field(default_factory=list)
    """By box, the number of its state."""
    scene: list[int] = field(default_factory=list)
    edges: list[tuple[Edge, ...]] = field(default_factory=list)
    alike: dict[tuple[int, tuple[Edge, ...]], int] = field(default_factory=dict)
    same: dict[Any, Any] = field(default_factory=dict)
    """Values that many boxes share are kept once."""

    def graph(self, budget: int, stop: Callable[[], bool]) -> Graph:
        walker = self.walker
        first = walker.begin()
        begun = 0
        each = 1 + max(0, len(walker.shape.questions) - MANY) // WEIGHT
        stack: list[Step | Frame] = [] if first.ends else [first]
        while stack:
            task = stack.pop()
            if isinstance(task, Frame):
                self._settle(task)
                continue
            key, balances = task.key, task.balances
            if (box := self._box(key, balances)) is not None:
                task.box = box
                continue
            begun += 1
            if begun * each > budget or (begun % 1000 == 0 and stop()):
                raise TooMany
            walker.measure(balances)
            steps = [walker.take(option, key, balances) for option in walker.offered(key, balances)]
            stack.append(Frame(task, steps, walker.seen, walker.least, walker.greatest))
            stack.extend(step for step in steps if not step.ends)
        begins = -1 - first.key[0] if first.ends else self.states[first.box]
        return Graph(walker.shape, (first.gain, begins), self.scene, self.edges, frozenset(walker.reached))

    def _box(self, key: Key, balances: Balances) -> int | None:
        """Return the number of the box in which a play stands; None where none is known."""
        scene, mask, pending = key
        facts = self.facts.of(scene, mask)
        place = self.places.get((scene, pending))
        while place.__class__ is list:
            form, threshold, below, above = place
            place = above if (facts & threshold if form == _BIT else balances[form] >= threshold) else below
        if place is None:
            return None
        seen, bits, limits = self.boxes[place]
        if facts & seen != bits:
            return None
        for form, least, greatest in limits:
            if not least <= balances[form] <= greatest:
                return None
        return int(place)

    def _settle(self, frame: Frame) -> None:
        balances, seen, least, greatest = frame.by.balances, frame.seen, frame.least, frame.greatest
        edges: list[Edge] = []
        for step in frame.steps:
            if step.ends:
                edges.append((step.option, step.outcome, step.gain, -1 - step.key[0]))
                continue
            edges.append((step.option, step.outcome, step.gain, self.states[step.box]))
            seen_there, _, limits = self.boxes[step.box]
            seen |= seen_there
            for form, low, high in limits:
                moved = step.balances[form] - balances[form]
                if low - moved > least.get(form, -inf):
                    least[form] = low - moved
                if high - moved < greatest.get(form, inf):
                    greatest[form] = high - moved
        scene, mask, pending = frame.by.key
        frame.by.box = len(self.boxes)
        limits = tuple((form, least.get(form, -inf), greatest.get(form, inf)) for form in least.keys() | greatest.keys())
        facts = self.facts.of(scene, mask)
        same = self.same.setdefault
        self.boxes.append((same(seen, seen), same(facts & seen, facts & seen), same(limits, limits)))
        self.states.append(self._state(scene, tuple(edges)))
        self.places[(scene, pending)] = self._placed(self.places.get((scene, pending)), facts, balances)

    def _state(self, scene: int, edges: tuple[Edge, ...]) -> int:
        """Return the number of the state with these edges: boxes from which all is alike are one state."""
        number = self.alike.setdefault((scene, edges), len(self.edges))
        if number == len(self.edges):
            self.edges.append(edges)
            self.scene.append(scene)
        return number

    def _placed(self, place: _Place, facts: int, balances: Balances) -> _Place:
        """Return the places with the newest box among them, found by whoever stands where these balances do."""
        new = len(self.boxes) - 1
        top, parent, side = place, None, 0
        while place.__class__ is list:
            parent = place
            side = 3 if (facts & place[1] if place[0] == _BIT else balances[place[0]] >= place[1]) else 2
            place = place[side]
        found = new if place is None else self._split(place, new, facts, balances)
        if parent is None:
            return found
        parent[side] = found
        return top

    def _split(self, old: int, new: int, facts: int, balances: Balances) -> _Place:
        """Return the question that tells a play in the new box from the old box, if possible from all of the other."""
        seen, bits, limits = self.boxes[old]
        seen_too, _, limits_too = self.boxes[new]
        for both in (seen & seen_too, seen):
            if differing := (bits ^ facts) & both:
                bit = differing & -differing
                return [_BIT, bit, old, new] if facts & bit else [_BIT, bit, new, old]
            others = {form: (least, greatest) for form, least, greatest in limits_too}
            for form, least, greatest in limits:
                low, high = others.get(form, (-inf, inf)) if both != seen else (balances[form], balances[form])
                if high < least:
                    return [form, int(least), new, old]
                if low > greatest:
                    return [form, int(greatest) + 1, old, new]
        return old
