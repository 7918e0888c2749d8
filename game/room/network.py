"""The addresses at which phones may reach this laptop, most likely first: a code must never name a wrong one.

Nothing is sent: the adapters are read from the system, and which one leads out is told by a socket that sends nothing.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path

import ifaddr

from game.room.adapters import Adapter, Kind, kind_of
from game.room.asking import answer
from game.room.wifi import NotWifi, Wifi, ports, wifi, wifi_code, wifi_from

__all__ = [
    "Adapter", "Kind", "Network", "NotWifi", "Wifi", "adapters", "likeliest_first", "networks", "own_addresses", "wifi",
    "wifi_code", "wifi_from",
]  # fmt: skip
_ELSEWHERE = {socket.AF_INET: "203.0.113.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses that are kept for examples: nobody has them. Source: RFC 5737, RFC 3849."""
_REAL = (Kind.HOTSPOT, Kind.WIFI, Kind.WIRED)
"""Networks that phones may be on, even where they lead nowhere else."""


@dataclass(frozen=True, slots=True)
class Network:
    """One address of this laptop, and the network that it belongs to."""

    name: str
    """Of the adapter, as the system calls it: `wlan0`, `Wi-Fi`."""
    address: str
    """IPv4, or IPv6 without brackets."""
    kind: Kind
    likely: bool
    """Whether phones can be expected on it."""
    leads_out: bool = False
    """Whether the way to everywhere else goes through it."""

    def at(self, port: int) -> str:
        """Return host and port, as one types it."""
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{host}:{port}"


def networks() -> tuple[Network, ...]:
    """Return every address at which phones may reach this laptop, the most likely first.

    Loopback is among them only where there is nothing else; a browser on the laptop itself can still use it.
    """
    return likeliest_first(adapters(), leads_out=_leading_out())


def likeliest_first(found: Iterable[Adapter], *, leads_out: frozenset[str] = frozenset()) -> tuple[Network, ...]:
    """Return the addresses of some adapters, the most likely to be reached by phones first.

    The laptop's own hotspot comes first, for somebody has switched it on; then Wi-Fi, for that is where phones are; then
    cable; then what is not known by its name but leads out. What is inside the laptop or goes through a tunnel comes
    last, though it may lead out. IPv6 counts only where no such network has an IPv4 address.

    Args:
        found: the adapters, in the system's order.
        leads_out: the addresses from which the way to everywhere else starts, IPv4 and IPv6.
    """
    every = [
        Network(adapter.name, address, kind, _likely(kind, address, leads_out), address in leads_out)
        for adapter in found
        for address in adapter.addresses
        for kind in (kind_of(adapter, address),)
    ]
    if any(network.likely and ":" not in network.address for network in every):
        every = [network for network in every if ":" not in network.address]
    else:
        every = [network for network in every if ":" not in network.address or _of_use(network, every)]
    useful = [network for network in every if network.kind is not Kind.LOOPBACK] or every
    return tuple(sorted(useful, key=_rank))  # sorted() leaves the system's order among equals


def _likely(kind: Kind, address: str, leads_out: frozenset[str]) -> bool:
    # what a switch of Hyper-V or a bridge holds is the laptop's own address, once that is the way out
    return kind in _REAL or (kind in (Kind.OTHER, Kind.VIRTUAL) and address in leads_out)


def _of_use(network: Network, every: list[Network]) -> bool:
    """Return whether an IPv6 address is one to name: no link-local one, and one only for each adapter."""
    if network.kind is Kind.LINK_LOCAL:
        return False
    rivals = [each for each in every if each.name == network.name and ":" in each.address and each.kind is network.kind]
    return network is next((each for each in rivals if each.leads_out), rivals[0])


def _rank(network: Network) -> tuple[bool, int, bool, bool]:
    order = list(Kind).index(network.kind)
    return not network.likely, order, not network.leads_out, not ip_address(network.address).is_private


# ---------------------------------------------------------------- what the system says


def adapters() -> tuple[Adapter, ...]:
    """Return the adapters of this laptop that have an address; none where the system does not tell."""
    try:
        found = list(ifaddr.get_adapters())
    except OSError:
        return ()
    windows = sys.platform == "win32"
    told = _ports_of_a_mac() if sys.platform == "darwin" else {}
    made = []
    for each in found:
        name = (each.ips[0].nice_name if windows and each.ips else each.name) or each.nice_name
        addresses = tuple(str(ip.ip[0] if isinstance(ip.ip, tuple) else ip.ip).partition("%")[0] for ip in each.ips)
        made.append(Adapter(name, addresses, each.nice_name if windows else told.get(name, ""), _is_wireless(name)))
    return tuple(made)


def own_addresses() -> frozenset[str]:
    """Return all addresses of this laptop, loopback among them."""
    return frozenset(address for adapter in adapters() for address in adapter.addresses) | {"127.0.0.1", "::1"}


def _is_wireless(name: str) -> bool:
    return sys.platform == "linux" and "/" not in name and Path("/sys/class/net", name, "wireless").is_dir()


@lru_cache(maxsize=1)
def _ports_of_a_mac() -> dict[str, str]:
    return ports(answer("networksetup", "-listallhardwareports") or "")


def _leading_out() -> frozenset[str]:
    found = set()
    for family, elsewhere in _ELSEWHERE.items():
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asking:
                asking.connect((elsewhere, 9))  # of UDP this only picks the way; nothing is sent
                found.add(str(asking.getsockname()[0]))
        except OSError:
            continue
    return frozenset(found)
