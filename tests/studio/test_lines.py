"""Which conditional lines no play is told: proved where it can be, and never claimed where it is not so."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.condition import Happened, Not
from game.story.model import Ask, Branch, Narration, Part
from game.story.playthrough import offered, start, step
from game.studio.lines import lines, untold
from tests.builders import BruteForce, TooManyPlays, at_least, choice, ending, promise, random_scenario, scenario, scene
from tests.studio.telling import with_lines


def told_in_some_play(story) -> set[str]:
    """Return every paragraph that some play is told, from all plays one by one."""
    told: set[str] = set()
    ahead = [start(story)]
    while ahead:
        state = ahead.pop()
        stretches = [arrival.paragraphs for arrival in state.arrivals]
        if state.moments:
            stretches.append(state.moments[-1].reaction)
        told.update(paragraph.text for stretch in stretches for paragraph in stretch)
        ahead += [step(state, name) for name in offered(state)]
    return told


@settings(max_examples=150)
@given(st.integers(0, 10**9), st.sampled_from([100_000, 100_000, 12, 0]))
def test_a_line_is_ruled_out_just_where_no_play_is_told_it(seed: int, budget: int):
    """With states enough, all of them and no other; with too few, none that some play is told."""
    story = with_lines(random_scenario(Random(seed), scenes=2 + seed % 5, options=2 + seed % 3), Random(seed))
    try:
        BruteForce(story, at_most=400)
    except TooManyPlays:
        return
    told = told_in_some_play(story)
    every = lines(story)
    found = untold(story, every, budget=budget)
    never = {line.opening for line in every} - told
    assert {line.opening for line in found.never} <= never
    if budget > 1_000:
        provable = {line.opening for line in every if not line.after_broken_words}
        assert never & provable == {line.opening for line in found.never}
        assert {line.opening for line in every} - provable == {line.opening for line in found.unseen}


def part(text: str, when) -> Part:
    return Part(when, (Narration(text),))


def test_a_line_for_somebody_richer_than_anybody_can_be_is_found():
    """At the end nothing is posted, and still the line of an ending is asked for."""
    told = (part("Rich.", at_least("leslie", 50)), part("Poor.", Not(at_least("leslie", 50))))
    story = scenario(scene("line", choice("give", capital={"leslie": 5}), choice("take")), ending(script=told))
    assert ["Rich."] == [line.opening for line in untold(story, lines(story)).never]


def test_a_story_without_a_choice_has_lines_too():
    """Nothing is chosen, and something may still be told."""
    told = (part("Poor.", Not(at_least("leslie", 1))), part("Rich.", at_least("leslie", 1)))
    story = scenario(scene("line", to="end"), ending(script=told))
    assert ["Rich."] == [line.opening for line in untold(story, lines(story)).never]


def test_what_is_told_with_either_answer_counts_with_either():
    """A reaction to an ask is told whether it is granted or refused."""
    both = (part("Granted before.", Happened(("chose", "warm"))),)
    ask = Ask("leslie", 5, Branch(script=(part("Yes, and poor.", Not(at_least("leslie", -9))),)), Branch())
    story = scenario(
        scene("line", choice("warm", "ask", capital={"leslie": 3}), choice("cold", "ask")),
        scene("ask", choice("beg", ask=ask, script=both)),
    )
    assert ["Yes, and poor."] == [line.opening for line in untold(story, lines(story)).never]


def test_a_line_that_reads_a_broken_promise_is_never_ruled_out():
    """Where the proof would not hold, none is claimed."""
    swear = choice("swear", promise=promise("letter", "leslie", {"leslie": -9}))
    story = scenario(scene("line", swear), ending(script=(part("She waited.", Not(at_least("leslie", 0))),)))
    found = untold(story, lines(story))
    assert ([], ["She waited."]) == ([line.opening for line in found.never], [line.opening for line in found.unseen])
