"""Every place at which a scenario, or its tests, define or name a scene, a person, a choice, a promise or a flag."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.authoring.marks import Map, Node, Scalar, Seq, Tree

SCENE, PERSON, CHOICE, PROMISE, FLAG = KINDS = ("scene", "person", "choice", "promise", "flag")
YOU = "you"

_SPEAKER = re.compile(r"[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\([^()]*\))?[ \t]*:(?:[ \t]|$)")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)?")
_SPACES = {"chose": CHOICE, "granted": CHOICE, "kept": PROMISE, "promised": PROMISE}
_KEYWORDS = frozenset(("and", "or", "not"))
_CONTRACT = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|[<>=]=?|\S")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place at which an id stands."""

    kind: str
    """One of `KINDS`."""
    id: str
    line: int
    """0-based, as are the columns."""
    start: int
    end: int
    defines: bool = False
    """Whether it is given here, and not only named."""


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that a scenario has, by kind: what the words of a condition and of a test may mean."""

    scenes: Collection[str] = ()
    people: Collection[str] = ()
    choices: Collection[str] = ()
    promises: Collection[str] = ()


@dataclass(slots=True)
class Index:
    """The places of one text."""

    all: list[Occurrence] = field(default_factory=list)
    """In the order in which they were met."""
    by_id: dict[tuple[str, str], list[Occurrence]] = field(default_factory=dict)
    by_line: dict[int, list[Occurrence]] = field(default_factory=dict)
    scene_of: dict[str, str] = field(default_factory=dict)
    """By choice: the scene that offers it."""

    def add(self, found: Occurrence) -> None:
        """Note a place."""
        self.all.append(found)
        self.by_id.setdefault((found.kind, found.id), []).append(found)
        self.by_line.setdefault(found.line, []).append(found)

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind that are given somewhere, in the order of the file."""
        return list(dict.fromkeys(one.id for one in self.all if one.kind == kind and one.defines))

    def at(self, line: int, column: int) -> Occurrence | None:
        """Return what stands at a place, or directly before it."""
        here = [one for one in self.by_line.get(line, ()) if one.start <= column <= one.end]
        return min(here, key=lambda one: (column == one.end, one.start)) if here else None

    def of(self, kind: str, name: str) -> list[Occurrence]:
        """Return all places of an id, in the order of the file."""
        return sorted(self.by_id.get((kind, name), ()), key=lambda one: (one.line, one.start))

    def definition(self, kind: str, name: str) -> Occurrence | None:
        """Return where an id is given; None where it is only named."""
        return next((one for one in self.by_id.get((kind, name), ()) if one.defines), None)

    @property
    def names(self) -> Names:
        """The ids that are given."""
        return Names(self.ids(SCENE), self.ids(PERSON), self.ids(CHOICE), self.ids(PROMISE))


def of_scenario(tree: Tree, lines: Sequence[str]) -> Index:
    """Return the places of a scenario.

    Args:
        tree: of the text, or of what could be read of it.
        lines: the text that the tree was made from, for what stands within scripts and conditions.
    """
    walk = _Walk(lines)
    if isinstance(tree.root, Map):
        walk.scenario(tree.root)
    return walk.index


def of_tests(tree: Tree, lines: Sequence[str], names: Names) -> Index:
    """Return the places of a tests.yaml; `names` are those of the scenario beside it."""
    walk = _Walk(lines, set(names.people))
    if isinstance(tree.root, Map):
        walk.tests(tree.root)
    return walk.index


