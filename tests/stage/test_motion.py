"""What moves: from exactly the page before to exactly the next, whatever interrupts it, and not at all where that is asked."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.records.settings import Settings
from game.resources import assets
from game.stage import inks, system_wishes
from game.stage.app import App
from game.stage.canvas import Canvas, Fonts
from game.stage.motion import FACE, TURN, Motion, eased, face_parts, motion_between
from game.stage.moving.stagehand import Stagehand
from game.stage.page import Box, Fill, Line, Page, Picture, Sketch, Words
from game.stage.pictures import Pictures
from game.stage.pilot import Pilot
from game.stage.screens.account import AccountScreen, BillScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.theme import PAPER
from tests.stage.test_plays import begin, director

SIZE = (1280, 720)


@pytest.fixture(scope="module")
def turns(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Page, Page]]:
    """The pages of the bakery's worst morning, two by two: what was shown, and what came."""
    seen: list[tuple[str, Page]] = []
    pilot = Pilot(director(tmp_path_factory.mktemp("turns")), assets(), size=SIZE, see=lambda screen, page: seen.append((type(screen).__name__, page)))
    try:
        begin(pilot, "bakery")
        for _ in range(120):
            if isinstance(pilot.screen, DebriefScreen):
                break
            pilot.press("4", "3", "enter")
        pilot.press("enter", "enter")
    finally:
        pilot.close()
    return [(name, old, new) for (_, old), (name, new) in pairwise(seen) if old != new]


def moving(turns: list[tuple[str, Page, Page]], kind: type | None = None) -> list[Motion]:
    found = [motion_between(old, new, PAPER) for name, old, new in turns if kind is None or name == kind.__name__]
    return [motion for motion in found if motion is not None]


# ---------------------------------------------------------------- pure


def test_at_its_end_a_motion_is_exactly_the_new_page(turns: list[tuple[str, Page, Page]]):
    """Mark by mark, of every page of a play."""
    assert len(turns) > 40
    for motion in moving(turns):
        assert motion.new == motion.page(motion.seconds)
        assert () == face_parts(motion, 1.0)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seconds=st.floats(-1, 4), number=st.integers(0, 10_000))
def test_at_every_moment_it_is_a_page_that_can_be_clicked(turns: list[tuple[str, Page, Page]], seconds: float, number: int):
    """What does not move stands where it will stand, in its order, and every target is there from the first moment on."""
    found = moving(turns)
    motion = found[number % len(found)]
    page = motion.page(seconds)
    acting = {place for act in motion.acts for place in act.marks}
    still = [mark for place, mark in enumerate(motion.new.marks) if place not in acting]
    rest = iter(page.marks)
    assert all(any(mark == other for other in rest) for mark in still)
    assert motion.new.targets == page.targets
    boxes = [mark.box for mark in motion.new.marks]
    assert all(any(mark.box.x >= box.x - 90 and mark.box.right <= box.right + 9 for box in boxes) for mark in page.marks)


def test_nothing_takes_longer_than_is_promised(turns: list[tuple[str, Page, Page]]):
    """A page is there within a quarter of a second; its figures within another second; a column within two."""
    for name, old, new in turns:
        motion = motion_between(old, new, PAPER)
        if motion is not None:
            assert motion.seconds <= (2.0 if name == "DebriefScreen" else 1.5), name


def test_what_an_account_shows_is_written_and_its_beans_drop_one_by_one(turns: list[tuple[str, Page, Page]]):
    """The figure is inked from the left; beans follow in order, none before the figure begins."""
    figures = 0
    for motion in moving(turns, AccountScreen):
        beans = [act for act in motion.acts if isinstance(motion.new.marks[act.marks[0]], Sketch) and act.lasts < 0.1]
        inked = [act for act in motion.acts if isinstance(motion.new.marks[act.marks[0]], Words)]
        figures += bool(inked)
        begins = [act.begins for act in beans]
        assert begins == sorted(set(begins))
        assert all(bean > figure.begins for bean in begins for figure in inked)
    assert figures


def test_a_bill_draws_its_thread_before_its_figure(turns: list[tuple[str, Page, Page]]):
    """The thread leads from what was said to what it costs, so it is drawn first."""
    seen = 0
    for motion in moving(turns, BillScreen):
        threads = [act for act in motion.acts if motion.new.marks[act.marks[0]].box.h > 60 and isinstance(motion.new.marks[act.marks[0]], Sketch)]
        figures = [act for act in motion.acts if isinstance(motion.new.marks[act.marks[0]], Words)]
        if threads and figures:
            seen += 1
            assert threads[0].begins + threads[0].lasts <= figures[0].begins
    assert seen


