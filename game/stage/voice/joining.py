"""Has the voice go along with a window, once it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.stage.voice.companion import VoiceCompanion
from game.stage.voice.engines import find

if TYPE_CHECKING:
    from game.stage.app import App

ROOM = "hall"
"""What only the director of a room has."""


def join(app: App) -> None:
    """Add the voice to a window's companions, unless it is there."""
    if any(isinstance(member, VoiceCompanion) for member in app.company.members):
        return
    voice = VoiceCompanion(lambda: app.director.settings, find, in_room=lambda: hasattr(app.director, ROOM))
    if app.canvas.page is not None:
        voice.shown(app.director.screen, app.canvas.page)
    app.company.members.append(voice)
