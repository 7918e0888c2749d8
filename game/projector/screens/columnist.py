"""The columnist: what she says about the choice, large, and which principle it honours or breaks."""

from __future__ import annotations

from game.language import _
from game.projector.frame import RoomScreen, moment_of, room_page, sans
from game.projector.hints import back, blank, space
from game.projector.screens.story import onward_words
from game.room.phone_view import letters
from game.stage import inks
from game.stage.components import Desk, byline
from game.stage.gallery import Gallery
from game.stage.page import Box, Colour, Fill, Frame, Mark, Page, Style
from game.stage.theme import MARGIN, NEWS_ITALIC, WIDTH
from game.stage.typesetting import balance, typographic
from game.stage.whole import shortened
from game.story.model import Choice
from game.story.vocabulary import PRINCIPLES

SIZES = (92.0, 84.0, 76.0, 68.0, 60.0, 52.0, 46.0)
"""Of her words: the largest that fits is taken; none is below what the back row reads."""
RADIUS, INDENT = 176.0, 460.0


class ColumnistScreen(RoomScreen):
    """Her note alone on a page: nothing else is to be read while she speaks."""

    @property
    def choice(self) -> Choice:
        """What she speaks about."""
        return self.session.state.moments[-1].choice

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
        frame = room_page(desk, moment_of(self.session), (space(onward_words(self.session)), back(), blank()))
        area, choice = frame.area, self.choice
        honoured = choice.honours is not None
        colour = palette.espresso if choice.principle is None else palette.teal if honoured else palette.tomato
        face = "neutral" if choice.principle is None else "delighted" if honoured else "wary"
        room = area.h - (290 if choice.principle else 170)
        style, lines = self._fitting(desk, WIDTH - MARGIN - INDENT, room)
        height = len(lines) * style.line
        top = area.y + 110 + max(0.0, (room - height) * 0.42)
        marks: list[Mark] = [words(self._about(), sans(38), palette.mocha, MARGIN, area.y + 66)]
        marks += byline(desk, face, MARGIN + RADIUS + 4, max(area.y + 110 + RADIUS, top + min(height / 2, RADIUS + 20)), RADIUS)
        marks += [words(line, style, colour, INDENT, top + style.size * 0.86 + n * style.line) for n, line in enumerate(lines)]
        if choice.principle is not None:
            marks += self._principle(desk, top + height + 46, measure(lines[-1], style), colour)
        return frame.page(marks)

    def _about(self) -> str:
        mark = letters(self.session).get(self.choice.id, "")
        if not self.choice.label:
            return _("By The Columnist, on {letter}", letter=mark)
        return _("By The Columnist, on {letter}: {label}", letter=mark, label=typographic(self.choice.label))

    def _fitting(self, desk: Desk, width: float, height: float) -> tuple[Style, list[str]]:
        text = typographic(self.choice.advice)
        for size in SIZES:
            style = Style(NEWS_ITALIC, size, 1.16)
            lines = balance(text, style, width, desk.setter.measure)
            if len(lines) * style.line <= height:
                return style, lines
        return style, shortened(desk, text, style, width, max(1, int(height // style.line)))

    def _principle(self, desk: Desk, top: float, width: float, colour: Colour) -> list[Mark]:
        """Return the pencil line below her last words, and the principle with its box: filled, or empty and struck."""
        palette, words = desk.theme.palette, desk.setter.words
        marks: list[Mark] = [inks.underline(INDENT, top - 34, min(width, 560), colour)]
        box, base = Box(INDENT, top + 30, 46, 46), top + 70
        honoured = self.choice.honours is not None
        marks.append(Fill(box, colour) if honoured else Frame(box, colour, 5))
        if not honoured:
            marks.append(inks.strike(box.x - 6, box.y + 23, 50, colour, 3))
        style = sans(50, 700)
        marks.append(words(self._name(), style, palette.ink, INDENT + 72, base))
        at = INDENT + 72 + desk.setter.measure(self._name(), style) + 26
        marks.append(words(_("honoured") if honoured else _("broken"), sans(50), colour, at, base))
        return marks

    def _name(self) -> str:
        principle = self.choice.principle
        return typographic(_(PRINCIPLES[principle].name)) if principle else ""

    def text(self) -> list[str]:
        """Return the page in reading order."""
        lines = [self._about(), typographic(self.choice.advice)]
        if self.choice.principle is not None:
            said = _("{principle}: honoured.", principle=self._name()) if self.choice.honours else _("{principle}: broken.", principle=self._name())
            lines.append(said)
        return lines
