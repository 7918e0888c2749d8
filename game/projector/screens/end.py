"""Whether the story ends here: for a workshop that has run out of time, and ends well all the same."""

from __future__ import annotations

from game.projector.intents import ClosePage, Happen, RoomIntents
from game.projector.screens.question import QuestionScreen
from game.room.events import Went
from game.room.session import Step
from game.stage.components import Hint


class EndScreen(QuestionScreen):
    """Asks, since nobody should come to the column by a wrong key."""

    asks = "End here?"
    hints = (Hint("Esc", "play on", "escape"), Hint("E", "end here", "e"))
    says = "The rest of the story is not played. The room reads its column, and talks it over."

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key == "e":
            return (Happen(Went(Step.COLUMN.value)), ClosePage())
        return (ClosePage(),) if key in ("escape", "enter", "space", "left") else ()
