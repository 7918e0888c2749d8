"""A translator's catalogue made of a scenario, or brought up to what the scenario says now; pure.

A line is known by its address and its text. Where the text at an address has changed, its translation is kept and
flagged as fuzzy, with the text that it was made of; where only the address has changed (a scene was renamed), it is
kept as it is. What is no longer said is kept at the end, as obsolete, for whoever wants it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from game.story.model import LONGEST_LABEL, LONGEST_QUESTION, Scenario
from game.story.texts import MANNER, Text, texts

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

ALIKE = 0.35
"""From 0 to 1: how like each other an old text and a new one at the same address must be to be the same line, changed."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of a catalogue."""

    catalogue: Catalog
    new: int
    """Lines that wait for their first translation, those of earlier times included."""
    changed: int
    """Lines whose translation belongs to an older text."""
    done: int
    gone: int
    """Lines that are no longer said, and were translated."""

    @property
    def whole(self) -> int:
        """How many lines there are."""
        return self.new + self.changed + self.done


def renewed(scenario: Scenario, code: str, old: Catalog | None) -> Renewal:
    """Return the catalogue of a scenario for a language, with the translations of an older one.

    Args:
        scenario: as its author wrote it.
        code: of the language.
        old: what there was; None for nothing.

    Raises:
        babel.UnknownLocaleError: nobody knows such a language.
        ValueError: its code is none.
    """
    from babel.messages.catalog import Catalog

    made = Catalog(
        locale=code.replace("-", "_"), project=scenario.title, version="1", charset="utf-8", fuzzy=False,
        header_comment=_head(scenario, old),
        last_translator=old.last_translator if old is not None else None,
        language_team=old.language_team if old is not None else None,
        revision_date=old.revision_date if old is not None else None,
    )
    before = dict(_messages(old)) if old is not None else {}
    said = list(texts(scenario))
    kept = {(text.address, text.text) for text in said}
    gone = {key: message for key, message in before.items() if key not in kept}
    by_address, by_text = defaultdict(list), defaultdict(list)
    for key, message in gone.items():
        by_address[key[0]].append(message)
        by_text[key[1]].append(message)
    new = changed = done = 0
    used: set[int] = set()
    for text in said:
        key = text.address, text.text
        found, fuzzy = before.get(key), False
        previous = ""
        if found is not None:
            fuzzy, previous = found.fuzzy, _older(found)
        else:
            found = next((one for one in by_text[text.text] if id(one) not in used), None)
            if found is None and (found := _nearest(text, by_address[text.address], used)) is not None:
                fuzzy, previous = True, str(found.id)
            elif found is not None:
                fuzzy, previous = found.fuzzy, _older(found)
            if found is not None:
                used.add(id(found))
        string = found.string if found is not None and isinstance(found.string, str) else ""
        made.add(
            text.text, string, context=text.address, auto_comments=list(remarks(scenario, text)),
            user_comments=list(found.user_comments) if found is not None else (),
            flags=("fuzzy",) if fuzzy and string else (), previous_id=previous if fuzzy and string else (),
        )
        new, changed, done = new + (not string), changed + bool(fuzzy and string), done + bool(string and not fuzzy)
    left = [message for message in gone.values() if id(message) not in used and message.string]
    for message in [*left, *(old.obsolete.values() if old is not None else ())]:
        if isinstance(message.id, str) and (message.context or "", message.id) not in kept:
            made.obsolete[f"{message.context}\0{message.id}"] = message
    return Renewal(made, new, changed, done, len(left))


def _head(scenario: Scenario, old: Catalog | None) -> str:
    """Return what stands above a catalogue: what its translator wrote there."""
    return old.header_comment if old is not None and "FIRST AUTHOR" not in old.header_comment else f"# {scenario.title}"


def _messages(catalogue: Catalog) -> Iterator[tuple[tuple[str, str], Message]]:
    """Yield the messages by address and text; those that somebody took out count too, should the text come back."""
    for message in (*catalogue.obsolete.values(), *catalogue):
        if message.id and isinstance(message.id, str):
            yield (str(message.context or ""), message.id), message


def _older(message: Message) -> str:
    """Return the text that a fuzzy translation was made of."""
    older = message.previous_id
    return older if isinstance(older, str) else "".join(older)


def _nearest(text: Text, old: list[Message], used: set[int]) -> Message | None:
    """Return the line that was changed into this one, if there is one at the same address."""
    free = [message for message in old if id(message) not in used and message.string]
    rated = [(SequenceMatcher(None, str(message.id), text.text, autojunk=False).ratio(), message) for message in free[:40]]
    ratio, nearest = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if ratio >= ALIKE else None


def remarks(scenario: Scenario, text: Text) -> Iterator[str]:
    """Yield what a translator ought to know of a line."""
    address = text.address.split()
    kind, last = address[0], address[-1]
    if text.address == MANNER:
        yield "How a line is said, as it stands in brackets after a name."
    elif kind == "you":
        yield _OF_YOU.get(last, "The player.")
    elif kind == "discussion":
        yield f"A question to the room afterwards. At most {LONGEST_QUESTION} characters."
    elif last == "label":
        yield f"What the choice is called in a chart. At most {LONGEST_LABEL} characters."
    elif "script" in address:
        who = scenario.people.get(last)
        yield f"{who.name} says." if who is not None else "The player says." if last == "you" else "Told."
    elif kind == "promise":
        yield "The reason of an entry, if the promise is broken." if last == "broken" else "What was promised."
    elif "later" in address:
        yield "The reason of an entry that comes to light later."
    elif last in _OF_CHOICE and kind in ("choice", "scene"):
        yield _OF_CHOICE[last]


_OF_YOU = {
    "signs_as": "The pen name under the player's letter to the columnist.",
    "situation": "Opens the player's letter: first person, whole sentences.",
    "wants": "What the player wants, without a full stop.",
    "pressure": "Why it presses, without a full stop.",
    "role": "Who the player is, without a full stop.",
}
_OF_CHOICE = {
    "say": "The player may say this. No quotation marks around it.",
    "do": "The player may do this.",
    "advice": "The columnist's note on the choice, to the player.",
    "instead": "What might have been said instead.",
    "letter": "The player's letter, in the first person: a whole sentence without a full stop.",
    "time": "When the scene plays.",
    "facilitator": "A note for whoever leads a room.",
    "title": "The title of an ending.",
}


def written(renewal: Renewal) -> bytes:
    """Return a catalogue as the bytes of a PO file: the same for the same content, whenever it is written."""
    from io import BytesIO

    from babel.messages.pofile import write_po

    out = BytesIO()
    write_po(out, renewal.catalogue, width=0, include_previous=True, ignore_obsolete=False)
    lines = out.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith(_NOT_KEPT)).encode()


_NOT_KEPT = ('"POT-Creation-Date:', '"Generated-By:', '"Report-Msgid-Bugs-To: EMAIL@', '"PO-Revision-Date: YEAR-',
             '"Last-Translator: FULL NAME', '"Language-Team: LANGUAGE <LL@')
"""Lines of the head that would differ at each run, or that nobody has filled in."""
