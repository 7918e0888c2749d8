"""Each scenario is played to each of its endings, by keys alone, through the real screens."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import pytest

from game.authoring import read
from game.opening import Library
from game.records.journal import Journal
from game.resources import assets, scenarios
from game.stage.analyst import Analyst
from game.stage.director import Director
from game.stage.keeping import Keeping
from game.stage.pilot import Pilot
from game.stage.screens.account import BillScreen
from game.stage.screens.book import BookScreen
from game.stage.screens.briefing import BriefingScreen, ResumeScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.moments import MomentsScreen
from game.stage.screens.past import PastScreen
from game.stage.screens.scene import SceneScreen
from game.stage.screens.title import TitleScreen
from game.stage.screens.what_if import WhatIfScreen
from game.story.analysis import Analysis, analyse
from game.story.model import Scenario
from tests.stage.checks import faults

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
NAMES = ("bakery", "rotary-prospect", "laid-off")


@functools.cache
def scenario(name: str) -> Scenario:
    found = read(scenarios() / name).scenario
    assert found is not None
    return found


@functools.cache
def analysed(name: str) -> Analysis:
    return analyse(scenario(name))


def director(folder: Path, *, seed: int = 7) -> Director:
    known = {scenario(name).fingerprint: analysed(name) for name in NAMES}
    keeping = Keeping(journal=Journal.open(folder / "plays.db"), analyst=Analyst(load=known.get))
    return Director(Library(), keeping, assets(), new_seed=lambda: seed)


@pytest.fixture
def pilot(tmp_path: Path):
    flying = Pilot(director(tmp_path), assets())
    yield flying
    flying.close()


def begin(pilot: Pilot, name: str) -> Pilot:
    return pilot.press(str(NAMES.index(name) + 1)).to(SceneScreen)


ENDINGS = [
    (name, scene.id) for name in NAMES for scene in scenario(name).scenes.values() if scene.ending is not None
]


@pytest.mark.parametrize(("name", "ending"), ENDINGS)
def test_each_ending_is_reached_through_the_screens(tmp_path: Path, name: str, ending: str):
    """From the front page to the column, with nothing overlapping on any page on the way."""
    choices = analysed(name).endings[ending].choices
    assert choices is not None
    seen: list[str] = []
    pilot = Pilot(director(tmp_path), assets(), see=lambda screen, page: seen.extend(faults(page)))
    begin(pilot, name).choose(*choices).to(DebriefScreen)
    assert choices == pilot.choices
    screen = pilot.screen
    assert isinstance(screen, DebriefScreen)
    assert ending == screen.state.scene
    assert screen.debrief.score is not None
    for key in ("enter", "enter", "w", "right", "down", "escape", "a", "escape"):
        pilot.press(key)
    pilot.close()
    assert [] == sorted(set(seen))


@pytest.mark.parametrize("name", NAMES)
def test_the_best_play_scores_a_hundred_and_the_worst_nothing(pilot: Pilot, name: str):
    """The score's ends are reached by plays that a person could make."""
    found = analysed(name)
    for choices, points in ((found.best.choices, 100), (found.worst.choices, 0)):
        begin(pilot, name).choose(*choices).to(DebriefScreen)
        screen = pilot.screen
        assert isinstance(screen, DebriefScreen)
        assert points == screen.debrief.score
        pilot.press("escape")


def test_a_number_key_says_what_is_printed_beside_it(pilot: Pilot):
    """Pressing 3 chooses the third response."""
    screen = begin(pilot, "bakery").to_choices().screen
    assert isinstance(screen, SceneScreen)
    third = screen.beat.options[2].id
    assert (third,) == pilot.press("3").choices


def test_the_arrows_and_enter_do_the_same(pilot: Pilot):
    """Who has a clicker or a pad reaches every choice."""
    screen = begin(pilot, "bakery").to_choices().screen
    assert isinstance(screen, SceneScreen)
    third = screen.beat.options[2].id
    assert (third,) == pilot.press("down", "down", "down", "enter").choices


def test_taking_back_returns_to_the_very_choice(pilot: Pilot):
    """R undoes the last choice: the same scene, and nothing in the account."""
    begin(pilot, "bakery").to_choices().press("1").press("r")
    assert () == pilot.choices
    assert isinstance(pilot.screen, SceneScreen)
    assert pilot.director.state is not None
    assert () == pilot.director.state.ledger


