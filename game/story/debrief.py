"""The debrief as data: the player's letter, the columnist's reply, the chart, the score, and what might have been.

All of it follows from the choices. The column is composed of the author's own clauses; no sentence is put together
from more than two slots, for seams show at three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.language import _
from game.story.column import Letter, Reply, compose, wrapped
from game.story.column_figures import counted, worth_of
from game.story.column_words import sentence
from game.story.ledger import Kind, Ledger, spent, total
from game.story.model import Choice, Paragraph
from game.story.playthrough import Playthrough, State, offered, replay, step
from game.story.score import percentile, score
from game.story.vocabulary import ChoiceId, Outcome, PersonId


class Extreme(Protocol):
    """The worst or the best that a scenario allows."""

    @property
    def total(self) -> int: ...


class Judgement(Protocol):
    """What a debrief needs of an analysis."""

    @property
    def exact(self) -> bool: ...

    @property
    def worst(self) -> Extreme: ...

    @property
    def best(self) -> Extreme: ...

    @property
    def distribution(self) -> Mapping[int, float]: ...


@dataclass(frozen=True, slots=True)
class Series:
    """One account by moment: before the first choice, then after each, when it came to light."""

    person: PersonId
    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment that counted."""

    moment: int
    """0-based."""
    choice: Choice
    amount: int
    """All that it brought, at once and later, in points."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise, and whether it was kept."""

    text: str
    to: str
    kept: bool

    @property
    def told(self) -> str:
        """The promise and what became of it, in a sentence."""
        words = sentence(self.text)
        if self.kept:
            # Translators: {words} are what was promised, with their stop
            return _("A promise to {name}, kept: {words}", name=self.to, words=words)
        return _("A promise to {name}, not kept: {words}", name=self.to, words=words)


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a principle was honoured and broken, of the moments that offered it."""

    principle: str
    offered: int
    honoured: int
    broken: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that the column prints."""

    title: str
    """Of the scenario."""
    headline: str
    letter: Letter
    reply: Reply
    chart: tuple[Series, ...]
    """The accounts that moved, the most moved first."""
    together: tuple[int, ...]
    """The sum of all accounts by moment, as in a series."""
    total: int
    """Final capital and capital well spent, in points."""
    score: int | None
    """0 to 100; None while the scenario is not analysed, or where all paths are equal."""
    percentile: int | None
    """Of 100 plays at random, how many this one is better than."""
    exact: bool
    principles: tuple[Tally, ...]
    dearest: Turn | None
    best: Turn | None
    promises: tuple[Kept, ...]
    unseen: tuple[str, ...]
    """What never came to light."""

    def as_text(self, width: int = 76) -> str:
        """Return the column as plain text, wrapped at so many characters."""
        lines = [self.headline.upper(), ""]
        letter, reply = self.letter, self.reply
        lines += [letter.salutation, "", *wrapped(letter.paragraphs, width), letter.signature.rjust(width), ""]
        lines += [reply.salutation, "", *wrapped(reply.paragraphs, width), reply.sign_off.rjust(width), ""]
        if self.score is not None:
            if self.percentile is None:
                lines.append(_("Score {score} of 100.", score=self.score))
            else:
                lines.append(_(
                    "Score {score} of 100, better than {percentile} in 100 who answer at random.",
                    score=self.score, percentile=self.percentile,
                ))
        lines += [promise.told for promise in self.promises]
        if self.unseen:
            lines += ["", _("What never came to light:"), *wrapped(self.unseen, width)]
        return "\n".join(lines).rstrip() + "\n"


def debrief(state: State, *, seed: int, analysis: Judgement | None) -> Debrief:
    """Return the column of a play; without an analysis it has no score yet."""
    earned = spent(state.ledger) + sum(state.balances.values())
    letter, reply = compose(state, seed)
    points = rank = None
    if analysis is not None:
        worst, best = analysis.worst.total, analysis.best.total
        if not analysis.exact:  # then a play may lie outside what the search found
            worst, best = min(earned, worst), max(earned, best)
        points = score(earned, worst, best)
        rank = percentile(earned, analysis.distribution) if points is not None else None
    turns = tuple(Turn(moment.index, moment.choice, moment_total(state, moment.index)) for moment in state.moments)
    ending = state.here.ending
    return Debrief(
        title=state.scenario.title,
        headline=ending.title if ending else state.scenario.title,
        letter=letter,
        reply=reply,
        chart=chart(state),
        together=together(state),
        total=earned,
        score=points,
        percentile=rank,
        exact=analysis.exact if analysis is not None else False,
        principles=tally(state),
        dearest=min((turn for turn in turns if turn.amount < 0), key=lambda turn: turn.amount, default=None),
        best=max((turn for turn in turns if turn.amount > 0), key=lambda turn: turn.amount, default=None),
        promises=tuple(
            Kept(word.promise.text, state.scenario.people[word.promise.to].short, word.kept_at is not None)
            for word in state.words.values()
        ),
        unseen=tuple(dict.fromkeys(pending.later.because for pending in state.unseen)),
    )


