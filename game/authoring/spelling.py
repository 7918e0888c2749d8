"""Words, numbers and ids as people write them, and as the format has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from game.authoring.suggest import near

_WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
_NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60,
}  # fmt: skip

OWN_WORDS = {
    "end": "ending", "text": "say", "says": "say", "speech": "say", "answer": "say", "action": "do", "location": "place", "where": "place",
    "points": "capital", "score": "capital", "balance": "capital", "if": "when", "condition": "when", "goto": "next", "then": "next",
    "leads": "next", "leads-to": "next", "flag": "set", "flags": "set", "principle": "honours", "note": "advice", "comment": "advice",
    "feedback": "advice", "better": "instead", "reason": "because", "why": "because", "who": "of", "person": "of", "price": "cost",
    "characters": "people", "persons": "people", "player": "you", "description": "summary", "duration": "minutes", "length": "minutes",
    "goal": "wants", "options": "choices", "responses": "choices", "answers": "choices", "dialogue": "script", "dialog": "script",
    "keep": "keeps", "scene": "to", "mood": "tone", "questions": "discussion", "question": "discussion", "debrief": "discussion", "caption": "label",
}  # fmt: skip
"""What people write who do not have the page of the format before them, and the key that they mean."""


def meant_by(written: str, keys: Collection[str]) -> str | None:
    """Return the key that is meant by a word that is none; None where none is likely."""
    other = OWN_WORDS.get(written.strip().lower().replace(" ", "-"))
    return other if other is not None and other in keys else near(written, keys)


_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "’": "", "'": ""})


def slug(written: str) -> str:
    """Return a text as an id is written: small letters a to z, digits and hyphens; empty where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", written.lower().translate(_LETTERS))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def in_digits(written: str) -> tuple[str, str | None]:
    """Return how to write a number that is none, and the number where only one can be meant."""
    if written[:1] in ("−", "–", "—", "＋", "－"):
        sign = "+" if written[0] == "＋" else "-"
        better = sign + written[1:].strip()
        return f"write a plain {'plus' if sign == '+' else 'minus'}: {better}", better if _WHOLE.fullmatch(better) else None
    if re.fullmatch(r"[+-]?\d+[.,]\d+", written):
        return f"write {written.replace(',', '.').partition('.')[0]}: points are whole", None
    counted = re.fullmatch(r"([+-]?\d+) ?[A-Za-z%]+", written)
    if counted is not None:
        return f"write {counted[1]}, the number alone", counted[1]
    if written.lower() in _NUMBERS:
        return f"write it in digits: {_NUMBERS[written.lower()]}", str(_NUMBERS[written.lower()])
    if re.fullmatch(r"[+-]\s+\d+", written):
        better = written[0] + written[1:].strip()
        return f"write it without the space: {better}", better
    return "write digits, such as 12", None
