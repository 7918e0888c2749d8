"""The journal: every choice on disk before its consequence is shown. Standard library only, for it is on the way in.

Nothing is overwritten: what is taken back stays in the file, and no longer counts.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game.language import _

SCHEMA = """
create table play (
  id integer primary key,
  scenario text not null,
  fingerprint text not null,
  source text not null,
  seed integer not null,
  begun text not null,
  ending text,
  total integer,
  score integer,
  percentile integer,
  left_open integer not null default 1
);
create table choice (
  play integer not null references play (id),
  number integer not null,
  moment integer not null,
  choice text not null,
  made text not null,
  taken_back integer not null default 0,
  primary key (play, number)
);
create index play_of_scenario on play (scenario);
"""
VERSION = 1
BUSY_SECONDS = 5.0


class JournalUnavailable(Exception):
    """The journal cannot be read or written: the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A play as the journal has it."""

    id: int
    scenario: str
    fingerprint: str
    source: str
    seed: int


@dataclass(frozen=True, slots=True)
class Record:
    """How a scenario was played so far."""

    begun: int
    finished: int
    best: int | None
    """The best score, 0 to 100."""
    reached: int
    """How many choices the play holds that was begun last."""
    ending: str | None
    """The ending of that play, if it has one."""


class Journal:
    """One file; two games at once may write to it."""

    def __init__(self, connection: sqlite3.Connection, notice: str = "") -> None:
        self._db, self.notice = connection, notice

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open the journal in a file, which is made if it is not there; a damaged one is moved aside.

        Raises:
            JournalUnavailable: the file can be neither read nor made.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise JournalUnavailable(_("the folder {path} cannot be made ({why})", path=path.parent, why=error.strerror)) from error
        try:
            return cls(_connected(path))
        except _Damaged:
            aside = _moved_aside(path)
        except sqlite3.Error as error:
            raise JournalUnavailable(_("{path} cannot be opened ({why})", path=path, why=error)) from error
        try:
            return cls(_connected(path), _("The record of your plays was damaged; it was put aside as {file}.", file=aside.name))
        except (sqlite3.Error, _Damaged) as error:
            raise JournalUnavailable(_("{path} cannot be opened ({why})", path=path, why=error)) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._db:
                self._db.execute("begin immediate")
                yield self._db
        except sqlite3.Error as error:
            raise JournalUnavailable(_("the journal cannot be written ({why})", why=error)) from error

    def _reading(self, query: str, *values: object) -> list[tuple[object, ...]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise JournalUnavailable(_("the journal cannot be read ({why})", why=error)) from error

    def begin(self, scenario: str, fingerprint: str, source: str, seed: int, now: str) -> int:
        """Begin the record of a play, and return its number; older plays of the scenario are kept, but no longer open."""
        with self._writing() as db:
            db.execute("update play set left_open = 0 where scenario = ?", (scenario,))
            row = db.execute(
                "insert into play (scenario, fingerprint, source, seed, begun) values (?, ?, ?, ?, ?)",
                (scenario, fingerprint, source, seed, now),
            )
            return int(row.lastrowid or 0)

    def record(self, play: int, moment: int, choice: str, now: str) -> None:
        """Write a choice down; `moment` counts from 0. It is on disk when this returns."""
        with self._writing() as db:
            db.execute(
                "insert into choice (play, number, moment, choice, made) values "
                "(?, (select coalesce(max(number), 0) + 1 from choice where play = ?), ?, ?, ?)",
                (play, play, moment, choice, now),
            )
            # another window may have begun this scenario too; a play that goes on is open
            db.execute("update play set left_open = 1 where id = ? and left_open = 0", (play,))

    def take_back(self, play: int, length: int) -> None:
        """Keep only the first choices of a play; the others stay in the file and no longer count."""
        with self._writing() as db:
            db.execute("update choice set taken_back = 1 where play = ? and moment >= ?", (play, length))
            db.execute(
                "update play set ending = null, total = null, score = null, percentile = null, left_open = 1 where id = ?",
                (play,),
            )

    def finish(self, play: int, ending: str, total: int, score: int | None, percentile: int | None) -> None:
        """Write down how a play ended."""
        with self._writing() as db:
            db.execute(
                "update play set ending = ?, total = ?, score = ?, percentile = ?, left_open = 0 where id = ?",
                (ending, total, score, percentile, play),
            )

    def abandon(self, play: int) -> None:
        """Offer a play no longer for resuming."""
        with self._writing() as db:
            db.execute("update play set left_open = 0 where id = ?", (play,))

    def unfinished(self) -> Kept | None:
        """Return the open play that was begun last and in which something was chosen."""
        return next(iter(self.left_open()), None)

    def left_open(self) -> tuple[Kept, ...]:
        """Return the open plays in which something was chosen, the one begun last first."""
        rows = self._reading(
            "select id, scenario, fingerprint, source, seed from play where left_open = 1 and exists "
            "(select 1 from choice where play = play.id and taken_back = 0) order by id desc limit 50"
        )
        return tuple(
            Kept(int(str(number)), str(scenario), str(fingerprint), str(source), int(str(seed)))
            for number, scenario, fingerprint, source, seed in rows
        )

    def choices(self, play: int) -> tuple[str, ...]:
        """Return the choices of a play that count, in order."""
        rows = self._reading(
            "select choice from choice where play = ? and taken_back = 0 order by moment, number", play
        )
        return tuple(str(row[0]) for row in rows)

    def plays(self, scenario: str) -> Record:
        """Return how often a scenario was begun and finished, the best score, and how far the last play came."""
        rows = self._reading("select count(*), count(ending), max(score), max(id) from play where scenario = ?", scenario)
        begun, finished, best, last = rows[0]
        reached, ending = 0, None
        if last is not None:
            reached = len(self.choices(int(str(last))))
            ending = self._reading("select ending from play where id = ?", last)[0][0]
        return Record(
            int(str(begun)), int(str(finished)), None if best is None else int(str(best)), reached,
            None if ending is None else str(ending),
        )

    def forget_all(self) -> None:
        """Erase every play, also from the free space of the file."""
        with self._writing() as db:
            db.execute("delete from choice")
            db.execute("delete from play")
        try:
            self._db.execute("vacuum")
            self._db.execute("pragma wal_checkpoint(truncate)")
        except sqlite3.Error as error:
            raise JournalUnavailable(_("the journal cannot be erased ({why})", why=error)) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()


class _Damaged(Exception):
    """The file is no database, or its pages do not fit together, or it has not the tables of its version."""


def _connected(path: Path) -> sqlite3.Connection:
    # the stage computes in threads, one at a time: SQLite itself holds them apart
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        _prepared(db)
    except BaseException as error:
        db.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            raise _Damaged from error
        raise
    return db


def _prepared(db: sqlite3.Connection) -> None:
    _in_wal(db)
    db.execute("pragma synchronous = full")
    db.execute("pragma foreign_keys = on")
    db.execute("pragma secure_delete = on")
    if _version(db) == 0:
        db.execute("begin immediate")
        if _version(db) == 0:  # another game may have made the tables in the meantime
            for statement in SCHEMA.split(";"):
                db.execute(statement)
            db.execute(f"pragma user_version = {VERSION}")
        db.execute("commit")
    if _version(db) > VERSION:
        raise sqlite3.OperationalError(_("it was written by a later version of the game"))
    (found,) = db.execute("pragma quick_check(1)").fetchone()
    tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    if found != "ok" or not {"play", "choice"} <= tables:
        raise _Damaged


def _in_wal(db: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; only this does not wait by itself where another game does the same just now."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.execute("pragma journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("pragma user_version").fetchone()
    return int(version)


def _moved_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
        for suffix in ("-wal", "-shm"):  # choices may be in there that the file itself has lost
            beside = path.with_name(path.name + suffix)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + suffix))
    except OSError as error:
        raise JournalUnavailable(_("{path} is damaged and cannot be moved aside ({why})", path=path, why=error.strerror)) from error
    return aside
