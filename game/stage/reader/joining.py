"""Has a screen reader go along with a window, where the system may have one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.stage.reader.companion import ReaderCompanion, Window

if TYPE_CHECKING:
    from game.stage.app import App
    from game.stage.reader.kit import Adapter, Handlers


def reachable() -> bool:
    """Return whether a screen reader could listen: on Linux, whether there is a session bus at all."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(folder) and (Path(folder or "") / "bus").exists()


def join(app: App) -> None:
    """Add the screen reader to a window's companions; where AccessKit does not work, say so in a line and play on."""
    if not reachable() or any(isinstance(member, ReaderCompanion) for member in app.company.members):
        return
    try:
        companion = ReaderCompanion(lambda: window_of(app), _adapter)
    except BaseException as why:  # AccessKit is missing or broken, or panics: everybody else plays on
        if isinstance(why, KeyboardInterrupt | SystemExit):
            raise
        sys.stderr.write(f"coffee-first: no screen reader can be reached ({why}).\n")
        return
    if app.canvas.page is not None:
        companion.shown(app.director.screen, app.canvas.page)
    app.company.members.insert(0, companion)


def _adapter(handlers: Handlers) -> Adapter:
    from game.stage.reader import kit

    window = pygame.display.get_wm_info().get("window", 0) if sys.platform in ("win32", "darwin") else 0
    return kit.adapter(window, handlers)


def window_of(app: App) -> Window:
    """Return where the page lies in the window, and the window on the desktop."""
    canvas = app.canvas
    x, y = pygame.display.get_window_position()
    return Window(canvas.left, canvas.top, canvas.scale, x, y, *canvas.surface.get_size(), pygame.key.get_focused())
