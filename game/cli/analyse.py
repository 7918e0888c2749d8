"""`coffee-first analyse`: what no play can tell, worked out over all of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.authoring import Reading
    from game.studio.review import Review


@click.command("analyse")
@click.argument("scenario")
@click.option("--cut", "of_the_cut", is_flag=True, help="Of the cut for a room, as a scenario of its own.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write one page with charts, to hand on.")
@click.option("--force", is_flag=True, help="Write over a page that is there already.")
@click.option("--budget", type=click.IntRange(1, 20_000_000), help="States that may be worked out at most (200,000).")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="Of all plays at random.")
@click.option("--strict", is_flag=True, help="Smells too make the exit code 1.")
@click.pass_context
def verb(
    context: click.Context, scenario: str, of_the_cut: bool, as_json: bool, page: Path | None, force: bool, budget: int | None, seed: int,
    strict: bool,
) -> None:  # fmt: skip
    """Work out what no play can tell of SCENARIO: worst and best, chances, careless ways of playing, smells, contracts.

    Ctrl-C stops the work, and what is known so far is printed. The exit code is 0; 1 where the scenario has errors, a
    play can stick, a contract does not hold, or, with --strict, something smells; 2 for wrong usage.
    """
    from game import resources
    from game.authoring import art_in, read, render
    from game.opening import scenario_path
    from game.story.errors import NoEndingReached

    reading = read(_from_here(scenario_path(scenario)), art=art_in(resources.assets()))
    if reading.scenario is None:
        sys.stderr.write(render.terminal(reading))
        context.exit(1)
    if of_the_cut and reading.scenario.cut is None:
        sys.stderr.write(f"{reading.path}: it has no cut for a room; `cut: {{minutes: 45, moments: [scene-id, …]}}` makes one\n")
        context.exit(1)
    try:
        review = _reviewed(reading, budget, seed, of_the_cut)
    except NoEndingReached as reason:
        sys.stderr.write(f"{reading.path}: no play comes to an end: each sticks in {', '.join(reason.stuck) or 'a circle'}\n")
        context.exit(1)
    if page is not None:
        _write(context, review, reading, page, force)
    if as_json:
        import json

        from game.studio.report.plain import plain

        sys.stdout.write(json.dumps(plain(review), ensure_ascii=False, indent=1) + "\n")
    elif page is None:
        from game.studio.report.words import words

        sys.stdout.write(words(review, reading))
    else:
        sys.stdout.write(f"{page} is written\n")
    context.exit(0 if review.sound and not (strict and review.smells.kept) else 1)


def _from_here(path: Path) -> Path:
    """Return the path as short as it may be written here."""
    try:
        return path.relative_to(Path.cwd())
    except (OSError, ValueError):
        return path


def _reviewed(reading: Reading, budget: int | None, seed: int, of_the_cut: bool) -> Review:
    from game.cli.patience import Patience
    from game.story.analysis import BUDGET
    from game.studio.of_the_cut import reviewed_cut
    from game.studio.review import reviewed

    assert reading.scenario is not None
    with Patience() as patience:
        return (reviewed_cut if of_the_cut else reviewed)(
            reading.scenario, budget=budget or BUDGET, seed=seed, stop=patience.stop, says=patience.says
        )


def _write(context: click.Context, review: Review, reading: Reading, page: Path, force: bool) -> None:
    from game import resources
    from game.studio.report.page import html
    from game.studio.writing import CannotWrite, write

    try:
        write(page, html(review, reading, resources.assets() / "fonts").encode(), over=force)
    except CannotWrite as reason:
        sys.stderr.write(f"coffee-first: {reason}\n")
        context.exit(1)
