"""How often each thing happened in plays at random: as text, and as plain data for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.authoring.safe_text import printable
from game.story.model import Scenario
from game.story.vocabulary import Outcome
from game.studio.chances import Chances
from game.studio.lines import Line
from game.studio.report.ink import bar, cut, share


def hits_text(scenario: Scenario, found: Chances, *, asked: int) -> str:
    """Return the counts for a terminal of 80 columns, ending with a line end.

    Args:
        scenario: that was played.
        found: what happened.
        asked: how many plays were asked for; fewer were made where somebody stopped them.
    """
    return "".join(f"{line}\n" for line in _told(scenario, found, asked))


def hits_plain(found: Chances, *, asked: int) -> dict[str, Any]:
    """Return the counts as dicts, lists, texts and numbers."""
    return {
        "plays": found.plays, "asked": asked, "seed": found.seed, "choices_made": found.moments,
        "scenes": dict(found.scenes),
        "choices": dict(found.choices),
        "asks": {name: {"granted": int(each.granted), "refused": int(each.refused)} for name, each in found.asks.items()},
        "endings": dict(found.endings),
        "totals": {str(total): times for total, times in found.totals.items()},
        "mean": mean(found.totals),
        "lines": [{**plain_line(line), "told": times} for line, times in found.lines],
        "uncounted_lines": [plain_line(line) for line in found.uncounted],
        "stuck": dict(found.stuck),
        "given_up": found.given_up,
    }


def plain_line(line: Line) -> dict[str, Any]:
    """Return a line as plain data."""
    return {
        "scene" if not line.of_a_choice else "choice": line.where,
        **({} if line.outcome is Outcome.PLAIN else {"outcome": line.outcome.value}),
        "begins": line.opening[:60],
    }


def mean(totals: Mapping[int, int]) -> float | None:
    """Return the mean total, in points; None where no play ended."""
    plays = sum(totals.values())
    return sum(total * times for total, times in totals.items()) / plays if plays else None


def _told(scenario: Scenario, found: Chances, asked: int) -> Iterator[str]:
    plays = max(1, found.plays)
    stopped = f" (of {asked:,}: stopped)" if found.plays < asked else ""
    yield f"{printable(scenario.title)}: {found.plays:,} plays at random{stopped}, {found.moments:,} choices, seed {found.seed}"
    yield ""
    yield "Endings"
    for name, times in found.endings.items():
        yield f"  {cut(name, 30):<30} {times:>9,}  {share(times / plays):>6}  {bar(times / plays, 26)}".rstrip()
    for name, times in found.stuck.items():
        yield f"  {cut(name, 30):<30} {times:>9,}  {share(times / plays):>6}  nothing could be chosen: a fault"
    if found.given_up:
        yield f"  still going on after 2,000 moments: {found.given_up:,}"
    if found.totals:
        yield ""
        yield f"Totals, in points: {min(found.totals)} to {max(found.totals)}, mean {mean(found.totals):.1f}"
        for low, high, times in _bands(found.totals):
            yield f"  {low:>6} to {high:<6} {times:>9,}  {share(times / plays):>6}  {bar(times / plays, 38)}".rstrip()
    yield ""
    yield "Scenes (times entered) and choices (times made)"
    for scene in scenario.scenes.values():
        times = found.scenes[scene.id]
        yield f"{times:>11,}  {cut(scene.id, 40)}{'' if times else '  <- never'}"
        for choice in scene.choices:
            made = found.choices[choice.id]
            answered = found.asks.get(choice.id)
            asks = f"  granted {int(answered.granted):,}, refused {int(answered.refused):,}" if answered else ""
            yield f"    {made:>11,}  {cut(choice.id, 34)}{asks}{'' if made else '  <- never'}"
    yield from _lines(found)


def _lines(found: Chances) -> Iterator[str]:
    never = [line for line, times in found.lines if not times]
    if found.lines:
        yield ""
        yield f"Lines that are told only where something holds: {len(found.lines)}, of which {len(never)} were never told"
    for line in never:
        yield f"  in {cut(line.where, 24)}: {cut(printable(line.opening), 48)}"
    if found.uncounted:
        yield f"Not counted, since they read what a broken promise took: {len(found.uncounted)}"


def _bands(totals: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """Return totals in at most twelve bands of equal width: (from, to, plays)."""
    low, high = min(totals), max(totals)
    width = -(-(high - low + 1) // 12)
    return [
        (first, min(first + width - 1, high), sum(n for total, n in totals.items() if first <= total < first + width))
        for first in range(low, high + 1, width)
    ]
