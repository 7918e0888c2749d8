"""`coffee-first map`, as a trainer types it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from game import resources
from game.cli.map import verb

SMALL = """coffee_first: 1
title: Small
headline: Small
summary: A small one.
minutes: 5
you: {name: Ann, role: a clerk, wants: a word, signs_as: Short of Words}
people:
  leslie: {name: Leslie, role: a friend, capital: 5}
start: line
scenes:
  line:
    place: bakery
    time: "Saturday, 9:00"
    script: A line.
    choices:
      - {id: greet, say: Good morning., capital: {leslie: +2}, advice: Kind., letter: I greeted her}
      - {id: nod, do: Nod., capital: {leslie: -1}, advice: Meagre., letter: I nodded}
    next: end
  end:
    place: bakery
    time: "Saturday, 9:05"
    script: Done.
    ending: {title: Done, letter: and that was it, tone: mixed}
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(verb, [str(word) for word in words])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return path


def test_the_format_follows_the_name_of_the_file(small: Path, tmp_path: Path):
    begins = {"m.svg": "<?xml", "m.html": "<!doctype html>", "m.mmd": "---", "m.dot": "digraph", "m.txt": "Small:"}
    for name, begin in begins.items():
        assert 0 == run(small, "-o", tmp_path / name).exit_code
        assert (tmp_path / name).read_text("utf-8").startswith(begin)


def test_without_a_file_the_map_goes_to_whoever_reads_on(small: Path):
    result = run(small, "--format", "outline")
    assert 0 == result.exit_code
    assert "Best path 7 points, worst path 4 points." in result.stdout
    ElementTree.fromstring(run(small, "--format", "svg").stdout)


def test_plain_does_without_the_best_path(small: Path):
    assert "Best path" not in run(small, "--format", "outline", "--plain").stdout


def test_a_scenario_of_the_shelf_is_named_by_its_folder():
    assert "26 scenes, 7 endings" in run("bakery", "--format", "outline", "--plain").stdout


def test_a_file_that_is_there_is_kept_unless_force_is_typed(small: Path, tmp_path: Path):
    (tmp_path / "m.txt").write_text("mine", "utf-8")
    result = run(small, "-o", tmp_path / "m.txt")
    assert (1, "mine") == (result.exit_code, (tmp_path / "m.txt").read_text("utf-8"))
    assert "--force" in result.stderr
    assert 0 == run(small, "-o", tmp_path / "m.txt", "--force").exit_code


def test_a_scenario_with_faults_is_told_them(tmp_path: Path):
    path = tmp_path / "small.yaml"
    path.write_text(SMALL.replace("next: end", "next: ende"), "utf-8")
    result = run(path)
    assert 1 == result.exit_code
    assert "CF201" in result.stderr


@pytest.mark.parametrize("name", ["nothing.yaml", ".", "bytes.yaml"])
def test_what_is_no_scenario_gets_one_clear_message(name: str, tmp_path: Path):
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00\x00\x80")
    result = run(tmp_path / name)
    assert 1 == result.exit_code
    assert result.stderr
    assert isinstance(result.exception, SystemExit)


def test_the_fonts_come_with_the_game():
    for name in ("CFFranklin-500.ttf", "CFFranklin-700.ttf", "CFNewsreader-800.ttf", "CFLiterata-400.ttf"):
        assert (resources.assets() / "fonts" / name).is_file()
