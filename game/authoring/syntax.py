"""What libyaml could not read, said in the words of somebody who can see the line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from game.authoring.braces import flaw
from game.authoring.diagnostic import Edit, Faults, Severity
from game.authoring.indents import dash_too_many, misplaced
from game.authoring.marks import YAMLError
from game.authoring.quoting import ENTRY_LINE, KEY_LINE, TEXTS, curly, in_quotes

_OPEN = re.compile(r"""\s*(?:-\s+)*(?:[\w-]+:[ \t]+)?(?P<quote>"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_CLOSED = re.compile(r"""(?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?P<rest>[^\s#,}\]].*)$""")


SET_ASIDE = "(set aside)"
"""What stands in a text whose line could not be read, so that the rest of the file can be."""

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
    cure: str | None = None
    """The line as it was probably meant; None where only the author can know."""
    sure: bool = True
    """Whether the cure is the only one."""


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
    faults.add(found.code, Severity.ERROR, faults.span(found.line, found.column, found.end), found.message, found.help, _edits(faults, whole, found), anyway=True)
    mended = found.mended if found.mended is not None else found.cure
    if mended is None or whole[found.line] == mended or len(whole[found.line]) > LONGEST:
        return None
    whole[found.line] = mended
    faults.aside.add(found.line)
    return found.code, "\n".join(whole)


def _edits(faults: Faults, lines: list[str], found: _Found) -> tuple[Edit, ...]:
    if found.cure is None or len(lines[found.line]) > LONGEST:
        return ()
    cure = found.cure.strip()
    return faults.line_edit(found.line, lines[found.line], found.cure, safe=found.sure, title=f"write {cure if len(cure) <= 60 else cure[:59] + '…'}")


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
            or (_barless(lines, candidate) if candidate == number else None)
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
    )  # how many spaces a tab stood for, the whole file tells: see `fixes`


_BLANKS = "\u00a0\u2000-\u200b\u202f\u3000"
_ODD_BLANK = re.compile(rf"[ ]*(?:-[ ]*)?(?:[\w-]+:)?[ ]*(?P<odd>[{_BLANKS}]+)")


def _odd_blank(lines: list[str], number: int) -> _Found | None:
    match = _ODD_BLANK.match(lines[number])
    if match is None:
        return None
    at, end = match.span("odd")
    mended = lines[number][:at] + " " * (end - at) + lines[number][end:]
    return _Found(
        "CF013", number, at, end, "a blank that is no plain space stands here; it often comes along when text is pasted",
        "delete it, and type a space", cure=mended,
    )


_ODD_DASH = re.compile(r"(?P<indent>[ ]*)(?P<dash>[\u2013\u2014\u2022\u00b7*]|-(?=[\w]+:(?:\s|$)))(?P<rest>[ ]*[\w-]+:(?:\s.*)?)$")


def _odd_dash(lines: list[str], number: int) -> _Found | None:
    match = _ODD_DASH.match(lines[number])
    if match is None:
        return None
    at = match.start("dash")
    mended = f"{match['indent']}- {match['rest'].lstrip()}"
    if match["dash"] == "-":
        return _Found("CF020", number, at, at + 1, "a space is missing after the dash", f"write `{mended.strip()[:40]}`", cure=mended)
    return _Found("CF017", number, at, at + 1, f"a list entry begins with {match['dash']!r}, which is no plain dash", f"type the dash of the keyboard, then a space: `{mended.strip()[:40]}`", cure=mended)


def _open_quote(lines: list[str], number: int, problem_line: int, problem: str) -> _Found | None:
    match = _OPEN.match(lines[number])
    if match is None or (number == problem_line and "end of stream" not in problem and "key" not in problem):
        return None
    start = match.start("quote")
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    alone = re.match(r"\s*(?:- +)?[\w-]+:(?:\s|$)", below) is not None and '"' not in match["quote"][1:]
    return _Found(
        "CF015", number, start, None, "a quotation mark opens here, and none closes it on this line",
        "add the closing one at the end of the text; inside it, write \\\" for a quotation mark",
        cure=lines[number].rstrip() + match["quote"][0], sure=alone,
    )


def _after_quote(lines: list[str], number: int) -> _Found | None:
    match = KEY_LINE.match(lines[number]) or ENTRY_LINE.match(lines[number])
    if match is None or match["value"][0] not in "\"'":
        return None
    closed = _CLOSED.match(match["value"])
    if closed is None:
        return None
    start = match.start("value") + closed.start("rest")
    quote = match["value"][0]
    whole = match["value"].rstrip()
    cure = in_quotes(lines, number)
    if quote == "'" and whole.endswith("'"):
        message = "an apostrophe closes the text, which goes on after it"
        mend = "put the text in double quotes instead of single ones, and it may hold an apostrophe"
    elif quote == '"' and whole.endswith('"'):
        message, mend = "a quotation mark within the text closes it, and it goes on", 'write \\" for each quotation mark inside the text'
    else:
        message = "the text goes on after its closing quotation mark"
        mend = "put the whole text in double quotes" + (', and write \\" for those inside it' if quote == '"' else "")
    return _Found("CF019", number, start, None, message, mend + _as(cure), _placeholder(lines[number]), cure)


_SPECIAL = {
    "@": "an at sign", "`": "a backtick", "%": "a percent sign", "*": "an asterisk", "&": "an ampersand", "!": "an exclamation mark",
}


def _special(lines: list[str], number: int) -> _Found | None:
    match = KEY_LINE.match(lines[number]) or ENTRY_LINE.match(lines[number])
    if match is None or match["value"][0] not in _SPECIAL:
        return None
    start = match.start("value")
    cure = in_quotes(lines, number)
    return _Found(
        "CF018", number, start, start + 1, f"the text begins with {_SPECIAL[match['value'][0]]}, which means something to YAML",
        "put the whole text in double quotes" + _as(cure), _placeholder(lines[number]), cure,
    )


def _colon(lines: list[str], number: int) -> _Found | None:
    match = KEY_LINE.match(lines[number])
    if match is None or match["value"][0] in "\"'|>[{#":
        return None
    at = re.search(r":(?:\s|$)", match["value"])
    if at is None:
        return None
    start = match.start("value") + at.start()
    cure = in_quotes(lines, number)
    points = _POINTS.fullmatch(match["value"].rstrip())
    if points is not None and match["key"] in ("capital", "ask"):
        cure = f"{match['head']}{{{points[1]}}}"
        mend = "put them in braces" + _as(cure)
    elif match["key"] not in TEXTS:
        mend = "write one word there, letters, digits and hyphens; or a new line for what follows the colon"
    elif curly(match["value"].strip()):
        mend = "put the text in straight quotation marks, those of the keyboard, instead of curly ones" + _as(cure)
    else:
        mend = "put the whole text in double quotes" + _as(cure)
    return _Found(
        "CF014", number, start, start + 1, f"a colon stands inside the text of `{match['key']}`", mend, _placeholder(lines[number]), cure,
    )


_POINTS = re.compile(r"\{?((?:[\w-]+: *[+-]?[\w-]+)(?:, *[\w-]+: *[+-]?[\w-]+)*)\}?")


def _as(cure: str | None) -> str:
    """Return how a mended line begins, to be put after a mend."""
    told = (cure or "").strip()
    return f": `{told}`" if 0 < len(told) <= 70 else ""


_HEADER = re.compile(r"\s*(?:-\s+)*(?P<key>[\w-]+):\s*$")


def _barless(lines: list[str], number: int) -> _Found | None:
    """Return the fault of a script that begins below its key without a bar."""
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), None)
    for header in (above, *(n for n in range(number - 1, max(-1, number - 40), -1) if _HEADER.match(lines[n]))):
        match = _HEADER.match(lines[header]) if header is not None else None
        if match is None or header is None or match["key"] not in ("script", "text"):
            continue
        room = len(lines[header]) - len(lines[header].lstrip())
        if all(not line.strip() or len(line) - len(line.lstrip()) > room for line in lines[header + 1 : number + 1]):
            at = lines[header].rstrip()
            return _Found(
                "CF410", header, match.start("key"), len(at), f"the text of `{match['key']}` stands without a bar", f"write `{match['key']}: |`, and leave the text below it, indented",
                cure=f"{at} |",
            )
    return None


