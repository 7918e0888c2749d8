"""What the system's own settings ask of every program: less motion, more contrast, larger text.

Asked beside the window, never on the way to the first picture; until there is an answer, and wherever none can be had,
nothing special is asked. Less motion is done at once where the player's setting says "as the system"; the other two are
only offered.
"""

from __future__ import annotations

import configparser
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

PATIENCE = 2
"""Seconds that a question to the system may take."""
AGAIN_AFTER = 10.0
"""Seconds before the same is asked again: somebody may have changed it, and come back to our window."""
PORTAL = (
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "ReadAll",
)
NAMESPACES = ("org.freedesktop.appearance", "org.gnome.desktop.interface", "org.kde.kdeglobals.KDE")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the system asks."""

    reduced_motion: bool = False
    high_contrast: bool = False
    text_scale: float = 1.0
    """How much larger text is to be than usual."""


@dataclass(slots=True)
class _Known:
    wishes: Wishes = field(default_factory=Wishes)
    asked: float = -1000.0
    lock: Lock = field(default_factory=Lock)


_known = _Known()


def wishes() -> Wishes:
    """Return what the system asks, as far as it has answered; costs nothing."""
    return _known.wishes


def reduced_motion() -> bool:
    """Return whether the system asks for less motion, as far as it has answered; costs nothing."""
    return _known.wishes.reduced_motion


def ask() -> Wishes:
    """Ask the system and return what it says; other calls return the same from then on."""
    _known.wishes = found()
    return _known.wishes


def ask_aside() -> Thread | None:
    """Ask in a thread of its own, if that was not done just now; return the thread."""
    with _known.lock:
        now = time.monotonic()
        if now - _known.asked < AGAIN_AFTER:
            return None
        _known.asked = now
    thread = Thread(target=ask, name="system-wishes", daemon=True)
    thread.start()
    return thread


def found(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Wishes:
    """Return what a system asks, the usual where it cannot be found out; takes up to some seconds."""
    try:
        if system == "win32":
            return _of_windows()
        if system == "darwin":
            return _of_mac(environment)
        return _of_linux(environment)
    except Exception:
        return Wishes()  # a desktop may answer anything, and a game is played without knowing its wishes


def _said(environment: Mapping[str, str], *command: str) -> str | None:
    """Return what a tool of the system prints, or None where it is not there or fails."""
    tool = shutil.which(command[0], path=environment.get("PATH"))
    if tool is None:
        return None
    try:
        ran = subprocess.run(
            [tool, *command[1:]], env=dict(environment), capture_output=True, text=True, timeout=PATIENCE, check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return ran.stdout if ran.returncode == 0 else None


# ---------------------------------------------------------------- Linux and its like


def _of_linux(environment: Mapping[str, str]) -> Wishes:
    answer = _said(
        environment, "busctl", "--user", "--json=short", f"--timeout={PATIENCE}", "call", *PORTAL, "as",
        str(len(NAMESPACES)), *NAMESPACES,
    )
    if answer is not None and (settings := in_answer(answer)):
        return of_portal(settings)
    kde = of_kde(_kdeglobals(environment))
    if kde is not None:
        return kde
    gnome = {
        key: (_said(environment, "gsettings", "get", "org.gnome.desktop.interface", key) or "").strip()
        for key in ("enable-animations", "text-scaling-factor")
    }
    return Wishes(gnome["enable-animations"] == "false", False, _scale(gnome["text-scaling-factor"]))


def in_answer(text: str) -> dict[str, dict[str, Any]]:
    """Return the settings in busctl's JSON, by namespace and key."""
    spaces = json.loads(text)["data"][0]
    return {space: {key: value["data"] for key, value in keys.items()} for space, keys in spaces.items()}


def of_portal(settings: Mapping[str, Mapping[str, Any]]) -> Wishes:
    """Return what the settings of the desktop's portal ask.

    Source: the XDG Desktop Portal's documentation of org.freedesktop.portal.Settings.
    """
    appearance, gnome, kde = (settings.get(space, {}) for space in NAMESPACES)
    still = appearance.get("reduced-motion") == 1 or gnome.get("enable-animations") is False
    still = still or str(kde.get("AnimationDurationFactor", "1")) in ("0", "0.0")
    return Wishes(still, appearance.get("contrast") == 1, _scale(gnome.get("text-scaling-factor", 1.0)))


def _scale(value: object) -> float:
    try:
        return min(4.0, max(0.5, float(str(value))))
    except ValueError:
        return 1.0


def _kdeglobals(environment: Mapping[str, str]) -> Path:
    home = Path(environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME", "/nonexistent")) / ".config")
    return home / "kdeglobals"


def of_kde(path: Path) -> Wishes | None:
    """Return what KDE's settings ask; None where that file says nothing of it."""
    file = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        file.read(path, "utf-8")
        factor = file.get("KDE", "AnimationDurationFactor")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return None
    return Wishes(float(factor) == 0.0)


# ---------------------------------------------------------------- the others


def _of_mac(environment: Mapping[str, str]) -> Wishes:
    def on(key: str) -> bool:
        return (_said(environment, "defaults", "read", "com.apple.universalaccess", key) or "").strip() == "1"

    return Wishes(on("reduceMotion"), on("increaseContrast"))


def _of_windows() -> Wishes:
    """Return what Windows asks.

    Source: SystemParametersInfo in Microsoft's documentation: SPI_GETCLIENTAREAANIMATION, SPI_GETHIGHCONTRAST.
    """
    import ctypes

    class HighContrast(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_void_p))

    ask_windows = getattr(ctypes, "windll").user32.SystemParametersInfoW  # noqa: B009 - not there on other systems
    moves, contrast = ctypes.c_int(1), HighContrast(ctypes.sizeof(HighContrast), 0, None)
    ask_windows(0x1042, 0, ctypes.byref(moves), 0)
    ask_windows(0x0042, contrast.size, ctypes.byref(contrast), 0)
    return Wishes(moves.value == 0, bool(contrast.flags & 1), _windows_text())


def _windows_text() -> float:
    import importlib

    registry = importlib.import_module("winreg")
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, r"Software\Microsoft\Accessibility") as place:
            return _scale(registry.QueryValueEx(place, "TextScaleFactor")[0] / 100)
    except OSError:
        return 1.0
