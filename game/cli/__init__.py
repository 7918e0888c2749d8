"""The command line: one verb a file; a verb is imported when it is used, and imports only the rooms that it needs."""

from __future__ import annotations

from importlib import import_module

import click

VERBS = {
    "play": "play",
    "room": "room",
    "doctor": "doctor",
    "new": "new",
    "check": "check",
    "explain": "explain",
    "test": "test",
    "preview": "preview",
    "map": "map",
    "analyse": "analyse",
    "pack": "pack",
    "import": "bring",
    "export": "take",
    "translate": "translate",
    "schema": "schema",
    "lsp": "lsp",
}
"""Each verb and the module of this package that holds it, as the command `verb`."""


class Verbs(click.Group):
    """Finds a verb's module when the verb is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = VERBS.get(cmd_name)
        if module is None:
            return None
        found: click.Command = import_module(f"game.cli.{module}").verb
        return found


def _known_language(context: click.Context, parameter: click.Parameter, code: str | None) -> str | None:
    """Have a language spoken by this game and whatever it starts."""
    import os

    from game.language.tongues import LANGUAGES

    if code is not None:
        if code not in (*LANGUAGES, "qps"):
            raise click.BadParameter(f"{code!r} is not a language of the game; there are {', '.join(LANGUAGES)}")
        os.environ["COFFEE_FIRST_LANGUAGE"] = code
    return code


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="coffee-first", prog_name="coffee-first")
@click.option(
    "--language", metavar="CODE", callback=_known_language, expose_value=False,
    help="Play in this language, whatever the settings say: en, es, de.",
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Coffee First: live a short scene, choose what to say, read what it did. Without a verb the game opens."""
    if context.invoked_subcommand is None:
        from game.opening import open_game
        from game.projector.opening import hold_in

        context.exit(open_game(hold=hold_in))
