"""The map as a picture: one SVG file that needs nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from game.authoring.safe_text import printable
from game.story.vocabulary import SceneId
from game.studio.map import look
from game.studio.map.chart import Chart, Kind, Reach, Stop
from game.studio.map.layout import layout
from game.studio.map.metrics import clipped, measure
from game.studio.map.sheet import MARGIN, SHEET, Band, Box, Layout, Point, Slip, Stroke, thread_between
from game.studio.map.slips import LEAD, SIZE, TAG

HEAD, FOOT = 124.0, 104.0
APART = 7.5
"""Half of the distance between the best and the worst path where they run side by side."""
ROUND = 12.0
"""Radius of a line's corners."""

STYLE = f"""
.paper{{fill:{look.PAPER}}}
text{{font-family:{look.SANS};font-weight:500;fill:{look.INK}}}
.news{{font-family:{look.NEWS};font-weight:800}}
.choices text.name,.ending text.name,.bold{{font-weight:700}}
.kicker{{font-weight:700;letter-spacing:.08em}}
text.kicker.mocha{{stroke:{look.PAPER};stroke-width:6;paint-order:stroke;stroke-linejoin:round}}
.mocha{{fill:{look.MOCHA}}}
.tomato{{fill:{look.TOMATO}}}
.teal{{fill:{look.TEAL}}}
.slip .card{{fill:{look.WHITE};stroke:{look.INK};stroke-width:2.5}}
.slip.unreached .card{{fill:{look.DEEP};stroke:{look.MOCHA};stroke-dasharray:3 6}}
.slip.unreached text.name{{fill:{look.ESPRESSO}}}
.star{{fill:{look.INK};stroke:{look.PAPER};stroke-width:3;paint-order:stroke}}
.best,.worst,.hollow,.plain,.later{{fill:none;stroke-linejoin:round}}
.best{{stroke:{look.TEAL};stroke-width:7.5}}
.worst{{stroke:{look.TOMATO};stroke-width:8}}
.hollow{{stroke:{look.PAPER};stroke-width:3.2}}
.plain{{stroke:{look.LATTE};stroke-width:2.5}}
.plain.unreached{{stroke-dasharray:2 6}}
.later{{stroke:{look.TOMATO};stroke-width:2.2;stroke-dasharray:9 7}}
.head{{fill:{look.LATTE}}}
.head.best{{fill:{look.TEAL};stroke:none}}
.head.worst,.laterhead{{fill:{look.TOMATO};stroke:none}}
.rule{{fill:{look.INK}}}
"""


def svg(chart: Chart, fonts: Path) -> str:
    """Return the map as one SVG document.

    Args:
        chart: the story as a graph.
        fonts: the folder of the fonts that come with the game; they are carried in the file.
    """
    placed = placed_in(chart, fonts)
    width, height = placed.right - placed.left, HEAD + placed.height + FOOT
    body = "\n".join([
        *_masthead(chart, fonts),
        *(
            f'<g transform="translate(0 {number(HEAD + top)})">{"".join(_lines(chart, band))}</g>'
            for top, band in zip(placed.tops, placed.bands, strict=True)
        ),
        f'<g transform="translate(0 {number(HEAD)})">{"".join(threads(chart, placed))}</g>',
        *(
            f'<g transform="translate(0 {number(HEAD + top)})">{"".join(slips(chart, band))}</g>'
            for top, band in zip(placed.tops, placed.bands, strict=True)
        ),
        *_legend(chart, HEAD + placed.height),
    ])
    faces = look.font_faces(fonts, (look.REGULAR, look.BOLD, look.HEADLINE))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{number(placed.left)} 0 {number(width)} {number(height)}"'
        f' width="{number(width)}" height="{number(height)}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{said(f"Map of {chart.scenario.title}")}</title>\n<desc id="desc">{said(described(chart))}</desc>\n'
        f"<style>{faces}{STYLE}</style>\n"
        f'<rect class="paper" x="{number(placed.left)}" width="{number(width)}" height="{number(height)}"/>\n{body}\n</svg>\n'
    )


def placed_in(chart: Chart, fonts: Path) -> Layout:
    """Return the map set in the type of the house."""
    return layout(chart, measure(fonts / look.REGULAR), measure(fonts / look.BOLD))


def said(text: str) -> str:
    """Return an author's text as it may stand in a file: on one line, nothing hidden, no markup."""
    return escape(printable(" ".join(text.split())))


def described(chart: Chart) -> str:
    """Return in sentences what the picture shows."""
    parts = [f"{counted(chart)}."]
    for title, scenes, total in _paths(chart):
        parts.append(f"The {title} path, {total} points: {', '.join(chart.stops[scene].name for scene in scenes)}.")
    unreached = [stop.name for stop in chart.stops.values() if stop.reach is not Reach.REACHED]
    if unreached:
        parts.append(f"Not reached: {', '.join(unreached)}.")
    return " ".join(parts)


