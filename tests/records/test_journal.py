"""No choice is lost: it is on disk before its consequence is shown."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.records.journal import Journal, JournalUnavailable

NOW = "2026-01-01T10:00:00+00:00"


@pytest.fixture
def journal(tmp_path: Path):
    opened = Journal.open(tmp_path / "plays.db")
    yield opened
    opened.close()


def begun(journal: Journal, *choices: str, scenario: str = "bakery") -> int:
    play = journal.begin(scenario, "abc", "/somewhere/bakery", 7, NOW)
    for moment, choice in enumerate(choices):
        journal.record(play, moment, choice, NOW)
    return play


def test_a_play_that_was_left_open_is_offered_with_all_its_choices(journal: Journal):
    """Close the window at any time: the next start knows the very choice."""
    play = begun(journal, "pounce", "wave")
    kept = journal.unfinished()
    assert kept is not None
    assert (play, "bakery", "abc", "/somewhere/bakery", 7) == (
        kept.id, kept.scenario, kept.fingerprint, kept.source, kept.seed,
    )
    assert ("pounce", "wave") == journal.choices(play)


def test_a_play_without_a_choice_is_not_offered(journal: Journal):
    """Who only read the first page has nothing to resume."""
    begun(journal)
    assert journal.unfinished() is None


def test_a_finished_play_is_not_offered_and_counts(journal: Journal):
    """The front page shows the best score, and offers nothing to go on with."""
    for points in (40, 74, 61):
        journal.finish(begun(journal, "wave"), "e-end", 100, points, 50)
    assert journal.unfinished() is None
    record = journal.plays("bakery")
    assert (3, 3, 74, 1, "e-end") == (record.begun, record.finished, record.best, record.reached, record.ending)


def test_the_front_page_knows_how_far_the_last_play_came(journal: Journal):
    """Of the play begun last: its choices that count, and no ending yet."""
    journal.finish(begun(journal, "wave"), "e-end", 100, 40, 50)
    journal.take_back(begun(journal, "pounce", "wave", "write"), 2)
    record = journal.plays("bakery")
    assert (2, None, 40) == (record.reached, record.ending, record.best)
    nobody = journal.plays("coat")
    assert (0, 0, None, 0, None) == (nobody.begun, nobody.finished, nobody.best, nobody.reached, nobody.ending)


def test_a_play_that_was_given_up_is_not_offered(journal: Journal):
    """Begin again means that nobody asks about the old one."""
    play = begun(journal, "wave")
    journal.abandon(play)
    assert journal.unfinished() is None
    assert ("wave",) == journal.choices(play)


def test_a_play_that_goes_on_in_another_window_is_still_offered(journal: Journal):
    """The same scenario twice at once: whichever goes on can be resumed."""
    first = begun(journal, "wave")
    second = begun(journal, "pounce")
    journal.record(first, 1, "write", NOW)
    journal.finish(second, "e-end", 100, 40, 50)
    kept = journal.unfinished()
    assert kept is not None
    assert first == kept.id


def test_what_is_taken_back_stays_in_the_file_and_no_longer_counts(journal: Journal, tmp_path: Path):
    """Going back is no eraser: the record of what was tried is kept."""
    play = begun(journal, "pounce", "wave", "write")
    journal.take_back(play, 1)
    journal.record(play, 1, "apologise", NOW)
    assert ("pounce", "apologise") == journal.choices(play)
    rows = sqlite3.connect(tmp_path / "plays.db").execute("select choice from choice order by number").fetchall()
    assert ["pounce", "wave", "write", "apologise"] == [row[0] for row in rows]


def test_going_back_from_the_ending_opens_the_play_again(journal: Journal):
    """A finished play that is taken up again is unfinished until it ends once more."""
    play = begun(journal, "wave", "write")
    journal.finish(play, "e-end", 100, 60, 50)
    journal.take_back(play, 1)
    assert journal.unfinished() is not None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.text("abc", min_size=1, max_size=3), st.integers(0, 6)), max_size=14))
def test_the_journal_says_what_a_list_would(tmp_path_factory: pytest.TempPathFactory, actions: list[str | int]):
    """Recording and taking back in any order leaves the same choices as appending to a list and cutting it."""
    journal = Journal.open(tmp_path_factory.mktemp("journal") / "plays.db")
    play, expected = begun(journal), list[str]()
    for action in actions:
        if isinstance(action, str):
            journal.record(play, len(expected), action, NOW)
            expected.append(action)
        else:
            journal.take_back(play, action)
            expected = expected[:action]
    assert tuple(expected) == journal.choices(play)
    journal.close()


def test_two_games_at_once_keep_their_plays_apart(tmp_path: Path):
    """A trainer who has the game open twice loses nothing in either."""
    one, two = (Journal.open(tmp_path / "plays.db") for _ in range(2))
    first, second = begun(one, scenario="bakery"), begun(two, scenario="coat")
    for moment in range(20):
        one.record(first, moment, f"a{moment}", NOW)
        two.record(second, moment, f"b{moment}", NOW)
    assert tuple(f"a{moment}" for moment in range(20)) == two.choices(first)
    assert tuple(f"b{moment}" for moment in range(20)) == one.choices(second)
    one.close()
    two.close()


@pytest.mark.parametrize("rubbish", [b"not a database at all, not even nearly" * 40, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_journal_is_put_aside_and_said(tmp_path: Path, rubbish: bytes):
    """A broken file stops nobody from playing, and is not thrown away."""
    path = tmp_path / "plays.db"
    path.write_bytes(rubbish)
    journal = Journal.open(path)
    assert "plays-damaged-1.db" in journal.notice
    assert rubbish == (tmp_path / "plays-damaged-1.db").read_bytes()
    assert ("wave",) == journal.choices(begun(journal, "wave"))
    journal.close()


def test_a_page_that_is_damaged_deep_in_the_file_is_found_at_once(tmp_path: Path):
    """Not only the first bytes are looked at; and what the log still held is put aside with the rest."""
    path = tmp_path / "plays.db"
    journal = Journal.open(path)
    play = begun(journal)
    for moment in range(400):
        journal.record(play, moment, "a-choice-with-a-rather-long-name" * 3, NOW)
    journal.close()
    whole = bytearray(path.read_bytes())
    for start in range(4096 * 4, len(whole) - 2048, 4096):
        whole[start : start + 1024] = b"\xff" * 1024
    path.write_bytes(bytes(whole))
    journal = Journal.open(path)
    assert "plays-damaged-1.db" in journal.notice
    assert bytes(whole) == (tmp_path / "plays-damaged-1.db").read_bytes()
    journal.close()


def test_a_second_damaged_journal_gets_the_next_number(tmp_path: Path):
    """The first one that was put aside is not written over."""
    for number in (1, 2):
        (tmp_path / "plays.db").write_bytes(b"rubbish" * 999)
        journal = Journal.open(tmp_path / "plays.db")
        journal.close()
        assert f"plays-damaged-{number}.db" in journal.notice


def test_a_journal_without_its_tables_is_damaged(tmp_path: Path):
    """It says that it is ours and is empty: it is put aside as well."""
    db = sqlite3.connect(tmp_path / "plays.db")
    db.execute("pragma user_version = 1")
    db.close()
    journal = Journal.open(tmp_path / "plays.db")
    assert "damaged" in journal.notice
    journal.close()


TWO_AT_ONCE = """
import sys
from pathlib import Path
from game.records.journal import Journal
sys.stdin.readline()
journal = Journal.open(Path(sys.argv[1]))
play = journal.begin(sys.argv[2], "abc", "x", 7, "now")
for moment in range(40):
    journal.record(play, moment, f"{sys.argv[2]}{moment}", "now")
