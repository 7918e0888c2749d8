"""The page that makes the game fit somebody: eight things, each on one key, and each shown on this very page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from game.language import N_, _, p_
from game.records.settings import ALLOWED, Settings
from game.stage.components import Desk, Hint, figure_style, hairline
from game.stage.gallery import Gallery
from game.stage.intents import Change, Close, Intents
from game.stage.outline import Node, Outline, Role, heading, in_lines
from game.stage.page import Box, Fill, Frame, Galley, Mark, Page, Style, Target, paged
from game.stage.theme import FRANKLIN
from game.stage.typesetting import wrap
from game.stage.whole import headline, whole
from game.stage.wishes import row_of

ROOMY = 1.6
"""Up to this size of text the page has room for a headline."""
LEAST_SIZE = 42.0
"""Of the rows, in points: whoever needs this page cannot read small type."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to have otherwise: a round of states, each of which is what some settings are then."""

    title: str
    states: tuple[dict[str, Any], ...]
    """In the order in which they come round; the first is how the game comes."""
    named: Callable[[Settings], str]
    """Returns how the state that holds is called."""

    def held(self, settings: Settings) -> int:
        """Return which of the states holds, from 0; the last one that is passed where none does in full."""
        at = [n for n, state in enumerate(self.states) if all(getattr(settings, name) == value for name, value in state.items())]
        return at[0] if at else -1

    def asked(self, settings: Settings, by: int) -> Intents:
        """Return what must change to come to a state further on, or back; round at the ends."""
        to = self.states[(max(0, self.held(settings)) + by) % len(self.states)]
        return tuple(
            Change(name, ALLOWED[name].index(value) - ALLOWED[name].index(getattr(settings, name)))
            for name, value in to.items() if getattr(settings, name) != value
        )


def _each(field: str, *but: object) -> tuple[dict[str, Any], ...]:
    return tuple({field: value} for value in ALLOWED[field] if value not in but)


def _called(field: str) -> Callable[[Settings], str]:
    return lambda settings: row_of(field).named(row_of(field).held(settings))


def _sound(settings: Settings) -> str:
    if not settings.sound:
        return p_("setting", "off")
    return p_("setting", "on, with captions") if settings.captions else p_("setting", "on")


def _calm(settings: Settings) -> str:
    return p_("setting", "on") if settings.motion == "reduced" else _called("motion")(settings)


WISHES = (
    Wish(N_("Larger text"), _each("text_size"), _called("text_size")),
    Wish(N_("Easier letters"), _each("face"), _called("face")),
    Wish(N_("Dark, or high contrast"), _each("look", "projector"), _called("look")),
    Wish(N_("Read aloud"), _each("speech"), _called("speech")),
    Wish(N_("Play with a switch"), _each("switches"), _called("switches")),
    Wish(N_("Calmer: nothing moves"), ({"motion": "system"}, {"motion": "reduced"}), _calm),
    Wish(N_("Sound and captions"), ({"sound": True, "captions": False}, {"sound": True, "captions": True}, {"sound": False}), _sound),
    Wish(N_("Language"), _each("language"), _called("language")),
)


