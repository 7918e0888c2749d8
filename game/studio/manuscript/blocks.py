"""A scenario → the blocks of a manuscript, in the author's order; all text, before any file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.story.condition import ALWAYS, All, AtLeast, Condition, Happened, Not, Some
from game.story.model import YOU, Branch, Choice, Ending, Later, Promise, Scenario, Scene, Script, Speech, Way
from game.story.vocabulary import PRINCIPLES, Amounts

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Kind(Enum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    """A part: people, a scene."""
    CHOICE = "choice"
    TOLD = "told"
    SAID = "said"
    DETAIL = "detail"
    """What a reviewer needs to know and a player does not read here: `label` names it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a manuscript."""

    kind: Kind
    text: str
    label: str = ""
    """Who says it, or which detail it is."""
    manner: str = ""
    """How it is said."""


def manuscript(scenario: Scenario) -> Iterator[Block]:
    """Yield the blocks of a scenario: its head, the people, then each scene with its choices."""
    you = scenario.you
    yield Block(Kind.TITLE, scenario.title)
    yield Block(Kind.TOLD, scenario.summary)
    yield Block(Kind.DETAIL, f"{you.name}, {you.role}", "You are")
    yield Block(Kind.DETAIL, you.wants, "You want")
    if you.pressure:
        yield Block(Kind.DETAIL, you.pressure, "What presses")
    yield Block(Kind.DETAIL, f"{scenario.minutes} minutes, {len(scenario.scenes)} scenes", "Length")
    yield Block(Kind.HEADING, "People")
    for person in scenario.people.values():
        held = "a voice" if person.capital is None else f"begins at {person.capital}"
        yield Block(Kind.DETAIL, f"{person.role} ({held})", person.name)
    for number, scene in enumerate(scenario.scenes.values(), 1):
        yield from _scene(scenario, scene, number)
    if scenario.discussion:
        yield Block(Kind.HEADING, "For the room, afterwards")
        for stage, question in zip(("What happened", "So what", "Now what"), scenario.discussion, strict=True):
            yield Block(Kind.DETAIL, question, stage)


def _scene(scenario: Scenario, scene: Scene, number: int) -> Iterator[Block]:
    yield Block(Kind.HEADING, f"{number}. {scene.id}")
    where = ", ".join(word for word in (scene.place, scene.light, scene.time) if word)
    yield Block(Kind.DETAIL, where, "Where and when")
    if scene.plays:
        yield Block(Kind.DETAIL, scenario.people[scene.plays].name, "You are here")
    yield from _script(scenario, scene.script)
    if scene.facilitator:
        yield Block(Kind.DETAIL, scene.facilitator, "For the facilitator")
    for index, choice in enumerate(scene.choices):
        yield from _choice(scenario, choice, LETTERS[index] if index < len(LETTERS) else str(index + 1))
    if scene.next and not scene.choices:
        yield Block(Kind.DETAIL, _ways(scene.next), "Goes on to")
    if scene.ending is not None:
        yield from _ending(scene.ending)


def _ending(ending: Ending) -> Iterator[Block]:
    yield Block(Kind.DETAIL, f"{ending.title} ({ending.tone.value})", "Ending")
    yield Block(Kind.DETAIL, f"{ending.letter}.", "The letter closes")


def _choice(scenario: Scenario, choice: Choice, letter: str) -> Iterator[Block]:
    yield Block(Kind.CHOICE, f"“{choice.text}”" if choice.spoken else choice.text, letter)
    limits = [words for words in (f"if {words_of(choice.when)}" if choice.when != ALWAYS else "", "once" if choice.once else "") if words]
    if limits:
        yield Block(Kind.DETAIL, ", ".join(limits), "Offered")
    yield from _script(scenario, choice.script)
    if choice.capital:
        yield Block(Kind.DETAIL, _points(scenario, choice.capital), "Capital")
    yield from _laters(scenario, choice.later)
    if choice.ask is not None:
        yield Block(Kind.DETAIL, f"{choice.ask.cost} of {scenario.people[choice.ask.of].name}", "Asks for")
        yield from _branch(scenario, choice.ask.granted, "Granted")
        yield from _branch(scenario, choice.ask.refused, "Refused")
    yield from _promise(scenario, choice.promise)
    if choice.keeps:
        yield Block(Kind.DETAIL, choice.keeps, "Keeps the promise")
    if choice.principle is not None:
        yield Block(Kind.DETAIL, PRINCIPLES[choice.principle].name, "Honours" if choice.honours else "Breaks")
    for text, label in ((choice.advice, "The columnist"), (choice.instead, "Instead"), (choice.letter, "The letter"), (choice.label, "In charts")):
        if text:
            yield Block(Kind.DETAIL, text, label)
    yield Block(Kind.DETAIL, _ways(choice.next), "Leads to")


def _branch(scenario: Scenario, branch: Branch, label: str) -> Iterator[Block]:
    parts = [_points(scenario, branch.capital)] if branch.capital else []
    if branch.next:
        parts.append(f"leads to {_ways(branch.next)}")
    yield Block(Kind.DETAIL, "; ".join(parts) or "no points", label)
    yield from _script(scenario, branch.script)
    yield from _laters(scenario, branch.later)
    yield from _promise(scenario, branch.promise)


def _promise(scenario: Scenario, promise: Promise | None) -> Iterator[Block]:
    if promise is not None:
        yield Block(Kind.DETAIL, f"{promise.text} If broken: {_points(scenario, promise.broken)}. {promise.because}", "Promises")


def _laters(scenario: Scenario, laters: tuple[Later, ...]) -> Iterator[Block]:
    for later in laters:
        yield Block(Kind.DETAIL, f"in {later.at}: {_points(scenario, later.capital)}. {later.because}", "Later")


def _script(scenario: Scenario, script: Script) -> Iterator[Block]:
    for part in script:
        if part.when != ALWAYS:
            yield Block(Kind.DETAIL, words_of(part.when), "Only if")
        for paragraph in part.paragraphs:
            if isinstance(paragraph, Speech):
                manner = ", ".join(word for word in (paragraph.face, paragraph.direction) if word)
                name = scenario.you.short if paragraph.person == YOU else scenario.people[paragraph.person].short
                yield Block(Kind.SAID, paragraph.text, name, manner)
            else:
                yield Block(Kind.TOLD, paragraph.text)


def _points(scenario: Scenario, amounts: Amounts) -> str:
    return ", ".join(f"{scenario.people[person].short} {'+' if amount > 0 else '−'}{abs(amount)}" for person, amount in amounts) or "none"


def _ways(ways: tuple[Way, ...]) -> str:
    return "; ".join(way.to + (f" if {words_of(way.when)}" if way.when != ALWAYS else "") for way in ways)


def words_of(condition: Condition) -> str:
    """Return a condition in the words in which an author writes one."""
    match condition:
        case AtLeast(form, threshold):
            return _comparison(form, threshold)
        case Happened((kind, name)):
            return name if kind == "flag" else f"{kind}.{name}"
        case Not(AtLeast(form, threshold)):
            return _comparison(form, threshold, "<")
        case Not(inner):
            words = words_of(inner)
            return f"not ({words})" if " " in words else f"not {words}"
        case All(parts):
            return " and ".join(f"({words_of(part)})" if isinstance(part, Some) else words_of(part) for part in parts) or "always"
        case Some(parts):
            return " or ".join(words_of(part) for part in parts) or "never"


def _comparison(form: tuple[tuple[str, int], ...], threshold: int, sign: str = ">=") -> str:
    if form and all(factor < 0 for _, factor in form):
        form, threshold = tuple((person, -factor) for person, factor in form), -threshold
        sign = {">=": "<=", "<": ">"}[sign]
    words = ""
    for person, factor in form:
        words += (" - " if factor < 0 else " + ") if words else ("-" if factor < 0 else "")
        words += person if abs(factor) == 1 else " + ".join([person] * abs(factor))
    return f"{words} {sign} {threshold}"
