"""Bounds that no play passes, for a scenario with too many states to tell apart.

Here nobody asks for the balances: a comparison may come out either way, an ask may be granted or refused, a deferred
entry that some road avoids may land or not, whichever is worse (or better). What is left has few states, and every
play of the scenario is among the plays of what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from game.story.shape import ALWAYS_SO, Effect, Option, Road, Shape, Test, after

_Place = tuple[int, int]
"""(scene, live bits that are kept)."""

_Range = tuple[int, int]
"""(least, greatest), in points."""

_MAYBE = None


def outer_bounds(shape: Shape, *, budget: int, stop: Callable[[], bool]) -> tuple[int, int]:
    """Return totals, in points, below and above which no play ends; the closest that the budget allows."""
    once = 0
    for spot in shape.spots:
        if spot.index in shape.beyond[spot.index]:
            for option in spot.options:
                once |= option.once
    for kept in (~0, once):
        try:
            return _Loose(shape, kept).bounds(budget, stop)
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
    certain: dict[tuple[int, int], bool] = field(default_factory=dict)

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
        found = self.certain.get((to, at))
        if found is None:
            spots = self.shape.spots
            others = () if to == at else after(spots, to, avoiding=at)
            found = to == at or not (spots[to].ends or any(spots[other].ends for other in others))
            self.certain[(to, at)] = found
        return found

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
    """Return bounds by counting: each scene as often as once-choices can lead back to it, each time at its most."""
    low = high = shape.capital
    for spot in shape.spots:
        if not spot.options:
            continue
        circle = [other for other in shape.beyond[spot.index] if spot.index in shape.beyond[other]]
        visits = 1 + sum(1 for other in circle for option in shape.spots[other].options if option.once)
        ranges = [_spread(shape, option, effect) for option in spot.options for effect in option.effects]
        low += visits * min(0, *(least for least, _ in ranges))
        high += visits * max(0, *(most for _, most in ranges))
    return low, high


def _spread(shape: Shape, option: Option, effect: Effect) -> _Range:
    changes = [effect.gain, *(amount for _, amount, _ in effect.due)]
    bits = option.keeps
    for every, this in effect.opens:
        changes.append(shape.prices[this])
        bits |= every
    changes.extend(-price for bit, price in shape.prices.items() if bit & bits)
    return sum(min(0, change) for change in changes), sum(max(0, change) for change in changes)
