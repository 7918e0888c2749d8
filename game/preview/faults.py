"""The faults of a save, as the panel shows them: text, before any pixel."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring import Diagnostic, Reading, Severity
from game.authoring.safe_text import printable
from game.authoring.source import lines_of

WIDEST = 60
"""Signs of a source line that are shown."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, with the line of the file where it stands."""

    code: str
    place: str
    """Such as `142:13`; empty where it is the file's as a whole."""
    message: str
    mend: str
    source: str
    marked: tuple[int, int]
    """0-based, from where to where in `source` it is underlined."""


def faults(reading: Reading, *, warnings: bool) -> tuple[Fault, ...]:
    """Return the errors of a reading, or its warnings."""
    wanted = Severity.WARNING if warnings else Severity.ERROR
    lines = lines_of(reading.text)
    return tuple(_fault(found, lines) for found in reading.diagnostics if found.severity is wanted)


def _fault(found: Diagnostic, lines: list[str]) -> Fault:
    message = printable(found.message)
    message = message[:1].upper() + message[1:]
    mend = printable(found.help)
    if found.span is None or found.span.line > len(lines):
        return Fault(found.code, "", message, mend, "", (0, 0))
    line = lines[found.span.line - 1]
    start, end = found.span.column - 1, found.span.end_column - 1
    first = len(line) - len(line.lstrip())
    if end - first > WIDEST:
        first = max(first, min(start, end - WIDEST))
    shown = line[first : first + WIDEST]
    tabs = printable(shown.replace("\t", "→"))
    return Fault(
        found.code, f"{found.span.line}:{found.span.column}", message, mend, tabs,
        (max(0, start - first), max(1, min(len(tabs), end - first))),
    )
