"""The address book: the people, and each account as a table."""

from __future__ import annotations

from game.language import _
from game.stage.bookview import Account, BookView, LedgerLine
from game.stage.components import standing_word
from game.stage.outline import Node, Outline, choices, heading, paragraph, row, table


def book(view: BookView, cursor: int) -> Outline:
    """Return the people, and the account of the one whose page is open."""
    title = heading(_("The address book"))
    if not view.people:
        return title, paragraph(_("You have met nobody yet. It is early."))
    told, printed = [person(account) for account in view.people], [account.who.short for account in view.people]
    return (title, *choices(told, cursor, printed=printed), ledger(view.people[cursor]))


def whole_book(view: BookView) -> Outline:
    """Return all people, each with their account."""
    title, *told = book(view, 0)
    if not view.people:
        return title, *told
    return (title, *(node for account in view.people for node in (paragraph(person(account)), ledger(account))))


def person(account: Account) -> str:
    """Return a person, how close they are, and what their account holds."""
    who = account.who
    if who.capital is None or who.standing is None:
        return _("{name}, {role}. The figures come after the column.", name=who.name, role=who.role)
    return _(
        "{name}, {role}. {standing}, capital {capital}. {asked}", name=who.name, role=who.role,
        standing=standing_word(who.standing), capital=who.capital, asked=account.asked,
    )


def ledger(account: Account) -> Node:
    """Return an account as a table."""
    heads = [_("When"), _("What it was"), _("Entry"), _("Sum")]
    return table("", heads, [_row(line) for line in account.lines])


def _row(line: LedgerLine) -> Node:
    when = f"{line.when} ({line.origin})" if line.origin else line.when
    what = f"{line.what}{'' if line.what[-1:] in '.!?”' else '.'}"
    label = f" {line.label}." if line.label else ""
    figures = ""
    if line.amount is not None:
        figures = " " + _("{amount}, which makes {total}.", amount=f"{line.amount:+}", total=line.total)
    cells = (
        when, f"{what}{label}", "" if line.amount is None else f"{line.amount:+}",
        "" if line.total is None else str(line.total),
    )
    return row(f"{when}: {what}{label}{figures}", cells, printed=line.what)
