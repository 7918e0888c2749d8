"""`coffee-first check`: what is wrong with scenarios, and how to mend it."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def verb(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Say what is wrong with scenarios, and how to mend it: files, or folders of them."""
    from game import resources
    from game.authoring import art_in
    from game.authoring import check as check_paths

    context.exit(check_paths(paths, sys.stdout, art=art_in(resources.assets())))
