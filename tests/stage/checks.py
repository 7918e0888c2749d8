"""What holds for every page: nothing overlaps, nothing is hidden, nothing leaves the page or is too small to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pygame

from game.resources import assets
from game.stage.canvas import Canvas, Fonts
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.page import Area, Box, Fill, Mark, Page, Picture, Sketch, Words
from game.stage.screens import Screen
from game.stage.theme import theme
from game.stage.typesetting import Setter

WINDOWS = ((1280, 720), (1920, 1080), (3840, 2160), (1920, 1200))
TEXT_SIZES = (100, 125, 150, 200)
LOOKS = ("paper", "projector")
MARKS = {"“": (0.74, 0.3), "”": (0.74, 0.3), "„": (0.16, 0.3), "«": (0.5, 0.45), "»": (0.5, 0.45)}
"""Quotation marks that stand alone: how far their ink begins above the baseline, and how high it is, in sizes."""
FLOOR = 24.0
"""The least size of type at 100 %, in points."""


def ink(words: Words) -> Box:
    """Return about what a line's letters cover, from the tops of its capitals to the tails below."""
    size = words.style.size
    if words.text in MARKS:
        above, high = MARKS[words.text]
        return Box(words.box.x + 2, words.baseline - size * above, words.box.w - 4, size * high)
    standing = words.text.isdecimal() or (len(words.text) == 1 and words.text.isupper() and words.text not in "JQ")
    tails = 0.02 if standing else 0.22
    return Box(words.box.x + 2, words.baseline - size * 0.72, words.box.w - 4, size * (0.72 + tails))


def faults(page: Page, *, least: float = FLOOR) -> list[str]:
    """Return what is wrong with a page, one sentence a fault; nothing where it is sound."""
    lines = [mark for mark in page.marks if isinstance(mark, Words) and mark.text.strip()]
    found = []
    for words in lines:
        box = ink(words)
        if box.x < 0 or box.y < 0 or box.right > page.width + 0.5 or box.bottom > page.height + 0.5:
            found.append(f"{words.text!r} leaves the page: {_place(box)}")
        if words.style.size < least - 0.01:
            found.append(f"{words.text!r} is set in {words.style.size:.1f} points")
    for one, other in combinations(lines, 2):
        if ink(one).inset(1).meets(ink(other).inset(1)):
            found.append(f"{one.text!r} {_place(ink(one))} overlaps {other.text!r} {_place(ink(other))}")
    for order, rule in enumerate(page.marks):
        if isinstance(rule, Fill) and (rule.box.h <= 6 or rule.box.w <= 6):
            found += [
                f"a rule {_place(rule.box)} runs through {words.text!r} {_place(ink(words))}"
                for words in lines
                if rule.box.meets(_body(words)) and not _covered(page, order, words)
            ]
    for at, mark in enumerate(page.marks):
        if isinstance(mark, Words) and mark.text.strip():
            found += [
                f"{mark.text!r} {_place(ink(mark))} lies under {_place(over.box)}"
                for over in page.marks[at + 1 :]
                if _covers(over) and over.box.meets(_body(mark).inset(2))
            ]
    return found


def _covered(page: Page, order: int, words: Words) -> bool:
    """Return whether something is laid over a mark, on which the words then stand."""
    inner = _body(words)
    return any(
        isinstance(mark, Fill) and min(mark.box.h, mark.box.w) > 6 and mark.box.x <= inner.x
        and mark.box.y <= inner.y and mark.box.right >= inner.right and mark.box.bottom >= inner.bottom
        for mark in page.marks[order + 1 : page.marks.index(words)]
    )


def _covers(mark: Mark) -> bool:
    """Return whether a mark hides what was painted before it: rules and drawings do not, areas and pictures do."""
    if isinstance(mark, Sketch):
        return len(mark.shapes) == 1 and isinstance(mark.shapes[0], Area) and len(mark.shapes[0].colour) == 3
    if isinstance(mark, Fill):
        return len(mark.colour) == 3 and min(mark.box.w, mark.box.h) > 6
    return isinstance(mark, Picture)


def _body(words: Words) -> Box:
    """Return what the letters cover without their tails: a rule may touch those."""
    if words.text in MARKS:
        return ink(words)
    return Box(words.box.x + 2, words.baseline - words.style.size * 0.7, words.box.w - 4, words.style.size * 0.72)


def _place(box: Box) -> str:
    return f"({box.x:.0f}, {box.y:.0f}, {box.w:.0f} x {box.h:.0f})"


def desk(window: tuple[int, int], text_size: int, look: str = "paper", face: str = "newspaper", back_row: int = 6) -> Desk:
    """Return a desk as a window of that many pixels has it, with the real type."""
    pygame.font.init()
    folder = assets()
    canvas = Canvas(pygame.Surface(window), Fonts(folder / "fonts"), _NoPictures())  # type: ignore[arg-type]
    seen = theme(look=look, text_size=text_size, face=face, back_row=back_row)
    return Desk(Setter(canvas.width, seen.faces), seen, canvas.height)


class _NoPictures:
    """Stands where a page is only measured and never painted."""


def gallery() -> Gallery:
    """Return the pictures that come with the game."""
    return Gallery(assets())


def desks() -> Iterator[tuple[str, Desk]]:
    """Yield a name and a desk for every window, text size and look that a page must hold at."""
    for look in LOOKS:
        for window in WINDOWS:
            for text_size in TEXT_SIZES:
                yield f"{look} {window[0]}x{window[1]} {text_size} %", desk(window, text_size, look)


def faults_everywhere(screen: Screen) -> list[str]:
    """Return the faults of a screen at every size, each with the size at which it is found."""
    pictures = gallery()
    return [f"{name}: {fault}" for name, each in desks() for fault in faults(screen.page(each, pictures))]
