"""The scenarios that can be picked, as articles of the front page: what they are called, and how they were played."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from game.language import _

FIRST = ("bakery", "rotary-prospect", "laid-off")
"""The order of the scenarios that come with the game; others follow by name."""


@dataclass(frozen=True, slots=True)
class Article:
    """One scenario on the front page."""

    path: Path
    id: str
    title: str
    headline: str
    summary: str
    minutes: int
    best: int | None = None
    """The best score so far, 0 to 100."""
    plays: int = 0
    """How many plays reached an ending."""
    stopped_at: int | None = None
    """How many choices the open play holds; None where no play is open."""
    added: bool = False
    """Whether a player has added it, and may take it off again."""

    @property
    def status(self) -> str:
        """How far or how well it was played, in words."""
        if self.stopped_at is not None:
            return _("Stopped at moment {n}", n=self.stopped_at + 1)
        if self.plays and self.best is not None:
            return _("Best score {score} of 100", score=self.best)
        if self.plays:
            return _("Played")
        return _("Not yet played")


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that may be added to the shelf."""

    path: Path
    title: str
    summary: str
    by: str
    """Who made it, as it says; may be empty."""
    scenes: int
    minutes: int
    size: str
    """Of the file, in words."""
    pictures: int
    replaces: bool
    """Whether another version of it is on the shelf."""


def shelf(folder: Path, headline: Callable[[Path], Article | None], more: Iterable[Path] = ()) -> tuple[Article, ...]:
    """Return the articles of a folder of scenarios, and after them those that were added, in the order of the front page."""
    try:
        paths = sorted(path for path in folder.iterdir() if (path / "scenario.yaml").is_file())
    except OSError:
        paths = []
    found = [article for path in paths if (article := headline(path)) is not None]
    rank = {name: index for index, name in enumerate(FIRST)}
    found.sort(key=lambda article: rank.get(article.id, len(rank)))
    added = (replace(article, added=True) for path in more if (article := headline(path)) is not None)
    return (*found, *added)


def with_record(article: Article, *, best: int | None, plays: int, stopped_at: int | None) -> Article:
    """Return an article with how it was played."""
    return replace(article, best=best, plays=plays, stopped_at=stopped_at)
