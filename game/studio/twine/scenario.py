"""A story of Twine → the text of a scenario, and a list of what could not be kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.screenplay import Casting, Slip, paragraphs
from game.authoring.source import UNWANTED
from game.studio.twine.circles import LEFT, broken_open
from game.studio.twine.flags import condition, flags
from game.studio.twine.markup import Parsed, parse, smoothed
from game.studio.twine.pages import Answer, Ids, Note, Page
from game.studio.twine.passages import Story

_SPEECH = re.compile(r"(?P<name>[A-ZÀ-Ý][\w.'’-]*(?: [A-ZÀ-Ý][\w.'’-]*){0,2}):[ \t]+(?P<words>\S.*)$")
_PAGE_TURN = frozenset(["continue", "continue.", "continue...", "next", "next.", "go on", "go on.", "more", "more...", "weiter", "...", "…", ">", ">>", "→"])
_QUOTED = re.compile(r"[\"“„«](.+)[\"”“»]$", re.DOTALL)
WORDS_A_MINUTE = 200
MOST_VOICES = 60


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a story."""

    title: str
    text: str
    """Of scenario.yaml."""
    notes: tuple[Note, ...]


def converted(story: Story) -> Converted:
    """Return the scenario that a story makes: passages as scenes, links as choices, plain flags as conditions."""
    return _Conversion(story).result()


