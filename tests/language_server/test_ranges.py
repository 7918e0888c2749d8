"""The balances that a hover shows are those of all plays, no more and no less."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import resources
from game.authoring import read, read_text
from game.language_server.ranges import Stopped, bones, ranges
from game.story.model import Scenario
from game.story.playthrough import offered, start, step
from tests.builders import random_scenario


class _TooMany(Exception):
    """There are more plays than a test has patience for."""


def by_brute_force(story: Scenario, at_most: int = 4_000) -> dict[str, dict[str, tuple[int, int]]]:
    """Return the ranges that every single play meets."""
    people = [person.id for person in story.accounts]
    found: dict[str, dict[str, tuple[int, int]]] = {}
    ahead = [(start(story), {who: story.people[who].capital or 0 for who in people})]
    count = 0
    while ahead:
        count += 1
        if count > at_most:
            raise _TooMany
        state, balances = ahead.pop()
        for arrival in state.arrivals:
            for entry in arrival.posted:
                balances[entry.person] += entry.amount
            known = found.setdefault(arrival.scene, {})
            for who, now in balances.items():
                low, high = known.get(who, (now, now))
                known[who] = (min(low, now), max(high, now))
        assert balances == dict(state.balances)
        for name in offered(state) if not state.over else ():
            after = step(state, name)
            then = dict(balances)
            for entry in after.moments[-1].posted:
                then[entry.person] += entry.amount
            ahead.append((after, then))
    return found


@given(st.integers(0, 10**9), st.integers(2, 6))
@settings(max_examples=150, deadline=None)
def test_they_are_those_of_every_single_play(seed: int, scenes: int):
    """Counting boxes and following each play by itself come to the same, whatever is deferred, promised or asked."""
    story = random_scenario(Random(seed), scenes=scenes)
    try:
        expected = by_brute_force(story)
    except _TooMany:
        return
    found = ranges(story)
    assert (True, expected) == (found.exact, {scene: dict(of) for scene, of in found.scenes.items()})


def bakery() -> Scenario:
    """Return the bakery."""
    story = read(Path(resources.scenarios() / "bakery")).scenario
    assert story is not None
    return story


def test_beyond_the_budget_random_plays_are_followed_and_that_is_said():
    """What a few plays met lies within what all plays meet."""
    story = bakery()
    rough, exact = ranges(story, budget=100, sample=2_000, seed=1), ranges(story)
    assert (False, True) == (rough.exact, exact.exact)
    assert rough.plays > 50
    assert rough == ranges(story, budget=100, sample=2_000, seed=1)
    for scene, people in rough.scenes.items():
        for who, (low, high) in people.items():
            least, greatest = exact.scenes[scene][who]
            assert least <= low <= high <= greatest


def test_it_stops_when_it_is_told_to():
    """A keystroke ends what was worked out for the text before it."""
    with pytest.raises(Stopped):
        ranges(bakery(), stop=lambda: True)


def test_words_change_nothing_and_points_do():
    """While sentences are written the balances need not be worked out anew."""
    text = (resources.scenarios() / "bakery" / "scenario.yaml").read_text(encoding="utf-8")
    first, words, points = (
        read_text(one, file=Path("x.yaml")).scenario
        for one in (text, text.replace("Saturday", "Sunday"), text.replace("capital: {leslie: +5", "capital: {leslie: +6", 1))
    )
    assert first and words and points
    assert first != words
    assert bones(first) == bones(words) != bones(points)
