"""Variables of a Twine story → flags and conditions, where they mean the same here.

A flag here is false until a choice sets it, and stays true. A variable will do if it is only ever set to true, but at
the start, where it may be false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_TOKEN = re.compile(r"\s*(?:(&&|\|\||===?|!==?|!|\(|\))|(\$?[A-Za-z_][\w.]*)|(\S))")
_WORDS = {"&&": "and", "||": "or", "!": "not", "eq": "is", "==": "is", "===": "is", "neq": "isnot", "!=": "isnot", "!==": "isnot"}
TRUE = frozenset(["true", "1", "yes", '"yes"', "'yes'"])
FALSE = frozenset(["false", "0", "no", "null", '"no"', "'no'"])


def flags(sets: Iterable[tuple[str, str, bool, bool]]) -> frozenset[str]:
    """Return the variables that will do as flags.

    Args:
        sets: (variable, value as it was written, whether only under a condition, whether at the start), everywhere.
    """
    fit: set[str] = set()
    unfit: set[str] = set()
    for name, value, conditional, at_start in sets:
        plain = value.lower()
        if plain in TRUE and not conditional and not at_start:
            fit.add(name)
        elif not (plain in FALSE and at_start):
            unfit.add(name)
    return frozenset(fit - unfit)


def condition(written: str, flag_of: Mapping[str, str]) -> str | None:
    """Return a condition of ours that means the same; None where there is none.

    Args:
        written: such as `$met and not $late`; `!(…)` is the contrary.
        flag_of: the flag of each variable that is one.
    """
    tokens: list[str] = []
    for symbol, name, other in _TOKEN.findall(written):
        if other:
            return None
        tokens.append(_WORDS.get(symbol or name.lower(), symbol or name))
    reader = _Reader(tokens, flag_of)
    try:
        found = reader.either(0)
    except _Unread:
        return None
    return found if reader.at == len(tokens) else None


class _Unread(Exception):
    pass


class _Reader:
    def __init__(self, tokens: list[str], flag_of: Mapping[str, str]) -> None:
        self.tokens, self.flag_of, self.at = tokens, flag_of, 0

    def next(self) -> str:
        return self.tokens[self.at].lower() if self.at < len(self.tokens) else ""

    def either(self, depth: int) -> str:
        parts = [self.both(depth)]
        while self.next() == "or":
            self.at += 1
            parts.append(self.both(depth))
        return " or ".join(parts)

    def both(self, depth: int) -> str:
        parts = [self.one(depth)]
        while self.next() == "and":
            self.at += 1
            parts.append(self.one(depth))
        return " and ".join(parts)

    def one(self, depth: int) -> str:
        if depth > 8:
            raise _Unread
        if self.next() == "not":
            self.at += 1
            return f"not {self.one(depth + 1)}"
        if self.next() == "(":
            self.at += 1
            inner = self.either(depth + 1)
            if self.next() != ")":
                raise _Unread
            self.at += 1
            return f"({inner})" if " " in inner else inner
        if self.at >= len(self.tokens):
            raise _Unread
        name = self.tokens[self.at].removeprefix("$")
        if name not in self.flag_of:
            raise _Unread
        self.at += 1
        return self.compared(self.flag_of[name])

    def compared(self, flag: str) -> str:
        if self.next() not in ("is", "isnot"):
            return flag
        contrary = self.next() == "isnot"
        self.at += 1
        if self.next() == "not":
            contrary = not contrary
            self.at += 1
        value = self.next()
        if value not in ("true", "false"):
            raise _Unread
        self.at += 1
        return flag if (value == "true") != contrary else f"not {flag}"
