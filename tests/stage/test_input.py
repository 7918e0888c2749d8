"""Keys, wheel, clicker and pad all mean the keys that the screens know."""

from __future__ import annotations

import pygame
import pytest

from game.stage.input import Pointer, Translator


def typed(key: int, letter: str = "", mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, unicode=letter, mod=mod)


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (typed(pygame.K_RETURN, "\r"), "enter"),
        (typed(pygame.K_KP_ENTER, "\r"), "enter"),
        (typed(pygame.K_3, "3"), "3"),
        (typed(pygame.K_KP3, "3"), "3"),
        (typed(pygame.K_a, "A", pygame.KMOD_SHIFT), "a"),
        (typed(pygame.K_c, "c", pygame.KMOD_CTRL), "ctrl+c"),
        (typed(pygame.K_PAGEDOWN), "enter"),
        (typed(pygame.K_PAGEUP), "left"),
        (typed(pygame.K_F11), "f11"),
        (typed(pygame.K_RETURN, "\r", pygame.KMOD_ALT), "f11"),
        (typed(pygame.K_LSHIFT), None),
        (typed(pygame.K_e, "é"), None),
        (pygame.event.Event(pygame.MOUSEWHEEL, y=1), "up"),
        (pygame.event.Event(pygame.MOUSEWHEEL, y=-2), "down"),
        (pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=(1, 1)), "escape"),
        (pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=0), "enter"),
        (pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=12), "down"),
        (pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 4)), Pointer("pressed", 3, 4)),
        (pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 6)), Pointer("moved", 5, 6)),
    ],
)
def test_each_device_means_a_key(event: pygame.event.Event, key: str | Pointer | None):
    """Whatever is at hand, the same screen answers."""
    assert key == Translator().key(event)


def test_one_push_of_a_stick_is_one_step():
    """A stick that is held does not race through the choices."""
    pad = Translator()

    def push(value: float) -> object:
        return pad.key(pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=1, value=round(value * 32767)))

    assert ["down", None, None, None, "down"] == [push(v) for v in (0.9, 1.0, 0.7, 0.1, 0.8)]
    assert [None, "up"] == [push(v) for v in (0.0, -0.9)]
