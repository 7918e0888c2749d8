"""The command `coffee-first`, and `python -m game`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.stage.app import App


def main() -> None:
    """Open the game; with one file, as after a double click, open that in it; with other arguments, run the command line."""
    path = _one_file(sys.argv[1:])
    if len(sys.argv) == 1 or path is not None:
        # the usual start pays for nothing but the window
        from game.opening import open_game

        sys.exit(open_game(path, hold=_hold))
    from game.cli.speaking import speaking

    with speaking():
        from game.cli import cli

        cli(prog_name="coffee-first")


def _hold(app: App, path: Path) -> tuple[str, ...]:
    from game.projector.opening import hold_in

    return hold_in(app, path)


def _one_file(words: list[str]) -> Path | None:
    """Return the file that was given and nothing else; a verb has no dot in it."""
    if len(words) != 1 or words[0].startswith("-") or "." not in words[0]:
        return None
    path = Path(words[0])
    try:
        return path if path.is_file() or path.suffix.lower() == ".coffee" else None
    except (OSError, ValueError):
        return None


if __name__ == "__main__":
    main()
