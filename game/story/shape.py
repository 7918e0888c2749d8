"""A scenario reduced to what can change a figure: numbers, bits and tests, without a word of text.

Only what some `when:`, `once:` or `ask:` may read is kept. Conditions of scripts are left out, for they change what is
told and never what is counted. Balances are kept as *forms*, the sums that some test compares: a form is a coordinate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import gcd

from game.story.condition import ALWAYS, All, AtLeast, Condition, Form, Happened, Marker, Not, Some, leaves
from game.story.model import Ask, Branch, Choice, Promise, Scenario, Scene, Way
from game.story.vocabulary import Amounts, ChoiceId, Outcome, SceneId

Test = tuple[str, int, int, tuple["Test", ...]]
"""("least", form, threshold, ()) | ("has", bit mask, 0, ()) | ("not" | "all" | "some", 0, 0, parts)."""

Shift = tuple[tuple[int, int], ...]
"""(form, change), by form, none zero."""

Due = tuple[int, int, Shift]
"""What waits for a scene: (scene, sum of all its amounts, its change of each form)."""

Road = tuple[int, int]
"""A way on: the number of its question, `ALWAYS_SO` where there is none, and the scene."""

ALWAYS_SO = -1


@dataclass(frozen=True, slots=True)
class Effect:
    """All that one outcome of a choice does."""

    outcome: Outcome
    gain: int
    """The sum of what is posted at once but for the cost of an ask, in points: it counts in the total."""
    shift: Shift
    sets: int
    due: tuple[Due, ...]
    opens: tuple[tuple[int, int], ...]
    """Promises given: (the bits of that promise in any form, the bit of this one)."""
    roads: tuple[Road, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as the counting sees it."""

    index: int
    """From 0, over the whole scenario."""
    id: ChoiceId
    once: int
    """The bit that forbids it, 0 where it may be repeated."""
    when: tuple[int, ...]
    """The questions that must all come out true for it to be offered, `once:` among them."""
    ask: tuple[int, int] | None
    """(form, cost)."""
    keeps: int
    """The bits of the promise that it closes if it is open; 0 where it keeps none."""
    kept: int
    """The bit that is set by keeping it."""
    effects: tuple[Effect, ...]
    """One, or for an ask two: refused, granted."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A scene as the counting sees it."""

    index: int
    id: SceneId
    options: tuple[Option, ...]
    roads: tuple[Road, ...]
    ends: bool
    asked: frozenset[int]
    """Questions that are asked here."""
    promises: int
    """The bits of promises that are given or kept here."""
    sets: int
    """Bits that may be set here, those of promises aside."""
    forms: frozenset[int]
    """Forms that are read here."""
    leads: frozenset[int]
    """Scenes that come next on some road."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The reduced scenario."""

    scenario: Scenario
    spots: tuple[Spot, ...]
    start: int
    options: tuple[Option, ...]
    questions: tuple[Test, ...]
    """Every test, by number."""
    forms: tuple[Form, ...]
    origin: tuple[int, ...]
    """The forms at the start, in points."""
    capital: int
    """All balances at the start, in points."""
    prices: dict[int, int]
    """By bit of an open promise: what breaking it posts, in points."""
    beyond: tuple[frozenset[int], ...]
    """By scene: the scenes that may be reached from its choices or its way on."""
    live: tuple[int, ...]
    """By scene: the bits that may be read there or later."""
    promises: tuple[int, ...]
    """The bits of each promise: one for each price that it may have."""


def shape_of(scenario: Scenario, *, endings_alike: bool = False) -> Shape:
    """Return the scenario reduced to what can change a figure.

    Args:
        scenario: a checked one.
        endings_alike: whether it is all one which of several endings is reached, where that changes no total: then
            whatever is asked only to choose among them need not be known.
    """
    return _Reduction(scenario, _closing(scenario) if endings_alike else frozenset()).shape()


def _closing(scenario: Scenario) -> frozenset[SceneId]:
    """Return the scenes after whose arrival nothing can change the total: the endings, and what only leads there."""
    landed = {
        later.at
        for scene in scenario.scenes.values()
        for choice in scene.choices
        for later in (*choice.later, *(each for _, branch in _outcomes(choice.ask) for each in branch.later))
    }
    found: set[SceneId] = set()
    before = -1
    while len(found) > before:
        before = len(found)
        for name, scene in scenario.scenes.items():
            leads_there = scene.ending is not None or (
                not scene.choices and all(way.to in found for way in scene.next)
            )
            if leads_there and name not in landed:
                found.add(name)
    return frozenset(found)


