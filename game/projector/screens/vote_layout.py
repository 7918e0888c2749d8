"""How the choices of a vote are laid out: beside the rail if they fit there, else over the full width; never too small to act upon.

All of it is the same from the first vote to the last, so it is made once for each size of the window.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.language import _
from game.projector.frame import news, serif
from game.projector.screens.choice_rows import choice_rows, high, in_columns, in_pages
from game.projector.screens.vote_rail import RAIL
from game.projector.screens.vote_words import asked, fewer, said
from game.room.paragraphs import question
from game.room.phone_view import letters
from game.room.session import Session
from game.stage.beats import beats
from game.stage.components import INITIAL_BASELINE, INITIAL_SIZE, Desk, hairline, portrait
from game.stage.gallery import Gallery
from game.stage.page import Box, Galley, Mark, Picture, Style
from game.stage.theme import MARGIN, NEWS, WIDTH
from game.stage.typesetting import balance, typographic
from game.stage.views import Columnist, Spoken
from game.stage.whole import shortened

SIZES = (66.0, 60.0, 54.0, 50.0, 47.0, 44.0)
"""Of the choices: the largest that fits is taken."""
FOOT = 128.0
"""Below the choices: the line that stands above the foot of the page, and the foot."""
GAP, SPARE = 56.0, 40.0
"""Between two columns; and the most that is added between two rows."""
HEAD = 388.0
"""Where the rule stands below the line that was said, beside the rail."""
FACE_W, FACE_TOP, ZOOM = 308.0, 124.0, 0.345
"""Width and upper edge of the portrait that stands on that rule, and its size."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The part of the page that no vote changes."""

    sheets: tuple[tuple[Mark, ...], ...]
    railed: bool
    """Whether there is room for the rail."""
    where: tuple[str, ...] = ("",)
    """Of each sheet which choices it shows, where there are several."""


def layout(desk: Desk, gallery: Gallery, session: Session, spoken: Spoken | None) -> Layout:
    """Return where everything stands; `spoken` is the line that is answered, with who says it."""
    width, top = RAIL - 52 - MARGIN, HEAD + 3
    for size in SIZES:
        rows = choice_rows(desk, session, width, size)
        if top + high(rows) <= desk.height - FOOT:
            marks = _head(desk, gallery, session, spoken, width)
            return Layout(((*marks, *_placed(rows, MARGIN, top, desk.height - FOOT)),), railed=True)
    return _wide(desk, session)


def who_asks(session: Session) -> Spoken | None:
    """Return who says the line that the room answers, with their expression; None where it is told."""
    wanted = question(session)
    if not wanted["who"]:
        return None
    lines = [
        line for beat in beats(session.state, Columnist.AFTER_EACH_CHOICE, session.setup.seed)
        for line in getattr(beat, "script", ()) if isinstance(line, Spoken)
    ]  # fmt: skip
    return next((line for line in reversed(lines) if typographic(line.text) == wanted["text"]), None)


def _head(desk: Desk, gallery: Gallery, session: Session, spoken: Spoken | None, width: float) -> list[Mark]:
    """Return the headline, the line that was said, and whose it is as a portrait standing on the rule."""
    palette, words = desk.theme.palette, desk.setter.words
    room = width - (FACE_W + 20 if spoken is not None else 0)
    style = _fitting(desk, asked(session), (88, 80, 72, 64, 56, 50, 44), room)
    marks: list[Mark] = [words(asked(session), style, palette.ink, MARGIN - 3, 216)]
    for size in (50, 42):
        line = serif(size, italic=True, lead=1.22)
        lines = _quoted(desk, said(session), line, room, 2)
        if len(fewer(said(session))[0]) <= sum(map(len, lines)) + 1:
            break  # all of it
    first = 276 if size == 42 else 284
    marks += [words(text, line, palette.espresso, MARGIN, first + n * line.line) for n, text in enumerate(lines)]
    marks.append(hairline(HEAD, MARGIN, width, palette.ink, 3))
    return marks if spoken is None else [*marks, *_face(desk, gallery, spoken, MARGIN + width - FACE_W)]


