"""The time that is offered, as a ring and a figure: it stands still at zero, for nothing ends then."""

from __future__ import annotations

import math

from game.projector.frame import figures
from game.room.session import Session
from game.stage import inks
from game.stage.components import Desk
from game.stage.page import Box, Line, Mark, Shapes, Sketch

STEPS = 120
"""Corners of a whole ring."""


def seconds_left(session: Session, now: float) -> int:
    """Return how many whole seconds of the offer are left, 0 once it is over or where there is none."""
    return max(0, int(session.timer.until - now)) if session.timer is not None else 0


def clock(seconds: int) -> str:
    """Return a time as `1:10`."""
    return f"{seconds // 60}:{seconds % 60:02}"


def ring(desk: Desk, session: Session, now: float, x: float, y: float, radius: float) -> tuple[Mark, ...]:
    """Return the ring around a place, with the time left as its figure; nothing where no time is offered."""
    timer, palette = session.timer, desk.theme.palette
    if timer is None:
        return ()
    left = seconds_left(session, now)
    width = radius * 0.2
    marks: list[Mark] = [inks.ring(x, y, radius, width, palette.deep)]
    share = min(1.0, left / timer.seconds) if timer.seconds else 0.0
    if share:
        marks.append(_arc(x, y, radius, width, share, desk))
    text = clock(left)
    size = radius * (0.8 if len(text) < 5 else 0.62)
    marks.append(desk.setter.words(text, figures(size), palette.ink, x, y + size * 0.34, "middle"))
    return tuple(marks)


def _arc(x: float, y: float, radius: float, width: float, share: float, desk: Desk) -> Sketch:
    """Return the part of a ring that is left, from the top and clockwise."""
    side = radius + width
    corners = max(2, round(STEPS * share))
    points = tuple(
        (side + radius * math.sin(turn), side - radius * math.cos(turn))
        for turn in (2 * math.pi * share * corner / corners for corner in range(corners + 1))
    )
    shape = Line(points, width, desk.theme.palette.tomato)
    return Sketch(Box(x - side, y - side, 2 * side, 2 * side), Shapes((shape,)))
