"""What the front page knew of each scenario the last time, so that it need not read the files again."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

EDITION = 1
"""Raised when what is remembered changes its shape."""


def remembered(cache: Path, path: Path, read: Callable[[Path], dict[str, Any] | None]) -> dict[str, Any] | None:
    """Return what `read` says of a scenario; it is asked only when the file has changed since, by time and size."""
    file = path / "scenario.yaml" if path.is_dir() else path
    try:
        status = file.stat()
    except OSError:
        return read(path)
    key, stamp = str(file.resolve()), [status.st_mtime_ns, status.st_size, EDITION]
    known = _load(cache)
    if key in known and known[key][:3] == stamp and isinstance(known[key][3], dict):
        return dict(known[key][3])
    found = read(path)
    if found is not None:
        known[key] = [*stamp, found]
        _save(cache, known)
    return found


def _load(cache: Path) -> dict[str, list[Any]]:
    try:
        found = json.loads(cache.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if isinstance(value, list) and len(value) == 4}


def _save(cache: Path, known: dict[str, list[Any]]) -> None:
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        part = cache.with_name(f"{cache.name}.{os.getpid()}.part")
        part.write_text(json.dumps(known), "utf-8")
        part.replace(cache)
