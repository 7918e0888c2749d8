"""Where a line that fits nowhere ought to begin."""

from __future__ import annotations

import re

_KEY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)[\w-]+:(?:\s|$)")


def misplaced(lines: list[str], number: int) -> int | None:
    """Return how many spaces ought to stand before a line, where one of the columns that are open above it lies nearest.

    Args:
        lines: of the whole text.
        number: of the line, from 0.
    """
    line = lines[number]
    start = len(line) - len(line.lstrip())
    columns = _open(lines, number)
    if not columns or start in columns:
        return None
    near = sorted(columns, key=lambda column: abs(column - start))
    if len(near) > 1 and abs(near[0] - start) == abs(near[1] - start):
        return None
    return near[0] if abs(near[0] - start) <= 2 else None


def _open(lines: list[str], number: int) -> list[int]:
    """Return the columns in which keys stand that a line could still follow, the innermost first."""
    found: list[int] = []
    least = 1000
    for above in reversed(lines[max(0, number - 400) : number]):
        match = _KEY.match(above)
        if match is None:
            continue
        column = len(match["indent"]) + len(match["dash"])
        if column < least:
            found.append(column)
        least = min(least, len(match["indent"]))
        if least == 0:
            break
    return found


def dash_too_many(lines: list[str], number: int) -> tuple[int, str] | None:
    """Return the line of a dash that begins a list in the column of a key, and that line without it; or None."""
    line = lines[number]
    start = len(line) - len(line.lstrip())
    if _KEY.match(line) is None or line.lstrip().startswith("-"):
        return None
    for above in range(number - 1, max(-1, number - 400), -1):
        other = lines[above]
        if not other.strip() or other.lstrip().startswith("#"):
            continue
        indent = len(other) - len(other.lstrip())
        if indent < start:
            return None
        if indent == start:
            return (above, other.replace("- ", "", 1)) if re.match(r" *- +[\w-]+:(?:\s|$)", other) else None
    return None
