"""`coffee-first export`: a scenario as a manuscript for reviewers, or as a table of all its lines."""

from __future__ import annotations

from pathlib import Path

import click

ENDINGS = {"docx": ".docx", "md": ".md", "csv": ".csv"}


@click.command("export")
@click.argument("scenario")
@click.option("--format", "kind", type=click.Choice(list(ENDINGS)), default="docx", show_default=True, help="A document for Word, Markdown, or a table of all lines.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="The file to write; otherwise it is named after the scenario.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.pass_context
def verb(context: click.Context, scenario: str, kind: str, file: Path | None, force: bool) -> None:
    """Write the script of SCENARIO for reviewers, or a table of all its lines."""
    from game.authoring import read, render
    from game.opening import scenario_path
    from game.studio.manuscript.blocks import manuscript
    from game.studio.manuscript.word import WordIsMissing
    from game.studio.writing import CannotWrite, write

    reading = read(scenario_path(scenario))
    if reading.scenario is None:
        click.echo(render.terminal(reading), nl=False, err=True)
        context.exit(1)
    found = reading.scenario
    target = file or Path(f"{found.id}{ENDINGS[kind]}")
    try:
        if kind == "docx":
            from game.studio.manuscript.word import document

            data = document(manuscript(found), title=found.title)
        elif kind == "md":
            from game.studio.manuscript.markdown import markdown

            data = markdown(manuscript(found)).encode()
        else:
            from game.studio.manuscript.table import table

            data = table(found).encode("utf-8-sig")  # by its mark Excel knows that it is UTF-8
        write(target, data, over=force)
    except (WordIsMissing, CannotWrite) as reason:
        click.echo(f"coffee-first: {reason}", err=True)
        context.exit(1)
    click.echo(f"{target} is written: {len(found.scenes)} scenes")
