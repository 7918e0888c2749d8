"""A score lies between the worst and the best, and says nothing where there is nothing to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.score import percentile, score


@given(st.integers(-500, 500), st.integers(0, 500), st.integers(0, 500))
def test_the_worst_is_nothing_and_the_best_a_hundred(worst: int, below: int, above: int):
    """Whatever lies between lies between."""
    best = worst + below + above
    if worst == best:
        assert score(best, worst, best) is None
    else:
        assert (0, 100) == (score(worst, worst, best), score(best, worst, best))
        assert 0 <= score(worst + below, worst, best) <= 100


def test_halves_are_rounded_up():
    """One of two hundred is one."""
    assert (1, 50) == (score(1, 0, 200), score(99, 0, 200))


def test_a_total_outside_is_another_scenarios():
    """A stale analysis is noticed."""
    with pytest.raises(ValueError, match="another scenario"):
        score(11, 0, 10)


def test_better_than_counts_only_those_who_ended_lower():
    """Whoever did just as well was not beaten."""
    chances = {0: 0.25, 10: 0.5, 20: 0.25}
    assert [0, 25, 75, 100] == [percentile(total, chances) for total in (0, 10, 20, 30)]
