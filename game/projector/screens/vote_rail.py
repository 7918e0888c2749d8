"""The rail beside a vote: the way in for those who come late, and how many have voted."""

from __future__ import annotations

from game.language import _, n_
from game.projector.around import Around
from game.projector.code import code
from game.projector.frame import figures, news, sans, serif
from game.projector.screens.vote_words import cast, is_open, of_all
from game.room.figures import figure
from game.room.session import Session
from game.stage import inks
from game.stage.components import Desk, hairline
from game.stage.page import Box, Fill, Mark, Sketch
from game.stage.typesetting import balance, wrap

RAIL, ACROSS = 1400.0, 448.0
"""Where the rail begins, and how wide it is."""
CODE = 392.0
"""The side of the code, its quiet edge included."""
MOST_BEANS, ROW = 40, 10
"""Beyond so many the figure tells alone."""


def rail(desk: Desk, area: Box, session: Session, around: Around) -> list[Mark]:
    """Return the code and the word, and below them how many have voted, with a bean for each."""
    palette = desk.theme.palette
    marks: list[Mark] = [Fill(Box(RAIL - 44, area.y + 19, 2, area.h - 27), palette.ink)]
    if around.address and session.manner.phones:
        way_in, y = _way_in(desk, session, around, area.y + 21)
    else:
        way_in, y = _hands_only(desk, area.y + 21)
    marks += way_in
    marks.append(hairline(y, RAIL, ACROSS, palette.ink, 3))
    return [*marks, *_count(desk, session, Box(RAIL, y + 3, ACROSS, area.bottom - 16 - y - 3))]


def _way_in(desk: Desk, session: Session, around: Around, top: float) -> tuple[list[Mark], float]:
    palette, words = desk.theme.palette, desk.setter.words
    middle = RAIL + ACROSS / 2
    marks: list[Mark] = [*code(f"{around.join_url}j/{session.setup.word}", middle - CODE / 2, top, CODE, palette.ink)]
    style = next(
        (sans(size, 700) for size in (44, 40, 37) if desk.setter.measure(around.address, sans(size, 700)) <= ACROSS),
        sans(37, 700),
    )
    y = top + CODE + 56
    for line in wrap(around.address, style, ACROSS, desk.setter.measure):
        marks.append(words(line, style, palette.ink, middle, y, "middle"))
        y += style.line
    marks.append(words(_("Room {word}", word=session.setup.word), figures(50), palette.tomato, middle, y + 6, "middle"))
    return marks, y + 30


def _hands_only(desk: Desk, top: float) -> tuple[list[Mark], float]:
    palette, words = desk.theme.palette, desk.setter.words
    head, style = news(70), serif(44, italic=True)
    marks: list[Mark] = [words(_("Hands up"), head, palette.ink, RAIL - 3, top + 66)]
    lines = balance(_("Letter by letter, when yours is called."), style, ACROSS, desk.setter.measure)
    marks += [words(line, style, palette.espresso, RAIL, top + 136 + n * style.line) for n, line in enumerate(lines)]
    return marks, top + 136 + len(lines) * style.line


def _count(desk: Desk, session: Session, box: Box) -> list[Mark]:
    """Return the figure, and a bean for each who may vote: full for those who have."""
    palette, words = desk.theme.palette, desk.setter.words
    have, every = cast(session), of_all(session)
    beans = 0 < every <= MOST_BEANS
    size = 120.0 if beans else 150.0
    base = box.y + size * 0.72 + 26
    style = figures(size)
    marks: list[Mark] = [words(figure(have), style, palette.ink, box.x - 4, base)]
    # Translators: a large figure, beside it "of 25" or "of 6 tables", and below that "have voted"
    of = n_("of {n} table", "of {n} tables", every, n=figure(every)) if session.manner.tables else _("of {all}", all=figure(every))
    what = _("voted") if not is_open(session) else n_("has voted", "have voted", every)
    at = box.x + desk.setter.measure(figure(have), style) + 22
    if not every:
        return [*marks, words(what, sans(38), palette.mocha, at, base)]
    if not beans:  # the figure may be as wide as the rail
        marks.append(words(of, sans(44, 700), palette.ink, box.x, base + 66))
        at = box.x + desk.setter.measure(f"{of} ", sans(44, 700))
        if at + desk.setter.measure(what, sans(38)) <= box.x + box.w:
            return [*marks, words(what, sans(38), palette.mocha, at, base + 66)]
        return [*marks, words(what, sans(38), palette.mocha, box.x, base + 116)]
    marks += [words(of, sans(44, 700), palette.ink, at, base - 50), words(what, sans(38), palette.mocha, at, base)]
    top = base + 38
    down = min(50.0, (box.bottom - top - 8) / max(1, -(-every // ROW)))
    for number in range(every):
        shapes = inks.bean(palette, 0.82, 1.0 if number < have else 0.0, 0.0, 0.0, palette.paper)
        x, y = box.x + (number % ROW) * 44.6, top + (number // ROW) * down
        marks.append(Sketch(Box(x, y, 48 * 0.82, 44 * 0.82), shapes))
    return marks
