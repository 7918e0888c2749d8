"""The files that an editor has open, and what is known of each: the newest text, and the last that made sense."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from game.authoring.art import Art
from game.authoring.diagnostic import Faults, Reading
from game.authoring.reading import read_text, sound_tree, unread
from game.authoring.source import LARGEST, Unread, decoded, text_of
from game.authoring.transcript import tests_of
from game.language_server.occurrences import KINDS, Index, of_scenario, of_tests
from game.language_server.ranges import Ranges
from game.story.model import Scenario

_SCENARIO = re.compile(r"^coffee_first[ ]*:", re.M)
_TESTS = "tests.yaml"


@dataclass(slots=True)
class Document:
    """One file."""

    path: Path
    text: str
    """With plain line ends."""
    version: int | None = None
    """The editor's; None where the file is not open."""
    lines: list[str] = field(default_factory=list)
    index: Index = field(default_factory=Index)
    """Of the newest text that could be read as YAML."""
    indexed: str | None = None
    """The text of which it is the index; None: of none."""
    failed: str | None = None
    """The newest text that is too broken for an index."""
    sound: bool = False
    """Whether that text was YAML throughout."""
    reading: Reading | None = None
    """Of the newest text that was checked."""
    scenario: Scenario | None = None
    """The last that could be played."""
    ranges: Ranges | None = None
    """Of the last that could be played, or of one before it."""
    ranged: object = None
    """What the ranges depend on; see `ranges.bones`."""

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    @property
    def tests(self) -> bool:
        """Whether it is a tests.yaml."""
        return self.path.name == _TESTS

    @property
    def ours(self) -> bool:
        """Whether it is a scenario or its tests, and not some other YAML."""
        if self.tests:
            return (self.path.parent / "scenario.yaml").is_file()
        return self.path.name == "scenario.yaml" or _SCENARIO.search(self.text, 0, 20_000) is not None

    def became(self, text: str, version: int | None) -> None:
        """Take a newer text."""
        self.text, self.version = text, version
        self.lines = text.split("\n")


class Documents:
    """All open files by path, and those beside them that are not open."""

    def __init__(self) -> None:
        self._open: dict[Path, Document] = {}
        self._closed: dict[Path, tuple[tuple[int, int], Document]] = {}

    def put(self, path: Path, text: str, version: int | None) -> Document:
        """Return the document of a path that was opened or changed."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
        document = self._open.get(path)
        if document is None:
            document = self._open[path] = Document(path, text, version)
        else:
            document.became(text, version)
        return document

    def forget(self, path: Path) -> None:
        """Let go of a closed file."""
        self._open.pop(path, None)

    def open(self, path: Path) -> Document | None:
        """Return an open file; None where it is not open."""
        return self._open.get(path)

    def all(self) -> tuple[Document, ...]:
        """Return the open files."""
        return tuple(self._open.values())

    def beside(self, document: Document) -> Document | None:
        """Return the scenario beside a tests.yaml, or the tests.yaml beside a scenario; None where there is none."""
        if not document.tests and document.path.name != "scenario.yaml":
            return None
        return self.at(document.path.parent / ("scenario.yaml" if document.tests else _TESTS))

    def story(self, document: Document) -> Document | None:
        """Return the scenario that a file is about: itself, or the one beside it."""
        return self.beside(document) if document.tests else document

    def at(self, path: Path) -> Document | None:
        """Return a file, open or not; None where it cannot be read."""
        if path in self._open:
            return self._open[path]
        try:
            found = path.stat()
        except (OSError, ValueError):
            return None
        stamp = (found.st_mtime_ns, found.st_size)
        known = self._closed.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        text = text_of(path)
        if isinstance(text, Unread):
            return None
        document = Document(path, text)
        self._closed[path] = (stamp, document)
        return document

    # What is made of a text. The first two may run beside the rest; they change a document only at their end.

    def index(self, document: Document) -> Index:
        """Return the index of the newest text, made now if need be; where the text is too broken, the last there was."""
        text = document.text
        if text in (document.indexed, document.failed):
            return document.index
        story = self.story(document)
        names = self.index(story).names if document.tests and story is not None else None
        faults = Faults(str(document.path), text)
        tree = sound_tree(faults)
        if tree is None:
            document.failed = text
            return document.index
        lines = text.split("\n")
        made = of_tests(tree, lines, names) if names is not None else of_scenario(tree, lines)
        if faults.errors and any(set(document.index.ids(kind)) - set(made.ids(kind)) for kind in KINDS):
            document.failed = text  # what could not be read took ids with it, which the author has not taken out
            return document.index
        document.index, document.indexed, document.sound = made, text, not faults.errors
        return made

    def check(self, document: Document, art: Art | None = None) -> Reading:
        """Return what `check` says of the newest text."""
        text = _whole(document)
        if isinstance(text, Unread):
            return Reading(None, unread(document.path, text), document.path, "")
        if document.tests:
            story = self.story(document)
            if story is not None and (story.reading is None or story.reading.text != story.text):
                self.check(story, art)  # the scenario itself may be newer than what was made of it
            if story is None or story.scenario is None:
                return Reading(None, (), document.path, text)
            document.reading = tests_of(story.scenario, text, document.path).reading
            return document.reading
        reading = read_text(text, file=document.path, art=art)
        if reading.scenario is not None:
            document.scenario = reading.scenario
            self.index(document)  # so that there is one of a sound text when the next is broken
        document.reading = reading
        return reading


def _whole(document: Document) -> str | Unread:
    """Return the text as it would be read from a file, or why it would not be read."""
    data = document.text.encode(errors="replace")
    if len(data) > LARGEST:
        return Unread("CF003", "the file is larger than 4 MB", "a scenario is text of some 100 kB: is this the right file?")
    return decoded(data)
