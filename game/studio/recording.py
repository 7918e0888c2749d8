"""A play → a test: written down with the figures it reached, below what stands in tests.yaml already."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from game.authoring.marks import Map, Refused, Scalar, Seq, YAMLError, tree
from game.authoring.outcomes import answered, deferred, outcome, promises, total
from game.authoring.source import Unread, bytes_of, decoded
from game.authoring.transcript import tests_of
from game.story.analysis import Analysis
from game.story.ledger import spent
from game.story.model import Scenario
from game.story.playthrough import State
from game.story.score import score
from game.story.vocabulary import Outcome

_WIDTH = 118
_PLAIN = re.compile(r"[A-Za-z][\w ',;.!?()/-]*")
"""Text that needs no quotes in YAML, as long as it is no word with a meaning of its own."""


class NotRecorded(Exception):
    """The play was not written down: the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written down, and where."""

    file: Path
    line: int
    """At which the new test begins, from 1."""
    entry: str
    """The text of the new test."""


def record(file: Path, it: str, state: State, analysis: Analysis | None) -> Recorded:
    """Write a play into a tests.yaml, below the tests that stand there; no byte of them is changed.

    Args:
        file: the tests.yaml; made if it is not there.
        it: what the play shows, in words.
        state: the play, finished or not.
        analysis: of its scenario, for the score; without it no score is written.

    Raises:
        NotRecorded: nothing was written.
    """
    if not state.moments:
        raise NotRecorded("nothing was chosen, so there is no play to write down")
    before = _standing(file)
    text = decoded(before)
    if isinstance(text, Unread):
        raise NotRecorded(f"{file} cannot be added to: {text.message}; {text.help}")
    indent = _indent(file, text, state.scenario)
    entry = textwrap.indent(written(it, state, analysis), " " * indent)
    head = "" if re.search(r"^tests:", text, re.MULTILINE) else "tests:\n"
    gap = "" if not text or text.endswith("\n") else "\n"
    gap += "\n" if re.search(r"\n\s*\n\s*- ", text) else ""  # the tests there stand apart
    added = gap + head + entry
    _must_pass(state.scenario, text, added, analysis)
    plain = added.replace("\n", "\r\n") if b"\r\n" in before else added
    try:
        with file.open("ab") as out:
            out.write(plain.encode())
    except OSError as error:
        raise NotRecorded(f"{file} cannot be written: {(error.strerror or 'no reason was given').lower()}") from error
    return Recorded(file, text.count("\n") + (gap + head).count("\n") + 1, entry)


def _standing(file: Path) -> bytes:
    if not file.exists() and not file.is_symlink():
        return b""
    found = bytes_of(file)
    if isinstance(found, Unread):
        raise NotRecorded(f"{file} cannot be added to: {found.message}; {found.help}")
    return found


def _indent(file: Path, text: str, scenario: Scenario) -> int:
    """Return how far the dashes of the tests stand from the left.

    Raises:
        NotRecorded: nothing can be added below them.
    """
    faults = tests_of(scenario, text, file).reading.errors
    if faults and text.strip():
        fault = faults[0]
        place = f" (line {fault.span.line})" if fault.span else ""
        # a file that holds only `tests:` or notes is one to begin with
        if not _begun(text):
            raise NotRecorded(f"{file} has a fault{place}: {fault.message}; mend it first: {fault.help}")
    try:
        root = tree(text).root
    except (Refused, YAMLError):
        root = None
    tests = root.items.get("tests") if isinstance(root, Map) else None
    if isinstance(tests, Seq):
        if tests.start.flow_style:
            raise NotRecorded(f"the tests in {file} stand in brackets; write each below the other, with a dash before it")
        return int(tests.start.start_mark.column)
    return 2


def _begun(text: str) -> bool:
    """Return whether a text holds nothing but notes, and perhaps `tests:` with nothing below it."""
    try:
        root = tree(text).root
    except (Refused, YAMLError):
        return False
    if root is None:
        return True
    tests = root.items.get("tests") if isinstance(root, Map) and list(root.items) == ["tests"] else None
    return isinstance(tests, Scalar) and not tests.value and not tests.style


def _must_pass(scenario: Scenario, text: str, added: str, analysis: Analysis | None) -> None:
    """Read the file as it would be, and run the new test.

    Raises:
        NotRecorded: it would not be read, or not pass.
    """
    before, after = tests_of(scenario, text), tests_of(scenario, text + added)
    if after.reading.errors:
        raise NotRecorded(f"the test would not be read again: {after.reading.errors[0].message}; {after.reading.errors[0].help}")
    if len(after.transcripts) != len(before.transcripts) + 1:
        raise NotRecorded("the test would not stand among the others; let the file end with its last test")
    bounds = (analysis.worst.total, analysis.best.total) if analysis is not None else None
    found = outcome(scenario, after.transcripts[-1], bounds)
    if not found.passed:
        raise NotRecorded(f"the test would not pass: {found.differences[0]}")


def written(it: str, state: State, analysis: Analysis | None) -> str:
    """Return the entry of a play for tests.yaml, beginning at the left margin, with the figures that it reached."""
    lines = [f"- it: {_quoted(it)}", *_list("  choose: ", list(state.choices)), "  then:"]
    if state.over:
        lines.append(f"    ending: {state.scene}")
        found = _score(state, analysis)
        if found is not None:
            lines.append(f"    score: [{found}, {found}]")
    lines += _list("    granted: ", sorted(answered(state, Outcome.GRANTED)))
    lines += _list("    refused: ", sorted(answered(state, Outcome.REFUSED)))
    lines += _list("    kept: ", sorted(promises(state, kept=True)))
    lines += _list("    broken: ", sorted(promises(state, kept=False)))
    lines.append(f"    spent: {spent(state.ledger)}")
    if came := deferred(state):
        lines += _list("    deferred: ", sorted(came))
    if state.scenario.accounts:
        lines += _list("    holds: ", [f"{person.id} == {state.capital(person.id)}" for person in state.scenario.accounts])
    return "\n".join(lines) + "\n"


def _score(state: State, analysis: Analysis | None) -> int | None:
    if analysis is None or not analysis.exact:
        return None
    return score(total(state), analysis.worst.total, analysis.best.total)


def _list(key: str, members: list[str]) -> list[str]:
    return textwrap.wrap(
        f"[{', '.join(members)}]", _WIDTH, initial_indent=key, subsequent_indent=" " * (len(key) + 1), break_on_hyphens=False,
        break_long_words=False,
    )


def _quoted(it: str) -> str:
    words = " ".join(it.split())
    plain = _PLAIN.fullmatch(words) and words.lower() not in ("true", "false", "yes", "no", "on", "off", "null")
    return words if plain else json.dumps(words, ensure_ascii=False)
