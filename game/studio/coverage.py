"""What the tests of a scenario touch, and what none of them does: scenes, choices, lines and outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from game.authoring.marks import Map, Node, Refused, Scalar, Seq, YAMLError, tree
from game.authoring.outcomes import answered, promises
from game.story.analysis import Analysis
from game.story.condition import ALWAYS
from game.story.model import Branch, Paragraph, Scenario, Script
from game.story.playthrough import Playthrough, State, replay_as_far_as_it_holds
from game.story.vocabulary import ChoiceId, Outcome, SceneId


class Thing(Enum):
    """What can be touched by a test."""

    SCENE = "scene"
    CHOICE = "choice"
    LINE = "line"
    """A part of a script that is told only if something holds."""
    OUTCOME = "outcome"
    """An ask granted or refused, a promise kept or broken."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing of a scenario."""

    thing: Thing
    name: str
    """Its id; of a line, its condition and first words; of an outcome, what happens to what."""
    line: int
    """In the scenario's file, from 1."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What there is, and what of it no test touches."""

    counts: tuple[tuple[Thing, int, int], ...]
    """(thing, how many are touched, how many there are), for each kind of which there is something."""
    untouched: tuple[Spot, ...]
    """By line."""

    @property
    def percent(self) -> int:
        """How many in a hundred are touched, rounded down: 100 only where all are."""
        touched, there = sum(count[1] for count in self.counts), sum(count[2] for count in self.counts)
        return 100 * touched // there if there else 100


_Key = tuple[Thing, str]
_Place = tuple[SceneId, ChoiceId, str, int]
"""Of a line: scene, choice or "", "" or granted or refused, number of the part from 0."""


def coverage(
    scenario: Scenario, plays: Iterable[tuple[ChoiceId, ...]], *, text: str = "", analysis: Analysis | None = None
) -> Coverage:
    """Return what some plays touch of a scenario.

    Args:
        scenario: a checked one.
        plays: their choices; each is followed as far as it holds.
        text: of the scenario's file, for the line numbers.
        analysis: what no play can reach by it (an ask that is never granted) is not counted.
    """
    places = dict(_lines(scenario))
    told = {id(paragraph): place for place, script in places.items() for paragraph in script}
    there = _there(scenario, places, analysis)
    touched: set[_Key] = set()
    for choices in plays:
        touched |= _touched(replay_as_far_as_it_holds(Playthrough(scenario, choices=choices)), told)
    where, words = _written(text)
    spots = [
        Spot(thing, words.get(name, name), where.get(_definition(thing, name), 1))
        for thing, name in there if (thing, name) not in touched
    ]
    counts = []
    for thing in Thing:
        keys = [key for key in there if key[0] is thing]
        if keys:
            counts.append((thing, sum(key in touched for key in keys), len(keys)))
    return Coverage(tuple(counts), tuple(sorted(spots, key=lambda spot: (spot.line, spot.thing.value))))


def _there(scenario: Scenario, places: Iterable[_Place], analysis: Analysis | None) -> list[_Key]:
    keys: list[_Key] = []
    given: dict[str, None] = {}
    for scene in scenario.scenes.values():
        keys.append((Thing.SCENE, scene.id))
        for choice in scene.choices:
            keys.append((Thing.CHOICE, choice.id))
            branches = (choice.ask.granted, choice.ask.refused) if choice.ask else (Branch(),)
            given |= {each.id: None for each in (choice.promise, *(branch.promise for branch in branches)) if each}
            if choice.ask:
                asked = analysis.asks.get(choice.id) if analysis is not None and analysis.exact else None
                keys += [
                    (Thing.OUTCOME, f"{choice.id} {answer}") for answer in ("granted", "refused")
                    if asked is None or getattr(asked, answer) > 0
                ]
    keys += [(Thing.LINE, _name(place)) for place in places]
    keys += [(Thing.OUTCOME, f"{promise} {how}") for promise in given for how in ("kept", "broken")]
    return keys


