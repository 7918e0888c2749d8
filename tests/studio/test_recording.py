"""Recording: a play becomes a test, and what stands in the file already stays as it is."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.authoring import read
from game.authoring.outcomes import outcome
from game.authoring.transcript import tests_of as reading_of
from game.story.analysis import Analysis, analyse
from game.story.model import Scenario
from game.story.playthrough import Playthrough, offered, replay, start, step
from game.studio.recording import NotRecorded, record, written
from tests.builders import random_scenario

CASE = Path(__file__).parents[1] / "authoring" / "cases" / "all_is_well.yaml"


@pytest.fixture(scope="module")
def story() -> Scenario:
    found = read(CASE).scenario
    assert found is not None
    return found


@pytest.fixture(scope="module")
def figures(story: Scenario) -> Analysis:
    return analyse(story)


def recorded(file: Path, story: Scenario, figures: Analysis, it: str = "it shows", *choices: str) -> str:
    """Record a play, and return what then stands in the file."""
    record(file, it, replay(Playthrough(story, choices=choices or ("pounce",))), figures)
    return file.read_bytes().decode()


NEW = """\
  - it: it shows
    choose: [pounce]
    then:
      ending: e-alone
      score: [0, 0]
      granted: []
      refused: [pounce]
      kept: []
      broken: []
      spent: 0
      deferred: [pounce]
      holds: [leslie == -10, marcus == 20]
"""


def test_a_play_is_written_down_with_all_its_figures(story: Scenario, figures: Analysis, tmp_path: Path):
    """I play, and have a test; I loosen what need not stay so."""
    assert "tests:\n" + NEW == recorded(tmp_path / "tests.yaml", story, figures)


@pytest.mark.parametrize(
    "before",
    [
        "", "# Notes of mine.\n", "tests:\n", "tests:\n  # none yet\n",
        "tests:\n  - it: a   # mine\n    choose: [pounce]\n\n    then: {ending: e-alone}\n  # and more to come\n",
        "tests:\n  - it: a\n    choose: [pounce]",
    ],
)  # fmt: skip
def test_what_stood_there_is_not_touched(before: str, story: Scenario, figures: Analysis, tmp_path: Path):
    """My comments, blank lines and quotes stay, byte by byte."""
    file = tmp_path / "tests.yaml"
    file.write_bytes(before.encode())
    after = recorded(file, story, figures)
    assert after.startswith(before)
    assert after.endswith(NEW)
    tests = reading_of(story, after)
    assert () == tests.diagnostics
    assert before.count("- it:") + 1 == len(tests.transcripts)
    assert all(outcome(story, each, (figures.worst.total, figures.best.total)).passed for each in tests.transcripts)


def test_dashes_and_line_ends_are_those_of_the_file(story: Scenario, figures: Analysis, tmp_path: Path):
    """A file from Windows stays one, and a list at the margin stays at the margin."""
    file = tmp_path / "tests.yaml"
    file.write_bytes(b"tests:\r\n- it: a\r\n  choose: [pounce]\r\n")
    after = recorded(file, story, figures)
    assert "\r\n- it: it shows\r\n  choose: [pounce]\r\n" in after
    assert after.count("\r\n") == after.count("\n")


@pytest.mark.parametrize("it", ["what: a colon", "it's 9:40 # late", '"quoted" and \\', "- a dash", "no", "ends: ", "{a} [b]", "Tóth — two\nlines"])
def test_any_words_may_say_what_a_play_shows(it: str, story: Scenario, figures: Analysis, tmp_path: Path):
    """I need not know what YAML makes of a colon."""
    after = recorded(tmp_path / "tests.yaml", story, figures, it)
    assert " ".join(it.split()) == reading_of(story, after).transcripts[0].it


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("tests: [{it: a, choose: [pounce]}]\n", "stand in brackets"), ("tests:\n  - it: a\n    choose: [punce]\n", "mend it first: write 'pounce'"),
        ("things: 1\n", "'things' is no key"), ("a\x00b", "invisible control character"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_added_to_is_left_alone(before: str, why: str, story: Scenario, figures: Analysis, tmp_path: Path):
    """Nothing of mine is overwritten, and I am told why."""
    file = tmp_path / "tests.yaml"
    file.write_text(before, "utf-8")
    with pytest.raises(NotRecorded, match=why):
        recorded(file, story, figures)
    assert before == file.read_text("utf-8")


def test_where_nothing_can_be_written_it_is_said(story: Scenario, figures: Analysis, tmp_path: Path):
    """A folder that is not there is no reason for a crash."""
    with pytest.raises(NotRecorded, match="cannot be written: no such file"):
        recorded(tmp_path / "gone" / "tests.yaml", story, figures)
    with pytest.raises(NotRecorded, match="nothing was chosen"):
        record(tmp_path / "tests.yaml", "it", replay(Playthrough(story)), figures)


SEEN = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.lists(SEEN, min_size=1, max_size=3).map(" ".join))
def test_what_was_recorded_passes(seed: int, it: str):
    """A test that is written from a play is true of that play, whatever the scenario."""
    luck = Random(seed)
    state = start(random_scenario(luck))
    while (now := offered(state)) and len(state.moments) < 15:
        state = step(state, luck.choice(list(now)))
    assume(state.moments)
    analysis = analyse(state.scenario) if state.over else None
    tests = reading_of(state.scenario, "tests:\n" + written(it, state, analysis))
    assert () == tests.diagnostics
    (found,) = tests.transcripts
    bounds = (analysis.worst.total, analysis.best.total) if analysis else None
    assert (it, ()) == (found.it, outcome(state.scenario, found, bounds).differences)
