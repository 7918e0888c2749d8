"""Where things stand on the map: nothing lies on anything else, and no way is lost."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from random import Random

from hypothesis import given, settings

from game.story.model import Scenario
from game.studio.map.chart import Kind, chart
from game.studio.map.layout import BAR, COLUMNS, bands_of, layout
from game.studio.map.sheet import Band, Box, Layout, Stroke
from tests.builders import random_scenario, scenarios

HALF = 0.5


def width(text: str) -> float:
    """Return a width as of a typewriter."""
    return 0.6 * len(text)


def placed(story: Scenario) -> Layout:
    return layout(chart(story), width)


def areas(band: Band) -> list[Box]:
    return [slip.whole for slip in band.slips]


def sampled(stroke: Stroke) -> Iterator[tuple[float, float]]:
    if stroke.smooth:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = stroke.points
        for step in range(21):
            t, u = step / 20, 1 - step / 20
            yield (
                u**3 * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t**3 * dx,
                u**3 * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t**3 * dy,
            )
        return
    for (ax, ay), (bx, by) in pairwise(stroke.points):
        yield from ((ax + (bx - ax) * step / 20, ay + (by - ay) * step / 20) for step in range(21))


def all_is_apart(found: Layout) -> None:
    for band in found.bands:
        assert [] == [(one, other) for one, other in combinations(areas(band), 2) if one.meets(other)]
        assert [] == [box for box in areas(band) if box.y < 0 or box.bottom > band.height]


@given(scenarios())
@settings(max_examples=60)
def test_no_slip_lies_on_another(story: Scenario):
    """Of any scenario, every name can be read."""
    all_is_apart(placed(story))


@given(scenarios())
@settings(max_examples=40)
def test_no_way_runs_through_a_slip(story: Scenario):
    """A line ends at a slip's edge: what is written on it stays clear."""
    for band in placed(story).bands:
        for slip in band.slips:
            inner = Box(slip.box.x + HALF, slip.box.y + HALF, slip.box.w - 2 * HALF, slip.box.h - 2 * HALF)
            for stroke in band.strokes:
                inside = [(x, y) for x, y in sampled(stroke) if inner.x < x < inner.right and inner.y < y < inner.bottom]
                assert [] == inside, (slip.stop.scene, stroke)


@given(scenarios())
@settings(max_examples=60)
def test_every_way_is_drawn_or_named(story: Scenario):
    """A way is a line, or a tag at the scene that says where it is continued: none is left out."""
    found = chart(story)
    map_ = layout(found, width)
    drawn = {link for band in map_.bands for stroke in (*band.strokes, *band.turn) for link in stroke.links}
    tagged = {scene for scene, slip in map_.slips.items() if any(tag.text.startswith("→") for tag in slip.tags)}
    assert [] == [arrow for arrow in found.arrows if (arrow.source, arrow.target) not in drawn and arrow.source not in tagged]


def test_a_story_of_400_scenes_has_them_all_in_bands_that_fit_a_screen():
    story = random_scenario(Random(3), scenes=400)
    found = placed(story)
    all_is_apart(found)
    assert set(story.scenes) == set(found.slips)
    assert [] == [band for band in found.bands if len({slip.box.x for slip in band.slips if slip.stop.kind is not Kind.ENDING}) > COLUMNS]


def test_the_same_scenario_is_always_drawn_alike():
    story = random_scenario(Random(8))
    assert placed(story) == placed(story)


def test_a_band_ends_where_a_day_does():
    """Six columns of Saturday and one of Monday: Monday begins the next line."""
    assert [0] * 6 + [1] * 4 == bands_of(9, ["Saturday"] * 6 + ["Monday"] * 3)


def test_the_endings_stand_in_the_last_band_even_if_it_is_theirs_alone():
    assert [0] * 7 + [1] == bands_of(7, [""] * 7)


def test_the_bar_is_no_scene():
    """Ids are words with hyphens, so that none is taken for the bar."""
    assert not BAR.replace("-", "").isalnum()
