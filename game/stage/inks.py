"""The drawn pieces of the style: beans, pencil marks, drawn signs and arrows, the torn edge; all pure geometry."""

from __future__ import annotations

import math
from functools import lru_cache

from game.stage.page import Area, Box, Colour, Fill, Line, Mark, Point, Shapes, Sketch
from game.stage.theme import Palette


def curve(a: Point, b: Point, c: Point, d: Point, steps: int = 12) -> list[Point]:
    """Return points along a cubic Bezier curve, its ends included."""
    points = []
    for index in range(steps + 1):
        t = index / steps
        u = 1 - t
        points.append(
            (
                u**3 * a[0] + 3 * u * u * t * b[0] + 3 * u * t * t * c[0] + t**3 * d[0],
                u**3 * a[1] + 3 * u * u * t * b[1] + 3 * u * t * t * c[1] + t**3 * d[1],
            )
        )
    return points


def wobble(seed: int) -> list[float]:
    """Return eight numbers from -1 to 1 that are always the same for a seed, so that a hand never flickers."""
    return [math.sin(seed * 12.9898 + index * 78.233) for index in range(8)]


# ---------------------------------------------------------------- beans

_TILT = math.radians(-24)
_SEAM = curve((-17, 3), (-8, -9), (6, 9), (17, -3))


def _tilted(points: list[Point], scale: float, centre: Point) -> tuple[Point, ...]:
    cos, sin = math.cos(_TILT) * scale, math.sin(_TILT) * scale
    return tuple((centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos) for x, y in points)


@lru_cache(512)
def _slice(start: float, end: float, rx: float, ry: float) -> list[Point]:
    """Return the part of an ellipse between two shares of its width."""
    left, right = rx * (2 * start - 1), rx * (2 * end - 1)
    xs = [left + (right - left) * index / 14 for index in range(15)]
    upper = [(x, -ry * math.sqrt(max(0.0, 1 - (x / rx) ** 2))) for x in xs]
    return upper + [(x, -y) for x, y in reversed(upper)]


_ROUND = [(19 * math.cos(a), 13.5 * math.sin(a)) for a in (2 * math.pi * i / 32 for i in range(33))]


@lru_cache(1024)
def bean(
    palette: Palette, scale: float, full: float, new: float, lost: float, ground: Colour
) -> tuple[Area | Line, ...]:
    """Return one bean, five points of capital; `full`, `new` and `lost` are shares of it from 0 to 1."""
    if palette.square:
        return _square(palette, scale, full, new, lost, ground)
    centre = (24 * scale, 22 * scale)
    shapes: list[Area | Line] = [
        Area(_tilted(_ROUND, scale, centre), ground),
        Line(_tilted(_ROUND, scale, centre), 3.5 * scale, palette.latte),
    ]
    if full:
        shapes.append(Area(_tilted(_slice(0, full, 20.7, 15.2), scale, centre), palette.espresso))
    if new:
        shapes.append(Area(_tilted(_slice(full, full + new, 20.7, 15.2), scale, centre), palette.teal))
    seam = ground if full + new > 0.5 else palette.latte
    shapes.append(Line(_tilted(_SEAM, scale, centre), 3.2 * scale, seam))
    if lost:
        shapes.append(Line(_tilted(_ROUND, scale, centre), 4 * scale, palette.tomato))
        shapes.append(Line(_tilted([(-22, 20), (22, -20)], scale, centre), 6 * scale, palette.tomato))
    return Shapes(shapes)


def _square(palette: Palette, scale: float, full: float, new: float, lost: float, ground: Colour) -> tuple[Area | Line, ...]:
    """Return a bean as a square, which fills from the left as well."""
    left, top, side = 7 * scale, 5 * scale, 34 * scale

    def part(start: float, end: float, colour: Colour) -> Area:
        x, right = left + side * start, left + side * end
        return Area(((x, top), (right, top), (right, top + side), (x, top + side)), colour)

    corners = ((left, top), (left + side, top), (left + side, top + side), (left, top + side), (left, top))
    shapes: list[Area | Line] = [part(0, 1, ground)]
    shapes += [part(0, full, palette.espresso)] if full else []
    shapes += [part(full, full + new, palette.teal)] if new else []
    shapes.append(Line(corners, 5 * scale, palette.latte))
    if lost:
        shapes.append(Line(corners, 5 * scale, palette.tomato))
        shapes.append(Line(((left, top + side), (left + side, top)), 6 * scale, palette.tomato))
    return Shapes(shapes)


def beans(
    palette: Palette, x: float, y: float, capital: int, *, scale: float = 1.0, change: int = 0,
    ground: Colour | None = None,
) -> tuple[Mark, ...]:
    """Return a row of ten beans centred on `y`, fifty points in all; `change` is what was just earned or lost."""
    gain, loss = max(0, change), max(0, -change)

    def share(value: int) -> float:
        return max(0.0, min(1.0, value / 5))

    row: list[Mark] = []
    for index in range(10):
        low = 5 * index
        full = share(capital - gain - low)
        new = max(0.0, share(capital - low) - full)
        lost = max(0.0, share(capital + loss - low) - share(capital - low))
        shapes = bean(palette, scale, full, new, lost, ground or palette.paper)
        row.append(Sketch(Box(x + index * 50 * scale - 5 * scale, y - 22 * scale, 48 * scale, 44 * scale), shapes))
    return tuple(row)


# ---------------------------------------------------------------- signs and arrows


def sign(x: float, baseline: float, positive: bool, size: float, colour: Colour) -> tuple[Mark, ...]:
    """Return a drawn plus or minus before a figure; `x` is its left edge."""
    bar = Fill(Box(x, baseline - size * 0.38, size * 0.34, size * 0.1), colour)
    if not positive:
        return (bar,)
    return bar, Fill(Box(x + size * 0.12, baseline - size * 0.5, size * 0.1, size * 0.34), colour)


