"""The buttons of the facilitator's remote, as data: what each says, what it asks for, and why it cannot where it cannot.

The page knows none of this. So what a button said is what happens, even where a vote has just changed the suggestion.
"""

from __future__ import annotations

from typing import Any

from game.language import N_, _
from game.room.going import both_paths, by_rule
from game.room.phone_view import letters
from game.room.session import QUESTIONS, VOTING, Session, Step
from game.room.taking import Rule, Tie, taken, tempting
from game.room.votes import leaders
from game.room.ways import BEHIND_A_KEY, WORDS, back, ways

Button = dict[str, Any]
"""`id`; `says`; `do`: the message it sends; and where they are not empty: `off`, why it cannot be pressed now; `sure`,
what it says before a second tap, and what that will do; `on`, whether it is pressed in; `label`, for a screen reader."""

EXTENDED = (Step.SAY, Step.VOTE, Step.TALK, Step.SECOND, Step.DISCUSSION)
"""Where more time can be offered."""
# Translators: on small buttons of the remote, so as short as can be
TIES = {"facilitator": N_("Tie: you"), "lot": N_("Tie: lot"), "tempting": N_("Tie: tempting")}
RULES = {"facilitator": N_("Rule: you"), "lot": N_("Rule: lot"), "tempting": N_("Rule: tempting")}
CLOSED = N_("This room is closed.")
# In each pair, as a button says it, and as it stands small behind a key
_NEXT = (N_("Next question"), N_("next question"))
_OVER = (N_("The room is closed"), N_("the room is closed"))
_ON = (N_("On with the story"), N_("on with the story"))
_TAP = (N_("Tap the way it goes"), N_("tap the way it goes"))
_LOT = (N_("Draw a lot"), N_("draw a lot"))
_TEMPTING = (N_("Take {letter}, the tempting way"), N_("take {letter}, the tempting way"))
_MOST = (N_("Take {letter}, as most say"), N_("take {letter}, as most say"))
_LEVEL_LOT = (N_("Level: draw a lot"), N_("level: draw a lot"))
_LEVEL = (N_("Level: take {letter}, the tempting way"), N_("level: take {letter}, the tempting way"))


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


def onward(session: Session, *, small: bool = False) -> str:
    """Return what the large button says: the one next thing; `small` as it stands behind a key."""
    if session.step is Step.REVEAL:
        return _taking(session, small=small)
    if session.step is Step.DISCUSSION and session.question + 1 < QUESTIONS:
        return _(_NEXT[small])
    found = ways(session)
    if not found:
        return _(_OVER[small])
    if found[0] is Step.SCENE and session.step in (Step.CONSEQUENCE, Step.COLUMNIST):
        return _(_ON[small])
    return _((BEHIND_A_KEY if small else WORDS)[found[0]])


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
        return _button("next", _("Turn the page"), do)
    if must_choose(session):
        return _button("next", says, do, _("Tap one of the answers above: it is the way that the story goes."))
    if step is Step.CLOSED:
        return _button("next", says, do, _(CLOSED))
    if step is Step.DISCUSSION and session.question + 1 == QUESTIONS:
        return _button("next", says, _go(Step.CLOSED), sure=_sure_to_close())
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
        _button("lot", _("Draw a lot"), {"what": "take", "rule": "lot"}),
        _button("tempting", _("The tempting one: {letter}", letter=marks[the_tempting(session)]), {"what": "take", "rule": "tempting"}),
    ]
    both = both_paths(session)
    if both is not None:
        says = _("Both paths: take {one}, show {other}", one=marks[both.choice], other=marks[both.other])
        made.append(_button("both", says, {"what": "take", "choice": both.choice, "other": both.other, "rule": both.rule}))
    return made


