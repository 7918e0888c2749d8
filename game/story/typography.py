"""How words are printed: the signs that a typewriter does not have, and each language's own quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.language import tongue

_OPENING = "¿¡"


class Marks(NamedTuple):
    """Quotation marks, each what opens and what closes."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    """Of what is quoted inside a quotation."""


ENGLISH = Marks(("“", "”"), ("‘", "’"))
MARKS = {
    "es": Marks(("«", "»"), ("“", "”")), "de": Marks(("„", "“"), ("‚", "‘")), "ar": Marks(("«", "»"), ("“", "”")),
}
"""By language; others are quoted as in English."""
OPENING, CLOSING = "“„«", "”“»"
"""What a quotation may begin and end with, in any language; a German one ends with what an English one begins with."""


def marks() -> Marks:
    """Return the quotation marks of the language that is spoken now."""
    return MARKS.get(tongue().code, ENGLISH)


def within(text: str) -> str:
    """Return text as it stands inside quotation marks: what it quotes itself gets the inner ones."""
    if tongue().code not in MARKS:  # as it was written
        return text
    (opening, closing), inner = marks()
    return text.replace(opening, inner[0]).replace(closing, inner[1])


def quoted(text: str) -> str:
    """Return words in the quotation marks of the language that is spoken now."""
    opening, closing = marks().outer
    text = within(text)
    if tongue().code == "es" and text.endswith(".") and not text.endswith(".."):  # there the stop stands outside
        return f"{opening}{text[:-1]}{closing}."
    return f"{opening}{text}{closing}"


def is_quoted(text: str) -> bool:
    """Return whether text begins with a quotation mark: words that were spoken, and not something that was done."""
    return text.startswith(tuple(OPENING))


def typographic(text: str) -> str:
    """Return text with curly quotes, real dashes and an ellipsis."""
    text = text.replace("...", "…").replace(" -- ", " – ").replace("--", "—")
    if '"' not in text and "'" not in text:
        return text
    opening, closing, inner = *marks().outer, marks().inner[0]
    text = re.sub(r"(^|[\s(\[“‘—–-])\"", rf"\1{opening}", text).replace('"', closing)
    return re.sub(r"(^|[\s(\[“—–])'(?=\w)(?!(?:em|til|tis|twas|cause|round|\d\ds?)\b)", rf"\1{inner}", text).replace("'", "’")


def capital(words: str) -> str:
    """Return words that begin with a capital letter, behind a sign that opens a question."""
    at = next((at for at, letter in enumerate(words[:3]) if letter not in _OPENING), 0)
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]