def arrow(x: float, y: float, quarter: int, size: float, colour: Colour) -> Sketch:
    """Return an arrow centred on a place; `quarter` is 0 right, 1 down, 2 left, 3 up."""
    turned = [(0, 1), (1, 0), (0, -1), (-1, 0)]
    cos, sin = turned[quarter % 4][1], turned[quarter % 4][0]

    def turn(point: Point) -> Point:
        return size * 0.7 + point[0] * cos - point[1] * sin, size * 0.7 + point[0] * sin + point[1] * cos

    half = size / 2
    shaft = (turn((-half, 0)), turn((half, 0)))
    head = (turn((size * 0.08, -size * 0.38)), turn((half, 0)), turn((size * 0.08, size * 0.38)))
    width = max(2.2, size * 0.15)
    return Sketch(
        Box(x - size * 0.7, y - size * 0.7, size * 1.4, size * 1.4),
        (Line(shaft, width, colour), Line(head, width, colour)),
    )


# ---------------------------------------------------------------- pencil


def underline(x: float, y: float, width: float, colour: Colour, seed: int = 1) -> Sketch:
    """Return a pencil line below some words."""
    w = wobble(seed)
    points = curve((4, 10 + w[0]), (width * 0.3, 4 + w[1] * 2), (width * 0.7, 8 + w[2] * 2), (width + 4, 10 + w[3]), 20)
    return Sketch(Box(x - 4, y - 8, width + 12, 22), (Line(tuple(points), 5, colour),))


def tick(x: float, y: float, size: float, colour: Colour) -> Sketch:
    """Return a pencil tick."""
    shape = Line(((6, size * 0.55), (size * 0.38, size - 6), (size, 6)), 10, colour)
    return Sketch(Box(x, y, size + 8, size + 4), (shape,))


def strike(x: float, y: float, width: float, colour: Colour, seed: int = 2) -> Sketch:
    """Return a pencil line through some words; `y` is its middle."""
    w = wobble(seed)
    points = curve((4, 12), (width * 0.3, 4 + w[0] * 5), (width * 0.6, 20 + w[1] * 5), (width + 14, 6), 20)
    return Sketch(Box(x - 8, y - 12, width + 26, 28), (Line(tuple(points), 5.5, colour),))


def thread(box: Box, colour: Colour) -> Sketch:
    """Return the thread that hangs from a pin at the upper left of the box down to an arrow head at its lower right."""
    end = (box.w * 0.82, box.h - 6)
    points = curve((6, 8), (box.w * 0.55, 6), (box.w * 1.06, box.h * 0.3), end, 24)
    head = ((end[0] - 24, end[1] - 26), end, (end[0] + 22, end[1] - 28))
    return Sketch(box, (Line(tuple(points), 5.5, colour), Line(head, 5.5, colour)))


def pin(x: float, y: float, palette: Palette) -> Sketch:
    """Return the pin of a clipping, centred on a place."""
    circle = [(math.cos(a), math.sin(a)) for a in (2 * math.pi * i / 24 for i in range(24))]
    return Sketch(
        Box(x - 16, y - 16, 32, 32),
        (
            Area(tuple((16 + 13 * c, 16 + 13 * s) for c, s in circle), palette.tomato),
            Area(tuple((12 + 4 * c, 12 + 4 * s) for c, s in circle), palette.white),
        ),
    )


def ring(x: float, y: float, radius: float, width: float, colour: Colour) -> Sketch:
    """Return the outline of a circle."""
    points = tuple(
        (radius + width + radius * math.cos(a), radius + width + radius * math.sin(a))
        for a in (2 * math.pi * i / 72 for i in range(73))
    )
    side = 2 * (radius + width)
    return Sketch(Box(x - side / 2, y - side / 2, side, side), (Line(points, width, colour),))


def disc(x: float, y: float, radius: float, colour: Colour) -> Sketch:
    """Return a filled circle."""
    points = tuple(
        (radius + 1 + radius * math.cos(a), radius + 1 + radius * math.sin(a))
        for a in (2 * math.pi * i / 72 for i in range(72))
    )
    side = 2 * (radius + 1)
    return Sketch(Box(x - side / 2, y - side / 2, side, side), (Area(points, colour),))


# ---------------------------------------------------------------- the torn sheet

SHADOW = (27, 22, 19)
"""Dark in every look: a shadow is no ink."""


@lru_cache(8)
def straight(height: float, palette: Palette) -> tuple[Area | Line, ...]:
    """Return the edge of a sheet in a plain look: a thick rule, in the same 48 points."""
    rule = ((23, -20), (28, -20), (28, height + 40), (23, height + 40))
    return Shapes((Area(rule, palette.ink), Area(((28, -20), (48, -20), (48, height + 40), (28, height + 40)), palette.paper)))


@lru_cache(8)
def torn(height: float, palette: Palette, seed: int = 4) -> tuple[Area | Line, ...]:
    """Return the torn left edge of a sheet, 48 points wide; the sheet itself begins at its right half."""
    edge: list[Point] = []
    y, index = -20.0, 0
    while y < height + 40:
        edge.append((28 + 6 * math.sin(seed * 3.1 + index * 12.9898) * math.cos(index * 4.1), y))
        y += 20
        index += 1

    def strip(dx: float, colour: Colour) -> Area:
        return Area((*((x + dx, y) for x, y in edge), (48, height + 40), (48, -20)), colour)

    shadow = tuple(strip(dx, (*SHADOW, alpha)) for dx, alpha in ((-20, 10), (-16, 14), (-12, 18), (-9, 24)))
    return Shapes((*shadow, strip(-5, palette.white), strip(0, palette.paper)))
