"""`coffee-first preview`: the game beside the editor."""

from __future__ import annotations

import re

import click


def _size(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", value)
    if found is None:
        raise click.BadParameter("write it as 1280x720")
    return int(found[1]), int(found[2])


@click.command("preview")
@click.argument("scenario")
@click.option("--size", default="1280x720", callback=_size, help="Of the window, such as 1280x720.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="Another order in which choices are shown.")
@click.pass_context
def verb(context: click.Context, scenario: str, size: tuple[int, int], seed: int) -> None:
    """Open SCENARIO beside your editor: each save is on the screen at once, at the same moment.

    In the window: J jumps to any scene with any balances, L shows the ledger, H what is hidden here and why, M the map,
    W the warnings; R takes a choice back, T makes it again. F makes the safe mends of a broken save. S lists all of this.
    """
    from game.opening import scenario_path
    from game.preview.opening import open_preview

    context.exit(open_preview(scenario_path(scenario), size=size, seed=seed))
