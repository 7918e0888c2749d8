"""The analysis says exactly what all plays, one by one, say; beyond its budget it never says too much."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.analysis import Stuck, analyse, from_plain, to_plain
from game.story.bounds import outer_bounds
from game.story.condition import ALWAYS
from game.story.errors import NoEndingReached
from game.story.model import Ask, Branch, Way
from game.story.playthrough import Playthrough, replay
from game.story.samples import sampled
from game.story.shape import shape_of
from game.story.states import explore
from tests.builders import (
    BruteForce,
    TooManyPlays,
    amounts,
    at_least,
    choice,
    ending,
    later,
    promise,
    random_scenario,
    scenario,
    scene,
    total_of,
)
from tests.story.exactness import differences, wrong_bounds


@pytest.mark.parametrize("first", range(0, 2000, 250))
def test_the_analysis_equals_every_play_counted_by_hand(first: int):
    """Worst, best, mean, distribution, endings, asks, what is reached, where it sticks: on two thousand scenarios."""
    wrong = {}
    for seed in range(first, first + 250):
        story = random_scenario(Random(seed), scenes=2 + seed % 6, options=2 + seed % 3)
        try:
            brute = BruteForce(story, at_most=600)
        except TooManyPlays:
            continue
        if brute.plays:
            faults = list(differences(analyse(story), brute))
            if faults:
                wrong[seed] = faults
    assert {} == wrong


@settings(max_examples=60)
@given(st.integers(100_000, 10**9))
def test_no_play_passes_the_bounds_beyond_the_budget(seed: int):
    """With too many states the figures are rough, and never false."""
    story = random_scenario(Random(seed))
    try:
        brute = BruteForce(story, at_most=600)
    except TooManyPlays:
        return
    if not brute.plays:
        return
    shape = shape_of(story)
    for budget in (10_000, 5, 0):
        outer = outer_bounds(shape, budget=budget, stop=lambda: False)
        rough = sampled(shape, outer=outer, looked_at=0, seed=seed, stop=lambda: False, plays=30)
        assert [] == list(wrong_bounds(rough, brute))


def test_beyond_the_budget_it_says_so_and_how_far_it_may_err():
    """Twenty thousand plays at random are within one hundredth, nineteen times in twenty."""
    rough = analyse(ladder(6), budget=3)
    exact = analyse(ladder(6))
    assert (False, True) == (rough.exact, exact.exact)
    assert 0.009 < rough.error < 0.01
    reached, exactly = 0.0, 0.0
    for total in exact.distribution:
        reached += rough.distribution.get(total, 0.0)
        exactly += exact.distribution[total]
        assert abs(reached - exactly) < 2 * rough.error
    assert rough.lowest <= exact.worst.total <= rough.worst.total
    assert rough.best.total <= exact.best.total <= rough.highest


def test_a_sample_is_the_same_for_the_same_seed():
    """Nothing depends on the machine or the hour."""
    assert analyse(ladder(5), budget=1, seed=3) == analyse(ladder(5), budget=1, seed=3)


def ladder(rungs: int):
    """Return so many moments in a row, with a gift, a slight and nothing."""
    scenes = [
        scene(f"s{n}", *(choice(f"c{n}{amount}", f"s{n + 1}", capital={"leslie": amount}) for amount in (4, 0, -5)))
        for n in range(rungs)
    ]
    return scenario(*scenes, ending(f"s{rungs}"))


def test_balances_that_nothing_reads_are_forgotten():
    """Forty moments of small talk are forty states, and the figures are those of 3**40 plays."""
    analysis = analyse(ladder(40))
    assert (40, -200, 160) == (analysis.states, analysis.worst.total, analysis.best.total)
    assert 0.999999999 < sum(analysis.distribution.values()) < 1.000000001


def test_the_order_in_which_bills_were_deferred_is_forgotten():
    """The same two slights in either order are one state."""
    def slight(name: str, to: str):
        return [choice(f"{name}{other}", to, later=[later("monday", {"leslie": -1 if other == "a" else -2})])
                for other in "ab"]  # fmt: skip

    monday = scene("monday", choice("on", "end"), choice("in", "end", when=at_least("leslie", -3)))
    story = scenario(scene("x", *slight("x", "y")), scene("y", *slight("y", "monday")), monday)
    assert 1 + 2 + 2 == analyse(story).states  # four plays reach Monday: at -2 and -3 it offers two, at -4 one


def test_which_ending_it_is_need_not_be_known_for_the_totals():
    """A last question that only chooses the ending keeps no balance alive; its chances are still exact where cheap."""
    ways = (Way(at_least("leslie", 9), "warm"), Way(ALWAYS, "cool"))
    scenes = [
        scene(f"s{n}", *(choice(f"c{n}{amount}", f"s{n + 1}", capital={"leslie": amount}) for amount in (1, 2, -5)))
        for n in range(9)
    ]
    story = scenario(*scenes, scene("s9", to=ways), ending("warm"), ending("cool"))
    assert 9 == len(explore(shape_of(story, endings_alike=True), budget=99, stop=lambda: False))
    exact, rough = analyse(story), analyse(story, budget=20)
    assert (exact.distribution, exact.best) == (rough.distribution, rough.best)


def test_capital_well_spent_counts():
    """Asking at the right moment is no loss: what was spent bought something."""
    ask = Ask("leslie", 10, Branch(capital=amounts({"leslie": 2})), Branch(capital=amounts({"leslie": -5})))
    story = scenario(scene("line", choice("ask", ask=ask), choice("wait")), capital={"leslie": 12})
    analysis = analyse(story)
    assert ((14, ("ask",)), 12) == ((analysis.best.total, analysis.best.choices), analysis.worst.total)


def test_a_promise_that_one_play_keeps_and_one_breaks():
    """Broken words are in the worst, kept ones in the best."""
    line = scene("line", choice("yes", "home", promise=promise("letter", "leslie", {"leslie": -9})))
    story = scenario(line, scene("home", choice("write", keeps="letter", capital={"leslie": 4}), choice("sleep")))
    assert (-9, 4) == (analyse(story).worst.total, analyse(story).best.total)


def test_a_play_that_sticks_is_found_and_counts_in_no_figure():
    """The author is shown the very choices that lead into the dead end."""
    story = scenario(
        scene("line", choice("in", "trap", capital={"leslie": 99}), choice("out", "end")),
        scene("trap", choice("wait", "end", when=at_least("leslie", 100))),
    )
    analysis = analyse(story)
    assert ((Stuck("trap", ("in",)),), 0) == (analysis.stuck, analysis.best.total)
    assert ({0: 1.0}, 0.5) == (analysis.distribution, analysis.endings["end"].probability)


def test_a_scenario_that_never_ends_has_no_figures():
    """It is said in a sentence, with the scene where every play sticks."""
    story = scenario(scene("line", choice("wait", "end", when=at_least("leslie", 1))))
    with pytest.raises(NoEndingReached, match="sticks in one of: line"):
        analyse(story)


def test_a_story_without_a_single_choice_is_analysed():
    """It begins, it is told, it ends."""
    analysis = analyse(scenario(scene("line", to="end"), capital={"leslie": 3}))
    assert (3, (), {3: 1.0}) == (analysis.best.total, analysis.best.choices, analysis.distribution)


def test_whoever_asks_to_stop_gets_a_rough_answer():
    """The window is closing: nobody waits for the last percent."""
    story = random_scenario(Random(4), scenes=30, options=4)
    analysis = analyse(story, budget=1500, stop=lambda: True)
    assert analysis.lowest <= analysis.worst.total <= analysis.best.total <= analysis.highest


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_an_analysis_survives_being_written_down(seed: int):
    """The cache gives back what was put in."""
    try:
        analysis = analyse(random_scenario(Random(seed)))
    except NoEndingReached:
        return
    assert analysis == from_plain(json.loads(json.dumps(to_plain(analysis))))


@settings(max_examples=15)
@given(st.integers(0, 10**9))
def test_witnesses_of_larger_scenarios_replay_to_the_very_figure(seed: int):
    """Whoever doubts the best score can play it."""
    story = random_scenario(Random(seed), scenes=10, options=4)
    try:
        analysis = analyse(story, budget=4_000)
    except NoEndingReached:
        return
    for extreme in (analysis.worst, analysis.best):
        assert extreme.total == total_of(replay(Playthrough(story, choices=extreme.choices)))
    for name, reached in analysis.endings.items():
        if reached.choices is not None:
            assert name == replay(Playthrough(story, choices=reached.choices)).scene