def _placeholder(line: str) -> str | None:
    match = KEY_LINE.match(line) or ENTRY_LINE.match(line)
    return f'{match["head"]}"{SET_ASIDE}"' if match else None


def _brace(lines: list[str], number: int, column: int, problem_line: int) -> _Found:
    opening = lines[number][column : column + 1] or "{"
    closing = "]" if opening == "[" else "}"
    rest = re.sub(r"""(?<=[\s{,:\[])"(?:[^"\\]|\\.)*"|(?<=[\s{,:\[])'(?:[^']|'')*'""", "", lines[number][column:])
    if rest.count(opening) > rest.count(closing):
        return _Found(
            "CF016", number, column, column + 1, f"the bracket {opening} opens here and is not closed",
            f"add {closing} at the end, or write one key a line below, indented", cure=lines[number].rstrip() + closing, sure=False,
        )
    wrong = flaw(lines[number], column)
    if wrong is not None:
        comma = wrong.message.startswith("a comma")
        mend = ("put a comma between the two" if comma else "put the whole text in double quotes") + _as(f"{wrong.key}: {wrong.text}" if wrong.key else wrong.text)
        return _Found(wrong.code, number, wrong.start, wrong.end, wrong.message, mend, cure=wrong.cure, sure=comma or wrong.key in TEXTS)
    signed = re.search(r"[:,]\s*([-+])\s+\d+", lines[number])
    if signed is not None:
        at = signed.start(1)
        mended = lines[number][: at + 1] + lines[number][at + 1 :].lstrip()
        return _Found("CF105", number, at, signed.end(), "a space stands between the sign and the number", f"write it without: {signed[0].lstrip(':, ').replace(' ', '')}", cure=mended)
    return _Found(
        "CF014", number, column, column + 1, "a text inside these brackets holds a sign that YAML reads as its own",
        "put each text inside brackets in double quotes: {name: \"Ray: the owner\"}",
    )


