"""What a moment cost or brought, and when that showed, as the columnist says it: no sentence of many slots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.language import _, n_
from game.story.column_dates import when
from game.story.column_words import listed, number
from game.story.ledger import Entry, Kind, of_moment, total
from game.story.playthrough import Moment, State
from game.story.typography import capital


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
        points, many = self.points, len(self.people)
        words, people = number(points), number(many)
        if known and set(self.people) == set(known):
            # Translators: points of capital, as in “It cost you six with Leslie there and then, and two more later.”
            return n_("one more", "{points} more", points, points=words)
        if points == many > 2:
            if known:
                return _("one more point with each of {number} people", number=people)
            return _("one point with each of {number} people", number=people)
        if many > 2:
            if known:
                return _("{points} more among {number} people", points=words, number=people)
            # Translators: points of capital, as in “It cost you eleven among four people, there and then.”
            return _("{points} among {number} people", points=words, number=people)
        if known:
            return n_("one more with {people}", "{points} more with {people}", points, points=words, people=listed(self.people))
        # Translators: points of capital, as in “It cost you six with Leslie, there and then.”; {people} are names
        return n_("one point with {people}", "{points} with {people}", points, points=words, people=listed(self.people))


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
        # Translators: {sum} is such as “six with Leslie”, also in the messages that follow
        return _("It cost you {sum}, there and then.", sum=now[0].phrase()) if now else ""
    bill = bills[0]
    if not now:
        earned = total(entry for entry in counted(state, moment) if entry.kind is Kind.CHOICE)
        looked = _("It even earned you {points} at the time.", points=number(earned)) if earned > 0 else _("It looked free.")
        # Translators: {when} is such as “later” or “when the promise came due”
        came = _("The bill came {when}: {sum}.", when=bill.when, sum=bill.phrase())
        return " ".join((looked, came, *_others(bills[1:], lost=True)))
    begun, more = now[0].phrase(), bill.phrase(known=now[0].people)
    if set(now[0].people) == set(bill.people):
        told = _("It cost you {sum} there and then, and {more} {when}.", sum=begun, more=more, when=bill.when)
    else:
        # Translators: {When} is {when} at the beginning of a sentence
        told = _("It cost you {sum} there and then. {When} it was {more}.", sum=begun, When=capital(bill.when), more=more)
    return " ".join((told, *_others(bills[1:], lost=True)))


def gain(state: State, moment: int) -> str:
    """Return what a moment brought, and when that showed; empty where it brought nothing."""
    sums = _sums(state, counted(state, moment), 1)
    now, later = [each for each in sums if not each.when], [each for each in sums if each.when]
    if not later:
        return _("It earned you {sum}.", sum=now[0].phrase()) if now else ""
    first = later[0]
    if not now:
        told = _("Nothing showed at the time. {When} it was worth {sum}.", When=capital(first.when), sum=first.phrase())
    else:
        begun, more = now[0].phrase(), first.phrase(known=now[0].people)
        if set(now[0].people) == set(first.people):
            told = _("It earned you {sum}, and {more} {when}.", sum=begun, more=more, when=first.when)
        else:
            told = _("It earned you {sum}. {When} there came {more}.", sum=begun, When=capital(first.when), more=more)
    return " ".join((told, *_others(later[1:], lost=False)))


def _others(sums: Sequence[_Sum], *, lost: bool) -> Iterable[str]:
    """Yield a sentence on what else showed later, if there is any."""
    if len(sums) == 1:
        points, when_ = sums[0].points, sums[0].when
        words = sums[0].phrase().replace("one point", "one")
        if lost:
            yield n_("Another {sum} went {when}.", "Another {sum} went {when}.", points, sum=words, when=when_)
        else:
            yield n_("Another {sum} came {when}.", "Another {sum} came {when}.", points, sum=words, when=when_)
    elif sums:
        points = sum(each.points for each in sums)
        if lost:
            yield n_("Another {points} went after that.", "Another {points} went after that.", points, points=number(points))
        else:
            yield n_("Another {points} came after that.", "Another {points} came after that.", points, points=number(points))


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
        return owned, _("And you owned it: with {name}, all of it came back.", name=name)
    # Translators: {points} and {of} are numbers in words: “six of the nine came back”
    return owned, _("And you owned it: {points} of the {of} came back from {name}.", points=number(amount), of=number(loss), name=name)
