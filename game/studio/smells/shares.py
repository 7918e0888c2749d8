"""When a share is too large to be chance, in a scenario of any length."""

from __future__ import annotations

from collections.abc import Iterable

FEW = 4
"""Fewer cases of a kind may be chance; so up to here a share is not judged, unless it is the whole."""
WHOLE = 3
"""So many cases out of as many are judged all the same: by chance that happens once in 27 to 64 times."""


def too_often(count: float, of: int, limit: float) -> bool:
    """Return whether `count` cases `of` so many are more than a limit (0 to 1) and hardly by chance."""
    return of > 0 and percent(count, of) > 100 * limit and (count >= FEW or count == of >= WHOLE)


def percent(count: float, of: float) -> int:
    """Return a share in whole percent; 0 of nothing."""
    return round(100 * count / of) if of else 0


def listed(names: Iterable[object], most: int = 6) -> str:
    """Return names for a sentence: `a, b and c`; beyond the first six only their number."""
    told = [str(name) for name in names]
    if len(told) > most:
        told = [*told[:most], f"{len(told) - most} more"]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else "none"
