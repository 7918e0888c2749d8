"""The translations of a scenario: a gettext catalogue a language, in the folder `translations` beside it or in its pack."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.source import Unread, in_pack, is_pack, is_there, text_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})*")
"""A language tag by BCP 47, as far as it is wanted here: `es`, `pt-BR`."""
MOST_LANGUAGES = 60

Key = tuple[str, str]
"""An address and the text that stands there, in the language of the author."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a catalogue says: only what is translated, and still fits the text that it was made of."""

    code: str
    said: Mapping[Key, str] = field(default_factory=dict)

    def __call__(self, address: str, text: str) -> str:
        """Return a text in the catalogue's language, or as it is where there is no translation."""
        return self.said.get((address, text), text)


def folder_of(scenario: Path) -> Path:
    """Return the folder of a scenario's translations, which need not exist; it may lie in a pack."""
    return (scenario if scenario.is_dir() or is_pack(scenario) else scenario.parent) / "translations"


def file_of(scenario: Path, code: str) -> Path:
    """Return where the catalogue of a language lies: `translations/es.po`, or `translations/NAME.es.po` of NAME.yaml."""
    alone = scenario.is_dir() or is_pack(scenario) or scenario.name == "scenario.yaml"
    return folder_of(scenario) / (f"{code}.po" if alone else f"{scenario.stem}.{code}.po")


def languages(scenario: Path) -> tuple[str, ...]:
    """Return the codes of the languages into which a scenario is translated, in part at least. Never raises."""
    sample = file_of(scenario, "*").name
    found = []
    for name in names(folder_of(scenario)):
        match = re.fullmatch(re.escape(sample).replace(r"\*", f"({CODE.pattern})"), name)
        if match:
            found.append(match[1])
    return tuple(sorted(found)[:MOST_LANGUAGES])


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder of translations, which may lie in a pack. Never raises."""
    try:
        if folder.is_dir():
            return [path.name for path in folder.iterdir()]
        packed = in_pack(folder)
    except (OSError, ValueError):
        return []
    if packed is None:
        return []
    from game.authoring.pack import Pack, pack

    found = pack(packed[0])
    if not isinstance(found, Pack):
        return []
    return [name.removeprefix("translations/") for name in found.members if name.startswith("translations/")]


def catalogue(path: Path) -> Catalog | Unread:
    """Return the catalogue that a PO file holds, or why there is none. Never raises."""
    text = text_of(path)
    return text if isinstance(text, Unread) else catalogue_of(text)


def catalogue_of(text: str) -> Catalog | Unread:
    """Return the catalogue that a text in PO's format holds, or why there is none. Never raises."""
    from babel.core import UnknownLocaleError
    from babel.messages.pofile import PoFileError, denormalize, read_po

    try:
        found = read_po(BytesIO(text.encode()), abort_invalid=True, charset="utf-8")
        _remember_older(found, denormalize)
        return found
    except PoFileError as error:
        line = error.lineno if isinstance(error.lineno, int) and error.lineno >= 0 else None
        return Unread("CF801", "this is not written as a catalogue is", "open it in a program for PO files, or put the line right: msgctxt, msgid and msgstr, each in double quotes", line)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, UnknownLocaleError, LookupError):
        return Unread("CF801", "this cannot be read as a catalogue", "open it in a program for PO files and save it there as UTF-8, or make it anew with `coffee-first translate`")


def _remember_older(found: Catalog, denormalize: Callable[[str], str]) -> None:
    """Give each fuzzy message the text that its translation was made of: Babel writes it, and reads it as a remark."""
    for message in (*found, *found.obsolete.values()):
        older = [remark for remark in message.user_comments if remark.startswith("|")]
        if older:
            message.user_comments = [remark for remark in message.user_comments if remark not in older]
            quoted = "\n".join(remark[1:].strip().removeprefix("msgid").strip() for remark in older if "msgctxt" not in remark)
            message.previous_id = [denormalize(quoted)]


def words(scenario: Path, code: str) -> Words | Unread | None:
    """Return what the catalogue of a language says; None where a scenario has none. Never raises."""
    path = file_of(scenario, code)
    if not CODE.fullmatch(code) or not is_there(path):
        return None
    found = catalogue(path)
    return found if isinstance(found, Unread) else of_catalogue(code, found)


def of_catalogue(code: str, found: Catalog) -> Words:
    """Return what a catalogue says, without what is flagged as fuzzy: that belongs to an older text."""
    said = {
        (str(message.context or ""), message.id): message.string
        for message in found
        if isinstance(message.id, str) and message.id and isinstance(message.string, str) and message.string.strip()
        and not message.fuzzy
    }
    return Words(code, said)
