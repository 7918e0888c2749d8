"""Wires the rooms together for a play in the window: the shelf, the records and the stage."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game import resources
from game.language import _, n_, speak, tongue

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "coffee-first")

if TYPE_CHECKING:
    from game.stage.app import App
    from game.stage.director import Director, Opened
    from game.stage.keeping import Keeping
    from game.stage.shelf import Article, Offer
    from game.story.analysis import Analysis


MOST_FAULTS = 8
"""More faults than these are only counted on the page; the checker in the terminal tells them all."""


class Library:
    """Reads the scenarios of the shelf; the stage knows no YAML."""

    def articles(self) -> tuple[Article, ...]:
        """Return what is on the shelf, from the first lines of each file."""
        from game.records.headlines import remembered
        from game.records.packs import packs
        from game.records.places import places
        from game.stage.shelf import Article, shelf

        cache, code = places().cache / "headlines.json", tongue().code

        def article(path: Path) -> Article | None:
            beside = None if code == "en" else _catalogue(path, code)
            found = remembered(cache, path, lambda each: _headline(each, code), beside=beside, code=code)
            return None if found is None else Article(path, **found)

        return shelf(resources.scenarios(), article, packs(shelf_of_packs()))

    def open(self, path: Path) -> Opened:
        """Return the scenario of a path, or the faults that keep it from being played."""
        from game.authoring import Severity, art_in, read, render
        from game.stage.director import Opened

        reading = read(path, art=art_in(resources.assets()))
        if reading.scenario is not None:
            from game.authoring.translated import in_language

            return Opened(in_language(reading.scenario, path, tongue().code), ())
        faults = [fault for fault in reading.diagnostics if fault.severity is Severity.ERROR]
        lines = [_("In {file}:", file=path.name), *(render.for_a_reader(fault) for fault in faults[:MOST_FAULTS])]
        if len(faults) > MOST_FAULTS:
            lines.append(n_("And {n} more.", "And {n} more.", len(faults) - MOST_FAULTS))
        return Opened(None, (*lines, _("For all of it, type: {command}", command=f"coffee-first check {path}")))


def shelf_of_packs() -> Path:
    """Return the folder of the packs that the user has put on the shelf; it need not exist yet."""
    from game.records.places import places

    return places().data / "packs"


class Packs:
    """Reads packs, and keeps copies of those that the user wants on the shelf."""

    def offer(self, path: Path) -> Offer | Path | tuple[str, ...]:
        """Return what may be added; a path to play where nothing is to be asked; or lines that say what is wrong."""
        from game.authoring import render
        from game.authoring.pack import in_words, pack
        from game.authoring.reading import unread
        from game.authoring.source import Unread, is_pack
        from game.records.packs import packs, place_of, same
        from game.stage.shelf import Offer

        if not is_pack(path) or path in packs(shelf_of_packs()):
            return path
        found = pack(path)
        if isinstance(found, Unread):
            return (_("In {file}:", file=path.name), *(render.for_a_reader(fault) for fault in unread(path, found)))
        opened = Library().open(path)
        if opened.scenario is None:
            return opened.faults
        scenario = opened.scenario
        place = place_of(shelf_of_packs(), scenario.title)
        if same(path, place):
            return place
        drawn = sum(name.startswith("pictures/") for name in found.members)
        return Offer(
            path, scenario.title, scenario.summary, found.by, len(scenario.scenes), scenario.minutes, in_words(found.size),
            drawn, place.exists(),
        )

    def add(self, path: Path) -> Path | str:
        """Put a pack on the shelf, and return where it stands there; or a sentence that says why not."""
        from game.records.packs import NotKept, keep, place_of

        opened = Library().open(path)
        if opened.scenario is None:
            return " ".join(opened.faults)
        place = place_of(shelf_of_packs(), opened.scenario.title)
        try:
            keep(path, place)
        except NotKept as why:
            return _sentence(why)
        return place

    def take_off(self, path: Path) -> str:
        """Take a pack off the shelf; return nothing, or a sentence that says why not."""
        from game.records.packs import NotKept, let_go

        try:
            let_go(shelf_of_packs(), path)
        except NotKept as why:
            return _sentence(why)
        return ""


def _sentence(why: Exception) -> str:
    from game.story.column_words import sentence

    return sentence(str(why))


def _catalogue(path: Path, code: str) -> Path:
    from game.authoring.tongues import file_of

    return file_of(path, code)


def _headline(path: Path, code: str) -> dict[str, Any] | None:
    from game.authoring.headline import headline

    found = headline(path)
    if found is None:
        return None
    if code != "en":
        from game.authoring.translated import headline_in_language

        found = headline_in_language(found, path, code)
    return {
        "id": found.id, "title": found.title, "headline": found.headline, "summary": found.summary,
        "minutes": found.minutes,
    }


def scenario_path(name: str) -> Path:
    """Return where a scenario lies that is named by its folder on the shelf, or by a path."""
    on_the_shelf = resources.scenarios() / name
    try:
        return on_the_shelf if not Path(name).exists() and on_the_shelf.is_dir() else Path(name)
    except (OSError, ValueError):  # a name that no disk would take; whoever reads it says so
        return Path(name)


def speak_as_wanted() -> None:
    """Speak the language that the command line or COFFEE_FIRST_LANGUAGE asks for, or else the settings."""
    from game.language.catalogues import asked_for, wanted
    from game.records import places, settings

    speak(wanted(asked_for() or settings.load(places.places().config / "settings.json").language))


def keeping() -> Keeping:
    """Return the way to the user's folders; where they cannot be used, one that remembers until it is closed."""
    from game.records import places, settings
    from game.records.journal import Journal, JournalUnavailable
    from game.stage.analyst import Analyst
    from game.stage.keeping import Keeping

    here = places.places()
    notice = ""
    journal: Journal | None = None
    try:
        journal = Journal.open(here.data / "plays.db")
        notice = journal.notice or ""
    except JournalUnavailable as unavailable:
        notice = _("This play will not be kept: {why}", why=unavailable)
    cache = here.cache / "analyses"

    def load(fingerprint: str) -> Analysis | None:
        from game.records import analyses

        return analyses.load(cache, fingerprint)

    def save(fingerprint: str, analysis: Analysis) -> None:
        from game.records import analyses

        analyses.save(cache, fingerprint, analysis)

    analyst = Analyst(load=load, save=save)
    kept = here.config / "settings.json"
    return Keeping(
        journal=journal, analyst=analyst, load=lambda: settings.load(kept),
        save=lambda changed: settings.save(kept, changed), notice=notice,
    )


