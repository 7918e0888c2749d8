"""One code over the whole height of the page: for a hall, where it must be a tenth of the depth."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import N_, _
from game.projector.around import Around, Wifi
from game.projector.code import code
from game.projector.frame import figures, news, sans, serif
from game.room.figures import figure as in_figures
from game.room.session import Session
from game.room.wifi import wifi_code
from game.stage.components import Desk, Hint, hairline, key_hints
from game.stage.page import Box, Fill, Mark, Page, Style
from game.stage.theme import FIGURES, MARGIN, WIDTH
from game.stage.typesetting import wrap
from game.stage.whole import shortened

EDGE = 24.0
"""Around the code."""
THEN = N_("The code that lets you in comes next.")


def full_height(desk: Desk, session: Session, around: Around, wifi: Wifi | None, hints: Sequence[Hint]) -> Page:
    """Return the page: at the right the code, at the left what can be typed instead, and the keys."""
    palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
    side = desk.height - 2 * EDGE
    x = WIDTH - EDGE - side
    width = x - MARGIN - 48
    text = wifi_code(wifi.name, wifi.password) if wifi is not None else f"{around.join_url}j/{session.setup.word}"
    marks: list[Mark] = [Fill(Box(0, 0, WIDTH, desk.height), palette.paper)]
    marks += code(text, x, EDGE, side, palette.ink)
    marks.append(words("Coffee First", news(56), palette.ink, MARGIN, 84))
    marks.append(hairline(108, MARGIN, width, palette.ink, 6))
    keys = key_hints(desk, hints, MARGIN, desk.height - 28, MARGIN + width + 10, spare=False)
    top = desk.height - 28 - keys.height - 6
    marks.append(hairline(top, MARGIN, width, palette.ink))
    if wifi is not None:
        marks += _network(desk, wifi, width)
    else:
        marks += _address(desk, around.address, session.setup.word, width)
        count = len(session.people)
        if count:
            base = top - 44
            figure = in_figures(count)
            marks.append(words(figure, figures(150), palette.ink, MARGIN - 4, base))
            marks.append(words(_("here"), sans(44, 700), palette.ink, MARGIN + measure(figure, figures(150)) + 24, base))
    return Page(WIDTH, desk.height, (*marks, *keys.marks), keys.targets)


def _address(desk: Desk, address: str, word: str, width: float) -> list[Mark]:
    palette, words, measure = desk.theme.palette, desk.setter.words, desk.setter.measure
    style = next((sans(size, 700) for size in (84, 76, 66, 60, 54, 48) if measure(address, sans(size, 700)) <= width), sans(48, 700))
    marks: list[Mark] = [_heading(desk, _("Scan to join"), width)]
    marks.append(words(_("or type"), sans(40), palette.mocha, MARGIN, 340))
    base = 420.0
    for line in wrap(address, style, width, measure)[:3]:
        marks.append(words(line, style, palette.ink, MARGIN, base))
        base += style.line
    marks.append(words(_("Room word"), sans(40), palette.mocha, MARGIN, base + 40))
    marks.append(words(word, Style(FIGURES, 132, 1.0, 0.08), palette.tomato, MARGIN - 2, base + 160))
    return marks


def _network(desk: Desk, wifi: Wifi, width: float) -> list[Mark]:
    palette, words = desk.theme.palette, desk.setter.words
    marks: list[Mark] = [_heading(desk, _("First, the Wi-Fi"), width)]
    marks.append(words(_("Scan to join"), sans(40), palette.mocha, MARGIN, 340))
    style, then = sans(60, 700), serif(46, italic=True)
    name = shortened(desk, wifi.name, style, width, 3)
    marks += [words(line, style, palette.ink, MARGIN, 420 + number * style.line) for number, line in enumerate(name)]
    base = 420 + len(name) * style.line + 40
    lines = wrap(_(THEN), then, width, desk.setter.measure)
    return marks + [words(line, then, palette.espresso, MARGIN, base + n * then.line) for n, line in enumerate(lines)]


def _heading(desk: Desk, text: str, width: float) -> Mark:
    style = next((news(size) for size in (112, 104, 96, 88, 80) if desk.setter.measure(text, news(size)) <= width), news(72))
    return desk.setter.words(text, style, desk.theme.palette.ink, MARGIN - 4, 240)
