"""Keys, mouse, touch, gamepad, switch and a presenter's clicker, all turned into the keys that the screens know."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.stage.bindings import AS_IT_CAME, STEADFAST, Bindings, Caps, Device, brand_of, of_pad

NAMED = {
    pygame.K_RETURN: "return", pygame.K_KP_ENTER: "keypad enter", pygame.K_SPACE: "space", pygame.K_ESCAPE: "escape",
    pygame.K_UP: "up", pygame.K_DOWN: "down", pygame.K_LEFT: "left", pygame.K_RIGHT: "right",
    pygame.K_PAGEDOWN: "page down", pygame.K_PAGEUP: "page up", pygame.K_BACKSPACE: "backspace", pygame.K_TAB: "tab",
    pygame.K_HOME: "home", pygame.K_END: "end", pygame.K_DELETE: "delete", pygame.K_INSERT: "insert",
    **{getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(1, 16)},
}
FIGURES = {
    **{getattr(pygame, f"K_KP{number}"): str(number) for number in range(10)},
    **{getattr(pygame, f"K_{number}"): str(number) for number in range(10)},
}
PLACES = {getattr(pygame, f"KSCAN_{number}"): str(number) for number in range(10)}
"""The row of figures by where it lies: on some keyboards it gives figures with Shift only."""

PAD = {
    0: "pad a", 1: "pad b", 2: "pad x", 3: "pad y", 4: "pad back", 5: "pad guide", 6: "pad start", 7: "pad left stick",
    8: "pad right stick", 9: "pad left shoulder", 10: "pad right shoulder", 11: "pad up", 12: "pad down",
    13: "pad left", 14: "pad right",
}
"""Buttons by SDL's numbers for a pad whose layout it knows."""
RAW = ("pad a", "pad b", "pad x", "pad y")
"""The first buttons of a stick or a switch box whose layout nobody knows."""
TRIGGERS = {4: "pad left trigger", 5: "pad right trigger"}
WAYS = {(0, 1): "pad right", (0, -1): "pad left", (1, 1): "pad down", (1, -1): "pad up"}
PUSHED, FREE = 0.6, 0.35
"""How far a stick or a trigger must go to count, and to count again."""

