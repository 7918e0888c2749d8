"""The language changes at once, on whichever page, and the play goes on where it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.language import tongue
from game.opening import Library, speak_as_wanted
from game.records.journal import Journal
from game.records.settings import ALLOWED, Settings, save
from game.resources import assets
from game.stage.director import Director
from game.stage.intents import Change, Open
from game.stage.keeping import Keeping
from game.stage.pilot import Pilot
from game.stage.screens.briefing import BriefingScreen, ResumeScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.past import PastScreen
from game.stage.screens.what_if import WhatIfScreen
from tests.language.walked import analysed

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
CODES = ALLOWED["language"]
TITLE = {"en": "Candidate Seen in Line for Bread", "de": "Kandidatin beim Brotkauf gesichtet"}


@pytest.fixture
def pilot(tmp_path: Path):
    keeping = Keeping(journal=Journal.open(tmp_path / "plays.db"), load=lambda: Settings(language="en"))
    flying = Pilot(Director(Library(), keeping, assets(), new_seed=lambda: 7), assets())
    yield flying
    flying.close()


def to(pilot: Pilot, code: str) -> None:
    """Change the setting as the settings page does, by steps."""
    now = CODES.index(pilot.director.settings.language)
    pilot.director.act(Change("language", CODES.index(code) - now))


def there_and_back(pilot: Pilot) -> None:
    """The page says the same in English as before it was read in German, and something else in between."""
    kind, english = type(pilot.screen), pilot.text
    to(pilot, "de")
    assert kind is type(pilot.screen)
    assert english != pilot.text
    to(pilot, "en")
    assert kind is type(pilot.screen)
    assert english == pilot.text


def test_the_front_page_changes_at_once(pilot: Pilot):
    """The headline of the bakery is read in German, and the cursor stays on the article that it was on."""
    pilot.press("down")
    to(pilot, "de")
    assert TITLE["de"] in pilot.text
    assert "de" == tongue().code
    assert 1 == pilot.screen.cursor  # type: ignore[attr-defined]


def test_a_play_goes_on_in_another_language_where_it_was(pilot: Pilot):
    """Scene, book and moments are told again; choices, places and cursors stay."""
    choices = analysed("bakery").best.choices[:3]
    pilot.press("1")
    assert isinstance(pilot.screen, BriefingScreen)
    there_and_back(pilot)
    pilot.press("enter", "enter").choose(*choices).to_choices().press("down")
    there_and_back(pilot)
    assert choices == pilot.choices
    assert 0 == pilot.screen.cursor  # type: ignore[attr-defined]
    for key in ("a", "b"):
        pilot.press(key, "down")
        there_and_back(pilot)
        pilot.press("escape")
    assert choices == pilot.choices


def test_the_page_below_the_settings_is_told_again_too(pilot: Pilot):
    """Whoever changes the language in the settings comes back to a page in that language."""
    pilot.director.act(Open("settings"))
    to(pilot, "de")
    assert TITLE["de"] in pilot.press("escape").text


def test_the_column_and_what_might_have_been_are_told_again(pilot: Pilot):
    """The letter, the reply, and the moment that is looked at."""
    pilot.press("1", "enter", "enter").choose(*analysed("bakery").worst.choices).to(DebriefScreen)
    there_and_back(pilot)
    pilot.press("w", "left")
    screen = pilot.screen
    assert isinstance(screen, WhatIfScreen)
    moment = screen.moment
    there_and_back(pilot)
    again = pilot.screen
    assert isinstance(again, WhatIfScreen)
    assert moment == again.moment


def test_an_earlier_moment_is_told_again(pilot: Pilot):
    """The page that a bill opens."""
    choices = analysed("bakery").best.choices[:2]
    pilot.press("1", "enter", "enter").choose(*choices).to_choices()
    pilot.director.act(Open("cause:1"))
    assert isinstance(pilot.screen, PastScreen)
    there_and_back(pilot)


def test_a_play_that_was_left_is_offered_in_the_other_language(pilot: Pilot):
    """Also the page that welcomes back."""
    pilot.press("1", "enter", "enter").choose(*analysed("bakery").best.choices[:2]).to_choices().press("escape", "1")
    assert isinstance(pilot.screen, ResumeScreen)
    there_and_back(pilot)
    assert analysed("bakery").best.choices[:2] == pilot.press("enter").to_choices().choices


def test_the_settings_decide_unless_another_language_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """German by the settings; Spanish where COFFEE_FIRST_LANGUAGE says so; the system's where neither does."""
    monkeypatch.setenv("COFFEE_FIRST_HOME", str(tmp_path))
    save(tmp_path / "config" / "settings.json", Settings(language="de"))
    for asked, code in (("", "de"), ("es", "es"), ("es_MX.UTF-8", "es")):
        monkeypatch.setenv("COFFEE_FIRST_LANGUAGE", asked)
        speak_as_wanted()
        assert code == tongue().code
    save(tmp_path / "config" / "settings.json", Settings())
    monkeypatch.setenv("COFFEE_FIRST_LANGUAGE", "")
    monkeypatch.setenv("LANGUAGE", "es")
    speak_as_wanted()
    assert "es" == tongue().code


def run(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COFFEE_FIRST_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "game", *words], input="", capture_output=True, text=True, encoding="utf-8", env=env,
        timeout=60, check=False,
    )


def test_the_command_line_names_a_language(tmp_path: Path):
    """`coffee-first --language de play bakery --text` begins in German; an unknown one is refused in a sentence."""
    assert "Samstag" in run("--language", "de", "play", "bakery", "--text", home=tmp_path).stdout
    refused = run("--language", "tlh", "play", "bakery", "--text", home=tmp_path)
    assert 2 == refused.returncode
    assert "'tlh' is not a language of the game" in refused.stderr
