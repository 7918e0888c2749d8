"""What a screen of the room shows beside the session: where phones reach it, the time, and other rooms."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Wifi:
    """The network that a second code joins."""

    name: str
    password: str
    """Printed nowhere; it is in the code only."""


@dataclass(frozen=True, slots=True)
class Around:
    """Everything that changes without the session changing."""

    address: str = ""
    """Host and port, as one types it: `192.168.1.20:8080`; empty where no server runs."""
    network: str = ""
    """Of the interface that the address belongs to, as the system calls it: `wlan0`."""
    networks: int = 1
    """How many there are to choose from."""
    wifi: Wifi | None = None
    connected: int = 0
    """Phones that are awake."""
    now: float = 0.0
    """Seconds, on the clock that events come with."""
    trouble: str = ""
    """Why something does not work, in one sentence; empty while all does."""
    message: str = ""
    """What became of something asked for at the laptop."""
    analysis: Analysis | None = None
    """Of the scenario as it is played here, once it is there."""
    others: tuple[tuple[int, ...], ...] = ()
    """Of each other room that played this: the capital of all accounts before the first choice and after each."""
    remote: bool = False
    """Whether a remote is paired."""

    @property
    def join_url(self) -> str:
        """The address without the word; see `lobby`."""
        return f"http://{self.address}/"
