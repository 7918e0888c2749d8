"""Analyses kept by the fingerprint of their scenario, so that each is computed once."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from game.story.analysis import Analysis, from_plain, to_plain

EDITION = 2
"""Raised when the analysis itself changes, so that older figures are computed again."""


def _file(folder: Path, fingerprint: str) -> Path:
    return folder / f"{fingerprint[:40]}-{EDITION}.json"


def load(folder: Path, fingerprint: str) -> Analysis | None:
    """Return a kept analysis; None where there is none, or what is there cannot be read."""
    if not fingerprint:
        return None
    try:
        return from_plain(json.loads(_file(folder, fingerprint).read_text("utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None


def save(folder: Path, fingerprint: str, analysis: Analysis) -> None:
    """Keep an analysis; where the folder cannot be written it is computed again the next time."""
    if not fingerprint:  # built by hand: nothing tells it from another
        return
    part = folder / f"{fingerprint[:40]}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(to_plain(analysis)), "utf-8")
        part.replace(_file(folder, fingerprint))
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
