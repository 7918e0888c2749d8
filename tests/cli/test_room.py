"""`coffee-first room` before there is a room: what is wrong is said in a sentence, with what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def room(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COFFEE_FIRST_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "game", "room", *words], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip


def test_a_room_without_a_window_says_so(tmp_path):
    """A room needs a projector; the server does not start and stay behind."""
    done = room(tmp_path, "bakery", "--host", "127.0.0.1", "--port", "0" if os.name == "nt" else "18733")
    assert (1, True, "") == (done.returncode, "no window can be opened here" in done.stderr, done.stdout)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nowhere",), "nowhere"),
        (("bakery", "--tables", "99"), "--tables"),
        (("bakery", "--rule", "dice"), "--rule"),
        (("bakery", "--port", "99999"), "--port"),
        (("bakery", "--wifi", "Library:short"), "password"),
        (("bakery", "--size", "wide"), "1280x720"),
        (("bakery", "--rehearse", "0"), "--rehearse"),
        ((), "SCENARIO"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, words, says):
    """The message holds what was wrong, and nothing is shown twice."""
    done = room(tmp_path, *words)
    assert (True, True, False) == (done.returncode in (1, 2), says in done.stderr, "Traceback" in done.stderr)


def test_a_scenario_with_mistakes_is_not_played_and_says_where_to_look(tmp_path):
    """The same words as everywhere: what is wrong, and how to find it."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "scenario.yaml").write_text("coffee_first: 1\ntitle: Broken\nscenes: {}\n", encoding="utf-8")
    done = room(tmp_path, str(tmp_path / "broken"))
    assert (1, True, False) == (done.returncode, "coffee-first check" in done.stderr, "Traceback" in done.stderr)
