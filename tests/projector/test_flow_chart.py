"""Who moved where, as geometry: heights add up, nothing overlaps, and everybody is seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.projector.flow_chart import LEAST, Band, Bar, FlowChart, flow_chart

HEIGHT = 560.0
LETTERS = "ABCDEFGHIJKL"


@st.composite
def votes(draw: st.DrawFn):
    """Two votes: those who voted twice, by their move, and those who voted once or by hand."""
    letters = LETTERS[: draw(st.integers(1, 12))]
    most = draw(st.sampled_from([1, 3, 30, 300]))
    pairs = st.tuples(st.sampled_from(letters), st.sampled_from(letters))
    moves = draw(st.dictionaries(pairs, st.integers(0, most), max_size=30))
    singles = st.lists(st.integers(0, most), min_size=len(letters), max_size=len(letters))
    first, second = (dict(zip(letters, draw(singles), strict=True)) for _ in range(2))
    for (before, after), people in moves.items():
        first[before] += people
        second[after] += people
    return first, second, moves


def charted(found, **more) -> FlowChart:
    return flow_chart(*found, height=HEIGHT, **more)


def met(chart: FlowChart, bar: Bar, *, left: bool) -> list[Band]:
    """The bands that meet a bar, from the top."""
    bands = [band for band in chart.bands if (band.before if left else band.after) == bar.choice]
    return sorted(bands, key=lambda band: (band.left if left else band.right).y)


@given(votes(), st.booleans(), st.sampled_from([0.0, 44.0, 92.0]), st.sampled_from([0.0, 4.0, 30.0]))
@settings(max_examples=150, deadline=None)
def test_whatever_was_voted_the_chart_fits_its_height(found, shares, slot, gap):
    """The last bar of either vote ends inside the box, however many choices there are."""
    chart = charted(found, shares=shares, slot=slot, gap=gap)
    for bars in (chart.left, chart.right):
        assert bars[0].slot.y == 0
        assert bars[-1].slot.end <= HEIGHT + 0.01


@given(votes(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_bars_keep_to_their_slots_and_slots_do_not_overlap(found, shares):
    """No label lies on another's bar."""
    chart = charted(found, shares=shares, slot=20.0, gap=4.0)
    for bars in (chart.left, chart.right):
        for bar in bars:
            assert bar.slot.y - 0.01 <= bar.span.y
            assert bar.span.end <= bar.slot.end + 0.01
        for one, other in pairwise(bars):
            assert one.slot.end + 4.0 == pytest.approx(other.slot.y)


@given(votes(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_bands_lie_inside_their_bars_and_never_overlap(found, shares):
    """At both ends every band has its own piece of the bar."""
    chart = charted(found, shares=shares)
    for left, bars in ((True, chart.left), (False, chart.right)):
        for bar in bars:
            spans = [band.left if left else band.right for band in met(chart, bar, left=left)]
            for one, other in pairwise(spans):
                assert one.end <= other.y + 0.01
            if spans:
                assert bar.span.y - 0.01 <= spans[0].y
                assert spans[-1].end <= bar.span.end + 0.01


@given(votes())
@settings(max_examples=150, deadline=None)
def test_heights_add_up_where_everybody_voted_twice(found):
    """A bar is as high as its bands together: nobody is lost between them."""
    _, _, moves = found
    letters = list(found[0])
    first = {name: sum(people for move, people in moves.items() if move[0] == name) for name in letters}
    second = {name: sum(people for move, people in moves.items() if move[1] == name) for name in letters}
    chart = charted((first, second, moves))
    for left, bars in ((True, chart.left), (False, chart.right)):
        for bar in bars:
            heights = [(band.left if left else band.right).h for band in met(chart, bar, left=left)]
            assert sum(heights) == pytest.approx(bar.span.h)


@given(votes(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_band_is_seen_from_the_back(found, shares):
    """One voter in a thousand has four points at least, wherever that many bands have room."""
    chart = charted(found, shares=shares)
    assert {(band.before, band.after): band.count for band in chart.bands} == {m: n for m, n in found[2].items() if n}
    for band in chart.bands:
        assert min(band.left.h, band.right.h) >= LEAST


@given(votes())
@settings(max_examples=100, deadline=None)
def test_a_person_is_as_high_on_both_sides(found):
    """Where heights are people, a band is as high at its end as at its beginning, and more people are never lower."""
    chart = charted(found)
    for band in chart.bands:
        assert band.left.h == pytest.approx(band.right.h)
    for one, other in pairwise(sorted(chart.bands, key=lambda band: band.count)):
        assert one.left.h <= other.left.h + 0.01


def test_twelve_choices_and_every_move_between_them_still_fit():
    """A hundred and forty-four bands: thinner than usual, but inside the box."""
    moves = {(before, after): 1 for before in LETTERS for after in LETTERS}
    votes = dict.fromkeys(LETTERS, 12)
    chart = charted((votes, votes, moves), slot=44.0, gap=4.0)
    assert len(chart.bands) == 144
    assert chart.left[-1].slot.end <= HEIGHT + 0.01
    assert min(band.left.h for band in chart.bands) >= 2


def test_in_shares_both_votes_fill_the_same_height():
    """When half the hall votes the second time, its bars are shares of those who did."""
    first, second = {"A": 100, "B": 300}, {"A": 100, "B": 100}
    chart = charted((first, second, {}), shares=True)
    assert chart.left[-1].span.end == pytest.approx(HEIGHT)
    assert chart.right[-1].span.end == pytest.approx(HEIGHT)
    assert chart.left[0].span.h == pytest.approx(HEIGHT / 4)
    assert chart.right[0].span.h == pytest.approx(HEIGHT / 2)


def test_whoever_moved_lies_on_top():
    """Those who stayed are drawn first."""
    moves = {("A", "B"): 2, ("A", "A"): 3, ("B", "B"): 1}
    chart = charted(({"A": 5, "B": 1}, {"A": 3, "B": 3}, moves))
    assert [False, False, True] == [band.moved for band in chart.bands]


def test_nobody_is_nothing_high():
    """A choice that nobody made has its place and no bar."""
    bar = charted(({"A": 4, "B": 0}, {"A": 4, "B": 0}, {("A", "A"): 4}), slot=40.0).right[1]
    assert (0, 40.0, 0.0) == (bar.count, pytest.approx(bar.slot.h), bar.span.h)