def _paths(chart: Chart) -> Iterator[tuple[str, tuple[SceneId, ...], str]]:
    if chart.analysis is not None:
        yield "best", chart.best_scenes, points(chart.analysis.best.total)
        yield "worst", chart.worst_scenes, points(chart.analysis.worst.total)


def counted(chart: Chart) -> str:
    """Return how many scenes and endings there are."""
    endings = sum(stop.kind is Kind.ENDING for stop in chart.stops.values())
    scenes = len(chart.stops) - endings
    return f"{scenes} scene{'s' * (scenes != 1)} · {endings} ending{'s' * (endings != 1)}"


def points(total: int) -> str:
    """Return points with a real minus sign."""
    return f"−{-total}" if total < 0 else str(total)


def number(value: float) -> str:
    """Return a number as short as it can be written to a tenth."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "-0") if value else "0"


# ---------------------------------------------------------------- lines


def _lines(chart: Chart, band: Band) -> Iterator[str]:
    yield from ways(chart, band.strokes)
    yield f'<g transform="translate(0 {number(band.height)})">{"".join(ways(chart, band.turn))}</g>'


def days(band: Band) -> Iterator[str]:
    """Yield the names of the days above the columns in which they begin."""
    for x, day in band.days:
        yield f'<text class="kicker mocha" x="{number(x)}" y="22" font-size="20">{said(day)}</text>'


def ways(chart: Chart, strokes: Iterable[Stroke]) -> Iterator[str]:
    """Yield the lines of the ways; those on the best and the worst path last, on top."""
    for stroke in sorted(strokes, key=lambda stroke: (stroke.best or stroke.worst, stroke.worst)):
        links = " ".join(sorted(f"{chart.stops[one].number}-{chart.stops[other].number}" for one, other in stroke.links))
        yield f'<g class="way" data-links="{links}">{"".join(_inked(stroke))}</g>'


def _inked(stroke: Stroke) -> Iterator[str]:
    both = stroke.best and stroke.worst
    weak = "" if stroke.reach is Reach.REACHED else " unreached"
    if stroke.plain or not (stroke.best or stroke.worst):
        yield f'<path class="plain{weak}" d="{path(stroke.points, stroke.smooth)}"/>'
    if stroke.best:
        yield f'<path class="best" d="{path(beside(stroke, -APART if both else 0.0), stroke.smooth)}"/>'
    if stroke.worst:
        line = path(beside(stroke, APART if both else 0.0), stroke.smooth)
        yield f'<path class="worst" d="{line}"/><path class="hollow" d="{line}"/>'
    if stroke.head:
        x, y = stroke.points[-1]
        kind = " best" if stroke.best else " worst" if stroke.worst else ""
        yield f'<path class="head{kind}" d="M{number(x - 13)} {number(y - 7)}L{number(x)} {number(y)}L{number(x - 13)} {number(y + 7)}Z"/>'


def beside(stroke: Stroke, off: float) -> tuple[Point, ...]:
    """Return the points of a line that runs beside a stroke, `off` points to the right of the way it goes."""
    if not off:
        return stroke.points
    if stroke.smooth:
        return tuple((x, y + off) for x, y in stroke.points)
    moved = []
    for index, (x, y) in enumerate(stroke.points):
        before = stroke.points[max(0, index - 1)]
        after = stroke.points[min(len(stroke.points) - 1, index + 1)]
        dx, dy = 0.0, 0.0
        for (ax, ay), (bx, by) in ((before, (x, y)), ((x, y), after)):
            if abs(bx - ax) > abs(by - ay):
                dy = off if bx > ax else -off
            elif abs(by - ay) > 0:
                dx = -off if by > ay else off
        moved.append((x + dx, y + dy))
    return tuple(moved)


def path(points: Sequence[Point], smooth: bool) -> str:
    """Return the `d` of a path: a Bézier curve, or straight lines with rounded corners."""
    if smooth:
        first, *rest = (f"{number(x)} {number(y)}" for x, y in points)
        return f"M{first}C{' '.join(rest)}"
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for index in range(1, len(points) - 1):
        before, here, after = points[index - 1 : index + 2]
        radius = min(ROUND, math.dist(before, here) / 2, math.dist(here, after) / 2)
        start, end = _towards(here, before, radius), _towards(here, after, radius)
        parts.append(f"L{number(start[0])} {number(start[1])}Q{number(here[0])} {number(here[1])} {number(end[0])} {number(end[1])}")
    parts.append(f"L{number(points[-1][0])} {number(points[-1][1])}")
    return "".join(parts)


def _towards(here: Point, there: Point, by: float) -> Point:
    far = math.dist(here, there) or 1.0
    return here[0] + (there[0] - here[0]) * by / far, here[1] + (there[1] - here[1]) * by / far


def threads(chart: Chart, placed: Layout) -> Iterator[str]:
    """Yield the dashed arrows of what comes later; they run below the slips."""
    where = placed.slips
    for thread in placed.threads:
        one, other = chart.stops[thread.source].number, chart.stops[thread.target].number
        curve = thread_between(where[thread.source].box, where[thread.target].box)
        yield f'<g class="thread" data-from="{one}" data-to="{other}"><path class="later" d="{path(curve, True)}"/>{_arrowhead(curve)}</g>'


def _arrowhead(curve: tuple[Point, Point, Point, Point]) -> str:
    (_, near), (x, y) = curve[2], curve[3]
    way = 12 if y >= near else -12
    return f'<path class="laterhead" d="M{number(x - 9)} {number(y - way * 0.2)}L{number(x + 9)} {number(y - way * 0.2)}L{number(x)} {number(y + way)}Z"/>'


# ---------------------------------------------------------------- slips


def slips(chart: Chart, band: Band) -> Iterator[str]:
    """Yield the slips of a band, and the bar before the endings."""
    if band.bar is not None:
        yield f'<rect class="rule" x="{number(band.bar.x)}" y="{number(band.bar.y)}" width="5" height="{number(band.bar.h)}"/>'
    yield from days(band)
    for slip in band.slips:
        yield _ending(chart, slip) if slip.stop.kind is Kind.ENDING else _slip(chart, slip)


def _slip(chart: Chart, slip: Slip) -> str:
    box, stop = slip.box, slip.stop
    kind = "choices" if stop.kind is Kind.CHOICES else "passing"
    weak = "" if stop.reach is Reach.REACHED else " unreached"
    star = _star(box) if stop.starred else ""
    return (
        f'<g class="slip {kind}{weak}"{_data(chart, stop)}><title>{said(told(chart, stop))}</title>'
        f'<rect class="card" x="{number(box.x)}" y="{number(box.y)}" width="{number(box.w)}" height="{number(box.h)}" rx="2"/>'
        f"{_name(slip.lines, box.x + box.w / 2, box, 'middle')}{star}{''.join(_tags(chart, slip))}</g>"
    )


def _data(chart: Chart, stop: Stop) -> str:
    """Return what a page needs to know of a slip: its number, and those before and after it, the best path first."""
    ranked = sorted(chart.arrows, key=lambda arrow: (not arrow.best, not arrow.worst))
    after = " ".join(str(chart.stops[arrow.target].number) for arrow in ranked if arrow.source == stop.scene)
    before = " ".join(str(chart.stops[arrow.source].number) for arrow in ranked if arrow.target == stop.scene)
    return f' data-scene="{stop.number}" data-after="{after}" data-before="{before}"'


def _name(lines: Sequence[str], x: float, box: Box, anchor: str) -> str:
    top = box.middle - (len(lines) - 1) * LEAD / 2 + SIZE * 0.35
    return "".join(
        f'<text class="name" x="{number(x)}" y="{number(top + index * LEAD)}" font-size="{number(SIZE)}" text-anchor="{anchor}">{said(line)}</text>'
        for index, line in enumerate(lines)
    )


def _star(box: Box) -> str:
    corners = []
    for corner in range(10):
        angle, far = math.pi * (corner / 5 - 0.5), 13.5 if corner % 2 == 0 else 5.6
        corners.append(f"{number(box.x + 3 + far * math.cos(angle))},{number(box.y + 3 + far * math.sin(angle))}")
    return f'<polygon class="star" points="{" ".join(corners)}"/>'


def _tags(chart: Chart, slip: Slip) -> Iterator[str]:
    for tag in slip.tags:
        colour = "teal" if tag.best else "tomato" if tag.worst else "mocha"
        to = f' data-to="{chart.stops[tag.other].number}"' if tag.other else ""
        yield f'<text class="tag {colour}"{to} x="{number(tag.box.x + 2)}" y="{number(tag.box.y + TAG)}" font-size="{number(TAG)}">{said(tag.text)}</text>'


def _ending(chart: Chart, slip: Slip) -> str:
    box, stop = slip.box, slip.stop
    best, worst = (any(arrow.target == stop.scene and getattr(arrow, side) for arrow in chart.arrows) for side in ("best", "worst"))
    weak = "" if stop.reach is Reach.REACHED else " unreached"
    x, y, height = box.x, box.y + 3, box.h - 6
    marks = []
    if best:
        marks.append(f'<rect x="{number(x)}" y="{number(y)}" width="10" height="{number(height)}" fill="{look.TEAL}"/>')
    if worst:
        at = x + 1.5 + (13 if best else 0)
        marks.append(f'<rect x="{number(at)}" y="{number(y + 1.5)}" width="7" height="{number(height - 3)}" fill="{look.PAPER}" stroke="{look.TOMATO}" stroke-width="3"/>')
    if not marks:
        fill = f'fill="none" stroke="{look.LATTE}" stroke-width="2" stroke-dasharray="3 5"' if weak else f'fill="{look.LATTE}"'
        marks.append(f'<rect x="{number(x + 1)}" y="{number(y)}" width="8" height="{number(height)}" {fill}/>')
    bold = " bold" if best or worst else ""
    return (
        f'<g class="slip ending{weak}{bold}"{_data(chart, stop)}><title>{said(told(chart, stop))}</title>'
        f'<rect class="ground" x="{number(x)}" y="{number(box.y)}" width="{number(box.w)}" height="{number(box.h)}" fill="{look.PAPER}" fill-opacity="0"/>'
        f"{''.join(marks)}{_name(slip.lines, x + 26, box, 'start')}</g>"
    )


def told(chart: Chart, stop: Stop) -> str:
    """Return in a line what a scene is and where it leads."""
    parts = [f"{stop.number}. {stop.name}", chart.scenario.scenes[stop.scene].time]
    choices = len(chart.scenario.scenes[stop.scene].choices)
    if choices:
        parts.append(f"{choices} choice{'s' * (choices != 1)}")
    if stop.starred:
        parts.append("a moment of the shorter play for a room")
    onward = [f"{chart.stops[arrow.target].number} {chart.stops[arrow.target].name}" for arrow in chart.arrows if arrow.source == stop.scene]
    if onward:
        parts.append(f"leads to {', '.join(onward)}")
    if stop.probability is not None:
        parts.append(f"{stop.probability:.1%} of random plays end here".replace("%", " %"))
    if stop.reach is not Reach.REACHED:
        parts.append(stop.reach.value)
    if stop.line is not None:
        parts.append(f"line {stop.line}")
    return "; ".join(part for part in parts if part)


# ---------------------------------------------------------------- head and foot


def _masthead(chart: Chart, fonts: Path) -> Iterator[str]:
    left, right, bold = MARGIN, SHEET - MARGIN, measure(fonts / look.BOLD)
    middle = (left + right) / 2
    title = clipped(f"Map · {chart.scenario.title}".upper(), 700, 27 * 1.1, bold)
    yield f'<text class="news" x="{number(left)}" y="73" font-size="48">Coffee First</text>'
    yield f'<text class="kicker tomato" x="{number(middle)}" y="70" font-size="27" text-anchor="middle">{said(title)}</text>'
    yield f'<text class="mocha bold" x="{number(right)}" y="70" font-size="25" text-anchor="end">{said(counted(chart))}</text>'
    yield f'<rect class="rule" x="{number(left)}" y="94" width="{number(right - left)}" height="6"/>'
    yield f'<rect class="rule" x="{number(left)}" y="105" width="{number(right - left)}" height="2"/>'


def _legend(chart: Chart, top: float) -> Iterator[str]:
    right = SHEET - MARGIN
    base, x = top + 66, MARGIN
    yield f'<rect class="rule" x="{number(MARGIN)}" y="{number(top + 22)}" width="{number(right - MARGIN)}" height="2"/>'
    for sample, words, colour, width in legend(chart):
        yield f'<g transform="translate({number(x)} {number(base - 8)})">{sample}</g>'
        yield f'<text class="bold {colour}" x="{number(x + 62)}" y="{number(base)}" font-size="23">{said(words)}</text>'
        x += 62 + width * 23 * 0.56 + 40


def legend(chart: Chart) -> Iterator[tuple[str, str, str, int]]:
    """Yield what the signs mean: a sample 50 wide and drawn about its middle, words, their colour, their length."""
    entries = []
    if chart.analysis is not None:
        sure = "" if chart.analysis.exact else " found"
        entries.append(('<path class="best" d="M0 0H50"/>', f"best{sure}, {points(chart.analysis.best.total)}", "teal"))
        entries.append(('<path class="worst" d="M0 0H50"/><path class="hollow" d="M-1 0H51"/>', f"worst{sure}, {points(chart.analysis.worst.total)}", "tomato"))
    if chart.threads:
        entries.append(('<path class="later" d="M0 0H50"/>', "comes later", "espresso"))
    if any(stop.starred for stop in chart.stops.values()):
        entries.append((_star(Box(30, -3, 0, 0)), "played in a room", "espresso"))
    if any(stop.reach is not Reach.REACHED for stop in chart.stops.values()) or any(arrow.reach is not Reach.REACHED for arrow in chart.arrows):
        sure = "no play gets here" if chart.analysis is None or chart.analysis.exact else "not seen in any play tried"
        entries.append(('<path class="plain unreached" d="M0 0H50"/>', sure, "espresso"))
    for sample, words, colour in entries:
        yield sample, words, colour, len(words)
