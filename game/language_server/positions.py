"""Columns in characters, and columns as an editor counts them: an emoji is one of ours and two of UTF-16."""

from __future__ import annotations


def _units(sign: str, encoding: str) -> int:
    if encoding == "utf-32":
        return 1
    return len(sign.encode(encoding.replace("utf-16", "utf-16-le"), "replace")) // (2 if encoding == "utf-16" else 1)


def column_of(text: str, units: int, encoding: str = "utf-16") -> int:
    """Return the column, from 0 and in characters, that lies that many units into a line; at most its end.

    Args:
        text: the line.
        units: from 0; one that lies within a character means its beginning.
        encoding: `utf-8`, `utf-16` or `utf-32`, as was agreed with the editor.
    """
    if units <= 0:
        return 0
    if text.isascii() or encoding == "utf-32":
        return min(units, len(text))
    for column, sign in enumerate(text):
        units -= _units(sign, encoding)
        if units < 0:
            return column
        if units == 0:
            return column + 1
    return len(text)


def units_of(text: str, column: int, encoding: str = "utf-16") -> int:
    """Return how many units of a line lie before a column; the counterpart of `column_of`."""
    before = text[:column]
    if before.isascii() or encoding == "utf-32":
        return len(before)
    return sum(_units(sign, encoding) for sign in before)
