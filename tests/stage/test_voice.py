"""The voice: a play that is heard and not seen, by an engine that writes down what it is given, and by a real one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import wave
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.stage.outline import Role, outline_of
from game.stage.screens.scene import SceneScreen
from game.stage.voice.companion import VoiceCompanion
from game.stage.voice.engines import Engine, VoiceGone
from tests.stage.hands import Seat, seated

SCENARIOS = ("bakery", "rotary-prospect", "laid-off")


class Recorder:
    """Writes down what it is told to say; it is never busy, so that the next sentence follows at once."""

    name = "recorder"

    def __init__(self) -> None:
        self.said: list[str] = []
        self.voiced: list[str] = []
        self.broken = False

    def voices(self, language: str) -> tuple[str, ...]:
        return ("narrator", "first", "second", "third")

    def say(self, text: str, voice: str, language: str, *, rate: int, volume: int) -> None:
        if self.broken:
            raise VoiceGone
        self.said.append(text)
        self.voiced.append(voice)

    def busy(self) -> bool:
        return False

    def stop(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[tuple[Seat, Recorder]]:
    """A window at which somebody listens."""
    engine = Recorder()
    with seated(tmp_path, speech=True) as seat:
        voice(seat, engine)
        yield seat, engine


def voice(seat: Seat, engine: Engine | None) -> VoiceCompanion:
    """Give a window a voice by an engine, and let the page that is open be read."""
    seat.app.company.members[:] = [each for each in seat.app.company.members if not isinstance(each, VoiceCompanion)]
    made = VoiceCompanion(lambda: seat.director.settings, lambda: engine, at_once=True)
    made.shown(seat.director.screen, seat.director.screen.page(seat.app.desk(), seat.director.gallery))
    seat.app.company.members.append(made)
    seat.app.show()
    return made


def listen(seat: Seat) -> None:
    """Hear the voice out."""
    seat.passes(8)


def plain(text: str) -> str:
    """Return the letters and figures of a text, in order."""
    return re.sub(r"\W+", " ", text).strip().lower()


def told(seat: Seat) -> set[str]:
    """Return what the page says that is open, line by line, without its keys and what can be chosen."""
    return {
        plain(node.text) for node in outline_of(seat.director.screen)
        if node.role in (Role.HEADING, Role.PARAGRAPH, Role.LINE) and not node.quiet and plain(node.text)
    }


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_play_that_is_only_heard_is_the_play_that_is_seen(heard: tuple[Seat, Recorder], name: str):
    """From the briefing to the column: all that the pages tell was said aloud, and each thing to say, as the cursor came to it."""
    seat, engine = heard
    listen(seat)
    start = len(engine.said)
    seat.key(pygame.K_1 + SCENARIOS.index(name), str(1 + SCENARIOS.index(name)))
    expected: set[str] = set()
    turns = 0
    while seat.screen != "DebriefScreen" and turns < 400:
        listen(seat)
        expected |= told(seat)
        screen = seat.director.screen
        if isinstance(screen, SceneScreen) and screen.choosing and screen.beat.options:
            for _ in screen.beat.options:
                seat.key(pygame.K_DOWN)
                listen(seat)
            expected |= {plain(option.text) for option in screen.beat.options}
        seat.key(pygame.K_RETURN, "\r")
        turns += 1
    assert "DebriefScreen" == seat.screen
    for _ in range(12):
        listen(seat)
        expected |= told(seat)
        seat.key(pygame.K_RETURN, "\r")
    spoken = " | ".join(plain(each) for each in engine.said[start:])
    assert [] == sorted(line for line in expected if line not in spoken)
    assert 60 < len(expected)


def test_people_have_voices_of_their_own(heard: tuple[Seat, Recorder]):
    """The one who tells is not one of those who speak."""
    seat, engine = heard
    seat.keys("1")
    for _ in range(5):
        seat.key(pygame.K_RETURN, "\r")
        listen(seat)
    assert len(set(engine.voiced)) > 1


def test_a_key_silences_it_and_f3_says_the_last_thing_again(heard: tuple[Seat, Recorder]):
    """I did not catch that."""
    seat, engine = heard
    listen(seat)
    last, count = engine.said[-1], len(engine.said)
    seat.key(pygame.K_F3)
    listen(seat)
    assert [last] == engine.said[count:]


def test_a_question_mark_reads_the_page(heard: tuple[Seat, Recorder]):
    """All of it, from the head."""
    seat, engine = heard
    listen(seat)
    count = len(engine.said)
    seat.key(pygame.K_SLASH, "?")
    listen(seat)
    assert len(engine.said) > count + 2


def test_no_voice_is_told_once_and_stops_nothing(tmp_path: Path):
    """The sentence stands at the foot of the page until the next key, and never comes again."""
    with seated(tmp_path, speech=True) as seat:
        made = voice(seat, None)
        seat.passes(0.5)
        desk = seat.app.desk()
        page = seat.director.screen.page(desk, seat.director.gallery)
        assert made.marks(page, desk)
        seat.keys("1")
        seat.passes(0.5)
        assert () == made.marks(page, desk)
        assert "BriefingScreen" == seat.screen


def test_a_voice_that_breaks_stops_nothing(heard: tuple[Seat, Recorder]):
    """The game goes on without it."""
    seat, engine = heard
    engine.broken = True
    seat.keys("1")
    for _ in range(4):
        listen(seat)
        seat.key(pygame.K_RETURN, "\r")
    assert "SceneScreen" == seat.screen


def test_a_page_that_is_still_is_not_read_twice(heard: tuple[Seat, Recorder]):
    """It says each thing once, and is silent then."""
    seat, engine = heard
    listen(seat)
    count = len(engine.said)
    seat.app.show()
    listen(seat)
    assert count == len(engine.said)


@pytest.mark.skipif(
    shutil.which("espeak-ng") is None and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason="needs espeak-ng"
)
def test_a_real_engine_speaks_with_two_voices(tmp_path: Path):
    """espeak-ng makes sound of what it is given, and another sound with another voice."""
    sounds = []
    for number, name in enumerate(("en-us", "en-gb")):
        file = tmp_path / f"{number}.wav"
        subprocess.run(["espeak-ng", "-v", name, "-w", str(file), "Coffee first."], check=True, timeout=20)
        with wave.open(str(file)) as sound:
            sounds.append(sound.readframes(sound.getnframes()))
    assert sounds[0] != sounds[1]
    assert all(any(sound) for sound in sounds)
