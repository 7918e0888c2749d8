"""What a screen says and offers, as an outline: for a screen reader, a voice, a switch, and whoever reads no pixels.

Pure data. An outline is read from top to bottom; `key` is what pressing a thing does, in the keys that screens know.
It holds all that a screen says, on whichever of its sheets; `game.stage.seen` tells what of it lies open. The text of a
screen is made of its outline, so that a terminal, a voice and a screen reader cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from game.language import _

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
    name: str = ""
    """Of a line: what the person is called."""
    manner: str = ""
    """Of a line: how it is said."""
    quiet: bool = False
    """Whether it is there for whoever looks for it, and not read out: what was just said, who is seen."""
    printed: str = ""
    """The words by which it is found on its page, where they are not its text; several ways on a line each."""
    follows: bool = False
    """Whether it is printed as a drawing or in figures only: then it lies open where the thing before it does."""
    cap: str = ""
    """Of a button: the key as it is printed."""
    children: tuple[Node, ...] = ()
    """Of a table its rows, of a row its cells; of the first row, the headers."""


Outline = tuple[Node, ...]


def outline_of(screen: Screen) -> Outline:
    """Return the outline of a screen: its own where it has one, else its text as paragraphs."""
    own = getattr(screen, "outline", None)
    if own is not None:
        found: Outline = own()
        return found
    lines = screen.text()
    head = tuple(heading(line) for line in lines[:1])
    return (*head, *(paragraph(line) for line in lines[1:]))


# ---------------------------------------------------------------- making one


def heading(text: str, level: int = 1, *, quiet: bool = False, follows: bool = False) -> Node:
    """Return a heading; 1 is the page's own."""
    return Node(Role.HEADING, text, level=level, quiet=quiet, follows=follows)


def paragraph(text: str, *, quiet: bool = False, printed: str = "", follows: bool = False) -> Node:
    """Return a paragraph."""
    return Node(Role.PARAGRAPH, text, quiet=quiet, printed=printed, follows=follows)


def choices(texts: Iterable[str], cursor: int | None, *, printed: Iterable[str] = ()) -> Outline:
    """Return rows to take, in order; row n stands for the key `row:n`."""
    many, words = list(texts), list(printed)
    return tuple(
        Node(
            Role.CHOICE, text, key=f"row:{index}", position=(index + 1, len(many)), selected=index == cursor,
            printed=words[index] if words else "",
        )
        for index, text in enumerate(many)
    )


def table(title: str, heads: Iterable[str], rows: Iterable[Node], *, printed: str = "") -> Node:
    """Return a table under a title; its first row are the heads of the columns."""
    head = Node(Role.ROW, "", children=tuple(Node(Role.CELL, text) for text in heads))
    return Node(Role.TABLE, title, printed=printed, children=(head, *rows))


def row(text: str, cells: Iterable[str], *, printed: str = "", follows: bool = False) -> Node:
    """Return a row of a table: as a sentence, and cell by cell."""
    return Node(Role.ROW, text, printed=printed, follows=follows, children=tuple(Node(Role.CELL, cell) for cell in cells))


# ---------------------------------------------------------------- in words


def in_lines(outline: Outline) -> list[str]:
    """Return what an outline says, a line a thing, as a terminal prints it; without buttons and what is quiet."""
    told: list[str] = []
    for node in outline:
        if node.quiet or node.role is Role.BUTTON:
            continue
        if line := in_words(node):
            told.append(line)
        told += [each.text for each in node.children if node.role is Role.TABLE and each.text]
    return told


def in_words(node: Node) -> str:
    """Return what one thing says, on one line."""
    match node.role:
        case Role.LINE if node.manner:
            return _("{name} ({manner}): {text}", name=node.name, manner=node.manner, text=node.text)
        case Role.LINE:
            return _("{name}: {text}", name=node.name, text=node.text)
        case Role.CHOICE if node.position is not None:
            return f"{node.position[0]}. {node.text}"
        case Role.SETTING:
            return _("{name}: {value}", name=node.text, value=node.value)
    return node.text
