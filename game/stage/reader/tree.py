"""A page as a tree of things with roles and names, as screen readers know them; pure, and no AccessKit yet.

A thing keeps its number as long as its page is open, a button for good; so a reader stays where it is. What is new on a
page stands once more in one thing, which takes the focus: every reader says where the focus comes to, whole and in
order, while only some say what appears elsewhere. The first key that moves the cursor moves the focus to the row.
What changes without a key is told where the reader knows how, and takes no focus.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.language import _, n_
from game.stage.outline import Node, Role, in_words
from game.stage.page import Box, bounds
from game.stage.reading import Reading, Utterance
from game.stage.seen import Place, Seen

ROOT, NEWS, ROWS, KEYS, FIRST = 1, 2, 3, 4, 16
"""The numbers of the window, of what changed by itself, of the list of choices and of the keys; others follow."""
TAKEN = (Role.CHOICE, Role.SETTING)


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the tree."""

    number: int
    kind: str
    """By AccessKit's names: `heading`, `paragraph`, `button`, `table`."""
    label: str = ""
    box: Box | None = None
    """In points of the page."""
    children: tuple[int, ...] = ()
    level: int = 0
    position: tuple[int, int] | None = None
    """From 1."""
    cap: str = ""
    """The key that does it, as it is printed."""
    actions: tuple[str, ...] = ()
    place: tuple[int, int] | None = None
    """Of a cell or a row: its row and its column, from 0."""
    size: tuple[int, int] | None = None
    """Of a table: its rows and its columns; of a list, how many things it has in all, on whichever page, and 0."""
    live: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """All things of a page, the window first, and which of them has the focus."""

    things: tuple[Thing, ...]
    focus: int
    taken: dict[int, Node]
    """What each thing that can be taken stands for."""


