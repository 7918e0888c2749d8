"""Files made to hurt: each is judged within two seconds and 200 MB, with a place and a mend, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring import headline, read, render, run_tests
from tests.authoring.hostile import FILES, PLAYS, VALID

HEAVY = {name for name, data in FILES.items() if len(data) > 300_000}
SOCKETS = hasattr(os, "mkfifo")


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_a_large_hostile_file_takes_neither_time_nor_memory(name: str, tmp_path: Path):
    """Whatever I open by mistake, the game answers at once."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(FILES[name])
    run = subprocess.run(
        [sys.executable, "-m", "tests.authoring.measured", str(path)], capture_output=True, text=True, timeout=60, check=True,
        cwd=Path(__file__).parents[2],
    )
    seconds, memory, plays, faults, _, safe = run.stdout.split()
    assert float(seconds) < 2
    assert float(memory) < 200
    assert (name in PLAYS) == bool(int(plays))
    assert int(plays) or int(faults)
    assert int(faults) <= 101
    assert "1" == safe


@pytest.mark.parametrize("name", sorted(FILES.keys() - HEAVY))
def test_a_small_hostile_file_is_told_with_its_place(name: str, tmp_path: Path):
    """A file in the wrong encoding, or with hidden characters in it, is not a riddle."""
    path = tmp_path / f"{name}.yaml"
    path.write_bytes(FILES[name])
    found = read(path)
    assert found.scenario is None
    assert found.errors
    assert all(fault.help for fault in found.diagnostics)
    assert all(sign.isprintable() or sign == "\n" for sign in render.terminal(found))
    assert headline(path) is None or headline(path).id == name


@pytest.mark.parametrize(
    ("name", "code", "line", "column"),
    [("nul", "CF005", 47, 10), ("bidi", "CF005", 47, 10), ("escape", "CF005", 47, 7), ("latin_1", "CF004", 9, 17), ("next_line", "CF005", 47, 10)],
)
def test_a_hidden_character_is_found_where_it_stands(name: str, code: str, line: int, column: int, tmp_path: Path):
    """I cannot see it, so I must be told where it is."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(FILES[name])
    (fault,) = read(path).diagnostics
    assert fault.span is not None
    assert (code, line, column) == (fault.code, fault.span.line, fault.span.column)


def code_of(path: Path) -> str:
    """Return the one code that reading a path gives; headline and tests must stand it too."""
    found = read(path)
    assert found.scenario is None
    assert headline(path) is None
    (fault,) = found.diagnostics
    assert fault.help
    return fault.code


def test_a_path_that_is_no_file_is_told_as_what_it_is(tmp_path: Path):
    """A missing file, a folder, a broken link, a pipe, a device: each in a sentence."""
    folder = tmp_path / "folder"
    folder.mkdir()
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    broken = tmp_path / "broken.yaml"
    broken.symlink_to(tmp_path / "nowhere")
    assert "CF001" == code_of(tmp_path / "missing.yaml")
    assert "CF002" == code_of(folder)
    assert "CF001" == code_of(broken)
    assert "CF001" == code_of(loop)
    assert "CF001" == code_of(tmp_path / "a\0b")
    assert "CF001" == code_of(tmp_path / ("x" * 5000))
    if SOCKETS:
        os.mkfifo(tmp_path / "pipe")
        assert "CF002" == code_of(tmp_path / "pipe")
        assert "CF002" == code_of(Path("/dev/zero"))
        os.mkfifo(folder / "scenario.yaml")
        assert "CF002" == code_of(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path):
    """I forgot to give myself the right to read it."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(VALID)
    path.chmod(0)
    assert "CF001" == code_of(path)


def test_a_link_to_a_file_is_followed(tmp_path: Path):
    """My scenarios lie elsewhere, and the folder holds links."""
    (tmp_path / "real.yaml").write_bytes(VALID)
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    assert read(tmp_path / "link.yaml").scenario is not None


@pytest.mark.parametrize("name", ["nul", "latin_1", "brackets", "documents", "too_large", "loop"])
def test_hostile_tests_are_judged_too(name: str, tmp_path: Path):
    """The same doors stand before tests.yaml."""
    (tmp_path / "scenario.yaml").write_bytes(VALID)
    (tmp_path / "tests.yaml").write_bytes(FILES[name])
    scenario = read(tmp_path).scenario
    assert scenario is not None
    outcomes = run_tests(scenario, tmp_path)
    assert outcomes
    assert not any(outcome.passed for outcome in outcomes)


def test_an_escape_puts_no_control_character_into_a_text(tmp_path):
    """A backslash in double quotes is YAML's, and what it makes must not reach a terminal."""
    path = tmp_path / "escape.yaml"
    path.write_text('coffee_first: 1\ntitle: "a\\bb"\n', "utf-8")
    found = read(path)
    assert found.scenario is None
    assert ("CF005", 2) in [(fault.code, fault.span.line) for fault in found.diagnostics if fault.span]


@pytest.mark.parametrize(
    ("name", "code"), [("too_large", "CF003"), ("a_zip", "CF004"), ("a_picture", "CF004"), ("deep_dashes", "CF007"), ("keys", "CF008"), ("unknown_keys", "CF099")],
)  # fmt: skip
def test_each_limit_is_told_by_its_own_code(name: str, code: str, tmp_path: Path):
    """I look it up, and read why there is a limit."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(FILES[name])
    assert code in {fault.code for fault in read(path).diagnostics}
