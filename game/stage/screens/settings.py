"""Settings: each changes at once and is kept; the page shows what it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from game.stage.components import Desk, Hint, hairline, kicker, note, quoted, rows
from game.stage.gallery import Gallery
from game.stage.intents import Change, Close, Intents
from game.stage.page import Box, Fill, Galley, Mark, Page, Target, stacked
from game.stage.theme import FRANKLIN
from game.stage.typesetting import typographic
from game.stage.views import Columnist
from game.stage.whole import headline, whole


class Values(Protocol):
    """What the page needs to know of the settings."""

    @property
    def text_size(self) -> int:
        """In per cent: 100, 125, 150 or 200."""
        ...

    @property
    def columnist(self) -> str:
        """When she speaks, in the words of `Columnist`."""
        ...

    @property
    def full_screen(self) -> bool:
        """Whether the window fills the screen."""
        ...

    @property
    def look(self) -> str:
        """Either "paper" or "projector"."""
        ...

    @property
    def motion(self) -> str:
        """Whether pages move: "full", "reduced", or "system", as the system's own setting asks."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One setting, with its values in the order in which they stand on the page."""

    field: str
    title: str
    names: tuple[str, ...]
    values: tuple[int | str | bool, ...]


ROWS = (
    Row("text_size", "Text size", ("100 %", "125 %", "150 %", "200 %"), (100, 125, 150, 200)),
    Row("columnist", "The columnist speaks", tuple(each.value for each in Columnist), tuple(each.value for each in Columnist)),
    Row("full_screen", "Window", ("full screen", "window"), (True, False)),
    Row("look", "Look", ("paper", "projector"), ("paper", "projector")),
    Row("motion", "Motion", ("as the system", "full", "reduced"), ("system", "full", "reduced")),
)

AFTER_EACH = "After each choice, in the margin. Never before you have spoken."
AT_THE_END = "At the end: she waits for the column, and you play as in life. Nobody tells you."


