"""Twee 3, the text format of Twine stories → a story.

Source: the Twee 3 specification of the Interactive Fiction Technology Foundation: a passage begins with a line
`:: Name [tags] {metadata}`; a backslash before a bracket or brace makes it a part of the name.
"""

from __future__ import annotations

import json
import re

from game.studio.twine.passages import NotAStory, Passage, Story, story_of

_NAME = re.compile(r"(?:\\.|[^\[\]{}\\])*")
_TAGS = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]")
_ESCAPE = re.compile(r"\\(.)")


def story(text: str) -> Story:
    """Return the story of a text.

    Raises:
        NotAStory: no line of it begins a passage.
    """
    title, data, passages = "", {}, []
    for passage in _passages(text):
        if passage.name == "StoryTitle":
            title = " ".join(passage.text.split())
        elif passage.name == "StoryData":
            data = _data(passage.text)
        else:
            passages.append(passage)
    if not passages:
        raise NotAStory("no line begins with `::`, as each passage of a Twee file does")
    return story_of(title, str(data.get("start", "")), str(data.get("format", "")), passages)


def _passages(text: str) -> list[Passage]:
    found: list[Passage] = []
    head: tuple[str, tuple[str, ...], int] | None = None
    body: list[str] = []

    def close() -> None:
        if head is not None:
            found.append(Passage(head[0], head[1], "\n".join(body).strip("\n"), head[2]))

    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("::"):
            close()
            name, tags = _header(line[2:])
            head, body = (name, tags, number), []
        elif head is not None:
            body.append(line[1:] if line.startswith("\\::") else line)
    close()
    return [passage for passage in found if passage.name]


def _header(written: str) -> tuple[str, tuple[str, ...]]:
    name = _NAME.match(written)
    assert name is not None
    tags = _TAGS.match(written, name.end())
    plain = _ESCAPE.sub(r"\1", name[0]).strip()
    return plain, tuple(_ESCAPE.sub(r"\1", tag) for tag in tags[1].split()) if tags else ()


def _data(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
