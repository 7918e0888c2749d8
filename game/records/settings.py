"""What a player likes: kept as a small JSON file, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.language.tongues import COMPLETE

ALLOWED: dict[str, tuple[Any, ...]] = {
    "language": ("system", *COMPLETE),
    "text_size": (100, 125, 150, 175, 200),
    "face": ("newspaper", "hyperlegible", "dyslexia-friendly"),
    "look": ("paper", "dark", "high contrast", "high contrast dark", "projector"),
    "back_row": (4, 6, 8),
    "columnist": ("after each choice", "at the end"),
    "full_screen": (False, True),
    "motion": ("system", "full", "reduced"),
    "speech": (False, True),
    "speech_rate": (75, 100, 125, 150, 200, 250, 300),
    "sound": (True, False),
    "volume_effects": (0, 25, 50, 75, 100),
    "volume_place": (0, 25, 50, 75, 100),
    "volume_voice": (0, 25, 50, 75, 100),
    "room_sound": (False, True),
    "captions": (False, True),
    "switches": (0, 1, 2),
    "scan_seconds": (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0),
    "steady": (0.0, 0.25, 0.5, 1.0),
}
"""The values that each setting can take, in the order in which they are offered."""
MOST_BINDINGS, LONGEST_NAME = 200, 40


@dataclass(frozen=True, slots=True)
class Settings:
    """How the game looks, sounds and behaves for one person."""

    language: str = "system"
    """The code of a language, or `system` for the system's own."""
    text_size: int = 100
    """Of body text, in per cent."""
    face: str = "newspaper"
    """The type: the newspaper's own, or one that is easier to read."""
    look: str = "paper"
    back_row: int = 6
    """How far the last row of a room sits from the picture, in heights of the picture; for the projector look."""
    columnist: str = "after each choice"
    full_screen: bool = False
    motion: str = "system"
    """`system` does as the system's own setting asks."""
    speech: bool = False
    """Whether the game reads itself aloud."""
    speech_rate: int = 100
    """In per cent of the voice's usual speed."""
    sound: bool = True
    """False is mute."""
    volume_effects: int = 75
    """Per cent, as the other volumes."""
    volume_place: int = 50
    """Of the room tone of each place."""
    volume_voice: int = 100
    room_sound: bool = False
    """Whether a workshop is heard, too."""
    captions: bool = False
    """Whether each sound is told in words."""
    switches: int = 0
    """With how many switches the game is played: none, one that takes what is scanned, or one to step and one to take."""
    scan_seconds: float = 1.5
    """How long the scan rests on each thing."""
    steady: float = 0.0
    """For how many seconds a second press of the same key is taken for a tremor."""
    bindings: tuple[tuple[str, str], ...] = ()
    """Which press means which key, where it is not as it came; kept as a JSON object."""


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
    if found.get("reduced_motion") is True:
        found.setdefault("motion", "reduced")  # as it was called before the system's own setting was asked
    known = {
        field.name: found[field.name]
        for field in fields(Settings)
        if any(found.get(field.name) is value or (
            type(found.get(field.name)) is type(value) and found.get(field.name) == value
        ) for value in ALLOWED.get(field.name, ()))
    }
    return Settings(**known, bindings=_pairs(found.get("bindings")))


def _pairs(found: object) -> tuple[tuple[str, str], ...]:
    """Return the presses and keys of a file, as far as they are words; what they mean is judged where it is known."""
    if not isinstance(found, dict):
        return ()
    words = {key: value for key, value in found.items() if isinstance(value, str) and max(len(key), len(value)) <= LONGEST_NAME}
    return tuple(words.items())[:MOST_BINDINGS]


def save(path: Path, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump({**asdict(settings), "bindings": dict(settings.bindings)}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())  # or a power cut may leave the new name on an empty file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
