"""A scenario, or its head, in the language that is wanted: line by line, and as it was written where a line is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.headline import Headline
from game.authoring.source import Unread
from game.authoring.tongues import Words, words

if TYPE_CHECKING:
    from game.story.model import Scenario


def in_language(scenario: Scenario, path: Path, code: str) -> Scenario:
    """Return a scenario in a language, by the catalogue that lies beside it; as it is where there is none.

    Ids, amounts and the fingerprint stay: a play goes on in another language than it began in. Never raises.
    """
    if code == scenario.language:
        return scenario
    found = words(path, code)
    if not isinstance(found, Words):
        return scenario
    from game.story.texts import in_other_words

    return in_other_words(scenario, found)


def headline_in_language(head: Headline, path: Path, code: str) -> Headline:
    """Return the head of a scenario likewise. Never raises."""
    found = words(path, code)
    if isinstance(found, Unread) or found is None:
        return head
    return replace(
        head,
        title=found("title", head.title),
        headline=found("headline", head.headline) if head.headline != head.title else found("title", head.title),
        summary=found("summary", head.summary),
    )
