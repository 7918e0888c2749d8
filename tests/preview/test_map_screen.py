"""The map in the window: walked with the arrow keys."""

from __future__ import annotations

import pytest

from game import resources
from game.authoring import read
from game.preview.map_screen import MapScreen, map_of
from game.stage.intents import Close
from game.stage.proof import Proof
from game.stage.theme import theme
from game.story.analysis import analyse
from game.story.model import Scenario
from game.story.playthrough import start


@pytest.fixture(scope="module")
def bakery() -> Scenario:
    scenario = read(resources.scenarios() / "bakery").scenario
    assert scenario is not None
    return scenario


def opened(scenario: Scenario) -> MapScreen:
    return map_of(start(scenario), analyse(scenario))


def test_it_opens_where_the_play_stands_and_enter_goes_where_the_cursor_is(bakery: Scenario):
    screen = opened(bakery)
    assert "in-line" == screen.cursor
    for _ in range(2):
        assert () == screen.handle("right")
    (jump,) = screen.handle("enter")
    assert "the-till" == jump.scene


def test_left_comes_back_the_way_it_went_and_home_to_the_start(bakery: Scenario):
    screen = opened(bakery)
    for key in ("right", "right", "left"):
        screen.handle(key)
    assert "you-have-my-vote" == screen.cursor
    screen.handle("end")
    screen.handle("home")
    assert "in-line" == screen.cursor


def test_up_and_down_change_between_scenes_that_stand_together(bakery: Scenario):
    screen = opened(bakery)
    screen.cursor = "the-real-answer"
    screen.handle("up")
    assert "number-51" == screen.cursor


def test_escape_and_m_close_it(bakery: Scenario):
    for key in ("escape", "m"):
        assert (Close(),) == opened(bakery).handle(key)


def test_it_is_told_as_text_with_the_scene_under_the_cursor(bakery: Scenario):
    text = opened(bakery).text()
    assert "best 207, worst −11" == text[1]
    assert 1 == sum(line.startswith("> 1. In line") for line in text)


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1920, 1080), 200)])
def test_the_cursor_is_in_view_wherever_it_walks(bakery: Scenario, size: tuple[int, int], text: int):
    screen = opened(bakery)
    proof = Proof(resources.assets(), size, theme(look="paper", text_size=text))
    for scene in bakery.scenes:
        screen.cursor = scene
        page = proof.page(screen)
        number = screen.chart.stops[scene].number
        (box,) = [target.box for target in page.targets if target.key == f"scene:{number}"]
        assert 90 < box.y + box.h / 2 < page.height - 40
        assert -4 <= box.x
        assert box.right <= 1924
    proof.print(page)
    proof.close()
