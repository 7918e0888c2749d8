"""The servers that `benchmarks/room.py` measures, each in a process of its own: the room's, and a naive one.

    python benchmarks/room_servers.py room FOLDER | naive loop | naive each

They read commands, one a line, and answer each with one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import socket
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
FRAME, PAINTING = 1 / 60, 0.004
"""Seconds from frame to frame, and of work in each once it paints, as when the window draws."""


def say(**plain: object) -> None:
    """Answer a command."""
    print(json.dumps(plain), flush=True)


def more_files() -> int:
    """Allow as many open sockets as this machine lets us, and return how many that is."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(hard, 8_192) if hard != resource.RLIM_INFINITY else 8_192
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return max(soft, wanted)


# ---------------------------------------------------------------- the room


class Window:
    """What the window's thread does: every sixtieth of a second it reads the session and paints for some milliseconds."""

    def __init__(self, hall: Any) -> None:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        import pygame

        self._hall = hall
        self._canvas = pygame.Surface((1920, 1080))
        self._patch = pygame.Surface((400, 300))
        self.painting = 0.0
        """Seconds of work in each frame."""
        self._again()

    def _again(self) -> None:
        self.late: list[float] = []
        self.seen: dict[str, float] = {}
        """When each voter of the round was first seen, on the clock of this machine."""

    def frames(self, commands: deque[str]) -> str:
        """Show frames until a command comes, and return it."""
        due = time.perf_counter()
        while not commands:
            now = time.perf_counter()
            self.late.append(max(0.0, now - due))
            self._frame(now)
            due = max(due + FRAME, time.perf_counter())
            time.sleep(max(0.0, due - time.perf_counter()))
        return commands.popleft()

    def _frame(self, began: float) -> None:
        self._look()
        place = 0
        while time.perf_counter() - began < self.painting:
            self._canvas.blit(self._patch, (place % 1_500, place % 700))
            place += 37

    def _look(self) -> None:
        session = self._hall.session
        held = session.now.last if session.moments else None
        if held is not None and len(held.ballots) > len(self.seen):
            now = time.monotonic()
            for voter in list(held.ballots)[len(self.seen) :]:
                self.seen[voter] = now

    def report(self) -> dict[str, Any]:
        """Return how late frames began, in seconds, and when votes were seen; and begin anew."""
        self._look()
        made = {"late": self.late, "seen": self.seen}
        self._again()
        return made


def room(folder: Path) -> None:
    """Serve a room whose record lies in a folder, with a window's thread beside it."""
    from game.room.events import Took, Went
    from game.room.machine import Refused
    from tests.room.served import served

    commands: deque[str] = deque()
    writes = _timed_writes()
    with served(folder) as serving:
        window = Window(serving.hall)
        say(port=serving.server.port, files=more_files())
        Thread(target=_read, args=(commands,), daemon=True).start()
        while (command := window.frames(commands)) != "stop":
            what, _, rest = command.partition(" ")
            try:
                if what == "go":
                    for step in rest.split():
                        serving.hall.wait(serving.hall.happen(Went(step)))
                elif what == "paint":
                    window.painting = PAINTING
                elif what == "take":
                    serving.hall.wait(serving.hall.happen(Took(serving.hall.session.now.offered[int(rest)], "facilitator")))
            except Refused as why:
                say(refused=str(why))
                continue
            session = serving.hall.session
            held = session.now.last if session.moments else None
            report = {**window.report(), "writes": [writes.popleft() for _ in range(len(writes))]} if what == "report" else {}
            say(
                cpu=time.process_time(), step=session.step, moment=session.moment, round=session.round, people=len(session.people),
                offered=session.now.offered if session.moments else (), connected=serving.hall.connected,
                cast=held.cast if held is not None else 0, **report,
            )  # fmt: skip
    say(stopped=True)


def _timed_writes() -> deque[float]:
    """Return how long each write to the disk takes from now on, in seconds, as they come."""
    from game.records.rooms import Chronicle

    took: deque[float] = deque()
    keep = Chronicle.keep

    def timed(self: Chronicle, room: int, rows: Any) -> None:
        began = time.perf_counter()
        keep(self, room, rows)
        took.append(time.perf_counter() - began)

    Chronicle.keep = timed  # type: ignore[method-assign]
    return took


def _read(commands: deque[str]) -> None:
    for command in sys.stdin:
        commands.append(command.strip())
    commands.append("stop")


# ---------------------------------------------------------------- the naive one


def naive(manner: str) -> None:
    """Serve what one writes first: a dictionary of votes, and a loop that sends to every socket in turn.

    Nothing is written to a disk. `each` sends to all at every vote; `loop` twice a second, while votes come in.
    """
    import uvicorn
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute
    from starlette.websockets import WebSocket, WebSocketDisconnect

    sockets: set[WebSocket] = set()
    votes: dict[int, str] = {}
    view = {"is": "view", "common": {"told": ["x" * 900]}, "own": {}}

    async def broadcast() -> None:
        for each in list(sockets):
            try:
                await each.send_json({"is": "voted", "voted": len(votes), "voters": len(sockets), "here": len(sockets), "open": True})
            except (RuntimeError, WebSocketDisconnect):
                sockets.discard(each)

    async def looping() -> None:
        told = -1
        while True:
            await asyncio.sleep(0.5)
            if len(votes) != told:
                told = len(votes)
                await broadcast()

    async def serve(socket: WebSocket) -> None:
        await socket.accept()
        try:
            await socket.receive_json()
            await socket.send_json({"is": "welcome", "secret": f"{len(sockets):032d}"})
            await socket.send_json(view)
            sockets.add(socket)
            while True:
                message = await socket.receive_json()
                votes[id(socket)] = message["choice"]
                if manner == "each":
                    await broadcast()
                await socket.send_json({"is": "ack", "n": message["n"], "ok": True})
        except WebSocketDisconnect:
            sockets.discard(socket)

    class Naive(Starlette):
        pass

    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def lifespan(_: Starlette) -> Any:
        task = asyncio.create_task(looping()) if manner == "loop" else None
        yield
        if task is not None:
            task.cancel()

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(2_048)
    app = Naive(routes=[WebSocketRoute("/ws", serve)], lifespan=lifespan)
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, loop="asyncio", ws="websockets-sansio", ws_per_message_deflate=False,
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    say(port=listening.getsockname()[1], files=more_files())
    for command in _lines():
        if command == "stop":
            break
        say(cpu=time.process_time(), people=len(sockets), cast=len(votes))
    server.should_exit = True
    thread.join(timeout=5)
    say(stopped=True)


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.strip()


if __name__ == "__main__":
    more_files()
    room(Path(sys.argv[2])) if sys.argv[1] == "room" else naive(sys.argv[2])
