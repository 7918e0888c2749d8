"""Where the scenarios and the assets lie: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _find(name: str) -> Path:
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def scenarios() -> Path:
    """Return the folder of the scenarios that come with the game."""
    return _find("scenarios")


def assets() -> Path:
    """Return the folder of the pictures and fonts."""
    return _find("assets")
