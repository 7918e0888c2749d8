"""Where everything on the map stands: pure positions; nothing is drawn here.

The story runs from left to right in bands, and goes on in the next band as a column of a newspaper does. A way that
goes further than the next band is not drawn through all that lies between: like an article, it is "continued at".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from game.story.vocabulary import SceneId
from game.studio.map.chart import Arrow, Chart, Kind, Stop
from game.studio.map.layers import apart, untangled
from game.studio.map.metrics import Measure, clipped
from game.studio.map.sheet import MARGIN, PITCH, SHEET, SLIP, Band, Box, Layout, Slip, Stroke
from game.studio.map.slips import Slips
from game.studio.map.ways import FOOT, NO_TURN, Item, Ranks, Standing, Step, Turn, returns, turned, within

COLUMNS = 7
"""Columns of a band."""
TAIL = 2
"""Columns that the endings take at the least."""
GAP = 22.0
"""Between what stands in a column."""
PASS = 16.0
"""Height that a way takes in a column which it only passes."""
LABEL = 40.0
"""Height above the slips, for the days."""
DAY = 20.0 * 1.12
"""Size of a day's name, with the space between its letters."""
BAR = "|"
"""Stands for the bar before the endings, among the ids of scenes, none of which is written so."""
SWEEPS = 12


def layout(chart: Chart, measured: Measure, bold: Measure | None = None) -> Layout:
    """Return where everything stands.

    Args:
        chart: the story as a graph.
        measured: the width of words on slips and tags, in sizes.
        bold: of those on slips where something is chosen; the same if not given.
    """
    return _Setting(chart, measured, bold or measured).layout()


def bands_of(columns: int, days: Sequence[str], *, across: int = COLUMNS, tail: int = TAIL) -> list[int]:
    """Return in which band each column stands, and last that of the endings, which take the place of `tail`.

    A band that need not be full ends rather where a day does.
    """
    found: list[int] = []
    start = 0
    while columns - start + tail > across:
        most = min(across, columns - start)
        size = next((size for size in range(most, most - 3, -1) if _day_ends(days, start + size)), most)
        found += [found[-1] + 1 if found else 0] * size
        start += size
    return found + [found[-1] + 1 if found else 0] * (columns - start + 1)


def _day_ends(days: Sequence[str], column: int) -> bool:
    return 0 < column < len(days) and days[column] != days[column - 1]


def day_of(time: str) -> str:
    """Return the day that a scene's time names: what stands before the first comma."""
    return time.split(",", maxsplit=1)[0].strip()


