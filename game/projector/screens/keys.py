"""All keys of a room, on one page."""

from __future__ import annotations

from game.language import N_, _
from game.projector.frame import RoomScreen, fitting, room_page, sans
from game.projector.hints import escape
from game.projector.intents import ClosePage, RoomIntents
from game.stage import inks
from game.stage.bindings import IN_WORDS as ARROWS_IN_WORDS
from game.stage.components import ARROWS, Desk, hairline
from game.stage.gallery import Gallery
from game.stage.page import Box, Frame, Mark, Page
from game.stage.theme import MARGIN, WIDTH
from game.stage.whole import shortened

HEADLINE = N_("All the keys")
IN_WORDS = {**ARROWS_IN_WORDS, "+": N_("Plus")}
Keys = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and below it keys with what they do."""
LEFT: tuple[Keys, ...] = (
    (N_("Everywhere"), (
        ("Space", N_("go on; so does a clicker")),
        ("←", N_("go back; so does a clicker")),
        ("B", N_("blank the screen, and back")),
        ("O", N_("how we play")),
        ("P", N_("your phone as a remote")),
        ("E", N_("end here, in any scene")),
        ("F11", N_("full screen, or a window")),
        ("Esc", N_("leave; the room stays")),
    )),
    (N_("In the lobby"), (
        ("N", N_("other network")),
        ("H W", N_("larger codes, for a hall")),
        ("S", N_("raised hands only")),
        ("D", N_("shut the doors, anywhere")),
    )),
)  # fmt: skip
RIGHT: tuple[Keys, ...] = (
    (N_("While you vote and talk"), (
        ("H", N_("count raised hands")),
        ("C", N_("close the vote, or open it")),
        ("+", N_("thirty seconds more")),
        ("T R", N_("talk first; show the votes")),
        ("W", N_("show what was typed")),
    )),
    (N_("When the votes are shown"), (
        ("1–9", N_("take this answer (A is 1)")),
        ("L X", N_("draw lots, the tempting one")),
        ("T", N_("look at two paths")),
    )),
    (N_("At the end"), (
        ("H", N_("save the hand-out")),
        ("F T", N_("who moved where, the tables")),
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
        frame = room_page(desk, _("For the facilitator"), (escape(_("back")),))
        palette, words = desk.theme.palette, desk.setter.words
        marks: list[Mark] = [words(_(HEADLINE), fitting(desk, _(HEADLINE), 92, WIDTH - 2 * MARGIN), palette.ink, MARGIN - 4, 216)]
        top, bottom = 236.0, frame.area.bottom - 8
        for x, groups in ((MARGIN, LEFT), (WIDTH - MARGIN - COLUMN, RIGHT)):
            lines = sum(len(keys) for _, keys in groups)
            step = min(66.0, (bottom - top - 84 * len(groups) + 22) / lines)
            y = top
            for heading, keys in groups:
                marks.append(words(_(heading), sans(38, 700), palette.tomato, x, y + 42))
                marks.append(hairline(y + 56, x, COLUMN, palette.ink))
                y += 62
                for cap, does in keys:
                    marks += self._key(desk, [desk.caps.cap(each) for each in cap.split(" ")], _(does), x, y, step)
                    y += step
                y += 22
        return frame.page(marks)

    def _key(self, desk: Desk, caps: list[str], does: str, x: float, y: float, step: float) -> list[Mark]:
        palette, words = desk.theme.palette, desk.setter.words
        middle = y + step / 2
        marks: list[Mark] = []
        at = x
        for each in caps:
            arrow = ARROWS.get(each)
            width = 54.0 if arrow is not None else desk.setter.measure(each, sans(36, 700)) + 28
            marks.append(Frame(Box(at, middle - 24, width, 48), palette.espresso, 2.5))
            if arrow is not None:
                marks.append(inks.arrow(at + width / 2, middle, arrow, 26, palette.espresso))
            else:
                marks.append(words(each, sans(36, 700), palette.espresso, at + width / 2, middle + 13, "middle"))
            at += width + 10
        start = max(x + CAP, at + 8)
        style = sans(38 if desk.setter.measure(does, sans(38, 500)) <= x + COLUMN - start else 36, 500)
        marks.append(words(shortened(desk, does, style, x + COLUMN - start, 1)[0], style, palette.ink, start, middle + 13))
        return marks

    def text(self) -> list[str]:
        """Return what the page says, in reading order."""
        lines = [_(HEADLINE)]
        for heading, keys in (*LEFT, *RIGHT):
            lines += [_(heading), *(f"{_spoken(cap)}: {_(does)}" for cap, does in keys)]
        return lines


def _spoken(cap: str) -> str:
    """Return the names of one key or two."""
    names = [_(IN_WORDS.get(each, each)) for each in cap.split(" ")]
    return _("{key} and {other}", key=names[0], other=names[1]) if len(names) == 2 else " ".join(names)
