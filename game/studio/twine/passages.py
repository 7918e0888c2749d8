"""A story of Twine as data: passages by name, as both of its file formats hold them."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 8 * 1024 * 1024
"""Bytes of a file that is read; Twine's own stories with pictures inside grow large."""
MOST_PASSAGES = 5_000


class NotAStory(Exception):
    """A file is no story of Twine; its text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, as it was written."""

    name: str
    tags: tuple[str, ...]
    text: str
    line: int
    """Of its header in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story."""

    title: str
    start: str
    """The name of the passage with which it begins."""
    format: str
    """Of the story, in small letters, such as harlowe; empty where it is not said."""
    passages: tuple[Passage, ...]
    set_aside: tuple[Passage, ...] = ()
    """Programs and style sheets."""


def story_of(title: str, start: str, format_: str, passages: list[Passage]) -> Story:
    """Return a story of passages among which programs and style sheets may be.

    Raises:
        NotAStory: there is no passage to tell.
    """
    special = {"script", "stylesheet", "Twine.private"}
    told: dict[str, Passage] = {}
    aside: list[Passage] = []
    for passage in passages:
        if special & set(passage.tags) or passage.name in _MACHINERY or passage.name in told:
            aside.append(passage)
        else:
            told[passage.name] = passage
    if not told:
        raise NotAStory("there is no passage in it: export the story from Twine once more, as Twee or as an archive")
    if len(told) > MOST_PASSAGES:
        raise NotAStory(f"it has more than {MOST_PASSAGES} passages: take a part of it")
    first = start if start in told else "Start" if "Start" in told else next(iter(told))
    return Story(title or "Untitled", first, format_.lower(), tuple(told.values()), tuple(aside))


_MACHINERY = frozenset(
    ["StoryInit", "StoryMenu", "StoryCaption", "StoryBanner", "StorySubtitle", "StoryAuthor", "StoryInterface", "StoryShare", "PassageHeader",
     "PassageFooter", "PassageReady", "PassageDone", "StorySettings", "StoryIncludes", "StoryDisplayTitle"]
)
"""Passages by which story formats are steered; nobody reads them."""
