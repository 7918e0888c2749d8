"""Whether the story ends here: for a workshop that has run out of time, and ends well all the same."""

from __future__ import annotations

from game.language import _
from game.projector.hints import escape
from game.projector.intents import ClosePage, Happen, RoomIntents
from game.projector.screens.question import QuestionScreen
from game.room.events import Went
from game.room.session import Step
from game.stage.components import Hint


class EndScreen(QuestionScreen):
    """Asks, since nobody should come to the column by a wrong key."""

    @property
    def asks(self) -> str:
        """The question."""
        return _("End here?")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The answers to it."""
        return escape(_("play on")), Hint("E", _("end here"), "e")

    @property
    def says(self) -> str:
        """What follows."""
        return _("The rest of the story is not played. The room reads its column, and talks it over.")

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key == "e":
            return (Happen(Went(Step.COLUMN.value)), ClosePage())
        return (ClosePage(),) if key in ("escape", "enter", "space", "left") else ()
