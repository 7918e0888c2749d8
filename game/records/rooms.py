"""The chronicle of rooms: every event on disk before it is acknowledged, so that a power cut costs a workshop nothing.

Standard library only. Nothing that would let anybody in again is written: a participant's id is a digest of a secret
that only their phone holds, and so is the facilitator's.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.language import _

SCHEMA = """
create table if not exists room (
  id integer primary key,
  word text not null,
  source text not null,
  scenario text not null,
  fingerprint text not null,
  setup text not null,
  began real not null,
  touched real not null,
  closed integer not null default 0
);
create table if not exists event (
  room integer not null references room (id) on delete cascade,
  number integer not null,
  at real not null,
  body text not null,
  primary key (room, number)
) without rowid;
create index if not exists room_of_scenario on room (scenario);
create trigger if not exists touched after insert on event begin
  update room set touched = new.at where id = new.room;
end;
"""
AT_ONCE = 200
"""Events that one statement writes. Each statement hands the interpreter over and must wait for it to come back, which
under a load takes longer than the disk."""
BUSY_SECONDS = 5.0


class ChronicleUnavailable(Exception):
    """The chronicle can be neither read nor written: the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room as it was written down."""

    id: int
    word: str
    source: str
    """The path of the scenario."""
    scenario: str
    fingerprint: str
    setup: Mapping[str, Any]
    """Whatever else was decided before anybody came in."""
    began: float
    """Seconds since 1970."""
    touched: float
    closed: bool


class Chronicle:
    """One file; used by one thread at a time, whichever that is."""

    def __init__(self, path: Path) -> None:
        """Open the file, which is made if it is not there.

        Raises:
            ChronicleUnavailable: it can be neither read nor made.
        """
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # names and texts of people are in it
            self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = full")
            self._db.execute("pragma foreign_keys = on")
            self._db.execute("pragma secure_delete = on")  # what is erased is overwritten
            self._db.executescript(SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise ChronicleUnavailable(_("{path} cannot be opened ({why})", path=path, why=error)) from error

    def begin(
        self, *, word: str, source: str, scenario: str, fingerprint: str, setup: Mapping[str, Any], at: float
    ) -> int:
        """Begin the record of a room, and return its number."""
        row = self._do(
            "insert into room (word, source, scenario, fingerprint, setup, began, touched) values (?, ?, ?, ?, ?, ?, ?)",
            (word, source, scenario, fingerprint, json.dumps(setup), at, at),
        )
        return int(row.lastrowid or 0)

    def keep(self, room: int, rows: Iterable[tuple[int, float, Mapping[str, Any]]]) -> None:
        """Write events down, each with its number and time; all of them are on disk when this returns.

        Raises:
            ChronicleUnavailable: the disk does not take them; none of them is written.
        """
        many = [(room, number, at, json.dumps(body)) for number, at, body in rows]
        if not many:
            return
        try:
            if len(many) <= AT_ONCE:  # one statement is all or nothing by itself
                self._insert(many)
                return
            self._db.execute("begin immediate")
            try:
                for first in range(0, len(many), AT_ONCE):
                    self._insert(many[first : first + AT_ONCE])
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")
        except sqlite3.Error as error:
            raise ChronicleUnavailable(_("the chronicle cannot be written ({why})", why=error)) from error

    def _insert(self, rows: list[tuple[int, int, float, str]]) -> None:
        places = ", ".join(["(?, ?, ?, ?)"] * len(rows))
        values = [value for row in rows for value in row]
        self._db.execute(f"insert into event (room, number, at, body) values {places}", values)

    def close_room(self, room: int) -> None:
        """Write down that a room was closed: nobody goes on with it."""
        self._do("update room set closed = 1 where id = ?", (room,))

    def remember(self, room: int, setup: Mapping[str, Any]) -> None:
        """Replace what was decided before anybody came in."""
        self._do("update room set setup = ? where id = ?", (json.dumps(setup), room))

    def left_open(self, scenario: str, *, since: float) -> RoomRow | None:
        """Return the room of a scenario that was left open last, if it was touched since a time."""
        found = self._rows(
            "select * from room where scenario = ? and closed = 0 and touched >= ? order by touched desc, id desc limit 1",
            (scenario, since),
        )
        return found[0] if found else None

    def rooms(self, scenario: str) -> list[RoomRow]:
        """Return all rooms of a scenario, the oldest first."""
        return self._rows("select * from room where scenario = ? order by id", (scenario,))

    def events(self, room: int) -> list[tuple[float, Mapping[str, Any]]]:
        """Return what happened in a room, in order."""
        try:
            found = self._db.execute("select at, body from event where room = ? order by number", (room,)).fetchall()
            return [(float(at), json.loads(body)) for at, body in found]
        except (sqlite3.Error, ValueError) as error:
            raise ChronicleUnavailable(_("the chronicle cannot be read ({why})", why=error)) from error

    def forget(self, room: int) -> None:
        """Erase a room and all that happened in it, also from the free space of the file and from its log."""
        self._do("delete from room where id = ?", (room,))
        self._do("pragma wal_checkpoint(truncate)", ())

    def close(self) -> None:
        """Close the file."""
        with closing(self._db):
            pass

    def _rows(self, query: str, values: tuple[object, ...]) -> list[RoomRow]:
        try:
            rows = self._db.execute(query, values).fetchall()
            return [
                RoomRow(int(r[0]), r[1], r[2], r[3], r[4], json.loads(r[5]), float(r[6]), float(r[7]), bool(r[8]))
                for r in rows
            ]
        except (sqlite3.Error, ValueError) as error:
            raise ChronicleUnavailable(_("the chronicle cannot be read ({why})", why=error)) from error

    def _do(self, query: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        try:
            return self._db.execute(query, values)
        except sqlite3.Error as error:
            raise ChronicleUnavailable(_("the chronicle cannot be written ({why})", why=error)) from error