print(play, journal.notice)
"""


def test_games_that_start_in_the_same_instant_share_a_new_journal(tmp_path: Path):
    """None finds the file half made, and none waits for ever or loses a choice."""
    path = tmp_path / "plays.db"
    names = [f"s{n}" for n in range(4)]
    games = [
        subprocess.Popen([sys.executable, "-c", TWO_AT_ONCE, str(path), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for name in names
    ]
    for game in games:
        assert game.stdin is not None
        game.stdin.write("go\n")
        game.stdin.flush()
    plays = [game.communicate(timeout=60)[0].split() for game in games]
    journal = Journal.open(path)
    for name, play in zip(names, plays, strict=True):
        assert 1 == len(play)
        assert tuple(f"{name}{moment}" for moment in range(40)) == journal.choices(int(play[0]))
    journal.close()


FULL = """
import resource, sys
from pathlib import Path
from game.records.journal import Journal, JournalUnavailable
journal = Journal.open(Path(sys.argv[1]))
play = journal.begin("bakery", "abc", "x", 7, "now")
journal.record(play, 0, "first", "now")
resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
try:
    journal.record(play, 1, "second", "now")
except JournalUnavailable as unavailable:
    print(unavailable)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_disk_that_is_full_is_one_sentence_and_loses_nothing_that_was_kept(tmp_path: Path):
    """The game goes on without the journal; what was written before is still there."""
    path = tmp_path / "plays.db"
    game = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, timeout=60, check=False)
    assert ("", 1) == (game.stderr, len(game.stdout.splitlines()))
    assert game.stdout.startswith("the journal cannot be written")
    journal = Journal.open(path)
    assert ("first",) == journal.choices(1)
    assert "" == journal.notice
    journal.close()


