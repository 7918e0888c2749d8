"""One session that the window, the server and the disk share: nothing is acknowledged that is not on the disk."""

from __future__ import annotations

import time
from collections import Counter
from itertools import count
from random import Random
from threading import Event as Flag
from threading import Lock, Semaphore, Thread

import pytest

from game.room.errors import Refused
from game.room.events import Joined, Voted, Went, from_plain
from game.room.hall import Hall, NotKept, Row
from game.room.machine import begin, folded
from game.room.session import Session
from tests.room.rooms import Life, lived, room, setup

CLOCK = count(1)


class Disk:
    """A disk that can be held up, and can fail."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.writes: list[int] = []
        """How many rows each write held."""
        self.free = Flag()
        self.free.set()
        self.fails_after = 1_000_000

    def __call__(self, rows: list[Row]) -> None:
        self.free.wait(10)
        if len(self.rows) + len(rows) > self.fails_after:
            raise OSError("No space left on device")
        self.rows += rows
        self.writes.append(len(rows))


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def hall(disk):
    made = Hall(begin(setup(), at=0.0), disk, lambda: float(next(CLOCK)))
    yield made
    disk.free.set()
    made.close()


def threads(*works):
    """Do some things at once, and wait until all are done."""
    running = [Thread(target=work) for work in works]
    for each in running:
        each.start()
    for each in running:
        each.join(20)
    assert not any(each.is_alive() for each in running)


def again(hall: Hall, disk: Disk) -> Session:
    """Return the session that the disk would give back."""
    return folded(hall.session.setup, ((at, from_plain(body)) for _, at, body in disk.rows), at=0.0)


# ---------------------------------------------------------------- many at once


def test_what_many_threads_have_happen_is_on_the_disk_in_order_and_once(hall, disk):
    """The server, the window and a rehearsal, all at the same time."""
    acknowledged: list[tuple[int, str]] = []
    lock = Lock()

    def coming(lane: int) -> None:
        for number in range(60):
            who = f"{lane}/{number}"
            happened = hall.happen(Joined(who))
            assert hall.wait(happened)
            with lock:
                acknowledged.append((happened, who))

    threads(*(lambda lane=lane: coming(lane) for lane in range(8)))
    assert list(range(1, 481)) == [number for number, _, _ in disk.rows]
    assert sorted(acknowledged) == [(number, body["person"]) for number, _, body in disk.rows]
    assert hall.session == again(hall, disk)


def test_an_acknowledged_event_is_on_the_disk_before_it_is_acknowledged(hall, disk):
    """Whoever waited for it may say so."""
    missing = []

    def coming(lane: int) -> None:
        for step in range(40):
            number = hall.happen(Joined(f"{lane}/{step}"))
            if not hall.wait(number) or number > len(disk.rows):
                missing.append(number)

    threads(*(lambda lane=lane: coming(lane) for lane in range(6)))
    assert ([], 240) == (missing, hall.written)


def test_while_the_disk_is_busy_events_gather_and_are_written_together(hall, disk):
    """A thousand votes cost a few dozen writes."""
    disk.free.clear()
    numbers = [hall.happen(Joined(f"p{number}")) for number in range(200)]
    assert (False, 0) == (hall.wait(numbers[-1], seconds=0.05), hall.written)
    disk.free.set()
    assert hall.wait(numbers[-1])
    assert (200, True) == (sum(disk.writes), len(disk.writes) <= 2)


def test_what_comes_while_the_disk_writes_is_not_taken_for_written():
    """Only what was in the write is on the disk when it is done."""
    kept: list[Row] = []
    turns = Semaphore(0)

    def slow(rows: list[Row]) -> None:
        turns.acquire(timeout=10)
        kept.extend(rows)

    hall = Hall(begin(setup(), at=0.0), slow, lambda: 1.0)
    first = hall.happen(Joined("ann"))
    time.sleep(0.1)  # the first is being written
    second = hall.happen(Joined("ben"))
    turns.release()
    assert (True, False, 1, 1) == (hall.wait(first), hall.wait(second, seconds=0.1), hall.written, len(kept))
    turns.release()
    assert (True, 2) == (hall.wait(second), len(kept))
    hall.close()


def test_whoever_reads_reads_all_of_one_moment(hall, disk):
    """The session is a value: never half of it."""
    for step in (Joined("ann"), Went("scene"), Went("vote")):
        hall.happen(step)
    torn, over = [], Flag()

    def voting() -> None:
        luck = Random(3)
        for number in range(400):
            hall.happen(Joined(f"p{number}"))
            hall.happen(Voted(f"p{number}", 0, 1, luck.choice(["a1", "b1", "c1"])))
        over.set()

    def looking() -> None:
        while not over.is_set():
            session = hall.session
            if not set(session.now.first.ballots) <= set(session.people):
                torn.append(session)

    threads(voting, looking, looking)
    assert ([], 400, 803) == (torn, hall.session.now.first.cast, hall.number)


def test_the_listeners_are_told_when_something_happened_and_when_it_was_written(hall):
    """So that nobody asks again and again."""
    told = Counter[str]()
    hall.listen(lambda: told.update(["written" if hall.written == hall.number else "happened"]))
    hall.wait(hall.happen(Joined("ann")))
    hall.close()
    assert ({"written"}, True) == (set(told) - {"happened"}, sum(told.values()) >= 2)


# ---------------------------------------------------------------- refusals and a disk that fails


def test_what_is_refused_leaves_no_trace(hall, disk):
    """Neither in the session nor on the disk."""
    hall.wait(hall.happen(Joined("ann")))
    before = hall.session
    with pytest.raises(Refused):
        hall.happen(Voted("ann", 0, 1, "a1"))
    hall.close()
    assert (True, 1, 1) == (hall.session is before, hall.number, len(disk.rows))


def test_what_changes_nothing_is_not_written(hall, disk):
    """A phone that reloads a hundred times is one line."""
    numbers = {hall.happen(Joined("ann")) for _ in range(100)}
    hall.close()
    assert ({1}, 1) == (numbers, len(disk.rows))


def test_a_disk_that_is_full_is_said_and_nothing_more_is_acknowledged(hall, disk):
    """Whose fault it is, and never a vote that is not kept."""
    disk.fails_after = 3
    answers = []
    for number in range(6):
        try:
            answers.append(hall.wait(hall.happen(Joined(f"p{number}"))))
        except NotKept as why:
            answers.append(str(why))
    said = "The laptop’s disk takes no more: No space left on device."
    assert ([True, True, True, False, said, said], said, 3) == (answers, hall.trouble, hall.written)
    assert [1, 2, 3] == [number for number, _, _ in disk.rows]


def test_when_the_disk_fails_all_who_wait_are_told_at_once(hall, disk):
    """Not after a timeout."""
    disk.free.clear()
    disk.fails_after = 0
    number = hall.happen(Joined("ann"))
    answers = []
    waiting = [Thread(target=lambda: answers.append(hall.wait(number, seconds=20))) for _ in range(3)]
    for each in waiting:
        each.start()
    disk.free.set()
    for each in waiting:
        each.join(10)
    assert [False, False, False] == answers


def test_what_is_left_is_written_when_the_hall_is_closed(hall, disk):
    """The last tap before the lid comes down."""
    disk.free.clear()
    for number in range(5):
        hall.happen(Joined(f"p{number}"))
    disk.free.set()
    hall.close()
    assert (5, 5) == (len(disk.rows), hall.written)


@pytest.mark.parametrize("seed", range(8))
def test_a_hall_is_the_fold_of_what_it_wrote(disk, seed):
    """Anything in any order, and the disk gives the same room back."""
    life: Life = lived(Random(seed), events=150)
    times = iter([at for at, _ in life.accepted])
    hall = Hall(begin(life.setup, at=100.0), disk, lambda: next(times))
    for _, event in life.accepted:
        hall.happen(event)
    hall.close()
    found = folded(life.setup, ((at, from_plain(body)) for _, at, body in disk.rows), at=100.0)
    assert life.last == hall.session == found


def test_a_room_that_is_gone_on_with_counts_on(disk):
    """The numbers of events go on where they were."""
    hall = Hall(room("ann ben"), disk, lambda: 9.0, number=2)
    number = hall.happen(Joined("cat"))
    hall.close()
    assert (3, [3], 3) == (number, [row for row, _, _ in disk.rows], hall.written)


def test_a_disk_that_was_held_for_a_moment_takes_what_waited(monkeypatch):
    """A backup that holds the file ends no evening: what was refused an acknowledgement is written once it can be."""
    import game.room.hall as module

    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.05)
    kept, held = [], [True]

    def keep(rows):
        if held[0]:
            raise OSError("the file is held")
        kept.extend(rows)

    hall = Hall(begin(setup(), at=0.0), keep, lambda: 1.0)
    number = hall.happen(Joined("ann"))
    assert not hall.wait(number, seconds=0.3)
    held[0] = False
    for _ in range(200):
        if hall.wait(number, seconds=1):
            break
        time.sleep(0.02)
    assert ([number], "") == ([row[0] for row in kept], hall.trouble)
    hall.close()
