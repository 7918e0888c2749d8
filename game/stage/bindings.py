"""Which key means what: as it came, and as somebody has put it; pure.

A *press* names what was pressed: `return`, `a`, `page down`, `pad x`. A *key* is what the screens know: `enter`, `a`,
`left`. An action has one press on the keyboard and may have one on a pad; a few presses more mean
the same as some key until they are wanted for something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from game.language import N_, _

PAD = "pad "
"""How the presses of a pad begin."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does."""

    key: str
    """As the screens know it."""
    title: str
    """What it does, marked for translation."""
    press: str
    """On the keyboard, as it came; empty where none is needed."""
    pad: str = ""
    """On a pad, as it came."""


ACTIONS = (
    Action("enter", N_("Go on; take what is picked"), "return", "pad a"),
    Action("escape", N_("Back; close"), "escape", "pad b"),
    Action("up", N_("One up"), "up", "pad up"),
    Action("down", N_("One down"), "down", "pad down"),
    Action("left", N_("Page before; a value less"), "left", "pad left"),
    Action("right", N_("Next page; a value more"), "right", "pad right"),
    Action("space", N_("Go on, with a second key"), "space"),
    *(Action(str(number), N_("Take number {number}"), str(number)) for number in range(1, 10)),
    Action("a", N_("Address book"), "a", "pad x"),
    Action("r", N_("Take back; take off the shelf"), "r", "pad y"),
    Action("b", N_("Look back; in a room, darken"), "b"),
    Action("w", N_("What if; with a room"), "w"),
    Action("s", N_("Settings; see it again"), "s", "pad start"),
    Action("g", N_("Go on where you were"), "g"),
    Action("n", N_("When the columnist speaks"), "n"),
    Action("c", N_("Copy the column; credits"), "c"),
    Action("p", N_("Save a picture; pair a phone"), "p"),
    Action("f", N_("Full screen, on the front page"), "f"),
    Action("f1", N_("Make it fit you"), "f1", "pad back"),
    Action("f2", N_("Read aloud, on and off"), "f2"),
    Action("f3", N_("Say it again"), "f3", "pad left stick"),
    Action("question", N_("Read the whole page"), "?", "pad right stick"),
    Action("f4", N_("Text size"), "f4"),
    Action("f8", N_("Look"), "f8"),
    Action("f9", N_("Sound, on and off"), "f9"),
    Action("f11", N_("Full screen"), "f11"),
    Action("walk", N_("Walk to what has no button"), "", "pad right trigger"),
    Action("walk back", N_("Walk back"), "", "pad left trigger"),
    Action("plus", N_("In a room: more time"), "+"),
    Action("period", N_("In a room: darken"), "."),
    Action("d", N_("In a room: the doors"), "d"),
    Action("e", N_("In a room: to the end"), "e"),
    Action("h", N_("In a room: hands, or the hand-out"), "h"),
    Action("k", N_("In a room: all keys"), "k"),
    Action("l", N_("In a room: draw lots"), "l"),
    Action("o", N_("In a room: arrange it"), "o"),
    Action("q", N_("Leave"), "q"),
    Action("t", N_("In a room: talk, tables, two paths"), "t"),
    Action("x", N_("In a room: take the tempting one"), "x"),
)
BY_KEY = {action.key: action for action in ACTIONS}
ESSENTIAL = frozenset({"enter", "escape", "up", "down", "left", "right"})
"""Without these a game cannot be played, on a pad either."""

SPARE = {
    "keypad enter": "enter", "page down": "enter", "page up": "left", "backspace": "left", "tab": "down", "home": "home",
    "end": "end", "delete": "delete", "pad left shoulder": "left", "pad right shoulder": "right",
}
"""More presses, until they are wanted for something else. A clicker's two buttons are PageDown and PageUp."""

STEADFAST = {
    "return": "enter", "escape": "escape", "up": "up", "down": "down", "left": "left", "right": "right",
    "pad a": "enter", "pad b": "escape", "pad up": "up", "pad down": "down", "pad left": "left", "pad right": "right",
}
"""What these presses mean on the page where keys are put elsewhere, whatever they mean on others."""

Pairs = tuple[tuple[str, str], ...]


