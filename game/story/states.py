"""Every state that a scenario can reach, those that can never be told apart counted as one.

Deferred entries are forgotten when their scene is behind, and count at once when it is certain to come and nobody
looks before; the order in which they were deferred is never kept. For the rest, a state stands for a *box*: while it is
worked out, each bit that is looked at on any road from it (liveness), and each comparison of balances that is met there
(quantising), narrows the box to the plays for which the answer is the same; no other play in the box needs work.
Nothing is estimated: whoever stands in the box has the same choices, gains and endings ahead, so every figure is exact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from game.story.shape import Due, Effect, Option, Road, Shape, Shift, Spot, Test, after
from game.story.vocabulary import Outcome

Key = tuple[int, int, tuple[Due, ...]]
"""(scene, bits, deferrals): where a play stands, its balances aside."""

Balances = list[int]
"""The value of each form, in points."""

Limits = dict[int, float]
"""By form, the least or the greatest value of a box."""

Box = tuple[int, int, tuple[tuple[int, float, float], ...]]
"""(bits looked at, those of them that are set, (form, least, greatest) of each form compared; limits inclusive)."""

Edge = tuple[int, Outcome, int, int]
"""(choice, outcome, gain in points, where to): a state's number, or below zero the ending of scene -1 - n."""


@dataclass(slots=True)
class Step:
    """What one choice leads to."""

    option: int
    outcome: Outcome
    gain: int
    key: Key
    """For an ending only the scene counts."""
    balances: Balances
    ends: bool
    written: int
    """The bits that the step set or cleared, whatever they were before."""
    box: int = -1
    """The number of the box that it leads into, once that is known."""


