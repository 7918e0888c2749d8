"""docs/trainers/format.md keeps its word: every example can be read, and every key is explained."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from game.authoring import build as building
from game.authoring import choices, people, read_text, run_tests, scenes, transcript
from game.story.vocabulary import PRINCIPLES

PAGE = (Path(__file__).parents[2] / "docs" / "trainers" / "format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml (\w+)(?: in ([\w-]+))?\n(.*?)^```$", PAGE, re.M | re.S)
WHOLE = next(text for kind, _, text in EXAMPLES if kind == "whole")
FRAGMENTS = "".join(textwrap.indent(text, "  ") for kind, _, text in EXAMPLES if kind == "scene")


def with_choices(text: str, scene: str, name: str) -> str:
    """Return a scene that offers the example's choices."""
    return f"  {scene}:\n    place: bakery\n    script: '{name}'\n    choices:\n{textwrap.indent(text, '      ')}{_leave(scene)}"


def _leave(scene: str) -> str:
    return f"      - {{id: leave-{scene}, do: Leave., advice: It was late., letter: I left, next: monday}}\n"


def everything() -> str:
    """Return the whole scenario with every example scene and choice of the page in it."""
    parts = [WHOLE, FRAGMENTS]
    for number, (kind, scene, text) in enumerate(EXAMPLES):
        if kind in ("choice", "choices"):
            parts.append(with_choices(text, scene or f"extra-{number}", "An example."))
    return "".join(part.rstrip() + "\n\n" for part in parts)


def with_top(text: str) -> str:
    """Return everything with some keys of its head replaced."""
    whole = everything()
    for key in re.findall(r"^(\w+):", text, re.M):
        whole = re.sub(rf"^{key}:.*\n(?:[ ].*\n)*", "", whole, count=1, flags=re.M)
    return whole.replace("\nscenes:", f"\n{text}\nscenes:", 1)


def test_the_whole_example_plays_and_nothing_is_said_about_it():
    """I copy the example, and it is sound."""
    found = read_text(WHOLE, file=Path("whole.yaml"))
    assert () == found.diagnostics
    assert found.scenario is not None


def test_every_scene_and_choice_of_the_page_can_be_read():
    """What the page shows may be written."""
    found = read_text(everything(), file=Path("everything.yaml"))
    assert () == found.errors
    assert {"CF301"} == {fault.code for fault in found.diagnostics}


@pytest.mark.parametrize("text", [text for kind, _, text in EXAMPLES if kind == "top"])
def test_every_head_of_the_page_can_be_read(text: str):
    """What the page shows may be written."""
    assert () == read_text(with_top(text), file=Path("top.yaml")).errors


def test_the_tests_of_the_page_pass():
    """The example of tests.yaml is true of the example."""
    scenario = read_text(WHOLE, file=Path("whole.yaml")).scenario
    assert scenario is not None
    (text,) = (text for kind, _, text in EXAMPLES if kind == "tests")
    outcomes = run_tests(scenario, text, bounds=lambda _: (16, 33))
    assert [()] * 2 == [outcome.differences for outcome in outcomes]


@pytest.mark.parametrize(
    "keys",
    [building.KEYS, people._YOU, people._PERSON, scenes.KEYS, choices.KEYS, choices._BRANCH, transcript._THEN, tuple(PRINCIPLES),
     ("it", "choose", "moments", "bridges", "at", "because", "of", "cost", "broken", "tone")],
)
def test_every_key_is_explained(keys: tuple[str, ...]):
    """No key exists that the page does not know."""
    assert [] == [key for key in keys if f"`{key}`" not in PAGE and f"{key}:" not in PAGE]
