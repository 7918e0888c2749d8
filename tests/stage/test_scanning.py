"""One switch is enough: the scan finds everything, soon enough, and each scenario is played with it alone."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.resources import assets
from game.room.events import Joined, Voted
from game.room.hall import Hall
from game.room.machine import begin
from game.room.session import Step
from game.room.setup import setup_for
from game.stage.page import Box, Target
from game.stage.scanning import MOST, ROUNDS, Scan, Thing, things_of
from tests.room.served import shipped
from tests.stage.hands import Seat, seated

NAMES = ("bakery", "rotary-prospect", "laid-off")


def leaves(things: tuple[Thing, ...]) -> list[str]:
    found = []
    for thing in things:
        found += [thing.key] if thing.key else []
        found += leaves(thing.members)
    return found


def widest(things: tuple[Thing, ...]) -> int:
    return max(len(things), *(widest(thing.members) for thing in things if thing.members), 0)


boxes = st.builds(Box, st.integers(0, 1800), st.integers(0, 1000), st.integers(20, 900), st.integers(20, 300))
pages = st.lists(boxes, max_size=40).map(lambda found: tuple(Target(box, f"row:{n}") for n, box in enumerate(found)))


@given(pages)
@settings(max_examples=80)
def test_everything_on_a_page_is_scanned_once(targets: tuple[Target, ...]):
    """However many things a page offers and wherever they stand, the scan comes to each of them, in small groups."""
    things = things_of(targets, 1080)
    assert sorted({target.key for target in targets}) == sorted(leaves(things))
    assert widest(things) <= MOST


@given(pages.filter(bool))
@settings(max_examples=60)
def test_the_scan_goes_round_and_then_rests(targets: tuple[Target, ...]):
    """Nobody presses: each thing is passed three times, then nothing moves any more until somebody does."""
    things = things_of(targets, 1080)
    scan, passed = Scan(things), []
    while not scan.rests:
        passed.append(scan.scanned)
        scan = scan.stepped()
    assert [*things] * ROUNDS == passed
    woken, key = scan.taken()
    assert ("", things[0]) == (key, woken.scanned)


def row(n: int) -> Target:
    return Target(Box(100, 100 + 80 * n, 800, 78), f"row:{n}")


def test_a_setting_is_a_group_of_its_values():
    """A place that holds others is gone into: first the setting, then its values, then the setting again."""
    values = [Target(Box(500 + 80 * n, 100, 70, 78), f"set:{n}") for n in range(3)]
    scan = Scan(things_of((row(0), *values, row(1)), 1080))
    scan, key = scan.taken()
    passed = []
    for _ in range(7):
        passed.append(scan.scanned.key if scan.scanned else "")
        scan = scan.stepped()
    assert "row:0" == key
    assert ["set:0", "set:1", "set:2", "set:0", "set:1", "set:2", "row:0"] == passed


def test_the_hints_are_grouped_before_the_choices_are():
    """Four choices and seven hints: the choices stand alone, the hints wait together at the end."""
    hints = [Target(Box(100 + 110 * n, 1000, 100, 60), key) for n, key in enumerate(("enter", "down", "a", "r", "b", "escape", "f1"))]
    things = things_of((*(row(n) for n in range(4)), *hints), 1080)
    assert ["row:0", "row:1", "row:2", "row:3", ""] == [thing.key for thing in things]
    assert 7 == len(things[-1].members)


# ---------------------------------------------------------------- in the window


def plays(seat: Seat, *, most: int = 400) -> None:
    """Press the switch until the column is there: each page's first thing, and another choice each time."""
    made = 0
    for _ in range(most):
        if seat.screen == "DebriefScreen":
            return
        page = seat.app.canvas.page
        assert page is not None
        rows = sorted({target.key for target in page.targets if target.key.startswith("row:")})
        if seat.screen == "SceneScreen" and rows:
            made += 1
            seat.takes(rows[made % len(rows)])
        else:
            seat.switch()
    raise AssertionError(f"no column after {most} presses")


@pytest.mark.parametrize("name", NAMES)
def test_each_scenario_is_played_with_one_switch(tmp_path: Path, name: str):
    """From the front page to the column, into all that lies beside it, out again, and the game closed: one switch."""
    with seated(tmp_path, switches=1) as seat:
        seat.takes(f"row:{NAMES.index(name)}")
        assert "BriefingScreen" == seat.screen
        plays(seat)
        assert len(seat.choices) > 5
        while seat.director.screen.sheet + 1 < seat.director.screen.sheets:  # type: ignore[attr-defined]
            seat.takes("enter")
        seat.takes("w")
        assert "WhatIfScreen" == seat.screen
        seat.takes("down")
        seat.takes("escape")
        seat.takes("a")
        assert "BookScreen" == seat.screen
        seat.takes("escape")
        seat.takes("escape")
        assert "TitleScreen" == seat.screen
        seat.takes("s")
        assert "SettingsScreen" == seat.screen
        seat.takes("escape")
        seat.takes("escape")
        assert seat.director.wishes.quit


