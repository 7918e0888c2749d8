"""The debrief as a printed column: the letter, the reply, then the chart, the score and the principles."""

from __future__ import annotations

from game.language import _, tongue
from game.stage.columns import Column, columns, flowed, set_in
from game.stage.components import (
    INITIAL_BASELINE,
    Desk,
    Hint,
    byline,
    hairline,
    portrait,
)
from game.stage.gallery import Gallery
from game.stage.intents import Copy, FrontPage, Intents, Open, Save
from game.stage.outline import Outline, in_lines
from game.stage.outlines.columns import column
from game.stage.page import Box, Colour, Fill, Frame, Galley, Mark, Page, Picture, Style
from game.stage.screens.figures import Figures
from game.stage.screens.scene import Turning, address_book
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance, typographic, wrap
from game.stage.views import who
from game.stage.whole import whole
from game.story.debrief import Debrief, Judgement, debrief
from game.story.model import YOU
from game.story.playthrough import State
from game.story.typography import is_quoted, quoted

GUTTER = 52.0


class DebriefScreen(Turning):
    """As many pages as the column needs; the last has the figures."""

    def __init__(self, state: State, seed: int, analysis: Judgement | None, *, measured: bool = True) -> None:
        super().__init__()
        self.state, self.analysis, self.measured = state, analysis, measured
        self.debrief: Debrief = debrief(state, seed=seed, analysis=analysis)
        self.person = 0
        self._foot = 0.0
        self.message = ""
        """What became of a copy or a picture."""

    def handle(self, key: str) -> Intents:
        """Return the player's intents; turn the page, or look at another account."""
        many = len(self.debrief.chart)
        if self.turned(key):
            return ()
        if key in ("up", "down") and many:
            self.person = (self.person + (1 if key == "down" else -1)) % many
            return ()
        if key in ("enter", "space", "right", "w"):
            return (Open("what-if"),)
        match key:
            case "c" | "ctrl+c":
                self.message = _("Copied: paste the column wherever you like.")
                return (Copy(),)
            case "p":
                return (Save(),)
            case "a":
                return (Open("book"),)
            case "b":
                return (Open("moments"),)
            case "escape":
                return (FrontPage(),)
        return ()

    # -------------------------------------------------------- pages

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page that is open."""
        sheets = self.whole_column(desk, gallery)
        return sheets[self.count(len(sheets))]

    def whole_column(self, desk: Desk, gallery: Gallery) -> list[Page]:
        """Return all pages of the column, as they are printed and saved."""
        pages = [*self._text_pages(desk, gallery), *self._figures().pages(desk, self._hints(True), reserved=self._reserved(desk))]
        return [self._numbered(desk, page, n, len(pages)) for n, page in enumerate(pages)]

    def _figures(self) -> Figures:
        return Figures(self.debrief, self.analysis is not None, self.person, self.measured)

    def _hints(self, last: bool) -> tuple[Hint, ...]:
        # Translators: on a key; leads to the page on which another way is tried
        what_if = _("what if")
        first = Hint("Enter", what_if, "w") if last else Hint("Enter", _("turn the page"), "enter")
        more = () if last else (Hint("W", what_if, "w"),)
        return (first, *more, Hint("C", _("copy"), "c"), Hint("P", _("save as a picture"), "p"),
                address_book(), Hint("Esc", _("front page"), "escape"))

    def _numbered(self, desk: Desk, page: Page, number: int, count: int) -> Page:
        palette = desk.theme.palette
        if count < 2:
            return page
        across, gap = 44.0, 10.0
        left = WIDTH - MARGIN - count * (across + gap) + gap
        y = self._foot - 26
        steps = [
            Fill(Box(left + n * (across + gap), y, across, 16), palette.tomato) if n == number
            else Frame(Box(left + n * (across + gap), y, across, 16), palette.latte, 2)
            for n in range(count)
        ]
        marks = [*page.marks, *steps]
        if self.message:
            style = desk.style("label-strong")
            line = desk.setter.words(self.message, style, palette.teal, WIDTH - MARGIN, y - 26, "end")
            marks += [Fill(line.box.inset(-10), palette.paper), line]
        return Page(page.width, page.height, tuple(marks), page.targets)

    def _reserved(self, desk: Desk) -> float:
        """Return how much height a message takes from the columns; small type has it in their foot."""
        return desk.style("label-strong").size * 1.4 if self.message and desk.theme.text > 1.2 else 0.0

    def _right(self) -> str:
        return self.debrief.title

    # -------------------------------------------------------- letter and reply

    def _text_pages(self, desk: Desk, gallery: Gallery) -> list[Page]:
        palette = desk.theme.palette
        column = self.debrief
        many = 3 if desk.theme.text <= 1.2 else 2 if desk.theme.text <= 1.6 else 1
        frame = whole(desk, _("The Sunday column"), self._hints(False), right=self._right())
        area = frame.area
        self._foot = area.bottom
        area = Box(area.x, area.y, area.w, area.h - self._reserved(desk))
        banner = _banner(desk, column.headline, area.w)
        top = area.y + 24 + banner.height + 26
        first = columns(many, area.x, top, area.w, area.bottom - top - 36, GUTTER)
        later = columns(many, area.x, area.y + 30, area.w, area.bottom - area.y - 66, GUTTER)
        width = first[0].w
        letter = self._letter(desk, width)
        printed = self._flowed(desk, gallery, letter, self._reply(desk, width), first, later)
        if len(printed) > 1 and sum(len(galleys) for _, galleys in printed[-1]) < 7:
            # a last page of a few lines: better without the pull quote
            printed = self._flowed(desk, gallery, letter, self._reply(desk, width, quoted=False), first, later)
        pages = []
        for number, page in enumerate(printed):
            marks: list[Mark] = []
            if number == 0:
                marks += banner.at(area.x - 4, area.y + 24)[0]
            marks += _rules(page, palette.fold)
            body, _targets = set_in(page)
            pages.append(frame.page([*marks, *body]))
        return pages

    def _flowed(
        self, desk: Desk, gallery: Gallery, letter: list[Galley], reply: list[Galley], first: tuple[Column, ...],
        later: tuple[Column, ...],
    ) -> list[list[tuple[Column, list[Galley]]]]:
        """Return both letters in columns; on three the player's has the first to itself, with a picture where it fits."""
        length = sum(galley.height + galley.before for galley in letter)
        if len(first) < 3 or length > first[0].h:
            return flowed([*letter, *reply], first, later)
        photo = self._photo(desk, gallery, first[0].w, first[0].h - length)
        printed = flowed(reply, first[1:], later)
        printed[0] = [(first[0], [*letter, *photo]), *printed[0]]
        return printed

    def _letter(self, desk: Desk, width: float) -> list[Galley]:
        palette, style = desk.theme.palette, desk.style("column-italic")
        letter = self.debrief.letter
        galleys = desk.setter.paragraph(letter.salutation, style, palette.espresso, width)
        galleys = [galley.with_before(0, tied=True) for galley in galleys]
        for paragraph in letter.paragraphs:
            galleys += desk.setter.paragraph(typographic(paragraph), style, palette.espresso, width, before=6)
        signature = desk.setter.words(typographic(letter.signature), style, palette.espresso, width, style.size, "end")
        galleys[-1] = galleys[-1].with_before(galleys[-1].before, tied=True)
        return [*galleys, Galley((signature,), style.line, before=10)]

    def _photo(self, desk: Desk, gallery: Gallery, width: float, room: float) -> list[Galley]:
        height = min(width * 0.72, room - 40)
        if height < 150:
            return []
        here, first = self.state.here, self.state.scenario.scenes[self.state.scenario.start]
        you = who(self.state, YOU, first)
        art, letter = gallery.person(you)
        box = Box(0, 0, width, height)
        zoom = max(width / 1400, height / 720)
        tone = here.ending.tone.value if here.ending else "mixed"
        mood = {"warm": "warm", "mixed": "thinking", "cool": "hurt"}[tone]
        face_height = height * 1.22
        marks: list[Mark] = [
            Picture(box, gallery.place(first.place, first.light), Box(-80, -20, 1920 * zoom, 1080 * zoom), desk.theme.palette.deep),
            Picture(box, portrait(art, mood), Box(width / 2 - face_height * 0.44, height * 0.06, face_height * 8 / 9, face_height)),
        ]
        if letter:
            style = Style("CFNewsreader-800", face_height * 0.18)
            marks.append(desk.setter.words(letter, style, desk.theme.palette.espresso, width / 2, height * 0.06 + face_height * INITIAL_BASELINE / 900, "middle"))
        marks.append(Frame(box, desk.theme.palette.ink, 3))
        return [Galley(tuple(marks), height, before=26)]

    def _reply(self, desk: Desk, width: float, *, quoted: bool = True) -> list[Galley]:
        palette, style = desk.theme.palette, desk.style("column")
        reply = self.debrief.reply
        radius = 44 * min(1.4, desk.theme.text)
        name, aside = desk.style("label-strong"), desk.style("aside")
        tone = self.state.here.ending.tone.value if self.state.here.ending else "mixed"
        mood = {"warm": "warm", "mixed": "thinking", "cool": "hurt"}[tone]
        x = 2 * radius + 22
        lines = wrap(_("who has poured a lot of coffee"), aside, width - x, desk.setter.measure)
        head = Galley(
            (
                *byline(desk, mood, radius + 2, radius + 2, radius),
                desk.setter.words(_("By the columnist"), name, palette.ink, x, radius - 2),
                *(
                    desk.setter.words(line, aside, palette.mocha, x, radius + aside.size + 4 + n * aside.line)
                    for n, line in enumerate(lines)
                ),
            ),
            max(2 * radius + 8, radius + 4 + len(lines) * aside.line + aside.size * 0.3), before=34, tied=True,
        )
        galleys = [head, *_drop_cap(desk, reply.salutation, typographic(reply.paragraphs[0]), width)]
        for number, paragraph in enumerate(reply.paragraphs[1:], 1):
            if number == 2 and quoted and reply.quote:
                galleys.append(_pull_quote(desk, reply.quote, width))
            galleys += desk.setter.paragraph(typographic(paragraph), style, palette.ink, width, before=16)
        sign = desk.setter.words(reply.sign_off, desk.style("quote"), palette.ink, width, desk.style("quote").size, "end")
        galleys[-1] = galleys[-1].with_before(galleys[-1].before, tied=True)
        return [*galleys, Galley((sign,), desk.style("quote").line, before=14)]

    def text(self) -> list[str]:
        """Return the column in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the letter, the reply, and the figures."""
        figures = self._figures()
        return column(self.debrief, figures.finding(), figures.no_score(), self.message)


