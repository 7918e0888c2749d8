"""YAML events → a bounded tree that knows its places; nothing is constructed, nothing is shared.

A scalar of the tree is libyaml's own event: it holds the text, the quoting and both marks, and costs nothing more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - a PyYAML without libyaml reads the same, only slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEEPEST = 32
"""How many containers may lie within each other."""
MOST_NODES = 150_000
"""How many keys and values may lie in memory at once: some 700 bytes each."""

if TYPE_CHECKING:

    class Mark:
        """A place: line and column, both from 0."""

        line: int
        column: int

    class Scalar:
        """A text as it was written."""

        value: str
        style: str | None
        """Its quoting: `"`, `'`, `|`, `>`; plain is empty."""
        start_mark: Mark
        end_mark: Mark
else:
    Scalar = ScalarEvent


class Map:
    """Keys and values."""

    __slots__ = ("items", "keys", "start")

    # Set one by one where it is made: a call of `__init__` for each would cost as much as the rest of the reading.
    start: Any
    items: dict[str, Node]
    keys: list[Scalar]
    """The keys as they stand in the file, in the order of `items`."""

    def key(self, name: str) -> Scalar:
        """Return the key of that name as it stands in the file."""
        return next(key for key in self.keys if key.value == name)


class Seq:
    """A list."""

    __slots__ = ("items", "start")

    start: Any
    items: list[Node]


Node = Scalar | Map | Seq

GONE = Map()
GONE.start, GONE.items, GONE.keys = None, {}, []
"""Stands where a value was that is used up already."""


class Refused(Exception):
    """The file is YAML, and not of the kind that is read on: (code, place, message, help)."""

    def __init__(self, code: str, event: Any, message: str, mend: str) -> None:
        self.code, self.event, self.message, self.mend = code, event, message, mend
        super().__init__(message)


@dataclass(slots=True)
class Tree:
    """One document, and what was wrong with it that did not stop the reading."""

    root: Node | None = None
    """None where the file is empty."""
    twice: list[tuple[Scalar, Scalar]] = field(default_factory=list)
    """Keys that stand twice in one place: the second, the first."""
    shorthand: list[tuple[Any, str]] = field(default_factory=list)
    """Anchors, aliases, tags and merges, each with its name; where there are any the tree is not to be used."""
    more: Any = None
    """Where a second document begins."""


Early = Callable[["dict[str, Node]", Scalar, "Node"], bool]
"""Is offered each scene as soon as it is read: (the root's items so far, its key, itself); True where it was used up."""


def tree(text: str, early: Early | None = None) -> Tree:
    """Return the tree of a text.

    Args:
        text: the document.
        early: is offered each member of `scenes`; what it uses up stands as `GONE` in the tree, so that a large file
            never lies in memory as a whole.

    Raises:
        Refused: it is nested too deeply, or holds too much.
        yaml.YAMLError: it is not YAML.
    """
    loader = Loader(text)
    try:
        return _tree(loader.get_event, early)
    finally:
        loader.dispose()


def _tree(get: Callable[[], Any], early: Early | None) -> Tree:
    found = Tree()
    get()  # the stream begins
    if type(get()) is StreamEndEvent:
        return found
    stack: list[tuple[dict[str, Node], list[Scalar], list[Node] | None, str | None]] = []
    items: dict[str, Node] = {}
    keys: list[Scalar] = []
    values: list[Node] | None = []
    top = values
    name: str | None = None
    count = before = 0
    watched: dict[str, Node] | None = None
    inside: dict[str, Node]
    names: list[Scalar]
    listed: list[Node]
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                found.shorthand.append((event, "an anchor (&)" if event.anchor is not None else "a tag (!)"))
            if values is not None:
                values.append(event)
                count += 1
                if count > MOST_NODES:
                    raise _too_many(event)
            elif name is None:
                name = event.value
                if count > MOST_NODES:
                    raise _too_many(event)
                if name in items:
                    found.twice.append((event, next(key for key in keys if key.value == name)))
                else:
                    keys.append(event)
                count += 2
            else:
                items[name] = event
                name = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                found.shorthand.append((event, "an anchor (&)" if event.anchor is not None else "a tag (!)"))
            if values is None and name is None:
                raise _no_key(event)
            if len(stack) >= DEEPEST:
                raise Refused("CF007", event, f"more than {DEEPEST} levels lie within each other", _FLATTER)
            if count > MOST_NODES:
                raise _too_many(event)
            node: Map | Seq
            if kind is MappingStartEvent:
                node = Map()
                node.items = inside = {}
                node.keys = names = []
            else:
                node = Seq()
                node.items = listed = []
            node.start = event
            if values is not None:
                values.append(node)
            elif name not in items:
                items[name] = node  # type: ignore[index]
            if early is not None and name == "scenes" and len(stack) == 1 and kind is MappingStartEvent:
                watched = inside
            if watched is items and len(stack) == 2:
                before = count
            stack.append((items, keys, values, name))
            if kind is MappingStartEvent:
                items, keys, values, name = inside, names, None, None
            else:
                values = listed
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if count > MOST_NODES:
                raise _too_many(event)
            items, keys, values, name = stack.pop()
            count += 1
            if watched is items and early is not None and values is None and name is not None:
                last = keys[-1]
                if last.value == name and items[name] is not GONE and early(stack[1][0], last, items[name]):
                    items[name] = GONE
                    count = before
            name = None
        elif kind is DocumentEndEvent:
            break
        else:
            found.shorthand.append((event, "an alias (*)"))
            raise Refused("CF009", event, *_shorthand("an alias (*)"))
    found.root = top[0] if top else None
    following = get()
    found.more = None if type(following) is StreamEndEvent else following
    return found


_FLATTER = "a scenario needs fewer than ten: look for a bracket or a dash too many"


def _shorthand(what: str) -> tuple[str, str]:
    return (
        f"{what} of YAML is not read here",
        "if it belongs to a sentence, put the sentence in double quotes; otherwise write the text out",
    )


def _no_key(event: Any) -> Refused:
    return Refused(
        "CF006", event, "a bracket or a brace stands where the name of a key belongs",
        "write `key: value`; a text that begins with a bracket or a brace wants double quotes",
    )


def _too_many(event: Any) -> Refused:
    return Refused("CF008", event, f"the file holds more than {MOST_NODES} keys and values", "split it into several scenarios")


YAMLError = yaml.YAMLError
