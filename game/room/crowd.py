"""Simulated people: who they are, and what they are going to do at a session. Pure.

They differ in what they fall for: some take the tempting answer, some think, some read no further than the longest one,
some wait for their neighbour. The same seed makes the same crowd.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from random import Random

from game.room.events import Event, Joined, Typed, Voted
from game.room.identity import id_of
from game.room.session import VOTING, Session, Step, voter_of
from game.room.votes import leaders
from game.story.model import Choice

LATEST_ARRIVAL = 45.0
QUICKEST, SLOWEST = 2.0, 20.0
"""Seconds that people take to vote."""
TYPING_QUICKEST, TYPING_SLOWEST = 4.0, 25.0
NAMES = (
    "Ana", "Ben", "Chidi", "Dora", "Eli", "Fay", "Gus", "Hana", "Ines", "Jo", "Kofi", "Lena", "Max", "Nia", "Omar",
    "Pia", "Quinn", "Rosa", "Sam", "Tess", "Uri", "Vera", "Wim", "Xenia", "Yusuf", "Zoe", "Ada", "Bo", "Cleo", "Dev",
    "Emma", "Finn", "Gita", "Hugo", "Ida", "Jan", "Kim", "Leo", "Mei", "Noor",
)  # fmt: skip


class Leaning(StrEnum):
    """What somebody falls for."""

    TEMPTED = "tempted"
    """Takes what looks good at once, though it breaks a principle."""
    CAREFUL = "careful"
    """Takes what honours one."""
    WHIM = "whim"
    """Takes any."""
    LONGEST = "longest"
    """Takes the answer with the most words, as people do in tests."""
    FOLLOWING = "following"
    """Takes what the person to their left takes."""


SHARES = {Leaning.TEMPTED: 30, Leaning.CAREFUL: 32, Leaning.WHIM: 14, Leaning.LONGEST: 12, Leaning.FOLLOWING: 12}
PERSUADED = {
    Leaning.TEMPTED: 0.45, Leaning.CAREFUL: 0.15, Leaning.WHIM: 0.5, Leaning.LONGEST: 0.4, Leaning.FOLLOWING: 0.8,
}  # fmt: skip
"""How often somebody goes over to what most of their neighbours said."""
SURE = {Leaning.TEMPTED: (2, 3, 3), Leaning.CAREFUL: (2, 2, 3), Leaning.WHIM: (1, 1, 2), Leaning.LONGEST: (1, 2, 3), Leaning.FOLLOWING: (1, 2)}
CONTRARY, SLIPS, NEVER_VOTES, TYPES, DROPS_OUT = 0.05, 0.12, 0.06, 0.4, 0.08
"""How often: to another answer after talking; to any answer at all; a phone that only looks on; somebody who types
before the options show; somebody who is away for a moment or two, and comes back."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody is going to do."""

    after: float
    """Seconds from now."""
    event: Event


@dataclass(frozen=True, slots=True)
class Simulated:
    """One simulated person."""

    person: str
    """The participant's id; no secret leads to it, so nobody can come in as them."""
    name: str
    leaning: Leaning
    comes: float
    """Seconds after the doors have opened."""
    votes: bool
    away: range
    """The moments at which their phone sleeps, from 0."""


