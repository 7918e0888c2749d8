"""The cut is analysed as a scenario of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring import read
from game.story.condition import ALWAYS
from game.story.model import Bridge, Way
from game.studio.of_the_cut import reviewed_cut
from game.studio.review import reviewed
from tests.builders import at_least, choice, scenario, scene, script
from tests.cli.test_commands import SMALL, run
from tests.story.test_cut import LONG

SHIPPED = sorted(path.parent for path in (Path(__file__).parents[2] / "scenarios").glob("*/scenario.yaml"))


def test_worst_and_best_are_those_of_the_cut():
    """A room that plays the cut is measured by what the cut allows."""
    found = reviewed_cut(LONG)
    assert (-3, 2, "Small, the cut for a room") == (found.analysis.worst.total, found.analysis.best.total, found.scenario.title)


def test_what_the_cut_passes_over_is_no_fault():
    """Dawn is left out on purpose, and so is Monday's call."""
    found = reviewed_cut(LONG)
    assert (False, False) == (bool(found.unreachable), bool(found.unseen))


def test_a_bridge_whose_words_nobody_is_told_is_a_fault():
    """I wrote it for the room, and no room can come there."""
    never = replace(LONG.cut, bridges={"monday": Bridge((replace(script("So rich.")[0], when=at_least("leslie", 99)),), (Way(ALWAYS, "friday"),))})
    assert ["So rich."] == [line.opening for line in reviewed_cut(replace(LONG, cut=never)).unreachable.lines]


def test_contracts_of_the_whole_are_not_judged():
    """They speak of plays that the cut does not have."""
    assert () == reviewed_cut(replace(LONG, expect=("score >= 90 possible",))).judged


def test_a_scenario_without_a_cut_is_reviewed_as_it_is():
    """For a room plays it whole."""
    whole = scenario(scene("line", choice("go")))
    assert reviewed(whole) == reviewed_cut(whole)


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_cut_that_we_ship_ends_and_is_met_throughout(folder: Path):
    """All its moments, all its bridges, and each of their lines."""
    found = read(folder).scenario
    assert found is not None
    review = reviewed_cut(found)
    assert (True, (), (), ()) == (review.sound, review.analysis.stuck, review.unreachable.scenes, review.unreachable.lines)


def test_the_verb_says_where_there_is_no_cut(tmp_path: Path):
    """And how to write one."""
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, "utf-8")
    done = run("analyse", str(file), "--cut")
    assert (1, "") == (done.returncode, done.stdout)
    assert "no cut for a room" in done.stderr


def test_the_verb_analyses_the_cut():
    """`coffee-first analyse bakery --cut`."""
    done = run("analyse", "bakery", "--cut")
    assert (0, "The bakery, the cut for a room") == (done.returncode, done.stdout.partition("\n")[0]), done.stderr