def of_pad(press: str) -> bool:
    """Return whether a press is one of a pad's."""
    return press.startswith(PAD)


@lru_cache(1)
def _usual() -> dict[str, str]:
    main = {press: action.key for action in ACTIONS for press in (action.press, action.pad) if press}
    return {**SPARE, **main}


@lru_cache(16)
def _table(own: Pairs) -> dict[str, str]:
    return {**_usual(), **dict(own)}


@dataclass(frozen=True, slots=True)
class Bindings:
    """Which press means which key."""

    own: Pairs = ()
    """Presses that mean another key than as they came; an empty key where they mean nothing now."""

    def meaning(self, press: str) -> str | None:
        """Return the key that a press means, or None."""
        table = _table(self.own)
        if press in table:
            return table[press] or None
        # letters and figures that have no action here are known to some screens
        return press if len(press) == 1 and press.isascii() and press.isalnum() and press not in BY_KEY else None

    def on_a_pad(self) -> frozenset[str]:
        """Return the keys that have a button on a pad."""
        return frozenset(key for press, key in _table(self.own).items() if of_pad(press))

    def press(self, key: str, *, pad: bool = False) -> str:
        """Return the press that an action has on the keyboard or on a pad; nothing where it has none."""
        action = BY_KEY.get(key)
        if action is None:
            return "" if pad else key
        usual = action.pad if pad else action.press
        found = [press for press, means in _table(self.own).items() if means == key and of_pad(press) is pad]
        chosen = [press for press, means in self.own if means == key and of_pad(press) is pad]
        return next(iter((*chosen, *(press for press in found if press == usual), *found)), "")


AS_IT_CAME = Bindings()


@dataclass(frozen=True, slots=True)
class Bound:
    """What became of a wish to put an action on a press."""

    bindings: Bindings
    other: str = ""
    """The key of another action that had this press."""
    gets: str = ""
    """The press that the other action has instead; empty where it has none of this device now."""
    refused: bool = False
    """Whether nothing was changed, since the other action would be out of reach."""


def bound(bindings: Bindings, key: str, press: str) -> Bound:
    """Return bindings in which a press means an action; another action that had it gets the press that is freed."""
    pad = of_pad(press)
    before = bindings.press(key, pad=pad)
    if before == press:
        return Bound(bindings)
    own = dict(bindings.own)
    other = _table(bindings.own).get(press, "")
    if other not in BY_KEY or bindings.press(other, pad=pad) != press:
        other = ""
    if other and not before and (not pad or other in ESSENTIAL):
        return Bound(bindings, other, refused=True)
    own[press] = key
    if before:
        own[before] = other
    usual = _usual()
    kept = tuple((each, means) for each, means in own.items() if usual.get(each, "") != means)
    return Bound(Bindings(kept), other, before if other else "")


def bindings_of(pairs: Iterable[tuple[str, str]]) -> Bindings:
    """Return the bindings that some pairs of a press and a key make; those that make no sense are passed over.

    Pairs that would leave no way to go on, back or about are nonsense together: then all is as it came.
    """
    usual = _usual()
    own = {press: key for press, key in pairs if press and (key in BY_KEY or not key) and usual.get(press, "") != key}
    table = {**usual, **own}
    for pad in (False, True):
        left = {key for press, key in table.items() if of_pad(press) is pad}
        if not left >= ESSENTIAL:
            return AS_IT_CAME
    return Bindings(tuple(own.items()))


# ---------------------------------------------------------------- how presses are printed

NAMES = {
    "return": N_("Enter"), "escape": N_("Esc"), "space": N_("Space"), "backspace": N_("Backspace"), "tab": N_("Tab"),
    "page down": N_("Page down"), "page up": N_("Page up"), "home": N_("Home"), "end": N_("End"),
    "delete": N_("Delete"), "insert": N_("Insert"), "keypad enter": N_("Keypad Enter"),
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pad a": "A", "pad b": "B", "pad x": "X", "pad y": "Y", "pad start": N_("Start"), "pad back": N_("View"),
    "pad left shoulder": "LB", "pad right shoulder": "RB", "pad left trigger": "LT", "pad right trigger": "RT",
    "pad left stick": N_("Left stick"), "pad right stick": N_("Right stick"), "pad guide": N_("Guide"),
    "pad up": "↑", "pad down": "↓", "pad left": "←", "pad right": "→",
}
PLAYSTATION = {
    "pad a": N_("Cross"), "pad b": N_("Circle"), "pad x": N_("Square"), "pad y": N_("Triangle"),
    "pad start": N_("Options"), "pad back": N_("Create"), "pad left shoulder": "L1", "pad right shoulder": "R1",
    "pad left trigger": "L2", "pad right trigger": "R2",
}
"""Its signs as words: no type that we set has them, and a voice reads words."""
NINTENDO = {"pad start": "+", "pad back": "−", "pad left shoulder": "L", "pad right shoulder": "R",
            "pad left trigger": "ZL", "pad right trigger": "ZR"}  # fmt: skip
