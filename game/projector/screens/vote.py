"""A vote: the line that was said, the choices with their letters, and how many have voted; never who, nor for what."""

from __future__ import annotations

from game.projector.around import Around
from game.projector.frame import RoomPage, RoomScreen, common, news, room_page, sans, serif
from game.projector.intents import Backward, Happen, Onward, OpenPage, RoomIntents
from game.projector.screens.choice_rows import choice_rows, high, in_columns, in_pages
from game.projector.screens.story import onward_words
from game.projector.screens.vote_rail import RAIL, rail
from game.projector.screens.vote_words import asked, fewer, head, is_open, note, said, seen, voted
from game.room.events import Opened
from game.room.paragraphs import question
from game.room.phone_view import letters, words_of
from game.room.session import Session
from game.stage.beats import beats
from game.stage.components import Desk, Hint, hairline, portrait
from game.stage.gallery import Gallery
from game.stage.page import Box, Galley, Mark, Page, Picture, Style
from game.stage.theme import MARGIN, NEWS, WIDTH
from game.stage.typesetting import balance, typographic
from game.stage.views import Columnist, Spoken
from game.stage.whole import shortened

SIZES = (66.0, 60.0, 54.0, 50.0, 47.0, 44.0)
"""Of the choices: the largest that fits is taken."""
GAP = 56.0
"""Between two columns."""
FACE_W, FACE_H = 308.0, 277.0
INITIAL_BASELINE, INITIAL_SIZE = 499, 162


class VoteScreen(RoomScreen):
    """The first vote, or the second; nothing on it depends on what was chosen."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self._spoken = _who_asks(session)

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; the arrows up and down turn the choices where they do not fit one page."""
        if key in ("up", "down"):
            self.sheet = max(0, min(self.sheets - 1, self.sheet + (1 if key == "down" else -1)))
            return ()
        if key in ("enter", "space", "right"):
            return (Onward(),)
        if key == "left":
            return (Backward(),)
        if key == "h":
            return () if seen(self.session) else (OpenPage("hands"),)
        if key == "c":
            return () if seen(self.session) else (Happen(Opened(not is_open(self.session))),)
        return common(self.session, key)

    def _hints(self) -> tuple[Hint, ...]:
        hints = [Hint("Space", onward_words(self.session), "space")]
        if self.sheets > 1:
            hints.append(Hint("↑↓", "more choices", "down" if self.sheet + 1 < self.sheets else "up"))
        if not seen(self.session):
            hints.append(Hint("C", "close the vote" if is_open(self.session) else "open it again", "c"))
            hints.append(Hint("H", "show of hands", "h"))
        return (*hints, Hint("+", "thirty seconds", "plus"), Hint("B", "blank", "b"))

    # -------------------------------------------------------- page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page: beside the code for those who come late if the choices fit there, else over the full width."""
        frame = self._frame(desk)
        beside = self._beside(desk, frame)
        if beside is not None:
            self.sheet, self.sheets = 0, 1
            top, rows, width = beside
            marks = self._head(desk, gallery, width)
            marks += _placed(rows, MARGIN, top, frame.area.bottom - 64)
            marks += rail(desk, frame.area, self.session, self.around)
        else:
            marks = self._wide(desk)
            frame = self._frame(desk)
        marks.append(self._note(desk, frame, alone=beside is None))
        return frame.page(marks)

    def _frame(self, desk: Desk) -> RoomPage:
        return room_page(desk, head(self.session, self.around), self._hints())

    def _note(self, desk: Desk, frame: RoomPage, *, alone: bool) -> Mark:
        text = f"{asked(self.session)}. {note(self.session)}" if alone and not is_open(self.session) else note(self.session)
        return desk.setter.words(text, sans(36), desk.theme.palette.mocha, MARGIN, frame.area.bottom - 18)

    def _beside(self, desk: Desk, frame: RoomPage) -> tuple[float, list[Galley], float] | None:
        width = RAIL - 52 - MARGIN
        top = 391.0
        for size in SIZES:
            rows = choice_rows(desk, self.session, width, size)
            if top + high(rows) <= frame.area.bottom - 64:
                return top, rows, width
        return None

    def _head(self, desk: Desk, gallery: Gallery, width: float) -> list[Mark]:
        """Return the headline, the line that was said, and whose it is as a portrait standing on the rule."""
        palette, words = desk.theme.palette, desk.setter.words
        spoken = self._spoken
        room = width - (FACE_W + 20 if spoken is not None else 0)
        style = _fitting(desk, asked(self.session), (88, 80, 72, 64, 56), room)
        marks: list[Mark] = [words(asked(self.session), style, palette.ink, MARGIN - 3, 216)]
        line = serif(42, italic=True, lead=1.22)
        marks += [
            words(text, line, palette.espresso, MARGIN, 276 + n * line.line)
            for n, text in enumerate(_quoted(desk, said(self.session), line, room, 2))
        ]
        marks.append(hairline(388, MARGIN, width, palette.ink, 3))
        if spoken is None:
            return marks
        art, letter = gallery.person(spoken.who)
        zoom, left = 0.345, MARGIN + width - FACE_W
        cover = Box(left + 16, 124, 800 * zoom, 900 * zoom)
        marks.append(Picture(Box(left, 124, FACE_W, 388 - 124), portrait(art, gallery.mood(art, spoken.face)), cover))
        if letter:
            initial = Style(NEWS, INITIAL_SIZE * zoom)
            at = cover.x + 400 * zoom, cover.y + INITIAL_BASELINE * zoom
            marks.append(words(letter, initial, palette.espresso, *at, "middle"))
        return marks

    def _wide(self, desk: Desk) -> list[Mark]:
        """Return the choices over the full width: in one column, in two, or on several pages."""
        palette, words, width = desk.theme.palette, desk.setter.words, WIDTH - 2 * MARGIN
        bottom = desk.height - 64 - 64
        line = serif(40, italic=True, lead=1.2)
        quote = _quoted(desk, said(self.session), line, width - 20, 2)
        marks: list[Mark] = [
            words(text, line, palette.espresso, MARGIN, 178 + n * line.line) for n, text in enumerate(quote)
        ]
        top = 178 + (len(quote) - 1) * line.line + 26
        marks.append(hairline(top, MARGIN, width, palette.ink, 3))
        top += 3
        counted = voted(self.session)
        marks.append(words(counted, sans(44, 700), palette.ink, WIDTH - MARGIN, desk.height - 64 - 18, "end"))
        self.sheets = 1
        for size in SIZES:
            rows = choice_rows(desk, self.session, width, size)
            if high(rows) <= bottom - top:
                self.sheet = 0
                return [*marks, *_placed(rows, MARGIN, top, bottom)]
        half = (width - GAP) / 2
        for size in SIZES:
            columns = in_columns(choice_rows(desk, self.session, half, size), bottom - top)
            if columns is not None:
                self.sheet = 0
                for number, column in enumerate(columns):
                    marks += _placed(column, MARGIN + number * (half + GAP), top, bottom, even=False)
                return marks
        pages = in_pages(choice_rows(desk, self.session, width, SIZES[-1]), bottom - top)
        self.sheets = len(pages)
        self.sheet = min(self.sheet, self.sheets - 1)
        marks += _placed(pages[self.sheet], MARGIN, top, bottom)
        before = sum(len(page) for page in pages[: self.sheet])
        marks_of = [*letters(self.session).values()]
        shown = marks_of[before : before + len(pages[self.sheet])]
        where = f"{shown[0]} to {shown[-1]} of {marks_of[-1]}" if len(shown) > 1 else f"{shown[0]} of {marks_of[-1]}"
        marks.append(words(where, sans(44, 700), palette.tomato, WIDTH / 2 + 120, desk.height - 64 - 18, "middle"))
        return marks

    def text(self) -> list[str]:
        """Return the page in reading order."""
        line = question(self.session)
        heard = f"{line['who']}: {line['text']}" if line["who"] else line["text"]
        marks = letters(self.session)
        offered = [f"{marks[name]}. {words_of(choice)}" for name, choice in self.session.choices.items()]
        return [head(self.session, self.around), asked(self.session), heard, *offered, voted(self.session), note(self.session)]


