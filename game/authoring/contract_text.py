"""The text of one contract → its typed tree: the grammar, and what is said of a slip in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

from game.authoring.safe_text import shown
from game.authoring.suggest import listed, near, sure
from game.story.contract import (
    STRATEGIES,
    AllEnd,
    Answered,
    Chance,
    Claim,
    Compared,
    Contract,
    Event,
    Every,
    Figure,
    Kind,
    Length,
    Plays,
    Reached,
    Scored,
    Sign,
    Verdict,
    Word,
)
from game.story.vocabulary import Outcome

LONGEST = 300
"""How many characters a contract may have."""
FARTHEST = 1_000_000
"""Points that a contract may name, above and below zero."""

_VERDICTS = {
    "possible": Verdict.POSSIBLE, "reachable": Verdict.POSSIBLE, "impossible": Verdict.IMPOSSIBLE,
    "unreachable": Verdict.IMPOSSIBLE, "never": Verdict.IMPOSSIBLE, "certain": Verdict.CERTAIN, "always": Verdict.CERTAIN,
}
_DEEDS = {
    "grant": "grant", "granted": "grant", "granting": "grant", "refuse": "refuse", "refused": "refuse", "refusing": "refuse",
    "keep": "keep", "kept": "keep", "keeping": "keep", "break": "break", "broken": "break", "breaking": "break",
}
_KINDS = {"ending": Kind.ENDING, "scene": Kind.SCENE, "choice": Kind.CHOICE}
_EVERY = {"ending": Kind.ENDING, "scene": Kind.SCENE, "choice": Kind.CHOICE, "ask": Kind.ASK}
_FIGURES = {figure.value: figure for figure in Figure}
_SIGNS = {sign.value: sign for sign in Sign}
_FOREIGN = {"=": "==", "≥": ">=", "≤": "<=", "=>": ">=", "=<": "<=", "!=": "< or >", "<>": "< or >"}
_BOUNDS = {
    ("at", "least"): Sign.AT_LEAST, ("at", "most"): Sign.AT_MOST, ("more", "than"): Sign.OVER, ("over",): Sign.OVER,
    ("less", "than"): Sign.UNDER, ("fewer", "than"): Sign.UNDER, ("under",): Sign.UNDER,
}
_TOKEN = re.compile(
    r"(?P<sign>>=|<=|==|=>|=<|!=|<>|[<>=≥≤])|(?P<number>[+-]?\d+(?:[.,]\d+)?)(?![\w-])|(?P<percent>%)|(?P<comma>,)"
    r"|(?P<word>[A-Za-z][A-Za-z0-9_-]*)|(?P<other>\S)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that a contract may name."""

    endings: Collection[str] = ()
    scenes: Collection[str] = ()
    """Those that are no endings."""
    choices: Collection[str] = ()
    asks: Collection[str] = ()
    """Those of the choices that ask for something."""
    promises: Collection[str] = ()
    people: Collection[str] = ()


class ContractFault(Exception):
    """A statement that was meant as a contract cannot be one; `start` and `end` are 0-based columns of its text.

    `better` is what might stand there instead, `sure` whether nothing else can have been meant.
    """

    def __init__(
        self, code: str, start: int, end: int, message: str, mend: str, better: str | None = None, sure: bool = False,
    ) -> None:
        self.code, self.start, self.end, self.message, self.mend = code, start, end, message, mend
        self.better, self.sure = better, sure
        super().__init__(message)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def contract(text: str, names: Names) -> Contract | None:
    """Return what a statement claims; None where it is a sentence, for people and not for a machine.

    Raises:
        ContractFault: it was meant as a contract, and cannot be read as one.
    """
    text = text.strip()
    tokens = [_Token(m.lastgroup or "", m[0], *m.span()) for m in _TOKEN.finditer(text[: LONGEST + 1])]
    if not _meant(tokens, names):
        return None
    if len(text) > LONGEST:
        raise ContractFault("CF421", 0, len(text), f"a contract is longer than {LONGEST} characters", "make two of it")
    return _Reader(text, tokens, names).statement()


