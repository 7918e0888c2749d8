"""Languages that are written from right to left: letters that join, lines in which both directions meet, pages mirrored."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import read
from game.authoring.source import Unread
from game.authoring.tongues import catalogue, of_catalogue
from game.language import Tongue, speaking
from game.language.catalogues import tongue_of
from game.resources import assets, scenarios
from game.stage import inks, lettering
from game.stage.beats import beats
from game.stage.bidi import has_leftward, runs
from game.stage.canvas import Fonts
from game.stage.components import amount
from game.stage.mirroring import mirrored
from game.stage.page import Box, Fill, Page, Picture, Sketch, Target, Words
from game.stage.screens.scene import SceneScreen
from game.stage.screens.title import TitleScreen
from game.stage.shelf import Article
from game.stage.theme import theme
from game.stage.views import Columnist, SceneBeat
from game.story.playthrough import Playthrough, replay
from game.story.texts import in_other_words
from tests.stage.checks import desk, faults, gallery

ARABIC = Tongue("ar", "العربية", True)
HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
LINES = st.text(st.sampled_from(f"{HEBREW}ابتثجح abcXYZ 0123456789 .,:!?-–"), max_size=60)


def in_order(text: str, leftward: bool) -> str:
    """Return the letters of a line as they stand from left to right."""
    return "".join(run.text[::-1] if run.leftward else run.text for run in runs(text, leftward))


@given(LINES, st.booleans())
@settings(max_examples=400)
def test_runs_stand_as_the_unicode_algorithm_has_them(text: str, leftward: bool):
    """Numbers and Latin names within a line keep their own direction; checked against another implementation."""
    from bidi import get_display

    shown = get_display(text, base_dir="R" if leftward else "L")
    assert shown == in_order(text, leftward)


@given(LINES, st.booleans())
@settings(max_examples=200)
def test_no_letter_is_lost(text: str, leftward: bool):
    """Whatever is turned round is still all there."""
    assert sorted(text) == sorted("".join(run.text for run in runs(text, leftward)))


@pytest.mark.parametrize("text", ["", "Leslie, 9:40", "¿Dónde está Béla?", "Äpfel – „ja“"])
def test_other_lines_are_left_alone(text: str):
    """Nothing is looked up for a language that is written to the right."""
    assert not has_leftward(text)


def test_a_number_and_a_name_stand_where_an_arabic_reader_looks_for_them():
    """رصيدك لدى Leslie هو 8: read from the right, the name comes before the figure, and neither is turned round."""
    found = [run.text.strip() for run in runs("رصيدك لدى Leslie هو 8", True)]
    assert ["8", "هو", "Leslie", "رصيدك لدى"] == found


def test_letters_join():
    """Three letters that join are narrower than the three by themselves."""
    pygame.font.init()
    fonts = Fonts(assets() / "fonts")
    with speaking(ARABIC):
        whole = lettering.width(fonts, "بيت", "CFLiterata-400", 60)
        apart = sum(lettering.width(fonts, letter, "CFLiterata-400", 60) for letter in "بيت")
        assert whole < apart * 0.85
        assert whole == lettering.line(fonts, "بيت", "CFLiterata-400", 60, (0, 0, 0)).get_width()


def test_every_letter_of_the_arabic_catalogue_is_drawn():
    """No empty box stands on the page."""
    pygame.font.init()
    fonts = Fonts(assets() / "fonts")
    for weight in (400, 700):
        font = fonts.at(f"CFNaskh-{weight}", 40)
        for letter in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟ًٌٍَُِّْ«»().:!0123456789":
            assert font.metrics(letter)[0] is not None, letter


# ---------------------------------------------------------------- pages

boxes = st.builds(Box, st.integers(0, 1500), st.integers(0, 900), st.integers(1, 400), st.integers(1, 100))
marks = st.one_of(
    st.builds(Fill, boxes, st.just((1, 2, 3))),
    st.builds(Picture, boxes, st.just("a"), boxes),
    st.builds(lambda box, x: Sketch(box, inks.Shapes((inks.Line(((x, 3.0), (box.w, 1.0)), 2.0, (9, 9, 9)),))), boxes, st.integers(0, 50).map(float)),
)
pages = st.builds(lambda found, box: Page(1920, 1080, tuple(found), (Target(box, "a"),)), st.lists(marks, max_size=12), boxes)


@given(pages)
def test_a_page_that_is_mirrored_twice_is_itself(page: Page):
    """Nothing is lost on the way."""
    assert page == mirrored(mirrored(page))


@given(pages, st.integers(0, 1919), st.integers(0, 1079))
def test_what_can_be_clicked_lies_where_it_is_seen(page: Page, x: int, y: int):
    """A target moves with its words."""
    inside = page.key_at(x + 0.5, y + 0.5)
    assert inside == mirrored(page).key_at(1920 - x - 0.5, y + 0.5)


@pytest.mark.parametrize("value", [-12, 5])
def test_a_figure_keeps_its_sign_at_its_left(value: int):
    """Minus twelve is no twelve minus."""
    press = desk((1920, 1080), 100)
    page = Page(1920, 1080, amount(press, value, "figure", 400, 300, theme(look="paper", text_size=100).palette.ink))
    words = next(mark for mark in mirrored(page).marks if isinstance(mark, Words))
    signs = [mark for mark in mirrored(page).marks if isinstance(mark, Fill)]
    assert signs
    assert all(sign.box.right <= words.box.x + 4 for sign in signs)
    assert words.box.x > 960


def test_words_keep_their_own_direction():
    """The place of a line changes over, and what it says does not."""
    press = desk((1920, 1080), 100)
    line = press.setter.words("Leslie", press.style("speech"), (0, 0, 0), 72, 100)
    (turned,) = mirrored(Page(1920, 1080, (line,))).marks
    assert isinstance(turned, Words)
    assert ("Leslie", 1920 - line.box.right, 100) == (turned.text, turned.box.x, turned.baseline)


# ---------------------------------------------------------------- a front page and a scene in Arabic


def in_arabic() -> tuple[TitleScreen, SceneScreen]:
    """Return the front page with the bakery on it, and its first scene, by the catalogues that there are."""
    path = scenarios() / "bakery"
    read_in, found = read(path).scenario, catalogue(Path(__file__).parent / "arabic" / "bakery.ar.po")
    assert read_in is not None
    assert not isinstance(found, Unread)
    told = in_other_words(read_in, of_catalogue("ar", found))
    article = Article(path, told.id, told.title, told.headline, told.summary, told.minutes)
    beat = beats(replay(Playthrough(told, 1)), Columnist.AFTER_EACH_CHOICE, 1)[-1]
    assert isinstance(beat, SceneBeat)
    return TitleScreen((article,)), SceneScreen(beat)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("look", ["paper", "dark", "projector"])
def test_a_front_page_and_a_scene_hold_in_arabic(look: str, text_size: int):
    """All of it is Arabic but names and figures, nothing overlaps, and the page begins at the right."""
    with speaking(tongue_of("ar")):
        for screen in in_arabic():
            for sheet in range(6):
                if sheet >= getattr(screen, "sheets", 1) and sheet:
                    break
                screen.sheet = sheet  # type: ignore[union-attr]
                page = mirrored(screen.page(desk((1280, 720), text_size, look), gallery()))
                assert [] == faults(page)
                words = [mark for mark in page.marks if isinstance(mark, Words) and mark.text.strip()]
                latin = {word for mark in words for word in re.findall(r"[A-Za-z]{2,}", mark.text)}
                assert latin <= {"Coffee", "First", "Enter", "Esc"}
                way_on = next(target.box for target in page.targets if target.key == "enter")
                others = [target.box for target in page.targets if target.key == "escape"]
                assert all(way_on.right > box.right or way_on.y < box.y for box in others)
