"""What can be counted in English prose: words, syllables, ease of reading, tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.story.model import Choice, Narration, Paragraph, Script

ALOUD = 150
"""Words a minute at which a room reads, or is read to.

Source: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 2019: 183 aloud, and slower in
a second language.
"""
ALONE = 200
"""Words a minute at which a player reads alone. Source: as above, 238 for silent non-fiction, ranging from 175 to 300."""

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)*")
_SENTENCE = re.compile(r"[.?!…]+[\"'”’)]*(?:\s|$)")
_NOT_THE_END = re.compile(r"\b(?:[a-z]\.)+(?=\s)|\b(?:mr|mrs|ms|dr|st|vs|etc)\.(?=\s)|\b\d+\.(?=\d)", re.IGNORECASE)
"""Full stops of abbreviations: D.A., a.m., Mr."""

_COMMON = frozenset((
    "the", "a", "an", "and", "of", "to", "in", "is", "it", "you", "that", "he", "she", "was", "for", "on", "are", "with",
    "as", "i", "his", "her", "they", "be", "at", "this", "have", "from", "or", "had", "by", "not", "but", "what", "we",
    "your", "my", "do", "no",
))  # fmt: skip

_WARM = re.compile(
    r"\b(?:thank(?:s|ful)?|glad|happy|lovely|wonderful|great|delighted|pleas(?:e|ed|ure)|kind|dear|love[ds]?|nice|"
    r"beautiful|welcome|hope|honou?red|grateful|enjoy(?:ed)?|congratulations|friends?|together|sorry|miss(?:ed)?|good to|"
    r"of course|warmly|hugs?|smiles?)\b"
)
"""Words that sound warm, whatever is meant by them."""


def words(text: str) -> int:
    """Return the number of words, as a word processor counts them."""
    return len(text.split())


def sentences(text: str) -> int:
    """Return the number of sentences, at least 1; the full stop of an abbreviation does not end one."""
    return max(1, len(_SENTENCE.findall(_NOT_THE_END.sub(" ", text))))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least 1.

    A group of vowels is a syllable; a final e, -es and -ed that are not spoken are none (but the e of "table" is, and
    those of "wanted" and "boxes" are). Right for some nine in ten words, and the rest evens out over a paragraph.

    Source: the usual rule of thumb, as in the Unix `style` command.
    """
    plain = word.lower().replace("’", "'").split("'")[0]
    count = len(re.findall(r"[aeiouy]+", plain))
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouydt]ed$|[^aeiouyscxzhg]es$", plain):
        count -= 1
    return max(1, count)


def reading_ease(text: str) -> float:
    """Return how easily English is read: 90 is a fairy tale, 60 a newspaper, 30 a contract; higher is easier.

    Source: Flesch, "A new readability yardstick", Journal of Applied Psychology 32, 1948:
    206.835 - 1.015 words a sentence - 84.6 syllables a word.
    """
    found: list[str] = _WORD.findall(text.lower())
    if not found:
        return 100.0
    syllable_count = sum(syllables(word) for word in found)
    return 206.835 - 1.015 * len(found) / sentences(text) - 84.6 * syllable_count / len(found)


def has(text: str, word: str) -> bool:
    """Return whether a text holds a word or a few words, in capitals or not; `!` counts as a word."""
    if not word[0].isalnum():
        return word in text
    return re.search(rf"\b{re.escape(word)}\b", text.replace("’", "'"), re.IGNORECASE) is not None


def you_share(text: str) -> float:
    """Return how many of the words are you, your, you're and the like, 0 to 1."""
    found: list[str] = _WORD.findall(text.lower())
    return sum(word.startswith("you") and word not in {"young", "younger", "youth"} for word in found) / max(1, len(found))


def asks_a_question(text: str) -> bool:
    """Return whether a question is put."""
    return "?" in text


def warmth(text: str) -> float:
    """Return how warm a text sounds: warm words and exclamation marks, in a hundred words."""
    return 100 * (len(_WARM.findall(text.lower())) + text.count("!")) / max(1, words(text))


def is_english(text: str) -> bool:
    """Return whether a text is English: a fifth of its words are among the forty commonest."""
    found = _WORD.findall(text.lower())
    return sum(word in _COMMON for word in found) >= len(found) / 5


def paragraphs(script: Script) -> list[Paragraph]:
    """Return all paragraphs of a script, whatever their conditions."""
    return [paragraph for part in script for paragraph in part.paragraphs]


def text_of(told: Iterable[Paragraph]) -> str:
    """Return the paragraphs as one text, without the speakers' names."""
    return "\n".join(paragraph.text for paragraph in told)


def words_in(told: Iterable[Paragraph]) -> int:
    """Return the number of words in the paragraphs, without the speakers' names."""
    return sum(words(paragraph.text) for paragraph in told)


def narration(told: Iterable[Paragraph]) -> list[str]:
    """Return the texts of the paragraphs that tell."""
    return [paragraph.text for paragraph in told if isinstance(paragraph, Narration)]


def reaction_of(choice: Choice) -> list[Paragraph]:
    """Return all that may be told in reaction to a choice, granted and refused."""
    scripts = (choice.script, *((choice.ask.granted.script, choice.ask.refused.script) if choice.ask else ()))
    return [paragraph for script in scripts for paragraph in paragraphs(script)]
