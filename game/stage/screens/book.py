"""The address book: who would pick up, and what each account is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.stage import inks
from game.stage.bookview import Account, BookView, LedgerLine, book
from game.stage.components import Desk, Hint, clipped, double_rule, face, hairline, kicker, ladder, standing_word
from game.stage.gallery import Gallery
from game.stage.intents import Close, Intents
from game.stage.page import Area, Box, Colour, Fill, Frame, Galley, Mark, Page, Sketch, Style, Target
from game.stage.theme import FRANKLIN, Theme
from game.stage.typesetting import typographic, wrap
from game.stage.whole import headline, whole
from game.stage.wording import counted
from game.story.vocabulary import Standing

COVER = "after the column"


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
        hints = self._hints(people=True)
        frame = whole(desk, "The address book", hints, right=self.view.when)
        aside = f"{counted(len(people), 'person', 'people')} met. Only what has come to light stands here."
        marks, area = headline(desk, frame.area, "Who would pick up", aside[:1].upper() + aside[1:])
        body = list(marks)
        wide = area.w if self._narrow else 560
        listed, targets = self._list(desk, gallery, Box(area.x, area.y, wide, area.h - 10))
        body += listed
        if not self._narrow:
            body.append(Fill(Box(676, area.y + 2, 2, area.h - 24), desk.theme.palette.ink))
            body += self._person(desk, gallery, Box(716, area.y, area.right - 716, area.h))
            if self._leaves > 1 and len(hints) < 4:
                frame = whole(desk, "The address book", self._hints(people=True), right=self.view.when)
        return frame.page(body, targets)

    def _hints(self, *, people: bool) -> tuple[Hint, ...]:
        if self._narrow:
            if people:
                return Hint("Enter", "open", "enter"), Hint("↑↓", "people", "down"), Hint("Esc", "back", "escape")
            other = Hint("←", "earlier" if self.leaf + 1 < self._leaves else "people", "left")
            return Hint("Enter", "read on", "enter"), other, Hint("Esc", "back", "escape")
        hints = [Hint("Enter", "read on", "enter"), Hint("↑↓", "people", "down")]
        if self._leaves > 1:
            hints.append(Hint("←→", "earlier and later entries", "left"))
        return *hints, Hint("Esc", "back to the scene", "escape")

    def _empty(self, desk: Desk) -> Page:
        palette = desk.theme.palette
        frame = whole(desk, "The address book", (Hint("Esc", "back to the scene", "escape"),), right=self.view.when)
        marks, area = headline(desk, frame.area, "Who would pick up")
        style = desk.style("note")
        y = area.y + area.h * 0.3
        lines = wrap("You have met nobody yet. It is early.", style, area.w, desk.setter.measure)
        told = [
            desk.setter.words(line, style, palette.espresso, 960, y + n * style.line, "middle")
            for n, line in enumerate(lines)
        ]
        return frame.page((*marks, *told))

    # -------------------------------------------------------- the list

    def _list(self, desk: Desk, gallery: Gallery, box: Box) -> tuple[list[Mark], list[Target]]:
        people, palette = self.view.people, desk.theme.palette
        label = desk.style("label")
        height = _row_height(desk)
        fits = max(1, int(box.h // height))
        more = len(people) > fits
        if more:
            fits = max(1, int((box.h - label.line) // height))
        first = min(max(0, self.cursor - fits + 1), len(people) - fits) if more else 0
        marks: list[Mark] = []
        targets: list[Target] = []
        for offset, account in enumerate(people[first : first + fits]):
            index = first + offset
            row = Box(box.x, box.y + offset * height, box.w, height - 2)
            on = index == self.cursor
            if not on and self.hover == f"row:{index}":
                marks.append(Fill(Box(row.x - 24, row.y, 12, row.h), palette.tomato))
            marks += _row(desk, gallery, account, row, on=on)
            targets.append(Target(Box(row.x - 24, row.y, row.w + 44, row.h), f"row:{index}"))
        if more:
            last = first + min(fits, len(people))
            text = f"{first + 1}–{last} of {len(people)} people"
            y = box.y + fits * height + label.size * 1.05
            marks.append(desk.setter.words(text, label, palette.mocha, box.x, y))
        return marks, targets

    # -------------------------------------------------------- a person

    def _person_page(self, desk: Desk, gallery: Gallery) -> Page:
        hints = self._hints(people=False)
        frame = whole(desk, "The address book", hints, right=self.view.when)
        area = frame.area
        body = self._person(desk, gallery, Box(area.x, area.y + 16, area.w, area.h - 16))
        frame = whole(desk, "The address book", self._hints(people=False), right=self.view.when)
        return frame.page(body)

    def _person(self, desk: Desk, gallery: Gallery, box: Box) -> list[Mark]:
        account, palette, words = self.view.people[self.cursor], desk.theme.palette, desk.setter.words
        marks, y = _person_head(desk, account, box, narrow=self._narrow)
        table = _Table(desk, account, box)
        marks.append(hairline(y, box.x, box.w, palette.ink))
        small = _strong_small(desk)
        for title, x, anchor in (
            ("When", box.x, "start"), ("What it was", table.what, "start"),
            ("Entry", table.entry, "end"), ("Sum", box.right, "end"),
        ):
            if not (account.who.capital is None and anchor == "end"):
                marks.append(words(title, small, palette.mocha, x, y + small.size * 1.42, anchor))
        y += small.size * 2
        marks.append(hairline(y, box.x, box.w, palette.ink))
        sum_style = desk.style("figure-small")
        foot = box.bottom - sum_style.size * 1.2 - 28
        leaves = _leaves(table.rows(foot - y - 4), foot - y - 2)
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
        total = "Adds up to"
        marks.append(words(total, strong, palette.ink, box.x, baseline - 3))
        if len(leaves) > 1:
            at = len(leaves) - self.leaf
            part = f"page {at} of {len(leaves)}"
            marks.append(words(part, desk.style("label"), palette.mocha, table.entry - 20, baseline - 3, "end"))
        if account.who.capital is None:
            marks += _strip(desk, Box(table.entry - table.entry_w, top - 6, box.right - table.entry + table.entry_w + 12,
                                      baseline - top + 22))
        else:
            marks += _figure(desk, account.who.capital, sum_style, box.right, baseline, palette.ink)
        return marks

    # -------------------------------------------------------- in words

    def text(self) -> list[str]:
        """Return the whole book in reading order, every account with its lines."""
        if not self.view.people:
            return ["The address book", "You have met nobody yet. It is early."]
        lines = ["The address book"]
        for account in self.view.people:
            who = account.who
            if who.capital is None or who.standing is None:
                lines.append(f"{who.name}, {who.role}. The figures come {COVER}.")
            else:
                lines.append(f"{who.name}, {who.role}. {standing_word(who.standing)}, capital {who.capital}. {account.asked}")
            lines += [_line_in_words(line) for line in account.lines]
        return lines


def _line_in_words(line: LedgerLine) -> str:
    when = f"{line.when} ({line.origin})" if line.origin else line.when
    label = f" {line.label}." if line.label else ""
    figures = "" if line.amount is None else f" {line.amount:+}, which makes {line.total}."
    return f"{when}: {line.what}{'' if line.what[-1:] in '.!?”' else '.'}{label}{figures}"


# ---------------------------------------------------------------- rows of the list


def _row_height(desk: Desk) -> float:
    return max(152.0, desk.style("name-small").size * 1.3 + desk.style("label").size * 1.7 + 46)


def _row(desk: Desk, gallery: Gallery, account: Account, box: Box, *, on: bool) -> list[Mark]:
    palette, words, who = desk.theme.palette, desk.setter.words, account.who
    ink = palette.white if on else palette.ink
    soft = palette.white if on else palette.espresso
    marks: list[Mark] = []
    if on:
        marks += [Fill(Box(box.x - 24, box.y, box.w + 44, box.h), palette.ink),
                  Fill(Box(box.x - 24, box.y, 12, box.h), palette.tomato)]
    else:
        marks.append(hairline(box.bottom, box.x, box.w, palette.ink))
    side = box.h - 38
    art, letter = gallery.person(who)
    place = Box(box.x + 4, box.y + 19, side, side)
    marks += face(desk, art, gallery.mood(art, account.face), letter, place, child=gallery.child(art), edge=ink)
    x, right = place.right + 24, box.right
    name_style, label, figure = desk.style("name-small"), desk.style("label"), desk.style("figure-small")
    spare = box.h - name_style.size - label.size * 1.5
    baseline = box.y + spare * 0.42 + name_style.size * 0.86
    below = baseline + label.size * 1.55
    room = right - x
    if who.capital is not None:
        marks += _figure(desk, who.capital, figure, right, baseline, ink)
        room -= desk.setter.measure(str(abs(who.capital)), figure) + figure.size * 0.5 + 20
    marks.append(words(clipped(desk, who.short, "name-small", room), name_style, ink, x, baseline))
    if who.standing is None:
        marks.append(words(clipped(desk, typographic(who.role), "label", right - x), label, soft, x, below))
        return marks
    word = standing_word(who.standing)
    scale = min(1.0, (right - x - desk.width("In your network", "label") - 20) / (6 * 29))
    scale = max(scale, 0.55) * (1.0 if scale < 1 or not desk.theme.narrow else desk.theme.text)
    marks += ladder(desk, x, below - label.size * 0.34 - 7 * scale, who.standing, soft, scale)
    marks.append(words(word, label, ink, x + 6 * 29 * scale + 14, below))
    return marks


# ---------------------------------------------------------------- the head of a person


def _person_head(desk: Desk, account: Account, box: Box, *, narrow: bool) -> tuple[list[Mark], float]:
    palette, words, who = desk.theme.palette, desk.setter.words, account.who
    name_style, label = desk.style("name"), desk.style("label")
    baseline = box.y + name_style.size * 0.98
    right = box.right
    marks: list[Mark] = []
    if who.capital is None:
        wide = desk.width(COVER, "aside") + 56
        strip = Box(right - wide, box.y + 6, wide + 12, desk.style("aside").size * 1.9)
        marks += _strip(desk, strip)
        right = strip.x - 24
    else:
        large = desk.style("delta-small") if not narrow else desk.style("figure")
        marks += _figure(desk, who.capital, large, right, baseline + (large.size - name_style.size) * 0.3, palette.ink)
        right -= desk.setter.measure(str(abs(who.capital)), large) + (large.size * 0.5 if who.capital < 0 else 0) + 18
        marks.append(kicker(desk, "capital", right, baseline, palette.mocha, "end"))
        right -= desk.width("CAPITAL", "kicker") + 24
    marks.append(words(clipped(desk, who.name, "name", right - box.x), name_style, palette.ink, box.x - 2, baseline))
    y = baseline + name_style.size * 0.28
    role = typographic(who.role)
    lines = wrap(role[:1].upper() + role[1:], label, box.w, desk.setter.measure)
    if len(lines) > 2 or (narrow and len(lines) > 1):
        lines = [*lines[: 0 if narrow else 1], clipped(desk, " ".join(lines[0 if narrow else 1 :]), "label", box.w)]
    for line in lines:
        y += label.line
        marks.append(words(line, label, palette.mocha, box.x, y - label.size * 0.3))
    if who.capital is None or who.standing is None:
        return marks, y + 18
    if narrow:
        y += label.size * 1.5
        scale = desk.theme.text
        marks += ladder(desk, box.x, y - label.size * 0.34 - 7 * scale, who.standing, palette.espresso, scale)
        x = box.x + 6 * 29 * scale + 16
        word = standing_word(who.standing)
        marks.append(words(word, desk.style("label-strong"), palette.ink, x, y))
        x += desk.width("In your network", "label-strong") + 50
        scale = min(1.1 * desk.theme.text, (box.right - x) / 500)
        if scale > 0.5:
            marks += inks.beans(palette, x + 24 * scale, y - label.size * 0.34, who.capital, scale=scale)
        return marks, y + label.size * 0.75
    marks += _steps(desk, who.standing, box.x, y + 24, box.w)
    y += 24 + 22 + desk.style("small").size * 1.25
    marks += inks.beans(palette, box.x + 24, y + 44, who.capital, scale=1.1)
    room = box.w - 600
    aside = clipped(desk, account.asked, "aside", room)
    marks.append(words(aside, desk.style("aside"), palette.mocha, box.right, y + 53, "end"))
    return marks, y + 86


def _steps(desk: Desk, band: Standing, x: float, y: float, width: float) -> list[Mark]:
    """Return the six steps over the full width, each with its word."""
    palette, small = desk.theme.palette, desk.style("small")
    strong = replace(small, face=FRANKLIN[800])
    names = [standing_word(each) for each in Standing]
    wide = [desk.setter.measure(name, strong) for name in names]
    spare = (width - sum(wide)) / len(names)
    marks: list[Mark] = []
    for each, name, across in zip(Standing, names, wide, strict=True):
        step = Box(x, y, across + spare - 8, 18)
        marks.append(Fill(step, palette.espresso) if each.step <= band.step else Frame(step, palette.espresso, 2.5))
        style, colour = (strong, palette.ink) if each is band else (small, palette.mocha)
        marks.append(desk.setter.words(name, style, colour, x, y + 22 + small.size * 1.05))
        x += across + spare
    return marks


# ---------------------------------------------------------------- the ledger


class _Table:
    """The columns of one account, and its rows."""

    def __init__(self, desk: Desk, account: Account, box: Box) -> None:
        self.desk, self.account, self.box = desk, account, box
        text = desk.theme.text
        self.figure = Style(desk.style("figure-small").face, 40 * text)
        self.sum = Style(self.figure.face, 34 * text)
        entry = max((_wide(desk, line.amount, self.figure) for line in account.lines), default=0.0)
        total = max((_wide(desk, line.total, self.sum) for line in account.lines), default=0.0)
        small = _strong_small(desk)
        measure = desk.setter.measure
        self.sum_w = max(total, measure("Sum", small)) + 36
        self.entry_w = max(entry, measure("Entry", small)) + 30
        if account.who.capital is None:
            self.entry_w = max(self.entry_w, measure("column", desk.style("aside")) + 60 - self.sum_w)
        self.entry = box.right - self.sum_w
        """Where the entries end."""
        strong, plain = desk.style("label-strong"), desk.style("small")
        widest = max(
            max(measure(line.when, strong), measure(line.origin, plain)) for line in account.lines
        )
        self.when_w = min(max(widest + 34, measure("When", small) + 40), box.w * (0.3 if desk.theme.narrow else 0.24))
        self.what = box.x + self.when_w

    def rows(self, most: float) -> list[Galley]:
        """Return a galley a line, none of them higher than `most`."""
        return [self._row(line, most) for line in self.account.lines]

    def _row(self, line: LedgerLine, most: float) -> Galley:
        desk, palette, words = self.desk, self.desk.theme.palette, self.desk.setter.words
        measure = desk.setter.measure
        strong, plain, small = desk.style("label-strong"), desk.style("small"), _strong_small(desk)
        body = _body(desk.theme)
        marks: list[Mark] = []
        pad = 8.0
        y = pad
        for text, style, colour in ((line.when, strong, palette.ink), (line.origin, plain, palette.mocha)):
            for piece in wrap(text, style, self.when_w - 24, measure) if text else ():
                marks.append(words(piece, style, colour, 0, y + style.size))
                y += style.size * 1.18
        left, y = y, pad
        x = self.what - self.box.x
        room = self.entry - self.entry_w - self.what
        lines = wrap(typographic(line.what), body, room, measure)
        label_height = small.size * 1.25 if line.label else 0.0
        fits = max(1, int((most - 2 * pad - label_height) / (body.size * 1.2)))
        if line.quoted:
            fits = min(fits, 3 if desk.theme.narrow else 2)
        if len(lines) > fits:
            lines = [*lines[: fits - 1], _shortened(" ".join(lines[fits - 1 :]), body, room, desk, line.what)]
        for piece in lines:
            marks.append(words(piece, body, palette.ink, x, y + body.size))
            y += body.size * 1.2
        if line.label:
            colour = palette.mocha if line.good is None else palette.teal if line.good else palette.tomato
            marks.append(words(line.label, small, colour, x, y + small.size))
            y += small.size * 1.25
        height = max(78.0 if not desk.theme.narrow else 60.0, left + pad, y + pad)
        middle = height / 2 + self.figure.size * 0.33
        if line.amount is not None and line.total is not None:
            colour = palette.teal if line.amount > 0 else palette.tomato if line.amount < 0 else palette.mocha
            marks += _figure(desk, line.amount, self.figure, self.entry - self.box.x, middle, colour, plus=True)
            marks += _figure(desk, line.total, self.sum, self.box.w, middle, palette.espresso)
        marks.append(hairline(height - 1, 0, self.box.w, palette.fold, 1))
        return Galley(tuple(marks), height)


def _leaves(rows: Sequence[Galley], height: float) -> list[list[Galley]]:
    """Return the rows on as few leaves as hold them; the last, with the newest, is filled first."""
    leaves: list[list[Galley]] = [[]]
    room = height
    for row in reversed(rows):
        if leaves[0] and row.height > room:
            leaves.insert(0, [])
            room = height
        leaves[0].insert(0, row)
        room -= row.height
    return leaves


def _shortened(text: str, style: Style, width: float, desk: Desk, whole_text: str) -> str:
    """Return a last line that ends in an ellipsis, and in the quotation mark that the text ends in."""
    close = "”" if typographic(whole_text).endswith("”") else ""
    words = text.split()
    while len(words) > 1 and desk.setter.measure(" ".join(words).rstrip(" ,.;:—–") + "…" + close, style) > width:
        words.pop()
    return " ".join(words).rstrip(" ,.;:—–") + "…" + close


def _body(theme: Theme) -> Style:
    return Style(FRANKLIN[500], 26 * theme.text, 1.2)


def _strong_small(desk: Desk) -> Style:
    return replace(desk.style("small"), face=FRANKLIN[700])


# ---------------------------------------------------------------- figures and the strip that covers them


def _wide(desk: Desk, value: int | None, style: Style) -> float:
    return 0.0 if value is None else desk.setter.measure(str(abs(value)), style) + style.size * 0.46


def _figure(
    desk: Desk, value: int, style: Style, right: float, baseline: float, colour: Colour, *, plus: bool = False
) -> list[Mark]:
    """Return a figure that ends at `right` with a drawn sign: a minus, and a plus only where it is wanted."""
    figure = str(abs(value))
    marks: list[Mark] = [desk.setter.words(figure, style, colour, right, baseline, "end")]
    if value < 0 or (plus and value > 0):
        left = right - desk.setter.measure(figure, style) - style.size * 0.46
        marks += inks.sign(left, baseline, value > 0, style.size, colour)
    return marks


def _strip(desk: Desk, box: Box) -> list[Mark]:
    """Return a strip of paper pasted over figures, with the word when it comes off."""
    palette, style = desk.theme.palette, desk.style("aside")
    edge = 5.0
    teeth = max(4, int(box.h // 16))

    def side(x: float, sign: float, seed: int) -> list[tuple[float, float]]:
        wave = inks.wobble(seed)
        return [(x + sign * edge * 0.5 * (1 + wave[n % 8]), box.h * n / teeth) for n in range(teeth + 1)]

    outline = (*side(edge, -1, 3), *reversed(side(box.w - edge, 1, 5)))
    shadow = tuple((x + 5, y + 6) for x, y in outline)
    marks: list[Mark] = [
        _cut(Box(box.x, box.y, box.w + 8, box.h + 8), shadow, palette.fold),
        _cut(box, outline, palette.white if not desk.theme.projector else palette.deep),
    ]
    lines = wrap(COVER, style, box.w - 28, desk.setter.measure)
    first = box.y + box.h / 2 - (len(lines) - 1) * style.line / 2 + style.size * 0.32
    marks += [
        desk.setter.words(line, style, palette.mocha, box.x + box.w / 2, first + n * style.line, "middle")
        for n, line in enumerate(lines)
    ]
    return marks


def _cut(box: Box, points: Sequence[tuple[float, float]], colour: Colour) -> Sketch:
    """Return one filled shape in a box."""
    return Sketch(box, (Area(tuple(points), colour),))


__all__ = ["Account", "BookScreen", "BookView", "LedgerLine", "book"]
