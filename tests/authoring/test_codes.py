"""The table of codes, the pages made of it, and the code that says them agree."""

from __future__ import annotations

import re
from pathlib import Path

from game.authoring.codes import CODES, contents, page
from game.authoring.diagnostic import Severity
from tests.authoring.test_diagnostics import NAMES, reading

ROOT = Path(__file__).parents[2]
SOURCES = [path for path in (ROOT / "game" / "authoring").glob("*.py") if path.name != "codes.py"]


def test_every_code_that_is_said_has_its_page_and_no_other_has():
    """I look a code up, and find it."""
    said = {code for path in SOURCES for code in re.findall(r'"(CF\d{3})"', path.read_text(encoding="utf-8"))}
    assert said == set(CODES)


def test_the_pages_are_those_of_the_table():
    """After a change: `uv run python scripts/diagnostics_pages.py`."""
    folder = ROOT / "docs" / "diagnostics"
    made = {"README.md": contents(), **{f"{code.code}.md": page(code) for code in CODES.values()}}
    assert made == {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def test_a_warning_of_the_table_is_a_warning():
    """The page tells me rightly whether I may play all the same."""
    for name in NAMES:
        for fault in reading(name).diagnostics:
            if fault.code not in ("CF099", "CF101"):
                assert (fault.severity is Severity.WARNING) == CODES[fault.code].warning, fault
