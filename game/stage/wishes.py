"""What can be set, in the words of the pages that set it: the settings, and the page that makes the game fit somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.language import N_, NP_, _, p_
from game.language.tongues import LANGUAGES
from game.records.settings import ALLOWED, Settings


@dataclass(frozen=True, slots=True)
class Row:
    """One setting."""

    field: str
    """Its name in `Settings`."""
    title: str
    about: str
    """What it does, in a sentence or two."""
    names: tuple[str, ...] = ()
    """Of its values, in their order; none where the values say it themselves."""

    @property
    def values(self) -> tuple[Any, ...]:
        """What it can be, in the order in which it is offered; nothing for a row that opens a page of its own."""
        return ALLOWED.get(self.field, ())

    def named(self, index: int) -> str:
        """Return how one of the values is called, in the language that is spoken."""
        if self.names:
            return p_("setting", self.names[index])
        value = self.values[index]
        match self.field:
            case "language":
                return _("as the computer") if value == "system" else LANGUAGES[value].name
            case "back_row":
                return str(value)
            case "scan_seconds" | "steady":
                # Translators: a time in seconds, such as “1.5 s”
                return _("{seconds} s", seconds=decimal(value)) if value else p_("setting", "off")
            case _:
                return _("{n} %", n=value)

    def held(self, settings: Settings) -> int:
        """Return which of the values holds, from 0."""
        return self.values.index(getattr(settings, self.field))


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    title: str
    rows: tuple[Row, ...]


OFF_ON = (NP_("setting", "off"), NP_("setting", "on"))
ON_OFF = (NP_("setting", "on"), NP_("setting", "off"))

GROUPS = (
    Group(N_("Reading"), (
        Row("language", N_("Language"), N_("Of the game and of its three stories, here and on the phones of a room.")),
        Row("text_size", N_("Text size"), N_("Everything you read grows; the page makes room for it.")),
        Row("face", N_("Type"), N_("One keeps letters apart that look alike, the other sets them wide."),
            (NP_("setting", "newspaper"), NP_("setting", "clear letters"), NP_("setting", "wide letters"))),
        Row("columnist", N_("The columnist speaks"), N_("Beside each choice, or only in the column at the end. Never before you have spoken."),
            (NP_("setting", "after each choice"), NP_("setting", "at the end"))),
    )),
    Group(N_("Looks"), (
        Row("look", N_("Look"), N_("High contrast has no pictures of rooms and thick rules. The last is for a large room."),
            (NP_("setting", "paper"), NP_("setting", "dark"), NP_("setting", "high contrast"),
             NP_("setting", "high contrast, dark"), NP_("setting", "projector"))),
        Row("back_row", N_("Last row, in picture heights"), N_("How far from the picture the last row sits. Text in a room is as large as that row needs.")),
        Row("full_screen", N_("Window"), N_("F11 does the same."), (NP_("setting", "window"), NP_("setting", "full screen"))),
        Row("motion", N_("Motion"), N_("Reduced: pages change at once. Nothing ever flashes."),
            (NP_("setting", "as the computer"), NP_("setting", "full"), NP_("setting", "reduced"))),
    )),
    Group(N_("Hearing"), (
        Row("speech", N_("Read aloud"), N_("The game reads itself out. F2 does the same, F3 says the last line again."), OFF_ON),
        Row("speech_rate", N_("Speed of the voice"), N_("In per cent of its usual speed.")),
        Row("volume_voice", N_("Loudness of the voice"), N_("The voice that reads aloud.")),
        Row("sound", N_("Sound"), N_("Nothing is told by sound alone. F9 does the same."), ON_OFF),
        Row("captions", N_("Captions"), N_("Each sound is told in words as well."), OFF_ON),
        Row("volume_effects", N_("Coins, cups and pages"), N_("What you hear when something happens.")),
        Row("volume_place", N_("Rooms"), N_("The quiet sound of the place you are in.")),
        Row("room_sound", N_("Sound in a workshop"), N_("Off, unless you want a room of people to hear it."), OFF_ON),
    )),
    Group(N_("Hands"), (
        Row("switches", N_("Switches"), N_("One switch takes what a frame rests on. With two, one moves the frame."),
            (NP_("setting", "none"), NP_("setting", "one"), NP_("setting", "two"))),
        Row("scan_seconds", N_("The frame rests for"), N_("Longer gives you more time on each thing.")),
        Row("steady", N_("Steady hands"), N_("A second press so soon after the first is not counted.")),
        Row("keys", N_("Your own keys"), N_("Any key, or any button of a pad, for anything.")),
    )),
)
ROWS = tuple(row for group in GROUPS for row in group.rows)
"""All of them; the last opens a page of its own."""


def row_of(field: str) -> Row:
    """Return the row of a setting.

    Raises:
        KeyError: there is no such setting.
    """
    return {row.field: row for row in ROWS}[field]


def decimal(value: float) -> str:
    """Return a number with at the most two decimals, with the sign for them that the language has."""
    # Translators: the sign before decimals, as in 1.5
    return f"{value:g}".replace(".", p_("decimal sign", "."))
