"""The front page of a Sunday paper: the scenarios are its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import _, n_
from game.stage import inks
from game.stage.components import (
    Desk,
    Hint,
    clipped,
    double_rule,
    figure_style,
    hairline,
    key_hints,
    kicker,
)
from game.stage.gallery import Gallery
from game.stage.intents import AskToTakeOff, Brief, FullScreen, Intents, Open, Quit, Resume, WithRoom
from game.stage.page import Box, Fill, Frame, Mark, Page, Picture, Style, Target
from game.stage.shelf import Article
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance, typographic, wrap
from game.stage.whole import shortened
from game.stage.wording import about_minutes, minutes, number
from game.story.typography import capital

if TYPE_CHECKING:
    from game.stage.outline import Outline


def a_page(desk: Desk) -> int:
    """Return how many articles stand on a page: three, or one where the type is large."""
    return 1 if desk.theme.text > 1.2 else 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands on the page."""

    box: Box
    lead: bool


class TitleScreen:
    """Three articles at a time; the arrows walk through all of them."""

    def __init__(self, articles: tuple[Article, ...], *, can_resume: bool = False, notice: str = "") -> None:
        self.articles, self.can_resume, self.notice = articles, can_resume, notice
        self.cursor, self.hover = 0, None

    hover: str | None

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move between the articles."""
        count = len(self.articles)
        if key.startswith("row:"):
            return (Brief(int(key[4:])),)
        match key:
            case "up" | "left" if count:
                self.cursor = (self.cursor - 1) % count
            case "down" | "right" if count:
                self.cursor = (self.cursor + 1) % count
            case "enter" | "space" if count:
                return (Brief(self.cursor),)
            case "g" if self.can_resume:
                return (Resume(),)
            case "delete" | "r" if count and self.articles[self.cursor].added:
                return (AskToTakeOff(self.cursor),)
            case "w" if count:
                return (WithRoom(self.cursor),)
            case "s":
                return (Open("settings"),)
            case "c":
                return (Open("credits"),)
            case "f":
                return (FullScreen(),)
            case "escape" | "q":
                return (Quit(),)
            case _ if key.isdigit() and 1 <= int(key) <= count:
                return (Brief(int(key) - 1),)
        return ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the front page."""
        palette = desk.theme.palette
        marks: list[Mark] = [Fill(Box(0, 0, WIDTH, desk.height), palette.paper)]
        top = self._head(desk, marks)
        hints = self._hints()
        keys = key_hints(desk, hints, MARGIN, desk.height - 30, WIDTH - MARGIN + 30)
        foot = desk.height - 30 - keys.height - 6
        marks.append(hairline(foot, MARGIN, WIDTH - 2 * MARGIN, palette.ink))
        targets: list[Target] = []
        many = a_page(desk)
        first = self.cursor // many * many
        shown = self.articles[first : first + many]
        for offset, article in enumerate(shown):
            place = _place(offset, len(shown), top + 14, foot - 12)
            index = first + offset
            draw = _lead if place.lead else _second
            marks += draw(desk, gallery, article, index, place.box, picked=index == self.cursor)
            targets.append(Target(place.box, f"row:{index}"))
        if not shown:
            lines = wrap(
                _("There is no scenario here. Put a folder with a scenario.yaml beside the others."),
                desk.style("note"), 1200, desk.setter.measure,
            )
            style = desk.style("note")
            marks += [
                desk.setter.words(line, style, palette.espresso, 960, top + 200 + n * style.line, "middle")
                for n, line in enumerate(lines)
            ]
        return Page(WIDTH, desk.height, (*marks, *keys.marks), (*targets, *keys.targets))

    def _hints(self) -> tuple[Hint, ...]:
        hints = [Hint("Enter", _("read on"), "enter"), Hint("F1", _("make it fit you"), "f1"), Hint("↑↓", _("choose"), "down")]
        if self.can_resume:
            hints.append(Hint("G", _("go on where you were"), "g"))
        if self.articles and self.articles[self.cursor].added:
            hints.append(Hint("R", _("take off the shelf"), "r"))
        if self.articles:
            hints.append(Hint("W", _("with a room"), "w"))
        hints += [Hint("S", _("settings"), "s"), Hint("C", _("credits"), "c"), Hint("F", _("full screen"), "f"),
                  Hint("Esc", _("close"), "escape")]
        return tuple(hints)

    def _head(self, desk: Desk, marks: list[Mark]) -> float:
        palette, words = desk.theme.palette, desk.setter.words
        masthead, right = desk.style("masthead"), WIDTH - MARGIN
        marks.append(words("Coffee First", masthead, palette.ink, WIDTH / 2, 168, "middle"))
        if desk.theme.text <= 1.3:
            aside = desk.style("aside")
            room = WIDTH / 2 - desk.width("Coffee First", "masthead") / 2 - MARGIN - 24
            for text, x, anchor in ((_("Sunday edition"), MARGIN, "start"), (_("Price: one coffee"), right, "end")):
                marks.append(kicker(desk, clipped(desk, text.upper(), "kicker", room), x, 80, palette.tomato, anchor))
            least = min((article.minutes for article in self.articles), default=0)
            # Translators: two short lines at the upper corners of the front page; the first goes on in the second
            left = (_("Rehearse the talk"), _("before you need it"))
            count = n_("{number} scenario,", "{number} scenarios,", len(self.articles), number=number(len(self.articles)))
            ears = (left, (capital(count), n_("from {n} minute", "from {n} minutes", least)))
            for lines, x, anchor in ((ears[0], MARGIN, "start"), (ears[1], right, "end")):
                for n, line in enumerate(lines):
                    marks.append(words(line, aside, palette.espresso, x, 122 + n * 34, anchor))
        marks += double_rule(200, MARGIN, WIDTH - 2 * MARGIN, palette.ink)
        motto = self.notice or _("The networking page, where the favour comes second")
        if a_page(desk) == 1 and len(self.articles) > 1 and not self.notice:
            motto = _("Story {n} of {many}", n=self.cursor + 1, many=len(self.articles))
        elif len(self.articles) > a_page(desk) and not self.notice:
            pages = -(-len(self.articles) // a_page(desk))
            motto = _("Page {n} of {many}: the arrows turn over", n=self.cursor // a_page(desk) + 1, many=pages)
        style = desk.style("direction")
        motto = clipped(desk, typographic(motto), "direction", WIDTH - 2 * MARGIN)
        colour = palette.tomato if self.notice else palette.mocha
        baseline = 213 + style.size * 1.2
        marks.append(words(motto, style, colour, WIDTH / 2, baseline, "middle"))
        bottom = baseline + style.size * 0.7
        marks.append(hairline(bottom, MARGIN, WIDTH - 2 * MARGIN, palette.ink))
        return bottom

    def text(self) -> list[str]:
        """Return the front page in reading order."""
        from game.stage.outline import in_lines

        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the articles, and what there is to be said about the shelf."""
        from game.stage.outlines.front import front

        return front(self.articles, self.cursor, self.notice)


def _place(offset: int, count: int, top: float, bottom: float) -> Place:
    height = bottom - top
    if count == 1:
        return Place(Box(MARGIN, top, WIDTH - 2 * MARGIN, height), True)
    if offset == 0:
        return Place(Box(MARGIN - 16, top, 1012, height), True)
    half = height if count == 2 else (height - 20) / 2
    return Place(Box(1108, top + (offset - 1) * (half + 20), WIDTH - MARGIN - 1108 + 8, half), False)


def _ground(desk: Desk, box: Box, picked: bool) -> list[Mark]:
    palette = desk.theme.palette
    if not picked:
        return []
    return [Fill(box, palette.white), Frame(box, palette.ink, 2), Fill(Box(box.x, box.y, 12, box.h), palette.tomato)]


def _numeral(desk: Desk, number: int, x: float, y: float, side: float) -> list[Mark]:
    palette = desk.theme.palette
    style = figure_style(side * 0.82)
    return [
        Fill(Box(x, y, side, side), palette.tomato),
        desk.setter.words(str(number), style, palette.white, x + side / 2, y + side * 0.79, "middle"),
    ]


def _illustration(desk: Desk, gallery: Gallery, article: Article, box: Box, shape: str) -> list[Mark]:
    palette = desk.theme.palette
    name = gallery.front(article.id, shape)
    ratio = gallery.front_ratio(name, shape)
    wide = max(box.w, box.h * ratio)
    cover = Box(box.x + (box.w - wide) / 2, box.y + (box.h - wide / ratio) * 0.35, wide, wide / ratio)
    return [Fill(box, palette.deep), Picture(box, name, cover, palette.deep), Frame(box, palette.ink, 3)]


def _lead(desk: Desk, gallery: Gallery, article: Article, index: int, box: Box, *, picked: bool) -> list[Mark]:
    palette = desk.theme.palette
    marks = _ground(desk, box, picked)
    inner = Box(box.x + 32, box.y + 18, box.w - 48, box.h - 34)
    if desk.theme.text > 1.2:
        return [*marks, *_beside(desk, gallery, article, index, inner)]
    title, text, label = desk.style("headline"), desk.style("column"), desk.style("label")
    if len(balance(article.headline, title, inner.w, desk.setter.measure)) > 2:
        title = desk.style("headline-small")
    titles = balance(typographic(article.headline), title, inner.w, desk.setter.measure)
    need = len(titles) * title.line + 20 + label.line + 34
    summary = shortened(desk, typographic(article.summary), text, inner.w, max(1, int((inner.h - need - 240) // text.line)))
    height = min(inner.w * 0.46, inner.h - need - len(summary) * text.line)
    picture = Box(inner.x, inner.y, inner.w, height)
    marks += _illustration(desk, gallery, article, picture, "wide")
    marks += _numeral(desk, index + 1, picture.x, picture.y, 92)
    y = picture.bottom + 18
    for line in titles:
        marks.append(desk.setter.words(line, title, palette.ink, inner.x, y + title.size * 0.95))
        y += title.line
    y += 16
    for line in summary:
        marks.append(desk.setter.words(line, text, palette.ink, inner.x, y + text.size * 0.95))
        y += text.line
    return [*marks, *_record(desk, article, inner, inner.bottom)]


def _record(desk: Desk, article: Article, inner: Box, baseline: float) -> list[Mark]:
    palette, label = desk.theme.palette, desk.style("label")
    marks: list[Mark] = [kicker(desk, about_minutes(article.minutes), inner.x, baseline, palette.tomato)]
    marks.append(desk.setter.words(article.status, label, palette.mocha, inner.right, baseline, "end"))
    if article.best is not None and article.stopped_at is None:
        left = inner.right - desk.width(article.status, "label") - 300
        marks += inks.beans(palette, left, baseline - 9, article.best // 2, scale=0.56, ground=palette.white)
    return marks


def _beside(desk: Desk, gallery: Gallery, article: Article, index: int, inner: Box) -> list[Mark]:
    """Return an article with its picture at the left, so that large type leaves the heads whole."""
    palette = desk.theme.palette
    title, text, label = desk.style("headline"), desk.style("column"), desk.style("label")
    side = min(inner.h * 0.8, inner.w * 0.34)
    picture = Box(inner.x, inner.y, side, min(inner.h, side / 0.83))
    marks = _illustration(desk, gallery, article, picture, "tall")
    marks += _numeral(desk, index + 1, picture.x, picture.y, 64)
    x = picture.right + 36
    width = inner.right - x
    titles = balance(typographic(article.headline), title, width, desk.setter.measure)
    facts = _fact_lines(desk, article, width)
    high = inner.h - len(facts) * label.line - 18
    if len(titles) > 3 or len(titles) * title.line > high:
        title = desk.style("headline-small")
        titles = balance(typographic(article.headline), title, width, desk.setter.measure)
    if len(titles) * title.line > high:
        titles = shortened(desk, typographic(article.headline), title, width, max(1, int(high // title.line)))
    y = inner.y
    for line in titles:
        marks.append(desk.setter.words(line, title, palette.ink, x, y + title.size * 0.95))
        y += title.line
    y += 18
    bottom = inner.bottom - len(facts) * label.line
    fits = int((bottom - y) // text.line)
    for line in shortened(desk, typographic(article.summary), text, width, fits) if fits > 1 else []:
        marks.append(desk.setter.words(line, text, palette.ink, x, y + text.size * 0.95))
        y += text.line
    marks += [desk.setter.words(line, label, palette.mocha, x, bottom + label.size + n * label.line) for n, line in enumerate(facts)]
    return marks


def _fact_lines(desk: Desk, article: Article, width: float) -> list[str]:
    """Return the length and how it was played, on one line or on one each."""
    together = _facts(article)
    if desk.width(together, "label") <= width:
        return [together]
    return [minutes(article.minutes), *wrap(article.status, desk.style("label"), width, desk.setter.measure)]


def _facts(article: Article) -> str:
    return f"{minutes(article.minutes)} · {article.status}"


def _second(desk: Desk, gallery: Gallery, article: Article, index: int, box: Box, *, picked: bool) -> list[Mark]:
    palette = desk.theme.palette
    marks = _ground(desk, box, picked)
    inner = Box(box.x + 24, box.y + 14, box.w - 36, box.h - 28)
    if not picked:
        marks.append(hairline(box.y, box.x + 24, box.w - 36, palette.ink))
    roomy = desk.theme.text <= 1.3
    picture_width = min(268.0, inner.h * 0.86) if roomy else 150.0
    picture = Box(inner.x, inner.y, picture_width, inner.h if roomy else min(inner.h, 180))
    marks += _illustration(desk, gallery, article, picture, "tall")
    marks += _numeral(desk, index + 1, picture.x, picture.y, 64)
    x = picture.right + 28
    width = inner.right - x
    title, text, label = desk.style("headline-small"), desk.style("column"), desk.style("label")
    small = Style(title.face, title.size * (0.86 if not roomy else 1.0), title.lead, title.tracking)
    facts = _fact_lines(desk, article, width)
    y = inner.y - 4
    bottom = inner.bottom - len(facts) * label.line
    for line in balance(typographic(article.headline), small, width, desk.setter.measure):
        marks.append(desk.setter.words(line, small, palette.ink, x, y + small.size * 0.95))
        y += small.line
    y += 12
    lines = wrap(typographic(article.summary), text, width, desk.setter.measure)
    fits = max(0, int((bottom - y) // text.line))
    if len(lines) > fits:
        lines = _sentence(article.summary, text, width, desk, fits)
    for line in lines:
        marks.append(desk.setter.words(line, text, palette.ink, x, y + text.size * 0.95))
        y += text.line
    for n, line in enumerate(facts):
        marks.append(desk.setter.words(line, label, palette.mocha, x, bottom + label.size + n * label.line))
    return marks


def _sentence(summary: str, style: Style, width: float, desk: Desk, fits: int) -> list[str]:
    """Return the first sentence if it fits, or as many lines as do."""
    first = typographic(summary.split(". ", maxsplit=1)[0].rstrip(".") + ".")
    lines = wrap(first, style, width, desk.setter.measure)
    if len(lines) <= fits:
        return lines
    if fits < 2:
        return []
    return shortened(desk, first, style, width, fits)
