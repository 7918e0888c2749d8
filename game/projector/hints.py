"""Hints of the keys that most screens of a room have; caps are in English, and printed as the keys are called and bound."""

from __future__ import annotations

from game.language import _
from game.stage.components import Hint


def space(label: str) -> Hint:
    """Return the hint of the one next thing."""
    return Hint("Space", label, "space")


def enter(label: str) -> Hint:
    """Return the hint of Enter."""
    return Hint("Enter", label, "enter")


def escape(label: str) -> Hint:
    """Return the hint of Esc."""
    return Hint("Esc", label, "escape")


def backspace(label: str) -> Hint:
    """Return the hint of Backspace, which does what the arrow to the left does."""
    return Hint("Backspace", label, "left")


def back() -> Hint:
    """Return the hint of one step back."""
    return Hint("←", _("back"), "left")


def blank() -> Hint:
    """Return the hint of the dark screen."""
    return Hint("B", _("blank"), "b")


def blank_the_screen() -> Hint:
    """Return the hint of the dark screen, where there is room to say so."""
    return Hint("B", _("blank the screen"), "b")
