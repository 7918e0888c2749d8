"""The strip and the panels of a preview, as marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.preview.behind import Section
from game.preview.faults import Fault
from game.stage import inks
from game.stage.components import Desk, Hint, clipped, double_rule, hairline, key_hints, kicker
from game.stage.page import Area, Box, Colour, Fill, Galley, Line, Mark, Sketch, Target
from game.stage.whole import shortened

STRIP = 42.0
"""Height of the strip, in points: over what every page leaves free at its top."""
FAULT_TOP, FAULT_HIGHEST = 0.58, 0.3
"""Where the panel begins, as a part of the height: with few faults, and at most."""
EDGE = 28.0


@dataclass(frozen=True, slots=True)
class Panel:
    """Marks above a page, the area that they cover, and what can be clicked on them."""

    marks: tuple[Mark, ...]
    box: Box
    targets: tuple[Target, ...] = ()


def strip(desk: Desk, told: str, keys: Sequence[Hint], *, alarm: bool = False) -> tuple[tuple[Mark, ...], tuple[Target, ...]]:
    """Return the line at the top: which save it is, and the keys of a preview; with `alarm` it catches the eye."""
    palette, words = desk.theme.palette, desk.setter.words
    small, key = desk.theme.style("small"), desk.theme.style("key")
    small = type(small)(small.face, 24, small.lead)
    key = type(key)(key.face, 24, key.lead)
    ground, caps = (palette.tomato, palette.white) if alarm else (palette.espresso, palette.crema)
    marks: list[Mark] = [Fill(Box(0, 0, 1920, STRIP), ground)]
    targets: list[Target] = []
    right = 1920 - 28.0
    for hint in reversed(keys):
        wide = desk.setter.measure(hint.label, small)
        cap = desk.setter.measure(hint.cap, key)
        left = right - wide - cap - 10
        marks.append(words(hint.cap, key, caps, left, 29))
        marks.append(words(hint.label, small, palette.white, left + cap + 10, 29))
        targets.append(Target(Box(left - 10, 0, right - left + 20, STRIP), hint.key, hint.label, hint.cap))
        right = left - 34
    head = "PREVIEW"
    marks.append(words(head, key, caps, 28, 29))
    at = 28 + desk.setter.measure(head, key) + 20
    while told and desk.setter.measure(told, small) > right - at - 10:
        told = told[:-2].rstrip(" ·,…") + "…" if len(told) > 3 else ""
    marks.append(words(told, small, palette.white, at, 29))
    return tuple(marks), tuple(targets)


def fault_panel(desk: Desk, found: Sequence[Fault], cursor: int, *, warnings: bool, message: str) -> Panel:
    """Return the torn proof over the foot of the page: each fault with its line of the file and its mend."""
    palette, x, width = desk.theme.palette, 72.0, 1920 - 144.0
    hints = (
        *((Hint("F", "make the safe mends", "f"),) if not warnings else ()),
        *((Hint("↑↓", "the others", "down"),) if len(found) > 1 else ()), Hint("Esc", "hide this", "escape"),
    )
    keys = key_hints(desk, hints, x, desk.height - 34, 1920 - 60)
    foot = desk.height - 34 - keys.height - 26
    rows = [_row(desk, fault, index == cursor, index) for index, fault in enumerate(found)]
    head = 96.0
    needed = head + sum(row.height for row in rows) + desk.height - foot + 20
    top = max(desk.height * FAULT_HIGHEST, min(desk.height * FAULT_TOP, desk.height - needed))
    marks: list[Mark] = [Fill(Box(0, top + EDGE / 2, 1920, desk.height - top), palette.paper), _torn(desk, top)]
    base = top + 66
    many = "One thing" if len(found) == 1 else f"{len(found)} things"
    title = f"{many} that {'looks' if len(found) == 1 else 'look'} unintended" if warnings else f"{many} to mend before this save can play"
    marks.append(kicker(desk, title, x, base, palette.tomato))
    if message:
        room = width - desk.width(title.upper(), "kicker") - 60
        marks.append(desk.setter.words(clipped(desk, message, "label", room), desk.style("label"), palette.mocha, x + width, base, "end"))
    marks += double_rule(base + 16, x, width, palette.ink)
    targets: list[Target] = []
    y, first = base + 34, _first(rows, cursor, foot - base - 34)
    for row in rows[first:]:
        if y + row.height > foot - 6:
            break
        placed, places = row.at(x, y)
        marks += placed
        targets += places
        y += row.height
    marks.append(hairline(foot, x, width, palette.ink))
    return Panel((*marks, *keys.marks), Box(0, top, 1920, desk.height - top), (*targets, *keys.targets))


def _first(rows: Sequence[Galley], cursor: int, room: float) -> int:
    """Return the first row that is shown, so that the one under the cursor is among them."""
    first = min(cursor, max(0, len(rows) - 1))
    height = rows[first].height if rows else 0.0
    while first > 0 and height + rows[first - 1].height <= room:
        first -= 1
        height += rows[first].height
    return first


def _row(desk: Desk, fault: Fault, picked: bool, index: int) -> Galley:
    palette, words, width = desk.theme.palette, desk.setter.words, 1920 - 144.0
    strong, label, code = desk.style("strong"), desk.style("label"), desk.style("label-strong")
    left = 190.0 * max(1.0, desk.theme.text * 0.9)
    message = shortened(desk, fault.message, strong, width - left - 20, 2)
    marks: list[Mark] = []
    y = 12.0
    marks.append(words(fault.code, code, palette.tomato, 10, y + label.size))
    marks.append(words(fault.place.replace(":", " : "), label, palette.mocha, 10, y + label.size + label.line))
    for line in message:
        marks.append(words(line, strong, palette.ink, left, y + strong.size * 0.95))
        y += strong.line
    y += 6
    source_width = min(desk.setter.measure(fault.source, label) + 40, width * 0.44) if fault.source else 0.0
    if fault.source:
        box = Box(left, y, source_width, label.line + 14)
        marks.append(Fill(box, palette.deep))
        shown = clipped(desk, fault.source, "label", source_width - 40)
        marks.append(words(shown, label, palette.ink, left + 20, y + label.size + 8))
        start, end = fault.marked
        before = desk.setter.measure(shown[:start], label)
        under = desk.setter.measure(shown[start:end], label)
        if under > 0:
            marks.append(_wave(left + 20 + before, y + label.size + 14, under, palette.tomato))
    if fault.mend:
        at = left + source_width + (20 if fault.source else 0)
        marks.append(inks.arrow(at + 14, y + label.line / 2 + 7, 0, 22, palette.teal))
        mend = fault.mend[:1].upper() + fault.mend[1:]
        lines = shortened(desk, mend, code, width - at - 52, 2)
        for number, line in enumerate(lines):
            marks.append(words(line, code, palette.teal, at + 44, y + label.size + 8 + number * code.line))
        y += max(0, len(lines) - 1) * code.line
    height = y + label.line + 28
    if picked:
        marks[:0] = [Fill(Box(-24, 0, width + 48, height - 6), palette.white), Fill(Box(-24, 0, 12, height - 6), palette.tomato)]
    return Galley(tuple(marks), height, (Target(Box(-24, 0, width + 48, height - 6), f"fault:{index}"),))


def _wave(x: float, y: float, width: float, colour: tuple[int, ...]) -> Sketch:
    points = []
    at = 0.0
    up = True
    while at <= width:
        points.append((at + 2, 2.0 if up else 8.0))
        at += 7
        up = not up
    if len(points) < 2:
        points = [(2, 5), (max(8.0, width), 5)]
    return Sketch(Box(x - 2, y - 2, width + 8, 12), (Line(tuple(points), 3, colour),))  # type: ignore[arg-type]


def _torn(desk: Desk, top: float) -> Sketch:
    """Return the torn upper edge of a sheet, as the game's sheets have it at their left."""
    upright = inks.torn(1920, desk.theme.palette)
    lying = tuple(
        Area(tuple((y, x) for x, y in shape.points), shape.colour) if isinstance(shape, Area) else shape for shape in upright
    )
    return Sketch(Box(0, top - EDGE / 2, 1920, 48), lying)


