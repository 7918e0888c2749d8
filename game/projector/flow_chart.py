"""Who moved where between two votes, as geometry: a bar for each choice at both sides, and a band for each move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST = 4.0
"""Of a band's height, in points: one voter in a thousand is seen from the back."""
THINNER = (LEAST, 2.0, 1.0, 0.5, 0.0)
"""What the least gives way to where so many bands would not fit otherwise."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the height, in points from the top of the chart."""

    y: float
    h: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.h

    @property
    def middle(self) -> float:
        """Half way."""
        return self.y + self.h / 2


@dataclass(frozen=True, slots=True)
class Bar:
    """How many chose one of the choices in one of the votes."""

    choice: str
    count: int
    slot: Span
    """The height that it and its label have for themselves."""
    span: Span
    """Its own, inside the slot; nothing high where nobody chose it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Those who chose one in the first vote and one, the same or another, in the second."""

    before: str
    after: str
    count: int
    left: Span
    right: Span

    @property
    def moved(self) -> bool:
        """Whether they changed their mind."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class FlowChart:
    """Both votes side by side; the bars of each from the top in the order of the choices."""

    left: tuple[Bar, ...]
    right: tuple[Bar, ...]
    bands: tuple[Band, ...]
    """Those who stayed first, so that whoever moved lies on top."""


def flow_chart(
    first: Mapping[str, int], second: Mapping[str, int], moves: Mapping[tuple[str, str], int], *, height: float,
    gap: float = 0.0, slot: float = 0.0, shares: bool = False,
) -> FlowChart:
    """Return the largest chart that fits a height.

    Args:
        first, second: votes by choice, hands included, each with all the choices in the order of their letters.
        moves: how many went from which choice to which; those that voted once, and hands, are in none.
        height: of the whole, in points.
        gap: between two slots.
        slot: the least height of a slot, in points, for its label; less where so many would not fit.
        shares: whether each vote fills its side, so that heights are shares of it; else a person is as high on both.
    """
    count = max(1, len(first))
    slot = max(0.0, min(slot, (height - gap * (count - 1)) / count))
    sides = [_Side(first, _of(moves, first, 0), shares), _Side(second, _of(moves, second, 1), shares)]
    least = next((each for each in THINNER if all(side.fits(0.0, each, slot, gap, height) for side in sides)), 0.0)
    low, high = 0.0, height * max(1, *(sum(side.counts.values()) for side in sides))
    for _ in range(60):
        middle = (low + high) / 2
        if all(side.fits(middle, least, slot, gap, height) for side in sides):
            low = middle
        else:
            high = middle
    left, starts = sides[0].bars(low, least, slot, gap)
    right, ends = sides[1].bars(low, least, slot, gap)
    bands = [Band(*move, people, starts[move], ends[move]) for move, people in moves.items() if people]
    order = {choice: number for number, choice in enumerate(first)}
    bands.sort(key=lambda band: (band.moved, order[band.before], order[band.after]))
    return FlowChart(left, right, tuple(bands))


Move = tuple[str, str]


def _of(moves: Mapping[Move, int], choices: Sequence[str] | Mapping[str, int], end: int) -> dict[str, dict[Move, int]]:
    """Return the moves that touch each choice at an end, in the order of the choices at the other."""
    order = {choice: number for number, choice in enumerate(choices)}
    found: dict[str, dict[Move, int]] = {choice: {} for choice in choices}
    for move in sorted(moves, key=lambda each: order[each[1 - end]]):
        if moves[move]:
            found[move[end]][move] = moves[move]
    return found


@dataclass(frozen=True, slots=True)
class _Side:
    counts: Mapping[str, int]
    moves: Mapping[str, Mapping[Move, int]]
    shares: bool

    def scale(self, scale: float) -> float:
        """Return the height of one voter."""
        return scale / max(1, sum(self.counts.values())) if self.shares else scale

    def heights(self, choice: str, scale: float, least: float) -> dict[Move, float]:
        one = self.scale(scale)
        return {move: max(least, one * people) for move, people in self.moves[choice].items()}

    def height(self, choice: str, scale: float, least: float) -> float:
        """Return the height of a bar: its bands, and those who are in none."""
        if not self.counts[choice]:
            return 0.0
        single = self.counts[choice] - sum(self.moves[choice].values())
        return max(least, sum(self.heights(choice, scale, least).values()) + self.scale(scale) * max(0, single))

    def fits(self, scale: float, least: float, slot: float, gap: float, height: float) -> bool:
        slots = [max(slot, self.height(choice, scale, least)) for choice in self.counts]
        return sum(slots) + gap * (len(slots) - 1) <= height + 1e-6

    def bars(self, scale: float, least: float, slot: float, gap: float) -> tuple[tuple[Bar, ...], dict[Move, Span]]:
        """Return the bars from the top, and where the bands meet them."""
        made: list[Bar] = []
        met: dict[Move, Span] = {}
        y = 0.0
        for choice, people in self.counts.items():
            high = self.height(choice, scale, least)
            place = Span(y, max(slot, high))
            own = Span(place.middle - high / 2, high)
            made.append(Bar(choice, people, place, own))
            at = own.y
            for move, part in self.heights(choice, scale, least).items():
                met[move] = Span(at, part)
                at += part
            y = place.end + gap
        return tuple(made), met
