"""The pages, the sockets, and the way around them for networks that let no socket through."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.language import _, tongue
from game.language.pages import in_html, in_script
from game.room.hall import Command, Hall
from game.room.server.doors import Doors
from game.room.server.guard import Guard
from game.room.server.hub import Hub, Line
from game.room.server.talk import Answer, Guest, Talk, parsed
from game.room.server.views import Column, Views, dumped
from game.room.session import AFTERWARDS, Session

PAGES = Path(__file__).resolve().parent.parent / "pages"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
HELLO_SECONDS, TYPING_SECONDS = 15.0, 600.0
MOST_SAID = 20
"""Messages in one turn of a phone that has no socket."""
MOST_MALFORMED = 20
MOST_DEAF = 200
"""Messages after which a line is let go that does not heed being asked to wait."""
HELLOS = 12
"""How often a connection may try to come in: with a word that is typed, some ten wrong ones."""


def room_app(
    hall: Hall, doors: Doors, *, column: Column = lambda session: None, paper: Callable[[Session], str] | None = None,
    turn: Callable[[Command], bool] = lambda command: False, names: frozenset[str] = frozenset(),
) -> Guard:
    """Return the application that phones and the remote talk to.

    Args:
        hall: the session that is shared.
        doors: who is let in.
        column: the room's column as plain data, once it is open.
        paper: the page to keep, as HTML.
        turn: hands a command of the remote to the window; returns False where there is none.
        names: names of this laptop by which it may be called.
    """
    views = Views(hall, column)
    hub = Hub(hall, views)
    talk = Talk(hall, doors, turn=turn, changed=hub.own_changed)
    desk = _Desk(hall, hub, talk, paper)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        telling = asyncio.create_task(hub.run())
        yield
        telling.cancel()

    routes = [
        Route("/", desk.phone), Route("/j/{word}", desk.phone), Route("/remote", desk.remote),
        Route("/pages/{name}", desk.file), Route("/column", desk.column), Route("/health", desk.health),
        Route("/turn", desk.turn, methods=["POST"]), WebSocketRoute("/ws", desk.socket),
    ]  # fmt: skip
    return Guard(Starlette(routes=routes, lifespan=lifespan), names=names)


class _Desk:
    """Answers requests."""

    def __init__(self, hall: Hall, hub: Hub, talk: Talk, paper: Callable[[Session], str] | None) -> None:
        self._hall, self._hub, self._talk, self._paper = hall, hub, talk, paper

    # -------------------------------------------------------- pages

    async def phone(self, request: Request) -> Response:
        return _page("phone.html")

    async def remote(self, request: Request) -> Response:
        return _page("remote.html")

    async def file(self, request: Request) -> Response:
        return _page(request.path_params["name"])

    async def health(self, request: Request) -> Response:
        return JSONResponse({"coffee_first": True})

    async def column(self, request: Request) -> Response:
        session = self._hall.session
        if session.step not in AFTERWARDS or self._paper is None:
            return PlainTextResponse(_("The column is not printed yet."), status_code=404)
        page = await asyncio.to_thread(self._paper, session)
        return Response(page, media_type="text/html; charset=utf-8")

    # -------------------------------------------------------- by asking again and again

    async def turn(self, request: Request) -> Response:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
        asked = parsed(bytes(body).decode("utf-8", "replace"))
        if asked is None:
            return JSONResponse({"messages": [{"is": "no", "why": _("This page speaks in a way that the laptop does not know."), "ask": ""}], "rev": 0})
        guest = Guest()
        messages = [answer.message for answer in self._talk.hello(guest, asked) if await self._kept(answer)]
        said = asked.get("say")
        for each in said[:MOST_SAID] if isinstance(said, list) else ():
            answer = self._talk.hear(guest, json.dumps(each))
            if answer is not None:
                messages.append(await self._final(answer))
        revision = self._hub.rev if guest.role == "phone" else self._hall.number if guest.let_in else 0
        if guest.let_in:
            if guest.role == "phone":
                self._hub.polled(guest.person)
            news = asked.get("seen") != revision or messages
            messages.append(json.loads(self._hub.view_of(guest) if news else self._hub.views.voted()))
        return Response(dumped({"messages": messages, "rev": revision}), media_type="application/json")

    async def _kept(self, answer: Answer) -> bool:
        return answer.number == 0 or await self._hub.kept(answer.number)

    async def _final(self, answer: Answer) -> dict[str, Any]:
        if await self._kept(answer):
            return answer.message
        return {"is": "ack", "n": answer.message.get("n", 0), "ok": False, "why": self._hall.trouble}

    # -------------------------------------------------------- over a socket

    async def socket(self, socket: WebSocket) -> None:
        await socket.accept()
        guest = Guest()
        with contextlib.suppress(WebSocketDisconnect, TimeoutError, RuntimeError):
            if await self._welcomed(socket, guest):
                await self._serve(socket, guest)
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):
            await socket.close()

    async def _welcomed(self, socket: WebSocket, guest: Guest) -> bool:
        """Let a guest in, or leave a remote waiting; return False where neither will do."""
        for tried in range(HELLOS):
            text = await asyncio.wait_for(_heard(socket), TYPING_SECONDS if tried else HELLO_SECONDS)
            asked = parsed(text)
            if asked is None or asked.get("is") != "hello":
                return False
            for answer in self._talk.hello(guest, asked):
                if await self._kept(answer):
                    await socket.send_text(dumped(answer.message))
            if guest.let_in or (guest.role == "remote" and guest.secret):
                return True
        return False

    async def _serve(self, socket: WebSocket, guest: Guest) -> None:
        line = Line(socket, guest)
        self._hub.add(line)
        writing = asyncio.create_task(self._hub.write(line))
        pairing = None if guest.let_in else asyncio.create_task(self._paired(line))
        try:
            malformed = 0
            while malformed < MOST_MALFORMED and guest.deaf < MOST_DEAF:
                text = await _heard(socket)
                before = guest.deaf
                answer = self._talk.hear(guest, text)
                if answer is not None:
                    await socket.send_text(dumped(await self._final(answer)))
                elif guest.deaf == before:
                    malformed += parsed(text) is None
                await asyncio.sleep(0)  # others are heard in between, however much this one says
        finally:
            self._hub.remove(line)
            writing.cancel()
            if pairing is not None:
                pairing.cancel()

    async def _paired(self, line: Line) -> None:
        """Look until the facilitator has typed the number of this phone."""
        while not self._talk.is_paired(line.guest):
            await asyncio.sleep(0.2)
        self._hub.add(line)


async def _heard(socket: WebSocket) -> str:
    """Return the next message; what is not text counts as malformed."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    text = message.get("text")
    return text if isinstance(text, str) else ""


@cache
def _names() -> frozenset[str]:
    return frozenset(path.name for path in PAGES.iterdir())


def _page(name: str) -> Response:
    kind = KINDS.get(Path(name).suffix)
    if kind is None or name not in _names():
        return PlainTextResponse(_("There is no such page."), status_code=404)
    if not kind.startswith("text/"):
        return FileResponse(PAGES / name, media_type=kind)
    return Response(_spoken(name, tongue().code), media_type=f"{kind}; charset=utf-8")


@lru_cache(32)
def _spoken(name: str, language: str) -> str:
    """Return a page of text in the language that is spoken, which `language` names."""
    text = (PAGES / name).read_text("utf-8")
    return {".html": in_html, ".js": in_script}.get(Path(name).suffix, str)(text)
