"""What libyaml could not read, said in the words of somebody who can see the line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from game.authoring.diagnostic import Faults, Severity
from game.authoring.marks import YAMLError

_KEY = re.compile(r"(?P<head>\s*(?:-\s+)*(?P<key>[\w-]+):[ \t]+)(?P<value>\S.*)$")
_OPEN = re.compile(r"""\s*(?:-\s+)*(?:[\w-]+:[ \t]+)?(?P<quote>"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_CLOSED = re.compile(r"""(?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?P<rest>[^\s#,}\]].*)$""")


LONGEST = 2000
"""How many characters of a line are looked at."""


@dataclass(frozen=True, slots=True)
class _Found:
    code: str
    line: int
    """0-based, as are the columns."""
    column: int
    end: int | None
    message: str
    help: str
    mended: str | None = None
    """The line with its fault set aside; None where nothing after it can be trusted."""


def explained(error: YAMLError, text: str, faults: Faults, before: str = "") -> tuple[str, str] | None:
    """Note the fault, and return (its code, the text with it set aside); None where the reading stops here.

    Args:
        error: what libyaml said.
        text: what it was given.
        faults: where the fault is noted.
        before: the code of the fault that was set aside last; what only follows from it is not told.
    """
    whole = text.split("\n")
    lines = [line if len(line) <= LONGEST else line[:LONGEST] for line in whole]
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        faults.add("CF006", Severity.ERROR, None, "the file cannot be read as YAML", "look for strange characters, and save it as UTF-8")
        return None
    found = _found(error, lines, min(mark.line, len(lines) - 1), mark.column)
    if before == "CF013" and found.code == "CF017":
        return None
    faults.add(found.code, Severity.ERROR, faults.span(found.line, found.column, found.end), found.message, found.help)
    if found.mended is None or whole[found.line] == found.mended or len(whole[found.line]) > LONGEST:
        return None
    whole[found.line] = found.mended
    return found.code, "\n".join(whole)


def _found(error: Any, lines: list[str], number: int, column: int) -> _Found:
    problem, context = str(error.problem or ""), str(error.context or "")
    begun = getattr(error, "context_mark", None)
    first = min(begun.line, len(lines) - 1) if begun is not None else number
    for candidate in _near_lines(lines, number):
        found = (
            _tab(lines, candidate)
            or _odd_blank(lines, candidate)
            or _odd_dash(lines, candidate)
            or _open_quote(lines, candidate, number, problem)
            or _after_quote(lines, candidate)
            or _special(lines, candidate)
            or (_colon(lines, candidate) if candidate == number else None)
        )
        if found:
            return found
    if "escape" in problem:
        return _Found("CF019", number, max(0, column - 1), column + 1, "a backslash stands in double quotes", "write it twice: \\\\, or delete it", _placeholder(lines[number]))
    if "flow" in context and begun is not None:
        return _brace(lines, first, begun.column, number)
    if "quoted" in context and begun is not None:
        return _Found("CF015", first, begun.column, None, "this quotation mark is never closed", "add the closing one at the end of the text")
    return _layout(lines, number, column, problem, first if "simple key" in context and begun is not None else None)


def _near_lines(lines: list[str], number: int) -> list[int]:
    """Return the line of the fault, and the one with text before it, where the cause may lie."""
    before = number - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    back = [line for line in range(number - 1, max(-1, number - 60), -1) if _OPEN.match(lines[line])]
    return [number, *([before] if before >= 0 else []), *back[:1]]


def _tab(lines: list[str], number: int) -> _Found | None:
    line = lines[number]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    at = indent.index("\t")
    above = next((lines[n] for n in range(number - 1, -1, -1) if lines[n].strip()), "")
    room = len(above) - len(above.lstrip()) + (2 if above.rstrip().endswith((":", "|")) else 0)
    return _Found(
        "CF013", number, at, at + 1, "the line is indented with a tab", "use spaces: two for each level",
        " " * room + line.lstrip(),
    )


_BLANKS = "\u00a0\u2000-\u200b\u202f\u3000"
_ODD_BLANK = re.compile(rf"[ ]*(?:-[ ]+)?(?:[\w-]+:)?[ ]*(?P<odd>[{_BLANKS}]+)")


def _odd_blank(lines: list[str], number: int) -> _Found | None:
    match = _ODD_BLANK.match(lines[number])
    if match is None:
        return None
    at, end = match.span("odd")
    mended = lines[number][:at] + " " * (end - at) + lines[number][end:]
    return _Found(
        "CF013", number, at, end, "a blank that is no plain space stands here; it often comes along when text is pasted",
        "delete it, and type a space", mended,
    )


_ODD_DASH = re.compile(r"(?P<indent>[ ]*)(?P<dash>[\u2013\u2014\u2022\u00b7*]|-(?=[\w]+:(?:\s|$)))(?P<rest>[ ]*[\w-]+:(?:\s.*)?)$")


def _odd_dash(lines: list[str], number: int) -> _Found | None:
    match = _ODD_DASH.match(lines[number])
    if match is None:
        return None
    at = match.start("dash")
    mended = f"{match['indent']}- {match['rest'].lstrip()}"
    if match["dash"] == "-":
        return _Found("CF020", number, at, at + 1, "a space is missing after the dash", f"write `{mended.strip()[:40]}`", mended)
    return _Found("CF017", number, at, at + 1, f"a list entry begins with {match['dash']!r}, which is no plain dash", "type the dash of the keyboard, then a space", mended)


def _open_quote(lines: list[str], number: int, problem_line: int, problem: str) -> _Found | None:
    match = _OPEN.match(lines[number])
    if match is None or (number == problem_line and "end of stream" not in problem and "key" not in problem):
        return None
    start = match.start("quote")
    return _Found(
        "CF015", number, start, None, "a quotation mark opens here, and none closes it on this line",
        "add the closing one at the end of the text; inside it, write \\\" for a quotation mark", lines[number].rstrip() + match["quote"][0],
    )


def _after_quote(lines: list[str], number: int) -> _Found | None:
    match = _KEY.match(lines[number]) or re.match(r"(?P<head>\s*(?:-\s+)+)(?P<value>\S.*)$", lines[number])
    if match is None or match["value"][0] not in "\"'":
        return None
    closed = _CLOSED.match(match["value"])
    if closed is None:
        return None
    start = match.start("value") + closed.start("rest")
    quote = match["value"][0]
    return _Found(
        "CF019", number, start, None, "the text goes on after its closing quotation mark",
        ("put the whole text in double quotes, and write \\\" for those inside it" if quote == '"' else "put the whole text in double quotes"),
        _placeholder(lines[number]),
    )


_SPECIAL = {
    "@": "an at sign", "`": "a backtick", "%": "a percent sign", "*": "an asterisk", "&": "an ampersand", "!": "an exclamation mark",
}


def _special(lines: list[str], number: int) -> _Found | None:
    match = _KEY.match(lines[number]) or re.match(r"(?P<head>\s*(?:-\s+)+)(?P<value>\S.*)$", lines[number])
    if match is None or match["value"][0] not in _SPECIAL:
        return None
    start = match.start("value")
    return _Found(
        "CF018", number, start, start + 1, f"the text begins with {_SPECIAL[match['value'][0]]}, which means something to YAML",
        "put the whole text in double quotes", _placeholder(lines[number]),
    )


def _colon(lines: list[str], number: int) -> _Found | None:
    match = _KEY.match(lines[number])
    if match is None or match["value"][0] in "\"'|>[{#":
        return None
    at = re.search(r":(?:\s|$)", match["value"])
    if at is None:
        return None
    start = match.start("value") + at.start()
    return _Found(
        "CF014", number, start, start + 1, f"a colon stands inside the text of `{match['key']}`",
        "put the whole text in double quotes", _placeholder(lines[number]),
    )


def _placeholder(line: str) -> str | None:
    match = _KEY.match(line) or re.match(r"(?P<head>\s*(?:-\s+)+)(?P<value>\S.*)$", line)
    return f'{match["head"]}"(set aside)"' if match else None


def _brace(lines: list[str], number: int, column: int, problem_line: int) -> _Found:
    opening = lines[number][column : column + 1] or "{"
    closing = "]" if opening == "[" else "}"
    rest = re.sub(r"""(?<=[\s{,:\[])"(?:[^"\\]|\\.)*"|(?<=[\s{,:\[])'(?:[^']|'')*'""", "", lines[number][column:])
    if rest.count(opening) > rest.count(closing):
        return _Found(
            "CF016", number, column, column + 1, f"the bracket {opening} opens here and is not closed",
            f"add {closing} at the end, or write one key a line below, indented", lines[number].rstrip() + closing,
        )
    signed = re.search(r"[:,]\s*([-+])\s+\d+", lines[number])
    if signed is not None:
        at = signed.start(1)
        mended = lines[number][: at + 1] + lines[number][at + 1 :].lstrip()
        return _Found("CF105", number, at, signed.end(), "a space stands between the sign and the number", f"write it without: {signed[1]}6", mended)
    return _Found(
        "CF014", number, column, column + 1, "a text inside these brackets holds a sign that YAML reads as its own",
        "put each text inside brackets in double quotes: {name: \"Ray: the owner\"}",
    )


_WORDS = re.compile(r"\s*(?:-\s+)?[\w-]+(?:[ \t]+[\w|\"'][^:]*)?$")
_GLUED = re.compile(r"\s*(?:-\s+)?[\w-]+:[^\s:]+(?:\s[^:]*)?$")


def _no_colon(lines: list[str], number: int) -> _Found:
    start = len(lines[number]) - len(lines[number].lstrip())
    return _Found(
        "CF020", number, start, None, "this line is no key with a value: it has no colon",
        "write `key: value`; or, if it belongs to a text, indent it below `|`",
    )


def _layout(lines: list[str], number: int, column: int, problem: str, begun_line: int | None = None) -> _Found:
    line = lines[number]
    if "could not find expected ':'" in problem:
        before = next((n for n in range(min(number, len(lines) - 1), -1, -1) if lines[n].strip() and ":" not in lines[n]), number)
        begun = begun_line if begun_line is not None else before
        glued = next((n for n in (begun, number, number - 1) if n >= 0 and _GLUED.match(lines[n])), None)
        if glued is None:
            return _no_colon(lines, begun)
        at = lines[glued].index(":")
        mended = lines[glued][: at + 1] + " " + lines[glued][at + 1 :]
        return _Found("CF020", glued, at, at + 1, "a space is missing after the colon", "write `key: value`", mended)
    if "cannot start any token" in problem:
        sign = line[column : column + 1]
        return _Found("CF018", number, column, column + 1, f"a text may not begin with {sign!r}", "put the whole text in double quotes", _placeholder(line))
    start = len(line) - len(line.lstrip())
    for before in range(number, max(-1, number - 3), -1):
        if _WORDS.match(lines[before]) and len(lines[before]) - len(lines[before].lstrip()) == start:
            return _no_colon(lines, before)
    if not line.strip():
        return _Found("CF006", number, 0, None, "the file ends in the middle of something", "look at the last lines: something is not closed")
    return _Found(
        "CF017", number, start, None, "this line does not fit with those above it: it is indented too much or too little",
        "let it begin in the same column as its neighbours; keys that belong together stand below each other",
    )
