"""The pages of a play as a room turns them: the same sheets as alone, with the room's keys at their foot."""

from __future__ import annotations

from collections.abc import Iterable

from game.language import _
from game.projector.around import Around
from game.projector.frame import RoomScreen, common
from game.projector.hints import back, blank, space
from game.projector.intents import Backward, Onward, RoomIntents
from game.room.buttons import onward
from game.room.session import Session
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Page
from game.stage.screens.account import AccountScreen, BillScreen, PromiseScreen
from game.stage.screens.briefing import BriefingScreen
from game.stage.screens.of_beat import screen_of
from game.stage.screens.scene import EndingScreen, ReactionScreen, SceneScreen, Turning
from game.stage.views import Beat

LAST = 99
"""More sheets than a screen has: it then shows its last."""

StageScreen = SceneScreen | ReactionScreen | EndingScreen | AccountScreen | BillScreen | PromiseScreen | BriefingScreen


class StoryScreen(RoomScreen):
    """Several screens of a play, one after the other; behind the last comes the room's next step."""

    story = True
    """Whether the page is set with the type of a play."""
    @property
    def before(self) -> Hint:
        """What the arrow to the left does on the first page."""
        return back()

    def __init__(self, session: Session, around: Around, screens: Iterable[StageScreen], *, at_end: bool = False) -> None:
        super().__init__(session, around)
        self.screens = tuple(screens)
        self.at = len(self.screens) - 1 if at_end else 0
        """Which of the screens is open."""
        if at_end:
            self.shown.sheet = LAST

    def at_end(self) -> None:
        """Open the last sheet of the last screen."""
        self.at = len(self.screens) - 1
        self.shown.sheet = LAST

    @property
    def shown(self) -> Turning:
        """The screen that is open."""
        return self.screens[self.at]

    @property
    def ahead(self) -> bool:
        """Whether going on turns a page, before the room goes on."""
        return self.shown.sheet + 1 < self.shown.sheets or self.at + 1 < len(self.screens)

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; turn the page where there is one to turn."""
        intents = self._turned(key)
        self.sheet = self.at * (LAST + 1) + self.shown.sheet
        return intents

    def _turned(self, key: str) -> RoomIntents:
        if self.shown.turned(key):
            return ()
        if key in ("enter", "space", "right"):
            if self.at + 1 == len(self.screens):
                return (Onward(),)
            self.at += 1
            self.shown.sheet = 0
            return ()
        if key == "left":
            if self.at == 0:
                return (Backward(),)
            self.at -= 1
            self.shown.sheet = self.shown.sheets - 1
            return ()
        return common(self.session, key)

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the sheet that is open; what Space does is printed once it is known whether another sheet follows."""
        shown = self.screens[self.at]
        shown.hints = self._hints(last=False)
        page = shown.page(desk, gallery)
        if shown.sheet + 1 == shown.sheets and self.at + 1 == len(self.screens):
            shown.hints = self._hints(last=True)
            page = shown.page(desk, gallery)
        return page

    def _hints(self, *, last: bool) -> tuple[Hint, ...]:
        first = space(onward_words(self.session) if last else _("go on"))
        return (first, back() if self.at or self.shown.sheet else self.before, blank())

    def text(self) -> list[str]:
        """Return what the open screen says, in reading order."""
        return [line for line in self.screens[self.at].text() if line]


def onward_words(session: Session) -> str:
    """Return what the facilitator's button says, as it stands behind a key."""
    return onward(session, small=True)


def stage_screen(beat: Beat) -> StageScreen:
    """Return the screen of a play that shows a beat."""
    made = screen_of(beat)
    assert isinstance(made, StageScreen)
    return made
