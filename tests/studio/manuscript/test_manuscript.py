"""A scenario as a manuscript and as a table."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from game import resources
from game.authoring import read, read_text
from game.authoring.expression import condition
from game.story.condition import ALWAYS
from game.story.model import Scenario
from game.studio.manuscript.blocks import Block, Kind, manuscript, words_of
from game.studio.manuscript.markdown import markdown, plain
from game.studio.manuscript.table import HEAD, table
from game.studio.manuscript.word import document

SHIPPED = sorted(folder.name for folder in resources.scenarios().iterdir() if folder.is_dir())


def shipped(name: str) -> Scenario:
    scenario = read(resources.scenarios() / name).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("name", SHIPPED)
def test_every_line_of_a_scenario_stands_in_its_manuscript(name: str):
    """A reviewer misses nothing: each line, each choice, each note."""
    scenario = shipped(name)
    written = [block.text for block in manuscript(scenario)]
    for scene in scenario.scenes.values():
        for part in scene.script:
            for paragraph in part.paragraphs:
                assert paragraph.text in written
        for choice in scene.choices:
            assert (f"“{choice.text}”" if choice.spoken else choice.text) in written
            assert choice.advice in written


@pytest.mark.parametrize("name", SHIPPED)
def test_a_condition_is_written_as_an_author_would_write_it(name: str):
    """Read again, its words mean the same."""
    scenario = shipped(name)
    accounts = {person.id for person in scenario.accounts}
    voices = set(scenario.people) - accounts
    conditions = [part.when for scene in scenario.scenes.values() for part in scene.script]
    conditions += [choice.when for scene in scenario.scenes.values() for choice in scene.choices]
    conditions += [way.when for scene in scenario.scenes.values() for way in scene.next]
    tried = 0
    for found in conditions:
        if found != ALWAYS:
            assert found == condition(words_of(found), accounts, voices)[0]
            tried += 1
    assert tried > 3


@pytest.mark.parametrize(
    "written",
    ["leslie < 10", "leslie >= 10", "leslie + marcus >= 40", "leslie - marcus >= -5", "not (a or b) and chose.x", "not a", "a and (b or leslie < 3)"],
)
def test_conditions_of_every_form_come_back(written: str):
    """Comparisons, sums, contraries and groups."""
    found = condition(written, {"leslie", "marcus"}, set())[0]
    assert found == condition(words_of(found), {"leslie", "marcus"}, set())[0]


def test_a_document_opens_with_headings_to_navigate_by():
    """Title, people and scenes are headings, and the choices below them."""
    scenario = shipped("bakery")
    opened = Document(BytesIO(document(manuscript(scenario), title=scenario.title)))
    headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 1"]
    scenes = [f"{n}. {scene}" for n, scene in enumerate(scenario.scenes, 1)]
    assert ["People", *scenes, "For the room, afterwards"] == headings
    assert sum(len(scene.choices) for scene in scenario.scenes.values()) == sum(p.style.name == "Heading 2" for p in opened.paragraphs)
    assert "The bakery" == opened.core_properties.title


def test_no_text_becomes_markup():
    """Stars, brackets and number signs of an author are seen as they are."""
    assert "\\*Never\\* \\<b\\>" == plain("*Never* <b>")
    assert "\\# one" == plain("# one")
    assert "1\\. one" == plain("1. one")
    assert "**Ann** (warm): \\[x\\](y)\n" == markdown([Block(Kind.SAID, "[x](y)", "Ann", "warm")])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_table_has_a_row_for_each_line_and_no_id_twice(name: str):
    """Ids can be relied on: no two rows share one."""
    found = rows(table(shipped(name)))
    assert len(found) == len({row["id"] for row in found})
    assert set(HEAD) == set(found[0])
    assert all(int(row["words"]) == len(row["text"].split()) for row in found)


FORMULA = """
coffee_first: 1
title: "=HYPERLINK(1)"
summary: "@SUM(1)"
minutes: 1
you: {name: A, role: b, wants: c}
people: {ann: {name: Ann, role: x, capital: 1}}
start: a
scenes:
  a: {place: bakery, script: "-1+1", ending: {title: T, letter: "+1", tone: warm}}
"""


def test_no_cell_is_a_formula():
    """What begins like one is a text to the spreadsheet."""
    scenario = read_text(FORMULA, file=Path("a.yaml")).scenario
    assert scenario is not None
    texts = [row["text"] for row in rows(table(scenario))]
    assert ["'=HYPERLINK(1)", "'=HYPERLINK(1)", "'@SUM(1)", "'-1+1", "T", "'+1"] == texts


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_written_down(text: str):
    """Whatever somebody writes, the manuscript and the document can be made."""
    blocks = [Block(Kind.TITLE, text), Block(Kind.SAID, text, text, text), Block(Kind.TOLD, text)]
    assert isinstance(markdown(blocks), str)
    assert document(blocks, title="t").startswith(b"PK")
