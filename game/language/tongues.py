"""The languages that the game comes in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language, before its catalogue is read."""

    code: str
    name: str
    """What its own speakers call it."""
    leftward: bool = False
    complete: bool = True
    """Whether all of the game is translated; others are shown in part, and not offered by the settings."""


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English"),
        Language("es", "Español"),
        Language("de", "Deutsch"),
        Language("ar", "العربية", leftward=True, complete=False),
    )
}
"""By code."""

COMPLETE = tuple(code for code, language in LANGUAGES.items() if language.complete)
"""The codes of the languages in which all of the game is translated."""


def best_of(wanted: str, offered: tuple[str, ...] = COMPLETE) -> str:
    """Return the code of a language that fits a locale such as `es_MX.UTF-8` or a tag such as `de-AT`; else `en`."""
    plain = wanted.split(".", 1)[0].split("@", 1)[0].replace("_", "-").lower()
    return next((code for code in (plain, plain.split("-")[0]) if code in offered), "en")