def test_the_file_is_written_through_at_each_choice(journal: Journal, tmp_path: Path):
    """WAL and synchronous=FULL: an acknowledged choice outlives a power cut, and the version is told."""
    db = journal._db
    found = [db.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "user_version")]
    assert ["wal", 2, 1] == found


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path):
    """No traceback: the game says why plays are not kept, and goes on."""
    (tmp_path / "data").write_text("a file stands where the folder would be")
    with pytest.raises(JournalUnavailable, match="cannot be made"):
        Journal.open(tmp_path / "data" / "plays.db")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody may write, such as /proc")
def test_a_folder_that_cannot_be_written_is_one_sentence():
    """A locked-down machine plays without records."""
    with pytest.raises(JournalUnavailable, match="cannot be opened"):
        Journal.open(Path("/proc/plays.db"))


def test_a_journal_of_a_later_version_is_left_alone(tmp_path: Path):
    """An older game does not spoil what a newer one wrote."""
    path = tmp_path / "plays.db"
    db = sqlite3.connect(path)
    db.execute("pragma user_version = 99")
    db.close()
    with pytest.raises(JournalUnavailable, match="later version"):
        Journal.open(path)


def test_erased_plays_are_gone_from_the_file(journal: Journal, tmp_path: Path):
    """Erasing means that no byte of it is left."""
    journal.record(begun(journal), 0, "a-very-rare-choice-name", NOW)
    journal.forget_all()
    journal.close()
    assert all(b"a-very-rare-choice-name" not in path.read_bytes() for path in tmp_path.iterdir())


CHILD = """
import sys
from pathlib import Path
from game.records.journal import Journal
journal = Journal.open(Path(sys.argv[1]))
play = journal.begin("bakery", "abc", "x", 7, "now")
print("play", play, flush=True)
for moment in range(100_000):
    journal.record(play, moment, f"c{moment}", "now")
    print(moment, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(10))
def test_whatever_was_acknowledged_survives_a_kill(tmp_path: Path, seed: int):
    """Pull the plug at a random moment: every choice whose consequence was shown is there."""
    path = tmp_path / "plays.db"
    with subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        play = int(child.stdout.readline().split()[1])
        last = random.Random(seed).randint(0, 60)
        for line in child.stdout:
            if int(line) >= last:
                break
        child.send_signal(signal.SIGKILL)
        acknowledged = [last, *(int(line) for line in child.stdout.read().split())]
    journal = Journal.open(path)
    kept = journal.choices(play)
    journal.close()
    assert "" == journal.notice
    assert tuple(f"c{moment}" for moment in range(len(kept))) == kept
    assert len(kept) > max(acknowledged)
