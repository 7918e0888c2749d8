"""What is said to an author: a place, what is wrong there, and the mend; all of it data."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
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
class Edit:
    """A stretch of a text, and what might stand there instead."""

    start: int
    """0-based offset into the text with plain line ends."""
    end: int
    """The first offset after it; the same as `start` where something is only put in."""
    replacement: str
    title: str
    """What it does, such as `write 'monday'`."""
    safe: bool
    """Whether nothing else can have been meant, so that it may be done unasked."""


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
    edits: tuple[Edit, ...] = ()
    """What would mend it, the likeliest first; empty where only the author can know."""


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


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class Faults:
    """Collects the faults of one file while it is being read."""

    def __init__(self, file: str, text: str = "", aside: set[int] | None = None, allowed: Callable[[Diagnostic], bool] | None = None) -> None:
        self.file, self.text = file, text
        self.allowed = allowed
        """Says of a warning whether it is meant so, and need not be noted."""
        self.untold = 0
        """Faults beyond the first hundred."""
        self.errors = 0
        self.aside = aside if aside is not None else set()
        """Lines, from 0, that were read otherwise than they stand: what else is found in them may only follow from that."""
        self._found: list[Diagnostic] = []
        self._lines: list[Line] | None = None
        self._starts: list[int] | None = None

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

    def offset(self, line: int, column: int) -> int:
        """Return where a place lies in the text, all from 0."""
        if self._starts is None:
            self._starts = [0, *accumulate(len(one) + 1 for one in self.lines)]
        return self._starts[min(line, len(self._starts) - 1)] + column

    def edit(self, line: int, column: int, old: str, new: str, *, safe: bool, title: str = "") -> tuple[Edit, ...]:
        """Return the edit that writes `new` where `old` stands; none where it does not stand there."""
        at = self.offset(line, column)
        if not self.text.startswith(old, at) or line in self.aside:
            return ()
        return (Edit(at, at + len(old), new, printable(title or f"write {new}"), safe),)

    def line_edit(self, line: int, old: str, new: str, *, safe: bool, title: str) -> tuple[Edit, ...]:
        """Return the smallest edit that makes one line of another."""
        same = _alike(old, new)
        after = _alike(old[same:][::-1], new[same:][::-1])
        found = self.edit(line, 0, old, new, safe=safe, title=title)
        return tuple(Edit(e.start + same, e.end - after, new[same : len(new) - after], e.title, safe) for e in found)

    def add(
        self, code: str, severity: Severity, span: Span | None, message: str, mend: str = "", edits: tuple[Edit, ...] = (),
        *, anyway: bool = False,
    ) -> None:  # fmt: skip
        """Note a fault; one in a line that was set aside only `anyway`."""
        self.errors += severity is Severity.ERROR
        if span is not None and span.line - 1 in self.aside and not anyway:
            return
        found = Diagnostic(code, severity, self.file, span, printable(message), printable(mend), edits)
        if self.allowed is not None and self.allowed(found):
            return
        if len(self._found) >= MOST:
            self.untold += 1
            return
        self._found.append(found)

    def set_aside(self, lines: Collection[int]) -> None:
        """Let go of what was noted in some lines, counted from 0, and note nothing more there."""
        self.aside.update(lines)
        self._found = [found for found in self._found if found.span is None or found.span.line - 1 not in lines]

    def allow(self, allowed: Callable[[Diagnostic], bool]) -> None:
        """Let go of the warnings that are allowed, and note none of them any more."""
        self._found = [found for found in self._found if not allowed(found)]
        self.allowed = allowed

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
            self.add(found.code, found.severity, found.span, found.message, found.help, found.edits, anyway=True)
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
