"""The address book in pieces: a person's row in the list, the head of their page, and the ledger below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.language import N_, _
from game.stage import inks
from game.stage.bookview import Account, LedgerLine
from game.stage.components import Desk, clipped, face, hairline, kicker, ladder, standing_word, widest_standing
from game.stage.gallery import Gallery
from game.stage.page import Area, Box, Colour, Fill, Frame, Galley, Mark, Sketch, Style
from game.stage.theme import FRANKLIN, Theme
from game.stage.typesetting import balance, typographic, wrap
from game.stage.whole import shortened
from game.story.typography import capital
from game.story.vocabulary import Standing

# Translators: on a strip that covers figures until the column is out; also in “The figures come …”
COVER = N_("after the column")

# ---------------------------------------------------------------- rows of the list


def row_height(desk: Desk) -> float:
    """Return how high a person's row is in the list, in points."""
    return max(148.0, desk.style("name-small").size * 1.3 + desk.style("label").size * 1.7 + 46)


def person_row(desk: Desk, gallery: Gallery, account: Account, box: Box, *, on: bool) -> list[Mark]:
    """Return a person in the list; in ink where the cursor is."""
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
    roles = shortened(desk, typographic(who.role), label, right - x, 2) if who.standing is None else []
    spare = box.h - name_style.size - max(1, len(roles)) * label.size * 1.25
    baseline = box.y + spare * 0.4 + name_style.size * 0.86
    below = baseline + label.size * (1.55 if len(roles) < 2 else 1.35)
    room = right - x
    if who.capital is not None:
        marks += signed(desk, who.capital, figure, right, baseline, ink)
        room -= desk.setter.measure(str(abs(who.capital)), figure) + figure.size * 0.5 + 20
    marks.append(words(clipped(desk, who.short, "name-small", room), name_style, ink, x, baseline))
    if who.standing is None:
        return marks + [words(line, label, soft, x, below + n * label.size * 1.25) for n, line in enumerate(roles)]
    word = standing_word(who.standing)
    scale = min(1.0, (right - x - widest_standing(desk, "label") - 20) / (6 * 29))
    scale = max(scale, 0.55) * (1.0 if scale < 1 or not desk.theme.narrow else desk.theme.text)
    marks += ladder(desk, x, below - label.size * 0.34 - 7 * scale, who.standing, soft, scale)
    marks.append(words(word, label, ink, x + 6 * 29 * scale + 14, below))
    return marks


# ---------------------------------------------------------------- the head of a person


def person_head(desk: Desk, account: Account, box: Box, *, narrow: bool) -> tuple[list[Mark], float]:
    """Return name, role, standing and beans, and where they end."""
    palette, words, who = desk.theme.palette, desk.setter.words, account.who
    name_style, label = desk.style("name"), desk.style("label")
    baseline = box.y + name_style.size * 0.98
    right = box.right
    marks: list[Mark] = []
    if who.capital is None:
        wide = desk.width(_(COVER), "aside") + 56
        paper = Box(right - wide, box.y + 6, wide + 12, desk.style("aside").size * 1.9)
        marks += strip(desk, paper)
        right = paper.x - 20
        marks.append(kicker(desk, _("capital"), right, baseline, palette.mocha, "end"))
        right -= desk.width(_("capital").upper(), "kicker") + 24
    else:
        large = desk.style("delta-small") if not narrow else desk.style("figure")
        marks += signed(desk, who.capital, large, right, baseline + (large.size - name_style.size) * 0.3, palette.ink)
        right -= desk.setter.measure(str(abs(who.capital)), large) + (large.size * 0.5 if who.capital < 0 else 0) + 18
        marks.append(kicker(desk, _("capital"), right, baseline, palette.mocha, "end"))
        right -= desk.width(_("capital").upper(), "kicker") + 24
    marks.append(words(clipped(desk, who.name, "name", right - box.x), name_style, palette.ink, box.x - 2, baseline))
    y = baseline + name_style.size * 0.28
    role = typographic(who.role)
    room = box.w if who.capital is None else right - box.x
    lines = shortened(desk, capital(role), label, room, 2 if desk.theme.text < 1.8 else 1)
    for line in lines:
        y += label.line
        marks.append(words(line, label, palette.mocha, box.x, y - label.size * 0.3))
    if who.capital is None or who.standing is None:
        return marks, y + 18
    if narrow or desk.theme.text > 1.1:  # one line leaves more room for the ledger
        y += label.size * 1.5
        scale = desk.theme.text
        marks += ladder(desk, box.x, y - label.size * 0.34 - 7 * scale, who.standing, palette.espresso, scale)
        x = box.x + 6 * 29 * scale + 16
        word = standing_word(who.standing)
        marks.append(words(word, desk.style("label-strong"), palette.ink, x, y))
        x += widest_standing(desk, "label-strong") + 50
        scale = min(1.1 * desk.theme.text, (box.right - x) / 520)
        if scale > 0.5:
            marks += inks.beans(palette, x + 24 * scale, y - label.size * 0.34, who.capital, scale=scale)
        return marks, y + label.size * 0.75
    marks += _steps(desk, who.standing, box.x, y + 24, box.w)
    y += 24 + 22 + desk.style("small").size * 1.25
    marks += inks.beans(palette, box.x + 24, y + 44, who.capital, scale=1.1)
    aside = clipped(desk, account.asked, "aside", box.w - 600)
    marks.append(words(aside, desk.style("aside"), palette.mocha, box.right, y + 53, "end"))
    return marks, y + 86


