"""What the other modules know, in the words of the Language Server Protocol."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lsprotocol import types

from game import resources
from game.authoring.art import Art
from game.authoring.diagnostic import Diagnostic, Severity, Span
from game.authoring.fixes import fixes
from game.language_server import hover as telling
from game.language_server import slots
from game.language_server.completion import Offer, offers
from game.language_server.cursor import cursor
from game.language_server.documents import Document, Documents
from game.language_server.occurrences import CHOICE, FLAG, PERSON, PROMISE, SCENE, Index, Occurrence
from game.language_server.positions import column_of, units_of

SOURCE = "coffee-first"
Named = Callable[[Document], str]
"""Gives the URI of a file."""

_KINDS = {
    "key": types.CompletionItemKind.Property, SCENE: types.CompletionItemKind.Reference, PERSON: types.CompletionItemKind.Class,
    CHOICE: types.CompletionItemKind.Event, PROMISE: types.CompletionItemKind.Interface, FLAG: types.CompletionItemKind.Variable,
    "word": types.CompletionItemKind.EnumMember,
}


@dataclass(frozen=True, slots=True)
class At:
    """Where a question was asked."""

    documents: Documents
    document: Document
    line: int
    """0-based, as is the column, which is in characters."""
    column: int
    encoding: str
    """How the editor counts columns; see `positions`."""

    @property
    def story(self) -> Document | None:
        """The scenario that the file is about."""
        return self.documents.story(self.document)


# Places.


def place(document: Document, position: types.Position, encoding: str) -> tuple[int, int]:
    """Return (line, column), both from 0, the column in characters; beyond the text its end is meant."""
    line = min(position.line, len(document.lines) - 1)
    return line, column_of(document.lines[line], position.character, encoding)


def range_of(document: Document, line: int, start: int, end: int, encoding: str) -> types.Range:
    """Return a stretch of one line, given in characters."""
    text = document.lines[line] if line < len(document.lines) else ""
    return types.Range(types.Position(line, units_of(text, start, encoding)), types.Position(line, units_of(text, end, encoding)))


def _span(document: Document, span: Span | None, encoding: str) -> types.Range:
    if span is None:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    return range_of(document, span.line - 1, span.column - 1, span.end_column - 1, encoding)


# Faults and their mends.


def diagnostics(document: Document, found: Iterable[Diagnostic], encoding: str) -> list[types.Diagnostic]:
    """Return the faults of a file as an editor underlines them."""
    return [_diagnostic(document, one, encoding) for one in found]


def _diagnostic(document: Document, one: Diagnostic, encoding: str) -> types.Diagnostic:
    severity = types.DiagnosticSeverity.Error if one.severity is Severity.ERROR else types.DiagnosticSeverity.Warning
    page = resources.assets().parent / "docs" / "diagnostics" / f"{one.code}.md"
    link = types.CodeDescription(page.as_uri()) if page.is_file() else None
    return types.Diagnostic(
        _span(document, one.span, encoding), f"{one.message}\n{one.help}" if one.help else one.message,
        severity, one.code, link, SOURCE,
    )


def actions(document: Document, asked: types.Range, encoding: str, uri: str) -> list[types.CodeAction]:
    """Return what would mend the faults in a stretch of the text; none while it is newer than the last check."""
    reading = document.reading
    if reading is None or reading.text != document.text:
        return []
    starts = [0, *accumulate(len(line) + 1 for line in document.lines)]
    found = []
    for fix in fixes(reading):
        if not asked.start.line <= fix.span.line - 1 <= asked.end.line:
            continue
        edit = types.TextEdit(
            types.Range(_at(document, starts, fix.start, encoding), _at(document, starts, fix.end, encoding)), fix.replacement
        )
        about = [_diagnostic(document, one, encoding) for one in reading.diagnostics if one.code == fix.code and one.span == fix.span]
        title = fix.title[:1].upper() + fix.title[1:]
        found.append(
            types.CodeAction(title, types.CodeActionKind.QuickFix, about, is_preferred=fix.safe, edit=types.WorkspaceEdit({uri: [edit]}))
        )
    return found


def _at(document: Document, starts: Sequence[int], offset: int, encoding: str) -> types.Position:
    line = min(bisect_right(starts, offset) - 1, len(document.lines) - 1)
    return types.Position(line, units_of(document.lines[line], offset - starts[line], encoding))


# Words.


def completion(at: At, art: Art) -> types.CompletionList:
    """Return what may be written at a place."""
    document, story = at.document, at.story
    here = cursor(document.lines, at.line, at.column)
    index, scenario = (_lately(at.documents, story), story.scenario) if story is not None else (Index(), None)
    found = offers(here, document.lines, index, scenario, art, tests=document.tests)
    where = range_of(document, here.line, here.start, here.end, at.encoding)
    return types.CompletionList(False, [_item(number, one, where) for number, one in enumerate(found)])


def _item(number: int, one: Offer, where: types.Range) -> types.CompletionItem:
    return types.CompletionItem(
        one.label, kind=_KINDS[one.kind], detail=one.detail or None, documentation=one.explanation or None,
        sort_text=f"{number:05}", filter_text=one.label, text_edit=types.TextEdit(where, one.insert or one.label),
    )


def hover(at: At, *, markdown: bool) -> types.Hover | None:
    """Return what is said about a word, and about the fault that it may be; None where there is nothing to say."""
    document, story = at.document, at.story
    here = cursor(document.lines, at.line, at.column)
    words = telling.escaped if markdown else telling.plain
    scene = _scene_at(document, at.line) if not document.tests else None
    told = telling.about(
        here, symbol(at), story.scenario if story else None, story.ranges if story else None, scene, words, tests=document.tests
    )
    faults = [telling.of_fault(one, words) for one in _faults_at(document, at.line, at.column)]
    text = "\n\n---\n\n".join(filter(None, (*faults, told)))
    if not text:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, text), range_of(document, here.line, here.start, here.end, at.encoding))


def _faults_at(document: Document, line: int, column: int) -> list[Diagnostic]:
    reading = document.reading
    if reading is None or reading.text != document.text:
        return []
    spans = [(one, one.span) for one in reading.diagnostics]
    return [one for one, span in spans if span and span.line == line + 1 and span.column - 1 <= column < span.end_column - 1]


def _scene_at(document: Document, line: int) -> str | None:
    """Return the scene in whose text a line lies, from the lines above it."""
    path = cursor(document.lines, line, len(document.lines[line]) if document.lines else 0).path
    if len(path) > 1 and path[0] == "scenes":
        return path[1]
    if path == ("scenes",):
        found = re.match(r"\s+([\w-]+):", document.lines[line])
        return found[1] if found else None
    return None


# Ids.


def symbol(at: At) -> tuple[str, str] | None:
    """Return (kind, id) of what a place names: from the index if it is of this very text, otherwise from the lines."""
    document, story = at.document, at.story
    _lately(at.documents, document)
    if document.indexed == document.text:
        found = document.index.at(at.line, at.column)
        return (found.kind, found.id) if found is not None else None
    people = _lately(at.documents, story).ids(PERSON) if story is not None else []
    return slots.named(cursor(document.lines, at.line, at.column), people, tests=document.tests)


def _lately(documents: Documents, document: Document) -> Index:
    """Return the last index of a file; of one that was never read, made now."""
    return documents.index(document) if document.indexed is None and document.failed is None else document.index


def definition(at: At, uri: Named) -> types.Location | None:
    """Return where an id is given."""
    found, story = symbol(at), at.story
    if found is None or story is None:
        return None
    given = _lately(at.documents, story).definition(*found)
    if given is None:
        return None
    moved = _moved(story, given)
    return types.Location(uri(story), range_of(story, moved, *_columns(story, moved, given), at.encoding))


def _moved(document: Document, one: Occurrence) -> int:
    """Return the line where something stands now that stood in a line of an older text: the nearest that holds it."""
    lines = document.lines
    if document.indexed == document.text or (one.line < len(lines) and lines[one.line][one.start : one.end] == one.id):
        return one.line
    word = re.compile(rf"\s*(?:- *)?(?:{{ *)?(?:id: *)?[\"']?{re.escape(one.id)}(?![\w-])")
    near = [number for number, text in enumerate(lines) if one.id in text and word.match(text)]
    return min(near, key=lambda number: abs(number - one.line), default=min(one.line, len(lines) - 1))


def _columns(document: Document, line: int, one: Occurrence) -> tuple[int, int]:
    start = document.lines[line].find(one.id)
    if document.lines[line][one.start : one.end] == one.id:
        start = one.start
    return (start, start + len(one.id)) if start >= 0 else (0, 0)


def references(at: At, uri: Named, *, declared: bool) -> list[types.Location] | None:
    """Return every place of an id, in the scenario and in its tests; `declared`: also where it is given."""
    documents = at.documents
    documents.index(at.document)
    found, story = symbol(at), at.story
    if found is None or story is None:
        return None
    files = [story, *filter(None, (documents.beside(story),))]
    return [
        types.Location(uri(file), range_of(file, one.line, one.start, one.end, at.encoding))
        for file in files for one in documents.index(file).of(*found) if declared or not one.defines
    ]


def symbols(documents: Documents, document: Document, encoding: str) -> list[types.DocumentSymbol]:
    """Return the people, and the scenes with their choices; none for tests."""
    index = documents.index(document)
    given = sorted((one for one in index.all if one.defines and one.kind in (PERSON, SCENE, CHOICE)), key=lambda one: one.line)
    given = [one for one in given if one.line < len(document.lines)]
    scenes = [one for one in given if one.kind == SCENE]
    last = len(document.lines) - 1
    made = [_symbol(document, one, one.line, types.SymbolKind.Object, encoding) for one in given if one.kind == PERSON]
    for number, scene in enumerate(scenes):
        end = scenes[number + 1].line - 1 if number + 1 < len(scenes) else last
        choices = [one for one in given if one.kind == CHOICE and scene.line < one.line <= end]
        inside = [
            _symbol(document, one, choices[at + 1].line - 1 if at + 1 < len(choices) else end, types.SymbolKind.Event, encoding)
            for at, one in enumerate(choices)
        ]
        made.append(_symbol(document, scene, end, types.SymbolKind.Class, encoding, inside))
    return made


def _symbol(
    document: Document, one: Occurrence, end: int, kind: types.SymbolKind, encoding: str, inside: list[types.DocumentSymbol] | None = None
) -> types.DocumentSymbol:
    name = range_of(document, one.line, one.start, one.end, encoding)
    end = max(end, one.line)
    behind = types.Position(end, units_of(document.lines[end], len(document.lines[end]), encoding))
    return types.DocumentSymbol(one.id, kind, types.Range(types.Position(one.line, 0), behind), name, children=inside)
