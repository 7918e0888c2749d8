"""The buttons of the facilitator's remote, as data: what each says, what it asks for, and why it cannot where it cannot.

The page knows none of this. So what a button said is what happens, even where a vote has just changed the suggestion.
"""

from __future__ import annotations

from typing import Any

from game.room.going import both_paths, by_rule
from game.room.phone_view import letters
from game.room.session import QUESTIONS, VOTING, Session, Step
from game.room.taking import Rule, Tie, taken, tempting
from game.room.votes import leaders
from game.room.ways import WORDS, back, ways

Button = dict[str, Any]
"""`id`; `says`; `do`: the message it sends; and where they are not empty: `off`, why it cannot be pressed now; `sure`,
what it says before a second tap, and what that will do; `on`, whether it is pressed in; `label`, for a screen reader."""

EXTENDED = (Step.SAY, Step.VOTE, Step.TALK, Step.SECOND, Step.DISCUSSION)
"""Where more time can be offered."""
SHORT = {"majority": "most", "facilitator": "you", "lot": "lot", "tempting": "tempting"}
CLOSED = "This room is closed."


def buttons(session: Session, *, turning: bool = False) -> dict[str, list[Button]]:
    """Return the buttons by group: the large one, those of the reveal, the six small ones, further ones, the end.

    With `turning` the window has a page yet to turn before the room goes on.
    """
    return {
        "main": [_main(session, turning=turning)], "take": _take(session), "small": _small(session), "more": _more(session),
        "end": _end(session),
    }  # fmt: skip


def must_choose(session: Session) -> bool:
    """Return whether no rule says which choice the room makes, so that the facilitator must."""
    return session.step is Step.REVEAL and _by_rule(session) is None


def onward(session: Session) -> str:
    """Return what the large button says: the one next thing."""
    if session.step is Step.REVEAL:
        return _taking(session)
    if session.step is Step.DISCUSSION and session.question + 1 < QUESTIONS:
        return "Next question"
    found = ways(session)
    if not found:
        return "The room is closed"
    if found[0] is Step.SCENE and session.step in (Step.CONSEQUENCE, Step.COLUMNIST):
        return "On with the story"
    return WORDS[found[0]]


def the_tempting(session: Session) -> str:
    """Return the choice that tempted most; empty where there is nothing to choose."""
    return tempting(session.choices, session.now.counts) if session.moments and session.choices else ""


def _button(name: str, says: str, do: Button, off: str = "", **more: object) -> Button:
    return {"id": name, "says": says, "do": do, **({"off": off} if off else {}), **more}


def _go(to: Step) -> Button:
    return {"what": "go", "to": to.value}


def _main(session: Session, *, turning: bool) -> Button:
    says, do, step = onward(session), {"what": "next"}, session.step
    if turning:
        return _button("next", "Turn the page", do)
    if must_choose(session):
        return _button("next", says, do, "Tap one of the answers above: it is the way that the story goes.")
    if step is Step.CLOSED:
        return _button("next", says, do, CLOSED)
    if step is Step.DISCUSSION and session.question + 1 == QUESTIONS:
        return _button("next", says, _go(Step.CLOSED), sure=_SURE_TO_CLOSE)
    if step is Step.VOTE:
        # what is suggested changes with each vote
        return _button("next", says, _go(ways(session)[0]))
    if step is Step.REVEAL:
        # at the laptop another answer may be picked; what this button says is taken
        made = by_rule(session)
        return _button("next", says, {"what": "take", "choice": made.choice, "rule": made.rule} if made is not None else do)
    return _button("next", says, do)


def _take(session: Session) -> list[Button]:
    """Return what there is beside tapping an answer, once the room has seen its votes."""
    if session.step is not Step.REVEAL or not session.choices:
        return []
    marks = letters(session)
    made = [
        _button("lot", "Draw a lot", {"what": "take", "rule": "lot"}),
        _button("tempting", f"The tempting one: {marks[the_tempting(session)]}", {"what": "take", "rule": "tempting"}),
    ]
    both = both_paths(session)
    if both is not None:
        says = f"Both paths: take {marks[both.choice]}, show {marks[both.other]}"
        made.append(_button("both", says, {"what": "take", "choice": both.choice, "other": both.other, "rule": both.rule}))
    return made


