"""Charts of a review as SVG that stands in a page: what every play together looks like, and bars for a table.

Nothing is told by hue alone: a label stands beside each mark, and whoever cannot see the chart has the table below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from game.studio.map.look import DEEP, ESPRESSO, INK, LATTE, MOCHA, SANS, TEAL, TOMATO
from game.studio.review import Review
from game.studio.smells.careless_strategy import WON

WIDE = 1000
LEFT, RIGHT = 30, 880
"""Where score 0 and score 100 stand, in units of the chart; to the right of the last there is room for a name."""
LANE = 25
"""Height of a row of names."""
BARS = 190
"""Height of the highest bar."""
MOST = 60
"""Bars at most; beyond it, several totals share one."""
LETTER = 9.4
"""Width that a letter may take, at the size of the names; more than it does, so that nothing overlaps."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A careless way of playing, and where its name stands."""

    name: str
    score: int
    x: float
    lane: int
    """From 0, the lowest."""


def flags(review: Review) -> tuple[Flag, ...]:
    """Return where the names stand: none over another, and no pole through a name."""
    found: list[Flag] = []
    scored = [(each.strategy, each.score) for each in review.tried if each.score is not None]
    for name, score in sorted(scored, key=lambda each: -each[1]):
        x = _x(score)
        end = x + _width(name, score)
        lane = 0
        while any(
            (flag.lane == lane and flag.x < end and x < flag.x + _width(flag.name, flag.score))
            or (flag.lane > lane and x <= flag.x < end)
            for flag in found
        ):
            lane += 1
        found.append(Flag(name, score, x, lane))
    return tuple(found)


def distribution(review: Review) -> str:
    """Return the chart of all totals at random, with worst, median, best and the careless ways of playing marked."""
    names = flags(review)
    top = LANE * (max((flag.lane for flag in names), default=-1) + 1) + 14
    floor = top + BARS
    parts = [*_poles(names, top, floor), *_bars(review, floor), *_names(names, top), *_axis(review, floor)]
    return (
        f'<svg viewBox="0 0 {WIDE} {floor + 98}" role="img" aria-labelledby="spread-title" class="spread">'
        f'<title id="spread-title">Scores of plays at random, from 0 to 100: half are {review.middling} or less. '
        f"The table of careless ways of playing gives the other marks.</title>{''.join(parts)}</svg>"
    )


def bar(part: float, *, colour: str = ESPRESSO) -> str:
    """Return a bar for a cell of a table: a part of one."""
    width = max(1.0 if part > 0 else 0.0, 100 * part)
    return (
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" class="bar" aria-hidden="true">'
        f'<rect width="100" height="10" fill="{DEEP}"/><rect width="{width:.2f}" height="10" fill="{colour}"/></svg>'
    )


def answers(granted: float, refused: float) -> str:
    """Return a bar of how an ask is answered: granted from the left, filled; refused after it, hollow."""
    left, right = 100 * granted, 100 * refused
    return (
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" class="bar" aria-hidden="true">'
        f'<rect width="100" height="10" fill="{DEEP}"/>'
        f'<rect width="{left:.2f}" height="10" fill="{TEAL}"/>'
        f'<rect x="{left:.2f}" y="1" width="{max(0.0, right):.2f}" height="8" fill="none" stroke="{TOMATO}" stroke-width="2" '
        f'vector-effect="non-scaling-stroke"/></svg>'
    )


def _x(score: float) -> float:
    return LEFT + (RIGHT - LEFT) * score / 100


def _width(name: str, score: int) -> float:
    return LETTER * (len(name) + len(str(score)) + 3)


def _text(x: float, y: float, words: str, *, size: int = 16, colour: str = INK, weight: int = 500, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{SANS}" font-size="{size}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )


def _poles(names: tuple[Flag, ...], top: float, floor: float) -> Iterator[str]:
    for flag in names:
        y = top - 14 - LANE * flag.lane - LANE / 2
        yield f'<path d="M{flag.x:.1f} {y:.1f}V{floor}" stroke="{LATTE}" stroke-width="1.5"/>'


def _names(names: tuple[Flag, ...], top: float) -> Iterator[str]:
    for flag in names:
        y = top - 14 - LANE * flag.lane - LANE / 2
        wins = flag.score > WON
        colour = TOMATO if wins else INK
        yield f'<path d="M{flag.x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z" fill="{colour}"/>'
        yield _text(flag.x + 10, y + 5.5, f"{flag.name} {flag.score}", colour=colour, weight=700 if wins else 500)


def _bars(review: Review, floor: float) -> Iterator[str]:
    found = review.analysis
    low, high = found.worst.total, found.best.total
    width = max(1, -(-(high - low + 1) // MOST))
    sums: dict[int, float] = {}
    for total, chance in found.distribution.items():
        band = (min(max(total, low), high) - low) // width
        sums[band] = sums.get(band, 0.0) + chance
    tallest = max(sums.values(), default=1.0)
    unit = (RIGHT - LEFT) / max(1, high - low)
    for band, chance in sorted(sums.items()):
        height = max(1.5, BARS * chance / tallest)
        first = LEFT + unit * (band * width - 0.5 * (width == 1))
        x, last = max(LEFT, first), min(float(RIGHT), first + unit * width)
        yield (
            f'<rect x="{x + 0.75:.1f}" y="{floor - height:.1f}" width="{max(1.5, last - x - 1.5):.1f}" '
            f'height="{height:.1f}" fill="{ESPRESSO}"/>'
        )


def _axis(review: Review, floor: float) -> Iterator[str]:
    found = review.analysis
    low, high = found.worst.total, found.best.total
    yield f'<path d="M{LEFT} {floor}H{RIGHT}" stroke="{INK}" stroke-width="3"/>'
    for score in (0, 25, 50, 75, 100):
        x = _x(score)
        yield f'<path d="M{x:.1f} {floor}v8" stroke="{INK}" stroke-width="2"/>'
        yield _text(x, floor + 26, str(score), anchor="middle", weight=700)
    yield _text(RIGHT + 22, floor + 26, "score", colour=MOCHA)
    yield _text(RIGHT + 22, floor + 52, "points", colour=MOCHA)
    middle = _x(100 * (review.median - low) / max(1, high - low))
    yield _text(LEFT - 14, floor + 52, f"worst {_signed(low)}")
    yield _text(RIGHT, floor + 52, f"best {_signed(high)}", anchor="end")
    yield f'<path d="M{middle:.1f} {floor + 60}l8 11h-16z" fill="{INK}"/>'
    yield _text(middle, floor + 90, f"half are at {_signed(review.median)} or less", anchor="middle", weight=700)


def _signed(number: int) -> str:
    return f"−{-number}" if number < 0 else str(number)
