"""What a phone is told: what all of them see, and what is one participant's own. Plain data, for JSON.

Nothing here says how the room voted before the room has seen it.
"""

from __future__ import annotations

from typing import Any

from game.language import _, tongue
from game.room.discussion import questions
from game.room.paragraphs import asks, question, told
from game.room.session import AFTERWARDS, VOTING, Session, Step, voter_of
from game.room.setup import letter
from game.room.votes import moved, tally
from game.story.model import Choice
from game.story.typography import quoted, typographic
from game.story.vocabulary import PRINCIPLES

Plain = dict[str, Any]


def words_of(choice: Choice) -> str:
    """Return a choice's words, in quotation marks where they are spoken."""
    words = typographic(choice.text)
    return quoted(words) if choice.spoken else words


def letters(session: Session) -> dict[str, str]:
    """Return the letter of each choice of the present moment."""
    return {name: letter(place) for place, name in enumerate(session.now.offered)} if session.moments else {}


def common(session: Session, *, at: float) -> Plain:
    """Return what every phone sees at a time in seconds."""
    scenario, manner = session.setup.scenario, session.manner
    view: Plain = {
        "step": session.step.value,
        "language": tongue().code,
        "title": scenario.title,
        "word": session.setup.word,
        "you": {"name": scenario.you.short, "role": scenario.you.role},
        "moment": max(session.moment, 0),
        "round": session.round,
        "here": len(session.people),
        "names": manner.names,
        "tables": manner.tables,
        "sure": manner.sure,
        "blank": session.blank,
        "left": None if session.timer is None else max(0, round(session.timer.until - at)),
        "until": None if session.timer is None else round(session.timer.until),
    }
    if session.step in (Step.SCENE, Step.SAY, *VOTING, Step.TALK, Step.CONSEQUENCE):
        view["told"] = told(session)
    if session.moments and session.step in (Step.SAY, *VOTING, Step.TALK, Step.REVEAL):
        view["question"] = question(session)
    if session.moments and session.step in (*VOTING, Step.TALK, Step.REVEAL, Step.CONSEQUENCE, Step.COLUMNIST):
        view["choices"] = _choices(session)
        view["asks"] = asks(session)
    if session.step in VOTING:
        last = session.now.last
        view["open"] = last is not None and last.open
        view["voted"] = last.cast if last is not None else 0
        view["voters"] = session.voters
    if session.step is Step.SAY:
        view["shown"] = [each.text for each in session.now.said.values() if each.shown]
    if session.step is Step.REVEAL or (session.step in (Step.CONSEQUENCE, Step.COLUMNIST) and session.now.taken):
        view["counts"] = _counts(session)
        view["moved"] = moved(session.now.first, session.now.second)
        view["taken"] = session.now.taken
    if session.step is Step.DISCUSSION:
        asked = questions(session)[session.question]
        view["asked"] = {"stage": asked.stage, "text": asked.text}
    if session.step is Step.COLUMNIST:
        view["note"] = typographic(session.state.moments[-1].choice.advice)
        principle = session.state.moments[-1].choice.principle
        view["principle"] = _(PRINCIPLES[principle].name) if principle else ""
    return view


def own(session: Session, person: str) -> Plain:
    """Return what only one participant sees: name, table, and what they answered to the present moment."""
    one = session.people.get(person)
    if one is None:
        return {"known": False}
    view: Plain = {"known": True, "name": one.name, "table": one.table}
    if session.moments and session.step not in AFTERWARDS:
        now, voter = session.now, voter_of(session, person)
        last = now.last.ballots.get(voter) if now.last is not None else None
        first = now.first.ballots.get(voter) if now.first is not None else None
        view["chose"] = last.choice if last is not None else ""
        view["how_sure"] = last.sure if last is not None else 0
        view["chose_first"] = first.choice if first is not None else ""
        mine = now.said.get(person)
        view["typed"] = mine.text if mine is not None else ""
    return view


def _choices(session: Session) -> list[Plain]:
    marks = letters(session)
    return [
        {"id": name, "letter": marks[name], "text": words_of(choice)}
        for name, choice in session.choices.items() if name in marks
    ]


def _counts(session: Session) -> list[Plain]:
    """Return the votes of the rounds that the room has seen, by choice."""
    now = session.now
    rounds = [held for held in (now.first, now.second)[: now.revealed] if held is not None]
    return [{"id": name, "counts": [tally(held, now.offered)[name] for held in rounds]} for name in now.offered]
