"""Files read with limits at the door: a text with plain line ends, or the reason why there is none."""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

LARGEST = 4 * 1024 * 1024
"""Bytes; the largest file that is read."""

PACK = ".coffee"
"""How the name of a pack ends."""

Line = str

_CONTROLS = bytes(set(range(32)) - {9, 10, 13}) + b"\x7f"
_HIDDEN = re.compile("[\x80-\x9f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_HIDDEN_IN_BYTES = (
    *(b"\xe2\x80" + bytes([last]) for last in range(0xA8, 0xAF)),
    *(b"\xe2\x81" + bytes([last]) for last in range(0xA6, 0xAA)),
    b"\xd8\x9c", b"\xef\xbb\xbf", b"\xef\xbf\xbe", b"\xef\xbf\xbf",
)


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file gave no text."""

    code: str
    message: str
    help: str
    line: int | None = None
    """0-based; None where it is the whole file's fault."""
    column: int = 0


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text whose line ends are plain."""
    return text.split("\n")


def scenario_file(path: Path) -> Path:
    """Return the file that a path stands for: itself, or the scenario.yaml in a folder or in a pack."""
    return path / "scenario.yaml" if path.is_dir() or is_pack(path) else path


def is_pack(path: Path) -> bool:
    """Return whether a path is that of a pack, by its name."""
    try:
        return path.suffix.lower() == PACK and path.is_file()
    except (OSError, ValueError):
        return False


def in_pack(path: Path) -> tuple[Path, str] | None:
    """Return the pack in which a path lies and its name there; None where it does not lie in a pack.

    `talk.coffee/pictures/renate.png` is `pictures/renate.png` in `talk.coffee`.
    """
    if PACK not in str(path).lower():
        return None
    for above in path.parents:
        if is_pack(above):
            return above, path.relative_to(above).as_posix()
    return None


def is_there(path: Path) -> bool:
    """Return whether there is such a file, in a folder or in a pack, be it only a link that leads nowhere."""
    try:
        if path.exists() or path.is_symlink():
            return True
    except (OSError, ValueError):
        return False
    return in_pack(path) is not None and not isinstance(bytes_of(path, 0), Unread)


def bytes_of(path: Path, limit: int = LARGEST) -> bytes | Unread:
    """Return at most `limit` bytes, and one more, of a plain file or of one in a pack; never waits for a pipe or a device."""
    if (packed := in_pack(path)) is not None:
        from game.authoring.pack import member

        return member(*packed, limit)
    try:
        kind = os.stat(path).st_mode  # noqa: PTH116 - Path.stat raises on a NUL in some versions and not in others
        if not stat.S_ISREG(kind):
            return _no_file(kind)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    return data


def text_of(path: Path) -> str | Unread:
    """Return a file's text, without byte order mark, each line end a single newline; or why there is none."""
    data = bytes_of(path)
    if isinstance(data, Unread):
        return data
    if len(data) > LARGEST:
        return Unread("CF003", "the file is larger than 4 MB", "a scenario is text of some 100 kB: is this the right file?")
    return decoded(data)


def decoded(data: bytes) -> str | Unread:
    """Return the text of some bytes, or why they are none; see `text_of`."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_like_utf_16(data):
        return Unread("CF004", "the file is saved in the encoding UTF-16", "save it as UTF-8 (in Notepad: Save as, Encoding)", 0)
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            return Unread("CF004", f"this is {what}, and not a text file", "open it there, and save it as plain text (UTF-8), with a name that ends in .yaml")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        return Unread(
            "CF004", f"the byte 0x{data[error.start]:02X} is not UTF-8: the file is probably saved in an older encoding",
            "save it as UTF-8 (most editors: Save with encoding)", before.count("\n"), len(before) - before.rfind("\n") - 1,
        )
    if b"\r" in data:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(data.translate(None, _CONTROLS)) != len(data) or (not data.isascii() and _hides(data, text)):
        found = UNWANTED.search(text)
        if found:
            return _hidden(text, found.start())
    return text


def _hides(data: bytes, text: str) -> bool:
    return any(hidden in data for hidden in _HIDDEN_IN_BYTES) or (b"\xc2" in data and bool(_HIDDEN.search(text)))


def _hidden(text: str, at: int) -> Unread:
    line, column = text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1
    code = ord(text[at])
    what = "a character that changes the direction of writing" if code in _DIRECTIONS else "an invisible control character"
    return Unread(
        "CF005", f"{what} (U+{code:04X}) stands in the file",
        f"delete it: it is character {column + 1} of the line, and often comes along when text is pasted", line, column,
    )


_MAGIC = {
    b"PK\x03\x04": "a Word, LibreOffice or zip file", b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "a rich text file (RTF)", b"%PDF-": "a PDF",
}

_DIRECTIONS = {0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def _looks_like_utf_16(data: bytes) -> bool:
    head = data[:64]
    return len(head) >= 8 and max(head[0::2].count(0), head[1::2].count(0)) * 4 >= len(head)


def _no_file(kind: int) -> Unread:
    if stat.S_ISDIR(kind):
        return Unread("CF002", "this is a folder, and no scenario.yaml is in it", "give the folder that holds scenario.yaml, or a YAML file")
    what = (
        "a pipe" if stat.S_ISFIFO(kind)
        else "a socket" if stat.S_ISSOCK(kind)
        else "a device"
    )
    return Unread("CF002", f"this is {what}, and not a file", "give a YAML file, or a folder that holds scenario.yaml")


def unreadable(path: Path, error: Exception) -> Unread:
    """Return why a path could not be opened."""
    if isinstance(error, FileNotFoundError):
        try:
            linked = path.is_symlink()
        except (OSError, ValueError):
            linked = False
        if linked:
            return Unread("CF001", "the link leads to a file that is not there", "restore the file, or make the link anew")
        if path.name == "scenario.yaml" and path.parent.is_dir():
            return Unread("CF002", "no scenario.yaml is in this folder", "give the folder that holds scenario.yaml, or a YAML file")
        return Unread("CF001", "there is no such file", "look at the spelling of the path")
    if isinstance(error, PermissionError):
        return Unread("CF001", "the file may not be read", "give yourself the right to read it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the path is not one"
    return Unread("CF001", f"the file cannot be read: {reason.lower()}", "look at the path, or copy the file elsewhere")