@dataclass(frozen=True)
class Crowd:
    """So many simulated people, the same for the same seed."""

    size: int
    seed: int

    @cached_property
    def people(self) -> tuple[Simulated, ...]:
        """Everybody, in the order of their seats."""
        return tuple(self._person(seat) for seat in range(self.size))

    def deeds(self, session: Session, *, since: float) -> tuple[Deed, ...]:
        """Return what the crowd is going to do from now on if the session stays at its step, the soonest first.

        Args:
            session: where the room stands.
            since: seconds since the doors were opened.
        """
        made = [*self._arrivals(session, since), *self._typing(session, since), *self._votes(session, since)]
        return tuple(sorted(made, key=lambda deed: deed.after))

    def awake(self, session: Session) -> int:
        """Return how many are there and look at their phones."""
        return sum(one.person in session.people and session.moment not in one.away for one in self.people)

    # -------------------------------------------------------- who they are

    def _luck(self, *about: object) -> Random:
        return Random("/".join(map(str, (self.seed, *about))))

    def _person(self, seat: int) -> Simulated:
        luck = self._luck("person", seat)
        leanings = list(SHARES)
        leaning = luck.choices(leanings, [SHARES[each] for each in leanings])[0]
        if seat == 0 and leaning is Leaning.FOLLOWING:  # somebody must go first
            leaning = Leaning.WHIM
        surname = "" if self.size <= len(NAMES) else f" {chr(ord('A') + seat // len(NAMES) % 26)}."
        late = luck.random() < 0.05
        comes = luck.uniform(0.5, LATEST_ARRIVAL if late else min(LATEST_ARRIVAL, 4 + self.size / 8))
        first = luck.randint(1, 6)
        away = range(first, first + luck.randint(1, 2)) if luck.random() < DROPS_OUT else range(0)
        return Simulated(
            id_of(f"rehearsal/{self.seed}/{seat}"), NAMES[(seat + self.seed) % len(NAMES)] + surname, leaning, comes,
            luck.random() >= NEVER_VOTES, away,
        )

    # -------------------------------------------------------- coming in

    def _arrivals(self, session: Session, since: float) -> Iterator[Deed]:
        if session.step is Step.CLOSED:
            return
        manner = session.manner
        for seat, one in enumerate(self.people):
            table = seat % manner.tables + 1 if manner.tables else 0
            name = one.name if manner.names else ""
            known = session.people.get(one.person)
            if known is None:
                yield Deed(max(0.0, one.comes - since), Joined(one.person, name, table))
            elif not session.moments and ((table and not known.table) or (name and not known.name)):
                yield Deed(self._luck("asked", seat).uniform(QUICKEST, SLOWEST), Joined(one.person, name, table))

    def _present(self, session: Session, since: float) -> Iterator[tuple[int, Simulated, float]]:
        """Yield who looks at their phone at this moment: seat, person, and in how many seconds they are there."""
        for seat, one in enumerate(self.people):
            if session.moment not in one.away:
                yield seat, one, 0.0 if one.person in session.people else max(0.0, one.comes - since)

    # -------------------------------------------------------- saying and voting

    def _typing(self, session: Session, since: float) -> Iterator[Deed]:
        if session.step is not Step.SAY:
            return
        for seat, one, there in self._present(session, since):
            luck = self._luck("types", seat, session.moment)
            if luck.random() < TYPES and one.person not in session.now.said:
                words = shortened(session.choices[self._preferred(session, seat)].text, luck)
                yield Deed(there + luck.uniform(TYPING_QUICKEST, TYPING_SLOWEST), Typed(one.person, session.moment, words))

    def _votes(self, session: Session, since: float) -> Iterator[Deed]:
        held = session.now.last if session.moments and session.step in VOTING else None
        if held is None or not held.open or not session.choices:
            return
        voted = set(held.ballots)
        for seat, one, there in self._present(session, since):
            voter = self._voter(session, seat)
            if not one.votes or voter in voted:
                continue
            voted.add(voter)
            luck = self._luck("votes", seat, session.moment, session.round)
            choice = self._preferred(session, seat) if session.round == 1 else self._after_talk(session, seat)
            sure = luck.choice(SURE[one.leaning]) if session.manner.sure else 0
            slow = 0.8 + 0.2 * luck.random() if one.leaning is Leaning.FOLLOWING else luck.random() ** 1.6
            yield Deed(
                there + QUICKEST + (SLOWEST - QUICKEST) * slow,
                Voted(one.person, session.moment, session.round, choice, sure),
            )

    def _voter(self, session: Session, seat: int) -> str:
        person = self.people[seat].person
        if person in session.people:
            return voter_of(session, person)
        return f"table:{seat % session.manner.tables + 1}" if session.manner.tables else person

    def _preferred(self, session: Session, seat: int) -> str:
        """Return what somebody would choose before talking."""
        choices, leaning = session.choices, self.people[seat].leaning
        luck = self._luck("prefers", seat, session.moment)
        if luck.random() < SLIPS:
            return luck.choice(list(choices))
        if leaning is Leaning.FOLLOWING:
            return self._preferred(session, seat - 1)
        # some moments are plain, and most see it; at others everybody goes their own way
        plain = self._luck("plain", session.moment).random()
        if leaning is Leaning.CAREFUL or luck.random() < 0.55 * plain:
            return _best(choices, lambda choice: choice.honours is not None, luck)
        if leaning is Leaning.TEMPTED:
            return _best(choices, lambda choice: choice.breaks is not None, luck)
        if leaning is Leaning.LONGEST:
            return max(choices, key=lambda name: len(choices[name].text))
        return luck.choice(list(choices))

    def _after_talk(self, session: Session, seat: int) -> str:
        """Return what somebody chooses after talking to those beside them."""
        first = session.now.first
        ballots = first.ballots if first is not None else {}
        before = ballots.get(self._voter(session, seat))
        mine = before.choice if before is not None else self._preferred(session, seat)
        luck = self._luck("talks", seat, session.moment)
        if luck.random() < CONTRARY:
            return luck.choice(list(session.choices))
        beside = {self._voter(session, (seat + step) % self.size) for step in (-2, -1, 1, 2)}
        heard = Counter(ballots[who].choice for who in sorted(beside) if who in ballots)
        most = leaders(heard)
        if not most or mine in most or luck.random() >= PERSUADED[self.people[seat].leaning]:
            return mine
        return luck.choice(most)


def _best(choices: Mapping[str, Choice], wanted: Callable[[Choice], bool], luck: Random) -> str:
    """Return one of the choices that are wanted, mostly the one that pays most at once."""
    found = [name for name, choice in choices.items() if wanted(choice)] or list(choices)
    found.sort(key=lambda name: -sum(amount for _, amount in choices[name].capital))
    return found[0] if luck.random() < 0.65 else luck.choice(found)


def shortened(text: str, luck: Random) -> str:
    """Return a choice's words as somebody might type them with a thumb: its beginning, without a full stop."""
    words = text.split()
    kept = words[: luck.randint(4, 9)]
    for place, word in enumerate(kept[2:], 3):
        if word[-1] in ".?!":
            kept = kept[:place]
            break
    typed = " ".join(kept).rstrip(".,;:–—-").replace('"', "")
    return typed[:1].lower() + typed[1:] if luck.random() < 0.5 and not typed.startswith("I ") else typed
