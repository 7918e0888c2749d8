"""The lines of a band: from column to column, back under it, and over into the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.story.vocabulary import SceneId
from game.studio.map.chart import Arrow, Reach
from game.studio.map.sheet import MARGIN, PITCH, SHEET, SLIP, Box, Point, Stroke

LANE, BROAD_LANE = 11.0, 24.0
"""Between lines side by side; a broad one is on the best or the worst path."""
GUTTER = 18.0
"""Between the slips at the edge and the first line beside them."""
FOOT = 16.0
"""Below a band."""

Item = tuple[SceneId, int]
"""What stands in a column: a scene's slip where the column is its own, and otherwise a way to it that passes."""
Step = tuple[Item, Item]
"""From an item of a column to one of the next."""
Links = Mapping[Step, list[Arrow]]
Ranks = Sequence[Sequence[Item]]
"""The items of each column, from the top down."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An item that stands in a band."""

    box: Box
    port: float
    """Where its ways begin and end, counted from the top of the band."""
    passes: bool
    """Whether it is only a way that passes."""

    @property
    def out(self) -> Point:
        """Where a way leaves it."""
        return self.box.right, self.port

    @property
    def into(self) -> Point:
        """Where a way comes to it."""
        return self.box.x, self.port


def within(links: Links, here: Mapping[Item, Standing]) -> Iterable[Stroke]:
    """Yield the curves from column to column, and the straight lines through columns that are only passed."""
    for (one, other), arrows in links.items():
        if one in here:
            if here[one].passes:
                yield stroke((here[one].into, here[one].out), _through(links, one))
            if other in here:
                (x, y), (end, level) = here[one].out, here[other].into
                half = (x + end) / 2
                yield stroke(((x, y), (half, y), (half, level), (end, level)), arrows, smooth=True)


def _through(links: Links, item: Item) -> list[Arrow]:
    return links[item, (item[0], item[1] + 1)]


def returns(arrows: Iterable[tuple[Arrow, Item, Item]], here: Mapping[Item, Standing], floor: float) -> tuple[list[Stroke], float]:
    """Return the lines that lead back within this band, each in a lane below `floor`, and the floor below them.

    Args:
        arrows: those that lead back, with the items at their ends.
        here: what stands in the band.
        floor: the lowest edge of all that.
    """
    found: list[Stroke] = []
    used: dict[float, int] = {}
    for arrow, one, other in arrows:
        if one not in here or other not in here:
            continue
        gaps = []
        for edge in (here[one].box.right, here[other].box.x - PITCH + SLIP):
            used[edge] = used.get(edge, 0) + 1
            gaps.append(edge + 9 + (used[edge] - 1) % 5 * 9)
        floor += BROAD_LANE if arrow.best or arrow.worst else LANE + 3
        (x, y), (end, level) = here[one].out, here[other].into
        points = ((x, y), (gaps[0], y), (gaps[0], floor), (gaps[1], floor), (gaps[1], level), (end - 2, level))
        found.append(replace(stroke(points, [arrow]), head=True))
    return found, floor


@dataclass(frozen=True, slots=True)
class Turn:
    """How the ways go on from one band to the next: out at the right, between the two, and in at the left."""

    out: tuple[Stroke, ...]
    between: tuple[Stroke, ...]
    into: tuple[Stroke, ...]
    height: float
    """Of the space between."""
    right: float
    """The furthest that a line reaches."""
    left: float


NO_TURN = Turn((), (), (), 0.0, SHEET - MARGIN, MARGIN)


def turned(links: Links, ranks: Ranks, column: int, above: Mapping[Item, Standing], below: Mapping[Item, Standing], height: float) -> Turn:
    """Return the lines from a band's last column to the next band's first; no two cross but where they must.

    Args:
        links: all of them.
        ranks: the columns.
        column: the last of the band above.
        above, below: what stands in the two bands.
        height: of the band above.
    """
    steps = _between(links, ranks, column)
    if not steps:
        return NO_TURN
    lanes, wide = _lanes(arrows for _, arrows in steps)
    right = max(above[one].box.right for (one, _), _ in steps) + GUTTER + wide
    space = wide + 14
    out, between, into = [], [], []
    for ((one, other), arrows), lane in zip(steps, lanes, strict=True):
        across, row, start = right - lane, space - 4 - lane, MARGIN - GUTTER - lane
        (x, y), (end, level) = above[one].out, below[other].into
        out.append(stroke(((x, y), (across, y), (across, height)), arrows))
        between.append(stroke(((across, 0), (across, row), (start, row), (start, space)), arrows))
        into.append(stroke(((start, 0), (start, level), (end, level)), arrows))
    return Turn(tuple(out), tuple(between), tuple(into), space, right, MARGIN - GUTTER - wide)


def _between(links: Links, ranks: Ranks, column: int) -> list[tuple[Step, list[Arrow]]]:
    """Return the links out of a column, from the top down."""
    if column + 1 >= len(ranks):
        return []
    one = {item: place for place, item in enumerate(ranks[column])}
    other = {item: place for place, item in enumerate(ranks[column + 1])}
    found = [(step, arrows) for step, arrows in links.items() if step[0] in one and step[1] in other]
    return sorted(found, key=lambda each: (one[each[0][0]], other[each[0][1]]))


def _lanes(bundles: Iterable[list[Arrow]]) -> tuple[list[float], float]:
    """Return the middle of each lane, counted from the outermost edge, and the width of all."""
    lanes, wide = [], 0.0
    for arrows in bundles:
        room = BROAD_LANE if any(arrow.best or arrow.worst for arrow in arrows) else LANE
        lanes.append(wide + room / 2)
        wide += room
    return lanes, wide


def stroke(points: Sequence[Point], arrows: Sequence[Arrow], *, smooth: bool = False) -> Stroke:
    """Return a piece of line along which some arrows run."""
    seen = [arrow.reach for arrow in arrows]
    reach = Reach.REACHED if Reach.REACHED in seen else Reach.UNSEEN if Reach.UNSEEN in seen else Reach.NEVER
    return Stroke(
        tuple(points), smooth, frozenset((arrow.source, arrow.target) for arrow in arrows),
        any(arrow.best for arrow in arrows), any(arrow.worst for arrow in arrows),
        any(not (arrow.best or arrow.worst) for arrow in arrows), reach,
    )
