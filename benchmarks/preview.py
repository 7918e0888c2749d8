"""How soon a save is on the screen: from the moment at which the file has its new name to the flip of the window.

    uv run python benchmarks/preview.py

In a real window under Xvfb, 1280x720 and 1920x1080, with the bakery and with 400 generated scenes. The floor is what no
preview can go below: to read the file and paint the page once, without waiting for anything. Aim: 150 ms.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SAVES = 25
SIZES = ((1280, 720), (1920, 1080))


def measure(file: Path, old: str, size: tuple[int, int]) -> tuple[float, float, float]:
    """Return the floor, the median and the slowest of nine in ten, in milliseconds."""
    from game import resources
    from game.authoring import art_in, read
    from game.preview.opening import preview_of
    from game.stage.app import App

    director = preview_of(file)
    app = App(director, resources.assets(), size=size)  # type: ignore[arg-type]
    app.show()
    app.pictures.wait()
    shown = Event()
    at = 0.0
    paint = app.show

    def show() -> None:
        nonlocal at
        reading = director.reading
        paint()
        if reading is not last[0]:
            last[0], at = reading, time.perf_counter()
            shown.set()

    last = [director.reading]
    app.show = show  # type: ignore[method-assign]
    text = file.read_text("utf-8")
    taken: list[float] = []

    def author() -> None:
        for number in range(SAVES):
            time.sleep(0.3 + number % 7 * 0.013)
            beside = file.with_suffix(".new")
            beside.write_text(text.replace(old, f"{old} ({number})", 1), "utf-8")
            shown.clear()
            begun = time.perf_counter()
            beside.replace(file)
            assert shown.wait(10), "a save did not reach the screen"
            taken.append((at - begun) * 1000)
        director.wishes.quit = True

    editor = Thread(target=author)
    editor.start()
    app.run()
    editor.join()
    floors = []
    art = art_in(resources.assets())
    for _ in range(7):
        begun = time.perf_counter()
        read(file, art=art)
        app.canvas.page = None
        paint()
        floors.append((time.perf_counter() - begun) * 1000)
    assert str(SAVES - 1) in "".join(director.screen.text()), "the last save is not on the page"
    director.close()
    app.close()
    file.write_text(text, "utf-8")
    ranked = sorted(taken)
    return statistics.median(floors), statistics.median(taken), ranked[int(len(ranked) * 0.9)]


def main() -> None:
    """Print one line a scenario and size."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from read_large import text_of

    with tempfile.TemporaryDirectory() as folder:
        bakery, large = Path(folder) / "bakery.yaml", Path(folder) / "large.yaml"
        bakery.write_text((ROOT / "scenarios" / "bakery" / "scenario.yaml").read_text("utf-8"), "utf-8")
        large.write_text(text_of(400), "utf-8")
        for name, file, old in (
            ("bakery, 33 scenes", bakery, "Half an hour in the bread line"),
            ("400 scenes", large, "Eleven people stand between you and the rolls"),
        ):
            for size in SIZES:
                floor, median, slow = measure(file, old, size)
                print(f"{name:<20} {size[0]}x{size[1]}  floor {floor:6.1f} ms  median {median:6.1f} ms  nine in ten under {slow:6.1f} ms  {median / floor:4.1f} x", flush=True)


if __name__ == "__main__":
    if "DISPLAY" not in os.environ:
        read_end, write_end = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-noreset", "-displayfd", str(write_end), "-screen", "0", "3840x2160x24"], pass_fds=[write_end], stderr=subprocess.DEVNULL
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            os.environ["DISPLAY"] = f":{pipe.readline().strip()}"
        os.environ["SDL_AUDIODRIVER"] = "dummy"
        try:
            main()
        finally:
            server.terminate()
            server.wait()
    else:
        main()
