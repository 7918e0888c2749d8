"""Whatever a hand can do is enough: one press at a time, on keys, a pad or the glass, however unsteady."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.records import settings as records
from game.records.settings import Settings
from game.resources import assets
from game.room.events import Arranged, Joined, Voted, Went
from game.room.hall import Hall
from game.room.machine import apply, begin
from game.room.session import Session, Step
from game.room.setup import Manner, setup_for
from game.stage.bindings import ACTIONS
from game.stage.hands import Hands
from game.stage.input import NAMED
from game.stage.intents import Open
from game.stage.keeping import Keeping
from game.stage.page import Page
from game.stage.pilot import Pilot
from game.stage.proof import Proof
from game.stage.screens import Screen
from game.stage.steadiness import Steadiness
from game.stage.theme import theme
from tests.room.served import shipped
from tests.stage.hands import Seat, seated
from tests.stage.test_plays import director

KEYBOARD_KEYS = (*NAMED, *map(ord, "0123456789abcdefghijklmnopqrstuvwxyz?+."))
ROOT = Path(__file__).resolve().parent.parent.parent


def at_a_choice(seat: Seat) -> None:
    """Go to the first choice of the first scenario."""
    seat.keys("1")
    for _ in range(10):
        seat.key(pygame.K_RETURN, "\r")
        if getattr(seat.director.screen, "choosing", False):
            return
    raise AssertionError("no choice")


# ---------------------------------------------------------------- held, twice, dragged


def test_no_held_key_ever_chooses(tmp_path: Path):
    """A hand that cannot let go: the key says its thing once, and of what a held key repeats nothing chooses."""
    with seated(tmp_path) as seat:
        for key in KEYBOARD_KEYS:
            hands = Hands(seat.app.company)
            down = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=chr(key) if 32 < key < 127 else "", mod=0)
            said = [hands.key(down, (1, 1), 10.0 + n / 10) for n in range(4)]
            assert set(said[1:]) <= {None} or said[0] in ("up", "down")


@pytest.mark.parametrize(("key", "letter"), [(pygame.K_1, "1"), (pygame.K_RETURN, "\r"), (pygame.K_SPACE, " "), (pygame.K_DOWN, "")])
def test_a_choice_is_not_made_by_holding(tmp_path: Path, key: int, letter: str):
    """One choice at the most, and the page that it brings stays while the key is down."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        seat.key(key, letter, up=False)
        page, made = seat.director.screen, seat.choices
        for _ in range(8):
            seat.key(key, letter, up=False, after=0.06)
        assert (made, page) == (seat.choices, seat.director.screen)


def test_whole_presses_do_everything(tmp_path: Path):
    """Nothing happens when a key is let go, and two quick presses are two presses: no hold and no double press is needed."""
    with seated(tmp_path) as seat:
        for key in KEYBOARD_KEYS:
            hands = Hands(seat.app.company)
            down = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=chr(key) if 32 < key < 127 else "", mod=0)
            up = pygame.event.Event(pygame.KEYUP, key=key, mod=0)
            slow = [hands.key(event, (1, 1), now) for event, now in ((down, 10.0), (up, 10.9), (down, 20.0), (up, 20.9))]
            quick = [hands.key(event, (1, 1), now) for event, now in ((down, 30.0), (up, 30.01), (down, 30.03), (up, 30.04))]
            assert slow == quick
            assert slow[0] == slow[2]
            assert [None, None] == [slow[1], slow[3]]


