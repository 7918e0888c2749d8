"""How a room plays, as rows: what can be changed, its values in words, and what each does to a room."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_, _, n_
from game.room.session import Session, Step
from game.room.setup import MOST_TABLES
from game.room.taking import Rule, Tie

Value = bool | int | str


@dataclass(frozen=True, slots=True)
class Kind:
    """One value that a row may have."""

    value: Value
    name: str
    """In English, translated where it is shown; empty for a number of tables."""
    does: str
    """What it does to a room, in a sentence, in English as well."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be changed; `field` is that of `setup.Manner`."""

    field: str
    title: str
    kinds: tuple[Kind, ...]


def _tables(count: int) -> Kind:
    if not count:
        return Kind(0, N_("none"), N_("Everybody votes alone."))
    return Kind(count, "", N_("Each table has one vote; at the end they are compared."))


def named(kind: Kind) -> str:
    """Return a value in the language that is spoken."""
    return _(kind.name) if kind.name else n_("one table", "{n} tables", int(kind.value))


ROWS = (
    Row("whole", N_("What is played"), (
        Kind(False, N_("the cut"), N_("About seven moments that make a whole.")),
        Kind(True, N_("all of it"), N_("Every moment of the scenario: it takes longer.")),
    )),
    Row("say_first", N_("Say it first"), (
        Kind(False, N_("no"), N_("The answers show as soon as the scene is told.")),
        Kind(True, N_("yes"), N_("First each says aloud, or types, what they would say.")),
    )),
    Row("sure", N_("How sure are you"), (
        Kind(False, N_("not asked"), N_("Phones ask for an answer, and no more.")),
        Kind(True, N_("asked"), N_("Phones ask how sure one is; it is never scored.")),
    )),
    Row("names", N_("Names"), (
        Kind(False, N_("not asked"), N_("Nobody is asked who they are.")),
        Kind(True, N_("if you like"), N_("Phones ask for a name; only the facilitator sees it.")),
    )),
    Row("tables", N_("Tables"), tuple(_tables(count) for count in range(MOST_TABLES + 1))),
    Row("rule", N_("What decides"), (
        Kind(Rule.MAJORITY.value, N_("most votes"), N_("The story takes what most of you say.")),
        Kind(Rule.FACILITATOR.value, N_("facilitator"), N_("You look at the votes, and the facilitator picks.")),
        Kind(Rule.LOT.value, N_("a lot"), N_("A lot is drawn; each vote is a ticket.")),
        Kind(Rule.TEMPTING.value, N_("the tempting"), N_("The story takes the mistake that tempted most.")),
    )),
    Row("tie", N_("When level"), (
        Kind(Tie.LOT.value, N_("a lot"), N_("A lot is drawn between those that are level.")),
        Kind(Tie.FACILITATOR.value, N_("facilitator"), N_("The facilitator picks one of those that are level.")),
        Kind(Tie.TEMPTING.value, N_("the tempting"), N_("Of those that are level, the tempting one.")),
    )),
    Row("timed", N_("A time to talk"), (
        Kind(True, N_("offered"), N_("A clock offers a time for talking; nothing ends when it is over.")),
        Kind(False, N_("no clock"), N_("You talk for as long as you like.")),
    )),
)  # fmt: skip
BEFORE_FIRST = N_("Settled before the first scene.")
ONLY_MAJORITY = N_("Counts only where most votes decide.")


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
        return _(ONLY_MAJORITY)
    if fixed(session, row) and row.field in ("whole", "tables"):
        return f"{_(kind.does)} {_(BEFORE_FIRST)}"
    return _(kind.does)
