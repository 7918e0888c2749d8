"""What happens when a player asks for something: the only place where the stage acts.

The director keeps the list of choices, and nothing else that matters: beats, balances, the column are computed from
it. A choice is written to the journal before its consequence is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from game.records.settings import Settings, changed
from game.stage.beats import beats
from game.stage.gallery import Gallery
from game.stage.intents import (
    Advance,
    Begin,
    Brief,
    Change,
    Choose,
    Close,
    Copy,
    FrontPage,
    FullScreen,
    Intent,
    Open,
    PlayOn,
    Quit,
    Resume,
    Retreat,
    Save,
    TakeBack,
)
from game.stage.keeping import Keeping
from game.stage.screens import Screen
from game.stage.screens.briefing import BriefingScreen, ResumeScreen
from game.stage.screens.notice import NoticeScreen
from game.stage.screens.of_beat import screen_of
from game.stage.screens.past import PastScreen
from game.stage.screens.title import TitleScreen
from game.stage.shelf import Article
from game.stage.theme import Theme, theme
from game.stage.views import Beat, Columnist, SceneBeat
from game.story.model import Scenario
from game.story.playthrough import Playthrough, State, offered, replay, replay_as_far_as_it_holds, step


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario that was read: it, or why it cannot be played."""

    scenario: Scenario | None
    faults: tuple[str, ...]


class Reader(Protocol):
    """Reads scenarios for the stage, which knows nothing of YAML."""

    def articles(self) -> tuple[Article, ...]:
        """Return what is on the shelf."""
        ...

    def open(self, path: Path) -> Opened:
        """Return the scenario that a path holds."""
        ...


@dataclass(slots=True)
class Wishes:
    """What the director asks of the window, which fulfils it and clears it."""

    quit: bool = False
    full_screen: bool | None = None
    copy: str | None = None
    save: tuple[Screen, ...] | None = None


