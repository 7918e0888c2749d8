"""What happens when a player asks for something: the only place where the stage acts.

The director knows the shelf, the settings and the open screens; a play is `game.stage.playing`, which is imported
when one is taken from the shelf, so that the front page need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.records.settings import Settings, changed
from game.stage.gallery import Gallery
from game.stage.intents import (
    Brief,
    Change,
    Close,
    Copy,
    FrontPage,
    FullScreen,
    Intent,
    Open,
    Quit,
    Resume,
    Save,
)
from game.stage.keeping import Keeping, Kept
from game.stage.screens import Screen
from game.stage.screens.title import TitleScreen
from game.stage.shelf import Article
from game.stage.theme import Theme, theme

if TYPE_CHECKING:
    from game.stage.playing import Playing
    from game.story.model import Scenario
    from game.story.playthrough import Playthrough, State


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
    save: bool = False


class Director:
    """Holds the open screens, of which the last is shown."""

    def __init__(
        self, reader: Reader, keeping: Keeping, assets: Path, *, new_seed: Callable[[], int], seed: int | None = None
    ) -> None:
        self.reader, self.keeping = reader, keeping
        self.settings: Settings = keeping.settings()
        self.gallery = Gallery(assets)
        self.wishes = Wishes()
        self._new_seed, self._seed = new_seed, seed
        self.playing: Playing | None = None
        self._article: Article | None = None
        self._offered: Kept | None = None
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
    def state(self) -> State | None:
        """Where the play stands, if there is one."""
        return self.playing.state if self.playing is not None else None

    @property
    def playthrough(self) -> Playthrough | None:
        """The play as a list of choices, if there is one."""
        return self.playing.playthrough if self.playing is not None else None

    def seed(self) -> int:
        """Return the seed of the next play."""
        return self._seed if self._seed is not None else self._new_seed()

    def _front_page(self) -> TitleScreen:
        self.articles = self.keeping.recorded(self.reader.articles())
        page = TitleScreen(
            self.articles, can_resume=self.keeping.unfinished() is not None, notice=self.keeping.notice
        )
        ids = [article.id for article in self.articles]
        if self._article is not None and self._article.id in ids:
            page.cursor = ids.index(self._article.id)
        return page

    # -------------------------------------------------------- acting

    def press(self, key: str) -> None:
        """Let the screen that is shown answer a key."""
        for intent in self.screen.handle(key):
            self.act(intent)

    def act(self, intent: Intent) -> None:
        """Do what a player asks for; what concerns the play is left to it."""
        match intent:
            case Open("settings"):
                from game.stage.screens.settings import SettingsScreen

                self.screens.append(SettingsScreen(self.settings))
            case Open("credits"):
                from game.stage.screens.credits import CreditsScreen

                self.screens.append(CreditsScreen())
            case Close():
                if len(self.screens) > 1:
                    self.screens.pop()
            case Brief(place):
                self._brief(place)
            case Resume():
                self._resume()
            case Change(setting, by):
                self._change(setting, by)
            case FrontPage():
                self.playing = self._offered = None
                self.screens = [self._front_page()]
            case Copy():
                self.wishes.copy = self._column_as_text()
            case Save():
                self.wishes.save = True
            case FullScreen():
                self._change("full_screen", 1)
            case Quit():
                self.wishes.quit = True
            case _ if self.playing is not None:
                self.playing.act(intent)

    def _change(self, setting: str, by: int) -> None:
        self.settings = changed(self.settings, setting, by)
        self.keeping.keep(self.settings)
        if setting == "full_screen":
            self.wishes.full_screen = self.settings.full_screen
        if hasattr(self.screen, "settings"):
            self.screen.settings = self.settings

    # -------------------------------------------------------- from the shelf

    def _brief(self, place: int) -> None:
        if not 0 <= place < len(self.articles):
            return
        self._article = self.articles[place]
        if self._article.stopped_at is not None and self.offer_resume(self._article.path):
            return
        if playing := self._taken(self._article.path):
            self.playing = playing
            playing.brief(self._article.best)

    def play(self, path: Path) -> None:
        """Open one scenario, without the front page."""
        if playing := self._taken(path):
            self.playing = playing
            self._article = next((article for article in self.articles if article.path == path), None)
            playing.brief(self._article.best if self._article else None)

    def _taken(self, path: Path) -> Playing | None:
        from game.stage.playing import Playing

        opened = self.reader.open(path)
        if opened.scenario is not None:
            return Playing(self, opened.scenario, path)
        from game.stage.screens.notice import NoticeScreen

        self.screens.append(NoticeScreen("This scenario cannot be played yet", opened.faults))
        return None

    def offer_resume(self, path: Path | None = None) -> bool:
        """Show the play that was left open last, of one scenario if a path is given; return whether there is one."""
        for kept in self.keeping.left_open():
            if path is not None and Path(kept.source) != path.resolve():
                continue
            opened = self.reader.open(Path(kept.source))
            if opened.scenario is None:
                continue  # it cannot be read now; an older play of another scenario may be
            from game.stage.playing import Playing

            playing = Playing(self, opened.scenario, Path(kept.source))
            if playing.offer(kept):
                self.playing, self._offered = playing, kept
                return True
        return False

    def _resume(self) -> None:
        if self._offered is None and not self.offer_resume():
            self.screens = [self._front_page()]
        elif self.playing is not None and self._offered is not None:
            kept, self._offered = self._offered, None
            self.keeping.resume(kept)
            scenario = self.playing.scenario
            self._article = next((article for article in self.articles if article.id == scenario.id), None)
            self.playing.resume(kept)

    # -------------------------------------------------------- what comes back

    def wake(self) -> bool:
        """Take in what has been computed meanwhile; return whether the page may have changed."""
        if not self.keeping.analysed() or self.playing is None:
            return False
        self.playing.counted()
        return True

    def saved(self, message: str) -> None:
        """Say where a picture was saved, or why it was not."""
        if hasattr(self.screen, "message"):
            self.screen.message = message

    def _column_as_text(self) -> str:
        from game.stage.screens.debrief import DebriefScreen

        screen = self.screen
        return screen.debrief.as_text() if isinstance(screen, DebriefScreen) else "\n\n".join(screen.text())
