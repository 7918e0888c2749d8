"""Has it computed what a scenario allows, in a process of its own, long before the column asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

    from game.story.analysis import Analysis
    from game.story.model import Scenario


class Analyst:
    """One analysis at a time; `load` and `save` reach a cache by fingerprint."""

    def __init__(
        self, *, load: Callable[[str], Analysis | None] = lambda fingerprint: None,
        save: Callable[[str, Analysis], None] = lambda fingerprint, analysis: None,
    ) -> None:
        self._load, self._save = load, save
        self._known: dict[str, Analysis] = {}
        self._thread: Thread | None = None
        self._stop = Event()
        self._new = Event()

    def ask(self, scenario: Scenario) -> None:
        """Begin to analyse a scenario, unless it is known or under way."""
        if scenario.fingerprint in self._known:
            return
        cached = self._load(scenario.fingerprint)
        if cached is not None:
            self._known[scenario.fingerprint] = cached
            return
        self.close()
        self._stop = Event()
        self._thread = Thread(target=self._work, args=(scenario, self._stop), name="analysis", daemon=True)
        self._thread.start()

    def known(self, scenario: Scenario) -> Analysis | None:
        """Return the analysis if it is there."""
        return self._known.get(scenario.fingerprint)

    def arrived(self) -> bool:
        """Return whether an analysis arrived since this was last asked."""
        if self._new.is_set():
            self._new.clear()
            return True
        return False

    def wait(self, seconds: float) -> None:
        """Return when the analysis is there, or the time is over."""
        if self._thread is not None:
            self._thread.join(seconds)

    def close(self) -> None:
        """Stop what is under way."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=2)
            self._thread = None

    def _work(self, scenario: Scenario, stop: Event) -> None:
        analysis = _elsewhere(scenario, stop) or _here(scenario, stop)
        if stop.is_set() or analysis is None:
            return
        self._known[scenario.fingerprint] = analysis
        self._save(scenario.fingerprint, analysis)
        self._new.set()


def _elsewhere(scenario: Scenario, stop: Event) -> Analysis | None:
    """Return the analysis as another process computes it; None where none can be started, or it was stopped."""
    import json
    import pickle
    import subprocess
    import sys

    from game.story.analysis import from_plain

    if not sys.executable:
        return None
    command = [sys.executable, "-m", "game.stage.analysing"]
    root = Path(__file__).resolve().parent.parent.parent
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root
        )
    except OSError:
        return None
    with child:
        # the thread sleeps in here; a game that is closed ends the child
        waiting = Thread(target=_end_when, args=(child, stop), daemon=True)
        waiting.start()
        try:
            found, _ = child.communicate(pickle.dumps(scenario))
        except (OSError, ValueError):
            return None
    try:
        return from_plain(json.loads(found)) if child.returncode == 0 else None
    except (ValueError, KeyError, TypeError):
        return None


def _end_when(child: subprocess.Popen[bytes], stop: Event) -> None:
    while child.poll() is None:
        if stop.wait(0.2):
            child.terminate()
            return


def _here(scenario: Scenario, stop: Event) -> Analysis | None:
    from game.story.analysis import analyse
    from game.story.errors import StoryError

    try:
        return None if stop.is_set() else analyse(scenario, stop=stop.is_set)
    except StoryError:
        return None  # no play of it ends: there is nothing to measure a play against