class _Setting:
    """One map being set: columns into bands, ways into links between neighbours, then heights, then lines."""

    def __init__(self, chart: Chart, measured: Measure, bold: Measure) -> None:
        self.chart, self.bold = chart, bold
        self.endings = [stop for stop in chart.stops.values() if stop.kind is Kind.ENDING]
        columns: list[list[Stop]] = []
        for stop in chart.stops.values():
            columns += [[] for _ in range(stop.column + 1 - len(columns))]
            if stop.kind is not Kind.ENDING:
                columns[stop.column].append(stop)
        self.columns = [column for column in columns if column]
        self.last = len(self.columns)
        self.days = [day_of(chart.scenario.scenes[column[0].scene].time) for column in self.columns]
        self.band = bands_of(self.last, self.days)
        free = COLUMNS - self.band[:-1].count(self.band[-1])
        self.across = max(TAIL, min(free, len(self.endings) // TAIL))
        """Columns of endings."""
        self.links: dict[Step, list[Arrow]] = {}
        self.returning: list[tuple[Arrow, Item, Item]] = []
        jumps: list[Arrow] = []
        for arrow in chart.arrows:
            self._sort(arrow, jumps)
        self.slips = Slips(chart, jumps, measured, bold)

    def _sort(self, arrow: Arrow, jumps: list[Arrow]) -> None:
        """Tell whether a way is drawn from column to column, leads back, or is continued elsewhere."""
        one, other = self._column(arrow.source), self._column(arrow.target)
        turns = self.band[other] - self.band[one]
        if other <= one and turns == 0:
            self.returning.append((arrow, (arrow.source, one), (arrow.target, other)))
        elif other > one and turns <= 1:
            goal = BAR if other == self.last else arrow.target
            for step in pairwise([(arrow.source, one), *((goal, column) for column in range(one + 1, other + 1))]):
                self.links.setdefault(step, []).append(arrow)
        else:
            jumps.append(arrow)

    def _column(self, scene: SceneId) -> int:
        return min(self.chart.stops[scene].column, self.last)

    def _passes(self, item: Item) -> bool:
        scene, column = item
        return column != self.last if scene == BAR else self._column(scene) != column

    def layout(self) -> Layout:
        """Return the whole map."""
        ranks = self._ranks()
        middles, heights = self._heights(ranks)
        standing = [self._band(number, ranks, middles, heights) for number in range(self.band[-1] + 1)]
        drawn = [self._lines(here, floor) for here, floor in standing]
        turns = [
            turned(self.links, ranks, self.band.index(number) - 1, standing[number - 1][0], standing[number][0], drawn[number - 1][1])
            for number in range(1, len(standing))
        ]
        bands = tuple(
            self._finished(number, here, lines, height, [NO_TURN, *turns][number], [*turns, NO_TURN][number])
            for number, ((here, _), (lines, height)) in enumerate(zip(standing, drawn, strict=True))
        )
        return Layout(
            bands, min([0.0, *(turn.left - 20 for turn in turns)]), max([SHEET, *(turn.right + 20 for turn in turns)]),
            self.chart.threads, {slip.stop.scene: number for number, band in enumerate(bands) for slip in band.slips},
        )

    def _ranks(self) -> list[list[Item]]:
        ranks: list[list[Item]] = [[(stop.scene, column) for stop in stops] for column, stops in enumerate(self.columns)]
        ranks.append([(BAR, self.last)] if self.endings else [])
        passing = dict.fromkeys(item for step in self.links for item in step if self._passes(item))
        for item in passing:
            ranks[item[1]].append(item)
        return untangled(ranks, {step: _weight(arrows) for step, arrows in self.links.items()})

    def _heights(self, ranks: Ranks) -> tuple[dict[Item, float], dict[Item, float]]:
        """Return the middle of each item, so that ways run straight where they can, and the height of each."""
        heights = {item: self._height(item) for rank in ranks for item in rank}
        ports = {item: self._port(item, heights[item]) for item in heights}
        near: dict[Item, list[tuple[Item, float]]] = {}
        for (one, other), arrows in self.links.items():
            if self.band[one[1]] == self.band[other[1]]:
                near.setdefault(one, []).append((other, _weight(arrows)))
                near.setdefault(other, []).append((one, _weight(arrows)))
        middles = dict.fromkeys(heights, 0.0)
        for sweep in range(SWEEPS):
            for rank in ranks if sweep % 2 == 0 else reversed(ranks):
                wanted, weights = [], []
                for item in rank:
                    pull = sum(weight for _, weight in near.get(item, ()))
                    level = sum((middles[other] + ports[other]) * weight for other, weight in near.get(item, ())) / pull if pull else 0.0
                    wanted.append(level - ports[item])
                    weights.append(pull or 0.5)
                middles.update(zip(rank, apart(wanted, [heights[item] for item in rank], weights, GAP), strict=True))
        return middles, heights

    def _height(self, item: Item) -> float:
        if self._passes(item):
            return PASS
        return self.slips.endings_height(self.endings, self.across) if item[0] == BAR else self.slips.whole_height(item[0])

    def _port(self, item: Item, height: float) -> float:
        """Return how far from the middle of an item its ways begin: at the middle of the slip, not of its tags."""
        return 0.0 if self._passes(item) or item[0] == BAR else (self.slips.height(item[0]) - height) / 2

    def _band(
        self, number: int, ranks: Ranks, middles: Mapping[Item, float], heights: Mapping[Item, float]
    ) -> tuple[dict[Item, Standing], float]:
        """Return what stands in a band, counted from its top, and the lowest edge of it."""
        inside = [column for column in range(self.last + 1) if self.band[column] == number]
        items = [item for column in inside for item in ranks[column]]
        top = min((middles[item] - heights[item] / 2 for item in items), default=0.0) - LABEL
        here = {}
        for item in items:
            width = 0.0 if item == (BAR, self.last) else SLIP
            box = Box(MARGIN + (item[1] - inside[0]) * PITCH, middles[item] - heights[item] / 2 - top, width, heights[item])
            here[item] = Standing(box, middles[item] + self._port(item, heights[item]) - top, self._passes(item))
        return here, max((standing.box.bottom for standing in here.values()), default=LABEL)

    def _lines(self, here: Mapping[Item, Standing], floor: float) -> tuple[list[Stroke], float]:
        back, floor = returns(self.returning, here, floor)
        return [*within(self.links, here), *back], floor + FOOT

    def _finished(self, number: int, here: Mapping[Item, Standing], lines: list[Stroke], height: float, before: Turn, after: Turn) -> Band:
        bar = here.get((BAR, self.last))
        slips = [slip for item, standing in here.items() for slip in self._set(item, standing.box)]
        return Band(
            tuple(sorted(slips, key=lambda slip: slip.stop.number)), (*lines, *after.out, *before.into),
            tuple(self._days_of(number)), height, after.between, after.height, bar.box if bar else None,
        )

    def _set(self, item: Item, box: Box) -> Iterable[Slip]:
        if self._passes(item):
            return ()
        return self.slips.endings(self.endings, self.across, box) if item[0] == BAR else (self.slips.slip(item[0], box),)

    def _days_of(self, number: int) -> Iterator[tuple[float, str]]:
        inside = [column for column in range(self.last) if self.band[column] == number]
        named = [column for column in inside if self.days[column] and (column == inside[0] or self.days[column] != self.days[column - 1])]
        for place, column in enumerate(named):
            after = named[place + 1] if place + 1 < len(named) else inside[0] + COLUMNS
            room = (after - column) * PITCH - 28
            yield MARGIN + (column - inside[0]) * PITCH, clipped(self.days[column].upper(), room, DAY, self.bold)


def _weight(arrows: Iterable[Arrow]) -> float:
    """Return how straight a link ought to be: the best path above all."""
    many = list(arrows)
    return 1.0 + 6.0 * any(arrow.best for arrow in many) + 2.0 * any(arrow.worst for arrow in many)

