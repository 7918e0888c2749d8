"""Simulated people: a facilitator can practise alone, and what happens is like a room."""

from __future__ import annotations

import time
from collections import Counter
from random import Random

import pytest

from game.room.crowd import Crowd, Deed, Leaning, shortened
from game.room.errors import Refused
from game.room.events import Arranged, Event, Joined, Typed, Voted, Went
from game.room.findings import findings
from game.room.going import onward
from game.room.hall import Hall
from game.room.machine import apply, begin
from game.room.rehearsal import Rehearsal
from game.room.session import VOTING, Session, Step
from game.room.votes import moved
from tests.room.rooms import SHIPPED, after, plain, setup
from tests.room.served import shipped

PATIENCE = 25.0
"""Seconds that this facilitator gives every step."""


def rehearsed(size: int = 30, seed: int = 4, name: str = "bakery", **manner: object) -> tuple[Session, list[tuple[Step, Deed]]]:
    """Return a workshop that a crowd played to its end, on a clock of its own, and everything that the crowd did."""
    crowd, at = Crowd(size, seed), 0.0
    session = begin(setup(shipped(name), seed=seed, **manner), at=0.0)
    done = []
    while session.step is not Step.CLOSED:
        for deed in crowd.deeds(session, since=at):
            if deed.after <= PATIENCE:
                session = apply(session, deed.event, at=at + deed.after)
                done.append((session.step, deed))
        at += PATIENCE
        session = apply(session, onward(session), at=at)
    return session, done


def of(done: list[tuple[Step, Deed]], kind: type[Event]) -> list[Deed]:
    return [deed for _, deed in done if isinstance(deed.event, kind)]


# ---------------------------------------------------------------- a whole workshop


@pytest.mark.parametrize("name", SHIPPED)
def test_a_rehearsal_plays_every_shipped_cut_to_its_end(name):
    """Nothing that a simulated person does is ever refused, and they are all counted."""
    session, done = rehearsed(name=name, say_first=True, sure=True, names=True)
    votes = sum(len(held.first.ballots) for held in session.moments if held.first is not None)
    assert (True, 30, True) == (session.state.over, len(session.people), votes > 20 * len(session.moments))
    assert {Joined, Voted, Typed} == {type(deed.event) for _, deed in done}


def test_a_rehearsal_is_worth_practising_with():
    """Some moments are split and some are not, talking changes minds, and some are sure and wrong."""
    sessions = [rehearsed(seed=seed, name=name, sure=True)[0] for seed in range(3) for name in SHIPPED]
    split = [held.second is not None for session in sessions for held in session.moments if held.first is not None]
    changed = [moved(held.first, held.second) for session in sessions for held in session.moments if held.second is not None]
    assert 0.3 < sum(split) / len(split) < 0.97
    assert (True, True) == (3 < sum(changed) / len(changed) < 15, all(findings(session).divided for session in sessions))
    assert len(sessions) - 2 <= sum(findings(session).sure_and_wrong is not None for session in sessions)


def test_people_differ_and_so_do_their_votes():
    """Tempted, careful, at a whim, by length, and by the neighbour."""
    broke: dict[Leaning, list[bool]] = {leaning: [] for leaning in Leaning}
    for seed in range(6):
        crowd = Crowd(80, seed)
        session = after(begin(setup(shipped()), at=0.0), *(Joined(one.person) for one in crowd.people), "scene", "vote")
        picked = {deed.event.person: session.choices[deed.event.choice] for deed in crowd.deeds(session, since=900)}
        for one in crowd.people:
            if one.person in picked:
                broke[one.leaning].append(picked[one.person].breaks is not None)
    share = {leaning: sum(each) / len(each) for leaning, each in broke.items()}
    assert Leaning.TEMPTED is max(share, key=share.get)
    assert 4 * share[Leaning.CAREFUL] < share[Leaning.TEMPTED] > 0.5


# ---------------------------------------------------------------- the same, and not the same


def test_the_same_seed_is_the_same_rehearsal_to_the_last_vote():
    """Practise it again."""
    (one, did), (two, again) = rehearsed(seed=9, say_first=True), rehearsed(seed=9, say_first=True)
    assert (plain(one), did) == (plain(two), again)


def test_another_seed_is_another_rehearsal():
    """Practise something else."""
    sessions = [rehearsed(seed=seed)[0] for seed in (9, 10)]
    assert sessions[0].moments[0].first.ballots != sessions[1].moments[0].first.ballots
    assert not set(sessions[0].people) & set(sessions[1].people)


# ---------------------------------------------------------------- like people


def test_people_come_one_by_one_and_take_their_time():
    """They trickle in; nobody votes at once, nor all at the same time."""
    crowd = Crowd(60, 2)
    session = begin(setup(shipped()), at=0.0)
    comes = [deed.after for deed in crowd.deeds(session, since=0.0)]
    assert (60, True, True) == (len(comes), comes == sorted(comes), comes[0] > 0)
    session = after(session, *(Joined(one.person) for one in crowd.people), "scene", "vote")
    delays = [deed.after for deed in crowd.deeds(session, since=900.0)]
    assert (True, True) == (2 <= min(delays) and max(delays) <= 20, len({int(each) for each in delays}) > 8)


