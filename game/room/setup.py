"""What a room is before anybody comes in: the scenario as it is played here, its word, its seed, and its manner."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.language import _
from game.room.errors import Refused
from game.room.taking import Rule, Tie
from game.story.cut import cut
from game.story.model import Scenario

MOST_TABLES = 40
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TALK_SECONDS = 90


def letter(place: int) -> str:
    """Return the letter of a choice by its place, from 0; beyond Z its number."""
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the room plays; the facilitator may change each of these as she goes."""

    say_first: bool = False
    """Whether people say, or type, what they would say before the options show."""
    sure: bool = False
    """Whether the phones ask how sure one is; never scored."""
    names: bool = False
    """Whether the phones ask for a name."""
    tables: int = 0
    """How many tables there are that vote as one; 0 where everybody votes alone."""
    rule: Rule = Rule.MAJORITY
    tie: Tie = Tie.LOT
    whole: bool = False
    """Whether the whole scenario is played, not its cut."""
    doors: bool = True
    """Whether somebody new may still come in; those who are in stay."""
    phones: bool = True
    """Whether the room is asked to vote by phone; else the projector speaks of raised hands only."""
    timed: bool = True
    """Whether a time is offered for talking; it is an offer, and nothing ends when it is over."""

    def changed(self, what: str, value: object) -> Manner:
        """Return it with one thing changed.

        Raises:
            Refused: there is no such thing, or it cannot have that value.
        """
        if what == "say_first" and isinstance(value, bool):
            return replace(self, say_first=value)
        if what == "sure" and isinstance(value, bool):
            return replace(self, sure=value)
        if what == "names" and isinstance(value, bool):
            return replace(self, names=value)
        if what == "doors" and isinstance(value, bool):
            return replace(self, doors=value)
        if what == "phones" and isinstance(value, bool):
            return replace(self, phones=value)
        if what == "timed" and isinstance(value, bool):
            return replace(self, timed=value)
        if what == "whole" and isinstance(value, bool):
            return replace(self, whole=value)
        if what == "tables" and isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_TABLES:
            return replace(self, tables=value)
        if what == "rule" and value in set(Rule):
            return replace(self, rule=Rule(str(value)))
        if what == "tie" and value in set(Tie):
            return replace(self, tie=Tie(str(value)))
        raise Refused(_("“{what}” cannot be {value} in a room.", what=what, value=repr(value)))


@dataclass(frozen=True, slots=True)
class Setup:
    """A room before anybody comes in; see `setup_for`."""

    scenario: Scenario
    """As it is played here: the cut, or the whole."""
    word: str
    """Four letters that bring a phone in."""
    seed: int
    """Decides every lot that is drawn."""
    manner: Manner = field(default_factory=Manner)
    other: Scenario | None = None
    """The whole where the cut is played, and the other way round; None for a scenario without a cut."""
    plan: int = 0
    """How many minutes the facilitator has; 0 for as many as the scenario says."""

    @property
    def minutes(self) -> int:
        """How long it is planned to take."""
        return self.plan or self.scenario.minutes

    def swapped(self) -> Setup:
        """Return it with the whole in place of the cut, or the other way round.

        Raises:
            Refused: there is no cut.
        """
        if self.other is None:
            raise Refused(_("This scenario has no cut: it is always played whole."))
        return replace(self, scenario=self.other, other=self.scenario)


def setup_for(scenario: Scenario, *, word: str, seed: int, manner: Manner | None = None, plan: int = 0) -> Setup:
    """Return the setup of a room that plays a scenario: its cut, unless the manner says whole or it has none."""
    manner = manner or Manner()
    shorter = cut(scenario)
    if shorter is scenario:
        return Setup(scenario, word, seed, manner, plan=plan)
    played, other = (scenario, shorter) if manner.whole else (shorter, scenario)
    return Setup(played, word, seed, manner, other, plan)


def for_a_room(scenario: Scenario, *, whole: bool) -> Scenario:
    """Return a scenario as a room plays it: its cut, unless the whole is wanted or it has none."""
    return scenario if whole else cut(scenario)
