"""Figures as they are printed: with the signs that the language puts between thousands."""

from __future__ import annotations

from game.language import tongue

BETWEEN = {"en": ",", "de": ".", "es": "\u00a0", "ar": ","}
"""What stands between thousands."""
WITHOUT = {"es": 9_999}
"""Up to these figures nothing does. Source: Ortografía de la lengua española, 2010, on figures of four digits."""


def figure(value: int) -> str:
    """Return a whole number in figures: `1,024`."""
    code = tongue().code
    if abs(value) <= WITHOUT.get(code, 999):
        return str(value)
    return f"{value:,}".replace(",", BETWEEN.get(code, ","))
