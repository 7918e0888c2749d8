"""Run as a program: reads a scenario from standard input, and writes what it allows to standard output as JSON.

A process of its own, since seconds of arithmetic in a thread would take turns with the window.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import sys


def main() -> None:
    """Read, analyse, write."""
    from game.story.analysis import analyse, to_plain

    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    # what arrives here was made by the game itself, a moment ago
    scenario = pickle.load(sys.stdin.buffer)
    sys.stdout.write(json.dumps(to_plain(analyse(scenario))))


if __name__ == "__main__":
    main()
