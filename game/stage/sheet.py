"""The common page of a play: a picture at the left, a torn sheet with text at the right, key hints at its foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.stage import inks
from game.stage.components import (
    INITIAL_BASELINE,
    INITIAL_SIZE,
    Desk,
    Hint,
    balance_figure,
    clipped,
    double_rule,
    key_hints,
    kicker,
    ladder,
    portrait,
    sheet_edge,
    standing_word,
)
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Galley, Mark, Page, Picture, Style, Target, paged
from game.stage.typesetting import typographic, wrap
from game.stage.views import Setting, Spoken, Who
from game.stage.wording import clock

CAPTION = 144.0


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
    return paged(galleys, sheet_room(desk, hints, ticks=ticks))


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
    marks.append(kicker(desk, _fitting(desk, left or clock(scenery.setting), room), x, head, palette.tomato))
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


def _fitting(desk: Desk, text: str, width: float) -> str:
    return clipped(desk, text.upper(), "kicker", width)


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
    if desk.theme.projector:
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
                    letter, style, palette.espresso, cover.x + 400 * zoom, cover.y + INITIAL_BASELINE * zoom, "middle"
                )
            )
    return [*marks, *caption_marks(desk, scenery, bottom, caption)]


def caption_marks(desk: Desk, scenery: Scenery, y: float, height: float) -> list[Mark]:
    """Return the line under the picture: who it is, how close they are, and how much capital they hold for you."""
    palette, column = desk.theme.palette, desk.theme.column
    grow = max(1.0, min(1.75, desk.theme.text))
    pad = 48 if column >= 800 else 36
    right = column - 44
    marks: list[Mark] = [Fill(Box(0, y, column + 14, height), palette.paper), Fill(Box(0, y, column + 14, 5), palette.ink)]
    seen = scenery.seen
    words = desk.setter.words
    if seen is None:
        where = clock(scenery.setting)
        marks.append(words(clipped(desk, scenery.setting.title, "name", right - pad), desk.style("name"), palette.ink, pad, y + 62 * grow))
        marks.append(words(clipped(desk, where, "aside", right - pad), desk.style("aside"), palette.espresso, pad, y + 108 * grow))
        return marks
    who: Who = seen.who
    shown = scenery.figures and who.capital is not None
    name = who.short
    room = right - pad - (desk.width(f"{who.capital}", "figure") + 60 if shown else 0)
    marks.append(words(clipped(desk, name, "name", room), desk.style("name"), palette.ink, pad, y + 62 * grow))
    if not shown or who.capital is None or who.standing is None:
        aside = desk.style("aside")
        lines = wrap("You, in this one" if scenery.you else typographic(who.role), aside, right - pad, desk.setter.measure)
        if len(lines) > 2:
            lines = [lines[0], clipped(desk, " ".join(lines[1:]), "aside", right - pad)]
        first = y + (108 if len(lines) == 1 else 98) * grow
        marks += [words(line, aside, palette.espresso, pad, first + n * aside.line) for n, line in enumerate(lines)]
        return marks
    marks += balance_figure(desk, who.capital, "figure", right, y + 64 * grow, palette.ink)
    if column >= 800:
        figure = desk.width(str(abs(who.capital)), "figure") + (30 if who.capital < 0 else 0)
        marks.append(kicker(desk, "capital", right - figure - 16, y + 60 * grow, palette.mocha, "end"))
    marks += ladder(desk, pad, y + 94 * grow, who.standing, palette.espresso, 0.95)
    marks.append(words(standing_word(who.standing), desk.style("label-strong"), palette.espresso, pad + 186, y + 108 * grow))
    beans_at = pad + 186 + desk.width("In your network", "label-strong") + 34
    if beans_at + 290 <= right + 10:
        marks += inks.beans(palette, beans_at + 8, y + 101 * grow, who.capital, scale=0.58, change=scenery.change)
    else:
        marks += inks.beans(palette, pad + 16, y + 134 * grow, who.capital, scale=0.8, change=scenery.change)
    return marks
