"""What the facilitator's own phone is told, and that its buttons do what they say."""

from __future__ import annotations

import json

from hypothesis import given, settings

from game.room.errors import Refused
from game.room.events import Arranged, Asked, Blanked, Event, Hands, Joined, Let, Opened, Removed, Took, Typed, Voted
from game.room.going import backward, onward
from game.room.machine import apply
from game.room.remote_view import MOST_SAID, advice, minutes_left, remote
from game.room.server.commands import event_of
from game.room.session import Session, Step
from game.room.setup import TALK_SECONDS
from game.room.taking import Rule, Tie, drawn
from tests.room.rooms import Life, after, lives, room, story, votes
from tests.room.served import shipped

FIVE = "ann ben cat dan eve"


def seen(session: Session, at: float = 20.0):
    return remote(session, at=at, connected=3)


def button(session: Session, name: str):
    """Return a button of the remote by its id; None where it is not there."""
    every = [each for group in seen(session)["buttons"].values() for each in group]
    return next((each for each in every if each["id"] == name), None)


def says(session: Session, name: str) -> str:
    found = button(session, name)
    return found["says"] if found else ""


def asked(session: Session, do) -> Event:
    """Return the event that a button stands for, as the server makes it."""
    if do.get("what") == "next":
        return onward(session)
    return backward(session) if do.get("what") == "back" else event_of(session, do)


def pressed(session: Session, name: str) -> Session:
    return apply(session, asked(session, button(session, name)["do"]), at=30.0)


def voting(**by: str) -> Session:
    return votes(room(FIVE, "scene", "vote"), **by)


SPLIT = {"ann": "a1", "ben": "a1", "cat": "b1", "dan": "c1"}
AGREED = {"ann": "a1", "ben": "a1", "cat": "a1", "dan": "c1"}


# ---------------------------------------------------------------- in any room


@settings(max_examples=60)
@given(lives(events=80))
def test_a_button_is_dimmed_exactly_where_the_room_would_refuse_it(life: Life):
    """What can be pressed works; what does not work says why before it is pressed."""
    for session in life.sessions[::4]:
        for each in (each for group in seen(session)["buttons"].values() for each in group):
            if each["id"] in ("rule", "texts"):  # these ask nothing of the room: one opens a sheet, one turns the wall
                continue
            assert bool(each.get("off")) == bool(refusal(session, each["do"])), (each, session.step)


def refusal(session: Session, do) -> str:
    try:
        apply(session, asked(session, do), at=session.began + 10_000)
    except Refused as why:
        return str(why)
    return ""


@settings(max_examples=30)
@given(lives(events=80))
def test_what_the_remote_is_told_goes_through_json_in_any_room(life: Life):
    """Whatever happened, there is something to show."""
    for session in life.sessions[::8]:
        view = seen(session)
        assert view == json.loads(json.dumps(view))


@settings(max_examples=30)
@given(lives(events=80))
def test_six_small_buttons_stand_at_the_same_place_in_any_room(life: Life):
    """A thumb finds them without looking."""
    shown = {tuple(each["id"] for each in seen(session)["buttons"]["small"]) for session in life.sessions[::8]}
    assert {("back", "reveal", "extend", "blank", "rule", "skip")} == shown


# ---------------------------------------------------------------- how the room votes, before it sees it


def test_votes_are_told_by_letter_before_the_room_sees_them():
    """Only you see this."""
    view = seen(voting(**SPLIT))
    assert [("A", 2), ("B", 1), ("C", 1)] == [(each["letter"], each["first"]) for each in view["choices"]]
    assert ("4 of 5 voted", "A 2, B 1, C 1") == (view["votes"], view["results"])


def test_both_rounds_are_told_and_who_moved():
    """Six from B to A: that is whom to ask."""
    session = votes(after(voting(**SPLIT), "talk", "second"), ann="a1", ben="a1", cat="a1", dan="a1")
    view = seen(session)
    assert [(2, 4), (1, 0), (1, 0)] == [(each["first"], each["second"]) for each in view["choices"]]
    assert "2 changed their minds: 1 from B to A, 1 from C to A." == view["moves"]


