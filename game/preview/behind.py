"""What a player does not see: the accounts, what is still to come, and the conditions that hide something here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.stage.views import said
from game.story.condition import ALWAYS, AtLeast, Condition, holds, leaves
from game.story.ledger import Entry
from game.story.playthrough import State
from game.studio.manuscript.blocks import words_of

ENTRIES = 6
"""Of the ledger, the newest."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the panel: what it says at the left, and a figure or a word at its end."""

    text: str
    tail: str = ""
    small: bool = False
    """Whether it explains the line above."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


def ledger_of(state: State) -> tuple[Section, ...]:
    """Return the accounts, the newest entries, what is deferred, open promises and what is remembered."""
    scenario = state.scenario
    accounts = tuple(Line(person.short, _signed(state.capital(person.id), plus=False)) for person in scenario.accounts)
    entries = [line for entry in reversed(state.ledger[-ENTRIES:]) for line in _entry(state, entry)]
    pending = [
        Line(f"{_amounts(state, one.later.capital)}, in {one.later.at}", f"from {one.choice.id}") for one in state.pending
    ]
    words = [Line(word.promise.text, "kept" if word.kept_at is not None else "open") for word in state.words.values()]
    flags = sorted(name for kind, name in state.markers if kind == "flag")
    sections = [
        Section("Accounts", accounts), Section("Newest entries", tuple(entries)), Section("Still to come", tuple(pending)),
        Section("Promises", tuple(words)), Section("Flags", (Line(", ".join(flags)),) if flags else ()),
    ]
    return tuple(section for section in sections if section.lines)


def hidden_in(state: State) -> tuple[Section, ...]:
    """Return the choices that are not offered here and the parts that are not told, with what they wait for."""
    here = state.here
    choices: list[Line] = []
    for choice in here.choices:
        if choice.once and state.has(("chose", choice.id)):
            choices += [Line(said(choice)), Line("was chosen once already", small=True)]
        elif not holds(choice.when, state):
            choices += [Line(said(choice)), Line(waits_for(choice.when, state), small=True)]
    parts: list[Line] = []
    for part in here.script:
        if part.when != ALWAYS and not holds(part.when, state):
            first = part.paragraphs[0].text if part.paragraphs else ""
            parts += [Line(first), Line(waits_for(part.when, state), small=True)]
    ways = [
        line
        for choice in here.choices
        for way in choice.next
        if len(choice.next) > 1 and way.when != ALWAYS
        for line in (Line(f"{choice.id} leads to {way.to}", "now" if holds(way.when, state) else "not now"), Line(waits_for(way.when, state), small=True))
    ]
    sections = [Section("Not offered here", tuple(choices)), Section("Not told here", tuple(parts)), Section("Ways on", tuple(ways))]
    found = tuple(section for section in sections if section.lines)
    return found or (Section("Nothing is hidden here", (Line("Every choice is offered, and every part told."),)),)


def waits_for(condition: Condition, state: State) -> str:
    """Return a condition with the present values: `leslie >= 20 (leslie is 8)`."""
    return f"{words_of(condition)} ({', '.join(_facts(condition, state))})"


def _facts(condition: Condition, state: State) -> Iterable[str]:
    told: dict[str, None] = {}
    for leaf in leaves(condition):
        if isinstance(leaf, AtLeast):
            told.update((f"{person} is {state.capital(person)}", None) for person, _ in leaf.form)
        else:
            kind, name = leaf.marker
            told[f"{name if kind == 'flag' else f'{kind}.{name}'} is {'true' if state.has(leaf.marker) else 'false'}"] = None
    return told


def _entry(state: State, entry: Entry) -> tuple[Line, ...]:
    name = state.scenario.people[entry.person].short
    return Line(f"{name}, {entry.choice}", _signed(entry.amount)), *((Line(entry.reason, small=True),) if entry.reason else ())


def _amounts(state: State, amounts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{state.scenario.people[person].short} {_signed(amount)}" for person, amount in amounts)


def _signed(value: int, *, plus: bool = True) -> str:
    return f"{'+' if value > 0 and plus else ''}{value}".replace("-", "−")
