"""What is heard: which sounds belong to which page, how loud, and silence wherever silence is wanted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from array import array
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from game.authoring.sounds import sound, tone_for
from game.authoring.source import Unread
from game.records.settings import Settings
from game.resources import assets
from game.stage.companions import Companion
from game.stage.gallery import Gallery
from game.stage.page import Box, Page, Style, Words
from game.stage.pilot import Pilot
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.title import TitleScreen
from game.stage.sound import tones
from game.stage.sound.captions import free_place, strip
from game.stage.sound.companion import READING, SoundCompanion
from game.stage.sound.cues import CAPTIONS, Cue, Heard, going_on, in_words, posted, sounds_for, timed
from game.stage.sound.speaker import Speaker
from scripts import effects, make_sounds
from scripts.synthesis import as_steps
from tests.stage.checks import faults
from tests.stage.test_plays import NAMES, begin, director

ROOT = Path(__file__).resolve().parent.parent.parent
SOUNDS = assets() / "sounds"
EMPTY = Page(1920, 1080, ())


class Story:
    """A page of a play, as far as it is heard."""

    hover = None

    def __init__(self, heard: Heard) -> None:
        self.heard = heard

    def handle(self, key: str) -> tuple[()]:
        return ()

    def page(self, desk: object, gallery: Gallery) -> Page:
        return EMPTY

    def text(self) -> list[str]:
        return []


@pytest.fixture
def dummy_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def companion(wanted: Settings, **more: object) -> SoundCompanion:
    return SoundCompanion(SOUNDS, lambda: wanted, **more)  # type: ignore[arg-type]


def walk(along: SoundCompanion, *heard: Heard) -> None:
    for each in heard:
        along.shown(Story(each), EMPTY)
    along.tick(100.0)


# ---------------------------------------------------------------- which sounds


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((6,), (Cue.LAID, Cue.EARNED, Cue.EARNED)),
        ((1,), (Cue.LAID, Cue.EARNED)),
        ((40,), (Cue.LAID, Cue.EARNED, Cue.EARNED, Cue.EARNED)),
        ((-12,), (Cue.TAKEN, Cue.LOST)),
        ((-8, 3), (Cue.TAKEN, Cue.LOST)),
        ((), ()),
    ],
)
def test_an_entry_is_heard_as_a_coin_and_its_beans(amounts: tuple[int, ...], expected: tuple[Cue, ...]):
    """A coin is laid down and a bean drops for every five points, three at the most; or it is taken, and one dull tap."""
    assert expected == posted(amounts)


def test_whoever_comes_into_a_shop_hears_its_bell():
    """The door bell rings on the way into the bakery, not at its counter; elsewhere a scene begins with a cup."""
    start = going_on(None, Heard(0, ""))
    shop = going_on(start, Heard(1, "bakery", "", "bakery//9:52"))
    later = going_on(shop, Heard(2, "bakery", "", "bakery//9:58"))
    outside = going_on(later, Heard(3, "parking-lot", "", "parking-lot//10:06"))
    assert [(Cue.DOOR,), (Cue.CUP,), (Cue.CUP,)] == [
        sounds_for(start, shop), sounds_for(shop, later), sounds_for(later, outside)
    ]


def test_a_look_into_the_address_book_leaves_the_place_as_it_is():
    """Pages that are no scene are paper, and the place is heard on beneath them."""
    scene = going_on(None, Heard(1, "bakery", "", "bakery//9:52"))
    book = going_on(scene, Heard(2))
    back = going_on(book, Heard(1, "bakery", "", "bakery//9:52"))
    assert ("bakery", (Cue.PAGE,), (Cue.PAGE,)) == (book.place, sounds_for(scene, book), sounds_for(book, back))


heards = st.builds(
    Heard, st.integers(0, 3), st.none() | st.sampled_from(["", "bakery", "bus-stop"]), st.just(""),
    st.none() | st.sampled_from(["a", "b"]), st.just(()) | st.just((Cue.PENCIL,)),
)


@settings(max_examples=60)
@given(st.lists(heards, min_size=1, max_size=8))
def test_a_page_that_is_shown_again_is_silent(pages: list[Heard]):
    """Moving a cursor, or a picture that arrives, shows the same page again: nothing is heard."""
    before = None
    for page in pages:
        before = going_on(before, page)
    assert before is not None
    assert () == sounds_for(before, going_on(before, pages[-1]))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(Cue), max_size=6))
def test_sounds_of_a_page_follow_each_other_within_a_second_and_a_half(found: list[Cue]):
    """They are heard in their order, none at once with another, and are over soon."""
    times = [at for at, _ in timed(tuple(found))]
    assert times == sorted(set(times))
    assert found == [cue for _, cue in timed(tuple(found))]
    assert all(at < 1.5 for at in times)


@pytest.mark.parametrize("name", NAMES)
def test_each_scenario_is_heard_from_its_first_page_to_its_column(name: str, tmp_path: Path):
    """Every page that is turned is heard, entries as what they are; at the column it is quiet; captions say the same."""
    along = companion(Settings(sound=False, captions=True))
    pages: list[tuple[str, tuple[Cue, ...]]] = []

    def see(screen: object, page: Page) -> None:
        before = along._before
        along.shown(screen, page)  # type: ignore[arg-type]
        if before is not along._before:
            changes = [change.amount for change in getattr(getattr(screen, "beat", None), "changes", ())]
            pages.append((type(screen).__name__, along.played))
            if changes and type(screen).__name__ == "AccountScreen" and not screen.sheet:  # type: ignore[attr-defined]
                assert (Cue.LAID if changes[0] > 0 else Cue.TAKEN) in along.played
            assert set(in_words(along.played)) <= set(along.told)

    pilot = Pilot(director(tmp_path), assets(), see=see)
    try:
        begin(pilot, name)
        for _ in range(200):
            if isinstance(pilot.screen, DebriefScreen):
                break
            pilot.press("1", "enter")
        assert isinstance(pilot.screen, DebriefScreen)
        # the strip of captions lies over nothing that is written
        words = strip(pilot.proof.desk, pilot.page, along.told)
        assert [] == faults(replace(pilot.page, marks=(*pilot.page.marks, *words)))
    finally:
        pilot.close()
    heard = {cue for _, played in pages for cue in played}
    assert {Cue.PAGE, Cue.PENCIL, Cue.CUP, Cue.LAID, Cue.EARNED, Cue.TAKEN, Cue.LOST} & heard >= {Cue.PAGE, Cue.CUP}
    assert all(played for _, played in pages[1:])
    assert ("", "") == (along._tone, along._before.place if along._before else None)


def test_every_place_has_a_tone_and_every_tone_its_file():
    """Whatever is drawn is heard; a place that nobody drew is quiet, and told so."""
    drawn = set(Gallery(assets())._lights)
    assert drawn == set(tones.TONE_OF)
    assert set(tones.TONE_OF.values()) == set(tones.TONES)
    assert {f"{name}.ogg" for name in tones.TONES} == {path.name for path in (SOUNDS / "places").iterdir()}
    assert {f"{cue.value}.wav" for cue in Cue} == {path.name for path in SOUNDS.glob("*.wav")}
    assert ("bedroom", "") == (tones.tone_of("no-such-place"), tones.tone_of(""))
    assert set(Cue) == set(CAPTIONS)


# ---------------------------------------------------------------- captions


def test_captions_tell_what_is_heard_and_leave_after_a_while():
    """They say the new place and the sound, and are gone four seconds later; the page is then shown again."""
    along = companion(Settings(sound=False, captions=True))
    walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
    assert ("the oven hums, spoons in cups", "a door bell") == along.told
    along.fresh = False
    along.tick(100.0 + READING - 0.1)
    assert (False, 2) == (along.fresh, len(along.status()))
    along.tick(100.0 + READING)
    assert (True, ()) == (along.fresh, along.told)


def test_captions_are_told_in_no_workshop_that_is_quiet():
    """What is not heard in a room is not told on its wall."""
    along = companion(Settings(captions=True), quiet=lambda: True)
    walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
    assert () == along.told


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", NAMES[:1])
def test_captions_cover_neither_text_nor_choices(name: str, size: int, tmp_path: Path):
    """On every page of a play, at both ends of the text sizes, the strip lies where nothing is written or pressed."""
    from game.stage.theme import theme

    found: list[str] = []
    words = ("the oven hums, spoons in cups", "a coin is laid down", "beans drop into a cup")
    pilot = Pilot(director(tmp_path), assets())
    pilot.proof.desk = replace(pilot.proof.desk, theme=theme(look="paper", text_size=size))

    def see(screen: object, page: Page) -> None:
        # the front page has no place and no entries
        marks = strip(pilot.proof.desk, page, ("a page is turned",) if isinstance(screen, TitleScreen) else words)
        ground = marks[0].box
        found.extend(f"{target.key} at {target.box}" for target in page.targets if target.box.meets(ground))
        found.extend(fault for fault in faults(Page(page.width, page.height, (*page.marks, *marks))) if any(word in fault for word in words))

    pilot._see = see  # type: ignore[assignment]
    try:
        begin(pilot, name)
        for _ in range(12):
            pilot.press("1", "enter")
        for key in ("a", "escape", "escape"):
            pilot.press(key)
    finally:
        pilot.close()
    assert [] == found


def test_a_full_page_has_no_place_for_a_strip():
    """Then it lies at the upper edge, above the head, where every page has a margin."""
    full = tuple(Words(Box(0, y, 1920, 40), y + 30.0, "x", Style("CFLiterata-400", 30), (0, 0, 0)) for y in range(0, 1080, 40))
    assert None is free_place(Page(1920, 1080, full), 300, 50)
    assert Box(24, 1080 - 50 - 12, 300, 50) == free_place(EMPTY, 300, 50)


# ---------------------------------------------------------------- the device


def test_nothing_is_opened_where_sound_is_off(dummy_device: None):
    """Mute is not a volume: there is no device, and no thread."""
    along = companion(Settings(sound=False))
    walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
    assert (None, None) == (along.speaker.open, along.speaker._thread)


def test_a_front_page_that_nobody_touches_opens_nothing(dummy_device: None):
    """The device is opened with the first sound, not with the window."""
    along = companion(Settings())
    along.shown(TitleScreen((), can_resume=False, notice=""), EMPTY)
    along.tick(100.0)
    assert None is along.speaker.open


def test_volume_and_mute_are_heard_at_once(dummy_device: None):
    """F9 falls silent at once and gives the device back; the place is there again afterwards."""
    wanted = [Settings(volume_place=100)]
    along = SoundCompanion(SOUNDS, lambda: wanted[0])
    try:
        walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
        along.speaker.wait()
        assert (2, 1.0) == along.speaker.playing()
        wanted[0] = Settings(volume_place=25)
        along.tick(100.1)
        along.speaker.wait()
        assert 0.25 == along.speaker.playing()[1]
        wanted[0] = Settings(sound=False)
        along.tick(100.2)
        along.speaker.wait()
        assert ((0, 0.0), None) == (along.speaker.playing(), along.speaker.open)
        wanted[0] = Settings(volume_place=100)
        along.tick(100.3)
        along.speaker.wait()
        assert (1, 1.0) == along.speaker.playing()
    finally:
        along.close()


def test_a_volume_is_heard_as_it_is_chosen(dummy_device: None):
    """Whoever changes the volume of the short sounds hears one."""
    wanted = [Settings(volume_place=0)]
    along = SoundCompanion(SOUNDS, lambda: wanted[0])
    try:
        along.tick(99.0)
        wanted[0] = Settings(volume_place=0, volume_effects=100)
        along.tick(100.0)
        along.speaker.wait()
        assert 1 == along.speaker.playing()[0]
    finally:
        along.close()


def test_a_place_is_silent_while_the_window_is_not_looked_at(dummy_device: None):
    """Whoever goes to another program leaves the bakery; it is there when they come back."""
    looked = [True]
    along = companion(Settings(volume_effects=0), awake=lambda: looked[0])
    try:
        walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
        along.speaker.wait()
        before = along.speaker._name
        looked[0] = False
        along.tick(101.0)
        away = along.speaker._name
        looked[0] = True
        along.tick(102.0)
        assert ("bakery", "", "bakery") == (before, away, along.speaker._name)
    finally:
        along.close()


def test_a_workshop_is_quiet_unless_it_asks_for_sound(dummy_device: None):
    """A room has its own noise."""
    along = companion(Settings(), quiet=lambda: True)
    walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
    assert None is along.speaker.open


SILENT = """
import os
os.environ["SDL_AUDIODRIVER"] = {driver!r}
from pathlib import Path
from game.stage.sound.cues import Cue
from game.stage.sound.speaker import Speaker
speaker = Speaker(Path({folder!r}))
speaker.play(Cue.CUP)
speaker.place(("bakery", lambda: b"no sound at all"))
speaker.wait()
print(speaker.open, speaker.playing())
speaker.close()
"""


@pytest.mark.parametrize("driver", ["no-such-driver", "alsa" if sys.platform == "linux" else "disk-none"])
def test_without_a_device_there_is_silence_and_nothing_is_said(driver: str):
    """No line in the terminal, not even the sound library's own; the game plays on."""
    environment = {**os.environ, "ALSA_CONFIG_PATH": "/nowhere", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    code = SILENT.format(driver=driver, folder=str(SOUNDS))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False, env=environment, cwd=ROOT)
    assert ("False (0, 0.0)\n", "", 0) == (done.stdout, done.stderr, done.returncode)


