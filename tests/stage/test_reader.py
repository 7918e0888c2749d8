"""The game to a screen reader: the real window, on a real AT-SPI bus, met by a client that knows roles and names only."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.authoring import read
from game.opening import scenario_path
from game.stage.beats import beats
from game.stage.outline import Role, in_lines, outline_of
from game.stage.screens.credits import CreditsScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.of_beat import screen_of
from game.stage.views import Columnist, said
from game.story.model import Scenario
from game.story.playthrough import Playthrough, State, offered, replay
from tests.display import display_of

ROOT = Path(__file__).resolve().parent.parent.parent
SYSTEM = "/usr/bin/python3"


def _missing() -> list[str]:
    missing = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    gi = subprocess.run(
        [SYSTEM, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"],
        capture_output=True, check=False,
    ) if Path(SYSTEM).exists() else None
    if gi is None or gi.returncode:
        missing.append("gir1.2-atspi-2.0 and python3-gi")
    if not any(Path(folder, "at-spi-bus-launcher").exists() for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")):
        missing.append("at-spi2-core")
    return missing


MISSING = _missing() if sys.platform == "linux" else ["Linux"]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason=f"needs {' and '.join(MISSING)}"
)


class Client:
    """A client of the accessibility bus, in a process of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [SYSTEM, str(Path(__file__).parent / "atspi_client.py")], env=environment, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )

    def ask(self, *words: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            assert self._process.stderr is not None
            pytest.fail(self._process.stderr.read()[-2000:])
        return json.loads(line)

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


class Game:
    """The window and its client."""

    def __init__(self, client: Client, home: Path) -> None:
        self.ask, self.home = client.ask, home

    def plays(self) -> list[tuple[tuple[str, ...], int]]:
        """Return the choices and the seed of each play that was kept, in order."""
        db = sqlite3.connect(self.home / "data" / "plays.db")
        rows = db.execute("select play, choice from choice where taken_back = 0 order by play, moment").fetchall()
        seeds = dict(db.execute("select id, seed from play").fetchall())
        db.close()
        plays: dict[int, list[str]] = {}
        for play, choice in rows:
            plays.setdefault(play, []).append(choice)
        return [(tuple(choices), seeds[number]) for number, choices in sorted(plays.items())]


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Game]:
    home = tmp_path_factory.mktemp("reader")
    with (
        display_of("1280x720") as display,
        subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env={**os.environ, "DISPLAY": display},
        ) as bus,
    ):
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        environment = {
            **os.environ, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": address, "COFFEE_FIRST_HOME": str(home),
            "SDL_AUDIODRIVER": "dummy", "LANGUAGE": "en", "GSETTINGS_BACKEND": "memory",
        }
        environment.pop("SDL_VIDEODRIVER", None)
        client = Client(environment)
        with subprocess.Popen([sys.executable, "-m", "game"], env=environment, cwd=ROOT, stderr=subprocess.PIPE) as process:
            try:
                client.ask("find")
                yield Game(client, home)
            finally:
                client.close()
                process.kill()
                bus.terminate()



def names(things: list[dict[str, Any]], role: str) -> list[str]:
    return [thing["name"] for thing in things if thing["role"] == role]


def test_the_front_page_is_a_heading_a_list_and_keys(game: Game):
    """Each scenario is a button that says which it is of how many; the focus is on what is to be read first."""
    things = game.ask("things")
    rows = [thing for thing in things if thing["role"] == "push button" and "posinset" in thing["attributes"]]
    assert ["Coffee First"] == names(things, "heading")
    assert ["3 choices"] == names(things, "list box")
    assert [("1", "3"), ("2", "3"), ("3", "3")] == [(row["attributes"]["posinset"], row["attributes"]["setsize"]) for row in rows]
    assert [["3 choices", "1 of 3"]] == [
        [words for words in ("3 choices", "1 of 3") if words in thing["name"]] for thing in things if "focused" in thing["states"]
    ]
    assert {"read on", "settings", "credits", "close"} <= set(game.ask("buttons", "tool bar"))


