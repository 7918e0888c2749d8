"""An analysis is computed once; a cache that cannot be read or written costs only the time to compute it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.records.analyses import load, save
from game.records.places import places
from game.story.analysis import analyse, to_plain
from tests.builders import choice, scenario, scene

STORY = scenario(scene("a", choice("x", capital={"leslie": 3}), choice("y", capital={"leslie": -4})))
ANALYSIS = analyse(STORY)


def test_an_analysis_comes_back_as_it_was_kept(tmp_path: Path):
    """The second play of a scenario has its score at once, and the same one."""
    save(tmp_path / "cache", "abc", ANALYSIS)
    assert to_plain(ANALYSIS) == to_plain(load(tmp_path / "cache", "abc") or analyse(STORY, budget=0))
    assert load(tmp_path / "cache", "another") is None


PLAIN = json.dumps(to_plain(ANALYSIS))


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "[[]]", "{}", '"text"', "3", PLAIN[:-20], "[" * 100_000,
     *(json.dumps({**json.loads(PLAIN), key: wrong}) for key in json.loads(PLAIN) for wrong in (None, "x", [["x"]], {"x": {}}))],
)
def test_a_cache_that_is_broken_is_no_error(tmp_path: Path, text: str):
    """Whatever stands in the file, the game starts; what cannot be read is computed again."""
    save(tmp_path, "abc", ANALYSIS)
    (file,) = tmp_path.iterdir()
    file.write_text(text)
    load(tmp_path, "abc")


def test_a_folder_that_refuses_is_no_error(tmp_path: Path):
    """A cache is a convenience."""
    (tmp_path / "cache").write_text("a file stands where the folder would be")
    save(tmp_path / "cache", "abc", ANALYSIS)
    assert load(tmp_path / "cache", "abc") is None


def test_what_has_no_fingerprint_is_not_kept(tmp_path: Path):
    """Two scenarios without one never share their figures."""
    save(tmp_path, "", ANALYSIS)
    assert load(tmp_path, "") is None
    assert [] == list(tmp_path.iterdir())


def test_everything_can_be_kept_below_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """For a portable stick, and for tests: one variable moves plays, settings and cache."""
    monkeypatch.setenv("COFFEE_FIRST_HOME", str(tmp_path))
    here = places()
    assert {tmp_path} == {here.data.parent, here.config.parent, here.cache.parent}
    assert 3 == len({here.data, here.config, here.cache})
