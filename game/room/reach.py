"""A tiny page that is served for a moment, to find out who reaches this laptop: the laptop itself, and a phone."""

from __future__ import annotations

import http.client
import json
import secrets
import socket
import socketserver
import time
from collections.abc import Callable
from contextlib import suppress
from html import escape
from http.server import BaseHTTPRequestHandler
from queue import Empty, SimpleQueue
from threading import Thread

from game.language import _, tongue

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body><h1>{title}</h1><p>{text}</p></body></html>
"""
SECONDS = 2.0
"""How long the laptop may take to answer itself."""
STEP = 0.2
"""Seconds between two looks whether the waiting was ended."""


class Page:
    """Serves the page at a socket that listens already, until it is closed."""

    def __init__(self, at: socket.socket) -> None:
        self.token = secrets.token_hex(8)
        """What only this page says; who gets it has spoken to this very program."""
        self.port: int = at.getsockname()[1]
        self._visitors: SimpleQueue[str] = SimpleQueue()
        self._server = _Server(at, self.token, self._visitors)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="page", daemon=True)
        self._thread.start()

    def answers_at(self, address: str, seconds: float = SECONDS) -> bool:
        """Return whether this laptop reaches the page at one of its own addresses."""
        asking = http.client.HTTPConnection(address, self.port, timeout=seconds)
        try:
            asking.request("GET", "/health")
            return bool(json.loads(asking.getresponse().read(1_000)).get("page") == self.token)
        except (OSError, http.client.HTTPException, ValueError, AttributeError):
            return False
        finally:
            asking.close()

    def visitor(self, own: frozenset[str], seconds: float, *, ended: Callable[[], bool], itself: Callable[[], None]) -> str | None:
        """Wait for somebody else to open the page; return their address, or None where nobody came.

        Args:
            own: the addresses of this laptop, which prove nothing about phones.
            seconds: how long to wait.
            ended: says whether the waiting was ended.
            itself: called when this laptop opens the page.
        """
        until = time.monotonic() + seconds
        while not ended() and (left := until - time.monotonic()) > 0:
            with suppress(Empty):
                found = self._visitors.get(timeout=min(STEP, left)).removeprefix("::ffff:").partition("%")[0]
                if found not in own:
                    return found
                itself()
        return None

    def close(self) -> None:
        """Serve no longer, and free the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=2)


def _page() -> str:
    """Return the page in the language that is spoken."""
    return PAGE.format(
        language=tongue().code, direction="rtl" if tongue().leftward else "ltr", title=escape(_("It works")),
        text=escape(_("This phone has reached the laptop. You can close this page.")),
    )


class _Server(socketserver.ThreadingTCPServer):
    # not http.server's own, which looks up the laptop's name in the network when it starts
    daemon_threads = True
    block_on_close = False

    def __init__(self, at: socket.socket, token: str, visitors: SimpleQueue[str]) -> None:
        super().__init__(at.getsockname()[:2], _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = at
        self.token, self.visitors = token, visitors

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a phone that goes away in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 5.0
    server_version, sys_version = "coffee-first", ""

    def do_GET(self) -> None:
        if self.path == "/health":
            self._say(200, "application/json", json.dumps({"page": self.server.token}))
        elif self.path == "/":
            self._say(200, "text/html; charset=utf-8", _page())
            self.server.visitors.put(self.client_address[0])
        else:
            self._say(404, "text/plain; charset=utf-8", _("There is nothing here."))

    def _say(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"),
            ("Content-Security-Policy", "default-src 'none'"), ("X-Content-Type-Options", "nosniff"),
        ):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Write nothing."""
