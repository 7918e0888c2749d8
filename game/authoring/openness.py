"""Whether several conditions can all be false at once, whatever the balances are: decided by trying what matters."""

from __future__ import annotations

from itertools import product

from game.story.condition import AtLeast, Condition, Form, Happened, Marker, holds, leaves
from game.story.vocabulary import PersonId

_MOST = 4096
"""How many combinations are tried; beyond that nothing is claimed."""


class _Trial:
    """A state in which some sums and markers have given values; each form counts as a person of its own."""

    def __init__(self, sums: dict[Form, int], markers: frozenset[Marker]) -> None:
        self.sums, self.markers = sums, markers

    def capital(self, person: PersonId) -> int:
        return self.sums[((person, 1),)]

    def has(self, marker: Marker) -> bool:
        return marker in self.markers


def may_all_fail(conditions: tuple[Condition, ...]) -> bool:
    """Return whether some values make all of them false. Sums of several people are taken as free of each other.

    False also where that would take too long to find out.
    """
    thresholds: dict[Form, set[int]] = {}
    markers: set[Marker] = set()
    for condition in conditions:
        for leaf in leaves(condition):
            if isinstance(leaf, AtLeast):
                if len(leaf.form) != 1 or leaf.form[0][1] != 1:
                    return False
                thresholds.setdefault(leaf.form, set()).update((leaf.threshold, leaf.threshold - 1))
            elif isinstance(leaf, Happened):
                markers.add(leaf.marker)
    size = 2 ** min(len(markers), 20)
    for levels in thresholds.values():
        size *= len(levels)
    if size > _MOST:
        return False
    forms = list(thresholds)
    for values in product(*(sorted(thresholds[form]) for form in forms)):
        for bits in range(2 ** len(markers)):
            happened = frozenset(marker for place, marker in enumerate(sorted(markers)) if bits >> place & 1)
            trial = _Trial(dict(zip(forms, values, strict=True)), happened)
            if not any(holds(condition, trial) for condition in conditions):
                return True
    return False
