"""Settings: each changes at once and is kept; the page shows what it does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from game.language import _, p_
from game.records.settings import Settings
from game.stage import inks
from game.stage.components import Desk, Hint, clipped, figure_style, hairline, kicker, note, quoted, rows
from game.stage.gallery import Gallery
from game.stage.intents import Change, Close, Intents, Open
from game.stage.outline import Node, Outline, Role, heading, in_lines
from game.stage.page import Box, Fill, Galley, Mark, Page, Target, paged, stacked
from game.stage.theme import FRANKLIN
from game.stage.typesetting import typographic, wrap
from game.stage.views import Columnist
from game.stage.whole import whole
from game.stage.wishes import GROUPS, ROWS, Row

STARTS = (0, *accumulate(len(group.rows) for group in GROUPS))
"""The number of the first row of each group, and how many there are in all."""
KEYS = len(ROWS) - 1
"""The row that opens the page of one's own keys."""
ASIDE = 1180.0
"""How wide the rows are where what they do is shown beside them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the values of a row are set."""

    x: float
    width: float
    below: bool
    """Whether they stand under the title."""


class SettingsScreen:
    """A row a setting, a group of them a page; left and right change it at once."""

    hover: str | None = None

    def __init__(self, settings: Settings) -> None:
        self.settings, self.cursor = settings, 0

    @property
    def group(self) -> int:
        """Which group the cursor is in, from 0."""
        return next(n for n, start in enumerate(STARTS[1:]) if self.cursor < start)

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move the cursor. At the ends of a row nothing happens."""
        if key.startswith("set:"):
            return self._set(key)
        row = ROWS[self.cursor]
        last, at = len(row.values) - 1, row.held(self.settings) if row.values else 0
        match key:
            case "escape":
                return (Close(),)
            case "up" | "down":
                self.cursor = (self.cursor + (1 if key == "down" else -1)) % len(ROWS)
            case "enter" | "space" if not row.values:
                return (Open(row.field),)
            case "left" if at > 0:
                return (Change(row.field, -1),)
            case "right" if at < last:
                return (Change(row.field, 1),)
            case "enter" | "space":
                return (Change(row.field, 1 if at < last else -last),)
            case _ if key.isdigit() and 0 < int(key) <= len(GROUPS):
                self.cursor = STARTS[int(key) - 1]
            case _ if key.startswith("row:") and int(key[4:]) < len(ROWS):
                self.cursor = int(key[4:])
                return () if ROWS[self.cursor].values else (Open(ROWS[self.cursor].field),)
        return ()

    def _set(self, key: str) -> Intents:
        _name, field, index = key.split(":")
        for number, row in enumerate(ROWS):
            if row.field == field and int(index) < len(row.values):
                self.cursor = number
                by = int(index) - row.held(self.settings)
                return (Change(field, by),) if by else ()
        return ()

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the rows of a group, and beside or below them what they do."""
        palette, narrow = desk.theme.palette, desk.theme.narrow
        frame = whole(desk, _("Settings"), self._hints(desk), right=_("Kept on this computer only"))
        tabs, targets, area = self._tabs(desk, frame.area)
        width = area.w if narrow else ASIDE
        group = GROUPS[self.group]
        about = self._about(desk, area.w) if narrow else Galley((), 0)
        room = area.h - about.height - (28 if narrow else 10)
        first = STARTS[self.group]
        galleys = [self._row(desk, first + n, row, width) for n, row in enumerate(group.rows)]
        pages = paged(galleys, room - 2)
        shown = next(page for page in pages if any(galley is galleys[self.cursor - first] for galley in page))
        body: list[Mark] = [*tabs, hairline(area.y, area.x, width, palette.ink)]
        y = area.y + 2
        for galley in shown:
            placed, places = galley.at(area.x, y)
            body += placed
            targets += places
            y += galley.height
        if len(pages) > 1:
            text = _("page {n} of {many}", n=pages.index(shown) + 1, many=len(pages))
            which = self._which(desk, text, frame.area)
            if which.box.x > max(target.box.right for target in targets[: len(GROUPS)]) + 16:
                body.append(which)
            else:  # the names of the groups have taken the room
                frame = whole(desk, _("Settings"), self._hints(desk), right=text)
        if narrow:
            body += about.at(area.x, area.bottom - about.height - 8)[0]
        else:
            body.append(Fill(Box(1294, area.y, 2, area.h - 24), palette.ink))
            body += self._beside(desk, Box(1336, area.y, area.right - 1336, area.h - 14))
        return frame.page(body, targets)

    def _hints(self, desk: Desk) -> tuple[Hint, ...]:
        first = Hint("Enter", _("change") if ROWS[self.cursor].values else _("open"), "enter")
        back = Hint("Esc", _("back; it is saved already"), "escape")
        if desk.theme.narrow:
            return first, Hint("↑↓", _("setting"), "down"), back
        return first, Hint("↑↓", _("setting"), "down"), Hint("←→", _("back and forth"), "right"), back

    def _tabs(self, desk: Desk, area: Box) -> tuple[list[Mark], list[Target], Box]:
        """Return the names of the groups, of which the open one is ink, and the area below them."""
        palette, words = desk.theme.palette, desk.setter.words
        style = desk.style("headline-small")
        marks: list[Mark] = []
        targets: list[Target] = []
        figure = figure_style(style.size * 0.72)
        high = max(60.0, style.size * 1.5)
        top, x = area.y + 16, area.x
        wide = [desk.setter.measure(_(group.title), style) + figure.size + 52 for group in GROUPS]
        gap = min(28.0, (area.w - sum(wide)) / (len(GROUPS) - 1))
        for number, group in enumerate(GROUPS):
            on = number == self.group
            box = Box(x, top, wide[number], high)
            if on:
                marks.append(Fill(box, palette.ink))
            elif self.hover == f"{number + 1}":
                marks.append(hairline(box.bottom - 6, x, wide[number], palette.tomato, 6))
            base = top + high / 2 + style.size * 0.34
            marks.append(words(str(number + 1), figure, palette.white if on else palette.tomato, x + 20, base))
            marks.append(words(_(group.title), style, palette.white if on else palette.ink, x + 20 + figure.size * 0.5 + 16, base))
            targets.append(Target(box, f"{number + 1}", _(group.title)))
            x += wide[number] + gap
        below = top + high + 14
        return marks, targets, Box(area.x, below, area.w, area.bottom - below)

    def _which(self, desk: Desk, text: str, area: Box) -> Mark:
        style = desk.style("label")
        return desk.setter.words(text, style, desk.theme.palette.mocha, area.right, area.y + 16 + max(60.0, desk.style("headline-small").size * 1.5) / 2 + style.size * 0.35, "end")

    # -------------------------------------------------------- a row

    def _row(self, desk: Desk, index: int, row: Row, width: float) -> Galley:
        palette, words = desk.theme.palette, desk.setter.words
        on, style = index == self.cursor, desk.style("choice-picked")
        place = self._place(desk, row, width)
        title_width = width - 16 if place.below or not row.values else place.x - 24
        titles = wrap(_(row.title), style, title_width, desk.setter.measure)
        line = max(desk.height / 20, style.size * 1.72)
        high = max(line, (len(titles) - 1) * style.line + line) + (line if place.below else 0) + 16
        if not desk.theme.narrow:
            high = max(high, min(104.0, 0.66 * desk.height / len(GROUPS[self.group].rows)))
        marks: list[Mark] = []
        if on:
            marks.append(Fill(Box(-12, 0, width + 12, high), palette.white))
        if on or (self.hover or "").startswith((f"row:{index}", f"set:{row.field}:")):
            marks.append(Fill(Box(-24, 0, 12, high), palette.tomato))
        face = FRANKLIN[700] if on else style.face
        bold = type(style)(face, style.size, style.lead, style.tracking)
        middle = (high - (line if place.below else 0)) / 2
        base = middle + style.size * 0.35 - (len(titles) - 1) * style.line / 2
        marks += [words(text, bold, palette.ink, 8, base + n * style.line) for n, text in enumerate(titles)]
        targets = [Target(Box(-24, 0, width + 24, high), f"row:{index}", _(row.title))]
        if row.values:
            at = high - 8 - line / 2 if place.below else high / 2
            placed, places = self._values(desk, row, place, at)
            marks += placed
            targets += places
        else:
            marks.append(inks.arrow(width - 40, high / 2, 0, style.size * 0.9, palette.ink))
        marks.append(hairline(high, 0, width, palette.ink))
        return Galley(tuple(marks), high + 2, tuple(targets))

    def _widths(self, desk: Desk, row: Row) -> list[float]:
        pad = 30 if desk.theme.narrow else 40
        return [desk.setter.measure(row.named(n), desk.style("choice-picked")) + pad for n in range(len(row.values))]

    def _place(self, desk: Desk, row: Row, width: float) -> Place:
        """Return where the values stand: beside the longest title of the group, beside their own, or below it."""
        style = desk.style("choice-picked")
        if not row.values:
            return Place(width, 0, False)
        group = GROUPS[self.group].rows
        widths = self._widths(desk, row)
        all_ = sum(widths) + 8 * (len(widths) - 1)
        stepper = max(widths) + 2 * self._arrow(desk)
        common = max(desk.setter.measure(_(each.title), style) for each in group if each.values) * 1.03 + 56
        common = min(common, width * 0.46)
        own = desk.setter.measure(_(row.title), style) * 1.03 + 40
        for need in (all_, stepper):
            if common + need <= width and own <= common + 24:
                return Place(common, width - common, False)
            if own + need <= width:
                return Place(width - need, need, False)
        return Place(8, width - 8, True)

    def _arrow(self, desk: Desk) -> float:
        return max(54.0, desk.style("choice-picked").size * 1.3)

    def _values(self, desk: Desk, row: Row, place: Place, middle: float) -> tuple[list[Mark], list[Target]]:
        widths = self._widths(desk, row)
        if sum(widths) + 8 * (len(widths) - 1) <= place.width + 0.5:
            return self._all(desk, row, widths, place.x, middle)
        return self._one(desk, row, max(widths), place.x, middle)

    def _all(self, desk: Desk, row: Row, widths: list[float], x: float, middle: float) -> tuple[list[Mark], list[Target]]:
        """Return all values side by side, of which the chosen one is an ink box."""
        palette, style = desk.theme.palette, desk.style("choice-picked")
        marks: list[Mark] = []
        targets: list[Target] = []
        high = max(desk.height / 20, style.size * 1.72)
        for number, wide in enumerate(widths):
            name, box = row.named(number), Box(x, middle - high / 2, wide, high)
            on = number == row.held(self.settings)
            if on:
                marks.append(Fill(box, palette.ink))
            elif self.hover == f"set:{row.field}:{number}":
                marks.append(hairline(box.bottom - 4, x + 16, wide - 32, palette.tomato, 4))
            colour = palette.white if on else palette.espresso
            marks.append(desk.setter.words(name, style, colour, x + wide / 2, middle + style.size * 0.35, "middle"))
            targets.append(Target(box, f"set:{row.field}:{number}", name))
            x += wide + 8
        return marks, targets

    def _one(self, desk: Desk, row: Row, wide: float, x: float, middle: float) -> tuple[list[Mark], list[Target]]:
        """Return the chosen value alone, between arrows to the others."""
        palette, style, side = desk.theme.palette, desk.style("choice-picked"), self._arrow(desk)
        high = max(desk.height / 20, style.size * 1.72)
        held = row.held(self.settings)
        marks: list[Mark] = [
            Fill(Box(x + side, middle - high / 2, wide, high), palette.ink),
            desk.setter.words(row.named(held), style, palette.white, x + side + wide / 2, middle + style.size * 0.35, "middle"),
        ]
        targets: list[Target] = []
        for left, quarter, other in ((x, 2, held - 1), (x + side + wide, 0, held + 1)):
            if 0 <= other < len(row.values):
                marks.append(inks.arrow(left + side / 2, middle, quarter, style.size * 0.8, palette.ink))
                targets.append(Target(Box(left, middle - high / 2, side, high), f"set:{row.field}:{other}", row.named(other)))
        return marks, targets

    # -------------------------------------------------------- what it does

    def _about(self, desk: Desk, width: float) -> Galley:
        """Return what the row does, in the height that the longest of its group needs, so that no row moves."""
        style = desk.style("small") if desk.theme.text > 1.6 else desk.style("reason")
        lines = [wrap(_(row.about), style, width, desk.setter.measure) for row in GROUPS[self.group].rows]
        own = lines[self.cursor - STARTS[self.group]]
        colour = desk.theme.palette.espresso
        marks = tuple(desk.setter.words(text, style, colour, 8, style.size + n * style.line) for n, text in enumerate(own))
        return Galley(marks, max(map(len, lines)) * style.line + 6)

    def _samples(self, desk: Desk, width: float) -> list[Galley]:
        """Return the row's own words, and then the result in true size, the most telling first."""
        palette = desk.theme.palette
        row, after = ROWS[self.cursor], self.settings.columnist == Columnist.AFTER_EACH_CHOICE.value
        about = desk.setter.text(_(row.about), desk.style("reason"), palette.espresso, width)
        speech = _stacked(quoted(desk, typographic(_("It starts at ten. So, is it awful?")), "speech", width - 30, indent=44 * desk.theme.text))
        answer = _stacked(rows(desk, [_("“It is, a bit. Go, or she’ll be late.”")], width - 24, 0))
        told = _("After each choice, in the margin.") if after else _("In the column, when all is over.")
        margin = note(desk, typographic(told), "warm" if after else "neutral", width, palette.teal if after else palette.tomato)
        capital = Galley(inks.beans(palette, 8, 24, 27, scale=0.8, change=6), 48)
        return [about, _moved(speech, 0).with_before(36), _moved(answer, 24).with_before(18), margin.with_before(30), capital.with_before(24)]

    def _beside(self, desk: Desk, box: Box) -> list[Mark]:
        size = desk.style("kicker").size
        title = clipped(desk, _("So it will look").upper(), "kicker", box.w)
        marks: list[Mark] = [kicker(desk, title, box.x, box.y + size, desk.theme.palette.mocha)]
        return marks + _filled(self._samples(desk, box.w), box, box.y + size * 1.7)

    # -------------------------------------------------------- in words

    def text(self) -> list[str]:
        """Return the settings in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return all settings, group by group, and the ways on."""
        nodes: list[Node] = [heading(_("Settings"))]
        for number, group in enumerate(GROUPS):
            nodes.append(heading(_(group.title), 2))
            for offset, row in enumerate(group.rows):
                nodes.append(self._node(STARTS[number] + offset, row))
        back = Node(Role.BUTTON, _("back; it is saved already"), "escape", cap="Esc")
        return (*nodes, back)

    def _node(self, index: int, row: Row) -> Node:
        value = row.named(row.held(self.settings)) if row.values else p_("setting", "a page of its own")
        return Node(
            Role.SETTING, _(row.title), f"row:{index}", position=(index + 1, len(ROWS)), selected=index == self.cursor, value=value
        )


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
