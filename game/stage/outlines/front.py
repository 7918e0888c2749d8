"""The front page as an outline: by itself, for it is there before a play is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.language import _, n_
from game.stage.outline import Node, Outline, Role, choices, heading

if TYPE_CHECKING:
    from game.stage.shelf import Article


def front(articles: Sequence[Article], cursor: int, notice: str) -> Outline:
    """Return the front page: its articles, and what there is to be said about the shelf."""
    told = (
        " ".join((
            _("{headline}.", headline=article.headline.rstrip(".")), article.summary,
            n_("{n} minute.", "{n} minutes.", article.minutes), _("{status}.", status=article.status),
        ))
        for article in articles
    )
    rows = choices(told, cursor, printed=[article.headline for article in articles])
    return (heading("Coffee First"), *([Node(Role.STATUS, notice)] if notice else []), *rows)
