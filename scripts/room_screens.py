"""Print the pictures of a room's projector, from a room of twenty-five that plays the bakery.

uv run python scripts/room_screens.py [FOLDER] [WIDTHxHEIGHT]
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pygame

from game import resources
from game.opening import Library
from game.projector.around import Around, Wifi
from game.projector.director import RoomDirector
from game.records.settings import Settings
from game.room.events import Joined, Let, Typed, Voted
from game.room.hall import Hall
from game.room.machine import begin
from game.room.session import VOTING, Session, Step
from game.room.setup import Manner, setup_for
from game.stage.keeping import Keeping
from game.stage.proof import Proof
from game.stage.theme import theme
from game.story.analysis import analyse

PEOPLE = 25
AROUND = Around(
    address="192.168.1.20:8080", network="wlan0", networks=2, wifi=Wifi("Millbrook Library Guest", "penguins"), connected=PEOPLE
)


class Printed(RoomDirector):
    """A director whose surroundings are always the same, so that the pictures are."""

    def _surroundings(self) -> Around:
        return replace(AROUND, now=1_020.0, analysis=getattr(self, "found", None))


def main() -> None:
    """Play a room, and keep a picture of each kind of page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    width, _, height = (sys.argv[2] if len(sys.argv) > 2 else "1280x720").partition("x")
    folder.mkdir(parents=True, exist_ok=True)
    scenario = Library().open(ROOT / "scenarios" / "bakery").scenario
    assert scenario is not None
    setup = setup_for(scenario, word="MOKA", seed=11, manner=Manner(say_first=True, sure=True))
    hall = Hall(begin(setup, at=0.0), lambda rows: None, lambda: 1_000.0)
    keeping = Keeping(journal=None, analyst=None, load=Settings)
    ticks = count()  # no press is taken for a bounce
    director = Printed(hall, keeping, resources.assets(), None, steady=lambda: float(next(ticks)))
    director.found = analyse(setup.scenario)
    proof = Proof(resources.assets(), (int(width), int(height)), theme(look="paper", text_size=100))
    chance = Random(4)
    for number in range(PEOPLE - 2):
        hall.happen(Joined(f"p{number}"))
    director._take_in()
    kept: set[str] = set()

    def keep(name: str) -> None:
        page = director.screen.page(replace(proof.desk, theme=director.theme), director.gallery)
        if name and name not in kept:
            kept.add(name)
            pygame.image.save(proof.print(page), folder / f"room-{name}.png")
            print(name)

    def press(key: str, name: str = "") -> None:
        director.press(key)
        keep(name)

    keep("lobby")
    press("o", "arrange")
    press("escape")
    press("p", "pairing")
    press("escape")
    press("k", "keys")
    press("escape")
    hall.happen(Joined("p23"))
    hall.happen(Joined("p24"))
    while hall.session.step is not Step.CLOSED:
        session = hall.session
        keep(_name(session))
        if session.step is Step.SAY and not session.now.said:
            for number, text in enumerate(("How is Maya?", "You always knew everybody.", "Could I ask you something?")):
                hall.happen(Typed(f"p{number}", session.moment, text))
                hall.happen(Let(f"p{number}", session.moment, True))
            director._take_in()
            keep("say-first")
        if session.step in VOTING and not session.now.last.cast:
            _vote(hall, chance)
            director._take_in()
            keep("vote" if session.step is Step.VOTE else "")
            press("h", "hands")
            press("escape")
        press("space")
    keep("closed")
    hall.close()
    proof.close()


def _vote(hall: Hall, chance: Random) -> None:
    session = hall.session
    offered = session.now.offered
    for number in range(PEOPLE):
        if session.step is Step.VOTE:
            choice = chance.choices(offered, [3, 5, 3, 1][: len(offered)] + [1] * max(0, len(offered) - 4))[0]
        else:
            before = session.now.first.ballots[f"p{number}"].choice if session.now.first else offered[0]
            choice = before if chance.random() < 0.65 else offered[0]
        hall.happen(Voted(f"p{number}", session.moment, session.round, choice, chance.choice((1, 2, 3, 3))))


def _name(session: Session) -> str:
    if session.step is Step.REVEAL:
        return "shift" if session.now.second is not None else "reveal"
    return {Step.VOTE: "", Step.SAY: "", Step.SECOND: ""}.get(session.step, session.step.value)


if __name__ == "__main__":
    main()
