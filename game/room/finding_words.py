"""What a room learnt about itself, in words and figures: for the projector, the phones and the page to hand out."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_, _, n_, p_
from game.room.findings import Divided, Moved, SureAndWrong, findings
from game.room.session import Session
from game.room.setup import letter
from game.story.column_words import clause, number, of_you, sentence
from game.story.debrief import Debrief, Turn
from game.story.grammar import turns
from game.story.model import Choice, Scenario
from game.story.typography import quoted, typographic


@dataclass(frozen=True, slots=True)
class Found:
    """One finding."""

    label: str
    """Two or three words: `Most divided`."""
    figure: str
    """What is printed large."""
    unit: str
    """What the figure counts, in one English word that is translated where it is shown; empty where the sign says it."""
    counts: str
    """One short line: `B or D: 11 to 6`."""
    deed: str
    """What was done, as `asked Leslie for five people to call`."""
    text: str
    """The whole of it in one or two sentences."""
    moment: int
    """From 0."""


MOMENT, PEOPLE = N_("moment"), N_("people")
"""Units of figures."""


def _some(people: int) -> str:
    """Return how many of you, in words."""
    return p_("of you", "one") if people == 1 else number(people)


def deed(choice: Choice, scenario: Scenario) -> str:
    """Return what a choice was, to stand after `you`: `asked Leslie for five people to call`.

    Other languages than English name it between quotation marks, for a clause cannot be turned there from I to you.
    """
    if not turns(scenario):
        return quoted(typographic(choice.label or choice.text))
    words = typographic(of_you(clause(choice)))
    return words.removeprefix("you ")


def letter_of(session: Session, moment: int, choice: str) -> str:
    """Return the letter under which a choice was offered at a moment, from 0; empty where it was not."""
    offered = session.moments[moment].offered if moment < len(session.moments) else ()
    return letter(offered.index(choice)) if choice in offered else ""


def found(session: Session, column: Debrief, *, most: int = 3) -> tuple[Found, ...]:
    """Return so many findings at the most: what the votes show first, then what the story does."""
    seen = findings(session)
    made = []
    if seen.divided is not None:
        made.append(_divided(session, seen.divided))
    if seen.sure_and_wrong is not None and seen.sure_and_wrong.wrong > 1:  # one person is no finding
        made.append(_sure_and_wrong(session, seen.sure_and_wrong))
    if seen.moved is not None and seen.moved.people > 1:
        made.append(_moved(session, seen.moved))
    if column.dearest is not None:
        made.append(_turn(_("Dearest"), column.dearest, session.setup.scenario))
    if column.best is not None:
        made.append(_turn(_("Best"), column.best, session.setup.scenario))
    return tuple(made[:most])


def finding(session: Session, column: Debrief) -> tuple[str, int | None]:
    """Return the one sentence that most deserves to be talked about, and its moment, from 0, if it is about one."""
    seen = findings(session)
    sure, moved, divided = seen.sure_and_wrong, seen.moved, seen.divided
    if sure is not None and 2 * sure.wrong > sure.sure:
        return _("You were surest where you were wrong"), sure.moment
    if moved is not None and 4 * moved.people >= moved.twice and moved.people > 1:
        return talking_moved(moved.people), moved.moment
    if divided is not None:
        first, second = divided.counts
        return _("You were split at moment {moment}, {first} to {second}", moment=divided.moment + 1, first=first, second=second), divided.moment
    return turning(column), column.dearest.moment if column.dearest is not None else None


def talking_moved(people: int) -> str:
    """Return how many changed their mind, as a headline."""
    return n_("Talking moved one of you", "Talking moved {number} of you", people, number=number(people))


def turning(column: Debrief) -> str:
    """Return what the story shows in one sentence: what one choice cost, and what one earned."""
    dearest, best = column.dearest, column.best
    if dearest is not None and best is not None:
        return _("One choice cost {cost}, and one earned {earned}", cost=-dearest.amount, earned=best.amount)
    if best is not None:
        return _("Nothing was lost, and one choice earned {earned}", earned=best.amount)
    if dearest is not None:
        return _("One choice cost {cost}", cost=-dearest.amount)
    return _("Nobody has moved an inch yet")


def _divided(session: Session, seen: Divided) -> Found:
    known = session.setup.scenario
    first, second = known.choice(seen.first), known.choice(seen.second)
    one, other = seen.counts
    marks = [letter_of(session, seen.moment, choice.id) for choice in (first, second)]
    both = _("{first}, or {second}", first=first.label, second=second.label) if first.label and second.label else deed(first, known)
    return Found(
        _("Most divided"), str(seen.moment + 1), MOMENT,
        _("{first} or {second}: {one} to {other}", first=marks[0], second=marks[1], one=one, other=other), both,
        # Translators: {first} and {second} are what the choices are called, between quotation marks
        sentence(_(
            "At moment {moment}, {one} of you {first}, and {other} {second}", moment=seen.moment + 1,
            one=_some(one), first=deed(first, known), other=_some(other), second=deed(second, known),
        )),
        seen.moment,
    )


def _sure_and_wrong(session: Session, seen: SureAndWrong) -> Found:
    choice = session.setup.scenario.choice(seen.choice)
    return Found(
        _("Sure and wrong"), str(seen.moment + 1), MOMENT,
        _("{wrong} of {sure} quite sure", wrong=seen.wrong, sure=seen.sure), choice.label or deed(choice, session.setup.scenario),
        # Translators: {deed} is what the choice is called, between quotation marks
        sentence(_(
            "At moment {moment}, {wrong} of the {sure} who were quite sure were wrong: most of them {deed}",
            moment=seen.moment + 1, wrong=number(seen.wrong), sure=number(seen.sure), deed=deed(choice, session.setup.scenario),
        )),
        seen.moment,
    )


def _moved(session: Session, seen: Moved) -> Found:
    choice = session.setup.scenario.choice(seen.to)
    letter = letter_of(session, seen.moment, seen.to)
    return Found(
        _("Moved by talk"), str(seen.people), PEOPLE,
        _("of {twice}, moment {moment}", twice=seen.twice, moment=seen.moment + 1),
        _("to {letter}: {deed}", letter=letter, deed=choice.label or deed(choice, session.setup.scenario)),
        # Translators: {deed} is what the choice is called, between quotation marks; {people} is two or more
        sentence(_(
            "At moment {moment}, talking moved {people} of {twice}, most of all to {letter}: you {deed}",
            moment=seen.moment + 1, people=number(seen.people), twice=number(seen.twice), letter=letter, deed=deed(choice, session.setup.scenario),
        )),
        seen.moment,
    )


def _turn(label: str, turn: Turn, scenario: Scenario) -> Found:
    signed = f"+{turn.amount}" if turn.amount > 0 else f"−{-turn.amount}"
    # Translators: {deed} is what the choice is called, between quotation marks
    told = (
        _("At moment {moment}, you {deed}. It earned {points} in all", moment=turn.moment + 1, deed=deed(turn.choice, scenario), points=turn.amount)
        if turn.amount > 0 else
        _("At moment {moment}, you {deed}. It cost {points} in all", moment=turn.moment + 1, deed=deed(turn.choice, scenario), points=-turn.amount)
    )
    return Found(
        label, signed, "", _("at moment {moment}", moment=turn.moment + 1), turn.choice.label or deed(turn.choice, scenario),
        sentence(told), turn.moment,
    )
