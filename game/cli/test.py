"""`coffee-first test`: the plays that were written down beside scenarios, and what must be true of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.story.model import Scenario


@click.command("test")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def verb(context: click.Context, paths: tuple[Path, ...]) -> None:
    """Run the tests.yaml of scenarios."""
    from game.authoring import test as test_paths
    from game.story.analysis import analyse

    def bounds(scenario: Scenario) -> tuple[int, int]:
        found = analyse(scenario)
        return found.worst.total, found.best.total

    context.exit(test_paths(paths, sys.stdout, bounds=bounds))
