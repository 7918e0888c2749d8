"""`coffee-first import`: a story of Twine becomes a scenario."""

from __future__ import annotations

from pathlib import Path

import click

TOLD = 40
"""More notes than these are only counted in the terminal; the list beside the scenario holds them all."""


@click.command("import")
@click.argument("story", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), help="The folder to make; otherwise it is named after the story.")
@click.pass_context
def verb(context: click.Context, story: Path, folder: Path | None) -> None:
    """Make a scenario of STORY: a Twee 3 file, an archive of Twine 2, or a story that was published as a page.

    Passages become scenes and links become choices; what cannot be kept is listed, here and in imported.md.
    """
    from game.authoring.safe_text import printable
    from game.studio.twine.importing import REPORT, imported, lines, report, stories_in
    from game.studio.twine.passages import NotAStory

    try:
        found = imported(stories_in(story))
    except NotAStory as reason:
        click.echo(f"coffee-first: {printable(str(story))}: {printable(str(reason))}", err=True)
        context.exit(1)
    broken = False
    for one in found:
        target = (folder if len(found) == 1 else folder / one.name) if folder is not None else Path(one.name)
        try:
            target.mkdir(parents=True)
            (target / "scenario.yaml").write_text(one.made.text, "utf-8", newline="\n")
            (target / REPORT).write_text(report(one), "utf-8", newline="\n")
        except FileExistsError:
            click.echo(f"coffee-first: {target} is there already, and nothing in it was touched: write -o another-name", err=True)
            context.exit(1)
        except OSError as error:
            click.echo(f"coffee-first: {target} cannot be written: {error.strerror}", err=True)
            context.exit(1)
        click.echo(f"{target}: “{printable(one.made.title)}”, {one.passages} passages")
        told = lines(one.made.notes)
        for line in told[:TOLD]:
            click.echo(f"  {printable(line)}")
        if len(told) > TOLD:
            click.echo(f"  and {len(told) - TOLD} more, in {target / REPORT}")
        errors = one.reading.errors
        broken = broken or bool(errors)
        if errors:
            click.echo(f"  It cannot be played yet: coffee-first check {target} says why, and what to do.")
        else:
            click.echo(f"  It plays: coffee-first play {target}. Then give people capital; see docs/trainers/import-and-export.md.")
    context.exit(int(broken))
