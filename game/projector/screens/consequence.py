"""The consequence: how the choice came about, how it was taken, and what it did to the account; both paths if wanted."""

from __future__ import annotations

from game.language import _
from game.projector.around import Around
from game.projector.screens.story import StoryScreen
from game.projector.screens.two_paths import other_path, taken_path
from game.room.session import Session
from game.stage.components import Hint


class ConsequenceScreen(StoryScreen):
    """Where the room looks at two paths, the one not taken comes first: the story goes on from the last page."""

    @property
    def before(self) -> Hint:
        """What the arrow to the left does on the first page."""
        return Hint("←", _("take it back"), "left")

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around, (*other_path(session), *taken_path(session)))
