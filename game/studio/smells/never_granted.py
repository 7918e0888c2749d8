"""CF623 never-granted

What it finds   An ask that no play is granted.
Why it matters  It may be the lesson: nobody could win this one. If it is not, the cost is too high for what a player can hold by then.
Example         ask: {of: leslie, cost: 40} (in the first scene, where she stands at 8)
Instead         a lower cost, a later scene, or in `allow`:
                  never-granted@pounce: She stands at eight, and it costs forty. That is the story.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    known = subject.analysis.exact
    for _, choice in subject.choices:
        if choice.ask and choice.id in subject.analysis.choices and not subject.may_be_granted(choice):
            name = subject.scenario.people[choice.ask.of].short
            yield Finding(
                choice.id,
                f"no play {'' if known else 'that was tried '}is granted `{choice.id}`, which costs {choice.ask.cost} with {name}",
                f"if that is meant, say why under `allow:` as `never-granted@{choice.id}`; otherwise lower the cost",
            )
