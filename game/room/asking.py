"""A question to a tool of the system, which may not be there, may refuse, and may not keep anybody waiting."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SECONDS = 1.0
"""How long a tool may take."""


def answer(*command: str, seconds: float = SECONDS) -> str | None:
    """Return what a tool prints, in English where it has a choice.

    Args:
        command: the tool and its words; no shell reads them.
        seconds: how long it may take; then it is ended.

    Returns:
        Its output; None where the tool is not there, refuses, or takes too long.
    """
    path = shutil.which(command[0])
    if path is None:
        return None
    try:
        done = subprocess.run(
            (path, *command[1:]), stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows a black window would flash up
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    if done.returncode:
        return None
    # Windows' tools write in the code page of the console, which only Windows' Python knows by this name
    return done.stdout.decode("oem" if sys.platform == "win32" else "utf-8", "replace")
