"""What the facilitator's own phone is told: also how the room votes before the room sees it. Plain data, for JSON."""

from __future__ import annotations

from typing import Any

from game.language import N_, _, n_, tongue
from game.room.buttons import buttons, must_choose, the_tempting
from game.room.discussion import questions
from game.room.paragraphs import told
from game.room.phone_view import letters, words_of
from game.room.session import AFTERWARDS, QUESTIONS, VOTING, Session, Step
from game.room.taking import Rule
from game.room.votes import flow, how_sure, is_split, leaders, moved, tally
from game.room.ways import ways
from game.story.longest import longest
from game.story.typography import typographic

Plain = dict[str, Any]
MOST_SAID, MOST_NAMES, MOST_MOVES = 100, 200, 6
"""Texts that the room does not see, names, and ways of changing one's mind, that are told: a phone holds no more."""
STEPS = {
    Step.SCENE: N_("Moment {moment} of {moments} · the scene"),
    Step.SAY: N_("Moment {moment} of {moments} · say it first"),
    Step.VOTE: N_("Moment {moment} of {moments} · first vote"),
    Step.TALK: N_("Moment {moment} of {moments} · talking"),
    Step.SECOND: N_("Moment {moment} of {moments} · second vote"),
    Step.REVEAL: N_("Moment {moment} of {moments} · the votes"),
    Step.CONSEQUENCE: N_("Moment {moment} of {moments} · consequence"),
    Step.COLUMNIST: N_("Moment {moment} of {moments} · the columnist"),
}
"""Which moment of how many, and which step of it."""
RULES = {
    "majority": N_("The majority"), "facilitator": N_("You choose"), "lot": N_("A lot, drawn by votes"),
    "tempting": N_("The tempting way"),
}  # fmt: skip
TIES = {"lot": N_("A lot"), "facilitator": N_("You choose"), "tempting": N_("The tempting way")}


def remote(session: Session, *, at: float, connected: int, page_ahead: str = "") -> Plain:
    """Return what the facilitator sees at a time in seconds; `connected` phones are awake.

    `page_ahead` is `Hall.page_ahead`: the step and the moment at which the window has a page yet to turn.
    """
    scenario = session.setup.scenario
    lived = session.step in (Step.CONSEQUENCE, Step.COLUMNIST) and session.moments
    here = scenario.scenes[session.now.scene if lived else session.state.scene]
    outside = session.step in (*AFTERWARDS, Step.LOBBY)
    names = [{"person": who, "name": one.name} for who, one in session.people.items() if one.name]
    view: Plain = {
        "step": session.step.value,
        "language": tongue().code,
        "word": session.setup.word,
        "kick": kicker(session),
        "headline": headline(session, here.id),
        "time": "" if outside else typographic(here.time),
        "moment": max(session.moment, 0),
        "round": session.round,
        "here": len(session.people),
        "connected": connected,
        "voters": session.voters,
        "minutes": session.setup.minutes,
        "minutes_left": minutes_left(session, at=at),
        "elapsed": None if session.started is None else max(0, int(at - session.started)),
        "left": None if session.timer is None else max(0, round(session.timer.until - at)),
        "blank": session.blank,
        "buttons": buttons(session, turning=page_ahead == f"{session.step.value}/{session.moment}"),
        "arrange": _arrange(session),
        "told": told(session) if session.step in (Step.SCENE, Step.CONSEQUENCE) else [],
        "notes": "" if outside else typographic(here.facilitator),
        "ending": _ending(session),
        "open": False,
        "hands": False,
        "choices": [],
        "votes": "",
        "results": "",
        "moves": "",
        "advice": "",
        "said": [],
        "said_how": "",
        "names": names[:MOST_NAMES],
        "questions": _questions(session),
    }
    return {**view, **(_moment(session) if session.moments and session.choices else {})}


