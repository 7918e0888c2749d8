"""A pack: one zip file with a scenario and what belongs to it. It is read where it lies, and never extracted.

Whatever a pack holds, reading it stays within `LARGEST`, and gives bytes or one sentence that says why not.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from game.authoring.safe_text import shown
from game.authoring.source import PACK, Unread, unreadable

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

LARGEST = 50 * 1024 * 1024
"""Bytes: of the pack, and of all that is in it."""
MOST_FILES = 500
MOST_RATIO = 100
"""How many times larger a file may be than it is in the pack."""
UNJUDGED = 10_000
"""Bytes; so small a file may be packed as well as it can."""
LONGEST_NAME = 120
LONGEST_COMMENT = 1000
_TABLE_ROW = 46 + 4 * LONGEST_NAME + 600
"""Bytes of the table of contents that a file may take: its fixed part, its name, and what systems add."""

PICTURES = ("png", "webp", "jpg", "jpeg", "svg")
KINDS: Mapping[str, tuple[str, ...]] = {
    "pictures": PICTURES, "sounds": ("ogg", "wav", "mp3", "flac"), "translations": ("yaml", "po"),
}
"""Folder → how the names of its files may end."""
ALONE = frozenset({
    "scenario.yaml", "tests.yaml", "README.md", "README.txt", "LICENCE.md", "LICENCE.txt", "LICENSE.md", "LICENSE.txt",
})
"""What may stand in no folder."""

AGAIN = "get the file once more, or make it anew with `coffee-first pack`"
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_STORED, _DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a pack."""

    name: str
    """Such as `pictures/renate.png`."""
    size: int
    """Bytes, unpacked."""
    packed: int
    """Bytes that it takes in the pack."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds, once all of its table of contents was found to be sound."""

    path: Path
    size: int
    """Bytes of the pack itself."""
    members: Mapping[str, Member]
    by: str
    """Who made it, as the pack says; may be empty."""


class _Refused(Exception):
    """The pack is not read on: for the reason that it carries."""

    def __init__(self, code: str, message: str, mend: str = AGAIN) -> None:
        self.why = Unread(code, message, mend)
        super().__init__(message)


def pack(path: Path) -> Pack | Unread:
    """Return what a pack holds, or why it is not read. Never raises."""
    try:
        with _opened(path) as (_, found, _infos):
            return found
    except _Refused as refused:
        return refused.why


def member(path: Path, name: str, most: int) -> bytes | Unread:
    """Return a file of a pack, at the most `most` bytes and one more; or why there is none. Never raises."""
    try:
        with _opened(path) as (archive, _, infos):
            if name not in infos:
                return Unread("CF001", "there is no such file in the pack", "look at what is in it: `coffee-first pack --list`")
            return _unpacked(archive, infos[name], most)
    except _Refused as refused:
        return refused.why


