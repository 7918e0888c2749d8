"""`coffee-first map`: a scenario as a drawing, a page to explore, or in words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

FORMATS = {"html": ".html", "svg": ".svg", "mermaid": ".mmd", "dot": ".dot", "outline": ".txt"}
"""Each format, and how the name of its files ends."""
OTHER_ENDINGS = {".htm": "html", ".gv": "dot", ".mermaid": "mermaid", ".md": "mermaid"}


@click.command("map")
@click.argument("scenario")
@click.option("--format", "kind", type=click.Choice(list(FORMATS)), help="A page to zoom and search in, a picture, text for Mermaid or Graphviz, or an outline; otherwise it follows the file's name, or is html.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="The file to write; without it, what is not for a terminal's window is named after the scenario.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option("--plain", is_flag=True, help="Without the analysis: faster, but no best and worst path.")
@click.pass_context
def verb(context: click.Context, scenario: str, kind: str | None, file: Path | None, force: bool, plain: bool) -> None:
    """Draw SCENARIO: its scenes, choices and endings, what comes later, the best and the worst path."""
    from game import resources
    from game.authoring import read, render
    from game.opening import scenario_path
    from game.studio.map.drawing import drawn, looked_at
    from game.studio.writing import CannotWrite, write

    reading = read(scenario_path(scenario))
    if reading.scenario is None:
        click.echo(render.terminal(reading), nl=False, err=True)
        context.exit(1)
    kind = kind or _kind_of(file)
    chart = looked_at(reading.scenario, reading.places, plain=plain, told=sys.stderr if sys.stderr.isatty() else None)
    text = drawn(chart, kind, resources.assets() / "fonts")
    if file is None and kind in ("html", "svg") and sys.stdout.isatty():
        file = Path(f"{reading.scenario.id}-map{FORMATS[kind]}")
    if file is None or str(file) == "-":
        sys.stdout.buffer.write(text.encode())
        return
    try:
        write(file, text.encode(), over=force)
    except CannotWrite as reason:
        click.echo(f"coffee-first: {reason}", err=True)
        context.exit(1)
    click.echo(f"{file} is written: {len(chart.stops)} scenes")


def _kind_of(file: Path | None) -> str:
    ending = file.suffix.lower() if file else ""
    return OTHER_ENDINGS.get(ending) or next((kind for kind, own in FORMATS.items() if own == ending), "html")
