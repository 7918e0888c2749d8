"""How long a line may be idle, and how much may wait for one that does not read: two of uvicorn's protocols, stricter."""

from __future__ import annotations

import asyncio
import contextlib

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

FIRST_SECONDS = 15.0
"""A line that has asked for nothing by then is let go."""
MOST_WAITING = 256 * 1024
"""Bytes that may wait for a phone that does not read; whole views come seldom, so only answers to a flood grow so."""


class ShortOfPatience(H11Protocol):
    """Lets go of lines that say nothing, or half a sentence."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self.loop.call_later(FIRST_SECONDS, self._still_nothing)

    def _still_nothing(self) -> None:
        if self.cycle is None and self.transport.get_protocol() is self:
            self.transport.abort()


class ShortOfMemory(WebSocketsSansIOProtocol):
    """Lets go of lines that ask and never read the answers."""

    def handle_ping(self) -> None:
        """Answer a ping, unless answers pile up."""
        super().handle_ping()
        if self.transport.get_write_buffer_size() > MOST_WAITING:
            self.transport.abort()

    def keepalive_timeout(self) -> None:
        """Let go of a line that is dead: there is nobody to say goodbye to."""
        super().keepalive_timeout()
        self.transport.abort()


def more_lines(most: int = 8_192) -> None:
    """Have the system allow as many open lines as a hall needs, where it lets a program ask."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
