"""The voice beside the window: it reads what is new, follows the cursor, falls silent at any key."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from threading import Thread

from game.language import _, tongue
from game.records.settings import Settings
from game.stage.components import Desk
from game.stage.input import Pointer
from game.stage.outline import Role, outline_of
from game.stage.page import Box, Fill, Mark, Page
from game.stage.reading import Reading, Utterance, spoken_of
from game.stage.screens import Screen
from game.stage.seen import Place, Seen, seen
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import wrap
from game.stage.voice.casting import Casting
from game.stage.voice.engines import Engine, VoiceGone

AGAIN, WHOLE, SWITCH = "f3", "question", "f2"
BACKWARDS = frozenset({"left", "r"})
"""Keys that show once more what was read."""
HEAVY, BELOW = 5.0, 0.16
"""Of the line under what is said: how thick, in points, and how far below the baseline, in sizes."""


class VoiceCompanion:
    """Reads aloud while the setting asks for it, and what it is asked for by a key at any time."""

    fresh = False

    def __init__(
        self, settings: Callable[[], Settings], find: Callable[[], Engine | None], *,
        in_room: Callable[[], bool] = lambda: False, at_once: bool = False,
    ) -> None:
        """Make a voice that looks for its engine.

        Args:
            settings: gives those that hold now.
            find: looks for the engine; in a thread, unless `at_once`.
            in_room: whether a room looks on; there it is silent until it is switched on there.
        """
        self._settings, self._in_room = settings, in_room
        self._engine: Engine | None = None
        self._looked = False
        """Whether the search for an engine has ended."""
        self._wanting = ""
        """What is to be said of there being no voice; empty once it was, or where there is one."""
        self._reading, self._castings = Reading(), dict[str, Casting]()
        self._queue: deque[Utterance] = deque()
        self._now: Utterance | None = None
        self._said: Utterance | None = None
        self._seen: tuple[int, Page] | None = None
        self._parts: tuple[Seen, ...] = ()
        self._keyed, self._back, self._loud = False, False, False
        self._on = self._told = False
        if at_once:
            self._look(find)
        else:
            Thread(target=self._look, args=(find,), name="voice", daemon=True).start()

    def _look(self, find: Callable[[], Engine | None]) -> None:
        with contextlib.suppress(OSError):
            self._engine = find()
        if self._engine is None:
            self._wanting = _("No voice was found on this computer. Speech Dispatcher or espeak-ng would give it one.")
        self._looked = True

    @property
    def on(self) -> bool:
        """Whether pages are read by themselves."""
        return self._settings().speech and (self._loud or not self._in_room())

    # -------------------------------------------------------- what happens

    def shown(self, screen: Screen, page: Page) -> None:
        """Read what is new on a page."""
        if not self._in_room():
            self._loud = False
        on = self.on
        if self._on and not on:
            self._hush()
        if on and not self._on:
            self._seen, self._reading = None, Reading()  # switched on here: the page is read from its head
        self._on = on
        if self._seen == (id(screen), page):
            return
        self._seen = (id(screen), page)
        self._parts = seen(outline_of(screen), page)
        told = self._reading.turned(_top(screen), self._parts, keyed=self._keyed, back=self._back)
        if on and told:
            if any(each.place and not each.status for each in told):
                self._hush()  # it was turned by other hands than a key's: a switch, a screen reader
            self._queue += told
        self._keyed = self._back = False

    def takes(self, happened: str | Pointer) -> bool:
        """Fall silent at a key or a click; say again or read the page where that is asked for."""
        if isinstance(happened, Pointer):
            if happened.kind == "pressed":
                self._keyed = True
                self._hush()
            return False
        if happened == AGAIN:
            if self._said is not None:
                self._queue.appendleft(self._said)
                self._stop()
            return True
        if happened == WHOLE:
            self._hush()
            self._queue += self._page()
            return True
        if happened == SWITCH and self._settings().speech and self._in_room() and not self._loud:
            self._loud = True  # it is on, and was silent for the room
            return True
        self._hush()
        self._keyed, self._back = True, happened in BACKWARDS
        return False

    def _page(self) -> Iterable[Utterance]:
        return spoken_of(part for part in self._parts if part.node.role is not Role.BUTTON or part.node.cap)

    def tick(self, now: float) -> Sequence[str]:
        """Begin the next sentence once the last has ended."""
        if self._now is None and not self._queue:
            return ()
        if self._engine is None:
            if self._looked:
                self._queue.clear()
                self.fresh = bool(self._wanting)
            return ()
        try:
            if self._now is None or not self._engine.busy():
                self._go_on()
        except VoiceGone:
            self._lose()
        return ()

    def _go_on(self) -> None:
        """Say the next thing."""
        before, self._now = self._now, None
        if self._queue and self._engine is not None:
            self._now = self._said = self._queue.popleft()
            settings, code = self._settings(), tongue().code
            casting = self._castings.get(code)
            if casting is None:
                casting = self._castings[code] = Casting(self._engine.voices(code))
            voice = casting.voice(self._now.speaker)
            self._engine.say(
                self._now.text, voice, code, rate=settings.speech_rate,
                volume=settings.volume_voice if settings.sound else 0,
            )
        self.fresh = self.fresh or _place(before) != _place(self._now)

    def _hush(self) -> None:
        """Say nothing more."""
        self._queue.clear()
        self._stop()
        if self._wanting and self._looked and self._told:
            self._wanting = ""
            self.fresh = True

    def _stop(self) -> None:
        if self._now is not None:
            if self._engine is not None:
                self._engine.stop()
            self.fresh = self.fresh or bool(self._now.place)
            self._now = None

    def _lose(self) -> None:
        """Say once that the voice is gone, and go on without."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
        self._queue.clear()
        self._now = None
        self._wanting = _("The voice has stopped. The game goes on without it.")
        self.fresh = True

    # -------------------------------------------------------- what is seen of it

    def marks(self, page: Page, desk: Desk) -> tuple[Mark, ...]:
        """Return a line under what is being said, or the sentence that there is no voice."""
        self.fresh = False
        if self._wanting and self._looked and self._engine is None:
            self._told = True
            return _line(desk, page, self._wanting)
        if self._now is None or not self._now.place:
            return ()
        part = _at(self._parts, self._now.place)
        return () if part is None else _underlined(part, page, desk)

    def close(self) -> None:
        """Fall silent, and let the engine go."""
        self._queue.clear()
        self._stop()
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _top(screen: object) -> object:
    """Return the screen itself, where it is only passed on: a room's window shows whichever is on top."""
    return getattr(screen, "top", screen)


