"""A scenario's tests.yaml: plays that somebody wrote down, and what must then be true. `outcomes` runs them.

tests:
- it: pouncing looks free, and is not
choose: [pounce, wish-maya-luck]
then: {ending: e-empty-row, score: [0, 20], refused: [pounce], holds: leslie < 10}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.authoring.diagnostic import Diagnostic, Faults, Reading
from game.authoring.draft import Draft
from game.authoring.marks import Node, Scalar, Seq
from game.authoring.reading import _file, sound_tree, unread
from game.authoring.references import check as check_references
from game.authoring.screenplay import Casting
from game.authoring.source import Unread, is_there, text_of
from game.authoring.suggest import did_you_mean, listed
from game.story.condition import Condition
from game.story.model import Branch, Scenario

_THEN = ("ending", "score", "granted", "refused", "kept", "broken", "spent", "deferred", "holds")


@dataclass(frozen=True, slots=True)
class Transcript:
    """One play, and what must be true at its end. What is None is not looked at."""

    it: str
    line: int
    """In tests.yaml, from 1."""
    choices: tuple[str, ...]
    ending: str | None = None
    score: tuple[int, int] | None = None
    """Least and most."""
    granted: frozenset[str] | None = None
    refused: frozenset[str] | None = None
    kept: frozenset[str] | None = None
    broken: frozenset[str] | None = None
    spent: int | None = None
    deferred: frozenset[str] | None = None
    """At least these choices had a deferred entry that came to light."""
    holds: tuple[tuple[str, Condition], ...] = ()
    """(as it was written, condition)."""


@dataclass(frozen=True, slots=True)
class Tests:
    """What was read of a tests.yaml."""

    transcripts: tuple[Transcript, ...]
    """Those without a fault."""
    reading: Reading

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The faults of the file."""
        return self.reading.diagnostics


def read_tests(scenario: Scenario, path: Path) -> Tests | None:
    """Return the tests beside a scenario (or in the given tests.yaml); None where there are none."""
    file = _file(Path(path))
    file = file if file.name == "tests.yaml" else file.parent / "tests.yaml"
    if file.name == "tests.yaml" and not is_there(file):
        return None
    text = text_of(file)
    if isinstance(text, Unread):
        return Tests((), Reading(None, unread(file, text), file, ""))
    return tests_of(scenario, text, file)


def tests_of(scenario: Scenario, text: str, file: Path = Path("tests.yaml")) -> Tests:
    """Return the tests that a text holds."""
    faults = Faults(str(file), text)
    tree = sound_tree(faults)
    found: tuple[Transcript, ...] = ()
    if tree is not None:
        draft = _draft(scenario, faults)
        for second, first in tree.twice:
            draft.error("CF010", second, f"the key '{second.value}' stands here a second time (first in line {first.start_mark.line + 1})", "delete one of the two")
        found = _transcripts(draft, scenario, tree.root)
    return Tests(found, Reading(None, faults.all(), file, text))


def _draft(scenario: Scenario, faults: Faults) -> Draft:
    """Return a draft that knows the names of a scenario."""
    draft = Draft(faults, None, Casting(set(scenario.people)))
    draft.people = dict(scenario.people)
    draft.accounts = {person.id for person in scenario.accounts}
    draft.voices = set(scenario.people) - draft.accounts
    nowhere = object()
    draft.scene_keys = dict.fromkeys(scenario.scenes, nowhere)  # type: ignore[arg-type]
    for scene in scenario.scenes.values():
        for choice in scene.choices:
            draft.choice_ids[choice.id] = nowhere  # type: ignore[assignment]
            branches = (choice.ask.granted, choice.ask.refused) if choice.ask else (Branch(), Branch())
            if choice.ask:
                draft.asks.add(choice.id)
            for flags in (choice.flags, *(branch.flags for branch in branches)):
                draft.flags.update(flags)
            for promise in (choice.promise, *(branch.promise for branch in branches)):
                if promise is not None:
                    draft.promises[promise.id] = promise
    return draft