def _small(session: Session) -> list[Button]:
    """Return the six that always stand at the same place."""
    step, manner = session.step, session.manner
    shut = CLOSED if step is Step.CLOSED else ""
    undo = step is Step.CONSEQUENCE
    backward = undo or step is Step.DISCUSSION or back(session) is not None
    reveal = step is not Step.SCENE and Step.REVEAL in ways(session)
    no_votes = "The room sees the votes." if step is Step.REVEAL else "There are no votes to show now."
    to, says = _skip(session)
    rule = f"Tie: {SHORT[manner.tie.value]}" if manner.rule is Rule.MAJORITY else f"Rule: {SHORT[manner.rule.value]}"
    if step is Step.LOBBY:
        rule = "Set up"
    return [
        _button("back", "Take back" if undo else "Back", {"what": "back"}, "" if backward else shut or "There is no way back from here."),
        _button("reveal", "Reveal", _go(Step.REVEAL) if reveal else {}, "" if reveal else no_votes),
        _button(
            "extend", "+ 30 s", {"what": "extend", "seconds": 30},
            "" if step in EXTENDED else "There is no time to be extended now.", label="30 seconds more",
        ),
        _button("blank", "Light again" if session.blank else "Blank", {"what": "blank", "on": not session.blank}, on=session.blank),
        _button("rule", rule, {}, shut),
        _button("skip", says, _go(to) if to else {}, "" if to else "There is nothing to skip here."),
    ]


def _skip(session: Session) -> tuple[Step | None, str]:
    """Return the way that leaves the next thing out, or puts one in, and its words."""
    found = ways(session)
    match session.step:
        case Step.SCENE if found[0] is Step.SAY:
            return Step.VOTE, "Skip saying it"
        case Step.SCENE if Step.REVEAL in found:
            return Step.REVEAL, "Skip the vote"
        case Step.VOTE if found[0] is Step.TALK:
            return Step.REVEAL, "Skip the talk"
        case Step.VOTE:
            return Step.TALK, "Talk first"
        case Step.TALK:
            return Step.REVEAL, "Skip the vote"
        case Step.SECOND:
            return Step.TALK, "Talk again"
        case Step.CONSEQUENCE if Step.COLUMNIST in found:
            return Step.SCENE, "Skip her note"
    return None, "Skip"


def _more(session: Session) -> list[Button]:
    made = []
    if session.step in VOTING and session.now.last is not None:
        on = session.now.last.open
        seen = not on and session.now.revealed >= session.round
        made.append(_button(
            "open", "Close the vote" if on else "Open the vote again", {"what": "close" if on else "open"},
            "The room has seen this vote; it stays closed." if seen else "",
        ))  # fmt: skip
    if session.step is Step.SCENE and Step.SAY in ways(session)[1:]:
        made.append(_button("say", WORDS[Step.SAY], _go(Step.SAY)))
    if session.step is Step.SAY and any(words.shown for words in session.now.said.values()):
        made.append(_button("texts", "Their texts on the wall", {"what": "texts"}))
    return made


_SURE_TO_CLOSE = ["Tap again to close", "Nobody can vote or come in after that. Phones keep the column."]


def _end(session: Session) -> list[Button]:
    found = ways(session)
    if session.step is Step.SCENE and Step.COLUMN in found[1:]:
        sure = ["Tap again to end here", "The rest of the story is not played; the room reads its column."]
        return [_button("end", "End here", _go(Step.COLUMN), sure=sure)]
    if session.step is Step.DISCUSSION and session.question + 1 < QUESTIONS:
        return [_button("close", "Close the room", _go(Step.CLOSED), sure=_SURE_TO_CLOSE)]
    return []


def _by_rule(session: Session) -> str | None:
    manner, now = session.manner, session.now
    return taken(manner.rule, manner.tie, session.choices, now.counts, seed=session.setup.seed, moment=session.moment)


def _taking(session: Session) -> str:
    chosen, manner = _by_rule(session), session.manner
    if chosen is None:
        return "Tap the way it goes"
    if manner.rule is Rule.LOT:
        return "Draw a lot"
    mark = letters(session)[chosen]
    if manner.rule is Rule.TEMPTING:
        return f"Take {mark}, the tempting way"
    if len(leaders(session.now.counts)) == 1:
        return f"Take {mark}, as most say"
    # which way a lot would fall is told to nobody before it is drawn
    return "Level: draw a lot" if manner.tie is Tie.LOT else f"Level: take {mark}, the tempting way"
