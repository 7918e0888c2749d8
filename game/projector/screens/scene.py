"""The scene as a room is told it: everything since the last choice, up to what must be answered, which is not shown yet."""

from __future__ import annotations

from dataclasses import replace

from game.projector.around import Around
from game.projector.screens.story import StageScreen, StoryScreen, stage_screen
from game.room.session import Session
from game.stage.beats import beats
from game.stage.opening import briefing
from game.stage.screens.briefing import BriefingScreen
from game.stage.views import AccountBeat, Beat, Columnist, PromiseBeat, ReactionBeat, SceneBeat

WHEN = Columnist.AFTER_EACH_CHOICE


class RoomSceneScreen(StoryScreen):
    """Who the room plays, before the first scene; then what is told, what comes to light, and at an ending the ending."""

    def __init__(self, session: Session, around: Around) -> None:
        answered = bool(session.moments) and session.now.first is not None and not session.state.over
        super().__init__(session, around, _screens(session), at_end=answered)


def _screens(session: Session) -> list[StageScreen]:
    screens: list[StageScreen] = [] if session.state.moments else [BriefingScreen(briefing(session.setup.scenario, None), WHEN)]
    screens += [stage_screen(beat) for beat in told(session)]
    if not screens:  # a scene without a word: its time and place are shown
        last = beats(session.state, WHEN, session.setup.seed)[-1]
        screens.append(stage_screen(replace(last, options=()) if isinstance(last, SceneBeat) else last))
    return screens


def told(session: Session) -> list[Beat]:
    """Return what has been told since the last choice, without what can be answered."""
    found: list[Beat] = []
    for beat in beats(session.state, WHEN, session.setup.seed):
        if of_choice(beat):
            continue
        if not isinstance(beat, SceneBeat):
            found.append(beat)
        elif beat.script and not beat.short:  # else it was told on the pages before, or has no word
            found.append(replace(beat, options=()))
    return found


def of_choice(beat: Beat) -> bool:
    """Return whether a beat belongs to the choice itself, not to what is told afterwards."""
    return isinstance(beat, ReactionBeat | AccountBeat) or (isinstance(beat, PromiseBeat) and beat.kept)
