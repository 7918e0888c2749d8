"""The common page of a play: a picture at the left, a torn sheet with text at the right, key hints at its foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.language import _
from game.stage import inks
from game.stage.components import (
    INITIAL_BASELINE,
    INITIAL_SIZE,
    Desk,
    Hint,
    clipped,
    double_rule,
    key_hints,
    kicker,
    ladder,
    portrait,
    sheet_edge,
    standing_word,
    widest_standing,
)
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Galley, Mark, Page, Picture, Style, Target, Words, moved, paged
from game.stage.theme import ON_KRAFT
from game.stage.typesetting import typographic, wrap
from game.stage.views import Setting, Spoken, Who
from game.stage.whole import eased, shortened
from game.stage.wording import clock
from game.story.vocabulary import Standing

CAPTION = 144.0
LEAST_CAPTION, LEAST_IN_ROOM = 28.0, 36.0
"""Of a role or a place under the picture, in points: the caption cannot grow with the text, and in a room it must not
shrink below a thirtieth of the page."""
ROOM_TEXT = (1.3, 1.7)
"""How much larger a play is set for a room whose last row sits up to six pictures away."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the picture column shows."""

    setting: Setting
    seen: Spoken | None
    """Who stands there, with their expression; nobody leaves the place alone."""
    change: int = 0
    """What was just earned or lost with them, in points."""
    figures: bool = True
    """Whether the balance is printed."""
    you: bool = False
    """Whether it is the player's own portrait."""


def sheet_pages(desk: Desk, galleys: Iterable[Galley], hints: Sequence[Hint], *, ticks: bool = True) -> list[list[Galley]]:
    """Return the galleys spread over as many sheets as they need."""
    room = sheet_room(desk, hints, ticks=ticks)
    stock = [piece for galley in galleys for piece in pieces(galley, room)]
    pages = paged(stock, room)
    if len(pages) < 2 or _height(pages[-1]) > 0.4 * room:
        return pages
    # the last sheet is nearly blank: share the text out as evenly as the same number of sheets allows
    for share in (0.5, 0.58, 0.66, 0.74, 0.82, 0.9):
        evener = paged(stock, share * room)
        if len(evener) == len(pages) and all(_height(page) <= room for page in evener):
            return evener
    return pages


def pieces(galley: Galley, height: float) -> list[Galley]:
    """Return a galley in pieces no higher than a page, cut between its lines; itself where it fits, or cannot be cut."""
    if galley.height <= height:
        return [galley]
    spans = [_span(mark) for mark in galley.marks]
    cuts = [end for _start, end in spans if end <= height and not any(start < end < stop for start, stop in spans)]
    if not cuts or max(cuts) <= 0:
        return [galley]
    at = max(cuts)
    above = tuple(mark for mark, (_start, end) in zip(galley.marks, spans, strict=True) if end <= at)
    below = tuple(moved(mark, 0, -at) for mark, (_start, end) in zip(galley.marks, spans, strict=True) if end > at)
    first = Galley(above, at, tuple(each for each in galley.targets if each.box.bottom <= at), before=galley.before)
    later = tuple(replace(each, box=each.box.shifted(0, -at)) for each in galley.targets if each.box.bottom > at)
    return [first, *pieces(Galley(below, galley.height - at, later, tied=galley.tied), height)]


def _span(mark: Mark) -> tuple[float, float]:
    """Return from where to where a mark reaches; of words their letters, since their boxes touch."""
    if isinstance(mark, Words):
        return mark.baseline - mark.style.size * 0.72, mark.baseline + mark.style.size * 0.26
    return mark.box.y, mark.box.bottom


def _height(page: Sequence[Galley]) -> float:
    return sum(galley.height + (galley.before if index else 0) for index, galley in enumerate(page))


def _top(desk: Desk, ticks: bool) -> float:
    return 106 + 13 + (34 if ticks else 0) + 26 + (desk.style("kicker").size - 25)


