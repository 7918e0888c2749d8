"""`coffee-first new`, as a trainer types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "game", *words], capture_output=True, text=True, encoding="utf-8", env=environment,
        cwd=folder, timeout=120, check=False,
    )


def test_a_new_scenario_is_well_at_once(tmp_path: Path):
    """Made, checked and tested without a change: no fault, no warning, and every test passes."""
    made = run(tmp_path, "new", "my-first")
    assert 0 == made.returncode, made.stderr
    assert "coffee-first preview my-first" in made.stdout
    assert "1 scenario: all is well\n" == run(tmp_path, "check", "my-first").stdout
    assert "0 failed" in run(tmp_path, "test", "my-first").stdout


def test_one_may_begin_with_a_shipped_one(tmp_path: Path):
    """`--from bakery` copies it under another title."""
    assert 0 == run(tmp_path, "new", "our-bakery", "--from", "bakery").returncode
    assert "title: \"Our bakery\"\n" in (tmp_path / "our-bakery" / "scenario.yaml").read_text("utf-8")
    assert 0 == run(tmp_path, "check", "our-bakery").returncode


def test_a_second_time_says_so_and_touches_nothing(tmp_path: Path):
    """Exit code 1, one sentence, and what is there stays."""
    run(tmp_path, "new", "mine")
    again = run(tmp_path, "new", "mine")
    assert (1, "") == (again.returncode, again.stdout)
    assert "mine is there already, and nothing in it was touched. Write another name." in again.stderr


def test_something_that_is_not_there_cannot_be_copied(tmp_path: Path):
    """The answer names what could be written."""
    done = run(tmp_path, "new", "mine", "--from", "bakry")
    assert 1 == done.returncode
    assert "Write --from bakery, or the path of a folder or of a file." in done.stderr
    assert not (tmp_path / "mine").exists()