TAKE, STEP = "switch:take", "switch:step"
"""What a switch says, to the scan alone: no screen knows these keys."""
NOTHING = "nothing"
"""A combination that means nothing here, and must not pass for the key alone."""
MOUSE = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
FINGER = {pygame.FINGERDOWN: "pressed", pygame.FINGERUP: "released"}


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

    def __init__(self, bindings: Bindings = AS_IT_CAME) -> None:
        self.bindings = bindings
        self.switches = 0
        """0, or with how many switches the game is played."""
        self.steadfast = False
        """Whether Enter, Esc and the arrows mean themselves, whatever they are bound to."""
        self.device = Device.KEYS
        """What was used last."""
        self.brand = "xbox"
        """Whose names the pad bears that was used last."""
        self.pads: dict[int, str] = {}
        """The name of each pad, by its number as an instance."""
        self.raw: set[int] = set()
        """Sticks and switch boxes whose layout nobody knows, by their numbers as instances."""
        self._leaning: dict[tuple[int, int], float] = {}
        self._pushed: dict[tuple[int, int], bool] = {}
        self._finger: int | None = None

    @property
    def caps(self) -> Caps:
        """How key hints are printed for what was used last."""
        return Caps(self.bindings, Device.SWITCH if self.switches else self.device, self.brand)

    # -------------------------------------------------------- what it means

    def key(self, event: pygame.event.Event, size: tuple[int, int] = (1, 1)) -> str | Pointer | Dropped | None:
        """Return the key that an event stands for, a pointer, a file, or None for what does not concern the screens.

        `size` is that of the window in pixels, in shares of which fingers are told.
        """
        if event.type in MOUSE and getattr(event, "touch", False):
            return None  # SDL makes a mouse of each finger, too: a tap acts once
        if self.switches and (said := self._switched(event)) is not None:
            return said or None
        if event.type in FINGER:
            return self._touched(event, size)
        match event.type:
            case pygame.MOUSEMOTION:
                return None if getattr(event, "touch", False) else Pointer("moved", *event.pos)
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
        if event.type == pygame.KEYDOWN and (fixed := _fixed(event)):
            return fixed if fixed != NOTHING else None
        return self.meaning(self.presses(event))

    def meaning(self, presses: tuple[str, ...]) -> str | None:
        """Return the key that the first of some names of a press means, or None."""
        for press in presses:
            if self.steadfast and press in STEADFAST:
                return STEADFAST[press]
            if (key := self.bindings.meaning(press)) is not None:
                return key
        return None

    def _switched(self, event: pygame.event.Event) -> str | None:
        """Return what a switch says; nothing for its letting go, None for what is no switch."""
        if event.type in FINGER:
            return TAKE if event.type == pygame.FINGERDOWN else ""
        if event.type in MOUSE and event.button <= 3:
            if event.type == pygame.MOUSEBUTTONUP:
                return ""
            return STEP if self.switches == 2 and event.button != 1 else TAKE
        if event.type == pygame.KEYDOWN and not _fixed(event):
            presses = self.presses(event)
            if self.switches == 2 and presses[:1] in (("space",), ("tab",)):
                return STEP
            return TAKE if self.meaning(presses) in ("enter", "space") else None
        presses = self.presses(event)
        if presses and of_pad(presses[0]):
            if self.switches == 1:
                return TAKE
            return {"pad a": TAKE, "pad b": STEP}.get(presses[0])
        return None

    # -------------------------------------------------------- what was pressed

    def presses(self, event: pygame.event.Event) -> tuple[str, ...]:
        """Return the names of what an event pressed, the one by which it is kept first; nothing for anything else."""
        if event.type == pygame.KEYDOWN:
            self.device = Device.KEYS
            return _typed(event)
        found = self._of_pad(event)
        if not found:
            return ()
        self.device = Device.PAD
        self.brand = brand_of(self.pads.get(getattr(event, "instance_id", -1), ""))
        return (found,)

    def _of_pad(self, event: pygame.event.Event) -> str:
        number = getattr(event, "instance_id", -1)
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN:
                return PAD.get(event.button, "")
            case pygame.CONTROLLERAXISMOTION:
                return self._leaned(number, event.axis, event.value / 32768)
            case pygame.JOYBUTTONDOWN if number in self.raw:
                return RAW[event.button % len(RAW)]
            case pygame.JOYHATMOTION if number in self.raw:
                across, up = event.value
                return WAYS.get((1, -up) if up else (0, across), "")
            case pygame.JOYAXISMOTION if number in self.raw and event.axis in (0, 1):
                return self._leaned(number, event.axis, event.value)
        return ""

    def _leaned(self, number: int, axis: int, value: float) -> str:
        """Return the press that a stick or a trigger makes when it comes far enough; once, until it was let go."""
        at = (number, axis)
        self._leaning[at] = value
        if abs(value) < FREE:
            self._pushed[at] = False
        if abs(value) < PUSHED or self._pushed.get(at):
            return ""
        if axis in TRIGGERS:
            self._pushed[at] = True
            return TRIGGERS[axis]
        if abs(self._leaning.get((number, axis ^ 1), 0.0)) > abs(value):
            return ""  # it goes the other way more than this way
        self._pushed[at] = True
        return WAYS[axis % 2, 1 if value > 0 else -1]

    def _touched(self, event: pygame.event.Event, size: tuple[int, int]) -> Pointer | None:
        """Return where a finger is; a second one that rests on the glass meanwhile is passed over."""
        if event.type == pygame.FINGERDOWN:
            if self._finger is not None:
                return None
            self._finger, self.device = event.finger_id, Device.TOUCH
        elif event.finger_id != self._finger:
            return None
        else:
            self._finger = None
        return Pointer(FINGER[event.type], int(event.x * size[0]), int(event.y * size[1]))

    def forget(self) -> None:
        """Forget what is held: the window has lost the keyboard, and will not hear that it was let go."""
        self._pushed.clear()
        self._leaning.clear()
        self._finger = None

    def unplugged(self, number: int) -> None:
        """Take in that a pad is gone; hints name keys again where it was the one that was used."""
        self.pads.pop(number, None)
        self.raw.discard(number)
        for at in [at for at in self._leaning if at[0] == number]:
            self._leaning.pop(at)
            self._pushed.pop(at, None)
        if self.device is Device.PAD and not self.pads and not self.raw:
            self.device = Device.KEYS


def _fixed(event: pygame.event.Event) -> str:
    """Return the key of a combination that is never bound elsewhere."""
    if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
        return "f11"
    if event.key not in NAMED and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return f"ctrl+{event.unicode.lower()}" if event.unicode.isalpha() else NOTHING
    return ""


def _typed(event: pygame.event.Event) -> tuple[str, ...]:
    if event.key in NAMED:
        return (NAMED[event.key],)
    names = []
    letter: str = event.unicode.lower()
    if len(letter) == 1 and letter.isprintable() and not letter.isspace():
        names.append(letter)
    figure = FIGURES.get(event.key) or PLACES.get(getattr(event, "scancode", -1))
    return tuple(dict.fromkeys([*names, *([figure] if figure else [])]))
