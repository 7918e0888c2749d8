"""Steps through a reduced scenario, each with all that its outcome hung on; and what a play has left open."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from math import inf

from game.story.detours import Detours
from game.story.shape import ALWAYS_SO, Due, Effect, Option, Road, Shape, Shift, Spot, Test
from game.story.vocabulary import Outcome

Key = tuple[int, int, tuple[Due, ...]]
"""(scene, bits, deferrals): where a play stands, its balances aside."""

Balances = list[int]
"""The value of each form, in points."""

Limits = dict[int, float]
"""By form, the least or the greatest value of a box."""

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
    box: int = -1
    """The number of the box that it leads into, once that is known."""


WIDTH = 16
SLOT = (1 << WIDTH) - 1
"""The facts of a play are one great number, a slot for each question and for each promise."""


@dataclass(slots=True)
class Facts:
    """What is left open of each question ahead, by what happened: all that the bits still mean.

    The slot of a question depends on the same slot of the moment before and on the step between, on nothing else.
    """

    shape: Shape
    known: dict[tuple[int, int], int] = field(default_factory=dict)
    names: list[dict[Test | bool, int]] = field(default_factory=list)
    ahead: list[tuple[list[int], int, int]] = field(default_factory=list)
    """By scene: the questions that may still be asked, the bits that may still be set, the promises that may matter."""

    def __post_init__(self) -> None:
        spots = self.shape.spots
        self.names = [{} for _ in self.shape.questions]
        for spot in spots:
            later = [spots[other] for other in self.shape.beyond[spot.index] | {spot.index}]
            settable = promises = 0
            for other in later:
                settable |= other.sets
                promises |= other.promises
            self.ahead.append((sorted(frozenset().union(*(other.asked for other in later))), settable, promises))

    def of(self, scene: int, mask: int) -> int:
        """Return the facts of whoever stands at the choices of a scene with these bits."""
        found = self.known.get((scene, mask))
        if found is None:
            questions, settable, promises = self.ahead[scene]
            found = 0
            for number in questions:
                left = _left_open(self.shape.questions[number], mask, settable)
                names = self.names[number]
                found |= self._checked(names.setdefault(left, len(names) + 1)) << WIDTH * number
            for number, bits in enumerate(self.shape.promises, len(self.shape.questions)):
                found |= self._checked((mask & bits & promises).bit_length()) << WIDTH * number
            self.known[(scene, mask)] = found
        return found

    def _checked(self, name: int) -> int:
        if name > SLOT:
            raise TooMany
        return name


def _left_open(test: Test, mask: int, settable: int) -> Test | bool:
    """Return what remains of a test: True or False where no balance and no bit that may still be set can change it."""
    kind, which, _, parts = test
    if kind == "least":
        return test
    if kind == "has":
        return True if mask & which else test if settable & which else False
    if kind == "not":
        inner = _left_open(parts[0], mask, settable)
        return not inner if isinstance(inner, bool) else ("not", 0, 0, (inner,))
    decisive = kind == "some"
    left = [_left_open(part, mask, settable) for part in parts]
    if decisive in left:
        return decisive
    open_parts = tuple(part for part in left if not isinstance(part, bool))
    if not open_parts:
        return not decisive
    return open_parts[0] if len(open_parts) == 1 else (kind, 0, 0, open_parts)


class TooMany(Exception):
    """There are more states than the budget allows, or the caller asked to stop."""


@dataclass(slots=True)
class Walker:
    """Makes steps through a shape, and remembers which comparisons they met."""

    shape: Shape
    spots: tuple[Spot, ...] = field(init=False)
    detours: Detours = field(init=False)
    origin: Balances = field(default_factory=list)
    """The balances by which `least` and `greatest` are measured."""
    least: Limits = field(default_factory=dict)
    greatest: Limits = field(default_factory=dict)
    folding: bool = True
    """Whether deferrals that make no difference any more are forgotten; a single play need not care."""
    seen: int = 0
    """The slots of the facts that were looked at since `measure`."""
    reached: set[int] = field(default_factory=set)
    """Every scene entered so far."""
    _together: dict[tuple[tuple[Due, ...], tuple[Due, ...]], tuple[Due, ...]] = field(default_factory=dict)
    _folded: dict[tuple[int, tuple[Due, ...]], tuple[tuple[Due, ...], int, Shift]] = field(default_factory=dict)
    _folded_each: list[dict[Due, tuple[Due | None, int, Shift]]] = field(init=False)
    _read_later: dict[int, frozenset[int]] = field(default_factory=dict)

    _slot: list[int] = field(default_factory=list)
    _slot_of: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spots = self.shape.spots
        self.detours = Detours(self.spots)
        self._folded_each = [{} for _ in self.spots]
        asked = len(self.shape.questions)
        self._slot = [SLOT << WIDTH * number for number in range(asked)]
        self._slot_of = {
            bits: SLOT << WIDTH * (asked + number) for number, bits in enumerate(self.shape.promises)
        } | {0: 0}

    def begin(self) -> Step:
        """Return the arrival at the first moment, as a step of no choice."""
        balances = list(self.shape.origin)
        self.measure(balances)
        return self._arrive(-1, Outcome.PLAIN, self.shape.start, balances, 0, (), 0)

    def measure(self, balances: Balances) -> None:
        """Begin a new box around these balances."""
        self.origin, self.least, self.greatest, self.seen = balances, {}, {}, 0

    def offered(self, key: Key, balances: Balances) -> list[Option]:
        """Return what may be chosen."""
        mask = key[1]
        return [
            option
            for option in self.spots[key[0]].options
            if all(self._asked(number, balances, mask) for number in option.when)
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
        if option.keeps:
            self.seen |= self._slot_of[option.keeps]
        if option.keeps & mask:
            gain -= self.shape.prices[option.keeps & mask]
            mask = mask & ~option.keeps | option.kept
        for every, this in effect.opens:
            self.seen |= self._slot_of[every]
            if every & mask:
                gain -= self.shape.prices[every & mask]
            gain += self.shape.prices[this]
            mask = mask & ~every | this
        mask |= effect.sets
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
            if pending:
                place = bisect_left(pending, (scene,))
                if place < len(pending) and pending[place][0] == scene:
                    _, amount, changes = pending[place]
                    gain += amount
                    balances = _shifted(balances, changes)
                    pending = pending[:place] + pending[place + 1 :]
            if spot.ends:
                return Step(option, outcome, gain, (scene, 0, ()), balances, ends=True)
            if spot.options:
                if pending and self.folding:
                    pending, credit, shift = self._fold(scene, pending)
                    gain += credit
                    balances = _shifted(balances, shift)
                key = (scene, mask & self.shape.live[scene], pending)
                return Step(option, outcome, gain, key, balances, ends=False)
            scene = self._follow(spot.roads, balances, mask)

    def _follow(self, roads: tuple[Road, ...], balances: Balances, mask: int) -> int:
        for number, to in roads:
            if number == ALWAYS_SO or self._asked(number, balances, mask):
                return to
        raise AssertionError("a checked scenario's last way always holds")

    def _asked(self, number: int, balances: Balances, mask: int) -> bool:
        self.seen |= self._slot[number]
        return self._holds(self.shape.questions[number], balances, mask)

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
        each = self._folded_each[scene]
        for due in pending:
            found = each.get(due)
            if found is None:
                found = each[due] = self._fold_one(scene, due)
            left, sure, landed = found
            if left is not None:
                kept.append(left)
            credit += sure
            for form, change in landed:
                shift[form] = shift.get(form, 0) + change
        return tuple(kept), credit, tuple(shift.items())

    def _fold_one(self, scene: int, due: Due) -> tuple[Due | None, int, Shift]:
        at, amount, changes = due
        if at not in self.shape.beyond[scene]:
            return None, 0, ()
        certain, read_before = not self.detours.misses(scene, at), self.detours.read(scene, at)
        read_later = self._forms_from(at)
        waiting = tuple(change for change in changes if change[0] in read_later and read_before >> change[0] & 1)
        # what nobody looks at before it lands may as well have landed
        landed = tuple(change for change in changes if change[0] in read_later and not read_before >> change[0] & 1)
        left = (at, 0 if certain else amount, waiting) if waiting or (amount and not certain) else None
        return left, amount if certain else 0, landed

    def _forms_from(self, scene: int) -> frozenset[int]:
        found = self._read_later.get(scene)
        if found is None:
            later = (self.spots[other].forms for other in self.shape.beyond[scene])
            found = self._read_later[scene] = self.spots[scene].forms.union(*later)
        return found


def _with(pending: tuple[Due, ...], more: tuple[Due, ...]) -> tuple[Due, ...]:
    """Return deferrals, by scene, with some more among them."""
    sums = list(pending)
    for at, amount, changes in more:
        place = bisect_left(sums, (at,))
        before, shift = 0, dict[int, int]()
        if place < len(sums) and sums[place][0] == at:
            _, before, known = sums.pop(place)
            shift = dict(known)
        for form, change in changes:
            shift[form] = shift.get(form, 0) + change
        sums.insert(place, (at, before + amount, tuple((form, change) for form, change in sorted(shift.items()) if change)))
    return tuple(sums)


def _shifted(balances: Balances, shift: Shift) -> Balances:
    if not shift:
        return balances
    moved = balances.copy()
    for form, change in shift:
        moved[form] += change
    return moved
