"""Files that are handed out: written whole, or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


class CannotWrite(Exception):
    """A file cannot be written; its text says why, and what to do."""


def write(file: Path, data: bytes, *, over: bool = False) -> None:
    """Write a file under a temporary name and then give it its own, so that nobody finds half of it.

    Args:
        file: what is to be written.
        data: all of it.
        over: whether one that is there already is replaced.

    Raises:
        CannotWrite: it is there already, or the disk does not allow it.
    """
    try:
        if not over and (file.exists() or file.is_symlink()):
            raise CannotWrite(f"{file} is there already: write -o another-name, or --force")
        if file.is_dir():
            raise CannotWrite(f"{file} is a folder: write the name of a file in it")
        beside = file.with_name(f".{file.name[:60]}.{secrets.token_hex(4)}")
        try:
            beside.write_bytes(data)
            os.replace(beside, file)  # noqa: PTH105 - Path.replace does the same, and a str works on every system
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise CannotWrite(f"{file} cannot be written: {getattr(error, 'strerror', None) or error}") from error
