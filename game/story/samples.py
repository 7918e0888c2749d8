"""Plays that are tried one by one: at random from a seed, and the likeliest ones side by side (beam search)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import nlargest
from math import log, sqrt

from game.story.chance import numbers
from game.story.errors import NoEndingReached
from game.story.figures import Analysis, Answered, Choices, Extreme, Reached, Stuck
from game.story.shape import Shape
from game.story.vocabulary import Outcome, SceneId
from game.story.walker import Step, Walker

PLAYS = 20_000
"""Seeded plays, where nothing asks to stop."""
CHOICES = 200_000
"""Choices in all of them, after which no further play is begun; a scenario of many moments gets fewer plays."""
WIDTH = 400
"""Plays that a beam carries on with at each moment, at most."""
BEAM = 30_000
"""Choices that a beam tries before it becomes a narrow one; it is narrower from the start where plays are long."""
NARROWEST = 10
LONGEST = 2_000
"""Moments after which a play is given up."""

_Trail = tuple["_Trail", int] | None


def sampled(
    shape: Shape, *, outer: tuple[int, int], looked_at: int, seed: int, stop: Callable[[], bool], plays: int = PLAYS,
    width: int = WIDTH,
) -> Analysis:
    """Return an analysis from plays that were tried.

    Args:
        shape: the reduced scenario.
        outer: totals that no play passes, in points.
        looked_at: states that were counted before this was resorted to.
        seed: of the plays at random.
        stop: asked every two hundred plays.
        plays: how many at most.
        width: of the beam; 0 for none.

    Raises:
        NoEndingReached: none of the plays reached an ending.
    """
    trial = _Trial(shape, Walker(shape))
    trial.play_at_random(plays, seed, stop)
    for sign in (1, -1) if width else ():
        trial.search(sign, max(NARROWEST, min(width, BEAM // (3 * max(1, trial.longest)))), stop)
    if trial.least is None or trial.most is None:
        raise NoEndingReached(tuple(trial.stuck))
    ended = sum(trial.totals.values())
    options = shape.options
    return Analysis(
        exact=False, endings_exact=False, worst=trial.least, best=trial.most, lowest=outer[0], highest=outer[1],
        mean=sum(total * count for total, count in trial.totals.items()) / max(1, ended),
        distribution={total: count / ended for total, count in sorted(trial.totals.items())},
        endings={
            spot.id: Reached(trial.ended.get(spot.index, 0) / max(1, trial.plays), trial.ways.get(spot.index))
            for spot in shape.spots
            if spot.ends
        },
        asks={
            option.id: Answered(
                trial.answers.get((option.index, Outcome.GRANTED), 0) / max(1, trial.plays),
                trial.answers.get((option.index, Outcome.REFUSED), 0) / max(1, trial.plays),
            )
            for option in options
            if option.ask
        },
        scenes=frozenset(shape.spots[scene].id for scene in trial.walker.reached),
        choices=frozenset(options[choice].id for choice in trial.made),
        stuck=tuple(Stuck(scene, choices) for scene, choices in trial.stuck.items()),
        states=looked_at,
        # Dvoretzky, Kiefer & Wolfowitz 1956, with the constant of Massart 1990, at 95 %
        error=sqrt(log(2 / 0.05) / (2 * max(1, ended))),
    )


@dataclass(slots=True)
class _Trial:
    shape: Shape
    walker: Walker
    plays: int = 0
    made_in_all: int = 0
    longest: int = 0
    """Choices of the longest play at random."""
    totals: dict[int, int] = field(default_factory=dict)
    ended: dict[int, int] = field(default_factory=dict)
    ways: dict[int, Choices] = field(default_factory=dict)
    answers: dict[tuple[int, Outcome], int] = field(default_factory=dict)
    made: set[int] = field(default_factory=set)
    stuck: dict[SceneId, Choices] = field(default_factory=dict)
    least: Extreme | None = None
    most: Extreme | None = None

    def play_at_random(self, plays: int, seed: int, stop: Callable[[], bool]) -> None:
        luck = numbers(seed)
        walker = self.walker
        walker.folding = False
        first = walker.begin()
        for play in range(plays):
            if self.made_in_all > CHOICES or (play % 200 == 199 and stop()):
                return
            step, gain, trail = first, first.gain, _NOTHING
            length = 0
            while length < LONGEST and not step.ends:
                walker.measure(step.balances)
                offered = walker.offered(step.key, step.balances)
                if not offered:
                    break
                step = walker.take(offered[next(luck) % len(offered)], step.key, step.balances)
                gain, trail = gain + step.gain, (trail, step.option)
                self.made.add(step.option)
                length += 1
                if step.outcome is not Outcome.PLAIN:
                    answer = (step.option, step.outcome)
                    self.answers[answer] = self.answers.get(answer, 0) + 1
            self.plays += 1
            self.made_in_all += length
            self.longest = max(self.longest, length)
            total = self._arrived(step, gain, trail)
            if total is not None:
                self.totals[total] = self.totals.get(total, 0) + 1
                self.ended[step.key[0]] = self.ended.get(step.key[0], 0) + 1

    def search(self, sign: int, width: int, stop: Callable[[], bool]) -> None:
        """Carry on, moment by moment, with the plays that stand highest (`sign` 1) or lowest (-1)."""
        walker = self.walker
        walker.folding = True
        first = walker.begin()
        tried = 0
        level: list[tuple[int, Step, _Trail]] = [(first.gain, first, _NOTHING)]
        for _ in range(LONGEST):
            found: dict[tuple[object, ...], tuple[int, Step, _Trail]] = {}
            for gain, step, trail in level:
                if step.ends:
                    self._arrived(step, gain, trail)
                    continue
                walker.measure(step.balances)
                offered = walker.offered(step.key, step.balances)
                if not offered:
                    self._arrived(step, gain, trail)
                for option in offered:
                    onward = walker.take(option, step.key, step.balances)
                    tried += 1
                    self.made.add(option.index)
                    place = (onward.key, tuple(onward.balances))
                    known = found.get(place)
                    if known is None or sign * known[0] < sign * (gain + onward.gain):
                        found[place] = (gain + onward.gain, onward, (trail, option.index))
            level = nlargest(width if tried < BEAM else NARROWEST, found.values(), key=lambda entry: sign * entry[0])
            if not level or stop():
                return

    def _arrived(self, step: Step, gain: int, trail: _Trail) -> int | None:
        """Note where a play came to; return its total if it ended."""
        if not step.ends:
            if not self.walker.offered(step.key, step.balances):
                self.stuck.setdefault(self.shape.spots[step.key[0]].id, self._choices(trail))
            return None
        total = self.shape.capital + gain
        if step.key[0] not in self.ways:
            self.ways[step.key[0]] = self._choices(trail)
        if self.least is None or total < self.least.total:
            self.least = Extreme(total, self._choices(trail))
        if self.most is None or total > self.most.total:
            self.most = Extreme(total, self._choices(trail))
        return total

    def _choices(self, trail: _Trail) -> Choices:
        made = []
        while trail is not None:
            trail, option = trail
            made.append(self.shape.options[option].id)
        return tuple(reversed(made))


_NOTHING: _Trail = None
