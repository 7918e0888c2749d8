"""Small words of the pages: times of day, plural forms, and how a moment is called, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import NP_, _, n_, p_, tongue
from game.story.typography import capital

if TYPE_CHECKING:
    from game.stage.views import Setting

NUMBERS = (
    # Translators: number words before what is counted, such as “three people”
    NP_("how many", "no"), NP_("how many", "one"), NP_("how many", "two"), NP_("how many", "three"),
    NP_("how many", "four"), NP_("how many", "five"), NP_("how many", "six"), NP_("how many", "seven"),
    NP_("how many", "eight"), NP_("how many", "nine"), NP_("how many", "ten"), NP_("how many", "eleven"),
    NP_("how many", "twelve"),
)

PLACES = {
    # Translators: where a scene plays; stands alone, or as in “from the bakery”
    "armory": NP_("place", "armory"), "back-office": NP_("place", "back office"),
    "badge-table": NP_("place", "badge table"), "bakery": NP_("place", "bakery"),
    "basement": NP_("place", "basement"), "bedroom": NP_("place", "bedroom"),
    "belas-window": NP_("place", "belas window"), "belas-window-bare": NP_("place", "belas window bare"),
    "board-bench": NP_("place", "board bench"), "bus-stop": NP_("place", "bus stop"),
    "coat-chair": NP_("place", "coat chair"), "coffee-shop": NP_("place", "coffee shop"),
    "dana-kitchen": NP_("place", "dana kitchen"), "daniel-kitchen": NP_("place", "daniel kitchen"),
    "elsewhere": NP_("place", "elsewhere"), "elsewhere-outdoors": NP_("place", "elsewhere outdoors"),
    "empty-chair": NP_("place", "empty chair"), "freight-office": NP_("place", "freight office"),
    "health-fair": NP_("place", "health fair"), "kitchen-door": NP_("place", "kitchen door"),
    "lenas": NP_("place", "lenas"), "library-cafe": NP_("place", "library cafe"), "luncheon": NP_("place", "luncheon"),
    "message": NP_("place", "message"), "parents-hall": NP_("place", "parents hall"), "parking-lot": NP_("place", "parking lot"),
    "school-garden": NP_("place", "school garden"), "school-gym": NP_("place", "school gym"),
    "warehouse": NP_("place", "warehouse"),
}
"""The places that come with the game, by id."""

def number(value: int) -> str:
    """Return a number in words up to twelve, then in figures."""
    return p_("how many", NUMBERS[value]) if 0 <= value < len(NUMBERS) else str(value)


def place_name(place: str) -> str:
    """Return a place's id as words; those that an author made up stand as they are."""
    known = PLACES.get(place)
    return place.replace("-", " ") if known is None else p_("place", known)


def clock(setting: Setting) -> str:
    """Return when and where a scene plays: `Saturday, 9:40`, or the place where no time is given."""
    return clock_of(setting.time, place_name(setting.place))


def clock_of(time: str, place: str) -> str:
    """Return the time, or the place where no time is given."""
    return time or capital(place)


def moment_of(setting: Setting) -> str:
    """Return `Moment 3 of about 17`."""
    now = setting.moment + 1
    if setting.about >= now:
        # Translators: a moment is a place in the story at which the player chooses
        return _("Moment {n} of about {about}", n=now, about=setting.about)
    return _("Moment {n}", n=now)


def counted(value: int, one: str, many: str | None = None) -> str:
    """Return `three people`, in English."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def verdict_on(principle: str, *, honoured: bool) -> str:
    """Return what became of a principle, in a line: `Own it · honoured`."""
    # Translators: {principle} is one of the thirteen, such as “Coffee first”, “Own it”
    return _("{principle} · honoured", principle=principle) if honoured else _("{principle} · broken", principle=principle)


def about_minutes(value: int) -> str:
    """Return `About 20 minutes`."""
    return n_("About {n} minute", "About {n} minutes", value)


def minutes(value: int) -> str:
    """Return `20 minutes`."""
    return n_("{n} minute", "{n} minutes", value)


def people(value: int) -> str:
    """Return `three people`."""
    return n_("{number} person", "{number} people", value, number=number(value))


def within_a_sentence(time: str) -> str:
    """Return a time as it stands within an English sentence: `the next Tuesday`."""
    first, _between, rest = time.partition(" ")
    small = tongue().code == "en" and rest and first in ("The", "A", "An", "Last", "First", "Late", "Next")
    return f"{first.lower()} {rest}" if small else time


def and_list(words: Sequence[str]) -> str:
    """Return `a, b and c`."""
    from game.story.column_words import listed

    return listed(words)
