"""What the facilitator's own phone is told: also how the room votes before the room sees it. Plain data, for JSON."""

from __future__ import annotations

from typing import Any

from game.room.paragraphs import question, told
from game.room.phone_view import letters, words_of
from game.room.session import VOTING, Session, Step
from game.room.taking import Rule, Tie, taken
from game.room.votes import is_split, leaders, moved, tally
from game.room.ways import WORDS, back, ways

Plain = dict[str, Any]


def remote(session: Session, *, at: float, connected: int) -> Plain:
    """Return what the facilitator sees at a time in seconds; `connected` phones are awake."""
    scenario, manner = session.setup.scenario, session.manner
    lived = session.step in (Step.CONSEQUENCE, Step.COLUMNIST) and session.moments
    here = scenario.scenes[session.now.scene if lived else session.state.scene]
    view: Plain = {
        "step": session.step.value,
        "title": scenario.title,
        "word": session.setup.word,
        "scene": here.id,
        "time": here.time,
        "moment": max(session.moment, 0),
        "round": session.round,
        "here": len(session.people),
        "connected": connected,
        "voters": session.voters,
        "minutes": session.setup.minutes,
        "minutes_left": minutes_left(session, at=at),
        "left": None if session.timer is None else max(0, round(session.timer.until - at)),
        "blank": session.blank,
        "manner": {
            "say_first": manner.say_first, "sure": manner.sure, "names": manner.names, "tables": manner.tables,
            "rule": manner.rule.value, "tie": manner.tie.value,
        },
        "rules": [rule.value for rule in Rule],
        "ties": [tie.value for tie in Tie],
        "told": told(session) if session.step in (Step.SCENE, Step.CONSEQUENCE) else [],
        "question": question(session) if session.moments else {"who": "", "text": ""},
        "notes": here.facilitator,
        "ways": [{"to": step.value, "says": WORDS[step]} for step in ways(session)],
        "next": onward(session),
        "back": back(session) is not None or session.step in (Step.CONSEQUENCE, Step.COLUMNIST),
        "open": False,
        "choices": [],
        "advice": "",
        "said": [],
        "names": [{"person": who, "name": one.name} for who, one in session.people.items() if one.name][:200],
        "question_number": session.question,
    }
    if session.moments and session.choices:
        now = session.now
        marks = letters(session)
        first, second = tally(now.first, now.offered), tally(now.second, now.offered)
        view["choices"] = [
            {
                "id": name, "letter": marks[name], "text": words_of(choice), "first": first[name],
                "second": second[name], "breaks": choice.breaks is not None, "taken": name == now.taken,
            }
            for name, choice in session.choices.items() if name in marks
        ]
        last = now.last
        view["open"] = session.step in VOTING and last is not None and last.open
        view["voted"] = last.cast if last is not None else 0
        view["moved"] = moved(now.first, now.second)
        view["advice"] = advice(session)
        view["said"] = [
            {"person": who, "moment": session.moment, "text": words.text, "shown": words.shown}
            for who, words in now.said.items()
        ]
    return view


def minutes_left(session: Session, *, at: float) -> int:
    """Return how many minutes of the plan are left, below zero where it has run over; the whole plan before it begins."""
    if session.started is None:
        return session.setup.minutes
    return session.setup.minutes - int((at - session.started) // 60)


def onward(session: Session) -> str:
    """Return what the large button says: the one next thing."""
    if session.step is Step.REVEAL:
        return {
            Rule.MAJORITY: "Take the majority’s way", Rule.FACILITATOR: "Choose a way", Rule.LOT: "Draw a lot",
            Rule.TEMPTING: "Take the tempting way",
        }[session.manner.rule]
    found = ways(session)
    if not found:
        return "The room is closed"
    if found[0] is Step.SCENE and session.step in (Step.CONSEQUENCE, Step.COLUMNIST):
        return "On with the story"
    return WORDS[found[0]]


def advice(session: Session) -> str:
    """Return one sentence that only the facilitator reads, on what the votes suggest; empty where they say nothing."""
    now = session.now
    counts = tally(now.last, now.offered)
    if session.step is Step.VOTE and sum(counts.values()) > 1:
        return "Split. Let them talk first." if is_split(counts) else _agreed(session, counts)
    if session.step is Step.REVEAL:
        chosen = taken(
            session.manner.rule, session.manner.tie, session.choices, counts, seed=session.setup.seed,
            moment=session.moment,
        )
        if chosen is None and session.manner.rule is Rule.MAJORITY and len(leaders(counts)) > 1:
            return "Level. Tap the answer that the story takes."
        if chosen is None:
            return "Tap the answer that the story takes."
    return ""


def _agreed(session: Session, counts: dict[str, int]) -> str:
    ahead = leaders(counts)
    if len(ahead) != 1:
        return "Scattered. Talking may help; so may going on."
    mark = letters(session)[ahead[0]]
    return f"Most say {mark}. Ask who would say something else, and go on."
