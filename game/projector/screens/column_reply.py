"""The reply in two columns: the sentence that was left unsaid in large type, and the one small act for this week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import _, tongue
from game.projector.frame import news, sans, serif
from game.stage.columns import Column, flowed
from game.stage.components import Desk, byline, hairline
from game.stage.page import Box, Colour, Fill, Galley, Mark, Style, stacked
from game.stage.theme import FRANKLIN, MARGIN, NEWS, NEWS_ITALIC
from game.stage.typesetting import balance, wrap

BODY = serif(46, lead=1.36)
WIDTH, GUTTER = 860.0, 56.0
RIGHT = MARGIN + WIDTH + GUTTER
SMALL = ("I ", "I’", "If ")
"""Beginnings that keep their capital after a greeting."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands together on a page of the reply."""

    paragraphs: Sequence[str]
    greets: str = ""
    """The salutation; only before the first paragraph of all."""
    quote: str = ""
    act: str = ""
    signs: str = ""
    mood: str = "warm"


def reply_bodies(desk: Desk, area: Box, part: Part) -> list[list[Mark]]:
    """Return the marks of one part of the reply: a page, or more where it does not fit on one."""
    words = _text(desk, part)
    quote, tail = _large(desk, part.quote, 68), _tail(desk, part)
    top, bottom = area.y + 36, area.bottom - 24
    down = quote.height + 26 if part.quote else 0.0
    left = Column(MARGIN, top, WIDTH, bottom - top)
    right = Column(RIGHT, top + down, WIDTH, bottom - top - down)
    whole = Column(RIGHT, top, WIDTH, bottom - top)
    end = stacked(tail)
    if _height(words) <= left.h and end.height <= right.h:
        pages = [[(left, words), (right, tail)]]
    else:
        pages = [list(page) for page in flowed([*words, *tail], (left, right), (left, whole))]
    bodies = []
    for number, page in enumerate(pages):
        marks: list[Mark] = [Fill(Box(RIGHT - GUTTER / 2 - 1, area.y + 29, 2, bottom - area.y - 29), desk.theme.palette.fold)]
        if number == 0 and part.quote:
            marks += quote.at(RIGHT, top)[0]
        for column, galleys in page:
            marks += stacked(galleys).at(column.x, column.y)[0]
        bodies.append(marks)
    return bodies


def _height(galleys: Sequence[Galley]) -> float:
    return stacked(galleys).height


def _text(desk: Desk, part: Part) -> list[Galley]:
    """Return the paragraphs, below the columnist's name where the reply begins."""
    galleys: list[Galley] = []
    for number, paragraph in enumerate(part.paragraphs):
        if number == 0 and part.greets:
            galleys += [_head(desk, part.mood), *_drop_cap(desk, part.greets, paragraph)]
        else:
            galleys += desk.setter.paragraph(paragraph, BODY, desk.theme.palette.ink, WIDTH, before=20 if number else 0)
    return galleys


def _head(desk: Desk, mood: str) -> Galley:
    palette, words = desk.theme.palette, desk.setter.words
    return Galley(
        (
            *byline(desk, mood, 52, 40, 52),
            words(_("By the columnist"), sans(40, 700), palette.ink, 128, 32),
            words(_("who has poured a lot of coffee"), Style(NEWS_ITALIC, 38, 1.2), palette.mocha, 128, 76),
        ),
        116, tied=True,
    )


def _drop_cap(desk: Desk, salutation: str, paragraph: str) -> list[Galley]:
    """Return the beginning of the reply, with a capital two lines high."""
    palette, measure = desk.theme.palette, desk.setter.measure
    first = paragraph[0] if tongue().code != "en" or paragraph.startswith(SMALL) else paragraph[0].lower()
    words = f"{salutation} {first}{paragraph[1:]}"
    cap = Style(NEWS, BODY.line * 2.24, 1.0)
    indent = measure(words[0], cap) + 14
    rest = words[1:]
    lines: list[str] = []
    while rest and len(lines) < 2:
        line = wrap(rest, BODY, WIDTH - indent, measure)[0]
        lines.append(line)
        rest = rest[len(line) :].strip()
    marks: list[Mark] = [desk.setter.words(words[0], cap, palette.tomato, -4, BODY.line * 2 - BODY.size * 0.42)]
    marks += [
        desk.setter.words(line, BODY, palette.ink, indent, BODY.size * 0.95 + n * BODY.line) for n, line in enumerate(lines)
    ]
    galleys = [Galley(tuple(marks), BODY.line * 2, tied=bool(rest))]
    return galleys + (desk.setter.paragraph(rest, BODY, palette.ink, WIDTH) if rest else [])


def _large(desk: Desk, words: str, size: float, colour: Colour | None = None) -> Galley:
    """Return a sentence in large type between two rules."""
    colour = colour or desk.theme.palette.tomato
    style = news(size, 1.12)
    lines = balance(words, style, WIDTH, desk.setter.measure) if words else []
    marks: list[Mark] = [hairline(0, 0, WIDTH, colour, 5)]
    base = 22 + size * 0.95
    marks += [desk.setter.words(line, style, colour, 0, base + n * style.line) for n, line in enumerate(lines)]
    height = base + (len(lines) - 1) * style.line + size * 0.5
    return Galley((*marks, hairline(height, 0, WIDTH, colour, 5)), height + 5)


def _tail(desk: Desk, part: Part) -> list[Galley]:
    """Return the small act, and the signature."""
    palette, words = desk.theme.palette, desk.setter.words
    galleys: list[Galley] = []
    if part.act:
        head = words(_("This week").upper(), Style(FRANKLIN[700], 36, 1.2, 0.06), palette.teal, 0, 30)
        galleys += [Galley((head,), 50, before=28, tied=True), _large(desk, part.act, 60, palette.teal).with_before(0, tied=True)]
    if part.signs:
        sign = words(part.signs, Style(NEWS_ITALIC, 50, 1.2), palette.espresso, WIDTH, 46, "end")
        galleys.append(Galley((sign,), 60, before=20))
    return galleys
