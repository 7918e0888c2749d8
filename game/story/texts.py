"""Every text of a scenario that a reader sees, with an address that survives edits elsewhere.

An address is made of ids, never of places in a list: a line that is inserted, moved or taken away leaves the
addresses of all others as they were. Together with the text itself it is what a translator's catalogue knows a line
by, as `msgctxt` and `msgid`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from game.story.model import (
    Ask,
    Branch,
    Bridge,
    Choice,
    Cut,
    Later,
    Paragraph,
    Part,
    Person,
    Promise,
    Scenario,
    Scene,
    Script,
    Speech,
    You,
)

Said = Callable[[str, str], str]
"""From an address and a text to the text as it is to be read."""

MANNER = "manner"
"""The address of all expressions and stage directions: a word means the same wherever it stands."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and where it stands."""

    address: str
    """`scene in-line script leslie`, `choice pounce advice`, `people leslie role`."""
    text: str


def texts(scenario: Scenario) -> Iterator[Text]:
    """Yield the texts of a scenario in reading order, each address and text once; those that are empty are left out."""
    found: dict[Text, None] = {}

    def keep(address: str, text: str) -> str:
        found.setdefault(Text(address, text))
        return text

    in_other_words(scenario, keep)
    yield from found


def in_other_words(scenario: Scenario, said: Said) -> Scenario:
    """Return a scenario with its texts said otherwise; ids, amounts, ways and the fingerprint stay as they are."""
    words = _Words(said)
    return replace(
        scenario,
        title=words("title", scenario.title),
        headline=words("headline", scenario.headline),
        summary=words("summary", scenario.summary),
        you=words.you(scenario.you),
        people={name: words.person(person) for name, person in scenario.people.items()},
        scenes={name: words.scene(scene) for name, scene in scenario.scenes.items()},
        cut=None if scenario.cut is None else words.cut(scenario.cut),
        discussion=tuple(words("discussion", question) for question in scenario.discussion),
    )


class _Words:
    """Walks through a scenario."""

    def __init__(self, said: Said) -> None:
        self._said = said

    def __call__(self, address: str, text: str) -> str:
        return self._said(address, text) if text.strip() else text

    def you(self, you: You) -> You:
        """Return who the player is."""
        fields = ("name", "short", "role", "situation", "wants", "pressure", "signs_as")
        return replace(you, **{name: self(f"you {name}", getattr(you, name)) for name in fields})

    def person(self, person: Person) -> Person:
        """Return somebody."""
        at = f"people {person.id}"
        return replace(
            person,
            name=self(f"{at} name", person.name),
            short=self(f"{at} short", person.short),
            role=self(f"{at} role", person.role),
        )

    def scene(self, scene: Scene) -> Scene:
        """Return a scene with its choices."""
        at = f"scene {scene.id}"
        ending = scene.ending
        return replace(
            scene,
            time=self(f"{at} time", scene.time),
            script=self.script(f"{at} script", scene.script),
            choices=tuple(self.choice(choice) for choice in scene.choices),
            ending=ending and replace(
                ending, title=self(f"{at} ending title", ending.title), letter=self(f"{at} ending letter", ending.letter)
            ),
            facilitator=self(f"{at} facilitator", scene.facilitator),
        )

    def choice(self, choice: Choice) -> Choice:
        """Return a choice and all that comes of it."""
        at = f"choice {choice.id}"
        return replace(
            choice,
            label=self(f"{at} label", choice.label),
            text=self(f"{at} {'say' if choice.spoken else 'do'}", choice.text),
            script=self.script(f"{at} script", choice.script),
            later=self.later(at, choice.later),
            promise=self.promise(choice.promise),
            advice=self(f"{at} advice", choice.advice),
            instead=self(f"{at} instead", choice.instead),
            letter=self(f"{at} letter", choice.letter),
            ask=choice.ask and self.ask(at, choice.ask),
        )

    def ask(self, at: str, ask: Ask) -> Ask:
        """Return an ask with both its branches."""
        return replace(ask, granted=self.branch(f"{at} granted", ask.granted), refused=self.branch(f"{at} refused", ask.refused))

    def branch(self, at: str, branch: Branch) -> Branch:
        """Return what a granted or refused ask adds."""
        return replace(
            branch,
            script=self.script(f"{at} script", branch.script),
            later=self.later(at, branch.later),
            promise=self.promise(branch.promise),
        )

    def later(self, at: str, entries: tuple[Later, ...]) -> tuple[Later, ...]:
        """Return deferred entries."""
        return tuple(replace(each, because=self(f"{at} later {each.at}", each.because)) for each in entries)

    def promise(self, promise: Promise | None) -> Promise | None:
        """Return a promise."""
        if promise is None:
            return None
        at = f"promise {promise.id}"
        return replace(promise, text=self(at, promise.text), because=self(f"{at} broken", promise.because))

    def cut(self, cut: Cut) -> Cut:
        """Return a cut with its bridges."""
        bridges = {
            scene: Bridge(self.script(f"bridge {scene} script", bridge.script), bridge.next)
            for scene, bridge in cut.bridges.items()
        }
        return replace(cut, bridges=bridges)

    def script(self, at: str, script: Script) -> Script:
        """Return a script."""
        return tuple(Part(part.when, tuple(self.paragraph(at, each) for each in part.paragraphs)) for part in script)

    def paragraph(self, at: str, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph; an expression stays the key to a face, and gets its words beside it."""
        if not isinstance(paragraph, Speech):
            return replace(paragraph, text=self(at, paragraph.text))
        return replace(
            paragraph,
            text=self(f"{at} {paragraph.person}", paragraph.text),
            face_shown=self(MANNER, paragraph.face),
            direction_shown=self(MANNER, paragraph.direction),
        )
