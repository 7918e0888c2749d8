"""A new id for a scene, a person, a choice, a promise or a flag, wherever the old one stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.art import Art
from game.authoring.diagnostic import Faults
from game.authoring.draft import Draft
from game.authoring.safe_text import shown
from game.authoring.screenplay import Casting
from game.language_server.documents import Document, Documents
from game.language_server.occurrences import FLAG, PERSON, Index, Occurrence


class RefusedRenaming(Exception):
    """The id cannot be changed, or not to that: one clause and the mend, for the author."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of one line, and what stands there afterwards."""

    line: int
    """0-based, as are the columns."""
    start: int
    end: int
    text: str


def renamable(documents: Documents, document: Document, line: int, column: int) -> Occurrence:
    """Return the id at a place.

    Raises:
        RefusedRenaming: none stands there, or the file cannot be read at the moment.
    """
    index = documents.index(document)
    _sound(document)
    found = index.at(line, column)
    if found is None:
        raise RefusedRenaming("only the id of a scene, a person, a choice, a promise or a flag can be renamed: put the cursor on one")
    story = documents.story(document)
    if story is None:
        raise RefusedRenaming("no scenario.yaml lies beside these tests")
    if documents.index(story).definition(found.kind, found.id) is None:
        raise RefusedRenaming(f"{shown(found.id)} is no {found.kind} of this scenario: mend the name first, then rename it")
    return found


def renamed(
    documents: Documents, document: Document, line: int, column: int, new: str, art: Art | None = None
) -> list[tuple[Document, list[Change]]]:
    """Return the files that change, and how.

    Args:
        documents: all that are open.
        document: where the id stands.
        line: 0-based.
        column: 0-based, in characters.
        new: the id to be.
        art: what is drawn; a person without `portrait` keeps the drawing of the old id.

    Raises:
        RefusedRenaming: see `renamable`; or the new id will not do, or is taken.
    """
    found = renamable(documents, document, line, column)
    story = documents.story(document)
    assert story is not None
    new = new.strip()
    index = documents.index(story)
    _sound(story)
    if new != found.id:
        _fit(new, found.kind, index)
    changes = [_change(one, new) for one in index.of(found.kind, found.id)]
    if found.kind == PERSON and new != found.id:
        changes += _portrait(story, found.id, art)
    tests = documents.beside(story)
    if tests is None:
        return [(story, changes)]
    there = documents.index(tests).of(found.kind, found.id)
    _sound(tests)
    return [(story, changes), (tests, [_change(one, new) for one in there])] if there else [(story, changes)]


def _change(one: Occurrence, new: str) -> Change:
    return Change(one.line, one.start, one.end, new)


def _sound(document: Document) -> None:
    if document.indexed != document.text or not document.sound:
        raise RefusedRenaming(f"{document.path.name} cannot be read as a whole at the moment: mend what is underlined first, then rename")


def _fit(new: str, kind: str, index: Index) -> None:
    faults = Faults("", new)
    if not Draft(faults, None, Casting(set())).id(_Nowhere(), f"a {kind}", new):
        told = faults.all()[0]
        raise RefusedRenaming(f"{told.message}; {told.help}")
    if new in index.ids(kind):
        raise RefusedRenaming(f"{shown(new)} is the id of another {kind} already: write one that is free")
    other = {PERSON: FLAG, FLAG: PERSON}.get(kind)
    if other is not None and new in index.ids(other):
        raise RefusedRenaming(f"{shown(new)} is the id of a {other}, and a condition could not tell them apart: write one that is free")


class _Nowhere:
    """A mark for a fault that has no place."""

    class _Mark:
        line = column = 0

    start_mark = end_mark = _Mark()


def _portrait(story: Document, old: str, art: Art | None) -> Iterator[Change]:
    """Yield the `portrait` by which somebody keeps the drawing that was found by the old id."""
    pictures = story.path.parent / "pictures"
    drawn = (art is not None and old in art.people) or any((pictures / f"{old}.{kind}").is_file() for kind in ("png", "webp", "jpg", "jpeg", "svg"))
    found = story.index.definition(PERSON, old)
    if not drawn or found is None:
        return
    text = story.lines[found.line]
    brace = text.find("{", found.end)
    if brace >= 0 and not text[found.end : brace].strip(": "):
        end = text.find("}", brace)
        if "portrait:" not in text[brace : end if end >= 0 else len(text)]:
            yield Change(found.line, brace + 1, brace + 1, f"portrait: {old}, ")
        return
    first: tuple[int, int] | None = None
    for number in range(found.line + 1, len(story.lines)):
        line = story.lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        if indent <= found.start:
            break
        if line.lstrip().startswith("portrait:"):
            return
        first = first or (number, indent)
    if first is not None:
        yield Change(first[0], first[1], first[1], f"portrait: {old}\n{' ' * first[1]}")
