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


_LEAST = 3
"""How many letters a name has at least of which one may be wrong without a doubt what was meant."""


def sure(name: str, names: Collection[str]) -> str | None:
    """Return the one name that is surely meant: the same but for capitals, hyphens or one slip of the pen; or None.

    Never one that differs by a digit: `day-2` may be a scene that is still to be written. A slip is a letter too few,
    too many or wrong, or two exchanged; in a name of ten letters or more there may be two. No second name may be as near.
    """
    if len(name) > 80 or len(names) > 20 * _MOST:
        return None
    wanted = _plain(name)
    alike = [other for other in names if _plain(other) == wanted]
    if alike or len(wanted) < _LEAST:
        return alike[0] if len(alike) == 1 else None
    digits = _digits(wanted)
    slips = 2 if len(wanted) >= 10 else 1
    found = [
        (slip, other) for other in names
        if len(other) >= _LEAST and abs(len(other) - len(wanted)) <= slips + 1 and (slip := _slips(wanted, _plain(other), slips + 1)) <= slips + 1
    ]
    if not found:
        return None
    least = min(found)
    others = [other for slip, other in found if other != least[1] and slip <= max(least[0], slips)]
    return least[1] if least[0] <= slips and not others and _digits(_plain(least[1])) == digits else None


def _plain(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(" ", "-")


def _digits(name: str) -> str:
    return "".join(sign for sign in name if sign.isdigit())


def _slips(one: str, other: str, most: int) -> int:
    """Return how many slips lie between two words, exchanged neighbours as one; `most` + 1 where there are more.

    Source: the restricted Damerau-Levenshtein distance (optimal string alignment).
    """
    before, row = list(range(len(other) + 1)), list(range(len(other) + 1))
    earlier: list[int] = []
    for i, sign in enumerate(one, 1):
        earlier, before, row = before, row, [i] + [0] * len(other)
        for j, against in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == against:
                row[j] = min(row[j], earlier[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]
