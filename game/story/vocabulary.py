"""The glossary as types: ids, principles and standings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

SceneId = str
PersonId = str
ChoiceId = str
PromiseId = str
Flag = str

Amounts = tuple[tuple[PersonId, int], ...]
"""Points of capital by person, in the order in which the author wrote them; never zero."""


class Outcome(Enum):
    """What became of a choice: most are plain; an ask is granted or refused."""

    PLAIN = "plain"
    GRANTED = "granted"
    REFUSED = "refused"


class Tone(Enum):
    """How an ending feels; the column's openings and closings follow it."""

    WARM = "warm"
    MIXED = "mixed"
    COOL = "cool"


class Standing(Enum):
    """A band of the balance, from a stranger to an ally."""

    STRANGER = "stranger"
    MET = "met"
    ACQUAINTANCE = "acquaintance"
    CONTACT = "contact"
    IN_YOUR_NETWORK = "in your network"
    ALLY = "ally"

    @property
    def step(self) -> int:
        """0 for a stranger to 5 for an ally."""
        return list(Standing).index(self)


STANDING_FROM = {
    Standing.MET: 5,
    Standing.ACQUAINTANCE: 15,
    Standing.CONTACT: 30,
    Standing.IN_YOUR_NETWORK: 45,
    Standing.ALLY: 65,
}
"""The least balance, in points, of each standing above stranger."""


def standing(balance: int) -> Standing:
    """Return the standing that a balance, in points, amounts to."""
    reached = [band for band, least in STANDING_FROM.items() if balance >= least]
    return reached[-1] if reached else Standing.STRANGER


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the thirteen lessons that a choice honours or breaks."""

    id: str
    name: str
    """Two or three words, for a chart."""
    sentence: str
    """The lesson, in our words."""


PRINCIPLES: dict[str, Principle] = {
    principle.id: principle
    for principle in (
        Principle("time-and-place", "Time and place", "A chance meeting is neither the time nor the place for a favour."),
        Principle("reach-out-properly", "Reach out properly", "If somebody matters to you, take the trouble to write."),
        Principle("mutual-friend", "A mutual friend", "The warm way in goes through somebody who knows you both."),
        Principle("mutual-benefit", "Good for both", "Look for what serves the two of you, or more than the two of you."),
        Principle("not-about-you", "Not about you", "They have an afternoon of their own: ask about it."),
        Principle("met-is-not-network", "Met is not network", "A face that you know is not yet a person on your side."),
        Principle("ongoing", "Ongoing", "Capital is put in, a little at a time, before it is spent."),
        Principle("news-is-welcome", "News is welcome", "Tell your news and leave it there: the next sentence is what costs."),
        Principle("newcomer-first", "Newcomer first", "Whoever pounces on a guest loses the whole table a member."),
        Principle("own-it", "Own it", "If you let it lapse, say so: short, specific, no excuse."),
        Principle("coffee-first", "Coffee first", "Ask for a coffee, and not for a job."),
        Principle("no-entitlement", "Nobody owes you", "Some will help and some will not; thank them both."),
        Principle("key-to-your-future", "Anybody's key", "Every chance comes from a person, and you never know from which."),
    )
}
"""The thirteen principles by id. Source: the 2009 column that the game comes from, in our words."""
