"""The checks of pages find what they are for."""

from __future__ import annotations

from game.stage.page import Box, Fill, Page, Style, Words
from game.stage.theme import FRANKLIN, PAPER
from tests.stage.checks import faults


def line(x: float, baseline: float, text: str = "words", size: float = 30) -> Words:
    """Return a line of about a hundred points."""
    return Words(Box(x, baseline - size, 100, size * 1.3), baseline, text, Style(FRANKLIN[500], size), PAPER.ink)


def found(*marks: Words | Fill) -> int:
    """Return how many faults a page of these marks has."""
    return len(faults(Page(1920, 1080, marks)))


def test_lines_that_overlap_are_found_and_lines_of_one_paragraph_are_not():
    """Set solid is tight, and sound; half a line lower is not."""
    assert 0 == found(line(100, 200), line(100, 231))
    assert 1 == found(line(100, 200), line(100, 215))
    assert 1 == found(line(100, 200), line(150, 200))


def test_words_that_leave_the_page_are_found():
    """On each of its four sides."""
    assert [1, 1, 1, 1] == [found(line(x, y)) for x, y in ((-20, 200), (1860, 200), (100, 10), (100, 1079))]


def test_small_type_is_found():
    """Under 24 points nobody at the back can read."""
    assert 1 == found(line(100, 200, size=23))


def test_a_rule_through_words_is_found_and_one_below_them_is_not():
    """A hairline may touch tails, never letters."""
    assert 1 == found(line(100, 200), Fill(Box(90, 190, 200, 2), PAPER.ink))
    assert 0 == found(line(100, 200), Fill(Box(90, 206, 200, 2), PAPER.ink))


def test_words_under_a_patch_are_found_and_words_on_it_are_not():
    """A strip may be written on; it may not hide what was said."""
    patch = Fill(Box(90, 150, 60, 100), PAPER.white)
    assert 1 == found(line(100, 200), patch)
    assert 0 == found(patch, line(100, 200))
