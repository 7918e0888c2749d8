"""pytest runs the tests and the contracts of scenarios by itself: tests.yaml and scenario.yaml are collected.

Each test of a tests.yaml beside a scenario.yaml is one item, each contract of the scenario is one, and a failure shows
what was expected and what is. Files of the same names that are not ours are left alone. Switch it off with
`-p no:coffee-first`. Nothing is imported until such a file is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from game.studio.trials import Trial, Trials

_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?coffee_first[ \t]*:", re.MULTILINE)
_HEAD = 100_000
"""Bytes of a scenario.yaml among which its version is looked for."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect tests.yaml beside a scenario of ours, and the contracts of that scenario."""
    if file_path.name not in ("tests.yaml", "scenario.yaml") or not _is_ours(file_path.with_name("scenario.yaml")):
        return None
    kind = TestsFile if file_path.name == "tests.yaml" else ContractsFile
    return kind.from_parent(parent, path=file_path)


def _is_ours(scenario: Path) -> bool:
    try:
        if not scenario.is_file():
            return False
        with scenario.open("rb") as file:
            return _OURS.search(file.read(_HEAD)) is not None
    except OSError:
        return False


class _Failed(Exception):
    """A trial that did not pass; what is to be said of it, as one text."""


def _say(lines: list[str]) -> None:
    if lines:
        raise _Failed("\n".join(lines))


class _Item(pytest.Item):
    """One test or one contract."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, _Failed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class _Fault(_Item):
    """A file that cannot be read, or a fault of one."""

    lines: list[str]

    def runtest(self) -> None:
        _say(self.lines)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name


class _Tried(_Item):
    """What a trial stands for."""

    trials: Trials
    line: int

    def trial(self) -> Trial:
        raise NotImplementedError

    def runtest(self) -> None:
        from game.studio.trial_words import details

        _say(details(self.trial()))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, self.line - 1, self.name


class TestItem(_Tried):
    """One test of a tests.yaml."""

    __test__ = False
    transcript: Any

    def trial(self) -> Trial:
        return self.trials.test(self.transcript)


class ContractItem(_Tried):
    """One contract of a scenario.yaml."""

    number: int

    def trial(self) -> Trial:
        return self.trials.contracts()[self.number]


class _ScenarioFile(pytest.File):
    """A file of a scenario; what it holds is read when it is collected."""

    def read(self) -> Trials | _Fault:
        """Return what is claimed of the scenario; an item that fails where it cannot be read."""
        from game.authoring import read
        from game.authoring.render import terminal
        from game.studio.trials import Trials

        reading = read(self.path.with_name("scenario.yaml"))
        if reading.scenario is None:
            return self.fault("can be read", terminal(reading).splitlines())
        return Trials(reading.scenario, reading)

    def fault(self, name: str, lines: list[str]) -> _Fault:
        """Return an item that fails and says why."""
        found: _Fault = _Fault.from_parent(self, name=name)
        found.lines = lines
        return found


class TestsFile(_ScenarioFile):
    """A tests.yaml."""

    __test__ = False

    def collect(self) -> Iterator[pytest.Item]:
        from game.authoring.render import terminal

        trials = self.read()
        if isinstance(trials, _Fault):
            yield trials
            return
        if trials.tests is None:
            return
        if trials.tests.reading.errors:
            yield self.fault("can be read", terminal(trials.tests.reading).splitlines())
        names = _names([transcript.it for transcript in trials.tests.transcripts])
        for name, transcript in zip(names, trials.tests.transcripts, strict=True):
            item: TestItem = TestItem.from_parent(self, name=name)
            item.trials, item.transcript, item.line = trials, transcript, transcript.line
            yield item


class ContractsFile(_ScenarioFile):
    """A scenario.yaml."""

    def collect(self) -> Iterator[pytest.Item]:
        trials = self.read()
        if isinstance(trials, _Fault):
            if not self.path.with_name("tests.yaml").is_file():  # else it is told there
                yield trials
            return
        names = _names([text for text, _ in trials.statements])
        for number, (name, (_, line)) in enumerate(zip(names, trials.statements, strict=True)):
            item: ContractItem = ContractItem.from_parent(self, name=name)
            item.trials, item.number, item.line = trials, number, line
            yield item


def _names(texts: list[str]) -> list[str]:
    """Return names that can be typed and shown, no two alike: two colons part what pytest names."""
    from game.authoring.safe_text import printable

    names: list[str] = []
    for text in texts:
        name = printable(text).replace("::", ":")
        names.append(name if name not in names else f"{name} ({len(names) + 1})")
    return names
