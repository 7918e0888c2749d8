"""A file of Twine → folders with scenarios, each with a list of what could not be kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.authoring import Reading, read_text
from game.studio.twine import archive, twee
from game.studio.twine.pages import Ids, Note
from game.studio.twine.passages import LARGEST, NotAStory, Story
from game.studio.twine.scenario import Converted, converted

REPORT = "imported.md"


@dataclass(frozen=True, slots=True)
class Imported:
    """One story, read and rewritten, not yet on the disk."""

    name: str
    """Of its folder."""
    made: Converted
    reading: Reading
    """What `check` says of it."""
    passages: int


def stories_in(path: Path) -> tuple[Story, ...]:
    """Return the stories of a file: Twee 3, an archive of Twine 2, or a published story.

    Raises:
        NotAStory: it cannot be read, or there is none in it.
    """
    try:
        if not path.is_file():
            raise NotAStory("there is no such file" if not path.exists() else "it is no file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise NotAStory(f"it cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if len(data) > LARGEST:
        raise NotAStory(f"it has more than {LARGEST // 1024 // 1024} MB: export the story without its pictures")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise NotAStory("it is not a text in UTF-8: export the story from Twine once more") from error
    if re.search(r"<tw-storydata\b", text):
        return archive.stories(text)
    if re.search(r"^::", text, re.MULTILINE):
        return (twee.story(text),)
    if "<html" in text.lower():
        return archive.stories(text)
    raise NotAStory("it is neither Twee (lines that begin with `::`) nor an archive of Twine 2 (`tw-storydata`)")


def imported(stories: Iterable[Story]) -> tuple[Imported, ...]:
    """Return each story as a scenario, under names that differ."""
    ids = Ids()
    found = []
    for story in stories:
        made = converted(story)
        name = ids.new(story.title, "story")
        found.append(Imported(name, made, read_text(made.text, file=Path(name) / "scenario.yaml"), len(story.passages)))
    return tuple(found)


def report(one: Imported) -> str:
    """Return what could not be kept, as Markdown."""
    head = f"# {_plain(one.made.title)}\n\nMade of {one.passages} passages. "
    if not one.made.notes:
        return head + "Everything was kept.\n"
    rows = "".join(f"| {_cell(note.passage)} | {note.line or ''} | {_cell(note.what)} | {_cell(note.why)} |\n" for note in one.made.notes)
    return (
        f"{head}What could not be kept as it was, with the line in the story's file:\n\n"
        f"| passage | line | what | what became of it |\n|---|---|---|---|\n{rows}"
    )


def lines(notes: Iterable[Note]) -> list[str]:
    """Return the notes as lines for a terminal."""
    return [f"{f'line {note.line}' if note.line else 'story'}{f', {note.passage}' if note.passage else ''}: {note.what}: {note.why}" for note in notes]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return re.sub(r"([|<>`*_\[\]\\])", r"\\\1", _plain(text))
