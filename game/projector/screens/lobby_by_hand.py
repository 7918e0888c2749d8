"""The lobby without phones: each answer has a letter, and a hand is raised for it."""

from __future__ import annotations

from game.language import N_, _, n_
from game.projector.around import Around
from game.projector.frame import figures, fitting, news, sans, serif
from game.room.figures import figure
from game.room.session import Session
from game.stage.components import Desk, hairline
from game.stage.page import Box, Fill, Mark, Page
from game.stage.theme import MARGIN, WIDTH
from game.stage.typesetting import balance
from game.stage.whole import Whole, shortened

RAISE = N_("Nothing to scan, nothing to install. Think for yourself first, then raise a hand when asked.")
LETTERED = N_("Each answer has a letter.")
NO_NETWORK = N_("No phone can come in: this laptop has no network. The room plays by raised hands.")
SIDE = 230.0


def by_hand(desk: Desk, session: Session, around: Around, frame: Whole) -> Page:
    """Return the page, with why it plays by hand where that was not wished."""
    palette, words, area = desk.theme.palette, desk.setter.words, frame.area
    spare = desk.height - 1080
    marks: list[Mark] = [words(_("Pull up a chair"), fitting(desk, _("Pull up a chair"), 156, WIDTH - 2 * MARGIN), palette.ink, MARGIN - 5, 280 + spare * 0.2)]
    style = serif(54, italic=True)
    marks += [
        words(line, style, palette.espresso, MARGIN, 380 + spare * 0.2 + number * style.line)
        for number, line in enumerate(balance(_(RAISE), style, 1500, desk.setter.measure))
    ]
    top = 530 + spare * 0.4
    marks.append(hairline(top, MARGIN, WIDTH - 2 * MARGIN, palette.ink, 3))
    top += 52
    for number, letter in enumerate("ABCD"):
        box = Box(MARGIN + number * (SIDE + 36), top, SIDE, SIDE)
        marks.append(Fill(box, palette.ink))
        marks.append(words(letter, figures(190), palette.white, box.x + SIDE / 2, box.y + SIDE / 2 + 66, "middle"))
    x = MARGIN + 4 * (SIDE + 36) + 28
    lines = balance(_(LETTERED), news(72), WIDTH - MARGIN - x, desk.setter.measure)
    first = top + SIDE / 2 + 24 - (len(lines) - 1) * 42
    marks += [words(line, news(72, 1.16), palette.ink, x, first + n * 84) for n, line in enumerate(lines)]
    notes = _notes(session, around)
    if notes:
        small = sans(38, 600, 1.25)
        room = area.bottom - (top + SIDE) - 50
        said = shortened(desk, notes, small, WIDTH - 2 * MARGIN - 34, max(1, int(room // small.line)))
        y = top + SIDE + 40 + spare * 0.2
        marks.append(Fill(Box(MARGIN, y, 10, len(said) * small.line), palette.tomato))
        marks += [words(line, small, palette.ink, MARGIN + 34, y + 36 + n * small.line) for n, line in enumerate(said)]
    return frame.page(marks)


def why_by_hand(session: Session, around: Around) -> list[str]:
    """Return what the page says below its headline."""
    notes = _notes(session, around)
    return [_(RAISE), _(LETTERED), *([notes] if notes else [])]


def _notes(session: Session, around: Around) -> str:
    if around.trouble:
        return around.trouble
    if not around.address:
        return _(NO_NETWORK)
    count = len(session.people)
    if not count:
        return ""
    return n_("{n} phone is in as well, and may vote.", "{n} phones are in as well, and may vote.", count, n=figure(count))
