"""The pages of a play on which people talk: the scene, the reaction, the ending, an earlier moment."""

from __future__ import annotations

from collections.abc import Iterable

from game.language import _
from game.stage.components import standing_word
from game.stage.outline import Node, Outline, Role, choices, heading, paragraph
from game.stage.views import EndingBeat, ReactionBeat, SceneBeat, Setting, Spoken, Told, Who
from game.stage.wording import clock, moment_of


def script(lines: Iterable[Told | Spoken], *, quiet: bool = False) -> Outline:
    """Return what is told and said, a thing a paragraph."""
    return tuple(_told(line, quiet) if isinstance(line, Told) else _spoken(line, quiet) for line in lines)


def _told(line: Told, quiet: bool) -> Node:
    return paragraph(line.text, quiet=quiet)


def _spoken(line: Spoken, quiet: bool) -> Node:
    who = line.who
    return Node(Role.LINE, line.text, speaker=who.id, name=who.name, manner=line.manner, quiet=quiet)


def here(setting: Setting, *, quiet: bool = True) -> Outline:
    """Return the head of a page of a play: when and where, and which moment of about how many."""
    return heading(clock(setting), quiet=quiet), paragraph(moment_of(setting), quiet=True, follows=True)


def stands(seen: Spoken | None, figures: bool) -> Outline:
    """Return who is seen in the picture, and how things stand with them."""
    return () if seen is None else (paragraph(standing_of(seen.who, figures=figures), quiet=True, printed=seen.who.short),)


def standing_of(who: Who, *, figures: bool = True) -> str:
    """Return a person with their standing and capital, or with their role where no figures are shown."""
    if not figures or who.capital is None or who.standing is None:
        return _("{name}, {role}", name=who.name, role=who.role)
    return _(
        "{name}: {standing}, capital {capital}", name=who.name, standing=standing_word(who.standing), capital=who.capital
    )


def scene(beat: SceneBeat, cursor: int | None, seen: Spoken | None, figures: bool) -> Outline:
    """Return a scene: when and where, what is told and said, then what can be said."""
    told = script(beat.script, quiet=beat.short)  # told on the pages before
    offers = choices((option.text for option in beat.options), cursor)
    return (*here(beat.setting, quiet=False), *stands(seen, figures), *told, *offers)


def reaction(beat: ReactionBeat, setting: Setting, seen: Spoken | None, figures: bool) -> Outline:
    """Return what was said, and how it was taken."""
    said = paragraph(_("You: {said}", said=beat.said), printed=beat.said)
    return (*here(setting), *stands(seen, figures), said, *script(beat.script))


def ending(beat: EndingBeat, seen: Spoken | None, figures: bool) -> Outline:
    """Return the last scene under its title."""
    return (heading(beat.title), *here(beat.setting)[:1], *stands(seen, figures), *script(beat.script))


def past(beat: SceneBeat, said: str) -> Outline:
    """Return an earlier moment once more, and what was chosen there."""
    once = _("Once more: {when}", when=clock(beat.setting))
    chose = paragraph(_("You: {said}", said=said), printed=said)
    return (heading(once, quiet=True), *here(beat.setting)[1:], *script(beat.script), chose)
