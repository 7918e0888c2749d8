"""The page in a real browser: found, filtered, opened by click and by key, zoomed; nothing of an author runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game import resources
from game.authoring import read
from game.studio.map.chart import chart
from game.studio.map.drawing import drawn, looked_at
from tests.builders import random_scenario
from tests.studio.map.test_drawn import nasty

CHROMIUM = "/usr/bin/chromium"
FONTS = resources.assets() / "fonts"


def _missing() -> str:
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "playwright"
    return "" if Path(CHROMIUM).exists() else CHROMIUM


pytestmark = [
    pytest.mark.skipif(bool(_missing()) and not os.environ.get("COFFEE_FIRST_ALL_TESTS"), reason=f"needs {_missing()}"),
    pytest.mark.xdist_group("chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("maps")
    reading = read(resources.scenarios() / "bakery")
    assert reading.scenario is not None
    charts = {
        "bakery": looked_at(reading.scenario, reading.places), "nasty": nasty(), "large": chart(random_scenario(Random(3), scenes=400)),
    }
    for name, found in charts.items():
        (folder / f"{name}.html").write_text(drawn(found, "html", FONTS), "utf-8")
    return {name: folder / f"{name}.html" for name in charts}


@pytest.fixture
def opened(browser: Any, files: dict[str, Path]) -> Iterator[Any]:
    pages = []
    wrong: list[str] = []

    def open_(name: str) -> Any:
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
        page.goto(files[name].as_uri())
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.close()
    assert [] == wrong


def scale(page: Any) -> float:
    return float(page.evaluate("+/scale\\(([^)]*)/.exec(document.getElementById('world').getAttribute('transform'))[1]"))


def test_a_click_on_a_scene_shows_its_whole_text(opened: Any):
    page = opened("bakery")
    page.click(".slip[data-scene='1']")
    text = page.inner_text("#panel")
    for told in ("In line", "line 45", "Half an hour in the bread line", "Leslie for 40", "Not about you", "6 Monday"):
        assert told in text
    assert page.is_hidden("#scene-2")
    page.click("#panel article.open a[data-go='2']")
    assert "You have my vote" in page.inner_text("#panel")


def test_all_is_reached_by_keys_alone(opened: Any):
    """Tab comes to the map, arrows walk the ways, Enter reads, Escape comes back."""
    page = opened("bakery")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.slip') !== null"):
            break
    assert "1" == page.evaluate("document.activeElement.dataset.scene")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert "3" == page.evaluate("document.activeElement.dataset.scene")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert "2 You have my vote" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")
    assert "2" == page.evaluate("document.activeElement.dataset.scene")


def test_a_search_finds_scenes_by_id_text_and_person(opened: Any):
    page = opened("bakery")
    page.keyboard.press("/")
    page.keyboard.type("parking-lot")
    assert page.evaluate("document.querySelector('.slip[data-scene=\"4\"]').classList.contains('found')")
    page.fill("#find", "penguin")
    page.keyboard.press("Enter")
    assert page.inner_text("#status").endswith("found")
    assert "penguin" in page.inner_text("#panel article.open").lower()
    page.fill("#find", "no such word anywhere")
    assert "nothing found" == page.inner_text("#status")


def test_a_filter_shows_where_a_principle_is_broken(opened: Any):
    page = opened("bakery")
    page.select_option("#principle", "breaks:time-and-place")
    found = page.eval_on_selector_all(".slip.found", "slips => slips.map(slip => slip.dataset.scene)")
    broken = page.eval_on_selector_all("article:has(li[data-breaks='time-and-place'])", "all => all.map(each => each.dataset.scene)")
    assert sorted(broken) == sorted(found)
    assert f"{len(found)} found" == page.inner_text("#status")


def test_it_zooms_by_wheel_buttons_and_keys_and_is_panned(opened: Any):
    page = opened("bakery")
    begun = scale(page)
    page.keyboard.press("+")
    assert scale(page) > begun
    page.click("#out")
    assert begun == pytest.approx(scale(page))
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -300)
    page.wait_for_function(f"+/scale\\(([^)]*)/.exec(document.getElementById('world').getAttribute('transform'))[1] > {begun * 1.05}")
    before = page.get_attribute("#world", "transform")
    page.mouse.down()
    page.mouse.move(500, 300, steps=4)
    page.mouse.up()
    assert before != page.get_attribute("#world", "transform")
    assert page.is_hidden("#panel")
    page.keyboard.press("0")
    assert begun == pytest.approx(scale(page))


def test_what_comes_later_is_shown_when_it_is_asked_for(opened: Any):
    page = opened("bakery")
    assert 0 == page.locator(".thread:visible").count()
    page.keyboard.press("l")
    assert page.locator(".thread").count() == page.locator(".thread:visible").count()


def test_the_outline_is_in_the_page_for_a_screen_reader(opened: Any):
    page = opened("bakery")
    page.click("#outline")
    assert 33 == page.locator("#panel article:visible").count()
    assert "Outline" == page.evaluate("document.activeElement.textContent")


def test_nothing_that_an_author_wrote_runs(opened: Any):
    page = opened("nasty")
    assert "alert(1)" in page.text_content("h1")


def test_400_scenes_begin_as_chapters_and_each_opens(opened: Any):
    page = opened("large")
    chapters = page.locator(".strip:visible").count()
    assert chapters > 20
    page.locator(".strip:visible").first.click()
    assert chapters - 1 == page.locator(".strip:visible").count()
    page.fill("#find", "s390")
    page.keyboard.press("Enter")
    assert page.locator(".slip.open:visible").count() == 1
    page.click("#chapters")
    assert page.locator(".strip:visible").count() == 0
    page.click("#chapters")
    assert page.locator(".slip:visible").count() == 0


def test_every_word_on_a_slip_lies_inside_it(opened: Any):
    """In the browser's own measure, not only in ours."""
    page = opened("bakery")
    outside = page.evaluate("""() => [...document.querySelectorAll('.slip')].flatMap(slip => {
        const paper = slip.querySelector('.card, .ground').getBBox();
        return [...slip.querySelectorAll('text.name')].filter(text => {
            const box = text.getBBox();
            return box.x < paper.x || box.x + box.width > paper.x + paper.width || box.y < paper.y - 2 || box.y + box.height > paper.y + paper.height + 2;
        }).map(text => text.textContent);
    })""")
    assert [] == outside
