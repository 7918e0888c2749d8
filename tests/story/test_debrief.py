"""The column follows from the choices: who wrote what, what it cost, when that showed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story import pools
from game.story.column import number, told
from game.story.column_dates import date
from game.story.column_letter import letter
from game.story.column_words import Draw, clause, first_sentence, of_you, sentence, words_in
from game.story.debrief import by_moment, changed, chart, debrief, moment_total, tally, together, ways, what_if
from game.story.ledger import spent
from game.story.model import Ask, Branch
from game.story.playthrough import Playthrough, State, offered, replay, start, step
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


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("Monday, 8:05", "on Monday"), ("Tuesday, 6:10 a.m.", "on Tuesday"), ("Next Tuesday", "on Tuesday"),
        ("The same Saturday", "on Saturday"), ("Saturday, two weeks later", "on Saturday"),
        ("Thursday the 22nd, 7:25", "on Thursday the 22nd"), ("A Tuesday in October, 12:01", "on a Tuesday in October"),
        ("a Thursday in March", "on a Thursday in March"), ("First Saturday in May, 9:00", "on the first Saturday in May"),
        ("The third Tuesday, 11:45", "on the third Tuesday"), ("October", "in October"),
        ("the end of February", "at the end of February"), ("A Saturday, one year later", "one year later"),
        ("Late that night", ""), ("9:40", ""), ("", ""), (",,", ""),
    ],
)
def test_when_something_showed_is_said_in_a_sentence(time: str, words: str):
    """A weekday or a month is named as the page named it; a clock alone is no day."""
    assert words == date(time)


def landed(*times: str) -> str:
    """Return the reply of a play whose bill lands in the last of scenes with these times."""
    names = [f"s{n}" for n in range(len(times))]
    scenes = [
        scene(name, choice(f"c{n}", names[n + 1] if n + 1 < len(names) else "end", breaks="ongoing" if n == 0 else None,
                           later=[later(names[-1], {"leslie": -7})] if n == 0 else ()), time=times[n])
        for n, name in enumerate(names)
    ]
    story = scenario(*scenes)
    return " ".join(debrief(played(story, *(f"c{n}" for n in range(len(times)))), seed=2, analysis=None).reply.paragraphs)


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (("Saturday, 9:40", "Saturday, 10:06"), "The bill came later that day: seven with Leslie."),
        (("Saturday, 9:40", "Monday, 8:00", "Saturday, 9:40"), "The bill came on a later Saturday: seven with Leslie."),
        (("Saturday, 9:40", "The same Saturday"), "The bill came later that day: seven with Leslie."),
        (("Tuesday, 12:50", "The next Tuesday, 12:04"), "The bill came on a later Tuesday: seven with Leslie."),
        (("Saturday, 9:40", "Saturday, two weeks later"), "The bill came on a later Saturday: seven with Leslie."),
        (("Saturday, 9:40", "Monday, 8:00"), "The bill came on Monday: seven with Leslie."),
        (("9:40", "9:50"), "The bill came later: seven with Leslie."),
    ],
)
def test_a_bill_is_dated_as_it_looked_from_the_deed(times: tuple[str, ...], words: str):
    """The same weekday two weeks on is a later Saturday, and not that day."""
    assert words in landed(*times)


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
        *pools.BREAK_OPENINGS, *pools.DEAR_OPENINGS, *pools.NO_BILL, *pools.BILL_IN_THE_MAIL, *pools.INSTEAD,
        *pools.HONOUR_OPENINGS, *pools.AFTERWARDS, *pools.TEMPTED, *pools.UNSAID, *pools.UNDONE, *pools.UNTAKEN,
        *pools.PRICED, *pools.PROMISE_OPEN, *pools.PROMISE_KEPT, *pools.KIND_WISH,
        *(line for pool in (pools.RECEIVE, pools.CLOSERS) for lines in pool.values() for line in lines),
        *(line for lines in pools.NEXT_STEPS.values() for line in lines),
    ]
    assert [] == [line for line in spoken for word in BANNED if word in line.lower()]


def test_a_play_without_letters_still_reads():
    """A trainer who has written no clause yet gets a letter of what was said."""
    story = scenario(scene("line", replace(choice("wave", "end", text="Good to see you."), letter="", advice="")))
    assert "I said, “Good to see you.”" in " ".join(debrief(played(story, "wave"), seed=1, analysis=None).letter.paragraphs)


# ---------------------------------------------------------------- what sounded assembled, and no longer does


def reply_of(story, *choices: str, seed: int = 1) -> str:
    return " ".join(debrief(played(story, *choices), seed=seed, analysis=None).reply.paragraphs)


@given(st.integers(0, 200))
def test_what_was_left_unsaid_is_not_told_as_done(seed: int):
    """The note on a choice says `You asked…`; who did not ask never reads it."""
    assert "You asked an acquaintance" not in reply_of(BAKERY, "wave", "own", "listen", seed=seed)


@given(st.integers(0, 200))
def test_nothing_is_said_to_have_come_then_that_came_before(seed: int):
    """`Then you did the scarcer thing` stands only where it did come then."""
    story = scenario(
        scene("a", choice("good", "b", honours="ongoing", capital={"leslie": 5})),
        scene("b", choice("bad", "end", breaks="ongoing", capital={"leslie": -9})),
    )
    assert [] == [words for words in pools.AFTERWARDS if words in reply_of(story, "good", "bad", seed=seed)]


@given(st.integers(0, 200))
def test_a_break_that_cost_nothing_is_not_said_to_have_a_bill(seed: int):
    """A mistake may go unpunished; the columnist says so, and invents nothing."""
    story = scenario(scene("a", choice("bad", "end", breaks="ongoing", capital={"leslie": 3})))
    words = reply_of(story, "bad", seed=seed)
    assert [] == [opening for opening in pools.DEAR_OPENINGS if opening in words]
    assert any(line in words for line in pools.NO_BILL)


def test_a_bill_that_never_came_is_said_to_be_in_the_mail():
    """What stayed hidden at the ending is no luck yet."""
    story = scenario(
        scene("a", choice("bad", "b", breaks="ongoing", later=[later("c", {"leslie": -8})])),
        scene("b", choice("stop", "end"), choice("go", "c")), scene("c", to="end"),
    )
    assert any(line in reply_of(story, "bad", "stop") for line in pools.BILL_IN_THE_MAIL)


def test_several_people_are_summed_and_not_counted_out():
    """A sentence of five names and five figures is a bill, and no letter."""
    story = scenario(
        scene("a", choice("bad", "end", breaks="ongoing", capital={"ann": -3, "ben": -4, "leslie": -5})),
        capital={"ann": 9, "ben": 9, "leslie": 9},
    )
    assert "It cost you twelve among three people, there and then." in reply_of(story, "bad")


def test_a_repair_that_is_also_the_best_deed_is_counted_once():
    """`It earned you nine` and `nine of the 18 came back` are one figure."""
    words = reply_of(BAKERY, "pounce", "own", "listen")
    assert 1 == words.count("nine")


@pytest.mark.parametrize(
    ("clause_", "said"),
    [
        ("I asked her for five people", "you asked her for five people"),
        ("I told my wife that nobody knew, and that I was ashamed", "you told your wife that nobody knew, and that you were ashamed"),
        ("I asked a friend of us both to excuse me", "you asked a friend of you both to excuse you"),
        ("I said, “I owe you my thanks.”", "you said, “I owe you my thanks.”"),
        ("I'd kept Carol's letter by myself", "you'd kept Carol's letter by yourself"),
    ],
)
def test_the_columnist_tells_a_clause_back(clause_: str, said: str):
    """I becomes you, and what stands in quotes stays as it was said."""
    assert said == of_you(clause_)


def test_a_joiner_stands_before_i_and_before_other_words():
    """`Then I…`, `Then we…`, and a name keeps its capital."""
    assert ["Then I wrote.", "Then we left.", "Then Leslie smiled."] == [
        sentence(words, "Then") for words in ("I wrote", "We left.", "Leslie smiled")
    ]


@given(st.integers(0, 100))
def test_no_joiner_stands_before_a_clause_with_a_time_of_its_own(seed: int):
    """`Last of all I have since…` is nobody's English."""
    story = scenario(scene("a", choice("x", "b")), scene("b", choice("y", "end", letter="I have since stood behind her")))
    written = " ".join(letter(played(story, "x", "y"), Tone.MIXED, Draw(seed)).paragraphs)
    assert ". I have since stood behind her." in written


