"""One play: the list of choices, the pages that follow from it, and what is opened above them.

A choice is written to the journal before its consequence is shown.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.stage.beats import beats
from game.stage.intents import Advance, Begin, Choose, Intent, Open, PlayOn, Retreat, TakeBack
from game.stage.opening import briefing
from game.stage.screens.briefing import BriefingScreen, ResumeScreen
from game.stage.screens.of_beat import screen_of
from game.stage.screens.past import PastScreen
from game.stage.views import Beat, Columnist, SceneBeat
from game.story.model import Scenario
from game.story.playthrough import Playthrough, State, offered, replay, replay_as_far_as_it_holds, step

if TYPE_CHECKING:
    from game.stage.director import Director
    from game.stage.keeping import Kept
    from game.stage.screens import Screen
    from game.stage.screens.debrief import DebriefScreen


class Playing:
    """A scenario that was taken from the shelf, and the play of it once it has begun."""

    def __init__(self, director: Director, scenario: Scenario, path: Path) -> None:
        self._director, self._keeping = director, director.keeping
        self.scenario, self.path = scenario, path
        self.state: State | None = None
        self.beats: tuple[Beat, ...] = ()
        self.beat = 0
        self._keeping.analyse(scenario)

    @property
    def _columnist(self) -> Columnist:
        return Columnist(self._director.settings.columnist)

    @property
    def playthrough(self) -> Playthrough | None:
        """The play as a list of choices."""
        return None if self.state is None else Playthrough(self.scenario, self._keeping.seed, self.state.choices)

    def replayed(self, choices: tuple[str, ...]) -> State:
        """Return the state after some choices."""
        return replay(Playthrough(self.scenario, self._keeping.seed, choices))

    def act(self, intent: Intent) -> None:
        """Do what concerns the play; anything else is passed over."""
        match intent:
            case Begin():
                self._begin(self._director.seed())
            case Choose(choice):
                self._choose(choice)
            case Advance():
                self._go(self.beat + 1)
            case Retreat():
                self._go(self.beat - 1, at_end=True)
            case TakeBack(moment):
                self._take_back(moment)
            case PlayOn(moment, choice):
                self._play_on(moment, choice)
            case Open(page):
                self._open(page)

    # -------------------------------------------------------- beginning

    def brief(self, best: int | None) -> None:
        """Show who the player is and what they want; `best` is the best score so far."""
        self._director.screens = [self.briefed(best)]

    def briefed(self, best: int | None) -> BriefingScreen:
        """Return the page on who the player is."""
        return BriefingScreen(briefing(self.scenario, best), self._columnist)

    def _begin(self, seed: int) -> None:
        self._keeping.begin(self.scenario, self.path, seed)
        self.state = self.replayed(())
        self._show(0)

    def offer(self, kept: Kept) -> bool:
        """Show the page that offers to go on with a play that was left open; return whether there is such a page."""
        page = self.welcome(kept)
        if page is not None:
            self._director.screens = [page]
        return page is not None

    def welcome(self, kept: Kept) -> ResumeScreen | None:
        """Return the page that offers to go on; None where a play cannot go on."""
        state = replay_as_far_as_it_holds(Playthrough(self.scenario, kept.seed, kept.choices))
        shown = beats(state, self._columnist, kept.seed)
        if state.over or not isinstance(shown[-1], SceneBeat):
            return None
        changed = len(state.choices) < len(kept.choices) or self.scenario.fingerprint != kept.fingerprint
        return ResumeScreen(shown[-1], changed=changed)

    def resume(self, kept: Kept) -> None:
        """Go on at the very choice at which a play was left."""
        self.state = replay_as_far_as_it_holds(Playthrough(self.scenario, kept.seed, kept.choices))
        if len(self.state.choices) < len(kept.choices):
            self._keeping.take_back(len(self.state.choices))
        self._show(-1)

    # -------------------------------------------------------- going on

    def _choose(self, choice: str) -> None:
        if self.state is None or choice not in offered(self.state):
            return
        after = step(self.state, choice)
        self._keeping.record(len(self.state.moments), choice)
        self.state = after
        self._show(0)

    def _show(self, beat: int) -> None:
        """Compute the beats since the last choice, and show one of them; below zero counts from the last."""
        if self.state is None:
            return
        self.beats = beats(self.state, self._columnist, self._keeping.seed)
        self._go(beat if beat >= 0 else len(self.beats) + beat)

    def _go(self, beat: int, *, at_end: bool = False) -> None:
        if beat < 0:
            return
        if beat >= len(self.beats):
            if self.state is not None and self.state.over:
                self._debrief()
            return
        self.beat = beat
        screen = self.here()
        if at_end and hasattr(screen, "sheet"):
            screen.sheet = 10_000  # the last, once it is known how many there are
        self._director.screens = [screen]

    def here(self) -> Screen:
        """Return the page of the beat that is shown."""
        return screen_of(self.beats[self.beat], figures=self._columnist is Columnist.AFTER_EACH_CHOICE)

    def retell(self, scenario: Scenario) -> None:
        """Go on with the same scenario in other words."""
        self.scenario = scenario
        if self.state is not None:
            self.state = self.replayed(self.state.choices)
            self.beats = beats(self.state, self._columnist, self._keeping.seed)

    def _take_back(self, moment: int | None) -> None:
        if self.state is None or not self.state.moments:
            return
        index = len(self.state.moments) - 1 if moment is None else moment
        if self.state.over:
            # a play that ended stays as it ended; what goes on from its middle is another
            self._fork(self.state.choices[:index])
        else:
            self._keeping.take_back(index)
        self.state = self.replayed(self.state.choices[:index])
        self._show(-1)

    def _play_on(self, moment: int, choice: str) -> None:
        if self.state is None:
            return
        choices = (*self.state.choices[:moment], choice)
        self._fork(choices)
        self.state = self.replayed(choices)
        self._show(0)

    def _fork(self, choices: tuple[str, ...]) -> None:
        """Begin the record of a new play that shares its beginning with this one."""
        self._keeping.begin(self.scenario, self.path, self._keeping.seed)
        for index, made in enumerate(choices):
            self._keeping.record(index, made)

    # -------------------------------------------------------- pages above the play

    def _open(self, page: str) -> None:
        if (screen := self.page(page)) is not None:
            self._director.screens.append(screen)

    def page(self, page: str) -> Screen | None:
        """Return a page above the play, by its name; None where it cannot be opened now."""
        state = self.state
        if state is None:
            return None
        if page == "book":
            from game.stage.bookview import book
            from game.stage.screens.book import BookScreen

            return BookScreen(book(state, self._columnist, pages=self.beats[: self.beat + 1]))
        if page == "moments":
            from game.stage.screens.moments import MomentsScreen

            return MomentsScreen(state)
        if page == "what-if" and state.over:
            from game.stage.screens.what_if import WhatIfScreen

            return WhatIfScreen(state, self._keeping.seed)
        return self._past(state, int(page[6:])) if page.startswith("cause:") else None

    def _past(self, state: State, moment: int) -> PastScreen | None:
        if not 0 <= moment < len(state.moments):
            return None
        then = self.replayed(state.choices[:moment])
        shown = beats(then, self._columnist, self._keeping.seed)
        if not isinstance(shown[-1], SceneBeat):
            return None
        return PastScreen(replace(shown[-1], short=False), state.moments[moment].choice)

    # -------------------------------------------------------- the column

    def _debrief(self) -> None:
        column = self.column()
        if column is not None:
            self._director.screens = [column]

    def column(self) -> DebriefScreen | None:
        """Return the column of a play, and write down how it ended."""
        from game.stage.screens.debrief import DebriefScreen

        if self.state is None:
            return None
        column = DebriefScreen(self.state, self._keeping.seed, self._keeping.analysis(self.scenario))
        self._keeping.finish(self.state.scene, column.debrief)
        return column

    def counted(self) -> None:
        """Print the score in an open column, now that every way through the scenario has been counted."""
        from game.stage.screens.debrief import DebriefScreen

        for index, screen in enumerate(self._director.screens):
            if isinstance(screen, DebriefScreen) and screen.analysis is None and (column := self.column()):
                column.sheet = screen.sheet
                self._director.screens[index] = column
