"""The table of codes, the pages made of it, and the code that says them agree."""

from __future__ import annotations

import re
from pathlib import Path

from game.authoring.codes import CODES, found
from game.authoring.diagnostic import Severity
from game.studio.smells import codes as smell_codes
from scripts.diagnostics_pages import pages
from tests.authoring import test_diagnostics as cases
from tests.authoring import test_mistakes as mistakes

ROOT = Path(__file__).parents[2]
SOURCES = [path for path in (ROOT / "game" / "authoring").glob("*.py") if path.name not in ("codes.py", "allowances.py")]
READINGS = [*map(cases.reading, cases.NAMES), *map(mistakes.reading, mistakes.NAMES)]


def test_every_code_that_is_said_has_its_page_and_no_other_has():
    """I look a code up, and find it."""
    said = {code for path in [*SOURCES, ROOT / "game/authoring/allowances.py"] for code in re.findall(r'"(CF[0-578]\d{2})"', path.read_text(encoding="utf-8"))}
    assert said == set(CODES)


def test_every_code_is_shown_by_a_test():
    """By one of the golden files; or, where no text can show it, by name in the tests of what says it."""
    golden = {fault.code for reading in READINGS for fault in reading.diagnostics}
    elsewhere = {
        code for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)
        for code in re.findall(r'"(CF\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert set() == set(CODES) - golden - elsewhere


def test_the_pages_are_those_of_the_table():
    """After a change: `uv run python scripts/diagnostics_pages.py`."""
    folder = ROOT / "docs" / "diagnostics"
    assert pages() == {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def test_a_warning_of_the_table_is_a_warning():
    """The page tells me rightly whether I may play all the same."""
    for reading in READINGS:
        for fault in reading.diagnostics:
            if fault.code not in ("CF099", "CF101"):
                assert (fault.severity is Severity.WARNING) == CODES[fault.code].warning, fault


def test_no_two_codes_have_one_name():
    """`explain` and `allow` take a name for the code."""
    names = [code.name for code in (*CODES.values(), *smell_codes().values())]
    assert len(names) == len(set(names))


def test_each_code_is_found_by_number_and_by_name():
    """However I write it."""
    for code in CODES.values():
        assert (code, "") == found(code.code.lower(), CODES)
        assert (code, "") == found(code.name, CODES)
