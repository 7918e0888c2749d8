"""Every state that a scenario can reach, those that can never be told apart counted as one.

A state forgets what nothing later can read (liveness): bits, deferred entries whose scene is behind, entries whose
scene is certain to come (they count at once), the order in which entries were deferred. And it stands for a *box* of
balances (quantising): while a state is worked out, each comparison that is met on any road from it narrows the box to
the balances for which that comparison comes out the same; other balances in the box need no work. Nothing is estimated:
whoever stands in the box has the same choices, the same gains and the same endings ahead, so every figure is exact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from game.story.shape import Due, Effect, Option, Road, Shape, Shift, Spot, Test, after
from game.story.vocabulary import Outcome

Key = tuple[int, int, tuple[Due, ...]]
"""(scene, live bits, live deferrals): what a state is, its balances aside."""

Balances = list[int]
"""The value of each form, in points."""

Limits = dict[int, float]
"""By form, the least or the greatest value of a box."""

Box = tuple[tuple[int, float, float], ...]
"""(form, least, greatest), both inclusive, for each form that is read on some road from here."""

Edge = tuple[int, Outcome, int, int]
"""(choice, outcome, gain in points, where to): a state's number, or below zero the ending of scene -1 - n."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one choice leads to, before its state has a number."""

    option: int
    outcome: Outcome
    gain: int
    key: Key
    """For an ending only the scene counts."""
    balances: Balances
    ends: bool


@dataclass(slots=True)
class Walker:
    """Makes steps through a shape, and remembers which comparisons they met."""

    shape: Shape
    spots: tuple[Spot, ...] = field(init=False)
    origin: Balances = field(default_factory=list)
    """The balances by which `least` and `greatest` are measured."""
    least: Limits = field(default_factory=dict)
    greatest: Limits = field(default_factory=dict)
    reached: set[int] = field(default_factory=set)
    """Every scene entered so far."""
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
        self.origin, self.least, self.greatest = balances, {}, {}

    def offered(self, key: Key, balances: Balances) -> list[Option]:
        """Return what may be chosen."""
        mask = key[1]
        return [
            option
            for option in self.spots[key[0]].options
            if not option.once & mask and (option.when is None or self._holds(option.when, balances, mask))
        ]

    def take(self, option: Option, key: Key, balances: Balances) -> Step:
        """Return where a choice leads."""
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
        if option.keeps & mask:
            gain -= self.shape.prices[option.keeps & mask]
            mask = mask & ~option.keeps | option.kept
        for every, this in effect.opens:
            if every & mask:
                gain -= self.shape.prices[every & mask]
            gain += self.shape.prices[this]
            mask = mask & ~every | this
        mask |= effect.sets
        if effect.due:
            pending = _with(pending, effect.due)
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
                return Step(option, outcome, gain, (scene, 0, ()), balances, ends=True)
            if spot.options:
                if pending:
                    pending, credit, shift = self._fold(scene, pending)
                    gain += credit
                    balances = _shifted(balances, shift)
                return Step(option, outcome, gain, (scene, mask & self.shape.live[scene], pending), balances, ends=False)
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


Place = Any
"""A state's number, or [form, threshold, place below it, place from it on], or None: nothing yet."""


@dataclass(slots=True)
class _Search:
    walker: Walker
    places: dict[Key, Place] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    scene: list[int] = field(default_factory=list)
    edges: list[tuple[Edge, ...]] = field(default_factory=list)

    def graph(self, budget: int, stop: Callable[[], bool]) -> Graph:
        walker = self.walker
        first = walker.begin()
        begun = 0
        # Each frame: key, balances, the steps from there, the box so far; worked out when all it leads to is.
        stack: list[tuple[Key, Balances, list[Step] | None, Limits, Limits]] = []
        if not first.ends:
            stack.append((first.key, first.balances, None, {}, {}))
        while stack:
            key, balances, steps, least, greatest = stack.pop()
            if steps is not None:
                self._settle(key, balances, steps, least, greatest)
            elif self.find(key, balances) < 0:
                begun += 1
                if begun > budget or (begun % 1000 == 0 and stop()):
                    raise TooMany
                walker.measure(balances)
                steps = [walker.take(option, key, balances) for option in walker.offered(key, balances)]
                stack.append((key, balances, steps, walker.least, walker.greatest))
                stack.extend((step.key, step.balances, None, {}, {}) for step in steps if not step.ends)
        return Graph(
            walker.shape, (first.gain, self._where(first)), self.scene, self.edges, frozenset(walker.reached)
        )

    def _where(self, step: Step) -> int:
        return -1 - step.key[0] if step.ends else self.find(step.key, step.balances)

    def find(self, key: Key, balances: Balances) -> int:
        """Return the number of the state in whose box these balances lie; -1 where none is known."""
        place = self.places.get(key)
        while isinstance(place, list):
            place = place[3 if balances[place[0]] >= place[1] else 2]
        if place is None:
            return -1
        for form, least, greatest in self.boxes[place]:
            if not least <= balances[form] <= greatest:
                return -1
        return int(place)

    def _settle(self, key: Key, balances: Balances, steps: list[Step], least: Limits, greatest: Limits) -> None:
        if self.find(key, balances) >= 0:
            return
        edges: list[Edge] = []
        for step in steps:
            where = self._where(step)
            edges.append((step.option, step.outcome, step.gain, where))
            if where >= 0:
                for form, low, high in self.boxes[where]:
                    moved = step.balances[form] - balances[form]
                    if low - moved > least.get(form, -inf):
                        least[form] = low - moved
                    if high - moved < greatest.get(form, inf):
                        greatest[form] = high - moved
        number = len(self.edges)
        self.edges.append(tuple(edges))
        self.scene.append(key[0])
        box = tuple(
            (form, least.get(form, -inf), greatest.get(form, inf)) for form in sorted(least.keys() | greatest.keys())
        )
        self.boxes.append(box)
        self.places[key] = self._placed(self.places.get(key), balances, number)

    def _placed(self, place: Place, balances: Balances, number: int) -> Place:
        """Return the places of a key with one more state; each split is at the edge of a box, so no box is cut."""
        if place is None:
            return number
        top, parent, side = place, None, 0
        while isinstance(place, list):
            parent, side = place, 3 if balances[place[0]] >= place[1] else 2
            place = place[side]
        if place is not None:
            place = self._split(place, balances, number)
        else:
            place = number
        if parent is None:
            return place
        parent[side] = place
        return top

    def _split(self, old: int, balances: Balances, new: int) -> Place:
        for form, least, greatest in self.boxes[old]:
            if balances[form] < least:
                return [form, int(least), new, old]
            if balances[form] > greatest:
                return [form, int(greatest) + 1, old, new]
        raise AssertionError("the balances lie in no known box")


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