def _steps(desk: Desk, band: Standing, x: float, y: float, width: float) -> list[Mark]:
    """Return the six steps over the full width, each with its word; or only with that of the present one, for want of room."""
    palette, small = desk.theme.palette, desk.style("small")
    strong = replace(small, face=FRANKLIN[800])
    names = [standing_word(each) for each in Standing]
    wide = [desk.setter.measure(name, strong) for name in names]
    spare = (width - sum(wide)) / len(names)
    marks: list[Mark] = []
    if spare < 10:
        across = width / len(names)
        for each in Standing:
            step = Box(x + each.step * across, y, across - 8, 18)
            marks.append(Fill(step, palette.espresso) if each.step <= band.step else Frame(step, palette.espresso, 2.5))
        name, room = names[band.step], wide[band.step]
        at = min(x + band.step * across, x + width - room)
        return [*marks, desk.setter.words(name, strong, palette.ink, at, y + 22 + small.size * 1.05)]
    for each, name, across in zip(Standing, names, wide, strict=True):
        step = Box(x, y, across + spare - 8, 18)
        marks.append(Fill(step, palette.espresso) if each.step <= band.step else Frame(step, palette.espresso, 2.5))
        style, colour = (strong, palette.ink) if each is band else (small, palette.mocha)
        marks.append(desk.setter.words(name, style, colour, x, y + 22 + small.size * 1.05))
        x += across + spare
    return marks


# ---------------------------------------------------------------- the ledger


