"""Between which balances each account lies when a scene begins, over all plays that come there.

Plays that stand in one box of the exact analysis have the same choices, outcomes and scenes ahead; so of those that
also wait for the same entries and owe the same promises, the least and the greatest balance of each person are enough.
That is exact, within a budget of boxes. Beyond it random plays are followed, and what they met is said to be no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import NamedTuple

from game.story.model import Branch, Later, Promise, Scenario
from game.story.playthrough import State, offered, start, step
from game.story.shape import Option, Road, Shape, shape_of
from game.story.states import Frame, Search
from game.story.vocabulary import Outcome
from game.story.walker import Balances, Facts, Key, Step, TooMany, Walker

BUDGET = 120_000
"""Boxes that are worked out before it is given up to be exact; some five seconds."""
PLACES = 20
"""Places that are looked at for each box, over all people: one differs from the next by what is still to come."""
SAMPLE = 20_000
"""Choices that random plays then make together."""

Range = tuple[int, int]
_Points = list[int]
"""By person, in the order of the accounts."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """The balances with which scenes begin."""

    exact: bool
    plays: int
    """Where not exact: how many random plays were followed."""
    scenes: Mapping[str, Mapping[str, Range]]
    """By scene and person: the least and the greatest, in points; a scene that nothing came to is left out."""


class Stopped(Exception):
    """The caller asked to stop."""


def never() -> bool:
    """Return False: nobody asks to stop."""
    return False


def ranges(scenario: Scenario, *, budget: int = BUDGET, sample: int = SAMPLE, seed: int = 0, stop: Callable[[], bool] = never) -> Ranges:
    """Return the balances with which scenes begin.

    Args:
        scenario: a checked one.
        budget: boxes that are worked out before it is given up to be exact.
        sample: choices that random plays make then.
        seed: of these plays.
        stop: asked now and then.

    Raises:
        Stopped: `stop` said so.
    """
    found = _Found(tuple(person.id for person in scenario.accounts))
    try:
        _Whole(scenario, found).walk(budget, stop)
    except TooMany:
        if stop():
            raise Stopped from None
        found = _Found(found.people)
        plays = _sample(scenario, found, sample, Random(seed), stop)
        return Ranges(False, plays, found.named())
    return Ranges(True, 0, found.named())


def bones(scenario: Scenario) -> object:
    """Return what the ranges depend on, and no word of text: where it is equal, so are they."""

    def later(one: Later) -> object:
        return one.at, one.capital

    def promise(one: Promise | None) -> object:
        return one and (one.id, one.broken)

    def branch(one: Branch) -> object:
        return one.capital, tuple(map(later, one.later)), one.flags, promise(one.promise), one.next

    return scenario.start, tuple((who.id, who.capital) for who in scenario.accounts), tuple(
        (
            scene.id, scene.ending is None, scene.next,
            tuple(
                (
                    one.id, one.when, one.once, one.capital, tuple(map(later, one.later)), promise(one.promise), one.keeps, one.flags,
                    one.next, one.ask and (one.ask.of, one.ask.cost, branch(one.ask.granted), branch(one.ask.refused)),
                )
                for one in scene.choices
            ),
        )
        for scene in scenario.scenes.values()
    )  # fmt: skip


@dataclass(slots=True)
class _Found:
    """The ranges so far."""

    people: tuple[str, ...]
    scenes: dict[str, tuple[_Points, _Points]] = field(default_factory=dict)

    def note(self, scene: str, least: _Points, greatest: _Points) -> None:
        known = self.scenes.get(scene)
        if known is None:
            self.scenes[scene] = least.copy(), greatest.copy()
        else:
            _widen(known, least, greatest)

    def one(self, scene: str, number: int, least: int, greatest: int) -> None:
        lows, highs = self.scenes.setdefault(scene, ([0] * len(self.people), [0] * len(self.people)))
        lows[number], highs[number] = least, greatest

    def named(self) -> dict[str, dict[str, Range]]:
        return {
            scene: {who: (low, high) for who, low, high in zip(self.people, least, greatest, strict=True)}
            for scene, (least, greatest) in self.scenes.items()
        }


def _widen(known: tuple[_Points, _Points], least: _Points, greatest: _Points) -> None:
    lows, highs = known
    for number, low in enumerate(least):
        lows[number] = min(lows[number], low)
        highs[number] = max(highs[number], greatest[number])


# Exactly: the boxes of the analysis, and what led from one to the next.


class _Edge(NamedTuple):
    option: int
    outcome: Outcome
    trail: tuple[int, ...]
    """The scenes that are entered, by index; the last is where a choice is made next, or an ending."""
    to: int
    """The box; below zero where the play is over."""


class _TrackingWalker(Walker):
    """Remembers which scenes each step came through."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        self.trail: list[int] = []
        self.trails: dict[int, tuple[int, ...]] = {}

    def begin(self) -> Step:
        self.trail = [self.shape.start]
        first = super().begin()
        self.trails[id(first)] = tuple(self.trail)
        return first

    def take(self, option: Option, key: Key, balances: Balances) -> Step:
        self.trail = []
        made = super().take(option, key, balances)
        self.trails[id(made)] = tuple(self.trail)
        return made

    def _follow(self, roads: tuple[Road, ...], balances: Balances, mask: int) -> int:
        to = super()._follow(roads, balances, mask)
        self.trail.append(to)
        return to


