"""Speech Dispatcher, the voice of Linux desktops: it speaks as the user has set it up.

Source: the SSIP documentation of Speech Dispatcher 0.11: commands end in CR LF, texts in a line with a full stop, and
the events that come in between begin with 7: 701 is the begin of a message, 702 its end, 703 that it was cancelled.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from game.stage.voice.engines import VoiceGone

VOICES = ("MALE1", "FEMALE1", "MALE2", "FEMALE2", "MALE3", "FEMALE3")
"""The voices that each of its modules has, by their names in the protocol; the first is its usual one."""
PATIENCE = 3.0
"""Seconds to wait for an answer, or until it has started."""


def dispatcher() -> Dispatcher | None:
    """Return a connection to Speech Dispatcher, which is started if it is installed; None where there is none."""
    place = address()
    line = _connected(place)
    if line is None and shutil.which("speech-dispatcher"):
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                ["speech-dispatcher", "--spawn", "--communication-method", "unix_socket", "--socket-path", str(place)],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False,
            )
        end = time.monotonic() + PATIENCE
        while (line := _connected(place)) is None and time.monotonic() < end:
            time.sleep(0.05)
    if line is None:
        return None
    try:
        return Dispatcher(line)
    except VoiceGone:
        return None


def address() -> Path:
    """Return where its socket lies."""
    kind, _, path = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and path:
        return Path(path)
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return (Path(folder) if folder else Path.home() / ".cache") / "speech-dispatcher" / "speechd.sock"


def _connected(place: Path) -> socket.socket | None:
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.connect(str(place))
    except OSError:
        line.close()
        return None
    line.settimeout(PATIENCE)
    return line


class Dispatcher:
    """An engine that speaks by Speech Dispatcher."""

    name = "Speech Dispatcher"

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._left = b""
        self._speaking = ""
        self._set: dict[str, str] = {}
        user = os.environ.get("USER", "player")
        self._ask(f"SET SELF CLIENT_NAME {user}:coffee-first:main")
        self._ask("SET SELF NOTIFICATION ALL ON")
        self._ask("SET SELF PRIORITY MESSAGE")

    def voices(self, language: str) -> tuple[str, ...]:
        """Return the names that all its modules know."""
        return VOICES

    def say(self, text: str, voice: str, language: str, *, rate: int, volume: int) -> None:
        """Begin to say a text."""
        self.stop()
        wanted = {
            "LANGUAGE": language, "VOICE_TYPE": voice, "RATE": str(speed(rate)), "VOLUME": str(2 * volume - 100),
        }
        for name, value in wanted.items():
            if self._set.get(name) != value:
                self._ask(f"SET SELF {name} {value}")
                self._set[name] = value
        self._ask("SPEAK")
        body = "\r\n".join(f".{line}" if line.startswith(".") else line for line in text.splitlines())
        answer = self._ask(f"{body}\r\n.")
        self._speaking = answer[0]

    def busy(self) -> bool:
        """Return whether the end of the message has not been told yet."""
        if not self._speaking:
            return False
        self._line.setblocking(False)
        try:
            while True:
                came = self._line.recv(4096)
                if not came:
                    raise VoiceGone("Speech Dispatcher has ended")
                self._left += came
        except (BlockingIOError, TimeoutError):
            pass
        except OSError as error:
            raise VoiceGone(str(error)) from error
        finally:
            self._line.settimeout(PATIENCE)
        *whole, self._left = self._left.split(b"\r\n")
        self._notice(whole)
        return bool(self._speaking)

    def stop(self) -> None:
        """Cancel what is being said."""
        if self._speaking:
            self._speaking = ""
            with contextlib.suppress(VoiceGone):
                self._ask("CANCEL SELF")

    def close(self) -> None:
        """Say goodbye."""
        with contextlib.suppress(VoiceGone, OSError):
            self.stop()
            self._ask("QUIT")
        self._line.close()

    def _notice(self, lines: list[bytes]) -> None:
        """Take in events: the number of the message stands on a line of its own before the one that says what it is."""
        for index, line in enumerate(lines):
            if line[:4] in (b"702 ", b"703 ") and index >= 2:
                message = lines[index - 2][4:].decode(errors="replace")
                if message == self._speaking:
                    self._speaking = ""

    def _ask(self, words: str) -> list[str]:
        """Send a command; return the lines of its answer without their codes."""
        try:
            self._line.sendall(f"{words}\r\n".encode())
            answer: list[str] = []
            event: list[bytes] = []
            while True:
                while b"\r\n" not in self._left:
                    came = self._line.recv(4096)
                    if not came:
                        raise VoiceGone("Speech Dispatcher has ended")
                    self._left += came
                line, _, self._left = self._left.partition(b"\r\n")
                if line[:1] == b"7":
                    event.append(line)
                    if line[3:4] == b" ":
                        self._notice(event)
                        event = []
                    continue
                answer.append(line[4:].decode(errors="replace"))
                if line[3:4] == b" ":
                    if not line.startswith((b"1", b"2")):
                        raise VoiceGone(f"Speech Dispatcher refused {words.split(maxsplit=1)[0]}: {line.decode(errors='replace')}")
                    return answer
        except OSError as error:
            raise VoiceGone(str(error)) from error


def speed(rate: int) -> int:
    """Return a speed on the protocol's scale from -100 to 100, where 0 is usual and 100 is three times as fast."""
    return max(-100, min(100, round((rate - 100) / 2)))
