"""The core: a playthrough is a list of choices over a scenario, and everything else is computed from it.

These names are the room's door, each loaded when it is first asked for, so that the front page does not pay for the
analysis. `game.story.cut` and `game.story.debrief` are asked by their own names.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.story.analysis import Analysis, analyse, from_plain, to_plain
    from game.story.errors import ChoiceNotOffered, NoEndingReached, NothingOffered, PlayIsOver, StoryError
    from game.story.ledger import Entry, Ledger
    from game.story.model import Scenario
    from game.story.playthrough import Playthrough, State, offered, replay, replay_as_far_as_it_holds, start, step
    from game.story.vocabulary import PRINCIPLES, Outcome, Standing, Tone, standing

_ROOM = {
    "analysis": ("Analysis", "analyse", "from_plain", "to_plain"),
    "errors": ("ChoiceNotOffered", "NoEndingReached", "NothingOffered", "PlayIsOver", "StoryError"),
    "ledger": ("Entry", "Ledger"),
    "model": ("Scenario",),
    "playthrough": ("Playthrough", "State", "offered", "replay", "replay_as_far_as_it_holds", "start", "step"),
    "vocabulary": ("PRINCIPLES", "Outcome", "Standing", "Tone", "standing"),
}
_FILE_OF = {name: file for file, names in _ROOM.items() for name in names}

__all__ = [
    "PRINCIPLES", "Analysis", "ChoiceNotOffered", "Entry", "Ledger", "NoEndingReached", "NothingOffered", "Outcome",
    "PlayIsOver", "Playthrough", "Scenario", "Standing", "State", "StoryError", "Tone", "analyse", "from_plain",
    "offered", "replay", "replay_as_far_as_it_holds", "standing", "start", "step", "to_plain",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _FILE_OF:
        raise AttributeError(f"the core has no {name!r}")
    return getattr(import_module(f"game.story.{_FILE_OF[name]}"), name)
