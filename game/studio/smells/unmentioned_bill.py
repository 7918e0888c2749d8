"""CF619 unmentioned-bill

What it finds   In a scenario of eight moments or more, a loss comes to light in a scene that tells the same whether it happened or not.
Why it matters  The figure falls and nobody in the room behaves differently. A hand that leaves a sleeve is what the player will remember.
Example         later: {at: monday, capital: {leslie: -9}, because: "She told Priya."}
                (and monday has one script for all)
Instead         script:
                  - when: chose.pounce
                    text: |
                      priya: So. You ran into Leslie.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.condition import ALWAYS
from game.story.playthrough import worth
from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject, deferred


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.full_length:
        return
    for _, choice in subject.choices:
        silent = {
            later.at
            for later in deferred(choice)
            if worth(later.capital) < 0 and all(part.when == ALWAYS for part in subject.scenario.scenes[later.at].script)
        }
        for at in sorted(silent):
            if choice.id not in subject.always_before.get(at, frozenset({choice.id})):
                yield Finding(
                    choice.id, f"what `{choice.id}` costs at `{at}` is not to be seen there",
                    f"add a part to the script of `{at}` with `when: chose.{choice.id}`",
                )