def _meant(tokens: list[_Token], names: Names) -> bool:
    """Return whether a statement was meant as a contract: by a sign, or by its last word."""
    words = [token.text.lower() for token in tokens if token.kind == "word"]
    if any(token.kind in ("sign", "percent") for token in tokens):
        return True
    if not words:
        return False
    named = tokens[0].text in {*names.endings, *names.choices, *names.scenes}
    if tokens[-1].text == ".":  # a sentence ends so
        return named and words[-1] in _VERDICTS
    if words[:2] in (["no", "play"], ["every", "play"]) and len(words) <= 7:
        return True
    if words[-1] in (*_VERDICTS, "grantable", "percent") and len(words) <= 16:
        return True
    close = near(words[-1], (*_VERDICTS, "grantable"), 0.8) is not None or words[0] == "every" or words[0] in _DEEDS
    return len(words) <= 6 and (close or named)


@dataclass(slots=True)
class _Reader:
    """Reads one statement, word by word."""

    text: str
    tokens: list[_Token]
    names: Names
    at: int = 0
    end: _Token = field(init=False)

    def __post_init__(self) -> None:
        self.end = _Token("end", "", max(0, len(self.text) - 1), max(1, len(self.text)))

    @property
    def here(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else self.end

    def ahead(self, steps: int = 1) -> _Token:
        return self.tokens[self.at + steps] if self.at + steps < len(self.tokens) else self.end

    def take(self) -> _Token:
        token = self.here
        self.at += 1
        return token

    def took(self, *words: str) -> bool:
        """Take these words if they come next."""
        if all(self.ahead(step).text.lower() == word for step, word in enumerate(words)):
            self.at += len(words)
            return True
        return False

    def fault(self, code: str, token: _Token, message: str, mend: str, better: str | None = None, *, sure: bool = False) -> NoReturn:
        raise ContractFault(code, token.start, token.end, message, mend, better, sure)

    def misspelt(self, code: str, token: _Token, message: str, words: Collection[str], otherwise: str) -> NoReturn:
        """Say that a word is none of some, and which is the nearest."""
        meant = near(token.text, words)
        mend = f"write '{meant}'" if meant else otherwise
        self.fault(code, token, message, mend, meant, sure=meant is not None and sure(token.text, words) == meant)

    def statement(self) -> Contract:
        found = self._statement()
        self.took(".")
        if self.here is not self.end:
            self.fault("CF421", self.here, f"{shown(self.here.text)} is too much here", "delete it, or make two contracts of it")
        return found

    def _statement(self) -> Contract:
        if self.took("every"):
            return self.every()
        if self.took("no", "play"):
            return self.length()
        first, second = self.here, self.ahead()
        shares = any(token.kind == "percent" for token in self.tokens)
        by_itself = second.kind == "sign" and first.kind == "word" and not shares
        if by_itself and first.text.lower() in _FIGURES:
            self.take()
            return Compared(_FIGURES[first.text.lower()], self.sign(), self.number(-FARTHEST, FARTHEST, "points", "point"))
        if by_itself and first.text.lower() in STRATEGIES:
            self.take()
            return Plays(first.text.lower(), self.sign(), self.number(0, 100))
        if by_itself and first.text.lower() not in ("score", "total"):
            self.no_figure(first)
        return self.claim()

    def every(self) -> Contract:
        if self.took("play", "ends") or self.took("play", "end"):
            return AllEnd()
        what = self.take()
        kind = _EVERY.get(what.text.lower())
        if kind is None:
            self.misspelt("CF421", what, f"`every` wants a kind of thing, and this is {shown(what.text)}", _EVERY, "write every ending, every scene, every choice, every ask, or every play ends")
        wanted = ("grantable", "granted", "possible") if kind is Kind.ASK else ("reachable", "possible")
        self.took("is")
        if self.here.text.lower() not in wanted:
            self.fault("CF421", self.here, f"it is not said what must be so of every {kind.value}", f"write: every {kind.value} {wanted[0]}")
        self.take()
        return Every(kind)

    def length(self) -> Length:
        longest = self.took("longer", "than")
        if not longest and not self.took("shorter", "than"):
            self.fault("CF421", self.here, "`no play` wants a length", "write: no play longer than 16 moments")
        return Length(self.number(0, 10_000, "moments", "moment", "choices"), longest)

    def no_figure(self, token: _Token) -> NoReturn:
        figures = (*_FIGURES, *STRATEGIES, "score", "total")
        if token.text in self.names.people:
            self.fault("CF423", token, f"'{token.text}' is a balance, which each play has another of", "write it under `holds` of a test in tests.yaml")
        if token.text in {*self.names.endings, *self.names.asks}:
            self.fault("CF421", token, f"it is not said what of '{token.text}' is compared", f"add % for its chance at random: {token.text} >= 5 %")
        self.misspelt("CF422", token, f"{shown(token.text)} is no figure and no way of playing", figures, f"write one of: {listed(figures, 20)}")

    # Claims and chances.

    def claim(self) -> Claim | Chance:
        event = self.event()
        after: Event | None = None
        without: list[Event] = []
        asks = False
        began = self.here
        while self.here.text.lower() in ("after", "without"):
            word = self.take()
            if word.text.lower() == "without":
                if self.took("asking") or self.took("any", "ask") or self.took("an", "ask"):
                    asks = True
                    continue
                without.append(self.on_the_way(word))
                while self.here.text.lower() in (",", "and", "or"):
                    self.take()
                    without.append(self.on_the_way(word))
            elif after is not None:
                self.fault("CF421", word, "`after` stands here a second time", "name one choice or scene: the later of the two")
            else:
                after = self.on_the_way(word)
        if (chance := self.chance(event)) is not None:
            if after is not None or without or asks:
                self.fault("CF423", began, "a chance at random is that of all plays", "leave `after` and `without` out, or write possible instead of the chance")
            return chance
        return Claim(event, self.verdict(), after, tuple(without), asks)

    def verdict(self) -> Verdict:
        self.took("is")
        negated = self.took("not")
        token = self.take()
        verdict = _VERDICTS.get(token.text.lower())
        if verdict is None:
            words = ("reachable", "possible", "impossible", "certain")
            if token is self.end:
                self.fault("CF421", token, "it is not said what is claimed", "end it with reachable, possible, impossible or certain")
            self.misspelt("CF421", token, f"{shown(token.text)} says nothing in a contract", tuple(_VERDICTS), f"end it with one of: {listed(words)}")
        if not negated:
            return verdict
        if verdict is not Verdict.POSSIBLE:
            self.fault("CF421", token, f"'not {token.text}' leaves open what is meant", "write possible, impossible or certain")
        return Verdict.IMPOSSIBLE

    def chance(self, event: Event) -> Chance | None:
        worded = self.took("in")
        sign: Sign | None = None
        if worded:
            for words, meant in _BOUNDS.items():
                if self.took(*words):
                    sign = meant
                    break
            else:
                self.fault("CF421", self.here, "`in` wants a share of the plays", "write: in at least 5 %")
        elif self.here.kind == "sign":
            sign = self.sign()
        if sign is None:
            return None
        percent = self.percent()
        if not self.took("at", "random") and self.took("of"):
            self.took("all")
            self.took("plays")
            self.took("at", "random")
        return Chance(event, sign, percent)

    def percent(self) -> float:
        token = self.take()
        if token.kind != "number":
            self.fault("CF421", token, f"a share in a hundred belongs here, and this is {shown(token.text)}", "write a number and %: 5 %")
        if self.here.kind != "percent" and self.here.text.lower() != "percent":
            self.fault("CF421", self.here, "the sign % is missing after the share", f"write {token.text} %")
        self.take()
        share = float(token.text.replace(",", "."))
        if not 0 <= share <= 100:
            self.fault("CF424", token, f"the share is {token.text}, and may be 0 to 100", "write another number")
        return share

    def event(self) -> Event:
        token = self.here
        word = token.text.lower()
        if word in ("score", "total") and self.ahead().kind == "sign":
            self.take()
            sign = self.sign()
            if sign is Sign.EQUAL:
                self.fault("CF421", token, "a single score cannot be claimed", "write >=, >, <= or <")
            return Scored(word == "total", sign, self.number(*((0, 100) if word == "score" else (-FARTHEST, FARTHEST)), "points"))
        deed = _DEEDS.get(word)
        if deed is not None and self.ahead().kind == "word" and self.ahead().text.lower() not in _STOPS:
            self.take()
            if deed in ("grant", "refuse"):
                return Answered(self.ask(self.take()), Outcome.GRANTED if deed == "grant" else Outcome.REFUSED)
            return Word(self.promise(self.take()), deed == "keep")
        if word in _KINDS and self.ahead().kind == "word" and self.ahead().text.lower() not in _STOPS:
            self.take()
            return self.reached(self.take(), _KINDS[word])
        return self.reached(self.take(), None)

    def on_the_way(self, word: _Token) -> Event:
        """Return what may happen before the end of a play; `word` says what it is wanted for."""
        token = self.here
        event = self.event()
        match event:
            case Reached(kind=Kind.ENDING) | Scored() | Word(kept=False):
                self.fault("CF423", token, f"`{word.text}` wants what happens before the end of a play", "name a choice, a scene, a granted or refused ask or a kept promise")
        return event

    def reached(self, token: _Token, kind: Kind | None) -> Reached:
        names = self.names
        held = {Kind.ENDING: names.endings, Kind.SCENE: (*names.scenes, *names.endings), Kind.CHOICE: names.choices}
        if token.kind != "word":
            self.fault("CF421", token, f"an id belongs here, and this is {shown(token.text) if token.text else 'the end'}", "name an ending, a scene or a choice")
        if kind is not None:
            if token.text not in held[kind]:
                self.unknown(token, held[kind], kind.value)
            return Reached(Kind.ENDING if token.text in names.endings and kind is Kind.SCENE else kind, token.text)
        found = [which for which in (Kind.ENDING, Kind.CHOICE) if token.text in held[which]]
        found += [Kind.SCENE] if token.text in names.scenes else []
        if len(found) > 1:
            first, second = (which.value for which in found)
            self.fault("CF425", token, f"'{token.text}' is the id of {_a(first)} and of {_a(second)}", f"write {first} {token.text}, or {second} {token.text}")
        if not found:
            self.unknown(token, (*names.endings, *names.choices, *names.scenes), "ending, scene or choice")
        return Reached(found[0], token.text)

    def ask(self, token: _Token) -> str:
        if token.text in self.names.choices and token.text not in self.names.asks:
            self.fault("CF423", token, f"the choice '{token.text}' asks for nothing, so it is neither granted nor refused", "leave the word before it out, or name an ask")
        if token.text not in self.names.asks:
            self.unknown(token, self.names.asks, "ask")
        return token.text

    def promise(self, token: _Token) -> str:
        if token.text not in self.names.promises:
            self.unknown(token, self.names.promises, "promise")
        return token.text

    def unknown(self, token: _Token, known: Collection[str], what: str) -> NoReturn:
        otherwise = f"write one of: {listed(known)}" if known else f"there is no {what} in this scenario: delete the line"
        self.misspelt("CF422", token, f"{shown(token.text)} is no {what} of this scenario", tuple(known), otherwise)

    # Signs and numbers.

    def sign(self) -> Sign:
        token = self.take()
        if token.text not in _SIGNS:
            better = _FOREIGN[token.text]
            self.fault("CF421", token, f"{shown(token.text)} is no comparison that is read here", f"write {better}", better if better in _SIGNS else None, sure=True)
        return _SIGNS[token.text]

    def number(self, least: int, most: int, *units: str) -> int:
        token = self.take()
        if token.kind != "number":
            mend = "write digits, such as 60"
            if token.text in ("−", "–", "—"):
                mend = f"write a plain minus: -{self.here.text}"
            self.fault("CF421", token, f"a number belongs here, and this is {shown(token.text) if token.text else 'the end'}", mend)
        if not re.fullmatch(r"[+-]?\d{1,9}", token.text):
            self.fault("CF424", token, f"a whole number belongs here, and this is {token.text}", f"write {token.text.replace(',', '.').partition('.')[0][:9]}")
        value = int(token.text)
        if not least <= value <= most:
            self.fault("CF424", token, f"the number is {value}, and may be {least} to {most}", "write another number")
        if self.here.text.lower() in units:
            self.take()
        return value


_STOPS = frozenset({*_VERDICTS, "after", "without", "in", "is", "not"})


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
