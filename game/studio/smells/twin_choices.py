"""CF614 twin-choices

What it finds   Two choices of a moment do the same: the same points for the same people, now and later, the same principle, the same way on; and nothing asks later which of them it was. (An epilogue, in which no choice counts and nothing is chosen after it, may do so.)
Why it matters  The player decides and nothing follows from it. He learns that it does not matter what he says.
Example         - {id: thanks, say: "Thank you.", capital: {leslie: +3}, next: monday}
                - {id: many-thanks, say: "Thank you so much.", capital: {leslie: +3}, next: monday}
Instead         - {id: thanks, say: "Thank you.", capital: {leslie: +3}, next: monday}
                - {id: thank-priya, say: "I must thank Priya, who sent me.", capital: {leslie: +2, priya: +2}, next: monday}
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from game.story.model import Ask, Branch, Choice, Later, Promise
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    for scene in subject.moments:
        if subject.is_epilogue(scene):
            continue
        first: dict[Hashable, Choice] = {}
        for choice in scene.choices:
            if ("chose", choice.id) in subject.read:
                continue
            one = first.setdefault(_does(choice), choice)
            if one is not choice:
                same_words = one.text.casefold() == choice.text.casefold()
                yield Finding(
                    choice.id, f"`{one.id}` and `{choice.id}` {'say and ' if same_words else ''}do the same",
                    "cut one, or let them serve different people, cost at different times or lead to different scenes",
                )


def _does(choice: Choice) -> Hashable:
    return (
        choice.when, choice.once, frozenset(choice.capital), _later(choice.later), _promise(choice.promise), choice.keeps,
        frozenset(choice.flags), choice.principle, choice.next, _ask(choice.ask),
    )


def _ask(ask: Ask | None) -> Hashable:
    return None if ask is None else (ask.of, ask.cost, _branch(ask.granted), _branch(ask.refused))


def _branch(branch: Branch) -> Hashable:
    return (
        frozenset(branch.capital), _later(branch.later), frozenset(branch.flags), _promise(branch.promise), branch.next,
    )


def _later(later: tuple[Later, ...]) -> Hashable:
    return frozenset((each.at, each.capital) for each in later)


def _promise(promise: Promise | None) -> Hashable:
    return None if promise is None else (promise.id, promise.to, promise.broken)