def after(spots: Sequence[Spot], scene: int, *, avoiding: int = -1) -> frozenset[int]:
    """Return the scenes that may be reached after `scene`, by index, on roads that never enter `avoiding`."""
    found: set[int] = set()
    ahead = [lead for lead in spots[scene].leads if lead != avoiding]
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead.extend(lead for lead in spots[here].leads if lead != avoiding)
    return frozenset(found)


@dataclass
class _Reduction:
    scenario: Scenario
    closing: frozenset[SceneId]
    """Scenes among which no question is asked."""
    scene_at: dict[SceneId, int] = field(init=False)
    bit_of: dict[object, int] = field(default_factory=dict)
    form_at: dict[Form, int] = field(default_factory=dict)
    promise_bits: dict[str, int] = field(default_factory=dict)
    prices: dict[int, int] = field(default_factory=dict)
    questions: dict[Test, int] = field(default_factory=dict)
    read: set[int] = field(default_factory=set)

    def shape(self) -> Shape:
        scenario = self.scenario
        self.scene_at = {scene: index for index, scene in enumerate(scenario.scenes)}
        self._name_what_is_read()
        spots: list[Spot] = []
        options: list[Option] = []
        for index, scene in enumerate(scenario.scenes.values()):
            spots.append(self._spot(index, scene, first=len(options)))
            options.extend(spots[-1].options)
        balances = {person.id: person.capital or 0 for person in scenario.accounts}
        beyond = tuple(after(spots, spot.index) for spot in spots)
        questions = tuple(self.questions)
        here = [spot.promises | _either(_bits(questions[number]) for number in spot.asked) for spot in spots]
        return Shape(
            scenario, tuple(spots), self.scene_at[scenario.start], tuple(options), questions, tuple(self.form_at),
            origin=tuple(sum(factor * balances[who] for who, factor in form) for form in self.form_at),
            capital=sum(balances.values()),
            prices=self.prices,
            beyond=beyond,
            live=tuple(_either(here[other] for other in (spot.index, *beyond[spot.index])) for spot in spots),
            promises=tuple(self.promise_bits.values()),
        )

    def _name_what_is_read(self) -> None:
        for scene in self.scenario.scenes.values():
            for condition in self._conditions(scene):
                for leaf in leaves(condition):
                    if isinstance(leaf, Happened):
                        self._bit(leaf.marker)
                    elif leaf.form:
                        self.form_at.setdefault(_line(leaf.form)[0], len(self.form_at))
            for choice in scene.choices:
                if choice.once:
                    self._bit(("chose", choice.id))
                if choice.ask:
                    self.form_at.setdefault(((choice.ask.of, 1),), len(self.form_at))
                for promise in _promises(choice):
                    price = _sum(promise.broken)
                    bit = self._bit((promise.id, price))
                    self.prices[bit] = price
                    self.promise_bits[promise.id] = self.promise_bits.get(promise.id, 0) | bit

    def _bit(self, name: object) -> int:
        return self.bit_of.setdefault(name, 1 << len(self.bit_of))

    def _spot(self, index: int, scene: Scene, *, first: int) -> Spot:
        options = tuple(self._option(first + number, choice) for number, choice in enumerate(scene.choices))
        roads = self._roads(scene.next) if not options and scene.ending is None else ()
        everywhere = (*roads, *(road for option in options for effect in option.effects for road in effect.roads))
        asked = {number for number, _ in everywhere if number != ALWAYS_SO}
        asked.update(number for option in options for number in option.when)
        self.read = {option.ask[0] for option in options if option.ask}
        for condition in self._conditions(scene):
            self._note(condition)
        effects = [effect for option in options for effect in option.effects]
        return Spot(
            index, scene.id, options, roads, scene.ending is not None, frozenset(asked),
            promises=_either(option.keeps for option in options)
            | _either(every for effect in effects for every, _ in effect.opens),
            sets=_either(option.kept for option in options) | _either(effect.sets for effect in effects),
            forms=frozenset(self.read),
            leads=frozenset(to for _, to in everywhere),
        )

    def _conditions(self, scene: Scene) -> Iterator[Condition]:
        for choice in scene.choices:
            yield choice.when
            for _, branch in _outcomes(choice.ask):
                for way in self._asked(branch.next or choice.next):
                    yield way.when
        if not scene.choices:
            for way in self._asked(scene.next):
                yield way.when

    def _note(self, condition: Condition) -> None:
        for leaf in leaves(condition):
            if isinstance(leaf, AtLeast) and leaf.form:
                self.read.add(self.form_at[_line(leaf.form)[0]])

    def _question(self, test: Test | None) -> int:
        return ALWAYS_SO if test is None else self.questions.setdefault(test, len(self.questions))

    def _option(self, index: int, choice: Choice) -> Option:
        once = self.bit_of[("chose", choice.id)] if choice.once else 0
        tests: list[Test] = [("not", 0, 0, (("has", once, 0, ()),))] if once else []
        if (when := self._test(choice.when)) is not None:
            tests.append(when)
        return Option(
            index, choice.id, once, tuple(self._question(test) for test in tests),
            ask=(self.form_at[((choice.ask.of, 1),)], choice.ask.cost) if choice.ask else None,
            keeps=self.promise_bits.get(choice.keeps, 0) if choice.keeps else 0,
            kept=self.bit_of.get(("kept", choice.keeps), 0),
            effects=tuple(self._effect(choice, *which) for which in _outcomes(choice.ask)),
        )

    def _effect(self, choice: Choice, outcome: Outcome, branch: Branch) -> Effect:
        posted = (*choice.capital, *branch.capital)
        cost = ((choice.ask.of, -choice.ask.cost),) if choice.ask and outcome is Outcome.GRANTED else ()
        happened: list[Marker] = [("flag", flag) for flag in (*choice.flags, *branch.flags)]
        happened.append(("chose", choice.id))
        if outcome is Outcome.GRANTED:
            happened.append(("granted", choice.id))
        promises = tuple(promise for promise in (choice.promise, branch.promise) if promise)
        happened.extend(("promised", promise.id) for promise in promises)
        return Effect(
            outcome, _sum(posted), self._shift((*cost, *posted)),
            sets=_either(self.bit_of.get(marker, 0) for marker in happened),
            due=tuple(
                (self.scene_at[later.at], _sum(later.capital), self._shift(later.capital))
                for later in (*choice.later, *branch.later)
            ),
            opens=tuple(
                (self.promise_bits[promise.id], self.bit_of[(promise.id, _sum(promise.broken))])
                for promise in promises
            ),
            roads=self._roads(branch.next or choice.next),
        )

    def _roads(self, ways: Iterable[Way]) -> tuple[Road, ...]:
        roads: list[Road] = []
        for way in self._asked(ways):
            roads.append((self._question(self._test(way.when)), self.scene_at[way.to]))
            if roads[-1][0] == ALWAYS_SO:
                break
        return tuple(roads)

    def _asked(self, ways: Iterable[Way]) -> tuple[Way, ...]:
        told = tuple(ways)
        if told and all(way.to in self.closing for way in told):
            return (replace(told[-1], when=ALWAYS),)
        return told

    def _shift(self, amounts: Amounts) -> Shift:
        changes = (
            (index, sum(dict(form).get(who, 0) * amount for who, amount in amounts))
            for form, index in self.form_at.items()
        )
        return tuple((index, change) for index, change in changes if change)

    def _test(self, condition: Condition) -> Test | None:
        if condition == ALWAYS:
            return None
        match condition:
            case AtLeast(form, threshold):
                if not form:
                    return ("all" if threshold <= 0 else "some", 0, 0, ())
                line, factor = _line(form)
                if factor > 0:
                    return ("least", self.form_at[line], -(-threshold // factor), ())
                # -n * line >= threshold: line is at most threshold / -n, that is, not one more
                return ("not", 0, 0, (("least", self.form_at[line], threshold // factor + 1, ()),))
            case Happened(marker):
                return ("has", self.bit_of[marker], 0, ())
            case Not(inner):
                return ("not", 0, 0, (self._part(inner),))
            case All(parts):
                return ("all", 0, 0, tuple(self._part(part) for part in parts))
            case Some(parts):
                return ("some", 0, 0, tuple(self._part(part) for part in parts))

    def _part(self, condition: Condition) -> Test:
        return self._test(condition) or ("all", 0, 0, ())


def _bits(test: Test) -> int:
    return (test[1] if test[0] == "has" else 0) | _either(_bits(part) for part in test[3])


def _line(form: Form) -> tuple[Form, int]:
    """Return a form without its common factor, its first one above zero, and that factor: one coordinate for all."""
    common = gcd(*(factor for _, factor in form))
    if form[0][1] < 0:
        common = -common
    return tuple((who, factor // common) for who, factor in form), common


def _outcomes(ask: Ask | None) -> tuple[tuple[Outcome, Branch], ...]:
    if ask is None:
        return ((Outcome.PLAIN, Branch()),)
    return ((Outcome.REFUSED, ask.refused), (Outcome.GRANTED, ask.granted))


def _promises(choice: Choice) -> Iterator[Promise]:
    for promise in (choice.promise, *(branch.promise for _, branch in _outcomes(choice.ask))):
        if promise is not None:
            yield promise


def _sum(amounts: Amounts) -> int:
    return sum(amount for _, amount in amounts)


def _either(masks: Iterable[int]) -> int:
    together = 0
    for mask in masks:
        together |= mask
    return together