class Trees:
    """Makes the tree of each page, and remembers the numbers and what was told."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, object], int] = {}
        self._screen: object = None
        self._serial = 0
        self._next = FIRST
        self._reading = Reading()
        self._told = Thing(0, "label")
        self._news = ""
        self._resting = False
        """Whether the focus is on what is new."""
        self._cursor = ""

    def tree(
        self, screen: object, parts: Sequence[Seen], *, keyed: bool, back: bool, wanted: int | None = None
    ) -> Tree:
        """Return the tree of what lies open.

        Args:
            wanted: a thing that a reader has put the focus on.
        """
        if screen is not self._screen:
            self._screen, self._serial = screen, self._serial + 1
            self._numbers = {key: number for key, number in self._numbers.items() if key[0] == 0}
        self._take_in(self._reading.turned(screen, parts, keyed=keyed, back=back), parts, wanted)
        things: list[Thing] = []
        taken: dict[int, Node] = {}
        top: list[int] = []
        rows: list[Thing] = []
        keys: list[Thing] = []
        for part in parts:
            node = part.node
            if node.role is Role.BUTTON:
                thing = Thing(self._number(0, node.key), "button", node.text, part.box, cap=node.cap, actions=("click", "focus"))
                keys.append(thing)
                taken[thing.number] = node
            elif node.role in TAKEN:
                thing = self._row(part)
                rows.append(thing)
                taken[thing.number] = node
                if len(rows) == 1:
                    top.append(ROWS)
            elif node.role is Role.TABLE:
                table = self._table(part)
                top.append(table[0].number)
                things += table
            else:
                thing = self._text(part)
                top.append(thing.number)
                things.append(thing)
        groups = []
        if rows:
            groups.append(Thing(ROWS, "list", self._count(parts), children=_numbers(rows), actions=("focus",), size=(_all(parts), 0)))
        if keys:
            top.append(KEYS)
            groups.append(Thing(KEYS, "toolbar", _("What the keys do"), children=_numbers(keys)))
        ends = [self._told] if self._told.label else []
        ends += [Thing(NEWS, "label", self._news, live=True)] if self._news else []
        root = Thing(ROOT, "window", "Coffee First", children=(*top, *_numbers(ends)))
        focus = self._told.number if self._resting else _focus(rows, keys, taken, wanted)
        return Tree((root, *things, *groups, *rows, *keys, *ends), focus, taken)

    def _take_in(self, told: Sequence[Utterance], parts: Sequence[Seen], wanted: int | None) -> None:
        """Keep what is new, and where the focus goes by it."""
        on = next((part for part in parts if part.node.role in TAKEN and part.node.selected), None)
        cursor = "" if on is None else f"{on.place}{on.node.text}{on.node.value}"
        if any(not each.row and not each.status for each in told):
            box = on.box if on is not None else _around(parts)
            self._told = Thing(self._next, "label", " ".join(each.text for each in told), box, actions=("focus",))
            self._next += 1
            self._resting, self._news = True, ""
        else:
            self._news = " ".join(each.text for each in told if each.status) or self._news
            self._resting = self._resting and cursor == self._cursor
        if wanted is not None:
            self._resting = wanted == self._told.number
        self._cursor = cursor

    def _number(self, serial: int, key: object) -> int:
        number = self._numbers.get((serial, key))
        if number is None:
            number = self._numbers[serial, key] = self._next
            self._next += 1
        return number

    def _of(self, place: Place) -> int:
        return self._number(self._serial, place)

    def _text(self, part: Seen) -> Thing:
        node = part.node
        kind = {Role.HEADING: "heading", Role.STATUS: "status"}.get(node.role, "paragraph")
        return Thing(self._of(part.place), kind, in_words(node), part.box, level=node.level)

    def _row(self, part: Seen) -> Thing:
        node = part.node
        label = node.text if node.role is Role.CHOICE else in_words(node)
        more = ("increment", "decrement") if node.role is Role.SETTING else ()
        return Thing(
            self._of(part.place), "button", label, part.box, position=node.position, actions=("click", "focus", *more)
        )

    def _table(self, part: Seen) -> list[Thing]:
        rows: list[Thing] = []
        cells: list[Thing] = []
        for number, row in enumerate(part.children):
            own = [
                Thing(
                    self._of(cell.place), "column header" if number == 0 else "cell", cell.node.text, row.box,
                    place=(number, column),
                )
                for column, cell in enumerate(row.children)
            ]
            cells += own
            rows.append(Thing(
                self._of(row.place), "row", row.node.text, row.box, children=_numbers(own), place=(number, 0)
            ))
        wide = max((len(row.children) for row in rows), default=0)
        table = Thing(
            self._of(part.place), "table", part.node.text or _("Account"), part.box, children=_numbers(rows),
            size=(len(rows), wide),
        )
        return [table, *rows, *cells]

    def _count(self, parts: Iterable[Seen]) -> str:
        first = next(part.node for part in parts if part.node.role in TAKEN)
        if first.role is Role.SETTING:
            return _("Settings")
        return n_("{n} choice", "{n} choices", _all(parts))


def _all(parts: Iterable[Seen]) -> int:
    """Return how many rows there are, on whichever page."""
    rows = [part.node for part in parts if part.node.role in TAKEN]
    return next((node.position[1] for node in rows if node.position is not None), len(rows))


def _around(parts: Iterable[Seen]) -> Box | None:
    boxes = [part.box for part in parts if part.box is not None and part.node.role is not Role.BUTTON]
    return bounds(boxes) if boxes else None


def _numbers(things: Iterable[Thing]) -> tuple[int, ...]:
    return tuple(thing.number for thing in things)


def _focus(rows: Sequence[Thing], keys: Sequence[Thing], taken: dict[int, Node], wanted: int | None) -> int:
    """Return what has the focus: what a reader wants, the row under the cursor, the list, else the first key."""
    if wanted is not None and (wanted in taken or (wanted == ROWS and rows)):
        return wanted
    if rows:
        return next((thing.number for thing in rows if taken[thing.number].selected), ROWS)
    return keys[0].number if keys else ROOT


def steps(taken: dict[int, Node], target: int) -> tuple[str, ...]:
    """Return the keys that bring the cursor to a row; none where it is there, or is no row."""
    node = taken.get(target)
    if node is None or node.position is None or node.selected:
        return ()
    at = next((other.position[0] for other in taken.values() if other.selected and other.position), 0)
    by = node.position[0] - at
    return ("down",) * by if by > 0 else ("up",) * -by


def keys_of(taken: dict[int, Node], target: int, action: str) -> tuple[str, ...]:
    """Return the keys that an action of a screen reader stands for."""
    node = taken.get(target)
    if node is None:
        return ()
    match action:
        case "focus":
            return steps(taken, target)
        case "increment" | "decrement" if node.role is Role.SETTING:
            return (*steps(taken, target), "right" if action == "increment" else "left")
        case "click" if node.role is Role.SETTING:
            return (*steps(taken, target), "enter")
        case "click":
            return (node.key,)
    return ()
