"""From all states to exact figures: extremes backwards, chances forwards, in whole numbers throughout."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import lcm

from game.story.errors import NoEndingReached
from game.story.figures import Analysis, Answered, Choices, Extreme, Reached, Stuck
from game.story.states import Edge, Graph
from game.story.vocabulary import ChoiceId, Outcome, SceneId


def figures(graph: Graph) -> Analysis:
    """Return the exact analysis.

    Raises:
        NoEndingReached: no play reaches an ending.
    """
    least, most = extreme(graph, min), extreme(graph, max)
    stuck = _stuck(graph)
    if least is None or most is None:
        raise NoEndingReached(tuple(place.scene for place in stuck))
    chances = _chances(graph)
    whole = sum(chances.totals.values())
    options = graph.shape.options
    ways = _ways_to_endings(graph)
    return Analysis(
        exact=True,
        worst=least, best=most, lowest=least.total, highest=most.total,
        mean=sum(total * weight for total, weight in chances.totals.items()) / whole,
        distribution={total: weight / whole for total, weight in sorted(chances.totals.items())},
        endings={
            spot.id: Reached(chances.endings.get(spot.index, 0) / chances.one, ways.get(spot.index))
            for spot in graph.shape.spots
            if spot.ends
        },
        asks={
            option.id: Answered(
                chances.answers.get((option.index, Outcome.GRANTED), 0) / chances.one,
                chances.answers.get((option.index, Outcome.REFUSED), 0) / chances.one,
            )
            for option in options
            if option.ask
        },
        scenes=frozenset(graph.shape.spots[scene].id for scene in graph.reached),
        choices=frozenset(options[edge[0]].id for edges in graph.edges for edge in edges),
        stuck=stuck,
        states=len(graph),
    )


def extreme(
    graph: Graph, of: Callable[[int, int], int], *, allowed: Callable[[ChoiceId], bool] = lambda choice: True,
    first: ChoiceId | None = None,
) -> Extreme | None:
    """Return the least (`of=min`) or the greatest (`of=max`) total, and the shortest play that reaches it.

    Args:
        graph: all states.
        of: `min` or `max`.
        allowed: the choices that may be made; all by default.
        first: the choice that the play begins with; any by default.

    Returns:
        None where no such play reaches an ending.
    """
    options = graph.shape.options
    may = [allowed(option.id) for option in options]
    ahead: list[_Ahead | None] = []
    for edges in graph.edges:
        ahead.append(_furthest(edges, ahead, of, may))
    gained, here = graph.first
    path: list[ChoiceId] = []
    while here >= 0:
        edges = graph.edges[here]
        if not path and first is not None:
            edges = tuple(edge for edge in edges if options[edge[0]].id == first)
        found = _furthest(edges, ahead, of, may)
        if found is None:
            return None
        _, _, (choice, _, gain, here) = found
        gained += gain
        path.append(options[choice].id)
    return Extreme(graph.shape.capital + gained, tuple(path))


_Ahead = tuple[int, int, Edge]
"""What the furthest play from a state still gains, in how many moments at least, and its first step."""


def _furthest(
    edges: tuple[Edge, ...], ahead: list[_Ahead | None], of: Callable[[int, int], int], may: list[bool]
) -> _Ahead | None:
    """Return the furthest way on, of several the shortest, of those the first as written; None where none ends."""
    value = moments = 0
    taken: Edge | None = None
    for edge in edges:
        choice, _, gain, to = edge
        rest = ahead[to] if to >= 0 else _ENDED
        if rest is None or not may[choice]:
            continue
        total, length = gain + rest[0], rest[1] + 1
        if taken is None or (total != value and of(total, value) == total) or (total == value and length < moments):
            value, moments, taken = total, length, edge
    return None if taken is None else (value, moments, taken)


_ENDED: _Ahead = (0, 0, (-1, Outcome.PLAIN, 0, -1))


@dataclass(frozen=True, slots=True)
class _Chances:
    one: int
    """The weight of certainty."""
    totals: dict[int, int]
    endings: dict[int, int]
    answers: dict[tuple[int, Outcome], int]


def _chances(graph: Graph) -> _Chances:
    """Return the weights of all that may happen at random.

    The weights of a state's gains so far are packed into one great number, a fixed width for each point: to add a gain
    is to shift, to meet is to add, and the machine does hundreds of points at a stroke. A weight is divided by the
    number of choices at each moment, so certainty weighs what all divisions on any road go into.
    """
    shares: list[int] = []
    for edges in graph.edges:
        ahead = 1
        for to in {edge[3] for edge in edges}:
            if to >= 0:
                ahead = lcm(ahead, shares[to])
        shares.append(ahead * max(1, len(edges)))
    gained, start = graph.first
    one = shares[start] if start >= 0 else 1
    width = -(-(one.bit_length() + 1) // 8) * 8
    weights = [0] * len(shares)  # of each state, whatever was gained
    packed = [0] * len(shares)
    least = [0] * len(shares)  # the gain that the lowest slot stands for
    endings: dict[int, int] = {}
    ended: dict[int, tuple[int, int]] = {}
    answers: dict[tuple[int, Outcome], int] = {}
    if start >= 0:
        weights[start] = packed[start] = one
        least[start] = gained
    else:
        endings[-1 - start], ended[-1 - start] = 1, (gained, 1)
    for here in range(len(shares) - 1, -1, -1):
        if not (edges := graph.edges[here]) or not weights[here]:
            continue
        share, slots, low = weights[here] // len(edges), packed[here] // len(edges), least[here]
        packed[here] = 0
        for choice, outcome, gain, to in edges:
            if outcome is not Outcome.PLAIN:
                answers[(choice, outcome)] = answers.get((choice, outcome), 0) + share
            if to >= 0:
                least[to], packed[to] = _met(least[to], packed[to], low + gain, slots, width)
                weights[to] += share
            else:
                endings[-1 - to] = endings.get(-1 - to, 0) + share
                ended[-1 - to] = _met(*ended.get(-1 - to, (0, 0)), low + gain, slots, width)
    totals: dict[int, int] = {}
    for low, slots in ended.values():
        for gain, weight in _slots(slots, width):
            total = graph.shape.capital + low + gain
            totals[total] = totals.get(total, 0) + weight
    return _Chances(one, totals, endings, answers)


def _met(low: int, slots: int, other_low: int, other: int, width: int) -> tuple[int, int]:
    if not slots:
        return other_low, other
    if other_low >= low:
        return low, slots + (other << (other_low - low) * width)
    return other_low, other + (slots << (low - other_low) * width)


def _slots(slots: int, width: int) -> Iterator[tuple[int, int]]:
    size = width // 8
    data = slots.to_bytes(-(-slots.bit_length() // width) * size, "little")
    for at in range(0, len(data), size):
        if weight := int.from_bytes(data[at : at + size], "little"):
            yield at // size, weight


def _roads_back(graph: Graph) -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
    """Return for each state, and for each ending by its scene, (the state before, the choice) of the shortest way."""
    states: dict[int, tuple[int, int]] = {}
    endings: dict[int, tuple[int, int]] = {}
    begun = graph.first[1]
    ahead = deque([begun] if begun >= 0 else [])
    while ahead:
        here = ahead.popleft()
        for choice, _, _, to in graph.edges[here]:
            if to < 0:
                endings.setdefault(-1 - to, (here, choice))
            elif to != begun and to not in states:
                states[to] = (here, choice)
                ahead.append(to)
    return states, endings


def _walked(graph: Graph, states: dict[int, tuple[int, int]], last: tuple[int, int] | None) -> Choices:
    path: list[ChoiceId] = []
    while last is not None:
        before, choice = last
        path.append(graph.shape.options[choice].id)
        last = states.get(before)
    return tuple(reversed(path))


def _ways_to_endings(graph: Graph) -> dict[int, Choices]:
    if graph.first[1] < 0:
        return {-1 - graph.first[1]: ()}
    states, endings = _roads_back(graph)
    return {ending: _walked(graph, states, last) for ending, last in endings.items()}


def _stuck(graph: Graph) -> tuple[Stuck, ...]:
    dead = [number for number, edges in enumerate(graph.edges) if not edges]
    if not dead:
        return ()
    states, _ = _roads_back(graph)
    found: dict[SceneId, Stuck] = {}
    for number in dead:
        scene = graph.shape.spots[graph.scene[number]].id
        way = Stuck(scene, _walked(graph, states, states.get(number)))
        if scene not in found or len(way.choices) < len(found[scene].choices):
            found[scene] = way
    return tuple(found.values())
