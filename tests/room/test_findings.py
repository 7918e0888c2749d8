"""What a room learns about itself, against the plainest way of finding it out."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from game.room.events import Arranged, Hands, Joined, Took, Voted
from game.room.findings import Findings, SureAndWrong, findings, tables
from game.room.session import Held, Session
from game.story.debrief import what_if
from tests.room.rooms import Life, after, lives, room, votes


def seen_first(held: Held) -> Counter[str]:
    """Return the votes of the first round, if the room has seen it, as a plain count."""
    if held.first is None or not held.revealed:
        return Counter()
    return Counter(ballot.choice for ballot in held.first.ballots.values()) + Counter(held.first.hands)


def divisions(session: Session) -> dict[int, float]:
    """Return the leading share at each moment that was split between two at least."""
    counts = {moment: seen_first(held) for moment, held in enumerate(session.moments)}
    shares = {moment: max(count.values()) / count.total() for moment, count in counts.items() if len(count) > 1}
    return {moment: share for moment, share in shares.items() if 1 / 3 <= share <= 2 / 3}


def moves(held: Held) -> list[tuple[str, str]]:
    """Return what everybody who voted in both rounds said first and then, one by one."""
    if held.first is None or held.second is None or held.revealed < 2:
        return []
    return [
        (held.first.ballots[who].choice, held.second.ballots[who].choice)
        for who in held.first.ballots if who in held.second.ballots
    ]


# ---------------------------------------------------------------- against brute force


@settings(max_examples=80)
@given(lives(events=180))
def test_the_most_divided_moment_is_the_one_with_the_smallest_lead(life: Life):
    """Among those at which nobody had two thirds, and somebody had one."""
    found, shares = findings(life.last).divided, divisions(life.last)
    assert bool(shares) == (found is not None)
    if found is not None:
        assert min(shares.values()) == shares[found.moment]
        counts = seen_first(life.last.moments[found.moment])
        assert sorted(counts.values(), reverse=True)[:2] == [counts[found.first], counts[found.second]] == list(found.counts)


@settings(max_examples=80)
@given(lives(events=180))
def test_talking_moved_most_where_most_changed_their_mind(life: Life):
    """Counted one by one."""
    found = findings(life.last).moved
    changed = {n: [move for move in moves(held) if move[0] != move[1]] for n, held in enumerate(life.last.moments)}
    most = max((len(each) for each in changed.values()), default=0)
    assert most == (found.people if found is not None else 0)
    if found is not None:
        went = Counter(after for _, after in changed[found.moment])
        assert (max(went.values()), most) == (went[found.to], len(changed[found.moment]))
        assert len(moves(life.last.moments[found.moment])) == found.twice


@settings(max_examples=60)
@given(lives(events=180))
def test_the_room_is_as_large_as_its_largest_vote(life: Life):
    """Of all rounds that it has seen, hands included."""
    seen = [voted for held in life.last.moments for voted in (held.first, held.second)[: held.revealed] if voted is not None]
    assert max((len(each.ballots) + sum(each.hands.values()) for each in seen), default=0) == findings(life.last).voters


@settings(max_examples=60)
@given(lives(events=180))
def test_nothing_is_found_in_votes_that_the_room_has_not_seen(life: Life):
    """A column that is opened in the middle of a vote does not give it away."""
    for session in life.sessions[::10]:
        for moment, held in enumerate(session.moments):
            if not held.revealed:
                found = findings(session)
                assert moment not in [each.moment for each in (found.divided, found.moved, found.sure_and_wrong) if each]


# ---------------------------------------------------------------- by hand


def test_a_column_in_the_middle_of_a_vote_says_nothing_of_it():
    """Time runs out while people vote: what was voted stays unseen, since the vote may yet go on."""
    session = votes(room("ann ben cat dan", "scene", "vote"), ann="a1", ben="a1", cat="b1", dan="b1")
    assert Findings(None, None, None, 0) == findings(after(session, "scene", "column"))


def test_sure_and_wrong_is_where_most_of_the_quite_sure_broke_a_principle():
    """Three who were quite sure at the least, or it is no finding."""
    def by(moment, *chosen):
        return [Voted(f"p{n}", moment, 1, choice, sure) for n, (choice, sure) in enumerate(chosen)]

    session = room(
        "p0 p1 p2 p3", "scene", "vote", *by(0, ("b1", 3), ("b1", 3), ("a1", 1), ("a1", 2)), "reveal", Took("a1", "majority"),
        "scene", "vote", *by(1, ("b2", 3), ("b2", 3), ("a2", 3), ("a2", 3)), "reveal", Took("a2", "majority"),
        "scene", "vote", *by(2, ("b3", 3), ("b3", 3), ("a3", 3), ("c3", 1)), "reveal", sure=True,
    )
    assert SureAndWrong(2, "b3", 2, 3) == findings(session).sure_and_wrong


def test_hands_count_in_what_divides_and_cannot_be_followed():
    """People without a phone are part of the room."""
    session = room("ann", "scene", "vote", Hands({"a1": 3, "b1": 3}), "talk", "second", Hands({"b1": 6}), "reveal")
    found = findings(session)
    assert (0, (3, 3), None, 6) == (found.divided.moment, found.divided.counts, found.moved, found.voters)


def test_a_table_is_worth_what_its_own_answers_would_have_brought():
    """At each moment alone, in the room's own story."""
    session = room("", Arranged("tables", 2), *(Joined(f"p{n}", table=n) for n in (1, 2)), "scene")
    for moment, other in ((1, "b1"), (2, "c2")):
        session = votes(after(session, "vote"), p1=f"a{moment}", p2=other)
        session = after(session, "reveal", Took(f"a{moment}", "majority"), "scene")
    one, two = tables(session)
    expected = [what_if(session.playthrough, moment, choice) for moment, choice in ((0, "b1"), (1, "c2"))]
    assert ((3, 3), tuple(each.at_once + each.later for each in expected)) == (one.worth, two.worth)
    assert (6, 5) == (one.total, two.total)


def test_a_table_that_did_not_vote_has_nothing_at_that_moment():
    """And loses nothing by it."""
    session = room("", Arranged("tables", 2), Joined("ann", table=1), "scene", "vote", "reveal", Took("a1", "lot"))
    assert [((None,), 0)] == [(each.worth, each.total) for each in tables(session)]
