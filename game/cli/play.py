"""`coffee-first play`: a scenario in the window, or in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.story.analysis import Analysis


@click.command("play")
@click.argument("scenario")
@click.option("--text", is_flag=True, help="Play here in the terminal: type the number or the id of a choice a line.")
@click.option("--json", "as_json", is_flag=True, help="Like --text; at the end print the play as one JSON object.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Fix the order in which choices are shown.")
@click.option("--at-the-end", is_flag=True, help="The columnist speaks only at the end.")
@click.option(
    "--auto", type=click.IntRange(1, 10**9), metavar="PLAYS",
    help="Play so often at random, and count what happened. Ctrl-C stops: what was counted is printed, the exit code is 130.",
)
@click.pass_context
def verb(
    context: click.Context, scenario: str, text: bool, as_json: bool, seed: int | None, at_the_end: bool, auto: int | None
) -> None:
    """Play SCENARIO: the name of one that comes with the game, a folder, or a YAML file."""
    from game.opening import open_game, scenario_path

    path = scenario_path(scenario)
    if auto is not None:
        if text or at_the_end:
            raise click.UsageError("--auto plays by itself: with it stand only --seed and --json")
        context.exit(_play_at_random(path, auto, seed or 0, as_json))
    if not (text or as_json):
        from game.projector.opening import hold_in

        context.exit(open_game(path, seed=seed, hold=hold_in))
    context.exit(_play_in_terminal(path, seed, as_json, at_the_end))


def _play_in_terminal(path: Path, seed: int | None, as_json: bool, at_the_end: bool) -> int:
    import json

    from game import resources
    from game.authoring import art_in, read, render
    from game.authoring.translated import in_language
    from game.language import tongue
    from game.opening import keeping, new_seed, speak_as_wanted
    from game.stage.terminal import as_plain
    from game.stage.terminal import play as play_text
    from game.stage.views import Columnist

    speak_as_wanted()
    reading = read(path, art=art_in(resources.assets()))
    if reading.scenario is None:
        sys.stderr.write(render.terminal(reading))
        return 1
    keep = keeping()
    keep.analyse(reading.scenario)
    fixed = seed if seed is not None else new_seed()
    scenario = in_language(reading.scenario, path, tongue().code)

    def analysis() -> Analysis | None:
        keep.wait_for_analysis()
        return keep.analysis(scenario)

    played = play_text(
        scenario, seed=fixed, answers=sys.stdin, out=sys.stderr if as_json else sys.stdout,
        columnist=Columnist.AT_THE_END if at_the_end else Columnist.AFTER_EACH_CHOICE, analysis=analysis,
    )
    if as_json:
        sys.stdout.write(json.dumps(as_plain(played), ensure_ascii=False) + "\n")
    return 0 if played.state.over else 1


def _play_at_random(path: Path, plays: int, seed: int, as_json: bool) -> int:
    import json

    from game import resources
    from game.authoring import art_in, read, render
    from game.cli.patience import STOPPED, Patience
    from game.studio.chances import at_random
    from game.studio.report.hits import hits_plain, hits_text

    reading = read(path, art=art_in(resources.assets()))
    if reading.scenario is None:
        sys.stderr.write(render.terminal(reading))
        return 1
    with Patience() as patience:

        def go_on(done: int) -> bool:
            return not patience.stop(f"{done:,} of {plays:,} plays")

        found = at_random(reading.scenario, plays, seed=seed, go_on=go_on)
    if as_json:
        sys.stdout.write(json.dumps(hits_plain(found, asked=plays), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(hits_text(reading.scenario, found, asked=plays))
    if patience.stopped:
        return STOPPED
    return 1 if found.stuck or found.given_up else 0
