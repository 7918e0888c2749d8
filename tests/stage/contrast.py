"""What stands on what: the colour under every line of a page, and how far apart the two are.

Source: WCAG 2.2, relative luminance and contrast ratio; success criteria 1.4.3, 1.4.6 and 1.4.11.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.stage.page import Area, Colour, Fill, Frame, Mark, Page, Picture, Sketch, Words
from game.stage.theme import ON_KRAFT, Palette

SMALLEST_WINDOW = 720 / 1080
"""Pixels to a point in the smallest window that the pages are made for."""
LARGE, LARGE_AND_BOLD = 24.0, 18.66
"""In pixels: 18 and 14 points of print."""
BOLD = ("700", "800", "900")
INKS = ("crema", "latte", "fold", "deep", "white", "paper", "mocha", "espresso", "tomato", "teal", "ink")
THIN = 14.0
"""A fill no thicker than this is a rule, an edge or a step."""


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on another."""

    ink: Colour
    ground: Colour | None
    """None is a picture."""
    needed: float
    what: str

    @property
    def enough(self) -> bool:
        """Whether the two are far enough apart; nothing but an initial may stand on a picture."""
        return self.ink == ON_KRAFT if self.ground is None else ratio(self.ink, self.ground) >= self.needed - 0.005


def needed(words: Words) -> float:
    """Return the contrast that a line needs, as it is set in the smallest window."""
    size = words.style.size * SMALLEST_WINDOW
    bold = words.style.face.rstrip("i").endswith(BOLD)
    return 3.0 if size >= LARGE or (bold and size >= LARGE_AND_BOLD) else 4.5


def of_words(page: Page) -> list[Pair]:
    """Return each line of a page on what lies under it."""
    return [
        Pair(mark.colour, ground(page.marks[:at], _middle(mark)), needed(mark), repr(mark.text))
        for at, mark in enumerate(page.marks) if isinstance(mark, Words) and mark.text.strip()
    ]


def of_marks(page: Page, decoration: frozenset[Colour]) -> list[Pair]:
    """Return each outline, rule and edge on what lies under it, but for the colours that only decorate."""
    pairs: list[Pair] = []
    for at, mark in enumerate(page.marks):
        if isinstance(mark, Frame):
            spot = mark.box.x - 1, mark.box.y + mark.box.h / 2
        elif isinstance(mark, Fill) and min(mark.box.w, mark.box.h) <= THIN:
            spot = mark.box.x + mark.box.w / 2, mark.box.y + mark.box.h / 2
        else:
            continue
        if mark.colour not in decoration:
            under = ground(page.marks[:at], spot)
            if under is not None:  # beside a picture anything may lie
                pairs.append(Pair(mark.colour, under, 3.0, f"{type(mark).__name__} {tuple(round(part) for part in mark.box)}"))
    return pairs


def ground(below: tuple[Mark, ...], spot: tuple[float, float]) -> Colour | None:
    """Return the colour at a place, after some marks were painted; None where a picture is on top."""
    for mark in reversed(below):
        if not mark.box.holds(*spot):
            continue
        match mark:
            case Fill(_, colour) if len(colour) == 3:
                return colour
            case Picture(round=False):
                return None
            case Sketch(box, shapes):
                for shape in reversed(shapes):
                    if isinstance(shape, Area) and len(shape.colour) == 3 and _inside(shape, spot[0] - box.x, spot[1] - box.y):
                        return shape.colour
    return None


def _inside(area: Area, x: float, y: float) -> bool:
    within = False
    points = area.points
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            within = not within
    return within


def _middle(words: Words) -> tuple[float, float]:
    return words.box.x + words.box.w / 2, words.baseline - words.style.size * 0.3


def too_close(pairs: list[Pair], palette: Palette, *, least: float = 0.0) -> list[str]:
    """Return the pairs that lack contrast, a sentence each, by the names of the palette; `least` is what all need."""
    names = {getattr(palette, field): field for field in INKS}
    found = []
    for pair in pairs:
        asked = replace(pair, needed=max(pair.needed, least))
        if not asked.enough:
            ground_ = "a picture" if pair.ground is None else names.get(pair.ground, pair.ground)
            apart = "" if pair.ground is None else f", {ratio(pair.ink, pair.ground):.1f} of {asked.needed}"
            found.append(f"{pair.what}: {names.get(pair.ink, pair.ink)} on {ground_}{apart}")
    return found
