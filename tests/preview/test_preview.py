"""The preview as an author uses it: real files, real saves, keys; every page is set."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import resources
from game.authoring import Reading
from game.preview.director import PreviewDirector
from game.preview.opening import preview_of
from game.stage.pilot import Pilot

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


class Author:
    """Somebody with an editor, a file and a preview."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1280, 720)) -> None:
        self.file = folder / "scenario.yaml"
        self.file.write_text((resources.assets() / "starter" / "scenario.yaml").read_text("utf-8"), "utf-8")
        self.director: PreviewDirector = preview_of(folder)
        self.pilot = Pilot(self.director, resources.assets(), size=size)  # type: ignore[arg-type]

    @property
    def text(self) -> str:
        return self.pilot.text

    def save(self, old: str, new: str) -> Author:
        written = self.file.read_text("utf-8")
        assert old in written
        self.write(written.replace(old, new, 1))
        return self

    def write(self, text: str) -> None:
        beside = self.file.with_suffix(".new")
        beside.write_text(text, "utf-8")
        before = self.director.reading
        beside.replace(self.file)
        self.wait(before)

    def wait(self, before: Reading) -> None:
        until = time.monotonic() + 5
        while self.director.reading is before:
            self.director.wake()
            assert time.monotonic() < until, "a save is not noticed"
            time.sleep(0.005)

    def press(self, *keys: str) -> Author:
        self.pilot.press(*keys)
        return self

    def choose(self, *choices: str) -> Author:
        for choice in choices:
            for _ in range(20):
                screen = self.director.screen_below
                options = [option.id for option in getattr(getattr(screen, "beat", None), "options", ())]
                if getattr(screen, "choosing", False) and choice in options:
                    break
                self.press("enter")
            self.press(str(options.index(choice) + 1))
        return self


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    made = Author(tmp_path)
    yield made
    made.director.close()
    made.pilot.close()


def test_a_save_is_on_the_page_at_the_same_moment(author: Author):
    """Two choices in, a line of the present scene is changed: the page shows it, and the choices stand."""
    author.choose("take-a-corner", "the-trolley")
    for _ in range(10):
        if "quarter of an hour and a bun" in author.text:
            break
        author.press("enter")
    author.save("Ada is at the window table with a quarter of an hour and a bun.", "Ada is at the window table with a newspaper.")
    assert "with a newspaper" in author.text
    assert ("take-a-corner", "the-trolley") == author.pilot.choices


def test_choices_that_no_longer_hold_are_told(author: Author):
    """The second choice gets another id: the play goes back to before it, and says so."""
    author.choose("take-a-corner", "the-trolley")
    author.save("id: the-trolley", "id: the-handcart")
    assert ("take-a-corner",) == author.pilot.choices
    assert "1 choice no longer holds" in author.text


def test_a_broken_save_keeps_the_last_good_page_and_says_what_to_mend(author: Author):
    """The page stays; the fault lies above it, with its line and its mend; a good save takes it away."""
    author.save("next: the-landing             # where it leads", "next: the-landin")
    assert "Last good save" in author.text
    assert "CF201" in author.text
    assert "write 'the-landing'" in author.text
    assert "Evening. Mind the bottom" in author.text
    author.save("next: the-landin\n", "next: the-landing\n")
    assert "CF201" not in author.text
    assert "Saved" in author.text


def test_f_makes_the_safe_mends_in_the_file(author: Author):
    """One key, and the file is mended; comments and all else stay as they were."""
    before = author.file.read_text("utf-8")
    author.save("honours: news-is-welcome", "honors: news-is-welcome")
    broken = author.director.reading
    author.press("f")
    author.wait(broken)
    assert before == author.file.read_text("utf-8")
    assert not author.director.broken


def test_a_file_that_is_broken_at_first_is_shown_once_it_is_good(tmp_path: Path):
    """The preview opens on the message, and on the story when it is mended."""
    (tmp_path / "scenario.yaml").write_text("title: [", "utf-8")
    director = preview_of(tmp_path)
    pilot = Pilot(director, resources.assets())  # type: ignore[arg-type]
    try:
        assert "Nothing can be played yet." in pilot.text
        assert "CF0" in pilot.text
        (tmp_path / "scenario.yaml").write_text((resources.assets() / "starter" / "scenario.yaml").read_text("utf-8"), "utf-8")
        until = time.monotonic() + 5
        while director.broken:
            director.wake()
            assert time.monotonic() < until
            time.sleep(0.005)
        assert "Evening. Mind the bottom" in pilot.press().text
    finally:
        director.close()
        pilot.close()


