"""What is written to a terminal, a file or a pipe that cannot take it: told in a sentence, and never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO


@contextlib.contextmanager
def speaking() -> Iterator[None]:
    """Let a verb write; signs that the other end cannot show are written as their numbers.

    Exits with 1, and one sentence, where nothing more can be written: a full disk, a pipe that was closed.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        _silence(sys.stdout)
        with contextlib.suppress(OSError):
            sys.stderr.write(f"coffee-first: this cannot be written: {error.strerror or error}\n")
        sys.exit(1)


def _silence(stream: TextIO) -> None:
    """Point a stream nowhere, so that what is left in it is not tried once more at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
