"""The glossary as types: ids, principles and standings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from game.language import N_, NP_, _, p_

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

    # Translators: how close somebody is to the player, in six steps; printed after a name, with a capital
    STRANGER = NP_("standing", "stranger")
    MET = NP_("standing", "met")
    ACQUAINTANCE = NP_("standing", "acquaintance")
    CONTACT = NP_("standing", "contact")
    IN_YOUR_NETWORK = NP_("standing", "in your network")
    ALLY = NP_("standing", "ally")

    @property
    def words(self) -> str:
        """The standing as it stands within a sentence: `in your network`."""
        return p_("standing", self.value)

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

    @property
    def name_shown(self) -> str:
        """The name in the language that is spoken now."""
        return _(self.name)

    @property
    def sentence_shown(self) -> str:
        """The lesson in the language that is spoken now."""
        return _(self.sentence)


PRINCIPLES: dict[str, Principle] = {
    principle.id: principle
    for principle in (
        Principle("time-and-place", N_("Time and place"), N_("A chance meeting is neither the time nor the place for a favour.")),
        Principle("reach-out-properly", N_("Reach out properly"), N_("If somebody matters to you, take the trouble to write.")),
        Principle("mutual-friend", N_("A mutual friend"), N_("The warm way in goes through somebody who knows you both.")),
        Principle("mutual-benefit", N_("Good for both"), N_("Look for what serves the two of you, or more than the two of you.")),
        Principle("not-about-you", N_("Not about you"), N_("They have an afternoon of their own: ask about it.")),
        Principle("met-is-not-network", N_("Met is not network"), N_("A face that you know is not yet a person on your side.")),
        Principle("ongoing", N_("Ongoing"), N_("Capital is put in, a little at a time, before it is spent.")),
        Principle("news-is-welcome", N_("News is welcome"), N_("Tell your news and leave it there: the next sentence is what costs.")),
        Principle("newcomer-first", N_("Newcomer first"), N_("Whoever pounces on a guest loses the whole table a member.")),
        Principle("own-it", N_("Own it"), N_("If you let it lapse, say so: short, specific, no excuse.")),
        Principle("coffee-first", N_("Coffee first"), N_("Ask for a coffee, and not for a job.")),
        Principle("no-entitlement", N_("Nobody owes you"), N_("Some will help and some will not; thank them both.")),
        Principle("key-to-your-future", N_("Anybody's key"), N_("Every chance comes from a person, and you never know from which.")),
    )
}
"""The thirteen principles by id. Source: the 2009 column that the game comes from, in our words."""
