"""The chart of capital by moment: ink for what happened, teal and dotted for what might have."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.stage.components import Desk, balance_figure, hairline
from game.stage.page import Area, Box, Colour, Fill, Galley, Line, Mark, Point, Sketch, Target


@dataclass(frozen=True, slots=True)
class Curve:
    """Balances by moment: the first before any choice, then one after each."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What the chart shows."""

    happened: Curve
    instead: Curve | None = None
    """What another choice would have brought; shares its beginning with `happened`."""
    others: tuple[Curve, ...] = ()
    """Drawn pale, for comparison."""
    fork: int | None = None
    """The moment, from 1, that is looked at; None for none."""
    marks: tuple[int, ...] = field(default=())
    """Moments, from 1, that are marked as the dearest and the best."""


def chart(desk: Desk, data: Chart, width: float, height: float, *, pick: bool = False) -> Galley:
    """Return the chart; with `pick` a click on a moment stands for the key `moment:n`."""
    palette, label = desk.theme.palette, desk.style("label")
    curves = [data.happened, *data.others, *([data.instead] if data.instead else [])]
    lines = max(2, min(5, int((height - label.size * 1.9) / (label.size * 1.7))))
    low, high, step = _scale([value for curve in curves for value in curve.values], lines)
    left = desk.setter.measure(f"−{max(abs(low), abs(high))}", label) + 22
    right = desk.width("000", "figure-small") + 40
    across, down = width - left - right, height - label.size * 1.9
    count = max(len(curve.values) for curve in curves)

    def x(index: int) -> float:
        return left + across * (index / max(1, count - 1))

    def y(value: float) -> float:
        return down - down * (value - low) / (high - low)

    marks: list[Mark] = []
    for value in range(low, high + 1, step):
        marks.append(hairline(y(value) - 1, left - 8, across + 16, palette.ink if value == 0 else palette.fold, 2))
        figure = str(value).replace("-", "−")
        marks.append(desk.setter.words(figure, label, palette.mocha, left - 18, y(value) + label.size * 0.36, "end"))
    every = max(1, math.ceil(count * desk.setter.measure("00 ", label) / max(1.0, across)))
    for index in range(1, count):
        here = index == data.fork
        if here or index % every == 0 or index in (1, count - 1):
            colour = palette.tomato if here else palette.mocha
            style = desk.style("label-strong") if here else label
            marks.append(desk.setter.words(str(index), style, colour, x(index), down + label.size * 1.5, "middle"))
    whole = Box(0, -20, width, down + 40)
    shapes: list[Area | Line] = []

    def points(curve: Curve, start: int = 0) -> list[Point]:
        return [(x(i), y(v) + 20) for i, v in enumerate(curve.values) if i >= start]

    for curve in data.others:
        shapes.append(Line(tuple(points(curve)), 3, palette.fold))
    if data.instead is not None:
        start = max(0, (data.fork or 1) - 1)
        upper, lower = points(data.instead, start), points(data.happened, start)
        shapes += _hatching(upper, lower, palette.teal)
        shapes += _dotted(upper, palette.teal)
        end = upper[-1]
        shapes.append(Area(tuple((end[0] + dx, end[1] + dy) for dx, dy in ((0, -13), (13, 0), (0, 13), (-13, 0))), palette.teal))
    shapes.append(Line(tuple(points(data.happened)), 6, palette.ink))
    for index, (px, py) in enumerate(points(data.happened)):
        big = index == data.fork or index in data.marks
        shapes.append(_dot(px, py, (14 if big else 8) + 3, palette.paper))
        shapes.append(_dot(px, py, 14 if big else 8, palette.tomato if big else palette.ink))
    marks.append(Sketch(whole, tuple(shapes)))
    marks += _ends(desk, data, x, y)
    targets = []
    if pick:
        half = across / max(1, count - 1) / 2
        targets = [Target(Box(x(i) - half, -10, 2 * half, height), f"moment:{i}") for i in range(1, count)]
    return Galley(tuple(marks), height, tuple(targets))


def _ends(
    desk: Desk, data: Chart, x: Callable[[int], float], y: Callable[[float], float]
) -> list[Mark]:
    palette, style = desk.theme.palette, desk.style("figure-small")
    last = data.happened.values[-1]
    at = y(last) + style.size * 0.34
    other = None
    if data.instead is not None:
        other = y(data.instead.values[-1]) + style.size * 0.34
        if abs(other - at) < style.size:
            shift = (style.size - abs(other - at)) / 2
            at, other = (at + shift, other - shift) if other <= at else (at - shift, other + shift)
    top = style.size * 0.62
    if other is not None and min(at, other) < top:
        shift = top - min(at, other)
        at, other = at + shift, other + shift
    at = max(at, top)
    edge = x(len(data.happened.values) - 1)
    wide = desk.setter.measure(str(abs(last)), style) + (style.size * 0.46 if last < 0 else 0)
    marks = [_ground(desk, edge + 20, at, wide), *balance_figure(desk, last, "figure-small", edge + 24 + wide, at, palette.ink)]
    if data.instead is not None and other is not None:
        value = data.instead.values[-1]
        edge = x(len(data.instead.values) - 1)
        wide = desk.setter.measure(str(abs(value)), style) + (style.size * 0.46 if value < 0 else 0)
        marks.append(_ground(desk, edge + 20, other, wide))
        marks += balance_figure(desk, value, "figure-small", edge + 24 + wide, other, palette.teal)
    return marks


def _ground(desk: Desk, x: float, baseline: float, width: float) -> Mark:
    """Return a piece of paper under a figure, so that no line runs through it."""
    size = desk.style("figure-small").size
    return Fill(Box(x, baseline - size * 0.8, width + 10, size * 0.9), desk.theme.palette.paper)


def _scale(values: Sequence[int], lines: int) -> tuple[int, int, int]:
    """Return the least and the greatest value of the axis, and the step between about so many lines."""
    least, most = min(*values, 0), max(*values, 10)
    step = next(s for s in (5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000, 10**9) if (most - least) / s <= lines)
    return math.floor(least / step) * step, math.ceil(most / step) * step, step


def _dot(x: float, y: float, radius: float, colour: Colour) -> Area:
    ring = tuple((x + radius * math.cos(a), y + radius * math.sin(a)) for a in (2 * math.pi * i / 24 for i in range(24)))
    return Area(ring, colour)


def _dotted(points: Sequence[Point], colour: Colour) -> list[Area]:
    dots: list[Area] = []
    rest = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        at = rest
        while at < length:
            dots.append(_dot(ax + (bx - ax) * at / length, ay + (by - ay) * at / length, 3.4, colour))
            at += 15
        rest = at - length
    return dots


def _hatching(upper: Sequence[Point], lower: Sequence[Point], colour: Colour) -> list[Line]:
    """Return upright strokes between two lines, as far as both go."""
    strokes: list[Line] = []
    end = min(upper[-1][0], lower[-1][0])
    at = upper[0][0] + 10
    while at < end:
        a, b = _height(upper, at), _height(lower, at)
        if abs(a - b) > 8:
            strokes.append(Line(((at, a), (at, b)), 1.6, colour))
        at += 13
    return strokes


def _height(points: Sequence[Point], at: float) -> float:
    for (ax, ay), (bx, by) in pairwise(points):
        if ax <= at <= bx:
            return ay + (by - ay) * (at - ax) / max(0.001, bx - ax)
    return points[-1][1]
