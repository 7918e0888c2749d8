"""Whether a workshop will work here, step by step, in plain sentences that say what to do.

All sentences are plain ASCII, for they are read in any terminal.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from pathlib import Path

from game.room.firewall import Firewall, State
from game.room.network import Kind, Network, Wifi

LITTLE = 200_000_000
"""Bytes; with less of them free, the disk is called nearly full."""


class Level(Enum):
    """How a line is meant."""

    OK = "ok"
    LOOK = "look"
    """It may work; somebody should look."""
    FAULT = "fault"
    """Something will not work."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was found out, and what to do about it."""

    level: Level
    text: str

    def __str__(self) -> str:
        return f"{self.level.value:<6} {self.text}"


def ok(text: str) -> Line:
    """Return a line that says that something works."""
    return Line(Level.OK, text)


def look(text: str) -> Line:
    """Return a line that asks somebody to look."""
    return Line(Level.LOOK, text)


def fault(text: str) -> Line:
    """Return a line that says that something will not work."""
    return Line(Level.FAULT, text)


# ---------------------------------------------------------------- the laptop


def of_the_disk(folder: Path) -> Line:
    """Find out whether rooms can be kept in a folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"\0" * 4096)
            probe.flush()
            os.fsync(probe.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return fault(
            f"Nothing can be written in {folder} ({error.strerror or error}): after a power cut a room would be lost. "
            "Make that folder writable, or set COFFEE_FIRST_HOME to one that is."
        )
    if free < LITTLE:
        return look(f"The disk is nearly full: {free // 1_000_000} MB are free. A room needs little, but make some space.")
    return ok(f"Rooms are kept in {folder}, which can be written.")


def of_the_port(port: int, wanted: int) -> Line:
    """Say at which port the room would listen."""
    if port != wanted:
        return look(f"Port {wanted} is taken by another program, maybe a room that is open: the next room takes {port}.")
    return ok(f"Port {port} is free.")


def of_no_port(error: OSError, wanted: int, tries: int) -> Line:
    """Say why the room could not listen at any of the ports."""
    if error.errno == errno.EADDRINUSE:
        which = f"Port {wanted} is" if tries == 1 else f"The ports from {wanted} to {wanted + tries - 1} are"
        return fault(f"{which} taken by other programs. Close them, or choose another port with --port.")
    if error.errno == errno.EACCES:
        return fault(f"The system keeps port {wanted} for itself. Choose one above 1023 with --port.")
    return fault(f"Nothing can listen at port {wanted} ({error.strerror or error}). Choose another with --port.")


def of_the_system(release: str) -> tuple[Line, ...]:
    """Say what the system itself stands in the way of; nothing where it does not.

    Args:
        release: of the system's kernel, as `platform.uname()` tells it.
    """
    if "microsoft" in release.lower():
        return (look(
            "This is Linux inside Windows (WSL): phones do not reach it, unless its network is set to mirrored. "
            "Better start the game in Windows itself."
        ),)  # fmt: skip
    return ()


# ---------------------------------------------------------------- the network


def of_the_networks(found: Sequence[Network], port: int, wifi: Wifi | None = None) -> tuple[Line, ...]:
    """Say which networks there are, and which of them the code will name.

    Args:
        found: the networks, the likeliest first.
        port: where the room would listen.
        wifi: the Wi-Fi that the laptop is on, where the system tells.
    """
    likely = [network for network in found if network.likely]
    lines = [_named(likely[0], port, wifi)] if likely else [_without_a_network(found)]
    if len(likely) > 1:
        others = ", ".join(f"{other.at(port)} ({_called(other, None)})" for other in likely[1:])
        lines.append(look(f"Phones may be on another network of this laptop: {others}. If so, press N in the lobby until it is named."))
    elif likely and likely[0].kind is Kind.WIRED:
        lines.append(look("This laptop is on a cable, and phones are on a Wi-Fi, which may be another network. If they cannot come in, join it too."))
    tunnel = next((network for network in found if network.kind is Kind.VPN), None)
    if tunnel is not None:
        lines.append(look(f"A VPN is on ({tunnel.name}); some keep phones out. If phones cannot come in, switch it off."))
    inside = sorted({network.name for network in found if not network.likely and network.kind is Kind.VIRTUAL})
    if inside:
        lines.append(ok(f"Left out, because no phone is on it: {', '.join(inside)}."))
    return tuple(lines)


def of_the_address(host: str, own: frozenset[str], port: int) -> Line:
    """Say what comes of an address that was asked for."""
    if host not in own:
        return fault(f"{host} is no address of this laptop. Without --host, the likeliest of its own is taken.")
    at = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if ip_address(host).is_loopback:
        return look(f"The code will name http://{at}/, where nobody but this laptop itself can come in.")
    return ok(f"The code will name http://{at}/, as you ask.")


def _named(network: Network, port: int, wifi: Wifi | None) -> Line:
    return ok(f"The code will name http://{network.at(port)}/: {_called(network, wifi)}.")


def _without_a_network(found: Sequence[Network]) -> Line:
    cure = "Join the Wi-Fi of the place, or switch on a hotspot. Raised hands need no network."
    if any(network.kind is Kind.LINK_LOCAL for network in found):
        return fault(f"The network gave this laptop no address. {cure}")
    return fault(f"This laptop is on no network that phones could be on. {cure}")


def _called(network: Network, wifi: Wifi | None) -> str:
    if network.kind is Kind.WIFI and wifi is not None:
        return f"Wi-Fi '{wifi.name}', {network.name}"
    if network.kind in (Kind.OTHER, Kind.VIRTUAL) or network.name == network.kind.value:
        return network.name
    return f"{network.kind.value}, {network.name}"


def of_reaching(address: str, port: int, reached: bool) -> Line:
    """Say whether the laptop reaches itself."""
    if reached:
        return ok(f"This laptop reaches itself at {address}, port {port}.")
    return fault(
        f"This laptop does not reach itself at {address}, port {port}: a firewall or a security program stands in between. "
        "Let it allow Python to take connections from the network."
    )


def of_the_firewall(found: Firewall, port: int) -> Line:
    """Say what is known about the system's firewall, and how phones are let in."""
    match found:
        case Firewall(_, State.OFF):
            return ok(f"The firewall of {found.name} is off.")
        case Firewall("macOS", State.CLOSED):
            return fault(
                "The firewall of macOS keeps everything out. Open System Settings, Network, Firewall, Options, and switch off "
                "'Block all incoming connections'."
            )
        case Firewall("Windows"):
            return look(
                f"The firewall of Windows {_may(found)} keep phones out. When Windows asks, allow Python on the kind of network "
                "that this is; for a network of your own, set it to Private in the Settings first."
            )
        case Firewall("macOS"):
            return look(f"The firewall of macOS {_may(found)} keep phones out. When macOS asks whether Python may take connections, allow it.")
        case Firewall("ufw"):
            return look(f"The firewall ufw is on and may keep phones out. To let them in: sudo ufw allow {port}/tcp")
        case Firewall("firewalld"):
            return look(f"The firewall firewalld is on and may keep phones out. To let them in until it restarts: sudo firewall-cmd --add-port={port}/tcp")
    return look("No firewall tells here whether it is on; if phones cannot come in, one may be.")


