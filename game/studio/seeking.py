"""Plays that a machine of `watching` accepts: over all states of a graph, by the bare connections of the scenes, at
random, and side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import nlargest

from game.story.chance import numbers
from game.story.figures import Extreme
from game.story.shape import Option, Shape, Spot
from game.story.states import Graph
from game.story.vocabulary import ChoiceId, Outcome
from game.story.walker import Step, Walker
from game.studio.watching import Stage, Watch

TRIED = 2_000
"""Plays at random, where there are too many states."""
WIDTH = 100
"""Plays that are carried on with side by side, where the furthest is sought."""
LONGEST = 2_000
"""Moments after which such a play is given up."""

Rank = Callable[[int, int], int]
"""`min` or `max` of totals."""

_Trail = tuple["_Trail", int] | None
_NOTHING: _Trail = None


def is_stop(choice: ChoiceId) -> bool:
    """Return whether a choice is none of the author's, but stands for the arrival at a scene without choices."""
    return choice.startswith("(")


def _standing(graph: Graph, watch: Watch) -> tuple[Stage | None, list[set[Stage]]]:
    """Return where the machine may stand: at the start, and by state."""
    standing: list[set[Stage]] = [set() for _ in graph.edges]
    start = graph.first[1]
    first = watch.begin(graph.scene[start] if start >= 0 else -1 - start)
    if first is not None and start >= 0:
        standing[start].add(first)
    for here in range(len(graph) - 1, -1, -1):
        for q in standing[here]:
            for choice, outcome, _, to in graph.edges[here]:
                if to >= 0 and (on := watch.step(q, choice, outcome, graph.scene[to])) is not None:
                    standing[to].add(on)
    return first, standing


def search(graph: Graph, watch: Watch, of: Rank, *, moments: bool) -> Extreme | None:
    """Return the play that is sought with the least or greatest total (or number of moments); None: there is none."""
    first, standing = _standing(graph, watch)
    if first is None:
        return None
    gained, here = graph.first
    if here < 0:
        return Extreme(graph.shape.capital + gained, ()) if watch.accepts(first) else None
    ahead: list[dict[Stage, int]] = []

    def value(q: Stage, choice: int, outcome: Outcome, gain: int, to: int) -> int | None:
        on = watch.step(q, choice, outcome, graph.scene[to] if to >= 0 else -1 - to)
        if on is None:
            return None
        rest = ahead[to].get(on) if to >= 0 else 0 if watch.accepts(on) else None
        return None if rest is None else rest + (not is_stop(watch.choices[choice].id) if moments else gain)

    for number, edges in enumerate(graph.edges):
        found: dict[Stage, int] = {}
        for q in standing[number]:
            best: int | None = None
            for edge in edges:
                this = value(q, *edge)
                if this is not None:
                    best = this if best is None else of(best, this)
            if best is not None:
                found[q] = best
        ahead.append(found)
    q, path = first, []
    if q not in ahead[here]:
        return None
    while here >= 0:
        wanted = ahead[here][q]
        choice, outcome, gain, to = next(edge for edge in graph.edges[here] if value(q, *edge) == wanted)
        onward = watch.step(q, choice, outcome, graph.scene[to] if to >= 0 else -1 - to)
        assert onward is not None
        q, here, gained = onward, to, gained + gain
        path.append(graph.shape.options[choice].id)
    return Extreme(graph.shape.capital + gained, tuple(path))


def chance(graph: Graph, watch: Watch) -> float:
    first, standing = _standing(graph, watch)
    if first is None:
        return 0.0
    ahead: list[dict[Stage, float]] = []
    for number, edges in enumerate(graph.edges):
        found: dict[Stage, float] = {}
        for q in standing[number]:
            share = 0.0
            for choice, outcome, _, to in edges:
                on = watch.step(q, choice, outcome, graph.scene[to] if to >= 0 else -1 - to)
                if on is not None:
                    share += ahead[to][on] if to >= 0 else watch.accepts(on)
            found[q] = share / len(edges) if edges else 0.0
        ahead.append(found)
    start = graph.first[1]
    return ahead[start][first] if start >= 0 else float(watch.accepts(first))


