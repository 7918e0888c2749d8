"""What phones and the remote are told, and what they are not told yet."""

from __future__ import annotations

import json
from importlib import import_module
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.projector.around import Around
from game.projector.director import SCREENS
from game.projector.frame import RoomScreen
from game.room import remote_view
from game.room.column_view import column
from game.room.events import Hands, Let, Took, Typed, Untook, Voted
from game.room.phone_view import common, own
from game.room.session import AFTERWARDS, VOTING, Session, Step, voter_of
from tests.room.rooms import PEOPLE, Life, after, lives, room, votes, with_other_secrets
from tests.stage.checks import desk as a_desk
from tests.stage.checks import gallery

AT = 1e6
HIDES = (Step.SCENE, Step.SAY, Step.VOTE, Step.TALK, Step.SECOND)


def screen_of(session: Session) -> RoomScreen:
    module, name = SCREENS[session.step]
    made: RoomScreen = getattr(import_module(f"game.projector.screens.{module}"), name)(session, Around(address="10.0.0.5:8080"))
    return made


def every_word(plain: object) -> str:
    return json.dumps(plain)


# ---------------------------------------------------------------- nothing hidden is told


@settings(max_examples=250)
@given(lives(), st.integers(0, 2**32))
def test_no_phone_can_tell_how_others_vote_before_the_room_may(life: Life, seed: int):
    """Two rooms in which other people voted otherwise look the same to you, to the last byte."""
    luck = Random(seed)
    for session in life.sessions[::6]:
        me = luck.choice(PEOPLE)
        mine = voter_of(session, me) if me in session.people else me
        other = with_other_secrets(session, luck, but={mine})
        assert common(session, at=AT) == common(other, at=AT)
        assert own(session, me) == own(other, me)


@settings(max_examples=20)
@given(lives(events=60, stories=("plain", "shipped")), st.integers(0, 2**32))
def test_the_projector_shows_nothing_of_a_vote_that_is_on(life: Life, seed: int):
    """To the last mark on the page; once the vote is closed it may suggest to talk, which says whether it is split."""
    luck, desk = Random(seed), a_desk((1920, 1080), 100)
    shown = [each for each in life.sessions if each.step in HIDES and not (each.step in VOTING and not each.now.last.open)]
    for session in luck.sample(shown, min(3, len(shown))):
        one, other = (screen_of(each) for each in (session, with_other_secrets(session, luck, but=())))
        assert (one.text(), one.page(desk, gallery())) == (other.text(), other.page(desk, gallery()))


@settings(max_examples=60)
@given(lives(), st.integers(0, 2**32))
def test_the_column_does_not_give_a_vote_away_that_is_still_on(life: Life, seed: int):
    """It may be opened in the middle of a vote, and left again."""
    luck = Random(seed)
    for session in life.sessions:
        if session.step in AFTERWARDS:
            assert column(session, None) == column(with_other_secrets(session, luck, but=()), None)


@settings(max_examples=100)
@given(lives())
def test_nobody_is_told_who_anybody_is(life: Life):
    """Neither the ids by which the room knows people, nor the names that they gave, are for other phones."""
    for session in life.sessions[::9]:
        told = every_word(common(session, at=AT))
        assert [] == [name for name in {one.name for one in session.people.values()} - {""} if json.dumps(name)[1:-1] in told and len(name) > 5]
        assert [] == [who for who in PEOPLE if f'"{who}"' in told]


def test_what_is_hidden_on_a_phone_is_told_to_the_facilitator():
    """She sees how the room votes before the room sees it."""
    session = votes(room("ann ben", "scene", "vote"), ann="a1", ben="b1")
    told = remote_view.remote(session, at=AT, connected=2)
    assert [("a1", 1), ("b1", 1), ("c1", 0)] == [(each["id"], each["first"]) for each in told["choices"]]
    assert ("counts" in common(session, at=AT), 2) == (False, common(session, at=AT)["voted"])


