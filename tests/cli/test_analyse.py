"""`coffee-first analyse` and `play --auto` as a trainer types them: real processes, real files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_commands import ROOT, SMALL, no_traceback, run

KEYS = {
    "exact", "worst", "best", "mean", "distribution", "endings", "asks", "unreachable", "strategies", "smells",
    "set_aside", "unused_allow", "contracts", "stuck", "unseen", "median", "lowest", "highest",
}
"""What `analyse --json` promises."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


def test_a_report_is_one_page_of_plain_words(small: Path):
    """Figures, what each way of playing scores, what is never met: without a word of mathematics."""
    done = run("analyse", str(small))
    assert 0 == done.returncode, done.stderr
    for words in ("worst 4", "best 12", "ENDINGS", "CARELESS WAYS OF PLAYING", "Nothing: each scene", "THE BEST PLAY: 12 points"):
        assert words in done.stdout
    assert "" == done.stderr  # no line of progress where nobody looks


def test_the_data_hold_what_was_promised(small: Path):
    """A machine finds the same."""
    done = run("analyse", str(small), "--json")
    found = json.loads(done.stdout)
    assert KEYS - set(found) == set()
    assert {"total": 12, "choices": ["wave"]} == found["best"]
    assert ({"4": 0.5, "12": 0.5}, 8.0) == (found["distribution"], found["mean"])
    assert {"end": {"probability": 1.0, "witness": ["wave"]}} == found["endings"]
    assert {"scenes": [], "choices": [], "lines": []} == found["unreachable"]
    assert 100 == found["strategies"]["longest"]["score"]


def test_every_key_of_the_data_is_documented(small: Path):
    """Whoever builds on it finds each in the handbook."""
    page = (ROOT / "docs" / "trainers" / "analyse.md").read_text("utf-8")
    found = json.loads(run("analyse", str(small), "--json").stdout)
    hits = json.loads(run("play", str(small), "--auto", "5", "--json").stdout)
    assert [] == [key for key in (*found, *hits) if f"`{key}`" not in page]


def test_a_page_is_written_and_not_written_over(small: Path, tmp_path: Path):
    """A page that was handed on is not lost by a second look."""
    page = tmp_path / "report.html"
    assert 0 == run("analyse", str(small), "--html", str(page)).returncode
    assert "Small: what no play can tell" in page.read_text("utf-8")
    page.write_text("mine", "utf-8")
    again = run("analyse", str(small), "--html", str(page))
    assert (1, "mine") == (again.returncode, page.read_text("utf-8"))
    assert "is there already" in again.stderr
    assert "--force" in again.stderr
    assert 0 == run("analyse", str(small), "--html", str(page), "--force").returncode
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_a_page_may_come_with_the_data(small: Path, tmp_path: Path):
    """Both are asked for, both come."""
    done = run("analyse", str(small), "--json", "--html", str(tmp_path / "report.html"))
    assert (True, 12) == ((tmp_path / "report.html").exists(), json.loads(done.stdout)["best"]["total"])


