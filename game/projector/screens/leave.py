"""Whether the room is left: the session stays on the disk, so that nothing is lost by a wrong key."""

from __future__ import annotations

from game.language import _
from game.projector.hints import escape
from game.projector.intents import ClosePage, LeaveRoom, RoomIntents
from game.projector.screens.question import QuestionScreen
from game.room.session import Step
from game.stage.components import Hint


class LeaveScreen(QuestionScreen):
    """Asks, and says what stays."""

    @property
    def asks(self) -> str:
        """The question."""
        return _("Leave the room?")

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The answers to it."""
        return escape(_("stay")), Hint("Q", _("leave"), "q")

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key == "q":
            return (LeaveRoom(),)
        return (ClosePage(),) if key in ("escape", "enter", "space", "left") else ()

    @property
    def says(self) -> str:
        """What stays."""
        if self.session.step is Step.CLOSED:
            return _("This room is closed. Its column is kept.")
        return _("Every vote is kept. Start the room again today, and the phones come back as themselves.")
