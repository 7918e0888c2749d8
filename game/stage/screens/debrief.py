"""The debrief as a printed column: the letter, the reply, then the chart, the score and the principles."""

from __future__ import annotations

from game.stage import inks
from game.stage.chart import Chart, Curve, chart
from game.stage.columns import Column, columns, flowed, set_in
from game.stage.components import (
    Desk,
    Hint,
    amount,
    byline,
    double_rule,
    hairline,
    kicker,
    portrait,
)
from game.stage.gallery import Gallery
from game.stage.intents import Copy, FrontPage, Intents, Open, Save
from game.stage.page import Box, Colour, Fill, Frame, Galley, Line, Mark, Page, Picture, Sketch, Style, Target
from game.stage.screens.scene import Turning
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance, typographic, wrap
from game.stage.views import said, who
from game.stage.whole import Whole, headline, whole
from game.stage.wording import and_list
from game.story.debrief import Debrief, Judgement, Turn, debrief
from game.story.model import YOU
from game.story.playthrough import State
from game.story.vocabulary import PRINCIPLES

GUTTER = 52.0


class DebriefScreen(Turning):
    """As many pages as the column needs; the last has the figures."""

    def __init__(self, state: State, seed: int, analysis: Judgement | None) -> None:
        super().__init__()
        self.state, self.analysis = state, analysis
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
                self.message = "Copied: paste the column wherever you like."
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
        pages = [*self._text_pages(desk, gallery), *self._figure_pages(desk)]
        return [self._numbered(desk, page, n, len(pages)) for n, page in enumerate(pages)]

    def _hints(self, last: bool) -> tuple[Hint, ...]:
        first = Hint("Enter", "what if", "w") if last else Hint("Enter", "turn the page", "enter")
        more = () if last else (Hint("W", "what if", "w"),)
        return (first, *more, Hint("C", "copy", "c"), Hint("P", "save as a picture", "p"),
                Hint("A", "address book", "a"), Hint("Esc", "front page", "escape"))

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

    def _right(self) -> str:
        return self.debrief.title

    # -------------------------------------------------------- letter and reply

    def _text_pages(self, desk: Desk, gallery: Gallery) -> list[Page]:
        palette = desk.theme.palette
        column = self.debrief
        many = 3 if desk.theme.text <= 1.2 else 2 if desk.theme.text <= 1.6 else 1
        frame = whole(desk, "The Sunday column", self._hints(False), right=self._right())
        area = frame.area
        self._foot = area.bottom
        banner = _banner(desk, column.headline, area.w)
        top = area.y + 24 + banner.height + 16
        first = columns(many, area.x, top, area.w, area.bottom - top - 16, GUTTER)
        later = columns(many, area.x, area.y + 30, area.w, area.bottom - area.y - 46, GUTTER)
        width = first[0].w
        letter, reply = self._letter(desk, width), self._reply(desk, width)
        length = sum(galley.height + galley.before for galley in letter)
        if many == 3 and length <= first[0].h:
            # the letter has the first column to itself, with the picture of who wrote it where there is room
            photo = self._photo(desk, gallery, width, first[0].h - length)
            printed = flowed(reply, first[1:], later)
            printed[0] = [(first[0], [*letter, *photo]), *printed[0]]
        else:
            printed = flowed([*letter, *reply], first, later)
        pages = []
        for number, page in enumerate(printed):
            marks: list[Mark] = []
            if number == 0:
                marks += banner.at(area.x - 4, area.y + 24)[0]
            marks += _rules(page, palette.fold)
            body, _ = set_in(page)
            pages.append(frame.page([*marks, *body]))
        return pages

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
            marks.append(desk.setter.words(letter, style, desk.theme.palette.espresso, width / 2, height * 0.06 + face_height * 0.495, "middle"))
        marks.append(Frame(box, desk.theme.palette.ink, 3))
        return [Galley(tuple(marks), height, before=26)]

    def _reply(self, desk: Desk, width: float) -> list[Galley]:
        palette, style = desk.theme.palette, desk.style("column")
        reply = self.debrief.reply
        radius = 44 * min(1.4, desk.theme.text)
        name, aside = desk.style("label-strong"), desk.style("aside")
        tone = self.state.here.ending.tone.value if self.state.here.ending else "mixed"
        mood = {"warm": "warm", "mixed": "thinking", "cool": "hurt"}[tone]
        x = 2 * radius + 22
        head = Galley(
            (
                *byline(desk, mood, radius + 2, radius + 2, radius),
                desk.setter.words("By the columnist", name, palette.ink, x, radius - 2),
                desk.setter.words("who has poured a lot of coffee", aside, palette.mocha, x, radius + aside.size + 4),
            ),
            2 * radius + 8, before=34, tied=True,
        )
        galleys = [head, *_drop_cap(desk, reply.salutation, typographic(reply.paragraphs[0]), width)]
        for number, paragraph in enumerate(reply.paragraphs[1:], 1):
            galleys += desk.setter.paragraph(typographic(paragraph), style, palette.ink, width, before=16)
            if number == 1 and reply.quote:
                galleys.append(_pull_quote(desk, reply.quote, width))
        sign = desk.setter.words(reply.sign_off, desk.style("quote"), palette.ink, width, desk.style("quote").size, "end")
        galleys[-1] = galleys[-1].with_before(galleys[-1].before, tied=True)
        return [*galleys, Galley((sign,), desk.style("quote").line, before=14)]

    # -------------------------------------------------------- figures

    def _figure_pages(self, desk: Desk) -> list[Page]:
        frame = whole(desk, "What it did", self._hints(True), right=self._right())
        if desk.theme.text <= 1.2:
            return [self._figures(desk, frame)]
        area = frame.area
        width = area.w
        blocks = [
            self._chart(desk, width, min(520.0, area.h - 160)),
            self._score(desk, width),
            *self._principles(desk, width),
            *self._turns(desk, width),
            *self._small(desk, width),
        ]
        column = (Column(area.x, area.y + 24, width, area.h - 40),)
        return [frame.page(*set_in(page)) for page in flowed(blocks, column, column)]

    def _figures(self, desk: Desk, frame: Whole) -> Page:
        palette, area = desk.theme.palette, frame.area
        marks, rest = headline(desk, area, self._finding(), "")
        body = list(marks)
        targets: list[Target] = []
        left = area.w * 0.63
        graph = self._chart(desk, left, min(430.0, rest.h * 0.55))
        placed, places = graph.at(rest.x, rest.y + 18)
        body += placed
        targets += places
        y = rest.y + 18 + graph.height + 26
        for galley in [*self._turns(desk, left), *self._small(desk, left)]:
            if y + galley.before + galley.height > area.bottom - 6:
                break
            body += galley.at(rest.x, y + galley.before)[0]
            y += galley.before + galley.height
        x = rest.x + left + 60
        width = area.right - x
        body.append(Fill(Box(x - 30, rest.y + 18, 2, area.bottom - rest.y - 30), palette.ink))
        y = rest.y + 24
        for galley in [self._score(desk, width), *self._principles(desk, width)]:
            body += galley.at(x, y + galley.before)[0]
            y += galley.before + galley.height
        return frame.page(body, targets)

    def _finding(self) -> str:
        """Return the headline of the figures: what the play shows."""
        dearest, best = self.debrief.dearest, self.debrief.best
        if dearest is not None and best is not None:
            return f"One sentence cost {-dearest.amount}, and one earned {best.amount}"
        if best is not None:
            return f"Nothing was lost, and one sentence earned {best.amount}"
        if dearest is not None:
            return f"One sentence cost {-dearest.amount}"
        return "Nobody moved an inch"

    def _chart(self, desk: Desk, width: float, height: float) -> Galley:
        palette, series = desk.theme.palette, self.debrief.chart
        label, size = desk.style("label"), desk.style("label").size
        if not series:
            line = desk.setter.words("No account changed.", label, palette.mocha, 0, size)
            return Galley((line,), size * 2)
        shown = series[self.person % len(series)]
        others = tuple(Curve(each.name, each.values) for each in series if each is not shown)
        turns = tuple(
            turn.moment + 1 for turn in (self.debrief.dearest, self.debrief.best) if turn is not None
        )
        graph = chart(desk, Chart(Curve(shown.name, shown.values), others=others, marks=turns), width, height)
        title = f"Capital with {shown.name}, at each moment"
        marks: list[Mark] = [desk.setter.words(title, desk.style("label-strong"), palette.ink, 0, size)]
        if others:
            hint = f"in pale lines: {and_list([each.name for each in others[:4]])}"
            if desk.width(title, "label-strong") + desk.width(hint, "label") + 120 < width:
                marks.append(desk.setter.words(hint, label, palette.mocha, width, size, "end"))
            at = desk.width(title, "label-strong") + 30
            marks += [inks.arrow(at, size * 0.66, 3, 22, palette.espresso), inks.arrow(at + 24, size * 0.66, 1, 22, palette.espresso)]
        placed, _ = graph.at(0, size + 34)
        target = Target(Box(0, -6, width, size * 1.8), "down")
        return Galley((*marks, *placed), graph.height + size + 34, (target,))

    def _score(self, desk: Desk, width: float) -> Galley:
        palette, column = desk.theme.palette, self.debrief
        size = desk.style("kicker").size
        marks: list[Mark] = [kicker(desk, "Score", 0, size, palette.tomato)]
        style = desk.style("reason")
        if column.score is None:
            words = (
                "Every way through this story adds up to the same, so there is no score."
                if self.analysis is not None else "Every way through is being counted. The score comes in a moment."
            )
            text = desk.setter.text(words, style, palette.espresso, width)
            return Galley((*marks, *text.at(0, size * 1.6)[0]), text.height + size * 1.8)
        figure = desk.style("figure-large")
        base = size + 20 + figure.size * 0.76
        marks.append(desk.setter.words(str(column.score), figure, palette.ink, 0, base))
        at = desk.setter.measure(str(column.score), figure) + 22
        marks.append(desk.setter.words("of 100", desk.style("strong"), palette.ink, at, base - 6))
        y = base + 18
        if column.percentile is not None:
            words = f"Better than {column.percentile} in 100 who answer at random."
            if not column.exact:
                words = f"{words[:-1]}, as far as it can be counted."
            text = desk.setter.text(words, style, palette.espresso, width, even=True)
            marks += text.at(0, y)[0]
            y += text.height
        return Galley(tuple(marks), y + 12)

    def _principles(self, desk: Desk, width: float) -> list[Galley]:
        palette = desk.theme.palette
        size = desk.style("kicker").size
        rows: list[Galley] = [
            Galley((*double_rule(0, 0, width, palette.ink), kicker(desk, "Principles", 0, size + 30, palette.tomato)),
                   size + 40, before=10, tied=True)
        ]
        label = desk.style("label")
        box, gap = label.size * 0.72, 6.0
        shown = [each for each in self.debrief.principles if each.honoured or each.broken]
        room = max(1, int((width * 0.5) // (box + gap)))
        for each in shown[:9]:
            marks: list[Mark] = [desk.setter.words(PRINCIPLES[each.principle].name, label, palette.ink, 0, label.size)]
            right = width
            for n in range(min(room, each.honoured + each.broken)):
                square = Box(right - box, label.size * 0.25, box, box)
                if n < each.broken:
                    marks.append(Frame(square, palette.tomato, 3))
                    slash = Line(((2, box + 4), (box + 4, 2)), 4, palette.tomato)
                    marks.append(Sketch(square.inset(-3), (slash,)))
                else:
                    marks.append(Fill(square, palette.teal))
                right -= box + gap
            rows.append(Galley(tuple(marks), label.size * 1.5, tied=False))
        legend = "Filled: honoured. Struck through: broken."
        rows.append(desk.setter.text(legend, desk.style("small"), palette.mocha, width).with_before(6))
        return rows

    def _turns(self, desk: Desk, width: float) -> list[Galley]:
        found = []
        if self.debrief.dearest is not None:
            found.append(_turn(desk, "Dearest", self.debrief.dearest, width))
        if self.debrief.best is not None:
            found.append(_turn(desk, "Best", self.debrief.best, width))
        return found

    def _small(self, desk: Desk, width: float) -> list[Galley]:
        palette, style = desk.theme.palette, desk.style("label")
        lines = [
            f"{'Kept' if promise.kept else 'Not kept'}, your word to {promise.to}: {promise.text.rstrip('.')}."
            for promise in self.debrief.promises
        ]
        lines += [f"Never came to light: {because}" for because in self.debrief.unseen]
        return [desk.setter.text(typographic(line), style, palette.mocha, width).with_before(8) for line in lines]

    def text(self) -> list[str]:
        """Return the column in reading order."""
        return [paragraph for paragraph in self.debrief.as_text().split("\n\n") if paragraph.strip()]


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
        for column, _ in page[1:]
    ]


def _drop_cap(desk: Desk, salutation: str, paragraph: str, width: float) -> list[Galley]:
    """Return the beginning of the reply, with a capital two lines high."""
    palette, style = desk.theme.palette, desk.style("column")
    words = f"{salutation} {paragraph[0].lower() if not paragraph.startswith(('I ', 'I’', 'If ')) else paragraph[0]}{paragraph[1:]}"
    cap = Style(desk.style("drop").face, style.line * 2.24, 1.0)
    indent = desk.setter.measure(words[0], cap) + 14
    rest = words[1:]
    lines: list[str] = []
    for _ in range(2):
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


def _pull_quote(desk: Desk, quote: str, width: float) -> Galley:
    palette, style = desk.theme.palette, desk.style("quote")
    words = typographic(quote)
    if not words.startswith("“"):
        words = f"“{words}”"
    lines = balance(words, style, width, desk.setter.measure)
    marks: list[Mark] = [hairline(0, 0, width, palette.tomato, 4)]
    marks += [
        desk.setter.words(line, style, palette.tomato, 0, 22 + style.size + n * style.line) for n, line in enumerate(lines)
    ]
    height = 22 + len(lines) * style.line + 20
    marks.append(hairline(height, 0, width, palette.tomato, 4))
    return Galley(tuple(marks), height + 4, before=22)


def _turn(desk: Desk, name: str, turn: Turn, width: float) -> Galley:
    palette, style = desk.theme.palette, desk.style("reason")
    colour = palette.teal if turn.amount > 0 else palette.tomato
    figure = desk.style("figure-small")
    room = width - desk.setter.measure("000", figure) - 60
    head = f"{name}, at moment {turn.moment + 1}: {typographic(said(turn.choice))}"
    text = desk.setter.text(head, style, palette.ink, room)
    marks = [*text.marks, *amount(desk, turn.amount, "figure-small", width, style.size * 1.2, colour)]
    return Galley(tuple(marks), text.height + 6, before=4)