class EaseScreen:
    """A row a wish; its number, or Enter, changes it at once."""

    hover: str | None = None

    def __init__(self, settings: Settings) -> None:
        self.settings, self.cursor = settings, 0

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move the cursor."""
        match key:
            case "escape" | "f1":
                return (Close(),)
            case "up" | "down":
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(WISHES)
            case "enter" | "space" | "right":
                return self._turn(self.cursor, 1)
            case "left":
                return self._turn(self.cursor, -1)
            case _ if key.isdigit() and 0 < int(key) <= len(WISHES):
                return self._turn(int(key) - 1, 1)
            case _ if key.startswith("row:") and int(key[4:]) < len(WISHES):
                return self._turn(int(key[4:]), 1)
        return ()

    def _turn(self, index: int, by: int) -> Intents:
        self.cursor = index
        return WISHES[index].asked(self.settings, by)

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the rows; where they do not all fit, those about the cursor."""
        palette, title = desk.theme.palette, _("Make it fit you")
        hints = (Hint("Enter", _("change"), "enter"), Hint("↑↓", _("choose"), "down"), Hint("Esc", _("back; it is saved already"), "escape"))
        frame = whole(desk, title if desk.theme.text > ROOMY else _("Ease"), hints)
        body: list[Mark] = []
        area = frame.area
        if desk.theme.text <= ROOMY:
            marks, area = headline(desk, area, title, _("A number changes it, at once"))
            body += marks
            body.append(hairline(area.y, area.x, area.w, palette.ink))
        targets: list[Target] = []
        galleys = self._rows(desk, area)
        pages = paged(galleys, area.h - 6)
        shown = next(page for page in pages if any(galley is galleys[self.cursor] for galley in page))
        y = area.y + 2
        for galley in shown:
            placed, places = galley.at(area.x, y)
            body += placed
            targets += places
            y += galley.height
        right = _("Kept on this computer only") if desk.theme.text <= ROOMY else ""
        if len(pages) > 1:
            right = _("page {n} of {many}", n=pages.index(shown) + 1, many=len(pages))
        return whole(desk, title if desk.theme.text > ROOMY else _("Ease"), hints, right=right).page(body, targets)

    def _rows(self, desk: Desk, area: Box) -> list[Galley]:
        """Return all rows, as high as the page allows."""
        style = desk.style("choice-picked")
        style = replace(style, size=max(style.size, LEAST_SIZE))
        widest = max(desk.setter.measure(_(wish.title), style) for wish in WISHES)
        values = max(desk.setter.measure(wish.named(self.settings), style) for wish in WISHES) + 44
        indent = 44 + style.size * 0.8
        column = max(min(indent + widest + 60, area.w - values), area.w * 0.4)
        heights = [self._row(desk, n, style, area.w, column, 0.0).height for n in range(len(WISHES))]
        spare = max(0.0, (area.h - 8 - sum(heights)) / len(WISHES))
        return [self._row(desk, n, style, area.w, column, min(spare, 26.0)) for n in range(len(WISHES))]

    def _row(self, desk: Desk, index: int, style: Style, width: float, column: float, spare: float) -> Galley:
        palette, words, wish = desk.theme.palette, desk.setter.words, WISHES[index]
        on = index == self.cursor
        figure = figure_style(style.size * 1.25)
        indent = 44 + style.size * 0.8
        name = wish.named(self.settings)
        wide = desk.setter.measure(name, style) + 44
        titles = wrap(_(wish.title), style, column - indent - 20, desk.setter.measure)
        high = max(desk.height / 20 + 8, style.size * 1.22 * len(titles) + 14) + spare
        marks: list[Mark] = []
        if on:
            marks.append(Fill(Box(-12, 0, width + 12, high), palette.white))
        if on or self.hover == f"row:{index}":
            marks.append(Fill(Box(-24, 0, 12, high), palette.tomato))
        middle = high / 2
        marks.append(words(str(index + 1), figure, palette.tomato, 32, middle + figure.size * 0.34, "middle"))
        bold = replace(style, face=FRANKLIN[700]) if on else style
        base = middle + style.size * 0.35 - (len(titles) - 1) * style.size * 1.22 / 2
        marks += [words(text, bold, palette.ink, indent, base + n * style.size * 1.22) for n, text in enumerate(titles)]
        tall = min(high - 10, style.size * 1.7)
        box = Box(column, middle - tall / 2, wide, tall)
        changed = wish.held(self.settings) != 0
        marks.append(Fill(box, palette.ink) if changed else Frame(box, palette.ink, 2.5))
        marks.append(words(name, style, palette.white if changed else palette.ink, box.x + wide / 2, middle + style.size * 0.35, "middle"))
        marks.append(hairline(high, 0, width, palette.ink))
        return Galley(tuple(marks), high + 2, (Target(Box(-24, 0, width + 48, high), f"row:{index}", _(wish.title)),))

    # -------------------------------------------------------- in words

    def text(self) -> list[str]:
        """Return the wishes in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the wishes with what holds now, and the way back."""
        rows = (
            Node(Role.SETTING, _(wish.title), f"row:{n}", position=(n + 1, len(WISHES)), selected=n == self.cursor,
                 value=wish.named(self.settings))
            for n, wish in enumerate(WISHES)
        )
        back = Node(Role.BUTTON, _("back; it is saved already"), "escape", cap="Esc")
        return (heading(_("Make it fit you")), *rows, back)
