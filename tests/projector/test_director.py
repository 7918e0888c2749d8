"""The laptop: one key goes on, the remote does the same, and no key ends a workshop by mistake."""

from __future__ import annotations

from itertools import count
from random import Random

import pytest

from game import resources
from game.projector.director import RoomDirector
from game.records.settings import Settings
from game.room.events import Arranged, Joined, Voted
from game.room.hall import Command, Hall
from game.room.machine import begin
from game.room.session import VOTING, Step
from game.room.setup import Manner, setup_for
from game.stage.keeping import Keeping
from game.stage.proof import Proof
from tests.room.served import shipped

KEYS = (
    "enter", "space", "right", "left", "up", "down", "escape", "q", "n", "h", "s", "o", "p", "k", "b", "plus", "c", "l",
    "x", "t", "w", "f", *"0123456789",
)  # fmt: skip


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def made():
    halls = []

    def director(*, people=4, manner=None, name="bakery", keep=lambda rows: None):
        clock = Clock()
        hall = Hall(begin(setup_for(shipped(name), word="MOKA", seed=5, manner=manner), at=0), keep, clock)
        halls.append(hall)
        keeping = Keeping(journal=None, analyst=None, load=Settings)
        steady = count()
        shown = RoomDirector(hall, keeping, resources.assets(), None, steady=lambda: float(next(steady)))
        for number in range(people):
            hall.happen(Joined(f"person {number}"))
        clock.now += 1
        shown.wake()
        return shown, clock

    yield director
    for hall in halls:
        hall.close()


def vote(director, clock, *places):
    """Have people vote, each for the choice at a place."""
    hall = director.hall
    for number, place in enumerate(places):
        session = hall.session
        hall.happen(Voted(f"person {number}", session.moment, session.round, session.now.offered[place]))
    clock.now += 1
    director.wake()


def press_until(director, step, key="space", most=60):
    """Press a key until the room stands at a step."""
    for _ in range(most):
        if director.hall.session.step is step:
            return
        director.press(key)
    raise AssertionError(f"never {step}, but {director.hall.session.step}")


@pytest.fixture(scope="module")
def proof():
    from game.stage.theme import theme

    press = Proof(resources.assets(), (1280, 720), theme(look="paper", text_size=100))
    yield press
    press.close()


def page(director, proof):
    """Return the page that is shown, set at its own size; pages learn how many sheets they have by being set."""
    from dataclasses import replace

    return director.screen.page(replace(proof.desk, theme=director.theme), director.gallery)


def words(director):
    return " ".join(director.screen.text())


def test_one_key_leads_through_a_whole_moment(made):
    """A clicker's one button is enough: scene, vote, talk, vote, reveal, consequence."""
    director, clock = made()
    press_until(director, Step.VOTE)
    vote(director, clock, 0, 0, 1, 2)
    press_until(director, Step.TALK)
    press_until(director, Step.SECOND)
    vote(director, clock, 0, 0, 0, 2)
    press_until(director, Step.REVEAL)
    press_until(director, Step.CONSEQUENCE)
    first = director.hall.session.moments[0]
    assert (first.offered[0], "majority", (first.taken,)) == (first.taken, first.rule, director.hall.session.playthrough.choices)


def test_a_room_that_agrees_is_not_sent_to_talk(made):
    """Talking pays where the room is split."""
    director, clock = made()
    press_until(director, Step.VOTE)
    vote(director, clock, 1, 1, 1, 1)
    director.press("space")
    assert Step.REVEAL is director.hall.session.step


def test_what_cannot_be_done_is_said_on_the_page(made):
    """A level vote, and the facilitator decides: the page says so, and nothing happens."""
    director, clock = made(manner=Manner(tie="facilitator"))
    press_until(director, Step.VOTE)
    vote(director, clock, 0, 0, 1, 1)
    press_until(director, Step.SECOND)
    vote(director, clock, 0, 0, 1, 1)
    press_until(director, Step.REVEAL)
    director.press("space")
    assert (Step.REVEAL, True) == (director.hall.session.step, "level" in words(director))


