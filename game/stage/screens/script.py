"""A script as galleys: narration, and lines with the name of who says them."""

from __future__ import annotations

from collections.abc import Sequence

from game.stage.components import Desk, kicker, quoted
from game.stage.page import Galley
from game.stage.typesetting import typographic
from game.stage.views import Spoken, Told


def script(
    desk: Desk, lines: Sequence[Told | Spoken], width: float, *, role: str = "speech"
) -> list[list[Galley]]:
    """Return the galleys of each paragraph, so that a page may begin with any of them."""
    palette = desk.theme.palette
    paragraphs: list[list[Galley]] = []
    speaker = ""
    for line in lines:
        if isinstance(line, Told):
            text = typographic(line.text)
            paragraphs.append(
                desk.setter.paragraph(text, desk.style("told"), palette.espresso, width, before=20)
            )
            speaker = ""
            continue
        galleys = []
        if line.who.short != speaker or line.direction:
            galleys.append(_name(desk, line).with_before(22, tied=True))
            said = quoted(desk, typographic(line.text), role, width)
            galleys.append(said[0].with_before(6))
            galleys += said[1:]
        else:
            said = quoted(desk, typographic(line.text), role, width, opened=True)
            galleys.append(said[0].with_before(6))
            galleys += said[1:]
        speaker = line.who.short
        paragraphs.append(galleys)
    return paragraphs


def _name(desk: Desk, line: Spoken) -> Galley:
    palette = desk.theme.palette
    size = desk.style("kicker").size
    name = kicker(desk, line.who.short, 0, size, palette.mocha)
    marks = [name]
    if line.direction:
        at = name.box.w + len(line.who.short) * size * 0.02 + 16
        marks.append(desk.setter.words(typographic(line.direction_shown or line.direction), desk.style("direction"), palette.mocha, at, size))
    return Galley(tuple(marks), size * 1.3)


def flat(paragraphs: Sequence[Sequence[Galley]]) -> list[Galley]:
    """Return the galleys of some paragraphs in one list."""
    return [galley for paragraph in paragraphs for galley in paragraph]


def tail(paragraphs: Sequence[Sequence[Galley]], height: float) -> list[Galley]:
    """Return as many whole paragraphs from the end as fit a height."""
    kept: list[Sequence[Galley]] = []
    room = height
    for paragraph in reversed(paragraphs):
        need = sum(galley.height + galley.before for galley in paragraph)
        if need > room:
            break
        kept.append(paragraph)
        room -= need
    return flat(list(reversed(kept)))


def last_seen(lines: Sequence[Told | Spoken], at_first: Spoken | None) -> Spoken | None:
    """Return who is seen after some lines: the last person who spoke there; a voice from elsewhere only if alone."""
    others = [line for line in reversed(lines) if isinstance(line, Spoken) and line.who.id != "you"]
    here = next((line for line in others if not line.away), None)
    if here is not None or (at_first is not None and not at_first.away):
        return here or at_first
    return others[0] if others else at_first
