"""All that is claimed of one scenario, tried: the plays in its tests.yaml, and its contracts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.contracts import contracts_of, lines_of_contracts
from game.authoring.diagnostic import Reading
from game.authoring.outcomes import Difference, outcome, unread
from game.authoring.source import scenario_file
from game.authoring.transcript import Tests, Transcript, read_tests
from game.story.analysis import BUDGET, Analysis, analyse, never
from game.story.errors import NoEndingReached
from game.story.model import Scenario
from game.story.playthrough import Playthrough, replay_as_far_as_it_holds
from game.story.vocabulary import ChoiceId, SceneId
from game.studio.contracts import Judged, judged, uses_strategies

if TYPE_CHECKING:
    from game.studio.strategies import Tried


class Result(Enum):
    """How a trial came out."""

    PASSED = "passed"
    FAILED = "failed"
    UNDECIDED = "undecided"
    """A contract that could not be decided or read; whoever wanted a proof has none, so it counts as failed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one test or one contract."""

    name: str
    """The test's `it`, or the contract as it was written."""
    file: Path
    line: int
    """Where it stands, from 1."""
    result: Result
    contract: bool = False
    differences: tuple[Difference, ...] = ()
    why: str = ""
    """Of a contract: one sentence."""
    steps: tuple[tuple[SceneId, ChoiceId], ...] = ()
    """The way the play went that shows it: where something was chosen, and what."""
    stands: SceneId = ""
    """Where that play came to."""

    @property
    def passed(self) -> bool:
        """Whether all was as expected."""
        return self.result is Result.PASSED


@dataclass
class Trials:
    """One scenario's tests and contracts; its figures are worked out when they are first needed."""

    scenario: Scenario
    reading: Reading
    figures: Callable[[Scenario], Analysis] | None = None
    """Gives the analysis, perhaps from a shelf; worked out here where there is none."""
    budget: int = BUDGET
    stop: Callable[[], bool] = field(default=never)

    @property
    def file(self) -> Path:
        """The scenario's own file."""
        return scenario_file(self.reading.path)

    @property
    def tests_file(self) -> Path:
        """Where tests are looked for."""
        return self.file.parent / "tests.yaml"

    @cached_property
    def tests(self) -> Tests | None:
        """What was read of tests.yaml; None where there is none."""
        return read_tests(self.scenario, self.tests_file)

    @cached_property
    def analysis(self) -> Analysis:
        """The figures of the scenario.

        Raises:
            NoEndingReached: no play reaches an ending.
        """
        if self.figures is not None:
            return self.figures(self.scenario)
        return analyse(self.scenario, budget=self.budget, stop=self.stop)

    def all(self) -> Iterator[Trial]:
        """Yield what came of each test, then of each contract."""
        yield from self.unreadable()
        for transcript in self.tests.transcripts if self.tests is not None else ():
            yield self.test(transcript)
        yield from self.contracts()

    def unreadable(self) -> Iterator[Trial]:
        """Yield a failure for each fault of tests.yaml."""
        for fault in unread(self.tests) if self.tests is not None else ():
            yield Trial(fault.it, self.tests_file, fault.line, Result.FAILED, differences=fault.differences)

    def test(self, transcript: Transcript) -> Trial:
        """Return what came of one transcript."""
        bounds = self._bounds() if transcript.score is not None else None
        found = outcome(self.scenario, transcript, bounds)
        result = Result.PASSED if found.passed else Result.FAILED
        return Trial(
            found.it, self.tests_file, found.line, result, differences=found.differences, steps=found.steps,
            stands=found.stands,
        )

    def _bounds(self) -> tuple[int, int]:
        try:
            return self.analysis.worst.total, self.analysis.best.total
        except NoEndingReached:  # then no play has a score
            return 0, 0

    @property
    def statements(self) -> tuple[tuple[str, int], ...]:
        """Each contract as it was written, and its line."""
        return tuple((text, self._lines.get(text, 1)) for text, _ in contracts_of(self.scenario))

    @cached_property
    def _lines(self) -> dict[str, int]:
        return lines_of_contracts(self.reading.text)

    def contracts(self) -> tuple[Trial, ...]:
        """Return what came of each contract, in order."""
        return self._contracts

    @cached_property
    def _contracts(self) -> tuple[Trial, ...]:
        if not self.statements:
            return ()
        try:
            analysis = self.analysis
        except NoEndingReached as why:
            return tuple(Trial(text, self.file, line, Result.FAILED, contract=True, why=str(why)) for text, line in self.statements)
        ways: tuple[Tried, ...] = ()
        if uses_strategies(self.scenario):
            from game.studio.strategies import tried

            ways = tried(self.scenario, analysis, stop=self.stop)
        found = judged(self.scenario, analysis, ways, stop=self.stop, budget=self.budget)
        return tuple(self._trial(each) for each in found)

    def _trial(self, found: Judged) -> Trial:
        result = {True: Result.PASSED, False: Result.FAILED, None: Result.UNDECIDED}[found.holds]
        state = replay_as_far_as_it_holds(Playthrough(self.scenario, choices=found.witness)) if found.witness else None
        steps = tuple((moment.scene, moment.choice.id) for moment in state.moments) if state is not None else ()
        return Trial(
            found.text, self.file, self._lines.get(found.text, 1), result, contract=True, why=found.why, steps=steps,
            stands=state.scene if state is not None else "",
        )
