"""Keys, mouse, touch, gamepad and a presenter's clicker, all turned into the keys that the screens know."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

KEYS = {
    pygame.K_RETURN: "enter", pygame.K_KP_ENTER: "enter", pygame.K_SPACE: "space", pygame.K_ESCAPE: "escape",
    pygame.K_UP: "up", pygame.K_DOWN: "down", pygame.K_LEFT: "left", pygame.K_RIGHT: "right",
    pygame.K_PAGEDOWN: "enter", pygame.K_PAGEUP: "left", pygame.K_BACKSPACE: "left", pygame.K_TAB: "down",
    pygame.K_HOME: "home", pygame.K_END: "end", pygame.K_DELETE: "delete",
}
"""A clicker's two buttons are PageDown, which goes on, and PageUp, which goes back a page."""

PAD = {0: "enter", 1: "escape", 2: "a", 3: "r", 4: "escape", 6: "s", 9: "left", 10: "right",
       11: "up", 12: "down", 13: "left", 14: "right"}
"""Buttons by SDL's names for a pad: A, B, X, Y, back, start, shoulders, and the cross."""

FUNCTION_KEYS = {getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(1, 11)}
"""Keys that mean the same on every page; see `game.stage.everywhere`."""

SIGNS = {"+": "plus", ".": "period", "?": "question"}
"""Signs that are keys too; a presenter's clicker darkens the screen with a full stop."""

STICK_PUSHED, STICK_FREE = 0.6, 0.35


@dataclass(frozen=True, slots=True)
class Pointer:
    """The mouse or a finger: it moved, was pressed or let go, at a pixel of the window."""

    kind: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file was dropped on the window, or opened with the game while it runs."""

    path: str


class Translator:
    """Turns events into keys; remembers which way a stick is pushed, so that one push is one step."""

    def __init__(self) -> None:
        self._pushed: dict[int, int] = {}

    def key(self, event: pygame.event.Event) -> str | Pointer | Dropped | None:
        """Return the key that an event stands for, a pointer, a file, or None for what does not concern the screens."""
        match event.type:
            case pygame.KEYDOWN:
                return self._typed(event)
            case pygame.MOUSEMOTION:
                return Pointer("moved", *event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return Pointer("pressed", *event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return Pointer("released", *event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 3:
                return "escape"
            case pygame.MOUSEWHEEL:
                return "up" if event.y > 0 else "down" if event.y < 0 else None
            case pygame.DROPFILE:
                return Dropped(event.file)
            case pygame.CONTROLLERBUTTONDOWN:
                return PAD.get(event.button)
            case pygame.CONTROLLERAXISMOTION if event.axis in (0, 1):
                return self._stick(event.axis, event.value / 32768)
        return None

    def _typed(self, event: pygame.event.Event) -> str | None:
        if event.key == pygame.K_F11 or (event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT):
            return "f11"
        if event.key in FUNCTION_KEYS:
            return FUNCTION_KEYS[event.key]
        if event.key in KEYS:
            return KEYS[event.key]
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return f"ctrl+{event.unicode.lower()}" if event.unicode.isalpha() else None
        letter: str = event.unicode.lower()
        if letter in SIGNS:
            return SIGNS[letter]
        if letter.isalnum() and letter.isascii():
            return letter
        name = pygame.key.name(event.key)
        return name.strip("[]") if len(name.strip("[]")) == 1 and name.strip("[]").isdigit() else None

    def _stick(self, axis: int, value: float) -> str | None:
        before = self._pushed.get(axis, 0)
        if abs(value) < STICK_FREE:
            self._pushed[axis] = 0
            return None
        if abs(value) < STICK_PUSHED or before:
            return None
        self._pushed[axis] = 1 if value > 0 else -1
        return {(0, 1): "right", (0, -1): "left", (1, 1): "down", (1, -1): "up"}[axis, self._pushed[axis]]
