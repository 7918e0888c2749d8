"""A pack is opened: the game asks, puts it on the shelf, shows its pictures, and takes it off again."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.__main__ import _one_file
from game.authoring.packing import contents, write
from game.opening import Packs, director_for, shelf_of_packs
from game.records.packs import LARGEST, NotKept, keep, let_go, packs, place_of
from game.resources import assets
from game.stage.app import App
from game.stage.gallery import Gallery
from game.stage.input import Dropped, Translator
from game.stage.intents import Close, Intents, PlayFrom, Shelve, TakeOff
from game.stage.page import Picture
from game.stage.pictures import Pictures, brought
from game.stage.pilot import Pilot
from game.stage.screens.adding import QuestionScreen, adding, taking_off
from game.stage.screens.briefing import BriefingScreen
from game.stage.screens.notice import NoticeScreen
from game.stage.screens.scene import SceneScreen
from game.stage.screens.title import TitleScreen
from game.stage.shelf import Article, Offer
from game.stage.views import Who
from tests.stage.checks import faults_everywhere

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
CASE = (Path(__file__).parents[1] / "authoring" / "cases" / "all_is_well.yaml").read_text("utf-8")
RED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 900"><rect width="800" height="900" fill="#ff0000"/></svg>'
SHIPPED = ["bakery", "rotary-prospect", "laid-off"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COFFEE_FIRST_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def made(folder: Path, name: str = "talk", *, title: str = "The gym", summary: str = "", by: str = "Ann") -> Path:
    """Return a pack of a small scenario with a red picture of Leslie."""
    (folder / name / "pictures").mkdir(parents=True, exist_ok=True)
    lines = [f"title: {title}" if line.startswith("title:") else f"summary: {summary}" if summary and line.startswith("summary:") else line for line in CASE.split("\n")]
    (folder / name / "scenario.yaml").write_text("\n".join(lines), "utf-8")
    (folder / name / "pictures" / "leslie.svg").write_text(RED)
    target = folder / f"{name}.coffee"
    write(contents(folder / name), target, by=by)
    return target


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    flying = Pilot(director_for(seed=7), assets())
    yield flying
    flying.close()


def on_the_shelf(pilot: Pilot) -> list[str]:
    return [article.id for article in pilot.director.articles]


# ---------------------------------------------------------------- asking


def test_a_pack_that_is_opened_asks_first(tmp_path: Path, pilot: Pilot):
    """The page says what it is, from whom, and how large; nothing was copied yet."""
    pilot.director.bring(made(tmp_path))
    pilot.press("down")
    assert isinstance(pilot.screen, QuestionScreen)
    assert "Add “The gym” to the shelf?" in pilot.text
    assert "By Ann, as the file says." in pilot.text
    assert "one picture" in pilot.text
    assert () == packs(shelf_of_packs())


@pytest.mark.parametrize("key", ["1", "enter", "space", "row:0"])
def test_add_and_play(tmp_path: Path, pilot: Pilot, key: str):
    """It stands on the shelf after those that come with the game, and its first page is open."""
    pilot.director.bring(made(tmp_path))
    pilot.press(key)
    assert isinstance(pilot.screen, BriefingScreen)
    assert [*SHIPPED, "the-gym"] == on_the_shelf(pilot)
    pilot.press("escape")
    assert 3 == pilot.screen.cursor


def test_add_and_stay_on_the_front_page(tmp_path: Path, pilot: Pilot):
    """The front page opens where the new one stands, and after the next start it is still there."""
    pilot.director.bring(made(tmp_path))
    pilot.press("down", "enter")
    assert isinstance(pilot.screen, TitleScreen)
    assert 3 == pilot.screen.cursor
    assert [*SHIPPED, "the-gym"] == [article.id for article in director_for().articles]


def test_play_without_adding(tmp_path: Path, pilot: Pilot):
    """One play, and the shelf is as it was."""
    pilot.director.bring(made(tmp_path))
    pilot.press("3")
    assert isinstance(pilot.screen, BriefingScreen)
    assert SHIPPED == on_the_shelf(pilot)
    assert () == packs(shelf_of_packs())


@pytest.mark.parametrize("keys", [("4",), ("escape",), ("up", "enter")])
def test_not_now(tmp_path: Path, pilot: Pilot, keys: tuple[str, ...]):
    """I am where I was."""
    pilot.director.bring(made(tmp_path))
    pilot.press(*keys)
    assert isinstance(pilot.screen, TitleScreen)
    assert () == packs(shelf_of_packs())


def test_a_pack_opened_during_a_play_does_not_end_it(tmp_path: Path, pilot: Pilot):
    """I say not now, and read on; I say add, and read on too."""
    pilot.press("1").to(SceneScreen)
    before = pilot.text
    pilot.director.bring(made(tmp_path))
    pilot.press("4")
    assert before == pilot.text
    pilot.director.bring(made(tmp_path))
    pilot.press("2")
    assert before == pilot.text
    assert 1 == len(packs(shelf_of_packs()))


def test_a_second_pack_takes_the_place_of_the_first_question(tmp_path: Path, pilot: Pilot):
    """Two files dropped: the last is asked about, and Escape leads back."""
    pilot.director.bring(made(tmp_path))
    pilot.director.bring(made(tmp_path, "other", title="The hall"))
    assert "The hall" in pilot.press("down").text
    assert isinstance(pilot.press("escape").screen, TitleScreen)


def test_the_very_pack_that_is_on_the_shelf_is_played_at_once(tmp_path: Path, pilot: Pilot):
    """There is nothing to ask."""
    pilot.director.bring(made(tmp_path))
    pilot.press("2")
    pilot.director.bring(made(tmp_path))
    assert isinstance(pilot.screen, BriefingScreen)


def test_another_version_is_put_in_place_only_after_asking(tmp_path: Path, pilot: Pilot):
    """The page says that one is there; after yes there is one on the shelf, the new one."""
    pilot.director.bring(made(tmp_path))
    pilot.press("2")
    pilot.director.bring(made(tmp_path, "again", summary="You meet her once more."))
    assert "in the place of the one on the shelf" in pilot.press("down", "up").text
    assert "would be gone" in pilot.text
    pilot.press("2")
    assert ["You meet her once more."] == [article.summary for article in pilot.director.articles if article.added]


def test_a_scenario_of_another_title_stands_beside(tmp_path: Path, pilot: Pilot):
    """Also where both files are called talk.coffee."""
    for folder, title in (("a", "The gym"), ("b", "The hall"), ("c", "体育館"), ("d", "Con")):
        (tmp_path / folder).mkdir()
        pilot.director.bring(made(tmp_path / folder, title=title))
        pilot.press("2")
    assert ["Con", "The gym", "The hall", "体育館"] == sorted(a.title for a in pilot.director.articles if a.added)
    assert all(path.name.isascii() and path.stem != "con" for path in packs(shelf_of_packs()))


@pytest.mark.parametrize("data", [b"", b"not a pack", b"PK\x03\x04 and no more"])
def test_a_broken_pack_is_a_notice(tmp_path: Path, pilot: Pilot, data: bytes):
    """With the reason and what to do; Escape goes back."""
    (tmp_path / "bad.coffee").write_bytes(data)
    pilot.director.bring(tmp_path / "bad.coffee")
    pilot.press("x")
    assert isinstance(pilot.screen, NoticeScreen)
    assert "bad.coffee" in pilot.text
    assert isinstance(pilot.press("escape").screen, TitleScreen)


def test_a_scenario_with_an_error_is_a_notice(tmp_path: Path, pilot: Pilot):
    """It can be read, and not be played."""
    pack = made(tmp_path)
    data = pack.read_bytes()
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("scenario.yaml", CASE.replace("start: ", "start: no-"))
    assert data != pack.read_bytes()
    pilot.director.bring(pack)
    assert isinstance(pilot.screen, NoticeScreen)


def test_a_folder_or_a_file_is_played_at_once(tmp_path: Path, pilot: Pilot):
    """A trainer drops their own folder: only packs go on the shelf."""
    made(tmp_path)
    pilot.director.bring(tmp_path / "talk")
    assert isinstance(pilot.screen, BriefingScreen)
    pilot.director.bring(tmp_path / "talk" / "scenario.yaml")
    assert isinstance(pilot.screen, BriefingScreen)


# ---------------------------------------------------------------- taking off


@pytest.mark.parametrize("key", ["delete", "r"])
def test_an_added_one_can_be_taken_off(tmp_path: Path, pilot: Pilot, key: str):
    """Asked first; the file it came from, and what was played, stay."""
    pack = made(tmp_path)
    pilot.director.bring(pack)
    pilot.press("2", key)
    assert "Take “The gym” off the shelf?" in pilot.text
    pilot.press("enter")
    assert [*SHIPPED, "the-gym"] == on_the_shelf(pilot)
    pilot.press(key, "1")
    assert SHIPPED == on_the_shelf(pilot)
    assert pack.exists()
    assert () == packs(shelf_of_packs())


def test_one_that_comes_with_the_game_cannot_be_taken_off(pilot: Pilot):
    """The key does nothing there."""
    assert isinstance(pilot.press("delete").screen, TitleScreen)
    assert SHIPPED == on_the_shelf(pilot)


def test_only_what_is_on_the_shelf_can_be_taken_off_it(tmp_path: Path):
    """A path from elsewhere deletes nothing."""
    pack = made(tmp_path)
    assert "It is not on the shelf." == Packs().take_off(pack)
    assert pack.exists()


def test_a_shelf_that_cannot_be_written_is_said(tmp_path: Path, home: Path, pilot: Pilot):
    """One sentence, and the front page is behind it."""
    (home / "data").mkdir(parents=True, exist_ok=True)
    (home / "data" / "packs").write_text("a file where the folder should be")
    pilot.director.bring(made(tmp_path))
    pilot.press("2")
    assert isinstance(pilot.screen, NoticeScreen)
    assert "cannot be copied" in pilot.text


def test_a_pack_is_kept_whole_or_not_at_all(tmp_path: Path):
    """One that is too large is not kept, and leaves nothing."""
    shelf = tmp_path / "shelf"
    large = tmp_path / "large.coffee"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(NotKept, match="50 MB"):
        keep(large, place_of(shelf, "Large"))
    with pytest.raises(NotKept):
        let_go(shelf, place_of(shelf, "Large"))
    assert [] == (list(shelf.iterdir()) if shelf.exists() else [])


# ---------------------------------------------------------------- pictures, the window, and the pages


def test_the_picture_in_the_pack_is_drawn(tmp_path: Path, pilot: Pilot):
    """Leslie is the red card that her author drew, straight from the pack."""
    pack = made(tmp_path)
    pilot.director.bring(pack)
    pilot.press("3").to(SceneScreen)
    page = pilot.screen.page(pilot.proof.desk, pilot.director.gallery)
    (name,) = {mark.name for mark in page.marks if isinstance(mark, Picture) and mark.name.endswith("leslie.svg")}
    assert str(pack.resolve() / "pictures" / "leslie.svg") == name
    image = brought(Path(name), (400, 450))
    assert image is not None
    assert (400, 450) == image.get_size()
    assert (255, 0, 0, 255) == tuple(image.get_at((200, 225)))
    printed = pilot.proof.print(page)
    red, green, blue, _ = printed.get_at((100, 300))
    assert red > 250
    assert max(green, blue) < 5


def test_a_drawing_is_painted_at_the_size_it_is_shown(tmp_path: Path):
    """Sharp on a projector, and never larger than a screen."""
    (tmp_path / "leslie.svg").write_text(RED)
    sizes = [brought(tmp_path / "leslie.svg", size).get_size() for size in ((80, 90), (1600, 1800), (90_000, 90_000))]
    assert [(80, 90), (1600, 1800)] == sizes[:2]
    assert max(sizes[2]) <= 4097


def test_a_picture_that_became_unfit_is_not_drawn(tmp_path: Path):
    """The file changed after the page was set: the place stays empty, and nothing breaks."""
    path = tmp_path / "leslie.svg"
    path.write_text(RED)
    assert "own:" in Gallery(assets(), tmp_path).person(_leslie())[0]
    path.write_text(RED.replace("<rect", "<image"))
    assert brought(path, (80, 90)) is None
    pictures = Pictures(assets())
    assert pictures.get(str(path), (80, 90), box=pygame.Rect(0, 0, 80, 90)) is None
    pictures.wait()
    assert pictures.get(str(path), (80, 90), box=pygame.Rect(0, 0, 80, 90)) is None
    pictures.close()


def test_an_unfit_picture_gives_way_to_the_drawn_one(tmp_path: Path):
    """Leslie looks as she always does, or is a silhouette."""
    (tmp_path / "leslie.svg").write_text(RED.replace("<rect", "<text"))
    assert "leslie" == Gallery(assets(), tmp_path).person(_leslie())[0]


def _leslie() -> Who:
    return Who("leslie", "Leslie Brandt", "Leslie", "a neighbour", "leslie", 8)


def test_a_file_dropped_on_the_window_is_brought(tmp_path: Path):
    """The event that SDL posts leads to the question."""
    pack = made(tmp_path)
    assert Dropped(str(pack)) == Translator().key(pygame.event.Event(pygame.DROPFILE, file=str(pack)))
    director = director_for(seed=7)
    app = App(director, assets())
    try:
        assert app.answer(pygame.event.Event(pygame.DROPFILE, file=str(pack)))
        app.show()
        assert isinstance(director.screen, QuestionScreen)
        assert app.answer(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_2, mod=0, unicode="2"))
        app._fulfil()
        app.show()
        assert isinstance(director.screen, TitleScreen)
        assert app.answer(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_DELETE, mod=0, unicode=""))
        assert isinstance(director.screen, QuestionScreen)
    finally:
        app.close()


OFFER = Offer(Path("talk.coffee"), "The evening at the school gym, before the tubas", "You meet a neighbour at the school concert. She knows everyone, and you need names by Monday.", "Ann-Sophie Wintergarten of the Chamber of Commerce", 33, 15, "4.1 MB", 12, False)


@pytest.mark.parametrize(
    ("keys", "intents"),
    [
        (("enter",), (Shelve(OFFER.path, True),)), (("2",), (Shelve(OFFER.path, False),)), (("down", "down", "enter"), (PlayFrom(OFFER.path),)),
        (("escape",), (Close(),)), (("row:3",), (Close(),)), (("9",), ()), (("up", "enter"), (Close(),)),
    ],
)  # fmt: skip
def test_keys_and_clicks(keys: tuple[str, ...], intents: Intents):
    """Keys, the mouse and a gamepad reach each answer."""
    screen = adding(OFFER)
    asked: Intents = ()
    for key in keys:
        asked = screen.handle(key)
    assert intents == asked


def test_taking_off_has_leaving_it_under_the_cursor():
    """Enter pressed once too often deletes nothing."""
    article = Article(Path("x.coffee"), "x", "X", "X", "", 3, added=True)
    assert (Close(),) == taking_off(article).handle("enter")
    assert (TakeOff(article.path),) == taking_off(article).handle("1")


def test_the_pages_hold_at_every_size():
    """In each window, at each size of type, nothing overlaps and nothing leaves the page; so with four articles."""
    article = Article(Path("x.coffee"), "x", OFFER.title, "Candidate Seen in Line for Bread", OFFER.summary, 15, added=True)
    front = TitleScreen((article,) * 4, can_resume=True)
    front.cursor = 3
    for screen in (adding(OFFER), adding(replace(OFFER, replaces=True)), taking_off(article), front):
        assert [] == faults_everywhere(screen)


@pytest.mark.parametrize(
    ("words", "opens"),
    [(["talk.coffee"], True), (["talk/scenario.yaml"], True), (["gone.coffee"], True), (["talk"], False), (["gone.yaml"], False), (["--help"], False), (["play", "talk.coffee"], False), ([], False)],
)
def test_a_file_alone_on_the_command_line_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], opens: bool):
    """As a double click gives it; verbs and options are what they were."""
    made(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert (Path(words[0]) if opens else None) == _one_file(words)
