"""Twine 2's archive, or a story that was published as a page → stories.

Source: the Twine 2 HTML output specification of the Interactive Fiction Technology Foundation: `tw-storydata` holds
`tw-passagedata`, each with the text of a passage.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from game.studio.twine.passages import NotAStory, Passage, Story, story_of


def stories(text: str) -> tuple[Story, ...]:
    """Return the stories of a page or an archive, in order.

    Raises:
        NotAStory: there is none.
    """
    page = _Page()
    page.feed(text)
    page.close()
    if not page.stories:
        raise NotAStory("there is no story in it: in Twine, use Build, then Export As Twee, or the archive of the library")
    return tuple(story_of(found.title, found.start, found.format, found.passages) for found in page.stories)


@dataclass(slots=True)
class _Found:
    title: str
    start_number: str
    format: str
    start: str = ""
    passages: list[Passage] = field(default_factory=list)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stories: list[_Found] = []
        self._open: tuple[str, tuple[str, ...], int, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {key: value or "" for key, value in attrs}
        if tag == "tw-storydata":
            self.stories.append(_Found(has.get("name", ""), has.get("startnode", ""), has.get("format", "")))
        elif tag == "tw-passagedata" and self.stories:
            self._open = (has.get("name", ""), tuple(has.get("tags", "").split()), self.getpos()[0], has.get("pid", ""))
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != "tw-passagedata" or self._open is None:
            return
        name, tags, line, number = self._open
        story = self.stories[-1]
        story.passages.append(Passage(name.strip(), tags, "".join(self._text).replace("\r\n", "\n").strip("\n"), line))
        if number and number == story.start_number:
            story.start = name.strip()
        self._open = None
