"""A new scenario's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import resources
from game.authoring import read
from game.studio.starter import POINTER, SCHEMA, CannotStart, begin, title_of

STARTER = resources.assets() / "starter"


def test_a_folder_is_made_that_plays(tmp_path: Path):
    """Scenario, schema, tests and a folder for pictures; the first line leads editors to the schema."""
    made = begin(tmp_path / "the-bench", STARTER, title=None, schema="{}")
    assert {"scenario.yaml", SCHEMA, "tests.yaml", "pictures/README.txt"} == {
        file.relative_to(tmp_path / "the-bench").as_posix() for file in made
    }
    reading = read(tmp_path / "the-bench")
    assert reading.scenario is not None
    assert "the-bench" == reading.scenario.id
    assert reading.text.startswith(POINTER)


def test_a_copy_keeps_every_comment_and_gets_another_title(tmp_path: Path):
    """Whoever begins with the bakery has all of it, but its name."""
    begin(tmp_path / "mine", resources.scenarios() / "bakery", title='My "own" bakery', schema="{}")
    text = (tmp_path / "mine" / "scenario.yaml").read_text("utf-8")
    assert '"belief:" beside a choice' in text
    reading = read(tmp_path / "mine")
    assert reading.scenario is not None
    assert ('My "own" bakery', 'My "own" bakery') == (reading.scenario.title, reading.scenario.headline)
    assert (resources.scenarios() / "bakery" / "tests.yaml").read_bytes() == (tmp_path / "mine" / "tests.yaml").read_bytes()


def test_pictures_of_the_template_come_along(tmp_path: Path):
    """What was drawn for the first is there for the second."""
    template = tmp_path / "first"
    begin(template, STARTER, title=None, schema="{}")
    (template / "pictures" / "ada.png").write_bytes(b"picture")
    begin(tmp_path / "second", template, title="Second", schema="{}")
    assert b"picture" == (tmp_path / "second" / "pictures" / "ada.png").read_bytes()
    assert 1 == (tmp_path / "second" / "scenario.yaml").read_text("utf-8").count(POINTER)


def test_nothing_that_is_there_is_touched(tmp_path: Path):
    """A second `new` with the same name says so, and leaves the first as it was."""
    folder = tmp_path / "mine"
    begin(folder, STARTER, title=None, schema="{}")
    (folder / "scenario.yaml").write_text("my work", "utf-8")
    with pytest.raises(CannotStart, match="is there already"):
        begin(folder, STARTER, title=None, schema="{}")
    assert "my work" == (folder / "scenario.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "instead"), [("What now?", "what-now"), ("*", "my-scenario"), ("Café: déjà vu", "caf-d-j-vu"), ("x" * 80, "x" * 60)]
)
def test_a_name_that_will_not_do_everywhere_gets_another(tmp_path: Path, name: str, instead: str):
    """A folder's name works on every computer; the answer says what to write."""
    with pytest.raises(CannotStart, match=f"Write for example: {instead}$"):
        begin(tmp_path / name, STARTER, title=None, schema="{}")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path):
    """A file stands where the folder's folder ought to be."""
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CannotStart, match="could not be made"):
        begin(tmp_path / "file" / "mine", STARTER, title=None, schema="{}")


def test_a_title_is_made_of_the_folder():
    """The hyphens go, and it begins with a capital letter."""
    assert "The bus stop" == title_of(Path("somewhere/the-bus-stop"))
