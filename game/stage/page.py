"""A page before it is ink: marks with their places, in points; pure data.

A point is 1/1920 of the page's width, so that a page of 1920 x 1080 points looks alike on every screen. Pages are
compared mark by mark: what did not change is not painted again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

Colour = tuple[int, int, int] | tuple[int, int, int, int]
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle: left, top, width and height, in points."""

    x: float
    y: float
    w: float
    h: float

    def shifted(self, dx: float, dy: float) -> Box:
        """Return the box moved."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, by: float) -> Box:
        """Return the box made smaller on each side; negative makes it larger."""
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a place lies inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: Box) -> bool:
        """Return whether the two share an area."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set."""

    face: str
    """The family and weight of a font file: `CFLiterata-400`."""
    size: float
    """Of the type, in points."""
    lead: float = 1.3
    """From baseline to baseline, in sizes."""
    tracking: float = 0.0
    """Space added between letters, in sizes."""

    @property
    def line(self) -> float:
        """From baseline to baseline, in points."""
        return self.size * self.lead


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle."""

    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Frame:
    """The outline of a rectangle, drawn inside it."""

    box: Box
    colour: Colour
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `box` is what it covers, `baseline` where it stands."""

    box: Box
    baseline: float
    text: str
    style: Style
    colour: Colour


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape inside a sketch; its points are counted from the sketch's corner."""

    points: tuple[Point, ...]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points with round ends, inside a sketch."""

    points: tuple[Point, ...]
    width: float
    colour: Colour


class Shapes(tuple["Area | Line", ...]):
    """Shapes that are drawn often: their hash is computed once."""

    _hash: int | None = None

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = super().__hash__()
        return self._hash


@dataclass(frozen=True, slots=True)
class Sketch:
    """A small drawing: a bean, a pencil mark, a chart, a torn edge."""

    box: Box
    shapes: tuple[Area | Line, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file, scaled to cover the whole of `cover` and shown where that lies inside `box`."""

    box: Box
    name: str
    """The path below the assets, or an absolute one for a trainer's own picture."""
    cover: Box
    behind: Colour | None = None
    """Shown until the picture is there; None leaves what is behind."""
    round: bool = False
    """Cut to a circle inside `box`."""


Mark = Fill | Frame | Words | Sketch | Picture


@dataclass(frozen=True, slots=True)
class Target:
    """A place that can be clicked or touched, and the key that it stands for."""

    box: Box
    key: str
    does: str = ""
    """What pressing it does, in words; empty for a row that says so itself."""
    cap: str = ""
    """The key as it is printed, where it is."""


@dataclass(frozen=True, slots=True)
class Galley:
    """Marks set from their own upper left corner, with the height that they take."""

    marks: tuple[Mark, ...]
    height: float
    targets: tuple[Target, ...] = ()
    before: float = 0.0
    """Space above, if it is not the first on its page."""
    tied: bool = False
    """Whether it must stand on one page with the galley after it."""

    def at(self, x: float, y: float) -> tuple[tuple[Mark, ...], tuple[Target, ...]]:
        """Return marks and targets in their place on a page."""
        return (
            tuple(moved(mark, x, y) for mark in self.marks),
            tuple(replace(target, box=target.box.shifted(x, y)) for target in self.targets),
        )

    def with_before(self, before: float, *, tied: bool | None = None) -> Galley:
        """Return it with another space above."""
        return replace(self, before=before, tied=self.tied if tied is None else tied)


@dataclass(frozen=True, slots=True)
class Page:
    """One whole screen."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    targets: tuple[Target, ...] = ()

    def key_at(self, x: float, y: float) -> str | None:
        """Return the key that a place stands for, the topmost target first."""
        return next((target.key for target in reversed(self.targets) if target.box.holds(x, y)), None)


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return a mark in another place."""
    match mark:
        case Words():
            return replace(mark, box=mark.box.shifted(dx, dy), baseline=mark.baseline + dy)
        case Picture():
            return replace(mark, box=mark.box.shifted(dx, dy), cover=mark.cover.shifted(dx, dy))
        case _:
            return replace(mark, box=mark.box.shifted(dx, dy))


def stacked(galleys: Iterable[Galley]) -> Galley:
    """Return one galley made of others, each below the last."""
    y, first = 0.0, True
    marks: list[Mark] = []
    targets: list[Target] = []
    for galley in galleys:
        y += 0.0 if first else galley.before
        placed, places = galley.at(0, y)
        marks += placed
        targets += places
        y += galley.height
        first = False
    return Galley(tuple(marks), y, tuple(targets))


def paged(galleys: Iterable[Galley], height: float) -> list[list[Galley]]:
    """Return the galleys spread over as few pages as hold them in order; tied ones stay together where they fit."""
    pages: list[list[Galley]] = [[]]
    room = height
    for group in groups(galleys, height):
        need = sum(galley.height + galley.before for galley in group)
        if pages[-1] and need > room:
            pages.append([])
            room = height
        room -= need if pages[-1] else need - group[0].before
        pages[-1] += group
    return pages


def groups(galleys: Iterable[Galley], height: float) -> Iterable[list[Galley]]:
    """Yield the galleys that must stay together; where they are higher than a page, in pieces that are not."""
    group: list[Galley] = []
    for galley in galleys:
        group.append(galley)
        if not galley.tied:
            yield from _pieces(group, height)
            group = []
    if group:
        yield from _pieces(group, height)


def _pieces(group: list[Galley], height: float) -> Iterable[list[Galley]]:
    piece: list[Galley] = []
    for galley in group:
        if piece and sum(each.height + each.before for each in (*piece, galley)) - piece[0].before > height:
            yield piece
            piece = []
        piece.append(galley)
    yield piece


MANY = 24
"""More marks than these are painted as one piece: cheaper than finding out which of them touch."""


def changed(old: Page | None, new: Page) -> list[Box] | None:
    """Return the boxes that differ between two pages; None where all must be painted."""
    if old is None or (old.width, old.height) != (new.width, new.height):
        return None
    before, after = old.marks, new.marks
    start, end = 0, 0
    most = min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    gone, come = before[start : len(before) - end], after[start : len(after) - end]
    if len(gone) + len(come) > MANY:
        return [bounds([mark.box for mark in (*gone, *come)])]
    was, now = set(gone), set(come)
    return merged([mark.box for mark in (*gone, *come) if (mark in was) != (mark in now)])


def bounds(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around some; there must be at least one."""
    many = list(boxes)
    x, y = min(box.x for box in many), min(box.y for box in many)
    return Box(x, y, max(box.right for box in many) - x, max(box.bottom for box in many) - y)


def merged(boxes: list[Box]) -> list[Box]:
    """Return fewer boxes that cover the same, none of which overlap."""
    left: list[Box] = []
    for box in boxes:
        grown = box
        while touching := [other for other in left if other.meets(grown)]:
            left = [other for other in left if other not in touching]
            grown = bounds((grown, *touching))
        left.append(grown)
    return left
