"""Golden files: what a trainer reads after each of the likeliest mistakes.

`cases/<name>.yaml` is the mistake, `cases/<name>.txt` what is printed. Rewrite the latter after a change of wording:

    COFFEE_FIRST_UPDATE_GOLDEN=1 uv run pytest tests/authoring/test_diagnostics.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from game.authoring import Art, read_text, render
from game.authoring.diagnostic import Severity

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))
UPDATE = os.environ.get("COFFEE_FIRST_UPDATE_GOLDEN") == "1"
SOUND = {"all_is_well", "a_time_with_a_colon"}
ART = Art(
    frozenset({"dana", "leslie"}),
    frozenset({"bakery", "board-bench", "school-gym"}),
    {"warm": "warm", "slow": "thinking", "bright": "warm", "easy": "warm", "cool": "neutral"},
)


def reading(name: str):
    """Return what came of one case."""
    text = (CASES / f"{name}.yaml").read_text(encoding="utf-8")
    return read_text(text, file=Path(f"{name}.yaml"), art=ART)


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_in_these_words(name: str):
    """I am told the line, what is wrong there, and what to write instead."""
    printed = render.terminal(reading(name))
    golden = CASES / f"{name}.txt"
    if UPDATE:
        golden.write_text(printed, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_has_a_place_a_cause_and_a_mend(name: str):
    """No message leaves me alone with a riddle."""
    found = reading(name)
    lines = found.text.split("\n")
    assert (name in SOUND) == (not found.diagnostics)
    for fault in found.diagnostics:
        assert fault.message
        assert fault.help
        if fault.span is not None:
            assert 1 <= fault.span.line <= len(lines)
            assert fault.span.column < fault.span.end_column


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_scenario_exactly_where_there_is_no_error(name: str):
    """A warning never keeps me from playing; an error always does."""
    found = reading(name)
    errors = [fault for fault in found.diagnostics if fault.severity is Severity.ERROR]
    assert (not errors) == (found.scenario is not None)


def test_no_message_speaks_the_jargon_of_yaml():
    """I am a trainer, and have never heard of a block mapping."""
    jargon = re.compile(r"\b(scalar|block mapping|flow (mapping|sequence)|token|parser|node|mapping|sequence|boolean)\b", re.I)
    spoken = [
        f"{fault.message} {fault.help}" for name in NAMES for fault in reading(name).diagnostics
    ]
    assert [] == [words for words in spoken if jargon.search(words)]


def test_all_faults_of_a_file_are_told_at_once():
    """I mend a file in one go, and need not run the check ten times."""
    text = (CASES / "all_is_well.yaml").read_text(encoding="utf-8")
    for right, wrong in (
        ("title: The bench", "title: Bench: the gym"), ("honours: not-about-you", "honors: not-about-you"),
        ("next: monday", "next: munday"), ("of: leslie", "of: lesly"), ("not asked", "not aksed"),
        ("leslie (bright): I'd", "lesly (bright): I'd"), ("tone: cool", "tone: cold"), ("capital: {leslie: +5}", "capital: {leslie: 5.5}"),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)
    found = read_text(text, file=Path("many.yaml"))
    assert ["CF014", "CF105", "CF103", "CF201", "CF202", "CF209", "CF204", "CF111"] == [fault.code for fault in found.diagnostics]


def test_one_line_is_one_line():
    """An editor can jump to `file:line:column`."""
    (fault,) = reading("an_unknown_scene").diagnostics
    assert "an_unknown_scene.yaml:38:23: error CF201: 'mondy' is not a scene of this scenario; write 'monday'" == render.one_line(fault)


def test_what_an_author_wrote_cannot_command_the_terminal():
    """No escape code and no reversed text of a file reaches my terminal."""
    text = (CASES / "all_is_well.yaml").read_text(encoding="utf-8")
    for evil in ("\x1b[31mred", "a\u202eb", "a\x07b", "a\u2028b"):
        printed = render.terminal(read_text(text.replace("next: monday", f'next: "{evil}"'), file=Path("evil.yaml")))
        assert printed
        assert all(sign.isprintable() or sign == "\n" for sign in printed)
