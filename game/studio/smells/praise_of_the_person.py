"""CF642 praise-of-the-person

What it finds   A note or a reason that praises or blames the player and not the deed: you are clever, well done, what a kind person.
Why it matters  Over a third of feedback makes people worse, and the more so the closer it comes to the self. Source: Kluger & DeNisi, "The effects of feedback interventions on performance", Psychological Bulletin 119(2), 1996.
Example         advice: "Well done, you are a born listener."
Instead         advice: "Three questions, and each had her last answer in it."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.studio.smells.finding import Finding
from game.studio.smells.subject import Subject, deferred

_SELF = (
    r"good|great|clever|smart|wise|brilliant|talented|gifted|charming|wonderful|excellent|skilled|generous|kind|natural|"
    r"genius|star|hero|born|stupid|selfish|foolish|rude|bad|awful|careless|cold|terrible|hopeless"
)
PRAISE = re.compile(
    rf"\byou(?:['’]re| are| were)(?: (?:so|very|really|truly|such|quite|an?|the|just))* (?:{_SELF})\b"
    r"(?! (?:to|at|with|for|enough|in|about|on|of)\b)"
    r"|\b(?:well done|good job|great job|good work|nice work|bravo|good for you|proud of you|congratulations)\b"
    r"|\byour (?:talent|charm|gift|intelligence|genius|brilliance|stupidity|selfishness)\b"
    rf"|\bwhat an? (?:{_SELF}) (?:person|friend|listener|human|neighbou?r|guest|host)\b",
    re.IGNORECASE,
)
"""Praise or blame of who somebody is. "You were wise to wait" is of the deed, and passes."""


def check(subject: Subject) -> Iterator[Finding]:
    for _, choice in subject.choices:
        for text in (choice.advice, *(later.because for later in deferred(choice))):
            found = PRAISE.search(text)
            if found:
                yield Finding(
                    choice.id, f"the person is judged and not the deed: “{found[0]}”",
                    "say what was done, and what somebody did then",
                )
