"""The voices of Windows, and of any system, by the library Prism (`prismatoid`), where it is installed.

Source: the documentation of prismatoid 0.18: rate and volume are shares from 0 to 1; half of the rate is usual.
"""

from __future__ import annotations

import contextlib
from typing import Any

from game.stage.voice.engines import VoiceGone


def prism() -> Prism | None:
    """Return the best voice that Prism finds and that says when it has ended; None where there is none."""
    try:
        import prism as library  # type: ignore[import-not-found,unused-ignore]

        context = library.Context()
        names = [context.id_of(index) for index in range(context.backends_count)]
    except Exception:  # a library of another's: whatever it raises, there is no voice
        return None
    for name in sorted(names, key=context.priority_of, reverse=True):
        try:
            backend = context.create(name)
            able = backend.features
        except Exception:  # this one does not work here; another may
            continue
        if able.supports_is_speaking and able.supports_set_voice and able.supports_stop:
            return Prism(context, backend)
    return None


class Prism:
    """An engine that speaks by one of Prism's backends."""

    def __init__(self, context: Any, backend: Any) -> None:
        self._context, self._backend = context, backend
        self.name: str = backend.name
        self._numbers: dict[str, int] = {}

    def voices(self, language: str) -> tuple[str, ...]:
        """Return the voices of a language; the one that is set first."""
        try:
            backend = self._backend
            for number in range(backend.voices_count):
                if backend.get_voice_language(number).lower().split("-")[0] == language:
                    self._numbers.setdefault(backend.get_voice_name(number), number)
        except Exception:  # without a list it speaks as it is set
            return ("",)
        return tuple(self._numbers) or ("",)

    def say(self, text: str, voice: str, language: str, *, rate: int, volume: int) -> None:
        """Begin to say a text."""
        try:
            if voice in self._numbers:
                self._backend.voice = self._numbers[voice]
            self._backend.rate = min(1.0, rate / 200)
            self._backend.volume = volume / 100
            self._backend.speak(text, True)
        except Exception as error:
            raise VoiceGone(str(error)) from error

    def busy(self) -> bool:
        """Return whether it still speaks."""
        try:
            return bool(self._backend.speaking)
        except Exception as error:
            raise VoiceGone(str(error)) from error

    def stop(self) -> None:
        """Be silent."""
        with contextlib.suppress(Exception):
            self._backend.stop()

    def close(self) -> None:
        """Be silent, and let go of it."""
        self.stop()
        self._backend = self._context = None
