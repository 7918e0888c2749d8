"""The common page of a room: head and foot, and the sizes that the back row can read."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _
from game.projector.around import Around
from game.projector.intents import Backward, Happen, Onward, OpenPage, Remark, RoomIntents
from game.room.events import Arranged, Blanked, Extended, Went
from game.room.session import AFTERWARDS, Session, Step
from game.room.ways import ways
from game.stage.components import Desk, Hint, double_rule, hairline, key_hints
from game.stage.gallery import Gallery
from game.stage.page import Box, Fill, Galley, Mark, Page, Style
from game.stage.theme import FIGURES, FRANKLIN, LITERATA, LITERATA_ITALIC, MARGIN, NEWS, WIDTH
from game.stage.whole import Whole, shortened

READ, ACT = 36.0, 44.0
"""The least size of type, in points: of what a room reads, and of what it acts upon."""
HEAD_RULE = 108.0
KICKER_WIDTH = 1_360.0
"""Beside "Coffee First"; what is longer ends in an ellipsis."""
FOOT_RULE = 64.0
"""From the lower edge."""


def news(size: float, lead: float = 1.1) -> Style:
    """Return how headlines are set at a size."""
    return Style(NEWS, size, lead, -0.008 if size > 90 else 0.0)


def figures(size: float) -> Style:
    """Return how large figures and letters are set."""
    return Style(FIGURES, size, 1.0)


def sans(size: float, weight: int = 600, lead: float = 1.2) -> Style:
    """Return how labels and choices are set; weights are 400, 500, 600, 700 and 800."""
    return Style(FRANKLIN[weight], size, lead)


def serif(size: float, *, italic: bool = False, lead: float = 1.3) -> Style:
    """Return how speech and what is told are set."""
    return Style(LITERATA_ITALIC if italic else LITERATA, size, lead)


def fitting(desk: Desk, text: str, largest: float, width: float, least: float = ACT) -> Style:
    """Return how a headline is set so that it fits on one line: at its largest size, or as much smaller as it takes."""
    size = largest
    while size > least and desk.setter.measure(text, news(size)) > width:
        size -= 4
    return news(size)


def moment_of(session: Session) -> str:
    """Return what stands at the right of the head: the moment, of about how many."""
    from game.story.longest import longest

    if session.step in AFTERWARDS or not session.moments:
        return session.setup.scenario.title
    moments = max(longest(session.setup.scenario), session.moment + 1)
    return _("Moment {moment} of {moments}", moment=session.moment + 1, moments=moments)


def room_page(desk: Desk, right: str, hints: Sequence[Hint]) -> Whole:
    """Return head and foot of a room's page: "Coffee First" at the left, a kicker at the right, key hints below."""
    palette, words = desk.theme.palette, desk.setter.words
    marks: list[Mark] = [Fill(Box(0, 0, WIDTH, desk.height), palette.paper)]
    marks.append(words("Coffee First", news(56), palette.ink, MARGIN, 84))
    kicker = Style(FRANKLIN[700], 36, 1.2, 0.06)
    shown = shortened(desk, right.upper(), kicker, KICKER_WIDTH, 1)[0]
    marks.append(words(shown, kicker, palette.tomato, WIDTH - MARGIN, 80, "end"))
    marks += double_rule(HEAD_RULE, MARGIN, WIDTH - 2 * MARGIN, palette.ink)
    foot = desk.height - FOOT_RULE
    marks.append(hairline(foot, MARGIN, WIDTH - 2 * MARGIN, palette.ink))
    keys = _hints(desk, hints)
    area = Box(MARGIN, HEAD_RULE + 13, WIDTH - 2 * MARGIN, foot - HEAD_RULE - 13)
    return Whole(desk.height, (*marks, *keys.marks), keys.targets, area)


def _hints(desk: Desk, hints: Sequence[Hint]) -> Galley:
    """Return the key hints on one row; in a language in which not all fit, those at the end are left to the page of all keys."""
    row = key_hints(desk, hints[:1], MARGIN, desk.height - 20, WIDTH - MARGIN + 30, spare=False)
    if desk.caps.spare:
        keys = key_hints(desk, hints, MARGIN, desk.height - 20, WIDTH - MARGIN + 30)
        if keys.height <= row.height:
            return keys
    for most in range(len(hints), 1, -1):
        keys = key_hints(desk, hints[:most], MARGIN, desk.height - 20, WIDTH - MARGIN + 30, spare=False)
        if keys.height <= row.height:
            return keys
    return row


class RoomScreen:
    """What all screens of a room share: the session as it is now, and the keys that do the same everywhere.

    The director replaces `session` and `around` whenever something happened; it makes a new screen when the step or
    the moment changes, so that what a screen keeps for itself (a page that is turned, a cursor) is never stale.
    """

    hover: str | None = None

    def __init__(self, session: Session, around: Around) -> None:
        self.session, self.around = session, around
        self.sheet, self.sheets = 0, 1
        """Which of how many pages is open, where a step needs several."""

    @property
    def ahead(self) -> bool:
        """Whether going on turns a page of this screen, before the room goes on; known once the page was laid out."""
        return self.sheet + 1 < self.sheets

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for; turn a page where there is one to turn."""
        if key in ("enter", "space", "right"):
            if self.sheet + 1 < self.sheets:
                self.sheet += 1
                return ()
            return (Onward(),)
        if key == "left":
            if self.sheet > 0:
                self.sheet -= 1
                return ()
            return (Backward(),)
        return common(self.session, key)

    def at_end(self) -> None:
        """Open the last of several pages, where there are several: one comes back from what follows."""

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page as it is to be shown."""
        raise NotImplementedError

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        raise NotImplementedError


def common(session: Session, key: str) -> RoomIntents:
    """Return what a key asks for on every screen of a room."""
    match key:
        case "b" | "period":
            return (Happen(Blanked(not session.blank)),)
        case "plus" if session.step in (Step.SAY, Step.VOTE, Step.TALK, Step.SECOND, Step.DISCUSSION):
            return (Happen(Extended(30)),)
        case "t" if session.step is Step.VOTE and Step.TALK in ways(session):
            return (Happen(Went(Step.TALK.value)),)
        case "r" if session.step in (Step.VOTE, Step.TALK, Step.SECOND) and Step.REVEAL in ways(session):
            return (Happen(Went(Step.REVEAL.value)),)
        case "e" if Step.COLUMN in ways(session)[1:]:
            return (OpenPage("end"),)
        case "e" if session.moments and session.step not in AFTERWARDS:
            return (Remark(_("A story ends at a scene: go back to it, or on to the next, and press E there.")),)
        case "d":
            return (
                Happen(Arranged("doors", not session.manner.doors)),
                Remark(_("Nobody new comes in now; D opens the doors again.") if session.manner.doors else _("The doors are open.")),
            )
        case "o":
            return (OpenPage("arrange"),)
        case "p":
            return (OpenPage("pair"),)
        case "k":
            return (OpenPage("keys"),)
    return ()