class _TrackingSearch(Search):
    """Remembers what each box leads to, before boxes that lead to the same are counted as one."""

    def __init__(self, walker: _TrackingWalker) -> None:
        super().__init__(walker, Facts(walker.shape))
        self.trails = walker.trails
        self.leads: list[tuple[_Edge, ...]] = []

    def _settle(self, frame: Frame) -> None:
        super()._settle(frame)
        self.leads.append(
            tuple(_Edge(one.option, one.outcome, self.trails.pop(id(one)), -1 if one.ends else one.box) for one in frame.steps)
        )


_Waiting = tuple[tuple[int, ...], tuple[int, ...]]
"""Deferred entries that have not landed and promises that are open, by number; of one person only."""


class _Deed(NamedTuple):
    """What one outcome of a choice does to one person's account."""

    points: int
    later: tuple[int, ...]
    closes: frozenset[str]
    """Promises that are kept, or given anew."""
    opens: tuple[int, ...]


_NOTHING = _Deed(0, (), frozenset(), ())


class _Whole:
    def __init__(self, scenario: Scenario, found: _Found) -> None:
        self.scenario, self.found = scenario, found
        self.shape = shape_of(scenario)
        self.names = [spot.id for spot in self.shape.spots]
        self.place = {name: number for number, name in enumerate(self.names)}

    def walk(self, budget: int, stop: Callable[[], bool]) -> None:
        """Note the ranges.

        Raises:
            TooMany: the budget does not suffice, or `stop` said so.
        """
        walker = _TrackingWalker(self.shape)
        search = _TrackingSearch(walker)
        search.graph(budget, stop)
        walker.begin()
        left = [budget * PLACES]
        for number, who in enumerate(self.found.people):
            _Account(self, number, who).walk(search.leads, tuple(walker.trail), left, stop)


