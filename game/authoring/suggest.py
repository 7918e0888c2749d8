"""Did-you-mean: the nearest of the names that would have been right."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher

_MOST = 400
"""How many names are compared closely; of more only those that begin or end alike."""


def near(name: str, names: Collection[str], cutoff: float = 0.7) -> str | None:
    """Return the name most like the given one; None where none is like enough (0 unlike, 1 the same)."""
    name = name[:80]
    wanted = name.lower().replace("_", "-").replace(" ", "-")
    if not wanted:
        return None
    fit: Iterable[str] = (other for other in names if abs(len(other) - len(wanted)) <= max(3, len(wanted) // 2))
    if len(names) > _MOST:
        fit = [other for other in fit if other[:1] == wanted[0] or other[-2:] == wanted[-2:]][:_MOST]
    best, score = None, cutoff
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for other in fit:
        matcher.set_seq1(other.lower())
        if matcher.real_quick_ratio() >= score and matcher.quick_ratio() >= score:
            ratio = matcher.ratio()
            if ratio > score or (ratio == score and best is None):
                best, score = other, ratio
    return best


def listed(names: Iterable[str], most: int = 8) -> str:
    """Return the names as a list in words, cut after `most`."""
    all_names = list(names)
    told = ", ".join(all_names[:most])
    return told + (f" and {len(all_names) - most} more" if len(all_names) > most else "")


def did_you_mean(name: str, names: Collection[str], otherwise: str) -> str:
    """Return `write 'near'`, or what to do where nothing is near."""
    found = near(name, names)
    return f"write '{found}'" if found else otherwise
