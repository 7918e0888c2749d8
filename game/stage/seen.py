"""What of an outline lies open on a page, and where: the same things that an eye finds there, and the buttons; pure.

An outline tells all that a screen says, and a page shows one sheet of it. A thing is found by its words: line by line as
they stand on the page, so that no screen need say it twice. What is printed as a drawing or in other words goes with
the thing before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from game.stage.outline import Node, Outline, Role
from game.stage.page import Box, Page, Target, Words, bounds

ENOUGH, MOST = 14, 0.6
"""So many letters, or so great a share of a thing, must stand on the page where only a part of it does."""

Place = tuple[int, ...]
"""Where a thing stands in the outline: its number, then that of the row, then that of the cell. Buttons have none."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing that lies open."""

    node: Node
    place: Place
    boxes: tuple[Box, ...] = ()
    """What its lines cover, in points; nothing where it was not found by its words."""
    row: Box | None = None
    """What can be clicked for it."""
    children: tuple[Seen, ...] = ()
    begins: bool = True
    """Whether it begins on this page; False where it was begun on another."""

    @property
    def box(self) -> Box | None:
        """All that it covers."""
        if self.row is not None:
            return self.row
        boxes = [*self.boxes, *(child.box for child in self.children if child.box is not None)]
        return bounds(boxes) if boxes else None


def seen(outline: Outline, page: Page) -> tuple[Seen, ...]:
    """Return what of an outline lies open on a page, in reading order, and after it the page's buttons."""
    printed = _Printed(page)
    found: list[Seen] = []
    before = False
    for index, node in enumerate(outline):
        each = _found(node, (index,), printed)
        if each is None and node.follows and before:
            each = Seen(node, (index,))
        before = each is not None
        if each is not None:
            found.append(each)
    return (*found, *_buttons(outline, page))


# ---------------------------------------------------------------- finding


@lru_cache(4096)
def letters(text: str) -> str:
    """Return the letters and figures of a text alone: quotation marks, capitals and hyphens differ in print."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


class _Printed:
    """The lines of a page, and the places that can be clicked."""

    def __init__(self, page: Page) -> None:
        self.marks = [mark for mark in page.marks if isinstance(mark, Words)]
        self.lines = [letters(mark.text) for mark in self.marks]
        self.targets = {target.key: target for target in page.targets}
        self.next = 0
        """The line after the last that was found: things stand in order more often than not."""

    def find(self, ways: str) -> tuple[tuple[Box, ...], bool]:
        """Return the boxes of the lines that say a text, or a part of it, and whether its beginning is among them."""
        for way in ways.split("\n"):
            run = self._best(letters(way))
            if run is not None:
                self.next = run.end
                boxes = tuple(mark.box for mark in self.marks[run.start : run.end] if mark.text.strip())
                return boxes, run.offset == 0
        return (), True

    def _best(self, wanted: str) -> _Run | None:
        """Return the lines that say most of a text; None where they say too little of it."""
        best: _Run | None = None
        for start in (*range(self.next, len(self.lines)), *range(self.next)):
            run = self._run(wanted, start)
            if run is not None and (best is None or run.length > best.length):
                best = run
                if run.length == len(wanted):
                    return run
        if best is None or (best.length < ENOUGH and best.length < MOST * len(wanted)):
            return None
        return best

    def _run(self, wanted: str, start: int) -> _Run | None:
        """Return how much of a text stands on the lines from one on."""
        first = self.lines[start]
        if not first:
            return None
        offset = 0 if wanted.startswith(first) else wanted.find(first) if len(first) >= ENOUGH else -1
        if offset < 0:
            return None
        at, line = offset + len(first), start + 1
        while at < len(wanted) and line < len(self.lines) and wanted.startswith(self.lines[line], at):
            at += len(self.lines[line])
            line += 1
        return _Run(at - offset, start, line, offset)


class _Run(NamedTuple):
    length: int
    """In letters."""
    start: int
    end: int
    """Of the lines."""
    offset: int
    """Where in the text they begin."""


def _found(node: Node, place: Place, printed: _Printed) -> Seen | None:
    if node.role is Role.TABLE:
        return _table(node, place, printed)
    if node.key:
        target = printed.targets.get(node.key)
        if target is None:
            return None
        boxes, _begins = printed.find(node.printed or node.text)
        return Seen(node, place, tuple(box for box in boxes if box.meets(target.box)), target.box)
    boxes, begins = printed.find(node.printed or node.text)
    return Seen(node, place, boxes, begins=begins) if boxes else None


def _table(node: Node, place: Place, printed: _Printed) -> Seen | None:
    """Return the rows of a table that lie open, under their heads."""
    title, _begins = printed.find(node.printed or node.text)
    rows: list[Seen] = []
    for index, row in enumerate(node.children[1:], 1):
        boxes, _begins = printed.find(row.printed or row.text)
        if boxes or (row.follows and (rows or title)):
            rows.append(Seen(row, (*place, index), boxes, children=_cells(row, (*place, index))))
    if not rows:
        return None
    head = node.children[0]
    return Seen(node, place, title, children=(Seen(head, (*place, 0), children=_cells(head, (*place, 0))), *rows))


def _cells(row: Node, place: Place) -> tuple[Seen, ...]:
    return tuple(Seen(cell, (*place, number)) for number, cell in enumerate(row.children))


# ---------------------------------------------------------------- buttons


def _buttons(outline: Outline, page: Page) -> tuple[Seen, ...]:
    """Return a button for each place of the page that can be clicked, but for those that the outline knows."""
    known = {node.key for node in outline if node.key}
    found = []
    for target in page.targets:
        if target.key in known:
            continue
        known.add(target.key)
        text = target.does or _within(target, page)
        if text:
            node = Node(Role.BUTTON, text, key=target.key, cap=target.cap)
            found.append(Seen(node, (), row=target.box))
    return tuple(found)


def _within(target: Target, page: Page) -> str:
    """Return the words that stand inside a place."""
    box = target.box
    inside = (
        mark.text for mark in page.marks
        if isinstance(mark, Words) and box.holds(mark.box.x + mark.box.w / 2, mark.box.y + mark.box.h / 2)
    )
    return " ".join(inside)
