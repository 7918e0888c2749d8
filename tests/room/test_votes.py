"""Rounds, counts, who moved, and which choice the room makes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.room.session import Step
from game.room.taking import Rule, Tie, drawn, taken, tempting
from game.room.votes import Ballot, Round, flow, how_sure, is_split, lead, leaders, moved, tally
from game.room.ways import ways
from tests.builders import choice
from tests.room.rooms import room, votes

OFFERED = ("a", "b", "c")
CHOICES = {"a": choice("a", honours="coffee-first"), "b": choice("b", breaks="time-and-place"), "c": choice("c", breaks="not-about-you")}


def rounds(voters: int = 8) -> st.SearchStrategy[Round]:
    """Return rounds in which some of a few people voted, and some hands were raised."""
    ballots = st.dictionaries(
        st.sampled_from([f"p{number}" for number in range(voters)]),
        st.builds(Ballot, st.sampled_from(OFFERED), st.integers(0, 3)),
    )
    return st.builds(Round, ballots, st.dictionaries(st.sampled_from(OFFERED), st.integers(1, 5)))


def ballots(**by: str) -> Round:
    return Round({who: Ballot(chosen) for who, chosen in by.items()})


# ---------------------------------------------------------------- counting


@given(rounds())
def test_a_count_is_everybody_once(held: Round):
    """Phones and hands, and nobody else."""
    expected = Counter(ballot.choice for ballot in held.ballots.values()) + Counter(held.hands)
    assert {name: expected[name] for name in OFFERED} == tally(held, OFFERED)
    assert held.cast == sum(tally(held, OFFERED).values())


@given(rounds(), rounds())
def test_the_flow_is_everybody_who_voted_twice(first: Round, second: Round):
    """One by one: from what to what, and how many of them moved."""
    twice = [who for who in first.ballots if who in second.ballots]
    pairs = Counter((first.ballots[who].choice, second.ballots[who].choice) for who in twice)
    assert dict(pairs) == flow(first, second)
    assert sum(before != after for before, after in pairs.elements()) == moved(first, second)


@given(rounds(), st.frozensets(st.sampled_from(OFFERED)))
def test_how_sure_counts_only_those_who_were_quite_sure(held: Round, choices: frozenset[str]):
    """Guesses are no certainty."""
    quite = [ballot.choice for ballot in held.ballots.values() if ballot.sure == 3]
    assert (len([each for each in quite if each in choices]), len(quite)) == how_sure(held, choices)


def test_before_anybody_voted_there_is_nothing_to_say():
    """No leader, no share, no flow."""
    assert ({"a": 0, "b": 0, "c": 0}, 0.0, (), {}, 0) == (
        tally(None, OFFERED), lead(tally(None, OFFERED)), leaders(tally(Round(), OFFERED)), flow(None, Round()), moved(Round(), None),
    )  # fmt: skip


@pytest.mark.parametrize(("counts", "split"), [
    ({"a": 6, "b": 3}, True), ({"a": 7, "b": 3}, False), ({"a": 1, "b": 1, "c": 1}, True), ({"a": 1}, False),
    ({"a": 1, "b": 1}, True), ({"a": 3, "b": 3, "c": 3, "d": 3}, False), ({"a": 0}, False),
])  # fmt: skip
def test_talking_is_suggested_between_a_third_and_two_thirds(counts, split):
    """There it changes most; the ends count in."""
    assert split == is_split(counts)


def test_a_split_room_is_told_to_talk_and_an_agreed_one_to_look():
    """The one large button says so; the other way stays open."""
    three = room("ann ben cat", "scene", "vote")
    split, agreed = votes(three, ann="a1", ben="b1", cat="b1"), votes(three, ann="a1", ben="a1", cat="a1")
    assert [(Step.TALK, True), (Step.REVEAL, True)] == [
        (ways(each)[0], {Step.TALK, Step.REVEAL} <= set(ways(each))) for each in (split, agreed)
    ]


# ---------------------------------------------------------------- taking


@pytest.mark.parametrize(("rule", "tie", "counts", "expected"), [
    (Rule.MAJORITY, Tie.FACILITATOR, {"a": 2, "b": 1, "c": 0}, "a"),
    (Rule.MAJORITY, Tie.FACILITATOR, {"a": 2, "b": 2, "c": 0}, None),
    (Rule.MAJORITY, Tie.TEMPTING, {"a": 2, "b": 2, "c": 0}, "b"),
    (Rule.MAJORITY, Tie.TEMPTING, {"a": 2, "b": 0, "c": 2}, "c"),
    (Rule.FACILITATOR, Tie.LOT, {"a": 9, "b": 0, "c": 0}, None),
    (Rule.TEMPTING, Tie.LOT, {"a": 9, "b": 1, "c": 2}, "c"),
    (Rule.TEMPTING, Tie.LOT, {"a": 9, "b": 1, "c": 1}, "b"),
    (Rule.LOT, Tie.LOT, {"a": 0, "b": 0, "c": 4}, "c"),
])  # fmt: skip
def test_a_rule_makes_one_choice_or_asks_the_facilitator(rule, tie, counts, expected):
    """The majority's, the tempting one, a lot among the votes; level votes by the rule for them."""
    assert expected == taken(rule, tie, CHOICES, counts, seed=7, moment=0)


def test_where_nothing_breaks_a_principle_the_most_wanted_tempts():
    """Something always does."""
    assert "d" == tempting({"a": CHOICES["a"], "d": choice("d")}, {"a": 1, "d": 2})


def test_where_nothing_is_offered_nothing_is_taken():
    """Whatever the rule."""
    assert {None} == {taken(rule, tie, {}, {}, seed=7, moment=0) for rule in Rule for tie in Tie}


@given(st.integers(0, 2**62), st.integers(0, 30), st.lists(st.integers(0, 50), min_size=1, max_size=8))
def test_the_same_lot_falls_the_same_way_and_never_on_what_nobody_wants(seed, moment, weights):
    """A room that is started again draws what it drew."""
    options = [f"o{number}" for number in range(len(weights))]
    lot = drawn(options, weights, seed=seed, moment=moment)
    assert lot == drawn(options, weights, seed=seed, moment=moment)
    assert weights[options.index(lot)] > 0 or not any(weights)


@pytest.mark.parametrize("weights", [(1, 1, 1), (5, 3, 2), (0, 1, 7), (0, 0, 0)])
@pytest.mark.parametrize("over", ["seeds", "moments"])
def test_lots_are_fair(weights, over):
    """Over many rooms, and over the moments of one: each as often as it has votes.

    By Pearson's chi-square; 16.3 is exceeded once in a thousand fair draws with three degrees of freedom.
    """
    many, parts = 6_000, weights if any(weights) else (1, 1, 1)
    places = ((n, 3) if over == "seeds" else (11, n) for n in range(many))
    fell = Counter(drawn(OFFERED, weights, seed=seed, moment=moment) for seed, moment in places)
    expected = {name: many * part / sum(parts) for name, part in zip(OFFERED, parts, strict=True)}
    assert 16.3 > sum((fell[name] - wanted) ** 2 / wanted for name, wanted in expected.items() if wanted)
    assert [] == [name for name, wanted in expected.items() if not wanted and fell[name]]
