"""The Wi-Fi that this laptop is on, and the code that lets a phone join one."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

from game.authoring.safe_text import printable, shown
from game.language import _
from game.room.asking import answer
from game.room.errors import RoomError

LONGEST_NAME = 32
"""Bytes that the name of a Wi-Fi has at most."""
PASSWORD = re.compile(r"[ -~]{8,63}|[0-9a-fA-F]{64}")
"""What WPA takes: 8 to 63 printable signs of ASCII, or a key in hexadecimal digits.

Source: IEEE 802.11, annex on mapping a passphrase to a key; wpa_supplicant says the same.
"""


class NotWifi(RoomError):
    """The name or the password cannot be a Wi-Fi's; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Wifi:
    """A Wi-Fi that phones may join."""

    name: str
    password: str = field(default="", repr=False)
    """Shown nowhere; it is in the code only. Empty where none is known, or none is needed."""


def wifi_from(text: str) -> Wifi:
    r"""Return the Wi-Fi that a facilitator gives as `name:password`, or as `name` where it is open.

    The first colon parts the two; a colon of the name is written `\:`.

    Raises:
        NotWifi: there is no name, or it or the password has a length or a sign that no Wi-Fi can have.
    """
    found = re.fullmatch(r"((?:[^\\:]|\\.|\\$)*)(?::(.*))?", text, re.DOTALL)
    name, password = (found[1], found[2] or "") if found is not None else (text, "")
    name = name.replace("\\:", ":")
    if not name.strip():
        raise NotWifi(_("The Wi-Fi has no name. Write it as name:password, or as name alone where it is open."))
    if not name.isprintable() or len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        raise NotWifi(_("{name} is no name of a Wi-Fi: that has at most {most} bytes and no hidden signs.", name=shown(name), most=LONGEST_NAME))
    if password and not PASSWORD.fullmatch(password):
        raise NotWifi(_("That password cannot be right: a Wi-Fi’s has 8 to 63 plain letters, digits and signs."))
    return Wifi(name, password)


def wifi_code(name: str, password: str = "") -> str:
    r"""Return the text of the code that joins a Wi-Fi.

    Source: ZXing, "Barcode contents", the form that the cameras of Android and iOS read; `\ ; , : "` get a backslash.
    """
    if not password:
        return f"WIFI:T:nopass;S:{_escaped(name)};;"
    return f"WIFI:T:WPA;S:{_escaped(name)};P:{_escaped(password)};;"


def _escaped(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", text)


# ---------------------------------------------------------------- which one this laptop is on


def wifi() -> Wifi | None:
    """Return the Wi-Fi that this laptop is on, without its password; None where the system does not tell.

    It may take some seconds: call it where nobody waits. Nothing is sent, and no rights are asked for. Windows 11 and
    macOS tell it only to programs that may know where the laptop is; then it stays unknown.
    """
    name = {"win32": _on_windows, "darwin": _on_a_mac}.get(sys.platform, _on_linux)()
    return Wifi(printable(name)) if name else None


def _on_linux() -> str:
    return from_nmcli(answer("nmcli", "-t", "-f", "IN-USE,SSID", "device", "wifi", "list", "--rescan", "no") or "") or (
        answer("iwgetid", "-r") or ""
    ).strip("\n")


def _on_windows() -> str:
    return from_netsh(answer("netsh", "wlan", "show", "interfaces") or "")


def _on_a_mac() -> str:
    port = wifi_port(answer("networksetup", "-listallhardwareports") or "") or "en0"
    return from_getsummary(answer("ipconfig", "getsummary", port) or "") or from_networksetup(
        answer("networksetup", "-getairportnetwork", port) or ""
    )


def from_nmcli(said: str) -> str:
    r"""Return the name in lines such as `*:Name`, in which `\` stands before a colon or itself; else nothing."""
    for line in said.splitlines():
        if line.startswith("*:"):
            return re.sub(r"\\(.)", r"\1", line[2:])
    return ""


def from_netsh(said: str) -> str:
    """Return the name after the label SSID, which no language of Windows translates; else nothing."""
    found = re.search(r"^\s*SSID\s*:[ ](.*?)\r?$", said, re.MULTILINE)
    return found[1] if found is not None and "\ufffd" not in found[1] else ""


def from_getsummary(said: str) -> str:
    """Return the name that `ipconfig getsummary` tells; nothing where it is kept back, or there is none."""
    found = re.search(r"^\s+SSID : (.*)$", said, re.MULTILINE)
    return found[1] if found is not None and found[1] != "<redacted>" else ""


def from_networksetup(said: str) -> str:
    """Return the name that `networksetup -getairportnetwork` tells; else nothing."""
    found = re.match(r"Current (?:Wi-Fi|AirPort) Network: (.*)", said)
    return found[1] if found is not None else ""


def ports(said: str) -> dict[str, str]:
    """Return what `networksetup -listallhardwareports` tells: the port of each device, such as en0: Wi-Fi."""
    return {device: port for port, device in re.findall(r"^Hardware Port: (.*)\nDevice: (\S+)", said, re.MULTILINE)}


def wifi_port(said: str) -> str:
    """Return the device of a Mac's Wi-Fi; nothing where it has none."""
    return next((device for device, port in ports(said).items() if port in ("Wi-Fi", "AirPort")), "")
