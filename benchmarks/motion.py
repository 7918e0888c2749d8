"""What a moving page costs: the slowest pictures of each motion, against a bare blit and flip of the same window.

    uv run python benchmarks/motion.py [1920x1080 ...]

Needs a display; without DISPLAY it starts Xvfb. Prints medians and the 95th percentile in milliseconds, and ratios.
Pictures are decoded before they move: on a machine whose cores are all busy, decoding delays single frames.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.stage import display, run

CODE = """
import sys, time
sys.path.insert(0, {root!r})
import pygame
from game.opening import director_for
from game import resources
from game.stage.app import App
from pathlib import Path
director = director_for(resources.scenarios() / "bakery", seed=3)
app = App(director, resources.assets(), size={size})
surface = app.canvas.surface
app.show(); app.pictures.wait(); app.canvas.page = None; app.show()
copy = surface.copy()
floor = []
for _ in range(60):
    began = time.perf_counter(); surface.blit(copy, (0, 0)); pygame.display.flip(); floor.append((time.perf_counter() - began) * 1000)
floor.sort()
print("floor", floor[len(floor) // 2], floor[-3], sep="\\t")
def turn(*keys):
    for key in keys:
        app.press(key)
        began = time.perf_counter()
        app.show()
        kinds = "first"
        took = [(time.perf_counter() - began) * 1000]
        app.pictures.wait()  # decoding has a thread of its own, and is no part of a frame
        hand = app._stagehand
        name = type(director.screen).__name__.removesuffix("Screen")
        now = time.monotonic()
        frames = []
        while app._stagehand is not None:
            began = time.perf_counter()
            over = app._stagehand.step(time.monotonic())
            spent = (time.perf_counter() - began) * 1000
            if spent > 0.05: frames.append(spent)
            if over: app._stagehand = None
            if app.pictures.news and not (app._stagehand and app._stagehand.blending):
                app.canvas.repaint(app.pictures.arrived())
            time.sleep(0.004)
        frames.sort()
        if frames:
            what = [w for w, on in (("sheet", hand._motion.sheet), ("fade", hand._motion.fades), ("face", hand._motion.face), (f"{{len(hand._motion.acts)}} acts", hand._motion.acts)) if on]
            print(name, "+".join(what), len(frames), frames[len(frames) // 2], frames[int(len(frames) * 0.95)], frames[-1], took[0], sep="\\t")
turn("enter", "enter", "enter")
for _ in range(14):
    turn("1", "enter", "enter", "enter")
director.press("escape")
"""


def main(sizes: list[str]) -> None:
    """Play some pages, and print how long each picture of each motion takes."""
    with display() as environment:
        for words in sizes:
            width, height = map(int, words.split("x"))
            lines = [line.split("\t") for line in run(CODE.format(root=str(ROOT), size=(width, height)), environment).splitlines() if "\t" in line]
            floor = float(lines[0][1])
            print(f"{words}: bare blit and flip {floor:.1f} ms (slowest {float(lines[0][2]):.1f})")
            kinds: dict[str, list[list[float]]] = {}
            for _, what, *rest in lines[1:]:
                kinds.setdefault(what if "acts" not in what or what[0].isdigit() else what.rpartition("+")[0] + "+acts", []).append([float(each) for each in rest])
            for what, found in sorted(kinds.items()):
                median, late, worst, first = (statistics.median(row[n] for row in found) for n in (1, 2, 3, 4))
                print(f"  {what:24} {len(found):3} times  median {median:5.1f}  95 % {late:5.1f}  slowest {worst:5.1f}  first {first:5.1f}  ratio {late / floor:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["1920x1080"])