def test_some_never_vote_and_some_are_away_for_a_while():
    """As in any room."""
    session, done = rehearsed(size=120)
    voted = {who for held in session.moments if held.first is not None for who in held.first.ballots}
    each = Counter(deed.event.moment for deed in of(done, Voted) if deed.event.round == 1)
    assert (True, True) == (100 < len(voted) < 120, min(each.values()) < max(each.values()))


def test_late_comers_come_to_a_room_that_has_begun():
    """And vote when they are in."""
    crowd = Crowd(40, 3)
    session = after(begin(setup(shipped()), at=0.0), "scene", "vote")
    come: set[str] = set()
    for deed in crowd.deeds(session, since=0.0):
        if isinstance(deed.event, Voted):
            assert deed.event.person in come
        else:
            come.add(deed.event.person)
    assert len(come) == 40


def test_names_are_given_only_where_they_are_asked_for():
    """Nobody says who they are unasked; asked in the lobby, those who are there answer."""
    asked, _ = rehearsed(size=90, names=True)
    unasked, _ = rehearsed(size=90)
    assert ({""}, True) == ({one.name for one in unasked.people.values()}, all(one.name for one in asked.people.values()))
    crowd = Crowd(10, 1)
    session = after(begin(setup(shipped()), at=0.0), *(Joined(one.person) for one in crowd.people), Arranged("names", True))
    assert [True] * 10 == [bool(deed.event.name) for deed in crowd.deeds(session, since=900.0)]


def test_tables_vote_once():
    """Whoever is quickest at a table taps for it."""
    crowd = Crowd(24, 6)
    session = begin(setup(shipped(), tables=4), at=0.0)
    session = after(session, *(deed.event for deed in crowd.deeds(session, since=0.0)), "scene", "vote")
    deeds = crowd.deeds(session, since=900.0)
    assert (4, {1: 6, 2: 6, 3: 6, 4: 6}) == (len(deeds), Counter(one.table for one in session.people.values()))


def test_how_sure_is_said_only_where_it_is_asked():
    """Never scored, never unasked."""
    asked, unasked = ({deed.event.sure for deed in of(rehearsed(sure=sure)[1], Voted)} for sure in (True, False))
    assert ({1, 2, 3}, {0}) == (asked, unasked)


def test_what_is_typed_is_short_and_sounds_like_a_thumb():
    """The beginning of what might be said, on one line."""
    luck = Random(1)
    words = [shortened("Leslie. And this is Maya, who was a penguin, until her left foot came off in the play.", luck) for _ in range(40)]
    assert [] == [each for each in words if not 4 <= len(each.split()) <= 9 or each.endswith((".", ","))]
    session, _ = rehearsed(say_first=True)
    said = [len(held.said) for held in session.moments]
    assert (True, True) == (max(said) > 4, max(said) < 25)


# ---------------------------------------------------------------- in a hall


@pytest.fixture
def hall():
    made = Hall(begin(setup(shipped()), at=0.0), lambda rows: None, time.time)
    yield made
    made.close()


class Hurried(Crowd):
    """A crowd that does at once what others do in their time."""

    def deeds(self, session: Session, *, since: float) -> tuple[Deed, ...]:
        return tuple(Deed(deed.after / 100, deed.event) for deed in super().deeds(session, since=since * 100))


def until(true, seconds=15.0):
    over = time.monotonic() + seconds
    while not true() and time.monotonic() < over:
        time.sleep(0.02)
    return true()


def test_a_rehearsal_fills_a_hall_and_votes_when_it_is_asked(hall):
    """The facilitator presses her key, and the room does the rest."""
    rehearsal = Rehearsal(hall, Hurried(12, 3))
    rehearsal.start()
    assert until(lambda: len(hall.session.people) == 12)
    hall.happen(Went("scene"))
    hall.happen(Went("vote"))
    assert until(lambda: hall.session.now.first.cast >= 8)
    hall.happen(Went("talk"))
    hall.happen(Went("second"))
    assert until(lambda: hall.session.now.second.cast >= 8)
    rehearsal.stop()
    assert (True, True) == (hall.session.step in VOTING, 8 <= hall.connected <= 12)


def test_a_rehearsal_that_was_stopped_does_nothing_more(hall):
    """Leave, and the room is empty of noise."""
    rehearsal = Rehearsal(hall, Hurried(30, 3))
    rehearsal.start()
    until(lambda: bool(hall.session.people))
    rehearsal.stop()
    number = hall.number
    time.sleep(0.4)
    assert number == hall.number


def test_a_person_who_really_came_is_counted_beside_the_simulated(hall):
    """A facilitator may hold her own phone in a rehearsal."""
    rehearsal = Rehearsal(hall, Hurried(5, 3))
    hall.connected = 1
    rehearsal.start()
    assert until(lambda: hall.connected >= 5)
    hall.connected = 2
    assert until(lambda: hall.connected == 2 + Crowd(5, 3).awake(hall.session))
    rehearsal.stop()


def test_what_is_refused_does_not_end_a_rehearsal():
    """People tap too late, and go on."""
    hall = Hall(after(begin(setup(), at=0.0), "scene", "vote"), lambda rows: None, time.time)
    rehearsal = Rehearsal(hall, Crowd(3, 1))
    with pytest.raises(Refused):
        hall.happen(Voted("nobody", 0, 1, "a1"))
    assert rehearsal._happen([Deed(0.0, Voted("nobody", 0, 1, "a1")), Deed(0.0, Joined("ann"))])
    hall.close()
    assert "ann" in hall.session.people
