"""`when:` text → `story.condition`: a small language, read by its own few rules; nothing is ever evaluated as code.

    leslie >= 20 and not (warned or chose.pounce)

Why no `ast.parse`: ids may contain hyphens and may be words such as `from`; each fault has its own column here and its
own sentence; and a hostile text costs nothing (the standard parser has limits of its own, which differ by version).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from game.authoring.safe_text import shown
from game.authoring.suggest import near, sure
from game.story.condition import All, AtLeast, Condition, Happened, Not, Some

LONGEST = 500
"""Characters of a condition."""
MOST_NODES = 60
MOST_TERMS = 15
"""Of a condition that is surely within the limits."""
DEEPEST = 12
LARGEST_NUMBER = 100_000

NAMESPACES = ("chose", "granted", "kept", "promised")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+)|(?P<name>[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)?)"
    r"|(?P<sign><=|>=|==|!=|<|>|\+|-|\(|\)))"
)
_FOREIGN = {
    "=": "two equal signs ask whether things are equal: ==", "&": "write `and`", "&&": "write `and`",
    "|": "write `or`", "||": "write `or`", "!": "write `not`", "=>": "write >=", "=<": "write <=",
    "≥": "write >=", "≤": "write <=", "≠": "write !=", "*": "only sums and differences are possible",
    "/": "only sums and differences are possible", "–": "write a plain minus: -", "−": "write a plain minus: -",
    "_": "names are made of letters, digits and hyphens", '"': "names stand without quotes", "'": "names stand without quotes",
    ",": "join the parts by `and` or `or`", ":": "write `chose.id` with a full stop",
}

_BETTER = {
    "=": "==", "&": "and", "&&": "and", "|": "or", "||": "or", "!": "not", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!=",
    "–": "-", "−": "-",
}  # fmt: skip
"""What is surely meant by a sign that means nothing here."""


class Name(NamedTuple):
    """A name that a condition reads."""

    kind: str
    """flag, chose, granted, kept or promised."""
    id: str
    start: int
    """0-based column within the text."""
    end: int


class ConditionFault(Exception):
    """The condition cannot be read."""

    def __init__(self, code: str, start: int, end: int, message: str, mend: str, better: str | None = None, sure: bool = True) -> None:
        self.code, self.start, self.end, self.message, self.mend = code, start, end, message, mend
        self.better, self.sure = better, sure
        """What to write from `start` to `end`, where that is known, and whether nothing else can be meant."""
        super().__init__(message)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class _Sum(NamedTuple):
    """A sum of balances and numbers."""

    factors: tuple[tuple[str, int], ...]
    number: int
    start: int
    end: int


def condition(text: str, accounts: Collection[str], voices: Collection[str] = ()) -> tuple[Condition, tuple[Name, ...]]:
    """Return what a condition says, and the names that it reads apart from people.

    Args:
        text: the condition as it was written.
        accounts: the people who have a balance.
        voices: the people who have none, for the message.

    Raises:
        ConditionFault: it cannot be read.
    """
    if len(text) > LONGEST:
        raise ConditionFault("CF402", 0, len(text), f"the condition is longer than {LONGEST} characters", "set a flag earlier, and ask for that")
    simple = _simple(text, accounts) if not (voices and any(voice in text for voice in voices)) else None
    if simple is not None:
        return simple
    return _read(text, accounts, voices)


_TERM = re.compile(r"(?:(not )?([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)(?:\.([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*))?|([a-z-]+) (>=|<) (\d{1,5}))$")


def _simple(text: str, accounts: Collection[str]) -> tuple[Condition, tuple[Name, ...]] | None:
    """Return what nearly every condition is made of, without the long way: terms joined by one kind of word; else None."""
    joint = " or " if " or " in text else " and "
    parts: list[Condition] = []
    names: list[Name] = []
    at = 0
    for term in text.split(joint):
        found = _TERM.match(term)
        if found is None:
            return None
        negated, name, inner, person, sign, number = found.groups()
        if person is not None:
            if person not in accounts or person in _WORDS:
                return None
            least: Condition = AtLeast(((person, 1),), int(number))
            parts.append(least if sign == ">=" else Not(least))
        else:
            if (inner is None and (name in accounts or name in _WORDS or name in NAMESPACES)) or (inner is not None and name not in NAMESPACES):
                return None
            kind, word = (name, inner) if inner is not None else ("flag", name)
            start = at + (4 if negated else 0)
            names.append(Name(kind, word, start, at + len(term)))
            happened = Happened((kind, word))
            parts.append(Not(happened) if negated else happened)
        at += len(term) + len(joint)
    if len(parts) > 1:
        if len(parts) > MOST_TERMS:
            return None
        return (Some(tuple(parts)) if joint == " or " else All(tuple(parts))), tuple(names)
    return parts[0], tuple(names)


def _read(text: str, accounts: Collection[str], voices: Collection[str]) -> tuple[Condition, tuple[Name, ...]]:
    reader = _Reader(text, accounts, voices)
    found = reader.alternatives(0)
    if reader.here.kind != "end":
        raise reader.unexpected()
    return found, tuple(reader.names)


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    text = text.rstrip()
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() != at:
            break
        kind = match.lastgroup or ""
        start, at = match.span(kind)
        found.append(_Token(kind, match[kind], start, at))
    if at < len(text):
        raise _foreign(text, at + len(text[at:]) - len(text[at:].lstrip()))
    if len(found) > 4 * MOST_NODES:
        raise _too_much(text)
    found.append(_Token("end", "", len(text), len(text) + 1))
    return found


def _foreign(text: str, start: int) -> ConditionFault:
    sign = text[start : start + 2] if text[start : start + 2] in _FOREIGN else text[start]
    better = _BETTER.get(sign)
    if better is not None and better.isalpha():
        better = f"{' ' * (text[start - 1 : start].strip() != '')}{better}{' ' * (text[start + len(sign) :][:1].strip() != '')}"
    return ConditionFault(
        "CF401", start, start + len(sign), f"{shown(sign)} means nothing in a condition",
        _FOREIGN.get(sign, "a condition is made of names, numbers, >= > == < <=, and, or, not, + - and parentheses"), better,
    )


def _too_much(text: str) -> ConditionFault:
    return ConditionFault("CF402", 0, len(text), f"the condition has more than {MOST_NODES} parts", "set a flag earlier, and ask for that")


class _Reader:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, text: str, accounts: Collection[str], voices: Collection[str]) -> None:
        self.text, self.accounts, self.voices = text, accounts, voices
        self.tokens = _tokens(text)
        self.at = 0
        self.nodes = 0
        self.names: list[Name] = []

    @property
    def here(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.here
        self.at += 1
        return token

    def node(self, depth: int) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _too_much(self.text)
        if depth > DEEPEST:
            raise ConditionFault(
                "CF402", self.here.start, self.here.end, f"more than {DEEPEST} parentheses lie within each other",
                "set a flag earlier, and ask for that",
            )

    def unexpected(self) -> ConditionFault:
        token = self.here
        if token.kind == "end":
            return ConditionFault("CF401", max(0, token.start - 1), max(1, token.start), "the condition ends too early", "write what is still missing, or delete the last word")
        if token.kind == "name":
            before = self.tokens[self.at - 1] if self.at else None
            if before is not None and before.text in NAMESPACES:
                return ConditionFault("CF401", before.start, token.end, f"between '{before.text}' and the id belongs a full stop", f"write {before.text}.{token.text}", f"{before.text}.{token.text}")
            if token.text in ("is", "equals"):
                return ConditionFault("CF401", token.start, token.end, f"'{token.text}' means nothing in a condition", "write ==", "==", self.tokens[self.at + 1].kind == "number")
            if token.text.lower() in ("and", "or", "not"):
                return ConditionFault("CF401", token.start, token.end, f"'{token.text}' stands where a name belongs" if token.text.islower() else f"'{token.text}' is written in small letters", f"write a name beside '{token.text.lower()}', or delete it" if token.text.islower() else f"write {token.text.lower()}", None if token.text.islower() else token.text.lower())
        if token.text == ")":
            return ConditionFault("CF401", token.start, token.end, "this parenthesis closes nothing", "delete it, or open one before")
        return ConditionFault("CF401", token.start, token.end, f"{shown(token.text)} is not expected here", "join the parts of a condition by `and` or `or`")

    def alternatives(self, depth: int) -> Condition:
        self.node(depth)
        parts = [self.conjunction(depth)]
        while self.here.text == "or":
            self.take()
            parts.append(self.conjunction(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def conjunction(self, depth: int) -> Condition:
        parts = [self.negation(depth)]
        while self.here.text == "and":
            self.take()
            parts.append(self.negation(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def negation(self, depth: int) -> Condition:
        self.node(depth)
        if self.here.text == "not":
            self.take()
            return Not(self.negation(depth + 1))
        return self.comparison(depth)

    def comparison(self, depth: int) -> Condition:
        first = self.here
        if first.text == "(" and not self._is_sum():
            self.take()
            inner = self.alternatives(depth + 1)
            if self.here.text != ")":
                if self.here.kind == "end":
                    raise ConditionFault("CF401", first.start, first.end, "this parenthesis is not closed", "add the closing one")
                raise self.unexpected()
            self.take()
            return inner
        if first.kind == "name" and self._is_marker(first):
            return self.marker()
        left = self.sum(depth)
        parts: list[Condition] = []
        while self.here.text in _COMPARISONS:
            sign = self.take()
            right = self.sum(depth)
            parts.append(_compared(left, sign.text, right))
            left = right
        if not parts:
            raise self._bare(left)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _is_sum(self) -> bool:
        """Return whether the parenthesis here holds a sum: what follows its end decides."""
        depth = 0
        for token in self.tokens[self.at :]:
            depth += (token.text == "(") - (token.text == ")")
            if token.text in ("and", "or", "not") or token.text in _COMPARISONS:
                if depth:
                    return False
                return token.text in _COMPARISONS
            if depth == 0 and token.text in ("+", "-"):
                return True
        return False

    def _is_marker(self, token: _Token) -> bool:
        return token.text not in self.accounts and token.text not in _WORDS

    def marker(self) -> Condition:
        token = self.take()
        space, dot, name = token.text.partition(".")
        if not dot and space in NAMESPACES:
            self.at -= 1
            if self.tokens[self.at + 1].kind == "name":
                self.at += 1
                raise self.unexpected()
            raise ConditionFault("CF401", token.start, token.end, f"'{space}' wants an id", f"write {space}.id")
        if dot and space not in NAMESPACES:
            meant = near(space, NAMESPACES)
            raise ConditionFault("CF401", token.start, token.start + len(space), f"'{space}.' is none of chose, granted, kept, promised", f"write {meant}.{name}" if meant else "write chose.id, granted.id, kept.id or promised.id", meant, near(space, NAMESPACES, 0.8) is not None)
        if space in self.voices and not dot:
            raise ConditionFault("CF207", token.start, token.end, f"'{space}' has no account, and so no balance", f"give {space} a `capital` under `people`, or leave the condition out")
        if self.here.text in _COMPARISONS or self.here.text in ("+", "-"):
            raise self._not_a_balance(token)
        kind = space if dot else "flag"
        self.names.append(Name(kind, name if dot else space, token.start, token.end))
        return Happened((kind, name if dot else space))

    def _not_a_balance(self, token: _Token) -> ConditionFault:
        if "-" in token.text and token.text.rsplit("-", 1)[0] in self.accounts:
            person, rest = token.text.rsplit("-", 1)
            return ConditionFault("CF401", token.start, token.end, f"'{token.text}' is read as one name", f"put spaces around the minus: {person} - {rest}", f"{person} - {rest}")
        meant = near(token.text, self.accounts)
        return ConditionFault("CF403", token.start, token.end, f"'{token.text}' is no person with an account, so it has no balance", f"write '{meant}'" if meant else "compare the id of a person with a number; a flag stands alone", meant, sure(token.text, self.accounts) == meant)

    def _bare(self, left: _Sum) -> ConditionFault:
        if len(left.factors) == 1 and left.factors[0][1] == 1 and not left.number:
            person = left.factors[0][0]
            return ConditionFault("CF403", left.start, left.end, f"'{person}' is a balance, and a condition asks something", f"compare it with a number: {person} >= 20")
        if not left.factors:
            return ConditionFault("CF403", left.start, left.end, "a number alone is no condition", "compare a balance with it: leslie >= 20")
        return ConditionFault("CF403", left.start, left.end, "a sum alone is no condition", "compare it with a number, by >= or <")

    def sum(self, depth: int) -> _Sum:
        start = self.here.start
        factors: dict[str, int] = {}
        number = 0
        sign = 1
        while self.here.text in ("+", "-"):
            sign = -sign if self.take().text == "-" else sign
        while True:
            self.node(depth)
            token = self.here
            if token.kind == "number":
                self.take()
                if len(token.text) > 6 or int(token.text) > LARGEST_NUMBER:
                    raise ConditionFault("CF402", token.start, token.end, "the number is too large", f"use numbers up to {LARGEST_NUMBER}")
                number += sign * int(token.text)
            elif token.kind == "name" and token.text in self.accounts:
                self.take()
                factors[token.text] = factors.get(token.text, 0) + sign
            elif token.text == "(":
                self.take()
                inner = self.sum(depth + 1)
                if self.here.text != ")":
                    raise self.unexpected()
                self.take()
                number += sign * inner.number
                for person, factor in inner.factors:
                    factors[person] = factors.get(person, 0) + sign * factor
            elif token.kind == "name" and token.text not in _WORDS:
                if token.text in self.voices:
                    raise ConditionFault("CF207", token.start, token.end, f"'{token.text}' has no account, and so no balance", f"give {token.text} a `capital` under `people`")
                raise self._not_a_balance(token)
            else:
                raise self.unexpected()
            end = token.end
            if self.here.text not in ("+", "-"):
                break
            sign = 1
            while self.here.text in ("+", "-"):
                sign = -sign if self.take().text == "-" else sign
        return _Sum(tuple(sorted((p, f) for p, f in factors.items() if f)), number, start, end)


_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
_WORDS = ("and", "or", "not")


def _compared(left: _Sum, sign: str, right: _Sum) -> Condition:
    factors = dict(left.factors)
    for person, factor in right.factors:
        factors[person] = factors.get(person, 0) - factor
    form = tuple(sorted((p, f) for p, f in factors.items() if f))
    if not form:
        raise ConditionFault("CF404", left.start, right.end, "the comparison names nobody, so it is always the same", "compare a person's balance with a number")
    least = right.number - left.number
    match sign:
        case ">=":
            return AtLeast(form, least)
        case ">":
            return AtLeast(form, least + 1)
        case "<":
            return Not(AtLeast(form, least))
        case "<=":
            return Not(AtLeast(form, least + 1))
        case "==":
            return All((AtLeast(form, least), Not(AtLeast(form, least + 1))))
        case _:
            return Not(All((AtLeast(form, least), Not(AtLeast(form, least + 1)))))
