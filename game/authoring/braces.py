"""What is wrong within the braces or brackets of one line, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.authoring.quoting import bare, quoted

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^']|'')*'")
_ENTRY = re.compile(r"[ \t]*(?:(?P<key>[\w-]+):(?=[ \t,}\]]|$)[ \t]*)?")
_COLON = re.compile(r":(?=[ \t,}\]]|$)")
_KEYS = frozenset(["name", "role", "capital", "portrait", "short", "wants", "when", "to", "at", "because", "of", "cost", "title", "letter", "tone", "broken", "next", "minutes", "script"])
"""Keys that often stand within braces."""
_FIRST = "@`%&*!|>"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A text within braces that YAML does not read as one."""

    code: str
    start: int
    """0-based column."""
    end: int
    message: str
    key: str
    """The key that the text belongs to; may be empty."""
    text: str
    """The text in double quotes."""
    cure: str
    """The whole line with this text in double quotes."""


def flaw(line: str, column: int) -> Flaw | None:
    """Return the first text in the braces that open at a 0-based column which wants quotation marks; None where there is none."""
    at = column + 1
    while at < len(line):
        entry = _ENTRY.match(line, at)
        assert entry is not None
        at, key = entry.end(), entry["key"] or ""
        if line[at : at + 1] in ("{", "[", "}", "]", ","):
            at += 1
            continue
        found, at = _value(line, at, key)
        if found is not None:
            return found
    return None


def _value(line: str, start: int, key: str) -> tuple[Flaw | None, int]:
    close = _QUOTED.match(line, start)
    if close is not None:
        rest = re.match(r"[ \t]*([^ \t,}\]].*)?", line[close.end() :])
        if rest is None or rest[1] is None:
            return None, close.end()
        at = close.end() + rest.start(1)
        return _flaw(line, start, at, at + 1, key, "CF019", "the text goes on after its closing quotation mark"), len(line)
    if line[start : start + 1] in ("'", '"'):
        return None, len(line)
    end = _end(line, start)
    if line[start : start + 1] and line[start] in _FIRST:
        return _flaw(line, start, start, start + 1, key, "CF018", f"the text begins with {line[start]}, which means something to YAML"), end
    note = line.find(" #", start, end)
    if note >= 0:
        return _flaw(line, start, note + 1, note + 2, key, "CF014", "after a blank a # begins a note, so these brackets are never closed"), end
    colon = _COLON.search(line, start, end)
    before = re.search(r"\s+([\w-]+)$", line[start : colon.start()]) if colon is not None else None
    if colon is not None and before is not None and before[1] in _KEYS:
        at = start + before.start()
        cure = f"{line[:at]}, {line[at:].lstrip()}"
        return Flaw("CF014", start + before.start(1), start + before.end(1), f"a comma is missing before `{before[1]}`", key, f"{line[start:at]}, {before[1]}:", cure), end
    if colon is not None and key:
        return _flaw(line, start, colon.start(), colon.end(), key, "CF014", "a colon stands inside the text" + (f" of `{key}`" if key else "")), end
    return None, end


def _flaw(line: str, start: int, at: int, stop: int, key: str, code: str, message: str) -> Flaw:
    end = _end(line, max(at, start))
    value = line[start:end].rstrip()
    text = quoted(bare(value))
    return Flaw(code, at, stop, message, key, text, line[:start] + text + line[start + len(value) :])


_STOP = re.compile(r",(?=[ \t]*[\w-]+:[ \t])|[}\]]|,(?=[ \t]*[{\[])")


def _end(line: str, start: int) -> int:
    """Return where a text without quotation marks ends: before the next key, or the closing brace."""
    found = _STOP.search(line, start)
    return found.start() if found else len(line)
