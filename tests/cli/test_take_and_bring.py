"""`coffee-first export` and `coffee-first import`, as a trainer types them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORY = ':: StoryTitle\nThe ferry\n\n:: Start\nIt is late.\n[["Hello."->Boat]]\n[[Count $gulls|Boat]]\n\n:: Boat\nIt goes.\n'


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), "COFFEE_FIRST_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-m", "game", *words], capture_output=True, text=True, encoding="utf-8", env=environment,
        cwd=folder, timeout=120, check=False, input="hello\n",
    )


def test_a_script_goes_out_in_three_forms(tmp_path: Path):
    """A document, Markdown and a table, each named after the scenario."""
    for kind in ("docx", "md", "csv"):
        done = run(tmp_path, "export", "bakery", "--format", kind)
        assert (0, f"bakery.{kind} is written: 33 scenes\n") == (done.returncode, done.stdout), done.stderr
    assert (tmp_path / "bakery.csv").read_bytes().startswith(b"\xef\xbb\xbfid,scene")
    assert (tmp_path / "bakery.md").read_text("utf-8").startswith("# The bakery\n")


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path):
    """Unless one says so."""
    (tmp_path / "bakery.md").write_text("my notes", "utf-8")
    done = run(tmp_path, "export", "bakery", "--format", "md")
    assert (1, "my notes") == (done.returncode, (tmp_path / "bakery.md").read_text("utf-8"))
    assert "--force" in done.stderr
    assert 0 == run(tmp_path, "export", "bakery", "--format", "md", "--force").returncode
    assert ["bakery.md", "home"][:1] == sorted(file.name for file in tmp_path.iterdir())[:1]


def test_a_story_of_twine_plays_at_once(tmp_path: Path):
    """Imported, checked without an error, and played to its end."""
    (tmp_path / "ferry.twee").write_text(STORY, "utf-8")
    done = run(tmp_path, "import", "ferry.twee", "-o", "ferry")
    assert 0 == done.returncode, done.stderr
    assert "2 passages" in done.stdout
    assert 0 == run(tmp_path, "check", "ferry").returncode
    played = run(tmp_path, "play", "ferry", "--text")
    assert "It goes." in played.stdout
    assert (tmp_path / "ferry" / "imported.md").read_text("utf-8").startswith("# The ferry\n")


def test_a_folder_that_is_there_is_not_touched(tmp_path: Path):
    """Neither is a file that is no story read as one."""
    (tmp_path / "ferry.twee").write_text(STORY, "utf-8")
    run(tmp_path, "import", "ferry.twee")
    again = run(tmp_path, "import", "ferry.twee")
    assert 1 == again.returncode
    assert "the-ferry is there already" in again.stderr
    (tmp_path / "x.twee").write_text("hello", "utf-8")
    wrong = run(tmp_path, "import", "x.twee")
    assert 1 == wrong.returncode
    assert "neither Twee" in wrong.stderr
