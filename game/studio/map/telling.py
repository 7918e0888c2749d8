"""What is told of each scene beside the drawing: all text, each piece with what it is and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.story.condition import ALWAYS
from game.story.model import YOU, Branch, Choice, Promise, Script, Speech, Way
from game.story.vocabulary import PRINCIPLES, Amounts, ChoiceId, SceneId
from game.studio.manuscript.blocks import words_of
from game.studio.map.chart import Chart, Kind, Reach, Stop
from game.studio.map.slips import percent


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is known of a scene or a choice."""

    label: str
    text: str
    to: tuple[SceneId, ...] = ()
    """The scenes that it names, in this order, after the text."""
    brief: bool = False
    """Whether an outline tells it too."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a script."""

    who: str
    """Empty where it is told."""
    manner: str
    text: str
    when: str = ""
    """The condition, as an author writes it; empty where it is always told."""


@dataclass(frozen=True, slots=True)
class ChoiceTold:
    """All that is known of a choice."""

    id: ChoiceId
    text: str
    """With quotes where it is said."""
    script: tuple[Told, ...]
    details: tuple[Detail, ...]
    honours: str
    """The principle's id; empty for none."""
    breaks: str


@dataclass(frozen=True, slots=True)
class SceneTold:
    """All that is known of a scene."""

    stop: Stop
    details: tuple[Detail, ...]
    script: tuple[Told, ...]
    choices: tuple[ChoiceTold, ...]
    after: tuple[Detail, ...]
    """What is to be told after its choices: the ways on, and who leads here."""


def telling(chart: Chart, stop: Stop) -> SceneTold:
    """Return all that is known of a scene."""
    return SceneTold(
        stop, tuple(_of_scene(chart, stop)), _script(chart, chart.scenario.scenes[stop.scene].script),
        tuple(_choice(chart, choice) for choice in chart.scenario.scenes[stop.scene].choices), tuple(_after(chart, stop)),
    )


def named(chart: Chart, scene: SceneId) -> str:
    """Return a scene's number and name."""
    return f"{chart.stops[scene].number} {chart.stops[scene].name}"


def _of_scene(chart: Chart, stop: Stop) -> Iterator[Detail]:
    scene = chart.scenario.scenes[stop.scene]
    yield Detail("When and where", ", ".join(word for word in (scene.time, scene.place, scene.light) if word), brief=True)
    yield Detail("In the file", f"{stop.scene}, line {stop.line}" if stop.line is not None else stop.scene)
    if scene.plays:
        yield Detail("You are here", chart.scenario.people[scene.plays].name)
    if stop.reach is not Reach.REACHED:
        yield Detail("Not reached", stop.reach.value, brief=True)
    if stop.starred:
        yield Detail("In a room", "a moment of the shorter play", brief=True)
    if scene.ending is not None:
        yield Detail("Ending", scene.ending.tone.value)
        yield Detail("The letter closes", scene.ending.letter)
    if stop.probability is not None:
        yield Detail("At random", f"{percent(stop.probability)} of plays end here", brief=True)
    if scene.facilitator:
        yield Detail("For the facilitator", scene.facilitator)


def _after(chart: Chart, stop: Stop) -> Iterator[Detail]:
    scene = chart.scenario.scenes[stop.scene]
    if not scene.choices and scene.next:
        yield from _ways("Leads to", scene.next)
    for thread in chart.threads:
        if thread.target == stop.scene:
            for _, later in thread.laters:
                yield Detail("Comes to light", f"{points(chart, later.capital)}. {later.because} From", (thread.source,))
    sources = tuple(arrow.source for arrow in chart.arrows if arrow.target == stop.scene)
    if sources:
        yield Detail("Comes from", "", sources)


def _choice(chart: Chart, choice: Choice) -> ChoiceTold:
    return ChoiceTold(
        choice.id, f"“{choice.text}”" if choice.spoken else choice.text, _script(chart, choice.script),
        tuple(_of_choice(chart, choice)), choice.honours or "", choice.breaks or "",
    )


