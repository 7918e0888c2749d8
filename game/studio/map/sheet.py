"""The map with everything in its place: pure data, in points of a sheet 1920 wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from game.story.vocabulary import SceneId
from game.studio.map.chart import Reach, Stop, Thread

Point = tuple[float, float]

SHEET, MARGIN = 1920.0, 72.0
SLIP, PITCH = 204.0, 260.0
"""Width of a slip, and from column to column."""
TAG_LEAD = 22.0
"""From tag to tag."""


class Box(NamedTuple):
    """A rectangle: left, top, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> float:
        """Half-way down."""
        return self.y + self.h / 2

    def meets(self, other: Box) -> bool:
        """Return whether the two share an area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Tag:
    """A line below a slip that names where a way continues."""

    box: Box
    text: str
    other: SceneId | None
    """The scene at its far end; None where several are only counted."""
    best: bool = False
    worst: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A scene's slip of paper, or an ending's line behind the bar; its box is counted from the top of its band."""

    stop: Stop
    box: Box
    lines: tuple[str, ...]
    tags: tuple[Tag, ...] = ()

    @property
    def whole(self) -> Box:
        """The slip with its tags."""
        return Box(self.box.x, self.box.y, self.box.w, self.box.h + len(self.tags) * TAG_LEAD + (8 if self.tags else 0))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a way, between slips."""

    points: tuple[Point, ...]
    smooth: bool
    """Whether the four points are those of a Bézier curve; otherwise they are corners."""
    links: frozenset[tuple[SceneId, SceneId]]
    """The arrows that run along it, by source and target."""
    best: bool = False
    worst: bool = False
    plain: bool = True
    """Whether a way runs along it that is on neither the best nor the worst path."""
    reach: Reach = Reach.REACHED
    head: bool = False
    """Whether it ends in an arrowhead, for it leads back."""


@dataclass(frozen=True, slots=True)
class Band:
    """One line of the story; its own places and those of the turn below it are counted from the top of each."""

    slips: tuple[Slip, ...]
    strokes: tuple[Stroke, ...]
    days: tuple[tuple[float, str], ...]
    """Where a day begins, and its name."""
    height: float
    turn: tuple[Stroke, ...]
    """The ways to the next band, in the space between."""
    turn_height: float
    bar: Box | None = None
    """The bar before the endings, of no width, if they are in this band."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The map with everything in its place."""

    bands: tuple[Band, ...]
    left: float
    """Where the least line at the left runs."""
    right: float
    threads: tuple[Thread, ...]
    where: Mapping[SceneId, int] = field(default_factory=dict)
    """The band of each scene."""

    @property
    def tops(self) -> tuple[float, ...]:
        """The top of each band where all are open, from 0."""
        found = [0.0]
        for band in self.bands:
            found.append(found[-1] + band.height + band.turn_height)
        return tuple(found[:-1])

    @property
    def height(self) -> float:
        """The height of all bands."""
        return sum(band.height + band.turn_height for band in self.bands)

    @property
    def slips(self) -> dict[SceneId, Slip]:
        """Every slip by its scene, its places counted from the top of the map."""
        found = {}
        for top, band in zip(self.tops, self.bands, strict=True):
            for slip in band.slips:
                tags = tuple(replace(tag, box=tag.box._replace(y=tag.box.y + top)) for tag in slip.tags)
                found[slip.stop.scene] = replace(slip, box=slip.box._replace(y=slip.box.y + top), tags=tags)
        return found


def thread_between(one: Box, other: Box) -> tuple[Point, Point, Point, Point]:
    """Return the curve of what comes later, from one slip to another, both counted from the same top.

    All that come from above meet at the middle of the target's upper edge, and all others right of it at its lower edge.
    """
    x = one.x + one.w * 0.4
    if other.y >= one.bottom + 24:
        end, reach = other.x + other.w * 0.5, max(40.0, (other.y - one.bottom) * 0.5)
        return (x, one.bottom), (x, one.bottom + reach), (end, other.y - 12 - reach), (end, other.y - 12)
    end = other.x + other.w * 0.6
    if other.bottom <= one.y - 24:
        reach = max(40.0, (one.y - other.bottom) * 0.5)
        return (x, one.y), (x, one.y - reach), (end, other.bottom + 12 + reach), (end, other.bottom + 12)
    dip = max(one.bottom, other.bottom) + 48
    return (x, one.bottom), (x, dip), (end, dip), (end, other.bottom + 12)