@contextmanager
def _opened(path: Path) -> Iterator[tuple[ZipFile, Pack, Mapping[str, ZipInfo]]]:
    """Yield a pack whose table of contents is sound.

    Raises:
        _Refused: it is not; or it is found to be damaged while it is read.
    """
    import struct
    import zlib
    from zipfile import BadZipFile, ZipFile

    try:
        with _file(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                raise _Refused("CF702", f"the pack is larger than {LARGEST >> 20} MB", "leave out, or make smaller, its largest pictures and sounds")
            count = _table(file, size)
            with ZipFile(file) as archive:
                infos = archive.infolist()
                if len(infos) != count:
                    raise _Refused("CF701", f"the pack says that it holds {count} files, and lists {len(infos)}")
                _bounded(infos)
                found = _sound(infos)
                _apart(file, infos, archive.start_dir)
                if "scenario.yaml" not in found:
                    raise _Refused("CF708", _nothing_to_play(infos), "make the pack with `coffee-first pack my-scenario`")
                members = {name: Member(name, info.file_size, info.compress_size) for name, info in found.items()}
                yield archive, Pack(path, size, members, _said_by(archive.comment)), found
    except _Refused:
        raise
    except (BadZipFile, EOFError, zlib.error, struct.error, RuntimeError, ValueError, LookupError, OverflowError) as error:
        raise _Refused("CF701", "the pack is damaged") from error
    except OSError as error:
        refused = _Refused("CF001", "")
        refused.why = unreadable(path, error)
        raise refused from error


def _file(path: Path) -> IO[bytes]:
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - as in `source.bytes_of`
        raise _Refused("CF002", "this is not a file", f"give a pack, whose name ends in {PACK}")
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb")


def _table(file: IO[bytes], size: int) -> int:
    """Return how many files the pack says that it holds; its table of contents is whole, small, and the end of the file."""
    if file.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise _Refused("CF701", "this is not a pack", f"a pack is made with `coffee-first pack`; was the file only renamed to {PACK}?")
    start = max(0, size - 22 - LONGEST_COMMENT - 20)
    file.seek(start)
    tail = file.read(size - start)
    end = len(tail) - 22 if tail[-22:-18] == b"PK\x05\x06" and tail[-2:] == b"\0\0" else tail.rfind(b"PK\x05\x06")
    if end < 0 or end + 22 > len(tail):
        raise _Refused("CF701", "the pack is not whole: its end is missing, or more follows after it")
    disks, here, count, length, offset, comment = (
        int.from_bytes(tail[end + at : end + at + wide], "little") for at, wide in ((4, 4), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2))
    )
    if tail[max(0, end - 20) : end - 16] == b"PK\x06\x07" or 0xFFFF in (here, count) or 0xFFFFFFFF in (length, offset):
        raise _Refused("CF702", "the pack is written for sizes that no pack may have (zip64)")
    if end + 22 + comment != len(tail):
        raise _Refused("CF701", "the pack is not whole: its end is missing, or more follows after it")
    if count > MOST_FILES or here > MOST_FILES:
        raise _Refused("CF702", f"the pack holds {max(count, here)} files, and {MOST_FILES} is the most", "leave out what the scenario does not show")
    if length > max(count, 1) * _TABLE_ROW:
        raise _Refused("CF702", "the pack's table of contents is far too large")
    if disks or here != count or offset + length != start + end:
        raise _Refused("CF701", "the pack's table of contents does not stand where it says")
    return count


def _bounded(infos: list[ZipInfo]) -> None:
    if sum(info.file_size for info in infos) > LARGEST:
        raise _Refused("CF702", f"what the pack holds is larger than {LARGEST >> 20} MB", "leave out, or make smaller, its largest pictures and sounds")
    for info in infos:
        if info.file_size > UNJUDGED and info.file_size > MOST_RATIO * info.compress_size:
            raise _Refused("CF702", f"{_named(info)} is more than {MOST_RATIO} times as large as it is in the pack", "this is made to fill a disk: do not use the pack")


