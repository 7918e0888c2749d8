"""The map in the game's window: the open scene in ink, arrow keys along the ways, Enter to go there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from game.stage import inks
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents, Open
from game.stage.page import Area, Box, Colour, Fill, Frame, Line, Mark, Page, Sketch, Style, Target
from game.stage.theme import FRANKLIN
from game.stage.whole import Whole, whole
from game.story.analysis import Analysis
from game.story.model import Scenario
from game.story.playthrough import State
from game.story.vocabulary import SceneId
from game.studio.map.chart import Chart, Kind, Reach, chart
from game.studio.map.layout import layout
from game.studio.map.sheet import Layout, Point, Slip, Stroke, thread_between
from game.studio.map.slips import LEAD, SIZE, TAG
from game.studio.map.svg import APART, beside, counted, points, told

STEPS = 14
"""Straight pieces of a curve."""
DASH = 16.0


class Jump(Open):
    """Go to a scene of the map."""

    __slots__ = ()

    @property
    def scene(self) -> SceneId:
        """The scene to go to."""
        return self.page.removeprefix("scene:")


def map_of(state: State, analysis: Analysis | None = None) -> MapScreen:
    """Return the map of the scenario that is played, open where the play stands."""
    return MapScreen(state.scenario, state.scene, analysis)


class MapScreen:
    """The whole story on a sheet that moves under the window as the cursor walks it."""

    def __init__(self, scenario: Scenario, here: SceneId, analysis: Analysis | None = None) -> None:
        self.hover: str | None = None
        self.chart: Chart = chart(scenario, analysis)
        self.here = here
        """Where the play stands."""
        self.cursor = here
        self._by_number = {stop.number: stop.scene for stop in self.chart.stops.values()}
        self._slips: dict[SceneId, Slip] = layout(self.chart, lambda text: 0.6 * len(text)).slips

    def handle(self, key: str) -> Intents:
        """Move the cursor along a way, or return where to go."""
        if key in ("escape", "m"):
            return (Close(),)
        if key == "enter":
            return (Jump(f"scene:{self.cursor}"),)
        if key.startswith("scene:"):
            self.cursor = self._by_number.get(int(key[6:]), self.cursor)
        elif key == "home":
            self.cursor = self.chart.scenario.start
        elif key in ("left", "right"):
            self.cursor = self._along(forward=key == "right") or self.cursor
        elif key in ("up", "down"):
            self.cursor = self._aside(1 if key == "down" else -1) or self.cursor
        return ()

    def _along(self, *, forward: bool) -> SceneId | None:
        ways = [arrow for arrow in self.chart.arrows if (arrow.source if forward else arrow.target) == self.cursor]
        ways.sort(key=lambda arrow: (not arrow.best, not arrow.worst))
        return next((arrow.target if forward else arrow.source for arrow in ways), None)

    def _aside(self, sign: int) -> SceneId | None:
        here = self._slips[self.cursor].box
        far = {
            scene: (slip.box.middle - here.middle) * sign + 2.2 * abs(slip.box.x - here.x)
            for scene, slip in self._slips.items() if (slip.box.middle - here.middle) * sign > 4
        }
        return min(far, key=lambda scene: far[scene], default=None)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the part of the map around the cursor."""
        hints = (Hint("Enter", "go there", "enter"), Hint("←→", "along the ways", "right"), Hint("↑↓", "up and down", "down"), Hint("Esc", "back", "escape"))
        frame = whole(desk, f"Map · {self.chart.scenario.title}", hints, right=counted(self.chart))
        drawing = _Drawing(desk, self.chart)
        self._slips = drawing.layout.slips
        dx, dy = _moved(drawing.layout, self._slips[self.cursor], frame.area, drawing.scale)
        marks = [mark for mark in drawing.marks(self.here, self.cursor, dx, dy) if mark.box.meets(frame.area)]
        targets = [
            Target(drawing.box(slip.box, dx, dy), f"scene:{slip.stop.number}")
            for slip in self._slips.values() if drawing.box(slip.box, dx, dy).meets(frame.area)
        ]
        return Page(1920, desk.height, (frame.marks[0], *marks, *_covers(desk, frame), *frame.marks[1:]), (*targets, *frame.targets))

    def text(self) -> list[str]:
        """Return where the cursor is and what leads from there, then every scene."""
        found = self.chart
        lines = [f"Map of {found.scenario.title}: {counted(found)}"]
        if found.analysis is not None:
            lines.append(f"best {points(found.analysis.best.total)}, worst {points(found.analysis.worst.total)}")
        return [*lines, *(f"{'> ' if stop.scene == self.cursor else ''}{told(found, stop)}" for stop in found.stops.values())]


