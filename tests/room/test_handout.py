"""The page to hand out in a real browser: printed on one sheet, read by axe, as narrow as a small phone."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from game.room.handout import page
from tests.room.lived import NAMES, analysed, lived
from tests.room.test_column import small

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason="needs chromium"),
    pytest.mark.xdist_group("chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real Chromium."""
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def sheets(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    assert pdf.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


LONG = " ".join(["and then she said that nobody had ever asked her for anything quite so large"] * 12)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_one_sheet(browser: Any, name: str, whole: bool, paper: str):
    """The cut and the whole scenario, on the paper of both continents, in a wide type as well as in a narrow one."""
    html = page(lived(name, 25, whole=whole), analysed(name) if not whole else None)
    view = browser.new_page()
    found_ = []
    for face in ("Liberation Serif", "DejaVu Serif"):
        view.set_content(html.replace("Georgia", face))
        found_.append(sheets(view.pdf(format=paper)))
    view.close()
    assert found_ == [1, 1]


def test_the_page_is_one_sheet_whatever_was_written(browser: Any):
    """The longest words are cut, not printed on a second sheet."""
    view = browser.new_page()
    view.set_content(page(small(title=LONG, text=LONG), None))
    pdf = view.pdf(format="Letter")
    view.close()
    assert 1 == sheets(pdf)


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_fault_and_nothing_is_wider_than_a_small_phone(browser: Any, name: str):
    """At 320 pixels, by the rules of WCAG 2 AA."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    view = browser.new_page(viewport={"width": 320, "height": 640})
    # the page forbids all script, also that of the one who examines it
    view.set_content(re.sub(r"<meta http-equiv[^>]*>", "", page(lived(name, 25), analysed(name))))
    wide = view.evaluate("document.documentElement.scrollWidth")
    result = axe.run(view)
    view.close()
    assert (0, 320) == (result.violations_count, wide), result.generate_report()
