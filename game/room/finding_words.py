"""What a room learnt about itself, in words and figures: for the projector, the phones and the page to hand out."""

from __future__ import annotations

from dataclasses import dataclass

from game.room.findings import Divided, Moved, SureAndWrong, findings
from game.room.session import Session
from game.room.setup import letter
from game.story.column_words import clause, number, of_you, sentence
from game.story.debrief import Debrief, Turn
from game.story.model import Choice
from game.story.typography import typographic


@dataclass(frozen=True, slots=True)
class Found:
    """One finding."""

    label: str
    """Two or three words: `Most divided`."""
    figure: str
    """What is printed large."""
    unit: str
    """What the figure counts, in one word; empty where the sign says it."""
    counts: str
    """One short line: `B or D: 11 to 6`."""
    deed: str
    """What was done, as `asked Leslie for five people to call`."""
    text: str
    """The whole of it in one or two sentences."""
    moment: int
    """From 0."""


def deed(choice: Choice) -> str:
    """Return what a choice was, to stand after `you`: `asked Leslie for five people to call`."""
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
        made.append(_turn("Dearest", column.dearest))
    if column.best is not None:
        made.append(_turn("Best", column.best))
    return tuple(made[:most])


def finding(session: Session, column: Debrief) -> tuple[str, int | None]:
    """Return the one sentence that most deserves to be talked about, and its moment, from 0, if it is about one."""
    seen = findings(session)
    sure, moved, divided = seen.sure_and_wrong, seen.moved, seen.divided
    if sure is not None and 2 * sure.wrong > sure.sure:
        return "You were surest where you were wrong", sure.moment
    if moved is not None and 4 * moved.people >= moved.twice and moved.people > 1:
        return f"Talking moved {number(moved.people)} of you", moved.moment
    if divided is not None:
        first, second = divided.counts
        return f"You were split at moment {divided.moment + 1}, {first} to {second}", divided.moment
    return turning(column), column.dearest.moment if column.dearest is not None else None


def turning(column: Debrief) -> str:
    """Return what the story shows in one sentence: what one choice cost, and what one earned."""
    dearest, best = column.dearest, column.best
    if dearest is not None and best is not None:
        return f"One choice cost {-dearest.amount}, and one earned {best.amount}"
    if best is not None:
        return f"Nothing was lost, and one choice earned {best.amount}"
    if dearest is not None:
        return f"One choice cost {-dearest.amount}"
    return "Nobody has moved an inch yet"


def _divided(session: Session, seen: Divided) -> Found:
    known = session.setup.scenario
    first, second = known.choice(seen.first), known.choice(seen.second)
    one, other = seen.counts
    marks = [letter_of(session, seen.moment, choice.id) for choice in (first, second)]
    both = f"{first.label}, or {second.label}" if first.label and second.label else deed(first)
    return Found(
        "Most divided", str(seen.moment + 1), "moment", f"{marks[0]} or {marks[1]}: {one} to {other}", both,
        sentence(f"At moment {seen.moment + 1}, {number(one)} of you {deed(first)}, and {number(other)} {deed(second)}"),
        seen.moment,
    )


def _sure_and_wrong(session: Session, seen: SureAndWrong) -> Found:
    choice = session.setup.scenario.choice(seen.choice)
    return Found(
        "Sure and wrong", str(seen.moment + 1), "moment", f"{seen.wrong} of {seen.sure} quite sure", choice.label or deed(choice),
        sentence(f"At moment {seen.moment + 1}, {number(seen.wrong)} of the {number(seen.sure)} who were quite sure were wrong: most of them {deed(choice)}"),
        seen.moment,
    )


def _moved(session: Session, seen: Moved) -> Found:
    choice = session.setup.scenario.choice(seen.to)
    letter = letter_of(session, seen.moment, seen.to)
    return Found(
        "Moved by talk", str(seen.people), "people",
        f"of {seen.twice}, moment {seen.moment + 1}", f"to {letter}: {choice.label or deed(choice)}",
        sentence(
            f"At moment {seen.moment + 1}, talking moved {number(seen.people)} of {number(seen.twice)}, "
            f"most of all to {letter}: you {deed(choice)}"
        ),
        seen.moment,
    )


def _turn(label: str, turn: Turn) -> Found:
    signed = f"+{turn.amount}" if turn.amount > 0 else f"−{-turn.amount}"
    brought = f"earned {turn.amount}" if turn.amount > 0 else f"cost {-turn.amount}"
    return Found(
        label, signed, "", f"at moment {turn.moment + 1}", turn.choice.label or deed(turn.choice),
        sentence(f"At moment {turn.moment + 1}, you {deed(turn.choice)}. It {brought} in all"), turn.moment,
    )
