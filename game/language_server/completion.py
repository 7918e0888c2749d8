"""What an author may go on with at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.authoring.art import LIGHTS, Art
from game.language_server import slots
from game.language_server.cursor import ITEM, Cursor
from game.language_server.occurrences import CHOICE, FLAG, PERSON, PROMISE, SCENE, Index
from game.story.model import Scenario
from game.story.vocabulary import PRINCIPLES, Tone

FACES = ("warm", "delighted", "wary", "hurt", "surprised", "thinking", "neutral")
"""The moods that are drawn: offered before the words that mean one of them."""
_NAMESPACES = {"chose": CHOICE, "granted": CHOICE, "kept": PROMISE, "promised": PROMISE}


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to go on."""

    label: str
    kind: str
    """key, scene, person, choice, promise, flag, or word."""
    detail: str = ""
    """Beside it, in a few words."""
    explanation: str = ""
    """A sentence, where there is one."""
    insert: str = ""
    """What is written, where it is not the label."""
    first: bool = False
    """Whether it stands before the others."""


def offers(here: Cursor, lines: Sequence[str], index: Index, scenario: Scenario | None, art: Art | None, *, tests: bool = False) -> list[Offer]:
    """Return what may stand at a place, the likeliest first.

    Args:
        here: the place.
        lines: the text around it.
        index: which ids there are; of a text that may be older.
        scenario: the last that could be played, for what is said beside an id.
        art: what is drawn.
        tests: whether the file is a tests.yaml; the index and the scenario are those beside it.
    """
    known = _Known(index, scenario, art)
    slot = slots.slot(here, tests=tests)
    if slot == slots.CONDITION:
        return list(known.condition(here.typed))
    if slot == slots.KEY:
        return list(_keys(here, lines, tests))
    found = list(known.of(slot))
    if here.kind == "key" and here.path[-1:] == (ITEM,):
        found += _keys(here, lines, tests)
    return found


def _keys(here: Cursor, lines: Sequence[str], tests: bool) -> Iterator[Offer]:
    taken = _taken(here, lines)
    for name, part in slots.keys_at(here.path, tests=tests).items():
        if name not in taken:
            bare = lines[here.line][here.end :].lstrip().startswith(":")
            yield Offer(name, "key", explanation=part.get("description", ""), insert=name if bare else f"{name}: ")


_WRITTEN = re.compile(r"([\w-]+):(?=\s|$)")


def _taken(here: Cursor, lines: Sequence[str]) -> set[str]:
    """Return the keys that stand beside the one that is typed: in its braces, or in the column of its word."""
    line = lines[here.line]
    brace = line.rfind("{", 0, here.start)
    if brace >= 0 and "}" not in line[brace : here.start]:
        return set(_WRITTEN.findall(line[brace : here.start])) | set(_WRITTEN.findall(line[here.end :].partition("}")[0]))
    found: set[str] = set()
    begun = here.start
    for step in (-1, 1):
        at = here.line + step
        if step == 1 or not line[:begun].strip():
            while 0 <= at < len(lines):
                text = lines[at]
                indent = len(text) - len(text.lstrip(" -")) if text.strip() else 10_000
                if indent < begun or (step == 1 and indent == begun and text.lstrip().startswith("-")):
                    break
                if indent == begun and (key := _WRITTEN.match(text.lstrip(" -"))):
                    found.add(key[1])
                if indent == begun and text.lstrip().startswith("-"):
                    break  # here the list's member began
                at += step
    return found


