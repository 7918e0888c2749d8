"""Scenarios in a line, and random small ones that use every feature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from game.story.condition import ALWAYS, All, AtLeast, Condition, Happened, Not, Some
from game.story.model import (
    Ask,
    Branch,
    Choice,
    Cut,
    Ending,
    Later,
    Narration,
    Part,
    Person,
    Promise,
    Scenario,
    Scene,
    Script,
    Way,
    You,
)
from game.story.playthrough import Playthrough, State, offered, replay, start, step
from game.story.vocabulary import PRINCIPLES, Amounts, Tone

DANA = You("Dana Whitfield", "candidate", "to pay the printer", "", "Counting on It", "dana", "Dana")


def person(who: str, capital: int | None = 0) -> Person:
    """Return somebody with that much capital; None for a mere voice."""
    return Person(who, who.title(), "a friend", capital, who, who.title())


def amounts(capital: Mapping[str, int]) -> Amounts:
    """Return amounts as the core writes them."""
    return tuple((who, amount) for who, amount in capital.items() if amount)


def script(text: str, when: Condition = ALWAYS) -> Script:
    """Return one paragraph of narration."""
    return (Part(when, (Narration(text),)),) if text else ()


def ways(to: str | Iterable[Way]) -> tuple[Way, ...]:
    """Return the way to one scene, or the ways given."""
    return (Way(ALWAYS, to),) if isinstance(to, str) else tuple(to)


def at_least(who: str, threshold: int) -> Condition:
    """Return `who >= threshold`."""
    return AtLeast(((who, 1),), threshold)


def later(at: str, capital: Mapping[str, int], because: str = "It came out.") -> Later:
    """Return entries deferred to a scene."""
    return Later(at, amounts(capital), because)


def promise(name: str, to: str, broken: Mapping[str, int]) -> Promise:
    """Return a promise."""
    return Promise(name, to, f"I'll do {name}.", amounts(broken), f"{name} never came.")


def choice(name: str, to: str | Iterable[Way] = "end", *, capital: Mapping[str, int] | None = None, **more: Any) -> Choice:
    """Return a choice that leads to a scene; keywords are the fields of `Choice`."""
    told = more.pop("script", "")
    principle = more.get("honours") or more.get("breaks")
    return Choice(
        id=name,
        text=more.pop("text", f"Say {name}."),
        spoken=more.pop("spoken", True),
        when=more.pop("when", ALWAYS),
        once=more.pop("once", False),
        script=script(told) if isinstance(told, str) else told,
        capital=amounts(capital or {}),
        later=tuple(more.pop("later", ())),
        promise=more.pop("promise", None),
        keeps=more.pop("keeps", None),
        flags=tuple(more.pop("flags", ())),
        honours=more.pop("honours", None),
        breaks=more.pop("breaks", None),
        advice=more.pop("advice", f"About {name}."),
        instead=more.pop("instead", "Something kinder." if principle else ""),
        letter=more.pop("letter", f"I said {name}"),
        ask=more.pop("ask", None),
        next=ways(to),
        **more,
    )


def scene(name: str, *choices: Choice, to: str | Iterable[Way] = (), **more: Any) -> Scene:
    """Return a scene with choices, or one that is passed through."""
    told = more.pop("script", f"This is {name}.")
    return Scene(
        id=name,
        place=more.pop("place", "bakery"),
        light=more.pop("light", "day"),
        time=more.pop("time", ""),
        script=script(told) if isinstance(told, str) else told,
        choices=choices,
        next=ways(to),
        ending=None,
        facilitator="",
        portraits={},
        plays=None,
        **more,
    )


def ending(name: str = "end", tone: Tone = Tone.MIXED, **more: Any) -> Scene:
    """Return an ending."""
    told = more.pop("script", f"This is {name}.")
    told = script(told) if isinstance(told, str) else told
    return Scene(name, "bakery", "day", "", told, (), (), Ending(name.title(), f"it came to {name}", tone), "", {}, None)


def scenario(*scenes: Scene, capital: Mapping[str, int | None] | None = None, cut: Cut | None = None) -> Scenario:
    """Return a scenario that starts in its first scene; an ending `end` is added where none is given."""
    if not any(each.ending for each in scenes):
        scenes = (*scenes, ending())
    people = {who: person(who, amount) for who, amount in ({"leslie": 0} if capital is None else capital).items()}
    return Scenario(
        "small", "Small", "Small", "A small story.", 5, DANA, people, scenes[0].id, {each.id: each for each in scenes},
        cut=cut,
    )


def played(story: Scenario, *choices: str) -> State:
    """Return the state after those choices."""
    return replay(Playthrough(story, choices=choices))


def scenarios() -> st.SearchStrategy[Scenario]:
    """Return random small scenarios: hubs, asks, deferrals, promises, conditions, ways, voices, all of them."""
    return st.integers(0, 2**32).map(lambda seed: random_scenario(Random(seed)))


@st.composite
def playthroughs(draw: st.DrawFn) -> Playthrough:
    """Return a random play, finished or not, of a random scenario."""
    story = draw(scenarios())
    state = start(story)
    for _ in range(draw(st.integers(0, 12))):
        if not (now := offered(state)):
            break
        state = step(state, draw(st.sampled_from(sorted(now))))
    return Playthrough(story, draw(st.integers(0, 99)), state.choices)


def random_scenario(luck: Random, *, scenes: int = 6, options: int = 3, spread: int = 9) -> Scenario:
    """Return a small scenario that obeys the rules of checked ones: only once-choices lead back.

    A scene may offer nothing in some state, which a checked file may not; the core must bear it.
    """
    return _Invention(luck, scenes, options, spread).scenario()


class _Invention:
    def __init__(self, luck: Random, scenes: int, options: int, spread: int) -> None:
        self.luck, self.options, self.spread = luck, options, spread
        self.people = ["leslie", "maya", "priya"][: luck.randint(1, 3)]
        count = luck.randint(1, scenes) if luck.random() < 0.3 else scenes
        self.kinds = ["choices" if luck.random() < 0.75 else "passing" for _ in range(count)]
        self.kinds[0] = "choices" if luck.random() < 0.9 else "passing"
        self.kinds += ["ending"] * luck.randint(1, 3)
        self.names = [f"s{number}" for number in range(len(self.kinds))]
        self.flags = ["warned", "asked"][: luck.randint(0, 2)]
        self.promises = ["letter", "call"][: luck.randint(0, 2)]
        self.made = 0
        self.known: list[str] = []
        self.picky = luck.random() < 0.6
        """Whether conditions are common."""

    def scenario(self) -> Scenario:
        luck = self.luck
        # Choices are named first, so that a condition may read one that comes later in the file.
        sizes = [luck.randint(2 if luck.random() < 0.8 else 1, self.options) if kind == "choices" else 0 for kind in self.kinds]
        self.known = [f"c{number}" for number in range(sum(sizes) or 1)]
        made = [self._scene(place, size) for place, size in enumerate(sizes)]
        people: dict[str, int | None] = {who: luck.randint(-5, 15) for who in self.people}
        return scenario(*made, capital=people | {"june": None})

    def _scene(self, place: int, size: int) -> Scene:
        name = self.names[place]
        if self.kinds[place] == "ending":
            return ending(name)
        if self.kinds[place] == "passing":
            return scene(name, to=self._ways(place, back=False))
        choices = [self._choice(place) for _ in range(size)]
        if self.luck.random() < 0.85:  # a way on that is always open
            choices[0] = replace(choices[0], when=ALWAYS, once=False, ask=None, next=self._ways(place, back=False))
        return scene(name, *choices)

    def _choice(self, place: int) -> Choice:
        luck = self.luck
        name = self.known[self.made]
        self.made += 1
        once = luck.random() < 0.4
        back = once and luck.random() < 0.6
        ask = None
        if luck.random() < 0.3:
            ask = Ask(luck.choice(self.people), luck.randint(1, 14), self._branch(place, back), self._branch(place, back))
        principle, kind = luck.choice(list(PRINCIPLES)), luck.choice(["honours", "breaks", ""])
        return choice(
            name, self._ways(place, back=back), capital=self._capital(), when=self._condition(0.35), once=once,
            later=self._laters(), promise=self._promise(), flags=self._flags(), ask=ask,
            keeps=luck.choice(self.promises) if self.promises and luck.random() < 0.35 else None,
            **({kind: principle} if kind else {}),
        )

    def _branch(self, place: int, back: bool) -> Branch:
        luck = self.luck
        return Branch(
            script("So."), amounts(self._capital()), tuple(self._laters()), tuple(self._flags()), self._promise(),
            self._ways(place, back=back) if luck.random() < 0.5 else (),
        )

    def _capital(self) -> dict[str, int]:
        return {who: self._amount() for who in self.people if self.luck.random() < 0.5}

    def _amount(self) -> int:
        return self.luck.choice([-1, 1]) * self.luck.randint(1, self.spread)

    def _laters(self) -> list[Later]:
        luck = self.luck
        count = luck.choice([0, 0, 0, 1, 1, 2])
        return [later(luck.choice(self.names), self._capital() or {self.people[0]: 3}) for _ in range(count)]

    def _promise(self) -> Promise | None:
        if not self.promises or self.luck.random() > 0.25:
            return None
        return promise(self.luck.choice(self.promises), self.people[0], self._capital())

    def _flags(self) -> list[str]:
        return [flag for flag in self.flags if self.luck.random() < 0.3]

    def _ways(self, place: int, *, back: bool) -> tuple[Way, ...]:
        luck = self.luck
        targets = self.names if back else self.names[place + 1 :]
        near = targets if back or luck.random() < 0.1 else targets[:2]
        branches = [Way(self._condition(1.0), luck.choice(near)) for _ in range(luck.choice([0, 0, 0, 1, 2]))]
        return (*branches, Way(ALWAYS, luck.choice(near)))

    def _condition(self, chance: float, depth: int = 0) -> Condition:
        luck = self.luck
        if luck.random() >= (chance if self.picky or chance == 1.0 else chance / 4):
            return ALWAYS
        kind = luck.choice(["least", "least", "least", "happened", "not", "all", "some", "sum"])
        if depth > 2:
            kind = "least"
        if kind == "least":
            return at_least(luck.choice(self.people), luck.randint(-6, 18))
        if kind == "sum":
            factors = {who: luck.choice([-2, -1, 1, 2]) for who in self.people}
            return AtLeast(tuple(sorted(factors.items())), luck.randint(-10, 20))
        if kind == "happened":
            markers = [("chose", luck.choice(self.known)), ("granted", luck.choice(self.known))]
            markers += [("flag", flag) for flag in self.flags]
            markers += [(what, name) for name in self.promises for what in ("kept", "promised")]
            return Happened(luck.choice(markers))
        if kind == "not":
            return Not(self._condition(1.0, depth + 1))
        parts = tuple(self._condition(1.0, depth + 1) for _ in range(luck.randint(0, 2)))
        return All(parts) if kind == "all" else Some((*parts, self._condition(1.0, depth + 1)))


class TooManyPlays(Exception):
    """There are more plays than a test has patience for."""


class BruteForce:
    """Every play of a scenario, one by one, by the fold itself: what an exact analysis must equal."""

    def __init__(self, story: Scenario, *, at_most: int) -> None:
        self.plays: dict[tuple[str, ...], tuple[int, str, Fraction]] = {}
        """Choices → (total, ending, probability), for those that reach an ending."""
        self.stuck: dict[tuple[str, ...], str] = {}
        self.scenes: set[str] = set()
        self.choices: set[str] = set()
        self.asks: dict[tuple[str, str], Fraction] = {}
        ahead = [(start(story), Fraction(1))]
        while ahead:
            state, chance = ahead.pop()
            self.scenes.update(arrival.scene for arrival in state.arrivals)
            if state.over:
                self.plays[state.choices] = (total_of(state), state.scene, chance)
            elif not (now := offered(state)):
                self.stuck[state.choices] = state.scene
            for name in now if not state.over else ():
                after = step(state, name)
                share = chance / len(now)
                self.choices.add(name)
                if now[name].ask:
                    answer = (name, after.moments[-1].outcome.value)
                    self.asks[answer] = self.asks.get(answer, Fraction(0)) + share
                ahead.append((after, share))
            if len(self.plays) + len(self.stuck) + len(ahead) > at_most:
                raise TooManyPlays


def total_of(state: State) -> int:
    """Return the capital of all accounts and the capital well spent, in points."""
    return sum(state.balances.values()) - sum(entry.amount for entry in state.ledger if entry.kind.value == "cost")
