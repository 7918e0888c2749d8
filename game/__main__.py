"""The command `coffee-first`, and `python -m game`."""

from __future__ import annotations

import sys


def main() -> None:
    """Open the game; with arguments, run the command line."""
    if len(sys.argv) == 1:
        # the usual start pays for nothing but the window
        from game.opening import open_game

        sys.exit(open_game())
    from game.cli import cli

    cli(prog_name="coffee-first")


if __name__ == "__main__":
    main()
