"""A vote: the line that was said, the choices with their letters, and how many have voted; never who, nor for what."""

from __future__ import annotations

from game.language import _
from game.projector.around import Around
from game.projector.frame import RoomScreen, common, room_page, sans
from game.projector.hints import space
from game.projector.intents import Backward, Happen, OpenPage, RoomIntents
from game.projector.screens.story import onward_words
from game.projector.screens.vote_layout import Layout, layout, who_asks
from game.projector.screens.vote_rail import rail
from game.projector.screens.vote_words import asked, cast, head, is_open, note, seen, voted
from game.room.events import Opened, Went
from game.room.paragraphs import question
from game.room.phone_view import letters, words_of
from game.room.session import Session, Step
from game.room.ways import ways
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Mark, Page
from game.stage.theme import MARGIN, WIDTH

PROBE = "A line as wide as this tells one size of the window from another."


class VoteScreen(RoomScreen):
    """The first vote, or the second; nothing on it depends on what was chosen."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self._spoken = who_asks(session)
        self._laid: tuple[object, Layout] | None = None

    # -------------------------------------------------------- keys

    @property
    def ahead(self) -> bool:
        """Never: the choices are turned with the arrows up and down."""
        return False

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; the arrows up and down turn the choices where they do not fit one page."""
        if key in ("up", "down"):
            self.sheet = max(0, min(self.sheets - 1, self.sheet + (1 if key == "down" else -1)))
            return ()
        if key in ("enter", "space", "right"):
            if self._counts_hands():
                return (OpenPage("hands"),)
            # each vote may change what is suggested: what the hint said is what happens
            return (Happen(Went(ways(self.session)[0].value)),)
        if key == "left":
            return (Backward(),)
        if key == "h":
            return () if seen(self.session) else (OpenPage("hands"),)
        if key == "c":
            return () if seen(self.session) else (Happen(Opened(not is_open(self.session))),)
        return common(self.session, key)

    def _hints(self) -> tuple[Hint, ...]:
        # what is suggested follows the votes, so it is only told once they are all in
        words = _("count hands") if self._counts_hands() else _("go on") if is_open(self.session) else onward_words(self.session)
        hints = [space(words)]
        if self.sheets > 1:
            hints.append(Hint("↑↓", _("more choices"), "down" if self.sheet + 1 < self.sheets else "up"))
        if not seen(self.session):
            hints.append(Hint("C", _("close") if is_open(self.session) else _("open again"), "c"))
            hints.append(Hint("H", _("hands"), "h"))
        if Step.TALK in ways(self.session):
            hints.append(Hint("T", _("talk"), "t"))
        return (*hints, Hint("R", _("show the votes"), "r"), Hint("+", _("thirty seconds"), "plus"), Hint("B", _("blank"), "b"))

    def _counts_hands(self) -> bool:
        """Return whether hands are all that there is to count, and have not been."""
        return not self.session.manner.phones and is_open(self.session) and not cast(self.session)

    # -------------------------------------------------------- page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page: the choices as they are laid out, and around them what changes with each vote."""
        laid = self._layout(desk, gallery)
        self.sheets = len(laid.sheets)
        self.sheet = min(self.sheet, self.sheets - 1)
        frame = room_page(desk, head(self.session, self.around), self._hints())
        palette, words, base = desk.theme.palette, desk.setter.words, frame.area.bottom - 18
        marks: list[Mark] = [*laid.sheets[self.sheet]]
        said = note(self.session)
        if laid.railed:
            marks += rail(desk, frame.area, self.session, self.around)
        else:
            said = said if is_open(self.session) else f"{asked(self.session)}. {said}"
            marks.append(words(voted(self.session), sans(44, 700), palette.ink, WIDTH - MARGIN, base, "end"))
            if laid.where[self.sheet]:
                marks.append(words(laid.where[self.sheet], sans(44, 700), palette.tomato, WIDTH / 2 + 120, base, "middle"))
        return frame.page([*marks, words(said, sans(36), palette.mocha, MARGIN, base)])

    def _layout(self, desk: Desk, gallery: Gallery) -> Layout:
        size = desk.height, desk.theme, desk.setter.measure(PROBE, sans(44)), is_open(self.session)
        if self._laid is None or self._laid[0] != size:
            self._laid = size, layout(desk, gallery, self.session, self._spoken)
        return self._laid[1]

    def text(self) -> list[str]:
        """Return the page in reading order."""
        line = question(self.session)
        heard = f"{line['who']}: {line['text']}" if line["who"] else line["text"]
        marks = letters(self.session)
        offered = [f"{marks[name]}. {words_of(choice)}" for name, choice in self.session.choices.items()]
        return [head(self.session, self.around), asked(self.session), heard, *offered, voted(self.session), note(self.session)]
