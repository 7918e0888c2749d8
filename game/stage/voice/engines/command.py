"""Voices that are programs, one run a sentence: espeak-ng on Linux, `say` on macOS."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace

from game.stage.voice.engines import VoiceGone

WORDS_A_MINUTE = 170
"""The usual speed of these voices."""


@dataclass(frozen=True, slots=True)
class Program:
    """How a program is asked to speak; the text comes to it by its standard input."""

    name: str
    words: Callable[[str, int, int], tuple[str, ...]]
    """Its arguments for a voice, a speed in words a minute, and a volume from 0 to 100."""
    voices: Callable[[str], tuple[str, ...]]
    """Its voices for the code of a language."""
    more: tuple[str, ...] = ()
    """Further arguments."""


VARIANTS = ("f2", "m3", "f3", "m1", "f4", "m7", "f1", "m4", "f5", "m2", "m6", "m5")
"""Of espeak's voices: the same language from another throat."""
SPOKEN = {"en": "en-us", "es": "es", "de": "de", "ar": "ar"}


def _espeak_voices(language: str) -> tuple[str, ...]:
    voice = SPOKEN.get(language, language)
    return (voice, *(f"{voice}+{variant}" for variant in VARIANTS))


def _espeak_words(voice: str, speed: int, volume: int) -> tuple[str, ...]:
    return "-v", voice, "-s", str(speed), "-a", str(volume), "--stdin"


def _say_voices(language: str) -> tuple[str, ...]:
    told = subprocess.run(["say", "-v", "?"], capture_output=True, text=True, timeout=10, check=False).stdout
    return named_by_say(told, language)


def named_by_say(told: str, language: str) -> tuple[str, ...]:
    """Return the voices of a language in the list of `say -v ?`; the system's own choice, which has no name, first."""
    names = []
    for line in told.splitlines():
        head, _, _sample = line.partition("#")
        *name, code = head.split() or [""]
        if name and code.replace("-", "_").split("_")[0] == language:
            names.append(" ".join(name))
    return ("", *names)


def _say_words(voice: str, speed: int, volume: int) -> tuple[str, ...]:
    return *(("-v", voice) if voice else ()), "-r", str(speed), "-f", "-"


ESPEAK_NG = Program("espeak-ng", _espeak_words, _espeak_voices)
ESPEAK = Program("espeak", _espeak_words, _espeak_voices)
SAY = Program("say", _say_words, _say_voices)


def found(program: Program, *more: str) -> Command | None:
    """Return the engine of a program, where it is installed."""
    return Command(replace(program, more=more)) if shutil.which(program.name) else None


class Command:
    """An engine that runs a program for each sentence."""

    def __init__(self, program: Program) -> None:
        self.name = program.name
        self._program = program
        self._running: subprocess.Popen[bytes] | None = None

    def voices(self, language: str) -> tuple[str, ...]:
        """Return the program's voices for a language."""
        try:
            return self._program.voices(language)
        except (OSError, subprocess.SubprocessError):
            return ("",)

    def say(self, text: str, voice: str, language: str, *, rate: int, volume: int) -> None:
        """Begin to say a text."""
        self.stop()
        program = self._program
        words = [program.name, *program.more, *program.words(voice, WORDS_A_MINUTE * rate // 100, volume)]
        try:
            self._running = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            if self._running.stdin is not None:
                self._running.stdin.write(text.encode())
                self._running.stdin.close()
        except OSError as error:
            raise VoiceGone(str(error)) from error

    def busy(self) -> bool:
        """Return whether the program still runs."""
        running = self._running
        if running is None:
            return False
        if running.poll() is None:
            return True
        self._running = None
        told = running.stderr.read() if running.stderr is not None else b""
        self._let_go(running)
        if running.returncode > 0 or b"error:" in told.lower():
            raise VoiceGone(told.decode(errors="replace").strip().rpartition("\n")[2] or f"{self.name} failed")
        return False

    def stop(self) -> None:
        """End the program."""
        running, self._running = self._running, None
        if running is not None:
            running.kill()
            running.wait()
            self._let_go(running)

    def _let_go(self, running: subprocess.Popen[bytes]) -> None:
        for pipe in (running.stdin, running.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    close = stop