def connected(watch: Watch) -> bool:
    """Return whether the scenes connect so that such a play might be; where not, no condition can make it one."""
    shape = watch.shape
    seen: set[tuple[int, Stage]] = set()
    ahead = [(to, q) for to in _arrivals(shape, shape.start) if (q := watch.begin(to)) is not None]
    while ahead:
        place = ahead.pop()
        if place in seen:
            continue
        seen.add(place)
        spot, q = shape.spots[place[0]], place[1]
        if spot.ends and watch.accepts(q):
            return True
        for option, outcome, to in _steps(shape, spot):
            on = watch.step(q, option.index, outcome, to)
            if on is not None:
                ahead.append((to, on))
    return False


def _steps(shape: Shape, spot: Spot) -> Iterator[tuple[Option, Outcome, int]]:
    for option in spot.options:
        for effect in option.effects:
            for _, road in effect.roads:
                for to in _arrivals(shape, road):
                    yield option, effect.outcome, to


def _arrivals(shape: Shape, scene: int) -> Iterator[int]:
    """Yield the scenes with choices, and the endings, to which entering a scene may lead, conditions aside."""
    seen, ahead = set[int](), [scene]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            spot = shape.spots[here]
            if spot.options or spot.ends:
                yield here
            ahead.extend(to for _, to in spot.roads)


@dataclass(frozen=True, slots=True)
class Played:
    """A play at random."""

    begins: int
    """The scene of its first arrival."""
    steps: tuple[tuple[int, Outcome, int], ...]
    """(choice, outcome, scene of the arrival after it)."""
    gain: int
    ends: bool


def at_random(shape: Shape, stop: Callable[[], bool]) -> Iterator[Played]:
    luck = numbers(0)
    walker = Walker(shape)
    first = walker.begin()
    for play in range(TRIED):
        if play % 100 == 99 and stop():
            return
        step, gain = first, first.gain
        steps: list[tuple[int, Outcome, int]] = []
        while not step.ends and len(steps) < LONGEST:
            walker.measure(step.balances)
            offered = walker.offered(step.key, step.balances)
            if not offered:
                break
            step = walker.take(offered[next(luck) % len(offered)], step.key, step.balances)
            gain += step.gain
            steps.append((step.option, step.outcome, step.key[0]))
        yield Played(first.key[0], tuple(steps), gain, step.ends)


def among_those(watch: Watch, play: Played) -> Extreme | None:
    q = watch.begin(play.begins)
    for option, outcome, scene in play.steps:
        if q is None:
            return None
        q = watch.step(q, option, outcome, scene)
    if q is None or not play.ends or not watch.accepts(q):
        return None
    options = watch.shape.options
    return Extreme(watch.shape.capital + play.gain, tuple(options[option].id for option, _, _ in play.steps))


def side_by_side(watch: Watch, of: Rank, stop: Callable[[], bool]) -> Iterator[Extreme | None]:
    """Yield the plays to which a beam comes that carries on, moment by moment, with those that stand furthest."""
    walker = Walker(watch.shape)
    first = walker.begin()
    sign = 1 if of is max else -1
    q = watch.begin(first.key[0])
    level: list[tuple[int, Step, Stage, _Trail]] = [] if q is None else [(first.gain, first, q, _NOTHING)]
    for _ in range(LONGEST):
        found: dict[object, tuple[int, Step, Stage, _Trail]] = {}
        for gain, step, here, trail in level:
            if step.ends:
                yield _found(watch, step, here, gain, trail)
                continue
            walker.measure(step.balances)
            for option in walker.offered(step.key, step.balances):
                onward = walker.take(option, step.key, step.balances)
                on = watch.step(here, option.index, onward.outcome, onward.key[0])
                place = (on, onward.key, tuple(onward.balances))
                if on is not None and (place not in found or sign * found[place][0] < sign * (gain + onward.gain)):
                    found[place] = (gain + onward.gain, onward, on, (trail, option.index))
        level = nlargest(WIDTH, found.values(), key=lambda entry: (entry[2][0], sign * entry[0]))
        if not level or stop():
            return


def _found(watch: Watch, step: Step, q: Stage | None, gain: int, trail: _Trail) -> Extreme | None:
    if q is None or not step.ends or not watch.accepts(q):
        return None
    path: list[ChoiceId] = []
    while trail is not None:
        trail, option = trail
        path.append(watch.shape.options[option].id)
    return Extreme(watch.shape.capital + gain, tuple(reversed(path)))
