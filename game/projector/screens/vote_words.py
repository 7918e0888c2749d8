"""What is said beside a vote: which it is, how many have voted, and what becomes of it; never who chose what."""

from __future__ import annotations

from game.language import N_, _, n_
from game.projector.around import Around
from game.projector.frame import moment_of
from game.projector.timer import clock, seconds_left
from game.room.figures import figure
from game.room.paragraphs import asks, question
from game.room.session import Session, Step
from game.story.typography import is_quoted, quoted

UNSEEN = N_("Nobody sees this until the room does.")


def head(session: Session, around: Around) -> str:
    """Return what stands at the right of the head: the moment, which vote it is, and the time where some is offered."""
    parts = [moment_of(session), _("second vote") if session.step is Step.SECOND else _("first vote")]
    left = time_left(session, around)
    return " · ".join([*parts, left] if left else parts)


def time_left(session: Session, around: Around) -> str:
    """Return the time left of an offer, `0:25`; at its end that there is no hurry; nothing where none runs."""
    if session.timer is None:
        return ""
    left = seconds_left(session, around.now)
    return clock(left) if left else _("no hurry")


def asked(session: Session) -> str:
    """Return the headline of a vote."""
    if not is_open(session):
        return _("The vote is closed")
    return asks(session, again=session.step is Step.SECOND)


def note(session: Session) -> str:
    """Return what becomes of the votes."""
    if is_open(session):
        return _(UNSEEN)
    return _("The room has seen it.") if seen(session) else _("Nobody has seen it yet.")


def is_open(session: Session) -> bool:
    """Return whether the vote is open."""
    last = session.now.last
    return last is not None and last.open


def seen(session: Session) -> bool:
    """Return whether the room has seen this vote, so that it stays closed."""
    return session.now.revealed >= session.round


def cast(session: Session) -> int:
    """Return how many have voted in this round, hands included."""
    return session.now.last.cast if session.now.last is not None else 0


def of_all(session: Session) -> int:
    """Return of how many: those with a phone, or tables, and the hands that were counted."""
    last = session.now.last
    return max(cast(session), session.voters + (sum(last.hands.values()) if last is not None else 0))


def voted(session: Session) -> str:
    """Return `19 of 25 have voted`."""
    have, every = cast(session), of_all(session)
    if not every:
        return _("Raise a hand for your letter")
    if session.manner.tables:
        return n_("{have} of {n} table has voted", "{have} of {n} tables have voted", every, n=figure(every), have=figure(have))
    return n_("{have} of {n} has voted", "{have} of {n} have voted", every, n=figure(every), have=figure(have))


def said(session: Session) -> str:
    """Return the line that the room answers, in quotation marks where somebody says it."""
    line = question(session)
    return quoted(line["text"]) if line["who"] else line["text"]


def fewer(text: str) -> list[str]:
    """Return ever shorter ends of a line, sentence by sentence: what must be answered stands at its end."""
    ends = [text]
    opened = text[:1] if is_quoted(text) else ""
    rest = text
    while True:
        cut = min((at for at in (rest.find(f"{stop} ") for stop in ".?!") if at >= 0), default=-1)
        if cut < 0:
            return ends
        rest = rest[cut + 2 :]
        ends.append(f"{opened}… {rest}")
