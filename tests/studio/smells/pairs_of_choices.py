"""Ways of playing, choices as they are read, and moments: what smells, and its mend."""

from __future__ import annotations

from game.story.model import Scenario
from tests.builders import later
from tests.studio.smells.lessons import (
    FAIR,
    FIRST_IS_BEST,
    IN_TURNS,
    KIND,
    LINE,
    RASH,
    lesson,
    one,
    pair,
    says,
)

# Ways of playing.


@pair("careless-strategy")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Whoever always takes the first wins, until the order is changed, and what pleases at once costs more later."""
    gloss = {"breaks": "ongoing", "capital": {"leslie": 7}, "later": [later("end", {"leslie": -13})]}
    places = ((KIND, FAIR, gloss), (gloss, KIND, FAIR), (FAIR, gloss, KIND))
    return lesson(*[FIRST_IS_BEST] * 5), ("",), lesson(*places, *places[:2])


@pair("random-median")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Where three of four choices are good, chance does well."""
    kind, rash = {"capital": {"leslie": 5}}, {"capital": {"leslie": -5}}
    return lesson(*[(kind, kind, kind, rash)] * 6), ("",), lesson(*[(kind, kind, rash, rash)] * 6)


# Choices as they are read.


@pair("choice-length")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """A label is no answer, and a paragraph is none either."""
    return one(says("Sorry."), says("On " * 50), says(LINE)), ("m0-0", "m0-1"), one(says(LINE), says(LINE))


@pair("unlike-length")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """The longest is twice as long as the shortest; then both are about as long."""
    return one(says(LINE), says(LINE * 2)), ("m0",), one(says(LINE), says(LINE + " at all"))


def _length(best: str, other: str) -> Scenario:
    return lesson(*[(says(best, KIND), says(other, RASH), says(other, FAIR))] * 3)


@pair("best-is-longest")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """In three moments of three the best is the longest; then once it is not."""
    return _length("A longer answer", "An answer"), ("",), _length("An answer", "A longer answer")


@pair("best-is-shortest")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """In three moments of three the best is the shortest."""
    return _length("An answer", "A longer answer"), ("",), _length("A longer answer", "An answer")


@pair("best-in-one-place")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """The best stands first in nine moments, also three times running; then it stands everywhere."""
    return lesson(*[FIRST_IS_BEST] * 9), ("", "m2"), lesson(*IN_TURNS * 3)


@pair("best-is-only-question")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Only the best asks; then a mistake asks too."""
    asks, tells, pounces = says("How is she?", KIND), says("I see.", FAIR), says("Whom do I call?", RASH)
    return lesson(*[(asks, tells)] * 3), ("",), lesson(*[(asks, tells, pounces)] * 3)


@pair("best-is-most-you")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Only the best says you; then the flatterer does."""
    you, me, flattery = says("And your garden", KIND), says("I am well", FAIR), says("You, you, you", RASH)
    return lesson(*[(you, me)] * 4), ("",), lesson(*[(you, me, flattery)] * 4)


@pair("unlike-tone")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Mistakes say "just" and good deeds do not; then both do."""
    quick, calm = says("Just a quick one!", RASH), says("How is the garden?", KIND)
    both = says("Just the garden.", KIND)
    return lesson(*[(quick, calm)] * 3), ("",), lesson(*[(quick, both)] * 3)


# Moments.


@pair("number-of-choices")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Five are too many; three are not."""
    return one(*[FAIR] * 5), ("m0",), one(*[FAIR] * 3)


@pair("one-sane-choice")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """One kind deed between two blunders, and then a second that can be defended."""
    return one(KIND, RASH, RASH), ("m0",), one(KIND, FAIR, RASH)


@pair("no-temptation")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Two moments in which nothing can go wrong; one may be calm."""
    return lesson((KIND, FAIR), (KIND, FAIR)), ("m0", "m1"), lesson((KIND, FAIR), (KIND, RASH))


@pair("twin-choices")
def _() -> tuple[Scenario, tuple[str, ...], Scenario]:
    """Two thanks that do the same; then one of them thanks Priya."""
    twin = one(FAIR, FAIR)
    return twin, ("m0-1",), one(FAIR, {**FAIR, "capital": {"leslie": 2, "priya": 1}}, capital={"leslie": 0, "priya": 0})
