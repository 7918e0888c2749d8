"""The pages around a play: the front page, the briefing, the welcome back, questions and notices, the credits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.language import _
from game.stage.outline import Outline, choices, heading, paragraph
from game.stage.outlines.scripts import script
from game.stage.views import SceneBeat, Spoken
from game.stage.wording import clock, moment_of

if TYPE_CHECKING:
    from game.stage.screens.briefing import Briefing


def briefing(data: Briefing) -> Outline:
    """Return who the player is, what they want and why it presses, and who is who."""
    you = _("You are {name}, {role}.", name=data.you.name, role=data.you.role)
    nodes = [
        heading(data.headline),
        paragraph(data.setting.title, quiet=True),
        paragraph(you),
        paragraph(data.summary),
        paragraph(_("What you want: {wants}.", wants=data.wants.rstrip(".")), printed=data.wants),
    ]
    if data.pressure:
        nodes.append(paragraph(_("Why it presses: {pressure}", pressure=data.pressure), printed=data.pressure))
    if data.cast:
        nodes.append(heading(_("Who is who:"), 2))
    nodes += [paragraph(_("{name}, {role}", name=who.name, role=who.role), printed=who.name) for who in data.cast]
    return tuple(nodes)


def resume(beat: SceneBeat, rows: Iterable[str], cursor: int, *, changed: str) -> Outline:
    """Return the page that welcomes back; `changed` tells that the scenario differs, or is empty."""
    said = [line for line in beat.script if isinstance(line, Spoken)][-1:]
    where = f"{beat.setting.title}. {clock(beat.setting)}. {moment_of(beat.setting)}."
    nodes = [
        heading(_("You were here, and it was your turn")),
        paragraph(clock(beat.setting), printed=f"{beat.setting.title} {clock(beat.setting)}"),
        paragraph(where, quiet=True),
    ]
    if changed:
        nodes.append(paragraph(changed))
    last = script([*said] or [*beat.script[-1:]])
    return (*nodes, *last, *choices(rows, cursor))


def question(title: str, told: Iterable[str], answers: Iterable[str], cursor: int) -> Outline:
    """Return what is asked, what to know before, and the answers."""
    return (heading(title), *(paragraph(line) for line in told), *choices(answers, cursor))


def notice(title: str, told: Iterable[str]) -> Outline:
    """Return a page that says something."""
    return (heading(title), *(paragraph(line) for line in told))


def makers(title: str, columns: Iterable[tuple[str, Iterable[tuple[str, str]]]], promise: str) -> Outline:
    """Return the columns of the credits, each under its name."""
    nodes = [heading(title)]
    for name, pieces in columns:
        nodes.append(heading(f"{name}:", 2))
        nodes += [paragraph(f"{head}: {text}") for head, text in pieces]
    return (*nodes, paragraph(promise))
