"""Print the pictures of the handbook from the real screens.

uv run python scripts/screens.py [FOLDER]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pygame

from game.opening import Library
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


if __name__ == "__main__":
    main()
