"""The slips of paper: their words in lines, the tags below them, and the endings behind the bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from game.story.vocabulary import SceneId
from game.studio.map.chart import Arrow, Chart, Kind, Reach, Stop
from game.studio.map.metrics import Measure, clipped, wrapped
from game.studio.map.sheet import PITCH, SLIP, TAG_LEAD, Box, Slip, Tag

SIZE, LEAD = 23.0, 27.0
"""Of the words on a slip."""
TAG = 17.0
PAD = 14.0
"""From a slip's edge to its words."""
TAGS = 3
"""At most so many ways out are named below a slip; the others are counted."""
_NOWHERE = Box(0, 0, SLIP, TAG_LEAD)


class Slips:
    """Sets the words of one map."""

    def __init__(self, chart: Chart, jumps: Sequence[Arrow], measured: Measure, bold: Measure) -> None:
        self.chart, self.measured, self.bold = chart, measured, bold
        self._tags: dict[SceneId, list[Tag]] = {}
        for stop in chart.stops.values():
            if stop.reach is not Reach.REACHED and stop.kind is not Kind.ENDING:
                self._tag(stop.scene, Tag(_NOWHERE, stop.reach.value, None))
        self._leaving(jumps)
        self._coming(jumps)
        self._lines = {
            stop.scene: wrapped(stop.name, SLIP - 2 * PAD, SIZE, bold if stop.kind is Kind.CHOICES else measured)
            for stop in chart.stops.values()
        }

    def height(self, scene: SceneId) -> float:
        """Return the height of a slip without its tags."""
        return len(self._lines[scene]) * LEAD + 27

    def whole_height(self, scene: SceneId) -> float:
        """Return the height of a slip with its tags."""
        return self.slip(scene, Box(0, 0, 0, 0)).whole.h

    def slip(self, scene: SceneId, box: Box) -> Slip:
        """Return a slip whose upper left corner is that of the box."""
        own = Box(box.x, box.y, SLIP, self.height(scene))
        tags = tuple(
            replace(tag, box=Box(box.x, own.bottom + 5 + index * TAG_LEAD, SLIP, TAG_LEAD))
            for index, tag in enumerate(self._tags.get(scene, ()))
        )
        return Slip(self.chart.stops[scene], own, self._lines[scene], tags)

    def _tag(self, scene: SceneId, tag: Tag) -> None:
        fitted = replace(tag, text=clipped(tag.text, SLIP, TAG, self.measured))
        self._tags.setdefault(scene, []).append(fitted)

    def _leaving(self, jumps: Sequence[Arrow]) -> None:
        """Name where the ways out of each scene are continued."""
        out: dict[SceneId, list[Arrow]] = {}
        for arrow in jumps:
            out.setdefault(arrow.source, []).append(arrow)
        for scene, arrows in out.items():
            arrows.sort(key=lambda arrow: not (arrow.best or arrow.worst))
            named = arrows if len(arrows) <= TAGS else arrows[: TAGS - 1]
            for arrow in named:
                stop = self.chart.stops[arrow.target]
                self._tag(scene, Tag(_NOWHERE, f"{_sides([arrow])}→ {stop.number} {stop.name}", arrow.target, arrow.best, arrow.worst))
            if len(named) < len(arrows):
                self._tag(scene, Tag(_NOWHERE, f"→ and {len(arrows) - len(named)} more", None))

    def _coming(self, jumps: Sequence[Arrow]) -> None:
        """Name where each scene is continued from; behind the bar there is no room for it."""
        into: dict[SceneId, list[Arrow]] = {}
        for arrow in jumps:
            if self.chart.stops[arrow.target].kind is not Kind.ENDING:
                into.setdefault(arrow.target, []).append(arrow)
        for scene, arrows in into.items():
            stops = [self.chart.stops[arrow.source] for arrow in arrows]
            text = f"from {stops[0].number} {stops[0].name}" if len(stops) == 1 else "from " + ", ".join(str(stop.number) for stop in stops)
            self._tag(scene, Tag(
                _NOWHERE, _sides(arrows) + text, arrows[0].source if len(arrows) == 1 else None,
                any(arrow.best for arrow in arrows), any(arrow.worst for arrow in arrows),
            ))

    # ------------------------------------------------------------------ endings

    def endings_height(self, endings: Sequence[Stop], across: int) -> float:
        """Return the height of the endings behind the bar, in so many columns."""
        return sum(self._row_height(row) for row in _rows(endings, across))

    def endings(self, endings: Sequence[Stop], across: int, box: Box) -> Iterator[Slip]:
        """Yield the endings' lines; the bar is the left edge of the box."""
        y = box.y
        for row in _rows(endings, across):
            height = self._row_height(row)
            for place, stop in enumerate(row):
                yield Slip(stop, Box(box.x + 18 + place * PITCH, y + 6, PITCH - 22, height - 12), self._ending(stop))
            y += height

    def _row_height(self, row: Iterable[Stop]) -> float:
        return max(len(self._ending(stop)) for stop in row) * LEAD + 25

    def _ending(self, stop: Stop) -> tuple[str, ...]:
        return wrapped(ending_text(stop), PITCH - 48, SIZE, self.bold)


def _sides(arrows: Iterable[Arrow]) -> str:
    """Return in words whether ways are on the best or the worst path: colour alone says it to few."""
    many = list(arrows)
    sides = [side for side in ("best", "worst") if any(getattr(arrow, side) for arrow in many)]
    return f"{', '.join(sides)} " if sides else ""


def _rows(endings: Sequence[Stop], across: int) -> list[tuple[Stop, ...]]:
    rows = -(-len(endings) // across)
    return [tuple(endings[row::rows]) for row in range(rows)]


def ending_text(stop: Stop) -> str:
    """Return what is printed of an ending behind the bar: its title, and how often it comes at random."""
    if stop.reach is Reach.NEVER:
        return f"{stop.name}: never"
    return stop.name if stop.probability is None else f"{stop.name}: {percent(stop.probability)}"


def percent(share: float) -> str:
    """Return a share as per cent, in words that do not round what is rare to none."""
    if share <= 0:
        return "0\u00a0%"
    if share < 0.01:
        return "under 1\u00a0%"
    return "over 99\u00a0%" if 0.99 < share < 1 else f"{round(100 * share)}\u00a0%"
