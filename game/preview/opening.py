"""Wires a preview: the file that is watched, the window, and nothing that is kept."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from game import resources
from game.authoring import Reading, art_in, read
from game.authoring.source import scenario_file
from game.preview.director import PreviewDirector
from game.preview.watching import Watcher

NOWHERE = ("CF001", "CF002")
"""There is no file: nothing that could be mended and saved while the window is open."""


def preview_of(path: Path, *, seed: int = 0) -> PreviewDirector:
    """Return the director of a preview of a file, or of the scenario in a folder; its watcher is at work."""
    from game.records import places, settings
    from game.stage.analyst import Analyst
    from game.stage.keeping import Keeping

    art = art_in(resources.assets())

    def reading(file: Path) -> Reading:
        return read(file, art=art)

    kept = places.places().config / "settings.json"
    keeping = Keeping(journal=None, analyst=Analyst(), load=lambda: replace(settings.load(kept), full_screen=False, motion="reduced"))
    try:
        file = scenario_file(path)
    except (OSError, ValueError):
        file = path
    return PreviewDirector(
        Watcher(file, reading), keeping, resources.assets(), clock=lambda: time.strftime("%H:%M:%S"), seed=seed
    )


def open_preview(path: Path, *, size: tuple[int, int] = (1280, 720), seed: int = 0) -> int:
    """Open the window of a preview until it is closed.

    Returns:
        0; 1 where there is no such file, or no window can be opened, which is said in one sentence.
    """
    import game.opening  # noqa: F401 - sets what SDL reads when it starts
    from game.authoring import render
    from game.stage.app import App, NoWindow

    director = preview_of(path, seed=seed)
    if director.reading.text == "" and any(fault.code in NOWHERE for fault in director.reading.diagnostics):
        director.close()
        sys.stderr.write(render.terminal(director.reading))
        return 1
    try:
        app = App(director, resources.assets(), size=size)  # type: ignore[arg-type]
    except NoWindow as reason:
        director.close()
        sys.stderr.write(f"coffee-first: no window can be opened here ({reason}). Check the file instead: coffee-first check {path}\n")
        return 1
    try:
        app.run()
    finally:
        director.close()
        app.close()
    return 0
