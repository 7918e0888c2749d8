"""The column saved as a picture, all its pages one below the other."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pygame

from game.language import _
from game.stage.director import Director
from game.stage.proof import Proof
from game.stage.screens.debrief import DebriefScreen

SIZE = (1920, 1080)


def save_column(director: Director, assets: Path, folder: Path | None = None) -> str:
    """Save the column that is open, and return a sentence that says where, or why not."""
    screen = director.screen
    if not isinstance(screen, DebriefScreen):
        return ""
    proof = Proof(assets, SIZE, director.theme)
    try:
        message, screen.message = screen.message, ""
        pages = screen.whole_column(proof.desk, director.gallery)
        paper = pygame.Surface((SIZE[0], SIZE[1] * len(pages)))
        for number, page in enumerate(pages):
            paper.blit(proof.print(page), (0, SIZE[1] * number))
        screen.message = message
        path = _free(folder or _pictures(), f"coffee-first-{screen.state.scenario.id}-{datetime.now():%Y-%m-%d}")
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(paper, path)
    except (OSError, pygame.error) as error:
        return _("The picture could not be saved: {error}.", error=error)
    finally:
        proof.close()
    return _("Saved: {path}", path=path)


def _pictures() -> Path:
    from platformdirs import user_pictures_path

    return user_pictures_path()


def _free(folder: Path, stem: str) -> Path:
    number = 1
    while (path := folder / f"{stem}{'' if number == 1 else f'-{number}'}.png").exists():
        number += 1
    return path
