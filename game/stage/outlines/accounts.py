"""What happened to the accounts: at once, asked for, come later, promised."""

from __future__ import annotations

from collections.abc import Iterable

from game.language import _
from game.stage.outline import Node, Outline, paragraph
from game.stage.outlines.scripts import here, stands
from game.stage.views import AccountBeat, Asked, BillBeat, Change, PromiseBeat, Setting, Spoken
from game.stage.wording import clock


def account(beat: AccountBeat, setting: Setting, seen: Spoken | None) -> Outline:
    """Return what a choice did at once, and the columnist's note unless she holds it back."""
    nodes = [*here(setting), paragraph(_("You: {said}", said=beat.said), quiet=True, printed=beat.said)]
    nodes += stands(seen, True)
    if beat.ask:
        nodes.append(paragraph(asked_in_words(beat.ask), printed=verdict(beat.ask)))
        nodes.append(paragraph(meaning(beat.ask), quiet=True))
    nodes += changes(beat.changes)
    if beat.promised:
        nodes.append(paragraph(_("Your word: {promise}", promise=beat.promised), printed=beat.promised))
    if beat.note:
        nodes.append(_note(beat.note))
    if beat.principle:
        honoured = _("{principle}: honoured.", principle=beat.principle)
        broken = _("{principle}: broken.", principle=beat.principle)
        nodes.append(paragraph(honoured if beat.honoured else broken))
    return tuple(nodes)


def bill(beat: BillBeat, seen: Spoken | None) -> Outline:
    """Return what an earlier choice brings now, and from when it comes."""
    cause = _("This comes from {when}, when you chose: {said}", when=clock(beat.cause), said=beat.said)
    nodes = [*here(beat.setting), *stands(seen, beat.figures), paragraph(cause, printed=beat.said)]
    nodes += [paragraph(because) for because in beat.because]
    if beat.figures:
        nodes += changes(beat.changes)
    if beat.note:
        nodes.append(_note(beat.note))
    return tuple(nodes)


def promise(beat: PromiseBeat, setting: Setting, seen: Spoken | None) -> Outline:
    """Return a promise kept, or one that the end found open."""
    kept = _("Your word to {name}: {promise} Kept.", name=beat.to.short, promise=beat.text)
    broken = _("Your word to {name}: {promise} Not kept.", name=beat.to.short, promise=beat.text)
    nodes = [*here(setting), *stands(seen, beat.figures), paragraph(kept if beat.kept else broken, printed=beat.text)]
    if beat.because:
        nodes.append(paragraph(beat.because))
    if beat.figures:
        nodes += changes(beat.changes)
    return tuple(nodes)


def changes(found: Iterable[Change]) -> Iterable[Node]:
    """Return a sentence an account; only the first is printed with its label."""
    for number, change in enumerate(found):
        printed = f"{_('Capital with {name}', name=change.who.short)}\n{change.who.short}"
        yield paragraph(change_in_words(change), printed=printed, follows=number > 0)


def change_in_words(change: Change) -> str:
    """Return `Capital with Leslie: 8, now 14 (+6).`"""
    return _(
        "Capital with {name}: {before}, now {after} ({amount}).", name=change.who.short, before=change.before,
        after=change.after, amount=f"{change.amount:+}",
    )


def asked_in_words(ask: Asked) -> str:
    """Return what was asked, what was held, and what became of it."""
    values = {"cost": ask.cost, "name": ask.who.short, "held": ask.held}
    if ask.granted:
        return _("Granted: you asked {cost} of {name}, and held {held}.", **values)
    return _("Not yours to ask: you asked {cost} of {name}, and held {held}.", **values)


def verdict(ask: Asked) -> str:
    """Return what became of an ask, in two or three words."""
    return _("Granted") if ask.granted else _("Not yours to ask")


def meaning(ask: Asked) -> str:
    """Return what the verdict means for the account."""
    if ask.granted:
        return _("Spent, and well spent: it bought something, and counts for you at the end.")
    return _("{name} had not offered it. Asking for it has a price of its own.", name=ask.who.short)


def _note(text: str) -> Node:
    return paragraph(_("The columnist: {note}", note=text), printed=text)
