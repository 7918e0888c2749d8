"""What a room hears, where a workshop wants to be heard at all."""

from __future__ import annotations

import os
from dataclasses import replace

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from game.room.session import Step
from game.stage.page import Page
from game.stage.sound.companion import SoundCompanion
from game.stage.sound.cues import Cue
from tests.projector.test_director import made, press_until, vote

__all__ = ["made"]


def test_a_bell_ends_each_vote_and_the_place_is_heard_around_it(made):
    """The lobby is quiet; the story has its place; when a vote closes, the bell rings once."""
    director, clock = made()
    director.settings = replace(director.settings, room_sound=True, sound=False)
    along = SoundCompanion(director.gallery.assets / "sounds", lambda: director.settings, quiet=lambda: director.quiet)

    def heard() -> tuple[str, int]:
        along.shown(director.screen, Page(1920, 1080, ()))
        return along._tone, along.played.count(Cue.BELL)

    lobby = heard()
    press_until(director, Step.VOTE)
    voting = heard()
    vote(director, clock, 0, 0, 1, 2)
    press_until(director, Step.TALK)
    talking = heard()
    press_until(director, Step.SECOND)
    again = heard()
    vote(director, clock, 0, 0, 0, 2)
    press_until(director, Step.REVEAL)
    assert [("", 0), ("bakery", 0), ("bakery", 1), ("bakery", 0), ("bakery", 1)] == [lobby, voting, talking, again, heard()]


def test_a_workshop_is_quiet_until_its_setting_says_otherwise(made):
    """And the dark screen is silent, too."""
    director, _ = made()
    before = director.quiet
    director.settings = replace(director.settings, room_sound=True)
    assert (True, False) == (before, director.quiet)
    press_until(director, Step.VOTE)
    director.press("b")
    assert ("", ()) == (director.screen.heard.place, director.screen.heard.sounds)
