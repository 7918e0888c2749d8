"""Print the pictures of the handbook from the real screens.

uv run python scripts/screens.py [FOLDER]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pygame

from game.opening import Library
from game.preview.opening import preview_of
from game.records.journal import Journal
from game.resources import assets
from game.stage.analyst import Analyst
from game.stage.director import Director
from game.stage.keeping import Keeping
from game.stage.pilot import Pilot
from game.stage.screens.account import AccountScreen, BillScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.scene import SceneScreen
from game.story.analysis import analyse

SIZE = (1280, 720)


def main() -> None:
    """Play the bakery's worst and best, and keep a picture of what is shown on the way."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    library = Library()
    scenario = library.open(ROOT / "scenarios" / "bakery").scenario
    assert scenario is not None
    found = analyse(scenario)
    with tempfile.TemporaryDirectory() as home:
        keeping = Keeping(journal=Journal.open(Path(home) / "plays.db"), analyst=Analyst(load=lambda fingerprint: found))
        director = Director(library, keeping, assets(), new_seed=lambda: 3)
        pilot = Pilot(director, assets(), size=SIZE)

        def keep(name: str) -> None:
            pygame.image.save(pilot.proof.print(pilot.page), folder / f"{name}.png")
            print(name)

        keep("front-page")
        pilot.press("1")
        keep("briefing")
        pilot.to(SceneScreen)
        missing: dict[str, Callable[[], bool]] = {
            "account": lambda: isinstance(pilot.screen, AccountScreen) and bool(pilot.screen.beat.note),
            "refused": lambda: isinstance(pilot.screen, AccountScreen) and pilot.screen.beat.ask is not None,
            "bill": lambda: isinstance(pilot.screen, BillScreen) and bool(pilot.screen.beat.note),
        }
        for moment, choice in enumerate(found.worst.choices):
            pilot.to_choices()
            if moment == 0:
                keep("scene")
            pilot.choose(choice)
            for _ in range(12):
                for name in [name for name, shows in missing.items() if shows()]:
                    keep(name)
                    del missing[name]
                if isinstance(pilot.screen, DebriefScreen):
                    break
                if isinstance(pilot.screen, SceneScreen) and pilot.screen.beat.options:
                    break
                pilot.press("enter")
        pilot.to(DebriefScreen)
        keep("column")
        pilot.press("enter")
        keep("figures")
        pilot.press("w")
        keep("what-if")
        pilot.press("escape", "a")
        keep("address-book")
        pilot.close()
    preview(folder)


def preview(folder: Path) -> None:
    """Keep pictures of a preview: of a broken save, of the ledger, and of the page from which one jumps."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COFFEE_FIRST_HOME"] = home
        work = Path(home) / "bakery"
        shutil.copytree(ROOT / "scenarios" / "bakery", work)
        director = preview_of(work)
        director.good_at = "14:02:11"
        pilot = Pilot(director, assets(), size=SIZE)  # type: ignore[arg-type]

        def keep(name: str) -> None:
            pilot.press()
            pilot.page = pilot.proof.page(pilot.screen)
            pygame.image.save(pilot.proof.print(pilot.page), folder / f"{name}.png")
            print(name)

        def to_choices() -> None:
            while not getattr(director.screen_below, "choosing", False):
                pilot.press("enter")

        to_choices()
        pilot.press("2", "enter", "enter")
        to_choices()
        pilot.press("l")
        keep("preview-ledger")
        pilot.press("l")
        file = work / "scenario.yaml"
        text = file.read_text("utf-8")
        before = director.reading
        file.write_text(text.replace("next: the-till", "next: the-tll", 1).replace("capital: {leslie: +3}", "capital: {leslie: six}", 1), "utf-8")
        while director.reading is before:
            director.wake()
            time.sleep(0.01)
        director.good_at = "14:02:11"
        keep("preview-broken")
        director.close()
        pilot.close()


if __name__ == "__main__":
    main()
