"""Say it first: what would come out of your mouth, before any answer is shown."""

from __future__ import annotations

from game.language import N_, _, n_
from game.projector.around import Around
from game.projector.frame import RoomScreen, figures, fitting, moment_of, room_page, sans, serif
from game.projector.hints import back, blank_the_screen, space
from game.projector.intents import RoomIntents
from game.projector.screens.said import said_pages
from game.projector.screens.story import onward_words
from game.projector.screens.vote_layout import who_asks
from game.projector.timer import ring
from game.room.figures import figure as in_figures
from game.room.paragraphs import question
from game.room.session import Session
from game.stage.beats import beats
from game.stage.components import Desk, Hint, hairline, portrait
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Frame, Mark, Page, Picture, Style, stacked
from game.stage.screens.script import last_seen
from game.stage.theme import MARGIN, NEWS, WIDTH
from game.stage.typesetting import balance, wrap
from game.stage.views import Columnist, SceneBeat, Setting, Spoken
from game.story.typography import marks as quotation_marks
from game.story.typography import quoted

SAY_IT = N_("Say it first")
ALOUD = N_("Out loud, to the person beside you, before you see any answers. What comes out of your mouth?")
THEIRS = N_("What some of you would say")
WHOLE = WIDTH - 2 * MARGIN


