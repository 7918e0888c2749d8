"""Contrast by WCAG 2.2: of every line on every page in every look, and of whatever else carries a meaning."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.records.settings import ALLOWED, Settings
from game.stage import inks
from game.stage.page import Box, Colour, Fill, Page, Picture, Style, Words
from game.stage.theme import FRANKLIN, NEWS, PALETTES, PAPER
from tests.stage.checks import desk
from tests.stage.contrast import Pair, needed, of_marks, of_words, ratio, too_close
from tests.stage.every_page import pages

LEAST = {"high contrast": 7.0, "high contrast dark": 7.0}
"""Of all words, also of large ones; elsewhere it is 4.5, and 3 for large ones."""
colours = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("look", ALLOWED["look"])
def test_every_line_stands_out_from_what_it_stands_on(look: str, text_size: int):
    """On any page, with any row under the cursor, I can read each word; and none but an initial lies on a picture."""
    lines: list[Pair] = []
    for _, page in pages("en", desk((1280, 720), text_size, look), Settings(look=look, text_size=text_size)):
        lines += of_words(page)
    assert len(lines) > 5000
    assert [] == sorted(set(too_close(lines, PALETTES[look], least=LEAST.get(look, 0.0))))


@pytest.mark.parametrize("look", ALLOWED["look"])
def test_outlines_rules_and_edges_stand_out(look: str):
    """Boxes round keys, steps of standing, the rule between rows: 3 to 1, but for what only decorates.

    The coloured edge of an ink row may be faint: that row is told by its ink. A plus is drawn as two bars that cross.
    """
    palette = PALETTES[look]
    found: list[Pair] = []
    for _, page in pages("en", desk((1280, 720), 100, look), Settings(look=look)):
        found += of_marks(page, frozenset((palette.fold, palette.deep)))
    # a gap of paper round a mark is no mark itself
    told = [pair for pair in found if pair.ground not in (palette.ink, pair.ink) and pair.ink != palette.paper]
    assert len(told) > 2000
    assert [] == sorted(set(too_close(told, palette)))


@pytest.mark.parametrize("look", ALLOWED["look"])
def test_beans_and_signs_stand_out(look: str):
    """What was held, earned and lost is seen on the page and on a sheet that lies on it; so is the row under the cursor."""
    palette = PALETTES[look]
    for ground in (palette.paper, palette.white):
        drawn = inks.bean(palette, 1.0, 0.4, 0.4, 0.2, ground)
        used = {shape.colour for shape in drawn} - {ground}
        assert {palette.latte, palette.espresso, palette.teal, palette.tomato} <= used
        for colour in (*used, palette.ink):
            assert ratio(colour, ground) >= 3
    for colour in (palette.espresso, palette.ink):  # bars in their troughs
        assert ratio(colour, palette.deep) >= 3


@pytest.mark.parametrize("look", ALLOWED["look"])
def test_a_bean_that_is_lost_has_another_shape_than_one_that_is_held(look: str):
    """Who sees no colours sees a stroke through it, and an empty one empty; what was earned has a plus beside it."""
    palette = PALETTES[look]
    held, empty, lost = (
        tuple((type(shape).__name__, shape.points) for shape in inks.bean(palette, 1.0, full, 0.0, gone, palette.paper))
        for full, gone in ((1.0, 0.0), (0.0, 0.0), (0.0, 1.0))
    )
    assert 3 == len({held, empty, lost})


# ---------------------------------------------------------------- the measure itself


BODY = Style(FRANKLIN[500], 30)


def words(colour: Colour, style: Style = BODY) -> Words:
    return Words(Box(100, 170, 100, 40), 200, "words", style, colour)


@given(colours, colours)
def test_the_ratio_lies_between_one_and_twenty_one_and_has_no_direction(one: Colour, other: Colour):
    """Dark on light is as far apart as light on dark; a colour on itself is not there."""
    assert 1 <= ratio(one, other) <= 21
    assert ratio(one, other) == ratio(other, one)
    assert 1 == ratio(one, one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((0, 0, 0), (255, 255, 255), 21.0), ((119, 119, 119), (255, 255, 255), 4.48), ((255, 0, 0), (255, 255, 255), 4.0)],
)
def test_the_ratio_is_that_of_the_guidelines(one: Colour, other: Colour, expected: float):
    """Grey 119 is the well-known one that just fails on white."""
    assert expected == round(ratio(one, other), 2)


@pytest.mark.parametrize(
    ("style", "expected"),
    [(Style(FRANKLIN[500], 35.9), 4.5), (Style(FRANKLIN[500], 36), 3.0), (Style(NEWS, 28.1), 3.0), (Style(FRANKLIN[600], 28.1), 4.5)],
)
def test_large_type_needs_less(style: Style, expected: float):
    """24 pixels, or 18.66 and bold, as the smallest window shows them."""
    assert expected == needed(words(PAPER.ink, style))


def test_the_ground_is_what_was_painted_last_under_the_words():
    """A patch counts where it lies under them, and a picture is no ground."""
    ground, patch = Fill(Box(0, 0, 1920, 1080), PAPER.paper), Fill(Box(90, 160, 200, 60), PAPER.ink)
    photo = Picture(Box(90, 160, 200, 60), "places/bakery.webp", Box(0, 0, 1920, 1080))

    def found(*marks: Fill | Picture | Words) -> list[Colour | None]:
        return [pair.ground for pair in of_words(Page(1920, 1080, marks))]

    assert [PAPER.paper] == found(ground, words(PAPER.ink))
    assert [PAPER.ink] == found(ground, patch, words(PAPER.white))
    assert [PAPER.paper] == found(ground, words(PAPER.ink), patch)
    assert [None] == found(ground, photo, words(PAPER.ink))


def test_what_is_too_faint_is_said_by_its_names():
    """The finding names the words, both inks, and by how much."""
    page = Page(1920, 1080, (Fill(Box(0, 0, 1920, 1080), PAPER.paper), words(PAPER.latte)))
    assert ["'words': latte on paper, 3.7 of 4.5"] == too_close(of_words(page), PAPER)


@pytest.mark.parametrize(("ink", "ground"), list(product(("ink", "espresso", "mocha", "tomato", "teal"), ("paper", "white"))))
@pytest.mark.parametrize("look", ALLOWED["look"])
def test_the_inks_of_a_look_can_be_read_on_its_page_in_small_type(look: str, ink: str, ground: str):
    """Whatever a new page sets in one of them on the page or on a sheet will have enough."""
    palette = PALETTES[look]
    assert ratio(getattr(palette, ink), getattr(palette, ground)) >= LEAST.get(look, 4.5)
