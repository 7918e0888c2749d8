"""The page to hand out, saved for the facilitator: as a picture of one sheet in the game's own type, and as HTML."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pygame

from game.language import _
from game.projector.sheet_of_paper import sheet_of_paper
from game.room.handout import page
from game.room.paper import paper
from game.room.session import Session
from game.stage.page import Page, moved
from game.stage.proof import Proof
from game.stage.theme import LEAST_HEIGHT, PAPER, WIDTH, Theme
from game.story.debrief import Judgement

SIZE = (1654, 2339)
"""A4, upright, at 200 points to the inch."""


def save_poster(session: Session, analysis: Judgement | None, assets: Path, folder: Path | None = None) -> str:
    """Save both, and return a sentence that says where, or why not."""
    stem = f"coffee-first-{_plain(session.setup.scenario.id)}-room-{datetime.now():%Y-%m-%d}"
    try:
        target = _free(folder or _pictures(), stem)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_suffix(".html").write_text(page(session, analysis), "utf-8")
        pygame.image.save(picture(session, analysis, assets), target.with_suffix(".png"))
    except (OSError, pygame.error) as error:
        return _("The page could not be saved: {reason}.", reason=error)
    return _("Saved among your pictures: {name}, as a picture and as a web page.", name=target.name)


def picture(session: Session, analysis: Judgement | None, assets: Path) -> pygame.Surface:
    """Return the sheet, printed in strips: a canvas is never higher than a window."""
    scale = SIZE[0] / WIDTH
    strip = int(LEAST_HEIGHT * scale) + 1
    proof = Proof(assets, (SIZE[0], strip), Theme(PAPER, 1.0, False))
    try:
        marks = sheet_of_paper(proof.desk, paper(session, analysis), SIZE[1] / scale)
        sheet = pygame.Surface(SIZE)
        top = 0
        while top < SIZE[1]:
            part = Page(WIDTH, proof.desk.height, tuple(moved(mark, 0, -top / scale) for mark in marks))
            sheet.blit(proof.print(part), (0, top))
            top += strip - 1
        return sheet
    finally:
        proof.close()


def _plain(name: str) -> str:
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.removesuffix(":cut"))
    return kept.strip("-")[:60] or "scenario"


def _pictures() -> Path:
    from platformdirs import user_pictures_path

    return user_pictures_path()


def _free(folder: Path, stem: str) -> Path:
    """Return a name that neither a picture nor a page has yet, without its ending."""
    number = 1
    while True:
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}.png"
        if not path.exists() and not path.with_suffix(".html").exists():
            return path
        number += 1
