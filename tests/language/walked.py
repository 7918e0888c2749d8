"""A walk through everything that the stage shows, in whichever language is spoken."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from game.authoring import read
from game.language.pseudo import said
from game.records.journal import Journal
from game.records.settings import Settings
from game.resources import assets, scenarios
from game.stage.analyst import Analyst
from game.stage.director import Director, Opened, Reader
from game.stage.intents import Open
from game.stage.keeping import Keeping
from game.stage.page import Page
from game.stage.pilot import Pilot
from game.stage.screens import Screen
from game.stage.screens.account import BillScreen
from game.stage.screens.adding import adding, taking_off
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.notice import NoticeScreen
from game.stage.screens.scene import SceneScreen
from game.stage.shelf import Article, Offer
from game.story.analysis import Analysis, analyse
from game.story.model import Scenario
from game.story.texts import in_other_words

NAMES = ("bakery", "rotary-prospect", "laid-off")
See = Callable[[Screen, Page], None]


@functools.cache
def scenario(name: str) -> Scenario:
    """Return one of the game's scenarios as it was written."""
    found = read(scenarios() / name).scenario
    assert found is not None
    return found


@functools.cache
def analysed(name: str) -> Analysis:
    """Return what a scenario allows."""
    return analyse(scenario(name))


class PseudoLibrary:
    """The shelf in the pseudo-language."""

    def articles(self) -> tuple[Article, ...]:
        """Return the articles."""
        found = [self.open(scenarios() / name).scenario for name in NAMES]
        return tuple(
            Article(scenarios() / each.id, each.id, each.title, each.headline, each.summary, each.minutes, added=True)
            for each in found if each is not None
        )

    def open(self, path: Path) -> Opened:
        """Return a scenario."""
        return Opened(_in_pseudo(path.name), ())


@functools.cache
def _in_pseudo(name: str) -> Scenario:
    return in_other_words(scenario(name), said)


def pilot(folder: Path, see: See, *, settings: Settings | None = None, reader: Reader | None = None) -> Pilot:
    """Return a pilot at the front page, for whom every page is looked at."""
    known = {scenario(name).fingerprint: analysed(name) for name in NAMES}
    keeping = Keeping(
        journal=Journal.open(folder / "plays.db"), analyst=Analyst(load=known.get), load=lambda: settings or Settings()
    )
    return Pilot(Director(reader or PseudoLibrary(), keeping, assets(), new_seed=lambda: 7), assets(), see=see)


def walk(flying: Pilot, name: str) -> None:
    """Go through a whole play of a scenario, and through every page that can be opened on the way."""
    flying.press("s", *["down"] * 20, "escape", "c", *["right"] * 6, "escape")
    for page in ("ease", "keys"):
        flying.director.act(Open(page))
        flying.press(*["down"] * 40, "enter", "escape", "escape")
        while len(flying.director.screens) > 1:
            flying.press("escape")
    for screen in (adding(_offer()), adding(_offer(replaces=True)), taking_off(flying.director.articles[0]), NoticeScreen("«[Á]»", ["«[É]»"])):
        flying.director.screens.append(screen)
        flying.press("down", "up", "escape")
    flying.press(str(NAMES.index(name) + 1))
    flying.press("n").press("n").press("a")  # the second brings back what the first changed
    seen: set[str] = set()
    for number, choice in enumerate(analysed(name).worst.choices):
        flying.to_choices() if number == 0 else _on(flying, seen)
        if number in (0, 1, 6, 12):
            _above(flying, "a")
            _above(flying, "b")
        if number == 3:  # away, and back again
            flying.press("escape", str(NAMES.index(name) + 1), "down", "up", "enter").to_choices()
        flying.press("down").choose(choice)
    _on(flying, seen)
    for key in (*["enter"] * 8, "down", "up", "right", "escape", "c", "a", "escape", "b", "escape", "escape"):
        flying.press(key)


def _on(flying: Pilot, seen: set[str]) -> None:
    """Turn pages up to the next choices or the column; look back once from a bill."""
    for _page in range(80):
        screen = flying.screen
        if isinstance(screen, DebriefScreen) or (isinstance(screen, SceneScreen) and screen.beat.options and screen.choosing):
            return
        if isinstance(screen, BillScreen) and "bill" not in seen:
            seen.add("bill")
            flying.press("s", "enter", "escape")
        flying.press("enter")
    raise AssertionError("neither choices nor the column after 80 pages")


def _above(flying: Pilot, key: str) -> None:
    """Open a page above the play, walk through it, and close it."""
    flying.press(key, "down", "down", "right", "left", "up", "escape")


def _offer(*, replaces: bool = False) -> Offer:
    return Offer(Path("x.coffee"), "«[Páçk]»", "«[Süm]»", "", 12, 20, "1", 3, replaces)