def _placed(rows: list[Galley], x: float, top: float, bottom: float, *, even: bool = True) -> list[Mark]:
    """Return rows from a height on; what is left over is shared out between them, if that looks even."""
    spare = max(0.0, bottom - top - high(rows)) / (len(rows) + 1) if even else 0.0
    spare = min(spare, 40.0)
    marks: list[Mark] = []
    y = top
    for row in rows:
        y += spare
        marks += row.at(x, y)[0]
        y += row.height
    return marks


def _fitting(desk: Desk, text: str, sizes: tuple[float, ...], width: float) -> Style:
    return next((news(size) for size in sizes if desk.setter.measure(text, news(size)) <= width), news(sizes[-1]))


def _quoted(desk: Desk, text: str, style: Style, width: float, most: int) -> list[str]:
    """Return at the most so many lines of what was said: its end, if it is longer."""
    ends = fewer(text)
    for end in ends:
        lines = balance(end, style, width, desk.setter.measure)
        if len(lines) <= most:
            return lines
    return shortened(desk, ends[-1], style, width, most)


def _who_asks(session: Session) -> Spoken | None:
    """Return who says the line that the room answers, with their expression; None where it is told."""
    wanted = question(session)
    if not wanted["who"]:
        return None
    lines = [
        line for beat in beats(session.state, Columnist.AFTER_EACH_CHOICE, session.setup.seed)
        for line in getattr(beat, "script", ()) if isinstance(line, Spoken)
    ]
    return next((line for line in reversed(lines) if typographic(line.text) == wanted["text"]), None)