def test_a_damaged_tone_is_silence(dummy_device: None):
    """What cannot be decoded is not heard, and what comes after it is."""
    speaker = Speaker(SOUNDS)
    try:
        speaker.place(("broken", lambda: b"OggS and then nothing"))
        speaker.wait()
        assert (0, 0.0) == speaker.playing()
        speaker.place(("desk", (SOUNDS / "places" / "desk.ogg").read_bytes))
        speaker.wait()
        assert 1 == speaker.playing()[0]
    finally:
        speaker.close()


# ---------------------------------------------------------------- an author's own


def test_an_author_brings_the_sound_of_a_place(tmp_path: Path):
    """`sounds/bakery.ogg` beside a scenario is heard in its bakery; a light of its own comes first."""
    folder = tmp_path / "sounds"
    folder.mkdir()
    data = (SOUNDS / "places" / "desk.ogg").read_bytes()
    for name in ("bakery.ogg", "bakery_night.ogg"):
        (folder / name).write_bytes(data)
    assert [folder / "bakery.ogg", folder / "bakery_night.ogg", None, None] == [
        tone_for(folder, "bakery"), tone_for(folder, "bakery", "night"), tone_for(folder, "bus-stop"), tone_for(folder, "../bakery")
    ]
    assert data == sound(folder / "bakery.ogg")
    along = companion(Settings(sound=False, captions=True), own=lambda: folder)
    walk(along, Heard(0, ""), Heard(1, "bakery", "", "one"))
    assert "the sound of this place" == along.told[0]


