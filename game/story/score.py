"""From a final total to a score, and to a place among those who answer at random."""

from __future__ import annotations

from collections.abc import Mapping


def score(total: int, worst: int, best: int) -> int | None:
    """Place a total between the worst and the best that any path reaches.

    Args:
        total: final capital of all accounts and capital well spent, in points.
        worst: the least such total over every path.
        best: the greatest.

    Returns:
        0 to 100, halves rounded up; None where all paths are equal, for then no choice was better than another.

    Raises:
        ValueError: the total lies outside `worst..best`, so the analysis is another scenario's.

    Source: min-max normalisation; `docs/decisions/0003-score.md` says why not a rank.
    """
    if not worst <= total <= best:
        raise ValueError(f"{total} lies outside {worst}..{best}: this is the analysis of another scenario")
    if worst == best:
        return None
    return (200 * (total - worst) + (best - worst)) // (2 * (best - worst))


def percentile(total: int, distribution: Mapping[int, float]) -> int:
    """Return of how many in 100 plays at random a total is better, 0 to 100.

    Args:
        total: final capital of all accounts and capital well spent, in points.
        distribution: probability of each total at random.
    """
    below = sum(chance for reached, chance in distribution.items() if reached < total)
    # a sum of floats may end a hair below the whole number that it stands for
    return min(100, int(100 * below + 1e-9))