def test_one_who_moved_is_one():
    session = votes(after(voting(**SPLIT), "talk", "second"), cat="a1")
    assert "1 changed their mind: 1 from B to A." == seen(session)["moves"]


def test_what_those_chose_who_are_quite_sure_is_told():
    """Quite sure, and wrong: the column will begin with it."""
    session = room(FIVE, "scene", "vote", sure=True)
    sure = (("ann", "a1", 3), ("ben", "b1", 3), ("cat", "b1", 3), ("dan", "b1", 1))
    session = after(session, *(Voted(who, 0, 1, choice, how) for who, choice, how in sure))
    assert ("3 are quite sure: A 1, B 2.", "") == (seen(session)["moves"], seen(voting(**SPLIT))["moves"])


def test_hands_are_votes_of_which_nobody_knows_how_many_there_could_be():
    """Five phones and twelve hands are seventeen votes, not "17 of 5"."""
    view = seen(after(voting(**SPLIT), Hands({"a1": 12})))
    assert ("16 voted", 12) == (view["votes"], view["choices"][0]["hands"])


def test_a_closed_vote_says_so():
    assert "4 of 5, closed" == seen(after(voting(**SPLIT), Opened(False)))["votes"]


def test_advice_is_what_the_votes_suggest():
    """Between a third and two thirds, talking pays."""
    level, again = {"ann": "a1", "ben": "b1"}, after(voting(**SPLIT), "talk", "second")
    assert [
        "", "Split. Let them talk first.", "Most say A. Ask who would say something else, and go on.",
        "Still split. Show it, and hear both sides.", "Most say A now. Show who moved.",
        "Level. Tap the answer that the story takes.", "Tap the answer that the story takes.",
    ] == [
        advice(each)
        for each in (
            voting(ann="a1"), voting(**SPLIT), voting(**AGREED), votes(again, **SPLIT), votes(again, **AGREED),
            after(voting(**level), Arranged("tie", "facilitator"), "reveal"),
            after(voting(**level), Arranged("rule", "facilitator"), "reveal"),
        )
    ]  # fmt: skip


# ---------------------------------------------------------------- the large button


def test_the_large_button_says_the_next_thing_and_does_it():
    """From the lobby to the closed room, tapping nothing else."""
    session = room(FIVE, played=story(1))
    words = []
    while session.step is not Step.CLOSED:
        words.append(says(session, "next"))
        session = pressed(session, "next")
        if session.step is Step.VOTE:
            session = votes(session, **SPLIT)
        if session.step is Step.SECOND:
            session = votes(session, **AGREED)
    assert [
        "Begin", "Open the vote", "Talk to your neighbour", "Vote again", "Show the votes", "Take A, as most say",
        *(["The columnist"] if "The columnist" in words else []), "On with the story", "The room’s column",
        "Talk it over", "Next question", "Next question", "Close the room",
    ] == words  # fmt: skip


def test_while_a_vote_is_on_the_large_button_does_what_it_said_even_if_the_next_vote_suggests_otherwise():
    """The suggestion may turn while the thumb is on its way."""
    said = button(voting(**SPLIT), "next")["do"]
    turned = voting(**AGREED)
    assert ("Show the votes", Step.TALK) == (says(turned, "next"), apply(turned, asked(turned, said), at=9.0).step)


def test_the_large_button_says_by_which_rule_the_choice_is_made():
    """Nobody is surprised by what a rule does."""
    level, shown = {"ann": "a1", "ben": "b1"}, voting(**SPLIT)

    def at(session: Session, **manner: str) -> str:
        return says(after(session, *(Arranged(*each) for each in manner.items()), "reveal"), "next")

    assert [
        "Take A, as most say", "Level: draw a lot", "Level: take B, the tempting way", "Take B, the tempting way", "Draw a lot",
        "Tap the way it goes", "Tap the way it goes",
    ] == [
        at(shown), at(voting(**level)), at(voting(**level), tie="tempting"), at(shown, rule="tempting"), at(shown, rule="lot"),
        at(shown, rule="facilitator"), at(voting(**level), tie="facilitator"),
    ]  # fmt: skip