def test_a_file_that_is_taken_away_leaves_the_page(author: Author):
    """The message says so; when it is back, the play goes on."""
    text = author.file.read_text("utf-8")
    author.choose("take-a-corner")
    good = author.director.reading
    author.file.unlink()
    author.wait(good)
    assert "CF00" in author.text
    gone = author.director.reading
    author.file.write_text(text, "utf-8")
    author.wait(gone)
    assert ("take-a-corner",) == author.pilot.choices


def test_j_goes_to_any_scene_with_any_balance(author: Author):
    """Some letters find the scene; five points more; Enter."""
    author.press("j", "t", "h", "u", "right", "right", "enter")
    state = author.director.state
    assert state is not None
    assert ("thursday", 11) == (state.scene, state.capital("ada"))
    assert "thursday, line" in author.text
    author.save("quarter of an hour and a bun", "quarter of an hour and two buns")
    state = author.director.state
    assert state is not None
    assert ("thursday", 11) == (state.scene, state.capital("ada")), "a save keeps the beginning"


def test_h_shows_what_is_hidden_and_what_it_waits_for(author: Author):
    """A choice that is not offered, with its condition and the present values."""
    author.press("j", "t", "h", "u", "enter", "h")
    assert "Not offered here" in author.text
    assert "chose.the-clinic or chose.leave-a-card" in author.text
    assert "chose.the-clinic is false" in author.text


def test_l_shows_the_ledger_live(author: Author):
    """Balances, entries with their reasons, what is still to come, promises."""
    author.choose("the-clinic").press("l")
    assert "Accounts" in author.text
    assert "−9, in thursday" in author.text
    author.choose("saturday-at-nine")
    assert "You said that you would lift on Saturday at nine. open" in author.text


def test_one_may_step_back_and_forth(author: Author):
    """R takes a choice back, T makes it again."""
    author.choose("take-a-corner", "the-trolley").press("r")
    assert ("take-a-corner",) == author.pilot.choices
    author.press("r", "t", "t")
    assert ("take-a-corner", "the-trolley") == author.pilot.choices
    author.press("t")
    assert ("take-a-corner", "the-trolley") == author.pilot.choices


def test_a_preview_can_be_played_to_the_column(author: Author):
    """At the end the column is printed, and R leads back."""
    author.choose("take-a-corner", "the-trolley", "how-is-the-flat")
    for _ in range(20):
        if "Dear Coffee First," in author.text:
            break
        author.press("enter")
    assert "Dear Coffee First," in author.text
    author.save("title: Good evening", "title: A good evening")
    assert ("take-a-corner", "the-trolley", "how-is-the-flat") == author.pilot.choices


def test_from_the_middle_the_column_has_no_score(author: Author):
    """Nobody is told a figure that no play could reach."""
    author.press("j", "t", "h", "u", "right", *["right"] * 12, "enter")
    author.choose("a-word-with-them")
    for _ in range(20):
        if "Dear Coffee First," in author.text:
            break
        author.press("enter")
    assert "Dear Coffee First," in author.text


def test_nothing_is_kept(author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A rehearsal is in no journal."""
    author.choose("take-a-corner")
    assert not list(tmp_path.rglob("plays.db"))


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_off_or_covered_on_any_screen(tmp_path: Path, size: tuple[int, int]):
    """Each panel at each size: words lie inside the page and do not overlap in it."""
    author = Author(tmp_path, size)
    try:
        for keys in (("l",), ("h",), ("h", "j"), ("right",), ("escape", "escape")):
            author.press(*keys)
            page = author.pilot.page
            outside = [mark for mark in page.marks if hasattr(mark, "text") and (mark.box.x < -1 or mark.box.right > page.width + 1 or mark.box.bottom > page.height + 1)]
            assert [] == outside
        author.save("next: the-landing             # where it leads", "next: the-landin")
        author.press("down", "up")
        assert "CF201" in author.text
    finally:
        author.director.close()
        author.pilot.close()