class Director:
    """Holds the open screens, of which the last is shown, and the play that they show."""

    def __init__(
        self, reader: Reader, keeping: Keeping, assets: Path, *, new_seed: Callable[[], int], seed: int | None = None
    ) -> None:
        self.reader, self.keeping = reader, keeping
        self.settings: Settings = keeping.settings()
        self.gallery = Gallery(assets)
        self.wishes = Wishes()
        self._new_seed, self._seed = new_seed, seed
        self.scenario: Scenario | None = None
        self.article: Article | None = None
        self.state: State | None = None
        self.beats: tuple[Beat, ...] = ()
        self.beat = 0
        self.articles: tuple[Article, ...] = ()
        self.screens: list[Screen] = [self._front_page()]

    # -------------------------------------------------------- what is shown

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        return self.screens[-1]

    @property
    def theme(self) -> Theme:
        """The look that the settings ask for."""
        return theme(look=self.settings.look, text_size=self.settings.text_size)

    @property
    def columnist(self) -> Columnist:
        """When the columnist speaks."""
        return Columnist(self.settings.columnist)

    @property
    def playthrough(self) -> Playthrough | None:
        """The play as a list of choices."""
        if self.state is None:
            return None
        return Playthrough(self.state.scenario, self.keeping.seed, self.state.choices)

    def _front_page(self, notice: str = "") -> TitleScreen:
        self.articles = self.keeping.recorded(self.reader.articles())
        page = TitleScreen(
            self.articles, can_resume=self.keeping.unfinished() is not None,
            notice=notice or self.keeping.notice,
        )
        if self.article is not None:
            ids = [article.id for article in self.articles]
            page.cursor = ids.index(self.article.id) if self.article.id in ids else 0
        return page

    # -------------------------------------------------------- acting

    def press(self, key: str) -> None:
        """Let the screen that is shown answer a key."""
        for intent in self.screen.handle(key):
            self.act(intent)

    def act(self, intent: Intent) -> None:
        """Do what a player asks for."""
        match intent:
            case Choose(choice):
                self._choose(choice)
            case Advance():
                self._go(self.beat + 1)
            case Retreat():
                self._go(self.beat - 1, at_end=True)
            case TakeBack(moment):
                self._take_back(moment)
            case Open(page):
                self._open(page)
            case Close():
                if len(self.screens) > 1:
                    self.screens.pop()
            case Brief(place):
                self._brief(place)
            case Begin():
                self._begin()
            case Resume():
                self._resume()
            case PlayOn(moment, choice):
                self._play_on(moment, choice)
            case Change(setting, by):
                self._change(setting, by)
            case FrontPage():
                self.screens = [self._front_page()]
                self.state = None
            case Copy():
                self.wishes.copy = self._column_as_text()
            case Save():
                self.wishes.save = (self.screen,)
            case FullScreen():
                self._change("full_screen", 1)
            case Quit():
                self.wishes.quit = True

    # -------------------------------------------------------- the play

    def _choose(self, choice: str) -> None:
        if self.state is None or choice not in offered(self.state):
            return
        after = step(self.state, choice)
        self.keeping.record(len(self.state.moments), choice)
        self.state = after
        self._show(0)

    def _show(self, beat: int) -> None:
        """Compute the beats since the last choice, and show one of them."""
        if self.state is None:
            return
        self.beats = beats(self.state, self.columnist, self.keeping.seed)
        self._go(beat if beat >= 0 else len(self.beats) + beat)

    def _go(self, beat: int, *, at_end: bool = False) -> None:
        if beat < 0:
            return
        if beat >= len(self.beats):
            if self.state is not None and self.state.over:
                self._debrief()
            return
        self.beat = beat
        screen = screen_of(self.beats[beat], figures=self.columnist is Columnist.AFTER_EACH_CHOICE)
        if at_end and hasattr(screen, "sheet"):
            screen.sheet = 10_000
        self.screens = [screen]

    def _take_back(self, moment: int | None) -> None:
        if self.state is None or not self.state.moments:
            return
        index = len(self.state.moments) - 1 if moment is None else moment
        self.keeping.take_back(index)
        self.state = replay(Playthrough(self.state.scenario, self.keeping.seed, self.state.choices[:index]))
        self._show(-1)

    # -------------------------------------------------------- beginning

    def _brief(self, place: int) -> None:
        if not 0 <= place < len(self.articles):
            return
        self.article = self.articles[place]
        if self._read(self.article.path):
            self._briefing()

    def play(self, path: Path) -> None:
        """Open one scenario, without the front page."""
        if self._read(path):
            articles = [article for article in self.articles if article.path == path]
            self.article = articles[0] if articles else None
            self._briefing()

    def _read(self, path: Path) -> bool:
        opened = self.reader.open(path)
        if opened.scenario is None:
            title = "This scenario cannot be played yet"
            self.screens.append(NoticeScreen(title, opened.faults))
            return False
        self.scenario, self.path = opened.scenario, path
        self.keeping.analyse(opened.scenario)
        return True

    def _briefing(self) -> None:
        from game.stage.opening import briefing

        if self.scenario is None:
            return
        best = self.article.best if self.article else None
        self.screens = [BriefingScreen(briefing(self.scenario, best), self.columnist)]

    def _begin(self) -> None:
        if self.scenario is None:
            return
        self.keeping.begin(self.scenario, self.path, self._seed if self._seed is not None else self._new_seed())
        self.state = replay(Playthrough(self.scenario, self.keeping.seed))
        self._show(0)

    def offer_resume(self) -> None:
        """Show the play that was left open, if there is one and its scenario can still be read."""
        kept = self.keeping.unfinished()
        if kept is None or not kept.choices:
            return
        opened = self.reader.open(Path(kept.source))
        if opened.scenario is None:
            return
        state = replay_as_far_as_it_holds(Playthrough(opened.scenario, kept.seed, kept.choices))
        if state.over:
            return
        shown = beats(state, self.columnist, kept.seed)
        last = shown[-1] if shown else None
        if isinstance(last, SceneBeat):
            self.scenario, self.path = opened.scenario, Path(kept.source)
            changed_since = len(state.choices) < len(kept.choices) or opened.scenario.fingerprint != kept.fingerprint
            self.screens = [ResumeScreen(last, changed=changed_since)]

    def _resume(self) -> None:
        kept = self.keeping.resume()
        if kept is None:
            self.screens = [self._front_page()]
            return
        if not self._read(Path(kept.source)) or self.scenario is None:
            return
        articles = [article for article in self.articles if article.id == self.scenario.id]
        self.article = articles[0] if articles else None
        self.state = replay_as_far_as_it_holds(Playthrough(self.scenario, kept.seed, kept.choices))
        if len(self.state.choices) < len(kept.choices):
            self.keeping.take_back(len(self.state.choices))
        self._show(-1)

    def _play_on(self, moment: int, choice: str) -> None:
        if self.state is None:
            return
        before = self.state.choices[:moment]
        scenario, seed = self.state.scenario, self.keeping.seed
        self.keeping.begin(scenario, self.path, seed)
        for index, made in enumerate((*before, choice)):
            self.keeping.record(index, made)
        self.state = replay(Playthrough(scenario, seed, (*before, choice)))
        self._show(0)

    # -------------------------------------------------------- pages above the play

    def _open(self, page: str) -> None:
        from game.stage.screens.book import BookScreen, book
        from game.stage.screens.credits import CreditsScreen
        from game.stage.screens.moments import MomentsScreen
        from game.stage.screens.settings import SettingsScreen

        state = self.state
        if page == "settings":
            self.screens.append(SettingsScreen(self.settings))
        elif page == "credits":
            self.screens.append(CreditsScreen())
        elif state is None:
            return
        elif page == "book":
            self.screens.append(BookScreen(book(state, self.columnist, pages=self.beats[: self.beat + 1])))
        elif page == "moments":
            self.screens.append(MomentsScreen(state))
        elif page == "what-if" and state.over:
            from game.stage.screens.what_if import WhatIfScreen

            self.screens.append(WhatIfScreen(state, self.keeping.seed))
        elif page.startswith("cause:"):
            self._past(int(page[6:]))

    def _past(self, moment: int) -> None:
        state = self.state
        if state is None or not 0 <= moment < len(state.moments):
            return
        then = replay(Playthrough(state.scenario, self.keeping.seed, state.choices[:moment]))
        shown = beats(then, self.columnist, self.keeping.seed)
        if shown and isinstance(shown[-1], SceneBeat):
            self.screens.append(PastScreen(replace(shown[-1], short=False), state.moments[moment].choice))

    def _change(self, setting: str, by: int) -> None:
        self.settings = changed(self.settings, setting, by)
        self.keeping.keep(self.settings)
        if setting == "full_screen":
            self.wishes.full_screen = self.settings.full_screen
        if hasattr(self.screen, "settings"):
            self.screen.settings = self.settings

    # -------------------------------------------------------- the column

    def _debrief(self) -> None:
        from game.stage.screens.debrief import DebriefScreen

        if self.state is None:
            return
        screen = DebriefScreen(self.state, self.keeping.seed, self.keeping.analysis(self.state.scenario))
        self.keeping.finish(self.state.scene, screen.debrief)
        self.screens = [screen]

    def wake(self) -> bool:
        """Take in what has been computed meanwhile; return whether the page may have changed."""
        from game.stage.screens.debrief import DebriefScreen

        if not self.keeping.analysed():
            return False
        for index, screen in enumerate(self.screens):
            if isinstance(screen, DebriefScreen) and self.state is not None and screen.analysis is None:
                counted = DebriefScreen(self.state, self.keeping.seed, self.keeping.analysis(self.state.scenario))
                counted.sheet = screen.sheet
                self.keeping.finish(self.state.scene, counted.debrief)
                self.screens[index] = counted
        return True

    def saved(self, message: str) -> None:
        """Say where a picture was saved, or why it was not."""
        if hasattr(self.screen, "message"):
            self.screen.message = message

    def _column_as_text(self) -> str:
        from game.stage.screens.debrief import DebriefScreen

        screen = self.screen
        return screen.debrief.as_text() if isinstance(screen, DebriefScreen) else "\n\n".join(screen.text())
