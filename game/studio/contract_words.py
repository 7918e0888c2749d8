"""Contracts in words: what was expected, what a play does that has an event, and of which plays something is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.contract import Answered, Claim, Event, Kind, Reached, Scored, Sign, Word
from game.story.vocabulary import Outcome


def expected(sign: Sign, number: float) -> str:
    """Return `at least 60` and the like."""
    words = {
        Sign.AT_LEAST: "at least", Sign.OVER: "more than", Sign.AT_MOST: "at most", Sign.UNDER: "less than", Sign.EQUAL: "exactly",
    }
    return f"{words[sign]} {short(number)}"


def short(figure: float) -> str:
    """Return a number with as many digits as somebody wants to read."""
    return f"{figure:.3g}" if abs(figure) < 1 else f"{figure:.2f}".rstrip("0").rstrip(".")


def points(total: int) -> str:
    """Return `a total of 12 points`."""
    return f"a total of {total} points"


def in_moments(count: int) -> str:
    """Return `12 moments`."""
    return f"{count} moment" + ("" if count == 1 else "s")


def listed(names: list[str]) -> str:
    """Return ids as a list in words, each in quotes."""
    told = ", ".join(f"'{name}'" for name in names[:8])
    return told + (f" and {len(names) - 8} more" if len(names) > 8 else "")


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words."""

    name: str
    does: str = ""
    """What a play does that has it."""
    doing: str = ""


def told(event: Event) -> Told:
    """Return an event in words."""
    match event:
        case Reached(Kind.CHOICE, name):
            return Told(f"'{name}'", f"chooses '{name}'", f"choosing '{name}'")
        case Reached(_, name):
            return Told(f"'{name}'", f"reaches '{name}'", f"reaching '{name}'")
        case Answered(name, Outcome.GRANTED):
            return Told(f"'{name}' granted", f"is granted '{name}'", f"being granted '{name}'")
        case Answered(name, _):
            return Told(f"'{name}' refused", f"is refused '{name}'", f"being refused '{name}'")
        case Word(name, kept=True):
            return Told(f"the promise '{name}' kept", f"keeps the promise '{name}'", f"keeping the promise '{name}'")
        case Word(name, _):
            return Told(f"the promise '{name}' broken", f"breaks the promise '{name}'", f"breaking the promise '{name}'")
        case Scored(in_points, sign, number):
            return Told(f"the share of plays at random with a {'total' if in_points else 'score'} of {expected(sign, number)}")


def among_which(what: Claim) -> str:
    """Return of which plays something is claimed, with a space before it; empty where it is all."""
    parts = []
    if what.after is not None:
        match what.after:
            case Reached(_, name):
                parts.append(f"after '{name}'")
            case Answered(name, outcome):
                parts.append(f"after '{name}' was {outcome.value}")
            case Word(name, _):
                parts.append(f"after the promise '{name}' was kept")
    if what.without:
        parts.append(f"without {', '.join(told(event).name for event in what.without)}")
    if what.without_asks:
        parts.append("without asking")
    return "".join(f" {part}" for part in parts)
