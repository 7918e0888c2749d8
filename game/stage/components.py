"""The pieces that pages are made of: captions, choice lists, key hints, figures, the columnist's byline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.language import N_, _
from game.stage import inks
from game.stage.bindings import Caps
from game.stage.gallery import OWN
from game.stage.page import Box, Colour, Fill, Frame, Galley, Mark, Picture, Sketch, Style, Target
from game.stage.theme import FIGURES, ON_KRAFT, Theme
from game.stage.typesetting import Setter, balance, settled
from game.story.typography import capital, marks
from game.story.vocabulary import STANDING_FROM, Standing

INITIAL_BASELINE, INITIAL_SIZE = 499, 162
"""Where the initial stands on a stand-in for a person without art, in its box of 800 x 900."""

ARROWS = {"←": 2, "→": 0, "↑": 3, "↓": 1}


KEYBOARD = Caps()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is set with: the type, the look, and the height of the page in points."""

    setter: Setter
    theme: Theme
    height: float = 1080.0
    caps: Caps = KEYBOARD
    """How key hints are printed: as keys are bound now, or for a pad, a finger or a switch."""

    def style(self, role: str) -> Style:
        """Return how a role is set."""
        return self.theme.style(role)

    def width(self, text: str, role: str) -> float:
        """Return the width of a line in points."""
        return self.setter.measure(text, self.style(role))


def hairline(y: float, x: float, width: float, colour: Colour, thickness: float = 2) -> Fill:
    """Return a horizontal rule."""
    return Fill(Box(x, y, width, thickness), colour)


def double_rule(y: float, x: float, width: float, colour: Colour) -> tuple[Mark, ...]:
    """Return the rule of a newspaper head: thick over thin, 13 points in all."""
    return hairline(y, x, width, colour, 6), hairline(y + 11, x, width, colour)


def kicker(desk: Desk, text: str, x: float, baseline: float, colour: Colour, anchor: str = "start") -> Mark:
    """Return a small line in capitals."""
    return desk.setter.words(text.upper(), desk.style("kicker"), colour, x, baseline, anchor)


def clipped(desk: Desk, text: str, role: str, width: float) -> str:
    """Return a text that fits one line, its end given up for an ellipsis."""
    if desk.width(text, role) <= width:
        return text
    while text and desk.width(text.rstrip(" ,.;:") + "…", role) > width:
        text = text[:-1]
    return text.rstrip(" ,.;:") + "…"


