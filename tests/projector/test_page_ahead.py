"""What the remote's large button does: turn a page of the window, or have the room go on."""

from __future__ import annotations

from dataclasses import replace

from game import resources
from game.projector.director import RoomDirector
from game.records.settings import Settings
from game.room.events import Joined, Went
from game.room.hall import Hall
from game.room.machine import begin
from game.room.session import Step
from game.room.setup import setup_for
from game.stage.keeping import Keeping
from game.stage.proof import Proof
from tests.room.served import shipped

SIZE = (1280, 720)


def told(director: RoomDirector, proof: Proof) -> str:
    """Return what the remote is told once the window has shown its page."""
    director.screen.page(replace(proof.desk, theme=director.theme), director.gallery)
    director.wake()
    return director.hall.page_ahead


def test_the_remote_is_told_of_each_page_that_lies_ahead_and_when_there_is_none():
    """The button says "Turn the page" as often as there is one to turn, and then "Open the vote"."""
    hall = Hall(begin(setup_for(shipped(), word="MOKA", seed=5), at=0), lambda rows: None, lambda: 1_000.0)
    director = RoomDirector(hall, Keeping(journal=None, analyst=None, load=Settings), resources.assets(), None)
    proof = Proof(resources.assets(), SIZE, director.theme)
    try:
        lobby = told(director, proof)
        hall.happen(Joined("ann"))
        hall.happen(Went("scene"))
        director.wake()
        turned = 0
        while told(director, proof) == "scene/0":
            director.press_from_afar("enter")
            turned += 1
        last = hall.session.step
        director.press_from_afar("enter")
        assert ("", True, Step.SCENE, Step.VOTE) == (lobby, turned > 0, last, hall.session.step)
    finally:
        proof.close()
        hall.close()
