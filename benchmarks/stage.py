"""How fast the stage is, each figure as a ratio to a floor that is measured in the same run.

    uv run python benchmarks/stage.py [start] [still] [key] [memory]

Needs a display; without DISPLAY it starts Xvfb. Prints medians; the machine is shared, so read the ratios.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1920, 1080), (3840, 2160))

BARE = """
import glob, os
if not glob.glob("/dev/dri/renderD*"):
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
import pygame
pygame.display.init()
screen = pygame.display.set_mode({size}, pygame.RESIZABLE)
screen.fill((245, 237, 220))
pygame.display.flip()
print("shown", flush=True)
{then}
"""

GAME = """
import sys
sys.path.insert(0, {root!r})
from game.opening import director_for
from game import resources
director = director_for()
from game.stage.app import App
pressed = [0.0]  # a second a key: a press that comes too soon after a choice would be passed over
app = App(director, resources.assets(), size={size}, clock=lambda: pressed[0])
app.show()
print("shown", flush=True)
{then}
"""

@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Yield an environment with a display and a home of its own."""
    environment = {**os.environ, "SDL_AUDIODRIVER": "dummy"}
    server = None
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "3840x2160x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        environment["DISPLAY"] = f":{pipe.readline().strip()}"
    try:
        yield environment
    finally:
        server.terminate()
        server.wait()


def run(code: str, environment: dict[str, str]) -> str:
    """Return what a piece of code prints in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def start(environment: dict[str, str], runs: int = 11) -> None:
    """First picture of the front page against a bare window's, at the same size and hints."""
    for size in SIZES:
        times: dict[str, list[float]] = {"bare": [], "game": []}
        for turn in range(runs + 1):
            for name, code in (("bare", BARE), ("game", GAME)):
                text = code.format(root=str(ROOT), size=size, then="")
                began = time.perf_counter()
                process = subprocess.Popen([sys.executable, "-c", text], env=environment, stdout=subprocess.PIPE, text=True)
                assert process.stdout is not None
                while "shown" not in process.stdout.readline():
                    pass
                took = time.perf_counter() - began
                process.wait()
                if turn:
                    times[name].append(took)
        bare, game = (statistics.median(times[name]) * 1000 for name in ("bare", "game"))
        print(f"start {size[0]}x{size[1]}: front page {game:.0f} ms, bare window {bare:.0f} ms, ratio {game / bare:.2f}")


STILL_GAME = """
import os, threading, time
def stop():
    time.sleep(4)
    before, at = os.times(), time.perf_counter()
    time.sleep({seconds})
    after = os.times()
    used = after.user + after.system - before.user - before.system
    print("used", used / (time.perf_counter() - at), flush=True)
    app.director.wishes.quit = True
threading.Thread(target=stop, daemon=True).start()
app.run()
"""

STILL_WAIT = """
import os, threading, time
def stop():
    time.sleep(4)
    before, at = os.times(), time.perf_counter()
    time.sleep({seconds})
    after = os.times()
    used = after.user + after.system - before.user - before.system
    print("used", used / (time.perf_counter() - at), flush=True)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
threading.Thread(target=stop, daemon=True).start()
while pygame.event.wait().type != pygame.QUIT:
    pass
"""


def still(environment: dict[str, str], seconds: int = 30) -> None:
    """Share of a core that a still screen uses, against a bare loop around pygame.event.wait()."""
    size = SIZES[0]
    used = {}
    for name, code, then in (("game", GAME, STILL_GAME), ("event.wait", BARE, STILL_WAIT)):
        text = code.format(root=str(ROOT), size=size, then=then.format(seconds=seconds))
        output = run(text, environment)
        used[name] = float(output.split("used")[1].split()[0]) * 100
    print(f"still 1920x1080: {used['game']:.2f} % of a core; pygame.event.wait() {used['event.wait']:.2f} %, "
          f"ratio {used['game'] / max(0.01, used['event.wait']):.2f}")


