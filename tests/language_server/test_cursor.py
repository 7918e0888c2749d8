"""Where a place lies is known from the text alone, whole or broken."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.language_server import slots
from game.language_server.cursor import cursor
from game.language_server.positions import column_of, units_of

TEXT = """people:
  leslie: {name: Leslie, role: "a, b", cap@1ital: 8}
  bo:
    name: Bo
    r@2ole: x
scenes:
  the-bench:
    place: sch@3ool
    script: |
      The gym. leslie: x

      leslie (wa@4rm): Dana?
        deeper@5
    choices:
    - id: a@6
      say: "What: @7"
      capital: {les@8lie: +5, mar: @9}
      later:
        - {at: mon@10day, capital: {leslie: @11}}
        - at: x@12
          cap@13
      next:
        - {when: leslie >= 1 and chose.p@14, to: @15}
        - @16
      honours: @27
      granted:
        next: x@28
      promise: {id: b, to: @29}
      @17
    @18
  @19
cut: {minutes: 5,
  moments: [the-@20bench],
  bridges: {mon@21: {next: x@22}}}
expect:
  - best@23
start: # he@24
title: "a # b@25"
@26
"""
MARK = re.compile(r"@(\d+)")
LINES = [MARK.sub("", line) for line in TEXT.split("\n")]
PLACES = {
    int(mark[1]): (number, len(MARK.sub("", line[: mark.start()])))
    for number, line in enumerate(TEXT.split("\n"))
    for mark in MARK.finditer(line)
}
CHOICE = "scenes/the-bench/choices/[]"


@pytest.mark.parametrize(
    ("place", "path", "kind", "slot"),
    [
        (1, "people/leslie", "key", slots.KEY),
        (2, "people/bo", "key", slots.KEY),
        (3, "scenes/the-bench/place", "value", slots.PLACE),
        (4, "scenes/the-bench/script", "script", slots.FACE),
        (5, "scenes/the-bench/script", "script", slots.SPEAKER),
        (6, f"{CHOICE}/id", "value", ""),
        (7, f"{CHOICE}/say", "value", ""),
        (8, f"{CHOICE}/capital", "key", slots.ACCOUNT),
        (9, f"{CHOICE}/capital/mar", "value", ""),
        (10, f"{CHOICE}/later/[]/at", "value", slots.SCENE),
        (11, f"{CHOICE}/later/[]/capital/leslie", "value", ""),
        (12, f"{CHOICE}/later/[]/at", "value", slots.SCENE),
        (13, f"{CHOICE}/later/[]", "key", slots.KEY),
        (14, f"{CHOICE}/next/[]/when", "value", slots.CONDITION),
        (15, f"{CHOICE}/next/[]/to", "value", slots.SCENE),
        (16, f"{CHOICE}/next/[]", "key", slots.SCENE),
        (17, CHOICE, "key", slots.KEY),
        (18, "scenes/the-bench", "key", slots.KEY),
        (19, "scenes", "key", ""),
        (20, "cut/moments/[]", "value", slots.SCENE),
        (21, "cut/bridges", "key", slots.SCENE),
        (22, "cut/bridges/mon/next", "value", slots.SCENE),
        (23, "expect/[]", "key", slots.CONTRACT),
        (24, "", "comment", ""),
        (25, "title", "value", ""),
        (26, "", "key", slots.KEY),
        (27, f"{CHOICE}/honours", "value", slots.PRINCIPLE),
        (28, f"{CHOICE}/granted/next", "value", slots.SCENE),
        (29, f"{CHOICE}/promise/to", "value", slots.PERSON),
    ],
)  # fmt: skip
def test_a_place_is_known_by_the_keys_that_lead_there(place: int, path: str, kind: str, slot: str):
    """In blocks, braces, lists and scripts, and where nothing is written yet."""
    here = cursor(LINES, *PLACES[place])
    assert (path, kind, slot) == ("/".join(here.path), here.kind, slots.slot(here))


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (4, None), (6, ("choice", "a")), (8, ("person", "leslie")), (10, ("scene", "monday")), (14, ("choice", "p")),
        (20, ("scene", "the-bench")), (21, ("scene", "mon")), (5, None),
    ],
)
def test_what_a_word_names_is_known_without_reading_the_file(place: int, found: tuple[str, str] | None):
    """Go to a scene works while the file is broken."""
    assert found == slots.named(cursor(LINES, *PLACES[place]), ["leslie", "bo"])


def test_the_word_at_a_place_is_whole_with_its_hyphens():
    """What is completed replaces the id, and not its last part."""
    here = cursor(["    next: the-small-talk"], 0, 17)
    assert ("the-small-talk", 10, 24, "the-sma") == (here.word, here.start, here.end, here.typed)


@given(st.text(alphabet="ab-:{}[]\"'#|>&, \n\t\\(é🙂.", max_size=120), st.integers(-2, 12), st.integers(-2, 40), st.booleans())
@settings(max_examples=400, deadline=None)
def test_no_text_is_too_broken(text: str, line: int, column: int, tests: bool):
    """Whatever stands there, there is an answer."""
    here = cursor(text.split("\n"), line, column)
    assert here.start <= here.column <= here.end
    slots.slot(here, tests=tests)
    slots.named(here, ["a"], tests=tests)
    slots.keys_at(here.path, tests=tests)


@given(st.text(max_size=30), st.integers(0, 40), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_columns_there_and_back(text: str, column: int, encoding: str):
    """A column in characters and the editor's own mean the same place."""
    column = min(column, len(text))
    assert column == column_of(text, units_of(text, column, encoding), encoding)


def test_an_emoji_is_two_of_utf_16_and_a_place_within_it_is_its_beginning():
    """As the protocol says."""
    assert [3, 2, 5] == [units_of("a🙂b", 2, encoding) for encoding in ("utf-16", "utf-32", "utf-8")]
    assert [1, 1, 2, 3, 3] == [column_of("a🙂b", units) for units in (1, 2, 3, 4, 9)]
