"""Reads one file, in a process of its own: prints seconds, the most memory in MB, scenario or none, how many faults."""

from __future__ import annotations

import sys
import time
from pathlib import Path


def _most_memory() -> float:
    """Return the most memory that was ever resident, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024


def main() -> None:
    """Measure the reading of the path that is given."""
    from game.authoring import read, render

    before = time.process_time()
    found = read(Path(sys.argv[1]))
    printed = render.terminal(found)
    seconds = time.process_time() - before
    memory = _most_memory()
    codes = ",".join(dict.fromkeys(fault.code for fault in found.diagnostics)) or "-"
    safe = all(sign.isprintable() or sign == "\n" for sign in printed)
    print(seconds, memory, int(found.scenario is not None), len(found.diagnostics), codes, int(safe))


if __name__ == "__main__":
    main()