def kicker(session: Session) -> str:
    """Return which moment of how many, and which step."""
    if session.step is Step.LOBBY:
        return _("Lobby · room word {word}", word=session.setup.word)
    if session.step is Step.DISCUSSION:
        return _("Question {question} of {questions}", question=session.question + 1, questions=QUESTIONS)
    if session.step in AFTERWARDS:
        return session.setup.scenario.title
    moments = max(longest(session.setup.scenario), session.moment + 1)
    return _(STEPS[session.step], moment=session.moment + 1, moments=moments)


def headline(session: Session, scene: str) -> str:
    """Return what stands largest: the scene by the author's own word for it, or what is on."""
    after = {Step.COLUMN: _("The room’s column"), Step.DISCUSSION: _("Talk it over"), Step.CLOSED: _("The room is closed")}
    if session.step in after:
        return after[session.step]
    if session.step is Step.LOBBY:
        return typographic(session.setup.scenario.title)
    if tongue().code != "en":  # ids are written in one language, whatever the scenario speaks
        return typographic(session.setup.scenario.scenes[scene].time or session.setup.scenario.title)
    words = scene.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def minutes_left(session: Session, *, at: float) -> int:
    """Return how many minutes of the plan are left, below zero where it has run over; the whole plan before it begins."""
    if session.started is None:
        return session.setup.minutes
    return session.setup.minutes - int((at - session.started) // 60)


def advice(session: Session) -> str:
    """Return one sentence that only the facilitator reads, on what the votes suggest; empty where they say nothing."""
    counts = tally(session.now.last, session.now.offered)
    cast = sum(counts.values())
    if session.step in VOTING and 2 * cast < session.voters:
        return ""  # too few to say anything
    if session.step is Step.VOTE and cast > 1:
        return _("Split. Let them talk first.") if is_split(counts) else _agreed(session, counts)
    if session.step is Step.SECOND and cast > 1:
        return _after_talk(session, counts)
    if must_choose(session):
        level = session.manner.rule is Rule.MAJORITY and len(leaders(counts)) > 1
        return _("Level. Tap the answer that the story takes.") if level else _("Tap the answer that the story takes.")
    return ""


def _agreed(session: Session, counts: dict[str, int]) -> str:
    ahead = leaders(counts)
    if len(ahead) != 1:
        return _("Scattered. Talking may help; so may going on.")
    mark = letters(session)[ahead[0]]
    return _("Most say {letter}. Ask who would say something else, and go on.", letter=mark)


def _after_talk(session: Session, counts: dict[str, int]) -> str:
    ahead = leaders(counts)
    if len(ahead) == 1 and not is_split(counts):
        return _("Most say {letter} now. Show who moved.", letter=letters(session)[ahead[0]])
    return _("Still split. Show it, and hear both sides.")


def _moment(session: Session) -> Plain:
    """Return how the present moment stands: votes, texts, and what tempts."""
    now, marks = session.now, letters(session)
    first, second = tally(now.first, now.offered), tally(now.second, now.offered)
    last, tempts = now.last, the_tempting(session)
    counted = last.hands if last is not None else {}
    hidden = [who for who, words in now.said.items() if not words.shown]
    kept = set(hidden[-MOST_SAID:])
    over = session.step in (Step.CONSEQUENCE, Step.COLUMNIST)
    return {
        "choices": [
            {
                "id": name, "letter": marks[name], "label": typographic(choice.label), "text": words_of(choice),
                "first": first[name], "second": second[name], "hands": counted.get(name, 0),
                "tempting": name == tempts and choice.breaks is not None, "taken": name == now.taken,
            }
            for name, choice in session.choices.items() if name in marks
        ],
        "open": session.step in VOTING and last is not None and last.open,
        "hands": session.step in VOTING and now.revealed < session.round,
        "votes": _votes(session),
        "results": ", ".join(f"{marks[name]} {count}" for name, count in now.counts.items()) if last is not None else "",
        "moves": " ".join(filter(None, (_moves(session), _quite_sure(session)))),
        "advice": advice(session),
        "said": [
            {"person": who, "moment": session.moment, "text": words.text, "shown": words.shown}
            for who, words in now.said.items() if not over and (words.shown or who in kept)
        ],
        "said_how": _said_how(len(now.said), len(now.said) - len(hidden), len(hidden) - len(kept)),
    }


def _votes(session: Session) -> str:
    """Return how many voted, of how many who can."""
    last = session.now.last
    if last is None:
        return ""
    closed = session.step in VOTING and not last.open
    if last.cast <= session.voters and not last.hands:
        said = N_("{cast} of {voters}, closed") if closed else N_("{cast} of {voters} voted")
        return _(said, cast=last.cast, voters=session.voters)
    return _("{cast}, closed", cast=last.cast) if closed else _("{cast} voted", cast=last.cast)


def _moves(session: Session) -> str:
    """Return who changed from which letter to which, the most first; empty where nobody did."""
    now, marks = session.now, letters(session)
    people = moved(now.first, now.second)
    if not people:
        return ""
    found = sorted(
        ((count, marks[a], marks[b]) for (a, b), count in flow(now.first, now.second).items() if a != b),
        key=lambda move: (-move[0], move[1:]),
    )
    moves = ", ".join(_("{count} from {before} to {after}", count=count, before=a, after=b) for count, a, b in found[:MOST_MOVES])
    return n_("{n} changed their mind: {moves}.", "{n} changed their minds: {moves}.", people, moves=moves)


def _quite_sure(session: Session) -> str:
    """Return what those chose who are quite sure, in the round that counts; empty where nobody is."""
    now, marks = session.now, letters(session)
    found = [(how_sure(now.last, frozenset({name}))[0], marks[name]) for name in now.offered]
    people = sum(each[0] for each in found)
    if not people:
        return ""
    chosen = ", ".join(f"{mark} {count}" for count, mark in found if count)
    return n_("{n} is quite sure: {chosen}.", "{n} are quite sure: {chosen}.", people, chosen=chosen)


def _said_how(every: int, shown: int, left_out: int) -> str:
    if not every:
        return _("Nothing yet. The room sees a text only when you show it.")
    if not shown:
        said = n_("{n} text, none shown.", "{n} texts, none shown.", every)
    else:
        said = n_("{n} text, {shown} shown.", "{n} texts, {shown} shown.", every, shown=shown)
    return " ".join([said, _("The newest are here.")] if left_out else [said])


def _arrange(session: Session) -> Plain:
    """Return how the room plays, with the words for it, as far as it can still be changed."""
    manner = session.manner
    asks = [
        {"name": "say_first", "says": _("Say it first: before the answers show"), "on": manner.say_first},
        {"name": "sure", "says": _("How sure one is, on the phones"), "on": manner.sure},
        {"name": "names", "says": _("A name, on the phones"), "on": manner.names},
        {"name": "timed", "says": _("A clock while you talk; nothing ends with it"), "on": manner.timed},
    ]
    if session.setup.other is not None and session.step is Step.LOBBY and session.started is None:
        asks.append({"name": "whole", "says": _("The whole story, not only its cut"), "on": manner.whole})
    return {
        "rules": {name: _(words) for name, words in RULES.items()},
        "ties": {name: _(words) for name, words in TIES.items()}, "rule": manner.rule.value, "tie": manner.tie.value, "asks": asks,
        "tables": None if session.moments else manner.tables,
    }  # fmt: skip


def _ending(session: Session) -> str:
    """Return what can be said about the end from here."""
    if session.step in (Step.LOBBY, Step.CLOSED):
        return ""
    if Step.CLOSED in ways(session):
        return _("Once closed, nobody can vote or come in. Phones keep the column.")
    if session.step is Step.COLUMN:
        return _("After the column the room talks it over; then it can be closed.")
    if session.step is Step.SCENE:
        return _("The room can read its column now, whether or not the story is over.")
    return _("From any scene the room can go straight to its column.")


def _questions(session: Session) -> list[Plain]:
    if session.step is not Step.DISCUSSION:
        return []
    return [
        {"stage": each.stage, "text": each.text, "on": number == session.question}
        for number, each in enumerate(questions(session))
    ]
