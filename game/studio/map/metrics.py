"""How wide words are in the type of the map, from the font files themselves."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

Measure = Callable[[str], float]
"""The width of a text, in sizes of the type."""

ROOM = 1.06
"""Allowed for a reader's own sans serif where the font that belongs to the map is not shown."""
UNKNOWN, WIDE = 0.75, 1.05
"""Of a letter that the font has not, in sizes: as others draw it; and of one of East Asia."""


@lru_cache(maxsize=8)
def measure(font: Path) -> Measure:
    """Return how wide a text is in a font, somewhat generously; without the font file, from rough guesses.

    Args:
        font: a font file.
    """
    letters = _advances(font)

    def width(text: str) -> float:
        return ROOM * sum(letters(letter) for letter in text)

    return width


def _advances(font: Path) -> Callable[[str], float]:
    drawn = None
    if font.is_file():
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        import pygame.font

        pygame.font.init()
        drawn = pygame.font.Font(font, 1000)

    @lru_cache(maxsize=4096)
    def advance(letter: str) -> float:
        if unicodedata.combining(letter):
            return 0.0
        if unicodedata.east_asian_width(letter) in "WF":
            return WIDE
        found = drawn.metrics(letter)[0] if drawn is not None and ord(letter) < 65536 else None
        return found[4] / 1000 if found else UNKNOWN

    return advance


def wrapped(text: str, width: float, size: float, measured: Measure, *, most: int = 3) -> tuple[str, ...]:
    """Return the lines of a text, at most so many; a word that is too long is broken, and the rest is given up for `…`."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width, size, measured):
        longer = f"{line} {word}" if line else word
        if line and measured(longer) * size > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], clipped(" ".join(lines[most - 1 :]), width, size, measured)]
    return tuple(lines)


def clipped(text: str, width: float, size: float, measured: Measure) -> str:
    """Return a text that fits a line, its end given up for an ellipsis."""
    if measured(text) * size <= width:
        return text
    while text and measured(text.rstrip(" ,.;:") + "…") * size > width:
        text = text[:-1]
    return text.rstrip(" ,.;:") + "…"


def _pieces(text: str, width: float, size: float, measured: Measure) -> list[str]:
    pieces: list[str] = []
    for word in text.split(" "):
        piece = ""
        for letter in word if measured(word) * size > width else [word]:
            if piece and measured(piece + letter) * size > width:
                pieces.append(piece)
                piece = ""
            piece += letter
        pieces.append(piece)
    return pieces
