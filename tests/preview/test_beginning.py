"""A rehearsal from any scene: still a list of choices over a scenario."""

from __future__ import annotations

import pytest

from game import resources
from game.authoring import read
from game.preview.beginning import Beginning, as_far_as_it_holds, first_state, flags_of
from game.story import offered, start, step
from game.story.model import Scenario


@pytest.fixture(scope="module")
def bakery() -> Scenario:
    found = read(resources.scenarios() / "bakery").scenario
    assert found is not None
    return found


def test_without_a_wish_it_is_the_start_of_the_story(bakery: Scenario):
    """Nothing differs from a play."""
    assert start(bakery) == first_state(bakery, None)


def test_one_may_begin_in_any_scene_with_any_balance(bakery: Scenario):
    """The scene is told, and the accounts hold what was wished; nothing stands in the ledger."""
    state = first_state(bakery, Beginning("you-have-my-vote", {"leslie": 60}))
    assert ("you-have-my-vote", 60, 45, ()) == (state.scene, state.capital("leslie"), state.capital("priya"), state.ledger)


def test_what_is_taken_as_having_happened_opens_what_waits_for_it(bakery: Scenario):
    """A flag that was set is set before the first scene is told."""
    flags = tuple(flags_of(bakery))
    assert "pounced" in flags
    told = first_state(bakery, Beginning("monday", {}, frozenset([("flag", "pounced")])))
    assert told.has(("flag", "pounced"))


def test_every_scene_can_be_begun_in(bakery: Scenario):
    """And goes on from there to an end."""
    for scene in bakery.scenes:
        state = first_state(bakery, Beginning(scene))
        for _ in range(40):
            if state.over:
                break
            state = step(state, next(iter(offered(state))))
        assert state.over


def test_a_scene_that_is_gone_is_no_beginning(bakery: Scenario):
    """Then the story begins at its start."""
    assert start(bakery) == first_state(bakery, Beginning("no-such-scene"))


def test_choices_go_as_far_as_they_hold(bakery: Scenario):
    """The rest is left out."""
    state = as_far_as_it_holds(bakery, None, ("ask-about-maya", "no-such-choice", "five-people"))
    assert ("ask-about-maya",) == state.choices
