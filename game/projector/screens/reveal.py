"""The reveal: how the room voted, what talking moved, and by which rule the story takes a choice."""

from __future__ import annotations

from game.language import _
from game.projector.around import Around
from game.projector.frame import RoomScreen, common, moment_of, room_page
from game.projector.hints import space
from game.projector.intents import Backward, Happen, Onward, OpenPage, RoomIntents
from game.projector.screens.reveal_bars import bars
from game.projector.screens.reveal_flow import flowing
from game.projector.screens.reveal_words import headline, in_words, twice
from game.projector.screens.story import onward_words
from game.room.buttons import must_choose
from game.room.events import Took, Went
from game.room.going import both_paths
from game.room.phone_view import letters
from game.room.session import Session, Step
from game.room.taking import Rule, drawn, tempting
from game.room.ways import ways
from game.stage.components import Desk, Hint
from game.stage.gallery import Gallery
from game.stage.page import Page

DIGITS = "1234567890"
"""Keys of the first ten choices; those behind them are reached by the arrows."""


class RevealScreen(RoomScreen):
    """Both bars, and who moved where; the facilitator may take another way than the rule's."""

    def __init__(self, session: Session, around: Around) -> None:
        super().__init__(session, around)
        self.cursor: int | None = None
        """The choice that Space would take for the room; none at first."""

    # -------------------------------------------------------- keys

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; the arrows up and down pick a choice, and change nothing else."""
        offered = self.session.now.offered
        if key in ("up", "down"):
            before = -1 if self.cursor is None else self.cursor
            self.cursor = (before + 1) % len(offered) if key == "down" else (max(before, 0) - 1) % len(offered)
            return ()
        if key in ("enter", "space", "right"):
            return (Onward(),) if self.cursor is None else self._taken(offered[self.cursor], Rule.FACILITATOR)
        if key == "left":
            if self.cursor is None:
                return (Backward(),)
            self.cursor = None
            return ()
        return self._rule(key) or common(self.session, key)

    def _rule(self, key: str) -> RoomIntents:
        session, now = self.session, self.session.now
        if key.startswith("row:") or key in DIGITS:
            number = int(key[4:]) if key.startswith("row:") else DIGITS.index(key)
            if not sum(now.counts.values()):  # numbers that were meant for hands choose nothing
                self.cursor = number if number < len(now.offered) else self.cursor
                return ()
            return self._taken(now.offered[number], Rule.FACILITATOR) if number < len(now.offered) else ()
        match key:
            case "h" if not sum(now.counts.values()) and Step.VOTE in ways(session):
                return (Happen(Went(Step.VOTE.value)), OpenPage("hands"))
            case "l":
                weights = [now.counts[name] for name in now.offered]
                return self._taken(drawn(now.offered, weights, seed=session.setup.seed, moment=session.moment), Rule.LOT)
            case "x":
                return self._taken(tempting(session.choices, now.counts), Rule.TEMPTING)
            case "t" if len(now.offered) > 1:
                return self._both()
        return ()

    def _taken(self, choice: str, rule: Rule) -> RoomIntents:
        return (Happen(Took(choice, rule.value)),)

    def _both(self) -> RoomIntents:
        """Return the event of both paths: the rule's choice is taken, and the next best supported is looked at."""
        made = both_paths(self.session)
        return (Happen(made),) if made is not None else ()

    # -------------------------------------------------------- page

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page: bands where the room voted twice, else a bar for each choice."""
        frame = room_page(desk, moment_of(self.session), self._hints())
        draw = flowing if self.session.now.second is not None else bars
        return draw(desk, frame, self.session, self.cursor)

    def _hints(self) -> tuple[Hint, ...]:
        now, count = self.session.now, len(self.session.now.offered)
        if now.taken:  # looked at once more, from the discussion
            return (space(_("back to the talk")),)
        if self.cursor is not None:
            mark = letters(self.session)[now.offered[self.cursor]]
            return (space(_("take {letter} for the room", letter=mark)), Hint("↑↓", _("another"), "down"), Hint("←", _("none"), "left"))
        numbers = f"1–{min(count, 9)}" if count > 1 else "1"
        choose = Hint(numbers, _("choose for the room"), "down")
        hints = [choose] if must_choose(self.session) else [space(onward_words(self.session)), choose]
        if not sum(now.counts.values()) and Step.VOTE in ways(self.session):
            hints.append(Hint("H", _("count hands"), "h"))
        hints.append(Hint("L", _("draw lots"), "l"))  # X, the tempting one, is for the facilitator to know
        return (*hints, Hint("T", _("both paths"), "t")) if count > 1 else tuple(hints)

    def text(self) -> list[str]:
        """Return the finding and the figures, in reading order."""
        lines = [headline(self.session), *in_words(self.session)]
        return [*lines, twice(self.session)] if self.session.now.second is not None else lines