def _sound(infos: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Return the files by name; folders, which hold nothing by themselves, are passed over."""
    found: dict[str, ZipInfo] = {}
    taken: dict[str, str] = {}
    for info in infos:
        name = info.orig_filename
        if why := unsafe(name.removesuffix("/")):
            raise _Refused("CF703", f"{_named(info)} {why}", "do not use the pack, or have it made anew with `coffee-first pack`")
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFDIR if name.endswith("/") else stat.S_IFREG):
            what = "a link" if stat.S_ISLNK(kind) else "not a plain file"
            raise _Refused("CF706", f"{_named(info)} is {what}", "do not use the pack, or have it made anew with `coffee-first pack`")
        if info.flag_bits & _ENCRYPTED:
            raise _Refused("CF706", f"{_named(info)} is locked with a password", "have it made anew with `coffee-first pack`")
        if info.compress_type not in (_STORED, _DEFLATED):
            raise _Refused("CF706", f"{_named(info)} is packed in a way that is not read here", "have it made anew with `coffee-first pack`")
        same = folded(name.removesuffix("/"))
        if same in taken:
            twice = f"{_named(info)} is in the pack twice" if taken[same] == name else f"{_named(info)} and {shown(taken[same])} differ only in how they are written"
            raise _Refused("CF704", twice, "rename one of the two, and make the pack anew")
        taken[same] = name
        if name.endswith("/"):
            if name[:-1] not in KINDS or info.file_size:
                raise _Refused("CF705", f"{_named(info)} is no folder that a pack may have", _HOLDS)
        elif why := unwanted(name):
            if name == "scenario.yaml" or name.endswith("/scenario.yaml"):
                raise _Refused("CF708", _nothing_to_play(infos), "make the pack with `coffee-first pack my-scenario`")
            raise _Refused("CF705", f"{_named(info)} {why}", _HOLDS)
        else:
            found[name] = info
    return found


_HOLDS = "a pack holds scenario.yaml, tests.yaml, and files in pictures, sounds and translations"


def _apart(file: IO[bytes], infos: list[ZipInfo], end: int) -> None:
    """Refuse files that share bytes of the pack, or whose own head tells another name than the table of contents."""
    for info in sorted(infos, key=lambda info: info.header_offset, reverse=True):
        file.seek(info.header_offset)
        head = file.read(30)
        if len(head) < 30 or head[:4] != b"PK\x03\x04":
            raise _Refused("CF701", f"{_named(info)} is missing from the pack")
        name, extra = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
        if info.header_offset + 30 + name + extra + info.compress_size > end:
            raise _Refused("CF707", f"{_named(info)} and another file lie over each other in the pack")
        end = info.header_offset


def _unpacked(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    import zlib
    from zipfile import BadZipFile

    try:
        with archive.open(info) as source:
            data = source.read(min(most, info.file_size) + 1)  # beyond the end, so that the checksum is looked at
    except (BadZipFile, EOFError, zlib.error) as error:
        raise _Refused("CF707", f"{_named(info)} is damaged in the pack") from error
    if len(data) != min(most + 1, info.file_size):
        raise _Refused("CF707", f"{_named(info)} is not as long as the pack says")
    return data


def unsafe(name: str) -> str | None:
    """Return why a name is not fit to be one of a pack, as the end of a sentence; None where it is."""
    if not name or len(name) > LONGEST_NAME:
        return "is no name for a file" if not name else f"is a name of more than {LONGEST_NAME} characters"
    if not name.isprintable():
        return "is a name with hidden characters"
    if "\\" in name or ":" in name or name.startswith("/"):
        return "is a name that leads out of the pack"
    for part in name.split("/"):
        if part in ("", ".", ".."):
            return "is a name that leads out of the pack"
        if part[-1] in ". " or part[0] == " " or set(part) & set('<>"|?*') or _RESERVED.fullmatch(part):
            return "is a name that some systems cannot have"
    return None


def unwanted(name: str) -> str | None:
    """Return why a pack may not hold a file of such a name, as the end of a sentence; None where it may."""
    folder, slash, rest = name.rpartition("/")
    if not slash:
        return None if name in ALONE else "is not something that a pack may hold"
    if folder not in KINDS:
        return "lies in a folder that a pack may not have"
    stem, _, ending = rest.rpartition(".")
    if not stem or ending.lower() not in KINDS[folder]:
        return f"is not of a kind that belongs into {folder} ({', '.join(KINDS[folder])})"
    return None


def folded(name: str) -> str:
    """Return what two names have in common that a system may take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _nothing_to_play(infos: list[ZipInfo]) -> str:
    inside = next((info.filename.removesuffix("/scenario.yaml") for info in infos if info.filename.endswith("/scenario.yaml")), None)
    return "no scenario.yaml is in the pack" if inside is None else f"scenario.yaml lies in a folder of the pack, {shown(inside)}, and belongs into none"


def _named(info: ZipInfo) -> str:
    return shown(info.orig_filename)


def _said_by(comment: bytes) -> str:
    said = " ".join(comment.decode(errors="replace").split())
    return said if said.isprintable() and len(said) <= 80 else ""


def in_words(size: int) -> str:
    """Return a number of bytes as people say it: `34 kB`."""
    if size < 1000:
        return f"{size} bytes" if size != 1 else "1 byte"
    return f"{size / 1000:.0f} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
