"""Lines in which two directions of writing meet, set run by run: each in a face that has its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.language import tongue
from game.stage.bidi import Run, runs

if TYPE_CHECKING:
    from game.stage.canvas import Fonts
    from game.stage.page import Colour

ARABIC = "CFNaskh"
_HEAVY = ("600", "700", "800", "900")


def face_for(run: Run, face: str) -> str:
    """Return the face for a run: the style's own, or the one that has Arabic letters, in about the same weight."""
    if not run.leftward:
        return face
    return f"{ARABIC}-700" if face.rstrip("i").endswith(_HEAVY) else f"{ARABIC}-400"


def opened(face: str, font: pygame.font.Font) -> pygame.font.Font:
    """Return a font that was just opened, told in which direction its letters join."""
    if face.startswith(ARABIC):
        font.set_script("Arab")
        font.set_direction(pygame.DIRECTION_RTL)
    return font


def width(fonts: Fonts, text: str, face: str, pixels: int) -> int:
    """Return the width of a line, in pixels."""
    return sum(fonts.at(face_for(run, face), pixels).size(run.text)[0] for run in runs(text, tongue().leftward))


def ascent(fonts: Fonts, text: str, face: str, pixels: int) -> int:
    """Return how far a line reaches above its baseline, in pixels."""
    return max(fonts.at(face_for(run, face), pixels).get_ascent() for run in runs(text, tongue().leftward))


def line(fonts: Fonts, text: str, face: str, pixels: int, colour: Colour) -> pygame.Surface:
    """Return a line as a picture; its baseline lies `ascent` below its upper edge."""
    pieces = [(fonts.at(face_for(run, face), pixels), run.text) for run in runs(text, tongue().leftward)]
    top = max(font.get_ascent() for font, _ in pieces)
    images = [(font.render(words, True, colour), top - font.get_ascent()) for font, words in pieces]
    whole = pygame.Surface(
        (sum(image.get_width() for image, _ in images), max(image.get_height() + drop for image, drop in images)), pygame.SRCALPHA
    )
    x = 0
    for image, drop in images:
        whole.blit(image, (x, drop))
        x += image.get_width()
    return whole
