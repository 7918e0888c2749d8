"""A small editor: starts `coffee-first lsp`, and speaks the Language Server Protocol with it over pipes."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

PATIENCE = 30.0
"""Seconds after which an answer that does not come is a failure."""


class Refused(Exception):
    """The server answered with an error; the message is what an author would read."""


class Editor:
    """Open files, and what the server said of them."""

    def __init__(self, root: Path, **capabilities: Any) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        self.heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.asked = 0
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.kept: list[dict[str, Any]] = []
        self.reader = threading.Thread(target=self._listen, daemon=True)
        self.reader.start()
        markdown = {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}
        self.answer = self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": markdown | capabilities})
        self.tell("initialized", {})

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()

    # Messages.

    def _listen(self) -> None:
        out = self.process.stdout
        assert out is not None
        while header := out.readline():
            length = int(header.partition(b":")[2]) if header.lower().startswith(b"content-length") else 0
            while header.strip():
                header = out.readline()
                if header.lower().startswith(b"content-length"):
                    length = int(header.partition(b":")[2])
            self.heard.put(json.loads(out.read(length)))
        self.heard.put(None)

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: dict[str, Any]) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a question.

        Raises:
            Refused: the answer is an error.
        """
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.heard.get(timeout=PATIENCE)
            assert message is not None, self.last_words()
            if message.get("id") == self.asked and "method" not in message:
                if "error" in message:
                    raise Refused(message["error"]["message"])
                return message.get("result")
            self.kept.append(message)

    def last_words(self) -> str:
        """Return what the server wrote before it died."""
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()

    # Files.

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, with other text than it has if one is given; returns its URI."""
        uri = path.as_uri()
        self.texts[uri] = path.read_text(encoding="utf-8") if text is None else text
        self.versions[uri] = 1
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": self.texts[uri]}})
        return uri

    def type(self, uri: str, text: str) -> None:
        """Put another text in the place of a file's."""
        self.versions[uri] += 1
        self.texts[uri] = text
        self.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": self.versions[uri]}, "contentChanges": [{"text": text}]})

    def faults(self, uri: str) -> list[dict[str, Any]]:
        """Return what the server says of the newest text of a file, once it says it."""
        while True:
            for message in self.kept:
                about = message.get("params") or {}
                if message.get("method") == "textDocument/publishDiagnostics" and about["uri"] == uri and about.get("version") == self.versions[uri]:
                    self.kept.remove(message)
                    return list(about["diagnostics"])
            message = self.heard.get(timeout=PATIENCE)
            assert message is not None, self.last_words()
            self.kept.append(message)

    def at(self, uri: str, where: str, *, nth: int = 0, after: bool = False) -> dict[str, Any]:
        """Return the parameters of a question at the nth place of a text, at the `|` that it holds, or at its beginning."""
        text, mark = self.texts[uri], where.find("|")
        wanted = where.replace("|", "", 1) if mark >= 0 else where
        offset = -1
        for _ in range(nth + 1):
            offset = text.index(wanted, offset + 1)
        offset += max(mark, 0)
        before = text[:offset]
        column = len(before[before.rfind("\n") + 1 :].encode("utf-16-le")) // 2
        return {"textDocument": {"uri": uri}, "position": {"line": before.count("\n"), "character": column}}

    def stretch(self, uri: str, around: dict[str, Any]) -> str:
        """Return the text of a range."""
        lines = self.texts[uri].split("\n")
        start, end = around["start"], around["end"]
        assert start["line"] == end["line"]
        units = lines[start["line"]].encode("utf-16-le")
        return units[2 * start["character"] : 2 * end["character"]].decode("utf-16-le")

    def edited(self, uri: str, edits: list[dict[str, Any]]) -> str:
        """Return the text of a file after some edits."""
        lines = [line.encode("utf-16-le") for line in self.texts[uri].split("\n")]
        for edit in sorted(edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]), reverse=True):
            start, end = edit["range"]["start"], edit["range"]["end"]
            joined = lines[start["line"]][: 2 * start["character"]] + edit["newText"].encode("utf-16-le") + lines[end["line"]][2 * end["character"] :]
            lines[start["line"] : end["line"] + 1] = [joined]
        return "\n".join(line.decode("utf-16-le") for line in lines)
