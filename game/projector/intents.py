"""What the facilitator asks for at the laptop: screens return these, and only the director acts on them."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_
from game.room.events import Event
from game.stage.intents import Change

PAIRED = N_("Paired. Your phone is the remote now.")
"""What became of `Pair`, where it did."""


@dataclass(frozen=True, slots=True)
class Happen:
    """Something happens in the session."""

    event: Event


@dataclass(frozen=True, slots=True)
class Onward:
    """The one next thing: what the facilitator's large button does."""


@dataclass(frozen=True, slots=True)
class Backward:
    """One step back."""


@dataclass(frozen=True, slots=True)
class OtherNetwork:
    """Name the next network in the address and the code."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Make the phone that shows this number the facilitator's remote."""

    code: str


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Open a page above the room's: `arrange`, `pair`, `hands`, `keys`, `flow`, `tables`."""

    page: str


@dataclass(frozen=True, slots=True)
class ClosePage:
    """Put the page above away."""


@dataclass(frozen=True, slots=True)
class HandOut:
    """Save the page to hand out."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something is to be said at the foot of the page."""

    text: str


@dataclass(frozen=True, slots=True)
class LeaveRoom:
    """Close the window, or go back to the front page; the session stays as it is on the disk."""


RoomIntent = Happen | Onward | Backward | OtherNetwork | Pair | OpenPage | ClosePage | HandOut | Remark | LeaveRoom | Change
RoomIntents = tuple[RoomIntent, ...]
