"""Colours, type and measures of the pages: the only literals of the look."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.stage.page import Colour, Style

if TYPE_CHECKING:
    from game.records.settings import Settings


def _rgb(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@dataclass(frozen=True, slots=True)
class Palette:
    """The inks of a look, by the names of the style guide; in a dark look they change their places.

    What is set on `ink`, `tomato`, `teal` or `espresso` is `white` or `paper`; what is set on `paper`, `white` or `deep`
    is one of the inks. Every look keeps the contrast between those two groups, and nothing else is relied upon.
    """

    paper: Colour
    """The page."""
    white: Colour
    """A sheet that lies on the page, and what is set on ink."""
    deep: Colour
    """The ground of bars and portraits."""
    fold: Colour
    """Rules that only decorate, steps that are still to come; nothing is told by it alone."""
    latte: Colour
    mocha: Colour
    espresso: Colour
    ink: Colour
    tomato: Colour
    teal: Colour
    crema: Colour
    """Behind a portrait; never of words."""
    square: bool = field(default=False, kw_only=True)
    """Whether beans are squares, which hold together at the back of a room."""


def _palette(inks: str, *, square: bool = False) -> Palette:
    return Palette(*map(_rgb, inks.split()), square=square)


#                   paper   white   deep    fold    latte   mocha   espresso ink    tomato  teal    crema
PAPER = _palette("#F5EDDC #FFFBF2 #E9DCC3 #D9C7A6 #94744E #7A5238 #4B2E20 #1B1613 #B93A22 #1C5C63 #C8955C")
DARK = _palette("#1C1714 #2B231D #372D25 #54473B #A88A66 #CDB08F #E6D2B6 #F4EBDA #FF9273 #79CDD3 #C8955C")
CONTRAST = _palette("#FFFFFF #FFFFFF #E4E4E4 #8A8A8A #000000 #2A2A2A #000000 #000000 #7E1500 #00434A #D8CBB4")
CONTRAST_DARK = _palette("#000000 #000000 #262626 #8C8C8C #FFFFFF #E6E6E6 #FFFFFF #FFFFFF #FFB59C #84E4EC #D8CBB4")
PROJECTOR = _palette(
    "#FFFFFF #FFFFFF #E9E4DA #BDB5A6 #5A5148 #3A332C #000000 #000000 #9C2A14 #0F464C #D8CBB4", square=True
)
PALETTES: Mapping[str, Palette] = {
    "paper": PAPER, "dark": DARK, "high contrast": CONTRAST, "high contrast dark": CONTRAST_DARK, "projector": PROJECTOR,
}
PLAIN: Mapping[str, float] = {"high contrast": 4.0, "high contrast dark": 4.0, "projector": 3.0}
"""The looks without rooms, torn edges and shadows, and how thick a rule is there at the least, in points."""
ON_KRAFT = PAPER.espresso
"""Of the initial on a stand-in for a person, which is the same picture in every look."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A look at a text size."""

    palette: Palette
    text: float
    """How much larger body text is set: 1 to 2."""
    projector: bool
    """Whether it is meant for the back row of a room."""
    rule: float = 0.0
    """How thick a rule is at the least, in points; above 0 the look is plain: no rooms, no torn edge, no shadows."""
    face: str = "newspaper"
    """The type: the newspaper's own, or one that is easier to read."""

    @property
    def plain(self) -> bool:
        """Whether nothing is printed that is not needed."""
        return self.rule > 0

    @property
    def faces(self) -> Mapping[str, str]:
        """The faces that stand in for the newspaper's own."""
        return EASIER.get(self.face, {})

    @property
    def narrow(self) -> bool:
        """Whether large type has the picture column give way."""
        return self.text > 1.3

    @property
    def column(self) -> float:
        """Width of the picture column, in points."""
        return 560 if self.narrow else 800

    @property
    def sheet_x(self) -> float:
        """Where the text of a sheet begins."""
        return self.column + (64 if self.narrow else 80)

    @property
    def sheet_w(self) -> float:
        """How wide the text of a sheet is."""
        return 1920 - 72 - self.sheet_x

    def style(self, role: str) -> Style:
        """Return how a role is set.

        Raises:
            KeyError: there is no such role.
        """
        face, size, lead, tracking, grows = ROLES[role]
        factor = self.text if grows else min(self.text, 1.25 if self.text <= 1.5 else 1.15)
        return Style(face, size * (factor if role not in FIXED else 1.0), lead, tracking)


NEWS, NEWS_ITALIC = "CFNewsreader-800", "CFNewsreader-400i"
FIGURES = "CFSource-900"
LITERATA, LITERATA_ITALIC, LITERATA_BOLD = "CFLiterata-400", "CFLiterata-400i", "CFLiterata-600"
FRANKLIN = {weight: f"CFFranklin-{weight}" for weight in (400, 500, 600, 700, 800)}

EASIER: dict[str, dict[str, str]] = {
    "hyperlegible": {
        NEWS: "CFAtkinson-800", NEWS_ITALIC: "CFAtkinson-400i",
        LITERATA: "CFAtkinson-400", LITERATA_ITALIC: "CFAtkinson-400i", LITERATA_BOLD: "CFAtkinson-600",
        **{FRANKLIN[weight]: f"CFAtkinson-{weight}" for weight in FRANKLIN},
    },
    "dyslexia-friendly": {  # no italics: slanted letters are what many ask to be spared
        NEWS: "CFLexend-800", NEWS_ITALIC: "CFLexend-400",
        LITERATA: "CFLexend-400", LITERATA_ITALIC: "CFLexend-400", LITERATA_BOLD: "CFLexend-600",
        **{FRANKLIN[weight]: f"CFLexend-{weight}" for weight in FRANKLIN},
    },
}
"""By the setting: which face stands in for which. Large figures stay as they are: their shapes cannot be mistaken.

Atkinson Hyperlegible Next was drawn for the Braille Institute to keep letters apart that resemble each other. Lexend was
chosen over OpenDyslexic, for which trials found no gain in speed or errors, and which is set 1.7 times as wide; what did
help in trials is wider spacing of letters and words, and that is how our files of Lexend are made.

Source: Rello and Baeza-Yates 2013; Wery and Diliberto 2017; Zorzi and others 2012; Marinus and others 2016.
"""

