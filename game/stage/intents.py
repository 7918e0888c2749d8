"""What a player asks for: screens return intents, and only the director acts on them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choose:
    """Make a choice in the story."""

    choice: str


@dataclass(frozen=True, slots=True)
class Advance:
    """Go on to the next page."""


@dataclass(frozen=True, slots=True)
class Retreat:
    """Look at the page before once more."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Go back to a moment, 0-based, as if nothing after it had been chosen; None for the last one."""

    moment: int | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Open another page above this one: `book`, `settings`, `credits`, `what-if`, `moments`, `cause:3`."""

    page: str


@dataclass(frozen=True, slots=True)
class Close:
    """Put this page away."""


@dataclass(frozen=True, slots=True)
class Brief:
    """Take a scenario from the shelf, by its place on it."""

    place: int


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin the scenario that was taken."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with the play that was left open."""


@dataclass(frozen=True, slots=True)
class PlayOn:
    """Begin a new play that shares the moments before one, and takes another way there."""

    moment: int
    choice: str


@dataclass(frozen=True, slots=True)
class Change:
    """Change a setting, by its name, to the next or the previous value."""

    setting: str
    by: int


@dataclass(frozen=True, slots=True)
class Bind:
    """Have presses mean other keys from now on: all pairs that are not as they came."""

    own: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy the column as text."""


@dataclass(frozen=True, slots=True)
class Save:
    """Save the column as a picture."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Go to the front page; the play is kept."""


@dataclass(frozen=True, slots=True)
class FullScreen:
    """Fill the screen, or return to a window."""


@dataclass(frozen=True, slots=True)
class Shelve:
    """Put the pack at a path on the shelf, and play it then if that is wanted."""

    path: Path
    play: bool


@dataclass(frozen=True, slots=True)
class PlayFrom:
    """Play the scenario at a path."""

    path: Path


@dataclass(frozen=True, slots=True)
class AskToTakeOff:
    """Ask whether an added scenario is to be taken off the shelf, by its place on it."""

    place: int


@dataclass(frozen=True, slots=True)
class TakeOff:
    """Take the pack at a path off the shelf."""

    path: Path


@dataclass(frozen=True, slots=True)
class WithRoom:
    """Play a scenario with a room, by its place on the shelf."""

    place: int


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the game."""


Intent = (
    Choose | Advance | Retreat | TakeBack | Open | Close | Brief | Begin | Resume | PlayOn | Change | Bind | Copy | Save
    | FrontPage | FullScreen | Shelve | PlayFrom | AskToTakeOff | TakeOff | WithRoom | Quit
)
Intents = tuple[Intent, ...]