def test_a_room_is_led_with_one_switch(tmp_path: Path):
    """Scene, vote, talk, vote, reveal, what came of it, and the question whether to leave: the facilitator's one switch."""
    from game.projector.director import RoomDirector

    now = [1_000.0]
    hall = Hall(begin(setup_for(shipped("bakery"), word="MOKA", seed=5), at=0), lambda rows: None, lambda: now[0])
    try:
        ticks = iter(range(10_000))
        with seated(tmp_path, switches=1, room=lambda keeping: RoomDirector(
            hall, keeping, assets(), None, steady=lambda: float(next(ticks))
        )) as seat:  # fmt: skip
            for number in range(4):
                hall.happen(Joined(f"person {number}"))
            seen = []
            for _ in range(40):
                session = hall.session
                seen.append(session.step)
                if session.step is Step.CONSEQUENCE:
                    break
                if session.step in (Step.VOTE, Step.SECOND):
                    for number in range(4):
                        place = number % 2 if session.step is Step.VOTE else 0
                        hall.happen(Voted(f"person {number}", session.moment, session.round, session.now.offered[place]))
                now[0] += 1
                seat.director.wake()
                seat.shown()
                seat.switch()
            assert [Step.VOTE, Step.TALK, Step.SECOND, Step.REVEAL, Step.CONSEQUENCE] == list(dict.fromkeys(seen))[-5:]
            seat.takes("escape")
            seat.takes("q")
            assert seat.director.left  # type: ignore[attr-defined]
    finally:
        hall.close()


def test_two_switches_step_and_take(tmp_path: Path):
    """One switch goes on to the next thing, the other takes it; nothing moves by itself."""
    with seated(tmp_path, switches=2) as seat:
        first = seat.scanner.scanned
        seat.passes(30)
        assert first == seat.scanner.scanned
        seat.key(pygame.K_SPACE, " ")
        assert "row:1" == (seat.scanner.scanned or first).key  # type: ignore[union-attr]
        seat.key(pygame.K_RETURN, "\r")
        assert "BriefingScreen" == seat.screen


@pytest.mark.parametrize("what", ["space", "enter", "mouse", "right mouse", "pad", "touch", "trigger"])
def test_anything_can_be_the_switch(tmp_path: Path, what: str):
    """A key, any mouse button anywhere, any button of a pad, a touch: whatever the hand can reach."""
    with seated(tmp_path, switches=1) as seat:
        match what:
            case "space":
                seat.key(pygame.K_SPACE, " ")
            case "enter":
                seat.key(pygame.K_RETURN, "\r")
            case "mouse" | "right mouse":
                seat.happens(pygame.MOUSEBUTTONDOWN, button=1 if what == "mouse" else 3, pos=(3, 3))
                seat.happens(pygame.MOUSEBUTTONUP, button=1 if what == "mouse" else 3, pos=(3, 3))
            case "pad":
                seat.pad(3)
            case "touch":
                seat.tap("s")
            case "trigger":
                seat.happens(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=5, value=30000)
        assert "BriefingScreen" == seat.screen


def test_a_switch_that_is_held_takes_once(tmp_path: Path):
    """The hand cannot let go in time: still only one thing is taken."""
    with seated(tmp_path, switches=1) as seat:
        seat.key(pygame.K_SPACE, " ", up=False)
        for _ in range(30):
            seat.key(pygame.K_SPACE, " ", up=False, after=0.06)
        assert ("BriefingScreen", 0) == (seat.screen, seat.director.screen.sheet)  # type: ignore[attr-defined]


def test_a_scan_at_rest_costs_nothing(tmp_path: Path):
    """After three rounds nothing is painted any more; the next press only wakes the scan."""
    with seated(tmp_path, switches=1) as seat:
        seat.passes(120)
        assert seat.scanner.scanned is None
        painted: list[object] = []
        seat.app.show = lambda: painted.append(1)  # type: ignore[method-assign]
        seat.passes(60)
        assert [] == painted
        del seat.app.show
        seat.switch()
        assert ("TitleScreen", "row:0") == (seat.screen, seat.scanner.scanned.key)  # type: ignore[union-attr]


def test_the_frame_is_more_than_a_colour(tmp_path: Path):
    """What is scanned wears three lines, dark, light and dark, so that it shows on every ground."""
    with seated(tmp_path, switches=1) as seat:
        page = seat.app.canvas.page
        assert page is not None
        bare = seat.director.screen.page(seat.app.desk(), seat.director.gallery)
        assert 3 == len(page.marks) - len(bare.marks)


def test_everything_is_found_within_half_a_minute(tmp_path: Path):
    """On no page of a play does anybody wait longer than half a minute for anything, at the usual pace."""
    with seated(tmp_path, switches=1) as seat:
        slowest: dict[str, float] = {}

        def look() -> None:
            page = seat.app.canvas.page
            assert page is not None
            steps = max(_steps(seat.scanner._scan.things).values())
            slowest[seat.screen] = max(slowest.get(seat.screen, 0.0), steps * seat.director.settings.scan_seconds)

        look()
        seat.takes("s")
        look()
        seat.takes("escape")
        seat.takes("row:0")
        look()
        for _ in range(40):
            seat.switch()
            look()
        seat.takes("a")
        look()
        assert {} == {name: seconds for name, seconds in slowest.items() if seconds > 30}
        assert len(slowest) >= 5


def _steps(things: tuple[Thing, ...]) -> dict[str, int]:
    """Return how many things the scan rests on until each is reached, itself included."""
    found = {}
    for index, thing in enumerate(things, 1):
        if thing.key:
            found[thing.key] = index
        found |= {key: index + steps for key, steps in _steps(thing.members).items()}
    return found
