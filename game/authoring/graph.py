"""Scenes as a graph: what can be reached from where, which circles there are, what no path avoids. Nothing recurses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Edges = Sequence[Sequence[int]]
"""The successors of each node."""


def reached(edges: Edges, start: int, without: int = -1) -> bytearray:
    """Return for each node 1 where it can be reached from the start, not passing through `without`."""
    seen = bytearray(len(edges))
    if start == without:
        return seen
    seen[start] = 1
    waiting = [start]
    while waiting:
        for after in edges[waiting.pop()]:
            if not seen[after] and after != without:
                seen[after] = 1
                waiting.append(after)
    return seen


def circles(edges: Edges) -> tuple[list[int], list[list[int]]]:
    """Return each node's group, and the groups: nodes that lead to each other. Groups come after those they lead to.

    Source: Tarjan 1972, with a stack of its own.
    """
    count = len(edges)
    order = [-1] * count
    low = [0] * count
    group = [-1] * count
    groups: list[list[int]] = []
    stack: list[int] = []
    number = 0
    for root in range(count):
        if order[root] >= 0:
            continue
        order[root] = low[root] = number
        number += 1
        stack.append(root)
        path = [(root, iter(edges[root]))]
        while path:
            node, rest = path[-1]
            for after in rest:
                if order[after] < 0:
                    order[after] = low[after] = number
                    number += 1
                    stack.append(after)
                    path.append((after, iter(edges[after])))
                    break
                if group[after] < 0 and order[after] < low[node]:
                    low[node] = order[after]
            else:
                path.pop()
                if path and low[node] < low[path[-1][0]]:
                    low[path[-1][0]] = low[node]
                if low[node] == order[node]:
                    members = []
                    while True:
                        member = stack.pop()
                        group[member] = len(groups)
                        members.append(member)
                        if member == node:
                            break
                    groups.append(members)
    return group, groups


def goes_round(edges: Edges, members: Sequence[int]) -> bool:
    """Return whether a group is a circle: several nodes, or one that leads to itself."""
    return len(members) > 1 or members[0] in edges[members[0]]


def reaches(edges: Edges, group: Sequence[int], groups: Sequence[Sequence[int]]) -> list[int]:
    """Return for each group the nodes that can be reached from it, itself included, as bits of an integer."""
    found: list[int] = []
    for members in groups:
        bits = 0
        for node in members:
            bits |= 1 << node
        for other in {group[after] for node in members for after in edges[node]}:
            if other < len(found):
                bits |= found[other]
        found.append(bits)
    return found


class Unavoidable:
    """Which groups every path from a group to an end passes: a tree, in which each group hangs below the next such."""

    def __init__(self, edges: Edges, group: Sequence[int], groups: Sequence[Sequence[int]], ends: Iterable[int]) -> None:
        root = len(groups)
        self.above = [-1] * root + [root]
        self.depth = [0] * (root + 1)
        self._jump = [root] * (root + 1)
        last = {group[end] for end in ends}
        for number, members in enumerate(groups):
            nexts = {group[after] for node in members for after in edges[node]} - {number}
            ways = [other for other in nexts if self.above[other] >= 0]
            if number in last:
                ways.append(root)
            if not ways:
                continue
            meet = ways[0]
            for other in ways[1:]:
                meet = self._meet(meet, other)
            self._hang(number, meet)

    def _hang(self, node: int, above: int) -> None:
        self.above[node] = above
        self.depth[node] = self.depth[above] + 1
        jump = self._jump[above]
        even = self.depth[above] - self.depth[jump] == self.depth[jump] - self.depth[self._jump[jump]]
        self._jump[node] = self._jump[jump] if even else above

    def _lift(self, node: int, depth: int) -> int:
        depths, jumps, above = self.depth, self._jump, self.above
        while depths[node] > depth:
            jump = jumps[node]
            node = jump if depths[jump] >= depth else above[node]
        return node

    def _meet(self, a: int, b: int) -> int:
        if self.depth[a] > self.depth[b]:
            a = self._lift(a, self.depth[b])
        else:
            b = self._lift(b, self.depth[a])
        while a != b:
            if self._jump[a] != self._jump[b]:
                a, b = self._jump[a], self._jump[b]
            else:
                a, b = self.above[a], self.above[b]
        return a

    def passes(self, start: int, through: int) -> bool:
        """Return whether every path from one group to an end passes through another."""
        if start == through:
            return True
        return self.above[start] >= 0 and self.above[through] >= 0 and self._lift(start, self.depth[through]) == through
