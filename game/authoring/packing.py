"""A scenario's folder → a pack: what goes in, what stays out and why, and the file, whose bytes depend on nothing else."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring import pictures
from game.authoring.pack import KINDS, LARGEST, MOST_FILES, MOST_RATIO, UNJUDGED, folded, unsafe, unwanted
from game.authoring.safe_text import shown
from game.authoring.source import LARGEST as LARGEST_TEXT
from game.authoring.source import PACK, Unread, bytes_of, decoded, in_pack, scenario_file

if TYPE_CHECKING:
    from zipfile import ZipFile

MOST_SAID = 80
"""Characters of the name of whoever made the pack."""
_SQUEEZED = ("yaml", "po", "md", "txt", "svg", "wav")
"""Kinds of file that grow smaller when they are packed; the others are small already."""
_AT_ONCE = 1 << 16
_TEXTS = ("yaml", "po", "md", "txt")


@dataclass(frozen=True, slots=True)
class Going:
    """A file that goes into a pack."""

    name: str
    """There."""
    path: Path
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Left:
    """A file that stays out."""

    name: str
    why: str
    """The end of a sentence about it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a pack of a scenario will hold."""

    going: tuple[Going, ...]
    left: tuple[Left, ...]


class NotPacked(Exception):
    """No pack is made; one clause that says why, and then the mend."""


TOOLS = frozenset({"schema.json", "imported.md", "pictures/README.txt"})
"""What other verbs lay beside a scenario for its author; nobody misses it in a pack, so nothing is said of it."""


def contents(path: Path) -> Contents:
    """Return what a pack of a scenario will hold, by the name of each file.

    Args:
        path: its folder, or its YAML file.

    Raises:
        NotPacked: it is a pack already, it is no scenario, or it holds too much.
    """
    file = scenario_file(path)
    if in_pack(file) is not None:
        raise NotPacked("this is a pack already; give the folder of the scenario")
    folder = file.parent
    going: list[Going] = []
    left: list[Left] = []
    taken: dict[str, str] = {}
    for name, found in sorted((("scenario.yaml", file), *_beside(folder, file))):
        why = _unfit(name, found)
        if why is None and folded(name) in taken:
            why = f"and {shown(taken[folded(name)])} differ only in how they are written"
        if name == "scenario.yaml" and why is not None:
            raise NotPacked(f"{file} {why}")
        if name in TOOLS:
            continue
        if why is not None:
            left.append(Left(name, why))
            continue
        taken[folded(name)] = name
        going.append(Going(name, found, found.stat().st_size))
    if len(going) > MOST_FILES:
        raise NotPacked(f"there are {len(going)} files, and a pack holds {MOST_FILES}; take away what the scenario does not show")
    if sum(one.size for one in going) > LARGEST:
        raise NotPacked(f"the files are larger than {LARGEST >> 20} MB; make the largest pictures and sounds smaller")
    return Contents(tuple(going), tuple(left))


def _beside(folder: Path, scenario: Path) -> Iterable[tuple[str, Path]]:
    try:
        for path in folder.iterdir():
            if path.name in KINDS and path.is_dir() and not path.is_symlink():
                yield from ((f"{path.name}/{one.name}", one) for one in path.iterdir() if not one.name.startswith("."))
            elif path != scenario and path.name != "scenario.yaml" and not path.name.startswith("."):
                yield path.name, path
    except OSError as error:
        raise NotPacked(f"the folder cannot be read ({(error.strerror or 'it is refused').lower()}); give yourself the right to read it") from error


def _unfit(name: str, path: Path) -> str | None:
    """Return why a file stays out, as the end of a sentence about it; None where it goes in."""
    try:
        kind = path.lstat().st_mode
    except OSError:
        return "cannot be read"
    if stat.S_ISLNK(kind):
        return "is a link; copy the file itself there"
    if stat.S_ISDIR(kind):
        return "is a folder that no pack has"
    if not stat.S_ISREG(kind):
        return "is not a plain file"
    if why := unsafe(name) or unwanted(name):
        return why
    ending = name.rpartition(".")[2].lower()
    data = bytes_of(path, LARGEST_TEXT if ending in _TEXTS else pictures.MOST_BYTES)
    if isinstance(data, Unread):
        return "cannot be read"
    unfit: str | Unread | None = None
    if name.startswith("pictures/"):
        unfit = pictures.judged(name, data)
    elif ending in _TEXTS:
        unfit = decoded(data) if len(data) <= LARGEST_TEXT else Unread("CF003", "the file is larger than 4 MB", "")
    elif len(data) > pictures.MOST_BYTES:
        return f"is larger than {pictures.MOST_BYTES // 1_000_000} MB"
    elif not _sounds(ending, data):
        return "is not the sound that its name says"
    return f"is left out: {unfit.message}" if isinstance(unfit, Unread) else None


def _sounds(ending: str, data: bytes) -> bool:
    begins = {"ogg": (b"OggS",), "wav": (b"RIFF",), "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "flac": (b"fLaC",)}
    return data.startswith(begins[ending])


def write(going: Contents, target: Path, *, by: str = "", progress: Callable[[int], None] = lambda done: None) -> int:
    """Write a pack under another name first, and then in its place; return its size in bytes.

    The same files give the same bytes: their order and dates are fixed. What goes wrong, or is broken off, leaves nothing.

    Args:
        going: what it will hold.
        target: the file; what is there is replaced.
        by: who made it; at the most `MOST_SAID` characters.
        progress: told how many bytes were read so far.

    Raises:
        NotPacked: a file cannot be read, or the pack cannot be written.
    """
    from zipfile import ZipFile

    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            with ZipFile(part, "x") as archive:
                archive.comment = " ".join(by.split())[:MOST_SAID].encode()
                done = 0
                for one in going.going:
                    done = _add(archive, one, done, progress)
            size = part.stat().st_size
            if size > LARGEST:
                raise NotPacked(f"the pack would be larger than {LARGEST >> 20} MB; make the largest pictures and sounds smaller")
            part.replace(target)
        except OSError as error:
            raise NotPacked(f"{target} cannot be written ({(error.strerror or 'it is refused').lower()}); write it elsewhere with -o") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return size


def _add(archive: ZipFile, one: Going, done: int, progress: Callable[[int], None]) -> int:
    import zlib
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

    data = bytes_of(one.path, max(one.size, 1))
    if isinstance(data, Unread) or len(data) != one.size:
        raise NotPacked(f"{shown(one.name)} has changed while it was being packed; pack it again")
    info = ZipInfo(one.name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    squeeze = one.name.rpartition(".")[2].lower() in _SQUEEZED and not (
        one.size > UNJUDGED and one.size > MOST_RATIO // 2 * len(zlib.compress(data, 9))  # it would look like a bomb
    )
    info.compress_type = ZIP_DEFLATED if squeeze else ZIP_STORED
    info.file_size = one.size
    with archive.open(info, "w") as entry:
        for at in range(0, len(data), _AT_ONCE):
            entry.write(data[at : at + _AT_ONCE])
            progress(done + min(at + _AT_ONCE, len(data)))
    return done + one.size


def name_for(path: Path) -> str:
    """Return how the pack of a scenario is called: after its folder, or after its file."""
    file = scenario_file(path)
    stem = file.resolve().parent.name if file.name == "scenario.yaml" else file.stem
    return f"{stem or 'scenario'}{PACK}"
