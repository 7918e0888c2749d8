"""A graph in columns, with few crossings: which node stands in which column, in which order, at which height.

Sugiyama, Tagawa and Toda 1981, in the three steps that a story needs: ways back are set aside, columns by the longest
way from the start, then sweeps of barycentres. It is small, knows nothing of stories, and never recurses.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Edges = Sequence[Sequence[int]]
"""The successors of each node."""
Node = TypeVar("Node", bound=Hashable)

SWEEPS = 12
"""Sweeps there and back; after these an order hardly ever gets better."""


def onward(edges: Edges, start: int) -> list[list[int]]:
    """Return the edges without those that lead back to where a walk from the start has come from: no circles are left."""
    found: list[list[int]] = [[] for _ in edges]
    white, grey, black = 0, 1, 2
    colour = [white] * len(edges)
    for root in (start, *range(len(edges))):
        if colour[root] != white:
            continue
        colour[root] = grey
        walk = [(root, iter(edges[root]))]
        while walk:
            node, rest = walk[-1]
            after = next(rest, None)
            if after is None:
                colour[node] = black
                walk.pop()
            elif colour[after] != grey:
                found[node].append(after)
                if colour[after] == white:
                    colour[after] = grey
                    walk.append((after, iter(edges[after])))
    return found


def columns(edges: Edges, start: int) -> list[int]:
    """Return the column of each node, from 0: the length of the longest way from the start without going back.

    A node to which no way leads stands one column before the first that it leads to.
    """
    forward = onward(edges, start)
    order = _topological(forward)
    column = [-1] * len(edges)
    column[start] = 0
    for node in order:
        if column[node] >= 0:
            for after in forward[node]:
                column[after] = max(column[after], column[node] + 1)
    for node in reversed(order):
        if column[node] < 0:
            column[node] = max(0, min((column[after] for after in forward[node]), default=1) - 1)
    return column


def _topological(forward: Edges) -> list[int]:
    into = [0] * len(forward)
    for afters in forward:
        for after in afters:
            into[after] += 1
    ready = [node for node, count in enumerate(into) if not count]
    order: list[int] = []
    while ready:
        node = ready.pop()
        order.append(node)
        for after in forward[node]:
            into[after] -= 1
            if not into[after]:
                ready.append(after)
    return order


def untangled(ranks: Sequence[Sequence[Node]], links: Mapping[tuple[Node, Node], float]) -> list[list[Node]]:
    """Return the columns with their nodes in an order in which few links cross.

    Args:
        ranks: the columns.
        links: each from a node of a column to one of the next, with its weight: a heavy one is pulled straighter.
    """
    before: dict[Node, list[tuple[Node, float]]] = {}
    after: dict[Node, list[tuple[Node, float]]] = {}
    for (one, other), weight in links.items():
        after.setdefault(one, []).append((other, weight))
        before.setdefault(other, []).append((one, weight))
    now = [list(rank) for rank in ranks]
    best, least = [list(rank) for rank in now], crossings(now, after)
    for sweep in range(SWEEPS if least else 0):
        rightward = sweep % 2 == 0
        steps = range(1, len(now)) if rightward else range(len(now) - 2, -1, -1)
        for step in steps:
            _by_barycentre(now[step], now[step - 1 if rightward else step + 1], before if rightward else after)
        found = crossings(now, after)
        if found < least:
            best, least = [list(rank) for rank in now], found
        if not least:
            break
    return best


def _by_barycentre(rank: list[Node], fixed: Sequence[Node], neighbours: Mapping[Node, Sequence[tuple[Node, float]]]) -> None:
    place = {node: index / max(1, len(fixed) - 1) for index, node in enumerate(fixed)}
    own = {node: index / max(1, len(rank) - 1) for index, node in enumerate(rank)}

    def key(node: Node) -> float:
        near = [(place[other], weight) for other, weight in neighbours.get(node, ()) if other in place]
        if not near:
            return own[node]
        return sum(at * weight for at, weight in near) / sum(weight for _, weight in near)

    rank.sort(key=key)


def crossings(ranks: Sequence[Sequence[Node]], after: Mapping[Node, Sequence[tuple[Node, float]]]) -> int:
    """Return how many pairs of links between neighbouring columns cross."""
    count = 0
    for rank, following in itertools.pairwise(ranks):
        place = {node: index for index, node in enumerate(following)}
        seen: list[int] = []
        for node in rank:
            ends = sorted(place[other] for other, _ in after.get(node, ()) if other in place)
            count += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def apart(wanted: Sequence[float], sizes: Sequence[float], weights: Sequence[float], gap: float) -> list[float]:
    """Return centres in this order, no two nearer than their sizes and a gap allow, as near to those wanted as can be.

    Source: least squares by pooling adjacent violators (Ayer et al. 1955), after the distances are taken out.
    """
    if not wanted:
        return []
    offsets = [0.0]
    for one, other in itertools.pairwise(sizes):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for aim, offset, weight in zip(wanted, offsets, weights, strict=True):
        mean, heavy, many = aim - offset, weight, 1
        while pools and pools[-1][0] > mean:
            other, weight_before, many_before = pools.pop()
            mean = (mean * heavy + other * weight_before) / (heavy + weight_before)
            heavy, many = heavy + weight_before, many + many_before
        pools.append((mean, heavy, many))
    flat = [mean for mean, _, many in pools for _ in range(many)]
    return [base + offset for base, offset in zip(flat, offsets, strict=True)]