def _banner(desk: Desk, words: str, width: float) -> Galley:
    """Return the headline as large as it fits on a line, or on two."""
    style = desk.style("banner")
    words = typographic(words)
    wide = desk.setter.measure(words, style)
    if wide > width:
        smaller = max(0.62, width / wide)
        style = Style(style.face, style.size * smaller, style.lead, style.tracking)
    return desk.setter.text(words, style, desk.theme.palette.ink, width, even=True)


def _rules(page: list[tuple[Column, list[Galley]]], colour: Colour) -> list[Mark]:
    return [
        Fill(Box(column.x - GUTTER / 2 - 1, column.y, 2, column.h), colour)
        for column, _galleys in page[1:]
    ]


def _drop_cap(desk: Desk, salutation: str, paragraph: str, width: float) -> list[Galley]:
    """Return the beginning of the reply, with a capital two lines high."""
    palette, style = desk.theme.palette, desk.style("column")
    words = f"{salutation} {_after_a_comma(paragraph)}"
    if not words[0].isalpha():  # a sign that opens a question is no capital
        return desk.setter.paragraph(words, style, palette.ink, width, before=18)
    cap = Style(desk.style("drop").face, style.line * 2.24, 1.0)
    indent = desk.setter.measure(words[0], cap) + 14
    rest = words[1:]
    lines: list[str] = []
    for _line in range(2):
        if not rest:
            break
        line = wrap(rest, style, width - indent, desk.setter.measure)[0]
        lines.append(line)
        rest = rest[len(line) :].strip()
    marks: list[Mark] = [desk.setter.words(words[0], cap, palette.tomato, -4, style.line * 2 - style.size * 0.42)]
    marks += [
        desk.setter.words(line, style, palette.ink, indent, style.size * 0.95 + n * style.line) for n, line in enumerate(lines)
    ]
    galleys = [Galley(tuple(marks), style.line * len(lines), before=18, tied=bool(rest))]
    if rest:
        galleys += desk.setter.paragraph(rest, style, palette.ink, width)
    return galleys


def _after_a_comma(paragraph: str) -> str:
    """Return a paragraph as it goes on after the salutation: in English without its capital."""
    if tongue().code != "en" or paragraph.startswith(("I ", "I’", "If ")):
        return paragraph
    return paragraph[0].lower() + paragraph[1:]


def _pull_quote(desk: Desk, quote: str, width: float) -> Galley:
    palette, style = desk.theme.palette, desk.style("quote")
    words = typographic(quote)
    if not is_quoted(words):
        words = quoted(words)
    lines = balance(words, style, width, desk.setter.measure)
    marks: list[Mark] = [hairline(0, 0, width, palette.tomato, 4)]
    marks += [
        desk.setter.words(line, style, palette.tomato, 0, 22 + style.size + n * style.line) for n, line in enumerate(lines)
    ]
    height = 22 + len(lines) * style.line + 20
    marks.append(hairline(height, 0, width, palette.tomato, 4))
    return Galley(tuple(marks), height + 4, before=22)
