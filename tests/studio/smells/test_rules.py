"""Each rule: a small scenario that smells, and its mend."""

from __future__ import annotations

from importlib import import_module

import pytest

from game.story.analysis import analyse, never
from game.story.model import Scenario
from game.studio.smells import RULES, codes
from game.studio.smells.subject import Subject
from game.studio.strategies import tried
from tests.builders import choice, promise, scenario, scene
from tests.studio.smells import pairs_of_choices, pairs_of_outcomes, pairs_of_texts  # noqa: F401, for their PAIRS
from tests.studio.smells.lessons import PAIRS


def sniffed(name: str, story: Scenario) -> tuple[str, ...]:
    """Return the places where one rule finds something."""
    rule = import_module(f"game.studio.smells.{name.replace('-', '_')}")
    analysis = analyse(story)
    subject = Subject(story, analysis, tried(story, analysis), seed=0, stop=never)
    return tuple(finding.where for finding in rule.check(subject))


@pytest.mark.parametrize("name", PAIRS)
def test_what_smells_is_found_where_it_is_and_the_mend_does_not_smell(name: str) -> None:
    """See the pairs: each has a claim of its own."""
    pair = PAIRS[name]()
    assert pair.claim
    assert pair.where == sniffed(name, pair.smells)
    assert () == sniffed(name, pair.mended)


def test_no_rule_is_without_its_pair() -> None:
    """Whoever adds a rule shows what it finds, and what it lets pass."""
    assert [code.name for code in codes().values()] == sorted(PAIRS, key=[rule.replace("_", "-") for rule in RULES].index)


def test_to_leave_a_promise_unkept_is_not_free() -> None:
    """Nothing is counted when somebody rings a client first; the promise that he leaves unkept is, at the end."""
    word = promise("van", "leslie", {"leslie": -9})
    keeping = choice("lift-first", keeps="van", capital={"leslie": 7}, honours="ongoing")
    story = scenario(
        scene("saturday", choice("say-yes", "monday", promise=word), choice("say-no", "monday")),
        scene("monday", keeping, choice("ring-first", breaks="ongoing")),
    )
    assert () == sniffed("free-break", story)


def test_luck_is_not_a_strategy() -> None:
    """In a play of two moments somebody always wins without a thought."""
    story = scenario(
        scene("one", choice("good", "two", capital={"leslie": 5}), choice("bad", "two")),
        scene("two", choice("well", capital={"leslie": 5}), choice("ill")),
    )
    assert () == sniffed("careless-strategy", story)


def test_an_epilogue_may_look_twice_the_same_way() -> None:
    """At the very end, where nothing counts any more, two choices may do the same; before, they may not."""
    last_look = scene("coda", choice("wave"), choice("nod"))
    here = scene("here", choice("ask", "coda", capital={"leslie": 5}), choice("go", "coda"))
    assert () == sniffed("twin-choices", scenario(here, last_look))
    assert ("nod",) == sniffed("twin-choices", scenario(last_look))
