"""A scenario → a table of all its lines, one a row, as CSV that a spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from game.authoring.safe_text import printable
from game.story.model import Choice, Scenario, Scene, Script, Speech

HEAD = ("id", "scene", "choice", "kind", "person", "manner", "text", "words")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for a formula. Source: OWASP, CSV Injection."""

Row = tuple[str, str, str, str, str, str]
"""(scene, choice, kind, person, manner, text)."""


def table(scenario: Scenario) -> str:
    """Return the table; the first line names the columns. An id keeps its meaning while lines are added elsewhere."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    numbers: dict[tuple[str, str, str], int] = {}
    for scene, choice, kind, person, manner, text in _rows(scenario):
        number = numbers[(scene, choice, kind)] = numbers.get((scene, choice, kind), 0) + 1
        name = ".".join(part for part in (scene, choice, kind, str(number)) if part)
        cells = (name, scene, choice, kind, person, manner, text)
        writer.writerow([*(_cell(cell) for cell in cells), len(text.split())])
    return out.getvalue()


def _cell(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _rows(scenario: Scenario) -> Iterator[Row]:
    for kind, text in (("title", scenario.title), ("headline", scenario.headline), ("summary", scenario.summary)):
        yield "", "", kind, "", "", text
    for question in scenario.discussion:
        yield "", "", "discussion", "", "", question
    for scene in scenario.scenes.values():
        yield from _script(scene.id, "", "script", scene.script)
        for choice in scene.choices:
            yield from _choice(scene, choice)
        if scene.ending is not None:
            yield scene.id, "", "ending", "", "", scene.ending.title
            yield scene.id, "", "letter", "you", "", scene.ending.letter
        if scene.facilitator:
            yield scene.id, "", "facilitator", "", "", scene.facilitator


def _choice(scene: Scene, choice: Choice) -> Iterator[Row]:
    yield scene.id, choice.id, "say" if choice.spoken else "do", "you", "", choice.text
    yield from _script(scene.id, choice.id, "script", choice.script)
    if choice.ask is not None:
        yield from _script(scene.id, choice.id, "granted", choice.ask.granted.script)
        yield from _script(scene.id, choice.id, "refused", choice.ask.refused.script)
    promises = [choice.promise, *((choice.ask.granted.promise, choice.ask.refused.promise) if choice.ask else ())]
    laters = [*choice.later, *((*choice.ask.granted.later, *choice.ask.refused.later) if choice.ask else ())]
    rest = [("advice", choice.advice), ("instead", choice.instead), ("letter", choice.letter), ("label", choice.label)]
    rest += [("later", later.because) for later in laters]
    for promise in promises:
        if promise is not None:
            rest += [("promise", promise.text), ("broken", promise.because)]
    for kind, text in rest:
        if text:
            yield scene.id, choice.id, kind, "columnist" if kind == "advice" else "", "", text


def _script(scene: str, choice: str, kind: str, script: Script) -> Iterator[Row]:
    for part in script:
        for paragraph in part.paragraphs:
            if isinstance(paragraph, Speech):
                manner = ", ".join(word for word in (paragraph.face, paragraph.direction) if word)
                yield scene, choice, kind, paragraph.person, manner, paragraph.text
            else:
                yield scene, choice, kind, "", "", paragraph.text
