"""The column follows from the choices: who wrote what, what it cost, when that showed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story import pools
from game.story.column import number, told, when
from game.story.debrief import by_moment, changed, chart, debrief, moment_total, tally, ways, what_if
from game.story.ledger import spent
from game.story.model import Ask, Branch
from game.story.playthrough import Playthrough, State, replay
from game.story.vocabulary import PRINCIPLES, Tone
from tests.builders import amounts, choice, ending, later, played, playthroughs, promise, scenario, scene

BAKERY = scenario(
    scene(
        "line",
        choice("pounce", "monday", breaks="time-and-place", capital={"leslie": -6}, text="Which five people?",
               advice="You asked an acquaintance.", instead="That has made my morning.", letter="I asked her for five names",
               later=[later("monday", {"leslie": -12})]),
        choice("wave", "monday", honours="time-and-place", capital={"leslie": 5}, advice="You let it be a minute.",
               letter="I waved"),
        time="Saturday, 9:52",
    ),
    scene(
        "monday",
        choice("own", "coffee", honours="own-it", capital={"leslie": 9}, advice="Two sentences.", letter="I wrote to her"),
        choice("sulk", "coffee", letter="I let it lie"),
        time="Monday, 8:05",
    ),
    scene("coffee", choice("listen", "end", honours="not-about-you", capital={"leslie": 8}, letter="I listened"),
          time="Thursday"),
    ending(),
    capital={"leslie": 9},
)


def column(*choices: str, seed: int = 1):
    return debrief(played(BAKERY, *choices), seed=seed, analysis=None)


def test_the_letter_tells_three_moments_in_the_order_in_which_they_were_played():
    """The dearest, the best of the other kind, and the last; in the player's own words, and without judgement."""
    letter = " ".join(column("pounce", "own", "listen").letter.paragraphs)
    places = [letter.index(clause) for clause in ("I asked her for five names", "I wrote to her", "I listened")]
    assert sorted(places) == places
    assert "acquaintance" not in letter


def test_the_reply_says_what_the_break_cost_and_when_it_showed():
    """Six went at once, and twelve on Monday: the columnist names both, and one sentence instead."""
    reply = " ".join(column("pounce", "sulk", "listen").reply.paragraphs)
    assert "six with Leslie there and then, and twelve more on Monday" in reply
    assert "That has made my morning" in reply
    assert "That has made my morning." == column("pounce", "sulk", "listen").reply.quote


def test_a_break_that_was_owned_is_told_with_both_amounts():
    """The way back counts, and is never free."""
    assert "nine of the 18 came back from Leslie" in " ".join(column("pounce", "own", "listen").reply.paragraphs)


def test_where_nothing_was_broken_the_reply_names_the_temptation():
    """A clean play reads what it left unsaid, and what that would have cost."""
    reply = " ".join(column("wave", "own", "listen").reply.paragraphs)
    assert "“Which five people?”" in reply
    assert "18" in reply


def test_where_nothing_was_honoured_the_reply_is_kind_about_the_wish():
    """Somebody who lost everything still reads one true and kind sentence."""
    story = scenario(scene("line", choice("pounce", "end", breaks="time-and-place", capital={"leslie": -6})))
    reply = debrief(played(story, "pounce"), seed=3, analysis=None).reply.paragraphs
    assert any(wish in paragraph for paragraph in reply for wish in pools.KIND_WISH)


@given(st.integers(0, 2**40))
def test_the_same_seed_prints_the_same_column(seed: int):
    """A saved play prints its column word for word, on any machine."""
    assert column("pounce", "own", "listen", seed=seed) == column("pounce", "own", "listen", seed=seed)


@given(st.integers(0, 10_000))
def test_no_joiner_stands_twice_in_a_letter(seed: int):
    """Seams show when words repeat."""
    letter = " ".join(column("pounce", "own", "listen", seed=seed).letter.paragraphs)
    assert all(letter.count(f"{joiner} I") <= 1 for joiner in (*pools.SECOND, *pools.LAST))


@settings(max_examples=150, deadline=None)
@given(playthroughs(), st.integers(0, 99))
def test_every_ended_play_has_a_column(play: Playthrough, seed: int):
    """Whatever was chosen, in whatever scenario, both letters are whole sentences."""
    state = replay(play)
    if not state.over:
        return
    printed = debrief(state, seed=seed, analysis=None)
    for text in (*printed.letter.paragraphs, *printed.reply.paragraphs):
        assert text == text.strip()
        assert "  " not in text
        assert "{" not in text
        assert text[-1] in ".?!”"
    assert sum(state.balances.values()) + spent(state.ledger) == printed.total


@settings(max_examples=150, deadline=None)
@given(playthroughs())
def test_the_chart_ends_at_the_balance(play: Playthrough):
    """Each line begins at what was held before, has a point a moment, and ends at what is held now."""
    state = replay(play)
    for series in chart(state):
        assert len(state.moments) + 1 == len(series.values)
        assert state.scenario.people[series.person].capital == series.values[0]
        assert state.capital(series.person) == series.values[-1]


@settings(max_examples=100, deadline=None)
@given(playthroughs())
def test_what_the_moments_brought_adds_up_to_the_score(play: Playthrough):
    """Opening balances and all moments together are the final capital and what was well spent."""
    state = replay(play)
    opening = sum(person.capital or 0 for person in state.scenario.accounts)
    brought = sum(moment_total(state, moment.index) for moment in state.moments)
    assert opening + brought == sum(state.balances.values()) + spent(state.ledger)


