"""The play that shows a figure is the shortest that does: nobody wants to read eleven steps where four will do."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.analysis import analyse
from game.story.exact import extreme
from game.story.shape import shape_of
from game.story.states import explore
from tests.builders import BruteForce, TooManyPlays, choice, random_scenario, scenario, scene


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_no_shorter_play_shows_the_same(seed: int):
    """Worst, best, each ending and each place where a play sticks: counted against every play there is."""
    story = random_scenario(Random(seed), scenes=2 + seed % 5, options=2 + seed % 3)
    try:
        brute = BruteForce(story, at_most=500)
    except TooManyPlays:
        return
    if not brute.plays:
        return
    analysis = analyse(story)
    shortest = {}
    for choices, (total, ending, _) in brute.plays.items():
        for what in (total, ending):
            shortest[what] = min(shortest.get(what, len(choices)), len(choices))
    for choices, stuck in brute.stuck.items():
        shortest["stuck", stuck] = min(shortest.get(("stuck", stuck), len(choices)), len(choices))
    found = {extreme.total: len(extreme.choices) for extreme in (analysis.worst, analysis.best)}
    found |= {name: len(how.choices) for name, how in analysis.endings.items() if how.choices is not None}
    found |= {("stuck", each.scene): len(each.choices) for each in analysis.stuck}
    assert {what: shortest[what] for what in found} == found


@settings(max_examples=80)
@given(st.integers(0, 10**9), st.sampled_from([min, max]))
def test_of_the_plays_that_begin_with_a_choice_the_shortest_is_shown(seed: int, of):
    """A contract that says "after the pounce" gets the shortest play after it."""
    story = random_scenario(Random(seed), scenes=2 + seed % 5, options=2 + seed % 3)
    try:
        brute = BruteForce(story, at_most=500)
    except TooManyPlays:
        return
    graph = explore(shape_of(story, endings_alike=True), budget=10_000, stop=lambda: False)
    for first in {choices[0] for choices in brute.plays if choices}:
        plays = {choices: play[0] for choices, play in brute.plays.items() if choices[:1] == (first,)}
        total = of(plays.values())
        length = min(len(choices) for choices, reached in plays.items() if reached == total)
        found = extreme(graph, of, first=first)
        assert found is not None
        assert (total, length, total) == (found.total, len(found.choices), plays[found.choices])


def test_the_long_way_round_is_not_shown():
    """Three cups of coffee that bring nothing are left out of the best play."""
    cups = [choice(f"cup{n}", "hall", once=True) for n in range(3)]
    story = scenario(scene("hall", *cups, choice("go", "end", capital={"leslie": 5})))
    analysis = analyse(story)
    assert [("go",)] * 3 == [analysis.best.choices, analysis.worst.choices, analysis.endings["end"].choices]
