"""Colours, type and measures of the pages: the only literals of the look."""

from __future__ import annotations

from dataclasses import dataclass

from game.stage.page import Colour, Style


def _rgb(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@dataclass(frozen=True, slots=True)
class Palette:
    """The inks of a look, by the names of the style guide."""

    paper: Colour
    white: Colour
    deep: Colour
    fold: Colour
    latte: Colour
    mocha: Colour
    espresso: Colour
    ink: Colour
    tomato: Colour
    teal: Colour
    crema: Colour


PAPER = Palette(
    *map(
        _rgb,
        ("#F5EDDC", "#FFFBF2", "#E9DCC3", "#D9C7A6", "#94744E", "#7A5238", "#4B2E20", "#1B1613", "#B93A22", "#1C5C63",
         "#C8955C"),
    )
)
PROJECTOR = Palette(
    *map(
        _rgb,
        ("#FFFFFF", "#FFFFFF", "#E9E4DA", "#BDB5A6", "#5A5148", "#3A332C", "#000000", "#000000", "#9C2A14", "#0F464C",
         "#D8CBB4"),
    )
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A look at a text size."""

    palette: Palette
    text: float
    """How much larger body text is set: 1 to 2."""
    projector: bool

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


def theme(*, look: str, text_size: int) -> Theme:
    """Return the theme of a look ("paper" or "projector") at a text size in per cent."""
    projector = look == "projector"
    text = text_size / 100
    return Theme(PROJECTOR if projector else PAPER, max(text, 1.36) if projector else text, projector)