def _foot(desk: Desk, hints: Sequence[Hint]) -> float:
    x = desk.theme.sheet_x
    return key_hints(desk, hints, x, desk.height - 46, 1920 - 40).height + 46


def sheet_room(desk: Desk, hints: Sequence[Hint], *, ticks: bool = True) -> float:
    """Return how much height a sheet has for its galleys, in points."""
    return desk.height - _top(desk, ticks) - _foot(desk, hints) - 8


def sheet(
    desk: Desk, gallery: Gallery, scenery: Scenery, galleys: Sequence[Galley], hints: Sequence[Hint], *,
    left: str = "", right: str = "", ticks: bool = True, low: int = 0,
) -> Page:
    """Return a whole page; the last `low` galleys stand at the foot of the sheet where there is room to spare."""
    palette, x, width = desk.theme.palette, desk.theme.sheet_x, desk.theme.sheet_w
    marks: list[Mark] = [Fill(Box(desk.theme.column, 0, 1920 - desk.theme.column, desk.height), palette.paper)]
    marks += picture_column(desk, gallery, scenery)
    marks.append(sheet_edge(desk))
    head = 84 + (desk.style("kicker").size - 25)
    head_words = (left or clock(scenery.setting)).upper()
    if desk.width(head_words, "kicker") + desk.width(right, "label") + 40 > width:
        right = ""  # the steps below tell the moment too
    room = width - (desk.width(right, "label") + 40 if right else 0)
    small, lines = eased(desk, head_words, desk.style("kicker"), room, 1, least_caption(desk))
    marks.append(desk.setter.words(lines[0], small, palette.tomato, x, head))
    if right:
        marks.append(desk.setter.words(right, desk.style("label"), palette.mocha, x + width, head, "end"))
    marks += double_rule(head + 22, x, width, palette.ink)
    if ticks:
        marks += progress(desk, scenery.setting, x, head + 50, width)
    y = _top(desk, ticks)
    foot = _foot(desk, hints)
    targets: list[Target] = []
    spare = desk.height - y - foot - 8 - sum(g.height + (g.before if i else 0) for i, g in enumerate(galleys))
    for index, galley in enumerate(galleys):
        y += galley.before if index else 0
        if low and index == len(galleys) - low and spare > 0:
            y += spare * (0.5 if len(galleys) > low else 0.35)
        placed, places = galley.at(x, y)
        marks += placed
        targets += places
        y += galley.height
    keys = key_hints(desk, hints, x, desk.height - 46, 1920 - 40)
    return Page(1920, desk.height, (*marks, *keys.marks), (*targets, *keys.targets))


def progress(desk: Desk, setting: Setting, x: float, y: float, width: float) -> list[Mark]:
    """Return a step for each moment, those that were lived in ink and the present one in tomato."""
    palette, count = desk.theme.palette, max(setting.about, setting.moment, 1)
    gap = 8 if count < 30 else 3
    step = (width - gap * (count - 1)) / count
    marks: list[Mark] = []
    for index in range(count):
        colour = palette.ink if index < setting.moment else palette.fold
        if index == setting.moment:
            colour = palette.tomato
        marks.append(Fill(Box(x + index * (step + gap), y, step, 8), colour))
    return marks