def test_what_can_be_taken_lies_where_it_is_drawn(game: Game):
    """A magnifier that follows the focus comes to the very row: each button lies inside the window, its middle on no other."""
    boxes = [thing["box"] for thing in game.ask("things") if thing["role"] == "push button"]
    assert all(0 <= x and 0 <= y and x + w <= 1280 and y + h <= 720 for x, y, w, h in boxes)
    middles = [(x + w / 2, y + h / 2) for x, y, w, h in boxes]
    assert [1] * len(boxes) == [
        sum(x <= across < x + w and y <= down < y + h for x, y, w, h in boxes) for across, down in middles
    ]


def lines_of_play(state: State, seed: int) -> set[str]:
    """Return all that the screens of a play say on their way to its end, but for the choices."""
    said_there = set()
    for count in range(len(state.choices) + 1):
        then = replay(Playthrough(state.scenario, seed, state.choices[:count]))
        for beat in beats(then, Columnist.AFTER_EACH_CHOICE, seed):
            nodes = outline_of(screen_of(beat))
            said_there |= set(in_lines(tuple(node for node in nodes if node.role is not Role.CHOICE)))
    return said_there


def way_through(scenario: Scenario, turns: tuple[int, ...]) -> State:
    """Return a play to an ending: at each moment another of what is offered, in the order of the file."""
    choices: tuple[str, ...] = ()
    while not (state := replay(Playthrough(scenario, 0, choices))).over:
        open_now = list(offered(state))
        choices = (*choices, open_now[turns[len(choices) % len(turns)] % len(open_now)])
    return state


@pytest.mark.parametrize(("name", "turns"), [("bakery", (0, 1, 2)), ("rotary-prospect", (1, 0, 3)), ("laid-off", (2, 0, 1))])
def test_a_scenario_is_played_to_its_ending_by_names_and_roles(game: Game, name: str, turns: tuple[int, ...]):
    """From the front page to the column, without an eye and without a key: what was told, said and taken is all there."""
    scenario = read(scenario_path(name)).scenario
    assert scenario is not None
    before = len(game.ask("focused"))
    assert game.ask("take", "list box", scenario.headline)["took"]
    state = way_through(scenario, turns)
    pages = game.ask("play", [said(moment.choice) for moment in state.moments], "read your column")
    choices, seed = game.plays()[-1]
    assert state.choices == choices
    assert state.here.ending is not None
    assert state.here.ending.title in [name for page in pages for role, name in page if role == "heading"]
    read_out = {line for page in pages for _role, line in page}
    assert set() == lines_of_play(state, seed) - read_out
    came_to = " ".join(game.ask("focused")[before:])
    assert [] == [line.text for moment in state.moments for line in moment.reaction if line.text not in came_to]

    assert game.ask("take", "tool bar", "address book")["took"]
    assert len([line for role, line in game.ask("read") if role == "row"]) > 2
    assert game.ask("take", "tool bar", "back to the scene")["took"]

    assert game.ask("take", "tool bar", "read your column")["took"]
    column = [game.ask("read")]
    while "turn the page" in game.ask("buttons", "tool bar"):
        assert game.ask("take", "tool bar", "turn the page")["took"]
        column.append(game.ask("read"))
    screen = DebriefScreen(state, seed, None)
    expected = {line for line in screen.text() if not line.startswith(("Score", "Every way"))}
    assert set() == expected - {line for page in column for _role, line in page}
    assert game.ask("take", "tool bar", "front page")["took"]


def test_what_is_new_takes_the_focus_whole_and_in_order(game: Game):
    """A page that opens is read as one text by any screen reader; when it is opened again, only its head is."""
    assert game.ask("take", "tool bar", "credits")["took"]
    columns = in_lines(CreditsScreen().outline())
    assert game.ask("focused")[-1].startswith(" ".join(columns))
    assert game.ask("take", "tool bar", "back")["took"]
    assert len(game.ask("focused")[-1]) < len(" ".join(columns))


def test_the_focus_moves_the_cursor(game: Game):
    """A reader that puts its focus on the third article has the cursor there, and nothing is taken by it."""
    assert game.ask("focus", "list box", 2)
    things = game.ask("things")
    rows = [thing for thing in things if "posinset" in thing["attributes"]]
    assert [False, False, True] == ["focused" in row["states"] for row in rows]