def moment_total(state: State, moment: int) -> int:
    """Return all that a moment brought, at once and later, without the costs of granted asks; in points."""
    return worth_of(state, moment)


def chart(state: State) -> tuple[Series, ...]:
    """Return the accounts that moved, by moment; the one that moved most comes first."""
    moved: list[tuple[int, Series]] = []
    for person in state.scenario.accounts:
        entries = tuple(entry for entry in state.ledger if entry.person == person.id)
        if entries:
            values = by_moment(entries, person.capital or 0, len(state.moments))
            moved.append((sum(abs(entry.amount) for entry in entries), Series(person.id, person.short, values)))
    moved.sort(key=lambda found: -found[0])
    return tuple(series for _, series in moved)


def together(state: State) -> tuple[int, ...]:
    """Return the sum of all accounts before the first choice and after each, as it had come to light by then."""
    opening = sum(person.capital or 0 for person in state.scenario.accounts)
    return by_moment(state.ledger, opening, len(state.moments))


def by_moment(entries: Ledger, opening: int, moments: int) -> tuple[int, ...]:
    """Return the balance before the first choice and after each, as it had come to light by then."""
    values = [opening]
    for made in range(1, moments + 1):
        values.append(opening + total(entry for entry in entries if entry.posted <= made))
    return tuple(values)


def tally(state: State) -> tuple[Tally, ...]:
    """Return the principles that the play offered, the most broken first."""
    counts: dict[str, list[int]] = {}
    then = replay(Playthrough(state.scenario))
    for moment in state.moments:
        for principle in {choice.principle for choice in offered(then).values() if choice.principle}:
            counts.setdefault(principle, [0, 0, 0])[0] += 1
        if moment.choice.honours:
            counts.setdefault(moment.choice.honours, [0, 0, 0])[1] += 1
        if moment.choice.breaks:
            counts.setdefault(moment.choice.breaks, [0, 0, 0])[2] += 1
        then = step(then, moment.choice.id)
    found = [Tally(principle, *numbers) for principle, numbers in counts.items()]
    return tuple(sorted(found, key=lambda each: (-each.broken, -each.honoured, -each.offered)))


# ---------------------------------------------------------------- what if


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The same play with one choice changed, and then the same choices as far as they hold."""

    moment: int
    """0-based."""
    choice: Choice
    reaction: tuple[Paragraph, ...]
    at_once: int
    """What the other choice brings at once, without the cost of a granted ask, in points."""
    later: int
    """What it brought later, as far as the play could be followed, in points."""
    granted: bool | None
    """For an ask: whether it is granted."""
    series: tuple[Series, ...]
    together: tuple[int, ...]
    """The sum of all accounts by moment."""
    holds_until: int
    """How many choices of the play could be made, the changed one included."""
    complete: bool
    """Whether the play still reaches an ending."""
    total: int
    """Final capital and capital well spent, in points."""


def ways(play: Playthrough, moment: int) -> tuple[Choice, ...]:
    """Return the choices that were offered at a moment, 0-based, without the one that was made."""
    state = replay(Playthrough(play.scenario, play.seed, play.choices[:moment]))
    return tuple(choice for choice in offered(state).values() if choice.id != play.choices[moment])


def what_if(play: Playthrough, moment: int, choice: ChoiceId) -> WhatIf:
    """Return what another choice would have brought.

    Raises:
        StoryError: the choice is not offered there.
    """
    state = step(replay(Playthrough(play.scenario, play.seed, play.choices[:moment])), choice)
    for made in play.choices[moment + 1 :]:
        if made not in offered(state):
            break
        state = step(state, made)
    return changed(state, moment)


def changed(state: State, moment: int) -> WhatIf:
    """Return what one moment, 0-based, brought in a play; also of the play as it was."""
    made = state.moments[moment]
    entries = counted(state, moment)
    later = [entry for entry in entries if entry.kind in (Kind.LATER, Kind.BROKEN)]
    asked = None if made.choice.ask is None else made.outcome is Outcome.GRANTED
    return WhatIf(
        moment, made.choice, made.reaction, total(entries) - total(later), total(later), asked, chart(state),
        together(state), len(state.moments), state.over, spent(state.ledger) + sum(state.balances.values()),
    )


__all__: Sequence[str] = (
    "Debrief", "Judgement", "Kept", "Letter", "Reply", "Series", "Tally", "Turn", "WhatIf", "changed", "chart",
    "debrief", "moment_total", "tally", "together", "ways", "what_if",
)