class _Walk:
    def __init__(self, lines: Sequence[str], people: set[str] | None = None) -> None:
        self.lines = lines
        self.index = Index()
        self.people = people or set()

    # The whole.

    def scenario(self, root: Map) -> None:
        people, scenes = root.items.get("people"), root.items.get("scenes")
        for key in _keys(people):
            self.people.add(key.value)
            self.name(PERSON, key, defines=True)
        for key in _keys(scenes):
            self.name(SCENE, key, defines=True)
        self.name(SCENE, root.items.get("start"))
        for key, node in _members(scenes):
            self.scene(key.value, node)
        self.cut(root.items.get("cut"))
        self.contracts(root.items.get("expect"))
        for key in _keys(root.items.get("allow")):
            self.allowed(key)

    def scene(self, scene: str, node: Node | None) -> None:
        if not isinstance(node, Map):
            return
        has = node.items.get
        self.name(PERSON, has("as"))
        for key in _keys(has("portraits")):
            self.name(PERSON, key)
        self.script(has("script"))
        self.ways(has("next"))
        for one in _each(has("choices")):
            if isinstance(one, Map):
                self.choice(scene, one)

    def choice(self, scene: str, node: Map) -> None:
        has = node.items.get
        self.name(CHOICE, has("id"), defines=True)
        if isinstance(has("id"), Scalar):
            self.index.scene_of.setdefault(has("id").value.strip(), scene)  # type: ignore[union-attr]
        self.condition(has("when"))
        ask = has("ask")
        if isinstance(ask, Map):
            self.name(PERSON, ask.items.get("of"))
        self.name(PROMISE, has("keeps"))
        for branch in (node, has("granted"), has("refused")):
            if isinstance(branch, Map):
                self.branch(branch)

    def branch(self, node: Map) -> None:
        has = node.items.get
        self.script(has("script"))
        self.points(has("capital"))
        for one in _each(has("later")):
            if isinstance(one, Map):
                self.name(SCENE, one.items.get("at"))
                self.points(one.items.get("capital"))
        for one in _each(has("set")):
            self.name(FLAG, one, defines=True)
        promise = has("promise")
        if isinstance(promise, Map):
            self.name(PROMISE, promise.items.get("id"), defines=True)
            self.name(PERSON, promise.items.get("to"))
            broken = promise.items.get("broken")
            if isinstance(broken, Map):
                self.points(broken.items.get("capital"))
        self.ways(has("next"))

    def ways(self, node: Node | None) -> None:
        for one in _each(node):
            if isinstance(one, Map):
                self.condition(one.items.get("when"))
                self.name(SCENE, one.items.get("to"))
            else:
                self.name(SCENE, one)

    def points(self, node: Node | None) -> None:
        for key in _keys(node):
            self.name(PERSON, key)

    def cut(self, node: Node | None) -> None:
        if not isinstance(node, Map):
            return
        for one in _each(node.items.get("moments")):
            self.name(SCENE, one)
        for key, bridge in _members(node.items.get("bridges")):
            self.name(SCENE, key)
            if isinstance(bridge, Map):
                self.script(bridge.items.get("script"))
                self.ways(bridge.items.get("next"))

    def tests(self, root: Map) -> None:
        for test in _each(root.items.get("tests")):
            if not isinstance(test, Map):
                continue
            for one in _each(test.items.get("choose")):
                self.name(CHOICE, one)
            then = test.items.get("then")
            if not isinstance(then, Map):
                continue
            self.name(SCENE, then.items.get("ending"))
            for key in ("granted", "refused", "deferred", "kept", "broken"):
                for one in _each(then.items.get(key)):
                    self.name(PROMISE if key in ("kept", "broken") else CHOICE, one)
            for one in _each(then.items.get("holds")):
                self.condition(one)

    # The places at which a name stands by itself.

    def name(self, kind: str, node: Any, *, defines: bool = False) -> None:
        if not isinstance(node, Scalar):
            return
        name = node.value.strip()
        mark = node.start_mark
        if not name or node.end_mark.line != mark.line or (kind == PERSON and name == YOU):
            return
        start = self.lines[mark.line].find(name, mark.column, node.end_mark.column)
        if start >= 0:
            self.index.add(Occurrence(kind, name, mark.line, start, start + len(name), defines))

    # The places at which it stands in a text.

    def condition(self, node: Any) -> None:
        for line, column, text in self.source(node):
            for found in _NAME.finditer(text):
                space, dot, name = found[0].partition(".")
                start = column + found.start()
                if dot:
                    if space in _SPACES:
                        self.index.add(Occurrence(_SPACES[space], name, line, start + len(space) + 1, column + found.end()))
                elif space not in _KEYWORDS:
                    self.index.add(Occurrence(PERSON if space in self.people else FLAG, space, line, start, column + found.end()))

    def script(self, node: Any) -> None:
        for one in _each(node):
            if isinstance(one, Map):
                self.condition(one.items.get("when"))
                self.spoken(one.items.get("text"))
            else:
                self.spoken(one)

    def spoken(self, node: Any) -> None:
        for line, column, text in self.source(node):
            found = _SPEAKER.match(text) if ":" in text else None
            if found is not None and found[1] in self.people:
                start = column + found.start(1)
                self.index.add(Occurrence(PERSON, found[1], line, start, start + len(found[1])))

    def contracts(self, node: Any) -> None:
        from game.authoring import contracts

        known = self.index.names
        names = contracts.Names((), known.scenes, known.choices, known.choices, known.promises, known.people)
        for one in _each(node):
            if not isinstance(one, Scalar):
                continue
            try:
                if contracts.contract(one.value, names) is None:
                    continue  # a sentence for people
            except contracts.ContractFault:
                pass
            self.claims(one, known)

    def claims(self, node: Any, known: Names) -> None:
        by_deed = {"grant": CHOICE, "refus": CHOICE, "choic": CHOICE, "keep": PROMISE, "kept": PROMISE, "break": PROMISE, "broke": PROMISE, "scene": SCENE, "endin": SCENE}
        for line, column, text in self.source(node):
            before = ""
            tokens = list(_CONTRACT.finditer(text))
            for number, token in enumerate(tokens):
                word = token[0]
                compared = number + 1 < len(tokens) and tokens[number + 1][0][0] in "<>="
                kinds = [by_deed[before[:5]]] if before[:5] in by_deed else [SCENE, CHOICE]
                for kind in () if compared else kinds:
                    if word in {SCENE: known.scenes, CHOICE: known.choices, PROMISE: known.promises}[kind]:
                        self.index.add(Occurrence(kind, word, line, column + token.start(), column + token.end()))
                        break
                before = word.lower()

    def allowed(self, key: Scalar) -> None:
        """Note the place that `CODE@place` names."""
        for line, column, text in self.source(key):
            _, at, place = text.strip("\"'").partition("@")
            kind = SCENE if self.index.definition(SCENE, place) else CHOICE if self.index.definition(CHOICE, place) else None
            if at and kind:
                start = column + text.index("@") + 1
                self.index.add(Occurrence(kind, place, line, start, start + len(place)))

    def source(self, node: Any) -> Iterator[tuple[int, int, str]]:
        """Yield (line, column, text) of each line of a text as it stands in the file, quotation marks left out."""
        if not isinstance(node, Scalar):
            return
        start, end = node.start_mark, node.end_mark
        if node.style in ("|", ">"):
            for line in range(start.line + 1, min(end.line + (end.column > 0), len(self.lines))):
                yield line, 0, self.lines[line]
            return
        quoted = node.style in ('"', "'")
        for line in range(start.line, min(end.line + 1, len(self.lines))):
            text = self.lines[line]
            first = start.column + quoted if line == start.line else 0
            last = end.column - quoted if line == end.line else len(text)
            yield line, first, text[first:last]


def _keys(node: Any) -> Iterable[Scalar]:
    return node.keys if isinstance(node, Map) else ()


def _members(node: Any) -> Iterable[tuple[Scalar, Node | None]]:
    return [(key, node.items.get(key.value)) for key in node.keys] if isinstance(node, Map) else ()


def _each(node: Any) -> Iterable[Any]:
    """Return the members of a list; of a single value itself."""
    if isinstance(node, Seq):
        return node.items
    return () if node is None else (node,)
