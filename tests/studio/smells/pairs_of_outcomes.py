"""Mistakes, principles, asks and endings: what smells, and its mend."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.story.condition import Happened
from game.story.model import Ask, Branch, Scenario, Scene, Way
from tests.builders import at_least, ending, later, script
from tests.studio.smells.lessons import (
    FAIR,
    KIND,
    RASH,
    Wanted,
    lesson,
    one,
    pair,
    with_scene,
)

# Mistakes.


@pair("free-break")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A break that pleases somebody and costs nobody; then the bill comes later."""
    free = {"breaks": "ongoing", "capital": {"leslie": 2}}
    return one(KIND, free), ("m0-1",), one(KIND, {**free, "later": [later("end", {"leslie": -9})]})


@pair("hurts-at-once")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Each mistake costs nine on the spot; then two, and seven later."""
    now = {"breaks": "ongoing", "capital": {"leslie": -9}}
    late = {"breaks": "ongoing", "capital": {"leslie": -2}, "later": [later("end", {"leslie": -7})]}
    return lesson(*[(KIND, now)] * 4), ("",), lesson(*[(KIND, late)] * 4)


WORKS = {"breaks": "ongoing", "capital": {"leslie": 2}, "later": [later("end", {"leslie": -9})]}


@pair("no-mistake-that-works")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Nothing seems to work; then two mistakes do."""
    return lesson(*[(KIND, RASH)] * 8), ("",), lesson(*[(KIND, WORKS)] * 2, *[(KIND, RASH)] * 6)


@pair("no-delay")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A bill in the very next scene is no delay; one at the ending is."""
    moments = [({**RASH, "later": [later(f"m{number + 1}", {"leslie": -9})]}, KIND) for number in range(5)]
    return lesson(*moments), ("",), lesson(*[({**RASH, "later": [later("end", {"leslie": -9})]}, KIND)] * 5)


@pair("unmentioned-bill")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """The ending tells the same to all; then it has a part for whoever made the mistake."""
    story = lesson((WORKS, KIND), *[(KIND, RASH)] * 7)
    told = (*story.scenes["end"].script, *script("She looks past you.", Happened(("chose", "m0-0"))))
    return story, ("m0-0",), with_scene(story, "end", script=told)


@pair("no-late-gift")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Kindness is paid at once or not at all; then it comes back at the ending."""
    gift = {**KIND, "later": [later("end", {"leslie": 3})]}
    return lesson(*[(KIND, RASH)] * 8), ("",), lesson((gift, RASH), *[(KIND, RASH)] * 7)


# Principles.


@pair("unpressed-principle")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """One principle is honoured three times and never broken, the other broken and never honoured."""
    pressed = ({"breaks": "not-about-you"}, {"honours": "time-and-place"})
    return lesson(*[(KIND, RASH)] * 3), ("", ""), lesson(*[(KIND, RASH)] * 3, pressed)


@pair("few-principles")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Eight moments with two principles; then with four."""
    more = ({"honours": "ongoing"}, {"breaks": "own-it"})
    return lesson(*[(KIND, RASH)] * 8), ("",), lesson(*[(KIND, RASH)] * 7, more)


# Asks.


def _ask(cost: int, **granted: Any) -> Wanted:
    capital = granted.pop("capital", ())
    return {"ask": Ask("leslie", cost, Branch(capital=capital, **granted), Branch())}


@pair("never-granted")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Forty of an account that holds six; then six."""
    return lesson((KIND, RASH), (_ask(40), KIND)), ("m1-0",), lesson((KIND, RASH), (_ask(6), KIND))


@pair("few-asks")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """One thing that can be had is not enough for a lesson; two are."""
    return lesson(*[(KIND, RASH)] * 7, (_ask(6), KIND)), ("",), lesson(*[(KIND, RASH)] * 6, *[(_ask(6), KIND)] * 2)


@pair("ask-without-closing")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Nothing closes the first, the second pays itself back; then a third of the cost comes back."""
    back, all_of_it = _ask(9, capital=(("leslie", 3),)), _ask(9, capital=(("leslie", 9),))
    bad, good = lesson((KIND, RASH), (_ask(9), all_of_it)), lesson((KIND, RASH), (back, back))
    return replace(bad, people=_rich(bad)), ("m1-0", "m1-1"), replace(good, people=_rich(good))


def _rich(story: Scenario) -> dict[str, Any]:
    return {who: replace(person, capital=20) for who, person in story.people.items()}


# Endings.


def _endings(*least: int) -> tuple[Scene, ...]:
    return tuple(ending(f"e{number}") for number in range(len(least)))


def _ends(count: int, *least: int) -> Scenario:
    ways = [Way(at_least("leslie", balance), f"e{number}") for number, balance in enumerate(least[:-1])]
    close = (*ways, Way(script("x")[0].when, f"e{len(least) - 1}"))
    return lesson(*[(KIND, RASH)] * count, close=close, last=_endings(*least))


@pair("number-of-endings")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """All plays end alike; then there are two ends."""
    return lesson((KIND, RASH)), ("",), _ends(1, 5, 0)


@pair("ending-share")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """One ending in 256 plays, one in most; then each has its share."""
    return _ends(8, 48, 32, 24, -99), ("e0", "e3"), _ends(8, 26, 17, 9, -99)


@pair("needs-an-ask")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """What is granted brings thirty, and no other way is worth as much; then it brings back a third."""
    rich, fair = _ask(6, capital=(("leslie", 30),)), _ask(6, capital=(("leslie", 2),))
    return lesson(*[(KIND, RASH)] * 7, (rich, FAIR)), ("",), lesson(*[(KIND, RASH)] * 7, (fair, FAIR))


@pair("no-way-back")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """After the first mistake nothing is left to win; then it costs a fifth of all."""
    lost = {**RASH, "capital": {"leslie": -90}}
    dear = {**RASH, "capital": {"leslie": -10}}
    return lesson((KIND, lost), *[(KIND, RASH)] * 7), ("m0-1",), lesson((KIND, dear), *[(KIND, RASH)] * 7)
