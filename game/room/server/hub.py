"""Everybody who is connected, and how they are told: all anew when the step changes, in passing while votes come in.

A slow phone holds nobody up: each line has one mark for "a view is due", and gets the newest when it can take it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable

from starlette.websockets import WebSocket

from game.room.hall import Hall
from game.room.server.talk import Guest
from game.room.server.views import Views
from game.room.session import voter_of

AT_ONCE = 25
"""Lines that are woken before the loop looks for votes again: so a broadcast never holds up an acknowledgement."""
BREATH_SECONDS = 0.004
"""Between two such handfuls of a tally, which nobody waits for."""
TALLY_SECONDS, REMOTE_SECONDS = 0.5, 0.15
POLLED_SECONDS = 10.0
"""A phone that asks again and again counts as awake for so long."""


class Line:
    """One open socket."""

    def __init__(self, socket: WebSocket, guest: Guest) -> None:
        self.socket, self.guest = socket, guest
        self.view_due = self.tally_due = False
        self.woken = asyncio.Event()


class Hub:
    """Knows the lines; lives in the server's loop."""

    def __init__(self, hall: Hall, views: Views) -> None:
        self._hall, self.views = hall, views
        self.rev = 1
        self.lines: set[Line] = set()
        self._of_person: dict[str, set[Line]] = defaultdict(set)
        self._awake: set[str] = set()
        """People with a phone on an open line."""
        self._polled: dict[str, float] = {}
        self._waiting: list[tuple[int, asyncio.Future[bool]]] = []
        self._news = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = False
        self._fixed = ""
        self._told_tally = self._told_remotes = 0.0
        self._last_tally = ""
        self._planned = False
        self.faults = 0
        """How often something could not be told."""

    # -------------------------------------------------------- from other threads

    def wake(self) -> None:
        """Have the loop look at what happened; may be called from any thread."""
        if self._woken or self._loop is None:
            return
        self._woken = True
        try:
            self._loop.call_soon_threadsafe(self._look)
        except RuntimeError:  # the loop has just been closed
            self._woken = False

    def _look(self) -> None:
        self._woken = False
        written, trouble = self._hall.written, bool(self._hall.trouble)
        left = []
        for number, future in self._waiting:
            if number <= written or trouble:
                if not future.done():
                    future.set_result(number <= written)
            else:
                left.append((number, future))
        self._waiting = left
        self._news.set()

    # -------------------------------------------------------- lines

    def add(self, line: Line) -> None:
        """Take a line in, and tell it where the room stands."""
        self.lines.add(line)
        self._of_person[line.guest.person].add(line)
        if line.guest.role == "phone" and line.guest.let_in:
            self._awake.add(line.guest.person)
        self._count()
        if line.guest.let_in:
            self._due([line])
        self._news.set()

    def remove(self, line: Line) -> None:
        """Let a line go."""
        self.lines.discard(line)
        mine = self._of_person.get(line.guest.person)
        if mine is not None:
            mine.discard(line)
            if not any(other.guest.role == "phone" for other in mine):
                self._awake.discard(line.guest.person)
            if not mine:
                del self._of_person[line.guest.person]
        self._count()
        self._news.set()

    def polled(self, person: str) -> None:
        """Remember that a phone without a socket is awake."""
        self._polled[person] = self._hall.now
        self._count()

    def _count(self) -> None:
        now = self._hall.now
        self._polled = {who: at for who, at in self._polled.items() if now - at < POLLED_SECONDS}
        self._hall.connected = len(self._awake) + sum(who not in self._awake for who in self._polled)

    def own_changed(self, person: str, but: Guest | None = None) -> None:
        """Tell a participant's pages, and those of their table, what they chose; `but` the one that knows it."""
        session = self._hall.session
        people: Iterable[str] = (person,)
        if person in session.people and session.manner.tables and session.people[person].table:
            voter = voter_of(session, person)
            people = (who for who in self._of_person if who in session.people and voter_of(session, who) == voter)
        lines = [line for who in list(people) for line in self._of_person.get(who, ())]
        # where others vote with it, only a view says whose word was the last
        self._due(line for line in lines if len(lines) > 1 or line.guest is not but)

    def _due(self, lines: Iterable[Line]) -> None:
        for line in lines:
            line.view_due = True
            line.woken.set()

    # -------------------------------------------------------- the disk

    async def kept(self, number: int) -> bool:
        """Return True once an event is on disk; False if it never will be."""
        if number <= self._hall.written:
            return True
        if self._hall.trouble:
            return False
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((number, future))
        self._look_again()
        return await future

    def _look_again(self) -> None:
        # it may have been written between the question and the entry in the list
        if self._waiting and self._waiting[-1][0] <= self._hall.written:
            self._look()

    # -------------------------------------------------------- telling

    async def run(self) -> None:
        """Tell everybody what concerns them, until cancelled."""
        self._loop = asyncio.get_running_loop()
        self._hall.listen(self.wake)
        self._fixed = self.views.fixed()
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                await self._tell_news()
            except Exception:  # one thing that cannot be told must not end all telling
                self.faults += 1

    async def _tell_news(self) -> None:
        fixed = self.views.fixed()
        if fixed != self._fixed:
            self._fixed = fixed
            self.rev += 1
            await self._tell([line for line in self.lines if line.guest.let_in])
            return
        now = asyncio.get_running_loop().time()
        self._remotes(now)
        await self._tally(now)

    async def _tell(self, lines: list[Line]) -> None:
        for start in range(0, len(lines), AT_ONCE):
            self._due(lines[start : start + AT_ONCE])
            await asyncio.sleep(0)

    def _remotes(self, now: float) -> None:
        remotes = [line for line in self.lines if line.guest.role == "remote"]
        if not remotes:
            return
        if now - self._told_remotes < REMOTE_SECONDS:
            self._again(REMOTE_SECONDS - (now - self._told_remotes))
            return
        self._told_remotes = now
        self._due(remotes)

    async def _tally(self, now: float) -> None:
        if now - self._told_tally < TALLY_SECONDS:
            self._again(TALLY_SECONDS - (now - self._told_tally))
            return
        text = self.views.voted()
        if text == self._last_tally:
            return
        self._last_tally = text
        self._told_tally = now
        phones = [line for line in self.lines if line.guest.role == "phone" and line.guest.let_in]
        for start in range(0, len(phones), AT_ONCE):
            for line in phones[start : start + AT_ONCE]:
                line.tally_due = True
                line.woken.set()
            await asyncio.sleep(BREATH_SECONDS)

    def _again(self, seconds: float) -> None:
        if self._loop is not None and not self._planned:
            self._planned = True
            self._loop.call_later(max(0.01, seconds), self._planned_now)

    def _planned_now(self) -> None:
        self._planned = False
        self._news.set()

    async def write(self, line: Line) -> None:
        """Send a line what is due to it, until cancelled or it breaks."""
        while True:
            await line.woken.wait()
            line.woken.clear()
            if line.view_due:
                line.view_due = line.tally_due = False
                if line.guest.let_in:
                    await line.socket.send_text(self.view_of(line.guest))
            elif line.tally_due:
                line.tally_due = False
                await line.socket.send_text(self.views.voted())

    def view_of(self, guest: Guest) -> str:
        """Return the whole view of a guest."""
        return self.views.remote() if guest.role == "remote" else self.views.phone(guest.person, self.rev)