# ---------------------------------------------------------------- key hints


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does; the first of a page is the one that a clicker presses."""

    cap: str
    label: str
    key: str


LEAVE, LOOK_BACK, EASE = (
    Hint("Esc", N_("leave"), "escape"), Hint("B", N_("look back"), "b"), Hint("F1", N_("make it fit you"), "f1"),
)


def hints_for(desk: Desk, hints: Sequence[Hint], *, spare: bool = True) -> list[Hint]:
    """Return hints with the caps that hold now; a finger, a pad or a switch has the ways on, too, that keys find alone."""
    more: list[Hint] = []
    keys = {hint.key for hint in hints}
    if spare and desk.caps.spare:
        wanted = (LOOK_BACK, LEAVE, EASE) if "a" in keys else (LEAVE, EASE)
        more = [Hint(hint.cap, _(hint.label), hint.key) for hint in wanted if hint.key not in keys]
    return [Hint(desk.caps.cap(hint.cap), hint.label, hint.key) for hint in (*hints, *more)]


def key_hints(desk: Desk, hints: Sequence[Hint], x: float, baseline: float, right: float, *, spare: bool = True) -> Galley:
    """Return a row of key hints that can be clicked; those that do not fit before `right` wrap to a row above.

    `spare` is whether there is room for the ways on that only a finger, a pad or a switch needs.
    """
    palette, hints = desk.theme.palette, hints_for(desk, hints, spare=spare)
    cap_style, label_style = desk.style("key"), desk.style("key-label")
    size = label_style.size
    row_height = size * 1.5 + 12
    rows: list[list[tuple[Hint, str, float, float]]] = [[]]
    at = x
    for hint in hints:
        cap = _cap_width(desk, hint.cap)
        label = clipped(desk, hint.label, "key-label", right - x - cap - 14)
        whole = cap + 14 + desk.setter.measure(label, label_style)
        if rows[-1] and at + whole > right:
            rows.append([])
            at = x
        rows[-1].append((hint, label, at, cap))
        at += whole + 44
    marks: list[Mark] = []
    targets: list[Target] = []
    for number, row in enumerate(rows):
        base = baseline - (len(rows) - 1 - number) * row_height
        for hint, label, left, cap in row:
            hot = hint is hints[0]
            box = Box(left, base - size * 1.05, cap, size * 1.5)
            colour = palette.white if hot else palette.espresso
            marks.append(Fill(box, palette.tomato) if hot else Frame(box, palette.espresso, 2.5))
            marks += _cap_marks(desk, hint.cap, box, base, colour, cap_style)
            marks.append(desk.setter.words(label, label_style, palette.espresso, left + cap + 14, base))
            whole = cap + 14 + desk.setter.measure(label, label_style)
            targets.append(Target(Box(left - 8, box.y - 10, whole + 20, box.h + 20), hint.key, hint.label, hint.cap))
    return Galley(tuple(marks), len(rows) * row_height, tuple(targets))


def key_cap(desk: Desk, cap: str, x: float, baseline: float, *, filled: bool = False) -> tuple[Mark, ...]:
    """Return a key by itself, framed as in the hints, or filled with ink."""
    palette, size = desk.theme.palette, desk.style("key-label").size
    box = Box(x, baseline - size * 1.05, _cap_width(desk, cap), size * 1.5)
    ground: Mark = Fill(box, palette.ink) if filled else Frame(box, palette.ink, 2.5)
    colour = palette.white if filled else palette.ink
    return ground, *_cap_marks(desk, cap, box, baseline, colour, desk.style("key"))


def _cap_width(desk: Desk, cap: str) -> float:
    if set(cap) <= set(ARROWS):
        return 26 * len(cap) * _key_growth(desk) + 26
    return desk.setter.measure(cap, desk.style("key")) + 26


def _key_growth(desk: Desk) -> float:
    return desk.style("key-label").size / 27


def _cap_marks(desk: Desk, cap: str, box: Box, base: float, colour: Colour, style: Style) -> list[Mark]:
    if set(cap) <= set(ARROWS):
        grow = _key_growth(desk)
        return [
            inks.arrow(box.x + 13 + 13 * grow + 26 * grow * index, box.y + box.h / 2, ARROWS[letter], 19 * grow, colour)
            for index, letter in enumerate(cap)
        ]
    return [desk.setter.words(cap, style, colour, box.x + box.w / 2, base, "middle")]


# ---------------------------------------------------------------- rows to choose from


def rows(
    desk: Desk, items: Sequence[str], width: float, cursor: int | None, *, least: float = 80, labels: str = "1234567890",
    hover: str | None = None, role: str = "choice", accent: Colour | None = None, tails: Sequence[str] = (),
) -> list[Galley]:
    """Return numbered rows between hairlines; the one under the cursor is ink. Row n stands for the key `row:n`."""
    palette = desk.theme.palette
    tomato = accent or palette.tomato
    style, picked = desk.style(role), desk.style(role + "-picked" if role == "choice" else role)
    figure = desk.style("figure")
    indent = 34 + figure.size * 0.9 + 10
    set_rows: list[Galley] = []
    for index, item in enumerate(items):
        on = index == cursor
        tail = tails[index] if index < len(tails) else ""
        tail_width = desk.width(tail, "label") + 36 if tail else 0.0
        lines = balance(item, picked, width - indent - 24 - tail_width, desk.setter.measure)
        height = max(least, len(lines) * style.line + 18)
        marks: list[Mark] = [hairline(0, 0, width, palette.ink)] if index == 0 else []
        if on:
            marks += [Fill(Box(-24, 1, width + 48, height), palette.ink), Fill(Box(-24, 1, 12, height), tomato)]
        elif hover == f"row:{index}":
            marks.append(Fill(Box(-24, 1, 12, height), tomato))
        label = desk.caps.figure(labels[index]) if index < len(labels) else ""
        number = palette.paper if on else tomato
        marks.append(desk.setter.words(label, figure, number, 34, height / 2 + figure.size * 0.34, "middle"))
        first = height / 2 + style.size * 0.35 - (len(lines) - 1) * style.line / 2
        colour = palette.white if on else palette.ink
        marks += [
            desk.setter.words(line, picked if on else style, colour, indent, first + number_ * style.line)
            for number_, line in enumerate(lines)
        ]
        if tail:
            tail_style = desk.style("label")
            tail_colour = palette.white if on else palette.mocha
            marks.append(desk.setter.words(tail, tail_style, tail_colour, width - 4, height / 2 + 9, "end"))
        marks.append(hairline(height, 0, width, palette.ink))
        target = Target(Box(-24, 0, width + 48, height), f"row:{index}")
        set_rows.append(Galley(tuple(marks), height + 2, (target,), tied=index < len(items) - 1))
    return set_rows


# ---------------------------------------------------------------- figures


def amount(desk: Desk, value: int, role: str, right: float, baseline: float, colour: Colour) -> tuple[Mark, ...]:
    """Return a signed figure that ends at `right`; its sign is drawn, since type signs vanish at the back of a room."""
    style = desk.style(role)
    figure = desk.setter.words(str(abs(value)), style, colour, right, baseline, "end")
    if value == 0:
        return (figure,)
    left = right - desk.setter.measure(str(abs(value)), style) - style.size * 0.46
    return *inks.sign(left, baseline, value > 0, style.size, colour), figure


def balance_figure(desk: Desk, value: int, role: str, right: float, baseline: float, colour: Colour) -> tuple[Mark, ...]:
    """Return a balance that ends at `right`: a minus where it is below zero, and no plus."""
    if value < 0:
        return amount(desk, value, role, right, baseline, colour)
    return (desk.setter.words(str(value), desk.style(role), colour, right, baseline, "end"),)


def big_delta(desk: Desk, value: int, x: float, baseline: float, role: str = "delta") -> tuple[tuple[Mark, ...], float]:
    """Return a large signed figure from `x`, and how wide it is."""
    palette = desk.theme.palette
    style = desk.style(role)
    colour = palette.teal if value > 0 else palette.tomato
    figure = str(abs(value))
    left = x + (style.size * 0.42 if value else 0)
    marks = (*(inks.sign(x, baseline, value > 0, style.size, colour) if value else ()),
             desk.setter.words(figure, style, colour, left, baseline))
    return marks, left - x + desk.setter.measure(figure, style)


def from_to(desk: Desk, before: int, after: int, right: float, baseline: float) -> tuple[Mark, ...]:
    """Return `8 → -4`, ending at `right`."""
    palette, style = desk.theme.palette, desk.style("label-strong")
    new, old = _with_minus(after), _with_minus(before)
    at = right - desk.setter.measure(new, style)
    return (
        desk.setter.words(new, style, palette.ink, right, baseline, "end"),
        inks.arrow(at - 30, baseline - style.size * 0.33, 0, 26, palette.ink),
        desk.setter.words(old, style, palette.ink, at - 60, baseline, "end"),
    )


def _with_minus(value: int) -> str:
    return str(value).replace("-", "−")


# ---------------------------------------------------------------- standing


def ladder(desk: Desk, x: float, y: float, band: Standing, colour: Colour, scale: float = 1.0) -> tuple[Mark, ...]:
    """Return the six steps of standing, filled up to a band."""
    width, gap, height = 24 * scale, 5 * scale, 14 * scale
    steps: list[Mark] = []
    for index in range(len(Standing)):
        box = Box(x + index * (width + gap), y, width, height)
        steps.append(Fill(box, colour) if index <= band.step else Frame(box, colour, 2.5))
    return tuple(steps)


def standing_word(band: Standing) -> str:
    """Return a standing as it is printed."""
    return capital(band.words)


def widest_standing(desk: Desk, role: str) -> float:
    """Return how much room any standing needs in a role."""
    return max(desk.width(standing_word(band), role) for band in Standing)


def next_step(balance_: int) -> int | None:
    """Return how many points are missing to the next standing; None for an ally."""
    return next((least - balance_ for least in STANDING_FROM.values() if least > balance_), None)


# ---------------------------------------------------------------- people


def face(desk: Desk, art: str, mood: str, letter: str, box: Box, *, child: bool = False, edge: Colour | None = None,
         ground: Colour | None = None) -> tuple[Mark, ...]:
    """Return a square cut from a portrait, framed."""
    palette = desk.theme.palette
    zoom = box.w / 600
    cover = Box(box.x - 100 * zoom, box.y - (150 if child else 95) * zoom, 800 * zoom, 900 * zoom)
    marks: list[Mark] = [Fill(box, ground or palette.deep), Picture(box, portrait(art, mood), cover)]
    if letter:
        size = INITIAL_SIZE * zoom
        style = Style("CFNewsreader-800", size)
        marks.append(
            desk.setter.words(letter, style, ON_KRAFT, cover.x + 400 * zoom, cover.y + INITIAL_BASELINE * zoom, "middle")
        )
    marks.append(Frame(box, edge or palette.ink, 3))
    return tuple(marks)


def portrait(art: str, mood: str) -> str:
    """Return the path of a portrait below the assets, or of a trainer's own picture, which has one face for all moods."""
    if art.startswith(OWN):
        return art.removeprefix(OWN)
    return f"people/{art}-{mood}.webp" if art.startswith("silhouettes/") else f"people/{art}/{mood}.webp"


