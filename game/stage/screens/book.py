"""The address book: who would pick up, and what each account is made of."""

from __future__ import annotations

from dataclasses import replace

from game.language import N_, _, n_
from game.stage.accounts import (
    Table,
    leaves_of,
    person_head,
    person_row,
    row_height,
    signed,
    strip,
    strong_small,
)
from game.stage.bookview import Account, BookView, LedgerLine, book
from game.stage.components import Desk, Hint, double_rule, hairline
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.outline import Outline, in_lines
from game.stage.outlines.books import book as book_as_it_lies
from game.stage.outlines.books import whole_book
from game.stage.page import Box, Fill, Mark, Page, Target
from game.stage.typesetting import wrap
from game.stage.whole import headline, whole
from game.stage.wording import number
from game.story.typography import capital

BOOK, QUESTION, NOBODY = N_("The address book"), N_("Who would pick up"), N_("You have met nobody yet. It is early.")


class BookScreen:
    """People at the left, the open person's account at the right; two pages where the type is large."""

    hover: str | None = None

    def __init__(self, view: BookView) -> None:
        self.view, self.cursor = view, 0
        self.opened = False
        """In large type: whether the person's own page is shown."""
        self.leaf = 0
        """Which part of a long account is shown, counted back from the newest."""
        self._leaves, self._narrow = 1, False

    def handle(self, key: str) -> Intents:
        """Return the player's intents; turn to other people and to other parts of an account."""
        count = len(self.view.people)
        if key in ("escape", "a") or (count == 0 and key in ("enter", "space")):
            return (Close(),)
        if key.startswith("row:") and int(key[4:]) < count:
            self._turn_to(int(key[4:]))
            self.opened = True
        elif key in ("up", "down") and count:
            self._turn_to((self.cursor + (1 if key == "down" else -1)) % count)
        elif key in ("left", "right") and count:
            self._sideways(key)
        elif key in ("enter", "space"):
            return self._read_on()
        return ()

    def _turn_to(self, person: int) -> None:
        self.cursor, self.leaf = person, 0

    def _sideways(self, key: str) -> None:
        if self._narrow and not self.opened:
            self.opened = key == "right"
        elif key == "left" and self.leaf + 1 < self._leaves:
            self.leaf += 1
        elif key == "left" and self._narrow:
            self.opened, self.leaf = False, 0
        elif key == "right":
            self.leaf = max(0, self.leaf - 1)

    def _read_on(self) -> Intents:
        """Walk through all the accounts with one key, as a clicker does, and out of the book after the last."""
        if self._narrow and not self.opened:
            self.opened = True
        elif self.leaf > 0:
            self.leaf -= 1
        elif self.cursor + 1 < len(self.view.people):
            self._turn_to(self.cursor + 1)
        else:
            return (Close(),)
        return ()

    # -------------------------------------------------------- the page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the book as it lies open."""
        self._narrow = desk.theme.narrow
        people = self.view.people
        if not people:
            return self._empty(desk)
        if self._narrow and self.opened:
            return self._person_page(desk, gallery)
        leaves, page = self._leaves, self._spread(desk, gallery)
        # how many leaves an account has is known only now, and one key more may need a row more
        return page if self._leaves == leaves else self._spread(desk, gallery)

    def _spread(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the people, and beside them the open account where there is room."""
        people = self.view.people
        frame = whole(desk, _(BOOK), self._hints(people=True), right=self.view.when)
        # Translators: {number} is a number word; the sentence gets its capital by itself
        met = n_("{number} person met. Only what has come to light stands here.",
                 "{number} people met. Only what has come to light stands here.", len(people), number=number(len(people)))
        marks, area = headline(desk, frame.area, _(QUESTION), capital(met))
        body = list(marks)
        wide = area.w if self._narrow else 560
        listed, targets = self._list(desk, gallery, Box(area.x, area.y, wide, area.h - 10))
        body += listed
        if not self._narrow:
            body.append(Fill(Box(676, area.y + 2, 2, area.h - 24), desk.theme.palette.ink))
            body += self._person(desk, gallery, Box(716, area.y, area.right - 716, area.h))
        return frame.page(body, targets)

    def _hints(self, *, people: bool) -> tuple[Hint, ...]:
        if self._narrow:
            if people:
                return Hint("Enter", _("open"), "enter"), Hint("↑↓", _("people"), "down"), Hint("Esc", _("close"), "escape")
            # Translators: on a key, the part of an account that came before
            other = Hint("←", _("earlier") if self.leaf + 1 < self._leaves else _("people"), "left")
            return Hint("Enter", _("read on"), "enter"), other, Hint("Esc", _("close"), "escape")
        hints = [Hint("Enter", _("read on"), "enter"), Hint("↑↓", _("people"), "down")]
        if self._leaves > 1:
            hints.append(Hint("←→", _("earlier and later entries"), "left"))
        return *hints, Hint("Esc", _("back to the scene"), "escape")

    def _empty(self, desk: Desk) -> Page:
        palette = desk.theme.palette
        frame = whole(desk, _(BOOK), (Hint("Esc", _("back to the scene"), "escape"),), right=self.view.when)
        marks, area = headline(desk, frame.area, _(QUESTION))
        style = desk.style("note")
        y = area.y + area.h * 0.3
        lines = wrap(_(NOBODY), style, area.w, desk.setter.measure)
        told = [
            desk.setter.words(line, style, palette.espresso, 960, y + n * style.line, "middle")
            for n, line in enumerate(lines)
        ]
        return frame.page((*marks, *told))

    # -------------------------------------------------------- the list

    def _list(self, desk: Desk, gallery: Gallery, box: Box) -> tuple[list[Mark], list[Target]]:
        people, palette = self.view.people, desk.theme.palette
        label = desk.style("label")
        height = row_height(desk)
        fits = max(1, int(box.h // height))
        more = len(people) > fits
        if more:
            fits = max(1, int((box.h - label.line) // height))
            height = min(height * 1.15, (box.h - label.line) / fits)
        first = min(max(0, self.cursor - fits + 1), len(people) - fits) if more else 0
        marks: list[Mark] = []
        targets: list[Target] = []
        for offset, account in enumerate(people[first : first + fits]):
            index = first + offset
            row = Box(box.x, box.y + offset * height, box.w, height - 2)
            on = index == self.cursor
            if not on and self.hover == f"row:{index}":
                marks.append(Fill(Box(row.x - 24, row.y, 12, row.h), palette.tomato))
            marks += person_row(desk, gallery, account, row, on=on)
            targets.append(Target(Box(row.x - 24, row.y, row.w + 44, row.h), f"row:{index}"))
        if more:
            last = first + min(fits, len(people))
            text = _("{first}–{last} of {n} people", first=first + 1, last=last, n=len(people))
            y = box.y + fits * height + label.size * 1.05
            marks.append(desk.setter.words(text, label, palette.mocha, box.x, y))
        return marks, targets

    # -------------------------------------------------------- a person

    def _person_page(self, desk: Desk, gallery: Gallery) -> Page:
        frame = whole(desk, _(BOOK), self._hints(people=False), right=self.view.when)
        area = frame.area
        body = self._person(desk, gallery, Box(area.x, area.y + 16, area.w, area.h - 16))
        frame = whole(desk, _(BOOK), self._hints(people=False), right=self.view.when)
        return frame.page(body)

    def _person(self, desk: Desk, gallery: Gallery, box: Box) -> list[Mark]:
        account, palette, words = self.view.people[self.cursor], desk.theme.palette, desk.setter.words
        marks, y = person_head(desk, account, box, narrow=self._narrow)
        table = Table(desk, account, box)
        marks.append(hairline(y, box.x, box.w, palette.ink))
        small = strong_small(desk)
        for title, x, anchor in (
            (_("When"), box.x, "start"), (_("What it was"), table.what, "start"),
            (_("Entry"), table.entry, "end"), (_("Sum"), box.right, "end"),
        ):
            if not (account.who.capital is None and anchor == "end"):
                marks.append(words(title, small, palette.mocha, x, y + small.size * 1.42, anchor))
        y += small.size * 2
        marks.append(hairline(y, box.x, box.w, palette.ink))
        sum_style = desk.style("figure-small")
        foot = box.bottom - sum_style.size * 1.2 - 28
        leaves = leaves_of(table.rows(foot - y - 4), foot - y - 2)
        self._leaves = len(leaves)
        self.leaf = min(self.leaf, len(leaves) - 1)
        top = y + 2
        y = top
        for row in leaves[len(leaves) - 1 - self.leaf]:
            marks += row.at(box.x, y)[0]
            y += row.height
        marks += double_rule(foot, box.x, box.w, palette.ink)
        baseline = foot + 13 + sum_style.size * 1.05
        strong = replace(desk.style("label-strong"), size=28 * desk.theme.text)
        total = _("Adds up to")
        marks.append(words(total, strong, palette.ink, box.x, baseline - 3))
        if len(leaves) > 1:
            at = len(leaves) - self.leaf
            part = _("page {n} of {many}", n=at, many=len(leaves))
            marks.append(words(part, desk.style("label"), palette.mocha, table.entry - table.entry_w - 20, baseline - 3, "end"))
        if account.who.capital is None:
            marks += strip(desk, Box(table.entry - table.entry_w, top - 6, box.right - table.entry + table.entry_w + 12,
                                      baseline - top + 16))
        else:
            marks += signed(desk, account.who.capital, sum_style, box.right, baseline, palette.ink)
        return marks

    # -------------------------------------------------------- in words

    def text(self) -> list[str]:
        """Return the whole book in reading order, every account with its lines."""
        return in_lines(whole_book(self.view))

    def outline(self) -> Outline:
        """Return the people, and the account that lies open."""
        return book_as_it_lies(self.view, self.cursor)


__all__ = ["Account", "BookScreen", "BookView", "LedgerLine", "book"]
