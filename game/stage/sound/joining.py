"""Brings the sounds into the window's company, once somebody wants to hear them or to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.stage.sound.companion import SoundCompanion

if TYPE_CHECKING:
    from pathlib import Path

    from game.stage.app import App


class _Looked:
    """Whether the window is looked at: another one has the keyboard only after this one has had it."""

    def __init__(self) -> None:
        self._had = False

    def __call__(self) -> bool:
        has = pygame.key.get_focused()
        self._had = self._had or has
        return has or not self._had


def join(app: App) -> None:
    """Have the sounds go along with a window, unless they do already."""
    if any(isinstance(member, SoundCompanion) for member in app.company.members):
        return

    def own() -> Path | None:
        pictures = app.director.gallery.own
        return None if pictures is None else pictures.with_name("sounds")

    companion = SoundCompanion(
        app.director.gallery.assets / "sounds", lambda: app.director.settings,
        quiet=lambda: getattr(app.director, "quiet", False), own=own, awake=_Looked(),
    )
    if app.canvas.page is not None:
        companion.shown(app.director.screen, app.canvas.page)
    app.company.members.append(companion)
