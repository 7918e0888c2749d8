"""How a room plays, as rows: what can be changed, its values in words, and what each does to a room."""

from __future__ import annotations

from dataclasses import dataclass

from game.room.session import Session, Step
from game.room.setup import MOST_TABLES
from game.room.taking import Rule, Tie

Value = bool | int | str


@dataclass(frozen=True, slots=True)
class Kind:
    """One value that a row may have."""

    value: Value
    name: str
    does: str
    """What it does to a room, in a sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be changed; `field` is that of `setup.Manner`."""

    field: str
    title: str
    kinds: tuple[Kind, ...]


def _tables(count: int) -> Kind:
    if not count:
        return Kind(0, "none", "Everybody votes alone.")
    name = "one table" if count == 1 else f"{count} tables"
    return Kind(count, name, "Each table has one vote; at the end they are compared.")


ROWS = (
    Row("whole", "What is played", (
        Kind(False, "the cut", "About seven moments that make a whole."),
        Kind(True, "all of it", "Every moment of the scenario: it takes longer."),
    )),
    Row("say_first", "Say it first", (
        Kind(False, "no", "The answers show as soon as the scene is told."),
        Kind(True, "yes", "First each says aloud, or types, what they would say."),
    )),
    Row("sure", "How sure are you", (
        Kind(False, "not asked", "Phones ask for an answer, and no more."),
        Kind(True, "asked", "Phones ask how sure one is; it is never scored."),
    )),
    Row("names", "Names", (
        Kind(False, "not asked", "Nobody is asked who they are."),
        Kind(True, "if you like", "Phones ask for a name; only the facilitator sees it."),
    )),
    Row("tables", "Tables", tuple(_tables(count) for count in range(MOST_TABLES + 1))),
    Row("rule", "What decides", (
        Kind(Rule.MAJORITY.value, "most votes", "The story takes what most of you say."),
        Kind(Rule.FACILITATOR.value, "facilitator", "You look at the votes, and the facilitator picks."),
        Kind(Rule.LOT.value, "a lot", "A lot is drawn; each vote is a ticket."),
        Kind(Rule.TEMPTING.value, "the tempting", "The story takes the mistake that tempted most."),
    )),
    Row("tie", "When level", (
        Kind(Tie.LOT.value, "a lot", "A lot is drawn between those that are level."),
        Kind(Tie.FACILITATOR.value, "facilitator", "The facilitator picks one of those that are level."),
        Kind(Tie.TEMPTING.value, "the tempting", "Of those that are level, the tempting one."),
    )),
)  # fmt: skip
BEFORE_FIRST = "Settled before the first scene."
ONLY_MAJORITY = "Counts only where most votes decide."


def rows_of(session: Session) -> tuple[Row, ...]:
    """Return the rows that this room has: what is played can be changed only where there is a cut."""
    return ROWS if session.setup.other is not None else ROWS[1:]


def held(session: Session, row: Row) -> int:
    """Return which of a row's values holds, from 0."""
    value = getattr(session.manner, row.field)
    return next((number for number, kind in enumerate(row.kinds) if kind.value == value), 0)


def fixed(session: Session, row: Row) -> bool:
    """Return whether a row cannot be changed any more."""
    if row.field == "whole":
        return session.step is not Step.LOBBY or session.started is not None
    if row.field == "tables":
        return bool(session.moments)
    return session.step is Step.CLOSED


def says(session: Session, row: Row) -> str:
    """Return the sentence beside a row: what its value does, or why it does nothing now."""
    kind = row.kinds[held(session, row)]
    if row.field == "tie" and session.manner.rule is not Rule.MAJORITY:
        return ONLY_MAJORITY
    if fixed(session, row) and row.field in ("whole", "tables"):
        return f"{kind.does} {BEFORE_FIRST}"
    return kind.does
