"""docs/trainers/mistakes.md keeps its word: what it calls mended by `--fix` is."""

from __future__ import annotations

import re
from pathlib import Path

from game.authoring.codes import CODES
from game.authoring.fixes import mended
from tests.authoring import test_diagnostics as cases
from tests.authoring import test_mistakes as mistakes

PAGE = (Path(__file__).parents[2] / "docs" / "trainers" / "mistakes.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in PAGE.splitlines() if re.search(r"\| CF\d{3} \|", line)]
READINGS = [*map(cases.reading, cases.NAMES), *map(mistakes.reading, mistakes.NAMES)]


def test_each_code_of_the_page_is_shown_by_a_mistake():
    """I make the mistake, and read that code."""
    shown = {fault.code for reading in READINGS for fault in reading.diagnostics}
    assert len(ROWS) >= 30
    assert set() == {row[2] for row in ROWS} - shown
    assert {row[2] for row in ROWS} <= set(CODES)


def test_what_is_called_mended_is_mended_somewhere():
    """A tick stands only where `--fix` knows the mend."""
    fixed = {fix.code for reading in READINGS for fix in mended(reading, art=cases.ART).made}
    assert set() == {row[2] for row in ROWS if "✓" in row[-1]} - fixed
