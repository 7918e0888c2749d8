"""The record of rooms: what was acknowledged is there after the power went, in order, and once."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from game.records.rooms import Chronicle, ChronicleUnavailable

CHILD = """
import sys, time
from itertools import count
from pathlib import Path
from threading import Thread
from game.authoring import read
from game.records.rooms import Chronicle
from game.resources import scenarios
from game.room.events import Joined
from game.room.hall import Hall
from game.room.machine import begin
from game.room.setup import setup_for
setup = setup_for(read(scenarios() / "bakery").scenario, word="MOKA", seed=7)
chronicle = Chronicle(Path(sys.argv[1]))
room = chronicle.begin(word="MOKA", source="here", scenario="small", fingerprint="f", setup={}, at=0.0)
hall = Hall(begin(setup, at=0.0), lambda rows: chronicle.keep(room, rows), time.time)
print("room", room, flush=True)
def coming(lane):
    for step in count():
        number = hall.happen(Joined(f"{lane}/{step}"))
        if hall.wait(number):
            sys.stdout.write(f"{number} {lane}/{step}\\n")
            sys.stdout.flush()
lanes = [Thread(target=coming, args=(lane,), daemon=True) for lane in range(4)]
for lane in lanes: lane.start()
for lane in lanes: lane.join()
"""


@pytest.fixture
def chronicle(tmp_path: Path):
    made = Chronicle(tmp_path / "rooms.db")
    yield made
    made.close()


def begun(chronicle: Chronicle, *, scenario: str = "bakery", at: float = 0.0) -> int:
    return chronicle.begin(word="MOKA", source="here", scenario=scenario, fingerprint="abc", setup={"seed": 7}, at=at)


def rows(path: Path, query: str) -> list[tuple[int]]:
    """Return what is in the file, read past the chronicle."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()


def bodies(chronicle: Chronicle, room: int) -> list[object]:
    return [body for _, body in chronicle.events(room)]


# ---------------------------------------------------------------- killed in the middle


def killed(path: Path, after: float) -> tuple[int, list[tuple[int, str]]]:
    """Return a room whose process was killed after so many seconds, and what it had acknowledged."""
    with subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        room = int(child.stdout.readline().split()[1])
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        lines = child.stdout.read().splitlines(keepends=True)
    said = [line.split() for line in lines if line.endswith("\n") and len(line.split()) == 2]
    return room, [(int(number), who) for number, who in said]


def test_a_room_that_is_killed_at_any_time_has_everything_that_it_acknowledged(tmp_path):
    """A power cut costs nothing: all of it is there, in order, and none of it twice."""
    luck, path = random.Random(5), tmp_path / "rooms.db"
    lost, disordered, many = [], [], 0
    for _ in range(3):
        room, acknowledged = killed(path, luck.uniform(0.02, 0.3))
        chronicle = Chronicle(path)
        kept = [body["person"] for body in bodies(chronicle, room)]
        numbers = [number for (number,) in rows(path, f"select number from event where room = {room} order by number")]
        chronicle.close()
        many += len(acknowledged)
        lost += [(number, who) for number, who in acknowledged if kept[number - 1 : number] != [who]]
        disordered += [room] if numbers != list(range(1, len(kept) + 1)) or len(set(kept)) != len(kept) else []
    assert ([], [], True) == (lost, disordered, many > 20)


# ---------------------------------------------------------------- what is kept


def test_what_happened_is_read_in_its_order_however_it_was_written(chronicle):
    """By its number, not by when it came to the disk."""
    room = begun(chronicle)
    chronicle.keep(room, [(2, 5.0, {"n": 2}), (1, 4.0, {"n": 1})])
    chronicle.keep(room, [(3, 6.0, {"n": 3})])
    assert [(4.0, {"n": 1}), (5.0, {"n": 2}), (6.0, {"n": 3})] == chronicle.events(room)


def test_an_event_is_not_written_twice_and_with_it_nothing_else_is(chronicle):
    """All of a write, or none of it."""
    room = begun(chronicle)
    chronicle.keep(room, [(1, 1.0, {"n": 1})])
    with pytest.raises(ChronicleUnavailable):
        chronicle.keep(room, [(2, 2.0, {"n": 2}), (1, 2.0, {"n": "again"})])
    assert [{"n": 1}] == bodies(chronicle, room)
    chronicle.keep(room, [(2, 3.0, {"n": 2})])
    assert [{"n": 1}, {"n": 2}] == bodies(chronicle, room)


@pytest.mark.parametrize("many", [0, 1, 200, 201, 1_003])
def test_so_many_at_once_are_all_there_or_none_is(chronicle, many):
    """A hall that taps in the same second."""
    room = begun(chronicle)
    events = [(number, number / 7, {"n": number}) for number in range(1, many + 1)]
    chronicle.keep(room, events)
    assert [(at, body) for _, at, body in events] == chronicle.events(room)
    if many:
        again = [(number + many, at, body) for number, at, body in events[:-1]] + events[-1:]
        with pytest.raises(ChronicleUnavailable):
            chronicle.keep(room, again)
        assert many == len(chronicle.events(room))


