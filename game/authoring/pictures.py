"""The pictures that an author brings: in the folder `pictures` beside a scenario, or in its pack."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from game.authoring.pack import PICTURES, Pack, pack
from game.authoring.source import Unread, bytes_of, in_pack, is_pack

if TYPE_CHECKING:
    from game.authoring.diagnostic import Diagnostic
    from game.story.model import Scenario

MOST_BYTES = 8_000_000
MOST_PIXELS = 4096 * 4096
"""64 MB once it is decoded; a picture for a screen of 3840 x 2160 has half of it."""
MOST_NAMES = 500
_KIND_OF = {"png": "PNG", "webp": "WebP", "jpg": "JPEG", "jpeg": "JPEG", "svg": "SVG"}


def folder_of(scenario: Path) -> Path | None:
    """Return the folder of the pictures of a scenario, which need not exist; it may lie in a pack."""
    try:
        return scenario / "pictures" if scenario.is_dir() or is_pack(scenario) else scenario.parent / "pictures"
    except (OSError, ValueError):
        return None


def brought(folder: Path | None) -> Mapping[str, Path]:
    """Return the pictures in such a folder by their names without ending; of two of one name that which is sought first."""
    found: dict[str, Path] = {}
    for path in sorted(_files(folder), key=lambda path: (_rank(path), path.name)):
        if _rank(path) < len(PICTURES):
            found.setdefault(path.stem, path)
    return found


def _rank(path: Path) -> int:
    ending = path.suffix[1:].lower()
    return PICTURES.index(ending) if ending in PICTURES else len(PICTURES)


def _files(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    try:
        if folder.is_dir():
            return [path for path in folder.iterdir() if not path.name.startswith(".")][:MOST_NAMES]
    except (OSError, ValueError):
        return []
    packed = in_pack(folder)
    found = pack(packed[0]) if packed is not None else None
    if not isinstance(found, Pack) or packed is None:
        return []
    return [packed[0] / name for name in found.members if name.startswith(f"{packed[1]}/")]


def picture(path: Path) -> bytes | Unread:
    """Return the bytes of a picture that can be shown, or why it cannot."""
    data = bytes_of(path, MOST_BYTES)
    if isinstance(data, Unread):
        return data
    return judged(path.name, data) or data


def judged(name: str, data: bytes) -> Unread | None:
    """Return why a picture cannot be shown; None where it can. Looks at its frame, and decodes nothing."""
    ending = name.rpartition(".")[2].lower()
    if ending not in PICTURES:
        return Unread("CF710", "this kind of picture is not shown", "save it as PNG, WebP, JPEG or SVG")
    if len(data) > MOST_BYTES:
        return Unread("CF711", f"the picture is larger than {MOST_BYTES // 1_000_000} MB", "make it smaller: 1600 by 1800 is enough for a person, 3840 by 2160 for a place")
    if not data:
        return Unread("CF712", "the picture is empty", "save it once more")
    if ending == "svg":
        from game.authoring.drawing import fault

        why = fault(data)
        return None if why is None else Unread("CF713", f"the drawing {why.partition('; ')[0]}", why.partition("; ")[2])
    kind = _kind(data)
    if kind is None or kind != _KIND_OF[ending]:
        what = f"holds a {kind}" if kind is not None else "is no picture of that kind"
        return Unread("CF710", f"the file is named .{ending}, and {what}", "save it anew from a drawing program; renaming does not change what it is")
    try:
        width, height = {"PNG": _png, "JPEG": _jpeg, "WebP": _webp}[kind](data)
    except (ValueError, IndexError, struct.error):
        return Unread("CF712", "the picture is damaged or not whole", "save it once more, or copy it again")
    if width * height > MOST_PIXELS or max(width, height) > 16_383:
        return Unread("CF711", f"the picture has {width} by {height} points, which is too many", "make it smaller: 1600 by 1800 is enough for a person, 3840 by 2160 for a place")
    if width * height == 0:
        return Unread("CF712", "the picture has no points", "save it once more")
    return None


def _kind(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "WebP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _png(data: bytes) -> tuple[int, int]:
    at, size, pixels = 8, (0, 0), False
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if crc32(memoryview(data)[at + 4 : at + 8 + length]) != check:
            raise ValueError
        if kind == b"IHDR":
            size = struct.unpack_from(">II", data, at + 8)
        pixels |= kind == b"IDAT"
        if kind == b"IEND":
            if not pixels or size == (0, 0):
                raise ValueError
            return size
        at += 12 + length


def _jpeg(data: bytes) -> tuple[int, int]:
    if data.rfind(b"\xff\xd9") < 0:
        raise ValueError
    at = 2
    while True:
        mark, kind, length = struct.unpack_from(">BBH", data, at)
        if mark != 0xFF:
            raise ValueError
        if kind == 0xFF:  # filling
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + length


def _webp(data: bytes) -> tuple[int, int]:
    if struct.unpack_from("<I", data, 4)[0] + 8 > len(data) + 1:
        raise ValueError
    kind = data[12:16]
    if kind == b"VP8X":
        if data[20] & 2:
            raise ValueError  # it moves
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError


def used(scenario: Scenario) -> frozenset[str]:
    """Return the names of all pictures that a scenario could show."""
    names = {scenario.you.portrait or "you"}
    names.update(person.portrait or person.id for person in scenario.people.values())
    for scene in scenario.scenes.values():
        names.update(scene.portraits.values())
        names.add(scene.place)
        names.add(f"{scene.place}_{scene.light}" if scene.light else scene.place)
    return frozenset(names)


def faults(scenario: Scenario, folder: Path | None, *, alone: bool = True) -> Iterator[Diagnostic]:
    """Yield a warning for each picture in such a folder that a scenario will not show.

    Args:
        scenario: the one that it belongs to.
        folder: of the pictures.
        alone: whether no other scenario shares the folder; otherwise what this one does not use is passed over.
    """
    from game.authoring.diagnostic import Diagnostic, Severity
    from game.authoring.safe_text import printable
    from game.authoring.suggest import did_you_mean, listed

    names = used(scenario)
    files = sorted(_files(folder), key=lambda path: path.name)
    first = brought(folder)
    for file in files:
        if _rank(file) == len(PICTURES) and file.suffix.lower() in ("", ".md", ".txt"):
            continue  # a word about where the pictures are from
        found = picture(file)
        if isinstance(found, Unread):
            why: Unread | None = found
        elif file.stem not in names and not alone:
            continue
        elif file.stem not in names:
            why = Unread("CF714", f"nobody and no place is called '{file.stem}', so the picture is never shown", did_you_mean(file.stem, names, f"name it after one of: {listed(sorted(names))}"))
        elif first[file.stem] != file:
            why = Unread("CF714", f"the picture is never shown, because '{first[file.stem].name}' comes first", "delete one of the two")
        else:
            why = None
        if why is not None:
            yield Diagnostic(why.code, Severity.WARNING, str(file), None, printable(why.message), printable(why.help))
