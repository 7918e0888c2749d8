"""`coffee-first test`: the plays that were written down beside scenarios, and the contracts that must hold."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from game.authoring import Reading
    from game.story.analysis import Analysis
    from game.story.model import Scenario
    from game.story.playthrough import State
    from game.studio.trials import Trial, Trials


@click.command("test")
@click.argument("paths", nargs=-1, required=True)
@click.option("--coverage", is_flag=True, help="Say which scenes, choices, lines and outcomes no test touches.")
@click.option("--record", metavar="IT", help="Write a play down as a test: IT says what it shows. You play it here in the terminal.")
@click.option("--choose", metavar="IDS", help="With --record: the choices of the play, instead of playing it.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="With --record: fix the order in which choices are shown.")
@click.option("--budget", type=click.IntRange(1, 20_000_000), help="States that may be worked out at most (200,000).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def verb(
    context: click.Context, paths: tuple[str, ...], coverage: bool, record: str | None, choose: str | None, seed: int,
    budget: int | None, as_json: bool,
) -> None:  # fmt: skip
    """Run the tests and check the contracts of scenarios: names, files, folders, or folders of folders.

    Tests stand in tests.yaml beside the scenario, contracts in the scenario under `expect`. The exit code is 0 where
    all is as expected, 1 where anything is not (or cannot be decided, or there is nothing to test), 2 for wrong usage.
    """
    if choose is not None and record is None:
        raise click.UsageError("--choose belongs to --record: say what the play shows")
    if record is not None:
        if len(paths) != 1 or coverage or as_json:
            raise click.UsageError("--record takes one scenario, and neither --coverage nor --json")
        context.exit(_record(paths[0], record, choose, seed, budget))
    context.exit(_in_json(paths, coverage, budget) if as_json else _in_words(paths, coverage, budget))


def _in_words(paths: tuple[str, ...], coverage: bool, budget: int | None) -> int:
    from game.authoring import render
    from game.authoring.safe_text import printable
    from game.studio.trial_words import coverage_lines, details, sign, summary

    tried: list[Trial] = []
    failed = False
    for reading, trials in _all(paths, budget):
        if trials is None:
            sys.stdout.write(render.terminal(reading))
            failed = True
            continue
        sys.stdout.write(printable(str(trials.file)) + "\n")
        found = 0
        for trial in trials.all():
            found += 1
            tried.append(trial)
            where = "" if trial.passed else f" ({trial.file.name}:{trial.line})"
            sys.stdout.write(f"  {sign(trial):<7} {printable(trial.name)}{where}\n")
            sys.stdout.writelines(f"            {line}\n" for line in details(trial))
        if not found:
            sys.stdout.write(f"  nothing to test: there is no {printable(str(trials.tests_file))}, and no contract under `expect`\n")
        if coverage:
            sys.stdout.writelines(f"  {line}\n" for line in coverage_lines(_coverage(trials), trials.file))
    if tried or not failed:
        sys.stdout.write((summary(tried) or "no tests were found") + "\n")
    return int(failed or not tried or not all(trial.passed for trial in tried))


def _in_json(paths: tuple[str, ...], coverage: bool, budget: int | None) -> int:
    import json

    from game.authoring import render
    from game.studio.trial_words import plain, plain_coverage

    scenarios: list[dict[str, Any]] = []
    passed = failed = 0
    for reading, trials in _all(paths, budget):
        if trials is None:
            failed += 1
            scenarios.append({"file": str(reading.path), "faults": [render.one_line(fault) for fault in reading.errors]})
            continue
        tried = list(trials.all())
        passed += sum(trial.passed for trial in tried)
        failed += sum(not trial.passed for trial in tried)
        told: dict[str, Any] = {
            "file": str(trials.file), "tests": [plain(trial) for trial in tried if not trial.contract],
            "contracts": [plain(trial) for trial in tried if trial.contract],
        }
        scenarios.append(told | ({"coverage": plain_coverage(_coverage(trials))} if coverage else {}))
    sys.stdout.write(json.dumps({"passed": passed, "failed": failed, "scenarios": scenarios}, ensure_ascii=False, indent=2) + "\n")
    return int(failed > 0 or not passed)


def _all(paths: tuple[str, ...], budget: int | None) -> Iterator[tuple[Reading, Trials | None]]:
    from game.authoring import read, scenarios_in
    from game.opening import scenario_path
    from game.story.analysis import BUDGET
    from game.studio.trials import Trials

    for name in paths:
        path = scenario_path(name)
        for one in scenarios_in(path.parent if path.name == "tests.yaml" else path):
            reading = read(one)
            scenario = reading.scenario
            if scenario is None:
                yield reading, None
            else:
                yield reading, Trials(scenario, reading, _figures(budget), budget or BUDGET)


def _figures(budget: int | None) -> Any:
    """Return what gives the analysis of a scenario: from the shelf where it lies there, and put there where not."""
    from game.records import analyses, places
    from game.story.analysis import BUDGET, analyse

    def figures(scenario: Scenario) -> Analysis:
        shelf = places.places().cache / "analyses"
        found = analyses.load(shelf, scenario.fingerprint)
        if found is not None and (found.exact or budget is None):
            return found
        with _busy(scenario.title):
            found = analyse(scenario, budget=budget or BUDGET)
        if found.exact or budget is None:
            analyses.save(shelf, scenario.fingerprint, found)
        return found

    return figures


class _busy:  # noqa: N801 - reads as a word where it is used
    """Says on a terminal what takes time, and wipes it away afterwards."""

    def __init__(self, title: str) -> None:
        from game.authoring.safe_text import printable

        self.words = f"working out all plays of {printable(title)[:40]} …" if sys.stderr.isatty() else ""

    def __enter__(self) -> None:
        sys.stderr.write(self.words)
        sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self.words:
            sys.stderr.write("\r" + " " * len(self.words) + "\r")


def _coverage(trials: Trials) -> Any:
    from game.story.errors import NoEndingReached
    from game.studio.coverage import coverage

    plays = [transcript.choices for transcript in trials.tests.transcripts] if trials.tests is not None else []
    try:
        analysis = trials.analysis
    except NoEndingReached:
        analysis = None
    return coverage(trials.scenario, plays, text=trials.reading.text, analysis=analysis)


def _record(name: str, it: str, choose: str | None, seed: int, budget: int | None) -> int:
    from game.authoring import render
    from game.authoring.safe_text import printable
    from game.story.errors import NoEndingReached
    from game.studio.recording import NotRecorded, record

    found = list(_all((name,), budget))
    if len(found) != 1:
        sys.stderr.write("coffee-first: a play is recorded of one scenario; name its folder\n")
        return 1
    (reading, trials), = found
    if trials is None:
        sys.stderr.write(render.terminal(reading))
        return 1
    state = _played(trials, choose, seed)
    if state is None:
        return 1
    try:
        analysis = trials.analysis
    except NoEndingReached:
        analysis = None
    try:
        done = record(trials.tests_file, it, state, analysis)
    except NotRecorded as why:
        sys.stderr.write(f"coffee-first: {printable(str(why))}\n")
        return 1
    sys.stdout.write(f"written to {printable(str(done.file))}:{done.line}\n{done.entry}")
    if not state.over:
        sys.stdout.write("The play is not over, so it names no ending and no score.\n")
    return 0


def _played(trials: Trials, choose: str | None, seed: int) -> State | None:
    """Return the play that is to be written down; None where there is none, which is said."""
    if choose is not None:
        return _chosen(trials, tuple(one for one in re.split(r"[\s,]+", choose) if one))
    from game.stage.terminal import play
    from game.stage.views import Columnist

    played = play(
        trials.scenario, seed=seed, answers=sys.stdin, out=sys.stdout, columnist=Columnist.AT_THE_END,
        analysis=lambda: trials.analysis,
    )
    if not played.state.over:
        sys.stderr.write("coffee-first: the play was broken off, so it is not written down\n")
        return None
    return played.state


def _chosen(trials: Trials, choices: tuple[str, ...]) -> State | None:
    from game.authoring.outcomes import outcome
    from game.authoring.safe_text import printable
    from game.authoring.transcript import Transcript
    from game.story.playthrough import Playthrough, replay

    found = outcome(trials.scenario, Transcript("", 1, choices))
    if not found.passed:
        sys.stderr.write(f"coffee-first: {printable(str(found.differences[0]))}\n")
        return None
    return replay(Playthrough(trials.scenario, choices=choices))
