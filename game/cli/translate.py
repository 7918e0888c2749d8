"""`coffee-first translate`: a catalogue for a translator, made of a scenario, or brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from game.story.model import Scenario


@click.command("translate")
@click.argument("scenario")
@click.option("--to", "code", required=True, metavar="CODE", help="The language, by its code: es, de, pt-BR.")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to write it. [default: translations/CODE.po beside the scenario]")
@click.option("--count", is_flag=True, help="Say how far the translation is, and write nothing.")
@click.pass_context
def verb(context: click.Context, scenario: str, code: str, output: Path | None, count: bool) -> None:
    """Make or renew a catalogue of all that SCENARIO says, for a translator.

    It is a PO file: any program for translators opens it (Poedit, Weblate, OmegaT, Virtaal). What is translated
    already is kept. A line that has changed since keeps its translation, and is marked as fuzzy; until somebody has
    looked at it, the game shows the line as you wrote it.
    """
    context.exit(_translate(scenario, code, output, count))


def _translate(name: str, code: str, output: Path | None, count: bool) -> int:
    from game import resources
    from game.authoring import art_in, read, render
    from game.authoring.safe_text import printable
    from game.authoring.source import Unread, is_pack
    from game.authoring.tongues import CODE, catalogue, file_of
    from game.opening import scenario_path

    path = scenario_path(name)
    if not CODE.fullmatch(code) or not _known(code):
        raise click.UsageError(f"{printable(code)} is not the code of a language: write es for Spanish, de for German, pt-BR for Brazilian Portuguese")
    if is_pack(path) and output is None:
        raise click.UsageError("a pack is never written to: say with -o where the catalogue is to stand")
    reading = read(path, art=art_in(resources.assets()))
    if reading.scenario is None:
        click.echo(render.terminal(reading), nl=False, err=True)
        click.echo("coffee-first: no catalogue is made, because the scenario cannot be played; mend what is said above", err=True)
        return 1
    if code == reading.scenario.language:
        raise click.UsageError(f"the scenario is written in {code} already; where that is wrong, say so in its head: `language: en`")
    target = output or file_of(path, code)
    old = catalogue(target) if target.exists() else None
    if isinstance(old, Unread):
        line = "" if old.line is None else f":{old.line + 1}"
        click.echo(f"coffee-first: {printable(str(target))}{line}: {old.message}; {old.help}", err=True)
        return 1
    return _write(reading.scenario, code, old, target, count)


def _known(code: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _write(scenario: Scenario, code: str, old: Catalog | None, target: Path, count: bool) -> int:
    from game.authoring.renewing import renewed, written
    from game.authoring.safe_text import printable

    made = renewed(scenario, code, old)
    told = [f"{_many(made.whole, 'line')}", f"{made.done} translated"]
    told += [f"{made.changed} changed since"] if made.changed else []
    told += [f"{made.new} to translate"] if made.new else []
    told += [f"{made.gone} no longer said, kept at the end"] if made.gone else []
    where = printable(str(target))
    if count:
        click.echo(f"{where}: {', '.join(told)}")
        return int(made.new + made.changed > 0)
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(written(made))
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        click.echo(f"coffee-first: {where} cannot be written: {error.strerror or error}", err=True)
        return 1
    click.echo(f"{where}: {', '.join(told)}")
    if made.new or made.changed:
        click.echo("Open it in a program for PO files, or in a text editor: below each msgid, write the translation into msgstr.")
    return 0


def _many(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