def test_going_back_to_an_earlier_moment(pilot: Pilot):
    """Look back, pick a moment, and go on from there."""
    choices = analysed("bakery").best.choices
    begin(pilot, "bakery").choose(*choices[:5]).to_choices().press("b")
    assert isinstance(pilot.screen, MomentsScreen)
    pilot.press("up", "up", "enter")
    assert choices[:2] == pilot.choices


def test_the_address_book_opens_anywhere_and_returns_to_the_very_page(pilot: Pilot):
    """A opens it, escape returns; the page is the one that was left."""
    page = begin(pilot, "bakery").to_choices().press("down").page
    pilot.press("a")
    assert isinstance(pilot.screen, BookScreen)
    assert page == pilot.press("escape").page


def test_a_bill_shows_the_moment_that_caused_it(pilot: Pilot):
    """S shows the old page once more, and escape comes back to the bill."""
    for choices in (analysed(name).worst.choices for name in NAMES[:1]):
        begin(pilot, "bakery")
        for choice in choices:
            pilot.choose(choice)
            for _ in range(14):
                if isinstance(pilot.screen, BillScreen):
                    bill = pilot.screen
                    pilot.press("s")
                    assert isinstance(pilot.screen, PastScreen)
                    assert bill.beat.said.strip("“”") in pilot.text
                    assert pilot.press("escape").screen is bill
                    return
                if isinstance(pilot.screen, SceneScreen) and pilot.screen.beat.options:
                    break
                pilot.press("enter")
    raise AssertionError("the worst play of the bakery brought no bill")


def test_closing_and_starting_again_offers_the_very_choice(tmp_path: Path):
    """Whatever was chosen is there the next time, at the same moment, with the same order of choices."""
    choices = analysed("bakery").best.choices[:4]
    first = Pilot(director(tmp_path), assets())
    begin(first, "bakery").choose(*choices).to_choices()
    offered = first.text
    first.close()
    again = director(tmp_path, seed=99)
    again.offer_resume()
    second = Pilot(again, assets())
    assert isinstance(second.screen, ResumeScreen)
    second.press("enter").to_choices()
    assert choices == second.choices
    assert offered == second.text
    second.close()


def test_what_if_plays_on_as_a_play_of_its_own(pilot: Pilot):
    """From the column, take another way at a moment, and live what follows; the first play is kept."""
    choices = analysed("bakery").worst.choices
    begin(pilot, "bakery").choose(*choices).to(DebriefScreen).press("w")
    screen = pilot.screen
    assert isinstance(screen, WhatIfScreen)
    moment = screen.moment
    pilot.press("enter")
    assert choices[:moment] == pilot.choices[:moment]
    assert moment + 1 == len(pilot.choices)
    assert choices[moment] != pilot.choices[moment]


def test_a_finished_play_shows_its_score_on_the_front_page(pilot: Pilot):
    """The article says how well it was played."""
    begin(pilot, "bakery").choose(*analysed("bakery").best.choices).to(DebriefScreen).press("escape")
    assert isinstance(pilot.screen, TitleScreen)
    assert "Best score 100 of 100" in pilot.text


def test_the_briefing_says_who_you_are_before_anything_is_asked(pilot: Pilot):
    """Name, want and cast stand before the first scene."""
    pilot.press("1")
    assert isinstance(pilot.screen, BriefingScreen)
    assert scenario("bakery").you.name in pilot.text
    assert "What you want" in pilot.text


def test_going_back_from_the_column_keeps_the_finished_play(pilot: Pilot):
    """What ended stays as it ended, with its score; going on from its middle is another play."""
    begin(pilot, "bakery").choose(*analysed("bakery").best.choices).to(DebriefScreen)
    pilot.press("b", "enter").press("escape")
    assert isinstance(pilot.screen, TitleScreen)
    assert 100 == pilot.screen.articles[0].best


def test_each_story_goes_on_where_it_was_left(pilot: Pilot):
    """Two plays lie open: each article leads back to its own."""
    first, second = analysed("bakery").best.choices[:2], analysed("laid-off").best.choices[:3]
    begin(pilot, "bakery").choose(*first).press("escape")
    begin(pilot, "laid-off").choose(*second).press("escape")
    for name, choices in (("bakery", first), ("laid-off", second)):
        pilot.press(str(NAMES.index(name) + 1))
        assert isinstance(pilot.screen, ResumeScreen)
        assert choices == pilot.press("enter").to_choices().choices
        pilot.press("escape")


def test_turning_pages_never_chooses(pilot: Pilot):
    """Enter goes on; it says nothing before a choice has been picked."""
    begin(pilot, "bakery").to_choices()
    assert () == pilot.press("enter").choices
    assert 1 == len(pilot.press("enter").choices)