def test_a_broken_contract_is_told_and_counts(tmp_path: Path):
    """What `expect` says must hold; the play that breaks it is shown."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL + "expect:\n  - best >= 40\n  - worst >= 0\n", "utf-8")
    done = run("analyse", str(path))
    assert 1 == done.returncode
    assert "One contract is broken." in done.stdout
    assert "BROKEN       best >= 40" in done.stdout
    assert "holds        worst >= 0" in done.stdout


def test_smells_alone_are_no_failure_unless_asked(tmp_path: Path):
    """A trainer is told; a machine may be strict."""
    never = "{id: beg, say: Lend me money., ask: {of: leslie, cost: 90}, breaks: time-and-place, advice: You asked., instead: Hello., letter: I asked, next: end}"
    text = "\n".join(f"      - {never}" if "id: pounce" in line else line for line in SMALL.split("\n"))
    path = tmp_path / "small.yaml"
    path.write_text(text, "utf-8")
    lax, strict = run("analyse", str(path)), run("analyse", str(path), "--strict")
    assert (0, 1) == (lax.returncode, strict.returncode), lax.stdout + lax.stderr
    assert "never-granted" in lax.stdout
    path.write_text(text + "allow:\n  never-granted@beg: That is the story.\n", "utf-8")
    assert "set aside: never-granted@beg: That is the story." in run("analyse", str(path)).stdout


@pytest.mark.parametrize("verb", [("analyse",), ("play", "--auto", "5")])
@pytest.mark.parametrize("made", ["missing", "folder", "bytes", "faulty"])
def test_what_cannot_be_read_gets_a_message_and_no_traceback(verb: tuple[str, ...], made: str, tmp_path: Path):
    """A missing file, an empty folder, bytes that are no text, a scenario with faults."""
    path = tmp_path / "story.yaml"
    if made == "folder":
        path.mkdir()
    elif made == "bytes":
        path.write_bytes(b"\xff\xfe\x00\x01" * 20)
    elif made == "faulty":
        path.write_text(SMALL.replace("next: end", "next: nowhere"), "utf-8")
    done = run(verb[0], str(path), *verb[1:])
    assert 1 == done.returncode
    assert no_traceback(done)
    assert "error CF" in done.stderr


def test_random_play_counts_what_happened(small: Path):
    """Scenes, choices, endings and totals; the sums are right."""
    done = run("play", str(small), "--auto", "1000", "--seed", "7", "--json")
    found = json.loads(done.stdout)
    assert (0, "") == (done.returncode, done.stderr)
    assert (1000, 7, 1000) == (found["plays"], found["seed"], found["choices_made"])
    assert {"line": 1000, "end": 1000} == found["scenes"]
    assert 1000 == sum(found["choices"].values())
    assert {"12": found["choices"]["wave"], "4": found["choices"]["pounce"]} == found["totals"]
    assert {"wave": 514, "pounce": 486} == found["choices"]  # the same on every machine


def test_random_play_is_the_same_for_the_same_seed():
    """Two runs, letter for letter; another seed, another tale."""
    runs = [run("play", "bakery", "--auto", "300", "--seed", seed).stdout for seed in ("7", "7", "8")]
    assert (True, False) == (runs[0] == runs[1], runs[0] == runs[2])
    assert "pounce  granted 0, refused" in runs[0]


def test_random_play_goes_with_no_other_way_of_playing(small: Path):
    """Two ways of playing at once are a slip of the hand."""
    done = run("play", str(small), "--auto", "5", "--text")
    assert (2, "--auto plays by itself" in done.stderr) == (done.returncode, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_whoever_stops_random_play_gets_what_was_counted():
    """Ctrl-C in the midst of a billion plays."""
    play = subprocess.Popen(
        [sys.executable, "-m", "game", "play", "bakery", "--auto", "1000000000", "--json"], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    found = interrupted(play)
    counts = json.loads(found[0])
    assert (130, "") == (play.returncode, found[1])
    assert 0 < counts["plays"] < counts["asked"] == 1_000_000_000
    assert counts["plays"] == sum(counts["endings"].values())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_whoever_stops_the_analysis_gets_a_rough_answer(tmp_path: Path):
    """Ctrl-C while every play is worked out: what is known is printed, and called rough."""
    path = tmp_path / "large.yaml"
    path.write_text(endless(), "utf-8")
    work = subprocess.Popen(
        [sys.executable, "-m", "game", "analyse", str(path), "--budget", "20000000"], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    out, err = interrupted(work)
    assert "You stopped the work" in out, err
    assert "Traceback" not in err


def endless() -> str:
    """Return a scenario with more states than anybody will wait for: six accounts, and all of them looked at in the end."""
    people = "abcdef"
    head, body = SMALL.split("scenes:\n")
    head = head.replace("start: line", "start: s0").split("people:")[0] + "people:\n" + "".join(
        f"  p{who}: {{name: P {who}, role: a friend, capital: 50}}\n" for who in people
    ) + "start: s0\n"
    scenes = ""
    for n in range(40):
        onward = f"s{n + 1}" if n < 39 else "end"
        scenes += f"  s{n}:\n    place: bakery\n    script: It is {n}.\n    choices:\n"
        for k, who in enumerate(people):
            then = f"when: p{people[(k + 1 + n % 4) % 6]} - p{who} <= {(3 * n + k) % 23 - 4}, " if k else ""
            scenes += (
                f"      - {{id: c{n}-{who}, {then}say: Say {n} {who}., capital: {{p{who}: {1 + (n * 7 + k * 5) % 11}}}, "
                f"advice: You did., letter: I said {n} {who}, next: {onward}}}\n"
            )
    return head + "scenes:\n" + scenes + "  end:" + body.split("  end:")[1]


def interrupted(work: subprocess.Popen[str]) -> tuple[str, str]:
    """Interrupt a process once it has set its mind to its work, and return what it printed."""
    begun = time.monotonic()
    while time.monotonic() - begun < 60 and work.poll() is None and not _listens(work.pid):
        time.sleep(0.05)
    time.sleep(0.3)
    work.send_signal(signal.SIGINT)
    return work.communicate(timeout=120)


def _listens(process: int) -> bool:
    """Return whether a process has taken SIGINT into its own hands, and has burnt a while of time since its start."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        time.sleep(3)
        return True
    return int(stat.read_text().rpartition(")")[2].split()[11]) > os.sysconf("SC_CLK_TCK") * 1.2
