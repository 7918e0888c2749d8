"""The language that is spoken now, and messages in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol


class Catalogue(Protocol):
    """What `gettext.GNUTranslations` offers, and all that is asked of it."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...


class _English:
    """The messages as they stand in the code."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        return message


_ENGLISH = _English()


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that the game speaks."""

    code: str = "en"
    """By ISO 639: `en`, `es`, `de`."""
    name: str = "English"
    """What its own speakers call it."""
    leftward: bool = False
    """Whether it is written from right to left."""
    catalogue: Catalogue = _ENGLISH


ENGLISH = Tongue()

_usual: list[Tongue] = [ENGLISH]
_here: ContextVar[Tongue | None] = ContextVar("tongue", default=None)


def tongue() -> Tongue:
    """Return the language that is spoken now."""
    return _here.get() or _usual[0]


def speak(to: Tongue) -> None:
    """Speak a language from now on, in every thread that has not chosen one for itself."""
    _usual[0] = to


@contextmanager
def speaking(to: Tongue) -> Iterator[None]:
    """Speak a language for a while, in this thread or task only: a phone's page may differ from the wall."""
    token = _here.set(to)
    try:
        yield
    finally:
        _here.reset(token)


def _filled(text: str, english: str, values: dict[str, object]) -> str:
    if not values:
        return text
    try:
        return text.format(**values)
    except (KeyError, IndexError, ValueError):  # a translation that names what is not there must not stop a play
        return english.format(**values)


def _(message: str, /, **values: object) -> str:
    """Return a message in the language that is spoken now, with `{name}` filled in from `values`."""
    return _filled(tongue().catalogue.gettext(message), message, values)


def n_(one: str, many: str, n: int, /, **values: object) -> str:
    """Return a message that depends on a number, which fills `{n}`: `n_("{n} person", "{n} people", 3)`."""
    english = one if n == 1 else many
    return _filled(tongue().catalogue.ngettext(one, many, n), english, {"n": n, **values})


def p_(context: str, message: str, /, **values: object) -> str:
    """Return a message that would be ambiguous without its context: `p_("standing", "contact")`."""
    return _filled(tongue().catalogue.pgettext(context, message), message, values)


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Mark a message that is translated where it is shown, and return it as it is."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: N802 - as above, for `p_`
    """Mark a message that needs its context and is translated where it is shown, and return it as it is."""
    return message
