"""Wires what the other modules know to an editor, by the Language Server Protocol over standard input and output.

Answers come from the newest text and from what was made of it last; reading a scenario as a whole, and working out its
balances, happens beside, after a pause in the typing.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from game import resources
from game.authoring.art import Art, art_in
from game.authoring.safe_text import printable
from game.language_server import answers
from game.language_server.answers import At
from game.language_server.documents import Document, Documents
from game.language_server.ranges import Stopped, bones, ranges
from game.language_server.renaming import RefusedRenaming, renamable, renamed

PAUSE = 0.15
"""Seconds without a change after which a file is checked."""
LONG_PAUSE = 0.6
"""Seconds after a check until the balances are worked out."""
COLLECT_AFTER = 20
"""Checks after which memory is tidied up, in a pause: left to itself that takes a quarter of a second between two keys."""
REQUEST_FAILED = -32803
"""The protocol's code of an answer that is no: the message is shown to the author."""


class Server(LanguageServer):
    """The server, with what it knows of the open files."""

    def __init__(self, art: Art) -> None:
        super().__init__("coffee-first", version("coffee-first"))
        self.art = art
        self.documents = Documents()
        self.uri_of: dict[Path, str] = {}
        self.checks = ThreadPoolExecutor(1, "check")
        self.balances = ThreadPoolExecutor(1, "balances")
        self.waiting: dict[Path, asyncio.TimerHandle] = {}
        self.stopping = False
        self.checked = 0
        self.tasks: set[asyncio.Task[None]] = set()

    @property
    def encoding(self) -> str:
        """How columns are counted, as was agreed with the editor."""
        agreed = self.server_capabilities.position_encoding
        return str(agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed or "utf-16")

    @property
    def markdown(self) -> bool:
        """Whether the editor shows Markdown where it explains a word."""
        text = self.client_capabilities.text_document
        formats = text.hover.content_format if text and text.hover else None
        return types.MarkupKind.Markdown in (formats or ())

    def report_server_error(self, error: Exception, source: object) -> None:
        """Note a fault of a message in the editor's log: an author cannot mend it, and need not see it."""
        sys.stderr.write(f"coffee-first: a message could not be answered: {printable(str(error))}\n")

    # Files.

    def document(self, uri: str) -> Document | None:
        """Return a file that the editor has open, and that is ours; None for any other."""
        found = self.documents.open(_path(uri))
        return found if found is not None and found.ours else None

    def uri(self, document: Document) -> str:
        """Return the name under which the editor knows a file, or may come to know it."""
        return self.uri_of.get(document.path) or document.path.as_uri()

    def took(self, uri: str, version: int | None) -> None:
        """Take the newest text of a file, and have it checked after a pause."""
        path = _path(uri)
        self.uri_of[path] = uri
        document = self.documents.put(path, self.workspace.get_text_document(uri).source, version)
        self.soon(document)
        if not document.tests:
            for other in self.documents.all():
                if other.tests and other.path.parent == path.parent:
                    self.soon(other)

    def closed(self, uri: str) -> None:
        """Let go of a file, and of what was said about it."""
        path = _path(uri)
        if (timer := self.waiting.pop(path, None)) is not None:
            timer.cancel()
        self.documents.forget(path)
        self.uri_of.pop(path, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def soon(self, document: Document, pause: float = PAUSE) -> None:
        """Have a file checked, once nothing has changed for a while."""
        if (timer := self.waiting.pop(document.path, None)) is not None:
            timer.cancel()
        loop = asyncio.get_running_loop()
        self.waiting[document.path] = loop.call_later(pause, self._begin, document)

    def _begin(self, document: Document) -> None:
        self.waiting.pop(document.path, None)
        task = asyncio.get_running_loop().create_task(self._check(document))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _check(self, document: Document) -> None:
        loop = asyncio.get_running_loop()
        text, number = document.text, document.version
        uri = self.uri(document)
        if not document.ours:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, [], number))
            return
        reading = await loop.run_in_executor(self.checks, self.documents.check, document, self.art)
        if document.text is not text or self.documents.open(document.path) is not document:
            return  # there is a newer one, which is checked after it
        found = answers.diagnostics(document, reading.diagnostics, self.encoding)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, number))
        await loop.run_in_executor(self.checks, self.documents.index, document)
        await asyncio.sleep(LONG_PAUSE)
        self.checked += 1
        if self.checked % COLLECT_AFTER == 0:
            gc.collect()
        if not document.tests and document.text is text:
            await loop.run_in_executor(self.balances, self._balances, document, text)

    def _balances(self, document: Document, text: str) -> None:
        scenario = document.scenario
        if scenario is None or document.text is not text:
            return

        if (counted := bones(scenario)) == document.ranged:
            return  # only words have changed

        def stop() -> bool:
            return self.stopping or document.text is not text

        try:
            found = ranges(scenario, stop=stop)
        except Stopped:
            return
        document.ranges, document.ranged = found, counted

    def stop(self) -> None:
        """Stop what is still under way."""
        self.stopping = True
        for timer in self.waiting.values():
            timer.cancel()
        self.checks.shutdown(wait=False, cancel_futures=True)
        self.balances.shutdown(wait=False, cancel_futures=True)


