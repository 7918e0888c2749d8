"""`coffee-first check`: read scenarios, and say what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from game.authoring.art import Art
from game.authoring.reading import read
from game.authoring.render import terminal


def scenarios_in(path: Path) -> Iterator[Path]:
    """Yield the path itself, or each scenario below it where it is a folder of folders."""
    try:
        if not path.is_dir() or (path / "scenario.yaml").exists():
            yield path
            return
        below = sorted(folder for folder in path.iterdir() if (folder / "scenario.yaml").is_file())
    except (OSError, ValueError):
        below = []
    yield from below or [path]


def check(paths: Sequence[Path], out: TextIO, *, art: Art | None = None) -> int:
    """Say what is wrong with each scenario, and with its tests.yaml where it has one.

    Returns:
        0 when there is no error, 1 when there is; a path that cannot be read is one.
    """
    from game.authoring.transcript import read_tests

    errors = warnings = count = 0
    for path in paths:
        for one in scenarios_in(Path(path)):
            count += 1
            reading = read(one, art=art)
            out.write(terminal(reading))
            found = list(reading.diagnostics)
            if reading.scenario is not None:
                tests = read_tests(reading.scenario, one)
                if tests is not None:
                    out.write(terminal(tests.reading))
                    found += tests.diagnostics
            bad = sum(d.severity.value == "error" for d in found)
            errors += bad
            warnings += len(found) - bad
    out.write(_sum(count, errors, warnings))
    return int(errors > 0)


def _sum(count: int, errors: int, warnings: int) -> str:
    def many(number: int, word: str) -> str:
        return f"{number} {word}" + ("" if number == 1 else "s")

    if not errors and not warnings:
        return f"{many(count, 'scenario')}: all is well\n"
    return f"{many(count, 'scenario')}: {many(errors, 'error')}, {many(warnings, 'warning')}\n"
