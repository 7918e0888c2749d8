"""What a review comes to, in sentences: the headline and the verdicts that text and page share."""

from __future__ import annotations

from game.studio.review import Review, Unmet


def certainty(review: Review) -> str:
    """Return how sure the figures are, in a sentence or two."""
    found = review.analysis
    if review.stopped:
        return (
            "You stopped the work, so this is a rough answer: "
            + ("the figures are exact, but not everything was looked for." if found.exact else _between(review))
        )
    if found.exact and found.endings_exact:
        return f"Exact: every play was taken into account ({found.states:,} different states)."
    if found.exact:
        return "Worst, best, mean and the shares of totals are exact; the shares of endings come from plays at random."
    return f"Rough: there are more than {found.states:,} states, too many to work out. {_between(review)}"


def _between(review: Review) -> str:
    found = review.analysis
    return (
        f"No play ends below {found.lowest} or above {found.highest} points; {found.worst.total} and {found.best.total} "
        f"were reached. Shares come from plays at random, and may be out by {100 * found.error:.1f} in a hundred."
    )


def headline(review: Review) -> str:
    """Return the one thing that matters most, as a headline."""
    if review.analysis.stuck:
        return "A play can stick"
    if review.broken:
        return "One contract is broken" if len(review.broken) == 1 else f"{number(len(review.broken))} contracts are broken"
    if review.undecided:
        return "Not every contract could be decided"
    if somebody_careless_wins(review):
        return "Somebody careless wins"
    if review.unreachable:
        return "Something is never met"
    if review.stopped:
        return "A first look"
    kept = len(review.smells.kept)
    if kept:
        return f"{number(kept)} thing{'' if kept == 1 else 's'} to look at"
    return "Nobody careless wins"


def somebody_careless_wins(review: Review) -> bool:
    """Return whether a rule that needs no thought scores more than it should, and nobody said that it may."""
    return any(smell.name == "careless-strategy" for smell in review.smells.kept)


def unmet(found: Unmet) -> list[str]:
    """Return what is not met, in words: each scene, choice and line."""
    return [
        *(f"scene {scene}" for scene in found.scenes),
        *(f"choice {choice}" for choice in found.choices),
        *(f"in {line.where}: “{line.opening}”" for line in found.lines),
    ]


def number(count: int) -> str:
    """Return a count as a sentence begins with it."""
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
    return words[count] if count < len(words) else str(count)
