"""`coffee-first pack`: one file with a scenario and all that belongs to it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.authoring import Reading
    from game.authoring.packing import Contents
    from game.story.model import Scenario

LARGE = 4_000_000
"""Bytes; from here on it is said how far the packing is."""


@click.command("pack")
@click.argument("scenario")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to write it. [default: named after the folder, in this one]")
@click.option("--by", metavar="NAME", default="", help="Who made it; whoever opens the pack reads it.")
@click.option("--anyway", is_flag=True, help="Pack it though its tests fail.")
@click.option("--list", "listing", is_flag=True, help="Say what is in a pack, and make none.")
@click.pass_context
def verb(context: click.Context, scenario: str, output: Path | None, by: str, anyway: bool, listing: bool) -> None:
    """Make one file of SCENARIO, with its tests, pictures, sounds and translations, for others to play.

    It is checked first: errors are told, and then no pack is made. Whoever opens the file is asked whether to add it to
    the shelf. Nothing in it is run, and nothing is unpacked.
    """
    from game.authoring.packing import MOST_SAID, NotPacked
    from game.opening import scenario_path

    if listing:
        context.exit(_list(Path(scenario)))
    if len(by) > MOST_SAID or not by.isprintable():
        raise click.UsageError(f"--by takes a name of at most {MOST_SAID} characters, on one line")
    if output is not None and output.suffix.lower() != ".coffee":
        raise click.UsageError(f"the name of a pack ends in .coffee: write -o {output}.coffee")
    try:
        context.exit(_pack(scenario_path(scenario), output, by, anyway))
    except NotPacked as why:
        click.echo(f"coffee-first: {_plain(str(why))}", err=True)
        context.exit(1)
    except KeyboardInterrupt:
        click.echo("\ncoffee-first: stopped; nothing was written", err=True)
        context.exit(130)


def _pack(path: Path, output: Path | None, by: str, anyway: bool) -> int:
    from game import resources
    from game.authoring import art_in, packing, read, render

    reading = read(path, art=art_in(resources.assets()))
    click.echo(render.terminal(reading), nl=False, err=True)
    if reading.scenario is None:
        click.echo("coffee-first: no pack is made, because the scenario cannot be played; mend what is said above", err=True)
        return 1
    if not _tested(reading.scenario, reading, anyway):
        return 1
    found = packing.contents(path)
    target = output or Path(packing.name_for(path))
    size = packing.write(found, target, by=by, progress=_progress(sum(one.size for one in found.going)))
    _say(found)
    click.echo(f"\n{_plain(str(target))} is made: {_many(len(found.going), 'file')}, {_bytes(size)}.")
    return 0


def _tested(scenario: Scenario, reading: Reading, anyway: bool) -> bool:
    """Return whether all that is claimed of the scenario is so, or it is to be packed all the same; says what is not."""
    from game.studio.trial_words import details, sign
    from game.studio.trials import Trials

    failed = [trial for trial in Trials(scenario, reading).all() if not trial.passed]
    for trial in failed:
        click.echo(f"{sign(trial):<7} {_plain(trial.name)} ({trial.file.name}:{trial.line})", err=True)
        for line in details(trial):
            click.echo(f"        {line}", err=True)
    if failed and not anyway:
        click.echo(f"coffee-first: no pack is made, because {_many(len(failed), 'test')} failed; mend the scenario or its tests, or add --anyway", err=True)
    return not failed or anyway


def _progress(whole: int) -> Callable[[int], None]:
    """Return what tells how far the packing is: nothing, unless it is large and somebody sees it."""
    if whole < LARGE or not sys.stderr.isatty():
        return lambda done: None
    shown = -1

    def tell(done: int) -> None:
        nonlocal shown
        part = 100 * done // whole
        if part != shown:
            shown = part
            sys.stderr.write(f"\rpacking: {part} %" if done < whole else "\r" + " " * 16 + "\r")
            sys.stderr.flush()

    return tell


def _say(found: Contents) -> None:
    for one in found.going:
        click.echo(f"  {_plain(one.name):<40} {_bytes(one.size):>9}")
    if found.left:
        click.echo("\nLeft out:")
    for out in found.left:
        click.echo(f"  {_plain(out.name)} {_plain(out.why)}")


def _list(path: Path) -> int:
    from game.authoring import read, render
    from game.authoring.pack import pack
    from game.authoring.reading import unread
    from game.authoring.source import Unread

    found = pack(path)
    if isinstance(found, Unread):
        for fault in unread(path, found):
            click.echo(render.blocks([fault], ""), nl=False, err=True)
        return 1
    reading = read(path)
    title = reading.scenario.title if reading.scenario is not None else "a scenario that cannot be played yet"
    click.echo(f"{_plain(str(path))}: {_plain(title)}" + (f", by {found.by}, as it says" if found.by else ""))
    for one in sorted(found.members.values(), key=lambda one: one.name):
        click.echo(f"  {_plain(one.name):<40} {_bytes(one.size):>9}  packed {_bytes(one.packed):>9}")
    click.echo(f"{_many(len(found.members), 'file')}, {_bytes(found.size)}")
    return 0


def _plain(text: str) -> str:
    from game.authoring.safe_text import printable

    return printable(text)


def _many(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _bytes(number: int) -> str:
    from game.authoring.pack import in_words

    return in_words(number)
