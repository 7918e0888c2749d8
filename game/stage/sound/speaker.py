"""The sound device, opened only when something is to be heard; without one there is silence, and nothing is said.

Opening it and decoding the tones is done by a thread of its own, so that no key waits for it.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

import pygame

from game.stage.sound.cues import Cue

RATE, BUFFER = 32_000, 1024
"""Samples a second, as in the files; and how many are mixed at a time: 32 ms, less than a key press lasts."""
FADE = 0.4
"""Seconds in which one place gives way to another."""
CHANNELS, RESERVED = 8, 2
"""Of the mixer; two for the place that comes and the one that goes."""

TOO_LATE = 0.5
"""Seconds after which a short sound is not heard any more."""

Tone = tuple[str, Callable[[], bytes | None]]
"""A room tone: its name, and how its file is read."""


class Speaker:
    """What plays. Volumes are shares from 0 to 1; every call returns at once and none raises.

    Its thread begins with the first sound that is asked for, and opens the device then.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._effects: dict[Cue, pygame.mixer.Sound] = {}
        self._tone: pygame.mixer.Sound | None = None
        self._name = ""
        self._effect_volume = self._place_volume = 1.0
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self.open: bool | None = None
        """Whether there is a device and it is ours; None while nothing has been asked for."""

    def _ask(self, job: Callable[[], None]) -> None:
        self._work.put(job)
        if self._thread is None:
            self._thread = Thread(target=self._run, name="sound", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (job := self._work.get()) is not None:
            with contextlib.suppress(pygame.error, OSError, ValueError):
                job()
        self._shut()

    def _wake(self) -> bool:
        """Open the device unless that was tried already; return whether there is one."""
        if self.open is None:
            self.open = _opened()
            if self.open:
                for cue in Cue:
                    with contextlib.suppress(pygame.error, OSError):
                        sound = pygame.mixer.Sound(self._folder / f"{cue.value}.wav")
                        sound.set_volume(self._effect_volume)
                        self._effects[cue] = sound
        return self.open

    def _shut(self) -> None:
        if self.open:
            self._effects.clear()
            self._tone = None
            pygame.mixer.quit()
        self.open, self._name = None, ""

    # -------------------------------------------------------- playing

    def play(self, cue: Cue) -> None:
        """Let a short sound be heard, unless its volume is nothing."""
        asked = time.monotonic()

        def job() -> None:
            # after the device has been long in opening, what it was for is over
            if self._wake() and cue in self._effects and time.monotonic() - asked < TOO_LATE:
                self._effects[cue].play()

        if self._effect_volume > 0 and self.open is not False:
            self._ask(job)

    def place(self, tone: Tone | None) -> None:
        """Let one room tone give way to another, or to silence; the same again goes on."""
        name = tone[0] if tone is not None else ""
        if name == self._name or self.open is False:
            return
        self._name = name
        self._ask(lambda: self._change(tone))

    def _change(self, tone: Tone | None) -> None:
        if not self._wake():
            return
        gone, self._tone = self._tone, None
        if gone is not None:
            gone.fadeout(round(FADE * 1000))
        data = tone[1]() if tone is not None and tone[0] == self._name else None
        if data is None:
            return  # nothing to hear, or another place is on its way already
        sound = pygame.mixer.Sound(BytesIO(data))
        sound.set_volume(self._place_volume)
        channels = [pygame.mixer.Channel(number) for number in range(RESERVED)]
        free = next((channel for channel in channels if not channel.get_busy()), channels[0])
        self._tone = sound
        free.play(sound, loops=-1, fade_ms=round(FADE * 1000))

    def volumes(self, effects: float, place: float) -> None:
        """Set how loud both kinds are, also of what is being heard."""
        if (effects, place) == (self._effect_volume, self._place_volume):
            return
        self._effect_volume, self._place_volume = effects, place
        if self.open:
            self._ask(self._set_volumes)

    def _set_volumes(self) -> None:
        # of a sound and not of a channel, whose volume belongs to the fade
        for sound in self._effects.values():
            sound.set_volume(self._effect_volume)
        if self._tone is not None:
            self._tone.set_volume(self._place_volume)

    # -------------------------------------------------------- letting go

    def off(self) -> None:
        """Fall silent and give the device back; the next sound that is asked for opens it again."""
        self._name = ""
        if self.open is not None:
            self._ask(self._shut)

    def wait(self, seconds: float = 5.0) -> None:
        """Return when all that was asked for so far is done."""
        done = Event()
        if self._thread is not None:
            self._work.put(done.set)
            done.wait(seconds)

    def playing(self) -> tuple[int, float]:
        """Return how many sounds are heard, and how loud the room tone is set; 0 where there is none."""
        if not self.open:
            return 0, 0.0
        busy = sum(pygame.mixer.Channel(number).get_busy() for number in range(CHANNELS))
        return busy, self._tone.get_volume() if self._tone is not None else 0.0

    def close(self) -> None:
        """Fall silent, and end the thread."""
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(timeout=2)
            self._thread = None


def _opened() -> bool:
    _hush()
    try:
        # the device converts, whatever it is: so a tone takes 1.3 MB and is mixed as it lies in its file
        pygame.mixer.init(RATE, -16, 1, BUFFER, allowedchanges=0)
    except (pygame.error, NotImplementedError, ImportError):
        return False
    pygame.mixer.set_num_channels(CHANNELS)
    pygame.mixer.set_reserved(RESERVED)
    return True


def _hush() -> None:
    """Keep ALSA from writing to the terminal what SDL reports in any case."""
    import sys

    if sys.platform != "linux":
        return
    import ctypes

    libc: Any = ctypes.CDLL(None)
    ours = sorted(Path(pygame.__file__).parent.with_name("pygame_ce.libs").glob("libasound*"))
    for library in (*map(str, ours), "libasound.so.2"):
        with contextlib.suppress(OSError, AttributeError):
            setter = ctypes.CDLL(library).snd_lib_error_set_handler
            setter.argtypes, setter.restype = [ctypes.c_void_p], ctypes.c_int
            # a function of the C library that takes nothing and does nothing: its caller may give it what it likes
            setter(ctypes.cast(libc.getppid, ctypes.c_void_p))
