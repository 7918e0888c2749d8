"""The mistakes that a trainer is likeliest to make, one a file, each with what is then printed.

`mistakes/NN-name.yaml` is the mistake, `mistakes/NN-name.txt` the message. Rewrite the latter after a change of wording:

    COFFEE_FIRST_UPDATE_GOLDEN=1 uv run pytest tests/authoring/test_mistakes.py
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring import read, read_text, render
from game.authoring.diagnostic import Reading
from tests.authoring.test_diagnostics import ART, UPDATE

MISTAKES = Path(__file__).parent / "mistakes"
NAMES = sorted(path.stem for path in MISTAKES.glob("*.yaml"))
WHOLE_FILES = {name for name in NAMES if re.search("word-file|rich-text|windows-1252|utf-16", name)}
"""Not a text at all, so that there is no line to name."""


def reading(name: str) -> Reading:
    """Return what came of one mistake."""
    return read(MISTAKES / f"{name}.yaml", art=ART)


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_in_these_words(name: str):
    """I read the message, and know what to do."""
    printed = render.terminal(reading(name)).replace(str(MISTAKES) + "/", "")
    golden = MISTAKES / f"{name}.txt"
    if UPDATE:
        golden.write_text(printed, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == printed


def test_there_are_thirty_and_more():
    """The list that was promised."""
    assert len(NAMES) >= 30
    assert [f"{number:02}" for number in range(1, len(NAMES) + 1)] == [name[:2] for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_each_message_names_the_line_and_the_mend(name: str):
    """No message leaves me to search."""
    found = reading(name).diagnostics
    assert found
    assert [] == [fault for fault in found if not fault.help]
    assert [] == [fault for fault in found if fault.span is None and name not in WHOLE_FILES]


def test_what_was_set_aside_to_read_on_never_shows():
    """A line that could not be read is told once, and no message speaks of what stood in for it."""
    assert [] == [name for name in NAMES if "set aside" in render.terminal(reading(name))]


@pytest.mark.parametrize("name", ["40-no-people", "41-a-circle-without-end", "19-a-missing-dash", "46-scenes-that-are-not-indented", "53-no-ending"])
def test_one_mistake_is_one_message(name: str):
    """What only follows from my mistake is not told beside it."""
    assert 1 == len(reading(name).diagnostics)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Mr. Béla Tóth", "Béla"), ("Dr. Kern", "Kern"), ("Leslie Brandt", "Leslie"), ("Mrs Oyelaran", "Oyelaran"), ("Father", "Father"), ("M", "M")],
)
def test_a_title_is_no_short_name(name: str, short: str):
    """The page does not call somebody "Mr."."""
    text = (MISTAKES.parent / "cases" / "all_is_well.yaml").read_text(encoding="utf-8")
    found = read_text(text.replace("Béla Tóth", f'"{name}"'), file=Path("names.yaml"))
    assert found.scenario is not None
    assert short == found.scenario.people["bela"].short


@pytest.mark.parametrize(
    "line",
    [
        "say: Sit down.  # the first thing she says", "say: Sit down # todo", "next: monday # later tuesday", 'say: "Are you at school #3?"',
        "# say: Are you at school #3?", "capital: {leslie: +5} # as before",
    ],
)
def test_a_note_to_myself_stays_one(line: str):
    """I comment my file, and nobody doubts it."""
    key = line.lstrip("# ").partition(":")[0]
    text = (MISTAKES.parent / "cases" / "all_is_well.yaml").read_text(encoding="utf-8")
    text, count = re.subn(rf"^        {key}: .*$", f"        {line}" + ("\n        say: Hm." if line[0] == "#" else ""), text, count=1, flags=re.M)
    assert 1 == count
    assert () == read_text(text, file=Path("notes.yaml")).diagnostics


def test_a_number_sign_in_a_script_is_text():
    """Below a bar nothing is a note."""
    text = (MISTAKES.parent / "cases" / "all_is_well.yaml").read_text(encoding="utf-8")
    text = text.replace("Monday. The phone is quiet.", "Monday: school #3 is “quiet”.\n\n      “What,” says #4.")
    assert () == read_text(text, file=Path("script.yaml")).diagnostics
