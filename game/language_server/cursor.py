"""What stands at a place of a text, from the lines before it alone: it works while the file is broken.

No YAML is read here. A line belongs to the nearest line above that begins further left; within braces and brackets the
signs are counted; below a bar everything is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ITEM = "[]"
"""Stands in a path for a member of a list."""

_KEY = re.compile(r"""(?P<key>[^\s:#{}\[\],"'&*!|>%@`-][^:#{}\[\],"']*|"[^"]*"|'[^']*')[ ]*:(?=\s|$)""")
_HEAD = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+|-$)*)")
_BAR = re.compile(r"[|>][-+0-9]*[ ]*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|\s)#")
_WORD = re.compile(r"[\w.-]")
FARTHEST = 20_000
"""How many lines are looked at above a place."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the text, as the one who types there sees it."""

    path: tuple[str, ...]
    """The keys that lead there, `ITEM` for a member of a list; with the key of the value, where it is in a value."""
    kind: str
    """`key`: a key may be written here. `value`: a value. `script`: text below a bar. `comment`: a note."""
    before: str
    """The value, or the line of a script, up to the place."""
    line: int
    """0-based, as are the columns."""
    start: int
    """Where the word at the place begins."""
    end: int
    """Where it ends: behind it, also where it goes on beyond the place."""
    word: str
    column: int

    @property
    def typed(self) -> str:
        """The word up to the place."""
        return self.word[: self.column - self.start]


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    """Of the first dash, or of the key."""
    dashes: tuple[int, ...]
    key: str | None
    key_column: int
    value_column: int
    """Where the value begins, or would."""


def cursor(lines: Sequence[str], line: int, column: int) -> Cursor:
    """Return what stands at a place.

    Args:
        lines: the text; any of it may be broken.
        line: 0-based; beyond the last, the last is meant.
        column: 0-based, in characters; beyond the end of the line, its end is meant.
    """
    line = max(0, min(line, len(lines) - 1))
    text = lines[line] if lines else ""
    column = max(0, min(column, len(text)))
    start, end = _word(text, column)
    word = text[start:end]
    path, kind, before = _where(lines, line, column, start)
    return Cursor(path, kind, before, line, start, end, word, column)


def _word(text: str, column: int) -> tuple[int, int]:
    start = end = column
    while start and _WORD.match(text[start - 1]):
        start -= 1
    while end < len(text) and _WORD.match(text[end]):
        end += 1
    while start < column and text[start] == "-" and (start == 0 or text[start - 1] == " "):
        start += 1  # a dash before a value is no part of it
    return start, end


def _parsed(text: str) -> _Line:
    head = _HEAD.match(text)
    assert head is not None
    dashes, at = [], head.end("indent")
    for sign in text[head.end("indent") : head.end()]:
        if sign == "-":
            dashes.append(at)
        at += 1
    key = _KEY.match(text, head.end())
    if key is None:
        return _Line(dashes[0] if dashes else head.end(), tuple(dashes), None, head.end(), head.end())
    value = key.end() + 1
    while value < len(text) and text[value] == " ":
        value += 1
    return _Line(dashes[0] if dashes else head.end(), tuple(dashes), key["key"].strip("\"'").strip(), head.end(), min(value, max(len(text), key.end() + 1)))


def _where(lines: Sequence[str], line: int, column: int, start: int) -> tuple[tuple[str, ...], str, str]:
    """Return (path, kind, the text before)."""
    text = lines[line] if lines else ""
    here = _parsed(text)
    path: list[str] = []
    chain: list[tuple[int, _Line]] = []
    """The lines to which this one belongs, the nearest first."""
    limit = here.indent if text.strip() else column
    listed = bool(here.dashes) and bool(text.strip())
    above = line - 1
    while above >= 0 and line - above < FARTHEST and (limit or listed):
        other = lines[above]
        if not other.startswith(" " * (limit + 1 if listed else limit)) and other.strip() and not other.lstrip().startswith("#"):
            found = _parsed(other)
            inner = found.key_column
            if (inner < limit and found.key is not None) or found.indent < limit:
                chain.append((above, found))
                limit, listed = found.indent, bool(found.dashes)
            elif listed and found.indent == limit and not found.dashes and found.key is not None:
                chain.append((above, found))  # a list may begin in the column of its key
                limit, listed = found.indent, False
        above -= 1
    chain.reverse()
    for number, parent in chain:
        if parent.key is not None and _BAR.match(lines[number], parent.value_column):
            if parent.dashes:
                path += [ITEM] * len(parent.dashes)
            return (*path, parent.key), "script", text[:column]
        opened = _opened(lines, number, parent, line, column)
        path += _own(parent, chain, number, line, column, here)
        if opened is not None:
            inner_path, kind, before = opened
            return (*path, *inner_path), kind, before
    return _in_line(lines, line, column, start, here, path)


