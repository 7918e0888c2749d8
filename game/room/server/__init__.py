"""The room's server: in the game's process, in a thread of its own, never in its frame."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from game.language import _
from game.room.errors import RoomError
from game.room.hall import Command, Hall
from game.room.port import listening
from game.room.server.doors import Doors

if TYPE_CHECKING:
    import uvicorn

    from game.room.server.views import Column
    from game.room.session import Session

PORT, PORTS = 8080, 20
"""The port that is tried first, and how many are."""


class NoPort(RoomError):
    """No port is free, or the address is not this laptop's."""


class RoomServer:
    """Serves a hall until it is stopped."""

    def __init__(
        self, hall: Hall, doors: Doors, *, host: str = "0.0.0.0", port: int = PORT, column: Column = lambda session: None,
        paper: Callable[[Session], str] | None = None, turn: Callable[[Command], bool] = lambda command: False,
    ) -> None:
        self.hall, self.doors, self.host, self.port = hall, doors, host, port
        self._column, self._paper, self._turn = column, paper, turn
        self._server: uvicorn.Server | None = None
        self._thread: Thread | None = None

    def start(self, *, exactly: bool = False) -> None:
        """Listen, at the port or at one of the next; `port` says at which.

        Raises:
            NoPort: none of them is free, or with `exactly`, that one is not.
        """
        import uvicorn

        from game.room.server.app import room_app
        from game.room.server.protocols import ShortOfMemory, ShortOfPatience, more_lines

        more_lines()
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # it would print a traceback for each line too many

        try:
            found = listening(self.host, self.port, 1 if exactly else PORTS)
        except OSError as error:
            raise NoPort(_("Nothing can listen at {host}, port {port} ({reason}).", host=self.host, port=self.port, reason=error.strerror)) from error
        self.port = found.getsockname()[1]
        app = room_app(
            self.hall, self.doors, column=self._column, paper=self._paper, turn=self._turn, names=_own_names()
        )
        config = uvicorn.Config(
            app, log_config=None, log_level="critical", access_log=False,  # in lower levels it writes what is said, secrets too
            lifespan="on", loop="asyncio", http=ShortOfPatience, ws=ShortOfMemory,
            ws_max_size=64 * 1024, ws_ping_interval=20, ws_ping_timeout=20, ws_per_message_deflate=False,
            proxy_headers=False, server_header=False, date_header=False, timeout_graceful_shutdown=1, backlog=2048,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, args=([found],), name="room-server", daemon=True)
        self._thread.start()

    def pair(self, code: str) -> str:
        """Make the phone that shows a number the remote; return nothing, or a sentence that says why not."""
        return self.doors.pair(code)

    def stop(self) -> None:
        """Stop listening; phones say so, and look for the room until it is there again."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(timeout=5)
            self._server = self._thread = None


def _own_names() -> frozenset[str]:
    try:
        name = socket.gethostname().lower()
    except OSError:
        return frozenset()
    return frozenset({name, f"{name}.local"}) if name else frozenset()
