"""What a moment cost or brought, and when that showed, as the columnist says it: no sentence of many slots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.story.column_dates import when
from game.story.column_words import listed, number
from game.story.ledger import Entry, Kind, of_moment, total
from game.story.playthrough import Moment, State


def counted(state: State, moment: int) -> tuple[Entry, ...]:
    """Return the entries of a moment without the cost of a granted ask, which bought something."""
    return tuple(entry for entry in of_moment(state.ledger, moment) if entry.kind is not Kind.COST)


def worth_of(state: State, moment: int) -> int:
    """Return all that a moment brought, at once and later, without the cost of a granted ask; in points."""
    return total(counted(state, moment))


@dataclass(frozen=True, slots=True)
class _Sum:
    """Points that showed at one time."""

    when: str
    """Empty for at once."""
    people: tuple[str, ...]
    """The one most concerned first."""
    points: int

    def phrase(self, *, known: tuple[str, ...] = ()) -> str:
        """Return `six with Leslie`, `nine with Leslie and Priya`, `eleven among four people`, or `twelve more`."""
        points = "one point" if self.points == 1 and not known else number(self.points)
        if known and set(self.people) == set(known):
            return f"{points} more"
        more = f"{points} more" if known else points
        if self.points == len(self.people) > 2:
            return f"one {'more ' if known else ''}point with each of {number(self.points)} people"
        return f"{more} with {listed(self.people)}" if len(self.people) < 3 else f"{more} among {number(len(self.people))} people"


def _sums(state: State, entries: Iterable[Entry], sign: int) -> list[_Sum]:
    """Return the sums by when they showed; only of those people whose sum has the sign."""
    groups: dict[str, dict[str, int]] = {}
    for entry in entries:
        showed = "" if entry.kind is Kind.CHOICE else when(state, entry)
        people = groups.setdefault(showed, {})
        people[entry.person] = people.get(entry.person, 0) + entry.amount
    found = []
    for showed, people in groups.items():
        signed = sorted(((abs(points), who) for who, points in people.items() if points * sign > 0), key=lambda each: -each[0])
        if signed:
            names = tuple(state.scenario.people[who].short for _, who in signed)
            found.append(_Sum(showed, names, sum(points for points, _ in signed)))
    return found


def cost(state: State, moment: int) -> str:
    """Return what a moment cost, and when that showed; empty where it cost nothing."""
    sums = _sums(state, counted(state, moment), -1)
    now, bills = [each for each in sums if not each.when], [each for each in sums if each.when]
    if not bills:
        return f"It cost you {now[0].phrase()}, there and then." if now else ""
    bill = bills[0]
    if not now:
        earned = total(entry for entry in counted(state, moment) if entry.kind is Kind.CHOICE)
        looked = f"It even earned you {number(earned)} at the time." if earned > 0 else "It looked free."
        return f"{looked} The bill came {bill.when}: {bill.phrase()}.{_others(bills[1:], 'went')}"
    return _two(f"It cost you {now[0].phrase()} there and then", now[0], bill, "it was") + _others(bills[1:], "went")


def gain(state: State, moment: int) -> str:
    """Return what a moment brought, and when that showed; empty where it brought nothing."""
    sums = _sums(state, counted(state, moment), 1)
    now, later = [each for each in sums if not each.when], [each for each in sums if each.when]
    if not later:
        return f"It earned you {now[0].phrase()}." if now else ""
    first = later[0]
    if not now:
        return f"Nothing showed at the time. {_capital(first.when)} it was worth {first.phrase()}.{_others(later[1:], 'came')}"
    return _two(f"It earned you {now[0].phrase()}", now[0], first, "there came") + _others(later[1:], "came")


def _two(begun: str, now: _Sum, later: _Sum, verb: str) -> str:
    """Return one sentence where the same people are meant, and two where others come in."""
    if set(now.people) == set(later.people):
        return f"{begun}, and {later.phrase(known=now.people)} {later.when}."
    return f"{begun}. {_capital(later.when)} {verb} {later.phrase(known=now.people)}."


def _others(sums: Sequence[_Sum], verb: str) -> str:
    if not sums:
        return ""
    if len(sums) == 1:
        return f" Another {sums[0].phrase().replace('one point', 'one')} {verb} {sums[0].when}."
    return f" Another {number(sum(each.points for each in sums))} {verb} after that."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def repair(state: State, broken: Moment) -> tuple[int, str]:
    """Return the moment in which a break was owned, and a sentence with both amounts; -1 and nothing where it was not."""
    lost: dict[str, int] = {}
    for entry in counted(state, broken.index):
        lost[entry.person] = lost.get(entry.person, 0) + entry.amount
    found = (0, -1, "")
    for moment in state.moments[broken.index + 1 :]:
        if moment.choice.honours != "own-it":
            continue
        back: dict[str, int] = {}
        for entry in counted(state, moment.index):
            back[entry.person] = back.get(entry.person, 0) + entry.amount
        for person, amount in back.items():
            if amount > found[0] and 4 * amount >= -lost.get(person, 0) > 0:
                found = amount, moment.index, person
    amount, owned, person = found
    if owned < 0:
        return -1, ""
    name, loss = state.scenario.people[person].short, -lost[person]
    if amount >= loss:
        return owned, f"And you owned it: with {name}, all of it came back."
    return owned, f"And you owned it: {number(amount)} of the {number(loss)} came back from {name}."
