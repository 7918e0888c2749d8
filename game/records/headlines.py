"""What the front page knew of each scenario the last time, so that it need not read the files again."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

EDITION = 2
"""Raised when what is remembered changes its shape."""


def remembered(
    cache: Path, path: Path, read: Callable[[Path], dict[str, Any] | None], *, beside: Path | None = None, code: str = "en",
) -> dict[str, Any] | None:  # fmt: skip
    """Return what `read` says of a scenario; it is asked only when a file has changed since, by time and size.

    Args:
        cache: where it is remembered.
        path: of the scenario.
        read: what is asked.
        beside: another file that the answer depends on, which need not exist: its translation.
        code: of the language of the answer; each is remembered by itself.
    """
    file = path / "scenario.yaml" if path.is_dir() else path
    try:
        status = file.stat()
    except OSError:
        return read(path)
    key = f"{file.resolve()}" if code == "en" else f"{file.resolve()} {code}"
    stamp = [status.st_mtime_ns, status.st_size, _stamp(beside), EDITION]
    known = _load(cache)
    if key in known and known[key][:4] == stamp and isinstance(known[key][4], dict):
        return dict(known[key][4])
    found = read(path)
    if found is not None:
        known[key] = [*stamp, found]
        _save(cache, known)
    return found


def _stamp(beside: Path | None) -> list[int]:
    if beside is not None:
        with contextlib.suppress(OSError, ValueError):
            status = beside.stat()
            return [status.st_mtime_ns, status.st_size]
    return []


def _load(cache: Path) -> dict[str, list[Any]]:
    try:
        found = json.loads(cache.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if isinstance(value, list) and len(value) == 5}


def _save(cache: Path, known: dict[str, list[Any]]) -> None:
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        part = cache.with_name(f"{cache.name}.{os.getpid()}.part")
        part.write_text(json.dumps(known), "utf-8")
        part.replace(cache)
