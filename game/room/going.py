"""What the facilitator's one large button does: the event that it stands for."""

from __future__ import annotations

from game.language import _
from game.room.errors import Refused
from game.room.events import Asked, Event, Took, Untook, Went
from game.room.session import QUESTIONS, Session, Step
from game.room.taking import Rule, taken
from game.room.votes import leaders
from game.room.ways import back, ways


def onward(session: Session) -> Event:
    """Return the event of the one next thing.

    Raises:
        Refused: the facilitator must say first which choice it is; or there is no next thing.
    """
    if session.step is Step.REVEAL:
        made = by_rule(session)
        if made is None:
            level = len(leaders(session.now.counts)) > 1
            raise Refused(_("The first are level: choose which way the story takes.") if level else _("Choose which way the story takes."))
        return made
    if session.step is Step.DISCUSSION and session.question + 1 < QUESTIONS:
        return Asked(session.question + 1)
    found = ways(session)
    if not found:
        raise Refused(_("This room is closed."))
    return Went(found[0].value)


def by_rule(session: Session) -> Took | None:
    """Return the choice that the room's rule makes, with the rule that decided; None where the facilitator must."""
    manner, now = session.manner, session.now
    choice = taken(manner.rule, manner.tie, session.choices, now.counts, seed=session.setup.seed, moment=session.moment)
    if choice is None:
        return None
    # where votes are level, it is not the majority that decides
    level = manner.rule is Rule.MAJORITY and len(leaders(now.counts)) != 1
    return Took(choice, manner.tie.value if level else manner.rule.value)


def both_paths(session: Session) -> Took | None:
    """Return what the rule takes, and beside it the choice with the most votes of the others; None without two.

    Where the facilitator must choose, it is the leading one that is taken, in her name.
    """
    counts = session.now.counts
    if len(counts) < 2:
        return None
    made = by_rule(session) or Took((leaders(counts) or session.now.offered)[0], Rule.FACILITATOR.value)
    other = max((name for name in session.now.offered if name != made.choice), key=lambda name: counts[name])
    return Took(made.choice, made.rule, other)


def backward(session: Session) -> Event:
    """Return the event of one step back.

    Raises:
        Refused: there is no way back from here.
    """
    if session.step is Step.CONSEQUENCE:
        return Untook()
    if session.step is Step.DISCUSSION and session.question:
        return Asked(session.question - 1)
    step = back(session)
    if step is None:
        raise Refused(_("There is no way back from here: votes were cast since.") if session.moments else _("There is nothing before this."))
    return Went(step.value)
