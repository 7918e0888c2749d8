"""`coffee-first check` and `coffee-first explain` as they are typed."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from game.cli import cli

CASES = Path(__file__).parents[1] / "authoring" / "cases"
SOUND = (CASES / "all_is_well.yaml").read_text(encoding="utf-8")


def run(*words: str) -> Result:
    """Return what came of a command."""
    found = CliRunner().invoke(cli, list(words))
    assert found.exception is None or isinstance(found.exception, SystemExit)
    return found


@pytest.fixture
def slips(tmp_path: Path) -> Path:
    """Return a file with two slips, Windows' line ends, a mark and a note."""
    path = tmp_path / "slips.yaml"
    text = SOUND.replace("honours:", "honors:").replace("{leslie: +5}", "{leslie:+5}   # a note,  kept")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return path


def test_fix_mends_what_is_certain_and_nothing_else(slips: Path):
    """The lines that were mended are told, and every other byte stays."""
    before = slips.read_bytes()
    slips.chmod(0o640)
    found = run("check", str(slips), "--fix")
    assert 0 == found.exit_code
    assert f"{slips}:23: mended CF020: write leslie: +5\n{slips}:24: mended CF103: write honours\n1 scenario: all is well\n" == found.stdout
    assert before.replace(b"honors:", b"honours:").replace(b"{leslie:+5}", b"{leslie: +5}") == slips.read_bytes()
    assert 0o640 == stat.S_IMODE(slips.stat().st_mode)
    assert [slips] == list(slips.parent.iterdir())
    assert "1 scenario: all is well\n" == run("check", str(slips), "--fix").stdout


def test_diff_shows_and_changes_nothing(slips: Path):
    """I look before I leap."""
    before = slips.read_bytes()
    found = run("check", str(slips), "--diff")
    assert 1 == found.exit_code
    assert "-        capital: {leslie:+5}   # a note,  kept\n-        honors: not-about-you\n+        capital: {leslie: +5}   # a note,  kept\n+        honours: not-about-you\n" in found.stdout
    assert before == slips.read_bytes()
    assert (0, "nothing to mend\n") == ((sound := run("check", str(CASES / "all_is_well.yaml"), "--diff")).exit_code, sound.stdout)


def test_what_only_i_can_know_is_left_and_told(tmp_path: Path):
    """A mend that might be wrong is offered, and not made."""
    path = tmp_path / "scene.yaml"
    path.write_text(SOUND.replace("next: monday", "next: tuesday-morning"), encoding="utf-8")
    before = path.read_bytes()
    found = run("check", str(path), "--fix")
    assert 1 == found.exit_code
    assert "'tuesday-morning' is not a scene" in found.stdout
    assert before == path.read_bytes()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_file_that_may_not_be_written_is_told(slips: Path):
    """One sentence, and the file stays as it was."""
    before = slips.read_bytes()
    slips.parent.chmod(0o500)
    try:
        found = run("check", str(slips), "--fix")
    finally:
        slips.parent.chmod(0o700)
    assert 1 == found.exit_code
    assert "the mends cannot be written: permission denied" in found.stdout
    assert before == slips.read_bytes()


def test_a_link_stays_a_link(slips: Path):
    """What is mended is the file that it leads to."""
    link = slips.parent / "link.yaml"
    link.symlink_to(slips)
    assert 0 == run("check", str(link), "--fix").exit_code
    assert link.is_symlink()
    assert b"honours:" in slips.read_bytes()


def test_a_machine_gets_its_format_and_nothing_else(slips: Path):
    """What was mended is told beside it."""
    found = run("check", str(slips), "--format", "json")
    assert ["CF020", "CF103"] == [one["code"] for one in json.loads(found.stdout)]
    assert 1 == found.exit_code
    fixed = run("check", str(slips), "--format", "json", "--fix")
    assert [] == json.loads(fixed.stdout)
    assert "mended CF103" in fixed.stderr
    assert "" == run("check", str(slips), "--format", "github").stdout
    assert [] == json.loads(run("check", str(slips), "--format", "sarif").stdout)["runs"][0]["results"]


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize("words", [(), ("--fix",), ("--diff",)])
def test_a_path_that_leads_nowhere_is_one_message(tmp_path: Path, form: str, words: tuple[str, ...]):
    """In each format, with or without mending."""
    found = run("check", str(tmp_path / "nothing.yaml"), "--format", form, *words)
    assert ("--diff" not in words) == found.exit_code
    if not words:
        assert "there is no such file" in found.stdout


@pytest.mark.parametrize("word", ["CF201", "cf201", "unknown-scene", " Unknown-Scene "])
def test_a_code_is_explained_by_its_number_and_by_its_name(word: str):
    """I read it where I work."""
    found = run("explain", word)
    assert 0 == found.exit_code
    for words in ("CF201 unknown-scene", "An error", "Why it matters", "    next: smal-talk", "    next: small-talk"):
        assert words in found.stdout
    assert [] == [line for line in found.stdout.splitlines() if len(line) > 80]


def test_a_smell_is_explained_too():
    """With the words that allow it."""
    found = run("explain", "never-granted")
    assert "CF623 never-granted" in found.stdout
    assert "A smell" in found.stdout
    assert "never-granted@place" in found.stdout


@pytest.mark.parametrize(("word", "mend"), [("CF210", "write CF209"), ("201", "write CF201"), ("unknwn-scene", "write unknown-scene"), ("", ""), ("nonsense", "coffee-first explain")])
def test_an_unknown_code_leads_to_a_known_one(word: str, mend: str):
    """A typo costs a second."""
    found = run("explain", *([word] if word else []))
    assert (2 if word else 0) == found.exit_code
    assert mend in found.output


def test_without_a_code_all_are_listed():
    """From the first to the last smell."""
    lines = run("explain").stdout.splitlines()
    assert "CF001  unreadable-file" == lines[0]
    assert any(line.startswith("CF623  never-granted") for line in lines)
