"""What happens at the laptop: a key is pressed, the remote asks, votes come in; the window asks it what to show."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from game.language import _, speak
from game.projector.around import Around, Wifi
from game.projector.frame import RoomScreen
from game.projector.intents import (
    PAIRED,
    Backward,
    ClosePage,
    HandOut,
    Happen,
    LeaveRoom,
    Onward,
    OpenPage,
    OtherNetwork,
    Pair,
    Remark,
    RoomIntent,
)
from game.projector.shown import Shown
from game.records.settings import Settings, changed
from game.room.errors import RoomError
from game.room.events import Blanked, Event
from game.room.findings import findings
from game.room.going import backward, onward
from game.room.hall import Command, Hall
from game.room.session import Session, Step
from game.stage.director import Wishes
from game.stage.gallery import Gallery
from game.stage.intents import Change, FullScreen, Intent, Open, Quit
from game.stage.theme import PAPER, Theme, back_row_text, theme_of

if TYPE_CHECKING:
    from game.projector.networks import Networks
    from game.stage.keeping import Keeping
    from game.story.analysis import Analysis

SCREENS = {
    Step.LOBBY: ("lobby", "LobbyScreen"),
    Step.SCENE: ("scene", "RoomSceneScreen"),
    Step.SAY: ("say_first", "SayFirstScreen"),
    Step.VOTE: ("vote", "VoteScreen"),
    Step.TALK: ("talk", "TalkScreen"),
    Step.SECOND: ("vote", "VoteScreen"),
    Step.REVEAL: ("reveal", "RevealScreen"),
    Step.CONSEQUENCE: ("consequence", "ConsequenceScreen"),
    Step.COLUMNIST: ("columnist", "ColumnistScreen"),
    Step.COLUMN: ("column", "ColumnScreen"),
    Step.DISCUSSION: ("discussion", "DiscussionScreen"),
    Step.CLOSED: ("closed", "ClosedScreen"),
}
ABOVE = {
    "arrange": ("arrange", "ArrangeScreen"), "pair": ("pairing", "PairingScreen"), "hands": ("hands", "HandsScreen"),
    "keys": ("keys", "KeysScreen"), "tables": ("tables", "TablesScreen"), "leave": ("leave", "LeaveScreen"),
    "end": ("end", "EndScreen"),
    "flow": ("reveal", "RevealScreen"),
}  # fmt: skip
DARK = replace(PAPER, deep=(0, 0, 0))
"""Beside the page, too, where the window has another shape."""
BOUNCE_SECONDS, SETTLED_SECONDS = 0.2, 0.5
"""A second press on the way on is taken for the first: so soon after it, or after the room has come to another step."""
FORWARD = frozenset({"enter", "space", "right"})
REFRESH_SECONDS = 0.1
"""Votes that come in meanwhile are shown together."""


class RoomDirector:
    """Shows a hall, and has happen in it what the facilitator asks for."""

    def __init__(
        self, hall: Hall, keeping: Keeping, assets: Path, networks: Networks | None, *,
        pair: Callable[[str], str] = lambda code: _("There is no network here."), paired: Callable[[], bool] = lambda: False,
        others: Callable[[bool], tuple[tuple[int, ...], ...]] = lambda whole: (), trouble: str = "",
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self.hall, self.keeping, self.networks = hall, keeping, networks
        self.settings: Settings = keeping.settings()
        self.gallery = Gallery(assets)
        self.wishes = Wishes()
        self.left = False
        """Whether the room was left, and not the window closed."""
        self._pair, self._paired, self._others_of, self._trouble = pair, paired, others, trouble
        self._others = others(hall.session.manner.whole)
        self._message = ""
        self._steady = steady
        self._pressed_at = self._stepped_at = -1.0
        self._above: RoomScreen | None = None
        self._above_name = ""
        self._shown_at = 0.0
        self._around = self._surroundings()
        self._session = hall.session
        self._below = self._screen_of(self._session)
        self._dark = _screen("blank", "BlankScreen", self._session, self._around)
        self.screen = Shown(lambda: self.top, self._line)
        keeping.analyse(self._session.setup.scenario)

    def _line(self) -> str:
        """Return what is to be said at the foot: what went wrong with the last thing that was asked, or with the disk."""
        if self._session.blank or self._above_name == "pair":
            return ""
        return self._message or self.hall.trouble

    # -------------------------------------------------------- what is shown

    @property
    def top(self) -> RoomScreen:
        """The screen of the room that is on top."""
        if self._session.blank:
            return self._blank()
        return self._above or self._below

    @property
    def theme(self) -> Theme:
        """The look that the settings ask for, at the size of the screen that is shown."""
        if self._session.blank:
            return Theme(DARK, 1.0, False)
        wanted = theme_of(self.settings)
        if not getattr(self.top, "story", False):
            return replace(wanted, text=1.0, projector=False)
        return replace(wanted, text=max(wanted.text, back_row_text(self.settings.back_row)))

    @property
    def quiet(self) -> bool:
        """Whether a workshop is held without sounds."""
        return not self.settings.room_sound

    def _blank(self) -> RoomScreen:
        self._dark.session, self._dark.around = self._session, self._around
        return self._dark

    def _screen_of(self, session: Session) -> RoomScreen:
        return _screen(*SCREENS[session.step], session, self._around)

    def _surroundings(self) -> Around:
        networks = self.networks
        joining = networks.wifi if networks is not None else None
        hall = self.hall
        return Around(
            address=networks.address if networks is not None else "",
            network=networks.name if networks is not None else "",
            networks=networks.count if networks is not None else 0,
            wifi=Wifi(joining.name, joining.password) if joining is not None else None,
            connected=hall.connected,
            now=float(int(hall.now)) if hall.session.timer is not None else 0.0,
            trouble=self._trouble or (networks.trouble if networks is not None else ""),
            message=self._message,
            analysis=self.analysis,
            others=self._others,
            remote=self._paired(),
        )

    @property
    def analysis(self) -> Analysis | None:
        """What the scenario allows, once it has been computed."""
        return self.keeping.analysis(self.hall.session.setup.scenario)

    def _take_in(self, *, backwards: bool = False) -> None:
        """Show the session as it is now; `backwards` where one comes back to a step, at its last page."""
        before, session = self._session, self.hall.session
        self._session, self._around = session, self._surroundings()
        self._shown_at = self.hall.now
        if session.setup is not before.setup:
            self.keeping.analyse(session.setup.scenario)
            self._others = self._others_of(session.manner.whole)
        if (session.step, session.moment) != (before.step, before.moment):
            self._message = ""
            self._around = replace(self._around, message="")
            self._below = self._screen_of(session)
            if backwards:
                self._below.at_end()
            if self._above_name in ("hands", "flow", "end"):
                self._close_page()
        for screen in (self._below, self._above):
            if screen is not None and self._above_name != "flow":
                screen.session, screen.around = session, self._around

    # -------------------------------------------------------- acting

    def press(self, key: str) -> None:
        """Let the screen that is shown answer a key; a bounce of the way on is passed over."""
        if key in FORWARD:
            now, before = self._steady(), self._pressed_at
            self._pressed_at = now
            if now - before < BOUNCE_SECONDS or now - self._stepped_at < SETTLED_SECONDS:
                return
        step = self.hall.session.step, self.hall.session.moment
        self._answer(key)
        if step != (self.hall.session.step, self.hall.session.moment):
            self._stepped_at = self._steady()

    def _answer(self, key: str) -> None:
        if self._above_name == "flow" and self._above is not None and not self._session.blank:
            self._close_page()
            return
        if key in ("escape", "q") and self._above is None and not self._session.blank:
            self._open_page("leave")
            return
        self._message = ""
        for intent in self.top.handle(key):
            self.act(intent)
        self._take_in()

    def act(self, intent: RoomIntent | Intent) -> None:
        """Do what the facilitator asks for."""
        match intent:
            case Happen(event):
                self._happen(event)
                self._take_in()
            case Onward():
                self._go(onward)
            case Backward():
                self._go(backward)
                self._take_in(backwards=True)
            case OtherNetwork() if self.networks is not None:
                self.networks.turn()
            case Pair(code):
                self._message = self._pair(code) or _(PAIRED)
            case OpenPage(page):
                self._open_page(page)
            case ClosePage():
                self._close_page()
            case Remark(text):
                self._message = text
            case HandOut():
                from game.projector.poster import save_poster

                self._message = save_poster(self.hall.session, self.analysis, self.gallery.assets)
            case Open("ease"):
                self._ease()
            case Change(setting, by):
                self.settings = changed(self.settings, setting, by)
                self.keeping.keep(self.settings)
                if setting == "language":
                    self._speak()
                if self._above_name == "ease":
                    self._above.settings = self.settings  # type: ignore[union-attr]
            case FullScreen():
                self.act(Change("full_screen", 1))
                self.wishes.full_screen = self.settings.full_screen
            case LeaveRoom():
                self.left = self.wishes.quit = True
            case Quit():
                self.wishes.quit = True
            case _:
                return

    def _ease(self) -> None:
        """Open the page that makes the game fit somebody, or put it away."""
        from game.projector.screens.ease import RoomEaseScreen

        if self._session.blank:
            return
        if self._above_name == "ease":
            self._close_page()
            return
        page = RoomEaseScreen(self._session, self._around)
        page.settings = self.settings
        self._above, self._above_name = page, "ease"

    def _speak(self) -> None:
        """Speak the language of the settings from now on, on the wall and on the phones; the scenario stays as it is told."""
        from game.language.catalogues import wanted

        speak(wanted(self.settings.language))
        if self._above_name != "ease":
            self._close_page()
        self._message = ""
        self._below = self._screen_of(self._session)
        self.hall.tell()

    def _go(self, which: Callable[[Session], Event]) -> None:
        try:
            event = which(self.hall.session)
        except RoomError as why:
            self._message = str(why)
            return
        self._happen(event)

    def _happen(self, event: Event) -> None:
        try:
            # on the disk before its consequence is shown
            self.hall.wait(self.hall.happen(event))
        except RoomError as why:
            self._message = str(why)

    def _open_page(self, page: str) -> None:
        session = self._session
        if page == "flow":
            found = findings(session).moved
            moment = found.moment if found is not None else session.moment
            if moment < 0:
                return
            session = replace(session, step=Step.REVEAL, moments=session.moments[: moment + 1])
        if page in ABOVE:
            self._above, self._above_name = _screen(*ABOVE[page], session, self._around), page

    def _close_page(self) -> None:
        self._above, self._above_name = None, ""

    # -------------------------------------------------------- what comes in

    def turn(self, command: Command) -> bool:
        """Take a command of the remote, from any thread; it is done when the window looks next."""
        self.hall.commands.append(command)
        return True

    def wake(self) -> bool:
        """Do what the remote asks for, and take in what happened; return whether the page may have changed."""
        below, session = self._below, self._session
        # what the remote's large button does now; the page that is shown was laid out before this is asked
        self.hall.turned(f"{session.step.value}/{session.moment}" if below.ahead else "")
        asked = False
        while self.hall.commands:
            self.press_from_afar(self.hall.commands.popleft().key)
            asked = True
        if asked:
            return True
        if self.hall.session is self._session and not self._something_around():
            return False
        if self.hall.session.step is self._session.step and abs(self.hall.now - self._shown_at) < REFRESH_SECONDS:
            return False
        self._take_in()
        return True

    def press_from_afar(self, key: str) -> None:
        """Press a key for the remote: whatever page lies above is put away first, and the dark stays."""
        if self._session.blank:
            self._happen(Blanked(False))
            self._take_in()
        if self._above is not None:
            self._close_page()
        self._answer(key)  # her phone holds its button by itself

    def _something_around(self) -> bool:
        self.keeping.analysed()
        return self._surroundings() != self._around

    # -------------------------------------------------------- what the window may ask of any director

    def bring(self, path: Path) -> None:
        """Pass over a file that was dropped: a room plays one scenario."""
        self._message = _("{name} was dropped here; a room plays one scenario.", name=path.name)

    def saved(self, message: str) -> None:
        """Say where the page to hand out was saved, or why it was not."""
        self._message = message
        self._take_in()


def _screen(module: str, name: str, session: Session, around: Around) -> RoomScreen:
    made: RoomScreen = getattr(import_module(f"game.projector.screens.{module}"), name)(session, around)
    return made
