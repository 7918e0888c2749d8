"""CF625 ask-without-closing

What it finds   An ask that breaks nothing and can be granted, after which nothing is given back: no thanks, no report, no credit, by itself or by a later choice. Or so much is given back by itself (over half of the cost) that asking always pays.
Why it matters  A granted ask takes capital out. What was well spent counts in the score, and yet the friendship ends poorer, unless it is closed.
Example         granted: {script: "priya: I will ring her."}
Instead         granted: {script: "priya: I will ring her.", later: {at: the-thanks, capital: {priya: +6}, because: "You told her how it went."}}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.condition import Condition, Happened, leaves
from game.story.model import Choice
from game.story.playthrough import worth
from game.story.vocabulary import Amounts, PersonId
from game.studio.smells.finding import Finding
from game.studio.smells.shares import percent
from game.studio.smells.subject import Subject

LEAST, MOST = 0.25, 0.50
"""Of the cost, given back by itself. At 80 % the best play without an ask fell to a score of 82 when this was tried."""


def check(subject: Subject) -> Iterator[Finding]:
    for _, choice in subject.choices:
        if choice.ask is None or choice.breaks or not subject.may_be_granted(choice):
            continue
        name, cost = subject.scenario.people[choice.ask.of].short, choice.ask.cost
        back = sum(max(0, worth(amounts)) for amounts in _automatic(choice))
        if back > MOST * cost:
            yield Finding(
                choice.id, f"of {cost} that `{choice.id}` costs, {back} come back by themselves ({percent(back, cost)} %)",
                f"give back at most {percent(MOST, 1)} % by itself, or asking always beats not asking",
            )
        elif back < LEAST * cost and not _closed_by_a_choice(subject, choice):
            yield Finding(
                choice.id, f"`{choice.id}` costs {cost} with {name}, and hardly anything closes it",
                f"let it be thanked for or reported back: {_wanted(cost)} points in `granted:`, or a later choice "
                f"with `when: granted.{choice.id}`",
            )


def _wanted(cost: int) -> str:
    return f"{round(LEAST * cost)} to {round(MOST * cost)}"


def _automatic(choice: Choice) -> tuple[Amounts, ...]:
    if choice.ask is None:
        return ()
    granted = choice.ask.granted
    return (choice.capital, granted.capital, *(later.capital for later in (*choice.later, *granted.later)))


def _given(amounts: Amounts, person: PersonId) -> int:
    return max(0, sum(amount for who, amount in amounts if who == person))


def _closed_by_a_choice(subject: Subject, ask: Choice) -> bool:
    """Return whether a later choice pays into the account, where the ask is known or its promise is kept."""
    assert ask.ask is not None
    marks = {("granted", ask.id), ("chose", ask.id), *(("flag", flag) for flag in (*ask.flags, *ask.ask.granted.flags))}
    promises = {promise.id for promise in (ask.promise, ask.ask.granted.promise) if promise is not None}
    for scene in subject.scenario.scenes.values():
        told = any(_reads(part.when, marks) for part in scene.script)
        for choice in scene.choices:
            pays = choice.id != ask.id and _given(choice.capital, ask.ask.of) > 0
            if pays and (told or choice.keeps in promises or _reads(choice.when, marks)):
                return True
    return False


def _reads(condition: Condition, marks: set[tuple[str, str]]) -> bool:
    return any(isinstance(leaf, Happened) and leaf.marker in marks for leaf in leaves(condition))
