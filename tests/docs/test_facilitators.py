"""The facilitators' handbook: its plans add up, its keys and options exist, its links lead somewhere, its words are the story's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.authoring import read
from game.cli import cli
from game.projector.screens.keys import LEFT, RIGHT

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "facilitators"
MINE = ("README.md", "workshop-20.md", "workshop-45.md", "workshop-90.md")
PLANS = {20: "bakery", 45: "bakery", 90: "rotary-prospect"}
"""Minutes → the story that the plan is written for."""
WHOLE = {20: 1, 45: 3, 90: 3}
"""Minutes → how many of the story's three questions the plan asks."""


def text(page: str) -> str:
    """Return a page."""
    return (PAGES / page).read_text("utf-8")


def rows(page: str) -> list[list[str]]:
    """Return the rows of a page's tables, without heads, as cells."""
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in text(page).splitlines() if line.startswith("|")]
    return [row for row in found if not set(row[0]) <= set("-")]


@pytest.mark.parametrize("minutes", PLANS)
def test_a_plan_runs_from_its_first_minute_to_its_last(minutes: int):
    """Nothing overlaps, and the sum is what the title says."""
    starts = [int(row[0]) for row in rows(f"workshop-{minutes}.md") if row[0].isdecimal()]
    assert starts == sorted(set(starts))
    assert (0, minutes) == (starts[0], starts[-1])


@pytest.mark.parametrize("minutes", PLANS)
def test_a_plan_asks_what_its_story_asks(minutes: int):
    """The question in the plan is the one that stands on the wall."""
    story = read(ROOT / "scenarios" / PLANS[minutes]).scenario
    assert story is not None
    assert story.discussion[-WHOLE[minutes] :] == tuple(q for q in story.discussion if q in text(f"workshop-{minutes}.md"))


@pytest.mark.parametrize("minutes", PLANS)
def test_a_plan_names_moments_that_are_in_the_cut(minutes: int):
    """Each time in italics is that of a scene which the room plays, in the story's order."""
    story = read(ROOT / "scenarios" / PLANS[minutes]).scenario
    assert story is not None
    assert story.cut is not None
    times = [re.sub(r"^\w+ ", "", story.scenes[name].time) for name in story.cut.moments]
    named = [found for row in rows(f"workshop-{minutes}.md") if row[0].isdecimal() and (found := re.search(r"\d{1,2}:\d{2}", row[1]))]
    places = [next(at for at, time in enumerate(times) if each[0] in time) for each in named]
    assert len(places) >= 2
    assert places == sorted(places)


def test_every_option_that_is_named_exists():
    """I type what I read."""
    told = "".join(CliRunner().invoke(cli, words).output for words in (["--help"], ["room", "--help"]))
    known = set(re.findall(r"--[\w-]+", told))
    others = {"--phone", "--format", "--language"}  # of the whole program, before the verb
    assert set() == {option for page in MINE for option in re.findall(r"--[\w-]+\w", text(page))} - known - others


def test_every_key_that_is_named_is_one_of_the_window():
    """And K shows the same."""
    shown = {key for _, keys in (*LEFT, *RIGHT) for caps, _ in keys for key in caps.split(" ")} | {"K", "Enter", "→"}
    table = text("README.md").partition("## The keys")[2].partition("##")[0]
    named = {key for line in table.splitlines()[4:] if line.startswith("|") for key in re.findall(r"(?<![\w’])(?:[A-Z](?!\w)|1–9|[←→+]|Space|Enter)", line.split("|")[1])}
    assert set() == named - shown
    assert {"Space", "H", "X", "O"} <= named


@pytest.mark.parametrize("page", MINE)
def test_every_link_leads_somewhere(page: str):
    """Also those to pictures."""
    links = re.findall(r"\]\(([^)#:]+)\)", text(page))
    assert [] == [link for link in links if not (PAGES / link).resolve().exists()]


def test_the_notes_can_be_printed_as_the_page_says(tmp_path: Path):
    """`coffee-first export bakery --format md -o notes.md` has the note of each scene, and the three questions."""
    notes = tmp_path / "notes.md"
    done = CliRunner().invoke(cli, ["export", "bakery", "--format", "md", "-o", str(notes)])
    assert 0 == done.exit_code, done.output
    story = read(ROOT / "scenarios" / "bakery").scenario
    assert story is not None
    written = notes.read_text("utf-8")
    assert written.count("For the facilitator:") == sum(bool(scene.facilitator) for scene in story.scenes.values())
    assert [] == [question for question in story.discussion if question not in written]