BRANDS: dict[str, dict[str, str]] = {"xbox": {}, "playstation": PLAYSTATION, "nintendo": NINTENDO}


def brand_of(pad: str) -> str:
    """Return whose names stand on a pad, by the name that the pad gives itself."""
    name = pad.casefold()
    if any(word in name for word in ("playstation", "dualsense", "dualshock", "ps3", "ps4", "ps5", "sony")):
        return "playstation"
    if any(word in name for word in ("nintendo", "switch", "joy-con", "joycon")):
        return "nintendo"
    return "xbox"


def name_of(press: str, brand: str = "xbox") -> str:
    """Return what is printed for a press, in the language that is spoken now."""
    found = BRANDS[brand].get(press) or NAMES.get(press)
    if found is not None:
        return _(found)
    return press.upper() if len(press) == 1 or (press[:1] == "f" and press[1:].isdigit()) else press.capitalize()


class Device(Enum):
    """What somebody plays with, as far as we have seen."""

    KEYS = "keys"
    PAD = "pad"
    TOUCH = "touch"
    SWITCH = "switch"


def title_of(action: Action) -> str:
    """Return what an action does, in the language that is spoken now."""
    return _(action.title, number=action.key)


PRINTED = {
    "Enter": "enter", "Esc": "escape", "Space": "space", "←": "left", "→": "right", "↑": "up", "↓": "down",
    "?": "question", "+": "plus", ".": "period",
}
"""What the screens print for a key, where it is not the key's own name."""


IN_WORDS = {"↑": N_("Up"), "↓": N_("Down"), "←": N_("Left"), "→": N_("Right")}
"""Arrows are drawn, and cannot stand among letters."""


@dataclass(frozen=True, slots=True)
class Caps:
    """How key hints are printed: for the keys as they are bound now, or for the pad that was used last."""

    bindings: Bindings = AS_IT_CAME
    device: Device = Device.KEYS
    brand: str = "xbox"

    @property
    def spare(self) -> bool:
        """Whether ways on are printed, too, that whoever has a keyboard finds by its keys."""
        return self.device is not Device.KEYS

    def cap(self, printed: str) -> str:
        """Return what is printed now for a cap of a hint: `Enter`, `A`, `↑↓`, `F1`; a range such as `0–9` stays."""
        keys = [PRINTED.get(sign, "") for sign in printed] if printed and set(printed) <= set("←→↑↓") else []
        if len(keys) > 1:
            names = [self.of(key) or sign for key, sign in zip(keys, printed, strict=True)]
            if all(name in IN_WORDS for name in names):
                return "".join(names)
            return " ".join(dict.fromkeys(_(IN_WORDS.get(name, name)) for name in names))
        key = PRINTED.get(printed) or next((key for name, key in PRINTED.items() if _(name) == printed), printed.lower())
        return self.of(key) or printed if key in BY_KEY else _(printed)

    def figure(self, printed: str) -> str:
        """Return what is printed before a row that stands for a figure: its key where that is one sign, else the figure."""
        bound_to = self.bindings.press(printed) if printed.isdigit() else ""
        return bound_to.upper() if len(bound_to) == 1 else printed

    def of(self, key: str) -> str:
        """Return what is printed for a key."""
        if self.device is Device.PAD:
            press = self.bindings.press(key, pad=True)
            if press:
                return name_of(press, self.brand)
            return self.of("walk") if key != "walk" else ""
        press = self.bindings.press(key)
        return name_of(press) if press else ""
