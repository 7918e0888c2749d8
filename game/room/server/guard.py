"""What stands before every request: which host it names, where it comes from, and what a page may do.

A name in `Host` that is none of ours would be another site's name pointed at this laptop (DNS rebinding), and an
`Origin` that is not this very address another site's page talking to our sockets. Phones name us by number.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address
from typing import Any

from game.language import _

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:@/\[\]\s]+)(?::\d{1,5})?")
LARGEST = 64 * 1024
"""Bytes of a message or a request."""
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self' ws://{host}; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
"""Of the page to keep, which has its style inside so that it can be saved as one file."""


def is_ours(host: str, names: frozenset[str] = frozenset()) -> bool:
    """Return whether a Host header names this laptop: by number, as localhost, or by a name of its own."""
    found = HOST.fullmatch(host.strip().lower())
    if found is None:
        return False
    name = found[1].strip("[]")
    if name == "localhost" or name in names:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Refuses what is not meant for this room, and says on each page what it may do."""

    def __init__(self, app: App, *, names: frozenset[str] = frozenset()) -> None:
        self._app, self._names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        if sum(name.lower() in (b"host", b"origin") for name, value in scope["headers"]) > 2:
            await _refuse(scope, send, 400, _("This request names its place twice."))
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if not is_ours(host, self._names):
            await _refuse(scope, send, 421, _("This address is not this room’s. Type the numbers that are on the screen."))
            return
        speaks = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD")
        if speaks and headers.get("origin", "").lower() != f"http://{host}".lower():
            await _refuse(scope, send, 403, _("This page comes from elsewhere."))
            return
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST or "transfer-encoding" in headers:
            await _refuse(scope, send, 413, _("That is too long."))
            return
        policy = PAPER_POLICY if scope["path"] == "/column" else PAGE_POLICY.format(host=host)
        await self._app(scope, receive, _with_headers(send, policy))


def _with_headers(send: Send, policy: str) -> Send:
    added = [
        (b"content-security-policy", policy.encode("latin-1", "replace")),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
        (b"cache-control", b"no-store"),
    ]

    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *added]}
        await send(message)

    return sent


async def _refuse(scope: Scope, send: Send, status: int, why: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    body = why.encode()
    head = [
        (b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()),
        (b"x-content-type-options", b"nosniff"), (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
