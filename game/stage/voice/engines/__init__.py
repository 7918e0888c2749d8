"""The engines that speak, each behind the same few calls, and the search for the one that is there."""

from __future__ import annotations

import sys
from typing import Protocol


class VoiceGone(Exception):
    """The engine does not speak, or no longer."""


class Engine(Protocol):
    """Something that speaks one sentence after another."""

    name: str

    def voices(self, language: str) -> tuple[str, ...]:
        """Return the names of its voices for a language, by its code; the first is the narrator's."""
        ...

    def say(self, text: str, voice: str, language: str, *, rate: int, volume: int) -> None:
        """Begin to say a text, and return at once.

        Args:
            rate: in per cent of the voice's usual speed.
            volume: 0 to 100.

        Raises:
            VoiceGone: it cannot.
        """
        ...

    def busy(self) -> bool:
        """Return whether it still speaks; asked often, so it must cost next to nothing.

        Raises:
            VoiceGone: it has failed.
        """
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def close(self) -> None:
        """Let the engine go."""
        ...


def find() -> Engine | None:
    """Return the system's own voice; None where there is none. It may take a while: ask in a thread."""
    from game.stage.voice.engines import command

    if sys.platform == "win32":
        from game.stage.voice.engines.prism import prism

        return prism()
    if sys.platform == "darwin":
        return command.found(command.SAY)
    from game.stage.voice.engines.dispatcher import dispatcher

    return dispatcher() or command.found(command.ESPEAK_NG) or command.found(command.ESPEAK)