def _own(parent: _Line, chain: list[tuple[int, _Line]], number: int, line: int, column: int, here: _Line) -> list[str]:
    """Return the part of the path that a line above gives to those below it."""
    after = next((found for other, found in chain if other > number), here)
    left = after.indent if after is not here or after.key is not None or after.dashes else min(here.indent, column)
    if after is here:
        left = here.indent
    own = [ITEM for dash in parent.dashes if dash < left]
    if parent.key is not None and (parent.key_column < left or (after.dashes and parent.key_column == left)):
        own.append(parent.key)
    return own


def _opened(lines: Sequence[str], number: int, parent: _Line, line: int, column: int) -> tuple[tuple[str, ...], str, str] | None:
    """Return where a place within braces stands that a line above opened; None where it opened none."""
    value = lines[number][parent.value_column :]
    if not value.startswith(("{", "[")):
        return None
    text = "\n".join([value, *lines[number + 1 : line], lines[line][:column]])
    return _flow(text)


def _in_line(lines: Sequence[str], line: int, column: int, start: int, here: _Line, path: list[str]) -> tuple[tuple[str, ...], str, str]:
    text = lines[line] if lines else ""
    comment = _COMMENT.search(_unquoted(text[:column]))
    if comment is not None:
        return tuple(path), "comment", ""
    path += [ITEM for dash in here.dashes if dash < column]
    value_at = here.value_column
    if here.key is None:
        value_at = here.key_column
        flow = _flow(text[value_at:column]) if text[value_at : value_at + 1] in ("{", "[") else None
        if flow is not None:
            return (*path, *flow[0]), flow[1], flow[2]
        return tuple(path), "key", text[value_at:column]
    if column <= here.key_column + len(text[here.key_column :].partition(":")[0]):
        return tuple(path), "key", text[here.key_column : column]
    path.append(here.key)
    value = text[value_at:column]
    flow = _flow(value) if value.startswith(("{", "[")) else None
    if flow is not None:
        return (*path, *flow[0]), flow[1], flow[2]
    return tuple(path), "value", value


def _unquoted(text: str) -> str:
    """Return a line with its quoted texts blotted out, those that are not closed too."""
    return re.sub(r'"(?:[^"\\]|\\.)*(?:"|$)|(?<![\w])\'[^\']*(?:\'|$)', lambda found: "_" * len(found[0]), text)


def _flow(text: str) -> tuple[tuple[str, ...], str, str] | None:
    """Return where the end of a text stands that begins with a brace; None where it is closed by then."""
    stack: list[tuple[str, str | None]] = []
    begun, at = 0, 0
    while at < len(text):
        sign = text[at]
        if sign in "\"'" and not text[begun:at].strip():
            at = _behind_quote(text, at)
            continue
        if sign in "{[":
            stack.append((sign, None))
            begun = at + 1
        elif sign in "}]":
            if stack:
                stack.pop()
            if not stack:
                return None
            begun = at + 1
        elif sign == ",":
            stack[-1] = (stack[-1][0], None)
            begun = at + 1
        elif sign == ":" and stack[-1][1] is None and text[at + 1 : at + 2] in ("", " ", "\n"):
            stack[-1] = (stack[-1][0], text[begun:at].strip().strip("\"'"))
            begun = at + 1
        at += 1
    if not stack:
        return None
    path: list[str] = []
    for sign, key in stack:
        if sign == "[":
            path.append(ITEM)
        if key is not None:
            path.append(key)
    sign, key = stack[-1]
    kind = "key" if sign == "{" and key is None else "value"
    if sign == "[" and key is None:
        kind = "value"
    return tuple(path), kind, text[begun:].lstrip()


def _behind_quote(text: str, at: int) -> int:
    quote, at = text[at], at + 1
    while at < len(text) and text[at] != quote:
        at += 2 if text[at] == "\\" and quote == '"' else 1
    return at + 1