def test_while_the_window_has_a_page_to_turn_the_large_button_turns_it():
    """A scene of four pages: it does not say "Open the vote" three times too often."""
    session = room(FIVE, "scene")
    said = [remote(session, at=9.0, connected=3, page_ahead=ahead)["buttons"]["main"][0] for ahead in ("scene/0", "lobby/-1", "")]
    assert [("Turn the page", {"what": "next"}), ("Open the vote", {"what": "next"}), ("Open the vote", {"what": "next"})] == [
        (each["says"], each["do"]) for each in said
    ]  # fmt: skip


def test_closing_and_ending_early_want_a_second_tap_and_say_what_they_do():
    """A thumb in a pocket ends no workshop."""
    talking = after(voting(**AGREED), "reveal", Took("a1", "majority"), "scene", "column", "discussion")
    sure = [button(room(FIVE, "scene"), "end"), button(talking, "close"), button(after(talking, Asked(2)), "next")]
    assert ["Tap again to end here", "Tap again to close", "Tap again to close"] == [each["sure"][0] for each in sure]


def test_one_can_end_at_any_scene():
    """The time is up; the room reads its column all the same."""
    assert Step.COLUMN is pressed(room(FIVE, "scene"), "end").step


# ---------------------------------------------------------------- the small ones


def test_skip_leaves_out_what_the_large_button_suggests():
    """Its words say what."""
    known = after(voting(**AGREED), "reveal", Took("a1", "majority"))
    assert [
        "Skip", "Skip the vote", "Skip saying it", "Skip the talk", "Talk first", "Skip the vote", "Talk again",
    ] == [
        says(each, "skip")
        for each in (
            room(FIVE), room(FIVE, "scene"), room(FIVE, "scene", say_first=True), voting(**SPLIT), voting(**AGREED),
            after(voting(**SPLIT), "talk"), after(voting(**SPLIT), "talk", "second"),
        )
    ]  # fmt: skip
    assert "Take back" == says(known, "back")


def test_taking_back_after_a_consequence_leads_to_the_votes():
    known = after(voting(**AGREED), "reveal", Took("a1", "majority"))
    assert (Step.REVEAL, ()) == (pressed(known, "back").step, pressed(known, "back").state.choices)


def test_the_dark_screen_is_told_and_the_button_lights_it_again():
    """Nobody looks for the fault in the projector."""
    dark = after(room(FIVE, "scene"), Blanked(True))
    assert (True, "Light again", True) == (seen(dark)["blank"], says(dark, "blank"), button(dark, "blank")["on"])
    assert not pressed(dark, "blank").blank


def test_the_rule_is_told_in_a_word():
    """Without opening anything."""

    def at(**manner: str) -> str:
        return says(room(FIVE, "scene", **manner), "rule")

    assert ["Set up", "Tie: lot", "Tie: you", "Rule: you", "Rule: tempting"] == [
        says(room(FIVE), "rule"), at(), at(tie=Tie.FACILITATOR), at(rule=Rule.FACILITATOR), at(rule=Rule.TEMPTING),
    ]  # fmt: skip


# ---------------------------------------------------------------- taking


def test_at_the_reveal_a_lot_the_tempting_one_or_both_paths_can_be_taken_whatever_the_rule():
    """One moment may be another kind of moment."""
    shown = after(voting(**SPLIT), "reveal")
    by_lot = drawn(["a1", "b1", "c1"], [2, 1, 1], seed=7, moment=0)
    taken = [(now.now.taken, now.now.rule, now.now.other) for now in (pressed(shown, name) for name in ("lot", "tempting", "both"))]
    assert [(by_lot, "lot", ""), ("b1", "tempting", ""), ("a1", "majority", "b1")] == taken
    assert ("The tempting one: B", "Both paths: take A, show B") == (says(shown, "tempting"), says(shown, "both"))


def test_what_tempts_is_marked_for_her_alone():
    """She knows before the room does whom to ask."""
    assert [False, True, False] == [each["tempting"] for each in seen(voting(**SPLIT))["choices"]]


# ---------------------------------------------------------------- what was typed, names


