"""Which drawings there are: people, places and the words for faces."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LIGHTS = ("day", "evening", "night", "dawn")


@dataclass(frozen=True, slots=True)
class Art:
    """The ids of the drawings, and the words that lead to a face."""

    people: frozenset[str]
    places: frozenset[str]
    """Without the suffix of the light."""
    moods: Mapping[str, str]
    """An author's word → one of the moods that are drawn."""


def art_in(assets: Path) -> Art:
    """Return what a folder of assets holds; whatever is missing there is left out."""
    return Art(_people(assets / "people"), _places(assets / "places"), _moods(assets / "people" / "moods.json"))


def _names(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _people(folder: Path) -> frozenset[str]:
    return frozenset(path.name for path in _names(folder) if path.is_dir() and path.name != "silhouettes")


def _places(folder: Path) -> frozenset[str]:
    found = set()
    for path in _names(folder):
        if path.suffix not in (".webp", ".png", ".svg"):
            continue
        name, _, light = path.stem.rpartition("_")
        found.add(name if light in LIGHTS and name else path.stem)
    return frozenset(found)


def _moods(path: Path) -> Mapping[str, str]:
    try:
        moods = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(word).lower(): str(mood) for word, mood in moods.items()} if isinstance(moods, dict) else {}