def _covers(desk: Desk, frame: Whole) -> tuple[Mark, Mark]:
    """Return the paper of head and foot, below which the map moves."""
    paper, area = desk.theme.palette.paper, frame.area
    return Fill(Box(0, 0, 1920, area.y), paper), Fill(Box(0, area.bottom, 1920, desk.height - area.bottom), paper)


def _moved(placed: Layout, slip: Slip, area: Box, scale: float) -> tuple[float, float]:
    """Return how far the sheet is moved, so that the slip is in view and as little as can be is blank."""
    width, height = (placed.right - placed.left) * scale, placed.height * scale
    x, y = slip.box.x + slip.box.w / 2, slip.box.middle
    across = 960 - x * scale if width > 1924 else 960 - (placed.left + placed.right) / 2 * scale
    if width > 1924:
        across = max(1920 - placed.right * scale, min(-placed.left * scale, across))
    if height <= area.h:
        return across, area.y + (area.h - height) / 2
    return across, max(area.bottom - height, min(area.y, area.y + area.h / 2 - y * scale))


class _Drawing:
    """One map drawn in the look and the text size of a desk."""

    def __init__(self, desk: Desk, found: Chart) -> None:
        self.desk, self.chart, self.scale = desk, found, desk.theme.text
        self.regular, self.bold = Style(FRANKLIN[500], SIZE * self.scale), Style(FRANKLIN[700], SIZE * self.scale)
        measure = desk.setter.measure
        self.layout = layout(
            found, lambda text: measure(text, self.regular) / self.regular.size, lambda text: measure(text, self.bold) / self.bold.size
        )

    def box(self, box: Sequence[float], dx: float, dy: float) -> Box:
        """Return a box of the map where it is on the page."""
        x, y, w, h = box
        return Box(x * self.scale + dx, y * self.scale + dy, w * self.scale, h * self.scale)

    def marks(self, here: SceneId, cursor: SceneId, dx: float, dy: float) -> Iterator[Mark]:
        """Yield everything, from the lowest up."""
        slips = self.layout.slips
        for top, band in zip(self.layout.tops, self.layout.bands, strict=True):
            for strokes, down in ((band.strokes, top), (band.turn, top + band.height)):
                for stroke in sorted(strokes, key=lambda stroke: stroke.best or stroke.worst):
                    yield from self._stroke(stroke, dx, dy + down * self.scale)
        for thread in self.layout.threads:
            if cursor in (thread.source, thread.target):
                yield from self._thread(thread_between(slips[thread.source].box, slips[thread.target].box), dx, dy)
        for top, band in zip(self.layout.tops, self.layout.bands, strict=True):
            if band.bar is not None:
                yield Fill(self.box((band.bar.x, band.bar.y + top, 5, band.bar.h), dx, dy), self.desk.theme.palette.ink)
            for x, day in band.days:
                style = Style(FRANKLIN[700], 20 * self.scale, tracking=0.08)
                yield self.desk.setter.words(day, style, self.desk.theme.palette.mocha, x * self.scale + dx, (top + 22) * self.scale + dy)
        for slip in slips.values():
            yield from self._slip(slip, dx, dy, on=slip.stop.scene == cursor, here=slip.stop.scene == here)

    def _stroke(self, stroke: Stroke, dx: float, dy: float) -> Iterator[Mark]:
        palette, both = self.desk.theme.palette, stroke.best and stroke.worst
        line = self._line(stroke, 0.0)
        if stroke.plain or not (stroke.best or stroke.worst):
            if stroke.reach is Reach.REACHED:
                yield self._sketch([line], 2.5, palette.latte, dx, dy)
            else:
                yield self._sketch(_dashes(line, 5.0), 2.5, palette.latte, dx, dy)
        if stroke.best:
            yield self._sketch([self._line(stroke, -APART if both else 0.0)], 7.5, palette.teal, dx, dy)
        if stroke.worst:
            hollow = self._line(stroke, APART if both else 0.0)
            yield self._sketch([hollow], 8, palette.tomato, dx, dy)
            yield self._sketch([hollow], 3.2, palette.paper, dx, dy)
        if stroke.head:
            x, y = stroke.points[-1]
            colour = palette.teal if stroke.best else palette.tomato if stroke.worst else palette.latte
            yield self._area(((x - 13, y - 7), (x, y), (x - 13, y + 7)), colour, dx, dy)

    def _line(self, stroke: Stroke, off: float) -> list[Point]:
        moved = beside(stroke, off)
        return inks.curve(*moved, steps=STEPS) if stroke.smooth and len(moved) == 4 else list(moved)

    def _thread(self, curve: tuple[Point, Point, Point, Point], dx: float, dy: float) -> Iterator[Mark]:
        tomato = self.desk.theme.palette.tomato
        yield self._sketch(_dashes(inks.curve(*curve, steps=60), DASH), 2.5, tomato, dx, dy)
        (_, near), (x, y) = curve[2], curve[3]
        way = 12 if y >= near else -12
        yield self._area(((x - 9, y - way * 0.2), (x + 9, y - way * 0.2), (x, y + way)), tomato, dx, dy)

    def _sketch(self, lines: Iterable[Sequence[Point]], width: float, colour: Colour, dx: float, dy: float) -> Sketch:
        placed = [[(x * self.scale + dx, y * self.scale + dy) for x, y in line] for line in lines]
        every = [point for line in placed for point in line]
        left, top = min(x for x, _ in every) - width, min(y for _, y in every) - width
        box = Box(left, top, max(x for x, _ in every) - left + width, max(y for _, y in every) - top + width)
        return Sketch(box, tuple(Line(tuple((x - left, y - top) for x, y in line), width * self.scale, colour) for line in placed))

    def _area(self, corners: Sequence[Point], colour: Colour, dx: float, dy: float) -> Sketch:
        placed = [(x * self.scale + dx, y * self.scale + dy) for x, y in corners]
        left, top = min(x for x, _ in placed), min(y for _, y in placed)
        box = Box(left, top, max(x for x, _ in placed) - left, max(y for _, y in placed) - top)
        return Sketch(box, (Area(tuple((x - left, y - top) for x, y in placed), colour),))

    def _slip(self, slip: Slip, dx: float, dy: float, *, on: bool, here: bool) -> Iterator[Mark]:
        palette, box = self.desk.theme.palette, self.box(slip.box, dx, dy)
        ending, weak = slip.stop.kind is Kind.ENDING, slip.stop.reach is not Reach.REACHED
        ground = palette.ink if on else palette.paper if ending else palette.deep if weak else palette.white
        yield Fill(box, ground)
        if ending:
            yield Fill(Box(box.x, box.y, 10 * self.scale, box.h), palette.latte)
        else:
            yield Frame(box, palette.mocha if weak else palette.ink, 2.5)
        if here:
            yield Frame(box.inset(-6), palette.tomato, 3)
        style = self.bold if slip.stop.kind is not Kind.PASSING else self.regular
        top = box.y + box.h / 2 - (len(slip.lines) - 1) * LEAD * self.scale / 2 + style.size * 0.35
        for index, line in enumerate(slip.lines):
            x, anchor = (box.x + 26 * self.scale, "start") if ending else (box.x + box.w / 2, "middle")
            yield self.desk.setter.words(line, style, palette.white if on else palette.ink, x, top + index * LEAD * self.scale, anchor)
        for tag in slip.tags:
            place = self.box(tag.box, dx, dy)
            yield self.desk.setter.words(tag.text, Style(FRANKLIN[500], TAG * self.scale), palette.mocha, place.x, place.y + TAG * self.scale)


def _dashes(line: Sequence[Point], length: float) -> list[list[Point]]:
    """Return every second piece of a line, each about so long."""
    found: list[list[Point]] = []
    run, drawn = 0.0, True
    piece = [line[0]]
    for (x, y), (end, low) in pairwise(line):
        far = ((end - x) ** 2 + (low - y) ** 2) ** 0.5
        steps = max(1, round(far / (length / 2)))
        for step in range(1, steps + 1):
            point = (x + (end - x) * step / steps, y + (low - y) * step / steps)
            run += far / steps
            piece.append(point)
            if run >= length:
                if drawn:
                    found.append(piece)
                piece, run, drawn = [point], 0.0, not drawn
    if drawn and len(piece) > 1:
        found.append(piece)
    return found or [list(line)]
