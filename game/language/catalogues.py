"""Reads catalogues from the disk, and finds out which language the system speaks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from game.language.tongues import LANGUAGES, best_of
from game.language.words import ENGLISH, Tongue

FOLDER = Path(__file__).parent / "catalogues"
"""`<code>/coffee-first.po`, for translators, and `<code>/coffee-first.mo`, which is made of it and read here."""


@lru_cache
def tongue_of(code: str) -> Tongue:
    """Return a language with its catalogue; English where there is none, or where it cannot be read."""
    if code == "qps":
        from game.language.pseudo import PSEUDO

        return PSEUDO
    language = LANGUAGES.get(code)
    if language is None or code == "en":
        return ENGLISH
    import gettext

    try:
        with (FOLDER / code / "coffee-first.mo").open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
    except (OSError, ValueError, UnicodeDecodeError):
        return ENGLISH
    return Tongue(code, language.name, language.leftward, catalogue)


def wanted(setting: str) -> Tongue:
    """Return the language that a setting names; `system` stands for the system's own."""
    return tongue_of(of_the_system() if setting == "system" else setting)


def asked_for() -> str:
    """Return the code of the language that COFFEE_FIRST_LANGUAGE asks for before all settings; empty for none."""
    code = os.environ.get("COFFEE_FIRST_LANGUAGE", "").strip()
    return code if code == "qps" else best_of(code, tuple(LANGUAGES)) if code else ""


def of_the_system(environment: Mapping[str, str] | None = None) -> str:
    """Return the code of the language that the system speaks, where the game is complete in it; else `en`.

    By `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG`, in the order of gettext; on Windows and macOS by the system's
    own setting where none of these is given.
    """
    values = os.environ if environment is None else environment
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := values.get(name, "").split(":")[0]:
            return best_of(value)
    if environment is None and sys.platform in ("win32", "darwin"):
        import locale

        return best_of(locale.getlocale()[0] or "")
    return "en"
