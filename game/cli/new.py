"""`coffee-first new`: a folder with a scenario that already plays."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "source", metavar="SCENARIO", help="Begin with a copy: bakery, rotary-prospect, laid-off, a folder or a file.")
@click.option("--title", help="The title of the new scenario.")
@click.pass_context
def verb(context: click.Context, folder: Path, source: str | None, title: str | None) -> None:
    """Make FOLDER, with a small scenario that already plays, its tests, and comments that teach the format."""
    from game import resources
    from game.authoring import read, render
    from game.authoring.schema import schema_text
    from game.opening import scenario_path
    from game.studio.starter import CannotStart, begin, title_of

    template = resources.assets() / "starter"
    if source is not None:
        template = scenario_path(source)
        reading = read(template)
        if not reading.text:
            click.echo(render.terminal(reading), nl=False, err=True)
            click.echo("Write --from bakery, or the path of a folder or of a file.", err=True)
            context.exit(1)
        title = title or title_of(folder)
    try:
        made = begin(folder, template, title=title, schema=schema_text())
    except CannotStart as reason:
        click.echo(f"coffee-first: {reason}", err=True)
        context.exit(1)
    click.echo(f"{folder} is made:")
    for file in made:
        click.echo(f"  {file}")
    click.echo(
        f"\nOpen {folder / 'scenario.yaml'} in an editor for plain text, and then type\n\n"
        f"  coffee-first preview {folder}    each save is on the screen at once\n"
        f"  coffee-first check {folder}      every mistake, with its line and its mend\n"
        f"  coffee-first test {folder}       the plays that are written down in tests.yaml"
    )