def test_nothing_is_dragged(tmp_path: Path):
    """A press that slips to another row takes neither; nothing on any page wants to be drawn about."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        width, height = seat.app.canvas.surface.get_size()
        (x, y), (u, v) = seat.place("row:0"), seat.place("row:1")
        seat.happens(pygame.MOUSEBUTTONDOWN, button=1, pos=(int(x * width), int(y * height)))
        seat.happens(pygame.MOUSEMOTION, pos=(int(u * width), int(v * height)), rel=(0, 9), buttons=(1, 0, 0))
        seat.happens(pygame.MOUSEBUTTONUP, button=1, pos=(int(u * width), int(v * height)))
        assert () == seat.choices


def test_a_button_let_go_on_another_page_takes_nothing(tmp_path: Path):
    """The mouse went down on one page and came up on the next: no choice was meant."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        width, height = seat.app.canvas.surface.get_size()
        x, y = seat.place("row:0")
        pos = (int(x * width), int(y * height))
        seat.happens(pygame.MOUSEBUTTONDOWN, button=1, pos=pos)
        seat.keys("b")
        seat.key(pygame.K_ESCAPE)
        seat.app.director.press("left")
        seat.app.director.press("enter")
        seat.app.show()
        seat.happens(pygame.MOUSEBUTTONUP, button=1, pos=pos)
        assert () == seat.choices


# ---------------------------------------------------------------- unsteady


def test_a_bounce_after_a_choice_does_not_choose_on_the_next_page():
    """The finger touches 2 again a tenth of a second after the choice: nothing is chosen with it."""
    steady = Steadiness()
    assert steady.meant("1", 10.0, 0.0, chooses=True)
    steady.chosen(10.0)
    assert not steady.meant("2", 10.1, 0.0, chooses=True)
    assert steady.meant("enter", 10.1, 0.0, chooses=False)
    assert steady.meant("2", 10.21, 0.0, chooses=True)


@pytest.mark.parametrize("wait", [0.25, 0.5, 1.0])
def test_steady_hands_passes_over_repeats(tmp_path: Path, wait: float):
    """With the setting, a hand that shakes presses once, however often it touches; then it may press again."""
    with seated(tmp_path, steady=wait) as seat:
        at_a_choice(seat)
        for after in (1.5, wait * 0.9, wait * 0.9, wait * 0.9):
            seat.key(pygame.K_DOWN, after=after)
        assert 0 == seat.director.screen.cursor  # type: ignore[attr-defined]
        seat.key(pygame.K_DOWN, after=wait * 1.1)
        assert 1 == seat.director.screen.cursor  # type: ignore[attr-defined]


def test_without_the_setting_every_press_counts(tmp_path: Path):
    """Whoever presses quickly is not slowed down."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        for _ in range(3):
            seat.key(pygame.K_DOWN, after=0.03)
        assert 2 == seat.director.screen.cursor  # type: ignore[attr-defined]


# ---------------------------------------------------------------- touch


def test_one_tap_acts_once(tmp_path: Path):
    """The system makes a mouse of each finger, too: a tap on an article opens it, and takes nothing on the next page."""
    with seated(tmp_path) as seat:
        seat.tap("row:0")
        assert ("BriefingScreen", 0) == (seat.screen, seat.director.screen.sheet)  # type: ignore[attr-defined]


def test_a_tap_needs_no_mouse(tmp_path: Path):
    """Where the system makes no mouse of a finger, the tap alone is enough."""
    with seated(tmp_path) as seat:
        seat.tap("row:0", mouse_too=False)
        assert "BriefingScreen" == seat.screen


def test_a_palm_that_rests_does_not_tap(tmp_path: Path):
    """A second finger on the glass is passed over until the first has gone."""
    with seated(tmp_path) as seat:
        x, y = seat.place("row:0")
        seat.happens(pygame.FINGERDOWN, finger_id=5, touch_id=1, x=0.01, y=0.01, dx=0.0, dy=0.0, pressure=1.0)
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            seat.happens(kind, finger_id=6, touch_id=1, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0)
        assert "TitleScreen" == seat.screen


def test_a_finger_finds_the_ways_out_that_keys_know(tmp_path: Path):
    """On a scene a finger is offered the way back, the look back and the page that makes the game fit; keys are not."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        keys = {target.key for target in _page(seat).targets}
        seat.tap("down")
        fingers = {target.key for target in _page(seat).targets}
        assert {"escape", "b", "f1"} == fingers - keys


def _page(seat: Seat) -> Page:
    page = seat.app.canvas.page
    assert page is not None
    return page


# ---------------------------------------------------------------- pads


