"""Pages are compared mark by mark, spread over sheets, and answered by their targets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.stage.page import Box, Fill, Galley, Page, Target, changed, merged, paged, stacked

INK, PAPER = (0, 0, 0), (255, 255, 255)

boxes = st.builds(
    Box, st.integers(0, 1800), st.integers(0, 1000), st.integers(1, 400), st.integers(1, 300)
)


def fill(box: Box) -> Fill:
    return Fill(box, INK)


def test_an_equal_page_paints_nothing():
    """A still screen costs nothing: setting the same page again leaves no box to paint."""
    page = Page(1920, 1080, (fill(Box(0, 0, 10, 10)), fill(Box(50, 50, 10, 10))))
    assert changed(page, Page(1920, 1080, page.marks)) == []


def test_only_the_mark_that_moved_is_painted_again():
    """A cursor that moves one row down dirties the two rows, not the picture beside them."""
    still = Fill(Box(0, 0, 800, 1080), PAPER)
    before = Page(1920, 1080, (still, fill(Box(900, 500, 900, 80))))
    after = Page(1920, 1080, (still, fill(Box(900, 580, 900, 80))))
    assert changed(before, after) == [Box(900, 500, 900, 80), Box(900, 580, 900, 80)]


def test_another_size_paints_all():
    """A resized window starts from an empty sheet."""
    assert changed(Page(1920, 1080, ()), Page(1920, 1200, ())) is None


@given(st.lists(boxes, max_size=12))
def test_merged_boxes_cover_all_and_do_not_overlap(many: list[Box]):
    """No pixel is painted twice, and none that changed is left."""
    result = merged(many)
    assert all(
        any(b.x <= box.x and b.y <= box.y and b.right >= box.right and b.bottom >= box.bottom for b in result)
        for box in many
    )
    assert not any(a.meets(b) for i, a in enumerate(result) for b in result[i + 1 :])


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 40), st.booleans()), min_size=1, max_size=30))
def test_paging_keeps_every_galley_in_order(sizes: list[tuple[int, int, bool]]):
    """Turning pages loses no line, repeats none, and keeps their order."""
    galleys = [Galley((), height, before=before, tied=tied) for height, before, tied in sizes]
    pages = paged(galleys, 700)
    assert [galley for page in pages for galley in page] == galleys
    assert all(page for page in pages)


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 40), st.booleans()), min_size=1, max_size=30))
def test_no_page_is_overfull_when_each_galley_fits(sizes: list[tuple[int, int, bool]]):
    """Nothing hangs over the foot of a sheet, however much is tied together."""
    for page in paged([Galley((), height, before=before, tied=tied) for height, before, tied in sizes], 700):
        assert sum(galley.height for galley in page) + sum(galley.before for galley in page[1:]) <= 700


def test_tied_galleys_turn_the_page_together():
    """A heading never stands alone at the foot of a page."""
    text = [Galley((), 600), Galley((), 80, tied=True), Galley((), 100)]
    assert [[600], [80, 100]] == [[galley.height for galley in page] for page in paged(text, 700)]


def test_a_stack_is_as_high_as_its_parts():
    """Galleys stacked keep the space between them, and none above the first."""
    assert 10 + 5 + 20 == stacked([Galley((), 10, before=99), Galley((), 20, before=5)]).height


def test_the_topmost_target_answers():
    """Where two targets overlap, a click goes to the one set last."""
    page = Page(100, 100, (), (Target(Box(0, 0, 50, 50), "under"), Target(Box(10, 10, 20, 20), "over")))
    assert ("over", "under", None) == (page.key_at(15, 15), page.key_at(40, 40), page.key_at(80, 80))