def test_a_few_bytes_that_stand_for_hours_are_not_decoded(tmp_path: Path):
    """How long a sound may be at the most is reckoned from its frame, before anything is decoded."""
    data = (SOUNDS / "places" / "desk.ogg").read_bytes()
    # one page of 255 packets of one byte each is a second or so of silence: many of them are hours
    page = b"OggS\0\0" + bytes(20) + b"\xff" + b"\x01" * 255 + b"\0" * 255
    bomb = tmp_path / "bomb.ogg"
    bomb.write_bytes(data + page * 1000)
    found = sound(bomb)
    assert isinstance(found, Unread)
    assert "3 minutes" in found.message


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from([b"", b"OggS", b"RIFF\x10\0\0\0WAVE"]), st.sampled_from(["a.ogg", "a.wav"]))
def test_whatever_a_file_holds_it_is_judged(tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes, name: str):
    """Nothing that somebody sends can do more than not be heard."""
    path = tmp_path_factory.mktemp("sound") / name
    path.write_bytes(head + data)
    assert isinstance(sound(path), Unread | bytes)


# ---------------------------------------------------------------- how they are made


@pytest.mark.parametrize("name", ["bean", "coin-taken"])
def test_the_script_makes_the_very_sounds_that_are_shipped(name: str):
    """There is no recording in the game: every effect can be made again, to the last step but one."""
    import wave

    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        shipped = array("h", file.readframes(file.getnframes()))
    made = as_steps(effects.made(name))
    assert len(shipped) == len(made)
    assert all(abs(one - other) <= 1 for one, other in zip(shipped, made, strict=True))


