"""What the rules look at: a scenario, its analysis, and what several of them need, worked out once and only if asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from game.story.analysis import BUDGET, Analysis
from game.story.chance import numbers
from game.story.condition import Condition, Happened, Marker, leaves
from game.story.model import Branch, Choice, Later, Narration, Paragraph, Scenario, Scene, Script, Speech
from game.story.playthrough import State, offered, start, step, worth
from game.story.shape import shape_of
from game.story.states import Graph, explore
from game.story.vocabulary import ChoiceId, SceneId
from game.story.walker import TooMany
from game.studio.prose import paragraphs, words, words_in
from game.studio.strategies import LONGEST, Tried

PLAYS = 400
"""Plays at random by which reading times are measured: enough that what is found does not hang on the seed."""
STEPS = 20_000
"""Choices in all of them together: a scenario of hundreds of moments is played less often."""
SKETCH = 5
"""Moments below which luck does much: three choices right of three are one case in 27."""
FULL_LENGTH = 8
"""Moments from which a scenario is a lesson by itself; what is asked of the whole is not asked of a sketch."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a choice brings, in points; the cost of an ask is left out, for it is well spent."""

    at_once: int
    in_all: int
    """Deferred entries with it, a promise taken as kept."""


@dataclass(frozen=True, slots=True)
class Played:
    """A play, and what was offered on the way."""

    state: State
    offered: tuple[tuple[Choice, ...], ...]
    """By moment."""

    def read(self) -> list[tuple[SceneId, int]]:
        """Return by moment the scene and how many words there were to read: script, answers, reaction and note."""
        told = [self.state.opening, *(moment.arrivals for moment in self.state.moments)]
        return [
            (
                moment.scene,
                sum(words_in(arrival.paragraphs) for arrival in before)
                + sum(words(choice.text) for choice in now)
                + words_in(moment.reaction)
                + words(moment.choice.advice),
            )
            for before, now, moment in zip(told, self.offered, self.state.moments, strict=False)
        ]

    @property
    def last_words(self) -> int:
        """How many words are told after the last choice."""
        return sum(words_in(arrival.paragraphs) for arrival in self.state.arrivals)


