"""The real window: on a display, by real keys and clicks, killed and started again."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.display import display_of

ROOT = Path(__file__).resolve().parent.parent.parent
MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason=f"needs {' and '.join(MISSING)}"
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with display_of("1920x1080") as name:
        yield name


@contextmanager
def game(display: str, home: Path, *words: str) -> Iterator[tuple[subprocess.Popen[bytes], dict[str, str]]]:
    environment = {**os.environ, "DISPLAY": display, "COFFEE_FIRST_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    environment.pop("SDL_VIDEODRIVER", None)
    with subprocess.Popen(
        [sys.executable, "-m", "game", *words], env=environment, cwd=ROOT, stderr=subprocess.PIPE
    ) as process:
        try:
            assert until(lambda: _window(environment) or process.poll() is not None, 30)
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.6)
            yield process, environment
        finally:
            if process.poll() is None:
                process.kill()


def _window(environment: dict[str, str]) -> str:
    found = subprocess.run(
        ["xdotool", "search", "--class", "coffee-first"], env=environment, check=False, timeout=10, capture_output=True,
        text=True,
    )
    return found.stdout.strip()


def press(environment: dict[str, str], *keys: str) -> None:
    for key in keys:
        subprocess.run(["xdotool", "key", key], env=environment, check=True, timeout=10)
        time.sleep(0.12)


def kept(home: Path) -> list[str]:
    path = home / "data" / "plays.db"
    if not path.exists():
        return []
    db = sqlite3.connect(path)
    rows = db.execute("select choice from choice where taken_back = 0 order by play, moment").fetchall()
    db.close()
    return [row[0] for row in rows]


def until(happens, seconds: float = 15.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.05)
    return False


def choose_first(environment: dict[str, str], home: Path, count: int) -> bool:
    """Turn pages and press 1 until so many choices are kept: 1 does nothing where no choice is offered."""

    def enough() -> bool:
        if len(kept(home)) >= count:
            return True
        press(environment, "1")
        if len(kept(home)) < count:
            press(environment, "Return")
        return len(kept(home)) >= count

    return until(enough, 60)


def test_a_killed_game_offers_the_very_choice(display: str, tmp_path: Path):
    """Pull the plug after two choices: both are there, and the next start goes on with the third."""
    with game(display, tmp_path, "play", "rotary-prospect", "--seed", "3") as (process, environment):
        press(environment, "Return", "Return")
        assert choose_first(environment, tmp_path, 2)
        before = kept(tmp_path)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert before == kept(tmp_path)
    with game(display, tmp_path) as (_, environment):
        press(environment, "Return")
        assert choose_first(environment, tmp_path, 3)
    assert before == kept(tmp_path)[:2]


def test_the_mouse_alone_begins_a_play(display: str, tmp_path: Path):
    """A click on an article, on a key hint, and on a choice is all that it takes."""
    with game(display, tmp_path) as (_, environment):

        def click(x: int, y: int) -> None:
            subprocess.run(
                ["xdotool", "mousemove", str(x), str(y), "click", "1"], env=environment, check=True, timeout=10
            )
            time.sleep(0.25)

        geometry = subprocess.run(
            ["xdotool", "search", "--class", "coffee-first", "getwindowgeometry", "--shell"], env=environment, check=True,
            capture_output=True, text=True, timeout=10,
        ).stdout
        at = dict(line.split("=") for line in geometry.split())
        left, top, scale = int(at["X"]), int(at["Y"]), int(at["WIDTH"]) / 1920

        def point(x: float, y: float) -> tuple[int, int]:
            return left + round(x * scale), top + round(y * scale)

        click(*point(1400, 420))
        for _ in range(14):
            click(*point(915, 1030))
            click(*point(1300, 700))
            if kept(tmp_path):
                break
        assert kept(tmp_path)


def test_closing_the_window_ends_the_program_with_nothing_to_say(display: str, tmp_path: Path):
    """Escape on the front page closes; no traceback is left in the terminal."""
    with game(display, tmp_path) as (process, environment):
        press(environment, "Escape")
        assert 0 == process.wait(timeout=15)
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
