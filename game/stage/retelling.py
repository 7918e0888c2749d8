"""All that is open, told once more in another language: a play is a list of choices, and its pages are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import speak
from game.language.catalogues import wanted
from game.stage.screens.title import TitleScreen

if TYPE_CHECKING:
    from game.stage.director import Director
    from game.stage.playing import Playing
    from game.stage.screens import Screen

PLACE = ("sheet", "cursor", "person", "opened", "leaf", "columnist")
"""Where somebody is on a page, by the attributes that pages have for it."""


def retell(director: Director) -> None:
    """Speak the language of the settings from now on, and show each page that is open in it, where it lay open."""
    speak(wanted(director.settings.language))
    playing = director.playing
    if playing is not None and (scenario := director.reader.open(playing.path).scenario) is not None:
        playing.retell(scenario)
    director.screens = [_told(director, playing, screen) for screen in director.screens]


def _told(director: Director, playing: Playing | None, screen: Screen) -> Screen:
    """Return a page in the language that is spoken now; itself where it is set anew each time it is shown."""
    if isinstance(screen, TitleScreen):
        again: Screen | None = director.front_page()
    else:
        again = None if playing is None else _of_play(director, playing, screen)
    if again is None:
        return screen
    for name in PLACE:
        if hasattr(screen, name) and hasattr(again, name):
            setattr(again, name, getattr(screen, name))
    return again


def _of_play(director: Director, playing: Playing, screen: Screen) -> Screen | None:
    """Return a page of a play, made anew; None for one that is not of the play."""
    from game.stage.screens.book import BookScreen
    from game.stage.screens.briefing import BriefingScreen, ResumeScreen
    from game.stage.screens.debrief import DebriefScreen
    from game.stage.screens.moments import MomentsScreen
    from game.stage.screens.past import PastScreen
    from game.stage.screens.what_if import WhatIfScreen

    match screen:
        case BriefingScreen():
            return playing.briefed(screen.briefing.best)
        case ResumeScreen():
            return playing.welcome(director.kept) if director.kept is not None else None
        case BookScreen():
            return playing.page("book")
        case MomentsScreen():
            return playing.page("moments")
        case WhatIfScreen():
            again = playing.page("what-if")
            if isinstance(again, WhatIfScreen):
                again.go(screen.moment)
            return again
        case PastScreen():
            return playing.page(f"cause:{screen.beat.setting.moment}")
        case DebriefScreen():
            return playing.column()
        case _ if playing.state is not None and hasattr(screen, "beat"):
            return playing.here()
    return None
