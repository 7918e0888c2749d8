"""Looking back: every moment so far, and what might have been said instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.language import _
from game.stage.outline import Node, Outline, choices, heading, paragraph
from game.stage.views import said
from game.story.debrief import WhatIf
from game.story.model import Choice


def moments(title: str, rows: Iterable[tuple[str, str]], cursor: int, meaning: str) -> Outline:
    """Return a row a moment, each with when it was and what was chosen; or that there is none yet."""
    told = [_("{when}: {said}", when=when, said=chose) for when, chose in rows]
    if not told:
        return heading(title), paragraph(_("You have not chosen anything yet."))
    return (heading(title), *choices(told, cursor), paragraph(meaning))


def what_if(number: int, choice: Choice, mine: WhatIf, ways: Sequence[tuple[Choice, WhatIf | None]], cursor: int,
            reaction: str) -> Outline:
    """Return what was said at a moment, and the other ways; `number` is the moment's, from 1."""
    was = _("Moment {n}. You: {said} {figure}.", n=number, said=said(choice), figure=_whole(mine))
    nodes: list[Node] = [heading(_("Take one sentence back")), paragraph(was, printed=said(choice))]
    told = [said(way) if seen is None else f"{said(way)} {_whole(seen)}." for way, seen in ways]
    nodes += choices(told, cursor, printed=[said(way) for way, _seen in ways])
    if reaction:
        nodes.append(paragraph(reaction, follows=True))
    return tuple(nodes)


def _whole(found: WhatIf) -> str:
    return f"{found.at_once + found.later:+d}"
