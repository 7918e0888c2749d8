"""The sounds that an author brings: a room tone a place, in the folder `sounds` beside a scenario or in its pack.

Nothing is decoded here. How long a sound is, at the most, is reckoned from its frame, because a few bytes may stand
for hours.
"""

from __future__ import annotations

import struct
from pathlib import Path

from game.authoring.source import Unread, bytes_of, is_pack, is_there

ENDINGS = ("ogg", "wav")
MOST_BYTES = 4_000_000
MOST_SECONDS = 180.0
"""The mixer holds a whole tone: three minutes are 11 MB."""
SHORTER = "make it shorter: twenty seconds that go round are enough for a room tone"
_BLOCK_SIZES = 28
"""Where a Vorbis header tells the sizes of its blocks, in the first packet."""


def folder_of(scenario: Path) -> Path | None:
    """Return the folder of the sounds of a scenario, which need not exist; it may lie in a pack."""
    try:
        return scenario / "sounds" if scenario.is_dir() or is_pack(scenario) else scenario.parent / "sounds"
    except (OSError, ValueError):
        return None


def tone_for(folder: Path | None, place: str, light: str = "") -> Path | None:
    """Return the file of the tone that an author brought for a place, in its light if there is one; else None."""
    if folder is None or not place.replace("-", "").replace("_", "").isalnum():
        return None
    names = (f"{place}_{light}", place) if light.isalnum() else (place,)
    found = (folder / f"{name}.{ending}" for name in names for ending in ENDINGS)
    return next((path for path in found if is_there(path)), None)


def sound(path: Path) -> bytes | Unread:
    """Return the bytes of a sound that can be played, or why it cannot. Never raises."""
    data = bytes_of(path, MOST_BYTES)
    if isinstance(data, Unread):
        return data
    if len(data) > MOST_BYTES:
        return Unread("CF711", f"the sound is larger than {MOST_BYTES // 1_000_000} MB", SHORTER)
    try:
        seconds = _wave_seconds(data) if path.suffix.lower() == ".wav" else _ogg_seconds(data)
    except (struct.error, ValueError, IndexError, ZeroDivisionError):
        return Unread("CF712", "the sound is damaged, or of another kind than its name says", "save it anew as OGG Vorbis or as WAV")
    if seconds > MOST_SECONDS:
        return Unread("CF711", f"the sound may last longer than {MOST_SECONDS / 60:.0f} minutes", SHORTER)
    return data


def _wave_seconds(data: bytes) -> float:
    """Return how long a WAV file plays."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError
    at, a_second = 12, 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind == b"fmt ":
            shape, channels, rate, a_second, _, bits = struct.unpack_from("<HHIIHH", data, at + 8)
            if shape != 1 or channels not in (1, 2) or bits not in (8, 16) or a_second != rate * channels * bits // 8:
                raise ValueError
        if kind == b"data":
            return float(min(size, len(data) - at - 8) / a_second)
        at += 8 + size + size % 2
    raise ValueError


def _ogg_seconds(data: bytes) -> float:
    """Return how long an OGG file plays at the most: all its packets as long as its longest kind."""
    packets, at, rate, longest = 0, 0, 0, 0
    while at < len(data):
        if data[at : at + 4] != b"OggS":
            raise ValueError
        count = data[at + 26]
        lengths = data[at + 27 : at + 27 + count]
        if len(lengths) < count:
            raise ValueError
        start = at + 27 + count
        if not at:
            kind, _, channels, rate = struct.unpack_from("<7sIBI", data, start)
            if kind != b"\x01vorbis" or channels not in (1, 2) or not 8_000 <= rate <= 192_000:
                raise ValueError
            longest = 1 << (data[start + _BLOCK_SIZES] >> 4)
        packets += sum(length < 255 for length in lengths)
        at = start + sum(lengths)
    # half of each block overlaps the one before
    return packets * (longest // 2) / rate