def _may(found: Firewall) -> str:
    return "is on and may" if found.state is State.ON else "may"


def of_isolation() -> Line:
    """Say what nobody can see from the laptop alone."""
    return look(
        "Guest networks often keep phones from laptops, which cannot be seen from here. "
        "Find out with a phone: coffee-first doctor --phone"
    )


# ---------------------------------------------------------------- a phone


def of_no_phone(system: str = sys.platform) -> tuple[Line, ...]:
    """Say what to try where no phone has reached the laptop.

    Args:
        system: as `sys.platform` names it.
    """
    return (
        fault("No phone has reached this laptop. Its firewall may be in the way, or a network that keeps its guests apart."),
        look("First: was the phone on the same network, with mobile data and any VPN switched off?"),
        look(f"Then: the laptop's own hotspot, if the group is small. {hotspot(system)}"),
        look("Then: another network of the place. Ask for one 'without client isolation'."),
        look("And always: raised hands. Start the room, and press H to type in the counts."),
    )


def of_a_phone(address: str) -> Line:
    """Say that a phone has come in, which proves the network and the firewall."""
    return ok(f"A phone at {address} has reached this laptop: the room will work.")


def hotspot(system: str = sys.platform) -> str:
    """Return how a laptop becomes a hotspot."""
    if system == "win32":
        return "Settings, Network & internet, Mobile hotspot: it takes up to 8 phones."
    if system == "darwin":
        return "System Settings, General, Sharing, Internet Sharing: to devices using Wi-Fi, from anything but Wi-Fi."
    return "GNOME: Settings, Wi-Fi, the menu with three dots, Turn On Wi-Fi Hotspot. The laptop then leaves the Wi-Fi that it is on."


def verdict(lines: Sequence[Line]) -> Line:
    """Return what all lines together come to."""
    faults = sum(line.level is Level.FAULT for line in lines)
    if faults:
        return fault(f"{'One thing' if faults == 1 else f'{faults} things'} will not work here; see the line{'s' if faults > 1 else ''} above.")
    if any(line.level is Level.LOOK for line in lines):
        return ok("As far as can be seen from here, a workshop will work. Mind what begins with 'look'.")
    return ok("A workshop will work here.")