class Table:
    """The columns of one account, and its rows."""

    def __init__(self, desk: Desk, account: Account, box: Box) -> None:
        self.desk, self.account, self.box = desk, account, box
        text = desk.theme.text
        self.figure = Style(desk.style("figure-small").face, 40 * text)
        self.sum = Style(self.figure.face, 34 * text)
        entry = max((_wide(desk, line.amount, self.figure) for line in account.lines), default=0.0)
        total = max((_wide(desk, line.total, self.sum) for line in account.lines), default=0.0)
        small = strong_small(desk)
        measure = desk.setter.measure
        self.sum_w = max(total, measure(_("Sum"), small)) + 36
        self.entry_w = max(entry, measure(_("Entry"), small)) + 30
        if account.who.capital is None:
            longest = max((measure(word, desk.style("aside")) for word in _(COVER).split()), default=0.0)
            self.entry_w = max(self.entry_w, longest + 60 - self.sum_w)
        self.entry = box.right - self.sum_w
        """Where the entries end."""
        strong, plain = desk.style("label-strong"), desk.style("small")
        widest = max(
            max(measure(line.when, strong), measure(line.origin, plain)) for line in account.lines
        )
        self.when_w = min(max(widest + 34, measure(_("When"), small) + 40), box.w * 0.29)
        self.what = box.x + self.when_w

    def rows(self, most: float) -> list[Galley]:
        """Return a galley a line, none of them higher than `most`; where all fit, the player's words stand in full."""
        full = [self._row(line, most, brief=False) for line in self.account.lines]
        if sum(row.height for row in full) <= most:
            return full
        return [self._row(line, most, brief=True) for line in self.account.lines]

    def _row(self, line: LedgerLine, most: float, *, brief: bool) -> Galley:
        desk, palette, words = self.desk, self.desk.theme.palette, self.desk.setter.words
        measure = desk.setter.measure
        strong, plain, small = desk.style("label-strong"), desk.style("small"), strong_small(desk)
        body = _body(desk.theme)
        marks: list[Mark] = []
        pad = 8.0
        y = pad
        left_over = max(1, int((most - 2 * pad) / (strong.size * 1.18)))
        for text, style, colour in ((line.when, strong, palette.ink), (line.origin, plain, palette.mocha)):
            spare = max(1, left_over - (2 if line.origin and text == line.when else 0))
            pieces = balance(text, style, self.when_w - 24, measure) if text else []
            if len(pieces) > spare:
                pieces = shortened(desk, text, style, self.when_w - 24, spare)
            left_over -= len(pieces)
            for piece in pieces:
                marks.append(words(piece, style, colour, 0, y + style.size))
                y += style.size * 1.18
        left, y = y, pad
        x = self.what - self.box.x
        room = self.entry - self.entry_w - self.what - 14
        label_height = small.size * 1.25 if line.label else 0.0
        fits = max(1, int((most - 2 * pad - label_height) / (body.size * 1.2)))
        if line.quoted and brief:
            fits = min(fits, 3 if desk.theme.narrow else 2)
        for piece in shortened(desk, typographic(line.what), body, room, fits):
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
            marks += signed(desk, line.amount, self.figure, self.entry - self.box.x, middle, colour, plus=True)
            marks += signed(desk, line.total, self.sum, self.box.w, middle, palette.espresso)
        end = self.box.w if self.account.who.capital is not None else self.entry - self.entry_w - self.box.x
        marks.append(hairline(height - 1, 0, end, palette.fold, 1))
        return Galley(tuple(marks), height)


def leaves_of(rows: Sequence[Galley], height: float) -> list[list[Galley]]:
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


def _body(theme: Theme) -> Style:
    return Style(FRANKLIN[500], 26 * theme.text, 1.2)


def strong_small(desk: Desk) -> Style:
    """Return how the heads of the ledger's columns are set."""
    return replace(desk.style("small"), face=FRANKLIN[700])


# ---------------------------------------------------------------- figures and the strip that covers them


def _wide(desk: Desk, value: int | None, style: Style) -> float:
    return 0.0 if value is None else desk.setter.measure(str(abs(value)), style) + style.size * 0.46


def signed(
    desk: Desk, value: int, style: Style, right: float, baseline: float, colour: Colour, *, plus: bool = False
) -> list[Mark]:
    """Return a figure that ends at `right` with a drawn sign: a minus, and a plus only where it is wanted."""
    figure = str(abs(value))
    marks: list[Mark] = [desk.setter.words(figure, style, colour, right, baseline, "end")]
    if value < 0 or (plus and value > 0):
        left = right - desk.setter.measure(figure, style) - style.size * 0.46
        marks += inks.sign(left, baseline, value > 0, style.size, colour)
    return marks


def strip(desk: Desk, box: Box) -> list[Mark]:
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
    lines = wrap(_(COVER), style, box.w - 28, desk.setter.measure)
    first = box.y + box.h / 2 - (len(lines) - 1) * style.line / 2 + style.size * 0.32
    marks += [
        desk.setter.words(line, style, palette.mocha, box.x + box.w / 2, first + n * style.line, "middle")
        for n, line in enumerate(lines)
    ]
    return marks


def _cut(box: Box, points: Sequence[tuple[float, float]], colour: Colour) -> Sketch:
    """Return one filled shape in a box."""
    return Sketch(box, (Area(tuple(points), colour),))