@dataclass(frozen=True)
class Subject:
    """A scenario under judgement."""

    scenario: Scenario
    analysis: Analysis
    tried: tuple[Tried, ...]
    seed: int
    stop: Callable[[], bool]

    @cached_property
    def choices(self) -> tuple[tuple[Scene, Choice], ...]:
        """Every choice with its scene, as written."""
        return tuple((scene, choice) for scene in self.scenario.scenes.values() for choice in scene.choices)

    @cached_property
    def moments(self) -> tuple[Scene, ...]:
        """The scenes with several choices."""
        return tuple(scene for scene in self.scenario.scenes.values() if len(scene.choices) > 1)

    @property
    def full_length(self) -> bool:
        """Whether it is long enough to be asked for variety."""
        return len(self.moments) >= FULL_LENGTH

    @cached_property
    def breaking(self) -> tuple[Choice, ...]:
        """The choices that break a principle."""
        return tuple(choice for _, choice in self.choices if choice.breaks)

    @cached_property
    def honouring(self) -> tuple[Choice, ...]:
        """The choices that honour one."""
        return tuple(choice for _, choice in self.choices if choice.honours)

    def may_be_granted(self, choice: Choice) -> bool:
        """Return whether the choice is an ask that some play is granted."""
        return choice.ask is not None and self.analysis.asks[choice.id].granted > 0

    @cached_property
    def worth(self) -> dict[ChoiceId, Worth]:
        """What each choice brings; an ask as granted, where some play is granted it."""
        return {choice.id: self._worth(choice) for _, choice in self.choices}

    def _worth(self, choice: Choice) -> Worth:
        branch = Branch()
        if choice.ask is not None:
            branch = choice.ask.granted if self.may_be_granted(choice) else choice.ask.refused
        at_once = worth(choice.capital) + worth(branch.capital)
        return Worth(at_once, at_once + sum(worth(later.capital) for later in (*choice.later, *branch.later)))

    def best(self, scene: Scene) -> tuple[Choice, ...]:
        """Return the choices of a scene that bring most in all; none where it is all one."""
        figures = [self.worth[choice.id].in_all for choice in scene.choices]
        if not figures or min(figures) == max(figures):
            return ()
        return tuple(choice for choice in scene.choices if self.worth[choice.id].in_all == max(figures))

    @cached_property
    def contested(self) -> tuple[Scene, ...]:
        """The moments in which one choice brings more than another."""
        return tuple(scene for scene in self.moments if self.best(scene))

    def is_epilogue(self, scene: Scene) -> bool:
        """Return whether nothing counts in a scene, and nothing is chosen after it: a last look, and no decision."""
        if scene.id == self.scenario.start or any(choice.principle or self._counts(choice) for choice in scene.choices):
            return False
        ahead = [way.to for choice in scene.choices for way in choice.next]
        seen: set[SceneId] = set()
        while ahead:
            here = self.scenario.scenes[ahead.pop()]
            if here.choices:
                return False
            if here.id not in seen:
                seen.add(here.id)
                ahead += [way.to for way in here.next]
        return True

    def _counts(self, choice: Choice) -> bool:
        return bool(choice.capital or choice.later or choice.ask or choice.promise or choice.keeps)

    @cached_property
    def plays(self) -> tuple[Played, ...]:
        """Plays at random that came to an ending; the same ones for the same seed."""
        luck = numbers(self.seed)
        found: list[Played] = []
        steps = 0
        for _ in range(PLAYS):
            if steps > STEPS or self.stop():
                break
            play = _at_random(self.scenario, luck)
            steps += len(play.state.moments) + 1
            if play.state.over:
                found.append(play)
        return tuple(found)

    @cached_property
    def always_before(self) -> dict[SceneId, frozenset[ChoiceId]]:
        """By scene that some play came to: the choices that each play had made when it came there."""
        found: dict[SceneId, frozenset[ChoiceId]] = {}
        for play in self.plays:
            made: set[ChoiceId] = set()
            for arrivals, choice in zip(
                (play.state.opening, *(moment.arrivals for moment in play.state.moments)), (None, *play.state.choices),
                strict=True,
            ):  # fmt: skip
                made.update([choice] if choice else [])
                for arrival in arrivals:
                    before = found.get(arrival.scene)
                    found[arrival.scene] = frozenset(made) if before is None else before & made
        return found

    @cached_property
    def graph(self) -> Graph | None:
        """All states; None where there are too many."""
        if not self.analysis.exact:
            return None
        try:
            return explore(shape_of(self.scenario, endings_alike=True), budget=BUDGET, stop=self.stop)
        except TooMany:
            return None

    @cached_property
    def read(self) -> frozenset[Marker]:
        """What some condition asks for: of choices, ways and scripts."""
        return frozenset(
            leaf.marker for condition in _conditions(self.scenario) for leaf in leaves(condition) if isinstance(leaf, Happened)
        )

    @cached_property
    def scripts(self) -> tuple[tuple[str, Script], ...]:
        """Every script with the scene or the choice to which it belongs."""
        found: list[tuple[str, Script]] = [(scene.id, scene.script) for scene in self.scenario.scenes.values()]
        for _, choice in self.choices:
            found += [(choice.id, choice.script), *((choice.id, branch.script) for branch in branches(choice))]
        return tuple((where, script) for where, script in found if script)

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, Paragraph], ...]:
        """Every paragraph with the scene or the choice to which it belongs."""
        return tuple((where, paragraph) for where, script in self.scripts for paragraph in paragraphs(script))

    @cached_property
    def told(self) -> dict[tuple[str, tuple[Paragraph, ...]], int]:
        """What is told at one stretch in the plays, with its scene or its choice → how many times."""
        found: Counter[tuple[str, tuple[Paragraph, ...]]] = Counter()
        for play in self.plays:
            found.update((arrival.scene, arrival.paragraphs) for arrival in play.state.opening)
            for moment in play.state.moments:
                found[moment.choice.id, moment.reaction] += 1
                found.update((arrival.scene, arrival.paragraphs) for arrival in moment.arrivals)
        return dict(found)

    @property
    def speeches(self) -> tuple[tuple[str, Speech], ...]:
        """Every spoken paragraph, likewise."""
        return tuple((where, each) for where, each in self.paragraphs if isinstance(each, Speech))

    @property
    def narrations(self) -> tuple[tuple[str, Narration], ...]:
        """Every told paragraph, likewise."""
        return tuple((where, each) for where, each in self.paragraphs if isinstance(each, Narration))


def usual_most(lengths: Iterable[int]) -> int:
    """Return what nine in ten of some lengths do not pass; of the very longest of all the seed would decide."""
    found = sorted(lengths)
    return found[len(found) * 9 // 10]


def branches(choice: Choice) -> tuple[Branch, ...]:
    """Return what an ask may add to its choice: granted, refused; nothing for another choice."""
    return (choice.ask.granted, choice.ask.refused) if choice.ask else ()


def deferred(choice: Choice) -> tuple[Later, ...]:
    """Return all that a choice defers, granted and refused."""
    return (*choice.later, *(later for branch in branches(choice) for later in branch.later))


def _at_random(scenario: Scenario, luck: Iterator[int]) -> Played:
    state = start(scenario)
    seen: list[tuple[Choice, ...]] = []
    while not state.over and len(seen) < LONGEST and (now := tuple(offered(state).values())):
        seen.append(now)
        state = step(state, now[next(luck) % len(now)].id)
    return Played(state, tuple(seen))


def _conditions(scenario: Scenario) -> Iterator[Condition]:
    for scene in scenario.scenes.values():
        yield from (way.when for way in scene.next)
        yield from (part.when for part in scene.script)
        for choice in scene.choices:
            yield choice.when
            yield from (way.when for way in choice.next)
            yield from (part.when for part in choice.script)
            for branch in branches(choice):
                yield from (way.when for way in branch.next)
                yield from (part.when for part in branch.script)
