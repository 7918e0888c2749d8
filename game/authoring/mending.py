"""A mended text → its file: with the line ends and the mark at its beginning that it had, and whole or not at all."""

from __future__ import annotations

import codecs
import os
import re
import shutil
import tempfile
from pathlib import Path

from game.authoring.diagnostic import Reading
from game.authoring.fixes import Mended
from game.authoring.safe_text import printable
from game.authoring.source import bytes_of, decoded, in_pack, scenario_file


def in_bytes(data: bytes, text: str) -> bytes:
    """Return a file's bytes with another text of as many lines; each line keeps its end, and the file its mark.

    Args:
        data: the file as it is.
        text: what it shall hold, with plain line ends.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    ends = [*re.findall("\r\n|\r|\n", data[len(mark) :].decode()), ""]
    return mark + "".join(line + end for line, end in zip(text.split("\n"), ends, strict=True)).encode()


class Unsaved(Exception):
    """The file is no longer what was judged, or cannot be written; one clause that says so."""


def save(mended: Mended, before: str) -> None:
    """Write a mended text into its file: beside it first, then in its place, with the same rights.

    Args:
        mended: what to write.
        before: the text that was judged.

    Raises:
        Unsaved: the file has changed since, or may not be written.
    """
    try:
        path = scenario_file(mended.reading.path)
        if in_pack(path) is not None:
            raise Unsaved("a pack is only read: mend the folder that it was made of, and pack it anew")
        path = path.resolve()
        data = bytes_of(path)
        if not isinstance(data, bytes) or decoded(data) != before:
            raise Unsaved("the file has changed while it was being checked: nothing was written, check again")
        _replace(path, in_bytes(data, mended.text))
    except OSError as error:
        reason = (error.strerror or "it is refused").lower()
        raise Unsaved(f"the mends cannot be written: {reason}") from None


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def file_of(reading: Reading) -> str:
    """Return the file that was read, as it may be shown."""
    return printable(str(scenario_file(reading.path)))


def told(mended: Mended) -> str:
    """Return one line for each fix that was made, with the line of the file in which it was."""
    file = file_of(mended.reading)
    return "".join(f"{file}:{fix.span.line}: mended {fix.code}: {printable(fix.title)}\n" for fix in mended.made)


def difference(mended: Mended, before: str) -> str:
    """Return what would change, as a unified difference made safe for a terminal."""
    from difflib import unified_diff

    file = file_of(mended.reading)
    lines = unified_diff(before.split("\n"), mended.text.split("\n"), file, f"{file} (mended)", lineterm="", n=1)
    return "".join(printable(line.replace("\t", "→   ")) + "\n" for line in lines)
