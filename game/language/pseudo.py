"""A language that nobody speaks: every message with accents, between brackets and 40 % longer.

Shown on a page it tells at a glance what is not marked for translation, and what has no room for a longer language.
It is not offered by the settings; `COFFEE_FIRST_LANGUAGE=qps` shows it.
"""

from __future__ import annotations

import re
from itertools import cycle

from game.language.words import Tongue

LETTERS = str.maketrans("aeiouycnAEIOUYCN", "áéíöüýçñÁÉÍÖÜÝÇÑ")
"""Each word has one of them; all stay what they are in capitals, and every type that we set has them."""
MORE = 0.4
FILLING = tuple(word.translate(LETTERS) for word in ("one", "two", "three", "four", "five", "six", "seven", "eight"))
HELD = re.compile(r"(\{[^{}]*\})")


def pseudo(text: str, *, longer: float = MORE) -> str:
    """Return a message in the pseudo-language; what stands in braces is kept.

    Args:
        text: the message.
        longer: by what share of its length it grows.
    """
    if not any(letter.isalpha() for letter in HELD.sub("", text)):
        return text
    words = "".join(part if HELD.fullmatch(part) else part.translate(LETTERS) for part in HELD.split(text))
    wanted, added = round(len(HELD.sub("", text)) * longer), ""
    for word in cycle(FILLING):
        if len(added) >= wanted:
            break
        added = f"{added} {word}"
    return f"«[{words}{added[: wanted + 1].rstrip()}]»"


def said(address: str, text: str) -> str:
    """Return a text of a scenario in the pseudo-language, for `game.story.texts`; people keep their names.

    Args:
        address: of the text; a label is as long as it may be, and does not grow.
        text: the text.
    """
    if address.endswith((" name", " short")):
        return text
    return text.translate(LETTERS) if address.endswith(" label") else pseudo(text)


class _Pseudo:
    """A catalogue that has every message."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)


PSEUDO = Tongue("qps", "Pséüdö", catalogue=_Pseudo())