def _path(uri: str) -> Path:
    return Path(uris.to_fs_path(uri) or unquote(uri))


def _at(server: Server, uri: str, position: types.Position) -> At | None:
    document = server.document(uri)
    if document is None:
        return None
    line, column = answers.place(document, position, server.encoding)
    return At(server.documents, document, line, column, server.encoding)


def server_for(art: Art) -> Server:
    """Return a server that answers; `art` says what is drawn."""
    server = Server(art)
    _files(server)
    _questions(server)
    _renaming(server)
    return server


def _files(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.took(params.text_document.uri, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.took(params.text_document.uri, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        document = server.document(params.text_document.uri)
        if document is not None:
            server.soon(document, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.SHUTDOWN)
    def shut(*_: object) -> None:
        server.stop()


def _questions(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[".", "(", " ", "{", "["]))
    def complete(params: types.CompletionParams) -> types.CompletionList | None:
        at = _at(server, params.text_document.uri, params.position)
        return answers.completion(at, server.art) if at is not None else None

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        at = _at(server, params.text_document.uri, params.position)
        return answers.hover(at, markdown=server.markdown) if at is not None else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        at = _at(server, params.text_document.uri, params.position)
        return answers.definition(at, server.uri) if at is not None else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location] | None:
        at = _at(server, params.text_document.uri, params.position)
        declared = params.context.include_declaration
        return answers.references(at, server.uri, declared=declared) if at is not None else None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        document = server.document(params.text_document.uri)
        return answers.symbols(server.documents, document, server.encoding) if document is not None else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def actions(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        document = server.document(params.text_document.uri)
        if document is None:
            return None
        return answers.actions(document, params.range, server.encoding, server.uri(document))


def _renaming(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        at = _at(server, params.text_document.uri, params.position)
        if at is None:
            return None
        try:
            found = renamable(server.documents, at.document, at.line, at.column)
        except RefusedRenaming as reason:
            raise JsonRpcException(str(reason), REQUEST_FAILED) from None
        return types.PrepareRenamePlaceholder(answers.range_of(at.document, found.line, found.start, found.end, at.encoding), found.id)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        at = _at(server, params.text_document.uri, params.position)
        if at is None:
            return None
        try:
            found = renamed(server.documents, at.document, at.line, at.column, params.new_name, server.art)
        except RefusedRenaming as reason:
            raise JsonRpcException(str(reason), REQUEST_FAILED) from None
        return types.WorkspaceEdit({
            server.uri(document): [types.TextEdit(answers.range_of(document, one.line, one.start, one.end, at.encoding), one.text) for one in changes]
            for document, changes in found
        })


def serve() -> int:
    """Answer an editor until it says goodbye.

    Returns:
        0; 1 where what came over standard input was no message of the protocol.
    """
    logging.getLogger("pygls").addHandler(logging.NullHandler())
    logging.getLogger("pygls").propagate = False
    sys.setswitchinterval(0.001)  # a check beside must not keep an answer waiting
    gc.disable()
    server = server_for(art_in(resources.assets()))
    try:
        server.start_io()
    except (ValueError, OverflowError, MemoryError) as error:
        sys.stderr.write(f"coffee-first: what came from the editor is no message of the Language Server Protocol ({error})\n")
        return 1
    finally:
        server.stop()
    return 0
