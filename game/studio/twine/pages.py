"""What a story becomes on its way to a scenario: scenes that may still be changed, and what is told of the changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.authoring.draft import LONGEST_ID, RESERVED


@dataclass(frozen=True, slots=True)
class Note:
    """Something of a story that could not be kept as it was."""

    passage: str
    """Empty where it is the story as a whole."""
    line: int
    """In the story's file, from 1; 0 where there is none."""
    what: str
    why: str
    """What was done instead, or what is left to do."""


@dataclass(slots=True)
class Answer:
    """A link on its way to a choice."""

    id: str
    text: str
    spoken: bool
    to: str
    when: str = ""
    once: bool = False
    sets: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A passage on its way to a scene: with answers, or with a way on, or with neither, and then it is an ending."""

    id: str
    name: str
    line: int
    parts: list[tuple[str, str]]
    """(condition or nothing, text), in order."""
    answers: list[Answer] = field(default_factory=list)
    next: str = ""


class Ids:
    """Hands out ids, none of them twice."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.lower() for name in taken}

    def new(self, written: str, otherwise: str) -> str:
        """Return an id made of the words of a text, or of another word where they give none."""
        plain = unicodedata.normalize("NFKD", written.replace("ß", "ss")).encode("ascii", "ignore").decode()
        plain = re.sub(r"['’]", "", plain)
        plain = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()
        plain = "-".join(plain.split("-")[:6])[: LONGEST_ID - 6].strip("-")
        if not plain or not plain[0].isalpha() or plain in RESERVED:
            plain = f"{otherwise}-{plain}".strip("-")
        found, number = plain, 2
        while found in self._taken:
            found, number = f"{plain}-{number}", number + 1
        self._taken.add(found)
        return found
