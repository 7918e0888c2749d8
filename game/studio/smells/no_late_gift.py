"""CF620 no-late-gift

What it finds   In a scenario of eight moments or more, nothing good ever comes to light later.
Why it matters  Kindness too is paid back when one no longer thinks of it. A scenario in which only bills are late teaches fear.
Example         the caretaker whom you helped is never seen again
Instead         later: {at: the-window, capital: {bela: +5}, because: "The caretaker is his brother-in-law."}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.playthrough import worth
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject, deferred


def check(subject: Subject) -> Iterator[Finding]:
    late = any(worth(later.capital) > 0 for _, choice in subject.choices for later in deferred(choice))
    if subject.full_length and not late:
        yield Finding(
            "", "nothing good comes to light later",
            "let one kindness be remembered: `later: {at: …, capital: {…: +5}, because: …}`",
        )