def test_three_moments_are_told_also_where_one_is_both_the_best_and_the_last():
    """The letter does not grow thin because the last choice was the best one."""
    story = scenario(
        scene("a", choice("small", "b", capital={"leslie": 1})), scene("b", choice("fair", "c", capital={"leslie": 4})),
        scene("c", choice("best", "end", capital={"leslie": 9})),
    )
    assert ["small", "fair", "best"] == [moment.choice.id for moment in told(played(story, "small", "fair", "best"))]


@pytest.mark.parametrize(
    ("text", "spoken", "told_"),
    [
        ("Good to see you. How is Maya?", True, "I said, “Good to see you.”"),
        ("Put your card on the table. It is only paper.", False, "I chose to put my card on the table"),
        ("Tell her that you are sorry.", False, "I settled for this: “Tell her that you are sorry.”"),
        ("You wave.", False, "I settled for this: “You wave.”"),
    ],
)
def test_a_choice_without_a_letter_is_still_told(text: str, spoken: bool, told_: str):
    """A trainer's first draft has no clauses, and prints a column all the same."""
    assert told_ == clause(choice("x", text=text, spoken=spoken, letter=""))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One note. Two notes.", "One note."), ("Why not? Because.", "Why not?"), ("No stop", "No stop."),
        ("Say “thank you.” Then go.", "Say “thank you.”"), ("It cost $4,200.50 in all. Ask.", "It cost $4,200.50 in all."),
    ],
)
def test_the_pull_quote_is_the_first_sentence(text: str, first: str):
    """However an author punctuates, a whole sentence is printed large."""
    assert first == first_sentence(text)


