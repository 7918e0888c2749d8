"""Diagnostics and codes → text for a terminal, or one line each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from game.authoring.codes import Code, kind, may_be_allowed
from game.authoring.diagnostic import Diagnostic, Reading
from game.authoring.safe_text import printable
from game.authoring.source import lines_of

WIDEST = 110
"""How many characters of a source line are shown."""


def one_line(found: Diagnostic) -> str:
    """Return `file:line:column: severity code: message; help`, without a line end."""
    return _head(found) + (f"; {printable(found.help)}" if found.help else "")


def for_a_reader(found: Diagnostic) -> str:
    """Return `Line 47: message. Help.`, for a page on which the file is named above."""
    place = f"Line {found.span.line}: " if found.span else ""
    words = printable(found.message)
    mend = printable(found.help)
    return f"{place}{words[:1].upper() if not place else words[:1]}{words[1:]}." + (f" {mend[:1].upper()}{mend[1:]}." if mend else "")


def terminal(readings: Reading | Iterable[Reading]) -> str:
    """Return the diagnostics with their source lines underlined, each block ending with a line end; empty if none."""
    if isinstance(readings, Reading):
        readings = (readings,)
    return "".join(
        _block(found, lines)
        for reading in readings
        for lines in (lines_of(reading.text) if reading.diagnostics else [],)
        for found in reading.diagnostics
    )


def blocks(diagnostics: Iterable[Diagnostic], text: str) -> str:
    """Return the same for diagnostics of one text."""
    lines = lines_of(text)
    return "".join(_block(found, lines) for found in diagnostics)


def _head(found: Diagnostic) -> str:
    place = f":{found.span.line}:{found.span.column}" if found.span else ""
    return f"{printable(found.file)}{place}: {found.severity.value} {found.code}: {printable(found.message)}"


def _block(found: Diagnostic, lines: list[str]) -> str:
    head = _head(found) + "\n"
    if found.span is None or found.span.line > len(lines) or lines == [""]:
        return head + (f"    help: {printable(found.help)}\n" if found.help else "")
    line, start, end = lines[found.span.line - 1], found.span.column - 1, found.span.end_column - 1
    line, start, end = _window(line, start, end)
    number = str(found.span.line)
    before, under = printable(_tabs(line[:start])), printable(_tabs(line[start:end]))
    source = before + under + printable(_tabs(line[end:]))
    marks = " " * _width(before) + "^" * max(1, _width(under))
    mend = f" help: {printable(found.help)}" if found.help else ""
    return f"{head}  {number} | {source.rstrip()}\n  {' ' * len(number)} | {marks}{mend}\n"


def _tabs(text: str) -> str:
    return text.replace("\t", "→   ")


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return a stretch of a long line, and where the span lies in it."""
    if len(line) <= WIDEST:
        return line, start, end
    first = max(0, min(start - WIDEST // 3, len(line) - WIDEST))
    cut = line[first : first + WIDEST]
    if first:
        cut = "…" + cut[1:]
    if first + WIDEST < len(line):
        cut = cut[:-1] + "…"
    return cut, start - first, max(start - first + 1, min(end - first, WIDEST))


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def code_page(code: Code, width: int = 80) -> str:
    """Return what is to be said of a code, on lines of at most `width` characters; examples stay as they are."""
    from textwrap import fill, indent

    told = [f"{code.code} {code.name}", "", fill(code.finds, width, break_on_hyphens=False), "", fill(kind(code), width, break_on_hyphens=False), "", fill(f"Why it matters: {code.why}", width, break_on_hyphens=False)]
    told += ["", "Instead of", "", indent(code.example, "    "), "", "write", "", indent(code.instead, "    ")]
    if may_be_allowed(code):
        told += ["", fill(f"Where it is meant, say so in the file, with your reason: `allow: {{{code.name}: why}}`, or `{code.name}@place` for one scene or choice.", width, break_on_hyphens=False)]
    return "\n".join(told) + "\n"


def code_list(codes: Iterable[Code]) -> str:
    """Return one line a code: its number and its name."""
    return "".join(f"{code.code}  {code.name}\n" for code in codes) + "\n`coffee-first explain CF201`, or by its name, tells more.\n"
