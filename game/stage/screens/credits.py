"""Credits: where the game comes from, who made it, and what it stands on."""

from __future__ import annotations

from game.language import N_, _
from game.stage.components import Desk, Hint, double_rule, hairline, kicker
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.outline import Outline, in_lines
from game.stage.outlines.pages import makers
from game.stage.page import Box, Fill, Galley, Mark, Page, paged, stacked
from game.stage.screens.scene import Turning
from game.stage.typesetting import wrap
from game.stage.whole import whole

Piece = tuple[str, str]

COLUMNS: tuple[tuple[str, tuple[Piece, ...]], ...] = (
    (
        N_("Where it comes from"),
        (
            (
                N_("The column"),
                N_(
                    "“Networking – What NOT To Do!”, a blog post of 12 October 2009 by Thom Singer, with the letters of "
                    "its readers. The thirteen principles are read out of it and told in other words: no sentence of it "
                    "is in the game."
                ),
            ),
            (N_("The rule of the house"), N_("A relationship is mutual and ongoing. Capital is built before it is spent.")),
        ),
    ),
    (
        N_("Who made it"),
        (
            (
                N_("Words, people, places"),
                N_(
                    "Written and drawn for this game by the Coffee First authors. CC BY 4.0: copy, change, teach, and say "
                    "where they come from."
                ),
            ),
            (
                N_("Code"),
                N_("MIT licence. It runs on Python and stands on pygame-ce (LGPL), PyYAML (MIT), click (BSD) and platformdirs (MIT)."),
            ),
        ),
    ),
    (
        # Translators: the type in which the game is set; below stand the names of typefaces
        N_("Set in"),
        (
            (
                N_("For the newspaper"),
                "Newsreader, Literata, Source Serif 4, Libre Franklin, Noto Naskh Arabic. By Production Type, TypeTogether, "
                "Adobe, Impallari Type, Google",
            ),
            (N_("For easier reading"), "Atkinson Hyperlegible Next (Braille Institute), Lexend"),
            (N_("All under the OFL 1.1"), N_("The licence texts lie beside the fonts.")),
        ),
    ),
)
PROMISE = N_("No network, no account, nothing phones home. Your plays stay on this computer until you erase them.")


def columns() -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """Return the columns in the language that is spoken; names of people and of typefaces stay."""
    return tuple((_(name), tuple((_(head), _(text)) for head, text in pieces)) for name, pieces in COLUMNS)


class CreditsScreen(Turning):
    """Three columns under the masthead; one column on several pages where the type is large."""

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        if self.turned(key):
            return ()
        return (Close(),) if key in ("escape", "c", "enter", "space") else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the credits."""
        hints = (Hint("Esc", _("back"), "escape"),)
        if not desk.theme.narrow and (page := self._spread(desk, hints)) is not None:
            self.count(1)
            return page
        return self._pages(desk)

    def _spread(self, desk: Desk, hints: tuple[Hint, ...]) -> Page | None:
        """Return the three columns under the masthead, or None where they do not fit."""
        palette, words = desk.theme.palette, desk.setter.words
        frame = whole(desk, "", hints)
        left, right, middle = frame.area.x, frame.area.right, 960.0
        # the masthead takes the place of the usual head
        own = [mark for mark in frame.marks[1:] if mark.box.y >= frame.area.bottom - 4]
        marks: list[Mark] = [frame.marks[0], *own]
        masthead = desk.style("figure-large")
        title = type(masthead)(desk.style("masthead").face, 150, 1.0, -0.013)
        marks.append(words("Coffee First", title, palette.ink, middle, 158, "middle"))
        marks += double_rule(196, left, right - left, palette.ink)
        aside = desk.style("aside")
        marks.append(words(_("The people behind the page"), aside, palette.mocha, middle, 213 + aside.size * 1.15, "middle"))
        top = 213 + aside.size * 1.75
        marks.append(hairline(top, left, right - left, palette.ink))
        promise = desk.style("column-italic")
        lines = wrap(_(PROMISE), promise, right - left, desk.setter.measure)
        foot = frame.area.bottom - len(lines) * promise.line - 40
        marks += double_rule(foot, left, right - left, palette.ink)
        marks += [
            words(line, promise, palette.espresso, middle, foot + 30 + promise.size + n * promise.line, "middle")
            for n, line in enumerate(lines)
        ]
        across = (right - left - 2 * 48) / 3
        room = foot - top - 44
        spare = []
        for number, (name, pieces) in enumerate(columns()):
            column = stacked(_column(desk, name, pieces, across))
            spare.append(room - column.height)
            x = left + number * (across + 48)
            if number:
                marks.append(Fill(Box(x - 25, top + 26, 2, foot - top - 48), palette.ink))
            marks += column.at(x, top + 26)[0]
        return Page(1920, desk.height, tuple(marks), frame.targets) if min(spare) >= 0 else None

    def _pages(self, desk: Desk) -> Page:
        palette = desk.theme.palette
        hints = (Hint("Enter", _("go on"), "enter"), Hint("←", _("page before"), "left"), Hint("Esc", _("back"), "escape"))
        frame = whole(desk, _("Credits"), hints)
        area, style = frame.area, desk.style("column-italic")
        measure = min(area.w, style.size * 36)
        galleys: list[Galley] = []
        for name, pieces in columns():
            column = _column(desk, name, pieces, measure)
            galleys += [column[0].with_before(desk.style("column").size * 1.3), *column[1:]]
        galleys += desk.setter.paragraph(_(PROMISE), style, palette.espresso, measure, before=style.size)
        pages = paged(galleys, area.h - 36)
        opened = self.count(len(pages))
        if opened + 1 == len(pages):
            hints = (Hint("Enter", _("back"), "enter"), *hints[1:])
        frame = whole(desk, _("Credits"), hints, right=_("page {n} of {many}", n=opened + 1, many=len(pages)))
        marks: list[Mark] = []
        y = area.y + 18
        for index, galley in enumerate(pages[opened]):
            y += galley.before if index else 0
            marks += galley.at(area.x, y)[0]
            y += galley.height
        return frame.page(marks)

    def text(self) -> list[str]:
        """Return the credits in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the columns, each under its name."""
        return makers("Coffee First", columns(), _(PROMISE))


def _column(desk: Desk, name: str, pieces: tuple[Piece, ...], width: float) -> list[Galley]:
    """Return a column: its kicker, then a heading and a paragraph a piece."""
    palette, size = desk.theme.palette, desk.style("kicker").size
    short = all(len(text) < 50 for _, text in pieces)
    heading, text_style = desk.style("name-small"), desk.style("column")
    galleys = [Galley((kicker(desk, name, 0, size, palette.tomato),), size * 1.5, tied=True)]
    for title, text in pieces:
        galleys.append(desk.setter.text(title, heading, palette.ink, width).with_before(14 if short else 26, tied=True))
        lines = desk.setter.paragraph(text, text_style, palette.espresso, width, before=7)
        galleys += lines
    return galleys
