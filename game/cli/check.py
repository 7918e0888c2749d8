"""`coffee-first check`: what is wrong with scenarios, and how to mend it."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True, help="How it is said; all but text are for machines.")
@click.option("--fix", is_flag=True, help="Make the mends that are safe, in the files themselves, and say which.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.pass_context
def verb(context: click.Context, paths: tuple[Path, ...], form: str, fix: bool, diff: bool) -> None:
    """Say what is wrong with scenarios, and how to mend it: files, or folders of them."""
    from game import resources
    from game.authoring import art_in
    from game.authoring import check as check_paths

    context.exit(check_paths(paths, sys.stdout, art=art_in(resources.assets()), form=form, fix=fix, diff=diff, err=sys.stderr))