def test_texts_are_told_with_what_the_room_sees_of_them():
    session = after(room(FIVE, "scene", "say"), Typed("ann", 0, "Hello"), Typed("ben", 0, "lol"), Let("ann", 0, True))
    view = seen(session)
    assert ([("Hello", True), ("lol", False)], "2 texts, 1 shown.") == (
        [(each["text"], each["shown"]) for each in view["said"]], view["said_how"],
    )  # fmt: skip
    assert ("Their texts on the wall", "") == (says(session, "texts"), says(after(session, Let("ann", 0, False)), "texts"))
    assert "1 text, none shown." == seen(after(session, Removed("ann", 0)))["said_how"]


def test_of_a_thousand_texts_the_newest_are_told_and_every_one_that_the_room_sees():
    """A phone holds no thousand; but nothing on the screen is out of reach."""
    people = [f"p{number}" for number in range(300)]
    session = room(" ".join(people), "scene", "say")
    session = after(session, *(Typed(who, 0, f"text {who}") for who in people), Let("p3", 0, True))
    view = seen(session)
    told = [each["person"] for each in view["said"]]
    assert (MOST_SAID + 1, "p3", "p299", "300 texts, 1 shown. The newest are here.") == (
        len(told), told[0], told[-1], view["said_how"],
    )  # fmt: skip


def test_names_are_told_so_that_an_unkind_one_can_go():
    session = after(room("ann ben", names=True), Joined("ann", "Ann"))
    assert [{"person": "ann", "name": "Ann"}] == seen(session)["names"]
    assert [] == seen(after(session, Removed("ann")))["names"]


# ---------------------------------------------------------------- where it stands


def test_the_moment_is_told_of_about_how_many():
    view = seen(room(FIVE, "scene", played=story(4)))
    assert ("Moment 1 of 4 · the scene", "S1") == (view["kick"], view["headline"])


def test_the_authors_notes_are_told_while_their_scene_is_on_and_until_its_consequence():
    """They are for her; they never come near the room."""
    session = room(FIVE, "scene", "vote", played=shipped())
    notes = seen(session)["notes"]
    choice = session.now.offered[0]
    lived = after(session, "reveal", Took(choice, "majority"))
    gone = after(lived, "scene")
    assert (True, notes, False) == (len(notes) > 20, seen(lived)["notes"], notes == seen(gone)["notes"])


def test_the_time_of_the_plan_runs_from_the_first_scene_and_may_run_over():
    """The lobby costs nothing."""
    session = room(FIVE, "scene")
    began, planned = session.started, session.setup.minutes
    assert (planned, planned, planned - 5, -3) == (
        minutes_left(room(FIVE), at=9_000.0), minutes_left(session, at=began), minutes_left(session, at=began + 300),
        minutes_left(session, at=began + (planned + 3) * 60),
    )  # fmt: skip
    assert (None, 300) == (seen(room(FIVE))["elapsed"], seen(session, at=began + 300)["elapsed"])


def test_time_offered_is_told_in_seconds():
    session = after(voting(**SPLIT), "talk", at=0.0)
    assert TALK_SECONDS == seen(session, at=1.0)["left"]


def test_the_discussions_questions_are_told_with_the_one_that_is_on():
    talking = after(room(FIVE, "scene", "column", "discussion"), Asked(1))
    view = seen(talking)
    assert ([False, True, False], "Question 2 of 3") == ([each["on"] for each in view["questions"]], view["kick"])


def test_tables_and_the_cut_can_be_set_only_while_that_means_something():
    """What cannot be changed any more is not offered."""
    before, during = seen(room(FIVE))["arrange"], seen(room(FIVE, "scene"))["arrange"]
    assert (0, None) == (before["tables"], during["tables"])
    whole = [any(each["name"] == "whole" for each in seen(session)["arrange"]["asks"]) for session in (
        room(FIVE, played=shipped()), room(FIVE, "scene", played=shipped()), room(FIVE),
    )]  # fmt: skip
    assert [True, False, False] == whole


def test_two_votes_of_five_say_nothing_yet():
    """Advice waits for half the room; two people are no split."""
    assert ("", "Split. Let them talk first.") == (advice(voting(ann="a1", ben="b1")), advice(voting(**SPLIT)))