def test_the_sounds_are_small_and_their_script_knows_them_all():
    """Less than three megabytes together; no file that nobody makes."""
    files = [path for path in SOUNDS.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 3_000_000
    known = {*effects.EFFECTS, *make_sounds.room_tones.TONES}
    assert known == {path.stem for path in files}


def test_a_room_tone_goes_round_without_a_seam(dummy_device: None):
    """The step from the end of a loop to its beginning is no larger than the steps within it."""
    import pygame

    pygame.mixer.init(32_000, -16, 1, allowedchanges=0)
    try:
        for path in sorted((SOUNDS / "places").iterdir()):
            steps = array("h", pygame.mixer.Sound(path).get_raw())
            assert 640_000 == len(steps), path.name
            largest = max(abs(one - other) for one, other in pairwise(steps))
            assert abs(steps[0] - steps[-1]) <= largest, path.name
    finally:
        pygame.mixer.quit()


def test_no_sound_is_louder_than_is_promised():
    """Measured by another program: room tones lie at -28 LUFS before their volume, effects below -18."""
    if shutil.which("ffmpeg") is None:
        if os.environ.get("COFFEE_FIRST_ALL_TESTS"):
            pytest.fail("needs ffmpeg")
        pytest.skip("needs ffmpeg")
    found = {}
    for name in ("bell.wav", "till.wav", "places/bakery.ogg"):
        words = ["ffmpeg", "-nostdin", "-hide_banner", "-i", str(SOUNDS / name), "-af", "aresample=48000,apad=pad_dur=1,ebur128", "-f", "null", "-"]
        report = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True).stderr
        found[name] = float(report.rpartition("I:")[2].split()[0])
    assert found["places/bakery.ogg"] == pytest.approx(-28, abs=1)
    assert max(found["bell.wav"], found["till.wav"]) < -18


def test_the_sounds_are_a_companion_like_the_others():
    """It takes no key from anybody."""
    along: Companion = companion(Settings(sound=False))
    assert (False, ()) == (along.takes("enter"), tuple(along.tick(0.0)))
