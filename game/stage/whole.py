"""The common page without a picture: head and foot over the full width, and the area between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.stage.components import Desk, Hint, double_rule, hairline, key_hints, kicker
from game.stage.page import Box, Fill, Mark, Page, Style, Target
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance, wrap
from game.story.typography import CLOSING, is_quoted

HEAD_RULE = 94.0
FOOT_BASELINE = 28.0
"""Of the key hints, from the lower edge."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A page with its head and foot, before its body."""

    height: float
    marks: tuple[Mark, ...]
    targets: tuple[Target, ...]
    area: Box
    """Between the rule of the head and that of the foot; its sides are the margins."""

    def page(self, marks: Iterable[Mark], targets: Iterable[Target] = ()) -> Page:
        """Return the page with its body; the key hints can be clicked before all else."""
        return Page(WIDTH, self.height, (*self.marks, *marks), (*targets, *self.targets))


def whole(desk: Desk, title: str, hints: Sequence[Hint], *, right: str = "") -> Whole:
    """Return head and foot: "Coffee First" left, the title as a kicker in the middle, `right` where all of it fits."""
    palette, words, width = desk.theme.palette, desk.setter.words, WIDTH - 2 * MARGIN
    grown = desk.style("kicker").size - 25
    baseline = 70 + grown * 0.36
    name = desk.style("headline-small")
    marks: list[Mark] = [Fill(Box(0, 0, WIDTH, desk.height), palette.paper)]
    marks.append(words("Coffee First", name, palette.ink, MARGIN, baseline + 4))
    marks.append(kicker(desk, title, WIDTH / 2, baseline, palette.tomato, "middle"))
    room = WIDTH / 2 - MARGIN - desk.width(title.upper(), "kicker") / 2 - 48
    if right and desk.width(right, "label") <= room:  # it is told elsewhere, too: a piece of it would help nobody
        marks.append(words(right, desk.style("label"), palette.mocha, WIDTH - MARGIN, baseline + 2, "end"))
    rule = HEAD_RULE + grown * 0.5
    marks += double_rule(rule, MARGIN, width, palette.ink)
    base = desk.height - FOOT_BASELINE - grown * 0.3
    keys = key_hints(desk, hints, MARGIN, base, WIDTH - MARGIN + 20)
    size = desk.style("key-label").size
    rows = round(keys.height / (size * 1.5 + 12))
    foot = base - (rows - 1) * (size * 1.5 + 12) - size * 1.05 - 16
    marks.append(hairline(foot, MARGIN, width, palette.ink))
    area = Box(MARGIN, rule + 13, width, foot - rule - 13)
    return Whole(desk.height, (*marks, *keys.marks), keys.targets, area)


def headline(desk: Desk, area: Box, text: str, aside: str = "") -> tuple[tuple[Mark, ...], Box]:
    """Return a page's headline and the area left below it; an aside too long to stand beside it stands below."""
    palette, words = desk.theme.palette, desk.setter.words
    style, small = desk.style("headline"), desk.style("aside")
    lines = balance(text, style, area.w, desk.setter.measure)
    baseline = area.y + style.size * 1.12
    marks: list[Mark] = [
        words(line, style, palette.ink, area.x - 3, baseline + n * style.line) for n, line in enumerate(lines)
    ]
    baseline += (len(lines) - 1) * style.line
    bottom = baseline + style.size * 0.42
    beside = area.w - desk.setter.measure(lines[-1], style) - 60
    if aside and desk.width(aside, "aside") <= beside:
        marks.append(words(aside, small, palette.mocha, area.right, baseline - 4, "end"))
    elif aside:
        for line in balance(aside, small, area.w, desk.setter.measure):
            marks.append(words(line, small, palette.mocha, area.x, bottom + small.size * 0.62))
            bottom += small.line
        bottom += small.size * 0.2
    return tuple(marks), Box(area.x, bottom, area.w, area.bottom - bottom)


def shortened(desk: Desk, text: str, style: Style, width: float, most: int) -> list[str]:
    """Return at the most so many lines; where words are lost, the last ends in an ellipsis."""
    measure = desk.setter.measure
    lines = wrap(text, style, width, measure)
    if len(lines) <= most:
        return lines
    closing = text[-1:] if text.endswith(tuple(CLOSING)) and is_quoted(text) else ""
    end = f"…{closing}"
    left = " ".join(lines[most - 1 :]).split()
    while len(left) > 1 and measure(" ".join(left).rstrip(" ,.;:—–") + end, style) > width:
        left.pop()
    return [*lines[: most - 1], " ".join(left).rstrip(" ,.;:—–") + end]


def eased(desk: Desk, text: str, style: Style, width: float, most: int, least: float) -> tuple[Style, list[str]]:
    """Return the largest style, down to a size in points, in which a text takes so many lines, and those lines.

    For a place that cannot grow with the text; where even the least size is too large, words are lost.
    """
    size = style.size
    while size > least and len(wrap(text, replace(style, size=size), width, desk.setter.measure)) > most:
        size = max(least, size - 2)
    smaller = replace(style, size=size)
    return smaller, shortened(desk, text, smaller, width, most)