def new_seed() -> int:
    """Return a seed that was not used before, most likely."""
    import secrets

    return secrets.randbelow(1_000_000)


def director_for(path: Path | None = None, *, seed: int | None = None) -> Director:
    """Return the director of a play in the window: at a scenario, or at the front page, where it offers to resume."""
    from game.stage.director import Director

    speak_as_wanted()
    director = Director(Library(), keeping(), resources.assets(), new_seed=new_seed, seed=seed, packs=Packs())
    if path is not None:
        director.bring(path)
    else:
        director.offer_resume()
    return director


Holding = Callable[["App", Path], tuple[str, ...]]
"""Holds a room in an open window; returns why it could not be held, or nothing."""


def open_game(path: Path | None = None, *, seed: int | None = None, hold: Holding | None = None) -> int:
    """Open the window and play until it is closed.

    Args:
        path: of a scenario, to begin there; None for the front page.
        seed: of the play.
        hold: how a scenario is played with a room, which is another layer's business.

    Returns:
        0; 1 where no window can be opened, which is said in one sentence.
    """
    director = director_for(path, seed=seed)
    from game.stage.app import App, NoWindow

    try:
        app = App(director, resources.assets())
    except NoWindow as reason:
        sys.stderr.write(
            "coffee-first: " + _(
                "no window can be opened here ({reason}). Play in the terminal: {command}",
                reason=reason, command="coffee-first play bakery --text",
            ) + "\n"
        )
        return 1
    try:
        app.run()
        while director.wishes.room is not None and hold is not None:
            director.back_from_room(hold(app, director.wishes.room))
            app.run()
    finally:
        app.close()
    return 0
