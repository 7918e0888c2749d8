"""Which picture is shown for whom, and what stands in where nothing is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.resources import assets
from game.stage.components import portrait
from game.stage.gallery import MOODS, Gallery, mood_for
from game.stage.views import Who


def somebody(art: str, name: str = "Renate Huber") -> Who:
    return Who("renate", name, name.split(maxsplit=1)[0], "a colleague", art, 13)


@pytest.fixture
def gallery() -> Gallery:
    return Gallery(assets())


def test_a_drawn_person_is_shown_in_each_mood(gallery: Gallery):
    """Leslie has seven faces, and no initial on any of them."""
    art, letter = gallery.person(somebody("leslie"))
    assert "" == letter
    assert all((assets() / portrait(art, mood)).is_file() for mood in MOODS)


def test_an_unknown_person_is_a_paper_cut_out_with_an_initial(gallery: Gallery):
    """A trainer's own cast has somebody to look at, always the same."""
    art, letter = gallery.person(somebody("nobody-drew-her"))
    assert "R" == letter
    assert (art, letter) == gallery.person(somebody("nobody-drew-her"))
    assert all((assets() / portrait(art, mood)).is_file() for mood in MOODS)


def test_an_unknown_place_is_elsewhere(gallery: Gallery):
    """A stairwell that nobody drew is two chairs and two cups, by day or in the evening."""
    assert (assets() / gallery.place("stairwell", "")).is_file()
    assert gallery.place("stairwell", "night") != gallery.place("stairwell", "")


def test_a_light_that_is_not_drawn_falls_back(gallery: Gallery):
    """Night becomes evening where only that is drawn, and else the place's own light."""
    assert gallery.place("lenas", "night") == gallery.place("lenas", "evening")
    assert gallery.place("bakery", "night") == gallery.place("bakery", "")


def test_a_trainers_own_picture_comes_first(tmp_path: Path):
    """`pictures/renate.png` and `pictures/stairwell.png` beside the scenario are shown."""
    for name in ("renate", "stairwell"):
        (tmp_path / f"{name}.png").write_bytes((assets() / "icon.png").read_bytes())
    gallery = Gallery(assets(), tmp_path)
    art, letter = gallery.person(somebody("renate"))
    assert (str(tmp_path / "renate.png"), "") == (portrait(art, "warm"), letter)
    assert str(tmp_path / "stairwell.png") == gallery.place("stairwell", "evening")


@pytest.mark.parametrize("name", ["../secret", "a/b", "/etc/passwd", "a.b", ""])
def test_no_picture_is_looked_for_outside_the_folder(tmp_path: Path, name: str):
    """A name that leads elsewhere is a name without a picture."""
    (tmp_path / "secret.png").write_bytes(b"x")
    gallery = Gallery(assets(), tmp_path / "pictures")
    assert gallery.place(name, "").startswith("places/elsewhere")
    assert "silhouettes" in gallery.person(somebody(name))[0]


@pytest.mark.parametrize(
    ("word", "mood"), [("warm", "warm"), ("very sad", "hurt"), ("polite, bright", "warm"), ("unheard-of", "neutral"), ("", "neutral")]
)
def test_an_authors_word_means_a_mood(word: str, mood: str):
    """Of several words the first that is not neutral counts."""
    assert mood == mood_for(word, Gallery(assets())._moods)
