"""Where the facilitator may go from here, what is suggested, and what the button says.

The column may be opened from any scene: a workshop that runs out of time ends well all the same.
"""

from __future__ import annotations

from game.language import N_
from game.room.session import Held, Session, Step
from game.room.votes import is_split
from game.story.notes import held_back

WORDS = {
    Step.LOBBY: N_("Back to the lobby"),
    Step.SCENE: N_("Begin"),
    Step.SAY: N_("Say it first"),
    Step.VOTE: N_("Open the vote"),
    Step.TALK: N_("Talk to your neighbour"),
    Step.SECOND: N_("Vote again"),
    Step.REVEAL: N_("Show the votes"),
    Step.CONSEQUENCE: N_("Live with it"),
    Step.COLUMNIST: N_("The columnist"),
    Step.COLUMN: N_("The room’s column"),
    Step.DISCUSSION: N_("Talk it over"),
    Step.CLOSED: N_("Close the room"),
}
"""What the facilitator's button says for each step that lies ahead."""
BEHIND_A_KEY = {
    Step.LOBBY: N_("back to the lobby"),
    Step.SCENE: N_("begin"),
    Step.SAY: N_("say it first"),
    Step.VOTE: N_("open the vote"),
    Step.TALK: N_("talk to your neighbour"),
    Step.SECOND: N_("vote again"),
    Step.REVEAL: N_("show the votes"),
    Step.CONSEQUENCE: N_("live with it"),
    Step.COLUMNIST: N_("the columnist"),
    Step.COLUMN: N_("the room’s column"),
    Step.DISCUSSION: N_("talk it over"),
    Step.CLOSED: N_("close the room"),
}
"""The same as it stands small behind a key, where other languages may want another letter than the first in lower case."""


def ways(session: Session) -> tuple[Step, ...]:
    """Return the steps to which the facilitator may go now; the first is the one that is suggested.

    From the reveal the way on is a choice (`events.Took`), and the way back to it another (`events.Untook`); neither
    is a step that one goes to.
    """
    match session.step:
        case Step.LOBBY:
            return (Step.SCENE,)
        case Step.SCENE:
            return _from_scene(session)
        case Step.SAY:
            return (Step.VOTE, Step.SCENE)
        case Step.VOTE:
            return _from_vote(session)
        case Step.TALK:
            return (Step.SECOND, Step.REVEAL, Step.VOTE) if session.now.second is None else (Step.SECOND, Step.REVEAL)
        case Step.SECOND:
            return (Step.REVEAL, Step.TALK)
        case Step.REVEAL:
            return (Step.SECOND,) if session.now.second is not None else (Step.VOTE,) if session.now.first is not None else (Step.SCENE,)
        case Step.CONSEQUENCE:
            return (Step.COLUMNIST, Step.SCENE) if has_note(session) else (Step.SCENE,)
        case Step.COLUMNIST:
            return (Step.SCENE, Step.CONSEQUENCE)
        case Step.COLUMN:
            return (Step.DISCUSSION, Step.SCENE)
        case Step.DISCUSSION:
            return (Step.CLOSED, Step.COLUMN)
        case Step.CLOSED:
            return ()


def back(session: Session) -> Step | None:
    """Return the step that is one back, where there is one to which one can go; see also `events.Untook`."""
    last = {
        Step.SAY: Step.SCENE, Step.VOTE: Step.SCENE, Step.SECOND: Step.TALK,
        Step.COLUMNIST: Step.CONSEQUENCE, Step.COLUMN: Step.SCENE, Step.DISCUSSION: Step.COLUMN,
    }
    if session.step is Step.SCENE:
        found = [step for step in _from_scene(session) if step in (Step.COLUMNIST, Step.CONSEQUENCE, Step.LOBBY)]
        return found[-1] if found else None
    if session.step is Step.TALK:
        return Step.VOTE if session.now.second is None else None
    if session.step is Step.REVEAL:
        return ways(session)[0]
    return last.get(session.step)


def has_note(session: Session) -> bool:
    """Return whether the columnist has something to say about the last choice, and does not wait for its bill."""
    if not session.state.moments:
        return False
    choice = session.state.moments[-1].choice
    return bool(choice.advice) and not held_back(choice)


def _from_scene(session: Session) -> tuple[Step, ...]:
    if session.state.over:
        return (Step.COLUMN, *_before(session))
    now: Held = session.now
    ahead = (Step.SAY, Step.VOTE) if session.manner.say_first and now.first is None else (Step.VOTE, Step.SAY)
    if now.first is not None:
        return (Step.VOTE, Step.COLUMN)
    shown = (*ahead, Step.REVEAL, Step.COLUMN)
    return shown if now.touched else (*shown, *_before(session))


def _before(session: Session) -> tuple[Step, ...]:
    if not session.state.moments:
        return (Step.LOBBY,)
    # a note that waits for its bill is not shown on the way back either
    return (Step.CONSEQUENCE, Step.COLUMNIST) if has_note(session) else (Step.CONSEQUENCE,)


def _from_vote(session: Session) -> tuple[Step, ...]:
    ahead = (Step.TALK, Step.REVEAL) if is_split(session.now.counts) else (Step.REVEAL, Step.TALK)
    return (*ahead, Step.SCENE)
