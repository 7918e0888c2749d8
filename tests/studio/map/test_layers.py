"""Columns, orders and heights, as plain graphs."""

from hypothesis import given
from hypothesis import strategies as st

from game.studio.map.layers import apart, columns, crossings, onward, untangled

graphs = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.lists(st.integers(0, count - 1), max_size=4), min_size=count, max_size=count)
)


def test_a_column_is_as_far_as_the_longest_way():
    """A scene that may be skipped stands before the one that follows it, not beside it."""
    assert [0, 1, 2] == columns([[1, 2], [2], []], 0)


def test_a_way_back_does_not_push_a_hub_to_the_right():
    """From the hub to the guest and back: the hub stays first."""
    assert [0, 1, 1] == columns([[1, 2], [0], []], 0)


def test_a_scene_that_nothing_leads_to_stands_before_the_one_it_leads_to():
    assert [0, 1, 2, 1] == columns([[1], [2], [], [2]], 0)


@given(graphs)
def test_every_way_that_does_not_lead_back_goes_to_a_later_column(edges: list[list[int]]):
    """Read from left to right, a story goes on."""
    column = columns(edges, 0)
    reachable, waiting = {0}, [0]
    forward = onward(edges, 0)
    while waiting:
        for after in edges[waiting.pop()]:
            if after not in reachable:
                reachable.add(after)
                waiting.append(after)
    backward = [(one, other) for one in reachable for other in forward[one] if column[other] <= column[one]]
    assert [] == backward


def test_two_ways_that_cross_are_untangled():
    links = {("a", "y"): 1.0, ("b", "x"): 1.0}
    after = {"a": [("y", 1.0)], "b": [("x", 1.0)]}
    assert 1 == crossings([["a", "b"], ["x", "y"]], after)
    assert 0 == crossings(untangled([["a", "b"], ["x", "y"]], links), after)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 60), st.floats(0.5, 9)), min_size=1, max_size=12))
def test_what_is_set_apart_never_overlaps(slips: list[tuple[float, float, float]]):
    """Slips keep their order and their distance, wherever their ways pull them."""
    wanted, sizes, weights = zip(*slips, strict=True)
    centres = apart(wanted, sizes, weights, 5.0)
    gaps = [
        centres[place + 1] - centres[place] - (sizes[place] + sizes[place + 1]) / 2 for place in range(len(slips) - 1)
    ]
    assert [] == [gap for gap in gaps if gap < 5.0 - 1e-6]


def test_what_has_room_stands_where_it_is_wanted():
    assert [0.0, 100.0] == apart([0.0, 100.0], [10.0, 10.0], [1.0, 1.0], 5.0)
