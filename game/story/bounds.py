"""Bounds that no play passes, for a scenario with too many states to tell apart.

Here nobody asks for the balances: a comparison may come out either way, an ask may be granted or refused, a deferred
entry that some road avoids may land or not, whichever is worse (or better). What is left has few states, and every
play of the scenario is among the plays of what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.story.detours import Detours
from game.story.shape import ALWAYS_SO, Effect, Option, Road, Shape, Test

_Place = tuple[int, int]
"""(scene, live bits that are kept)."""

_Range = tuple[int, int]
"""(least, greatest), in points."""

_MAYBE = None

SHARE = 4
"""Of the budget, this fraction may go into each attempt."""


def outer_bounds(shape: Shape, *, budget: int, stop: Callable[[], bool]) -> tuple[int, int]:
    """Return totals, in points, below and above which no play ends; the closest that the budget allows."""
    once = 0
    for spot in shape.spots:
        if spot.index in shape.beyond[spot.index]:
            for option in spot.options:
                once |= option.once
    detours = Detours(shape.spots)
    for kept in (~0, once):
        try:
            return _Loose(shape, kept, detours).bounds(budget // SHARE, stop)
        except _TooWideError:
            continue
    return _crude(shape)


class _TooWideError(Exception):
    pass


@dataclass(slots=True)
class _Loose:
    shape: Shape
    kept: int
    """The bits that are remembered; a test of any other may come out either way."""
    detours: Detours

    def bounds(self, budget: int, stop: Callable[[], bool]) -> tuple[int, int]:
        known: dict[_Place, _Range | None] = {}
        begun: set[_Place] = set()
        first = list(self._arrivals(self.shape.start, 0))
        stack: list[tuple[_Place, list[tuple[_Range, _Place]] | None]] = [
            (place, None) for place in first if not self._ends(place)
        ]
        while stack:
            place, steps = stack.pop()
            if steps is not None:
                known[place] = self._range(steps, known)
            elif place not in known:
                if place in begun or len(begun) >= budget or (len(begun) % 1000 == 999 and stop()):
                    raise _TooWideError  # a circle without a once-choice that is remembered, or too many
                begun.add(place)
                steps = list(self._steps(place))
                stack.append((place, steps))
                stack.extend((to, None) for _, to in steps if not self._ends(to) and to not in known)
        found = self._range([((0, 0), place) for place in first], known) or (0, 0)
        return self.shape.capital + found[0], self.shape.capital + found[1]

    def _ends(self, place: _Place) -> bool:
        return self.shape.spots[place[0]].ends

    def _range(self, steps: list[tuple[_Range, _Place]], known: dict[_Place, _Range | None]) -> _Range | None:
        ranges = []
        for (low, high), to in steps:
            ahead = (0, 0) if self._ends(to) else known[to]
            if ahead is not None:
                ranges.append((low + ahead[0], high + ahead[1]))
        return (min(low for low, _ in ranges), max(high for _, high in ranges)) if ranges else None

    def _steps(self, place: _Place) -> Iterator[tuple[_Range, _Place]]:
        scene, mask = place
        for option in self.shape.spots[scene].options:
            if all(self._holds(self.shape.questions[number], mask) is not False for number in option.when):
                for effect in option.effects:
                    yield from self._taken(option, effect, mask)

    def _taken(self, option: Option, effect: Effect, mask: int) -> Iterator[tuple[_Range, _Place]]:
        low = high = effect.gain
        prices = self.shape.prices
        if option.keeps & self.kept == option.keeps:
            if option.keeps & mask:
                low, high = low - prices[option.keeps & mask], high - prices[option.keeps & mask]
                mask = mask & ~option.keeps | option.kept
        else:
            backs = [-price for bit, price in prices.items() if bit & option.keeps]
            low, high = low + min(0, *backs), high + max(0, *backs)
        for every, this in effect.opens:
            low, high = low + prices[this], high + prices[this]
            if every & self.kept == every:
                if every & mask:
                    low, high = low - prices[every & mask], high - prices[every & mask]
            else:
                backs = [-price for bit, price in prices.items() if bit & every]
                low, high = low + min(0, *backs), high + max(0, *backs)
            mask = mask & ~every | this
        mask |= effect.sets
        for to in self._ways(effect.roads, mask):
            less, more = low, high
            for at, amount, _ in effect.due:
                if not self._certain(to, at):
                    less, more = less + min(0, amount), more + max(0, amount)
                else:
                    less, more = less + amount, more + amount
            for place in self._arrivals(to, mask):
                yield (less, more), place

    def _certain(self, to: int, at: int) -> bool:
        """Return whether whoever enters `to` enters `at` before the end."""
        return to == at or not self.detours.misses(to, at)

    def _arrivals(self, scene: int, mask: int) -> Iterator[_Place]:
        ahead, seen = [scene], set[int]()
        while ahead:
            here = ahead.pop()
            if here in seen:
                continue
            seen.add(here)
            spot = self.shape.spots[here]
            if spot.ends:
                yield here, 0
            elif spot.options:
                yield here, mask & self.shape.live[here] & self.kept
            else:
                ahead.extend(self._ways(spot.roads, mask))

    def _ways(self, roads: tuple[Road, ...], mask: int) -> Iterator[int]:
        for number, to in roads:
            answer = True if number == ALWAYS_SO else self._holds(self.shape.questions[number], mask)
            if answer is not False:
                yield to
            if answer is True:
                return

    def _holds(self, test: Test, mask: int) -> bool | None:
        """Return True or False, or None where it may be either."""
        kind, which, _, parts = test
        if kind == "least":
            return _MAYBE
        if kind == "has":
            return bool(mask & which) if which & self.kept else _MAYBE
        answers = [self._holds(part, mask) for part in parts]
        if kind == "not":
            return _MAYBE if answers[0] is None else not answers[0]
        decisive = kind == "some"
        if decisive in answers:
            return decisive
        return _MAYBE if None in answers else not decisive


def _crude(shape: Shape) -> tuple[int, int]:
    """Return bounds by counting.

    Scenes that lead to each other are left and entered again only by once-choices: between two of these a play follows a
    road without a circle, and from such a group it goes on to others, never back.
    """
    groups = _groups(shape)
    group_of = {scene: number for number, members in enumerate(groups) for scene in members}
    best: list[_Range] = []
    for number, members in enumerate(groups):  # each after those that it leads to
        low, high = _within(shape, members)
        ahead = {group_of[lead] for scene in members for lead in shape.spots[scene].leads} - {number}
        best.append((low + min((best[to][0] for to in ahead), default=0), high + max((best[to][1] for to in ahead), default=0)))
    low, high = best[group_of[shape.start]]
    return shape.capital + low, shape.capital + high


def _within(shape: Shape, members: list[int]) -> _Range:
    """Return what a play may lose and win in a group of scenes that lead to each other."""
    inside = set(members)
    if len(members) == 1 and members[0] not in shape.beyond[members[0]]:
        ranges = [_spread(shape, option, effect) for option in shape.spots[members[0]].options for effect in option.effects]
        return min((low for low, _ in ranges), default=0), max((high for _, high in ranges), default=0)
    low = high = back = 0
    lasting: dict[int, list[tuple[_Range, tuple[int, ...]]]] = {}
    for scene in members:
        lasting[scene] = []
        for option in shape.spots[scene].options:
            ranges = [_spread(shape, option, effect) for effect in option.effects]
            if option.once:
                low, high = low + min(0, *(one for one, _ in ranges)), high + max(0, *(one for _, one in ranges))
                back += 1
                continue
            for effect, spread in zip(option.effects, ranges, strict=True):
                to = _ends_of(shape, [road for _, road in effect.roads]) & inside
                lasting[scene].append((spread, tuple(to)))
    least, most = _one_road(lasting)
    return low + (back + 1) * least, high + (back + 1) * most


def _one_road(lasting: dict[int, list[tuple[_Range, tuple[int, ...]]]]) -> _Range:
    """Return what a road without a once-choice may lose and win, begun anywhere and broken off anywhere."""
    known: dict[int, _Range] = {}
    for root in lasting:
        stack = [root]
        while stack:
            scene = stack[-1]
            waiting = [to for _, ways in lasting[scene] for to in ways if to not in known]
            if scene in known or not waiting:
                stack.pop()
                ranges = [
                    (low + min((known[to][0] for to in ways), default=0), high + max((known[to][1] for to in ways), default=0))
                    for (low, high), ways in lasting[scene]
                ]
                known[scene] = (min(0, *(low for low, _ in ranges)), max(0, *(high for _, high in ranges))) if ranges else (0, 0)
            else:
                stack.extend(waiting)
    return min(low for low, _ in known.values()), max(high for _, high in known.values())


def _ends_of(shape: Shape, roads: list[int]) -> set[int]:
    """Return the scenes with choices, and the endings, to which roads lead through scenes without."""
    found, ahead, seen = set[int](), list(roads), set[int]()
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            spot = shape.spots[here]
            if spot.options or spot.ends:
                found.add(here)
            else:
                ahead.extend(to for _, to in spot.roads)
    return found


def _groups(shape: Shape) -> list[list[int]]:
    """Return the scenes in groups that lead to each other, each group after those that it leads to."""
    grouped: dict[int, list[int]] = {}
    for spot in shape.spots:
        circle = {other for other in shape.beyond[spot.index] if spot.index in shape.beyond[other]} | {spot.index}
        grouped.setdefault(min(circle), sorted(circle))
    return sorted(grouped.values(), key=lambda members: len(shape.beyond[members[0]] | set(members)))


def _spread(shape: Shape, option: Option, effect: Effect) -> _Range:
    changes = [effect.gain, *(amount for _, amount, _ in effect.due)]
    bits = option.keeps
    for every, this in effect.opens:
        changes.append(shape.prices[this])
        bits |= every
    changes.extend(-price for bit, price in shape.prices.items() if bit & bits)
    return sum(min(0, change) for change in changes), sum(max(0, change) for change in changes)