def _small(session: Session) -> list[Button]:
    """Return the six that always stand at the same place."""
    step, manner = session.step, session.manner
    shut = _(CLOSED) if step is Step.CLOSED else ""
    undo = step is Step.CONSEQUENCE
    backward = undo or step is Step.DISCUSSION or back(session) is not None
    reveal = step is not Step.SCENE and Step.REVEAL in ways(session)
    no_votes = _("The room sees the votes.") if step is Step.REVEAL else _("There are no votes to show now.")
    to, says = _skip(session)
    rule = _(TIES[manner.tie.value]) if manner.rule is Rule.MAJORITY else _(RULES[manner.rule.value])
    if step is Step.LOBBY:
        rule = _("Set up")
    return [
        _button(
            "back", _("Take back") if undo else _("Back"), {"what": "back"},
            "" if backward else shut or _("There is no way back from here."),
        ),
        _button("reveal", _("Reveal"), _go(Step.REVEAL) if reveal else {}, "" if reveal else no_votes),
        _button(
            "extend", _("+ 30 s"), {"what": "extend", "seconds": 30},
            "" if step in EXTENDED else _("There is no time to be extended now."), label=_("30 seconds more"),
        ),
        _button(
            "blank", _("Light again") if session.blank else _("Blank"), {"what": "blank", "on": not session.blank},
            on=session.blank,
        ),
        _button("rule", rule, {}, shut),
        _button("skip", says, _go(to) if to else {}, "" if to else _("There is nothing to skip here.")),
    ]


def _skip(session: Session) -> tuple[Step | None, str]:
    """Return the way that leaves the next thing out, or puts one in, and its words."""
    found = ways(session)
    match session.step:
        case Step.SCENE if found[0] is Step.SAY:
            return Step.VOTE, _("Skip saying it")
        case Step.SCENE if Step.REVEAL in found:
            return Step.REVEAL, _("Skip the vote")
        case Step.VOTE if found[0] is Step.TALK:
            return Step.REVEAL, _("Skip the talk")
        case Step.VOTE:
            return Step.TALK, _("Talk first")
        case Step.TALK:
            return Step.REVEAL, _("Skip the vote")
        case Step.SECOND:
            return Step.TALK, _("Talk again")
        case Step.CONSEQUENCE if Step.COLUMNIST in found:
            return Step.SCENE, _("Skip her note")
    return None, _("Skip")


def _more(session: Session) -> list[Button]:
    made = []
    if session.step in VOTING and session.now.last is not None:
        on = session.now.last.open
        seen = not on and session.now.revealed >= session.round
        made.append(_button(
            "open", _("Close the vote") if on else _("Open the vote again"), {"what": "close" if on else "open"},
            _("The room has seen this vote; it stays closed.") if seen else "",
        ))  # fmt: skip
    if session.step is Step.SCENE and Step.SAY in ways(session)[1:]:
        made.append(_button("say", _(WORDS[Step.SAY]), _go(Step.SAY)))
    if session.step is Step.SAY and any(words.shown for words in session.now.said.values()):
        made.append(_button("texts", _("Their texts on the wall"), {"what": "texts"}))
    return made


def _sure_to_close() -> list[str]:
    return [_("Tap again to close"), _("Nobody can vote or come in after that. Phones keep the column.")]


def _end(session: Session) -> list[Button]:
    found = ways(session)
    if session.step is Step.SCENE and Step.COLUMN in found[1:]:
        sure = [_("Tap again to end here"), _("The rest of the story is not played; the room reads its column.")]
        return [_button("end", _("End here"), _go(Step.COLUMN), sure=sure)]
    if session.step is Step.DISCUSSION and session.question + 1 < QUESTIONS:
        return [_button("close", _("Close the room"), _go(Step.CLOSED), sure=_sure_to_close())]
    return []


def _by_rule(session: Session) -> str | None:
    manner, now = session.manner, session.now
    return taken(manner.rule, manner.tie, session.choices, now.counts, seed=session.setup.seed, moment=session.moment)


def _taking(session: Session, *, small: bool) -> str:
    chosen, manner = _by_rule(session), session.manner
    if chosen is None:
        return _(_TAP[small])
    if manner.rule is Rule.LOT:
        return _(_LOT[small])
    mark = letters(session)[chosen]
    if manner.rule is Rule.TEMPTING:
        return _(_TEMPTING[small], letter=mark)
    if len(leaders(session.now.counts)) == 1:
        return _(_MOST[small], letter=mark)
    # which way a lot would fall is told to nobody before it is drawn
    return _(_LEVEL_LOT[small]) if manner.tie is Tie.LOT else _(_LEVEL[small], letter=mark)