KEYS = """
import time, pygame
director.play(__import__("pathlib").Path({scenario!r}))
app.show()
director.keeping.wait_for_analysis()
times = []
for turn in range(160):
    screen = director.screen
    at_choices = type(screen).__name__ == "SceneScreen" and screen.choosing and screen.beat.options
    key = pygame.K_DOWN if at_choices and turn % 3 else pygame.K_1 if at_choices else pygame.K_RETURN
    letter = "1" if key == pygame.K_1 else ""
    app.pictures.wait()
    app.canvas.repaint(app.pictures.arrived())
    pygame.event.get()
    pressed[0] += 1.0
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=letter))
    began = time.perf_counter()
    for event in pygame.event.get():
        app.answer(event)
    app.show()
    times.append(time.perf_counter() - began)
    app.answer(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
    if type(director.screen).__name__ == "DebriefScreen":
        break
assert len(times) > 60 and director.state is not None and len(director.state.choices) > 10
times.sort()
floor = []
whole = pygame.display.get_surface()
for _ in range(40):
    began = time.perf_counter()
    whole.fill((245, 237, 220))
    pygame.display.flip()
    floor.append(time.perf_counter() - began)
floor.sort()
print("keys", len(times), *(1000 * times[int(len(times) * q)] for q in (.5, .9, .99)), 1000 * floor[20])
"""


def key(environment: dict[str, str]) -> None:
    """From a key to the picture, over a whole play, against filling and flipping the window once."""
    for size, frames in zip(SIZES, (1, 2), strict=True):
        then = KEYS.format(scenario=str(ROOT / "scenarios" / "rotary-prospect"))
        output = run(GAME.format(root=str(ROOT), size=size, then=then), environment)
        many, half, nine, most, floor = map(float, output.split("keys")[1].split()[:5])
        frame = 1000 / 60
        print(f"key {size[0]}x{size[1]}: median {half:.1f} ms, 90 % {nine:.1f}, 99 % {most:.1f} over {many:.0f} keys; "
              f"fill and flip {floor:.1f}; {frames} frame(s) = {frame * frames:.1f}")


MEMORY = """
import time
if {keys!r}:
    app._settle_in()
    time.sleep(0.5)
for key in {keys!r}:
    app.press(key); app.show(); app.pictures.wait(); app.canvas.repaint(app.pictures.arrived())
for line in open("/proc/self/status"):
    if line.startswith(("VmRSS", "VmHWM")): print(line.split()[0], int(line.split()[1]) / 1024)
"""


def memory(environment: dict[str, str]) -> None:
    """Resident memory after the first scenes, against a bare window's."""
    size = SIZES[0]
    keys = ["enter"] * 6 + ["1"] + ["enter"] * 4 + ["1"] + ["enter"] * 5
    lines = {}
    for name, code, pressed in (("game", GAME, keys), ("bare", BARE, [])):
        output = run(code.format(root=str(ROOT), size=size, then=MEMORY.format(keys=pressed)), environment)
        lines[name] = {part.split()[0]: float(part.split()[1]) for part in output.splitlines() if part.startswith("Vm")}
    game, bare = lines["game"]["VmRSS:"], lines["bare"]["VmRSS:"]
    print(f"memory 1920x1080: {game:.0f} MB resident (peak {lines['game']['VmHWM:']:.0f}), bare window {bare:.0f} MB, "
          f"ratio {game / bare:.2f}")


def main() -> None:
    """Run the figures that are named, or all of them."""
    wanted = sys.argv[1:] or ["start", "still", "key", "memory"]
    with display() as environment:
        for name in wanted:
            # a home of its own: an open play of another figure would change what the start shows
            environment["COFFEE_FIRST_HOME"] = tempfile.mkdtemp(prefix="coffee-first-benchmark-")
            {"start": start, "still": still, "key": key, "memory": memory}[name](environment)


if __name__ == "__main__":
    main()
