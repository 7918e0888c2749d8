"""The column's two voices: the letter that the player writes, and the reply of the columnist.

How it is composed: the letter tells three moments in the order in which they were played, the one that counted most,
the one that counted most the other way, and the last. The reply receives it, says what the dearest break cost and
when that showed, with a sentence that might have been said; then what the best move brought; what was mended; one
small act for this week.
"""

from __future__ import annotations

from game.story.column_letter import Letter, letter, told
from game.story.column_reply import Reply, reply
from game.story.column_words import Draw, number, wrapped
from game.story.playthrough import State
from game.story.vocabulary import Tone


def compose(state: State, seed: int) -> tuple[Letter, Reply]:
    """Return the letter and the reply of a play, the joining words drawn by the seed."""
    draw = Draw(seed)
    tone = state.here.ending.tone if state.here.ending else Tone.MIXED
    return letter(state, tone, draw), reply(state, tone, draw)


__all__ = ["Letter", "Reply", "compose", "number", "told", "wrapped"]
