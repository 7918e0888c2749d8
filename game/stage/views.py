"""What a player is shown, as text and figures, before any pixel: the window, the terminal and a voice read the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from game.story.model import YOU, Choice, Scene
from game.story.notes import held_back
from game.story.playthrough import State, offered
from game.story.typography import quoted
from game.story.vocabulary import PRINCIPLES, PersonId, Standing, standing

__all__ = [
    "REMOTE", "AccountBeat", "Asked", "Beat", "BillBeat", "Change", "Columnist", "EndingBeat", "Option", "PromiseBeat",
    "ReactionBeat", "SceneBeat", "Setting", "Spoken", "Told", "Who", "held_back", "name_of", "options", "said", "who",
]

REMOTE = ("by text", "by phone", "by mail", "on video", "on the phone", "in the letter", "in public", "online")
"""Stage directions of words that come from elsewhere."""


class Columnist(Enum):
    """When the columnist speaks."""

    AFTER_EACH_CHOICE = "after each choice"
    AT_THE_END = "at the end"


@dataclass(frozen=True, slots=True)
class Who:
    """A person as the page shows them."""

    id: PersonId
    name: str
    short: str
    role: str
    art: str
    """The drawing that stands for them in this scene."""
    capital: int | None
    """The balance, in points; None for a voice without an account."""

    @property
    def standing(self) -> Standing | None:
        """The band that the balance lies in."""
        return None if self.capital is None else standing(self.capital)


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of narration."""

    text: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line that somebody says."""

    who: Who
    face: str
    """The author's word for the expression, the last one given where this line gives none."""
    direction: str
    text: str
    face_shown: str = ""
    """The expression as it is read in another language than the author's; empty in the author's own."""
    direction_shown: str = ""

    @property
    def manner(self) -> str:
        """How it is said, in words to be read: `warm, by phone`; empty where nothing is told."""
        words = (self.face_shown or self.face, self.direction_shown or self.direction)
        return ", ".join(word for word in words if word)

    @property
    def away(self) -> bool:
        """Whether the words come from elsewhere, so that whoever says them does not stand in the place."""
        return any(way in self.direction for way in REMOTE)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as it is offered."""

    id: str
    text: str
    """With quotation marks where it is said."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a beat plays."""

    scene: str
    place: str
    light: str
    time: str
    moment: int
    """How many choices have been made so far."""
    about: int
    """How many a play has at the most."""
    title: str
    """Of the scenario."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one account."""

    who: Who
    amount: int
    before: int

    @property
    def after(self) -> int:
        """The balance afterwards, in points."""
        return self.before + self.amount


@dataclass(frozen=True, slots=True)
class SceneBeat:
    """A scene: what is told, then what can be said; without options it only tells."""

    setting: Setting
    script: tuple[Told | Spoken, ...]
    options: tuple[Option, ...]
    at_first: Spoken | None
    """Who was last seen before the script begins; nobody when the place has changed."""
    short: bool = False
    """Whether the script was told on the pages before, so that only its end is shown again."""


@dataclass(frozen=True, slots=True)
class ReactionBeat:
    """What was said, and how it was taken."""

    setting: Setting
    said: str
    script: tuple[Told | Spoken, ...]
    at_first: Spoken | None


@dataclass(frozen=True, slots=True)
class AccountBeat:
    """What a choice did to the accounts at once."""

    setting: Setting
    said: str
    changes: tuple[Change, ...]
    ask: Asked | None
    note: str
    """The columnist's; empty where she holds it back."""
    honoured: bool
    principle: str
    promised: str
    seen: Spoken | None


@dataclass(frozen=True, slots=True)
class Asked:
    """An ask, and what became of it."""

    granted: bool
    who: Who
    cost: int
    held: int


@dataclass(frozen=True, slots=True)
class BillBeat:
    """What an earlier choice brings, now: the screen connects the two."""

    setting: Setting
    cause: Setting
    said: str
    changes: tuple[Change, ...]
    because: tuple[str, ...]
    note: str
    seen: Spoken | None
    figures: bool
    """Whether amounts may be shown."""


@dataclass(frozen=True, slots=True)
class PromiseBeat:
    """A promise kept, or found open at the end."""

    setting: Setting
    given: Setting
    kept: bool
    to: Who
    text: str
    because: str
    changes: tuple[Change, ...]
    seen: Spoken | None
    figures: bool


@dataclass(frozen=True, slots=True)
class EndingBeat:
    """The last scene, with its outcome in words."""

    setting: Setting
    title: str
    script: tuple[Told | Spoken, ...]
    at_first: Spoken | None


Beat = SceneBeat | ReactionBeat | AccountBeat | BillBeat | PromiseBeat | EndingBeat


def who(state: State, person: PersonId, scene: Scene, balances: Mapping[PersonId, int] | None = None) -> Who:
    """Return a person as a scene shows them; `balances` where an earlier or later moment is meant."""
    scenario = state.scenario
    if person == YOU:
        you = scenario.you
        return Who(YOU, you.name, you.short, you.role, you.portrait, None)
    known = scenario.people[person]
    capital = None if known.capital is None else (balances or state.balances)[person]
    return Who(person, known.name, known.short, known.role, scene.portraits.get(person, known.portrait), capital)


def options(state: State, seed: int) -> tuple[Option, ...]:
    """Return the choices that are offered, in the order of the seed: the same on every machine."""
    open_now = offered(state)
    order = sorted(open_now, key=lambda name: _drawn(f"{seed}/{state.scene}/{name}"))
    return tuple(Option(name, said(open_now[name])) for name in order)


def _drawn(lot: str) -> bytes:
    # a cyclic checksum would not do: for names of one length it gives the same few orders again and again
    from hashlib import blake2b

    return blake2b(lot.encode(), digest_size=8).digest()


def said(choice: Choice) -> str:
    """Return a choice's words, in quotation marks where they are spoken."""
    return quoted(choice.text) if choice.spoken else choice.text


def name_of(principle: str | None) -> str:
    """Return a principle's short name, in the language that is spoken; empty for none."""
    return PRINCIPLES[principle].name_shown if principle else ""