def _of_choice(chart: Chart, choice: Choice) -> Iterator[Detail]:
    reach = chart.reach_of(choice.id)
    paths = [name for name, side in (("best", chart.best), ("worst", chart.worst)) if choice.id in side]
    if paths:
        yield Detail("On the path", " and ".join(paths), brief=True)
    if reach is not Reach.REACHED:
        yield Detail("Not reached", "no play makes this choice" if reach is Reach.NEVER else reach.value, brief=True)
    if choice.when != ALWAYS:
        yield Detail("Only if", words_of(choice.when), brief=True)
    if choice.once:
        yield Detail("Offered", "once", brief=True)
    if choice.capital:
        yield Detail("Points", points(chart, choice.capital), brief=True)
    yield from _laters(chart, Branch(later=choice.later, promise=choice.promise))
    if choice.ask is not None:
        yield Detail("Asks", f"{chart.scenario.people[choice.ask.of].short} for {choice.ask.cost}", brief=True)
        for name, branch, share in _answers(chart, choice):
            yield from _branch(chart, name, branch, share)
    if choice.keeps:
        yield Detail("Keeps the promise", choice.keeps, brief=True)
    if choice.principle in PRINCIPLES:
        yield Detail("Honours" if choice.honours else "Breaks", PRINCIPLES[choice.principle].name, brief=True)
    for text, label in ((choice.advice, "The columnist"), (choice.instead, "Instead"), (choice.letter, "The letter"), (choice.label, "In charts")):
        if text:
            yield Detail(label, text)
    yield from _ways("Leads to", choice.next)
    if choice.id in chart.choice_lines:
        yield Detail("In the file", f"{choice.id}, line {chart.choice_lines[choice.id]}")


def _answers(chart: Chart, choice: Choice) -> Iterator[tuple[str, Branch, float | None]]:
    assert choice.ask is not None
    answered = chart.analysis.asks.get(choice.id) if chart.analysis else None
    yield "Granted", choice.ask.granted, answered.granted if answered else None
    yield "Refused", choice.ask.refused, answered.refused if answered else None


def _branch(chart: Chart, name: str, branch: Branch, share: float | None) -> Iterator[Detail]:
    parts = [] if share is None else [f"in {percent(share)} of random plays" if share else "in no play"]
    if branch.capital:
        parts.append(points(chart, branch.capital))
    yield Detail(name, "; ".join(parts) or "no points", brief=True)
    for told in _script(chart, branch.script):
        yield Detail(f"{name}, told", f"{told.who}: {told.text}" if told.who else told.text)
    yield from _laters(chart, branch)
    if branch.next:
        yield from _ways(f"{name}, leads to", branch.next)


def _laters(chart: Chart, branch: Branch) -> Iterator[Detail]:
    for later in branch.later:
        yield Detail("Later", f"{points(chart, later.capital)}. {later.because} In", (later.at,), brief=True)
    if branch.promise is not None:
        yield Detail("Promises", _promise(chart, branch.promise), brief=True)


def _promise(chart: Chart, promise: Promise) -> str:
    return f"{promise.text} If broken: {points(chart, promise.broken)}. {promise.because}"


def _ways(label: str, ways: tuple[Way, ...]) -> Iterator[Detail]:
    for way in ways:
        yield Detail(label, f"if {words_of(way.when)}:" if way.when != ALWAYS else "", (way.to,), brief=True)


def _script(chart: Chart, script: Script) -> tuple[Told, ...]:
    found = []
    for part in script:
        when = words_of(part.when) if part.when != ALWAYS else ""
        for paragraph in part.paragraphs:
            if isinstance(paragraph, Speech):
                you = paragraph.person == YOU
                who = chart.scenario.you.short if you else chart.scenario.people[paragraph.person].short
                manner = ", ".join(word for word in (paragraph.face, paragraph.direction) if word)
                found.append(Told(who, manner, paragraph.text, when))
            else:
                found.append(Told("", "", paragraph.text, when))
    return tuple(found)


def points(chart: Chart, amounts: Amounts) -> str:
    """Return entries as people and points, with real signs."""
    return ", ".join(f"{chart.scenario.people[who].short} {'+' if amount > 0 else '−'}{abs(amount)}" for who, amount in amounts) or "none"


def kind_of(stop: Stop) -> str:
    """Return what kind of scene it is, in a word or two."""
    return {Kind.CHOICES: "choices", Kind.PASSING: "passed through", Kind.ENDING: "ending"}[stop.kind]