def byline(desk: Desk, mood: str, x: float, y: float, radius: float) -> tuple[Mark, ...]:
    """Return the columnist in a circle centred on a place."""
    palette = desk.theme.palette
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    zoom = radius * 3.35 / 1000
    cover = Box(x - radius * 1.36, y - radius * 1.22, 800 * zoom, 900 * zoom)
    return (
        inks.disc(x, y, radius, palette.crema),
        Picture(box, portrait("columnist", mood), cover, round=True),
        inks.ring(x, y, radius, 4, palette.ink),
    )


def note(desk: Desk, text: str, mood: str, width: float, colour: Colour) -> Galley:
    """Return the columnist's margin note, with her face beside it."""
    style = desk.style("note")
    radius = 58 * min(1.3, desk.theme.text)
    indent = 2 * radius + 34
    lines = balance(text, style, width - indent, desk.setter.measure)
    height = max(2 * radius + 8, len(lines) * style.line + 8)
    first = height / 2 + style.size * 0.33 - (len(lines) - 1) * style.line / 2
    marks = [*byline(desk, mood, radius + 4, height / 2, radius)]
    marks += [desk.setter.words(line, style, colour, indent, first + i * style.line) for i, line in enumerate(lines)]
    return Galley(tuple(marks), height)


def quoted(
    desk: Desk, text: str, role: str, width: float, *, indent: float = 44, opened: bool = False
) -> list[Galley]:
    """Return speech a galley a line, with a large opening mark unless the same person has `opened` it already."""
    palette, style = desk.theme.palette, desk.style(role)
    lines = settled(text, style, width - indent, desk.setter.measure)
    sign = marks().outer[0]
    mark_style = Style("CFNewsreader-800", style.size * (1.3 if sign == "«" else 1.9))  # that one is twice as wide
    galleys = desk.setter.lines(lines, style, palette.ink, indent)
    first = galleys[0]
    low = mark_style.size * 0.56 if sign == "„" else 0.0  # that one stands on the line
    mark = desk.setter.words(sign, mark_style, palette.tomato, indent - style.size * 0.56, style.size * 1.36 - low, "middle")
    galleys[0] = Galley(first.marks if opened else (mark, *first.marks), first.height, tied=len(galleys) > 1)
    if len(galleys) > 1:
        galleys[-2] = galleys[-2].with_before(0, tied=True)
    return galleys


def figure_style(size: float) -> Style:
    """Return lining figures at a size."""
    return Style(FIGURES, size)


def sheet_edge(desk: Desk) -> Sketch:
    """Return the edge between the picture and the sheet: torn, or in a plain look a thick rule."""
    drawn = inks.straight if desk.theme.plain else inks.torn
    return Sketch(Box(desk.theme.column - 28, 0, 48, desk.height), drawn(desk.height, desk.theme.palette))