_SHORT_KEYS = TEXTS | frozenset(["coffee_first", "minutes", "start", "place", "light", "id", "when", "once", "honours", "breaks", "keeps", "set", "next", "of", "cost", "at", "to", "tone", "capital"]) - {"do", "it", "text"}
"""Keys that a line may begin with; not those with which a sentence does."""
_WORDS = re.compile(r"\s*(?:-\s+)?[\w-]+(?:[ \t]+[\w|\"'][^:]*)?$")
_GLUED = re.compile(r"\s*(?:-\s+)?[\w-]+:[^\s:]+(?:\s[^:]*)?$")


def _no_colon(lines: list[str], number: int) -> _Found:
    start = len(lines[number]) - len(lines[number].lstrip())
    words = re.match(r"(?P<head>\s*(?:-\s+)?)(?P<key>[\w-]+)[ \t]*(?:[=;][ \t]*|[ \t])(?P<rest>\S.*)$", lines[number])
    if words is not None and words["key"] in _SHORT_KEYS:
        cure = f"{words['head']}{words['key']}: {words['rest']}"
        return _Found("CF020", number, words.start("key"), words.end("key"), f"the colon after `{words['key']}` is missing", f"write `{cure.strip()}`", cure=cure)
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
        return _Found("CF020", glued, at, at + 1, "a space is missing after the colon", f"write `{mended.strip()[:60]}`", cure=mended)
    if "cannot start any token" in problem:
        sign = line[column : column + 1]
        return _Found("CF018", number, column, column + 1, f"a text may not begin with {sign!r}", "put the whole text in double quotes", _placeholder(line))
    start = len(line) - len(line.lstrip())
    for before in range(number, max(-1, number - 3), -1):
        if _WORDS.match(lines[before]) and len(lines[before]) - len(lines[before].lstrip()) == start:
            return _no_colon(lines, before)
    listed = dash_too_many(lines, number)
    if listed is not None:
        dash, cure = listed
        first = cure.strip().partition(":")[0]
        if first in ("id", "when", "to", "it", "at"):
            return _Found("CF017", number, start, None, "this line belongs to the entry whose dash stands above, and is not indented as that is", "put two spaces more before it, so that it begins below the word after the dash", cure="  " + line, sure=False)
        return _Found("CF017", dash, lines[dash].index("-"), lines[dash].index("-") + 1, f"a dash stands before `{first}`, and none before its neighbours", f"delete the dash: `{cure.strip()}`", cure=cure)
    if not line.strip():
        return _Found("CF006", number, 0, None, "the file ends in the middle of something", "look at the last lines: something is not closed")
    room = misplaced(lines, number)
    message = "this line does not fit with those above it: it is indented too much or too little"
    if room is None:
        return _Found("CF017", number, start, None, message, "let it begin in the same column as its neighbours; keys that belong together stand below each other")
    more = abs(room - start)
    moved = f"{'take' if room < start else 'put'} {more} space{'s' if more > 1 else ''} {'away' if room < start else 'before it'}"
    return _Found("CF017", number, start, None, message, f"{moved}, so that it begins in the same column as its neighbours", cure=" " * room + line.lstrip(), sure=more == 1)
