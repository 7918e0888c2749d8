"""What happens in a preview: a save comes in, a key is pressed; the window asks it what to show, as it asks the game's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring import Places, Reading
from game.authoring.fixes import mended
from game.authoring.mending import Unsaved, save
from game.authoring.pictures import folder_of
from game.preview.beginning import Beginning
from game.preview.faults import faults
from game.preview.rehearsal import Rehearsal
from game.preview.screen import EmptyScreen, PreviewScreen
from game.preview.watching import Watcher
from game.records.settings import Settings, changed
from game.stage.director import Wishes
from game.stage.gallery import Gallery
from game.stage.intents import Close, FrontPage, FullScreen, Intent, Quit
from game.stage.keeping import Keeping
from game.stage.screens import Screen
from game.stage.theme import Theme, theme_of

if TYPE_CHECKING:
    from game.story.playthrough import Playthrough, State


class PreviewDirector:
    """Holds the last good scenario, the rehearsal of it, and what lies above."""

    def __init__(self, watcher: Watcher, keeping: Keeping, assets: Path, *, clock: Callable[[], str], seed: int = 0) -> None:
        self.watcher, self.keeping, self._clock, self._seed = watcher, keeping, clock, seed
        self.settings: Settings = keeping.settings()
        self.gallery = Gallery(assets)
        self.wishes = Wishes()
        self.panel = ""
        """What lies above the page: "faults", "warnings", "ledger", "hidden", or nothing."""
        self.fault = 0
        """Which fault of the panel is picked, from 0."""
        self.message = ""
        self.good_at = ""
        """When the save was read that the page shows."""
        self.good_places: Places | None = None
        """Where its scenes stand in the file."""
        self.playing: Rehearsal | None = None
        self.screens: list[Screen] = [EmptyScreen()]
        self.screen = PreviewScreen(self)
        self.reading: Reading = watcher.begin()
        self._take(self.reading)

    # -------------------------------------------------------- what is shown

    @property
    def screen_below(self) -> Screen:
        """The page of the game that is shown."""
        return self.screens[-1]

    @property
    def theme(self) -> Theme:
        """The look that the settings ask for."""
        return theme_of(self.settings)

    @property
    def state(self) -> State | None:
        """Where the rehearsal stands."""
        return self.playing.state if self.playing is not None else None

    @property
    def playthrough(self) -> Playthrough | None:
        """The rehearsal as a list of choices."""
        return self.playing.playthrough if self.playing is not None else None

    @property
    def broken(self) -> bool:
        """Whether the last save cannot be played."""
        return self.reading.scenario is None

    def seed(self) -> int:
        """Return the seed by which choices are ordered: the same after each save."""
        return self._seed

    # -------------------------------------------------------- saves

    def wake(self) -> bool:
        """Take in what was saved meanwhile; return whether the page may have changed."""
        news = None
        while not self.watcher.news.empty():
            news = self.watcher.news.get()
        if news is not None:
            self._take(news)
            return True
        if self.keeping.analysed() and self.playing is not None and self.playing.beginning is None:
            self.playing.counted()
            return True
        return False

    def _take(self, reading: Reading) -> None:
        self.reading, self.fault, self.message = reading, 0, ""
        if reading.scenario is None:
            self.panel = "faults"
            return
        self.good_at, self.good_places = self._clock(), reading.places
        self.gallery.bring(folder_of(reading.path))
        if self.panel == "faults" or (self.panel == "warnings" and not faults(reading, warnings=True)):
            self.panel = ""
        if self.playing is None:
            self.playing = Rehearsal(self, reading.scenario, reading.path)
            self.playing.begin()
            return
        self.playing.renewed(reading.scenario)
        lost = len(self.playing.lost)
        if lost:
            count = f"{lost} choice{'s' if lost > 1 else ''} no longer hold{'' if lost > 1 else 's'}"
            self.message = f"{count}: {self.playing.why_lost()}"

    # -------------------------------------------------------- acting

    def press(self, key: str) -> None:
        """Let the page that is shown answer a key."""
        for intent in self.screen.handle(key):
            self.act(intent)

    def act(self, intent: Intent) -> None:
        """Do what is asked for."""
        match intent:
            case FullScreen():
                self.settings = changed(self.settings, "full_screen", 1)
                self.wishes.full_screen = self.settings.full_screen
            case Quit():
                self.wishes.quit = True
            case Close() if len(self.screens) > 1:
                self.screens.pop()
            case FrontPage() if self.playing is not None and self.playing.state is not None and self.playing.state.moments:
                self.begin(self.playing.beginning)
            case FrontPage() | Close():
                return
            case _ if self.playing is not None:
                self.playing.act(intent)

    def again(self) -> None:
        """Make the choice once more that was taken back last."""
        if self.playing is not None:
            self.playing.again()

    def begin(self, beginning: Beginning | None) -> None:
        """Begin anew, where it is wished."""
        if self.playing is not None:
            self.message = ""
            self.playing.begin(beginning)

    def line(self) -> int | None:
        """Return the line of the scene on the page, from 1, in the last good save."""
        if self.playing is None or self.good_places is None:
            return None
        span = self.good_places.of_scene(self.playing.scene)
        return span.line if span is not None else None

    def copy_place(self) -> None:
        """Put the place of the scene in the file on the clipboard, as editors take it: `my-story/scenario.yaml:189`."""
        line = self.line()
        self.wishes.copy = str(self.watcher.path) if line is None else f"{self.watcher.path}:{line}"
        self.message = f"copied: {self.watcher.path.name}" if line is None else f"copied: {self.watcher.path.name}:{line}"

    def mend(self) -> None:
        """Make the mends that are safe, in the file; the save that this is comes back as any other."""
        found = mended(self.reading)
        if not found.made:
            self.message = "nothing here can be mended safely: do what stands beside the arrow"
            return
        try:
            save(found, self.reading.text)
        except Unsaved as reason:
            self.message = str(reason)

    # -------------------------------------------------------- what the window may ask of any director

    def bring(self, path: Path) -> None:
        """Pass over a file that was dropped: a preview shows one scenario."""
        self.message = f"{path.name} was dropped here; this preview shows {self.watcher.path.name}"

    def saved(self, message: str) -> None:
        """Say where a picture was saved, or why it was not."""
        self.message = message

    def close(self) -> None:
        """Look at the file no more."""
        self.watcher.end()
