"""A room that is really served, on this machine only, with its record on a real disk."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import websockets

from game import resources
from game.authoring import art_in, read
from game.records.rooms import Chronicle
from game.room import chronicled
from game.room.column_view import column
from game.room.hall import Hall
from game.room.handout import page
from game.room.server import RoomServer
from game.room.server.doors import Doors
from game.room.setup import Manner, setup_for
from game.story.model import Scenario

WORD = "MOKA"


@cache
def shipped(name: str = "bakery") -> Scenario:
    """Return a scenario that comes with the game."""
    scenario = read(resources.scenarios() / name, art=art_in(resources.assets())).scenario
    assert scenario is not None
    return scenario


@dataclass
class Served:
    """A room, and how it is reached."""

    hall: Hall
    doors: Doors
    server: RoomServer
    room: chronicled.Room

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.server.port}/ws"


@contextmanager
def served(
    folder: Path, *, manner: Manner | None = None, port: int = 0, scenario: Scenario | None = None, word: str = WORD
) -> Iterator[Served]:
    """Serve a room whose record lies in a folder; go on with the one that is there."""
    known = scenario or shipped()
    chronicle = Chronicle(folder / "rooms.db")
    now = time.time()
    room = chronicled.left_open(chronicle, known, at=now)
    if room is None:
        room = chronicled.begun(chronicle, known, setup_for(known, word=word, seed=7, manner=manner), source="here", at=now)
    held = room
    hall = Hall(held.session, lambda rows: chronicle.keep(held.id, rows), time.time, number=held.number)
    doors = Doors(word, remotes=held.remotes)
    server = RoomServer(
        hall, doors, host="127.0.0.1", port=port, column=lambda session: column(session, None),
        paper=lambda session: page(session, None),
    )
    server.start(exactly=bool(port))
    try:
        yield Served(hall, doors, server, held)
    finally:
        server.stop()
        hall.close()
        chronicled.remember(chronicle, held, port=server.port, remotes=doors.remotes)
        chronicle.close()


class Phone:
    """One socket, as a page opens it."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self.secret = ""
        self.view: dict[str, Any] = {}
        self._n = 0

    async def say(self, message: object) -> None:
        await self._socket.send(message if isinstance(message, (str, bytes)) else json.dumps(message))

    async def hear(self, *kinds: str, seconds: float = 10.0) -> dict[str, Any]:
        """Return the next message of one of some kinds; whole views are remembered on the way."""
        async with asyncio.timeout(seconds):
            while True:
                message: dict[str, Any] = json.loads(await self._socket.recv())
                if message["is"] == "welcome":
                    self.secret = message["secret"]
                if message["is"] == "view":
                    self.view = message
                if message["is"] in kinds:
                    return message

    async def seen(self, step: str) -> dict[str, Any]:
        """Return the view once the room stands at a step."""
        while True:
            shown = self.view.get("common") or self.view.get("remote") or {}
            if shown.get("step") == step:
                return self.view
            await self.hear("view")

    async def ask(self, message: dict[str, Any]) -> dict[str, Any]:
        """Say something, and return the answer that belongs to it."""
        self._n += 1
        await self.say({**message, "n": self._n})
        while True:
            answer = await self.hear("ack", "busy")
            if answer["is"] == "busy" or answer["n"] == self._n:
                return answer


_OPEN: list[Any] = []


def run(steps: Any) -> Any:
    """Run some steps of phones, within a minute, and hang up in the end."""

    async def whole() -> Any:
        try:
            return await asyncio.wait_for(steps, 60)
        finally:
            while _OPEN:
                await _OPEN.pop().close()

    return asyncio.run(whole())


async def line(room: Served) -> Phone:
    """Return an open line over which nothing was said yet."""
    socket = await websockets.connect(room.url, origin=room.origin)  # type: ignore[arg-type]
    _OPEN.append(socket)
    return Phone(socket)


async def phone(room: Served, *, secret: str = "", word: str = WORD) -> Phone:
    """Return a phone that has come in."""
    made = await line(room)
    await made.say({"is": "hello", "role": "phone", "secret": secret, "word": word})
    await made.hear("view")
    made.secret = made.secret or secret
    return made


async def remote(room: Served) -> Phone:
    """Return a remote that has been paired."""
    made = await line(room)
    await made.say({"is": "hello", "role": "remote", "secret": ""})
    pairing = await made.hear("pairing")
    made.secret = pairing["secret"]
    assert room.server.pair(pairing["code"]) == ""
    await made.hear("view")
    return made
