"""The hands at the window: which device was used last, what it means by the settings, and presses that were not meant."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pygame

from game.records.settings import Settings
from game.stage.bindings import Caps, bindings_of
from game.stage.companions import Company
from game.stage.input import Dropped, Pointer, Translator
from game.stage.screens import Screen
from game.stage.steadiness import Steadiness, chooses

if TYPE_CHECKING:
    from game.stage.scanning import Scanner

REPEATING = frozenset({"up", "down"})
"""What a key that is held may say again; so a held key never chooses."""
WALKING = frozenset({"walk", "walk back"})
PLUGGED = frozenset({pygame.CONTROLLERDEVICEADDED, pygame.JOYDEVICEADDED})
UNPLUGGED = frozenset({pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED})
NEW = "new:"
"""Begins the key by which a page that listens is told the name of a press."""


class Hands:
    """Turns what happens into keys, as the settings ask."""

    def __init__(self, company: Company) -> None:
        self.translator = Translator()
        self.scanner: Scanner | None = None
        """What is scanned for a switch, or walked through with a pad; `scanner.scanned` is what it rests on."""
        self._company = company
        self._steady = Steadiness()
        self._wait = 0.0
        self._held: set[int] = set()
        self._listening = False
        self._pads: list[Any] = []

    @property
    def caps(self) -> Caps:
        """How key hints are printed now."""
        return self.translator.caps

    def follow(self, settings: Settings, screen: Screen) -> None:
        """Do as the settings ask, and as the page that is open needs."""
        translator = self.translator
        if translator.bindings.own != settings.bindings:
            translator.bindings = bindings_of(settings.bindings)
        self._wait = settings.steady
        self._listening = getattr(screen, "listening", False)
        translator.steadfast = getattr(screen, "steadfast", False)
        if settings.switches != translator.switches:
            translator.switches = settings.switches
            self._dismiss()
        if settings.switches:
            self._scan().follow(settings.switches, settings.scan_seconds)

    def _scan(self) -> Scanner:
        if self.scanner is None:
            from game.stage.scanning import Scanner

            self.scanner = Scanner()
            self._company.members.append(self.scanner)
        return self.scanner

    def _dismiss(self) -> None:
        if self.scanner is not None:
            self._company.members.remove(self.scanner)
            self.scanner.close()
            self.scanner = None

    # -------------------------------------------------------- what happens

    def key(self, event: pygame.event.Event, size: tuple[int, int], now: float) -> str | Pointer | Dropped | None:
        """Return the key that an event stands for, a pointer, a file, or None for what was not meant for the screens."""
        if event.type == pygame.WINDOWFOCUSLOST:
            self._held.clear()
            self.translator.forget()
            return None
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
            return None
        held = False
        if event.type == pygame.KEYDOWN:
            held = event.key in self._held
            self._held.add(event.key)
        translator = self.translator
        if self._listening and not translator.switches and (presses := translator.presses(event)):
            return None if held else f"{NEW}{presses[0]}"
        key = translator.key(event, size)
        if held and key not in REPEATING:
            return None
        if isinstance(key, Pointer):
            return key if key.kind != "pressed" or self._meant("pointer", now, chooses=True) else None
        if isinstance(key, str):
            if not self._meant(key, now, chooses=chooses(key)):
                return None
            if key in WALKING and not translator.switches:
                self._scan().follow(0, 0.0, translator.bindings.on_a_pad())
        return key

    def _meant(self, press: str, now: float, *, chooses: bool) -> bool:
        return self._steady.meant(press, now, self._wait, chooses=chooses)

    def answered(self, key: str, turned: bool, now: float) -> None:
        """Take in that a key was answered, and whether another page is shown since."""
        if turned and chooses(key):
            self._steady.chosen(now)

    # -------------------------------------------------------- pads

    def plugs(self, event: pygame.event.Event) -> bool:
        """Take in that a pad was plugged in or out; return whether the hints may have changed."""
        if event.type in PLUGGED:
            self.find_pads()
        elif event.type in UNPLUGGED:
            before = self.caps
            self.translator.unplugged(event.instance_id)
            return before != self.caps
        return False

    def find_pads(self) -> None:
        """Open all pads, and sticks or switch boxes whose layout nobody knows; each by itself, for some may refuse."""
        with contextlib.suppress(pygame.error, ImportError):
            from pygame._sdl2 import controller

            controller.init()
            pygame.joystick.init()
            self._pads = []
            for index in range(controller.get_count()):
                with contextlib.suppress(pygame.error):
                    if controller.is_controller(index):
                        pad = controller.Controller(index)
                        self.translator.pads[pad.as_joystick().get_instance_id()] = pad.name or ""
                        self._pads.append(pad)
                    else:
                        stick = pygame.joystick.Joystick(index)
                        self.translator.raw.add(stick.get_instance_id())
                        self._pads.append(stick)