class SettingsScreen:
    """A row a setting; left and right change it at once."""

    hover: str | None = None

    def __init__(self, settings: Values) -> None:
        self.settings, self.cursor = settings, 0

    def chosen(self, row: Row) -> int:
        """Return which of a row's values holds, from 0."""
        value = getattr(self.settings, row.field)
        return row.values.index(value) if value in row.values else 0

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move the cursor. At the ends of a row nothing happens."""
        row = ROWS[self.cursor]
        at, last = self.chosen(row), len(row.names) - 1
        match key:
            case "escape":
                return (Close(),)
            case "up" | "down":
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(ROWS)
            case "left" if at > 0:
                return (Change(row.field, -1),)
            case "right" if at < last:
                return (Change(row.field, 1),)
            case "enter" | "space":
                return (Change(row.field, 1 if at < last else -last),)
            case _ if key.startswith("row:") and int(key[4:]) < len(ROWS):
                self.cursor = int(key[4:])
            case _ if key.startswith("set:"):
                return self._set(key)
        return ()

    def _set(self, key: str) -> Intents:
        _, field, index = key.split(":")
        for number, row in enumerate(ROWS):
            if row.field == field:
                self.cursor = number
                by = int(index) - self.chosen(row)
                return (Change(field, by),) if by else ()
        return ()

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the rows, and beside or below them what they do."""
        palette, narrow = desk.theme.palette, desk.theme.narrow
        hints = (Hint("Enter", "change", "enter"), Hint("↑↓", "setting", "down"), Hint("←→", "back and forth", "right"),
                 Hint("Esc", "back; it is saved already", "escape"))
        frame = whole(desk, "Settings", (*hints[:2], hints[3]) if narrow else hints, right="Kept on this computer only")
        marks, area = headline(desk, frame.area, "As you like it")
        body = list(marks)
        width = area.w if narrow else 1180.0
        style = desk.style("choice")
        height = min(124.0 if not narrow else style.size * 2.1, (area.h - 30) / len(ROWS))
        titles = max(desk.width(row.title, "choice-picked") for row in ROWS) * 1.03 + (48 if narrow else 56)
        targets: list[Target] = []
        body.append(hairline(area.y, area.x, width, palette.ink))
        for index, row in enumerate(ROWS):
            box = Box(area.x, area.y + 2 + index * height, width, height - 2)
            placed, places = self._row(desk, index, row, box, titles)
            body += placed
            targets += places
        bottom = area.y + 2 + len(ROWS) * height
        if narrow:
            body += self._below(desk, Box(area.x, bottom + 14, area.w, area.bottom - bottom - 20))
        else:
            right = Box(1336, area.y, area.right - 1336, area.h - 14)
            body.append(Fill(Box(1294, area.y, 2, max(5 * height, area.h - 24)), palette.ink))
            body += self._beside(desk, right)
        return frame.page(body, targets)

    def _row(self, desk: Desk, index: int, row: Row, box: Box, titles: float) -> tuple[list[Mark], list[Target]]:
        palette, words = desk.theme.palette, desk.setter.words
        on, picked = index == self.cursor, desk.style("choice-picked")
        marks: list[Mark] = []
        if on:
            marks += [Fill(Box(box.x - 12, box.y, box.w + 12, box.h), palette.white)]
        if on or (self.hover or "").startswith((f"row:{index}", f"set:{row.field}:")):
            marks.append(Fill(Box(box.x - 24, box.y, 12, box.h), palette.tomato))
        baseline = box.y + box.h / 2 + picked.size * 0.35
        title = replace(picked, face=FRANKLIN[700]) if on else picked
        marks.append(words(row.title, title, palette.ink, box.x + 8, baseline))
        targets = [Target(Box(box.x - 24, box.y, box.w + 24, box.h), f"row:{index}")]
        x, high = box.x + titles, picked.size * 1.72
        for number, name in enumerate(row.names):
            wide = desk.setter.measure(name, picked) + (30 if desk.theme.narrow else 40)
            held = number == self.chosen(row)
            place = Box(x, box.y + (box.h - high) / 2, wide, high)
            if held:
                marks.append(Fill(place, palette.ink))
            colour = palette.white if held else palette.espresso
            marks.append(words(name, picked, colour, x + wide / 2, baseline, "middle"))
            if not held and self.hover == f"set:{row.field}:{number}":
                marks.append(hairline(place.bottom - 4, x + 16, wide - 32, palette.tomato, 4))
            targets.append(Target(Box(x, box.y, wide, box.h), f"set:{row.field}:{number}"))
            x += wide + 8
        marks.append(hairline(box.bottom, box.x, box.w, palette.ink))
        return marks, targets

    # -------------------------------------------------------- what it does

    def _samples(self, desk: Desk, width: float) -> list[Galley]:
        """Return the result in true size, the most telling first."""
        palette = desk.theme.palette
        after = self.settings.columnist == Columnist.AFTER_EACH_CHOICE.value
        speech = _stacked(quoted(desk, "It starts at ten. So, is it awful?", "speech", width if desk.theme.narrow else width - 70, indent=44 * desk.theme.text))
        answer = _stacked(rows(desk, ["“It is, a bit. Go, or she’ll be late.”"], width - 24, 0))
        told = note(desk, typographic(AFTER_EACH if after else AT_THE_END), "warm" if after else "neutral", width, palette.tomato)
        other = desk.setter.text(AT_THE_END if after else AFTER_EACH, desk.style("column"), palette.espresso, width)
        rule = Galley((hairline(0, 0, width, palette.ink),), 2, before=24)
        return [speech, _moved(answer, 24).with_before(18), told.with_before(30), rule, other.with_before(20)]

    def _beside(self, desk: Desk, box: Box) -> list[Mark]:
        size = desk.style("kicker").size
        marks: list[Mark] = [kicker(desk, "So it will look", box.x, box.y + size, desk.theme.palette.mocha)]
        return marks + _filled(self._samples(desk, box.w), box, box.y + size * 1.7)

    def _below(self, desk: Desk, box: Box) -> list[Mark]:
        speech, _, told, *_ = self._samples(desk, box.w)
        sample = told if ROWS[self.cursor].field == "columnist" else speech
        return _filled([sample], box, box.y)

    def text(self) -> list[str]:
        """Return the settings in reading order."""
        return ["Settings", *(f"{row.title}: {row.names[self.chosen(row)]} (of {', '.join(row.names)})" for row in ROWS)]


def _filled(galleys: list[Galley], box: Box, y: float) -> list[Mark]:
    """Return as many galleys as a box holds from `y` on."""
    marks: list[Mark] = []
    for index, galley in enumerate(galleys):
        y += galley.before if index else 0
        if y + galley.height > box.bottom:
            break
        marks += galley.at(box.x, y)[0]
        y += galley.height
    return marks


def _stacked(galleys: list[Galley]) -> Galley:
    whole_ = stacked(galleys)
    return Galley(whole_.marks, whole_.height)


def _moved(galley: Galley, dx: float) -> Galley:
    return Galley(galley.at(dx, 0)[0], galley.height)