def test_a_pad_plays(tmp_path: Path):
    """Cross and A: from the front page to a choice, made and taken back."""
    with seated(tmp_path) as seat:
        seat.pad(0)
        for _ in range(10):
            if getattr(seat.director.screen, "choosing", False):
                break
            seat.pad(0)
        seat.pad(12)
        seat.pad(12)
        assert 1 == seat.director.screen.cursor  # type: ignore[attr-defined]
        seat.pad(0)
        assert 1 == len(seat.choices)
        seat.pad(3)
        assert () == seat.choices


def test_hints_name_the_device_that_was_used_last(tmp_path: Path):
    """A pad is taken up: the hints say A and B. A key is pressed: they say Enter and Esc again."""
    with seated(tmp_path) as seat:
        printed = [_caps(seat)]
        seat.pad(12)
        printed.append(_caps(seat))
        seat.key(pygame.K_DOWN)
        printed.append(_caps(seat))
        assert [("Enter", "Esc"), ("A", "B"), ("Enter", "Esc")] == printed


def _caps(seat: Seat) -> tuple[str, str]:
    caps = seat.app.desk().caps
    return caps.cap("Enter"), caps.cap("Esc")


def test_the_first_pull_of_the_trigger_frames_the_first_hint(tmp_path: Path):
    """It frames a hint at once, and pressing another key takes the frame away."""
    with seated(tmp_path) as seat:
        seat.happens(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=5, value=32000)
        scanner = seat.app.hands.scanner
        assert scanner is not None
        assert scanner.scanned is not None
        assert "w" == scanner.scanned.key
        seat.pad(12)
        assert scanner.scanned is None


def test_a_pad_walks_to_what_has_no_button(tmp_path: Path):
    """The right trigger frames one hint after another, A takes it: the credits have no button of their own."""
    with seated(tmp_path) as seat:
        for _ in range(12):
            if seat.app.hands.scanner is not None and (thing := seat.app.hands.scanner.scanned) and thing.key == "c":
                break
            seat.happens(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=5, value=32000)
            seat.happens(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=5, value=0)
        seat.pad(0)
        assert "CreditsScreen" == seat.screen


