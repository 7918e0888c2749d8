"""At which address phones find this laptop: one of its networks, which the facilitator may change."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread

from game.room.network import Network, networks
from game.room.wifi import Wifi, wifi


@dataclass(frozen=True, slots=True)
class Found:
    """One network, and how it is shown."""

    name: str
    address: str
    """Host and port, as one types it."""


class Networks:
    """The networks that were found, and which of them is named on the projector."""

    def __init__(self, port: int, *, host: str = "", joining: Wifi | None = None) -> None:
        self._port, self._host = port, host
        self._picked = 0
        self.wifi: Wifi | None = joining
        """What the second code joins; only where its password is known, or it has none."""
        self._found: tuple[Found, ...] = ()
        self.look()
        self._name = ""
        Thread(target=self._ask_for_name, name="wifi", daemon=True).start()

    def look(self) -> None:
        """Look which networks there are now."""
        if self._host and self._host not in ("0.0.0.0", "::"):
            self._found = (Found(self._host, f"{self._host}:{self._port}"),)
            return
        self._found = tuple(Found(each.name, _with_port(each, self._port)) for each in networks())
        self._picked = min(self._picked, max(0, len(self._found) - 1))

    def turn(self) -> None:
        """Name the next network."""
        self.look()
        if self._found:
            self._picked = (self._picked + 1) % len(self._found)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def picked(self) -> Found | None:
        """The one that is named; None where there is none."""
        return self._found[self._picked] if self._found else None

    @property
    def name(self) -> str:
        """What the picked network is called."""
        found = self.picked
        if found is None:
            return ""
        return f"{found.name} · {self._name}" if self._name and self._picked == 0 else found.name

    def _ask_for_name(self) -> None:
        known = wifi()
        if known is not None:
            self._name = known.name


def _with_port(network: Network, port: int) -> str:
    host = f"[{network.address}]" if ":" in network.address else network.address
    return f"{host}:{port}" if port != 80 else host
