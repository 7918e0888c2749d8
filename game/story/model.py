"""The checked scenario: frozen values that cannot be wrong, for `game.authoring` has judged them.

Nothing after that door checks again: each id that is named exists, each script is in order, each hub ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.story.condition import Condition
from game.story.vocabulary import Amounts, ChoiceId, Flag, PersonId, PromiseId, SceneId, Tone

YOU = "you"
"""The speaker id of the player, allowed in every script."""
LONGEST_LABEL = 24
"""Characters: as many as fit under a bar of a room's chart."""
LONGEST_QUESTION = 160
"""Characters: two lines of a projector, which the last row can read at a glance."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the story; with an account, unless `capital` is None: then a mere voice."""

    id: PersonId
    name: str
    role: str
    capital: int | None
    """Points at the start."""
    portrait: str
    """The drawn person who stands for them; an id without a drawing gets the stand-in."""
    short: str
    """What the page calls them in running text."""


@dataclass(frozen=True, slots=True)
class You:
    """The person whom the player is."""

    name: str
    role: str
    wants: str
    pressure: str
    """Why it presses; may be empty."""
    signs_as: str
    """The signature under the letter to the columnist."""
    portrait: str
    short: str
    situation: str = ""
    """What opens the letter, in the first person; where it is empty, the letter begins with what was wanted."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A paragraph that tells."""

    text: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A line that somebody says."""

    person: PersonId
    face: str
    """The author's word for the expression; empty where the face stays as it was."""
    direction: str
    """A stage direction for the reader; may be empty."""
    text: str
    face_shown: str = ""
    """The expression as it is read in another language than the author's; empty in the author's own."""
    direction_shown: str = ""
    """The stage direction likewise."""


Paragraph = Narration | Speech


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of script, told where its condition holds."""

    when: Condition
    paragraphs: tuple[Paragraph, ...]


Script = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way on; of several the first whose condition holds is taken, and the last always holds."""

    when: Condition
    to: SceneId


@dataclass(frozen=True, slots=True)
class Later:
    """Entries that are posted on the next arrival at a scene."""

    at: SceneId
    capital: Amounts
    because: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A word given: kept by a later choice, or broken if the ending finds it open."""

    id: PromiseId
    to: PersonId
    text: str
    broken: Amounts
    because: str
    """The reason of the entry that a broken promise posts."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What a granted or a refused ask adds to its choice."""

    script: Script = ()
    capital: Amounts = ()
    later: tuple[Later, ...] = ()
    flags: tuple[Flag, ...] = ()
    promise: Promise | None = None
    next: tuple[Way, ...] = ()
    """Empty where the choice's own way on holds."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Capital spent for something: granted where the balance covers the cost, refused where it does not."""

    of: PersonId
    cost: int
    """Points, above zero."""
    granted: Branch
    refused: Branch


@dataclass(frozen=True, slots=True)
class Choice:
    """A response that the player may give."""

    id: ChoiceId
    text: str
    spoken: bool
    """True for `say:`, false for `do:`."""
    when: Condition
    once: bool
    script: Script
    capital: Amounts
    later: tuple[Later, ...]
    promise: Promise | None
    keeps: PromiseId | None
    flags: tuple[Flag, ...]
    honours: str | None
    breaks: str | None
    advice: str
    instead: str
    letter: str
    ask: Ask | None
    next: tuple[Way, ...]
    """Never empty: the scene's own where the choice had none."""
    label: str = ""
    """The act in at most `LONGEST_LABEL` characters, for the charts of a room; empty where the author gave none."""

    @property
    def principle(self) -> str | None:
        """The principle that the choice honours or breaks."""
        return self.honours or self.breaks


@dataclass(frozen=True, slots=True)
class Ending:
    """How a play ends, in words."""

    title: str
    letter: str
    """The clause with which the player's letter closes."""
    tone: Tone


@dataclass(frozen=True, slots=True)
class Scene:
    """A place and a time, a script, then choices, or a way on, or an ending: exactly one of the three."""

    id: SceneId
    place: str
    light: str
    time: str
    script: Script
    choices: tuple[Choice, ...]
    next: tuple[Way, ...]
    """The way on of a scene without choices."""
    ending: Ending | None
    facilitator: str
    portraits: Mapping[PersonId, str]
    """Another drawing of a person, in this scene only."""
    plays: PersonId | None
    """The person whom the player is in this scene, if not the usual one (`as:`)."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """What a cut tells instead of a scene that it does not play."""

    script: Script
    next: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A shorter play for a room: the scenes that it plays, and bridges over those that it passes through."""

    minutes: int
    moments: tuple[SceneId, ...]
    """The scenes with choices that are played; the first is where the cut starts."""
    bridges: Mapping[SceneId, Bridge]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One checked scenario."""

    id: str
    """The name of its file or folder; not part of what is fingerprinted."""
    title: str
    headline: str
    summary: str
    minutes: int
    you: You
    people: Mapping[PersonId, Person]
    start: SceneId
    scenes: Mapping[SceneId, Scene]
    cut: Cut | None = None
    expect: tuple[str, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)
    fingerprint: str = ""
    """Of the text it was read from; a play of another fingerprint is replayed as far as it holds."""
    discussion: tuple[str, ...] = ()
    """Three questions for a room afterwards: what happened, so what, now what; or none. At most `LONGEST_QUESTION` characters each."""
    language: str = "en"
    """The code of the language in which its author wrote it."""

    @property
    def accounts(self) -> tuple[Person, ...]:
        """The people with whom the player holds an account."""
        return tuple(person for person in self.people.values() if person.capital is not None)

    def choice(self, choice: ChoiceId) -> Choice:
        """Return a choice by its id, which is unique in the scenario."""
        return next(c for scene in self.scenes.values() for c in scene.choices if c.id == choice)
