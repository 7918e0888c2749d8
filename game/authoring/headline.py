"""The beginning of a scenario, for the front page: read without what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.authoring.marks import Map, Refused, Scalar, YAMLError, tree
from game.authoring.reading import _file, _id
from game.authoring.source import Unread, bytes_of, decoded

_SCENES = re.compile(rb"^scenes[ \t]*:", re.MULTILINE)
_BEGINNING = 64 * 1024


@dataclass(frozen=True, slots=True)
class Headline:
    """What the front page needs to know of a scenario."""

    id: str
    title: str
    headline: str
    summary: str
    minutes: int
    """0 where the file does not say."""
    portrait: str
    """The drawn person whom the player is; may be empty."""


def headline(path: Path) -> Headline | None:
    """Return the head of a scenario, unchecked; None where there is none. Never raises."""
    file = _file(Path(path))
    data = bytes_of(file, _BEGINNING)
    if isinstance(data, Unread):
        return None
    end = _SCENES.search(data)
    text = decoded(data[: end.start()] if end else data)
    if isinstance(text, Unread):
        return None
    try:
        root = tree(text).root
    except (Refused, YAMLError):
        return None
    if not isinstance(root, Map) or "coffee_first" not in root.items:
        return None
    title = _text(root, "title")
    minutes = _text(root, "minutes")
    you = root.items.get("you")
    return Headline(
        _id(file), title, _text(root, "headline") or title, _text(root, "summary"),
        int(minutes) if re.fullmatch("[0-9]{1,3}", minutes) else 0, _text(you, "portrait") if isinstance(you, Map) else "",
    )


def _text(node: Map, key: str) -> str:
    value = node.items.get(key)
    return value.value.strip() if isinstance(value, Scalar) else ""