def test_after_the_reveal_everybody_sees_both_counts_and_how_many_moved():
    """What talking changed."""
    first = votes(room("ann ben cat", "scene", "vote"), ann="a1", ben="b1", cat="b1")
    session = after(votes(after(first, "talk", "second"), ann="a1", ben="a1", cat="b1"), "reveal")
    told = common(session, at=AT)
    assert [("a1", [1, 2]), ("b1", [2, 1]), ("c1", [0, 0])] == [(each["id"], each["counts"]) for each in told["counts"]]
    assert 1 == told["moved"]


def test_a_second_vote_after_a_reveal_shows_the_first_and_hides_itself():
    """Show, talk, vote again: until then only the first bars are known."""
    first = votes(room("ann ben", "scene", "vote"), ann="a1", ben="b1")
    session = votes(after(first, "reveal", "vote", "talk", "second"), ann="b1", ben="b1")
    assert "counts" not in common(session, at=AT)
    shown = common(after(session, "reveal"), at=AT)["counts"]
    assert [[1, 0], [1, 2], [0, 0]] == [each["counts"] for each in shown]


# ---------------------------------------------------------------- what is told


@settings(max_examples=100)
@given(lives())
def test_a_phone_shows_what_its_holder_answered(life: Life):
    """After a reload as before it."""
    for session in life.sessions[::8]:
        for who in session.people:
            view = own(session, who)
            if session.step in VOTING:
                ballot = session.now.last.ballots.get(voter_of(session, who))
                assert view["chose"] == (ballot.choice if ballot is not None else "")
            if session.moments and session.step not in AFTERWARDS:
                said = session.now.said.get(who)
                assert view["typed"] == (said.text if said is not None else "")


@settings(max_examples=100)
@given(lives())
def test_every_view_is_plain_data_and_small(life: Life):
    """It goes to eight hundred phones over one hotspot."""
    for session in life.sessions[::8]:
        told = json.loads(json.dumps([common(session, at=AT), own(session, "ann"), remote_view.remote(session, at=AT, connected=3)]))
        assert 12_000 > len(json.dumps(told[0]))


@settings(max_examples=60)
@given(lives())
def test_letters_stand_for_the_same_choices_everywhere(life: Life):
    """A on the phone is A on the remote."""
    for session in life.sessions[::8]:
        told = common(session, at=AT).get("choices")
        if told is not None:
            remote = remote_view.remote(session, at=AT, connected=0)["choices"]
            assert [(each["id"], each["letter"], each["text"]) for each in told] == [
                (each["id"], each["letter"], each["text"]) for each in remote
            ]


def test_a_stranger_is_told_that_nobody_knows_them():
    """Then the page asks for the word."""
    assert {"known": False} == own(room("ann"), "zoe")


def test_only_what_the_facilitator_let_pass_is_shown_and_nobody_learns_whose_it_is():
    """Anonymous, and in her hands."""
    session = room("ann ben", "scene", "say", Typed("ann", 0, "Coffee?"), Typed("ben", 0, "Rude"), Let("ann", 0, True))
    told = common(session, at=AT)
    assert (["Coffee?"], False) == (told["shown"], "ann" in every_word(told))
    assert {("ann", True), ("ben", False)} == {(each["person"], each["shown"]) for each in remote_view.remote(session, at=AT, connected=0)["said"]}


def test_hands_are_in_the_count_of_those_who_voted_and_nowhere_else_before_the_reveal():
    """So many have voted; what they voted is not said."""
    session = room("ann", "scene", "vote", Hands({"b1": 7}), Voted("ann", 0, 1, "a1"))
    told = common(session, at=AT)
    assert (8, False, "a1") == (told["voted"], "counts" in told, own(session, "ann")["chose"])


def test_a_choice_that_was_taken_back_is_not_told_as_taken():
    """The room looks at its votes again."""
    session = after(votes(room("ann", "scene", "vote"), ann="a1"), "reveal", Took("a1", "majority"))
    assert ("a1", "") == (common(session, at=AT)["taken"], common(after(session, Untook()), at=AT)["taken"])


@settings(max_examples=100)
@given(lives())
def test_no_letter_that_hides_or_reverses_others_reaches_a_page(life: Life):
    """Names and typed words come out clean."""
    for session in life.sessions[::9]:
        told = [common(session, at=AT), own(session, "ben"), remote_view.remote(session, at=AT, connected=0)]
        assert "\u202e" not in json.dumps(told, ensure_ascii=False)
