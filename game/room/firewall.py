"""Whether the system's firewall is on, as far as it tells without rights; what it lets through, it does not tell."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from game.room.asking import answer

UFW = Path("/etc/ufw/ufw.conf")
"""Everybody may read it; `ufw status` needs the administrator."""
SOCKETFILTER = "/usr/libexec/ApplicationFirewall/socketfilterfw"


class State(Enum):
    """What is known of a firewall."""

    ON = "on"
    OFF = "off"
    CLOSED = "closed"
    """On, and set to keep everything out."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Firewall:
    """One firewall, and how it is."""

    name: str
    """Empty where none is known by name."""
    state: State


def firewall(
    system: str = sys.platform, *, ask: Callable[..., str | None] = answer, ufw: Path = UFW,
) -> Firewall:  # fmt: skip
    """Return the firewall of this laptop, and whether it is on.

    Args:
        system: as `sys.platform` names it.
        ask: runs a tool of the system.
        ufw: where ufw keeps whether it is on.
    """
    if system == "win32":
        return Firewall("Windows", from_advfirewall(ask("netsh", "advfirewall", "show", "allprofiles", "state") or ""))
    if system == "darwin":
        return Firewall("macOS", from_socketfilter(ask(SOCKETFILTER, "--getglobalstate") or ""))
    try:
        if from_ufw(ufw.read_text(encoding="utf-8", errors="replace")) is State.ON:
            return Firewall("ufw", State.ON)
    except OSError:
        pass
    if (ask("firewall-cmd", "--state") or "").strip() == "running":
        return Firewall("firewalld", State.ON)
    return Firewall("", State.UNKNOWN)


def from_advfirewall(said: str) -> State:
    """Read what `netsh advfirewall show allprofiles state` prints in English or German; other tongues stay unknown."""
    words = re.findall(r"^\S+[ \t]+(ON|OFF|EIN|AUS)\s*$", said, re.MULTILINE)
    if not words:
        return State.UNKNOWN
    return State.ON if {"ON", "EIN"} & set(words) else State.OFF


def from_socketfilter(said: str) -> State:
    """Read what macOS prints: 0 is off, 1 is on, 2 keeps everything out."""
    found = re.search(r"State = (\d)", said)
    return {"0": State.OFF, "1": State.ON, "2": State.CLOSED}.get(found[1] if found else "", State.UNKNOWN)


def from_ufw(conf: str) -> State:
    """Read the file in which ufw keeps whether it is on."""
    found = re.search(r"^ENABLED=[\"']?(\w+)", conf, re.MULTILINE | re.IGNORECASE)
    if found is None:
        return State.UNKNOWN
    return State.ON if found[1].lower() == "yes" else State.OFF
