"""Words into lines: typographic quotes, line breaking, and paragraphs set as galleys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from game.stage.page import Box, Colour, Galley, Mark, Style, Words
from game.story.typography import typographic

__all__ = ["Setter", "Width", "balance", "settled", "typographic", "wrap"]

Width = Callable[[str, Style], float]
"""Width of a line set in a style, in points."""

ASCENT, DESCENT = 0.96, 0.30
"""What a line covers above and below its baseline, in sizes; generous, so that nothing is cut."""


def wrap(text: str, style: Style, width: float, measure: Width) -> list[str]:
    """Return the lines of a text; a word wider than the measure is broken, never cut off."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if measure(longer, style) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _broken(word, style, width, measure)
            lines += full
        lines.append(line)
    return lines


def settled(text: str, style: Style, width: float, measure: Width) -> list[str]:
    """Return the lines of a paragraph, drawn in a little where its last word would stand alone."""
    lines = wrap(text, style, width, measure)
    if len(lines) < 2 or " " in lines[-1] or measure(lines[-1], style) > 0.22 * width:
        return lines
    for percent in range(98, 79, -2):
        drawn_in = wrap(text, style, width * percent / 100, measure)
        if len(drawn_in) != len(lines):
            break
        if " " in drawn_in[-1] or measure(drawn_in[-1], style) > 0.22 * width:
            return drawn_in
    return lines


def _broken(word: str, style: Style, width: float, measure: Width) -> list[str]:
    pieces = [""]
    for letter in word if measure(word, style) > width else [word]:
        if pieces[-1] and measure(pieces[-1] + letter, style) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def balance(text: str, style: Style, width: float, measure: Width) -> list[str]:
    """Return the fewest lines that hold a text, evened out so that no word stands alone on the last."""
    lines = wrap(text, style, width, measure)
    if len(lines) == 1 or measure(lines[-1], style) > width * 0.4:
        return lines
    low, high = width * 0.4, width
    while high - low > 8:
        middle = (low + high) / 2
        if len(wrap(text, style, middle, measure)) > len(lines):
            low = middle
        else:
            high = middle
    return wrap(text, style, high, measure)


@lru_cache(512)
def _in_face(style: Style, face: str) -> Style:
    return replace(style, face=face)


class Setter:
    """Sets text in galleys; knows the widths of the type at the size in which it will be shown."""

    def __init__(self, measure: Width, faces: Mapping[str, str] | None = None) -> None:
        """`faces` are those that stand in for others; pages name the newspaper's own."""
        self._measure, self._faces = measure, faces or {}

    def faced(self, style: Style) -> Style:
        """Return a style in the face that stands in for its own."""
        face = self._faces.get(style.face)
        return style if face is None else _in_face(style, face)

    def measure(self, text: str, style: Style) -> float:
        """Return the width of a line set in a style, in points."""
        return self._measure(text, self.faced(style))

    def words(
        self, text: str, style: Style, colour: Colour, x: float, baseline: float, anchor: str = "start"
    ) -> Words:
        """Return one line; `x` is its start, middle or end, as `anchor` says."""
        style = self.faced(style)
        width = self._measure(text, style)
        left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        box = Box(left - 2, baseline - style.size * ASCENT, width + 4, style.size * (ASCENT + DESCENT))
        return Words(box, baseline, text, style, colour)

    def lines(self, lines: list[str], style: Style, colour: Colour, x: float = 0.0) -> list[Galley]:
        """Return a galley a line, so that a page may turn between any two."""
        return [
            Galley((self.words(line, style, colour, x, style.size * 0.95),), style.line, tied=0 < index < len(lines) - 1)
            for index, line in enumerate(lines)
        ]

    def text(
        self, text: str, style: Style, colour: Colour, width: float, *, x: float = 0.0, even: bool = False
    ) -> Galley:
        """Return a paragraph as one galley."""
        lines = (balance if even else wrap)(text, style, width, self.measure)
        marks: list[Mark] = [
            self.words(line, style, colour, x, style.size * 0.95 + index * style.line)
            for index, line in enumerate(lines)
        ]
        return Galley(tuple(marks), len(lines) * style.line)

    def paragraph(
        self, text: str, style: Style, colour: Colour, width: float, *, x: float = 0.0, before: float = 0.0
    ) -> list[Galley]:
        """Return a paragraph as a galley a line; its first two and last two lines stay together."""
        lines = settled(text, style, width, self.measure)
        return [
            Galley(
                (self.words(line, style, colour, x, style.size * 0.95),),
                style.line,
                before=before if index == 0 else 0.0,
                tied=len(lines) > 1 and index in (0, len(lines) - 2),
            )
            for index, line in enumerate(lines)
        ]
