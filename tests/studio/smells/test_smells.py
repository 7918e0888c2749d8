"""What holds for all rules together, and what `allow:` makes of their findings."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings

from game.authoring import read
from game.opening import scenario_path
from game.story.analysis import analyse
from game.story.errors import NoEndingReached
from game.story.model import Scenario
from game.studio.smells import RULES, Smell, codes, smells, sorted_out
from game.studio.strategies import tried
from tests.builders import choice, scenario, scenarios, scene

SMALL = scenario(scene("here", choice("short", text="Oh."), choice("curt", text="Ah.")))


def sniffed(story: Scenario, seed: int = 0) -> tuple[Smell, ...]:
    analysis = analyse(story, budget=2_000)
    return smells(story, analysis, tried(story, analysis), seed=seed)


@given(scenarios())
@settings(max_examples=25, deadline=None)
def test_no_scenario_is_too_odd_for_the_rules(story: Scenario) -> None:
    """Hubs, asks, promises and places where a play is stuck: there is always an answer, and always the same."""
    try:
        found = sniffed(story, seed=7)
    except NoEndingReached:
        return
    assert found == sniffed(story, seed=7)
    places = {"", *story.scenes, *(each.id for place in story.scenes.values() for each in place.choices)}
    assert {smell.where for smell in found} <= places
    assert all(smell.message and smell.help for smell in found)


def test_whoever_asks_to_stop_gets_what_was_found() -> None:
    """Ctrl-C loses nothing, and no rule begins after it."""
    analysis = analyse(SMALL)
    asked = iter([False, False, False, True, True])
    some = smells(SMALL, analysis, (), stop=lambda: next(asked))
    assert some == sniffed(SMALL)[: len(some)]
    assert {"CF603"} == {smell.code for smell in some}


def test_the_same_is_found_on_every_machine() -> None:
    """Nothing hangs on the order in which a machine happens to keep its sets."""
    program = (
        "from tests.studio.smells.test_smells import sniffed; from tests.builders import random_scenario; "
        "from random import Random; print(sniffed(random_scenario(Random(3), scenes=12)))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert 1 == len(said)


# What an author allows.

LENGTH = Smell("CF603", "choice-length", "short", "it is short", "write more")
OTHER = Smell("CF603", "choice-length", "curt", "it is short", "write more")
WHOLE = Smell("CF601", "careless-strategy", "", "one wins", "change it")


@pytest.mark.parametrize("key", ["CF603", "choice-length"])
def test_a_code_or_a_name_sets_all_of_its_kind_aside(key: str) -> None:
    """`allow: {choice-length: …}` is of the whole scenario."""
    parted = sorted_out([LENGTH, OTHER, WHOLE], {key: "They are curt people."})
    assert (WHOLE,) == parted.kept
    assert ((LENGTH, "They are curt people."), (OTHER, "They are curt people.")) == parted.set_aside
    assert () == parted.unused


@pytest.mark.parametrize("key", ["CF603@short", "choice-length@short"])
def test_a_place_narrows_it(key: str) -> None:
    """`allow: {choice-length@short: …}` is of that choice, and of no other."""
    parted = sorted_out([LENGTH, OTHER], {key: "He is curt."})
    assert (OTHER,) == parted.kept
    assert ((LENGTH, "He is curt."),) == parted.set_aside


def test_the_narrowest_reason_is_told_and_the_wider_key_still_counts_as_used() -> None:
    """Where two keys fit, the one with the place says why."""
    parted = sorted_out([LENGTH], {"choice-length": "They are curt.", "choice-length@short": "He is curt."})
    assert ((LENGTH, "He is curt."),) == parted.set_aside
    assert () == parted.unused


def test_a_key_for_which_nothing_was_found_is_told() -> None:
    """What was mended since need not be allowed any more; keys that are not of smells are nobody's business here."""
    parted = sorted_out([LENGTH], {"choice-length@curt": "x", "lecture": "y", "CF304@curt": "z", "no-such-thing": "w"})
    assert (LENGTH,) == parted.kept
    assert ("choice-length@curt", "lecture") == parted.unused


# What is told of the rules.


def test_each_rule_explains_itself() -> None:
    """What it finds, why it matters, an example and its mend: `coffee-first explain CF603` has a page to print."""
    for rule, (number, code) in zip(RULES, codes().items(), strict=True):
        assert number == code.code
        assert rule == code.name.replace("-", "_")
        assert all((code.finds, code.why, code.example, code.instead))
        assert code.warning


def test_codes_begin_at_601_and_leave_no_hole() -> None:
    """A published code keeps its meaning, so a new rule takes the next number."""
    assert [f"CF{601 + number}" for number in range(len(RULES))] == list(codes())


def test_an_example_keeps_its_lines_and_their_indents() -> None:
    """An example of YAML is printed as it would be written."""
    assert "script:\n  - when: chose.pounce\n    text: |\n      priya: So. You ran into Leslie." == codes()["CF619"].instead


# The scenarios that come with the game.

SHIPPED = ("bakery", "rotary-prospect", "laid-off")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_has_no_smell_that_nobody_looked_at(name: str) -> None:
    """They were written by the guide; what is left is allowed in the file, with a reason, and no allowance is idle."""
    story = read(scenario_path(name)).scenario
    assert story is not None
    analysis = analyse(story)
    parted = sorted_out(smells(story, analysis, tried(story, analysis)), story.allow)
    assert ((), ()) == (parted.kept, parted.unused)
