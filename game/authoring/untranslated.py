"""What is missing in the translations of a scenario: lines without one, lines that changed since, labels too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.diagnostic import Diagnostic, Faults, Reading, Severity, Span
from game.authoring.safe_text import printable
from game.authoring.source import Unread, text_of
from game.authoring.tongues import CODE, catalogue_of, file_of, folder_of, languages, names
from game.story.model import LONGEST_LABEL, LONGEST_QUESTION, Scenario
from game.story.texts import texts

if TYPE_CHECKING:
    from babel.messages.catalog import Message

MOST_TOLD = 8
"""So many lines of a language are told one by one; the others are counted."""


def translations(scenario: Scenario, path: Path) -> Iterator[Reading]:
    """Yield what there is to say of each translation of a scenario, and of files that are named after no language."""
    for code in languages(path):
        yield judged(scenario, path, code)
    strays = tuple(_strays(path))
    if strays:
        yield Reading(None, strays, folder_of(path), "")


def judged(scenario: Scenario, path: Path, code: str) -> Reading:
    """Return what there is to say of one translation."""
    file = file_of(path, code)
    text = text_of(file)
    found = text if isinstance(text, Unread) else catalogue_of(text)
    faults = Faults(str(file), text if isinstance(text, str) else "")
    if isinstance(found, Unread):
        span = None if found.line is None else faults.span(min(found.line, len(faults.lines) - 1), 0, None)
        faults.add("CF801", Severity.WARNING, span, found.message, found.help)
        return Reading(None, faults.all(), file, faults.text)
    lines = _Lines(faults)
    known = {(str(message.context or ""), message.id): message for message in found if isinstance(message.id, str)}
    missing: list[tuple[Span | None, str]] = []
    changed: list[tuple[Span | None, str]] = []
    for line in texts(scenario):
        message = known.get((line.address, line.text))
        if message is None or not message.string:
            missing.append((lines.of(message), line.text))
        elif message.fuzzy:
            changed.append((lines.of(message), line.text))
        else:
            _too_long(faults, lines, line.address, message)
    whole = sum(1 for _ in texts(scenario))
    _tell(faults, code, missing, "is not translated yet", f"translate it in {file.name}; `coffee-first translate` puts in the lines that are not there", whole)
    _tell(faults, code, changed, "has changed since it was translated", "look at the translation, and take its mark `fuzzy` away", whole)
    return Reading(None, faults.all(), file, faults.text)


def _tell(faults: Faults, code: str, found: list[tuple[Span | None, str]], what: str, mend: str, whole: int) -> None:
    for span, text in found[:MOST_TOLD]:
        faults.add("CF802", Severity.WARNING, span, f"{code}: “{_short(text)}” {what}", mend)
    if len(found) > MOST_TOLD:
        rest = found[MOST_TOLD:]
        last = next((span for span, _ in rest if span is not None), None)
        faults.add("CF802", Severity.WARNING, last, f"{code}: the same is to be said of this line and of others, of {len(found)} in {whole}", mend)


def _too_long(faults: Faults, lines: _Lines, address: str, message: Message) -> None:
    most = LONGEST_LABEL if address.endswith(" label") else LONGEST_QUESTION if address == "discussion" else None
    if most is not None and len(str(message.string)) > most:
        faults.add("CF803", Severity.WARNING, lines.of(message), f"this has {len(str(message.string))} characters, and at most {most} can be read from the last row", "say it shorter")


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:46].rstrip()}…"


class _Lines:
    """Where messages stand in a catalogue."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def of(self, message: Message | None) -> Span | None:
        """Return the line of a message's translation; None where it does not stand there."""
        if message is None or message.lineno is None:
            return None
        lines = self._faults.lines
        for number in range(max(0, message.lineno - 1), min(len(lines), message.lineno + 60)):
            if lines[number].startswith("msgstr"):
                return self._faults.span(number, 0, len(lines[number]))
        return None


def _strays(path: Path) -> Iterator[Diagnostic]:
    """Yield a warning for each catalogue whose name tells no language."""
    alone = file_of(path, "xx").name == "xx.po"
    for name in names(folder_of(path)):
        if alone and name.endswith(".po") and not re.fullmatch(rf"(.*\.)?{CODE.pattern}\.po", name):
            yield Diagnostic(
                "CF804", Severity.WARNING, str(folder_of(path) / name), None,
                printable(f"'{name}' is not named after a language, so it is never shown"),
                "name it by the language's code: es.po, de.po, pt-BR.po",
            )