def _face(desk: Desk, gallery: Gallery, spoken: Spoken, left: float) -> list[Mark]:
    art, letter = gallery.person(spoken.who)
    cover = Box(left + 16, FACE_TOP, 800 * ZOOM, 900 * ZOOM)
    box = Box(left, FACE_TOP, FACE_W, HEAD - FACE_TOP)
    marks: list[Mark] = [Picture(box, portrait(art, gallery.mood(art, spoken.face)), cover)]
    if letter:
        style = Style(NEWS, INITIAL_SIZE * ZOOM)
        at = cover.x + 400 * ZOOM, cover.y + INITIAL_BASELINE * ZOOM
        marks.append(desk.setter.words(letter, style, desk.theme.palette.espresso, *at, "middle"))
    return marks


def _wide(desk: Desk, session: Session) -> Layout:
    """Return the choices over the full width: in one column, in two, or on several pages."""
    palette, width, bottom = desk.theme.palette, WIDTH - 2 * MARGIN, desk.height - FOOT
    style = serif(40, italic=True, lead=1.2)
    quote = _quoted(desk, said(session), style, width - 20, 2)
    head: list[Mark] = [
        desk.setter.words(text, style, palette.espresso, MARGIN, 178 + n * style.line) for n, text in enumerate(quote)
    ]
    top = 178 + (len(quote) - 1) * style.line + 26
    head.append(hairline(top, MARGIN, width, palette.ink, 3))
    top += 3
    for size in SIZES:
        rows = choice_rows(desk, session, width, size)
        if high(rows) <= bottom - top:
            return Layout(((*head, *_placed(rows, MARGIN, top, bottom)),), railed=False)
    half = (width - GAP) / 2
    for size in SIZES:
        columns = in_columns(choice_rows(desk, session, half, size), bottom - top)
        if columns is not None:
            left, right = (_placed(each, MARGIN + n * (half + GAP), top, top) for n, each in enumerate(columns))
            return Layout(((*head, *left, *right),), railed=False)
    pages = in_pages(rows, bottom - top)
    return Layout(
        tuple((*head, *_placed(page, MARGIN, top, bottom)) for page in pages), railed=False,
        where=tuple(_where([*letters(session).values()], pages)),
    )  # fmt: skip


def _where(marks: list[str], pages: list[list[Galley]]) -> list[str]:
    """Return `A to D of G` for each page."""
    found, start = [], 0
    for page in pages:
        shown = marks[start : start + len(page)]
        if len(shown) > 1:
            found.append(_("{first} to {last} of {end}", first=shown[0], last=shown[-1], end=marks[-1]))
        else:
            found.append(_("{letter} of {end}", letter=shown[0], end=marks[-1]))
        start += len(page)
    return found


def _placed(rows: list[Galley], x: float, top: float, bottom: float) -> list[Mark]:
    """Return rows from a height on; some of what is left over is shared out between them."""
    spare = min(SPARE, max(0.0, bottom - top - high(rows)) / (len(rows) + 1))
    marks: list[Mark] = []
    y = top
    for row in rows:
        y += spare
        marks += row.at(x, y)[0]
        y += row.height
    return marks


def _fitting(desk: Desk, text: str, sizes: tuple[float, ...], width: float) -> Style:
    return next((news(size) for size in sizes if desk.setter.measure(text, news(size)) <= width), news(sizes[-1]))


def _quoted(desk: Desk, text: str, style: Style, width: float, most: int) -> list[str]:
    """Return at the most so many lines of what was said: its end, if it is longer."""
    ends = fewer(text)
    for end in ends:
        lines = balance(end, style, width, desk.setter.measure)
        if len(lines) <= most:
            return lines
    return shortened(desk, ends[-1], style, width, most)
