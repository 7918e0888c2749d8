"""A room and its record: gone on with after a break, and compared with the rooms before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.records.rooms import Chronicle
from game.room import chronicled
from game.room.events import Arranged, Joined, Took, Untook, Voted, Went, to_plain
from game.room.machine import apply, begin
from game.room.session import Step
from game.room.setup import Manner, setup_for
from game.story.debrief import together
from tests.room.served import shipped

HOUR = 3_600.0


@pytest.fixture
def chronicle(tmp_path):
    made = Chronicle(tmp_path / "rooms.db")
    yield made
    made.close()


def held(chronicle, *events, at=0.0, manner=None, scenario=None):
    """Return a room in which some things happened, as it was before it was left."""
    known = scenario or shipped()
    setup = setup_for(known, word="MOKA", seed=3, manner=manner)
    room = chronicled.begun(chronicle, known, setup, source="here", at=at)
    session = begin(setup, at=at)
    for number, event in enumerate(events, 1):
        session = apply(session, event, at=at + number)
        chronicle.keep(room.id, [(number, at + number, to_plain(event))])
    return replace(room, session=session)


def moment(choice):
    return (Went("vote"), Went("reveal"), Took(choice, "majority"), Went("scene"))


def whole_play(chronicle, *, at, pick=0, manner=None):
    """Return a room that played to the end, each time the choice at a place."""
    known = shipped()
    session = begin(setup_for(known, word="MOKA", seed=3, manner=manner), at=at)
    events = [Went("scene")]
    session = apply(session, events[0], at=at)
    while not session.state.over:
        offered = session.now.offered
        for event in moment(offered[min(pick, len(offered) - 1)]):
            session = apply(session, event, at=at)
            events.append(event)
    return held(chronicle, *events, at=at, manner=manner)


# ---------------------------------------------------------------- going on


def test_a_room_that_was_left_open_is_gone_on_with_as_it_stood(chronicle):
    """Everybody is there, and so are their votes."""
    first = shipped().cut.moments[0]
    choice = shipped().scenes[first].choices[1].id
    before = held(chronicle, Joined("ann"), Joined("ben"), Went("scene"), Went("vote"), Voted("ann", 0, 1, choice))
    found = chronicled.left_open(chronicle, shipped(), at=HOUR)
    assert (before.session, 5) == (found.session, found.number)


def test_a_room_that_was_closed_is_not_gone_on_with(chronicle):
    """Closed means closed."""
    room = held(chronicle, Joined("ann"))
    chronicle.close_room(room.id)
    assert None is chronicled.left_open(chronicle, shipped(), at=HOUR)


def test_yesterdays_room_is_not_gone_on_with(chronicle):
    """After twelve hours it is another day and another room."""
    held(chronicle, Joined("ann"))
    assert [True, False] == [
        chronicled.left_open(chronicle, shipped(), at=hours * HOUR) is not None for hours in (11.9, 12.1)
    ]


def test_a_scenario_that_was_changed_meanwhile_begins_anew(chronicle):
    """Votes on other words are no votes on these; the record of them stays."""
    held(chronicle, Joined("ann"))
    changed = replace(shipped(), fingerprint="another")
    assert (None, 1) == (chronicled.left_open(chronicle, changed, at=HOUR), len(chronicle.rooms("bakery")))


def test_a_record_of_a_later_version_is_left_alone(chronicle):
    """An event that this version does not know is no reason to fail."""
    room = held(chronicle, Joined("ann"))
    chronicle.keep(room.id, [(2, 2.0, {"is": "Danced", "person": "ann"})])
    assert (None, 2) == (chronicled.left_open(chronicle, shipped(), at=HOUR), len(chronicle.events(room.id)))


def test_the_address_and_the_remote_are_remembered(chronicle):
    """The same port and the same remote, after a break."""
    room = held(chronicle, Joined("ann"))
    chronicled.remember(chronicle, room, port=8083, remotes={"lead"})
    found = chronicled.left_open(chronicle, shipped(), at=HOUR)
    assert (8083, ("lead",)) == (found.port, found.remotes)


def test_the_whole_is_gone_on_with_as_the_whole(chronicle):
    """What was settled in the lobby stays settled."""
    before = held(chronicle, Arranged("whole", True), Went("scene"))
    found = chronicled.left_open(chronicle, shipped(), at=HOUR)
    assert (shipped().start, before.session) == (found.session.state.scene, found.session)


# ---------------------------------------------------------------- other rooms


def test_other_rooms_are_their_capital_by_moment(chronicle):
    """The chart stands beside what other rooms did: their choices, replayed."""
    one, two = whole_play(chronicle, at=0), whole_play(chronicle, at=100, pick=1)
    mine = held(chronicle, Joined("ann"), at=200)
    found = chronicled.others(chronicle, shipped(), whole=False, but=mine.id)
    assert (together(one.session.state), together(two.session.state)) == found


def test_rooms_that_stopped_early_or_played_the_whole_are_not_compared(chronicle):
    """A chart compares what can be compared."""
    held(chronicle, Went("scene"))
    whole_play(chronicle, at=0, manner=Manner(whole=True))
    mine = held(chronicle, at=200)
    assert () == chronicled.others(chronicle, shipped(), whole=False, but=mine.id)
    assert 1 == len(chronicled.others(chronicle, shipped(), whole=True, but=mine.id))


def test_a_choice_that_was_taken_back_does_not_count(chronicle):
    """The playthrough is what stands in the end."""
    bodies = [to_plain(each) for each in (Took("a", "majority"), Untook(), Took("b", "lot"), Took("c", "majority"))]
    assert ("b", "c") == chronicled.chosen(bodies)


def test_a_room_can_be_forgotten(chronicle):
    """Records can be erased, with all that happened."""
    room = held(chronicle, Joined("ann"))
    chronicle.forget(room.id)
    assert ([], []) == (chronicle.rooms("bakery"), chronicle.events(room.id))


def test_the_whole_is_settled_before_the_first_scene(chronicle):
    """Then the room goes one way."""
    from game.room.errors import Refused

    room = held(chronicle, Arranged("whole", True))
    assert (Step.LOBBY, shipped().start) == (room.session.step, room.session.state.scene)
    going = apply(room.session, Went("scene"), at=5)
    with pytest.raises(Refused):
        apply(going, Arranged("whole", False), at=6)
