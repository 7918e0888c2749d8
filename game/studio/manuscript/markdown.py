"""The blocks of a manuscript → Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.authoring.safe_text import printable
from game.studio.manuscript.blocks import Block, Kind

_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
_HEAD = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))")


def markdown(blocks: Iterable[Block]) -> str:
    """Return the manuscript; no text of an author becomes markup."""
    return "\n".join(_paragraph(block) for block in blocks)


def _paragraph(block: Block) -> str:
    text, label, manner = plain(block.text), plain(block.label), plain(block.manner)
    match block.kind:
        case Kind.TITLE:
            return f"# {text}\n"
        case Kind.HEADING:
            return f"## {text}\n"
        case Kind.CHOICE:
            return f"### {label}. {text}\n"
        case Kind.SAID:
            return f"**{label}**{f' ({manner})' if manner else ''}: {text}\n"
        case Kind.DETAIL:
            return f"> *{label}:* {text}\n"
        case Kind.TOLD:
            return f"{text}\n"


def plain(text: str) -> str:
    """Return a text as one line in which nothing is markup."""
    one = _MARKUP.sub(r"\\\1", printable(" ".join(text.split())))
    return _HEAD.sub(r"\1\\\2", one) if not one[:1].isdigit() else re.sub(r"^(\d+)([.)])", r"\1\\\2", one)
