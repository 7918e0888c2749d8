"""From a scenario to a map in any of its formats: what the command line calls."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from game.authoring.places import Places
from game.story.analysis import analyse
from game.story.errors import StoryError
from game.story.model import Scenario
from game.studio.map.chart import Chart, chart

LOOKING = "looking at every play … (Ctrl-C stops; --plain does without)"


def looked_at(scenario: Scenario, places: Places | None = None, *, plain: bool = False, told: TextIO | None = None) -> Chart:
    """Return a scenario's chart with its best and worst path; without them where none is found, or `plain`.

    Args:
        scenario: a checked one.
        places: where its parts stand in the file.
        plain: whether to do without the analysis.
        told: where it is told that this takes a while, and wiped away again; None for nowhere.
    """
    if plain:
        return chart(scenario, None, places)
    if told is not None:
        told.write(LOOKING)
        told.flush()
    try:
        analysis = analyse(scenario)
    except StoryError:  # no play ends: what there is of scenes is drawn all the same
        analysis = None
    finally:
        if told is not None:
            told.write(f"\r{' ' * len(LOOKING)}\r")
            told.flush()
    return chart(scenario, analysis, places)


def drawn(found: Chart, kind: str, fonts: Path) -> str:
    """Return a map as text in a format: html, svg, mermaid, dot or outline.

    Raises:
        KeyError: there is no such format.
    """
    if kind == "html":
        from game.studio.map.html import page

        return page(found, fonts)
    if kind == "svg":
        from game.studio.map.svg import svg

        return svg(found, fonts)
    from game.studio.map.words import dot, mermaid, outline

    return {"mermaid": mermaid, "dot": dot, "outline": outline}[kind](found)
