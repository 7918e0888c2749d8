"""What is said about the word under the pointer."""

from __future__ import annotations

import re
from collections.abc import Callable

from game.authoring.codes import CODES
from game.authoring.diagnostic import Diagnostic
from game.authoring.safe_text import printable
from game.language_server import slots
from game.language_server.cursor import Cursor
from game.language_server.occurrences import CHOICE, FLAG, PERSON, PROMISE, SCENE
from game.language_server.ranges import Ranges
from game.story.model import Choice, Promise, Scenario, Scene, Speech
from game.story.vocabulary import PRINCIPLES, standing

LONGEST = 300
"""How many characters of an author's text are shown."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+.!|~&$-])")

Words = Callable[[str], str]
"""Makes an author's text harmless in what is shown."""


def escaped(text: str) -> str:
    """Return an author's text so that Markdown shows it as it stands, and nothing in it is a picture, a link or a tag."""
    return _MARKS.sub(r"\\\1", _short(text))


def plain(text: str) -> str:
    """Return an author's text for an editor that shows no Markdown."""
    return _short(text)


def _short(text: str) -> str:
    one_line = printable(" ".join(text.split()))
    return one_line if len(one_line) <= LONGEST else one_line[: LONGEST - 1] + "…"


def about(
    here: Cursor, found: tuple[str, str] | None, scenario: Scenario | None, ranges: Ranges | None, scene: str | None, words: Words,
    *, tests: bool = False,
) -> str:
    """Return what is said at a place, paragraphs parted by blank lines; empty where there is nothing to say.

    Args:
        here: the place.
        found: what the word there names, if it is an id.
        scenario: the last that could be played.
        ranges: the balances with which its scenes begin; None where they are not known yet.
        scene: the scene in whose text the place lies.
        words: `escaped` or `plain`.
        tests: whether the file is a tests.yaml.
    """
    teller = _Teller(scenario, ranges, scene, words)
    told = teller.of(*found) if found is not None else ""
    if not told:
        told = teller.word(here, slots.slot(here, tests=tests))
    if not told and here.kind == "key":
        told = words(slots.description_at((*here.path, here.word), tests=tests))
    return told


def of_fault(fault: Diagnostic, words: Words) -> str:
    """Return what a fault is about, why it matters, and how it ought to look."""
    known = CODES.get(fault.code)
    if known is None:
        return ""
    return f"{fault.code} {words(known.name)}: {words(known.finds)} {words(known.why)}\n\nInstead of\n\n```yaml\n{known.example}\n```\n\nwrite\n\n```yaml\n{known.instead}\n```"


