"""The text of a passage → what is told, links, and what is remembered; of Harlowe, SugarCube, Chapbook and Snowman.

Only what has the same meaning here is kept as it is. Everything else is named in `unknown`, and what it enclosed is told.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

MOST_NESTED = 60
"""Brackets within each other that are read; what lies deeper is told as it stands."""
LONGEST_LINK = 5_000
DEEPEST = 20
"""Conditions within each other that are followed; deeper ones are told without."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text, told where all of `when` hold."""

    text: str
    when: tuple[str, ...] = ()
    """Conditions of Twine, as they were written; one that begins with `!` and a parenthesis is the contrary of what follows."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another passage."""

    label: str
    target: str
    when: tuple[str, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    """(variable, value as it was written), set by whoever takes it."""


@dataclass(slots=True)
class Parsed:
    """What a passage holds."""

    words: list[Words] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sets: list[tuple[str, str, bool]] = field(default_factory=list)
    """(variable, value as it was written, whether only under a condition), on arrival."""
    unknown: list[tuple[int, str]] = field(default_factory=list)
    """(0-based line, what stands there), each once."""


_START = re.compile(
    r"\[\[|<<|<!--|/\*|/%|\{embed |\{(?=[\w.]+\})|\((?P<macro>[A-Za-z][\w-]*):|</?[A-Za-z][^<>]{0,300}>|\$[A-Za-z_]\w*"
)
_CLOSE = {"<!--": "-->", "/*": "*/", "/%": "%/"}
_SET = re.compile(r"\$(\w+)\s*(?:to|=)\s*(.+)$", re.DOTALL)
_PUT = re.compile(r"(.+?)\s+into\s+\$(\w+)$", re.DOTALL)
_STRINGS = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_EMPHASIS = re.compile(r"''|\*\*|~~|(?<!:)//|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_HEADING = re.compile(r"^[ \t]*(?:#{1,6}|!{1,6}(?=[ A-Z]))[ \t]*", re.MULTILINE)
_CHAPBOOK_LINE = re.compile(r"^\[(?P<what>[^\[\]\n]+)\][ \t]*$", re.MULTILINE)
_CHAPBOOK_VARS = re.compile(r"\A(?P<vars>(?:[ \t]*[\w.]+(?:[ \t]*\([^)\n]*\))?[ \t]*:[^\n]*\n)+)--[ \t]*\n")


def parse(text: str, format_: str) -> Parsed:
    """Return what the text of a passage holds."""
    reader = _Reader(text, format_)
    if format_ == "chapbook":
        reader.chapbook()
    else:
        reader.read(0, len(text), ())
    return reader.found


class _Reader:
    def __init__(self, text: str, format_: str) -> None:
        self.text, self.format = text, format_
        self.found = Parsed()
        self.harlowe = format_ not in ("sugarcube", "snowman", "chapbook")
        self.depth = 0
        self.patience = 2_000_000
        """Signs that are still looked at in search of a closing bracket; so a hostile file takes no longer than a large one."""

    def chapbook(self) -> None:
        text, at = self.text, 0
        head = _CHAPBOOK_VARS.match(text)
        if head is not None:
            for line in head["vars"].splitlines():
                name, _, value = line.partition(":")
                if re.fullmatch(r"[\w.]+", name.strip()):
                    self.found.sets.append((name.strip(), value.strip(), False))
                else:
                    self._unknown(head.start(), line.strip())
            at = head.end()
        when: tuple[str, ...] = ()
        last = ""
        for line in _CHAPBOOK_LINE.finditer(text, at):
            self.read(at, line.start(), when)
            at, what = line.end(), line["what"].strip()
            if what.startswith("if "):
                last = what[3:].strip()
                when = (last,)
            elif what.startswith("unless "):
                last = f"!({what[7:].strip()})"
                when = (last,)
            elif what == "else" and last:
                when = (f"!({last})",)
            else:
                when = ()
                if what not in ("continue", "continued", "cont'd", "cont"):
                    self._unknown(line.start(), line[0].strip())
        self.read(at, len(text), when)

    def read(self, at: int, end: int, when: tuple[str, ...]) -> None:
        text = self.text
        if self.depth > MOST_NESTED:
            self._tell(text[at:end], when)
            return
        self.depth += 1
        while at < end:
            start = _START.search(text, at, end)
            if start is None:
                self._tell(text[at:end], when)
                break
            self._tell(text[at : start.start()], when)
            at = max(self._piece(start, end, when), start.start() + 1)
        self.depth -= 1

    def _find(self, what: str, at: int, end: int) -> int:
        """Return where a sign closes what stands at a place; -1 where it does not, or nobody has the patience."""
        stop = min(end, at + self.patience)
        found = self.text.find(what, at, stop)
        self.patience -= (found if found >= 0 else stop) - at
        return found

    def _piece(self, start: re.Match[str], end: int, when: tuple[str, ...]) -> int:
        text, at, sign = self.text, start.start(), start[0]
        if sign == "[[":
            return self._link(at, end, when)
        if sign in _CLOSE:
            closed = self._find(_CLOSE[sign], at + len(sign), end)
            if closed < 0:
                self._tell(sign, when)
                return at + len(sign)
            return closed + len(_CLOSE[sign])
        if sign == "<<":
            return self._sugarcube(at, end, when)
        if start["macro"] is not None:
            return self._harlowe(start, end, when) if self.harlowe else self._plain(start, when)
        if sign.startswith("{"):
            closed = self._find("}", at, end)
            if closed < 0:
                return self._plain(start, when)
            self._unknown(at, text[at : closed + 1])
            return closed + 1
        if sign.startswith("$"):
            if self.format in ("harlowe", "sugarcube", ""):
                self._unknown(at, sign)
            return self._plain(start, when)
        if re.match(r"<(?:br|/?p|/?div|hr)\b", sign, re.IGNORECASE):
            self._tell("\n", when)
        elif not re.match(r"</?(?:b|i|em|strong|u|s|span|small|big|sub|sup|blockquote|h\d|ul|ol|li)\b", sign, re.IGNORECASE):
            self._unknown(at, sign)
        return start.end()

    def _plain(self, start: re.Match[str], when: tuple[str, ...]) -> int:
        self._tell(start[0], when)
        return start.end()

    def _link(self, at: int, end: int, when: tuple[str, ...]) -> int:
        closed = self._find("]]", at, min(end, at + LONGEST_LINK))
        if closed < 0 or "\n" in self.text[at:closed]:
            self._tell("[[", when)
            return at + 2
        inside = self.text[at + 2 : closed]
        inside, _, setter = inside.partition("][")
        sets = tuple((found[1], found[2].strip()) for part in setter.split(";") if (found := _SET.search(part.strip())))
        if setter and not sets:
            self._unknown(at, f"[{setter}]")
        label, target = self._ends(inside)
        if target:
            self.found.links.append(Link(_smoothed(label) or target, target, when, sets))
        return closed + 2

    def _ends(self, inside: str) -> tuple[str, str]:
        if "->" in inside:
            label, _, target = inside.rpartition("->")
        elif "<-" in inside:
            target, _, label = inside.partition("<-")
        elif "|" in inside:
            label, _, target = inside.rpartition("|") if self.format != "sugarcube" else inside.partition("|")
        else:
            label = target = inside
        return label.strip(), target.strip()

    def _sugarcube(self, at: int, end: int, when: tuple[str, ...]) -> int:
        closed = self._find(">>", at, min(end, at + LONGEST_LINK))
        if closed < 0:
            self._tell("<<", when)
            return at + 2
        inside = self.text[at + 2 : closed].strip()
        name, _, words = inside.partition(" ")
        name, words, after = name.lower(), words.strip(), closed + 2
        if name == "if":
            return self._sugarcube_if(words, after, end, when)
        if name == "set":
            for part in words.split(";"):
                self._set(at, part.strip(), when)
        elif name in ("link", "button"):
            after = self._sugarcube_link(at, words, after, end, when)
        elif name == "goto" and (strings := _STRINGS.findall(words)):
            self.found.links.append(Link("Go on.", "".join(strings[0]), when))
        elif name not in ("nobr", "silently") and not name.startswith("/"):
            self._unknown(at, f"<<{inside}>>")
        return after

    def _sugarcube_link(self, at: int, words: str, after: int, end: int, when: tuple[str, ...]) -> int:
        close = re.compile(r"<</(?:link|button)>>").search(self.text, after, end)
        body = self.text[after : close.start()] if close else ""
        sets = tuple((found[1], found[2].strip()) for part in re.findall(r"<<set\s+(.+?)>>", body) if (found := _SET.search(part)))
        strings = ["".join(found) for found in _STRINGS.findall(words)]
        jump = re.search(r"<<goto\s+[\"'](.+?)[\"']\s*>>", body)
        inner = re.match(r"\[\[(.+?)\]\]", words)
        if inner:
            label, target = self._ends(inner[1])
            self.found.links.append(Link(label, target, when, sets))
        elif len(strings) > 1 or (strings and jump):
            self.found.links.append(Link(strings[0], jump[1] if jump else strings[1], when, sets))
        else:
            self._unknown(at, f"<<link {words}>>")
        return close.end() if close else after

    def _sugarcube_if(self, words: str, after: int, end: int, when: tuple[str, ...]) -> int:
        parts: list[tuple[str | None, int, int]] = []
        condition: str | None = words
        begin, depth = after, 1
        closing = end
        for mark in re.compile(r"<<\s*(if|elseif|else|endif|/if)\b\s*(.*?)>>", re.DOTALL).finditer(self.text, after, end):
            kind = mark[1]
            if kind == "if":
                depth += 1
            elif kind in ("endif", "/if"):
                depth -= 1
                if not depth:
                    parts.append((condition, begin, mark.start()))
                    closing = mark.end()
                    break
            elif depth == 1:
                parts.append((condition, begin, mark.start()))
                begin = mark.end()
                condition = mark[2].removeprefix("if ").strip() if kind == "elseif" or mark[2].startswith("if ") else None
        else:
            parts.append((condition, begin, end))
        self._branches(parts, when)
        return closing

    def _branches(self, parts: list[tuple[str | None, int, int]], when: tuple[str, ...]) -> None:
        before: tuple[str, ...] = ()
        for condition, begin, stop in parts:
            here = (*when, *before, *((condition,) if condition is not None else ()))
            if len(here) > DEEPEST:
                self._unknown(begin, "conditions within each other")
                here = when
            self.read(begin, stop, here)
            if condition is not None:
                before = (*before, f"!({condition})")

    def _harlowe(self, start: re.Match[str], end: int, when: tuple[str, ...]) -> int:
        name = start["macro"].lower().replace("-", "").replace("_", "")
        closed = self._balanced(start.end(), end, "(", ")")
        if closed < 0:
            return self._plain(start, when)
        words, after = self.text[start.end() : closed - 1].strip(), closed
        if name in ("if", "unless"):
            return self._harlowe_if(name, words, after, end, when)
        if name == "set":
            for part in words.split(","):
                self._set(start.start(), part.strip(), when)
            return after
        if name == "put":
            found = _PUT.search(words)
            self._set(start.start(), f"${found[2]} to {found[1]}" if found else words, when)
            return after
        strings = ["".join(found) for found in _STRINGS.findall(words)]
        if name in ("linkgoto", "linkrevealgoto") and strings:
            self.found.links.append(Link(_smoothed(strings[0]), strings[-1], when))
            return after
        if name == "goto" and strings:
            self.found.links.append(Link("Go on.", strings[0], when))
            return after
        if name in ("print", "text") and len(strings) == 1:
            self._tell(strings[0], when)
            return after
        if name not in ("textstyle", "textcolour", "textcolor", "align", "css", "transition", "t8n", "live", "size", "collapse", "box"):
            self._unknown(start.start(), f"({start['macro']}: {words})")
        return self._hook(after, end, when)

    def _hook(self, at: int, end: int, when: tuple[str, ...]) -> int:
        """Tell what stands in the brackets behind a macro, as if it were not there."""
        begin = self._opened(at, end)
        if begin < 0:
            return at
        closed = self._balanced(begin, end, "[", "]")
        if closed < 0:
            return at
        self.read(begin, closed - 1, when)
        return closed

    def _harlowe_if(self, name: str, words: str, after: int, end: int, when: tuple[str, ...]) -> int:
        parts: list[tuple[str | None, int, int]] = []
        condition: str | None = words if name == "if" else f"!({words})"
        following = re.compile(r"\s*\((else-?if|else):", re.IGNORECASE)
        while True:
            begin = self._opened(after, end)
            closed = self._balanced(begin, end, "[", "]") if begin >= 0 else -1
            if closed < 0:
                break
            parts.append((condition, begin, closed - 1))
            after = closed
            more = following.match(self.text, after, end)
            if more is None:
                break
            stop = self._balanced(more.end(), end, "(", ")")
            if stop < 0:
                break
            condition = None if more[1].lower() == "else" else self.text[more.end() : stop - 1].strip()
            after = stop
        self._branches(parts, when)
        return after

    def _opened(self, at: int, end: int) -> int:
        found = re.compile(r"\s*\[(?!\[)").match(self.text, at, end)
        return found.end() if found else -1

    def _balanced(self, at: int, end: int, opens: str, closes: str) -> int:
        depth, quote = 1, ""
        for place in range(at, min(end, at + self.patience)):
            self.patience -= 1
            sign = self.text[place]
            if quote:
                quote = "" if sign == quote else quote
            elif opens == "(" and sign in "\"'":
                quote = sign
            elif sign == opens:
                depth += 1
            elif sign == closes:
                depth -= 1
                if not depth:
                    return place + 1
        return -1

    def _set(self, at: int, written: str, when: tuple[str, ...]) -> None:
        found = _SET.search(written)
        if found is None:
            self._unknown(at, written)
        else:
            self.found.sets.append((found[1], found[2].strip(), bool(when)))

    def _tell(self, text: str, when: tuple[str, ...]) -> None:
        if text:
            self.found.words.append(Words(text, when))

    def _unknown(self, at: int, what: str) -> None:
        line = self.text.count("\n", 0, at)
        entry = (line, " ".join(what.split())[:80])
        if entry not in self.found.unknown and len(self.found.unknown) < 200:
            self.found.unknown.append(entry)


def _smoothed(text: str) -> str:
    return " ".join(smoothed(text).split())


def smoothed(text: str) -> str:
    """Return a text without its marks for bold, italics and headings."""
    text = _HEADING.sub("", _EMPHASIS.sub("", text))
    return html.unescape(text).replace("\\\n", "").replace("\r", "")
