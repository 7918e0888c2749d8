"""Which choice the room makes: the majority's, the facilitator's, a drawn lot's, or the tempting one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from zlib import crc32

from game.room.votes import leaders
from game.story.chance import numbers
from game.story.model import Choice


class Rule(StrEnum):
    """By which rule a choice is made."""

    MAJORITY = "majority"
    FACILITATOR = "facilitator"
    LOT = "lot"
    TEMPTING = "tempting"


class Tie(StrEnum):
    """What decides where two are level."""

    LOT = "lot"
    FACILITATOR = "facilitator"
    TEMPTING = "tempting"


def drawn(options: Sequence[str], weights: Sequence[int], *, seed: int, moment: int) -> str:
    """Return one of some options, each as likely as its weight; the same for the same seed and moment.

    Without any weight above zero all are equally likely. There must be an option.
    """
    parts = [max(0, weight) for weight in weights]
    if not any(parts):
        parts = [1] * len(options)
    ticket = next(numbers(crc32(f"{seed}/{moment}".encode()))) % sum(parts)
    for option, part in zip(options, parts, strict=True):
        if ticket < part:
            return option
        ticket -= part
    return options[-1]


def tempting(offered: Mapping[str, Choice], counts: Mapping[str, int]) -> str:
    """Return the choice that tempted most: of those that break a principle the one with the most votes.

    Where none breaks one, the one with the most votes of all; where votes are level, the first.
    """
    breaks = [name for name, choice in offered.items() if choice.breaks is not None]
    return max(breaks or list(offered), key=lambda name: counts.get(name, 0))


def taken(
    rule: Rule, tie: Tie, offered: Mapping[str, Choice], counts: Mapping[str, int], *, seed: int, moment: int
) -> str | None:
    """Return the choice that a rule makes; None where the facilitator must say which, or nothing is offered.

    Args:
        rule: of the room.
        tie: what decides where the first are level, under the majority's rule.
        offered: the choices, in the order of their letters.
        counts: votes by choice.
        seed: of the room.
        moment: from 0.
    """
    names = list(offered)
    if rule is Rule.FACILITATOR or not names:
        return None
    if rule is Rule.TEMPTING:
        return tempting(offered, counts)
    if rule is Rule.LOT:
        return drawn(names, [counts.get(name, 0) for name in names], seed=seed, moment=moment)
    ahead = leaders(counts)
    if not ahead:
        return None  # nobody voted: there is no majority
    if len(ahead) == 1:
        return ahead[0]
    if tie is Tie.TEMPTING:
        return tempting({name: offered[name] for name in ahead}, counts)
    if tie is Tie.LOT:
        return drawn(ahead, [1] * len(ahead), seed=seed, moment=moment)
    return None
