"""The values that each setting can take, and the next one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.records.settings import Settings

VALUES: dict[str, tuple[Any, ...]] = {
    "text_size": (100, 125, 150, 200),
    "columnist": ("after each choice", "at the end"),
    "full_screen": (True, False),
    "look": ("paper", "projector"),
    "reduced_motion": (False, True),
}


def changed(settings: Settings, name: str, by: int) -> Settings:
    """Return the settings with one of them moved on by some values, going round."""
    values = VALUES[name]
    at = values.index(getattr(settings, name))
    new: dict[str, Any] = {name: values[(at + by) % len(values)]}
    return replace(settings, **new)