class _Teller:
    def __init__(self, scenario: Scenario | None, ranges: Ranges | None, scene: str | None, words: Words) -> None:
        self.scenario, self.ranges, self.scene, self.words = scenario, ranges, scene, words

    def of(self, kind: str, name: str) -> str:
        story = self.scenario
        if story is None:
            return ""
        if kind == SCENE and name in story.scenes:
            return self.a_scene(story.scenes[name])
        if kind == PERSON and name in story.people:
            return self.a_person(name)
        if kind == CHOICE:
            found = next((one for scene in story.scenes.values() for one in scene.choices if one.id == name), None)
            return self.a_choice(found) if found is not None else ""
        if kind == PROMISE:
            promise = next((one for one in _promises(story) if one.id == name), None)
            return self.a_promise(promise) if promise is not None else ""
        if kind == FLAG:
            setters = [choice.id for scene in story.scenes.values() for choice in scene.choices if name in _flags(choice)]
            return f"The flag {self.words(name)} is set by {', '.join(self.words(one) for one in setters[:8])}." if setters else ""
        return ""

    def word(self, here: Cursor, slot: str) -> str:
        if slot == slots.PRINCIPLE and here.word in PRINCIPLES:
            one = PRINCIPLES[here.word]
            return f"{self.words(one.name)}: {self.words(one.sentence)}"
        return ""

    def a_scene(self, scene: Scene) -> str:
        where = ", ".join(filter(None, (scene.place, scene.light, scene.time)))
        if scene.ending is not None:
            does = f"An ending, {scene.ending.tone.value}: {self.words(scene.ending.title)}."
        elif scene.choices:
            does = f"Offers {len(scene.choices)} choice{'s' * (len(scene.choices) > 1)}: {', '.join(self.words(one.id) for one in scene.choices[:8])}."
        else:
            does = f"Leads to {', '.join(dict.fromkeys(self.words(way.to) for way in scene.next))}."
        first = next((paragraph for part in scene.script for paragraph in part.paragraphs), None)
        told = "" if first is None else (f"{self.words(first.person)}: " if isinstance(first, Speech) else "") + self.words(first.text)
        return "\n\n".join(filter(None, (f"Scene {self.words(scene.id)}: {self.words(where)}", does, told, self.balances(scene.id))))

    def balances(self, scene: str) -> str:
        if self.ranges is None or scene not in self.ranges.scenes:
            return self.unknown(scene)
        assert self.scenario is not None
        known = [who for who in self.scenario.accounts if who.id in self.ranges.scenes[scene]]
        lines = [f"- {self.words(who.short)}: {self.range_of(who.id, scene)}" for who in known]
        return "\n".join([f"Balances when it begins{self.how()}:", "", *lines])

    def a_person(self, name: str) -> str:
        assert self.scenario is not None
        person = self.scenario.people[name]
        head = f"{self.words(person.name)}: {self.words(person.role)}"
        if person.capital is None:
            return f"{head}\n\nA mere voice: no account is held with them."
        begins = f"At the start {person.capital}: {standing(person.capital).value}."
        if self.scene is None or self.scene not in self.scenario.scenes:
            return f"{head}\n\n{begins}"
        if self.ranges is None or name not in self.ranges.scenes.get(self.scene, {}):
            return f"{head}\n\n{begins}\n\n{self.unknown(self.scene)}"
        return f"{head}\n\n{begins} When {self.words(self.scene)} begins: {self.range_of(name, self.scene)}{self.how()}."

    def range_of(self, who: str, scene: str) -> str:
        assert self.ranges is not None
        least, greatest = self.ranges.scenes[scene][who]
        if least == greatest:
            return f"{least} ({standing(least).value})"
        low, high = standing(least).value, standing(greatest).value
        return f"{least} to {greatest} ({low if low == high else f'{low} to {high}'})"

    def how(self) -> str:
        if self.ranges is None or self.ranges.exact:
            return ", over all plays"
        return f", in {self.ranges.plays:,} plays at random; others may go further"

    def unknown(self, scene: str) -> str:
        if self.ranges is None:
            return "The balances are being worked out."
        return f"No play {'' if self.ranges.exact else 'that was tried '}comes to {self.words(scene)}."

    def a_choice(self, choice: Choice) -> str:
        said = f"“{self.words(choice.text)}”" if choice.spoken else self.words(choice.text)
        does = []
        if choice.principle:
            does.append(f"{'Honours' if choice.honours else 'Breaks'} {self.words(choice.principle)}.")
        if choice.capital:
            does.append(", ".join(f"{self.words(who)} {points:+}" for who, points in choice.capital) + ".")
        if choice.ask is not None:
            does.append(f"Asks {self.words(choice.ask.of)} for {choice.ask.cost}.")
        does += [f"Later, at {self.words(one.at)}: {', '.join(f'{self.words(who)} {points:+}' for who, points in one.capital)}." for one in choice.later]
        does.append(f"Leads to {', '.join(dict.fromkeys(self.words(way.to) for way in choice.next))}.")
        return f"Choice {self.words(choice.id)}: {said}\n\n{' '.join(does)}"

    def a_promise(self, promise: Promise) -> str:
        price = ", ".join(f"{self.words(who)} {points:+}" for who, points in promise.broken)
        return f"Promise {self.words(promise.id)}, to {self.words(promise.to)}: {self.words(promise.text)}\n\nBroken: {price}."


def _promises(story: Scenario) -> list[Promise]:
    choices = [choice for scene in story.scenes.values() for choice in scene.choices]
    found = [choice.promise for choice in choices]
    for choice in choices:
        if choice.ask is not None:
            found += [choice.ask.granted.promise, choice.ask.refused.promise]
    return [one for one in found if one is not None]


def _flags(choice: Choice) -> tuple[str, ...]:
    if choice.ask is None:
        return choice.flags
    return (*choice.flags, *choice.ask.granted.flags, *choice.ask.refused.flags)
