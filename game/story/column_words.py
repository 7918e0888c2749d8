"""The columnist's small words: clauses into sentences, numbers into words, and English from I to you."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap

from game.language import NP_, _, p_
from game.story.chance import numbers
from game.story.model import Choice
from game.story.typography import capital

NUMBERS = (
    # Translators: the number words stand for points, as in “It cost you six.”
    NP_("number", "nothing"), NP_("number", "one"), NP_("number", "two"), NP_("number", "three"), NP_("number", "four"),
    NP_("number", "five"), NP_("number", "six"), NP_("number", "seven"), NP_("number", "eight"), NP_("number", "nine"),
    NP_("number", "ten"), NP_("number", "eleven"), NP_("number", "twelve"),
)
_STOPS = (".", "?", "!", "…")
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_SAID_OF_YOU = (
    (r"\bI was\b", "you were"), (r"\bwas I\b", "were you"), (r"\bI am\b", "you are"), (r"\bam I\b", "are you"),
    (r"\bI['’]m\b", "you’re"), (r"\bI\b(?!-)", "you"), (r"\b[Mm]e\b", "you"), (r"\b[Mm]y\b", "your"),
    (r"\b[Mm]ine\b", "yours"), (r"\b[Mm]yself\b", "yourself"), (r"\b[Oo]ur\b", "your"), (r"\bus both\b", "you both"),
)
_SAID_OF_ME = ((r"\b[Yy]ourself\b", "myself"), (r"\b[Yy]ours\b", "mine"), (r"\b[Yy]our\b", "my"))
_BEGINS_SMALL = frozenset(
    ["a", "after", "again", "all", "an", "and", "as", "at", "before", "but", "by", "for", "from", "he", "her", "his", "if", "in", "it", "later", "my", "nobody", "not", "on", "once", "our", "she", "so", "some", "the", "their", "then", "there", "they", "this", "to", "we", "what", "when", "while", "with"]
)


class Draw:
    """Picks from pools, the same place for the same seed in any language, and never the same words twice in a column."""

    def __init__(self, seed: int) -> None:
        self._numbers, self._used = numbers(seed), set[str]()

    def __call__(self, pool: Sequence[str], **values: object) -> str:
        """Return one of the pool's messages in the language that is spoken, with its values filled in."""
        return _(self.message(pool), **values)

    def message(self, pool: Sequence[str]) -> str:
        """Return one of the pool's messages as it stands there."""
        fresh = [words for words in pool if words not in self._used] or list(pool)
        words = fresh[next(self._numbers) % len(fresh)]
        self._used.add(words)
        return words


def wrapped(paragraphs: Iterable[str], width: int) -> list[str]:
    """Return paragraphs as lines, with an empty line after each."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*wrap(paragraph, width), ""]
    return lines


def number(value: int) -> str:
    """Return a whole number in words up to twelve, then in figures."""
    return p_("number", NUMBERS[value]) if 0 <= value < len(NUMBERS) else str(value)


def listed(words: Sequence[str]) -> str:
    """Return words in a row: `Ann`, `Ann and Ben`, `Ann, Ben and Carol`."""
    if len(words) < 2:
        return "".join(words)
    # Translators: {words} are names with commas between them, {last} is one more: “Ann, Ben and Carol”
    return _("{words} and {last}", words=", ".join(words[:-1]), last=words[-1])


def sentence(words: str, joiner: str = "") -> str:
    """Return words as a sentence, with a capital and a full stop, after a joiner if there is one."""
    words = words.strip()
    if not words:
        return ""
    if joiner:
        # the clauses begin with I; of others only what cannot be a name loses its capital
        first = words.split(maxsplit=1)[0]
        words = words[0].lower() + words[1:] if first.lower() in _BEGINS_SMALL else words
        words = f"{joiner} {words}"
    words = capital(words)
    return words if _ends(words) else f"{words}."


def _ends(words: str) -> bool:
    return words.rstrip("”\"’)»“‘").endswith(_STOPS)


def without_stop(words: str) -> str:
    """Return words without a full stop at their end; a question keeps its mark."""
    words = words.strip()
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def first_sentence(words: str) -> str:
    """Return the first sentence of a text, with its stop."""
    found = re.match(r"(.+?[.?!…]+[”\"’»“‘]*)(?=\s+[¿¡«„‚“\"A-Z0-9À-ÖØ-Þ\u0600-\u06ff]|$)", words.strip(), re.DOTALL)
    return found.group(1) if found else sentence(words)


def clause(choice: Choice) -> str:
    """Return what a choice was, as the player tells it: a clause that begins with I."""
    if choice.letter.strip():
        return choice.letter.strip()
    said = first_sentence(choice.text)
    if choice.spoken:
        return f"I said, “{said}”"
    done = _swapped(without_stop(said), _SAID_OF_ME)
    if imperative(said) and not re.search(r"\byou\b", done, re.IGNORECASE):
        return f"I chose to {done[0].lower()}{done[1:]}"
    return f"I settled for this: “{said}”"


def imperative(words: str) -> bool:
    """Return whether a text may be an imperative: it begins with no pronoun and with no article."""
    first = re.match(r"[\w’']+", words.strip())
    return bool(first) and first.group().lower() not in (_BEGINS_SMALL | {"i", "you", "i'm", "i’m", "i'd", "i’d"})  # type: ignore[union-attr]


def of_you(words: str) -> str:
    """Return a clause of the player's as the columnist says it: `I asked her` as `you asked her`; quotes are left."""
    parts = _QUOTED.split(words)
    return "".join(part if n % 2 else _swapped(part, _SAID_OF_YOU) for n, part in enumerate(parts))


def _swapped(words: str, pairs: Sequence[tuple[str, str]]) -> str:
    for pattern, put in pairs:
        words = re.sub(pattern, put, words)
    return re.sub(r"\bI(['’])(d|ve|ll)\b", r"you\1\2", words)


def words_in(paragraphs: Iterable[str]) -> int:
    """Return the number of words."""
    return sum(len(paragraph.split()) for paragraph in paragraphs)