def _place(utterance: Utterance | None) -> Place:
    return utterance.place if utterance is not None else ()


def _at(parts: Iterable[Seen], place: Place) -> Seen | None:
    for part in parts:
        if part.place == place:
            return part
        if part.place and place[: len(part.place)] == part.place and (found := _at(part.children, place)):
            return found
    return None


def _underlined(part: Seen, page: Page, desk: Desk) -> tuple[Mark, ...]:
    """Return a line under each line of what is said; beside it where its words are not found on the page."""
    palette = desk.theme.palette
    colour = palette.white if part.node.selected and part.node.role is Role.CHOICE else palette.teal
    under = [
        Fill(Box(box.x, box.bottom - HEAVY - 2, box.w, HEAVY), colour) for box in part.boxes
    ]
    if not under and part.box is not None:
        box = part.box
        under = [Fill(Box(box.x, box.bottom - HEAVY, box.w, HEAVY), colour)]
    return tuple(under)


def _line(desk: Desk, page: Page, text: str) -> tuple[Mark, ...]:
    """Return a sentence over the foot of the page."""
    palette, style = desk.theme.palette, desk.style("strong")
    lines = wrap(text, style, WIDTH - 2 * MARGIN, desk.setter.measure)
    height = len(lines) * style.line + 28
    top = page.height - height
    words = [
        desk.setter.words(line, style, palette.white, MARGIN, top + 14 + style.size * 0.95 + number * style.line)
        for number, line in enumerate(lines)
    ]
    return Fill(Box(0, top, WIDTH, height), palette.ink), Fill(Box(0, top, 20, height), palette.tomato), *words
