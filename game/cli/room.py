"""`coffee-first room`: a workshop, on a projector, with phones or raised hands."""

from __future__ import annotations

import re

import click


def _size(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", value)
    if found is None:
        raise click.BadParameter("write it as 1280x720")
    return int(found[1]), int(found[2])


@click.command("room")
@click.argument("scenario")
@click.option("--whole", is_flag=True, help="Play the whole scenario, not its cut for a room.")
@click.option("--say-first", is_flag=True, help="Let people say, or type, what they would say before the answers show.")
@click.option("--sure", is_flag=True, help="Ask how sure people are; never scored.")
@click.option("--names", is_flag=True, help="Let the phones ask for a name.")
@click.option("--tables", type=click.IntRange(0, 40), default=0, help="So many tables vote as one each.")
@click.option("--rule", type=click.Choice(["majority", "facilitator", "lot", "tempting"]), default="majority", help="What decides which way the story takes.")
@click.option("--tie", type=click.Choice(["lot", "facilitator", "tempting"]), default="lot", help="What decides where two are level.")
@click.option("--rehearse", type=click.IntRange(1, 1_000), metavar="N", help="Fill the room with N simulated people, to practise alone.")
@click.option("--minutes", type=click.IntRange(1, 600), help="How long you have; the remote counts down. Without it, as long as the scenario says.")
@click.option("--wifi", metavar="NAME:PASSWORD", help="Show a second code that joins this Wi-Fi; the password is in the code only.")
@click.option("--new", "anew", is_flag=True, help="Begin a fresh room, though one was left open.")
@click.option("--host", default="0.0.0.0", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(1, 65_535), help="The port to listen at; without it, 8080 or the next that is free.")
@click.option("--size", default="1280x720", callback=_size, help="Of the window, such as 1280x720.")
@click.pass_context
def verb(
    context: click.Context, scenario: str, whole: bool, say_first: bool, sure: bool, names: bool, tables: int, rule: str,
    tie: str, rehearse: int | None, minutes: int | None, wifi: str | None, anew: bool, host: str, port: int | None, size: tuple[int, int],
) -> None:
    """Play SCENARIO with a room: the window goes on the projector, phones vote, or hands are raised.

    In the window: Space goes on, Left goes back, B blanks the screen, H counts hands, O sets how you play, P makes your
    own phone the remote, K lists all keys. Nothing needs the internet. A room that was left open is gone on with.
    """
    from game.opening import scenario_path
    from game.projector.opening import Wanted, open_room
    from game.room.setup import Manner
    from game.room.taking import Rule, Tie
    from game.room.wifi import NotWifi, wifi_from

    try:
        joining = wifi_from(wifi) if wifi else None
    except NotWifi as why:
        raise click.BadParameter(str(why), param_hint="--wifi") from None
    manner = Manner(say_first, sure, names, tables, Rule(rule), Tie(tie), whole)
    wanted = Wanted(manner, anew, rehearse or 0, host, port or 0, joining, minutes or 0, size)
    context.exit(open_room(scenario_path(scenario), wanted))
