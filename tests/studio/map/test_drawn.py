"""The map as SVG, HTML, Mermaid, DOT and outline: whole, valid, and never more than text."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from game import resources
from game.authoring import read
from game.studio.map.chart import Chart, chart
from game.studio.map.drawing import drawn, looked_at
from tests.builders import choice, ending, later, random_scenario, scenario, scene, script

FONTS = resources.assets() / "fonts"
NASTY = "</script><script>alert(1)</script> \"quotes\" & <b> `x` #1; \u202egnp.exe\u202c \x07\x1b[31m ]]> \\N %% |end|"
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")
FORMATS = ("svg", "html", "mermaid", "dot", "outline")


def nasty() -> Chart:
    story = scenario(
        scene("line", choice("greet", "coffee", text=NASTY, advice=NASTY, later=[later("end", {"leslie": 2}, NASTY)]), choice("go"), script=script(NASTY), time=NASTY),
        scene("coffee", to="end", place="a<b"),
        ending("end"),
    )
    end = story.scenes["end"]
    assert end.ending is not None
    scenes = {**story.scenes, "end": replace(end, ending=replace(end.ending, title=NASTY))}
    return looked_at(replace(story, title=NASTY, scenes=scenes))


@pytest.fixture(scope="module")
def bakery() -> Chart:
    reading = read(resources.scenarios() / "bakery")
    assert reading.scenario is not None
    return looked_at(reading.scenario, reading.places)


@pytest.mark.parametrize("kind", FORMATS)
def test_an_author_s_text_brings_no_hidden_signs_along(kind: str):
    """Turned text and control signs are written as their codes, wherever the map is read."""
    assert [] == HIDDEN.findall(drawn(nasty(), kind, FONTS))


def test_the_svg_is_valid_xml_whatever_is_written():
    root = ElementTree.fromstring(drawn(nasty(), "svg", FONTS))
    assert [] == [element.tag for element in root.iter() if element.tag.endswith(("script", "foreignObject", "}b"))]


def test_the_svg_says_what_it_shows(bakery: Chart):
    """A screen reader hears the title, the paths, and each scene."""
    root = ElementTree.fromstring(drawn(bakery, "svg", FONTS))
    names = {"svg": "http://www.w3.org/2000/svg"}
    assert "Map of The bakery" == root.findtext("svg:title", namespaces=names)
    assert "The best path, 207 points: In line," in (root.findtext("svg:desc", namespaces=names) or "")
    titles = [title.text or "" for title in root.iterfind(".//svg:g[@class]/svg:title", names)]
    assert len(bakery.stops) == len(titles)
    assert "1. In line; Saturday, 9:40; 4 choices" in titles[0]


def test_the_svg_and_the_page_need_nothing_from_elsewhere(bakery: Chart):
    for kind in ("svg", "html"):
        text = drawn(bakery, kind, FONTS)
        links = set(re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?([a-z]+:)", text))
        assert {"data:"} == links


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.told = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.told += data


def test_an_author_s_text_never_becomes_markup():
    page = _Page()
    page.feed(drawn(nasty(), "html", FONTS))
    assert 1 == page.tags.count("script")
    assert "alert(1)" in page.told
    plain = _Page()
    plain.feed(drawn(chart(random_scenario(Random(1))), "html", FONTS))
    assert set(page.tags) <= set(plain.tags) | {"polygon"}


def test_the_page_runs_only_its_own_script(bakery: Chart):
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', drawn(bakery, "html", FONTS))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_mermaid_says_nothing_that_is_not_in_quotes():
    """Each line is a scene, an arrow or a setting; all text stands in quotes, its own quotes as codes."""
    lines = drawn(nasty(), "mermaid", FONTS).splitlines()
    assert ["---", "---", "flowchart LR"] == [lines[0], lines[2], lines[3]]
    known = re.compile(
        r'  s\d+(\["[^"]*"\]|\("[^"]*"\)|\(\["[^"]*"\]\))$|  s\d+ (-->|-\.->|== "[^"]*" ==>|-\. "[^"]*" \.->)(\|"[^"]*"\|)? s\d+$'
        r"|  linkStyle [\d,]+ stroke:#[0-9A-F]{6},stroke-width:3px$|  class(Def)? [\w,]+ .*$"
    )
    assert [] == [line for line in lines[4:] if not known.match(line)]


def test_mermaid_draws_what_comes_later_as_a_dotted_arrow(bakery: Chart):
    one, other = bakery.stops["in-line"].number, bakery.stops["monday"].number
    assert f'  s{one} -. "later: pounce, study-the-cakes" .-> s{other}' in drawn(bakery, "mermaid", FONTS).splitlines()


def test_dot_quotes_all_text(bakery: Chart):
    """Outside of quotes there are only the words of the language."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', drawn(nasty(), "dot", FONTS))
    assert not re.search(r"[<`&|#]", bare)
    if shutil.which("dot"):
        made = subprocess.run(["dot", "-Tsvg"], input=drawn(bakery, "dot", FONTS), capture_output=True, text=True, check=False, timeout=60)
        assert (0, "") == (made.returncode, made.stderr)


def test_the_outline_tells_every_scene_choice_and_ending_in_reading_order(bakery: Chart):
    text = drawn(bakery, "outline", FONTS)
    heads = re.findall(r"^(\d+)\. ", text, re.MULTILINE)
    assert [str(number) for number in range(1, len(bakery.stops) + 1)] == heads
    choices = sum(len(each.choices) for each in bakery.scenario.scenes.values())
    assert choices == len(re.findall(r"^   [a-z]\) ", text, re.MULTILINE))
    flat = " ".join(text.split())
    assert "Asks: Leslie for 40. Granted: in no play." in flat
    assert "In scene 6 Monday." in flat
    assert "Best path 207 points, worst path −11 points." in flat
    assert [] == [line for line in text.splitlines() if len(line) > 90]


def test_without_the_analysis_there_is_no_best_path(bakery: Chart):
    text = drawn(looked_at(bakery.scenario, plain=True), "outline", FONTS)
    assert "best" not in text.split("1. In line")[0].lower()


def test_a_story_whose_plays_all_stick_is_drawn_all_the_same():
    """The map helps most where something is wrong."""
    from tests.builders import at_least

    story = scenario(scene("line", choice("rich", when=at_least("leslie", 99))))
    assert looked_at(story).analysis is None
    assert "Line" in drawn(looked_at(story), "outline", FONTS)


def test_a_map_without_the_fonts_is_drawn_in_others(bakery: Chart, tmp_path: Path):
    ElementTree.fromstring(drawn(bakery, "svg", tmp_path))