def test_the_column_sets_itself_line_by_line_once(turns: list[tuple[str, Page, Page]]):
    """In reading order; a page that was read before stands as it is."""
    columns = [(old, new) for name, old, new in turns if name == "DebriefScreen"]
    motion = motion_between(*columns[0], PAPER)
    assert motion is not None
    lines = [act for act in motion.acts if isinstance(motion.new.marks[act.marks[0]], Words)]
    assert len(lines) > 30
    assert [act.begins for act in lines] == sorted(act.begins for act in lines)
    again = motion_between(*columns[0], PAPER, again=True)
    assert again is not None
    assert len(again.acts) < 12


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 80)), min_size=3, max_size=12), st.floats(0, 0.99), st.floats(0, 0.99))
def test_a_line_is_drawn_along_its_path(points: list[tuple[float, float]], one: float, other: float):
    """It grows and never leaps: an earlier moment's line is the beginning of a later one's."""
    sketch = Sketch(Box(0, 0, 200, 80), (Line(tuple(points), 5.5, PAPER.tomato),))
    new = Page(1920, 1080, (Fill(Box(0, 0, 1920, 1080), PAPER.paper), sketch))
    motion = motion_between(Page(1920, 1080, new.marks[:1]), new, PAPER)
    assert motion is not None
    act = motion.acts[0]

    def drawn(share: float) -> list[tuple[float, float]]:
        marks = motion.page(act.begins + share * act.lasts).marks  # type: ignore[union-attr]
        return [point for mark in marks if isinstance(mark, Sketch) for line in mark.shapes for point in line.points]

    early, late = sorted((one, other))
    assert drawn(early)[:-1] == drawn(late)[: max(0, len(drawn(early)) - 1)]
    assert [] == drawn(0.0)


def test_a_face_changes_brows_first_then_eyes_then_mouth():
    """The seam between the new expression and the old goes down in four steps, and the head nods by six points."""
    cover = Box(0, 100, 800, 900)
    was, now = (Picture(Box(0, 100, 814, 836), f"people/leslie/{mood}.webp", cover) for mood in ("neutral", "warm"))
    place = Picture(Box(0, 0, 814, 936), "places/bakery.webp", Box(0, 0, 1920, 1080))
    motion = motion_between(Page(1920, 1080, (place, was)), Page(1920, 1080, (place, now)), PAPER)
    assert motion is not None
    assert (was, None) == (motion.face and motion.face.was, motion.fades)
    seams = []
    for step in range(100):
        parts = face_parts(motion, step / 100)
        assert sum(box.h for box, _ in parts) == pytest.approx(836)
        upper = [box.h for box, page in parts if any(mark.name == now.name for mark in page.marks if isinstance(mark, Picture))]
        seams.append(round(upper[0] / 40) if upper else 0)
    assert seams == sorted(seams)
    assert 4 == len(set(seams))


def test_another_person_gives_way_and_is_not_bent_into_the_next():
    """Only one person's own expressions are parted; whoever comes in fades in."""
    place = Picture(Box(0, 0, 814, 936), "places/bakery.webp", Box(0, 0, 1920, 1080))
    one, other = (Picture(Box(0, 100, 814, 836), f"people/{who}/warm.webp", Box(0, 100, 800, 900)) for who in ("leslie", "maya"))
    motion = motion_between(Page(1920, 1080, (place, one)), Page(1920, 1080, (place, other)), PAPER)
    assert motion is not None
    assert (None, True) == (motion.face, motion.fades is not None)


def test_on_a_very_large_window_only_small_things_move(turns: list[tuple[str, Page, Page]]):
    """There a sheet would cost more than a frame, so it is cut; a thread is still drawn."""
    for _, old, new in turns:
        motion = motion_between(old, new, PAPER, large=True)
        assert motion is None or (motion.sheet, motion.fades, motion.face, bool(motion.acts)) == (None, None, None, True)


@given(st.floats(0, 1), st.floats(0, 1))
def test_movements_begin_and_end_where_they_should(one: float, other: float):
    """They never go back."""
    early, late = sorted((one, other))
    assert (0.0, 1.0) == (eased(0.0), eased(1.0))
    assert eased(early) <= eased(late)


# ---------------------------------------------------------------- pixels


class Press:
    """A window that nobody sees, and a canvas on it."""

    def __init__(self) -> None:
        pygame.display.init()
        pygame.font.init()
        self.surface = pygame.display.set_mode(SIZE)
        self.pictures = Pictures(assets())
        self.canvas = Canvas(self.surface, Fonts(assets() / "fonts"), self.pictures)

    def plain(self, page: Page) -> bytes:
        """Return the pixels of a page that was painted without motion."""
        for _ in range(2):
            self.canvas.page = None
            self.canvas.paint(page, (0, 0, 0))
            self.pictures.wait()
            self.pictures.arrived()
        return self.pixels()

    def pixels(self) -> bytes:
        return pygame.image.tobytes(self.surface, "RGB")


@pytest.fixture(scope="module")
def press():
    made = Press()
    yield made
    made.pictures.close()


def chosen(turns: list[tuple[str, Page, Page]]) -> list[tuple[str, Page, Page]]:
    """One of each kind of page, and a face."""
    found = {}
    for name, old, new in turns:
        motion = motion_between(old, new, PAPER)
        if motion is not None:
            found.setdefault((name, motion.face is not None), (name, old, new))
    return list(found.values())


