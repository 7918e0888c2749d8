"""The mends that a program can make: as data, applied to a text, and written to a file without touching the rest of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.authoring.art import Art
from game.authoring.diagnostic import Diagnostic, Edit, Reading, Span
from game.authoring.reading import read_text

MOST_ROUNDS = 10
"""How often a text is read anew after a mend: one mend may bring the next fault to light."""
MOST_READ = 10_000_000
"""Characters that are read anew, at most, to find out which of several fixes did harm; some four seconds."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend one fault."""

    code: str
    span: Span
    """Where the fault is."""
    title: str
    """What the fix does, such as `write 'monday'`."""
    start: int
    """0-based offset into the text with plain line ends."""
    end: int
    """The first offset after it; the same as `start` where something is only put in."""
    replacement: str
    safe: bool
    """Whether nothing else can have been meant, so that `check --fix` does it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its safe fixes."""

    text: str
    made: tuple[Fix, ...]
    """The fixes in the order in which they were made, with the lines in which they then stood; a fix keeps all lines."""
    reading: Reading
    """What comes of the text as it is now."""


def fixes(reading: Reading) -> tuple[Fix, ...]:
    """Return what would mend the faults of a file, in the order of the faults; of each the likeliest first."""
    found = [_fix(one, edit) for one in reading.diagnostics for edit in one.edits]
    return (*found, *_tabs(reading))


def _fix(one: Diagnostic, edit: Edit) -> Fix:
    return Fix(one.code, one.span or Span(1, 1, 2), edit.title, edit.start, edit.end, edit.replacement, edit.safe)


def applied(text: str, chosen: Iterable[Fix]) -> str:
    """Return the text with some fixes made; of two that overlap only the first.

    Args:
        text: the text of the reading that gave the fixes.
        chosen: some of them.
    """
    for fix in reversed(_apart(chosen)):
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


def _apart(chosen: Iterable[Fix]) -> list[Fix]:
    """Return the fixes that do not overlap, in the order of their places."""
    apart: list[Fix] = []
    for fix in sorted(dict.fromkeys(chosen), key=lambda fix: (fix.start, fix.end)):
        if not apart or (fix.start >= apart[-1].end and (fix.start, fix.end) != (apart[-1].start, apart[-1].end)):
            apart.append(fix)
    return apart


def mended(reading: Reading, *, art: Art | None = None) -> Mended:
    """Return a file's text with all safe fixes made, round after round until there is none left.

    A fix that would bring in an error which was not there before is not made.

    Args:
        reading: of the file.
        art: which drawings there are, as it was read with.
    """
    made: list[Fix] = []
    tried: set[tuple[str, int, str]] = set()
    for _ in range(MOST_ROUNDS):
        chosen = _apart(fix for fix in fixes(reading) if fix.safe and (fix.code, fix.span.line, fix.replacement) not in tried)
        if not chosen:
            break
        good, reading_after = _good(reading, chosen, art)
        tried.update((fix.code, fix.span.line, fix.replacement) for fix in chosen)
        made += good
        reading = reading_after
    return Mended(reading.text, tuple(made), reading)


def _good(reading: Reading, chosen: list[Fix], art: Art | None) -> tuple[list[Fix], Reading]:
    """Return those of some fixes that do no harm, and the reading with them made."""
    whole = _again(reading, applied(reading.text, chosen), art)
    if not _worse(reading, whole):
        return chosen, whole
    if len(chosen) == 1 or len(chosen) * len(reading.text) > MOST_READ:
        return [], reading
    good: list[Fix] = []
    best = reading
    for fix in chosen:
        more = _again(reading, applied(reading.text, [*good, fix]), art)
        if not _worse(best, more):
            good, best = [*good, fix], more
    return good, best


def _again(reading: Reading, text: str, art: Art | None) -> Reading:
    file = Path(reading.diagnostics[0].file) if reading.diagnostics else reading.path
    return read_text(text, file=file, path=reading.path, art=art)


_UNREAD = frozenset({"CF006", *(f"CF0{number:02}" for number in range(13, 21))})
"""The faults that hide others: with one less of them more may be seen, and that is no harm."""


def _worse(before: Reading, after: Reading) -> bool:
    hidden, still = (sum(one.code in _UNREAD for one in reading.errors) for reading in (before, after))
    if hidden:
        return still >= hidden
    known = {(one.code, one.message) for one in before.errors}
    return bool(still) or any((one.code, one.message) not in known for one in after.errors)


WIDTHS = (2, 4, 8)
"""How many columns a tab may have stood for."""


def _tabs(reading: Reading) -> list[Fix]:
    """Return a fix for each line that is indented with tabs: as wide as makes sense of the whole file.

    They are safe where one width alone leaves the fewest faults, or several come to the same scenario.
    """
    if not any(one.code == "CF013" and "tab" in one.message for one in reading.diagnostics):
        return []
    lines = reading.text.split("\n")
    indented = [number for number, line in enumerate(lines) if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()]
    found = {}
    for width in WIDTHS:
        wide = list(lines)
        for number in indented:
            wide[number] = _spaced(lines[number], width)
        found[width] = read_text("\n".join(wide), file=Path("mended.yaml"))
    least = min(len(one.errors) for one in found.values())
    widths = [width for width in WIDTHS if len(found[width].errors) == least]
    same = all(_same(found[widths[0]], found[width]) for width in widths[1:])
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    made = []
    for number in indented:
        line = lines[number]
        room = len(line) - len(line.lstrip())
        spaces = _spaced(line, widths[0])[: -len(line.lstrip())]
        made.append(Fix("CF013", Span(number + 1, 1, room + 1), f"write {len(spaces)} spaces for the tab", starts[number], starts[number] + room, spaces, same))
    return made


def _same(one: Reading, other: Reading) -> bool:
    if one.scenario is None or other.scenario is None:
        return [(d.code, d.span and d.span.line) for d in one.diagnostics] == [(d.code, d.span and d.span.line) for d in other.diagnostics]
    from dataclasses import replace

    return one.scenario == replace(other.scenario, fingerprint=one.scenario.fingerprint)


def _spaced(line: str, width: int) -> str:
    rest = line.lstrip()
    return line[: len(line) - len(rest)].expandtabs(width) + rest

