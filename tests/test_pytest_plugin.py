"""pytest collects the tests and contracts of scenarios by itself, in any project that has coffee-first installed."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.cli.test_commands import SMALL

pytest_plugins = ["pytester"]

INSTALLED = any(entry.value == "game.pytest_plugin" for entry in entry_points(group="pytest11"))
BY_NAME = () if INSTALLED else ("-p", "game.pytest_plugin")
TESTS = """\
tests:
  - it: a wave is well received
    choose: [wave]
    then: {ending: end, score: [100, 100]}
  - it: pouncing is free
    choose: [pounce]
    then: {holds: leslie >= 8}
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return a project with one scenario: a test that passes and one that fails, a contract that holds and one broken."""
    write(pytester.path, TESTS, SMALL + "expect:\n  - best >= 12\n  - worst >= 5\n")
    return pytester


def write(path: Path, tests: str, scenario: str) -> None:
    folder = path / "stories" / "small"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tests.yaml").write_text(tests, "utf-8")
    (folder / "scenario.yaml").write_text(scenario, "utf-8")


def run(pytester: pytest.Pytester, *words: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*BY_NAME, "-p", "no:cacheprovider", *words)


def test_each_test_and_each_contract_is_one_item(project: pytest.Pytester):
    """I see them among my other tests, by their words."""
    found = run(project, "-v")
    found.assert_outcomes(passed=2, failed=2)
    found.stdout.fnmatch_lines_random(
        [
            "*stories/small/tests.yaml::a wave is well received PASSED*", "*stories/small/tests.yaml::pouncing is free FAILED*",
            "*stories/small/scenario.yaml::best >= 12 PASSED*", "*stories/small/scenario.yaml::worst >= 5 FAILED*",
        ]
    )


def test_a_failure_shows_the_difference_and_no_traceback(project: pytest.Pytester):
    """What I expected, what is, and the way there."""
    found = run(project)
    found.stdout.fnmatch_lines(
        ["worst is 4 points, and at least 5 was expected", "the way there: line → pounce, end", "holds  expected  leslie >= 8",
         "       is        not so: leslie is 4", "the way it went: line → pounce, end"]
    )  # fmt: skip
    found.stdout.no_fnmatch_line("*Traceback*")
    found.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_one_test_can_be_run_by_its_name(project: pytest.Pytester):
    """I run what I am working on."""
    run(project, "stories/small/tests.yaml::a wave is well received").assert_outcomes(passed=1)
    run(project, "-k", "pouncing").assert_outcomes(failed=1, deselected=3)


def test_files_that_are_not_ours_are_left_alone(pytester: pytest.Pytester):
    """Another tool may have its own tests.yaml, even beside a scenario.yaml of its own."""
    (pytester.path / "tests.yaml").write_text("- not: ours\n", "utf-8")
    write(pytester.path, "- not: ours\n", "name: load test\nsteps: []\n")
    assert pytest.ExitCode.NO_TESTS_COLLECTED == run(pytester).ret


def test_what_cannot_be_read_fails_with_its_place(pytester: pytest.Pytester):
    """A broken scenario, or a broken tests.yaml, does not pass by being skipped."""
    write(pytester.path, TESTS, SMALL.replace("next: end}", "next: edn}", 1))
    found = run(pytester)
    found.assert_outcomes(failed=1)
    found.stdout.fnmatch_lines(["*scenario.yaml:16:*: error CF201: 'edn' is not a scene of this scenario"])
    write(pytester.path, TESTS.replace("[wave]", "[wawe]"), SMALL)
    found = run(pytester)
    found.assert_outcomes(failed=2)
    found.stdout.fnmatch_lines(["*tests.yaml:3:14: error CF205*"])


def test_two_tests_of_one_name_are_two(pytester: pytest.Pytester):
    """I copied a test and forgot to change its words."""
    write(pytester.path, TESTS + TESTS.removeprefix("tests:\n"), SMALL)
    run(pytester, "-k", "wave").assert_outcomes(passed=2, deselected=2)


def test_it_works_where_tests_run_side_by_side(project: pytest.Pytester):
    """Under xdist each process finds the same."""
    found = project.runpytest_subprocess(*BY_NAME, "-p", "no:cacheprovider", "-n", "2")
    found.assert_outcomes(passed=2, failed=2)
    found.stdout.fnmatch_lines(["worst is 4 points, and at least 5 was expected"])


def test_it_costs_nothing_where_there_is_no_scenario(pytester: pytest.Pytester):
    """A project without scenarios does not pay for the game."""
    pytester.makepyfile(
        """
        import sys
        def test_light():
            assert not {name for name in sys.modules if name.partition(".")[0] in ("pygame", "yaml")}
            assert {"game", "game.pytest_plugin"} >= {name for name in sys.modules if name.partition(".")[0] == "game"}
        """
    )
    pytester.runpytest_subprocess(*BY_NAME, "-p", "no:cacheprovider").assert_outcomes(passed=1)
