"""The state machine of a workshop: a fold over events. Pure: no clock, no network, no disk; time comes in with each event.

    session = begin(setup, at=0.0)
    session = apply(session, Joined("ann"), at=3.2)

No sequence of events loses a vote, counts one twice, or shows one that the room may not see yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.language import _
from game.room import events as happened
from game.room.errors import Refused
from game.room.events import NAME_LONGEST, TYPED_LONGEST, Event
from game.room.session import QUESTIONS, VOTING, Held, Participant, Said, Session, Step, Timer, voter_of
from game.room.setup import TALK_SECONDS, Setup
from game.room.taking import Rule
from game.room.votes import Ballot, Round
from game.room.ways import ways
from game.story.playthrough import Playthrough, offered, replay, start, step

MOST_PEOPLE, MOST_HANDS = 5_000, 2_000


def begin(setup: Setup, *, at: float) -> Session:
    """Return the session before anybody came in; `at` in seconds."""
    return Session(setup, at, setup.manner, start(setup.scenario))


def apply(session: Session, event: Event, *, at: float) -> Session:
    """Return the session after an event that happened at a time in seconds.

    Raises:
        Refused: the event does not fit where the session stands; the session is as it was.
    """
    if session.step is Step.CLOSED and not isinstance(event, happened.Blanked):
        raise Refused(_("This room is closed."))
    match event:
        case happened.Joined():
            return _joined(session, event)
        case happened.Voted():
            return _voted(session, event)
        case happened.Typed():
            return _typed(session, event)
        case happened.Went():
            return _went(session, event, at)
        case happened.Opened():
            return _opened(session, event)
        case happened.Hands():
            return _hands(session, event)
        case happened.Took():
            return _took(session, event)
        case happened.Untook():
            return _untook(session)
        case happened.Let():
            return _let(session, event)
        case happened.Removed():
            return _removed(session, event)
        case happened.Extended():
            return _extended(session, event, at)
        case happened.Blanked(blank):
            return replace(session, blank=blank)
        case happened.Arranged(what, value):
            return _arranged(session, what, value)
        case happened.Asked(question):
            if session.step is not Step.DISCUSSION or not 0 <= question < QUESTIONS:
                raise Refused(_("There is no such question now."))
            return replace(session, question=question)


def folded(setup: Setup, happenings: Iterable[tuple[float, Event]], *, at: float) -> Session:
    """Return the session after all that happened, each with its time in seconds.

    Raises:
        Refused: as `apply` does.
    """
    session = begin(setup, at=at)
    for when, event in happenings:
        session = apply(session, event, at=when)
    return session


# ---------------------------------------------------------------- participants


def _joined(session: Session, event: happened.Joined) -> Session:
    known = session.people.get(event.person)
    if known is None and len(session.people) >= MOST_PEOPLE:
        raise Refused(_("This room is full."))
    if not 0 <= event.table <= max(session.manner.tables, 0):
        raise Refused(_("There is no such table."))
    if known is None and not session.manner.doors:
        raise Refused(_("The doors are shut: nobody new comes in. Raise your hand instead."))
    before = known or Participant()
    name = before.name if before.muted else cleaned(event.name, NAME_LONGEST) or before.name
    made = Participant(name, event.table or before.table, before.muted)
    if made == known:
        return session
    if known is not None and made.table != before.table and _has_voted(session, event.person):
        raise Refused(_("You have voted; change your table at the next moment."))
    if made.table != before.table and _table_has_voted(session, made.table):
        # who sat down now would read its vote, and could overturn it
        raise Refused(_("That table has voted; sit down there at the next moment."))
    return replace(session, people={**session.people, event.person: made})


def _has_voted(session: Session, person: str) -> bool:
    if not session.moments or session.now.taken:
        return False
    voter = voter_of(session, person)
    return any(held is not None and voter in held.ballots for held in (session.now.first, session.now.second))


def _table_has_voted(session: Session, table: int) -> bool:
    if not session.moments or session.now.taken or not table:
        return False
    return any(held is not None and f"table:{table}" in held.ballots for held in (session.now.first, session.now.second))


def _voted(session: Session, event: happened.Voted) -> Session:
    if event.person not in session.people:
        raise Refused(_("You are not in this room."))
    if session.step not in VOTING or (event.moment, event.round) != (session.moment, session.round):
        raise Refused(_("That vote is over."))
    now = session.now
    held = now.last
    if held is None or not held.open:
        raise Refused(_("The vote is closed."))
    if event.choice not in now.offered:
        raise Refused(_("There is no such answer."))
    if not 0 <= event.sure <= 3:
        raise Refused(_("How sure is said from 1 to 3."))
    sure = event.sure if session.manner.sure else 0
    voter, ballot = voter_of(session, event.person), Ballot(event.choice, sure)
    return session if held.ballots.get(voter) == ballot else _with_round(session, held.with_ballot(voter, ballot))


def _typed(session: Session, event: happened.Typed) -> Session:
    if event.person not in session.people:
        raise Refused(_("You are not in this room."))
    if session.step is not Step.SAY or event.moment != session.moment:
        raise Refused(_("The answers are on the screen already."))
    text = "" if session.people[event.person].muted else cleaned(event.text, TYPED_LONGEST)
    said = {who: words for who, words in session.now.said.items() if who != event.person}
    if text:
        said[event.person] = Said(text)
    return _with_now(session, replace(session.now, said=said))


def cleaned(text: str, longest: int) -> str:
    """Return a text in one line, without anything that could hide or reorder letters."""
    kept = "".join(" " if letter.isspace() else letter for letter in text if letter.isprintable() or letter.isspace())
    return " ".join(kept.split())[:longest].strip()


# ---------------------------------------------------------------- going on


def _went(session: Session, event: happened.Went, at: float) -> Session:
    if event.step not in {step.value for step in ways(session)}:
        raise Refused(_("From here there is no way to “{step}”.", step=event.step))
    to = Step(event.step)
    session = replace(session, timer=None)
    if to is Step.SCENE:
        return _to_scene(session, at)
    if session.step is Step.SCENE and to in (Step.CONSEQUENCE, Step.COLUMNIST, Step.LOBBY):
        # back from a scene that nobody has answered yet
        return replace(session, step=to, moments=session.moments if session.state.over else session.moments[:-1])
    if to in VOTING:
        session = _voting(session, to)
    elif to in (Step.TALK, Step.REVEAL, Step.SAY):
        session = _closed(session)
    if to is Step.REVEAL:
        # where nobody voted there is nothing that the room has seen, and the vote may be opened again
        seen = session.round if session.now.last is not None and session.now.last.cast else session.now.revealed
        session = _with_now(session, replace(session.now, revealed=seen))
    if to is Step.TALK and session.manner.timed:
        session = replace(session, timer=Timer(at + TALK_SECONDS, TALK_SECONDS))
    return replace(session, step=to)


def _to_scene(session: Session, at: float) -> Session:
    session = _closed(session)
    if session.step in (Step.LOBBY, Step.CONSEQUENCE, Step.COLUMNIST):
        started = session.started if session.started is not None else at
        session = replace(session, started=started)
        if not session.state.over:
            session = replace(session, moments=(*session.moments, Held(session.state.scene, tuple(offered(session.state)))))
    return replace(session, step=Step.SCENE)


def _voting(session: Session, to: Step) -> Session:
    """Return it with the round of a step open, unless the room has seen it."""
    session = _closed(session)
    now = session.now
    if to is Step.VOTE and now.first is None:
        return _with_now(session, replace(now, first=Round(open=True)))
    if to is Step.SECOND and now.second is None:
        return _with_now(session, replace(now, second=Round(open=True)))
    if now.revealed >= session.round or now.last is None:
        return session
    return _with_round(session, replace(now.last, open=True))


def _closed(session: Session) -> Session:
    """Return it with the present round closed."""
    if not session.moments or session.now.last is None or not session.now.last.open:
        return session
    return _with_round(session, replace(session.now.last, open=False))


def _opened(session: Session, event: happened.Opened) -> Session:
    if session.step not in VOTING or session.now.last is None:
        raise Refused(_("There is no vote to open or close now."))
    if event.open and session.now.revealed >= session.round:
        raise Refused(_("The room has seen this vote; it stays closed."))
    return _with_round(session, replace(session.now.last, open=event.open))


def _hands(session: Session, event: happened.Hands) -> Session:
    if session.step not in VOTING or session.now.last is None or session.now.revealed >= session.round:
        raise Refused(_("Hands are counted while a vote is on."))
    for choice, count in event.counts.items():
        if choice not in session.now.offered or not 0 <= count <= MOST_HANDS:
            raise Refused(_("Such hands cannot be counted."))
    counts = {choice: count for choice, count in event.counts.items() if count}
    return _with_round(session, replace(session.now.last, hands=counts))


def _took(session: Session, event: happened.Took) -> Session:
    if session.step is not Step.REVEAL:
        raise Refused(_("A choice is made once the room has seen its votes."))
    if event.choice not in session.now.offered or event.rule not in set(Rule):
        raise Refused(_("There is no such answer."))
    if event.other and (event.other not in session.now.offered or event.other == event.choice):
        raise Refused(_("There is no such second path."))
    now = replace(session.now, taken=event.choice, rule=event.rule, other=event.other)
    return replace(_with_now(session, now), state=step(session.state, event.choice), step=Step.CONSEQUENCE, timer=None)


def _untook(session: Session) -> Session:
    if session.step not in (Step.CONSEQUENCE, Step.COLUMNIST):
        raise Refused(_("There is no choice to take back now."))
    now = replace(session.now, taken="", rule="", other="")
    before = Playthrough(session.setup.scenario, session.setup.seed, session.state.choices[:-1])
    return replace(_with_now(session, now), state=replay(before), step=Step.REVEAL)


def _let(session: Session, event: happened.Let) -> Session:
    said = session.moments[event.moment].said.get(event.person) if 0 <= event.moment < len(session.moments) else None
    if event.text and said is not None and said.text != event.text:
        raise Refused(_("That text was changed a moment ago. Read it again."))
    return _with_said(session, event.person, event.moment, show=event.show)


def _removed(session: Session, event: happened.Removed) -> Session:
    if event.moment >= 0:
        return _with_said(session, event.person, event.moment, show=None)
    known = session.people.get(event.person)
    if known is None:
        raise Refused(_("There is nobody of that name."))
    return replace(session, people={**session.people, event.person: replace(known, name="", muted=True)})


def _with_said(session: Session, person: str, moment: int, *, show: bool | None) -> Session:
    if not 0 <= moment < len(session.moments) or person not in session.moments[moment].said:
        raise Refused(_("That text is not there any more."))
    held = session.moments[moment]
    said = dict(held.said)
    if show is None:
        del said[person]
    else:
        said[person] = replace(said[person], shown=show)
    return replace(
        session, moments=(*session.moments[:moment], replace(held, said=said), *session.moments[moment + 1 :])
    )


def _extended(session: Session, event: happened.Extended, at: float) -> Session:
    if not 0 < event.seconds <= 3_600 or session.step not in (Step.SAY, Step.VOTE, Step.TALK, Step.SECOND, Step.DISCUSSION):
        raise Refused(_("There is no time to be extended now."))
    running = session.timer
    left = max(0.0, running.until - at) if running is not None else 0.0
    return replace(session, timer=Timer(at + left + event.seconds, round(left) + event.seconds))


def _arranged(session: Session, what: str, value: object) -> Session:
    manner = session.manner.changed(what, value)
    if what == "whole" and manner.whole != session.manner.whole:
        if session.step is not Step.LOBBY or session.started is not None:
            raise Refused(_("Whether the whole is played is settled before the first scene."))
        setup = session.setup.swapped()
        session = replace(session, setup=setup, state=start(setup.scenario))
    if not manner.timed:
        session = replace(session, timer=None)
    if what == "tables":
        if session.moments:
            raise Refused(_("Tables are set before the first scene."))
        people = {who: replace(one, table=one.table if one.table <= manner.tables else 0) for who, one in session.people.items()}
        session = replace(session, people=people)
    return replace(session, manner=manner)


def _with_now(session: Session, now: Held) -> Session:
    return replace(session, moments=(*session.moments[:-1], now))


def _with_round(session: Session, held: Round) -> Session:
    now = session.now
    return _with_now(session, replace(now, first=held) if now.second is None else replace(now, second=held))