def picture_column(desk: Desk, gallery: Gallery, scenery: Scenery) -> list[Mark]:
    """Return the place, the person who was seen last, and the caption."""
    palette, column = desk.theme.palette, desk.theme.column
    caption = CAPTION * max(1.0, min(1.75, desk.theme.text))
    bottom = desk.height - caption
    box = Box(0, 0, column + 14, bottom)
    marks: list[Mark] = []
    if desk.theme.plain:
        marks.append(Fill(Box(0, 0, column + 14, desk.height), palette.deep))
    else:
        place = gallery.place(scenery.setting.place, scenery.setting.light)
        # places are composed so that what matters lies in their left 800 x 936 points
        zoom = max(bottom / 936, (column + 14) / 1920)
        shift = 0.0 if column >= 800 else -(800 * zoom - column) / 2
        cover = Box(shift, 0, 1920 * zoom, 1080 * zoom)
        marks.append(Picture(box, place, cover, palette.deep))
    seen = scenery.seen
    if seen is not None:
        zoom = (bottom + 16) / 953 if column >= 800 else column * 1.08 / 800
        cover = Box(column / 2 - 410 * zoom, bottom - 875 * zoom, 800 * zoom, 900 * zoom)
        art, letter = gallery.person(seen.who)
        inside = Box(0, max(0.0, cover.y), column + 14, bottom - max(0.0, cover.y))
        marks.append(Picture(inside, portrait(art, gallery.mood(art, seen.face)), cover))
        if letter:
            style = Style("CFNewsreader-800", INITIAL_SIZE * zoom)
            marks.append(
                desk.setter.words(
                    letter, style, ON_KRAFT, cover.x + 400 * zoom, cover.y + INITIAL_BASELINE * zoom, "middle"
                )
            )
    return [*marks, *caption_marks(desk, scenery, bottom, caption)]


def caption_marks(desk: Desk, scenery: Scenery, y: float, height: float) -> list[Mark]:
    """Return the line under the picture: who it is, how close they are, and how much capital they hold for you."""
    palette, column = desk.theme.palette, desk.theme.column
    marks: list[Mark] = [Fill(Box(0, y, column + 14, height), palette.paper), Fill(Box(0, y, column + 14, 5), palette.ink)]
    seen = scenery.seen
    if seen is None:
        return [*marks, *_place_caption(desk, scenery, y)]
    if not scenery.figures or seen.who.capital is None or seen.who.standing is None:
        return [*marks, *_role_caption(desk, scenery, seen, y)]
    return [*marks, *_account_caption(desk, scenery, seen.who, seen.who.capital, y)]


def _grown(desk: Desk) -> float:
    return max(1.0, min(1.75, desk.theme.text))


def _edges(desk: Desk) -> tuple[float, float]:
    return (48 if desk.theme.column >= 800 else 36), desk.theme.column - 44


def _capped(style: Style, most: float, factor: float) -> Style:
    """Return a style that does not grow beyond a size: the caption is narrow."""
    return Style(style.face, min(style.size, most * factor), style.lead, style.tracking)


def _place_caption(desk: Desk, scenery: Scenery, y: float) -> list[Mark]:
    palette, grow, (pad, right) = desk.theme.palette, _grown(desk), _edges(desk)
    name, aside = desk.style("name"), desk.style("aside")
    if desk.theme.column < 800:
        name, lines = _fitting(desk, typographic(clock(scenery.setting)), name, right - pad, CAPTION * grow - 30)
        first = y + 5 + (CAPTION * grow - 5) / 2 + name.size * 0.35 - (len(lines) - 1) * name.size * 0.59
        return [desk.setter.words(line, name, palette.ink, pad, first + n * name.size * 1.18) for n, line in enumerate(lines)]
    return [
        desk.setter.words(clipped(desk, scenery.setting.title, "name", right - pad), name, palette.ink, pad, y + 62),
        desk.setter.words(clipped(desk, clock(scenery.setting), "aside", right - pad), aside, palette.espresso, pad, y + 108),
    ]


def _role_caption(desk: Desk, scenery: Scenery, seen: Spoken, y: float) -> list[Mark]:
    palette, grow, (pad, right) = desk.theme.palette, _grown(desk), _edges(desk)
    name = _capped(desk.style("name"), 50, 1.5)
    role = typographic(_("You, in this one") if scenery.you else seen.who.role)
    base = name.size * 0.78 + 16
    room = CAPTION * grow - base - name.size * 0.24 - 12
    aside, lines = _fitting(desk, role, desk.style("aside"), right - pad, room)
    tall = len(lines) * aside.size * 1.18
    first = y + base + name.size * 0.24 + aside.size * 0.86 + max(0.0, room - tall) * 0.4
    base += max(0.0, room - tall) * 0.2
    return [
        desk.setter.words(seen.who.short, name, palette.ink, pad, y + base),
        *(desk.setter.words(line, aside, palette.espresso, pad, first + n * aside.size * 1.18) for n, line in enumerate(lines)),
    ]


