"""What is said to an author: a place, what is wrong there, and the mend; all of it data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.safe_text import printable
from game.authoring.source import Line, lines_of
from game.story.model import Scenario

if TYPE_CHECKING:
    from game.authoring.places import Places

MOST = 100
"""How many diagnostics of one file are told; the rest is only counted."""


class Severity(Enum):
    """How bad it is."""

    ERROR = "error"
    """The scenario cannot be played."""
    WARNING = "warning"
    """It can be played, and is probably not what was meant."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    end_column: int
    """The first column after it; above `column`."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of a file."""

    code: str
    """Such as CF201; `docs/diagnostics/` has a page for each."""
    severity: Severity
    file: str
    span: Span | None
    """None where the fault is the file's as a whole."""
    message: str
    """One clause that stands alone: what is wrong."""
    help: str
    """What to do about it; may be empty."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: a scenario that can be played, or the reasons why there is none."""

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    """In the order of their places."""
    path: Path
    text: str
    """The file's text with plain line ends; empty where it could not be read."""
    places: Places | None = field(default=None, compare=False)
    """Where ids stand; None where nothing could be made of the text."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics for which there is no scenario."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)


class Faults:
    """Collects the faults of one file while it is being read."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file, self.text = file, text
        self.untold = 0
        """Faults beyond the first hundred."""
        self.errors = 0
        self._found: list[Diagnostic] = []
        self._lines: list[Line] | None = None

    @property
    def lines(self) -> list[Line]:
        """The source lines; split only once there is something to say."""
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines

    def span(self, line: int, column: int, end: int | None = None) -> Span:
        """Return a span from 0-based line and columns; up to the end of the line where there is no `end`."""
        length = len(self.lines[line].rstrip()) if line < len(self.lines) else 0
        stop = length if end is None else min(end, length)
        return Span(line + 1, column + 1, max(stop, column + 1) + 1 if stop <= column else stop + 1)

    def add(self, code: str, severity: Severity, span: Span | None, message: str, mend: str = "") -> None:
        """Note a fault."""
        self.errors += severity is Severity.ERROR
        if len(self._found) >= MOST:
            self.untold += 1
            return
        self._found.append(Diagnostic(code, severity, self.file, span, printable(message), printable(mend)))

    @property
    def told(self) -> bool:
        """Whether as much is noted as will be told."""
        return len(self._found) >= MOST

    def enough(self) -> bool:
        """Return whether no more errors will be told; then this one is counted, and its mend need not be looked for."""
        if not self.told:
            return False
        self.errors += 1
        self.untold += 1
        return True

    def forget(self) -> None:
        """Let go of all that was noted."""
        self._found.clear()
        self.errors = self.untold = 0

    def take(self, others: Faults) -> None:
        """Note the faults of another collection too."""
        for found in others._found:
            self.add(found.code, found.severity, found.span, found.message, found.help)
        self.untold += others.untold

    def all(self) -> tuple[Diagnostic, ...]:
        """Return what was found, in the order of places, each once."""
        found = sorted(
            dict.fromkeys(self._found),
            key=lambda d: (d.span.line, d.span.column) if d.span else (0, 0),
        )
        if self.untold:
            found.append(
                Diagnostic(
                    "CF099", Severity.ERROR if self.errors else Severity.WARNING, self.file, None,
                    f"{self.untold} more faults were found and are not listed",
                    "mend the first ones, then check again: one mistake often causes many",
                )
            )
        return tuple(found)
