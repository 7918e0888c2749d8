"""What sound costs while a page is still: processor time with a room tone, with sound but no place, and without sound.

    uv run python benchmarks/sound.py [SECONDS]

Uses SDL's dummy device, whose thread mixes as a real one's does. Prints per cent of a core, and ratios.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.stage import display, run

CODE = """
import os, sys, threading, time
from dataclasses import replace
sys.path.insert(0, {root!r})
from game.opening import director_for
from game import resources
from game.stage.app import App
director = director_for(resources.scenarios() / "bakery", seed=3)
director.settings = replace(director.settings, sound={sound}, volume_place={place})
app = App(director, resources.assets(), size=(1920, 1080))

def later():
    import pygame
    time.sleep(1.0)
    for _ in range(4):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\\r"))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0))
        time.sleep(0.5)
    time.sleep(3.0)
    before, at = os.times(), time.perf_counter()
    time.sleep({seconds})
    after = os.times()
    used = after.user + after.system - before.user - before.system
    busy = [member.speaker.playing()[0] for member in app.company.members if hasattr(member, "speaker")]
    print("used", 100 * used / (time.perf_counter() - at), busy, sep="\\t", flush=True)
    director.wishes.quit = True

threading.Thread(target=later, daemon=True).start()
app.run()
app.close()
"""


def main(seconds: float) -> None:
    """Print what a still page takes, with and without sound."""
    found = {}
    with display() as environment:
        for name, sound, place in (("no sound", False, 50), ("sound, no place", True, 0), ("room tone", True, 50)):
            line = run(CODE.format(root=str(ROOT), sound=sound, place=place, seconds=seconds), environment)
            found[name], playing = float(line.split("\t")[1]), line.split("\t")[2].strip()
            print(f"{name:16} {found[name]:5.2f} % of a core, sounds playing {playing}, ratio {found[name] / found['no sound']:.2f}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0)
