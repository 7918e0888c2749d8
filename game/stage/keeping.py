"""What the stage keeps: the journal of plays, the settings and the analyses; it goes on where a disk does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _
from game.records.settings import Settings
from game.stage.shelf import Article, with_record

if TYPE_CHECKING:
    from game.records.journal import Journal
    from game.stage.analyst import Analyst
    from game.story.analysis import Analysis
    from game.story.debrief import Debrief
    from game.story.model import Scenario


@dataclass(frozen=True, slots=True)
class Kept:
    """A play that was left open."""

    id: int
    source: str
    seed: int
    fingerprint: str
    choices: tuple[str, ...]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Keeping:
    """The stage's way to disk. Without one, plays live in memory and the front page says so."""

    def __init__(
        self, *, journal: Journal | None, analyst: Analyst | None = None,
        load: Callable[[], Settings] = Settings, save: Callable[[Settings], None] = lambda settings: None,
        notice: str = "",
    ) -> None:
        self._journal, self._analyst, self._load, self._save = journal, analyst, load, save
        self.notice = notice
        self.seed = 0
        self._play: int | None = None

    # -------------------------------------------------------- settings

    def settings(self) -> Settings:
        """Return the settings as they were kept."""
        return self._load()

    def keep(self, settings: Settings) -> None:
        """Keep the settings; a disk that refuses is said on the front page."""
        try:
            self._save(settings)
        except OSError:
            self.notice = _("Your settings cannot be kept: the settings folder cannot be written to.")

    # -------------------------------------------------------- plays

    def _safely(self, write: Callable[[Journal], object]) -> object:
        if self._journal is None:
            return None
        from game.records.journal import JournalUnavailable

        try:
            return write(self._journal)
        except JournalUnavailable as unavailable:
            self._journal, self.notice = None, _("This play is not being kept: {why}", why=unavailable)
            return None

    def begin(self, scenario: Scenario, source: Path, seed: int) -> None:
        """Begin the record of a play."""
        self.seed = seed
        begun = self._safely(
            lambda journal: journal.begin(scenario.id, scenario.fingerprint, str(source.resolve()), seed, _now())
        )
        self._play = begun if isinstance(begun, int) else None

    def record(self, index: int, choice: str) -> None:
        """Write a choice down; it is on disk when this returns."""
        play = self._play
        if play is not None:
            self._safely(lambda journal: journal.record(play, index, choice, _now()))

    def take_back(self, length: int) -> None:
        """Keep only so many choices of the play."""
        play = self._play
        if play is not None:
            self._safely(lambda journal: journal.take_back(play, length))

    def finish(self, ending: str, column: Debrief) -> None:
        """Write down how a play ended."""
        play = self._play
        if play is not None:
            self._safely(lambda journal: journal.finish(play, ending, column.total, column.score, column.percentile))

    def left_open(self) -> tuple[Kept, ...]:
        """Return the plays that were left open and whose scenario is still there, the one begun last first."""
        found = self._safely(lambda journal: journal.left_open())
        journal = self._journal
        if journal is None or not isinstance(found, tuple):
            return ()
        return tuple(
            Kept(play.id, play.source, play.seed, play.fingerprint, journal.choices(play.id))
            for play in found
            if Path(play.source).exists()
        )

    def unfinished(self) -> Kept | None:
        """Return the play that was left open last."""
        return next(iter(self.left_open()), None)

    def resume(self, kept: Kept) -> None:
        """Go on with the record of a play that was left open."""
        self._play, self.seed = kept.id, kept.seed

    def recorded(self, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        """Return the articles with how they were played."""
        stops = {Path(kept.source): len(kept.choices) for kept in reversed(self.left_open())}
        shown = []
        for article in articles:
            record = self._record_of(article.id)
            stopped = stops.get(article.path.resolve())
            best = getattr(record, "best", None)
            shown.append(with_record(article, best=best, plays=getattr(record, "finished", 0), stopped_at=stopped))
        return tuple(shown)

    def _record_of(self, scenario: str) -> object:
        return self._safely(lambda journal: journal.plays(scenario))

    # -------------------------------------------------------- analyses

    def analyse(self, scenario: Scenario) -> None:
        """Begin to compute the worst and the best that the scenario allows, unless that is known."""
        if self._analyst is not None:
            self._analyst.ask(scenario)

    def analysis(self, scenario: Scenario) -> Analysis | None:
        """Return the analysis, or None while it is being computed."""
        return self._analyst.known(scenario) if self._analyst is not None else None

    def wait_for_analysis(self, seconds: float = 60.0) -> None:
        """Return when the analysis is there."""
        if self._analyst is not None:
            self._analyst.wait(seconds)

    def analysed(self) -> bool:
        """Return whether an analysis arrived since this was last asked."""
        return self._analyst.arrived() if self._analyst is not None else False
