"""When the columnist speaks of a choice, and when she waits."""

from __future__ import annotations

from game.story.model import Choice


def held_back(choice: Choice) -> bool:
    """Return whether the columnist keeps her note until a bill lands: a break with something still to come."""
    if choice.breaks is None:
        return False
    branches = (choice.ask.granted, choice.ask.refused) if choice.ask else ()
    later = (*choice.later, *(bill for branch in branches for bill in branch.later))
    return any(amount < 0 for bill in later for _, amount in bill.capital)
