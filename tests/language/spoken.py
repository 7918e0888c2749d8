"""A language that says of each message which it is, for tests of what is told without English grammar."""

from __future__ import annotations

from game.language.words import Tongue


class _Same:
    """Messages as they stand in the code, in a language that is not English."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        return message


def like(code: str) -> Tongue:
    """Return a language with the signs of one that exists, and the messages of English."""
    return Tongue(code, code, catalogue=_Same())
