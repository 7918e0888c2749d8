"""What YAML takes without a word, and the author hardly meant: a text cut short by a `#`, or one in curly quotation marks."""

from __future__ import annotations

import re

from game.authoring.diagnostic import Faults, Severity
from game.authoring.quoting import KEY_LINE, TEXTS, bare, curly, quoted

_CURLY = (": “", ": „", ": ‘")
_BLOCK = re.compile(r"(?P<head>[ ]*(?:- +)*)[\w-]+:[ \t]+[|>][-+0-9]*[ \t]*(?:#.*)?$")


def check(faults: Faults) -> None:
    """Note each such text."""
    text = faults.text
    if not ("#" in text and _numbers(text)) and not any(sign[-1] in text and sign in text for sign in _CURLY):
        return
    inside = ""
    for number, line in enumerate(faults.lines):
        if inside and (line.startswith(inside) or not line.strip()):
            continue
        block = _BLOCK.match(line) if "|" in line or ">" in line else None
        inside = " " * (len(block["head"]) + 1) if block else ""
        if not block and ("#" in line or "“" in line or "„" in line or "‘" in line):
            _line(faults, number, line)


def _numbers(text: str) -> bool:
    """Return whether any ` #` follows something on its line."""
    at = text.find(" #")
    while at >= 0:
        begun = text.rfind("\n", 0, at) + 1
        if text[begun:at].strip():
            return True
        at = text.find("\n", at)
        at = text.find(" #", at) if at >= 0 else -1
    return False


def _line(faults: Faults, number: int, line: str) -> None:
    match = KEY_LINE.match(line)
    if match is None or match["key"] not in TEXTS or match["value"][0] in "\"'[{#&*!|>":
        return
    value, start = match["value"].rstrip(), match.start("value")
    told, sign, rest = re.split(r"(\s+#)", value, maxsplit=1) if " #" in value else (value, "", "")
    if sign and _belongs(told, sign, rest):
        at = start + len(told) + len(sign) - 1
        cure = match["head"] + quoted(bare(value))
        mend = "put the whole text in double quotes" + (f": `{cure.strip()}`" if len(cure.strip()) <= 70 else "") + "; or, if it is a note, move it to a line of its own"
        faults.add(
            "CF021", Severity.WARNING, faults.span(number, at), f"after a blank a # begins a note to yourself, so the text of `{match['key']}` ends before it", mend,
            faults.line_edit(number, line, cure, safe=False, title="put the whole text in double quotes"),
        )
    elif curly(told):
        cure = match["head"] + quoted(bare(told)) + line[start + len(told) :]
        faults.add(
            "CF022", Severity.WARNING, faults.span(number, start, start + len(told)), f"the text of `{match['key']}` stands in curly quotation marks, which will be shown",
            "type the straight ones of the keyboard, which are not shown; or put the text with its curly ones into those",
            faults.line_edit(number, line, cure, safe=False, title="write straight quotation marks"),
        )


def _belongs(told: str, sign: str, rest: str) -> bool:
    """Return whether what follows a `#` reads as a part of the text, and not as a note."""
    if not rest[:1].strip():
        return len(sign) == 2 and told[-1:].isalnum() and rest.rstrip()[-1:] in (".", "!", "?")
    return True
