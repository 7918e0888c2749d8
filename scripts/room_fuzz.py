"""Hammer a real room with valid messages and nonsense over real sockets, and compare what it said with what it kept.

uv run python scripts/room_fuzz.py [SECONDS] [SEED]
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import httpx
import websockets

from game.records.rooms import Chronicle
from game.room import chronicled
from game.room.errors import RoomError
from game.room.identity import id_of
from game.room.session import Step
from tests.room.rooms import SHIPPED
from tests.room.served import Served, served, shipped

ONE_ROOM = 15.0
"""Seconds after which another room is held."""
PHONES, MESSAGES = 30, 90
"""At the same time, and of one phone, before another comes in its place: a hundred a minute are allowed."""
JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2, 3.5, 1e308, 2**70, "", "x" * 400, "a\u202eb\x00", "\ud800", [], [[[1]]], {}, {"a": {"b": []}}, "scene", "Infinity",
)  # fmt: skip
RAW: tuple[str | bytes, ...] = (
    "", "{", "nonsense", "[]", "null", "7", '{"is":', '{"is":"vote","is":"do"}', "{" * 5_000, "[" * 50_000, b"\xff\xfe\x00", b"{}",
    '{"is":"vote","n":NaN,"moment":0}', "\u202e\u202e", '{"is":"ping"}', "9" * 20_000, '{"is":"vote","sure":' + "9" * 6_000 + "}",
)  # fmt: skip
SHOWS_COUNTS = ("reveal", "consequence", "columnist")


class Hammer:
    """One room that is hammered until a time."""

    def __init__(self, room: Served, luck: Random, until: float) -> None:
        self.room, self.luck, self.until = room, luck, until
        self.said: Counter[str] = Counter()
        self.faults: list[str] = []
        self.sent: dict[str, list[tuple[int, tuple[Any, Any, Any]]]] = {}
        """Votes that left a phone, by person: number, and moment, round, choice."""
        self.counted: dict[str, list[int]] = {}
        """Numbers of the votes that were acknowledged as counted, by person."""

    @property
    def over(self) -> bool:
        return time.monotonic() > self.until or self.room.hall.session.step is Step.CLOSED

    # -------------------------------------------------------- messages

    def vote(self) -> dict[str, Any]:
        session, luck = self.room.hall.session, self.luck
        offered = session.now.offered if session.moments else ("x",)
        return {
            "is": "vote", "moment": session.moment - (luck.random() < 0.1), "round": luck.choice([session.round] * 8 + [1, 2]),
            "choice": luck.choice(offered or ("x",)), "sure": luck.randint(0, 3),
        }  # fmt: skip

    def of_a_phone(self) -> dict[str, Any]:
        luck, moment = self.luck, self.room.hall.session.moment
        return luck.choice([
            self.vote, self.vote, self.vote,
            lambda: {"is": "type", "moment": moment, "text": luck.choice(["Coffee?", "\u202e", "<script>", "y" * 900])},
            lambda: {"is": "name", "name": luck.choice(["Ann", "\u202eBen", "z" * 90]), "table": luck.randint(-1, 3)},
            lambda: {"is": "ping"}, lambda: {"is": "do", "what": "next"},
        ])()  # fmt: skip

    def of_a_remote(self) -> dict[str, Any]:
        luck, session = self.luck, self.room.hall.session
        offered = session.now.offered if session.moments and session.now.offered else ("x",)
        person = luck.choice([*session.people, "nobody"])
        steps = [step.value for step in Step if step is not Step.CLOSED]
        return {"is": "do", **luck.choice([
            {"what": "next"}, {"what": "next"}, {"what": "next"}, {"what": "back"}, {"what": "go", "to": luck.choice(steps)},
            {"what": "take", "choice": luck.choice(offered)}, {"what": "take", "choice": luck.choice(offered), "other": luck.choice(offered)},
            {"what": "take", "rule": luck.choice(["lot", "tempting", "majority"])}, {"what": "open"}, {"what": "close"}, {"what": "reveal"},
            {"what": "extend", "seconds": luck.choice([30, -1, 10**9])}, {"what": "blank", "on": luck.random() < 0.3},
            {"what": "arrange", "name": luck.choice(["say_first", "sure", "names", "tables", "rule", "tie", "whole"]), "value": luck.choice([True, False, 2, "lot"])},
            {"what": "hands", "counts": {luck.choice(offered): luck.choice([0, 3, -1, 10**6])}},
            {"what": "let", "person": person, "moment": session.moment, "show": True}, {"what": "remove", "person": person},
            {"what": "ask", "question": luck.randint(-1, 3)},
        ])}  # fmt: skip

    def spoilt(self, message: dict[str, Any]) -> str | bytes:
        """Return a message with something wrong in it."""
        luck, broken = self.luck, dict(message)
        if luck.random() < 0.3:
            return luck.choice(RAW)
        broken[luck.choice(list(broken))] = luck.choice(JUNK)
        if luck.random() < 0.3:
            broken.pop(luck.choice(list(broken)))
        text = json.dumps(broken)
        return text[: luck.randint(0, len(text))] if luck.random() < 0.2 else text

    # -------------------------------------------------------- people

    async def phone(self, number: int) -> None:
        """Come in, say this and that, drop, come back, and make place for another."""
        secret, n, pause = "", 0, self.luck.uniform(0.0, 0.05)
        while not self.over and n < MESSAGES:
            try:
                async with websockets.connect(self.room.url, origin=self.room.origin, max_size=2**22) as socket:  # type: ignore[arg-type]
                    await socket.send(json.dumps({"is": "hello", "role": "phone", "secret": secret, "word": "MOKA"}))
                    while not secret:
                        heard = json.loads(await asyncio.wait_for(socket.recv(), 10))
                        if heard["is"] == "no":
                            return
                        secret = heard.get("secret", "")
                    listening = asyncio.create_task(self.listen(socket, id_of(secret)))
                    for _ in range(self.luck.randint(1, 25)):
                        n += 1
                        await self.speak(socket, id_of(secret), n)
                        await asyncio.sleep(pause)
                    if self.luck.random() < 0.5:
                        await asyncio.sleep(0.05)
                    socket.transport.abort()
                    await listening
            except (OSError, websockets.WebSocketException):
                self.said["lines that broke"] += 1
            except TimeoutError:
                if not self.over:
                    self.faults.append("nothing was answered for ten seconds")

    async def speak(self, socket: Any, person: str, n: int) -> None:
        message = self.of_a_phone()
        if self.luck.random() < 0.3:
            self.said["spoilt"] += 1
            await socket.send(self.spoilt(message))
            return
        message["n"] = n
        if message["is"] == "vote":
            self.sent.setdefault(person, []).append((n, (message["moment"], message["round"], message["choice"])))
        self.said[message["is"]] += 1
        await socket.send(json.dumps(message))

    async def listen(self, socket: Any, person: str) -> None:
        try:
            async for text in socket:
                heard = json.loads(text)
                self.said[f"heard {heard['is']}"] += 1
                if heard["is"] == "ack" and heard["ok"]:
                    self.counted.setdefault(person, []).append(heard["n"])
                if heard["is"] == "view" and "counts" in heard["common"] and heard["common"]["step"] not in SHOWS_COUNTS:
                    self.faults.append(f"counts were told at {heard['common']['step']}")
        except websockets.WebSocketException:
            pass

    async def facilitator(self) -> None:
        """Press this and that, also what is no button."""
        while not self.over:
            async with websockets.connect(self.room.url, origin=self.room.origin, max_size=2**22) as socket:  # type: ignore[arg-type]
                await socket.send(json.dumps({"is": "hello", "role": "remote", "secret": ""}))
                self.room.server.pair(json.loads(await socket.recv())["code"])
                for n in range(MESSAGES):
                    if self.over:
                        break
                    message = {**self.of_a_remote(), "n": n}
                    await socket.send(self.spoilt(message) if self.luck.random() < 0.3 else json.dumps(message))
                    while True:  # read what has come, so that the line is not full
                        try:
                            json.loads(await asyncio.wait_for(socket.recv(), 0.02))
                        except TimeoutError:
                            break
                    await asyncio.sleep(self.luck.uniform(0, 0.25))
                self.said["facilitators"] += 1

    async def poller(self) -> None:
        """Ask again and again, as phones do whose network lets no socket through; and ask nonsense."""
        async with httpx.AsyncClient(base_url=self.room.origin, headers={"origin": self.room.origin}) as client:
            while not self.over:
                good = {"role": "phone", "secret": "", "word": "MOKA", "seen": self.luck.choice([0, 3, None]), "say": [self.of_a_phone()]}
                body = json.dumps(good) if self.luck.random() < 0.6 else self.spoilt(good)
                answer = await client.post("/turn", content=body)
                self.said["turns"] += 1
                if answer.status_code not in (200, 413):
                    self.faults.append(f"a turn was answered with {answer.status_code}: {body[:80]!r}")
                path = self.luck.choice(["/", "/remote", "/j/%ff", "/pages/..%2fapp.py", "/column", "/health", "/pages/phone.js"])
                page = await client.get(path)
                if page.status_code not in (200, 404):
                    self.faults.append(f"{path} was answered with {page.status_code}")
                await asyncio.sleep(0.05)

    async def run(self) -> None:
        """Hammer until the time is over or the room is closed."""
        async def lane(number: int) -> None:
            while not self.over:
                await self.phone(number)

        works: list[Callable[[], Any]] = [self.facilitator, self.poller, *(lambda number=number: lane(number) for number in range(PHONES))]
        results = await asyncio.gather(*(work() for work in works), return_exceptions=True)
        for each in results:
            if isinstance(each, Exception) and not isinstance(each, (OSError, websockets.WebSocketException)):
                self.faults.append(f"a hammer broke: {each!r}")

    # -------------------------------------------------------- what came of it

    def compare(self, chronicle: Chronicle, room: int) -> None:
        """Compare what was acknowledged with what was written, and what was written with the session."""
        written: dict[str, list[tuple[Any, Any, Any]]] = {}
        for _, body in chronicle.events(room):
            if body["is"] == "Voted":
                written.setdefault(body["person"], []).append((body["moment"], body["round"], body["choice"]))
        for person, votes in self.sent.items():
            numbers = set(self.counted.get(person, []))
            kept = iter(written.get(person, []))
            lost, last = [], None
            for n, vote in votes:
                if n in numbers and vote != last:  # the same once more changes nothing, and is not written again
                    last = vote
                    if vote not in kept:
                        lost.append(vote)
            if lost:
                self.faults.append(f"acknowledged and not written: {lost}")
        if (trouble := self.room.hall.trouble) or self.room.hall.written != self.room.hall.number:
            self.faults.append(f"the disk is behind: {trouble}")


def hold(name: str, luck: Random, until: float) -> tuple[Counter[str], list[str]]:
    """Hold one room until a time or until it is closed; return what was said, and the faults."""
    with tempfile.TemporaryDirectory() as folder:
        with served(Path(folder), scenario=shipped(name)) as room:
            logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
            hammer = Hammer(room, luck, until)
            asyncio.run(hammer.run())
            if httpx.get(f"{room.origin}/health").json() != {"coffee_first": True}:
                hammer.faults.append("the server is not well")
        chronicle = Chronicle(Path(folder) / "rooms.db")
        hammer.compare(chronicle, room.room.id)
        try:
            again = chronicled.left_open(chronicle, shipped(name), at=time.time())
            if again is None or again.session != room.hall.session:
                hammer.faults.append("the record is another session than the one that was held")
        except RoomError as error:
            hammer.faults.append(f"the record cannot be read again: {error}")
        chronicle.close()
    hammer.said["counted"] = sum(map(len, hammer.counted.values()))
    hammer.said[f"at {room.hall.session.step}, moment"] = room.hall.session.moment
    return hammer.said, hammer.faults


class Heard(logging.Handler):
    """Collects what a server logs as an error."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        self._faults.append(f"{record.getMessage()}: {record.exc_info[1]!r}" if record.exc_info else record.getMessage())


def main() -> int:
    """Return 0 where nothing was lost, shown too early, or broken."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    luck = Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    until, rooms, faults, said = time.monotonic() + seconds, 0, list[str](), Counter[str]()
    for logger in ("uvicorn.error", "asyncio"):
        logging.getLogger(logger).addHandler(Heard(faults))
    threading.excepthook = lambda broke: faults.append(f"{broke.thread.name if broke.thread else 'a thread'}: {broke.exc_value!r}")
    while time.monotonic() < until:
        more, wrong = hold(SHIPPED[rooms % len(SHIPPED)], luck, min(until, time.monotonic() + ONE_ROOM))
        rooms, said, faults = rooms + 1, said + more, faults + wrong
    print(f"{rooms} rooms; {dict(sorted(said.items()))}; {len(faults)} faults")
    for fault in faults[:20]:
        print(f"  {fault}"[:400])
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
