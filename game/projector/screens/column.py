"""The room's column on the projector: the letter, the reply, and what it did; Space turns the page."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from game.language import N_, _
from game.projector.frame import RoomScreen, news, room_page, serif
from game.projector.hints import backspace, space
from game.projector.intents import HandOut, RoomIntents
from game.projector.screens.column_figures import figures_page
from game.projector.screens.column_reply import Part, reply_bodies
from game.room.column_view import column_of, pull, this_week
from game.stage.components import INITIAL_BASELINE, Desk, Hint, portrait
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Frame, Galley, Mark, Page, Picture, Style
from game.stage.theme import MARGIN, NEWS, NEWS_ITALIC, WIDTH
from game.stage.typesetting import balance, settled, typographic
from game.stage.views import Who, who
from game.stage.whole import Whole
from game.story.debrief import Debrief
from game.story.model import YOU, Scene
from game.story.vocabulary import Tone

LETTER = serif(47, italic=True, lead=1.36)
MOST_WORDS = 75
"""Of a page; more than these nobody reads from the back row."""
BANNER, LEAST_BANNER = 128.0, 72.0
LETTER_WIDTH, PHOTO = 1256.0, 448.0
LETTER_PAGE = (N_("The letter"), N_("The letter, {page} of {pages}"))
REPLY = (N_("The reply"), N_("The reply, {page} of {pages}"))
"""What stands at the right of the head: of one page, and of several."""
LATER_LINES = 11
"""Of the letter on a page without a headline."""
MOODS = {Tone.WARM: "warm", Tone.MIXED: "thinking", Tone.COOL: "hurt"}
HEARS = {Tone.WARM: "delighted", Tone.MIXED: "neutral", Tone.COOL: "wary"}


class ColumnScreen(RoomScreen):
    """As many pages as the column needs: three at the least."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.sheets = 3

    @property
    def column(self) -> Debrief:
        """What is printed."""
        return column_of(self.session, self.around.analysis)

    @property
    def tone(self) -> Tone:
        """How the ending feels."""
        ending = self.session.state.here.ending
        return ending.tone if ending is not None else Tone.MIXED

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; turn the page."""
        if key == "h":
            return (HandOut(),)
        return super().handle(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page that is open."""
        letters, replies = self._letters(desk), self._replies(desk)
        self.sheets = len(letters) + len(replies) + 1
        self.sheet = min(self.sheet, self.sheets - 1)
        at = self.sheet
        if at < len(letters):
            page = self._letter_page(desk, gallery, letters, at)
        elif at < self.sheets - 1:
            number = at - len(letters)
            page = self._frame(desk, _of(REPLY, number, len(replies))).page(replies[number])
        else:
            page = figures_page(desk, self._frame(desk, _("What it did")), self.session, self.around, self.column)
        return Page(page.width, page.height, (*page.marks, *self._steps(desk)), page.targets)

    def _frame(self, desk: Desk, right: str) -> Whole:
        first = space(_("talk it over") if self.sheet + 1 == self.sheets else _("turn the page"))
        return room_page(desk, right, (first, backspace(_("back")), Hint("H", _("hand-out"), "h")))

    def _steps(self, desk: Desk) -> list[Mark]:
        """Return a box for each page, the open one filled."""
        palette, wide, gap = desk.theme.palette, 42.0, 12.0
        left = WIDTH - MARGIN - self.sheets * (wide + gap) + gap
        boxes = [Box(left + n * (wide + gap), desk.height - 46, wide, 20) for n in range(self.sheets)]
        return [
            Fill(box, palette.tomato) if n == self.sheet else Frame(box, palette.latte, 3) for n, box in enumerate(boxes)
        ]

    # -------------------------------------------------------- the letter

    def _letters(self, desk: Desk) -> list[list[Galley]]:
        """Return the lines of the letter, page by page, about as many on each."""
        letter = self.column.letter
        words = typographic(" ".join((letter.salutation, *letter.paragraphs)))
        fit = int((desk.height - 64 - 30 - self._banner(desk)[1] - LETTER.size * 1.4) / LETTER.line)
        pages: list[list[str]] = []
        for part in shared(words, MOST_WORDS):
            lines = settled(part, LETTER, LETTER_WIDTH, desk.setter.measure)
            while lines:
                most = max(3, fit) if not pages else LATER_LINES
                pages.append(lines[:most])
                lines = lines[most:]
        palette = desk.theme.palette
        set_pages = [desk.setter.lines(each, LETTER, palette.espresso) for each in pages]
        sign = Style(NEWS_ITALIC, 46, 1.2)
        signed = desk.setter.words(typographic(letter.signature), sign, palette.espresso, LETTER_WIDTH, 46, "end")
        set_pages[-1].append(Galley((signed,), sign.line, before=8))
        return set_pages

    def _banner(self, desk: Desk) -> tuple[list[Mark], float]:
        """Return the headline on two lines at the most, and where the letter begins below it."""
        size, words, width = BANNER, typographic(self.column.headline), WIDTH - 2 * MARGIN
        while len(lines := balance(words, news(size), width, desk.setter.measure)) > 2 and size > LEAST_BANNER:
            size -= 4
        base = 121 + size * 0.98
        marks: list[Mark] = [
            desk.setter.words(line, news(size), desk.theme.palette.ink, MARGIN - 5, base + n * size * 0.953)
            for n, line in enumerate(lines)
        ]
        return marks, base + (len(lines) - 1) * size * 0.953 + 50

    def _letter_page(self, desk: Desk, gallery: Gallery, pages: list[list[Galley]], number: int) -> Page:
        frame = self._frame(desk, _of(LETTER_PAGE, number, len(pages)))
        marks, top = self._banner(desk) if number == 0 else ([], frame.area.y + 40)
        y = top
        for galley in pages[number]:
            marks += galley.at(MARGIN, y + galley.before)[0]
            y += galley.before + galley.height
        photo = self._photo(desk, gallery, top + 4, frame.area.bottom - 46, first=number == 0)
        return frame.page([*marks, *photo])

    def _photo(self, desk: Desk, gallery: Gallery, top: float, bottom: float, *, first: bool) -> list[Mark]:
        """Return the picture beside the letter: whoever wrote it where it began, then whoever it was about where it ended."""
        state = self.session.state
        begun, here = state.scenario.scenes[state.scenario.start], state.here
        height = min(540.0, bottom - top)
        if height < 200:
            return []
        scene: Scene = begun if first else here
        seen: Who = who(state, YOU, begun) if first or not self.column.chart else who(state, self.column.chart[0].person, here)
        mood = (MOODS if seen.id == YOU else HEARS)[self.tone]
        box = Box(WIDTH - MARGIN - PHOTO, top, PHOTO, height)
        zoom = 0.9 * height / 540
        place = Picture(
            box, gallery.place(scene.place, scene.light), Box(box.x - 160 * zoom, box.y - 40 * zoom, 1920 * zoom, 1080 * zoom),
            desk.theme.palette.deep,
        )
        face = height * 0.98
        cover = Box(box.x + PHOTO / 2 - face * 0.455, box.y + height * 0.13, face * 8 / 9, face)
        art, letter = gallery.person(seen)
        inside = Box(max(box.x, cover.x), cover.y, min(box.right, cover.right) - max(box.x, cover.x), box.bottom - cover.y)
        marks: list[Mark] = [place, Picture(inside, portrait(art, mood), cover)]
        if letter:
            style = Style(NEWS, face * 0.18)
            at = cover.y + face * INITIAL_BASELINE / 900
            marks.append(desk.setter.words(letter, style, desk.theme.palette.espresso, cover.x + cover.w / 2, at, "middle"))
        return [*marks, Frame(box, desk.theme.palette.ink, 3)]

    # -------------------------------------------------------- the reply

    def _replies(self, desk: Desk) -> list[list[Mark]]:
        """Return the reply, page by page: so many words on each, and the one small act on the last."""
        reply = self.column.reply
        act, paragraphs = this_week(reply)
        groups: list[list[str]] = [[]]
        for paragraph in map(typographic, paragraphs):
            so_far = sum(len(each.split()) for each in groups[-1])
            # the first sentence, which only says that the letter was read, is no page of its own
            most = MOST_WORDS + (25 if len(groups) == len(groups[0]) == 1 else 0)
            if groups[-1] and so_far + len(paragraph.split()) > most:
                groups.append([])
            groups[-1].append(paragraph)
        area, last = room_page(desk, "", ()).area, len(groups) - 1
        return [
            body
            for number, group in enumerate(groups)
            for body in reply_bodies(desk, area, Part(
                group,
                greets=typographic(reply.salutation) if number == 0 else "",
                quote=pull(reply) if number == 0 else "",
                act=typographic(act) if number == last else "",
                signs=reply.sign_off if number == last else "",
                mood=MOODS[self.tone],
            ))
        ]

    def text(self) -> list[str]:
        """Return the column in reading order."""
        return [paragraph for paragraph in self.column.as_text().split("\n\n") if paragraph.strip()]



def shared(text: str, most: int) -> list[str]:
    """Return a text in as few parts of about so many words as hold it, each of whole sentences, alike in length."""
    sentences = re.split(r"(?<=[.?!…”»“])\s+(?=[“„«¿¡A-ZÀ-Þ])", text)
    lengths = [len(sentence.split()) for sentence in sentences]
    many = max(1, -(-sum(lengths) // most))
    cuts = min(
        combinations(range(1, len(sentences)), min(many, len(sentences)) - 1),
        key=lambda ends: max(sum(lengths[a:b]) for a, b in pairwise((0, *ends, len(sentences)))),
    )
    return [" ".join(sentences[a:b]) for a, b in pairwise((0, *cuts, len(sentences)))]


def _of(names: tuple[str, str], number: int, count: int) -> str:
    one, several = names
    return _(one) if count == 1 else _(several, page=number + 1, pages=count)
