"""The phones of `benchmarks/room.py`, in a process of their own: real sockets, real messages, and real mischief.

Reads commands, one a line as JSON, and answers each with one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection, connect

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.room_servers import more_files, say

AT_ONCE = 60
"""Phones that come in at the same time."""
MALFORMED: tuple[str | bytes, ...] = (
    "this is no JSON", "[1,2,3]", "null", '"vote"', '{"is":7}', '{"is":"vote"}', '{"is":"vote","n":"x","moment":"0","round":[],"choice":9}',
    '{"is":"vote","n":1,"moment":1e400,"round":1,"choice":"x"}', '{"is":"dance","n":2}', '{"is":"do","n":3,"what":"next"}',
    '{"is":"type","n":4,"moment":0,"text":{"a":1}}', '{"is":"name","n":5,"name":["x"],"table":true}', "[" * 20_000, b"\x00\xff\xfe bytes",
    '{"is":"vote","n":6,"moment":0,"round":1,"choice":"\\ud800"}', '{"is":"hello","role":"remote","secret":""}',
)  # fmt: skip


class Phone:
    """One phone: it comes in, votes, drops, and comes back."""

    def __init__(self, number: int, port: int) -> None:
        self.number, self._port = number, port
        self.secret = ""
        self.view: dict[str, Any] = {}
        self.sent: list[dict[str, Any]] = []
        """Every vote that left: n, moment, round, choice, at."""
        self.acked: dict[int, tuple[float, bool, str]] = {}
        """By n: when, whether it was counted, and why not."""
        self.ended = ""
        self._n = 0
        self._came = asyncio.Event()
        self._heard = asyncio.Event()
        self._socket: ClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None

    async def come(self, *, seconds: float = 60.0) -> float:
        """Come in, or come back; return how long it took until the view was there, in seconds."""
        began = time.monotonic()
        self._came.clear()
        origin: Any = f"http://127.0.0.1:{self._port}"
        self._socket = await connect(
            f"ws://127.0.0.1:{self._port}/ws", origin=origin, compression=None, ping_interval=None, open_timeout=seconds,
            close_timeout=1,
        )  # fmt: skip
        await self._socket.send(json.dumps({"is": "hello", "role": "phone", "secret": self.secret, "word": "MOKA"}))
        self._reading = asyncio.create_task(self._read(self._socket))
        await asyncio.wait_for(self._came.wait(), seconds)
        return time.monotonic() - began

    async def _read(self, connection: ClientConnection) -> None:
        try:
            async for text in connection:
                now = time.monotonic()
                if text.startswith('{"is":"voted"'):  # type: ignore[arg-type]
                    continue
                message = json.loads(text)
                if message["is"] == "ack":
                    self.acked[message["n"]] = (now, message["ok"], message.get("why", ""))
                    self._heard.set()
                elif message["is"] == "welcome":
                    self.secret = message["secret"]
                elif message["is"] == "view":
                    self.view = message
                    self._came.set()
        except websockets.ConnectionClosed as closed:
            self.ended = str(closed)

    async def vote(self, moment: int, turn: int, choice: str) -> int:
        """Send a vote, and return its number."""
        assert self._socket is not None
        self._n += 1
        vote = {"is": "vote", "n": self._n, "moment": moment, "round": turn, "choice": choice, "sure": 0}
        self.sent.append({**vote, "at": time.monotonic()})
        await self._socket.send(json.dumps(vote, separators=(",", ":")))
        return self._n

    async def say(self, text: str | bytes) -> None:
        """Say anything."""
        assert self._socket is not None
        await self._socket.send(text)

    async def answered(self, seconds: float) -> bool:
        """Return whether every vote of this connection was answered in time."""
        until = time.monotonic() + seconds
        while any(vote["n"] not in self.acked for vote in self.sent):
            left = until - time.monotonic()
            self._heard.clear()
            if left <= 0 or self._reading is None or self._reading.done():
                return False
            await asyncio.wait({asyncio.ensure_future(self._heard.wait()), self._reading}, timeout=left, return_when="FIRST_COMPLETED")
        return True

    def drop(self) -> None:
        """Lose the network: the line breaks, without a word."""
        if self._socket is not None:
            self._socket.transport.abort()
        if self._reading is not None:
            self._reading.cancel()


class Crowd:
    """All phones."""

    def __init__(self, port: int, phones: int, seed: int) -> None:
        self.phones = [Phone(number, port) for number in range(phones)]
        self._port, self._luck = port, Random(seed)

    async def join(self) -> dict[str, Any]:
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(phone: Phone) -> float:
            async with gate:
                return await phone.come()

        began = time.monotonic()
        took = await asyncio.gather(*(one(phone) for phone in self.phones))
        return {"whole": time.monotonic() - began, "each": took}

    async def vote(self, *, moment: int, turn: int, offered: list[str], seconds: float, patience: float) -> dict[str, Any]:
        """Everybody votes once, at any time within so many seconds; return when each vote was sent and acknowledged."""
        async def one(phone: Phone, after: float) -> tuple[str, float, float | None]:
            await asyncio.sleep(after)
            n = await phone.vote(moment, turn, self._luck.choice(offered))
            sent = phone.sent[-1]["at"]
            await phone.answered(patience)
            return phone.secret, sent, phone.acked[n][0] if n in phone.acked and phone.acked[n][1] else None

        return {"votes": await asyncio.gather(*(one(phone, self._luck.uniform(0, seconds)) for phone in self.phones))}

    async def mischief(self, *, moment: int, turn: int, offered: list[str], seconds: float) -> dict[str, Any]:
        """Everybody votes; a fifth drop and come back; there are stale tabs, double taps and nonsense."""
        luck, wrong, back = self._luck, [], []

        async def one(phone: Phone) -> None:
            kind = phone.number % 10
            await asyncio.sleep(luck.uniform(0, seconds))
            await phone.vote(moment, turn, luck.choice(offered))
            if kind in (0, 1):  # drops at any point of the way, and comes back as itself
                await asyncio.sleep(luck.choice([0.0, 0.001, 0.01, 0.1]))
                phone.drop()
                lost = [vote["n"] for vote in phone.sent if vote["n"] not in phone.acked]
                await asyncio.sleep(luck.uniform(0.05, 0.5))
                back.append(await phone.come())
                told = phone.view["own"]["chose"]
                known = {vote["choice"] for vote in phone.sent if vote["round"] == turn and vote["moment"] == moment}
                if not lost and told not in known:
                    wrong.append(f"came back and was told {told!r}")
                for n in lost:  # it was never answered, and will not be
                    phone.acked[n] = (0.0, False, "lost")
                await phone.vote(moment, turn, luck.choice(offered))
            elif kind in (2, 3):  # taps twice, and changes their mind
                await phone.vote(moment, turn, luck.choice(offered))
                await phone.vote(moment, turn, luck.choice(offered))
            elif kind == 4:  # a tab from the round before
                for stale in ((moment, turn - 1), (moment - 1, 1), (moment + 1, turn), (moment, turn + 1)):
                    n = await phone.vote(*stale, luck.choice(offered))
                    await phone.answered(20)
                    if phone.acked.get(n, (0, True, ""))[1]:
                        wrong.append(f"a vote for {stale} was counted")
            elif kind == 5:  # nonsense beside the vote
                for text in luck.sample(MALFORMED, 4):
                    await phone.say(text)
            if not await phone.answered(20):
                wrong.append(f"phone {phone.number} was not answered: {phone.ended or 'nothing came'}")

        async def stranger(number: int) -> None:
            """Somebody whose page is broken: what they say is never answered with a crash."""
            other = Phone(-1 - number, self._port)
            await other.come()
            try:
                for text in (*MALFORMED, *MALFORMED, "x" * 70_000)[:: 1 if number % 2 else -1]:
                    await other.say(text)
                await asyncio.sleep(1)
            except websockets.ConnectionClosed:
                pass
            other.drop()

        await asyncio.gather(*(one(phone) for phone in self.phones), *(stranger(number) for number in range(10)))
        return {"wrong": wrong, "back": back}

    def said(self) -> dict[str, Any]:
        """Return for each phone what it sent, and what of it was acknowledged as counted."""
        return {
            phone.secret: {"sent": phone.sent, "counted": [n for n, (_, ok, _) in phone.acked.items() if ok]}
            for phone in self.phones
        }

    def leave(self) -> None:
        for phone in self.phones:
            phone.drop()


async def main(port: int, phones: int, seed: int) -> None:
    """Do what is asked, until nothing more is."""
    crowd = Crowd(port, phones, seed)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        asked = json.loads(line)
        what = asked.pop("do")
        if what == "stop":
            break
        if what == "said":
            say(phones=crowd.said())
        else:
            say(**await getattr(crowd, what)(**asked))
    crowd.leave()
    await asyncio.sleep(0.2)


if __name__ == "__main__":
    more_files()
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
