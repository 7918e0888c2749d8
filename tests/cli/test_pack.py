"""`coffee-first pack`, and packs wherever a scenario is expected, as a trainer types it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_commands import ROOT, SMALL
from tests.cli.test_new import run

WAVE = "tests:\n- it: waving is well taken\n  choose: [wave]\n  then: {ending: end, holds: leslie == 12}\n"


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    folder = tmp_path / "talk"
    (folder / "pictures").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(SMALL, "utf-8")
    (folder / "tests.yaml").write_text(WAVE, "utf-8")
    (folder / "notes.docx").write_bytes(b"PK")
    (folder / "pictures" / "leslie.png").write_bytes((ROOT / "assets" / "icon.png").read_bytes())
    return folder


def test_one_file_is_made_and_it_says_what_is_in_it(talk: Path):
    """Named after the folder, in the folder where I am; what was left out is told with the reason."""
    done = run(talk.parent, "pack", "talk", "--by", "Ann")
    assert 0 == done.returncode, done.stderr
    assert "" == done.stderr
    assert "talk.coffee is made: 3 files" in done.stdout
    assert "pictures/leslie.png" in done.stdout
    assert "notes.docx is not something that a pack may hold" in done.stdout
    assert ["pictures/leslie.png", "scenario.yaml", "tests.yaml"] == zipfile.ZipFile(talk.parent / "talk.coffee").namelist()
    listed = run(talk.parent, "pack", "--list", "talk.coffee")
    assert 0 == listed.returncode
    assert listed.stdout.startswith("talk.coffee: Small, by Ann, as it says\n")
    assert "tests.yaml" in listed.stdout


def test_a_pack_is_a_scenario_wherever_one_is_expected(talk: Path):
    """Checked and played without being unpacked; nothing appears beside it."""
    run(talk.parent, "pack", "talk")
    before = sorted(talk.parent.rglob("*"))
    assert "1 scenario: all is well\n" == run(talk.parent, "check", "talk.coffee").stdout
    played = subprocess.run(
        [sys.executable, "-m", "game", "play", str(talk.parent / "talk.coffee"), "--json"], input="wave\n", capture_output=True,
        text=True, encoding="utf-8", cwd=ROOT, timeout=120, check=False, env=_home(talk),
    )
    assert 0 == played.returncode, played.stderr
    assert '"ending": "end"' in played.stdout
    assert before == [path for path in sorted(talk.parent.rglob("*")) if "home" not in path.parts]


def _home(folder: Path) -> dict[str, str]:
    import os

    return {**os.environ, "COFFEE_FIRST_HOME": str(folder.parent / "home"), "PYTHONIOENCODING": "utf-8"}


def test_a_scenario_with_an_error_is_not_packed(talk: Path):
    """I read the faults, and no file is made."""
    (talk / "scenario.yaml").write_text(SMALL.replace("start: line", "start: lines"), "utf-8")
    done = run(talk.parent, "pack", "talk")
    assert 1 == done.returncode
    assert "CF201" in done.stderr
    assert "no pack is made" in done.stderr
    assert not (talk.parent / "talk.coffee").exists()


def test_failing_tests_keep_it_from_being_packed_unless_i_say_so(talk: Path):
    """What a test says is what I meant; `--anyway` sends a draft to a colleague."""
    (talk / "tests.yaml").write_text(WAVE.replace("12", "99"), "utf-8")
    done = run(talk.parent, "pack", "talk")
    assert 1 == done.returncode
    assert "waving is well taken" in done.stderr
    assert "--anyway" in done.stderr
    assert not (talk.parent / "talk.coffee").exists()
    assert 0 == run(talk.parent, "pack", "talk", "--anyway").returncode


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("nowhere",), 1, "no such file"), (("talk", "-o", "talk.zip"), 2, "ends in .coffee"), (("talk", "-o", "no/such/talk.coffee"), 1, "cannot be written"),
        (("talk", "--by", "a" * 200), 2, "80 characters"), (("--list", "talk"), 1, "not a file"), (("--list", "gone.coffee"), 1, "no such file"),
        (("--list", "talk/scenario.yaml"), 1, "not a pack"), ((), 2, "SCENARIO"),
    ],
)  # fmt: skip
def test_wrong_use_is_one_clear_message(talk: Path, words: tuple[str, ...], code: int, says: str):
    """No traceback; exit code 2 where I typed it wrongly."""
    done = run(talk.parent, "pack", *words)
    assert code == done.returncode
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert [] == list(talk.parent.glob("*.coffee"))


def test_ctrl_c_leaves_nothing_half_written(talk: Path):
    """Stopped in the middle of forty megabytes: no pack, no stray file, no traceback."""
    for number in range(10):
        (talk / "sounds").mkdir(exist_ok=True)
        (talk / "sounds" / f"s{number}.wav").write_bytes(b"RIFF" + bytes(range(1, 256)) * 15_000)
    with subprocess.Popen(
        [sys.executable, "-m", "game", "pack", str(talk), "-o", str(talk.parent / "talk.coffee")], cwd=ROOT, stderr=subprocess.PIPE, text=True,
    ) as process:
        for _ in range(1000):
            if list(talk.parent.glob(".talk.coffee.*")) or process.poll() is not None:
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (130, "stopped; nothing was written") == (process.returncode, said.strip().rpartition("coffee-first: ")[2])
    assert [] == [path.name for path in talk.parent.iterdir() if "coffee" in path.name]
