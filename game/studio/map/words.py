"""The map in words: for Mermaid, for Graphviz, and as an outline for a terminal or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from game.authoring.safe_text import printable
from game.studio.map import look
from game.studio.map.chart import Arrow, Chart, Kind, Reach, Stop, Thread
from game.studio.map.svg import counted, points
from game.studio.map.telling import ChoiceTold, Detail, named, telling

NAMED = 3
"""At most so many choices are named on an arrow."""
WIDTH = 78
"""Signs in a line of the outline."""


# ---------------------------------------------------------------- Mermaid


def mermaid(chart: Chart) -> str:
    """Return a flowchart for Mermaid: Markdown on many sites shows it as a drawing.

    Source: mermaid.js.org/syntax/flowchart.html: text in quotes, and in it `#35;` and the like for what has a meaning.
    """
    lines = ["---", f'title: "{_mermaid(chart.scenario.title)}"', "---", "flowchart LR"]
    for stop in chart.stops.values():
        opened, closed = {Kind.CHOICES: ("[", "]"), Kind.PASSING: ("(", ")"), Kind.ENDING: ("([", "])")}[stop.kind]
        lines.append(f'  s{stop.number}{opened}"{_mermaid(_label(stop))}"{closed}')
    marked: dict[str, list[int]] = {"best": [], "worst": []}
    for index, arrow in enumerate(chart.arrows):
        lines.append(f"  {_ids(chart, arrow)[0]} {_mermaid_arrow(arrow)} {_ids(chart, arrow)[1]}")
        for side, found in marked.items():
            if getattr(arrow, side):
                found.append(index)
    for thread in chart.threads:
        one, other = _ids(chart, thread)
        lines.append(f'  {one} -. "{_mermaid(_later(thread))}" .-> {other}')
    for side, colour in (("worst", look.TOMATO), ("best", look.TEAL)):
        if marked[side]:
            lines.append(f"  linkStyle {','.join(map(str, marked[side]))} stroke:{colour},stroke-width:3px")
    unreached = [f"s{stop.number}" for stop in chart.stops.values() if stop.reach is not Reach.REACHED]
    if unreached:
        lines += ["  classDef unreached stroke-dasharray: 3 5", f"  class {','.join(unreached)} unreached"]
    return "\n".join(lines) + "\n"


def _mermaid(text: str) -> str:
    return "".join(f"#{ord(sign)};" if sign in '"#`<>&\\;{}[]|%' else sign for sign in printable(" ".join(text.split())))


def _mermaid_arrow(arrow: Arrow) -> str:
    label = _mermaid(_arrow_label(arrow))
    if arrow.best:
        return f'== "{label}" ==>'
    line = "-.->" if arrow.reach is not Reach.REACHED else "-->"
    return f'{line}|"{label}"|' if label else line


# ---------------------------------------------------------------- DOT


def dot(chart: Chart) -> str:
    """Return a graph for Graphviz (`dot -Tsvg`).

    Source: graphviz.org/doc/info/lang.html: in quotes, only the quote and the backslash have a meaning.
    """
    lines = [
        f"digraph {_quoted(chart.scenario.id)} {{", "  rankdir=LR; bgcolor=" + _quoted(look.PAPER) + ";",
        f"  label={_quoted(chart.scenario.title)}; labelloc=t; fontname=\"Libre Franklin\";",
        f'  node [shape=box, style=filled, fillcolor={_quoted(look.WHITE)}, fontname="Libre Franklin"];',
        f'  edge [color={_quoted(look.LATTE)}, fontname="Libre Franklin", fontsize=10];',
    ]
    shapes = {Kind.CHOICES: "box", Kind.PASSING: "box", Kind.ENDING: "underline"}
    for stop in chart.stops.values():
        dashed = ', style="filled,dashed"' if stop.reach is not Reach.REACHED else ', style="filled,bold"' if stop.kind is Kind.CHOICES else ""
        lines.append(f"  s{stop.number} [label={_quoted(_label(stop))}, shape={shapes[stop.kind]}{dashed}];")
    for arrow in chart.arrows:
        one, other = _ids(chart, arrow)
        lines.append(f"  {one} -> {other} [label={_quoted(_arrow_label(arrow))}{_dot_ink(arrow)}];")
    for thread in chart.threads:
        one, other = _ids(chart, thread)
        ink = f"style=dashed, color={_quoted(look.TOMATO)}, constraint=false"
        lines.append(f"  {one} -> {other} [label={_quoted(_later(thread))}, {ink}];")
    return "\n".join([*lines, "}"]) + "\n"


def _dot_ink(arrow: Arrow) -> str:
    hollow = f"{look.TOMATO}:{look.PAPER}:{look.TOMATO}"
    if arrow.best and arrow.worst:
        return f", color={_quoted(f'{look.TEAL}:{look.PAPER}:{hollow}')}, penwidth=2"
    if arrow.best:
        return f", color={_quoted(look.TEAL)}, penwidth=4"
    if arrow.worst:
        return f", color={_quoted(hollow)}, penwidth=2"
    return ", style=dotted" if arrow.reach is not Reach.REACHED else ""


def _quoted(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


# ---------------------------------------------------------------- both


def _ids(chart: Chart, line: Arrow | Thread) -> tuple[str, str]:
    return f"s{chart.stops[line.source].number}", f"s{chart.stops[line.target].number}"


def _label(stop: Stop) -> str:
    never = {Reach.REACHED: "", Reach.UNSEEN: " (not seen)", Reach.NEVER: " (never reached)"}[stop.reach]
    return f"{'★ ' if stop.starred else ''}{stop.number} {stop.name}{never}"


def _arrow_label(arrow: Arrow) -> str:
    paths = [name for name, on in (("best", arrow.best), ("worst", arrow.worst)) if on]
    some = ", ".join(arrow.choices[:NAMED]) + (f" and {len(arrow.choices) - NAMED} more" if len(arrow.choices) > NAMED else "")
    return ": ".join(part for part in (" and ".join(paths), some) if part)


def _later(thread: Thread) -> str:
    choices = list(dict.fromkeys(choice for choice, _ in thread.laters))
    more = f" and {len(choices) - NAMED} more" if len(choices) > NAMED else ""
    return f"later: {', '.join(choices[:NAMED])}{more}"


# ---------------------------------------------------------------- outline


def outline(chart: Chart) -> str:
    """Return the scenario as numbered paragraphs: each scene, each choice, and the number of the scene it leads to."""
    return "\n".join(printable(line) for line in _outline(chart)) + "\n"


def _outline(chart: Chart) -> Iterator[str]:
    yield f"{chart.scenario.title}: {counted(chart).replace(' · ', ', ')}."
    if chart.analysis is not None:
        best, worst = points(chart.analysis.best.total), points(chart.analysis.worst.total)
        sure = "" if chart.analysis.exact else " (the furthest that were found; there may be further ones)"
        yield f"Best path {best} points, worst path {worst} points{sure}."
    yield from _walk(chart)
    for stop in chart.stops.values():
        yield ""
        told = telling(chart, stop)
        notes = [_sentence(chart, detail, with_label=detail.label != "When and where") for detail in told.details if detail.brief]
        line = f" Line {stop.line}." if stop.line is not None else ""
        ends = " Ending." if stop.kind is Kind.ENDING else ""
        yield from _wrapped(f"{stop.number}. {stop.name}.{ends} {' '.join(notes)}{line}", "")
        for index, choice in enumerate(told.choices):
            yield from _choice(chart, choice, chr(ord("a") + index) if index < 26 else str(index + 1))
        for detail in told.after:
            if detail.brief:
                yield from _wrapped(_sentence(chart, detail), "   ")


def _walk(chart: Chart) -> Iterator[str]:
    """Yield the scenes of the best and the worst path, as a play meets them."""
    for side, scenes in (("best", chart.best_scenes), ("worst", chart.worst_scenes)):
        if scenes:
            yield from _wrapped(f"The {side} path: scenes {', '.join(str(chart.stops[scene].number) for scene in scenes)}.", "")


def _choice(chart: Chart, choice: ChoiceTold, letter: str) -> Iterator[str]:
    yield from _wrapped(f"{letter}) {choice.text}", "   ")
    told = " ".join(_sentence(chart, detail) for detail in choice.details if detail.brief)
    yield from _wrapped(told, "      ")


def _sentence(chart: Chart, detail: Detail, *, with_label: bool = True) -> str:
    scenes = ", ".join(f"scene {named(chart, scene)}" for scene in detail.to)
    text = " ".join(part for part in (f"{detail.label}:" if with_label else "", detail.text, scenes) if part)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from wrap(" ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent + "   ", break_on_hyphens=False)
