"""All keys of a room, on one page."""

from __future__ import annotations

from game.projector.frame import RoomScreen, news, room_page, sans
from game.projector.intents import ClosePage, RoomIntents
from game.stage import inks
from game.stage.components import ARROWS, Desk, Hint, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Frame, Mark, Page
from game.stage.theme import MARGIN, WIDTH

HEADLINE = "All the keys"
Keys = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and below it keys with what they do."""
LEFT: tuple[Keys, ...] = (
    ("Everywhere", (
        ("Space", "go on; so does a clicker"),
        ("←", "go back; so does a clicker"),
        ("B", "blank the screen, and back"),
        ("O", "how we play"),
        ("P", "your phone as a remote"),
        ("E", "end here, in any scene"),
        ("F11", "full screen, or a window"),
        ("Esc", "leave; the room stays"),
    )),
    ("In the lobby", (
        ("N", "other network"),
        ("H W", "larger codes, for a hall"),
        ("S", "raised hands only"),
        ("D", "shut the doors, anywhere"),
    )),
)  # fmt: skip
RIGHT: tuple[Keys, ...] = (
    ("While you vote and talk", (
        ("H", "count raised hands"),
        ("C", "close the vote, or open it"),
        ("+", "thirty seconds more"),
        ("T R", "talk first; show the votes"),
        ("W", "show what was typed"),
    )),
    ("When the votes are shown", (
        ("1–9", "take this answer (A is 1)"),
        ("L X", "draw lots, the tempting one"),
        ("T", "look at two paths"),
    )),
    ("At the end", (
        ("H", "save the hand-out"),
        ("F T", "who moved where, the tables"),
    )),
)  # fmt: skip
COLUMN, CAP = 860.0, 190.0


class KeysScreen(RoomScreen):
    """Two columns; any of the usual keys puts the page away."""

    def handle(self, key: str) -> RoomIntents:
        """Return what a key asks for."""
        if key in ("escape", "k", "enter", "space", "left", "right"):
            return (ClosePage(),)
        return super().handle(key) if key == "b" else ()

    def page(self, desk: Desk, gallery: Gallery) -> Page:
        """Return the page."""
        frame = room_page(desk, "For the facilitator", (Hint("Esc", "back", "escape"),))
        palette, words = desk.theme.palette, desk.setter.words
        marks: list[Mark] = [words(HEADLINE, news(92), palette.ink, MARGIN - 4, 216)]
        top, bottom = 236.0, frame.area.bottom - 8
        for x, groups in ((MARGIN, LEFT), (WIDTH - MARGIN - COLUMN, RIGHT)):
            lines = sum(len(keys) for _, keys in groups)
            step = min(66.0, (bottom - top - 84 * len(groups) + 22) / lines)
            y = top
            for heading, keys in groups:
                marks.append(words(heading, sans(38, 700), palette.tomato, x, y + 42))
                marks.append(hairline(y + 56, x, COLUMN, palette.ink))
                y += 62
                for cap, does in keys:
                    marks += self._key(desk, cap, does, x, y, step)
                    y += step
                y += 22
        return frame.page(marks)

    def _key(self, desk: Desk, cap: str, does: str, x: float, y: float, step: float) -> list[Mark]:
        palette, words = desk.theme.palette, desk.setter.words
        middle = y + step / 2
        marks: list[Mark] = []
        at = x
        for each in cap.split(" "):
            arrow = ARROWS.get(each)
            width = 54.0 if arrow is not None else desk.setter.measure(each, sans(36, 700)) + 28
            marks.append(Frame(Box(at, middle - 24, width, 48), palette.espresso, 2.5))
            if arrow is not None:
                marks.append(inks.arrow(at + width / 2, middle, arrow, 26, palette.espresso))
            else:
                marks.append(words(each, sans(36, 700), palette.espresso, at + width / 2, middle + 13, "middle"))
            at += width + 10
        marks.append(words(does, sans(38, 500), palette.ink, x + CAP, middle + 13))
        return marks

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        lines = [HEADLINE]
        for heading, keys in (*LEFT, *RIGHT):
            lines += [heading, *(f"{_spoken(cap)}: {does}" for cap, does in keys)]
        return lines


def _spoken(cap: str) -> str:
    return " and ".join({"←": "Left", "+": "Plus"}.get(each, each) for each in cap.split(" "))
