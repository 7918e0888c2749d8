"""Careless ways of playing, and what they come to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from game.story.analysis import analyse
from game.story.condition import Some
from game.story.contract import STRATEGIES as NAMED_IN_CONTRACTS
from game.story.errors import NoEndingReached
from game.story.model import Ask, Branch, Scenario
from game.story.playthrough import Playthrough, offered, replay, start, step
from game.studio.strategies import STRATEGIES, played, total_of, tried
from tests.builders import choice, scenario, scenarios, scene

NEVER = Some(())

CROSSROADS = scenario(
    scene(
        "here",
        choice("first", text="You and yours are all I think of.", capital={"leslie": 1}),
        choice("question", text="How is the garden, since the storm came through?", capital={"leslie": -1}),
        choice("pleasing", text="A plain thing to say here.", capital={"leslie": 4}),
        choice("warm", text="Thank you, dear friend! How lovely!", capital={"leslie": 2}),
        choice("mistake", text="I would have to think about that.", breaks="ongoing"),
        choice("pounce", text="Your names, all of them, by Monday, as I said to you.", ask=Ask("leslie", 9, Branch(), Branch()),
               breaks="time-and-place"),
        choice("last", text="Fine."),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("strategy", "chosen"),
    [
        ("longest", "pounce"), ("shortest", "last"), ("first", "first"), ("last", "last"), ("warmest", "warm"),
        ("flatterer", "pleasing"), ("pouncer", "pounce"), ("most-you", "first"), ("question", "question"),
    ],
)  # fmt: skip
def test_each_strategy_follows_its_one_rule(strategy: str, chosen: str) -> None:
    """The longest is the longest, the flatterer takes what pleases at once, the pouncer asks."""
    assert (chosen,) == played(CROSSROADS, STRATEGIES[strategy].pick).choices


def test_a_contract_may_name_each_strategy() -> None:
    """What `expect: pouncer < 40` may name is what is played."""
    assert set(NAMED_IN_CONTRACTS) == set(STRATEGIES)


def test_a_strategy_that_wins_scores_a_hundred() -> None:
    """Whoever takes the longest gets what the analysis says of the longest."""
    found = {each.strategy: each for each in tried(CROSSROADS, analyse(CROSSROADS))}
    assert (4, 100, "end") == (found["flatterer"].total, found["flatterer"].score, found["flatterer"].ending)
    assert (-1, 0, "end") == (found["question"].total, found["question"].score, found["question"].ending)


def test_a_play_that_is_stuck_has_no_score() -> None:
    """Where a strategy comes to a place without a choice, it says how it got there and no figure."""
    story = scenario(
        scene("here", choice("go", "there"), choice("leave", capital={"leslie": 2})), scene("there", choice("no", when=NEVER))
    )
    first = next(each for each in tried(story, analyse(story)) if each.strategy == "first")
    assert (None, None, ("go",), None) == (first.total, first.score, first.choices, first.ending)


def test_whoever_asks_to_stop_gets_what_was_tried() -> None:
    """Nothing is lost by Ctrl-C, and nothing more is played."""
    assert () == tried(CROSSROADS, analyse(CROSSROADS), stop=lambda: True)


@given(scenarios())
@settings(max_examples=60, deadline=None)
def test_a_strategy_replays_to_its_total(story: Scenario) -> None:
    """What is said of a strategy can be seen by playing its choices, and is the same each time."""
    try:
        analysis = analyse(story, budget=2_000)
    except NoEndingReached:
        return
    found = tried(story, analysis)
    assert found == tried(story, analysis)
    for each in found:
        state = replay(Playthrough(story, choices=each.choices))
        assert (total_of(state) if state.over else None) == each.total
        assert (state.scene if state.over else None) == each.ending


@given(scenarios())
@settings(max_examples=60, deadline=None)
def test_never_asks_asks_only_where_it_must(story: Scenario) -> None:
    """Whoever never asks does so only where nothing else is offered."""
    state = start(story)
    for chosen in played(story, STRATEGIES["never-asks"].pick).choices:
        now = offered(state)
        assert now[chosen].ask is None or all(other.ask for other in now.values())
        state = step(state, chosen)
