"""At which address phones find this laptop: one of its networks, which the facilitator may change."""

from __future__ import annotations

from threading import Thread

from game.language import N_, _
from game.room.network import Kind, Network, Wifi, networks, wifi

EVERYWHERE = ("0.0.0.0", "::")
NOWHERE = N_("This laptop is on no network that phones could be on.")


def host_for(wanted: str) -> str:
    """Return where the room listens: everywhere, also where phones can only come by IPv6."""
    if wanted != EVERYWHERE[0]:
        return wanted
    likely = [each.address for each in networks() if each.likely]
    return EVERYWHERE[1] if likely and all(":" in address for address in likely) else wanted


class Networks:
    """The networks that were found, and which of them is named on the projector.

    A code that names the wrong one would keep the whole room out: where none is likely, none is named until the
    facilitator picks one.
    """

    def __init__(self, port: int, *, host: str = EVERYWHERE[0], joining: Wifi | None = None) -> None:
        self._port, self._host = port, host
        self.wifi: Wifi | None = joining
        """What the second code joins; only where it was given."""
        self._wifi_name = ""
        self._found = self._look()
        likely = [each.address for each in self._found if each.likely]
        self._picked = likely[0] if likely else ""
        Thread(target=self._ask_for_name, name="wifi", daemon=True).start()

    def _look(self) -> tuple[Network, ...]:
        if self._host in EVERYWHERE:
            return networks()
        return (Network(self._host, self._host, Kind.WIRED, likely=True),)

    def turn(self) -> None:
        """Name the next network, of those that there are now."""
        self._found = self._look()
        addresses = [each.address for each in self._found]
        after = addresses.index(self._picked) + 1 if self._picked in addresses else 0
        self._picked = addresses[after % len(addresses)] if addresses else ""

    @property
    def count(self) -> int:
        """How many can be named."""
        return len(self._found)

    @property
    def trouble(self) -> str:
        """Why no address is named; empty where one is."""
        return "" if self._picked else _(NOWHERE)

    @property
    def address(self) -> str:
        """The address that is named, as one types it; empty where none is."""
        found = self._named
        return found.at(self._port) if found is not None else ""

    @property
    def name(self) -> str:
        """What the named network is called."""
        found = self._named
        if found is None:
            return ""
        return f"{found.name} · {self._wifi_name}" if self._wifi_name and found.kind is Kind.WIFI else found.name

    @property
    def _named(self) -> Network | None:
        return next((each for each in self._found if each.address == self._picked), None)

    def _ask_for_name(self) -> None:
        known = wifi()
        if known is not None:
            self._wifi_name = known.name