def test_the_remote_turns_the_same_pages_as_the_key(made, proof):
    """Next on her phone is Space on the laptop: where there is a page to turn, it is turned."""
    by_key, _ = made()
    by_remote, _ = made()
    seen = []
    for director in (by_key, by_remote):
        shown = []
        for _ in range(12):
            page(director, proof)
            shown.append((director.hall.session.step, words(director)))
            if director is by_key:
                director.press("space")
            else:
                director.turn(Command("enter"))
                director.wake()
        seen.append(shown)
    assert seen[0] == seen[1]


def test_the_remote_puts_away_what_lies_above_and_lights_the_screen(made):
    """She cannot see the laptop; her one button goes on whatever is open there."""
    director, _ = made()
    for key in ("escape", "b"):
        director.press(key)
    director.turn(Command("enter"))
    director.wake()
    assert (False, Step.SCENE) == (director.hall.session.blank, director.hall.session.step)


def test_escape_asks_before_anything_ends(made):
    """A workshop is not closed by a wrong key."""
    director, _ = made()
    director.press("escape")
    asked = (director.wishes.quit, "Leave the room?" in words(director))
    director.press("escape")
    director.press("escape")
    director.press("q")
    assert ((False, True), True) == (asked, director.wishes.quit)


def test_a_workshop_that_runs_out_of_time_ends_at_a_scene_and_asks_before(made):
    """E, and E again: the room reads its column; anything else plays on."""
    director, _ = made()
    press_until(director, Step.SCENE)
    for key in ("e", "space"):
        director.press(key)
    asked = director.hall.session.step
    for key in ("e", "e"):
        director.press(key)
    assert (Step.SCENE, Step.COLUMN) == (asked, director.hall.session.step)


def test_a_double_press_is_one_press(made):
    """A clicker that bounces, or a nervous thumb: the vote is not closed before anybody has voted."""
    director, _ = made()
    press_until(director, Step.SCENE)
    now = [100.0]
    director._steady = lambda: now[0]
    seen = []
    for later in (1.0, 0.05, 0.05, 0.3, 1.0):
        now[0] += later
        director.press("space")
        seen.append(words(director))
    assert (seen[0], seen[0]) == (seen[1], seen[2])
    assert seen[3] != seen[0]


def test_numbers_meant_for_hands_choose_nothing(made):
    """Nobody has voted, and the count is typed a page too late: the story waits, and H counts the hands."""
    director, _ = made(people=0)
    press_until(director, Step.REVEAL)
    for key in "12":
        director.press(key)
    assert (Step.REVEAL, ()) == (director.hall.session.step, director.hall.session.playthrough.choices)
    for key in ("left", "h", "6", "enter", "5", "enter", "space"):
        director.press(key)
    assert [6, 5, 0, 0] == list(director.hall.session.now.counts.values())


def test_a_vote_that_nobody_cast_can_be_opened_again(made):
    """One press too many is taken back by one press back."""
    director, _ = made()
    press_until(director, Step.REVEAL)
    director.press("left")
    assert (Step.VOTE, True) == (director.hall.session.step, director.hall.session.now.first.open)


def test_a_room_of_raised_hands_is_asked_for_hands(made):
    """S in the lobby, and the wall speaks of hands from then on."""
    director, _ = made(people=0, manner=Manner(phones=False))
    press_until(director, Step.VOTE)
    director.press("space")
    assert "Hands up" in words(director)


def test_talk_can_be_added_and_skipped_at_the_laptop(made):
    """T talks although most agree; R shows the votes without talk."""
    director, clock = made()
    press_until(director, Step.VOTE)
    vote(director, clock, 1, 1, 1, 1)
    director.press("t")
    talked = director.hall.session.step
    director.press("r")
    assert (Step.TALK, Step.REVEAL) == (talked, director.hall.session.step)


def test_one_comes_back_to_the_page_one_came_from(made, proof):
    """One step back is one page back, not a leap to the first."""
    director, clock = made()
    press_until(director, Step.VOTE)
    vote(director, clock, 0, 0, 0, 0)
    press_until(director, Step.CONSEQUENCE)
    shown = []
    while director.hall.session.step is Step.CONSEQUENCE:
        page(director, proof)
        shown.append(words(director))
        director.press("space")
    while director.hall.session.step is not Step.CONSEQUENCE:
        director.press("left")
    page(director, proof)
    assert shown[-1] == words(director)


