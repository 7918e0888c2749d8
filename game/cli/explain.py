"""`coffee-first explain`: what a code means, why it matters, and how to mend it."""

from __future__ import annotations

import sys

import click


@click.command("explain")
@click.argument("code", required=False, default="")
def verb(code: str) -> None:
    """Explain a code such as CF201, or unknown-scene; without one, list them all."""
    from game.authoring.codes import CODES, found
    from game.authoring.render import code_list, code_page
    from game.studio.smells import codes as smell_codes

    table = {**CODES, **smell_codes()}
    if not code:
        sys.stdout.write(code_list(table.values()))
        return
    known, meant = found(code, table)
    if known is None:
        raise click.UsageError(meant)
    sys.stdout.write(code_page(known))