ROLES: dict[str, tuple[str, float, float, float, bool]] = {
    # role: font file, size in points, lead in sizes, tracking in sizes, whether it grows with the text size
    "masthead": (NEWS, 176, 1.0, -0.017, False),
    "banner": (NEWS, 104, 1.02, -0.008, False),
    "headline": (NEWS, 70, 1.04, -0.005, False),
    "headline-small": (NEWS, 46, 1.08, -0.005, False),
    "name": (NEWS, 50, 1.1, 0.0, True),
    "name-small": (NEWS, 36, 1.1, 0.0, True),
    "verdict": (NEWS, 84, 1.04, -0.01, False),
    "quote": (NEWS, 46, 1.14, 0.0, True),
    "mark": (NEWS, 88, 1.0, 0.0, True),
    "drop": (NEWS, 98, 1.0, 0.0, True),
    "note": (NEWS_ITALIC, 40, 1.22, 0.0, True),
    "aside": (NEWS_ITALIC, 28, 1.25, 0.0, True),
    "delta": (FIGURES, 190, 1.0, 0.0, False),
    "delta-huge": (FIGURES, 340, 1.0, 0.0, False),
    "delta-medium": (FIGURES, 150, 1.0, 0.0, False),
    "delta-small": (FIGURES, 84, 1.0, 0.0, False),
    "figure": (FIGURES, 56, 1.0, 0.0, True),
    "figure-small": (FIGURES, 40, 1.0, 0.0, True),
    "figure-large": (FIGURES, 150, 1.0, 0.0, False),
    "speech": (LITERATA, 44, 1.28, 0.0, True),
    "speech-large": (LITERATA, 56, 1.28, 0.0, True),
    "told": (LITERATA, 33, 1.34, 0.0, True),
    "said": (LITERATA, 40, 1.3, 0.0, True),
    "column": (LITERATA, 31, 1.4, 0.0, True),
    "column-italic": (LITERATA_ITALIC, 31, 1.4, 0.0, True),
    "direction": (LITERATA_ITALIC, 28, 1.3, 0.0, True),
    "choice": (FRANKLIN[500], 34, 1.24, 0.0, True),
    "choice-picked": (FRANKLIN[600], 34, 1.24, 0.0, True),
    "reason": (FRANKLIN[500], 31, 1.34, 0.0, True),
    "strong": (FRANKLIN[700], 31, 1.3, 0.0, True),
    "label": (FRANKLIN[600], 26, 1.3, 0.0, True),
    "label-strong": (FRANKLIN[700], 26, 1.3, 0.0, True),
    "small": (FRANKLIN[500], 24, 1.3, 0.0, True),
    "kicker": (FRANKLIN[700], 25, 1.3, 0.09, True),
    "key": (FRANKLIN[700], 24.3, 1.3, 0.0, True),
    "key-label": (FRANKLIN[600], 27, 1.3, 0.0, True),
}
FIXED = frozenset({"masthead", "delta", "delta-huge", "delta-medium", "figure-large"})

MARGIN = 72.0
WIDTH = 1920.0
LEAST_HEIGHT, MOST_HEIGHT = 1080.0, 1200.0


LEAST_ARC = 16.0
"""Of a capital, in minutes of arc."""
CAPITAL = 0.7
"""How high a capital is, in sizes of the type; the lowest of our text faces but for Lexend's."""
SMALLEST = "label"
"""The role of the smallest words that a room is to read; hints for whoever holds the keys may be smaller."""
MOST_TEXT = 2.0


def back_row_size(heights: float) -> float:
    """Return the least size of type, in points, that the last row can read, so many heights of the picture away.

    A capital must fill 16 minutes of arc, of which a picture that is 1080 points high gives 1080 * tan(16') = 5.03
    points for each of its heights. At 4, 6 and 8 heights away that is type of 29, 43 and 57 points.

    Source: ISO 9241-303, character height: at least 16 minutes of arc, 20 to 22 preferred. AVIXA's V202.01 (DISCAS) asks
    for 1/200 of the distance, which is 17 minutes, for what is to be read; the roles from `choice` on reach it.
    """
    return heights * LEAST_HEIGHT * math.tan(math.radians(LEAST_ARC / 60)) / CAPITAL


def back_row_text(heights: float) -> float:
    """Return how much larger text is set for the back row: 1.36 to 2.

    Beyond two it does not go: with a last row more than 7.2 heights away, labels fall below the 16 minutes.
    """
    return min(MOST_TEXT, max(1.36, back_row_size(heights) / ROLES[SMALLEST][1]))


def theme(*, look: str, text_size: int, face: str = "newspaper", back_row: float = 6) -> Theme:
    """Return the theme of a look at a text size in per cent; what is no look is the newspaper's paper.

    `back_row` is how far the last row sits, in heights of the picture, for the look of a projector.
    """
    projector = look == "projector"
    text = text_size / 100
    return Theme(
        PALETTES.get(look, PAPER), max(text, back_row_text(back_row)) if projector else text, projector,
        PLAIN.get(look, 0.0), face,
    )


def theme_of(settings: Settings) -> Theme:
    """Return the theme that settings ask for."""
    return theme(look=settings.look, text_size=settings.text_size, face=settings.face, back_row=settings.back_row)
