"""The pictures and fonts: complete, in the sizes that the stage counts on, and small enough to ship."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pygame
import pytest

ASSETS = Path(__file__).parent.parent / "assets"
MOODS = {"neutral", "warm", "delighted", "wary", "hurt", "surprised", "thinking"}
LIGHTS = {"day", "dawn", "evening", "night"}
LIMIT = 60_000_000
FAMILIES = {
    "CFAtkinson": "OFL-atkinson-hyperlegible-next.txt",
    "CFNaskh": "OFL-noto-naskh-arabic.txt",
    "CFLexend": "OFL-lexend.txt",
    "CFFranklin": "OFL-libre-franklin.txt",
    "CFLiterata": "OFL-literata.txt",
    "CFNewsreader": "OFL-newsreader.txt",
    "CFSource": "OFL-source-serif-4.txt",
}
PEOPLE = sorted(path.name for path in (ASSETS / "people").iterdir() if path.is_dir() and path.name != "silhouettes")
PLACES: dict[str, list[str]] = json.loads((ASSETS / "places" / "lights.json").read_text("utf-8"))
FRONT = {"wide": (1928, 792), "tall": (536, 644)}


def look(path: Path) -> tuple[tuple[int, int], bool]:
    """Return width and height in pixels, and whether pixels can be open, from the head of a lossless WebP file."""
    head = path.read_bytes()[:30]
    assert (head[:4], head[8:12]) == (b"RIFF", b"WEBP"), f"{path} is not a WebP file"
    assert head[12:16] == b"VP8L", f"{path} is not lossless"
    (bits,) = struct.unpack_from("<I", head, 21)
    return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1), bool(bits >> 28 & 1)


def files_of(place: str, lights: list[str]) -> set[str]:
    return {f"{place}.webp"} | {f"{place}_{light}.webp" for light in lights[1:]}


@pytest.mark.parametrize("who", PEOPLE)
def test_every_person_can_look_in_seven_ways(who: str) -> None:
    """Whatever the script writes behind a name, there is a face for it, with nothing behind the head."""
    drawn = {path.stem: look(path) for path in (ASSETS / "people" / who).iterdir()}
    assert dict.fromkeys(MOODS, ((1600, 1800), True)) == drawn


@pytest.mark.parametrize("who", PEOPLE)
def test_a_portrait_is_solid_in_the_middle_and_open_in_the_upper_corners(who: str) -> None:
    """The room can be seen left and right of a head, and never through it."""
    picture = pygame.image.load(ASSETS / "people" / who / "neutral.webp")
    alphas = [picture.get_at(spot).a for spot in ((10, 10), (1589, 10), (800, 900), (768, 1780))]
    assert alphas == [0, 0, 255, 255]


def test_no_two_faces_of_a_person_are_the_same_picture() -> None:
    """A change of mood can be seen."""
    for who in PEOPLE:
        faces = {path.read_bytes() for path in (ASSETS / "people" / who).iterdir()}
        assert len(MOODS) == len(faces), who


def test_people_without_art_have_stand_ins_for_every_mood() -> None:
    """A trainer's own person gets a paper head that tilts with the mood."""
    stand_ins: dict[str, dict[str, tuple[tuple[int, int], bool]]] = {}
    for path in (ASSETS / "people" / "silhouettes").iterdir():
        name, _, mood = path.stem.rpartition("-")
        stand_ins.setdefault(name, {})[mood] = look(path)
    assert len(stand_ins) >= 15
    assert {name: dict.fromkeys(MOODS, ((1600, 1800), True)) for name in stand_ins} == stand_ins


def test_the_words_of_a_script_lead_to_the_seven_moods_only() -> None:
    """Every word in the table has a face, and each mood is a word for itself."""
    table: dict[str, str] = json.loads((ASSETS / "people" / "moods.json").read_text("utf-8"))
    assert set(table.values()) == MOODS
    assert {mood: mood for mood in MOODS} == {mood: table.get(mood) for mood in MOODS}
    assert [word for word in table if word != word.lower().strip() or " " in word] == []


def test_every_place_has_its_lights_and_no_picture_is_left_over() -> None:
    """Named in the table means drawn; drawn means named."""
    drawn = {path.name for path in (ASSETS / "places").glob("*.webp")}
    named = set().union(*(files_of(place, lights) for place, lights in PLACES.items()))
    assert named == drawn
    assert {light for lights in PLACES.values() for light in lights} <= LIGHTS
    assert "elsewhere" in PLACES


@pytest.mark.parametrize("place", sorted(PLACES))
def test_a_place_is_there_in_both_sizes(place: str) -> None:
    """A room fills a projector and a large screen alike, and has no holes."""
    for name in files_of(place, PLACES[place]):
        assert look(ASSETS / "places" / name) == ((1920, 1080), False)
        assert look(ASSETS / "places" / "4k" / name) == ((3840, 2160), False)


def test_every_front_page_picture_comes_in_both_shapes() -> None:
    """The article that leads and the two beside it are cut from the same scene."""
    shapes: dict[str, dict[str, tuple[int, int]]] = {}
    for path in (ASSETS / "front").iterdir():
        scenario, _, shape = path.stem.rpartition("-")
        shapes.setdefault(scenario, {})[shape] = look(path)[0]
    assert dict.fromkeys(("bakery", "laid-off", "rotary-prospect"), FRONT) == shapes


def test_the_window_has_an_icon() -> None:
    """Square, with open corners."""
    icon = pygame.image.load(ASSETS / "icon.png")
    assert (icon.get_size(), icon.get_at((0, 0)).a) == ((256, 256), 0)


@pytest.mark.parametrize("font", sorted((ASSETS / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_every_font_has_its_licence_beside_it(font: Path) -> None:
    """The fonts may be passed on with the game."""
    licence = ASSETS / "fonts" / FAMILIES[font.stem.partition("-")[0]]
    assert "SIL OPEN FONT LICENSE" in licence.read_text("utf-8").upper()


def test_all_assets_together_stay_small_enough_to_ship() -> None:
    """Pictures, fonts and their sources: below sixty million bytes; and no drawing that pygame would draw wrongly."""
    files = [path for path in ASSETS.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LIMIT
    assert [path for path in files if path.suffix == ".svg"] == []
