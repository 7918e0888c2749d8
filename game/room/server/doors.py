"""The doors of a room: who is let in, and which phone is the facilitator's.

A phone is let in by the room word, and is known from then on by a secret of its own. A remote is paired the other way
round: it shows a number, and the facilitator types it at the laptop, so that nothing secret is ever on the projector.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.language import _, n_
from game.room.identity import id_of, is_secret, new_secret, same_word
from game.room.server.limits import Limit

PAIRING_SECONDS = 600.0
MOST_PAIRINGS, PAIRINGS_A_MINUTE = 3_000, 300
WRONG_CODES_A_MINUTE = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A phone that wants to be the remote."""

    code: str
    """Six figures."""
    since: float


class Doors:
    """Holds the word, the paired remotes, and those that wait to be paired."""

    def __init__(
        self, word: str, *, remotes: Iterable[str] = (), paired: Callable[[str], None] = lambda remote: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.word = word
        self.remotes = set(remotes)
        """Ids of the phones that are the facilitator's."""
        self._clock, self._paired = clock, paired
        self._waiting: dict[str, Waiting] = {}
        self._pairings = Limit(PAIRINGS_A_MINUTE)
        self._codes = Limit(WRONG_CODES_A_MINUTE)

    # -------------------------------------------------------- phones

    def knows_word(self, typed: object) -> bool:
        """Return whether somebody gave the room word."""
        # it hangs on the wall: counting wrong ones would only keep honest people out
        return isinstance(typed, str) and same_word(typed, self.word)

    # -------------------------------------------------------- the remote

    def is_remote(self, secret: object) -> bool:
        """Return whether a secret is that of a paired remote."""
        return is_secret(secret) and id_of(str(secret)) in self.remotes

    def wants_pairing(self, secret: object) -> tuple[str, str] | None:
        """Return the secret and the number of a phone that wants to be the remote; None while too many do.

        The same phone gets the same number until it expires.
        """
        now = self._clock()
        self._waiting = {who: each for who, each in self._waiting.items() if now - each.since < PAIRING_SECONDS}
        known = str(secret) if is_secret(secret) else ""
        if known in self._waiting:
            return known, self._waiting[known].code
        if not self._pairings.allows("pairing", now):
            return None
        if len(self._waiting) >= MOST_PAIRINGS:
            del self._waiting[min(self._waiting, key=lambda who: self._waiting[who].since)]
        mine = known or new_secret()
        taken = {each.code for each in self._waiting.values()}
        code = next(code for code in iter(_code, "") if code not in taken)
        self._waiting[mine] = Waiting(code, now)
        return mine, code

    def pair(self, code: str) -> str:
        """Make the phone that shows a number a remote; return nothing, or a sentence that says why not."""
        now = self._clock()
        if not (code.isascii() and code.isdecimal()):
            return _("A number has six figures.")
        if self._codes.reached("code", now):
            return n_("Too many wrong numbers. Try again in {n} second.", "Too many wrong numbers. Try again in {n} seconds.", self._codes.wait("code", now))
        for who, each in self._waiting.items():
            if secrets.compare_digest(each.code, code) and now - each.since < PAIRING_SECONDS:
                del self._waiting[who]
                self.remotes.add(id_of(who))
                self._paired(id_of(who))
                return ""
        self._codes.allows("code", now)
        return _("No phone shows that number.")


def _code() -> str:
    return f"{secrets.randbelow(1_000_000):06d}"
