"""`coffee-first schema`: the format for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.option("--tests", is_flag=True, help="The schema of tests.yaml instead.")
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(path_type=Path), help="Write it to FILE.")
@click.pass_context
def verb(context: click.Context, tests: bool, file: Path | None) -> None:
    """Print the format as a JSON Schema, by which an editor completes and explains.

    The first line of a scenario may point to it: # yaml-language-server: $schema=schema.json
    """
    from game.authoring.safe_text import printable
    from game.authoring.schema import schema_text, schema_text_of_tests

    text = schema_text_of_tests() if tests else schema_text()
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not one"
        click.echo(f"coffee-first: {printable(str(file))} cannot be written: {reason.lower()}", err=True)
        context.exit(1)
