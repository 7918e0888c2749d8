"""Print every kind of screen in every language, size and look, as contact sheets for the eye.

uv run python scripts/grid.py FOLDER [CODE …]

One sheet a language, look, text size and window: the first page of each kind of screen that a play of the bakery shows.
What overlaps or leaves its page is told, with the sheet on which it is. Exits with 1 if anything does.
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pygame

from game.language import speaking
from game.language.catalogues import tongue_of
from game.language.tongues import COMPLETE
from game.records.settings import Settings
from game.resources import assets
from game.stage.page import Page
from game.stage.proof import Proof
from game.stage.theme import theme
from tests.stage.checks import faults
from tests.stage.every_page import pages

LOOKS, SIZES, WINDOWS = ("paper", "dark", "projector"), (100, 200), ((1280, 720), (3840, 2160))
ACROSS, WIDE, GAP = 4, 640, 12


def of_each_kind(found: list[tuple[str, Page]]) -> list[tuple[str, Page]]:
    """Return the first page of each kind of screen, by the name before its number; of scenes the first three."""
    kept: dict[str, int] = {}
    chosen = []
    for name, page in found:
        kind = name.partition(" ")[0]
        kept[kind] = kept.get(kind, 0) + 1
        if kept[kind] <= (3 if kind == "SceneScreen" else 1):
            chosen.append((name, page))
    return chosen


def contact(printed: list[pygame.Surface]) -> pygame.Surface:
    """Return pictures side by side."""
    high = round(WIDE * printed[0].get_height() / printed[0].get_width())
    rows = -(-len(printed) // ACROSS)
    sheet = pygame.Surface((ACROSS * (WIDE + GAP) + GAP, rows * (high + GAP) + GAP))
    sheet.fill((120, 120, 120))
    for number, picture in enumerate(printed):
        place = GAP + number % ACROSS * (WIDE + GAP), GAP + number // ACROSS * (high + GAP)
        sheet.blit(pygame.transform.smoothscale(picture, (WIDE, high)), place)
    return sheet


def main() -> int:
    """Print the grid, and tell its faults."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for code, look, size, window in product(sys.argv[2:] or COMPLETE, LOOKS, SIZES, WINDOWS):
        name = f"{code}-{look}-{size}-{window[0]}x{window[1]}"
        press = Proof(assets(), window, theme(look=look, text_size=size))
        settings = Settings(look=look, text_size=size, language=code)
        with speaking(tongue_of(code)):
            found = list(pages(code, press.desk, settings))
            for page, shown in found:
                for fault in faults(shown):
                    wrong += 1
                    print(f"{name} {page}: {fault}")
            chosen = of_each_kind(found)
            printed = [press.print(page).copy() if window[0] <= 1920 else _small(press, page) for _, page in chosen]
        pygame.image.save(contact(printed), folder / f"{name}.png")
        press.close()
        print(name, len(found), "pages,", len(chosen), "shown")
    return int(wrong > 0)


def _small(press: Proof, page: Page) -> pygame.Surface:
    """Return a page of a large window, made smaller at once: two dozen of them would fill a memory."""
    whole = press.print(page)
    return pygame.transform.smoothscale(whole, (WIDE * 2, round(WIDE * 2 * whole.get_height() / whole.get_width())))


if __name__ == "__main__":
    raise SystemExit(main())
