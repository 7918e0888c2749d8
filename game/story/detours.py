"""What may still happen on roads that never enter a certain scene: an ending, or a look at some balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.story.shape import Spot

MOST_KEPT = 500
"""Scenes for which the answers are kept at once; they are worked out anew where there are more."""


@dataclass(slots=True)
class Detours:
    """Answers, for each pair of scenes, what a walk through all scenes would find; worked out scene by scene."""

    spots: Sequence[Spot]
    _before: list[list[int]] = field(init=False)
    """By scene, those that lead to it."""
    _order: list[int] = field(init=False)
    """Each scene after those that it leads to, as far as that can be."""
    _ending: dict[int, bytearray] = field(default_factory=dict)
    _reading: dict[int, list[int]] = field(default_factory=dict)
    _own: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._before = [[] for _ in self.spots]
        for spot in self.spots:
            for lead in spot.leads:
                self._before[lead].append(spot.index)
        self._order = _successors_first(self.spots)
        self._own = [sum(1 << form for form in spot.forms) for spot in self.spots]

    def misses(self, scene: int, at: int) -> bool:
        """Return whether some road from a scene, which may be an ending itself, ends without entering `at` later."""
        found = self._ending.get(at)
        if found is None:
            _make_room(self._ending)
            found = self._ending[at] = self._ends_without(at)
        return bool(found[scene])

    def read(self, scene: int, at: int) -> int:
        """Return the forms that are read in a scene, or after it on roads that never enter `at`, as bits."""
        found = self._reading.get(at)
        if found is None:
            _make_room(self._reading)
            found = self._reading[at] = self._read_without(at)
        return found[scene]

    def _ends_without(self, at: int) -> bytearray:
        found = bytearray(len(self.spots))
        ahead = [spot.index for spot in self.spots if spot.ends and spot.index != at]
        for scene in ahead:
            found[scene] = 1
        while ahead:
            for before in self._before[ahead.pop()]:
                if not found[before]:
                    found[before] = 1
                    if before != at:  # what leads to `at` has entered it
                        ahead.append(before)
        if self.spots[at].ends:
            found[at] = 1
        return found

    def _read_without(self, at: int) -> list[int]:
        found = self._own.copy()
        again = True
        while again:
            again = False
            for scene in self._order:
                here = found[scene]
                for lead in self.spots[scene].leads:
                    if lead != at:
                        here |= found[lead]
                if here != found[scene]:
                    found[scene], again = here, True
        return found


def _make_room(kept: dict[int, list[int]] | dict[int, bytearray]) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()


def _successors_first(spots: Sequence[Spot]) -> list[int]:
    seen = bytearray(len(spots))
    order: list[int] = []
    for root in range(len(spots)):
        if seen[root]:
            continue
        seen[root] = 1
        path = [(root, iter(spots[root].leads))]
        while path:
            here, leads = path[-1]
            for lead in leads:
                if not seen[lead]:
                    seen[lead] = 1
                    path.append((lead, iter(spots[lead].leads)))
                    break
            else:
                order.append(here)
                path.pop()
    return order
