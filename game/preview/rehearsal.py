"""The play that is previewed: it survives a save as far as it holds, begins where it is told to, and steps both ways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.preview.beginning import Beginning, as_far_as_it_holds, first_state
from game.preview.behind import waits_for
from game.stage.intents import Choose, Intent, Open, TakeBack
from game.stage.playing import Playing
from game.story.model import Scenario
from game.story.playthrough import State, offered, step
from game.story.vocabulary import ChoiceId, SceneId

if TYPE_CHECKING:
    from game.preview.director import PreviewDirector
    from game.stage.screens import Screen
    from game.stage.screens.debrief import DebriefScreen

_OPENED_AS = {"BookScreen": "book", "MomentsScreen": "moments", "WhatIfScreen": "what-if"}
"""The pages above a play that a save opens anew, and how they are asked for."""


class Rehearsal(Playing):
    """A play without a record."""

    def __init__(self, director: PreviewDirector, scenario: Scenario, path: Path) -> None:
        super().__init__(director, scenario, path)  # type: ignore[arg-type]
        self._preview = director
        self.beginning: Beginning | None = None
        self.undone: tuple[ChoiceId, ...] = ()
        """Choices that were taken back, the next to be made again first."""
        self.lost: tuple[ChoiceId, ...] = ()
        """Choices that the last save no longer allows; a save that allows them again makes them again."""

    @property
    def scene(self) -> SceneId:
        """The scene that the page shows, which may be one on the way to the next choices."""
        return self.beats[self.beat].setting.scene if self.beats else ""

    def replayed(self, choices: tuple[ChoiceId, ...]) -> State:
        """Return the state after some choices, from where the rehearsal begins."""
        state = first_state(self.scenario, self.beginning)
        for choice in choices:
            state = step(state, choice)
        return state

    def begin(self, beginning: Beginning | None = None) -> None:
        """Begin anew, at the start or where it is wished."""
        self.beginning, self.undone, self.lost = beginning, (), ()
        self.state = self.replayed(())
        self._show(0)

    def renewed(self, scenario: Scenario) -> None:
        """Go on with what a save has made of the scenario, at the same moment and page as far as the choices hold."""
        from game.stage.screens.debrief import DebriefScreen

        choices = (*(self.state.choices if self.state is not None else ()), *self.lost)
        before, beat, were_lost = tuple(self._preview.screens), self.beat, len(self.lost)
        self.scenario = scenario
        if self.beginning is not None and not self.beginning.holds(scenario):
            self.beginning, choices = None, ()
        self.state = as_far_as_it_holds(scenario, self.beginning, choices)
        self.lost = choices[len(self.state.choices) :]
        if len(self.lost) != were_lost:
            self._show(-1)
            return
        self._show(0)
        if isinstance(before[0], DebriefScreen) and self.state.over:
            self._debrief()
        else:
            self._go(min(beat, len(self.beats) - 1))
        self._reopen(before)

    def _reopen(self, before: tuple[Screen, ...]) -> None:
        """Open what lay above the page, and turn each to where it was."""
        for index, old in enumerate(before):
            if index:
                name = _OPENED_AS.get(type(old).__name__)
                if name is None:
                    return
                self.act(Open(name))
            new = self._preview.screens[-1]
            if len(self._preview.screens) != index + 1 or type(new) is not type(old):
                return
            _turn(new, old)

    def act(self, intent: Intent) -> None:
        """Do what concerns the play."""
        match intent:
            case TakeBack() if self.state is not None and self.state.moments:
                made, self.lost = self.state.choices, ()
                super().act(intent)
                self.undone = (*made[len(self.state.choices) :], *self.undone)
            case Choose(choice):
                self.undone = self.undone[1:] if self.undone[:1] == (choice,) else ()
                self.lost = ()
                super().act(intent)
            case Open("what-if") if self.beginning is not None:
                return  # another sentence would be tried from the scenario's own start
            case _:
                super().act(intent)

    def column(self) -> DebriefScreen | None:
        """Return the column; without a score where the rehearsal did not begin at the start."""
        from game.stage.screens.debrief import DebriefScreen

        if self.beginning is None or self.state is None:
            self._keeping.analyse(self.scenario)  # of what was saved last; it is known already where nothing changed
            return super().column()
        return DebriefScreen(self.state, self._keeping.seed, None, measured=False)

    def why_lost(self) -> str:
        """Return why the first of the lost choices cannot be made; empty where none is lost."""
        if not self.lost or self.state is None:
            return ""
        choice, here = self.lost[0], self.state.here
        scene = next((scene for scene in self.scenario.scenes.values() if any(one.id == choice for one in scene.choices)), None)
        if scene is None:
            return f"'{choice}' is not in the file"
        if scene.id != here.id:
            return f"the play now comes to {here.id}, and '{choice}' stands in {scene.id}"
        found = self.scenario.choice(choice)
        if found.once and self.state.has(("chose", choice)):
            return f"'{choice}' was chosen once already"
        return f"'{choice}' waits for {waits_for(found.when, self.state)}"

    def again(self) -> None:
        """Make the choice once more that was taken back last."""
        if self.state is not None and self.undone and self.undone[0] in offered(self.state):
            self.act(Choose(self.undone[0]))


def _turn(new: Screen, old: Screen) -> None:
    """Turn a page to the sheet and the row at which it was before a save, as far as they are still there."""
    from game.stage.screens.book import BookScreen
    from game.stage.screens.scene import SceneScreen, Turning

    if isinstance(new, Turning) and isinstance(old, Turning):
        new.sheet = old.sheet
    if isinstance(new, SceneScreen) and isinstance(old, SceneScreen) and old.cursor is not None:
        picked = old.beat.options[old.cursor].id
        names = [option.id for option in new.beat.options]
        new.cursor = names.index(picked) if picked in names else None
    elif isinstance(new, BookScreen) and isinstance(old, BookScreen):
        new.cursor = max(0, min(old.cursor, len(new.view.people) - 1))