class _Conversion:
    def __init__(self, story: Story) -> None:
        self.story = story
        self.notes: list[Note] = []
        self.parsed = {passage.name: parse(passage.text, story.format) for passage in story.passages}
        self.scene_ids, self.choice_ids, self.flag_ids = Ids([LEFT]), Ids(), Ids()
        self.ids = {passage.name: self.scene_ids.new(passage.name, "scene") for passage in story.passages}
        self.voices: dict[str, str] = {}
        self.flag_of = {name: self.flag_ids.new(name, "flag") for name in sorted(self._flags())}

    def result(self) -> Converted:
        for passage in self.story.set_aside:
            self._note(passage.name, passage.line, f"the passage “{passage.name}”", "a program, a style sheet or a setting: left out")
        self.person_ids = Ids(self.flag_of.values())
        pages = {self.ids[passage.name]: self._page(passage.name, passage.line) for passage in self.story.passages}
        self._arrivals(pages)
        start = self.ids[self.story.start]
        self.notes.extend(broken_open(pages, start, self.choice_ids))
        self._turn_pages(pages)
        self._unset(pages)
        if any(answer.to == LEFT for page in pages.values() for answer in page.answers) or all(p.answers or p.next for p in pages.values()):
            pages[LEFT] = Page(LEFT, "", 0, [("", "You leave it at that.")])
        return Converted(self.story.title, "".join(self._yaml(pages, start)), tuple(self.notes))

    def _note(self, passage: str, line: int, what: str, why: str) -> None:
        self.notes.append(Note(passage, line, what, why))

    # Variables.

    def _flags(self) -> frozenset[str]:
        start = self.story.start
        everywhere = [
            (name, value, conditional, passage.name == start or "startup" in passage.tags)
            for passage in self.story.passages
            for name, value, conditional in self.parsed[passage.name].sets
        ]
        everywhere += [(name, value, False, False) for found in self.parsed.values() for link in found.links for name, value in link.sets]
        for passage in self.story.set_aside:
            if passage.name == "StoryInit":
                everywhere += [(name, value, conditional, True) for name, value, conditional in parse(passage.text, self.story.format).sets]
        return flags(everywhere)

    def _when(self, conditions: tuple[str, ...], passage: str, line: int, told: set[str]) -> str:
        """Return the condition of all of them that can be kept; the others are noted, once a passage."""
        kept = []
        for written in conditions:
            found = condition(written, self.flag_of)
            if found is not None:
                kept.append(f"({found})" if " or " in found and len(conditions) > 1 else found)
            elif written not in told:
                told.add(written)
                plain = re.sub(r"^!\((.*)\)$", r"the contrary of: \1", written)
                self._note(passage, line, f"the condition {plain[:80]}", "it asks more than whether something happened: what stands below it is always told or offered; write a `when`")
        return " and ".join(kept)

    def _unset(self, pages: dict[str, Page]) -> None:
        """Take out conditions on flags that in the end no choice sets."""
        set_somewhere = {flag for page in pages.values() for answer in page.answers for flag in answer.sets}
        missing = set(self.flag_of.values()) - set_somewhere

        def still(when: str) -> str:
            return "" if missing & set(re.findall(r"[A-Za-z][\w-]*", when)) else when

        used: set[str] = set()
        for page in pages.values():
            for when, _ in page.parts:
                used |= missing & set(re.findall(r"[A-Za-z][\w-]*", when))
            page.parts = [(still(when), text) for when, text in page.parts]
            for answer in page.answers:
                used |= missing & set(re.findall(r"[A-Za-z][\w-]*", answer.when))
                answer.when = still(answer.when)
        for flag in sorted(used):
            self._note("", 0, f"the flag '{flag}'", "no choice sets it here, so what depended on it is always told or offered")

    def _arrivals(self, pages: dict[str, Page]) -> None:
        """Let the choices that lead to a passage set what the passage sets."""
        for passage in self.story.passages:
            found = self.parsed[passage.name]
            names = [name for name, value, conditional in found.sets if name in self.flag_of and not conditional and value.lower() not in ("false", "0", "no")]
            for name in dict.fromkeys(names):
                for page in pages.values():
                    for answer in page.answers:
                        if answer.to == self.ids[passage.name] and self.flag_of[name] not in answer.sets:
                            answer.sets.append(self.flag_of[name])
            for name, value, _ in found.sets:
                if name not in self.flag_of and not (passage.name == self.story.start and value.lower() in ("false", "0", "no")):
                    self._note(passage.name, passage.line, f"the variable ${name} = {value[:40]}", "only what happens once and stays so can be kept, as a flag; numbers may become `capital`")

    # Passages.

    def _page(self, name: str, line: int) -> Page:
        found = self.parsed[name]
        told: set[str] = set()
        page = Page(self.ids[name], name, line, self._parts(found, name, line, told))
        for row, what in found.unknown:
            why = "a variable in a sentence: it stands there as it was written" if what.startswith("$") else "a part of the story format that has no counterpart here: left out"
            self._note(name, line + 1 + row, what, why)
        for link in found.links:
            if link.target not in self.ids:
                self._note(name, line, f"the link “{link.label}”", f"it leads to “{link.target[:60]}”, which is no passage of the story: left out")
                continue
            words = UNWANTED.sub("", " ".join(link.label.split())) or "Go on."
            spoken = _QUOTED.match(words)
            sets = [self.flag_of[variable] for variable, value in link.sets if variable in self.flag_of and value.lower() not in ("false", "0", "no")]
            for variable, value in link.sets:
                if variable not in self.flag_of:
                    self._note(name, line, f"the variable ${variable} = {value[:40]}", "only what happens once and stays so can be kept, as a flag")
            page.answers.append(
                Answer(
                    self.choice_ids.new(words, "choice"), spoken[1].strip() if spoken else words, bool(spoken), self.ids[link.target],
                    self._when(link.when, name, line, told), False, list(dict.fromkeys(sets)),
                )
            )
        return page

    def _parts(self, found: Parsed, name: str, line: int, told: set[str]) -> list[tuple[str, str]]:
        parts: list[tuple[str, str]] = []
        for words in found.words:
            when = self._when(words.when, name, line, told) if words.text.strip() else parts[-1][0] if parts else ""
            if parts and parts[-1][0] == when:
                parts[-1] = (when, parts[-1][1] + words.text)
            else:
                parts.append((when, words.text))
        written = [(when, self._script(text)) for when, text in parts]
        return [(when, text) for when, text in written if text]

    def _script(self, text: str) -> str:
        lines = []
        for raw in UNWANTED.sub("", smoothed(text).replace("\t", " ")).split("\n"):
            written = " ".join(raw.split())
            speech = _SPEECH.match(written)
            voice = self._voice(speech["name"]) if speech else None
            lines.append(f"{voice}: {speech['words']}" if speech and voice else _as_narration(written))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def _voice(self, name: str) -> str | None:
        if name not in self.voices:
            if len(self.voices) >= MOST_VOICES:
                return None
            self.voices[name] = self.person_ids.new(name, "person")
        return self.voices[name]

    def _turn_pages(self, pages: dict[str, Page]) -> None:
        """Let a page with nothing but “continue” go on by itself: the page is turned by the player anyway."""
        for page in pages.values():
            if len(page.answers) == 1:
                (answer,) = page.answers
                if answer.text.lower() in _PAGE_TURN and not (answer.when or answer.once or answer.sets) and page.parts:
                    page.next, page.answers = answer.to, []

    # Writing.

    def _yaml(self, pages: dict[str, Page], start: str) -> Iterator[str]:
        words = sum(len(text.split()) for page in pages.values() for _, text in page.parts)
        yield (
            "# Made of a story that was written with Twine. What could not be kept stands in imported.md.\n"
            "# Twine knows no capital: add it to each choice, with `advice`, `letter`, and `honours` or `breaks`.\n"
            "coffee_first: 1\n"
            f"title: {_quoted(self.story.title)}\n"
            'summary: "To be written: two sentences to the player."\n'
            f"minutes: {min(600, max(1, round(words / WORDS_A_MINUTE / 2)))}\n\n"
            'you: {name: "Your name", role: "to be written: who the player is", wants: "to be written: what the player wants"}\n\n'
            "people:\n"
        )
        for name, person in self.voices.items():
            yield f"  {person}: {{name: {_quoted(name)}, role: \"to be written: who they are to the player\"}}\n"
        friend = self.person_ids.new("somebody", "person")
        yield f"  {friend}: {{name: Somebody, role: \"to be written: a person with an account\", capital: 0}}\n\nstart: {start}\n\nscenes:\n"
        for page in pages.values():
            yield from self._scene(page, friend)

    def _scene(self, page: Page, friend: str) -> Iterator[str]:
        if page.name:
            yield f"  # {UNWANTED.sub('', ' '.join(page.name.split()))}\n"
        yield f"  {page.id}:\n    place: elsewhere\n"
        parts = page.parts or [("", "(Nothing is written here yet.)")]
        if len(parts) == 1 and not parts[0][0]:
            yield f"    script: |\n{_indented(parts[0][1], 6)}"
        else:
            yield "    script:\n"
            for when, text in parts:
                yield f"      - when: {when}\n        text: |\n" if when else "      - text: |\n"
                yield _indented(text, 10)
        if page.next:
            yield f"    next: {page.next}\n"
        elif page.answers:
            yield "    choices:\n"
            for answer in page.answers:
                yield f"      - id: {answer.id}\n        {'say' if answer.spoken else 'do'}: {_quoted(answer.text)}\n"
                yield f"        when: {answer.when}\n" if answer.when else ""
                yield "        once: true\n" if answer.once else ""
                yield f"        set: [{', '.join(answer.sets)}]\n" if answer.sets else ""
                yield f"        # capital: {{{friend}: +3}}\n        next: {answer.to}\n"
        else:
            yield f"    ending: {{title: {_quoted(page.name or 'Left there')}, letter: \"That is where it ended\", tone: mixed}}\n"
        yield "\n"


def _as_narration(line: str) -> str:
    """Return a line that is read as told, also where it looks like something that somebody says."""
    slips: list[Slip] = []
    paragraphs(line, Casting(set()), slips)
    return f"– {line}" if slips else line


def _indented(text: str, spaces: int) -> str:
    return "".join(f"{' ' * spaces}{line}\n" if line else "\n" for line in text.split("\n"))


def _quoted(text: str) -> str:
    return json.dumps(UNWANTED.sub("", " ".join(text.split())), ensure_ascii=False)
