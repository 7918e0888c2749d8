"""What happens when a player asks for something: the only place where the stage acts.

The director knows the shelf, the settings and the open screens; a play is `game.stage.playing`, which is imported
when one is taken from the shelf, so that the front page need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.language import _
from game.records.settings import Settings, changed
from game.stage.gallery import Gallery
from game.stage.intents import (
    AskToTakeOff,
    Bind,
    Brief,
    Change,
    Close,
    Copy,
    FrontPage,
    FullScreen,
    Intent,
    Open,
    PlayFrom,
    Quit,
    Resume,
    Save,
    Shelve,
    TakeOff,
    WithRoom,
)
from game.stage.keeping import Keeping, Kept
from game.stage.screens import Screen
from game.stage.screens.title import TitleScreen
from game.stage.shelf import Article, Offer
from game.stage.theme import Theme, theme_of

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


class Packs(Protocol):
    """Puts packs on the shelf, and takes them off."""

    def offer(self, path: Path) -> Offer | Path | tuple[str, ...]:
        """Return what may be added; a path to play where nothing is to be asked; or lines that say what is wrong."""
        ...

    def add(self, path: Path) -> Path | str:
        """Put a pack on the shelf, and return where it stands there; or a sentence that says why not."""
        ...

    def take_off(self, path: Path) -> str:
        """Take a pack off the shelf; return nothing, or a sentence that says why not."""
        ...


@dataclass(slots=True)
class Wishes:
    """What the director asks of the window, which fulfils it and clears it."""

    quit: bool = False
    full_screen: bool | None = None
    copy: str | None = None
    save: bool = False
    fresh_pictures: bool = False
    """Whether pictures may have changed on the disk."""
    room: Path | None = None
    """The scenario that is to be played with a room, in this window."""


class Director:
    """Holds the open screens, of which the last is shown."""

    def __init__(
        self, reader: Reader, keeping: Keeping, assets: Path, *, new_seed: Callable[[], int], seed: int | None = None,
        packs: Packs | None = None,
    ) -> None:
        self.reader, self.keeping, self.packs = reader, keeping, packs
        self.settings: Settings = keeping.settings()
        self.gallery = Gallery(assets)
        self.wishes = Wishes()
        self._new_seed, self._seed = new_seed, seed
        self.playing: Playing | None = None
        self._article: Article | None = None
        self._offered: Kept | None = None
        self.articles: tuple[Article, ...] = ()
        self.screens: list[Screen] = [self.front_page()]

    # -------------------------------------------------------- what is shown

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        return self.screens[-1]

    @property
    def theme(self) -> Theme:
        """The look that the settings ask for."""
        return theme_of(self.settings)

    @property
    def state(self) -> State | None:
        """Where the play stands, if there is one."""
        return self.playing.state if self.playing is not None else None

    @property
    def playthrough(self) -> Playthrough | None:
        """The play as a list of choices, if there is one."""
        return self.playing.playthrough if self.playing is not None else None

    @property
    def kept(self) -> Kept | None:
        """The play that the page which is shown offers to resume."""
        return self._offered

    def seed(self) -> int:
        """Return the seed of the next play."""
        return self._seed if self._seed is not None else self._new_seed()

    def front_page(self) -> TitleScreen:
        """Return the front page, as the shelf and the record of plays are now."""
        self.articles = self.keeping.recorded(self.reader.articles())
        page = TitleScreen(
            self.articles, can_resume=self.keeping.unfinished() is not None, notice=self.keeping.notice
        )
        paths = [article.path for article in self.articles]
        if self._article is not None and self._article.path in paths:
            page.cursor = paths.index(self._article.path)
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
            case Open("ease"):
                self._ease()
            case Open("keys"):
                from game.stage.screens.keys import KeysScreen

                self.screens.append(KeysScreen(self.settings.bindings))
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
            case Bind(own):
                self.settings = replace(self.settings, bindings=own)
                self.keeping.keep(self.settings)
            case FrontPage():
                self.playing = self._offered = None
                self.screens = [self.front_page()]
            case Copy():
                self.wishes.copy = self._column_as_text()
            case Save():
                self.wishes.save = True
            case Shelve(path, play):
                self._shelve(path, play)
            case PlayFrom(path):
                self.screens.pop()
                self.play(path)
            case AskToTakeOff(place):
                from game.stage.screens.adding import taking_off

                self.screens.append(taking_off(self.articles[place]))
            case TakeOff(path):
                self._take_off(path)
            case WithRoom(place) if place < len(self.articles):
                self._article = self.articles[place]
                self.wishes.room = self._article.path
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
        if setting == "language":
            from game.stage.retelling import retell

            retell(self)
        for screen in self.screens:  # the page of settings may lie below the one that changed it
            if hasattr(screen, "settings"):
                screen.settings = self.settings

    def _ease(self) -> None:
        """Open the page that makes the game fit somebody above whatever is open, or put it away."""
        from game.stage.screens.ease import EaseScreen

        if isinstance(self.screen, EaseScreen):
            self.screens.pop()
        else:
            self.screens.append(EaseScreen(self.settings))

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

    # -------------------------------------------------------- packs

    def bring(self, path: Path) -> None:
        """Ask whether a pack is to be added to the shelf; play at once what is there already, or is no pack."""
        from game.stage.screens.adding import QuestionScreen, adding

        if isinstance(self.screen, QuestionScreen):
            self.screens.pop()  # another pack was opened before the question was answered
        offer = self.packs.offer(path) if self.packs is not None else path
        if isinstance(offer, Offer):
            self.screens.append(adding(offer))
        elif isinstance(offer, Path):
            self.play(offer)
        else:
            self._notice(_("This file cannot be opened"), offer)

    def _shelve(self, path: Path, play: bool) -> None:
        self.screens.pop()
        added = self.packs.add(path) if self.packs is not None else _("There is no shelf here.")
        if isinstance(added, str):
            self._notice(_("It cannot be put on the shelf"), (added,))
            return
        self.articles = self.keeping.recorded(self.reader.articles())
        self.wishes.fresh_pictures = True
        if play:
            self.play(added)
        elif self.playing is None:
            self._article = next((article for article in self.articles if article.path == added), None)
            self.screens = [self.front_page()]

    def _take_off(self, path: Path) -> None:
        self.screens.pop()
        if self.packs is not None and (why := self.packs.take_off(path)):
            self._notice(_("It cannot be taken off the shelf"), (why,))
            return
        self.screens = [self.front_page()]

    def back_from_room(self, faults: tuple[str, ...]) -> None:
        """Show the front page after a room was left, or why it could not be held."""
        self.wishes.room = None
        self.wishes.fresh_pictures = True
        self.settings = self.keeping.settings()
        self.screens = [self.front_page()]
        if faults:
            self._notice(_("This scenario cannot be played with a room"), faults)

    def _notice(self, title: str, lines: tuple[str, ...]) -> None:
        from game.stage.screens.notice import NoticeScreen

        self.screens.append(NoticeScreen(title, lines))

    # -------------------------------------------------------- reading

    def _taken(self, path: Path) -> Playing | None:
        from game.stage.playing import Playing

        opened = self.reader.open(path)
        if opened.scenario is not None:
            return self._with_pictures(Playing(self, opened.scenario, path))
        self._notice(_("This scenario cannot be played yet"), opened.faults)
        return None

    def _with_pictures(self, playing: Playing) -> Playing:
        """Return a play, and show from now on the pictures that its author brought."""
        from game.authoring.pictures import folder_of

        self.gallery.bring(folder_of(playing.path))
        return playing

    def offer_resume(self, path: Path | None = None) -> bool:
        """Show the play that was left open last, of one scenario if a path is given; return whether there is one."""
        for kept in self.keeping.left_open():
            if path is not None and Path(kept.source) != path.resolve():
                continue
            opened = self.reader.open(Path(kept.source))
            if opened.scenario is None:
                continue  # it cannot be read now; an older play of another scenario may be
            from game.stage.playing import Playing

            playing = self._with_pictures(Playing(self, opened.scenario, Path(kept.source)))
            if playing.offer(kept):
                self.playing, self._offered = playing, kept
                return True
        return False

    def _resume(self) -> None:
        if self._offered is None and not self.offer_resume():
            self.screens = [self.front_page()]
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
