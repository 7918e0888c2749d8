"""The draft: what an author wrote, piece by piece, with the places that the checks of the whole will need."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from game.authoring.art import Art
from game.authoring.diagnostic import MOST, Edit, Faults, Severity, Span
from game.authoring.expression import ConditionFault, Name, condition
from game.authoring.marks import Map, Node, Scalar, Seq
from game.authoring.quoting import TEXTS
from game.authoring.safe_text import shown
from game.authoring.screenplay import Casting
from game.authoring.source import UNWANTED
from game.authoring.spelling import in_digits, meant_by, slug
from game.authoring.suggest import did_you_mean, listed, near, sure
from game.story.condition import ALWAYS, Condition
from game.story.model import Person, Promise, Scene

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_ART_ID = re.compile(r"\w[\w ,'’-]{0,63}")
"""Words are let through, and get the stand-in; what could lead out of the folder of drawings is not."""
_WHOLE_OF_LINE = re.compile(r"[+-]?[0-9]{1,6}")
LONGEST_ID = 64
RESERVED = frozenset(
    ["you", "and", "or", "not", "true", "false", "yes", "no", "on", "off", "y", "n", "null", "none", "chose", "granted", "kept", "promised", "is", "in", "if", "else"]
)
"""Words that are no ids: they mean something in a condition or in YAML."""


@dataclass(slots=True)
class Draft:
    """What was read so far. Everything here may still be wrong; a `Scenario` cannot be."""

    faults: Faults
    art: Art | None
    casting: Casting
    people: dict[str, Person] = field(default_factory=dict)
    accounts: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    scenes: dict[str, Scene] = field(default_factory=dict)
    people_keys: dict[str, Scalar] = field(default_factory=dict)
    """Each person's id where it stands."""
    scene_keys: dict[str, Scalar] = field(default_factory=dict)
    """Each scene's id where it stands, also of scenes that could not be built."""
    choice_ids: dict[str, Scalar] = field(default_factory=dict)
    asks: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    promises: dict[str, Promise | None] = field(default_factory=dict)
    promise_keys: dict[str, Any] = field(default_factory=dict)
    """Where each promise is first given."""
    scene_names: list[Scalar] = field(default_factory=list)
    """Where a scene is named."""
    markers: list[tuple[Scalar, tuple[Name, ...]]] = field(default_factory=list)
    """Conditions that read more than balances."""
    keeps: list[tuple[str, Scalar]] = field(default_factory=list)
    """(choice, where it says `keeps:`)."""
    laters: list[tuple[str, str, str, Scalar]] = field(default_factory=list)
    """(scene, choice, "" | "granted" | "refused", where it says `at:`)."""
    strange: dict[int, tuple[Map, set[str]]] = field(default_factory=dict)
    """By the identity of keys and values: these, and those of their keys that do not belong there."""
    allowing: list[Scalar] = field(default_factory=list)
    """The keys of `allow:` where they stand."""
    conditions: dict[str, tuple[Condition, tuple[Name, ...]]] = field(default_factory=dict)

    @property
    def drawn_people(self) -> Collection[str] | None:
        """The ids of the people that are drawn; None where nothing is known of them."""
        return self.art.people if self.art is not None else None

    @property
    def drawn_places(self) -> Collection[str] | None:
        """The ids of the places that are drawn; None where nothing is known of them."""
        return self.art.places if self.art is not None else None

    # What is said to the author.

    def error(self, code: str, node: Any, message: str, mend: str = "", edits: tuple[Edit, ...] = ()) -> None:
        """Note an error at a node."""
        self.faults.add(code, Severity.ERROR, self.span(node), message, mend, edits)

    def warning(self, code: str, node: Any, message: str, mend: str = "", edits: tuple[Edit, ...] = ()) -> None:
        """Note a warning at a node."""
        self.faults.add(code, Severity.WARNING, self.span(node), message, mend, edits)

    def rewritten(self, node: Any, new: str | None, *, safe: bool, start: int = 0, end: int | None = None, title: str = "") -> tuple[Edit, ...]:
        """Return the edit that writes `new` for a text on one line, or for a stretch of it; none where it cannot be placed."""
        if new is None or type(node) is not Scalar or node.start_mark.line != node.end_mark.line:
            return ()
        mark = node.start_mark
        quoted = node.style in ('"', "'")
        return self.faults.edit(mark.line, mark.column + quoted + start, node.value[start:end], new, safe=safe, title=title)

    def respelt(self, node: Any, names: Collection[str], meant: str | None = "?") -> tuple[Edit, ...]:
        """Return the edit that writes the nearest of some names (`meant`, where it is known already); safe where surely that one is meant."""
        written = node.value.strip()
        meant = near(written, names) if meant == "?" else meant
        return self.rewritten(node, meant, safe=meant is not None and sure(written, names) == meant)

    def span(self, node: Any) -> Span:
        """Return the place of a node, at most to the end of its first line."""
        return span_of(self.faults, node)

    # Values whose kind the schema settles, from the text as it was written.

    def known(self, node: Map, keys: Collection[str], where: str) -> None:
        """Complain of keys that do not belong here."""
        if node.items.keys() <= frozenset(keys):
            return
        strange = node.items.keys() - keys
        if len(self.strange) < MOST:
            self.strange[id(node)] = (node, strange)
        for name in strange:
            if self.faults.enough():
                continue
            key = node.key(name)
            if name == "<<":
                self.error("CF009", key, "a merge (<<) of YAML is not read here", "write the keys out")
                continue
            if self.glued(node, key, keys) or self.cut_by_a_comma(node, key):
                continue
            meant = meant_by(name, keys)
            free = meant is not None and meant not in node.items
            self.error(
                "CF103", key, f"{shown(name)} is no key of {where}", f"write '{meant}'" if meant else f"the keys are {listed(keys, 24)}",
                self.rewritten(key, meant, safe=sure(name, keys) == meant) if free else (),
            )

    def glued(self, node: Map, key: Scalar, keys: Collection[str]) -> bool:
        """Return whether a key in braces only wants a colon, or a space after it, as in `{leslie:+5}`; if so, say it."""
        word, colon, value = key.value.partition(":" if ":" in key.value else " ")
        if not colon or word not in keys or word in node.items or not _nothing(node.items[key.value]):
            return False
        if colon == " ":
            self.strange.pop(id(node), None)
            self.strange[id(node)] = (node, {word})
            self.error("CF020", key, f"the colon after `{word}` is missing", f"write `{word}: {value}`", self.rewritten(key, f"{word}: {value}", safe=True))
            return True
        edits = self.rewritten(key, f"{word}: {value}", safe=True)
        self.error("CF020", key, f"a space is missing after the colon of '{word}'", f"write `{word}: {value}`", edits)
        return True

    def cut_by_a_comma(self, node: Map, key: Scalar) -> bool:
        """Return whether a key in braces is the rest of a sentence, which a comma has ended; if so, say it."""
        before = node.keys[at - 1] if (at := node.keys.index(key)) else None
        text = node.items.get(before.value) if before is not None else None
        if not node.start.flow_style or before is None or type(text) is not Scalar or text.style or not _nothing(node.items[key.value]):
            return False
        at = self.faults.offset(text.start_mark.line, text.start_mark.column)
        end = self.faults.offset(key.end_mark.line, key.end_mark.column)
        whole = self.faults.text[at:end]
        if not whole.startswith(text.value) or not whole.endswith(key.value) or "\n" in whole:
            return False
        better = f'{before.value}: "{whole}"'
        edits = self.faults.edit(text.start_mark.line, text.start_mark.column, whole, f'"{whole}"', safe=before.value in TEXTS and '"' not in whole, title=f"write {better}")
        self.error("CF103", key, f"inside braces a comma ends a text, and {shown(key.value)} is no key", f"put the whole text in double quotes: `{better}`", edits)
        return True

    def required(self, node: Map, key: str, where: str, at: Any, mend: str) -> Node | None:
        """Return a value that must be there."""
        value = node.items.get(key)
        if value is None and not self.misspelt(node, (key,)):
            self.error("CF102", at, f"{where} has no `{key}`", mend)
        return value

    def misspelt(self, node: Map, keys: Collection[str]) -> bool:
        """Return whether one of some keys stands there in another spelling, or by another word; then that is told already."""
        strange = self.strange.get(id(node))
        return strange is not None and any(meant_by(name, keys) is not None for name in strange[1])

    def map(self, node: Node | None, what: str, mend: str) -> Map | None:
        """Return keys and values; anything else is an error."""
        if type(node) is Map:
            return node
        if node is not None:
            self.error("CF104", node, f"{what} wants keys and values, and this is {kind_of(node)}", mend)
        return None

    def seq(self, node: Node | None, what: str, mend: str) -> list[Node]:
        """Return the members of a list; anything else is an error and has none."""
        if type(node) is Seq:
            if not node.items:
                self.error("CF108", node, f"{what} is an empty list", mend)
            return node.items
        if node is not None:
            self.error("CF104", node, f"{what} wants a list, and this is {kind_of(node)}", mend)
        return []

    def text(self, node: Node | None, what: str) -> str:
        """Return a text; empty where there is none, or after an error."""
        if type(node) is Scalar:
            words: str = node.value.strip()
            if UNWANTED.search(words):
                self.hidden(node, what)
                return ""
            if words:
                return words
            self.error("CF108", node, f"{what} is empty", "write the text after the colon, or delete the key")
        elif node is not None:
            self.error("CF104", node, f"{what} wants a text, and this is {kind_of(node)}", "write the text after the colon, in double quotes")
        return ""

    def brief(self, node: Node | None, what: str, most: int, mend: str) -> str:
        """Return a text on one line, of at most so many characters; empty where there is none, or after an error."""
        words = " ".join(self.text(node, what).split())
        if len(words) > most:
            self.error("CF120", node, f"{what} has {len(words)} characters, and a room's screen has space for {most}", mend)
            return ""
        return words

    def hidden(self, node: Node, what: str) -> None:
        """Say that a backslash has put an invisible character into a text."""
        mend = "a backslash in double quotes begins such a character: delete it, or write it twice"
        self.error("CF005", node, f"{what} holds an invisible control character", mend)

    def number(self, node: Node | None, what: str, least: int, most: int) -> int | None:
        """Return a whole number; None where there is none, or after an error."""
        if type(node) is Scalar:
            written = node.value.strip()
            if _WHOLE_OF_LINE.fullmatch(written):
                value = int(written)
                if least <= value <= most:
                    return value
                self.error("CF110", node, f"{what} is {value}, and may be {least} to {most}", "write another number")
                return None
            mend, better = in_digits(written)
            self.error("CF105", node, f"{what}: a whole number belongs here, and this is {shown(written)}", mend, self.rewritten(node, better, safe=True))
        elif node is not None:
            self.error("CF105", node, f"{what}: a whole number belongs here, and this is {kind_of(node)}", "write digits, such as 12")
        return None

    def truth(self, node: Node | None, what: str) -> bool:
        """Return yes or no; no where there is nothing."""
        if node is None:
            return False
        if type(node) is Scalar and node.value.lower() in ("true", "yes", "on"):
            return True
        if not (type(node) is Scalar and node.value.lower() in ("false", "no", "off")):
            self.error("CF104", node, f"{what} wants true or false", "write true, or delete the key")
        return False

    def word(self, node: Node | None, what: str, words: Collection[str]) -> str:
        """Return one of some words; empty where there is none, or after an error."""
        written = self.text(node, what)
        if not written or written in words:
            return written
        self.error("CF111", node, f"{what} is {shown(written)}, and may be {listed(words)}", did_you_mean(written, words, "write one of these"), self.respelt(node, words))
        return ""

    def usable(self, written: str) -> bool:
        """Return whether a text will do as an id."""
        return bool(_ID.fullmatch(written)) and len(written) <= LONGEST_ID and written.lower() not in RESERVED

    def id(self, node: Any, what: str, written: str) -> bool:
        """Return whether a text will do as an id; if not, say why."""
        if self.usable(written):
            return True
        if written == "you" and what == "a person":
            why, mend = "'you' is the player, and cannot be the id of a person", "write another word; who the player is stands under the key `you` at the top"
        elif written.lower() in RESERVED:
            why, mend = f"{shown(written)} has a meaning of its own and cannot be the id of {what}", f"write a longer word, such as {written.lower()}-{what.rpartition(' ')[2]}"
        elif len(written) > LONGEST_ID:
            why, mend = f"the id of {what} is longer than {LONGEST_ID} characters", "write a word or three"
        else:
            why = f"{shown(written)} will not do as the id of {what}"
            simple = slug(written)
            if simple and not simple[0].isalpha():
                simple = f"{what.rpartition(' ')[2]}-{simple}"
            mend = "ids are letters (a to z), digits and hyphens, beginning with a letter" + (f": write {simple}, here and wherever it is named" if simple else "")
        self.error("CF106", node, why, mend)
        return False

    def name(self, node: Node | None, what: str) -> Scalar | None:
        """Return where something is named by its id."""
        if node is not None and self.text(node, what):
            return node  # type: ignore[return-value]
        return None

    def person(self, node: Any, what: str, *, account: bool) -> str | None:
        """Return the person who is named there, if there is such a person, with an account where one is needed."""
        written = self.text(node, what)
        if not written or not self.people:  # that there are no people is told already
            return None
        if written in self.accounts or (not account and written in self.people):
            return written
        if written in self.people:
            self.error(
                "CF207", node, f"'{written}' has no account: no `capital` stands with {written} under `people`",
                f"give {written} a `capital`, or leave the entry out",
            )
        elif self.faults.enough():
            return None
        elif written == "you":
            self.error("CF202", node, f"{what}: 'you' hold no account with yourself", "name one of the people")
        else:
            named = self.casting.names.get(written.lower())
            meant = named or near(written, self.people)
            self.error(
                "CF202", node, f"{what}: {shown(written)} is not one of the people", f"write '{meant}'" if meant else f"add them under `people`, or write one of: {listed(self.people)}",
                self.rewritten(node, meant, safe=meant is not None and (named or sure(written, self.people)) == meant),
            )
        return None

    def when(self, node: Node | None, what: str = "`when`") -> Condition:
        """Return a condition; one that always holds where there is none, or after an error."""
        if node is None:
            return ALWAYS
        written = self.text(node, what)
        if not written or not self.people:
            return ALWAYS
        assert isinstance(node, Scalar)
        found = self.conditions.get(written)
        if found is None:
            try:
                found = condition(written, self.accounts, self.voices)
            except ConditionFault as fault:
                self.faults.add(
                    fault.code, Severity.ERROR, self.within(node, fault.start, fault.end), fault.message, fault.mend,
                    self._condition_mended(node, written, fault),
                )
                return ALWAYS
            self.conditions[written] = found
        if found[1]:
            self.markers.append((node, found[1]))
        return found[0]

    def _condition_mended(self, node: Scalar, written: str, fault: ConditionFault) -> tuple[Edit, ...]:
        """Return the edit that mends a condition, all its faults at once where each has one mend; else its first one."""
        mended, left = written, fault
        for _ in range(20):
            if left.better is None or not left.sure:
                break
            mended = mended[: left.start] + left.better + mended[left.end :]
            try:
                condition(mended, self.accounts, self.voices)
            except ConditionFault as another:
                left = another
            else:
                return self.rewritten(node, mended, safe=True, end=len(written))
        return self.rewritten(node, fault.better, safe=False, start=fault.start, end=fault.end)

    def within(self, node: Scalar, start: int, end: int) -> Span:
        """Return the place of a part of a text that stands on one line."""
        mark = node.start_mark
        if mark.line != node.end_mark.line:
            return self.span(node)
        column = mark.column + (node.style in ('"', "'"))
        return self.faults.span(mark.line, column + start, column + end)

    def art_id(self, node: Node | None, what: str, kind: str, drawn: Collection[str] | None) -> str:
        """Return the id of a drawing; a near miss of one that there is gets a warning."""
        written = self.text(node, what)
        if not _ART_ID.fullmatch(written):
            if written:
                self.error("CF106", node, f"{what}: {shown(written)} will not do as the id of a drawing", "such ids are words and hyphens: write the name of a drawing, without folders and endings")
            return ""
        if written and drawn and written not in drawn:
            meant = near(written, drawn, 0.8)
            if meant:
                self.warning("CF501", node, f"{what}: no {kind} is drawn as {shown(written)}, so a stand-in is shown", f"write '{meant}' if you mean that one", self.rewritten(node, meant, safe=False))
        return written


def _nothing(node: Node) -> bool:
    return type(node) is Scalar and not node.value and not node.style


def kind_of(node: Node) -> str:
    """Return what a node is, in words."""
    if isinstance(node, Map):
        return "keys and values"
    if isinstance(node, Seq):
        return "a list"
    return f"the text {shown(node.value)}" if node.value.strip() else "empty"


def span_of(faults: Faults, node: Any) -> Span:
    """Return the place of a node or an event, at most to the end of its first line."""
    event = node.start if isinstance(node, Map | Seq) else node
    start, end = event.start_mark, event.end_mark
    if isinstance(node, Map | Seq):
        return faults.span(start.line, start.column)
    return faults.span(start.line, start.column, end.column if end.line == start.line else None)
