"""The map as a page: one file that needs no network, to zoom, search, filter and read in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from game.story.vocabulary import PRINCIPLES, SceneId
from game.studio.map import look
from game.studio.map.chart import Chart, Kind
from game.studio.map.layout import day_of
from game.studio.map.sheet import Band, Layout
from game.studio.map.svg import STYLE, counted, described, legend, number, placed_in, said, slips, told, ways
from game.studio.map.svg import threads as thread_marks
from game.studio.map.telling import ChoiceTold, Detail, SceneTold, Told, named, telling

CHAPTERS_FROM = 60
"""With more scenes than these, the bands are closed to chapters at first."""


def page(chart: Chart, fonts: Path) -> str:
    """Return the map as one HTML page.

    Args:
        chart: the story as a graph.
        fonts: the folder of the fonts that come with the game; they are carried in the page.
    """
    placed = placed_in(chart, fonts)
    here = files("game.studio.map")
    style = look.font_faces(fonts, (look.REGULAR, look.BOLD, look.HEADLINE, look.TEXT)) + STYLE + (here / "page.css").read_text("utf-8")
    script = (here / "page.js").read_text("utf-8")
    rules = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; font-src data:; base-uri 'none'; form-action 'none'"
    title = said(chart.scenario.title)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{rules}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Map of {title}</title>
<style>{style}</style>
</head>
<body>
<header><p class="masthead">Coffee First</p><h1>Map · {title}</h1><p class="count">{said(counted(chart))}</p></header>
{"".join(_tools(chart))}
<main>
<div id="map">{_drawing(chart, placed)}</div>
<aside id="panel" aria-label="Scenes">
<div class="panelhead"><button id="all" type="button">Whole outline</button><button id="close" type="button" aria-label="Close">×</button></div>
<div id="scenes"><h2 class="outline" tabindex="-1">Outline</h2>{"".join(_article(chart, telling(chart, stop)) for stop in chart.stops.values())}</div>
</aside>
</main>
<footer>{"".join(_legend(chart))}<p class="keys"><kbd>←</kbd><kbd>→</kbd><kbd>↑</kbd><kbd>↓</kbd> along the ways <kbd>Enter</kbd> read <kbd>Esc</kbd> close</p></footer>
<script>{script}</script>
</body>
</html>
"""


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _tools(chart: Chart) -> Iterator[str]:
    yield '<div class="tools"><a class="skip" href="#scenes" id="skip">Skip to the outline</a>'
    yield '<label class="find"><span>Find <kbd>/</kbd></span><input id="find" type="search" autocomplete="off" placeholder="a scene, a person, a word"></label>'
    yield f'<label><span>Principle <kbd>P</kbd></span><select id="principle"><option value="">all</option>{"".join(_principles(chart))}</select></label>'
    yield '<label class="tick"><input id="later" type="checkbox"> <span>comes later <kbd>L</kbd></span></label>'
    yield '<output id="status" aria-live="polite"></output><span class="spring"></span>'
    if _in_chapters(chart):
        yield '<button id="chapters" type="button">Open all</button>'
    yield '<button id="outline" type="button" aria-expanded="false" aria-controls="panel">Outline</button>'
    yield '<span class="zoom"><button id="out" type="button" aria-label="Zoom out">−</button><button id="whole" type="button" aria-label="Show it all">0</button>'
    yield '<button id="in" type="button" aria-label="Zoom in">+</button></span></div>'


def _in_chapters(chart: Chart) -> bool:
    return len(chart.stops) > CHAPTERS_FROM


def _principles(chart: Chart) -> Iterator[str]:
    choices = [choice for scene in chart.scenario.scenes.values() for choice in scene.choices]
    for name, principle in PRINCIPLES.items():
        for side, word in (("honours", "honoured"), ("breaks", "broken")):
            many = sum(getattr(choice, side) == name for choice in choices)
            if many:
                yield f'<option value="{side}:{name}">{said(principle.name)}: {word} ({many})</option>'


def _legend(chart: Chart) -> Iterator[str]:
    for sample, words, colour, _ in legend(chart):
        yield f'<p class="{colour}"><svg width="52" height="20" viewBox="-1 -10 52 20" aria-hidden="true">{sample}</svg>{said(words)}</p>'


# ---------------------------------------------------------------- the drawing


def _drawing(chart: Chart, placed: Layout) -> str:
    width = placed.right - placed.left
    closed = " data-chapters" if _in_chapters(chart) else ""
    box = f"{number(placed.left)} 0 {number(width)} {number(placed.height)}"
    return (
        f'<svg id="drawing" viewBox="{box}" data-left="{number(placed.left)}" data-width="{number(width)}"{closed} role="group" aria-label="{said(described(chart))}">'
        f'<g id="world">{"".join(_layer(chart, placed, "ways"))}<g id="threads">{"".join(thread_marks(chart, placed))}</g>{"".join(_layer(chart, placed, "front"))}</g></svg>'
    )