def test_of_a_long_speech_the_point_is_told_as_left_unsaid():
    """The request, and not the greeting before it."""
    said = "Leslie, of all people. " + "I have thought about you so often since the preschool days and all the rest. " * 2 + "Which five could you give me?"
    story = scenario(
        scene("a", choice("ask", "end", breaks="time-and-place", capital={"leslie": -9}, text=said), choice("wave", "end")),
    )
    words = reply_of(story, "wave")
    assert "Which five could you give me?”" in words
    assert "of all people" not in words


@pytest.mark.parametrize(
    ("signs_as", "greeted"),
    [("Counting in Millbrook", "Dear Counting,"), ("The Cook", "Dear The Cook,"), ("Out of Luck", "Dear Out of Luck,"), ("", "Dear Dana,")],
)
def test_the_reply_greets_by_the_signature(signs_as: str, greeted: str):
    """`Dear Out,` greets nobody."""
    story = replace(BAKERY, you=replace(BAKERY.you, signs_as=signs_as))
    assert greeted == debrief(played(story, "wave", "own", "listen"), seed=1, analysis=None).reply.salutation


@settings(max_examples=100, deadline=None)
@given(playthroughs())
def test_the_sum_of_all_accounts_is_drawn_too(play: Playthrough):
    """One line for everybody, which ends at what is held in all."""
    state = replay(play)
    assert sum(state.balances.values()) == together(state)[-1]
    assert len(state.moments) + 1 == len(together(state))


@settings(max_examples=60, deadline=None)
@given(playthroughs(), st.integers(1, 90))
def test_the_column_as_text_keeps_to_its_width(play: Playthrough, width: int):
    """It can be pasted into a letter and printed in a terminal."""
    state = replay(play)
    if state.over:
        longest = max(len(word) for word in debrief(state, seed=1, analysis=None).as_text(200).split())
        text = debrief(state, seed=1, analysis=None).as_text(max(width, 40, longest))
        assert max(len(line) for line in text.splitlines()) <= max(width, 40, longest, 90)


SHIPPED = ("bakery", "rotary-prospect", "laid-off")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_column_of_the_game_has_its_length(name: str):
    """A letter of 90 to 130 words and a reply of 120 to 150, in the middle; never a page more."""
    read = pytest.importorskip("game.authoring").read
    story = read(Path(__file__).parents[2] / "scenarios" / name).scenario
    assert story is not None
    letters, replies = [], []
    for seed in range(40):
        chance, state = Random(seed), start(story)
        while not state.over:
            state = step(state, chance.choice(sorted(offered(state))))
        printed = debrief(state, seed=seed, analysis=None)
        letters.append(words_in(printed.letter.paragraphs))
        replies.append(words_in(printed.reply.paragraphs))
    assert 90 <= median(letters) <= 130
    assert 120 <= median(replies) <= 150
    assert (max(letters) <= 145, max(replies) <= 170) == (True, True)
