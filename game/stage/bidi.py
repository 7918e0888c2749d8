"""Lines in which both directions of writing meet, as runs from left to right; pure.

Levels come from python-bidi, an implementation of the Unicode Bidirectional Algorithm (UAX 9); what it returns whole
is a line turned round letter by letter, and letters that join need their runs as they are written.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

FIRST = "\u0590"
"""No letter below it is written from right to left."""


class Run(NamedTuple):
    """A stretch of a line that is written in one direction."""

    text: str
    """In the order in which it is read."""
    leftward: bool


def has_leftward(text: str) -> bool:
    """Return whether a line may hold letters that are written from right to left; cheap where it does not."""
    return not text.isascii() and any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in text)


@lru_cache(2048)
def runs(text: str, leftward: bool) -> tuple[Run, ...]:
    """Return the runs of a line as they stand from left to right.

    Args:
        text: the line, in the order in which it is read.
        leftward: whether the page is read from right to left; it decides on what stands between the two.
    """
    if not text:
        return ()
    levels = _levels(text, leftward)
    stretches = [(level, "".join(letter for _, letter in pair)) for level, pair in groupby(zip(levels, text, strict=True), key=lambda each: each[0])]
    for least in range(max(levels), 0, -1):  # rule L2: whatever lies as deep or deeper is turned round, the deepest first
        turned: list[tuple[int, str]] = []
        for deep, group in groupby(stretches, key=lambda each: each[0] >= least):
            members = list(group)
            turned += members[::-1] if deep else members
        stretches = turned
    return tuple(Run(stretch, level % 2 == 1) for level, stretch in stretches)


def _levels(text: str, leftward: bool) -> list[int]:
    """Return how deep each letter lies: even is written to the right, odd to the left."""
    from bidi import algorithm  # type: ignore[import-untyped]

    base = int(leftward)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = [char["level"] for char in storage["chars"]]
    if len(levels) != len(text):  # marks of direction were taken out: nothing that is shown holds them
        return [base] * len(text)
    for at in range(len(text) - 1, -1, -1):  # rule L1: blanks at the end lie as deep as the page
        if not text[at].isspace():
            break
        levels[at] = base
    return levels