def _layer(chart: Chart, placed: Layout, kind: str) -> Iterator[str]:
    for index, (top, band) in enumerate(zip(placed.tops, placed.bands, strict=True)):
        if kind == "ways":
            turn = f'<g class="turn" transform="translate(0 {number(band.height)})">{"".join(ways(chart, band.turn))}</g>'
            marks = f'<g class="inside">{"".join(ways(chart, band.strokes))}</g>{turn}'
            data = f' data-height="{number(band.height)}" data-turn="{number(band.turn_height)}"'
        else:
            marks = f'<g class="inside">{"".join(slips(chart, band))}</g>{_strip(chart, placed, band, index)}'
            data = ""
        yield f'<g class="band {kind}" data-band="{index}"{data} transform="translate(0 {number(top)})">{marks}</g>'


def _strip(chart: Chart, placed: Layout, band: Band, index: int) -> str:
    """Return a band as it looks while it is closed."""
    stops = [slip.stop for slip in band.slips]
    if not stops or not _in_chapters(chart):
        return ""
    times = list(dict.fromkeys(day_of(chart.scenario.scenes[stop.scene].time) for stop in stops if stop.kind is not Kind.ENDING))
    when = [time for time in times if time]
    span = when[0] if len(when) == 1 else f"{when[0]} – {when[-1]}" if when else ""
    first, last = min(stop.number for stop in stops), max(stop.number for stop in stops)
    name = f"Chapter {index + 1}" + (f": {span}" if span else "")
    what = f"{len(stops)} scenes, {first} to {last}" if len(stops) > 1 else f"scene {first}"
    x, width = placed.left + 12, placed.right - placed.left - 24
    return (
        f'<g class="strip" role="button" tabindex="-1" aria-expanded="false" aria-label="{said(f"{name}, {what}")}">'
        f'<rect class="card" x="{number(x)}" y="0" width="{number(width)}" height="60" rx="2"/>'
        f'<text class="sign" x="{number(x + 28)}" y="40" font-size="34">+</text>'
        f'<text class="bold" x="{number(x + 64)}" y="38" font-size="24">{said(name)}</text>'
        f'<text class="hits tomato bold" x="{number(x + width / 2)}" y="38" font-size="22" text-anchor="middle"></text>'
        f'<text class="mocha" x="{number(x + width - 26)}" y="38" font-size="22" text-anchor="end">{said(what)}</text></g>'
    )


# ---------------------------------------------------------------- the text


def _article(chart: Chart, scene: SceneTold) -> str:
    stop = scene.stop
    return (
        f'<article id="scene-{stop.number}" data-scene="{stop.number}" aria-label="{said(told(chart, stop))}">'
        f'<h3 tabindex="-1"><span class="number">{stop.number}</span> {said(stop.name)}</h3>{_details(chart, scene.details)}'
        f"{''.join(_script(scene.script))}{_choices(chart, scene)}{_details(chart, scene.after)}</article>"
    )


def _choices(chart: Chart, scene: SceneTold) -> str:
    if not scene.choices:
        return ""
    return f"<ol>{''.join(_choice(chart, choice) for choice in scene.choices)}</ol>"


def _choice(chart: Chart, choice: ChoiceTold) -> str:
    sides = [f' data-{side}="{name}"' for side, name in (("honours", choice.honours), ("breaks", choice.breaks)) if name]
    return (
        f'<li{"".join(sides)}><p class="said">{said(choice.text)}</p>{"".join(_script(choice.script))}'
        f"{_details(chart, choice.details)}</li>"
    )


def _script(script: tuple[Told, ...]) -> Iterator[str]:
    when = ""
    for told_ in script:
        if told_.when != when:
            when = told_.when
            yield f'<p class="when">{f"Only if {said(when)}:" if when else "Always:"}</p>'
        manner = f" <i>({said(told_.manner)})</i>" if told_.manner else ""
        who = f"<b>{said(told_.who)}</b>{manner} " if told_.who else ""
        yield f'<p class="{"line" if who else "told"}">{who}{said(told_.text)}</p>'


def _details(chart: Chart, details: tuple[Detail, ...]) -> str:
    if not details:
        return ""
    rows = []
    for detail in details:
        links = ", ".join(_link(chart, scene) for scene in detail.to)
        text = " ".join(part for part in (said(detail.text), links) if part)
        rows.append(f'<div class="d-{detail.label.lower().replace(",", "").replace(" ", "-")}"><dt>{said(detail.label)}</dt><dd>{text}</dd></div>')
    return f"<dl>{''.join(rows)}</dl>"


def _link(chart: Chart, scene: SceneId) -> str:
    stop = chart.stops[scene]
    return f'<a href="#scene-{stop.number}" data-go="{stop.number}">{said(named(chart, scene))}</a>'
