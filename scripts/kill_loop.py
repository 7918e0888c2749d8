"""Kill a game that records choices, again and again, and count what was acknowledged and lost.

uv run python scripts/kill_loop.py [SECONDS]
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.records.journal import Journal
from tests.records.test_journal import CHILD


def main() -> int:
    """Return 0 where nothing was lost."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    until, kills, choices, lost = time.monotonic() + seconds, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plays.db"
        while time.monotonic() < until:
            with subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True) as child:
                assert child.stdout is not None
                play = int(child.stdout.readline().split()[1])
                time.sleep(random.random() * 0.4)
                child.send_signal(signal.SIGKILL)
                acknowledged = [int(line) for line in child.stdout.read().splitlines() if line.isdigit()]
            journal = Journal.open(path)
            kept = journal.choices(play)
            journal.close()
            kills += 1
            choices += len(acknowledged)
            lost += sum(1 for moment in acknowledged if moment >= len(kept) or kept[moment] != f"c{moment}")
    print(f"{kills} kills, {choices} choices acknowledged, {lost} lost")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
