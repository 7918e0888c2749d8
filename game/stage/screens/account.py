"""What a choice did to the accounts: at once, asked for, come later, or promised."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _, p_
from game.stage import inks
from game.stage.components import (
    Desk,
    Hint,
    big_delta,
    double_rule,
    face,
    from_to,
    kicker,
    note,
)
from game.stage.gallery import Gallery
from game.stage.intents import Intents, Open
from game.stage.outline import Outline, in_lines
from game.stage.outlines import accounts
from game.stage.page import Box, Colour, Fill, Frame, Galley, Mark, Page
from game.stage.screens.scene import Turning, address_book, at_its_moment, common, go_on, page_before, you_chose
from game.stage.sheet import Scenery, least_caption, sheet, sheet_pages, sheet_room
from game.stage.typesetting import balance, typographic
from game.stage.views import AccountBeat, Asked, BillBeat, Change, PromiseBeat, Setting, Spoken
from game.stage.whole import eased, shortened
from game.stage.wording import clock, moment_of, verdict_on, within_a_sentence
from game.story.typography import is_quoted


def _heading(desk: Desk, words: str, right: str = "") -> Galley:
    palette, size, width = desk.theme.palette, desk.style("kicker").size, desk.theme.sheet_w
    marks: list[Mark] = [kicker(desk, words, 0, size, palette.mocha)]
    height = size * 1.5
    if right and desk.width(words.upper(), "kicker") + desk.width(right, "label") + 30 <= width:
        marks.append(desk.setter.words(right, desk.style("label"), palette.mocha, width, size, "end"))
    elif right:
        below = desk.setter.text(right, desk.style("label"), palette.mocha, width)
        marks += below.at(0, height)[0]
        height += below.height
    return Galley(tuple(marks), height, tied=True)


def _words_said(desk: Desk, text: str, width: float, role: str = "said") -> Galley:
    return desk.setter.text(typographic(text), desk.style(role), desk.theme.palette.ink, width, even=True)


def _rule(desk: Desk, before: float = 18) -> Galley:
    return Galley(double_rule(0, 0, desk.theme.sheet_w, desk.theme.palette.ink), 15, before=before, tied=True)


HUGE, MEDIUM, LARGE = "delta-huge", "delta-medium", "delta"


def change_block(
    desk: Desk, gallery: Gallery, changes: Sequence[Change], reasons: Sequence[str], seen: Spoken | None, *,
    before: float = 16, role: str = LARGE,
) -> list[Galley]:
    """Return the largest change in large type with its beans, and the others in small; whose account it is stands
    beside the figure as a picture, unless they are `seen` at the left anyway.
    """
    if not changes:
        return []
    palette, width = desk.theme.palette, desk.theme.sheet_w
    first, *others = changes
    figure = desk.style(role)
    delta, wide = big_delta(desk, first.amount, 0, figure.size * 0.8, role)
    marks: list[Mark] = list(delta)
    indent = wide + 40 if desk.theme.narrow else max(wide + 48, 300)
    size = desk.style("kicker").size
    y = 84.0 if role == HUGE else 0.0
    if seen is None or seen.who.id != first.who.id:
        art, letter = gallery.person(first.who)
        side = 118.0
        mood = "warm" if first.amount > 0 else "wary"
        marks += face(desk, art, mood, letter, Box(indent, y, side, side), child=gallery.child(art))
        indent += side + 24
    room = width - indent
    y += size + 4
    label = _("Capital with {name}", name=first.who.short)
    if desk.width(label.upper(), "kicker") > room:
        label = first.who.short
    marks.append(kicker(desk, label, indent, y, palette.mocha))
    moved = desk.width(f"{first.before}{first.after}".replace("-", "−"), "label-strong") + 100
    if desk.width(label.upper(), "kicker") + moved > room:
        y += desk.style("label").size * 1.5
    marks += from_to(desk, first.before, first.after, width, y)
    scale = min(1.25 if role == HUGE else 1.12, room / 520)
    marks += inks.beans(palette, indent + 24 * scale, y + 44, first.after, scale=scale, change=first.amount)
    y += 84
    style = desk.style("reason")
    for reason in reasons:
        lines = balance(typographic(reason), style, room, desk.setter.measure)
        marks += [
            desk.setter.words(line, style, palette.ink, indent, y + style.size + n * style.line)
            for n, line in enumerate(lines)
        ]
        y += len(lines) * style.line + 6
    if others:
        small, height = _others(desk, others, indent, y, room)
        marks += small
        y += height
    return [Galley(tuple(marks), max(figure.size * 0.88, y + 8), before=before)]


def _others(desk: Desk, changes: Sequence[Change], x: float, y: float, width: float) -> tuple[list[Mark], float]:
    palette, style = desk.theme.palette, desk.style("label-strong")
    marks: list[Mark] = []
    at, line = 0.0, 0
    for change in changes:
        figure = str(abs(change.amount))
        name = desk.setter.measure(change.who.short, style)
        wide = name + desk.setter.measure(figure, style) + 50
        if at and at + wide > width:
            at, line = 0.0, line + 1
        baseline = y + style.size + line * style.size * 1.6
        colour = palette.teal if change.amount > 0 else palette.tomato
        marks.append(desk.setter.words(change.who.short, style, palette.espresso, x + at, baseline))
        left = x + at + name + 12
        marks += inks.sign(left, baseline, change.amount > 0, style.size * 1.3, colour)
        marks.append(desk.setter.words(figure, style, colour, left + style.size * 0.62, baseline))
        at += wide + 16
    return marks, (line + 1) * style.size * 1.6


def _principle(desk: Desk, principle: str, honoured: bool) -> list[Galley]:
    if not principle:
        return []
    palette = desk.theme.palette
    style = desk.style("label-strong")
    colour = palette.teal if honoured else palette.tomato
    lines = desk.setter.text(verdict_on(principle, honoured=honoured), style, colour, desk.theme.sheet_w)
    return [lines.with_before(8)]


def _absent(changes: Sequence[Change]) -> Spoken | None:
    """Return the person concerned, for a page on which nobody else is seen."""
    return Spoken(changes[0].who, "", "", "") if changes else None


def _scenery(setting: Setting, changes: Sequence[Change], seen: Spoken | None, *, figures: bool = True) -> Scenery:
    """Return the picture column; its caption tells a balance only where the page is about that account."""
    if seen is None or not changes:
        return Scenery(setting, seen, figures=figures)
    about = changes[0].who.id == seen.who.id
    return Scenery(setting, seen, changes[0].amount if about else 0, figures=figures and about)


class AccountScreen(Turning):
    """What a choice did at once, and the columnist's margin note unless she holds it back."""

    def __init__(self, beat: AccountBeat) -> None:
        super().__init__()
        self.beat = beat

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        return () if self.turned(key) else common(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the account under the words that changed it."""
        beat, width = self.beat, desk.theme.sheet_w
        spoken = is_quoted(beat.said)
        verb = _("You asked") if spoken and beat.ask else you_chose(spoken=spoken)
        galleys = [_heading(desk, self.heading or verb), _words_said(desk, beat.said, width).with_before(4, tied=True)]
        if beat.ask:
            galleys += ask_block(desk, beat.ask)
        if beat.changes:
            galleys.append(_rule(desk))
            alone = not (beat.note or beat.ask or beat.promised or desk.theme.narrow)
            role, before = (HUGE, 40) if alone else (LARGE, 16)
            galleys += change_block(desk, gallery, beat.changes, _reasons(beat), beat.seen, role=role, before=before)
        if beat.promised:
            galleys.append(_promised(desk, beat.promised))
        if beat.note:
            galleys.append(_rule(desk) if not beat.changes else Galley((), 0, tied=True))
            colour = desk.theme.palette.teal if beat.honoured else desk.theme.palette.tomato
            colour = colour if beat.principle else desk.theme.palette.espresso
            face = "warm" if beat.honoured else "wary" if beat.principle else "neutral"
            galleys.append(note(desk, typographic(beat.note), face, width, colour).with_before(18, tied=bool(beat.principle)))
            galleys += _principle(desk, beat.principle, beat.honoured)
        hints = self.keys(go_on(), page_before(), Hint("R", _("take it back"), "r"), address_book())
        pages = sheet_pages(desk, galleys, hints)
        opened = self.count(len(pages))
        scenery = _scenery(at_its_moment(beat.setting), beat.changes, beat.seen or _absent(beat.changes))
        return sheet(desk, gallery, scenery, pages[opened], hints, right=moment_of(scenery.setting))

    def text(self) -> list[str]:
        """Return the account in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return what the choice did, and the columnist's note."""
        beat = self.beat
        return accounts.account(beat, at_its_moment(beat.setting), beat.seen or _absent(beat.changes))


def _reasons(beat: AccountBeat) -> list[str]:
    return [accounts.meaning(beat.ask)] if beat.ask else []


def ask_block(desk: Desk, ask: Asked) -> list[Galley]:
    """Return the verdict, and a trough that shows what was held against what was asked."""
    palette, width = desk.theme.palette, desk.theme.sheet_w
    colour = palette.teal if ask.granted else palette.tomato
    head = desk.setter.text(accounts.verdict(ask), desk.style("verdict"), colour, width)
    most = max(60, ask.cost, ask.held)
    scale = width / most
    held, cost = max(0, ask.held) * scale, ask.cost * scale
    label = desk.style("label-strong")
    at = min(cost, width - 6)
    marks: list[Mark] = [
        Fill(Box(0, 10, width, 32), palette.deep),
        *([Fill(Box(0, 10, held, 32), palette.espresso)] if held else []),
        Fill(Box(max(0.0, at - 7), 4, 14 + min(0.0, at - 7), 44), palette.paper),  # or it would be lost on what was held
        Fill(Box(at - 3, 0, 6, 54), colour),
    ]
    # Translators: points of capital, below a bar that compares the two
    held_words, cost_words = _("{points} held", points=ask.held), _("{points} asked", points=ask.cost)
    y = 54 + label.size
    cost_at = min(max(cost, desk.setter.measure(cost_words, label) / 2), width - desk.setter.measure(cost_words, label) / 2)
    held_width = desk.setter.measure(held_words, label)
    held_at = 0.0 if abs(held_width / 2 - cost_at) > held_width + 20 or cost_at > held_width * 1.6 + 20 else width - held_width
    marks.append(desk.setter.words(cost_words, label, colour, cost_at, y, "middle"))
    marks.append(desk.setter.words(held_words, label, palette.espresso, held_at, y))
    return [head.with_before(14, tied=True), Galley(tuple(marks), y + 8, before=14, tied=True)]


def _promised(desk: Desk, text: str) -> Galley:
    palette, width = desk.theme.palette, desk.theme.sheet_w
    size = desk.style("kicker").size
    words = desk.setter.text(typographic(text), desk.style("reason"), palette.ink, width - 70, x=70)
    box = Box(8, size * 1.5 + 4, 36, 36)
    placed, _nothing = words.at(0, size * 1.5)
    marks = (kicker(desk, _("Your word"), 0, size, palette.teal), Frame(box, palette.teal, 4), *placed)
    return Galley(marks, size * 1.5 + max(44, words.height), before=18)


class BillScreen(Turning):
    """What an earlier choice brings now: the clipping of what was said, and the thread from it to the figure."""

    def __init__(self, beat: BillBeat) -> None:
        super().__init__()
        self.beat = beat

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        if key == "s":
            return (Open(f"cause:{self.beat.cause.moment - 1}"),)
        return () if self.turned(key) else common(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the bill: why, from when, how much, and the note that was held back."""
        beat, width, palette = self.beat, desk.theme.sheet_w, desk.theme.palette
        loss = sum(change.amount for change in beat.changes) < 0
        colour = palette.tomato if loss else palette.teal
        # Translators: {time} is when and where, such as “Saturday, 9:40”
        since = _("from {time}", time=within_a_sentence(clock(beat.cause)))
        galleys: list[Galley] = [_heading(desk, _("What came of it"), "" if desk.theme.narrow else since)]
        for index, because in enumerate(beat.because):
            text = desk.setter.text(typographic(because), desk.style("said"), palette.ink, width, even=True)
            galleys.append(text.with_before(4 if index == 0 else 10))
        hints = self.keys(go_on(), Hint("S", _see_again(beat.cause), "s"), address_book())
        galleys.append(clipping(desk, beat, colour, sheet_room(desk, hints)).with_before(26, tied=bool(beat.changes)))
        if beat.changes and beat.figures:
            galleys.append(_rule(desk, before=14))
            galleys += change_block(desk, gallery, beat.changes, (), beat.seen, role=MEDIUM)
        if beat.note:
            galleys.append(note(desk, typographic(beat.note), "wary" if loss else "warm", width, colour).with_before(14))
        pages = sheet_pages(desk, galleys, hints)
        opened = self.count(len(pages))
        scenery = _scenery(beat.setting, beat.changes, beat.seen, figures=beat.figures)
        return sheet(desk, gallery, scenery, pages[opened], hints, right=_("Came later"))

    def text(self) -> list[str]:
        """Return the bill in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return what came, from when, and why."""
        return accounts.bill(self.beat, self.beat.seen)


def _see_again(setting: Setting) -> str:
    """Return what the key does that looks back at a moment."""
    day = within_a_sentence(clock(setting).split(",")[0])
    # Translators: {day} is such as “Saturday”; on a key
    return _("see {day} again", day=day) if len(day) < 24 else _("see it again")


def clipping(desk: Desk, beat: BillBeat, colour: Colour, most: float) -> Galley:
    """Return what was said, cut out and pinned, with a thread that leads down to the figure; no higher than `most`."""
    palette, width = desk.theme.palette, desk.theme.sheet_w
    across = width - 150
    # Translators: above what the player said or did; {time} is such as “Saturday, 9:40”
    head = _("{time}, you said", time=clock(beat.cause)) if is_quoted(beat.said) else _("{time}, you", time=clock(beat.cause))
    style = desk.style("told")
    size = desk.style("kicker").size
    above, heads = eased(desk, head.upper(), desk.style("kicker"), across - 60, 1, least_caption(desk))
    lines = balance(typographic(beat.said), style, across - 60, desk.setter.measure)
    fits = max(1, int((most - 26 - 54 - size) / style.line))
    if len(lines) > fits:
        lines = shortened(desk, typographic(beat.said), style, across - 60, fits)
    height = 34 + size + len(lines) * style.line + 20
    marks: list[Mark] = [
        Fill(Box(36, 8, across, height), (*palette.ink[:3],) if desk.theme.projector else palette.fold),
        Fill(Box(30, 0, across, height), palette.white),
        Fill(Box(30, 0, across, 6), colour),
        desk.setter.words(heads[0], above, palette.mocha, 58, 22 + size),
    ]
    y = 30 + size + style.size
    marks += [desk.setter.words(line, style, palette.ink, 58, y + n * style.line) for n, line in enumerate(lines)]
    last = desk.setter.measure(lines[-1], style)
    marks.append(inks.underline(58, y + (len(lines) - 1) * style.line + 2, last, colour))
    marks.append(inks.thread(Box(across + 2, 0, 146, height + 24), colour))
    marks.append(inks.pin(across, 8, palette))
    return Galley(tuple(marks), height + 26)


class PromiseScreen(Turning):
    """A promise kept, or one that the end found open."""

    def __init__(self, beat: PromiseBeat) -> None:
        super().__init__()
        self.beat = beat

    def handle(self, key: str) -> Intents:
        """Return the player's intents."""
        return () if self.turned(key) else common(key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the words of the promise, ticked or struck through."""
        beat, width, palette = self.beat, desk.theme.sheet_w, desk.theme.palette
        colour = palette.teal if beat.kept else palette.tomato
        galleys = [_heading(desk, _("Your word to {name}", name=beat.to.short), clock(beat.given)), self._words(desk, colour)]
        # Translators: what became of a promise
        verdict = p_("promise", "Kept") if beat.kept else p_("promise", "Not kept")
        galleys.append(desk.setter.text(verdict, desk.style("verdict"), colour, width).with_before(12, tied=True))
        if beat.because:
            face = "delighted" if beat.kept else "wary"
            galleys.append(note(desk, typographic(beat.because), face, width, colour).with_before(12))
        if beat.changes and beat.figures:
            galleys.append(_rule(desk))
            galleys += change_block(desk, gallery, beat.changes, (), beat.seen)
        hints = self.keys(go_on(), page_before(), address_book())
        pages = sheet_pages(desk, galleys, hints)
        opened = self.count(len(pages))
        setting = at_its_moment(beat.setting) if beat.kept else beat.setting
        scenery = _scenery(setting, beat.changes, beat.seen, figures=beat.figures)
        return sheet(desk, gallery, scenery, pages[opened], hints, right=_("A promise"))

    def _words(self, desk: Desk, colour: Colour) -> Galley:
        from game.stage.page import Frame

        style, width = desk.style("said"), desk.theme.sheet_w
        lines = balance(typographic(self.beat.text), style, width - 100, desk.setter.measure)
        marks: list[Mark] = []
        for n, line in enumerate(lines):
            y = style.size + n * style.line
            marks.append(desk.setter.words(line, style, desk.theme.palette.ink, 96, y))
            if not self.beat.kept:
                marks.append(inks.strike(92, y - style.size * 0.3, desk.setter.measure(line, style), colour, n + 2))
        if self.beat.kept:
            marks.append(inks.tick(4, 2, 60, colour))
        else:
            marks.append(Frame(Box(8, 6, 50, 50), colour, 5))
        return Galley(tuple(marks), max(70, len(lines) * style.line + 6), before=6, tied=True)

    def text(self) -> list[str]:
        """Return the promise in reading order."""
        return in_lines(self.outline())

    def outline(self) -> Outline:
        """Return the promise, and whether it was kept."""
        beat = self.beat
        setting = at_its_moment(beat.setting) if beat.kept else beat.setting
        return accounts.promise(beat, setting, beat.seen)