def test_the_last_picture_of_a_motion_is_the_page_painted_without_one(turns: list[tuple[str, Page, Page]], press: Press):
    """Pixel by pixel; and the first still shows the page before where it slides in."""
    for name, old, new in chosen(turns):
        expected = press.plain(new)
        press.plain(old)
        motion = motion_between(old, new, PAPER)
        assert motion is not None
        before = press.surface.copy()
        hand = Stagehand(press.canvas, motion, (0, 0, 0), len(new.marks))
        hand.begin(0.0)
        if motion.sheet is not None:
            part = press.canvas.part(motion.sheet)
            assert pygame.image.tobytes(before.subsurface(part), "RGB") == pygame.image.tobytes(press.surface.subsurface(part), "RGB")
        now = 0.0
        while not hand.step(now) and now < 10:
            now += 0.05
        assert now < 5, name
        assert expected == press.pixels(), name


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(0, 99), moments=st.lists(st.floats(0.012, 0.2), max_size=8))
def test_whatever_interrupts_a_motion_the_page_is_whole(turns: list[tuple[str, Page, Page]], press: Press, number: int, moments: list[float]):
    """A key may come at any moment: what is then on the window is the new page, pixel by pixel."""
    pages = chosen(turns)
    _, old, new = pages[number % len(pages)]
    expected = press.plain(new)
    press.plain(old)
    motion = motion_between(old, new, PAPER)
    assert motion is not None
    hand = Stagehand(press.canvas, motion, (0, 0, 0), len(new.marks))
    hand.begin(0.0)
    now = 0.0
    for step in moments:
        now += step
        hand.step(now)
    hand.finish()
    assert expected == press.pixels()


def test_what_is_laid_over_a_page_does_not_stop_it(turns: list[tuple[str, Page, Page]], press: Press):
    """Captions and the mark of a switch come and go while a page moves."""
    _, old, new = turns[3]
    motion = motion_between(old, new, PAPER)
    assert motion is not None
    over = replace(new, marks=(*new.marks, Fill(Box(40, 40, 200, 40), PAPER.ink)))
    expected = press.plain(over)
    press.plain(old)
    hand = Stagehand(press.canvas, motion, (0, 0, 0), len(new.marks))
    hand.begin(0.0)
    assert (True, False) == (hand.goes_on(over), hand.goes_on(old))
    now = 0.0
    while not hand.step(now):
        now += 0.05
    assert expected == press.pixels()


# ---------------------------------------------------------------- in the window


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    window = App(director(tmp_path), assets(), size=SIZE)
    yield window
    window.close()


def turned(app: App, *keys: str) -> Stagehand | None:
    for key in keys:
        app._settle()
        app.press(key)
        app.show()
    return app._stagehand


@pytest.mark.parametrize(("motion", "system", "expected"), [
    ("full", True, True), ("reduced", False, False), ("system", False, True), ("system", True, False),
])
def test_pages_move_as_the_player_or_the_system_wishes(
    app: App, monkeypatch: pytest.MonkeyPatch, motion: str, system: bool, expected: bool
):
    """Reduced motion cuts everything, whoever asks for it."""
    monkeypatch.setattr(system_wishes._known, "wishes", system_wishes.Wishes(reduced_motion=system))
    app.director.settings = replace(Settings(), motion=motion, sound=False)
    app.show()
    assert expected is (turned(app, "1") is not None)


def test_every_key_counts_while_a_page_moves(app: App):
    """Three quick presses are three pages: each completes what moves, and acts."""
    app.director.settings = replace(Settings(), motion="full", sound=False)
    app.show()
    shown = []
    for key in ("1", "enter", "enter", "enter"):
        assert turned(app, key) is not None
        shown.append((type(app.director.screen).__name__, app.director.screen, getattr(app.director.screen, "sheet", 0)))
    assert 4 == len({(name, id(screen), sheet) for name, screen, sheet in shown})
    assert "SceneScreen" in [name for name, _, _ in shown]


def test_a_still_page_has_nothing_on_its_way(app: App):
    """After the motion there is nobody left who moves anything."""
    app.director.settings = replace(Settings(), motion="full", sound=False)
    app.show()
    hand = turned(app, "1")
    assert hand is not None
    now = 1e9
    hand.step(now)
    assert hand.step(now + TURN + FACE)
    app._stagehand = None
    before = app.canvas.page
    app.show()
    assert (None, before) == (app._stagehand, app.canvas.page)


def test_beans_of_the_style_are_known_by_their_inks():
    """A bean that was just earned is the same bean, empty, before it drops."""
    row = inks.beans(PAPER, 100, 100, 9, change=4)
    ground = Fill(Box(0, 0, 1920, 1080), PAPER.paper)
    motion = motion_between(Page(1920, 1080, (ground,)), Page(1920, 1080, (ground, *row)), PAPER)
    assert motion is not None
    assert 1 == len(motion.acts)
    assert inks.beans(PAPER, 100, 100, 5)[0] in motion.page(0.0).marks
