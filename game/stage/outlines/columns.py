"""The column: the letter, the reply, and the figures as tables."""

from __future__ import annotations

from collections.abc import Iterable

from game.language import _
from game.stage.outline import Node, Outline, Role, heading, paragraph, row, table
from game.stage.views import said
from game.story.debrief import Debrief, Turn
from game.story.vocabulary import PRINCIPLES

PRINTED = 9
"""So many principles have room on the page."""


def column(data: Debrief, finding: str, no_score: str, message: str) -> Outline:
    """Return the whole column.

    Args:
        finding: the headline of the figures.
        no_score: why there is none, where there is none.
        message: what became of a copy or a picture; empty for nothing.
    """
    letter, reply = data.letter, data.reply
    nodes = [heading(data.headline), heading(_("Your letter"), 2, quiet=True, follows=True)]
    nodes += [paragraph(each) for each in (letter.salutation, *letter.paragraphs, letter.signature)]
    nodes.append(heading(_("By the columnist"), 2))
    first, *rest = reply.paragraphs or ("",)
    nodes += [paragraph(each) for each in (f"{reply.salutation} {first}", *rest, reply.sign_off)]
    nodes += figures(data, finding, no_score)
    if message:
        nodes.append(Node(Role.STATUS, message))
    return tuple(nodes)


def figures(data: Debrief, finding: str, no_score: str) -> Outline:
    """Return the chart and the principles as tables, and the score, the moments and the promises as sentences."""
    nodes = [heading(finding, 2)]
    if data.chart:
        nodes.append(_chart(data))
    else:
        nodes.append(paragraph(_("No account changed.")))
    nodes += _turns(data)
    nodes += _promises(data)
    nodes.append(paragraph(_score(data, no_score), printed=no_score if data.score is None else _rank(data)))
    counted = [each for each in data.principles if each.honoured or each.broken]
    if counted:
        rows = [
            row(
                _("{principle}: honoured {honoured}, broken {broken}.", principle=PRINCIPLES[each.principle].name_shown,
                  honoured=each.honoured, broken=each.broken),
                (PRINCIPLES[each.principle].name_shown, str(each.honoured), str(each.broken)),
                printed=PRINCIPLES[each.principle].name_shown, follows=number >= PRINTED,
            )
            for number, each in enumerate(counted)
        ]
        nodes.append(table(_("Principles"), (_("Principle"), _("Honoured"), _("Broken")), rows))
    return tuple(nodes)


def _chart(data: Debrief) -> Node:
    most = max(len(each.values) for each in data.chart)
    heads = (_("Person"), _("At the start"), *(str(number) for number in range(1, most)))
    rows = [
        row(
            _("{name}: {values}.", name=each.name, values=", ".join(str(value) for value in each.values)),
            (each.name, *(str(value) for value in each.values)),
            follows=True,
        )
        for each in data.chart
    ]
    printed = "\n".join(_("Capital with {name}, at each moment", name=each.name) for each in data.chart)
    return table(_("Capital at each moment"), heads, rows, printed=printed)


def _score(data: Debrief, no_score: str) -> str:
    if data.score is None:
        return no_score
    whole = _("Score: {score} of 100.", score=data.score)
    return f"{whole} {_rank(data)}".strip()


def _rank(data: Debrief) -> str:
    if data.percentile is None:
        return ""
    if data.exact:
        return _("Better than {n} in 100 who answer at random.", n=data.percentile)
    return _("Better than {n} in 100 who answer at random, as far as it can be counted.", n=data.percentile)


def _turns(data: Debrief) -> Iterable[Node]:
    if data.dearest is not None:
        yield _turn(_("Dearest, at moment {n}: {said} {amount}.", **_values(data.dearest)), data.dearest)
    if data.best is not None:
        yield _turn(_("Best, at moment {n}: {said} {amount}.", **_values(data.best)), data.best)


def _values(turn: Turn) -> dict[str, object]:
    return {"n": turn.moment + 1, "said": said(turn.choice), "amount": f"{turn.amount:+d}"}


def _turn(text: str, turn: Turn) -> Node:
    return paragraph(text, printed=said(turn.choice))


def _promises(data: Debrief) -> Iterable[Node]:
    for each in data.promises:
        kept = _("Kept, your word to {name}: {promise}.", name=each.to, promise=each.text.rstrip("."))
        broken = _("Not kept, your word to {name}: {promise}.", name=each.to, promise=each.text.rstrip("."))
        yield paragraph(kept if each.kept else broken, follows=True)
    for because in data.unseen:
        yield paragraph(_("Never came to light: {because}", because=because), follows=True)
