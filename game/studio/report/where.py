"""Where in the author's file something stands."""

from __future__ import annotations

from pathlib import Path

from game.authoring.diagnostic import Reading
from game.authoring.safe_text import printable
from game.studio.lines import Line

SOUGHT = 24
"""Characters of a line's beginning by which it is found."""
FARTHEST = 400
"""Source lines after its scene or its choice in which it is sought."""


def place(reading: Reading, name: str = "") -> str:
    """Return `file:line` of a scene or a choice; only the file where there is no such place."""
    line = _line_of(reading, name)
    return printable(str(_file(reading))) + (f":{line}" if line else "")


def place_of_line(reading: Reading, line: Line) -> str:
    """Return `file:line` of a part of a script, or of the scene or the choice in which it stands."""
    begins = _line_of(reading, line.where)
    if begins:
        source = reading.text.split("\n")[begins - 1 : begins - 1 + FARTHEST]
        for number, text in enumerate(source, begins):
            if line.opening[:SOUGHT] and line.opening[:SOUGHT] in text:
                return f"{printable(str(_file(reading)))}:{number}"
    return place(reading, line.where)


def _file(reading: Reading) -> Path:
    return reading.path / "scenario.yaml" if reading.path.is_dir() else reading.path


def _line_of(reading: Reading, name: str) -> int:
    if not name or reading.places is None:
        return 0
    span = reading.places.of_scene(name) or reading.places.of_choice(name)
    return span.line if span else 0
