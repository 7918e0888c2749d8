"""The packs that a player has put on the shelf: copies in a folder of their own, each whole or not there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from game.language import _, n_

ENDING = ".coffee"
LARGEST = 50 * 1024 * 1024
"""Bytes; no larger pack is kept."""
MOST = 200
"""Packs on the shelf."""


class NotKept(Exception):
    """A pack cannot be put on the shelf, or not be taken off; one clause that says why."""


def packs(folder: Path) -> tuple[Path, ...]:
    """Return the packs on the shelf, by name."""
    try:
        return tuple(sorted(path for path in folder.iterdir() if path.suffix == ENDING and path.is_file()))[:MOST]
    except OSError:
        return ()


def place_of(folder: Path, title: str) -> Path:
    """Return where a scenario of such a title stands on the shelf, whether it is there or not."""
    import re
    import unicodedata
    from hashlib import sha256

    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    mark = sha256(title.encode(errors="replace")).hexdigest()[:8]
    # a system may keep a word such as `con` for itself, and a title may have no letter that each system can write
    return folder / f"{words if len(words) > 4 else '-'.join(filter(None, (words, mark)))}{ENDING}"


def keep(source: Path, target: Path) -> None:
    """Copy a pack to its place on the shelf; what stood there is replaced.

    Raises:
        NotKept: it cannot be read or written, it is too large, or the shelf is full.
    """
    if not target.exists() and len(packs(target.parent)) >= MOST:
        raise NotKept(n_("{n} pack is on the shelf; take one off first", "{n} packs are on the shelf; take one off first", MOST))
    part = target.with_name(f"{target.stem}.{os.getpid()}.part")
    try:
        with source.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise NotKept(_("the pack is larger than 50 MB"))
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        raise NotKept(_("the pack cannot be copied ({why})", why=(error.strerror or _("it is refused")).lower())) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def same(one: Path, other: Path) -> bool:
    """Return whether two packs hold the same bytes; False where one cannot be read."""
    try:
        return one.stat().st_size == other.stat().st_size <= LARGEST and one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def let_go(folder: Path, path: Path) -> None:
    """Take a pack off the shelf.

    Raises:
        NotKept: it is not on this shelf, or it cannot be removed.
    """
    if path not in packs(folder):
        raise NotKept(_("it is not on the shelf"))
    try:
        path.unlink()
    except OSError as error:
        raise NotKept(_("the pack cannot be removed ({why})", why=(error.strerror or _("it is refused")).lower())) from error
