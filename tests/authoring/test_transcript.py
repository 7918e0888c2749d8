"""tests.yaml: plays that somebody wrote down, and what is said where one no longer holds."""

from __future__ import annotations

import io
from pathlib import Path

from game.authoring import check, headline, read, run_tests
from game.authoring.outcomes import outcome
from game.authoring.transcript import Transcript
from tests.builders import at_least, choice, ending, scenario, scene

CASES = Path(__file__).parent / "cases"
VALID = (CASES / "all_is_well.yaml").read_text(encoding="utf-8")


def folder(path: Path, tests: str, scenario: str = VALID) -> Path:
    """Return a folder with a scenario and its tests."""
    path.mkdir(exist_ok=True)
    (path / "scenario.yaml").write_text(scenario, encoding="utf-8")
    (path / "tests.yaml").write_text(tests, encoding="utf-8")
    return path


def differences(then: str, choose: str = "[pounce]") -> tuple[str, ...]:
    """Return what is said of one test of the valid scenario."""
    scenario = read(CASES / "all_is_well.yaml").scenario
    assert scenario is not None
    (outcome,) = run_tests(scenario, f"tests:\n  - it: shows\n    choose: {choose}\n    then: {then}\n", bounds=lambda _: (0, 33))
    return tuple(map(str, outcome.differences))


def test_what_is_so_passes():
    """The pounce is refused, and the bill comes on Monday."""
    then = "{ending: e-alone, score: [30, 31], granted: [], refused: [pounce], kept: [], broken: [], spent: 0, deferred: [pounce], holds: [leslie == -10, asked]}"
    assert () == differences(then)


def test_each_difference_is_a_sentence():
    """I see at once what changed."""
    found = differences("{ending: e-friends, score: [90, 100], granted: [pounce], refused: [], spent: 40, holds: leslie >= 10 and not asked}")
    assert found == (
        "ending: expected e-friends, and it is e-alone",
        "score: expected 90 to 100, and it is 30 (a total of 10, between 0 and 33)",
        "granted: expected pounce, and it is none",
        "refused: expected none, and it is pounce",
        "spent: expected 40, and it is 0",
        "holds: expected leslie >= 10 and not asked, and it is not so: leslie is -10, asked is true",
    )
    assert ("deferred: expected ask-about-maya, and it is not among those of which something came to light: none",) == differences("{deferred: ask-about-maya}", "[ask-about-maya]")


def test_a_choice_that_is_not_offered_is_told():
    """The play ends where it no longer holds."""
    assert ("choice 2: expected pounce, and it is not to be chosen: the play is over, at 'e-friends'",) == differences("{spent: 0}", "[ask-about-maya, pounce]")


def test_the_reason_is_told_why_a_choice_is_not_offered():
    """I see the balance that was too low, or that a choice is elsewhere, or was made already."""
    story = scenario(
        scene("door", choice("wave", "hall", capital={"leslie": 3})),
        scene("hall", choice("stay", "hall", once=True), choice("ask", "end", when=at_least("leslie", 5)), choice("go", "end")),
        ending("end"),
    )
    def told(*choices: str) -> str:
        return str(outcome(story, Transcript("it", 1, choices)).differences[0])

    assert "choice 2: expected ask, and it is not offered in 'hall': its `when` does not hold, for leslie is 3; there are stay, go" == told("wave", "ask")
    assert "choice 2: expected wave, and it is not offered in 'hall': it stands in 'door'; there are stay, go" == told("wave", "wave")
    assert "choice 3: expected stay, and it is not offered in 'hall': it was chosen before, and has `once`; there are go" == told("wave", "stay", "stay")
    assert (("door", "wave"), ("hall", "stay")) == outcome(story, Transcript("it", 1, ("wave", "stay", "stay"))).steps


def test_a_test_that_names_nothing_is_told_with_its_place(tmp_path: Path):
    """A misspelt id in my tests is found by the check."""
    path = folder(tmp_path / "bench", "tests:\n  - it: a\n    choose: [punce]\n    then: {ending: e-frends, holds: aksed, scor: 3}\n  - it: b\n    choose: [pounce]\n")
    out = io.StringIO()
    assert 1 == check([path], out)
    printed = out.getvalue()
    for place in ("tests.yaml:3:14: error CF205", "tests.yaml:4:20: error CF201", "tests.yaml:4:37: error CF204", "tests.yaml:4:44: error CF103"):
        assert place in printed
    for mend in ("'pounce'", "'e-friends'", "'asked'", "'score'"):
        assert f"write {mend}" in printed
    scenario = read(path).scenario
    assert scenario is not None
    assert [False, False, False, False, True] == [outcome.passed for outcome in run_tests(scenario, path)]


def test_check_goes_through_a_folder_of_folders(tmp_path: Path):
    """I check all my scenarios by naming their folder."""
    folder(tmp_path / "one", "tests:\n  - it: a\n    choose: [pounce]\n    then: {ending: e-alone}\n")
    folder(tmp_path / "two", "tests:\n  - it: b\n    choose: [pounce]\n    then: {ending: e-alone}\n")
    out = io.StringIO()
    assert 0 == check([tmp_path], out)
    assert "2 scenarios: all is well\n" == out.getvalue()


def test_nothing_to_check_is_an_error(tmp_path: Path):
    """An empty folder does not pass silently."""
    assert 1 == check([tmp_path], io.StringIO())
    assert 1 == check([tmp_path / "missing"], io.StringIO())


def test_the_headline_is_read_without_the_scenes(tmp_path: Path):
    """The front page opens at once, even if a scene is broken."""
    path = folder(tmp_path / "bench", "", VALID.replace("    place: school-gym", "\t place: [") + "x" * 100_000)
    found = headline(path)
    assert found is not None
    assert ("bench", "The bench", "The bench", 5) == (found.id, found.title, found.headline, found.minutes)


def test_the_scenarios_that_come_with_the_game_are_sound():
    """What is shipped plays; its tests hold."""
    scenarios = Path(__file__).parents[2] / "scenarios"
    out = io.StringIO()
    assert 0 == check([scenarios], out), out.getvalue()
