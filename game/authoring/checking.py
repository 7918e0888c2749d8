"""`coffee-first check`: read scenarios, say what is wrong with them, and mend what can be mended safely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from game.authoring.art import Art
from game.authoring.diagnostic import Diagnostic, Reading, Severity
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


def check(
    paths: Sequence[Path], out: TextIO, *, art: Art | None = None, form: str = "text", fix: bool = False,
    diff: bool = False, err: TextIO | None = None,
) -> int:  # fmt: skip
    """Say what is wrong with each scenario, and with its tests.yaml and its translations where it has some.

    Args:
        paths: files, folders with a scenario.yaml, or folders of such folders.
        out: where it is said.
        art: which drawings there are.
        form: text, or one of `machine.FORMATS`.
        fix: make the safe mends in the files first, and say which; what is said after is what remains.
        diff: say what the safe mends would change, and change nothing.
        err: where mends are told while `out` holds something for a machine.

    Returns:
        0 when there is no error, 1 when there is; a path that cannot be read or mended is one. With `diff`: 1 where
        something would change.
    """
    aside = out if form == "text" or err is None else err
    found: list[Diagnostic] = []
    count = failed = changed = 0
    for path in paths:
        for one in scenarios_in(Path(path)):
            count += 1
            reading = read(one, art=art)
            if fix or diff:
                mended = _mended(reading, art, aside, write=not diff)
                failed += mended is None
                changed += mended is not None and mended is not reading
                reading = mended or reading
            for each in (reading, *_tests(reading, one), *_translations(reading, one)) if not diff else ():
                found += each.diagnostics
                if form == "text":
                    out.write(terminal(each))
    errors = sum(one.severity is Severity.ERROR for one in found)
    if diff:
        aside.write("" if changed or failed else "nothing to mend\n")
        return int(changed + failed > 0)
    out.write(_sum(count, errors, len(found) - errors) if form == "text" else _written(found, form))
    return int(errors + failed > 0)


def _tests(reading: Reading, path: Path) -> Iterator[Reading]:
    from game.authoring.transcript import read_tests

    if reading.scenario is not None:
        tests = read_tests(reading.scenario, path)
        if tests is not None:
            yield tests.reading


def _translations(reading: Reading, path: Path) -> Iterator[Reading]:
    if reading.scenario is not None:
        from game.authoring.untranslated import translations

        yield from translations(reading.scenario, path)


def _mended(reading: Reading, art: Art | None, out: TextIO, *, write: bool) -> Reading | None:
    """Return the reading after the safe mends, the same one where there was none; None where they cannot be written."""
    from game.authoring import mending
    from game.authoring.fixes import mended

    found = mended(reading, art=art)
    if not found.made:
        return reading
    if not write:
        out.write(mending.difference(found, reading.text))
        return found.reading
    try:
        mending.save(found, reading.text)
    except mending.Unsaved as why:
        out.write(f"{mending.file_of(reading)}: {why}\n")
        return None
    out.write(mending.told(found))
    return found.reading


def _written(found: Sequence[Diagnostic], form: str) -> str:
    from game.authoring.machine import written

    return written(found, form)


def _sum(count: int, errors: int, warnings: int) -> str:
    def many(number: int, word: str) -> str:
        return f"{number} {word}" + ("" if number == 1 else "s")

    if not errors and not warnings:
        return f"{many(count, 'scenario')}: all is well\n"
    return f"{many(count, 'scenario')}: {many(errors, 'error')}, {many(warnings, 'warning')}\n"