class SayFirstScreen(RoomScreen):
    """The question alone; with W some of what was typed, if the facilitator let it pass, and never who typed it."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self.showing = False
        """Whether what was typed is on the page."""

    @property
    def shown(self) -> list[str]:
        """What may be shown to the room, without anybody's name."""
        return [each.text for each in self.session.now.said.values() if each.shown]

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; W shows, turns, and puts away what was typed."""
        if not self.shown:
            self.showing = False
        if key == "w":
            self._turn()
            return ()
        if key == "left" and self.showing and self.sheet == 0:
            self._put_away()
            return ()
        return super().handle(key)

    def _turn(self) -> None:
        if not self.showing:
            self.showing, self.sheet = bool(self.shown), 0
        elif self.sheet + 1 < self.sheets:
            self.sheet += 1
        else:
            self._put_away()

    def _put_away(self) -> None:
        self.showing, self.sheet, self.sheets = False, 0, 1

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page as it is to be shown."""
        if self.showing and self.shown:
            return self._of_theirs(desk)
        self._put_away()
        hints = [space(onward_words(self.session))]
        if self.shown:
            hints.append(Hint("W", _("show some of theirs"), "w"))
        frame = room_page(desk, moment_of(self.session), [*hints, back(), blank_the_screen()])
        palette, words = desk.theme.palette, desk.setter.words
        low, rule = self._question(desk, frame.area.bottom)
        spare = max(0.0, rule - 752)
        marks: list[Mark] = [words(_(SAY_IT), fitting(desk, _(SAY_IT), 176, 950), palette.ink, MARGIN - 5, 290 + spare * 0.2)]
        style = serif(54, italic=True)
        marks += [
            words(line, style, palette.espresso, MARGIN, 388 + spare * 0.3 + number * style.line)
            for number, line in enumerate(balance(_(ALOUD), style, 1080, desk.setter.measure))
        ]
        marks += self._picture(desk, gallery, Box(1240, 150, 608, rule - 192))
        marks += ring(desk, self.session, self.around.now, 1100, 230 + spare * 0.2, 64)
        marks.append(hairline(rule, MARGIN, WHOLE, palette.ink, 3))
        return frame.page([*marks, *low])

    def _question(self, desk: Desk, bottom: float) -> tuple[list[Mark], float]:
        """Return the line that is to be answered with the count of those who typed, and where the rule above it lies."""
        palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
        line = question(self.session)
        count = self._count()
        width = min(1220.0, WHOLE - 136 - measure(count, sans(38))) if count else 1640.0
        most = bottom - 690 - 60
        for size in (62, 56, 50, 46):
            style = serif(size, italic=not line["who"])
            lines = balance(line["text"], style, width, measure)
            if len(lines) * style.line <= min(most, 3.2 * 81):
                break
        else:
            lines = _end_of(line["text"], style, width, int(most // style.line), desk)
        height = max(len(lines) * style.line, 160.0)
        rule = min(bottom - height - 70, 752 + (desk.height - 1080))
        indent = 96.0 if line["who"] else 0.0
        top = rule + (bottom - rule) / 2 - len(lines) * style.line / 2
        marks: list[Mark] = [
            words(text, style, palette.ink, MARGIN + indent, top + style.size + number * style.line)
            for number, text in enumerate(lines)
        ]
        if line["who"]:
            opening = quotation_marks().outer[0]
            down = 46 if opening == "“" else 0  # others stand on the line, or in its middle
            marks.append(words(opening, Style(NEWS, 150, 1.0), palette.tomato, MARGIN - 6, top + style.size + down))
        if count:
            middle = rule + (bottom - rule) / 2
            if self.session.now.said:
                figure = in_figures(len(self.session.now.said))
                marks.append(words(figure, figures(130), palette.ink, WIDTH - MARGIN, middle + 18, "end"))
                marks.append(words(count, sans(38), palette.mocha, WIDTH - MARGIN, middle + 86, "end"))
            else:
                marks.append(words(count, sans(38), palette.mocha, WIDTH - MARGIN, middle + 14, "end"))
        return marks, rule

    def _count(self) -> str:
        """Return what stands below the count of typed answers; nothing where nobody has a phone."""
        if not self.session.people:
            return ""
        typed = len(self.session.now.said)
        if not typed:
            return _("nobody has typed yet")
        # Translators: below the number of people
        return n_("has typed theirs", "have typed theirs", typed)

    def _picture(self, desk: Desk, gallery: Gallery, box: Box) -> list[Mark]:
        """Return the place and who speaks, framed; for the projector's look the person alone."""
        palette, found = desk.theme.palette, _seen(self.session)
        if found is None:
            return []
        setting, seen = found
        marks: list[Mark] = [Fill(box, palette.deep)]
        if not desk.theme.plain:
            zoom = max(box.h / 936, box.w / 800)
            cover = Box(box.x - (800 * zoom - box.w) / 2, box.y - (936 * zoom - box.h) * 0.55, 1920 * zoom, 1080 * zoom)
            marks.append(Picture(box, gallery.place(setting.place, setting.light), cover, palette.deep))
        if seen is not None:
            art, letter = gallery.person(seen.who)
            zoom = box.h * 1.02 / 875
            cover = Box(box.x + box.w / 2 - 410 * zoom, box.bottom - 875 * zoom, 800 * zoom, 900 * zoom)
            inside = Box(max(box.x, cover.x), max(box.y, cover.y), 0, 0)
            inside = Box(inside.x, inside.y, min(box.right, cover.right) - inside.x, box.bottom - inside.y)
            marks.append(Picture(inside, portrait(art, gallery.mood(art, seen.face)), cover))
            if letter:
                style = Style(NEWS, 162 * zoom)
                marks.append(desk.setter.words(letter, style, palette.espresso, cover.x + 400 * zoom, cover.y + 499 * zoom, "middle"))
        return [*marks, Frame(box, palette.ink, 3)]

    def _of_theirs(self, desk: Desk) -> Page:
        """Return the page with some of what was typed."""
        palette, words = desk.theme.palette, desk.setter.words
        plain = room_page(desk, moment_of(self.session), ())
        sheets = said_pages(desk, self.shown, WHOLE, plain.area.bottom - 330)
        self.sheets = len(sheets)
        self.sheet = min(self.sheet, self.sheets - 1)
        more = self.sheet + 1 < self.sheets
        first = space(_("more of theirs") if more else onward_words(self.session))
        hints = [first, Hint("W", _("more") if more else _("put away"), "w"), back(), blank_the_screen()]
        frame = room_page(desk, moment_of(self.session), hints)
        marks: list[Mark] = [words(_(THEIRS), fitting(desk, _(THEIRS), 92, WHOLE - 200), palette.ink, MARGIN - 4, 232)]
        body = stacked(sheets[self.sheet])
        spare = max(0.0, frame.area.bottom - 300 - body.height)
        marks += body.at(MARGIN, 290 + spare * 0.3)[0]
        if self.sheets > 1:
            marks.append(words(_("{page} of {pages}", page=self.sheet + 1, pages=self.sheets), sans(38), palette.mocha, WIDTH - MARGIN, 228, "end"))
        return frame.page(marks)

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        if self.showing and self.shown:
            return [_(THEIRS), *(quoted(text) for text in self.shown)]
        line = question(self.session)
        asked = f"{line['who']}: {line['text']}" if line["who"] else line["text"]
        typed = len(self.session.now.said)
        told = n_("{n} has typed theirs", "{n} have typed theirs", typed, n=in_figures(typed)) if typed else _("Nobody has typed yet")
        return [_(SAY_IT), _(ALOUD), asked, *([told] if self.session.people else [])]


def _seen(session: Session) -> tuple[Setting, Spoken | None] | None:
    """Return where the room is and who stands there with their last expression."""
    shown = beats(session.state, Columnist.AFTER_EACH_CHOICE, session.setup.seed)
    beat = shown[-1] if shown else None
    if not isinstance(beat, SceneBeat):
        return None
    return beat.setting, who_asks(session) or last_seen(beat.script, beat.at_first)


def _end_of(text: str, style: Style, width: float, most: int, desk: Desk) -> list[str]:
    """Return the last lines of a text that is too long: its end is what is asked."""
    words = text.split()
    low, high = 0, len(words) - 1
    while low < high:
        middle = (low + high) // 2
        if len(wrap("… " + " ".join(words[middle:]), style, width, desk.setter.measure)) > most:
            low = middle + 1
        else:
            high = middle
    return wrap("… " + " ".join(words[low:]), style, width, desk.setter.measure)[:most]