def _transcripts(draft: Draft, scenario: Scenario, root: Node | None) -> tuple[Transcript, ...]:
    how = "begin the file with `tests:`, and each test below it: `- it: …`"
    if root is None:
        return ()
    found = draft.map(root, "a file of tests", how)
    if found is None:
        return ()
    draft.known(found, ("tests",), "a file of tests")
    made = []
    for node in draft.seq(draft.required(found, "tests", "the file", found, how), "`tests`", how):
        before = draft.faults.errors
        one = _transcript(draft, scenario, node)
        check_references(draft)
        draft.markers.clear()
        if one is not None and draft.faults.errors == before:
            made.append(one)
    return tuple(made)


def _transcript(draft: Draft, scenario: Scenario, node: Node) -> Transcript | None:
    found = draft.map(node, "a test", "write `- it: …`, and below it `choose` and `then`")
    if found is None:
        return None
    draft.known(found, ("it", "choose", "then"), "a test")
    get = found.items.get
    it = draft.text(draft.required(found, "it", "a test", found, "add `it: …`: what the play shows, in words"), "`it`")
    choose = _names(draft, draft.required(found, "choose", "a test", found, "add `choose: [choice-id, …]`"), "`choose`", draft.choice_ids, "choice")
    line = found.start.start_mark.line + 1
    then = draft.map(get("then"), "`then`", "write `then: {ending: scene-id}`") if "then" in found.items else None
    if then is None:
        return Transcript(it, line, choose)
    draft.known(then, _THEN, "`then`")
    has = then.items.get
    endings = {scene.id for scene in scenario.scenes.values() if scene.ending is not None}

    def names(key: str, known: Iterable[str], what: str) -> frozenset[str] | None:
        return frozenset(_names(draft, has(key), f"`{key}`", list(known), what)) if key in then.items else None

    ending = draft.text(has("ending"), "`ending`")
    if ending and ending not in endings:
        draft.error("CF201", has("ending"), f"'{ending}' is not an ending of this scenario", did_you_mean(ending, endings, f"write one of: {listed(sorted(endings))}"))
    return Transcript(
        it, line, choose, ending or None, _limits(draft, has("score")),
        names("granted", draft.asks, "ask"), names("refused", draft.asks, "ask"),
        names("kept", draft.promises, "promise"), names("broken", draft.promises, "promise"),
        draft.number(has("spent"), "`spent`", 0, 100_000), names("deferred", draft.choice_ids, "choice"), _holds(draft, has("holds")),
    )


def _names(draft: Draft, node: Node | None, what: str, known: Iterable[str], kind: str) -> tuple[str, ...]:
    known = list(known)
    if node is None:
        return ()
    nodes = node.items if isinstance(node, Seq) else [node]
    found = []
    for one in nodes:
        name = draft.text(one, what)
        if name and name not in known:
            code = {"promise": "CF206", "ask": "CF208"}.get(kind, "CF205")
            draft.error(code, one, f"{what}: '{name}' is no {kind} of this scenario", did_you_mean(name, known, f"write the id of a {kind}"))
        elif name:
            found.append(name)
    return tuple(found)


def _limits(draft: Draft, node: Node | None) -> tuple[int, int] | None:
    if node is None:
        return None
    members = node.items if isinstance(node, Seq) else [node, node]
    if len(members) != 2:
        draft.error("CF104", node, "`score` wants two numbers: least and most", "write `score: [60, 90]`")
        return None
    least, most = (draft.number(one, "`score`", 0, 100) for one in members)
    if least is None or most is None:
        return None
    if least > most:
        draft.error("CF110", node, f"`score` goes from {least} to {most}, so nothing lies between", "write the lesser number first")
    return least, most


def _holds(draft: Draft, node: Node | None) -> tuple[tuple[str, Condition], ...]:
    if node is None:
        return ()
    nodes = node.items if isinstance(node, Seq) else [node]
    return tuple((one.value.strip(), draft.when(one, "`holds`")) for one in nodes if isinstance(one, Scalar))


