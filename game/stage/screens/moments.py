"""Look back: every moment so far, and the way back to any of them."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_, _
from game.stage.bookview import setting_at
from game.stage.components import Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents, TakeBack
from game.stage.outline import Outline, in_lines
from game.stage.outlines import looking
from game.stage.page import Box, Fill, Mark, Page, Target
from game.stage.typesetting import typographic, wrap
from game.stage.views import said
from game.stage.whole import headline, shortened, whole
from game.stage.wording import clock
from game.story.playthrough import State

MEANING = N_("Go back to here: what came after is put away, not lost.")


@dataclass(frozen=True, slots=True)
class Look:
    """One moment as a row."""

    when: str
    chose: str
    """With quotation marks where it was said."""


class MomentsScreen:
    """One row a moment, the cursor on the last; a click selects a row, and a second one goes there."""

    hover: str | None = None

    def __init__(self, state: State) -> None:
        self.rows = tuple(
            Look(clock(setting_at(state, moment.scene, moment.index)), said(moment.choice)) for moment in state.moments
        )
        self.now = clock(setting_at(state, state.scene, len(state.moments)))
        self.cursor = max(0, len(self.rows) - 1)
        self._fits, self._lines = 5, 2

    def handle(self, key: str) -> Intents:
        """Return the player's intents; move the cursor."""
        count = len(self.rows)
        if key in ("escape", "b") or not count:
            return (Close(),) if key in ("escape", "b", "enter", "space") else ()
        if key in ("enter", "space"):
            return (TakeBack(self.cursor),)
        if key.startswith("row:") and int(key[4:]) < count:
            if self.cursor == int(key[4:]):
                return (TakeBack(self.cursor),)
            self.cursor = int(key[4:])
        steps = {"up": -1, "down": 1, "left": -self._fits, "right": self._fits, "home": -count, "end": count}
        self.cursor = min(count - 1, max(0, self.cursor + steps.get(key, 0)))
        return ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the rows about the cursor."""
        palette = desk.theme.palette
        if not self.rows:
            return self._empty(desk)
        frame = whole(desk, _("Look back"), self._hints(), right=self.now)
        marks, area = headline(desk, frame.area, _("Every moment so far"), _(MEANING))
        body = list(marks)
        label = desk.style("label")
        self._lines = self._most(desk, area)
        height = max(102.0, self._lines * desk.style("choice").line + 26)
        self._fits = max(1, int((area.h - 12) // height))
        more = len(self.rows) > self._fits
        if more:  # then there is one more key at the foot
            self._fits = len(self.rows) - 1
            frame = whole(desk, _("Look back"), self._hints(), right=self.now)
            marks, area = headline(desk, frame.area, _("Every moment so far"), _(MEANING))
            body = list(marks)
            self._fits = max(1, int((area.h - label.size * 1.7) // height))
            height = min(height * 1.2, (area.h - label.size * 1.7) / self._fits)
        fits = min(self._fits, len(self.rows))
        first = min(self.cursor // self._fits * self._fits, len(self.rows) - fits)
        targets: list[Target] = []
        body.append(hairline(area.y, area.x, area.w, palette.ink))
        for offset in range(fits):
            index = first + offset
            box = Box(area.x, area.y + 2 + offset * height, area.w, height - 2)
            body += self._row(desk, index, box)
            targets.append(Target(Box(box.x - 24, box.y, box.w + 48, box.h), f"row:{index}"))
        if more:
            text = _("{first}–{last} of {n} moments", first=first + 1, last=first + fits, n=len(self.rows))
            y = area.y + fits * height + label.size * 1.3
            body.append(desk.setter.words(text, label, palette.mocha, area.x, y))
        return frame.page(body, targets)

    def _most(self, desk: Desk, area: Box) -> int:
        """Return how many lines the longest choice takes; four at the most, and two at the least."""
        column = area.w * (0.2 if not desk.theme.narrow else 0.24)
        room = area.w - 16 - desk.width("00", "figure-small") - 32 - column
        style = desk.style("choice-picked")
        lines = max(len(wrap(typographic(row.chose), style, room, desk.setter.measure)) for row in self.rows)
        return min(4, max(2, lines))

    def _hints(self) -> tuple[Hint, ...]:
        hints = [Hint("Enter", _("go back to here"), "enter"), Hint("↑↓", _("choose"), "down")]
        if self._fits < len(self.rows):
            hints.append(Hint("←→", _("turn"), "right"))
        return *hints, Hint("Esc", _("back to the play"), "escape")

    def _row(self, desk: Desk, index: int, box: Box) -> list[Mark]:
        palette, words, row = desk.theme.palette, desk.setter.words, self.rows[index]
        on = index == self.cursor
        marks: list[Mark] = []
        if on:
            marks += [Fill(Box(box.x - 24, box.y, box.w + 48, box.h), palette.ink),
                      Fill(Box(box.x - 24, box.y, 12, box.h), palette.tomato)]
        elif self.hover == f"row:{index}":
            marks.append(Fill(Box(box.x - 24, box.y, 12, box.h), palette.tomato))
        ink = palette.white if on else palette.ink
        figure, when, choice = desk.style("figure-small"), desk.style("label"), desk.style("choice")
        middle = box.y + box.h / 2
        wide = desk.width("00", "figure-small")
        number = palette.paper if on else palette.tomato
        marks.append(words(str(index + 1), figure, number, box.x + 8 + wide, middle + figure.size * 0.34, "end"))
        x = box.x + 8 + wide + 32
        column = box.w * (0.2 if not desk.theme.narrow else 0.24)
        lines = shortened(desk, row.when, when, column - 32, 2)
        first = middle + when.size * 0.35 - (len(lines) - 1) * when.line / 2
        soft = palette.white if on else palette.mocha
        marks += [words(line, when, soft, x, first + n * when.line) for n, line in enumerate(lines)]
        x += column
        style = desk.style("choice-picked" if on else "choice")
        lines = shortened(desk, typographic(row.chose), desk.style("choice-picked"), box.right - x - 8, self._lines)
        first = middle + choice.size * 0.35 - (len(lines) - 1) * choice.line / 2
        marks += [words(line, style, ink, x, first + n * choice.line) for n, line in enumerate(lines)]
        marks.append(hairline(box.bottom, box.x, box.w, palette.ink))
        return marks

    def _empty(self, desk: Desk) -> Page:
        palette, style = desk.theme.palette, desk.style("note")
        frame = whole(desk, _("Look back"), (Hint("Esc", _("back to the play"), "escape"),), right=self.now)
        marks, area = headline(desk, frame.area, _("Every moment so far"))
        lines = wrap(_("You have not chosen anything yet."), style, area.w, desk.setter.measure)
        y = area.y + area.h * 0.3
        told = [
            desk.setter.words(line, style, palette.espresso, area.x + area.w / 2, y + n * style.line, "middle")
            for n, line in enumerate(lines)
        ]
        return frame.page((*marks, *told))

    def text(self) -> list[str]:
        """Return the moments in reading order, each in full."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return a row a moment, each in full."""
        return looking.moments(_("Look back"), ((row.when, row.chose) for row in self.rows), self.cursor, _(MEANING))