def test_a_stick_pushed_askew_is_one_step(tmp_path: Path):
    """Pushed down and a little to the right, it moves down and turns no page."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        scene = seat.director.screen
        for axis, value in ((0, 22000), (1, 30000), (0, 24000), (1, 32000)):
            seat.happens(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=axis, value=value // 3)
            seat.happens(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=axis, value=value)
        assert scene is seat.director.screen


def test_pads_come_and_go(tmp_path: Path):
    """Plugged in, pulled out, or one whose layout nobody knows: the game plays on."""
    with seated(tmp_path) as seat:
        seat.app.hands.find_pads()
        for kind in (pygame.CONTROLLERDEVICEADDED, pygame.JOYDEVICEADDED):
            seat.happens(kind, device_index=0)
        seat.app.hands.translator.raw.add(9)
        seat.happens(pygame.JOYHATMOTION, instance_id=9, joy=0, hat=0, value=(0, -1))
        assert 1 == seat.director.screen.cursor  # type: ignore[attr-defined]
        seat.happens(pygame.JOYAXISMOTION, instance_id=9, joy=0, axis=1, value=-1.0)
        assert 0 == seat.director.screen.cursor  # type: ignore[attr-defined]
        assert "A" == seat.app.desk().caps.cap("Enter")
        for kind in (pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED):
            seat.happens(kind, instance_id=9)
        assert "Enter" == seat.app.desk().caps.cap("Enter")
        seat.happens(pygame.JOYBUTTONDOWN, instance_id=3, joy=0, button=0)
        assert "TitleScreen" == seat.screen


# ---------------------------------------------------------------- other keys


def test_an_action_is_put_on_another_key_and_kept(tmp_path: Path):
    """Settings, keys, the row of the address book, Enter, Z: from then on Z opens it, the hints say so, it is kept."""
    with seated(tmp_path) as seat:
        seat.director.act(Open("keys"))
        seat.shown()
        row = next(index for index, action in enumerate(ACTIONS) if action.key == "a")
        for _ in range(row):
            seat.key(pygame.K_DOWN)
        seat.key(pygame.K_RETURN, "\r")
        seat.key(pygame.K_z, "z")
        assert (("z", "a"), ("a", "")) == seat.director.settings.bindings
        seat.key(pygame.K_ESCAPE)
        at_a_choice(seat)
        seat.keys("a")
        assert "SceneScreen" == seat.screen
        seat.keys("z")
        assert "BookScreen" == seat.screen
        assert "Z" == seat.app.desk().caps.cap("A")
        assert seat.director.settings == seat.kept[-1]


def test_nobody_is_locked_out_of_the_keys(tmp_path: Path):
    """Enter, Esc and the arrows were given away: on the page of the keys they still do what they did."""
    given = (("return", "a"), ("z", "enter"), ("escape", "r"), ("y", "escape"), ("down", "w"), ("v", "down"))
    with seated(tmp_path, bindings=given) as seat:
        seat.director.act(Open("keys"))
        seat.shown()
        seat.key(pygame.K_DOWN)
        seat.key(pygame.K_UP)
        seat.key(pygame.K_RETURN, "\r")
        assert seat.director.screen.listening  # type: ignore[attr-defined]
        seat.key(pygame.K_ESCAPE)
        assert not seat.director.screen.listening  # type: ignore[attr-defined]
        seat.keys("r")
        assert () == seat.director.settings.bindings
        seat.key(pygame.K_ESCAPE)
        assert "TitleScreen" == seat.screen


def test_a_button_of_a_pad_is_bound_as_well(tmp_path: Path):
    """The row listens to whatever comes: a button of a pad is the new one for the pad."""
    with seated(tmp_path) as seat:
        seat.director.act(Open("keys"))
        seat.shown()
        row = next(index for index, action in enumerate(ACTIONS) if action.key == "w")
        seat.director.screen.cursor = row  # type: ignore[attr-defined]
        seat.pad(0)
        seat.pad(2)
        assert (("pad x", "w"),) == seat.director.settings.bindings


def test_bindings_survive_the_file(tmp_path: Path):
    """Kept as an object in the settings; what is no word there is passed over."""
    path = tmp_path / "settings.json"
    liked = replace(Settings(), bindings=(("z", "a"), ("a", "")), steady=0.5)
    records.save(path, liked)
    assert liked == records.load(path)
    for nonsense in ('{"bindings": [1, 2]}', '{"bindings": {"z": 7, "y": null}}', '{"bindings": "a"}', '{"steady": 3}'):
        path.write_text(nonsense, "utf-8")
        assert Settings() == records.load(path)


# ---------------------------------------------------------------- what is touched is large enough


def small(screen: object, page: Page) -> list[str]:
    """Return the places of a page that are lower than a twentieth of it."""
    least = page.height / 20
    return [f"{type(screen).__name__}: {target.key} is {target.box.h:.0f} high" for target in page.targets if target.box.h < least]


@pytest.mark.parametrize(("text", "size"), [(100, (1280, 720)), (200, (1280, 720)), (100, (1280, 800))])
def test_what_can_be_touched_is_a_twentieth_of_the_page_high(tmp_path: Path, text: int, size: tuple[int, int]):
    """A thumb or a shaking hand meets each row and each hint, on every page of a play."""
    found: list[str] = []

    def see(screen: Screen, page: Page) -> None:
        found.extend(small(screen, page))

    playing = director(tmp_path)
    playing.settings = replace(playing.settings, text_size=text)
    pilot = Pilot(playing, assets(), size=size, see=see)
    for name in ("settings", "credits", "keys"):
        playing.act(Open(name))
        pilot.press("down", "escape")
    pilot.press("1")
    kinds: set[str] = set()
    for _ in range(200):
        kind = type(pilot.screen).__name__
        if kind == "DebriefScreen":
            break
        if kind not in kinds:
            pilot.press("a", "down", "enter", "escape", *(() if kind == "BriefingScreen" else ("b", "escape")))
        kinds.add(kind)
        pilot.press("1" if getattr(pilot.screen, "choosing", False) else "enter")
    assert "DebriefScreen" == type(pilot.screen).__name__
    pilot.press(*["enter"] * 12)
    pilot.close()
    assert [] == sorted(set(found))


def test_so_it_is_on_the_pages_of_a_room():
    """The laptop of a workshop may have a glass, too."""
    from game.projector.director import RoomDirector

    now = [1_000.0]
    hall = Hall(begin(setup_for(shipped("bakery"), word="MOKA", seed=5), at=0), lambda rows: None, lambda: now[0])
    proof = Proof(assets(), (1280, 720), theme(look="paper", text_size=100))
    found: list[str] = []
    try:
        keeping = Keeping(journal=None, analyst=None, load=Settings)
        ticks = iter(range(10_000))
        room = RoomDirector(hall, keeping, assets(), None, steady=lambda: float(next(ticks)))

        def look() -> None:
            page = room.screen.page(replace(proof.desk, theme=room.theme), room.gallery)
            found.extend(small(room.top, page))

        for number in range(4):
            hall.happen(Joined(f"person {number}"))
        steps: set[Step] = set()
        for _ in range(60):
            now[0] += 1
            room.wake()
            session = hall.session
            if session.step in (Step.VOTE, Step.SECOND):
                for number in range(4):
                    choice = session.now.offered[number % 2 if session.step is Step.VOTE else 0]
                    hall.happen(Voted(f"person {number}", session.moment, session.round, choice))
                now[0] += 1
                room.wake()
            look()
            if session.step not in steps:
                for key in ("o", "h", "k", "p"):
                    room.press(key)
                    look()
                    room.press("escape")
            steps.add(session.step)
            room.press("space")
        assert len(steps) >= 6
    finally:
        hall.close()
        proof.close()
    assert [] == sorted(set(found))


# ---------------------------------------------------------------- no hurry

CLOCKS = {
    "stage/app.py", "stage/system_wishes.py", "stage/pictures.py",
    "projector/director.py", "projector/opening.py",
    "stage/voice", "stage/sound", "stage/moving", "stage/motion.py", "stage/reader",
}
"""The modules of the window that know a clock. The first sleeps between looks at the keyboard; the system is not asked
more often than is useful; pictures are waited for; a room filters bounces and offers a time; speech, sound and motion play in theirs."""


def test_no_page_is_ever_taken_away_by_a_clock():
    """No module but those that are named asks what time it is, and no screen does: what is shown stays until a press."""
    found = set()
    for folder in ("stage", "projector"):
        for path in sorted((ROOT / "game" / folder).rglob("*.py")):
            names: set[str] = set()
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Import():
                        names |= {alias.name for alias in node.names}
                    case ast.ImportFrom():
                        names.add(node.module or "")
                    case ast.Attribute(attr="set_timer" | "Clock" | "get_ticks"):
                        names.add("time")
            if names & {"time", "sched", "asyncio"}:
                found.add(path.relative_to(ROOT / "game").as_posix())
    unknown = {path for path in found if not any(path == known or path.startswith(f"{known}/") for known in CLOCKS)}
    assert set() == unknown
    assert not {path for path in found if "/screens/" in path}


def test_nothing_happens_while_nobody_presses(tmp_path: Path):
    """The player looks at a choice for ten minutes: it is still there, and nothing was chosen."""
    with seated(tmp_path) as seat:
        at_a_choice(seat)
        scene = seat.director.screen
        seat.passes(600)
        seat.director.wake()
        assert (scene, ()) == (seat.director.screen, seat.choices)


def test_the_time_of_a_room_is_an_offer_that_can_be_switched_off():
    """While a room talks a clock may run: nothing ends with it, and a room may do without, also in the middle of it."""
    def talking(timed: bool) -> Session:
        session = begin(setup_for(shipped("bakery"), word="MOKA", seed=5, manner=Manner(timed=timed)), at=0)
        for step in ("scene", "vote", "talk"):
            session = apply(session, Went(step), at=1)
        return session

    offered = talking(True)
    assert offered.timer is not None
    assert Step.TALK is apply(offered, Joined("late"), at=offered.timer.until + 3_600).step
    assert talking(False).timer is None
    assert apply(offered, Arranged("timed", False), at=2).timer is None