@dataclass(slots=True)
class _Known:
    index: Index
    scenario: Scenario | None
    art: Art | None

    def of(self, slot: str) -> Iterable[Offer]:
        match slot:
            case slots.SCENE:
                return self.scenes()
            case slots.ENDING:
                return self.endings()
            case slots.PERSON:
                return self.people()
            case slots.ACCOUNT:
                return self.people(accounts=True)
            case slots.SPEAKER:
                return self.speakers()
            case slots.CHOICE | slots.ASK:
                return self.choices(asks=slot == slots.ASK)
            case slots.PROMISE:
                return self.promises()
            case slots.FLAG:
                return self.flags()
            case slots.CONTRACT:
                return (*self.scenes(), *self.choices())
            case _:
                return self.words(slot)

    def words(self, slot: str) -> Iterator[Offer]:
        match slot:
            case slots.PRINCIPLE:
                for one in PRINCIPLES.values():
                    yield Offer(one.id, "word", one.name, one.sentence)
            case slots.LIGHT:
                yield from (Offer(light, "word") for light in LIGHTS)
            case slots.TONE:
                yield from (Offer(tone.value, "word") for tone in Tone)
            case slots.TRUTH:
                yield Offer("true", "word")
            case slots.PLACE if self.art is not None:
                yield from (Offer(place, "word", "drawn") for place in sorted(self.art.places))
            case slots.PORTRAIT if self.art is not None:
                yield from (Offer(one, "word", "drawn") for one in sorted(self.art.people))
            case slots.FACE:
                yield from (Offer(face, "word", first=True) for face in FACES)
                for word, mood in sorted(self.art.moods.items()) if self.art is not None else ():
                    if word not in FACES:
                        yield Offer(word, "word", mood)

    def scenes(self) -> Iterator[Offer]:
        known = self.scenario.scenes if self.scenario is not None else {}
        for name in self.index.ids(SCENE):
            scene = known.get(name)
            detail = "" if scene is None else "ending" if scene.ending else ", ".join(filter(None, (scene.place, scene.time)))
            yield Offer(name, SCENE, detail)

    def endings(self) -> Iterator[Offer]:
        if self.scenario is None:
            yield from self.scenes()
            return
        for scene in self.scenario.scenes.values():
            if scene.ending is not None:
                yield Offer(scene.id, SCENE, scene.ending.title)

    def people(self, *, accounts: bool = False) -> Iterator[Offer]:
        known = self.scenario.people if self.scenario is not None else {}
        for name in self.index.ids(PERSON):
            person = known.get(name)
            if accounts and person is not None and person.capital is None:
                continue
            yield Offer(name, PERSON, person.name if person is not None else "")

    def speakers(self) -> Iterator[Offer]:
        for one in (*self.people(), Offer("you", PERSON, "the player")):
            yield Offer(one.label, PERSON, one.detail, insert=one.label)

    def choices(self, *, asks: bool = False) -> Iterator[Offer]:
        known = {} if self.scenario is None else {choice.id: choice for scene in self.scenario.scenes.values() for choice in scene.choices}
        for name in self.index.ids(CHOICE):
            choice = known.get(name)
            if asks and choice is not None and choice.ask is None:
                continue
            yield Offer(name, CHOICE, self.index.scene_of.get(name, ""), choice.text if choice is not None else "")

    def promises(self) -> Iterator[Offer]:
        yield from (Offer(name, PROMISE) for name in self.index.ids(PROMISE))

    def flags(self) -> Iterator[Offer]:
        yield from (Offer(name, FLAG) for name in self.index.ids(FLAG))

    def condition(self, typed: str) -> Iterator[Offer]:
        space, dot, _ = typed.partition(".")
        if dot:
            found = self.choices(asks=space == "granted") if _NAMESPACES.get(space) == CHOICE else self.promises() if space in _NAMESPACES else ()
            for one in found:
                yield Offer(f"{space}.{one.label}", one.kind, one.detail, one.explanation)
            return
        yield from self.people(accounts=True)
        yield from self.flags()
        for name, what in (("chose", "a choice was made"), ("granted", "an ask was granted"), ("promised", "a promise was given"), ("kept", "a promise was kept")):
            yield Offer(f"{name}.", "word", what)
        yield from (Offer(word, "word") for word in ("and", "or", "not"))
