"""The guided discussion: three questions, what happened, so what, and now what, from the scenario or from the play."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_, _
from game.room.findings import findings
from game.room.session import Session
from game.story.column_words import number
from game.story.debrief import moment_total
from game.story.typography import typographic

STAGES = (N_("What happened"), N_("So what"), N_("Now what"))

HAPPENED = N_("Where would you have said something else, and what kept you from it?")
SO_WHAT = N_("Which of your choices looked free, and when did the bill come?")
NOW_WHAT = N_("To whom will you say it differently this week, and when will you see them?")
BEGINNING = N_("What would you say first, and what would be heard?")


@dataclass(frozen=True, slots=True)
class Question:
    """One question for the room."""

    stage: str
    """One of `STAGES`, in the language that is spoken."""
    text: str
    moment: int | None = None
    """The moment that it is about, from 0; None for the whole."""


def questions(session: Session) -> tuple[Question, Question, Question]:
    """Return the three questions: the scenario's own, or else its notes on what counted, or else general ones."""
    own = session.setup.scenario.discussion
    if len(own) == len(STAGES):
        first, second, third = (Question(_(stage), typographic(text)) for stage, text in zip(STAGES, own, strict=True))
        return first, second, third
    asked = [(moment, note) for moment in _moments(session) if (note := _note(session, moment))]
    general = (HAPPENED if session.state.moments else BEGINNING, SO_WHAT)
    first, second = (
        Question(_(STAGES[n]), asked[n][1], asked[n][0]) if n < len(asked) else Question(_(STAGES[n]), _(general[n])) for n in (0, 1)
    )
    return first, second, Question(_(STAGES[2]), _(NOW_WHAT))


def _moments(session: Session) -> list[int]:
    """Return the moments to talk about, none twice: where they were sure and wrong, or divided, then the dearest."""
    seen = findings(session)
    sure = seen.sure_and_wrong
    order = [each.moment for each in (sure if sure is not None and 2 * sure.wrong > sure.sure else None, seen.divided) if each]
    state = session.state
    order += sorted(range(len(state.moments)), key=lambda moment: moment_total(state, moment))
    return list(dict.fromkeys(order))


def _note(session: Session, moment: int) -> str:
    """Return the author's note on a moment, if it is a question; empty if not."""
    if moment >= len(session.moments):
        return ""
    note = session.setup.scenario.scenes[session.moments[moment].scene].facilitator.strip()
    return typographic(note) if note.endswith("?") else ""


def aside(session: Session, asked: int) -> str:
    """Return the columnist's dry line beside one of the three questions, from 0."""
    seen, about = findings(session), questions(session)[asked].moment
    sure, moved, divided = seen.sure_and_wrong, seen.moved, seen.divided
    if asked == 2:
        return _("A name and a day, please. Good intentions have no stamp.")
    opening = asked == 0 and about is None  # about the whole: then the room's own finding stands beside it
    if sure is not None and sure.wrong > 1 and (sure.moment == about or opening):
        return _many(sure.wrong, _SIGNED)
    if divided is not None and (divided.moment == about or opening):
        return _("Half of you are thinking of somebody. So am I.")
    if asked == 1 and moved is not None and moved.people > 1:
        return _many(moved.people, _CHANGED)
    return _("The dearest sentence is seldom the rude one.") if asked else _("Begin with what was said. What was meant can wait.")


# The first of each pair begins with a number in words, the second has it in figures, which begin no sentence.
_SIGNED = (
    N_("{Number} of you would have signed it. I have signed worse."),
    N_("In all, {number} of you would have signed it. I have signed worse."),
)
_CHANGED = (
    N_("{Number} of you changed your minds with people watching. I know bishops who could not."),
    N_("In all, {number} of you changed your minds with people watching. I know bishops who could not."),
)


def _many(people: int, said: tuple[str, str]) -> str:
    """Return a sentence about two people or more."""
    words = number(people)
    return _(said[words.isdigit()], Number=words.capitalize(), number=words)
