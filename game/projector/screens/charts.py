"""The chart of capital as a room reads it: its labels large, and its lines named at their ends."""

from __future__ import annotations

from dataclasses import replace

from game.projector.frame import sans
from game.stage.chart import Chart, chart
from game.stage.components import Desk
from game.stage.page import Box, Colour, Fill, Galley, Mark, Words
from game.stage.theme import FIGURES

LARGER = 1.4
"""Of the type of a play: labels then have 36 points."""


def named_chart(desk: Desk, data: Chart, width: float, height: float, happened: str, instead: str = "") -> Galley:
    """Return the chart with a word or three behind the last figure of each of its lines."""
    palette, style = desk.theme.palette, sans(36, 700)
    label = max(desk.setter.measure(words, style) for words in (happened, instead)) + 12
    large = Desk(desk.setter, replace(desk.theme, text=LARGER, projector=False), desk.height)
    drawn = chart(large, data, width - label, height)
    marks: list[Mark] = [*drawn.marks, *_name(desk, drawn, happened, palette.ink)]
    if data.instead is not None and instead:
        marks += _name(desk, drawn, instead, palette.teal)
    return Galley(tuple(marks), drawn.height)


def _name(desk: Desk, drawn: Galley, words: str, colour: Colour) -> list[Mark]:
    """Return a name behind the figure of a colour."""
    ends = [mark for mark in drawn.marks if isinstance(mark, Words) and mark.style.face == FIGURES and mark.colour == colour]
    marks: list[Mark] = []
    for end in ends[-1:]:
        name = desk.setter.words(words, sans(36, 700), colour, end.box.right + 12, end.baseline - 3)
        # where a line is shorter than the other, that one would run through the name
        marks += [Fill(Box(end.box.right - 4, end.baseline - 34, name.box.w + 20, 46), desk.theme.palette.paper), name]
    return marks
