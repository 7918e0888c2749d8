"""The state machine of a workshop: no sequence of events loses a vote, counts one twice, or shows a hidden one."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.room.errors import Refused, Unreadable
from game.room.events import (
    TYPED_LONGEST,
    Arranged,
    Blanked,
    Hands,
    Joined,
    Let,
    Opened,
    Removed,
    Took,
    Typed,
    Untook,
    Voted,
    Went,
    from_plain,
    to_plain,
)
from game.room.going import backward, onward
from game.room.machine import MOST_PEOPLE, apply, begin, folded
from game.room.session import VOTING, Held, Session, Step
from game.room.taking import Rule, Tie
from game.room.ways import back, ways
from game.story.longest import longest
from game.story.playthrough import replay
from tests.room.rooms import SHIPPED, Life, after, lives, plain, refused, room, setup, votes
from tests.room.served import shipped

VOTED = Voted("ann", 0, 1, "a1")


class Oracle:
    """A plain dictionary of who voted what, kept by hand from what was accepted."""

    def __init__(self, life: Life) -> None:
        self.votes: dict[tuple[int, int, str], tuple[str, int]] = {}
        for before, event, _ in life.steps:
            if isinstance(event, Voted):
                table = before.people[event.person].table if before.manner.tables else 0
                voter = f"table:{table}" if table else event.person
                self.votes[event.moment, event.round, voter] = event.choice, event.sure if before.manner.sure else 0


def counted(session: Session) -> dict[tuple[int, int, str], tuple[str, int]]:
    """Return every ballot that a session holds."""
    return {
        (moment, number, voter): (ballot.choice, ballot.sure)
        for moment, held in enumerate(session.moments)
        for number, voted in enumerate((held.first, held.second), 1) if voted is not None
        for voter, ballot in voted.ballots.items()
    }


# ---------------------------------------------------------------- votes


@settings(max_examples=300)
@given(lives())
def test_every_accepted_vote_is_counted_once_under_its_voter_and_nothing_else_is(life: Life):
    """Whatever happened in between: going back, closing, opening, taking back, walking to another table."""
    assert Oracle(life).votes == counted(life.last)


@settings(max_examples=100)
@given(lives())
def test_a_vote_that_fits_is_never_refused(life: Life):
    """Somebody who is here and answers the question that is open is counted; nobody else is."""
    for session in life.sessions[::3]:
        open_now = bool(session.moments) and session.now.last is not None and session.now.last.open
        for person in ("ann", "nobody"):
            for chosen in (*(session.now.offered if session.moments else ()), "nothing")[-3:]:
                vote = Voted(person, session.moment, session.round, chosen)
                fits = open_now and person in session.people and chosen in session.now.offered
                assert fits == (refused(session, vote) == "")


@settings(max_examples=100)
@given(lives())
def test_a_round_is_open_only_while_it_is_voted_on_and_unseen(life: Life):
    """Closed means closed: at any other step, and for ever after the reveal."""
    for session in life.sessions:
        for moment, held in enumerate(session.moments):
            for number, voted in enumerate((held.first, held.second), 1):
                if voted is not None and voted.open:
                    assert (moment, number, True, True) == (
                        session.moment, session.round, session.step in VOTING, held.revealed < number,
                    )  # fmt: skip


@settings(max_examples=200)
@given(lives())
def test_what_the_room_has_seen_never_changes(life: Life):
    """Not by a late phone, not by hands, not by going back."""
    seen: dict[int, Held] = {}
    for session in life.sessions:
        for moment, before in seen.items():
            rounds = (before.first, before.second)[: before.revealed]
            now = session.moments[moment]
            assert (rounds, True) == ((now.first, now.second)[: before.revealed], now.revealed >= before.revealed)
        seen = {moment: held for moment, held in enumerate(session.moments) if held.revealed}


@settings(max_examples=100)
@given(lives())
def test_one_step_back_never_loses_a_vote(life: Life):
    """The facilitator may always go back, as far as there is a way."""
    for session in life.sessions[::4]:
        try:
            event = backward(session)
        except Refused:
            continue
        assert counted(session) == counted(apply(session, event, at=1e6))


def test_whoever_changes_her_mind_is_counted_once():
    """The last tap of a round counts."""
    session = votes(votes(room("ann ben", "scene", "vote"), ann="a1", ben="b1"), ann="c1")
    assert {"a1": 0, "b1": 1, "c1": 1} == session.now.counts


def test_a_table_votes_once_and_the_last_word_at_it_counts():
    """Four at a table, one vote."""
    session = room("", Arranged("tables", 2), *(Joined(who, table=table) for who, table in (("ann", 1), ("ben", 1), ("cat", 2))))
    session = votes(after(session, "scene", "vote"), ann="a1", ben="b1", cat="c1")
    assert ({"a1": 0, "b1": 1, "c1": 1}, 2) == (session.now.counts, session.voters)


def test_nobody_carries_a_vote_from_one_table_to_another():
    """Walk to another table before the vote, or at the next moment."""
    session = room("", Arranged("tables", 2), Joined("ann", table=1), Joined("ben", table=2), "scene", "vote", VOTED)
    assert "change your table at the next moment" in refused(session, Joined("ann", table=2))
    taken = after(session, "reveal", Took("a1", "majority"), Joined("ann", table=2))
    assert 2 == taken.people["ann"].table


def test_hands_are_counted_beside_the_phones_and_typed_in_anew_they_replace_themselves():
    """Count again, and the first count is forgotten; the phones are not."""
    session = votes(room("ann", "scene", "vote"), ann="a1")
    session = after(session, Hands({"a1": 4, "b1": 2}), Hands({"b1": 3}))
    assert ({"a1": 1, "b1": 3, "c1": 0}, 4) == (session.now.counts, session.now.first.cast)


def test_how_sure_is_kept_only_where_it_is_asked():
    """A phone that says more than it was asked is not listened to."""
    vote = Voted("ann", 0, 1, "a1", 3)
    kept = [room("ann", "scene", "vote", vote, sure=sure).now.first.ballots["ann"].sure for sure in (True, False)]
    assert [3, 0] == kept


@pytest.mark.parametrize(("events", "vote", "why"), [
    (["scene"], VOTED, "over"),
    (["scene", "vote"], replace(VOTED, person="zoe"), "not in this room"),
    (["scene", "vote"], replace(VOTED, round=2), "over"),
    (["scene", "vote"], replace(VOTED, moment=1), "over"),
    (["scene", "vote"], replace(VOTED, choice="a2"), "no such answer"),
    (["scene", "vote"], replace(VOTED, sure=4), "1 to 3"),
    (["scene", "vote", Opened(False)], VOTED, "closed"),
    (["scene", "vote", "reveal"], VOTED, "over"),
    (["scene", "vote", VOTED, "reveal", "vote"], VOTED, "closed"),
    (["scene", "vote", "talk"], VOTED, "over"),
    (["scene", "vote", "talk", "second"], VOTED, "over"),
])  # fmt: skip
def test_a_vote_that_does_not_fit_is_refused_in_words(events, vote, why):
    """An old tab, a stranger, a round that is over: each is told so."""
    assert why in refused(room("ann ben", *events), vote)


# ---------------------------------------------------------------- what is refused, kept and replayed


@settings(max_examples=100)
@given(lives())
def test_what_is_refused_changes_nothing(life: Life):
    """A refusal is a sentence, and nothing else."""
    for session, event in life.refused[::5]:
        before = plain(session)
        why = refused(session, event)
        assert (before, True) == (plain(session), why.endswith("."))


@settings(max_examples=150)
@given(lives())
def test_what_was_written_down_makes_the_very_same_session(life: Life):
    """A power cut: the record is read again, and everything is there."""
    written = json.loads(json.dumps([(at, to_plain(event)) for at, event in life.accepted]))
    assert life.last == folded(life.setup, ((at, from_plain(body)) for at, body in written), at=100.0)


@settings(max_examples=150)
@given(lives())
def test_a_room_plays_a_playthrough_like_any_other(life: Life):
    """Its choices, replayed alone, lead where the room stands."""
    for session in (life.last, *life.sessions[::7]):
        assert session.state == replay(session.playthrough)
        assert session.state.choices == tuple(held.taken for held in session.moments if held.taken)


@settings(max_examples=60)
@given(lives())
def test_an_event_that_is_written_down_reads_as_itself(life: Life):
    """Through JSON and back."""
    events = [*(event for _, event in life.accepted), *(event for _, event in life.refused)]
    assert events == [from_plain(json.loads(json.dumps(to_plain(event)))) for event in events]


@pytest.mark.parametrize("body", [{}, {"is": "Danced"}, {"is": "Joined"}, {"is": "Voted", "person": "ann"}, {"is": ["Joined"]}])
def test_a_record_that_this_version_does_not_know_is_said_to_be_so(body):
    """Not guessed at."""
    with pytest.raises(Unreadable):
        from_plain(body)


# ---------------------------------------------------------------- where one may go


@settings(max_examples=80)
@given(lives())
def test_every_way_that_is_offered_can_be_gone_and_no_other(life: Life):
    """No button that does nothing, and no door beside the buttons."""
    for session in life.sessions[::5]:
        gone = {step for step in Step if refused(session, Went(step.value)) == ""}
        assert set(ways(session)) == gone
        assert all(step is after(session, step.value).step for step in gone)


@settings(max_examples=80)
@given(lives())
def test_the_way_back_is_one_of_the_ways(life: Life):
    """What the left key does is what a button could do."""
    for session in life.sessions:
        assert back(session) in (None, *ways(session))


@settings(max_examples=40)
@given(lives(events=60), st.sampled_from([Rule.MAJORITY, Rule.LOT, Rule.TEMPTING]))
def test_one_button_leads_from_anywhere_to_the_end(life: Life, rule: Rule):
    """Pressing the large button again and again closes the room, whatever happened before."""
    session = life.last
    if session.step is not Step.CLOSED:
        session = after(session, Arranged("rule", rule.value), Arranged("tie", Tie.LOT.value))
    for _ in range(12 * (longest(session.setup.scenario) + 2)):
        stuck = bool(session.moments) and not session.now.offered  # in a checked scenario every scene offers something
        if session.step is Step.CLOSED or stuck:
            break
        empty = session.step is Step.REVEAL and not sum(session.now.counts.values())
        # where nobody has voted there is no majority: the facilitator says which
        event = Took(session.now.offered[0], "facilitator") if empty and rule is Rule.MAJORITY else onward(session)
        session = apply(session, event, at=1e6)
    assert session.step is Step.CLOSED or stuck


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(3))
def test_one_button_plays_a_shipped_cut_to_its_end(name, seed):
    """With a room that votes this way and that: a whole workshop, from the lobby to the closed door."""
    luck = Random(f"{name}/{seed}")
    session = begin(setup(shipped(name), say_first=seed == 1, rule=Rule.MAJORITY, seed=seed), at=0.0)
    session = after(session, *(Joined(f"p{number}") for number in range(12)))
    reached, presses = {session.step}, 0
    while session.step is not Step.CLOSED:
        if session.step in VOTING:
            cast = (Voted(who, session.moment, session.round, luck.choice(session.now.offered)) for who in session.people)
            session = after(session, *cast)
        session, presses = apply(session, onward(session), at=presses), presses + 1
        reached.add(session.step)
    assert (True, True, "") == (session.state.over, presses <= 9 * len(session.moments) + 8, refused(session, Blanked(True)))
    assert set(Step) - {Step.SAY} <= reached


def test_a_room_in_which_nobody_voted_has_no_majority_and_may_vote_after_all():
    """One press too many reveals nothing: the story waits, and the vote is open again after one press back."""
    session = room("ann", "scene", "vote", "reveal")
    assert "Choose which way the story takes." == _refusal(session)
    again = after(session, "vote", VOTED)
    assert {"a1": 1} == {name: count for name, count in again.now.counts.items() if count}


def _refusal(session: Session) -> str:
    try:
        onward(session)
    except Refused as why:
        return str(why)
    return ""


@pytest.mark.parametrize(("by", "tie", "expected"), [
    ({"ann": "a1", "ben": "a1"}, Tie.LOT, "majority"), ({"ann": "a1", "ben": "b1"}, Tie.LOT, "lot"),
    ({"ann": "a1", "ben": "b1"}, Tie.TEMPTING, "tempting"),
])  # fmt: skip
def test_what_decided_is_said_as_it_was(by, tie, expected):
    """A lot among level votes is no majority."""
    session = after(votes(room("ann ben", "scene", "vote", tie=tie), **by), "reveal")
    assert expected == onward(session).rule


def test_a_note_that_waits_for_its_bill_is_not_shown_on_the_way_back():
    """Left from the next scene leads to the consequence, not to what the columnist keeps for later."""
    from tests.builders import choice, later, scenario, scene

    sly = choice("sly", "s2", breaks="time-and-place", later=[later("s2", {"leslie": -9})], advice="That was a bill.")
    story = scenario(scene("s1", sly, choice("kind", "s2")), scene("s2", choice("on", "end")))
    session = room("ann", "scene", "vote", "reveal", Took("sly", "majority"), "scene", played=story)
    assert (Step.COLUMNIST in ways(session), Step.CONSEQUENCE) == (False, back(session))


def test_from_a_closed_room_nothing_leads_on():
    """Closed means closed; only the screen may still go dark."""
    session = room("ann", "scene", "column", "discussion", "closed")
    assert ((), "This room is closed.") == (ways(session), refused(session, Joined("ben")))
    assert after(session, Blanked(True)).blank


def test_a_choice_that_is_taken_back_can_be_taken_otherwise():
    """Its votes stay, and the story goes the other way."""
    session = votes(room("ann", "scene", "vote"), ann="a1")
    session = after(session, "reveal", Took("a1", "majority"), Untook(), Took("b1", "facilitator"))
    assert (("b1",), {"a1": 1, "b1": 0, "c1": 0}) == (session.state.choices, session.now.counts)


def test_a_moment_that_somebody_has_answered_cannot_be_left_backwards():
    """Otherwise its votes would be lost, and its words."""
    fresh = room("ann", "scene", "vote", "reveal", Took("a1", "majority"), "scene")
    voted = after(fresh, "vote", Voted("ann", 1, 1, "a2"), "scene")
    wrote = after(fresh, "say", Typed("ann", 1, "Coffee?"), "scene")
    assert (Step.COLUMNIST, None, None) == (back(fresh), back(voted), back(wrote))


# ---------------------------------------------------------------- what is typed


def test_a_text_that_was_changed_after_it_was_let_pass_is_hidden_again():
    """What the facilitator let pass is what the room sees, not what was put in its place."""
    let = room("ann", "scene", "say", Typed("ann", 0, "Coffee?"), Let("ann", 0, True))
    changed = after(let, Typed("ann", 0, "Something rude"))
    assert (True, False) == (let.now.said["ann"].shown, changed.now.said["ann"].shown)


def test_a_text_is_one_clean_line_of_bounded_length():
    """No line breaks, no letters that reverse others, no essay."""
    session = room("ann ben", "scene", "say", Typed("ann", 0, " a\u202eb\n\n c\x07 "), Typed("ben", 0, "y" * 9_999))
    assert ("ab c", TYPED_LONGEST) == (session.now.said["ann"].text, len(session.now.said["ben"].text))


def test_an_empty_text_takes_the_text_back_and_an_unkind_one_is_taken_away():
    """By who wrote it, or by the facilitator; a name as well."""
    wrote = room("ann", Joined("ben", "Bad name"), "scene", "say", Typed("ann", 0, "Coffee?"), Typed("ben", 0, "Rude"))
    gone = after(wrote, Typed("ann", 0, "  "), Removed("ben", 0), Removed("ben"))
    assert ({}, "") == (gone.now.said, gone.people["ben"].name)


# ---------------------------------------------------------------- who is here


def test_coming_in_again_changes_nothing_and_a_name_can_be_given_later():
    """A phone that reloads is who it was."""
    session = room("ann", Joined("ann", "Ann Lee"), Joined("ann"))
    assert (1, "Ann Lee") == (len(session.people), session.people["ann"].name)


def test_a_full_room_says_so():
    """Whoever is in stays in."""
    session = room("")
    session = replace(session, people=dict.fromkeys(map(str, range(MOST_PEOPLE)), room("ann").people["ann"]))
    assert ("This room is full.", "") == (refused(session, Joined("one more")), refused(session, Joined("7", "Sue")))


@pytest.mark.parametrize(("what", "value"), [
    ("tables", 41), ("tables", True), ("rule", "chance"), ("tie", 3), ("names", "yes"), ("colour", "red"), ("whole", False),
])  # fmt: skip
def test_a_room_cannot_be_arranged_as_it_cannot_be(what, value):
    """What cannot be is refused in words, and so is the cut of a story that has none."""
    story = room("ann")
    why = refused(after(story, Arranged("whole", False)), Arranged("whole", True)) if what == "whole" else refused(story, Arranged(what, value))
    assert ("cannot be" in why or "no cut" in why, True) == (True, why.endswith("."))


def test_the_whole_and_the_cut_are_exchanged_before_the_first_scene():
    """Settled in the lobby, and never after."""
    session = begin(setup(shipped()), at=0.0)
    whole = after(session, Arranged("whole", True))
    assert (shipped().start, session.state) == (whole.state.scene, after(whole, Arranged("whole", False)).state)
    assert "before the first scene" in refused(after(session, "scene"), Arranged("whole", True))