def test_the_dark_screen_says_nothing_and_any_key_lights_it(made, proof):
    """Blank means black."""
    director, _ = made()
    director.press("b")
    dark = [mark for mark in page(director, proof).marks if hasattr(mark, "text")]
    director.press("space")
    assert ([], False, Step.LOBBY) == (dark, director.hall.session.blank, director.hall.session.step)


def test_hands_are_typed_in_and_counted(made):
    """No phones: raised hands will do."""
    director, _ = made(people=0)
    press_until(director, Step.VOTE)
    for key in ("h", "6", "enter", "1", "1", "enter", "space"):
        director.press(key)
    now = director.hall.session.now
    assert [6, 11, 0, 0] == list(now.counts.values())


def test_a_disk_that_takes_nothing_is_said_and_nothing_more_is_acknowledged(made):
    """No silence: the facilitator reads why."""

    def full(rows):
        raise OSError("the disk is full")

    director, clock = made(people=0, keep=full)
    director.press("space")
    clock.now += 1
    director.wake()
    assert "the disk is full" in words(director)


def test_whether_the_whole_is_played_is_settled_in_the_lobby(made):
    """The cut, or all of it."""
    director, clock = made()
    director.hall.happen(Arranged("whole", True))
    clock.now += 1
    director.wake()
    assert shipped().scenes.keys() == director.hall.session.setup.scenario.scenes.keys()


@pytest.mark.parametrize("seed", range(4))
def test_any_key_may_be_pressed_at_any_time(made, proof, seed):
    """Five hundred keys in a row, with votes in between: every page can be shown, and no vote is lost."""
    chance = Random(seed)
    director, clock = made(people=5, manner=Manner(say_first=seed % 2 == 0, sure=True, tables=2 if seed == 3 else 0))
    cast = {}
    for number in range(500):
        session = director.hall.session
        if session.step in VOTING and session.now.last.open and chance.random() < 0.3:
            place = chance.randrange(len(session.now.offered))
            director.hall.happen(Voted("person 1", session.moment, session.round, session.now.offered[place]))
            cast[session.moment, session.round] = session.now.offered[place]
        key = chance.choice(KEYS)
        if key == "q" or (key == "y" and "Leave" in words(director)):
            continue
        director.press(key)
        director.wishes.quit = False
        clock.now += 0.4
        director.wake()
        if number % 9 == 0:
            assert page(director, proof).marks
    voter = "person 1" if seed != 3 else None
    for (moment, round_), choice in cast.items():
        held = director.hall.session.moments[moment]
        ballots = (held.first if round_ == 1 else held.second).ballots
        assert choice == (ballots[voter].choice if voter else choice)


def test_each_way_to_the_end_can_be_shown(made, proof):
    """A whole workshop by one key, each page set."""
    director, clock = made(people=3)
    seen = set()
    for _ in range(600):
        session = director.hall.session
        seen.add(session.step)
        page(director, proof)
        if session.step in VOTING and session.now.last.cast == 0:
            vote(director, clock, 0, 1, 1)
        if session.step is Step.CLOSED:
            break
        director.press("space")
    assert {*Step} - {Step.SAY} == seen | {Step.COLUMNIST}


def test_a_scene_that_somebody_answered_is_not_gone_back_behind(made):
    """Votes cast are votes kept."""
    director, clock = made()
    press_until(director, Step.VOTE)
    vote(director, clock, 0, 0, 1, 1)
    for _ in range(40):
        director.press("left")
    assert (0, 4) == (director.hall.session.moment, director.hall.session.now.first.cast)


def test_a_language_that_is_changed_while_a_room_is_held_holds_at_once(made):
    """The wall is told anew at the same step, whoever listens is told to look, and nothing is lost."""
    from game.language import tongue
    from game.stage.intents import Change

    director, clock = made()
    press_until(director, Step.VOTE)
    vote(director, clock, 0, 1)
    told = []
    director.hall.listen(lambda: told.append(tongue().code))
    while director.settings.language != "de":
        director.act(Change("language", 1))
    assert ("de", Step.VOTE, 2) == (told[-1], director.hall.session.step, director.hall.session.now.last.cast)
