"""The tables of a room beside each other: what each one's own answers would have brought, in the order of their numbers."""

from __future__ import annotations

from game.language import N_, _, n_
from game.projector.frame import RoomScreen, figures, room_page, sans
from game.projector.hints import space
from game.projector.intents import ClosePage, RoomIntents
from game.projector.screens.column_figures import figure, one_line
from game.room.findings import Table, tables
from game.room.setup import MOST_TABLES
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Mark, Page
from game.stage.theme import MARGIN, WIDTH
from game.stage.whole import shortened

HEADLINE = N_("What each table’s answers would have brought")
EXPLAINED = N_("Points of capital, all moments together, each in the story that the room lived.")
NONE = N_("No table has answered yet.")
MOST_ROWS = 10
"""Of one column; up to forty tables stand in four."""


class TablesScreen(RoomScreen):
    """A bar a table."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        return (ClosePage(),) if key in ("escape", "enter", "space", "left", "right", "t") else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        palette, area_width = desk.theme.palette, WIDTH - 2 * MARGIN
        frame = room_page(desk, _("Tables"), (space(_("back to the talk")),))
        marks: list[Mark] = [one_line(desk, _(HEADLINE), 82, area_width, 216)]
        marks.append(desk.setter.words(shortened(desk, _(EXPLAINED), sans(38), area_width, 1)[0], sans(38), palette.mocha, MARGIN, 276))
        found = tables(self.session)
        if not found:
            marks.append(desk.setter.words(_(NONE), sans(46), palette.ink, MARGIN, 420))
        columns = max(1, -(-len(found) // MOST_ROWS))
        rows = -(-len(found) // columns)
        gap = 56.0
        across = (area_width - gap * (columns - 1)) / columns
        row = min(96.0, (frame.area.bottom - 24 - 310) / max(1, rows))
        low, high = min([0, *(each.total for each in found)]), max([1, *(each.total for each in found)])
        for number, each in enumerate(found):
            x = MARGIN + (number // rows) * (across + gap)
            y = 310 + (number % rows) * row
            marks += _bar(desk, each, Box(x, y, across, row), low, high)
        return frame.page(marks)

    def text(self) -> list[str]:
        """Return the page in reading order."""
        said = [
            n_("Table {table}: {n} point.", "Table {table}: {n} points.", each.total, table=each.table) for each in tables(self.session)
        ]
        return [_(HEADLINE), _(EXPLAINED), *(said or [_(NONE)])]


def _bar(desk: Desk, table: Table, box: Box, low: int, high: int) -> list[Mark]:
    """Return one table: its number, its bar from the line of nothing, and its figure."""
    palette, words = desk.theme.palette, desk.setter.words
    base = box.y + box.h / 2 + 14
    name = sans(40 if box.w > 500 else 36, 700)
    label = _("Table {number}", number=table.table) if box.w > 500 else str(table.table)
    indent = desk.setter.measure(_("Table {number}", number=MOST_TABLES) if box.w > 500 else "40", name) + 22
    style = figures(52 if box.w > 500 else 44)
    room = desk.setter.measure("−000", style) + 16
    left, width = box.x + indent, box.w - indent - room
    zero = left + width * -low / (high - low)
    end = left + width * (table.total - low) / (high - low)
    thick = min(44.0, box.h * 0.56)
    marks: list[Mark] = [words(label, name, palette.ink, box.x, base)]
    marks.append(Fill(Box(left, box.y + (box.h - thick) / 2, width, thick), palette.deep))
    if table.total:
        colour = palette.ink if table.total > 0 else palette.tomato
        marks.append(Fill(Box(min(zero, end), box.y + (box.h - thick) / 2, abs(end - zero), thick), colour))
    marks.append(Fill(Box(zero - 1.5, box.y + (box.h - thick) / 2 - 5, 3, thick + 10), palette.ink))
    wide = desk.setter.measure(str(abs(table.total)), style) + (style.size * 0.46 if table.total < 0 else 0)
    if table.total < 0:
        return [*marks, *figure(desk, table.total, style.size, left + width + 18 + wide, base + 4, palette.ink)]
    return [*marks, words(str(table.total), style, palette.ink, left + width + 18, base + 4)]
