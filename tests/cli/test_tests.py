"""`coffee-first test` as a trainer types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import SMALL, no_traceback, run

GOOD = "tests:\n  - it: a wave is well received\n    choose: [wave]\n    then: {ending: end, score: [100, 100], holds: leslie == 12}\n"
BAD = GOOD + "  - it: pouncing is free\n    choose: [pounce]\n    then: {spent: 3, holds: leslie >= 8}\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a scenario with one test and two contracts."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SMALL + "expect:\n  - best >= 12\n  - every ending reachable\n", "utf-8")
    (folder / "tests.yaml").write_text(GOOD, "utf-8")
    return folder


def test_tests_and_contracts_that_hold_are_listed(small: Path, tmp_path: Path):
    """All is as I meant it, and the exit code is 0."""
    done = run("test", str(small), home=tmp_path)
    assert (0, "") == (done.returncode, done.stderr)
    assert [
        f"{small / 'scenario.yaml'}", "  ok      a wave is well received", "  ok      best >= 12", "  ok      every ending reachable",
        "1 test: 1 passed, 0 failed; 2 contracts: 2 hold, 0 broken",
    ] == done.stdout.splitlines()  # fmt: skip


def test_a_failure_shows_expected_and_actual_and_the_way(small: Path, tmp_path: Path):
    """Two lines, one below the other, and how the play went."""
    (small / "tests.yaml").write_text(BAD, "utf-8")
    (small / "scenario.yaml").write_text(SMALL + "expect:\n  - worst >= 5\n  - bets >= 5\n", "utf-8")
    done = run("test", str(small / "scenario.yaml"), home=tmp_path)
    assert 1 == done.returncode
    line = SMALL.count("\n") + 2
    assert f"""\
  FAILED  pouncing is free (tests.yaml:5)
            spent  expected  3
                   is        0
            holds  expected  leslie >= 8
                   is        not so: leslie is 4
            the way it went: line → pounce, end
  BROKEN  worst >= 5 (scenario.yaml:{line})
            worst is 4 points, and at least 5 was expected
            the way there: line → pounce, end
  UNKNOWN bets >= 5 (scenario.yaml:{line + 1})
            it cannot be read: 'bets' is no figure and no way of playing; write 'best'
2 tests: 1 passed, 1 failed; 2 contracts: 0 hold, 1 broken, 1 not decided
""" in done.stdout


def test_coverage_names_what_no_test_touches(small: Path, tmp_path: Path):
    """I see the choice that nobody tests, and its line."""
    done = run("test", str(small), "--coverage", home=tmp_path)
    assert 0 == done.returncode
    assert f"  coverage: 75 % (scenes 2 of 2, choices 1 of 2)\n  no test touches:\n    {small / 'scenario.yaml'}:17: choice pounce\n" in done.stdout


def test_all_of_it_as_json(small: Path, tmp_path: Path):
    """One object, for a machine."""
    (small / "tests.yaml").write_text(BAD, "utf-8")
    done = run("test", str(small), "--coverage", "--json", home=tmp_path)
    found = json.loads(done.stdout)
    assert (1, 3, 1) == (done.returncode, found["passed"], found["failed"])
    (one,) = found["scenarios"]
    assert {"what": "spent", "expected": "3", "actual": "0"} == one["tests"][1]["differences"][0]
    assert [{"scene": "line", "choice": "pounce"}] == one["tests"][1]["path"]
    assert ["passed", "passed"] == [each["result"] for each in one["contracts"]]
    assert (100, []) == (one["coverage"]["percent"], one["coverage"]["untouched"])


def test_a_play_is_recorded_by_its_choices(small: Path, tmp_path: Path):
    """I name the choices, and have a test that passes."""
    done = run("test", str(small), "--record", "pouncing costs four", "--choose", "pounce", home=tmp_path)
    assert 0 == done.returncode, done.stderr
    assert f"written to {small / 'tests.yaml'}:5" == done.stdout.splitlines()[0]
    assert (small / "tests.yaml").read_text("utf-8").startswith(GOOD)
    assert "2 tests: 2 passed" in run("test", str(small), home=tmp_path).stdout


def test_a_play_is_recorded_while_it_is_played(small: Path, tmp_path: Path):
    """I play in the terminal, and the play is written down."""
    done = run("test", str(small), "--record", "I waved", stdin="wave\n", home=tmp_path)
    assert 0 == done.returncode, done.stderr
    assert "choose: [wave]" in (small / "tests.yaml").read_text("utf-8").removeprefix(GOOD)
    broken_off = run("test", str(small), "--record", "I left", home=tmp_path)
    assert (1, True) == (broken_off.returncode, "broken off" in broken_off.stderr)
    assert "I left" not in (small / "tests.yaml").read_text("utf-8")


def test_a_choice_that_is_not_offered_is_not_recorded(small: Path, tmp_path: Path):
    """I am told where the play would have gone wrong."""
    done = run("test", str(small), "--record", "x", "--choose", "wave, pounce", home=tmp_path)
    assert (1, "") == (done.returncode, done.stdout)
    assert "choice 2: expected pounce, and it is not to be chosen: the play is over, at 'end'" in done.stderr
    assert GOOD == (small / "tests.yaml").read_text("utf-8")


def test_where_there_is_nothing_to_test_it_is_said_where_tests_are_looked_for(tmp_path: Path):
    """A story of one file has its tests beside it."""
    (tmp_path / "my-story.yaml").write_text(SMALL, "utf-8")
    done = run("test", str(tmp_path / "my-story.yaml"), home=tmp_path)
    assert 1 == done.returncode
    assert f"nothing to test: there is no {tmp_path / 'tests.yaml'}, and no contract under `expect`" in done.stdout
    (tmp_path / "tests.yaml").write_text(GOOD, "utf-8")
    assert 0 == run("test", str(tmp_path / "my-story.yaml"), home=tmp_path).returncode


@pytest.mark.parametrize(
    ("words", "code"),
    [(("nowhere",), 1), (("--choose", "a", "bakery"), 2), (("--record", "x", "--json", "bakery"), 2), ((), 2), (("/dev/null",), 1)],
)
def test_wrong_input_gets_one_message(words: tuple[str, ...], code: int, tmp_path: Path):
    """Never a traceback."""
    done = run("test", *words, home=tmp_path)
    assert (code, True) == (done.returncode, no_traceback(done))
    assert done.stdout + done.stderr
