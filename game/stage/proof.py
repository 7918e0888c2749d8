"""A page as a picture without a window: for screenshots in the docs and tests, and for a saved column."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.stage.canvas import Canvas, Fonts
from game.stage.components import Desk
from game.stage.gallery import Gallery
from game.stage.page import Page
from game.stage.pictures import Pictures
from game.stage.printing import printed
from game.stage.screens import Screen
from game.stage.theme import Theme
from game.stage.typesetting import Setter


class Proof:
    """A press that prints pages at one size."""

    def __init__(self, assets: Path, size: tuple[int, int], theme: Theme, own: Path | None = None) -> None:
        pygame.font.init()
        self.pictures = Pictures(assets)
        self.surface = pygame.Surface(size)
        self.canvas = Canvas(self.surface, Fonts(assets / "fonts"), self.pictures)
        self.desk = Desk(Setter(self.canvas.width, theme.faces), theme, self.canvas.height)
        self.gallery = Gallery(assets, own)

    def page(self, screen: Screen) -> Page:
        """Return the page that a screen sets at this size."""
        return printed(screen.page(self.desk, self.gallery), self.desk.theme)

    def print(self, page: Page) -> pygame.Surface:
        """Return the whole page with all its pictures."""
        margin = tuple(self.desk.theme.palette.deep)
        self.canvas.page = None
        self.canvas.paint(page, margin)
        self.pictures.wait()
        self.pictures.arrived()
        self.canvas.page = None
        self.canvas.paint(page, margin)
        return self.surface

    def close(self) -> None:
        """End the thread that decodes."""
        self.pictures.close()
