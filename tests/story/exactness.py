"""Compares an analysis with every play of its scenario, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.story.analysis import Analysis
from tests.builders import BruteForce


def differences(analysis: Analysis, brute: BruteForce) -> Iterator[str]:
    """Yield each point in which an exact analysis differs from the plays themselves; none if it is right."""
    totals = [total for total, _, _ in brute.plays.values()]
    for name, extreme, truth in (("worst", analysis.worst, min(totals)), ("best", analysis.best, max(totals))):
        if extreme.total != truth:
            yield f"{name}: {extreme.total}, but {truth} by hand"
        if extreme.choices not in brute.plays or brute.plays[extreme.choices][0] != extreme.total:
            yield f"{name}: its witness does not replay to it"
    whole = sum((chance for _, _, chance in brute.plays.values()), Fraction(0))
    by_total: dict[int, Fraction] = {}
    by_ending: dict[str, Fraction] = {}
    for total, ending, chance in brute.plays.values():
        by_total[total] = by_total.get(total, Fraction(0)) + chance / whole
        by_ending[ending] = by_ending.get(ending, Fraction(0)) + chance
    if dict(analysis.distribution) != {total: float(chance) for total, chance in by_total.items()}:
        yield "the distribution"
    if abs(analysis.mean - float(sum(total * chance for total, chance in by_total.items()))) > 1e-9:
        yield "the mean"
    for ending, reached in analysis.endings.items():
        if reached.probability != float(by_ending.get(ending, 0)):
            yield f"the probability of {ending}"
        if (reached.choices is None) != (ending not in by_ending):
            yield f"whether {ending} is reached"
        if reached.choices is not None and brute.plays[reached.choices][1] != ending:
            yield f"the witness of {ending}"
    if (analysis.scenes, analysis.choices) != (brute.scenes, brute.choices):
        yield "what is reached"
    if {stuck.scene for stuck in analysis.stuck} != set(brute.stuck.values()):
        yield "where a play sticks"
    if any(brute.stuck.get(stuck.choices) != stuck.scene for stuck in analysis.stuck):
        yield "the witness of a play that sticks"
    for name, answered in analysis.asks.items():
        for outcome, chance in (("granted", answered.granted), ("refused", answered.refused)):
            if chance != float(brute.asks.get((name, outcome), 0)):
                yield f"how often {name} is {outcome}"


def wrong_bounds(analysis: Analysis, brute: BruteForce) -> Iterator[str]:
    """Yield each point in which a bounded analysis is unsound."""
    totals = [total for total, _, _ in brute.plays.values()]
    if not analysis.lowest <= min(totals) or not analysis.highest >= max(totals):
        yield f"{min(totals)}..{max(totals)} is not within {analysis.lowest}..{analysis.highest}"
    for extreme in (analysis.worst, analysis.best):
        if brute.plays[extreme.choices][0] != extreme.total:
            yield "a witness does not replay"