def test_the_three_moments_include_the_largest_each_way():
    """Most, most the other way, last: of many small moments the letter picks those that counted."""
    story = scenario(
        scene("a", choice("small", "b", capital={"leslie": 1})),
        scene("b", choice("large", "c", capital={"leslie": 9})),
        scene("c", choice("loss", "d", capital={"leslie": -4})),
        scene("d", choice("tiny", "e", capital={"leslie": -1})),
        scene("e", choice("last", "end")),
    )
    assert ["large", "loss", "last"] == [m.choice.id for m in told(played(story, "small", "large", "loss", "tiny", "last"))]


def test_promises_and_what_never_came_to_light_are_listed():
    """The column says which word was kept, and what stayed hidden."""
    story = scenario(
        scene("a", choice("vow", "b", promise=promise("letter", "leslie", {"leslie": -3}),
                          later=[later("never", {"leslie": -5}, "She had heard.")])),
        scene("b", choice("end-it", "end"), choice("go", "never")),
        scene("never", to="end"),
    )
    printed = debrief(played(story, "vow", "end-it"), seed=1, analysis=None)
    assert [("I'll do letter.", False)] == [(kept.text, kept.kept) for kept in printed.promises]
    assert ("She had heard.",) == printed.unseen


def test_a_principle_is_offered_where_a_choice_could_have_honoured_it():
    """The tally counts moments that offered a principle, not only those that took it."""
    counts = {each.principle: each for each in tally(played(BAKERY, "wave", "sulk", "listen"))}
    assert (1, 1, 0) == (counts["time-and-place"].offered, counts["time-and-place"].honoured, counts["time-and-place"].broken)
    assert (1, 0) == (counts["own-it"].offered, counts["own-it"].honoured)


def test_what_if_follows_the_same_choices_as_far_as_they_hold():
    """One choice changed, the others as they were: both lines stand on one chart."""
    play = Playthrough(BAKERY, 1, ("pounce", "sulk", "listen"))
    other = what_if(play, 0, "wave")
    assert (True, 3, 5, 0) == (other.complete, other.holds_until, other.at_once, other.later)
    assert 22 == other.series[0].values[-1]


def test_what_if_stops_where_a_later_choice_is_no_longer_offered():
    """A play that cannot be followed further says up to where it could."""
    story = scenario(
        scene("a", choice("left", "b"), choice("right", "c")),
        scene("b", choice("on", "end")),
        scene("c", choice("off", "end")),
    )
    other = what_if(Playthrough(story, 1, ("left", "on")), 0, "right")
    assert (False, 1) == (other.complete, other.holds_until)


@settings(max_examples=80, deadline=None)
@given(playthroughs())
def test_another_way_is_the_fold_with_one_choice_changed(play: Playthrough):
    """A what-if is a playthrough like any other: replaying its choices gives its very balances."""
    for moment in range(len(play.choices)):
        for other in ways(play, moment):
            found = what_if(play, moment, other.id)
            again = (*play.choices[:moment], other.id, *play.choices[moment + 1 :])[: found.holds_until]
            state: State = replay(Playthrough(play.scenario, play.seed, again))
            assert found == changed(state, moment)


def test_an_ask_that_was_granted_is_not_a_loss():
    """Capital well spent counts in the score, and is no cost in the column."""
    story = scenario(
        scene("list", choice("ask", "end", ask=Ask("leslie", 40, Branch(capital=amounts({"leslie": 4})), Branch()))),
        capital={"leslie": 45},
    )
    state = played(story, "ask")
    assert 4 == moment_total(state, 0)
    assert 49 == debrief(state, seed=1, analysis=None).total


def test_a_balance_is_drawn_where_it_came_to_light():
    """The chart falls on Monday, not on Saturday: the bill had not come yet."""
    assert (9, 3 - 12, 3 - 12, 5 - 6 - 12 + 12) == by_moment(
        played(BAKERY, "pounce", "sulk", "listen").ledger, 9, 3
    )


@pytest.mark.parametrize(("time", "words"), [("Monday, 8:05", "on Monday"), ("Next Tuesday", "on Tuesday"), ("In May", "later"), ("", "later")])
def test_when_something_showed_is_said_in_a_sentence(time: str, words: str):
    """A weekday is named; anything else was later."""
    assert words == when(time)


def test_numbers_are_words_up_to_twelve():
    """As a newspaper prints them."""
    assert ["nothing", "twelve", "13"] == [number(value) for value in (0, 12, 13)]


def test_each_principle_has_its_next_steps_and_each_tone_its_pools():
    """Nobody is left without one small act for this week."""
    assert set(PRINCIPLES) == set(pools.NEXT_STEPS)
    assert all(len(steps) >= 3 for steps in pools.NEXT_STEPS.values())
    for pool in (pools.QUESTIONS, pools.RECEIVE, pools.CLOSERS):
        assert set(Tone) == set(pool)


BANNED = ("should", "always", "remember", "key takeaway", "authentic", "leverage", "!")


def test_the_columnist_keeps_to_her_voice():
    """She never says should, always or remember, and needs no exclamation mark."""
    spoken = [
        *pools.BREAK_OPENINGS, *pools.INSTEAD, *pools.HONOUR_OPENINGS, *pools.TEMPTED_TO_SAY, *pools.TEMPTED_TO_DO, *pools.KIND_WISH,
        *(line for pool in (pools.RECEIVE, pools.CLOSERS) for lines in pool.values() for line in lines),
        *(line for lines in pools.NEXT_STEPS.values() for line in lines),
    ]
    assert [] == [line for line in spoken for word in BANNED if word in line.lower()]


def test_a_play_without_letters_still_reads():
    """A trainer who has written no clause yet gets a letter of what was said."""
    story = scenario(scene("line", replace(choice("wave", "end", text="Good to see you."), letter="", advice="")))
    assert "I said, “Good to see you.”" in " ".join(debrief(played(story, "wave"), seed=1, analysis=None).letter.paragraphs)
