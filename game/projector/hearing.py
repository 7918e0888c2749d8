"""What there is to hear of a room, for those that want sounds: the place of the story, and the bell that ends a vote."""

from __future__ import annotations

from game.projector.frame import RoomScreen
from game.projector.screens.story import StoryScreen
from game.room.session import Step
from game.stage.sound.cues import Cue, Heard, heard_of

TOLD = frozenset({Step.SCENE, Step.SAY, Step.VOTE, Step.TALK, Step.SECOND, Step.REVEAL, Step.CONSEQUENCE, Step.COLUMNIST})
"""Steps within the story; around them no place is heard."""


def hearing(screen: RoomScreen) -> Heard:
    """Return what there is to hear of a room's screen; nothing in the dark."""
    session = screen.session
    page = (session.step, session.moment, session.blank, id(screen), screen.sheet)
    if session.blank or session.step not in TOLD:
        return Heard(page, "")
    if isinstance(screen, StoryScreen):
        inner = heard_of(screen.shown)
        return Heard(page, inner.place, inner.light, inner.arrived, inner.sounds)
    closed = session.step in (Step.TALK, Step.REVEAL) and screen.sheet == 0
    return Heard(page, session.state.here.place, session.state.here.light, sounds=(Cue.BELL,) if closed else ())