@dataclass(slots=True)
class Walker:
    """Makes steps through a shape, and remembers which comparisons they met."""

    shape: Shape
    spots: tuple[Spot, ...] = field(init=False)
    origin: Balances = field(default_factory=list)
    """The balances by which `least` and `greatest` are measured."""
    least: Limits = field(default_factory=dict)
    greatest: Limits = field(default_factory=dict)
    seen: int = 0
    """The bits that were looked at since `measure`."""
    written: int = 0
    """The bits of the step under way that no longer depend on what was before."""
    reached: set[int] = field(default_factory=set)
    """Every scene entered so far."""
    _together: dict[tuple[tuple[Due, ...], tuple[Due, ...]], tuple[Due, ...]] = field(default_factory=dict)
    _folded: dict[tuple[int, tuple[Due, ...]], tuple[tuple[Due, ...], int, Shift]] = field(default_factory=dict)
    _certain: dict[tuple[int, int], tuple[bool, frozenset[int]]] = field(default_factory=dict)
    _read_later: dict[int, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spots = self.shape.spots

    def begin(self) -> Step:
        """Return the arrival at the first moment, as a step of no choice."""
        balances = list(self.shape.origin)
        self.measure(balances)
        return self._arrive(-1, Outcome.PLAIN, self.shape.start, balances, 0, (), 0)

    def measure(self, balances: Balances) -> None:
        """Begin a new box around these balances."""
        self.origin, self.least, self.greatest, self.seen, self.written = balances, {}, {}, 0, 0

    def offered(self, key: Key, balances: Balances) -> list[Option]:
        """Return what may be chosen."""
        mask, self.written = key[1], 0
        for option in self.spots[key[0]].options:
            self.seen |= option.once
        return [
            option
            for option in self.spots[key[0]].options
            if not option.once & mask and (option.when is None or self._holds(option.when, balances, mask))
        ]

    def take(self, option: Option, key: Key, balances: Balances) -> Step:
        """Return where a choice leads."""
        self.written = 0
        effect = option.effects[0]
        if option.ask is not None:
            effect = option.effects[self._at_least(option.ask[0], option.ask[1], balances)]
        return self.apply(option, effect, key, balances)

    def apply(self, option: Option, effect: Effect, key: Key, balances: Balances) -> Step:
        """Return where a choice leads with that outcome."""
        _, mask, pending = key
        gain = effect.gain
        if effect.shift:
            balances = balances.copy()
            for form, change in effect.shift:
                balances[form] += change
        self.seen |= option.keeps
        written = 0
        if option.keeps & mask:
            gain -= self.shape.prices[option.keeps & mask]
            mask = mask & ~option.keeps | option.kept
            written = option.keeps | option.kept
        for every, this in effect.opens:
            self.seen |= every & ~written
            if every & mask:
                gain -= self.shape.prices[every & mask]
            gain += self.shape.prices[this]
            mask = mask & ~every | this
            written |= every
        mask |= effect.sets
        self.written = written | effect.sets
        if effect.due:
            together = self._together.get((pending, effect.due))
            if together is None:
                together = self._together[(pending, effect.due)] = _with(pending, effect.due)
            pending = together
        return self._arrive(
            option.index, effect.outcome, self._follow(effect.roads, balances, mask), balances, mask, pending, gain
        )

    def _arrive(
        self, option: int, outcome: Outcome, scene: int, balances: Balances, mask: int, pending: tuple[Due, ...],
        gain: int,
    ) -> Step:  # fmt: skip
        while True:
            self.reached.add(scene)
            spot = self.spots[scene]
            for due in pending:
                if due[0] == scene:
                    gain += due[1]
                    balances = _shifted(balances, due[2])
                    pending = tuple(other for other in pending if other is not due)
                    break
            if spot.ends:
                return Step(option, outcome, gain, (scene, 0, ()), balances, ends=True, written=self.written)
            if spot.options:
                if pending:
                    pending, credit, shift = self._fold(scene, pending)
                    gain += credit
                    balances = _shifted(balances, shift)
                key = (scene, mask & self.shape.live[scene], pending)
                return Step(option, outcome, gain, key, balances, ends=False, written=self.written)
            scene = self._follow(spot.roads, balances, mask)

    def _follow(self, roads: tuple[Road, ...], balances: Balances, mask: int) -> int:
        for test, to in roads:
            if test is None or self._holds(test, balances, mask):
                return to
        raise AssertionError("a checked scenario's last way always holds")

    def _holds(self, test: Test, balances: Balances, mask: int) -> bool:
        kind, which, threshold, parts = test
        if kind == "least":
            return self._at_least(which, threshold, balances)
        if kind == "has":
            self.seen |= which & ~self.written
            return bool(mask & which)
        if kind == "all":
            return all(self._holds(part, balances, mask) for part in parts)
        if kind == "some":
            return any(self._holds(part, balances, mask) for part in parts)
        return not self._holds(parts[0], balances, mask)

    def _at_least(self, form: int, threshold: int, balances: Balances) -> bool:
        value = balances[form]
        edge = threshold - value + self.origin[form]
        if value >= threshold:
            if edge > self.least.get(form, -inf):
                self.least[form] = edge
            return True
        if edge - 1 < self.greatest.get(form, inf):
            self.greatest[form] = edge - 1
        return False

    def _fold(self, scene: int, pending: tuple[Due, ...]) -> tuple[tuple[Due, ...], int, Shift]:
        """Return what must still be remembered of the deferrals, and the points and shifts that may count at once."""
        found = self._folded.get((scene, pending))
        if found is None:
            found = self._folded[(scene, pending)] = self._fold_anew(scene, pending)
        return found

    def _fold_anew(self, scene: int, pending: tuple[Due, ...]) -> tuple[tuple[Due, ...], int, Shift]:
        kept: list[Due] = []
        credit, shift = 0, dict[int, int]()
        for at, amount, changes in pending:
            if at not in self.shape.beyond[scene]:
                continue
            certain, read_before = self._between(scene, at)
            read_later = self._forms_from(at)
            waiting = []
            for form, change in changes:
                if form in read_before and form in read_later:
                    waiting.append((form, change))
                elif form in read_later:  # nobody looks before it lands: it may as well have landed
                    shift[form] = shift.get(form, 0) + change
            if certain:
                credit += amount
                amount = 0
            if waiting or amount:
                kept.append((at, amount, tuple(waiting)))
        return tuple(kept), credit, tuple(shift.items())

    def _between(self, scene: int, at: int) -> tuple[bool, frozenset[int]]:
        """Return whether every road to an ending enters `at`, and the forms that may be read before it does."""
        found = self._certain.get((scene, at))
        if found is None:
            on_the_way = after(self.spots, scene, avoiding=at)
            found = self._certain[(scene, at)] = (
                not any(self.spots[other].ends for other in on_the_way),
                self.spots[scene].forms.union(*(self.spots[other].forms for other in on_the_way)),
            )
        return found

    def _forms_from(self, scene: int) -> frozenset[int]:
        found = self._read_later.get(scene)
        if found is None:
            later = (self.spots[other].forms for other in self.shape.beyond[scene])
            found = self._read_later[scene] = self.spots[scene].forms.union(*later)
        return found


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


class TooMany(Exception):  # noqa: N818
    """There are more states than the budget allows, or the caller asked to stop."""


def explore(shape: Shape, *, budget: int, stop: Callable[[], bool]) -> Graph:
    """Return all states.

    Args:
        shape: the reduced scenario.
        budget: the greatest number of states.
        stop: asked every thousand states.

    Raises:
        TooMany: there are more, or `stop` said so.
    """
    return _Search(Walker(shape)).graph(budget, stop)


_BIT = -1
_Place = Any
"""A box by number, or [form, threshold, place below it, place from it on], or the like of a bit, or None: nothing."""


@dataclass(slots=True)
class _Frame:
    """A state under work: what it leads to is known, and is worked out before it."""

    by: Step
    """The step that led there."""
    steps: list[Step]
    seen: int
    least: Limits
    greatest: Limits


@dataclass(slots=True)
class _Search:
    walker: Walker
    places: dict[tuple[int, tuple[Due, ...]], _Place] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    states: list[int] = field(default_factory=list)
    """By box, the number of its state."""
    scene: list[int] = field(default_factory=list)
    edges: list[tuple[Edge, ...]] = field(default_factory=list)
    alike: dict[tuple[int, tuple[Edge, ...]], int] = field(default_factory=dict)

    def graph(self, budget: int, stop: Callable[[], bool]) -> Graph:
        walker = self.walker
        first = walker.begin()
        begun = 0
        stack: list[Step | _Frame] = [] if first.ends else [first]
        while stack:
            task = stack.pop()
            if isinstance(task, _Frame):
                self._settle(task)
                continue
            key, balances = task.key, task.balances
            if (box := self._box(key, balances)) is not None:
                task.box = box
                continue
            begun += 1
            if begun > budget or (begun % 1000 == 0 and stop()):
                raise TooMany
            walker.measure(balances)
            steps = [walker.take(option, key, balances) for option in walker.offered(key, balances)]
            stack.append(_Frame(task, steps, walker.seen, walker.least, walker.greatest))
            stack.extend(step for step in steps if not step.ends)
        begins = -1 - first.key[0] if first.ends else self.states[first.box]
        return Graph(walker.shape, (first.gain, begins), self.scene, self.edges, frozenset(walker.reached))

    def _box(self, key: Key, balances: Balances) -> int | None:
        """Return the number of the box in which a play stands; None where none is known."""
        scene, mask, pending = key
        place = self.places.get((scene, pending))
        while place.__class__ is list:
            form, threshold, below, above = place
            place = above if (mask & threshold if form == _BIT else balances[form] >= threshold) else below
        if place is None:
            return None
        seen, bits, limits = self.boxes[place]
        if mask & seen != bits:
            return None
        for form, least, greatest in limits:
            if not least <= balances[form] <= greatest:
                return None
        return int(place)

    def _settle(self, frame: _Frame) -> None:
        balances, seen, least, greatest = frame.by.balances, frame.seen, frame.least, frame.greatest
        edges: list[Edge] = []
        for step in frame.steps:
            if step.ends:
                edges.append((step.option, step.outcome, step.gain, -1 - step.key[0]))
                continue
            edges.append((step.option, step.outcome, step.gain, self.states[step.box]))
            seen_there, _, limits = self.boxes[step.box]
            seen |= seen_there & ~step.written
            for form, low, high in limits:
                moved = step.balances[form] - balances[form]
                if low - moved > least.get(form, -inf):
                    least[form] = low - moved
                if high - moved < greatest.get(form, inf):
                    greatest[form] = high - moved
        scene, mask, pending = frame.by.key
        frame.by.box = len(self.boxes)
        limits = tuple((form, least.get(form, -inf), greatest.get(form, inf)) for form in least.keys() | greatest.keys())
        self.boxes.append((seen, mask & seen, limits))
        self.states.append(self._state(scene, tuple(edges)))
        self.places[(scene, pending)] = self._placed(self.places.get((scene, pending)), mask, balances)

    def _state(self, scene: int, edges: tuple[Edge, ...]) -> int:
        """Return the number of the state with these edges: boxes from which all is alike are one state."""
        number = self.alike.setdefault((scene, edges), len(self.edges))
        if number == len(self.edges):
            self.edges.append(edges)
            self.scene.append(scene)
        return number

    def _placed(self, place: _Place, mask: int, balances: Balances) -> _Place:
        """Return the places with the newest box among them, found by whoever stands where these balances do."""
        new = len(self.boxes) - 1
        top, parent, side = place, None, 0
        while place.__class__ is list:
            parent = place
            side = 3 if (mask & place[1] if place[0] == _BIT else balances[place[0]] >= place[1]) else 2
            place = place[side]
        found = new if place is None else self._split(place, new, mask, balances)
        if parent is None:
            return found
        parent[side] = found
        return top

    def _split(self, old: int, new: int, mask: int, balances: Balances) -> _Place:
        """Return the question that tells a play in the new box from the old box, if possible from all of the other."""
        seen, bits, limits = self.boxes[old]
        seen_too, bits_too, limits_too = self.boxes[new]
        for both in (seen & seen_too, seen):
            if differing := (bits ^ mask) & both:
                bit = differing & -differing
                return [_BIT, bit, old, new] if mask & bit else [_BIT, bit, new, old]
            others = {form: (least, greatest) for form, least, greatest in limits_too}
            for form, least, greatest in limits:
                low, high = others.get(form, (-inf, inf)) if both != seen else (balances[form], balances[form])
                if high < least:
                    return [form, int(least), new, old]
                if low > greatest:
                    return [form, int(greatest) + 1, old, new]
        return old


def _with(pending: tuple[Due, ...], more: tuple[Due, ...]) -> tuple[Due, ...]:
    sums = {at: (amount, dict(changes)) for at, amount, changes in pending}
    for at, amount, changes in more:
        before, shift = sums.get(at, (0, {}))
        for form, change in changes:
            shift[form] = shift.get(form, 0) + change
        sums[at] = (before + amount, shift)
    return tuple(
        (at, amount, tuple((form, change) for form, change in sorted(shift.items()) if change))
        for at, (amount, shift) in sorted(sums.items())
    )


def _shifted(balances: Balances, shift: Shift) -> Balances:
    if not shift:
        return balances
    moved = balances.copy()
    for form, change in shift:
        moved[form] += change
    return moved
