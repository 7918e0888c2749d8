"""What came of the plays in a tests.yaml: where each differs from what was expected of it, and the way it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.authoring.suggest import listed
from game.authoring.transcript import Tests, Transcript, read_tests, tests_of
from game.story import playthrough
from game.story.condition import AtLeast, Condition, holds, leaves
from game.story.ledger import Kind, spent
from game.story.model import Choice, Scenario
from game.story.playthrough import State
from game.story.score import score
from game.story.vocabulary import ChoiceId, SceneId
from game.story.vocabulary import Outcome as Answer

Bounds = Callable[[Scenario], tuple[int, int]]
"""Gives the least and the greatest total, in points, that any path through a scenario reaches."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One expectation that was not met."""

    what: str
    """Such as `ending`, or `choice 3`."""
    expected: str
    actual: str

    def __str__(self) -> str:
        return f"{self.what}: expected {self.expected}, and it is {self.actual}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one transcript."""

    it: str
    line: int
    """In tests.yaml, from 1."""
    differences: tuple[Difference, ...]
    steps: tuple[tuple[SceneId, ChoiceId], ...] = ()
    """The way the play went: where something was chosen, and what."""
    stands: SceneId = ""
    """Where it came to in the end."""

    @property
    def passed(self) -> bool:
        """Whether all was as expected."""
        return not self.differences


def run_tests(scenario: Scenario, source: Path | str, *, bounds: Bounds | None = None) -> list[Outcome]:
    """Return what came of each transcript; a fault of the file counts as one that failed.

    Args:
        scenario: what is played.
        source: the text of a tests.yaml, or the path of it, of its folder, or of the scenario beside it.
        bounds: gives worst and best total of the scenario; without it `score` is not looked at.
    """
    tests = tests_of(scenario, source) if isinstance(source, str) else read_tests(scenario, source)
    if tests is None:
        return []
    limits = bounds(scenario) if bounds is not None and any(t.score for t in tests.transcripts) else None
    return [*unread(tests), *(outcome(scenario, transcript, limits) for transcript in tests.transcripts)]


def unread(tests: Tests) -> list[Outcome]:
    """Return a failure for each error in a file of tests."""
    return [
        Outcome("can be read", fault.span.line if fault.span else 1, (Difference(fault.code, fault.help or "another text", fault.message),))
        for fault in tests.reading.errors
    ]


def outcome(scenario: Scenario, expected: Transcript, bounds: tuple[int, int] | None = None) -> Outcome:
    """Return what came of one transcript.

    Args:
        scenario: what is played.
        expected: the choices, and what must then be true.
        bounds: worst and best total of the scenario, in points; without them `score` is not looked at.
    """
    state = playthrough.start(scenario)
    for index, choice in enumerate(expected.choices):
        if choice not in playthrough.offered(state):
            return _told(expected, state, [Difference(f"choice {index + 1}", choice, _not_offered(state, choice))])
        state = playthrough.step(state, choice)
    return _told(expected, state, list(_differences(state, expected, bounds)))


def _told(expected: Transcript, state: State, found: list[Difference]) -> Outcome:
    steps = tuple((moment.scene, moment.choice.id) for moment in state.moments)
    return Outcome(expected.it, expected.line, tuple(found), steps, state.scene)


def _not_offered(state: State, choice: ChoiceId) -> str:
    if state.over:
        return f"not to be chosen: the play is over, at '{state.scene}'"
    there = next((name for name, scene in state.scenario.scenes.items() if any(c.id == choice for c in scene.choices)), None)
    why = f"it stands in '{there}'" if there != state.scene else _why_not(state, state.scenario.choice(choice))
    return f"not offered in '{state.scene}': {why}; there are {listed(playthrough.offered(state)) or 'no choices'}"


def _why_not(state: State, choice: Choice) -> str:
    if choice.once and state.has(("chose", choice.id)):
        return "it was chosen before, and has `once`"
    return f"its `when` does not hold, for {_facts(state, choice.when)}"


def _differences(state: State, expected: Transcript, bounds: tuple[int, int] | None) -> Iterable[Difference]:
    if expected.ending is not None and state.scene != expected.ending:
        where = state.scene if state.over else f"not over: it stands in '{state.scene}', offering {listed(playthrough.offered(state))}"
        yield Difference("ending", expected.ending, where)
    if expected.score is not None and bounds is not None:
        yield from _score(state, expected.score, bounds)
    yield from _asks_and_promises(state, expected)
    if expected.spent is not None and spent(state.ledger) != expected.spent:
        yield Difference("spent", str(expected.spent), str(spent(state.ledger)))
    if expected.deferred is not None:
        came = deferred(state)
        for choice in sorted(expected.deferred - came):
            yield Difference("deferred", choice, f"not among those of which something came to light: {_set(came)}")
    for written, condition in expected.holds:
        if not holds(condition, state):
            yield Difference("holds", written, f"not so: {_facts(state, condition)}")


def answered(state: State, answer: Answer) -> frozenset[ChoiceId]:
    """Return the asks of a play that were granted (or refused)."""
    return frozenset(moment.choice.id for moment in state.moments if moment.outcome is answer)


def promises(state: State, *, kept: bool) -> frozenset[str]:
    """Return the promises that are kept; or those that an ending found broken."""
    return frozenset(
        word.promise.id for word in state.words.values() if (word.kept_at is not None if kept else word.kept_at is None and state.over)
    )


def deferred(state: State) -> frozenset[ChoiceId]:
    """Return the choices of which something came to light later."""
    return frozenset(entry.choice for entry in state.ledger if entry.kind is Kind.LATER)


def _asks_and_promises(state: State, expected: Transcript) -> Iterable[Difference]:
    for what, wanted, have in (
        ("granted", expected.granted, answered(state, Answer.GRANTED)),
        ("refused", expected.refused, answered(state, Answer.REFUSED)),
        ("kept", expected.kept, promises(state, kept=True)),
        ("broken", expected.broken, promises(state, kept=False)),
    ):
        if wanted is not None and wanted != have:
            yield Difference(what, _set(wanted), _set(have))


def _set(names: Iterable[str]) -> str:
    return listed(sorted(names), 20) or "none"


def total(state: State) -> int:
    """Return the capital of all accounts and the capital well spent, in points."""
    return sum(state.balances.values()) + spent(state.ledger)


def _score(state: State, limits: tuple[int, int], bounds: tuple[int, int]) -> Iterable[Difference]:
    worst, best = bounds
    wanted = f"{limits[0]} to {limits[1]}" if limits[0] < limits[1] else str(limits[0])
    reached = total(state)
    if not state.over:
        yield Difference("score", wanted, "none: the play is not over")
        return
    found = score(min(max(reached, worst), best), worst, best)
    if found is None:
        yield Difference("score", wanted, "none: every path adds up to the same")
    elif not limits[0] <= found <= limits[1]:
        yield Difference("score", wanted, f"{found} (a total of {reached}, between {worst} and {best})")


def _facts(state: State, condition: Condition) -> str:
    told: list[str] = []
    for leaf in leaves(condition):
        if isinstance(leaf, AtLeast):
            told += [f"{person} is {state.capital(person)}" for person, _ in leaf.form]
        else:
            kind, name = leaf.marker
            told.append(f"{name if kind == 'flag' else f'{kind}.{name}'} is {'true' if state.has(leaf.marker) else 'false'}")
    return ", ".join(dict.fromkeys(told))
