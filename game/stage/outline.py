"""What a screen says and offers, as an outline: for a screen reader, a voice, a switch, and whoever reads no pixels.

Pure data. An outline is read from top to bottom; `key` is what pressing a thing does, in the keys that screens know.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.stage.screens import Screen


class Role(Enum):
    """What a thing is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LINE = "line"
    """Words that a person says."""
    CHOICE = "choice"
    """One of several things to take; with a position among them."""
    BUTTON = "button"
    SETTING = "setting"
    """A thing with values, changed by left and right."""
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    STATUS = "status"
    """What has just changed, and is told without being asked for."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of an outline."""

    role: Role
    text: str
    """What it says, complete and by itself: figures in sentences, no sign that only eyes understand."""
    key: str = ""
    """The key that taking it presses; empty where there is nothing to take."""
    level: int = 0
    """Of a heading: 1 for the page's own."""
    position: tuple[int, int] | None = None
    """Which it is of how many, from 1."""
    selected: bool = False
    """Whether the cursor is on it."""
    value: str = ""
    """Of a setting: what holds now."""
    speaker: str = ""
    """Of a line: the id of the person, whose voice it is."""
    manner: str = ""
    """Of a line: how it is said."""
    children: tuple[Node, ...] = ()
    """Of a table its rows, of a row its cells."""


Outline = tuple[Node, ...]


def outline_of(screen: Screen) -> Outline:
    """Return the outline of a screen: its own where it has one, else its text as paragraphs."""
    own = getattr(screen, "outline", None)
    if own is not None:
        found: Outline = own()
        return found
    lines = screen.text()
    head = tuple(Node(Role.HEADING, line, level=1) for line in lines[:1])
    return (*head, *(Node(Role.PARAGRAPH, line) for line in lines[1:]))