def _spot(desk: Desk, tail: str) -> Colour:
    """Return teal for what is earned, tomato for what is spent, and ink for what is neither."""
    palette = desk.theme.palette
    return palette.teal if tail.startswith("+") else palette.tomato if tail.startswith("−") else palette.ink


def side_panel(desk: Desk, sections: Sequence[Section]) -> Panel:
    """Return a sheet over the picture: headings, and lines with figures."""
    palette, words = desk.theme.palette, desk.setter.words
    column = desk.theme.column
    x, right = 40.0, column - 30
    strong, small = desk.style("label-strong"), desk.style("small")
    marks: list[Mark] = [Fill(Box(0, STRIP, column + 4, desk.height - STRIP), palette.paper), Fill(Box(column, STRIP, 4, desk.height - STRIP), palette.ink)]
    y, bottom = STRIP + 52.0, desk.height - 30
    for section in sections:
        if y + 60 > bottom:
            break
        head = desk.style("kicker")
        for number, row in enumerate(shortened(desk, section.title.upper(), head, right - x, 2)):
            y += head.line if number else 0
            marks.append(kicker(desk, row, x, y, palette.tomato))
        marks.append(hairline(y + 12, x, right - x, palette.ink))
        y += 18
        for line in section.lines:
            style = small if line.small else strong
            tail = desk.setter.measure(line.tail, strong) + 20 if line.tail else 0.0
            indent = 18 if line.small else 0
            rows = shortened(desk, line.text, style, right - x - tail - indent, 2)
            if y + len(rows) * style.line > bottom:
                break
            for number, row in enumerate(rows):
                marks.append(words(row, style, palette.espresso if line.small else palette.ink, x + indent, y + style.size + 4 + number * style.line))
            if line.tail:
                marks.append(words(line.tail, strong, _spot(desk, line.tail), right, y + strong.size + 4, "end"))
            y += len(rows) * style.line + (6 if line.small else 4)
        y += 46
    return Panel(tuple(marks), Box(0, STRIP, column + 14, desk.height - STRIP))
