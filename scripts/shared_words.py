"""Print the runs of six words that scenarios share with a text: `uv run python scripts/shared_words.py TEXT SCENARIO…`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

RUN = 6
"""Words: fewer are shared by chance."""


def runs(text: str) -> dict[tuple[str, ...], None]:
    """Return every run of six words in a text, in small letters."""
    found = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return {tuple(found[at : at + RUN]): None for at in range(len(found) - RUN + 1)}


if __name__ == "__main__":
    text, *scenarios = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
    known = runs(text)
    shared = [" ".join(run) for scenario in scenarios for run in runs(scenario) if run in known]
    print("\n".join(shared) or "none")
    sys.exit(bool(shared))