def _touched(state: State, told: dict[int, _Place]) -> set[_Key]:
    found: set[_Key] = set()
    arrivals = [*state.opening, *(arrival for moment in state.moments for arrival in moment.arrivals)]
    paragraphs: list[Paragraph] = [each for arrival in arrivals for each in arrival.paragraphs]
    found |= {(Thing.SCENE, arrival.scene) for arrival in arrivals}
    for moment in state.moments:
        found.add((Thing.CHOICE, moment.choice.id))
        paragraphs += moment.reaction
    for answer in (Outcome.GRANTED, Outcome.REFUSED):
        found |= {(Thing.OUTCOME, f"{choice} {answer.value}") for choice in answered(state, answer)}
    for how, kept in (("kept", True), ("broken", False)):
        found |= {(Thing.OUTCOME, f"{promise} {how}") for promise in promises(state, kept=kept)}
    # a paragraph is the very object that stands in its part, so no other of the same words is taken for it
    found |= {(Thing.LINE, _name(told[id(each)])) for each in paragraphs if id(each) in told}
    return found


def _lines(scenario: Scenario) -> Iterator[tuple[_Place, tuple[Paragraph, ...]]]:
    for scene in scenario.scenes.values():
        yield from _parts(scene.script, (scene.id, "", ""))
        for choice in scene.choices:
            yield from _parts(choice.script, (scene.id, choice.id, ""))
            if choice.ask:
                yield from _parts(choice.ask.granted.script, (scene.id, choice.id, "granted"))
                yield from _parts(choice.ask.refused.script, (scene.id, choice.id, "refused"))


def _parts(script: Script, where: tuple[SceneId, ChoiceId, str]) -> Iterator[tuple[_Place, tuple[Paragraph, ...]]]:
    for number, part in enumerate(script):
        if part.when != ALWAYS:
            yield (*where, number), part.paragraphs


def _name(place: _Place) -> str:
    return " ".join(str(each) for each in place)


# Where things stand in the file.

_Where = dict[tuple[str, str], int]
"""(scene, choice, promise or line; its name) → its line, from 1."""


def _definition(thing: Thing, name: str) -> tuple[str, str]:
    if thing is not Thing.OUTCOME:
        return thing.value, name
    whose, _, how = name.rpartition(" ")
    return ("choice" if how in ("granted", "refused") else "promise"), whose


def _written(text: str) -> tuple[_Where, dict[str, str]]:
    """Return the line of each id and of each part of a script, and the words by which a part is named."""
    where: _Where = {}
    words: dict[str, str] = {}
    try:
        root = tree(text).root if text else None
    except (Refused, YAMLError):
        root = None
    scenes = _value(root, "scenes")
    for key in scenes.keys if isinstance(scenes, Map) else []:
        name, scene = key.value.strip(), _value(scenes, key.value)
        _script(_value(scene, "script"), (name, "", ""), where, words)
        choices = _value(scene, "choices")
        for choice in choices.items if isinstance(choices, Seq) else []:
            chosen = _text(_value(choice, "id"))
            where["choice", chosen] = _line(_value(choice, "id"))
            _script(_value(choice, "script"), (name, chosen, ""), where, words)
            for branch in ("granted", "refused"):
                _script(_value(_value(choice, branch), "script"), (name, chosen, branch), where, words)
            for holder in (choice, _value(choice, "granted"), _value(choice, "refused")):
                promise = _value(_value(holder, "promise"), "id")
                if promise is not None:
                    where.setdefault(("promise", _text(promise)), _line(promise))
        where["scene", name] = key.start_mark.line + 1
    return where, words


def _script(script: Node | None, place: tuple[str, str, str], where: _Where, words: dict[str, str]) -> None:
    for number, part in enumerate(script.items if isinstance(script, Seq) else []):
        if isinstance(part, Map):
            name = _name((*place, number))
            first = next(iter(_text(_value(part, "text")).splitlines()), "")
            where["line", name] = part.start.start_mark.line + 1
            words[name] = f"when {_text(_value(part, 'when'))}: {first[:57] + '…' if len(first) > 58 else first}"


def _value(node: Node | None, key: str) -> Node | None:
    return node.items.get(key) if isinstance(node, Map) else None


def _text(node: Node | None) -> str:
    return node.value.strip() if isinstance(node, Scalar) else ""


def _line(node: Node | None) -> int:
    return node.start_mark.line + 1 if isinstance(node, Scalar) else 1