class _Account:
    """Follows one person's balance through the boxes."""

    def __init__(self, whole: _Whole, number: int, who: str) -> None:
        self.whole, self.number, self.who = whole, number, who
        self.ends = [spot.ends for spot in whole.shape.spots]
        self.laters: list[tuple[int, int]] = []
        """Each deferred entry: the scene in which it lands, by index, and the points."""
        self.promises: list[tuple[str, int]] = []
        """Each promise, and what it posts where it is broken."""
        self.deeds = self._deeds()
        self.least: dict[int, int] = {}
        self.greatest: dict[int, int] = {}

    def walk(self, leads: list[tuple[_Edge, ...]], trail: tuple[int, ...], left: list[int], stop: Callable[[], bool]) -> None:
        begun = self.whole.scenario.people[self.who].capital or 0
        waiting, low, high = self._arrive(trail, ((), ()), begun, begun)
        places: list[dict[_Waiting, tuple[int, int]]] = [{} for _ in leads]
        if places:
            places[-1][waiting] = low, high  # the first box is settled last
        for box in range(len(places) - 1, -1, -1):
            here, places[box] = places[box], {}
            left[0] -= len(here)
            if left[0] < 0 or (box % 1000 == 0 and stop()):
                raise TooMany
            for edge in leads[box]:
                deed = self.deeds.get((edge.option, edge.outcome), _NOTHING)
                for before, (low, high) in here.items():
                    waiting = before if deed is _NOTHING else self._chosen(deed, before)
                    waiting, less, more = self._arrive(edge.trail, waiting, low + deed.points, high + deed.points)
                    if edge.to < 0:
                        continue
                    there = places[edge.to]
                    known = there.get(waiting)
                    if known is None:
                        there[waiting] = less, more
                    elif less < known[0] or more > known[1]:
                        there[waiting] = min(less, known[0]), max(more, known[1])
        for scene, least in self.least.items():
            self.whole.found.one(self.whole.names[scene], self.number, least, self.greatest[scene])

    def _chosen(self, deed: _Deed, waiting: _Waiting) -> _Waiting:
        later, given = waiting
        if deed.later:
            later = tuple(sorted((*later, *deed.later)))
        if given and deed.closes:
            given = tuple(one for one in given if self.promises[one][0] not in deed.closes)
        if deed.opens:
            given = tuple(sorted((*given, *deed.opens)))
        return later, given

    def _arrive(self, trail: tuple[int, ...], waiting: _Waiting, low: int, high: int) -> tuple[_Waiting, int, int]:
        later, given = waiting
        for at in trail:
            if later:
                due = sum(self.laters[one][1] for one in later if self.laters[one][0] == at)
                later = tuple(one for one in later if self.laters[one][0] != at)
                low, high = low + due, high + due
            if given and self.ends[at]:
                due = sum(self.promises[one][1] for one in given)
                low, high = low + due, high + due
            if low < self.least.get(at, low + 1):
                self.least[at] = low
            if high > self.greatest.get(at, high - 1):
                self.greatest[at] = high
        if later:
            ahead = self.whole.shape.beyond[trail[-1]]
            later = tuple(one for one in later if self.laters[one][0] in ahead)
        return (later, given), low, high

    def _deeds(self) -> dict[tuple[int, Outcome], _Deed]:
        found = {}
        choices = (choice for scene in self.whole.scenario.scenes.values() for choice in scene.choices)
        for index, choice in enumerate(choices):
            outcomes = {Outcome.PLAIN: Branch()}
            if choice.ask is not None:
                outcomes = {Outcome.GRANTED: choice.ask.granted, Outcome.REFUSED: choice.ask.refused}
            for outcome, branch in outcomes.items():
                points = self._mine((*choice.capital, *branch.capital))
                if choice.ask is not None and choice.ask.of == self.who and outcome is Outcome.GRANTED:
                    points -= choice.ask.cost
                given = {promise.id: promise for promise in (choice.promise, branch.promise) if promise is not None}
                closes = frozenset((*given, *([choice.keeps] if choice.keeps else ())))
                deed = _Deed(points, self._later((*choice.later, *branch.later)), closes, self._opened(given.values()))
                if deed != _NOTHING:
                    found[(index, outcome)] = deed
        return found

    def _mine(self, amounts: Iterable[tuple[str, int]]) -> int:
        return sum(amount for who, amount in amounts if who == self.who)

    def _later(self, laters: Iterable[Later]) -> tuple[int, ...]:
        found = []
        for one in laters:
            if amount := self._mine(one.capital):
                found.append(len(self.laters))
                self.laters.append((self.whole.place[one.at], amount))
        return tuple(found)

    def _opened(self, promises: Iterable[Promise]) -> tuple[int, ...]:
        found = []
        for one in promises:
            if amount := self._mine(one.broken):
                found.append(len(self.promises))
                self.promises.append((one.id, amount))
        return tuple(found)


# At random.


def _sample(scenario: Scenario, found: _Found, most: int, luck: Random, stop: Callable[[], bool]) -> int:
    """Note what random plays meet; returns how many there were."""
    plays = made = 0
    while made < most:
        state = start(scenario)
        balances = {person.id: person.capital or 0 for person in scenario.accounts}
        _note_arrivals(state, balances, found)
        while not state.over and made < most and (choices := list(offered(state))):
            made += 1
            if made % 256 == 0 and stop():
                raise Stopped
            state = step(state, luck.choice(choices))
            for entry in state.moments[-1].posted:
                balances[entry.person] += entry.amount
            _note_arrivals(state, balances, found)
            state = replace(state, ledger=(), moments=state.moments[-1:])
        plays += 1
    return plays


def _note_arrivals(state: State, balances: dict[str, int], found: _Found) -> None:
    for arrival in state.arrivals:
        for entry in arrival.posted:
            balances[entry.person] += entry.amount
        now = [balances[who] for who in found.people]
        found.note(arrival.scene, now, now)
