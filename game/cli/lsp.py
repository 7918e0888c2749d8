"""`coffee-first lsp`: what `check` knows, while an author types."""

from __future__ import annotations

import click


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output; it always does.")
@click.pass_context
def verb(context: click.Context, stdio: bool) -> None:
    """Answer an editor that speaks the Language Server Protocol; the editor starts this by itself."""
    from importlib.util import find_spec

    if find_spec("pygls") is None:
        click.echo('coffee-first: the language server needs one more package; type: pip install "coffee-first[lsp]"', err=True)
        context.exit(1)
    from game.language_server.server import serve

    context.exit(serve())
