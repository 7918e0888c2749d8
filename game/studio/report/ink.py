"""Small figures in characters: shares, bars, and texts cut to a width."""

from __future__ import annotations

from textwrap import wrap

WIDTH = 80
"""Columns of a terminal that nobody has widened."""


def share(part: float) -> str:
    """Return a part of one as a percentage that never rounds something to nothing or to all."""
    if 0 < part < 0.001:
        return "<0.1 %"
    if 0.999 < part < 1:
        return ">99.9 %"
    return f"{100 * part:.1f} %" if 0 < part < 0.1 else f"{100 * part:.0f} %"


def bar(part: float, width: int) -> str:
    """Return a bar as long as a part of the width; at least a mark where there is anything."""
    return "#" * max(1 if part > 0 else 0, round(part * width))


def cut(text: str, width: int) -> str:
    """Return the text on one line, cut with an ellipsis where it is longer than so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def paragraph(text: str, *, indent: str = "", first: str | None = None) -> list[str]:
    """Return the lines of a text set to the width; the first one may begin otherwise."""
    return wrap(
        text, WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent,
        break_long_words=True, break_on_hyphens=False,
    )