def test_rooms_are_kept_apart(chronicle):
    """Two on one evening, and neither has the other's votes."""
    one, two = begun(chronicle), begun(chronicle)
    chronicle.keep(one, [(1, 1.0, {"room": "one"})])
    chronicle.keep(two, [(1, 1.0, {"room": "two"})])
    assert ([{"room": "one"}], [{"room": "two"}]) == (bodies(chronicle, one), bodies(chronicle, two))


def test_the_room_that_was_touched_last_is_gone_on_with(chronicle):
    """Not one that was closed, nor one that was left too long ago, nor that of another scenario."""
    rooms = [begun(chronicle, at=at) for at in (10.0, 20.0, 30.0)]
    begun(chronicle, scenario="coat", at=99.0)
    chronicle.keep(rooms[0], [(1, 50.0, {})])
    chronicle.close_room(rooms[2])
    found = [chronicle.left_open("bakery", since=since) for since in (0.0, 45.0, 51.0)]
    assert [rooms[0], rooms[0], None] == [each.id if each is not None else None for each in found]


def test_what_was_decided_is_remembered_and_can_be_changed(chronicle):
    """The port, and which phones are the facilitator's."""
    room = begun(chronicle)
    chronicle.remember(room, {"seed": 7, "port": 8_081})
    row = chronicle.left_open("bakery", since=0.0)
    assert ("MOKA", "here", "abc", {"seed": 7, "port": 8_081}, False) == (row.word, row.source, row.fingerprint, row.setup, row.closed)


def test_a_second_window_reads_what_the_first_has_written(chronicle, tmp_path):
    """Two connections to one file."""
    room = begun(chronicle)
    chronicle.keep(room, [(1, 1.0, {"n": 1})])
    other = Chronicle(tmp_path / "rooms.db")
    other.remember(room, {"port": 1})
    assert ([{"n": 1}], {"port": 1}) == (bodies(other, room), chronicle.left_open("bakery", since=0.0).setup)
    other.close()


def test_every_write_is_on_the_disk_before_it_is_acknowledged(tmp_path):
    """Write-ahead log, and fully synchronous, at each opening."""
    for _ in range(2):
        chronicle = Chronicle(tmp_path / "rooms.db")
        found = [chronicle._db.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")]
        chronicle.close()
        assert ["wal", 2, 1] == found


def test_erasing_a_room_erases_all_that_happened_in_it(chronicle, tmp_path):
    """Records can be erased; the others stay."""
    one, two = begun(chronicle), begun(chronicle)
    for room, text in ((one, "I would ask her"), (two, "I would wait")):
        chronicle.keep(room, [(1, 1.0, {"text": text})])
    chronicle.forget(one)
    assert ([(two,)], [two]) == (rows(tmp_path / "rooms.db", "select room from event"), [row.id for row in chronicle.rooms("bakery")])
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert (False, True) == (b"I would ask her" in left, b"I would wait" in left)


# ---------------------------------------------------------------- a disk that does not do what it should


def test_a_place_where_nothing_can_be_written_is_said_in_a_sentence(tmp_path):
    """The room can be played all the same, and the facilitator knows what is at stake."""
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ChronicleUnavailable, match="cannot be opened"):
        Chronicle(tmp_path / "file" / "rooms.db")


def test_a_file_that_is_no_record_is_said_to_be_none(tmp_path):
    """Somebody else's file is not overwritten."""
    path = tmp_path / "rooms.db"
    path.write_bytes(b"this is somebody's thesis " * 40)
    with pytest.raises(ChronicleUnavailable):
        Chronicle(path)
    assert path.read_bytes().startswith(b"this is somebody's thesis")


def test_a_record_that_is_locked_is_waited_for_and_then_said_to_be(chronicle, tmp_path):
    """Another program holds the file: nothing is acknowledged, and nothing is half written."""
    room = begun(chronicle)
    chronicle._db.execute("pragma busy_timeout = 100")
    other = sqlite3.connect(tmp_path / "rooms.db", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(ChronicleUnavailable, match="cannot be written"):
        chronicle.keep(room, [(1, 1.0, {})])
    other.execute("rollback")
    other.close()
    chronicle.keep(room, [(1, 2.0, {"n": 1})])
    assert [{"n": 1}] == bodies(chronicle, room)


def test_nothing_that_would_let_anybody_in_is_written(tmp_path):
    """Only digests: neither a phone's secret nor the facilitator's."""
    from game.room.identity import id_of, new_secret

    secret = new_secret()
    chronicle = Chronicle(tmp_path / "rooms.db")
    room = begun(chronicle)
    chronicle.keep(room, [(1, 1.0, {"is": "Joined", "person": id_of(secret)})])
    chronicle.close()
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert (False, True) == (secret.encode() in written, json.dumps(id_of(secret)).encode() in written)
