"""What a player likes: kept as a small JSON file, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

ALLOWED: dict[str, tuple[Any, ...]] = {
    "text_size": (100, 125, 150, 200),
    "columnist": ("after each choice", "at the end"),
    "full_screen": (False, True),
    "look": ("paper", "projector"),
    "reduced_motion": (False, True),
}
"""The values that each setting can take, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the game looks and behaves for one person."""

    text_size: int = 100
    """Of body text, in per cent."""
    columnist: str = "after each choice"
    full_screen: bool = False
    reduced_motion: bool = False
    look: str = "paper"


def changed(settings: Settings, name: str, by: int) -> Settings:
    """Return the settings with one of them moved on by some values, going round."""
    values = ALLOWED[name]
    new: dict[str, Any] = {name: values[(values.index(getattr(settings, name)) + by) % len(values)]}
    return replace(settings, **new)


def load(path: Path) -> Settings:
    """Return the settings of a file; what is missing or makes no sense has its usual value.

    A file that is no JSON object is kept aside as `settings.json.unreadable`.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        with contextlib.suppress(OSError):
            path.replace(path.with_name(path.name + ".unreadable"))
        return Settings()
    known = {
        field.name: found[field.name]
        for field in fields(Settings)
        if any(found.get(field.name) is value or (
            type(found.get(field.name)) is type(value) and found.get(field.name) == value
        ) for value in ALLOWED[field.name])
    }
    return Settings(**known)


def save(path: Path, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, indent=1)
            file.flush()
            os.fsync(file.fileno())  # or a power cut may leave the new name on an empty file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
