"""What the pairs are made of: lessons of a few moments, and choices in a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from game.story.model import Choice, Part, Scenario, Speech
from tests.builders import choice, ending, scenario, scene, script

LINE = "A line of some forty characters, no more"
"""The text of a choice where its words are all one."""
TEN = "The bread is warm and the line is not so long. "
"""Ten words."""


@dataclass(frozen=True)
class Pair:
    """What smells, where, and the mend."""

    claim: str
    smells: Scenario
    where: tuple[str, ...]
    mended: Scenario


PAIRS: dict[str, Callable[[], Pair]] = {}
"""The pairs by the name of the rule."""


def pair(name: str) -> Callable[[Callable[[], tuple[Scenario, tuple[str, ...], Scenario]]], None]:
    def keep(made: Callable[[], tuple[Scenario, tuple[str, ...], Scenario]]) -> None:
        claim = made.__doc__ or ""
        PAIRS[name] = lambda: Pair(claim, *made())

    return keep


Wanted = Mapping[str, Any]
"""The fields of a choice, without its id and its way on."""

KIND: Wanted = {"capital": {"leslie": 6}, "honours": "not-about-you"}
FAIR: Wanted = {"capital": {"leslie": 3}, "honours": "news-is-welcome"}
RASH: Wanted = {"capital": {"leslie": -2}, "breaks": "time-and-place"}


def lesson(*moments: tuple[Wanted, ...], told: str = "She has a cup in her hand.", **more: Any) -> Scenario:
    """Return a scenario of moments m0, m1 … one after the other, their choices m0-0, m0-1 …; then `end`."""
    last = more.pop("last", (ending(),))
    scenes = [
        scene(
            f"m{number}",
            *(_choice(f"m{number}-{place}", f"m{number + 1}", wanted) for place, wanted in enumerate(moment)),
            script=told,
        )
        for number, moment in enumerate(moments)
    ]
    return scenario(*scenes, scene(f"m{len(moments)}", to=more.pop("close", last[0].id)), *last, **more)


def _choice(name: str, to: str, wanted: Wanted) -> Choice:
    return choice(name, wanted.get("to", to), **{"text": LINE} | {key: it for key, it in wanted.items() if key != "to"})


def says(text: str, wanted: Wanted = FAIR) -> Wanted:
    """Return a choice with a text."""
    return {**wanted, "text": text}


def one(*choices: Wanted, **more: Any) -> Scenario:
    """Return a scenario of one moment."""
    return lesson(choices, **more)


def with_scene(story: Scenario, name: str, **fields: Any) -> Scenario:
    """Return the scenario with other fields in one scene."""
    return replace(story, scenes={**story.scenes, name: replace(story.scenes[name], **fields)})


def spoken(*lines: str, who: str = "leslie") -> tuple[Part, ...]:
    """Return a script of somebody's lines."""
    return (Part(script("x")[0].when, tuple(Speech(who, "", "", line) for line in lines)),)


FIRST_IS_BEST = (KIND, FAIR, RASH)
IN_TURNS = (FIRST_IS_BEST, (RASH, KIND, FAIR), (FAIR, RASH, KIND))
