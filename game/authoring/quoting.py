"""A line whose text YAML would read otherwise → the same line with the text in double quotes."""

from __future__ import annotations

import re

KEY_LINE = re.compile(r"(?P<head>(?P<indent>\s*)(?P<dash>(?:-\s+)*)(?P<key>[\w-]+):[ \t]+)(?P<value>\S.*)$")
ENTRY_LINE = re.compile(r"(?P<head>(?P<indent>\s*)(?:-\s+)+)(?P<value>\S.*)$")

TEXTS = frozenset(
    ["title", "headline", "summary", "name", "role", "wants", "pressure", "signs_as", "situation", "short", "time", "script", "facilitator", "say", "do", "label", "advice", "instead", "letter", "because", "text", "it"]
)  # fmt: skip
"""The keys whose value is a sentence or a name, so that whatever stands there may go into quotation marks."""

_OPENING, _CLOSING = "“„«‘‚", "”“»’‘"


def quoted(text: str) -> str:
    r"""Return a text in double quotes, with `\` before those inside it."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def bare(value: str) -> str:
    """Return a text without the quotation marks, straight or curly, in which the whole of it stands."""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r'\\(["\\])', r"\1", value[1:-1])
    if curly(value):
        return value[1:-1]
    return value


def curly(value: str) -> bool:
    """Return whether the whole of a text stands in curly quotation marks."""
    return len(value) > 1 and value[0] in _OPENING and value[-1] in _CLOSING


def in_quotes(lines: list[str], number: int) -> str | None:
    """Return a line with its whole text in double quotes.

    None where it is not certain how far the text goes: it runs on below, or there may be a note behind it; or where
    what belongs there is no sentence, and quotation marks would be no mend.
    """
    match = KEY_LINE.match(lines[number])
    if match is None or match["key"] not in TEXTS:
        return None
    value = match["value"].rstrip()
    if re.search(r"\s#", value) or _runs_on(lines, number, len(match["indent"]) + len(match["dash"])):
        return None
    return match["head"] + quoted(bare(value))


def _runs_on(lines: list[str], number: int, column: int) -> bool:
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return len(below) - len(below.lstrip()) > column and not below.lstrip().startswith("#")
