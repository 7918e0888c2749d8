"""The command line as a user types it: real processes, real files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PLAY = "rotary-prospect"

SMALL = """
coffee_first: 1
title: Small
summary: You meet somebody. It is short.
minutes: 1
you: {name: Dana Whitfield, role: a candidate, wants: to be heard}
people:
  leslie: {name: Leslie Brandt, role: a neighbour, capital: 8}
start: line
scenes:
  line:
    place: bakery
    script: |
      leslie (warm): Hello.
    choices:
      - {id: wave, say: Good to see you., capital: {leslie: +4}, honours: time-and-place, advice: You waved., letter: I waved, next: end}
      - {id: pounce, say: Lend me money., capital: {leslie: -4}, breaks: time-and-place, advice: You asked., instead: Hello., letter: I asked, next: end}
  end:
    place: bakery
    script: It is over.
    ending: {title: The end, letter: that was it, tone: mixed}
"""


def run(*words: str, stdin: str = "", home: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **more}
    if home is not None:
        environment["COFFEE_FIRST_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "game", *words], input=stdin, capture_output=True, text=True, encoding="utf-8",
        env=environment, cwd=ROOT, timeout=120, check=False,
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


def no_traceback(done: subprocess.CompletedProcess[str]) -> bool:
    return "Traceback" not in done.stdout + done.stderr


def test_a_play_in_the_terminal_ends_with_ledger_score_and_column(small: Path, tmp_path: Path):
    """Typing numbers plays the story; at the end stands what it did."""
    done = run("play", str(small), "--text", "--seed", "1", stdin="wave\n", home=tmp_path)
    assert 0 == done.returncode, done.stderr
    for words in ("Leslie Brandt (warm): Hello.", "The ledger", "+4", "Score: 100 of 100", "Dear Coffee First,", "C. F."):
        assert words in done.stdout


def test_a_number_means_what_was_printed_beside_it(small: Path, tmp_path: Path):
    """The seed fixes the order, and the number follows the order."""
    shown = run("play", str(small), "--text", "--seed", "1", home=tmp_path).stdout
    first = re.search(r"^1\. “(.*)”", shown, re.MULTILINE)
    assert first is not None
    done = run("play", str(small), "--json", "--seed", "1", stdin="1\n", home=tmp_path)
    expected = "wave" if first[1] == "Good to see you." else "pounce"
    assert [expected] == json.loads(done.stdout)["choices"]


def test_a_play_as_json_holds_all_that_was_promised(small: Path, tmp_path: Path):
    """One object on standard output, and nothing else."""
    done = run("play", str(small), "--json", "--seed", "3", stdin="pounce\n", home=tmp_path)
    play = json.loads(done.stdout)
    assert ("small", 3, ["pounce"], "end", {"leslie": 4}, 0, 0) == (
        play["scenario"], play["seed"], play["choices"], play["ending"], play["capital"], play["score"], play["percentile"],
    )
    assert {
        "person": "leslie", "amount": -4, "moment": 0, "choice": "pounce", "reason": "You asked.",
        "principle": "time-and-place", "deferred": False, "kind": "choice",
    } == play["ledger"][0]
    assert [] == play["promises"]
    assert play["column"]["letter"].startswith("Dear Coffee First,")
    assert "You asked." in play["column"]["reply"]


def test_input_that_ends_early_prints_what_there_is(small: Path, tmp_path: Path):
    """A play that was broken off says so, shows its ledger, and exits with 1."""
    done = run("play", str(small), "--text", home=tmp_path)
    assert 1 == done.returncode
    assert "unfinished" in done.stdout
    unfinished = json.loads(run("play", str(small), "--json", home=tmp_path).stdout)
    assert (None, False, []) == (unfinished["ending"], unfinished["finished"], unfinished["choices"])


def test_nonsense_is_answered_and_asked_again(small: Path, tmp_path: Path):
    """A typo costs nothing."""
    done = run("play", str(small), "--text", stdin="9\nwawe\n\nwave\n", home=tmp_path)
    assert 0 == done.returncode
    assert 2 == done.stdout.count("Type a number from 1 to 2, or one of:")


def test_a_whole_scenario_by_numbers(tmp_path: Path):
    """Somebody who always presses 1 reaches a column."""
    done = run("play", PLAY, "--json", "--seed", "5", stdin="1\n" * 40, home=tmp_path)
    assert 0 == done.returncode, done.stderr[-2000:]
    play = json.loads(done.stdout)
    assert 0 <= play["score"] <= 100
    opening = {"nadia": 4, "joyce": 55}
    for person, capital in opening.items():
        assert play["capital"][person] == capital + sum(e["amount"] for e in play["ledger"] if e["person"] == person)


def test_check_says_all_is_well_or_exits_with_one(small: Path):
    """0 where all is well; 1 with the place and the mend where it is not."""
    assert 0 == run("check", str(small)).returncode
    small.write_text(SMALL.replace("start: line", "start: lime", 1), "utf-8")
    done = run("check", str(small))
    assert 1 == done.returncode
    assert re.search(r"small\.yaml:\d+:\d+: error CF\d+", done.stdout)
    assert "write 'line'" in done.stdout


@pytest.mark.parametrize(
    "words", [("frobnicate",), ("play",), ("check",), ("play", "bakery", "--seed", "x"), ("play", "bakery", "--seed", "-1")]
)
def test_wrong_usage_exits_with_two(words: tuple[str, ...]):
    """A verb that there is not, or an option that makes no sense."""
    done = run(*words)
    assert 2 == done.returncode
    assert no_traceback(done)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.yaml", ".", "/", "\x01", "x" * 5000, "README.md", "game"])
@pytest.mark.parametrize("verb", ["play", "check", "test"])
def test_a_path_that_is_no_scenario_gets_an_answer(verb: str, name: str, tmp_path: Path):
    """Missing files, folders, files of another kind, names that no disk would take."""
    words = (verb, name, "--text") if verb == "play" else (verb, name)
    done = run(*words, home=tmp_path)
    assert 1 == done.returncode
    assert no_traceback(done)
    assert done.stdout.strip() or done.stderr.strip()


def test_a_broken_scenario_is_not_played(small: Path, tmp_path: Path):
    """Its faults are printed instead."""
    small.write_text(SMALL.replace("place: bakery", "place bakery", 1), "utf-8")
    done = run("play", str(small), "--text", home=tmp_path)
    assert 1 == done.returncode
    assert "error CF" in done.stderr
    assert no_traceback(done)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_window_that_cannot_open_says_so_in_one_sentence(tmp_path: Path):
    """And names the way that works without one."""
    clean = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"), "")
    for words in ((), ("play", PLAY)):
        done = run(*words, home=tmp_path, **clean)
        assert 1 == done.returncode
        assert "no window can be opened here" in done.stderr
        assert "--text" in done.stderr
        assert no_traceback(done)


def test_a_home_that_cannot_be_written_stops_no_play(small: Path, tmp_path: Path):
    """Records are a courtesy; the play goes on without."""
    home = tmp_path / "a-file"
    home.write_text("not a folder")
    done = run("play", str(small), "--text", stdin="wave\n", home=home)
    assert 0 == done.returncode, done.stderr
    assert "Score: 100" in done.stdout


def test_each_verb_is_in_the_readme():
    """What can be typed is written down."""
    readme = (ROOT / "README.md").read_text("utf-8")
    verbs = re.findall(r"^  (\w+) ", run("--help").stdout.split("Commands:")[1], re.MULTILINE)
    assert {"play", "check", "test"} <= set(verbs)
    assert [] == [verb for verb in verbs if f"coffee-first {verb}" not in readme]


def test_what_the_documents_point_to_is_there():
    """No link or picture of the handbook leads nowhere."""
    broken = []
    for page in (ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            if not target.startswith("http") and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert [] == broken


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("words", [("check", "scenarios"), ("analyse", "bakery"), ("explain",), ("map", "bakery", "--format", "outline")])
def test_a_full_disk_is_told_in_a_sentence(words: tuple[str, ...]):
    """What cannot be written is said, and there is no traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "game", *words], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, timeout=120, check=False)
    assert (1, "coffee-first: this cannot be written: No space left on device\n") == (done.returncode, done.stderr)


def test_a_terminal_that_knows_few_letters_is_spoken_to_all_the_same():
    """Signs that it cannot show are written as their numbers."""
    done = run("explain", "CF201", PYTHONIOENCODING="ascii")
    assert (0, "") == (done.returncode, done.stderr)
    assert 0 == run("analyse", "bakery", PYTHONIOENCODING="ascii").returncode