def least_caption(desk: Desk) -> float:
    """Return how small a caption may be set, in points."""
    return LEAST_IN_ROOM if ROOM_TEXT[0] < desk.theme.text <= ROOM_TEXT[1] else LEAST_CAPTION


def _fitting(desk: Desk, text: str, style: Style, width: float, height: float) -> tuple[Style, list[str]]:
    """Return the largest style in which a text fits a place under the picture, and its lines."""
    size, least = style.size, min(style.size, least_caption(desk))
    while size > least:
        lines = wrap(text, replace(style, size=size), width, desk.setter.measure)
        if len(lines) * size * 1.18 <= height:
            break
        size = max(least, size - 2)
    smaller = replace(style, size=size)
    return smaller, shortened(desk, text, smaller, width, max(1, int(height / (size * 1.18))))


def _account_caption(desk: Desk, scenery: Scenery, who: Who, capital: int, y: float) -> list[Mark]:
    palette, grow, (pad, right) = desk.theme.palette, _grown(desk), _edges(desk)
    words = desk.setter.words
    narrow = desk.theme.column < 800
    name = _capped(desk.style("name"), 50, 1.4)
    figure = _capped(desk.style("figure"), 56, 1.4)
    wide = desk.setter.measure(str(abs(capital)), figure) + (figure.size * 0.46 if capital < 0 else 0)
    room = right - pad - wide - 24
    shown = who.short if desk.setter.measure(who.short, name) <= room else clipped(desk, who.short, "name", room)
    marks: list[Mark] = [words(shown, name, palette.ink, pad, y + (58 if narrow else 62) * grow)]
    marks += _figure(desk, capital, figure, right, y + (60 if narrow else 64) * grow)
    standing = standing_word(who.standing or Standing.STRANGER)
    if narrow:
        style = _capped(desk.style("label-strong"), 26, 1.6)
        marks.append(words(standing, style, palette.espresso, pad, y + 88 * grow))
        marks += ladder(desk, pad, y + 97 * grow, who.standing or Standing.STRANGER, palette.espresso, 1.6)
        marks += inks.beans(palette, pad + 16, y + 126 * grow, capital, scale=0.8, change=scenery.change)
        return marks
    marks.append(kicker(desk, _("capital"), right - wide - 16, y + 60 * grow, palette.mocha, "end"))
    marks += ladder(desk, pad, y + 94 * grow, who.standing or Standing.STRANGER, palette.espresso, 0.95)
    marks.append(words(standing, desk.style("label-strong"), palette.espresso, pad + 186, y + 108 * grow))
    beans_at = pad + 186 + widest_standing(desk, "label-strong") + 34
    if beans_at + 290 <= right + 10:
        marks += inks.beans(palette, beans_at + 8, y + 101 * grow, capital, scale=0.58, change=scenery.change)
    else:
        marks += inks.beans(palette, pad + 16, y + 127 * grow, capital, scale=0.7, change=scenery.change)
    return marks


def _figure(desk: Desk, value: int, style: Style, right: float, baseline: float) -> list[Mark]:
    palette = desk.theme.palette
    marks: list[Mark] = [desk.setter.words(str(abs(value)), style, palette.ink, right, baseline, "end")]
    if value < 0:
        left = right - desk.setter.measure(str(abs(value)), style) - style.size * 0.46
        marks += inks.sign(left, baseline, False, style.size, palette.ink)
    return marks
