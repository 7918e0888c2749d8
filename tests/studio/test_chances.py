"""Plays at random count what truly happened, the same on every machine."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.chance import numbers
from game.story.condition import ALWAYS, Happened, Not
from game.story.model import Narration, Part
from game.story.playthrough import State, offered, start, step
from game.story.vocabulary import Outcome
from game.studio.chances import at_random
from tests.builders import at_least, choice, ending, promise, random_scenario, scenario, scene, total_of
from tests.studio.telling import with_lines


def by_hand(story, plays: int, seed: int) -> list[State]:
    """Return the states at the end of so many plays, each made by the plain fold."""
    luck = numbers(seed)
    ended = []
    for _ in range(plays):
        state = start(story)
        while now := list(offered(state)):
            state = step(state, now[next(luck) % len(now)])
        ended.append(state)
    return ended


@settings(max_examples=120)
@given(st.integers(0, 10**9))
def test_each_count_is_that_of_the_plain_fold(seed: int):
    """Scenes, choices, asks, endings, totals, dead ends and conditional lines, in scenarios that use every feature."""
    story = with_lines(random_scenario(Random(seed), scenes=2 + seed % 6, options=2 + seed % 3), Random(seed))
    found = at_random(story, 25, seed=seed)
    ended = by_hand(story, 25, seed)
    moments = [moment for state in ended for moment in state.moments]
    arrivals = [each for state in ended for told in (state.opening, *(m.arrivals for m in state.moments)) for each in told]
    scenes = Counter(arrival.scene for arrival in arrivals)
    assert {name: scenes[name] for name in story.scenes} == dict(found.scenes)
    made = Counter(moment.choice.id for moment in moments)
    assert {name: made[name] for name in found.choices} == dict(found.choices)
    assert sum(made.values()) == found.moments == sum(found.choices.values())
    for outcome in (Outcome.GRANTED, Outcome.REFUSED):
        answers = Counter(moment.choice.id for moment in moments if moment.outcome is outcome)
        assert dict(answers) == {
            name: times for name, each in found.asks.items() if (times := getattr(each, outcome.value))
        }
    over = [state for state in ended if state.over]
    assert Counter(state.scene for state in over) == Counter({e: n for e, n in found.endings.items() if n})
    assert dict(sorted(Counter(total_of(state) for state in over).items())) == dict(found.totals)
    assert Counter(state.scene for state in ended if not state.over) == Counter(found.stuck)
    told = Counter(
        paragraph.text for part in [*(a.paragraphs for a in arrivals), *(m.reaction for m in moments)] for paragraph in part
    )
    assert {line.opening: told[line.opening] for line, _ in found.lines} == {line.opening: n for line, n in found.lines}


def test_the_same_seed_is_the_same_on_every_machine():
    """These figures were written down once, and may never change."""
    story = random_scenario(Random(11), scenes=5, options=3)
    found = at_random(story, 1000, seed=7)
    assert found == at_random(story, 1000, seed=7)
    assert EXPECTED == (found.moments, dict(found.endings), list(found.totals.items())[:3])


EXPECTED = (2505, {"s5": 663, "s6": 337}, [(-1, 64), (4, 63), (5, 51)])


def test_fewer_plays_are_the_first_of_more():
    """Somebody who stops at the half has what a shorter run would have said."""
    story = random_scenario(Random(11), scenes=5, options=3)
    stopped = at_random(story, 10_000, seed=3, go_on=lambda done: done < 400)
    assert at_random(story, 400, seed=3) == stopped


def test_a_scene_that_nobody_enters_counts_nought():
    """The list shows what is never met, and does not leave it out."""
    story = scenario(scene("line", choice("wave")), scene("attic", choice("climb")), ending())
    found = at_random(story, 10)
    assert ({"line": 10, "attic": 0, "end": 10}, {"wave": 10, "climb": 0}) == (dict(found.scenes), dict(found.choices))


def test_a_room_is_entered_as_often_as_one_comes_back_to_it():
    """Two things to do in the hall make up to three visits a play."""
    tasks = [choice(name, "hall", once=True) for name in ("pour", "greet")]
    found = at_random(scenario(scene("hall", *tasks, choice("leave"))), 500)
    assert found.scenes["hall"] == 500 + found.choices["pour"] + found.choices["greet"]


def test_a_line_that_reads_what_a_broken_promise_took_is_left_to_slower_plays():
    """What is not counted is named, and not counted wrongly."""
    sad = (Part(Not(at_least("leslie", 0)), (Narration("She waited."),)),)
    told = (Part(Happened(("chose", "nod")), (Narration("You nodded."),)), Part(ALWAYS, (Narration("Noon."),)))
    story = scenario(
        scene("line", choice("swear", promise=promise("letter", "leslie", {"leslie": -9})), choice("nod")),
        ending(script=(*sad, *told)),
    )
    found = at_random(story, 200)
    assert [("You nodded.", found.choices["nod"])] == [(line.opening, times) for line, times in found.lines]
    assert ["She waited."] == [line.opening for line in found.uncounted]
