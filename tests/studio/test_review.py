"""A review says what is, in three forms that agree: text, data and a page."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import read_text
from game.authoring.diagnostic import Reading
from game.story.errors import NoEndingReached
from game.story.playthrough import Playthrough, replay
from game.studio.report.charts import LANE, distribution, flags
from game.studio.report.page import html
from game.studio.report.plain import plain
from game.studio.report.words import words
from game.studio.review import reviewed
from tests.builders import (
    BruteForce,
    TooManyPlays,
    at_least,
    choice,
    ending,
    random_scenario,
    scenario,
    scene,
    script,
    total_of,
)
from tests.studio.telling import with_lines
from tests.studio.test_lines import told_in_some_play

FONTS = Path("assets/fonts")
NOWHERE = Reading(None, (), Path("story.yaml"), "")


def random_story(seed: int):
    return with_lines(random_scenario(Random(seed), scenes=2 + seed % 5, options=2 + seed % 3), Random(seed))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_what_the_data_say_is_so(seed: int):
    """Against every play there is: figures, witnesses, and what nothing reaches, through JSON and back."""
    story = random_story(seed)
    try:
        brute = BruteForce(story, at_most=300)
    except TooManyPlays:
        return
    if not brute.plays:
        with pytest.raises(NoEndingReached):
            reviewed(story)
        return
    found = json.loads(json.dumps(plain(reviewed(story))))
    totals = [total for total, _, _ in brute.plays.values()]
    assert (True, min(totals), max(totals)) == (found["exact"], found["worst"]["total"], found["best"]["total"])
    for extreme in (found["worst"], found["best"]):
        assert extreme["total"] == total_of(replay(Playthrough(story, choices=tuple(extreme["choices"]))))
    for name, how in found["endings"].items():
        assert how["witness"] is None or name == replay(Playthrough(story, choices=tuple(how["witness"]))).scene
    assert [name for name in story.scenes if name not in brute.scenes] == found["unreachable"]["scenes"]
    there = {each.id for name in brute.scenes for each in story.scenes[name].choices}
    assert there - brute.choices == set(found["unreachable"]["choices"])
    told = told_in_some_play(story)
    assert told.isdisjoint(line["begins"] for line in found["unreachable"]["lines"])
    assert set(found["strategies"]) >= {"longest", "shortest", "first", "last", "warmest", "flatterer", "pouncer", "never-asks"}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([50_000, 50_000, 50_000, 40]))
def test_text_and_page_stand_for_any_scenario(seed: int, budget: int):
    """The text keeps to eighty columns, and the page to its own markup, whatever the scenario."""
    story = random_story(seed)
    try:
        review = reviewed(story, budget=budget)
    except NoEndingReached:
        return
    assert [] == [line for line in words(review, NOWHERE).splitlines() if len(line) > 80]
    assert [] == unbalanced(html(review, NOWHERE, FONTS))
    ET.fromstring(distribution(review))


VOID = {"meta", "br", "rect", "path"}


def unbalanced(page: str) -> list[str]:
    """Return each tag of a page that is closed in the wrong place, or never."""
    wrong: list[str] = []
    opened: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag not in VOID:
                opened.append(tag)

        def handle_startendtag(self, tag, attrs):
            pass

        def handle_endtag(self, tag):
            if not opened or opened.pop() != tag:
                wrong.append(tag)

    Tags().feed(page)
    return wrong + opened


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_no_name_in_the_chart_stands_over_another(seed: int):
    """Ten careless players may score alike; each name has its place, and no pole goes through one."""
    try:
        review = reviewed(random_scenario(Random(seed), scenes=4))
    except NoEndingReached:
        return
    names = flags(review)
    wide = {flag.name: 9.4 * (len(flag.name) + len(str(flag.score)) + 3) for flag in names}
    for one in names:
        for other in names:
            if one is not other and one.lane == other.lane:
                assert one.x + wide[one.name] <= other.x or other.x + wide[other.name] <= one.x
            if other.lane > one.lane:
                assert not one.x < other.x < one.x + wide[one.name]
    assert LANE > 20


def test_what_an_author_writes_is_text_on_the_page():
    """Neither markup nor a hidden change of direction gets out of a scenario."""
    evil = '<script>alert(1)</script>\u202e"&'
    story = replace(
        scenario(scene("line", choice("wave", text=evil), choice("go", text=evil), script=script(evil, at_least("leslie", 99)))),
        title=evil, allow={"never-granted@wave": evil},
    )
    review = reviewed(story)
    page = html(review, NOWHERE, FONTS)
    assert ("<script" in page, "\u202e" in page, "&lt;script&gt;" in page) == (False, False, True)
    assert "\u202e" not in words(review, NOWHERE)


def test_the_page_needs_nothing_from_elsewhere():
    """It is handed on by mail, and opened in a train."""
    page = html(reviewed(scenario(scene("line", choice("wave", capital={"leslie": 2}), choice("go")))), NOWHERE, FONTS)
    assert [] == [word for word in ("<link", "<script", "src=", "@import", "url(http") if word in page]
    assert "default-src 'none'" in page


def test_a_line_that_nobody_is_told_is_named_with_its_place():
    """The author goes straight to the line."""
    text = STORY.replace("SCRIPT", """
      - {when: leslie >= 99, text: Rich at last.}
      - {text: Good morning.}""")
    reading = read_text(text, file=Path("story.yaml"))
    assert reading.scenario is not None, reading.diagnostics
    review = reviewed(reading.scenario)
    line = 1 + text.split("\n").index("      - {when: leslie >= 99, text: Rich at last.}")
    assert ["Rich at last."] == [each.opening for each in review.unreachable.lines]
    assert f"story.yaml:{line}  in end: “Rich at last.”" in words(review, reading)


def test_beyond_the_budget_nothing_is_called_unreachable():
    """Where there is no proof, the report says what was not seen, and does not say more."""
    story = random_story(4)
    exact, rough = reviewed(story), reviewed(story, budget=1)
    assert (True, False) == (exact.analysis.exact, rough.analysis.exact)
    assert not rough.unreachable
    assert "Rough: there are more than" in words(rough, NOWHERE)
    found = plain(rough)
    assert found["lowest"] <= found["worst"]["total"] <= found["best"]["total"] <= found["highest"]


def test_whoever_stops_gets_what_is_known_and_is_told_so():
    """Ctrl-C after the first breath."""
    review = reviewed(random_story(4), budget=1, stop=lambda: True)
    assert review.stopped
    told = words(review, NOWHERE)
    assert "You stopped the work, so this is a rough answer" in told
    assert "Nothing: each scene" not in told


def test_a_play_that_can_stick_is_the_headline():
    """It comes before smells and figures, with the way there."""
    trap = scene("trap", choice("wait", when=at_least("leslie", 100)))
    review = reviewed(scenario(scene("line", choice("in", "trap"), choice("out")), trap))
    told = words(review, NOWHERE)
    assert told.splitlines()[1] == "A play can stick."
    assert "FAULT: in trap" in told
    assert not review.sound


def test_a_scenario_in_which_all_plays_end_alike_has_a_report_too():
    """No score, no division by nothing."""
    review = reviewed(scenario(scene("line", to="end"), ending()))
    assert "All plays end alike" in words(review, NOWHERE)
    assert "All plays end alike" in html(review, NOWHERE, FONTS)
    assert {"0": 1.0} == plain(review)["distribution"]


STORY = """\
coffee_first: 1
title: The bench
summary: You meet somebody. It is short.
minutes: 1
you: {name: Dana Whitfield, role: a candidate, wants: to be heard}
people:
  leslie: {name: Leslie Brandt, role: a neighbour, capital: 8}
start: line
scenes:
  line:
    place: bakery
    script: |
      leslie (warm): Hello.
    choices:
      - {id: wave, say: Good to see you., capital: {leslie: +4}, honours: time-and-place, advice: You waved., letter: I waved, next: end}
      - {id: pounce, say: Lend me money., capital: {leslie: -4}, breaks: time-and-place, advice: You asked., instead: Hello., letter: I asked, next: end}
  end:
    place: bakery
    script: SCRIPT
    ending: {title: The end, letter: that was it, tone: mixed}
"""
