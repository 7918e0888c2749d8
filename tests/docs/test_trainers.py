"""The trainers' handbook, followed to the letter."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from game import resources
from game.authoring import art_in, read, read_text
from game.story import Playthrough, replay
from game.story.ledger import Kind
from tests.docs.steps import PAGES, Command, Edit, blocks, steps

ROOT = Path(__file__).resolve().parents[2]


def run(command: Command, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *words = shlex.split(command.typed)
    assert "coffee-first" == program
    if command.window:
        # what a window shows is tested where the windows are; here, that there is such a verb and such a file
        assert (folder / words[1]).exists()
        words = [words[0], "--help"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), "COFFEE_FIRST_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-m", "game", *words], input="".join(f"{answer}\n" for answer in command.answers),
        capture_output=True, text=True, encoding="utf-8", env=environment, cwd=folder, timeout=120, check=False,
    )


def test_the_first_scenario_can_be_followed_to_the_letter(tmp_path: Path):
    """Each line that the guide tells to type is typed, each edit is made, and what it says is seen is seen."""
    done = 0
    for step in steps("first-scenario.md"):
        if isinstance(step, Edit):
            file = tmp_path / step.file
            text = file.read_text("utf-8")
            assert 1 == text.count(step.old), step.old
            file.write_text(text.replace(step.old, step.new), "utf-8")
            continue
        shown = run(step, tmp_path)
        told = shown.stdout + shown.stderr
        assert "Traceback" not in told
        assert step.fails == (shown.returncode != 0), f"{step.typed}\n{told}"
        at = 0
        for line in step.seen:
            place = line.replace("/", os.sep) if line.startswith("  ") else line
            assert place in told[at:], f"{step.typed}: {line!r} is not seen in\n{told}"
            at = told.index(place, at) + len(place)
        done += 1
    assert done > 15


def recipes() -> dict[str, str]:
    return {block.words[1]: block.body for block in blocks("cookbook.md") if block.words[:1] == ("whole",)}


PLAYED = {
    "second-chance": (("the-nephew", "my-mistake"), {"petra": 8 - 6 + 3}, "e-stop"),
    "rumour": (("past-him", "how-many-years"), {"edwin": 5 - 2, "ruth": 5 - 6 + 3}, "e-lunch"),
    "hub": (("to-olaf", "to-ines", "sit-down"), {"ines": 8, "olaf": 8}, "e-between"),
    "promise": (("tonight", "the-application"), {"hanna": 12 + 4 - 9}, "e-night"),
    "twist": (("two-lines", "answer-now"), {"carla": 15}, "e-play"),
    "earned": (("the-cups", "sunday"), {"milan": 6 + 7 - 12 + 5}, "e-door"),
}
"""By recipe: what is chosen, the balances at the end, in points, and the ending."""


@pytest.mark.parametrize("name", sorted(PLAYED))
def test_a_recipe_plays_as_its_page_says(name: str):
    """Copied out of the page, it has no fault and no warning, and does what it is there for."""
    reading = read_text(recipes()[name], file=Path(f"{name}.yaml"), art=art_in(resources.assets()))
    assert reading.scenario is not None
    assert () == reading.diagnostics
    choices, balances, ending = PLAYED[name]
    state = replay(Playthrough(reading.scenario, choices=choices))
    assert (balances, ending) == (dict(state.balances), state.scene)


def test_every_recipe_is_tried():
    """None stands on the page that nobody has played."""
    assert set(PLAYED) == set(recipes())


def test_who_has_nothing_to_mend_is_offered_no_mending():
    """The second chance is there for those who need it."""
    scenario = read_text(recipes()["second-chance"], file=Path("second-chance.yaml")).scenario
    assert scenario is not None
    from game.story import offered

    assert "my-mistake" not in offered(replay(Playthrough(scenario, choices=("the-book",))))


AROUND = """
coffee_first: 1
title: The coat
summary: Somebody has given a talk.
minutes: 1
you: {name: Jo Marsh, role: a listener, wants: to meet her}
people:
  anna: {name: Anna Berg, role: who gave the talk, capital: 5}
start: after-the-talk
scenes:
  after-the-talk:
    place: luncheon
    script: |
      She has one arm in her coat.
    choices:
"""
ENDINGS = """
  e-warm: {place: luncheon, script: She is on the train., ending: {title: The train, letter: She took the train, tone: mixed}}
  e-cool: {place: luncheon, script: She is gone., ending: {title: Gone, letter: She was gone, tone: cool}}
"""


def tempting(which: str) -> str:
    body = next(block.body for block in blocks("tempting-mistake.md") if block.words == ("choice", which))
    made = AROUND + "".join(f"      {line}\n" for line in body.splitlines()) + ENDINGS
    return made if "next: e-cool" in body else "".join(line for line in made.splitlines(True) if "e-cool" not in line)


def test_the_mistake_before_and_after():
    """Both can be played; rewritten, it is as long as the good answer, works at first, and is billed later."""
    before = read_text(tempting("before"), file=Path("before.yaml")).scenario
    after = read_text(tempting("after"), file=Path("after.yaml"))
    assert before is not None and after.scenario is not None
    assert () == after.diagnostics
    mistake, good = after.scenario.scenes["after-the-talk"].choices
    assert max(len(mistake.text), len(good.text)) / min(len(mistake.text), len(good.text)) < 1.35
    ledger = replay(Playthrough(after.scenario, choices=("the-three-names",))).ledger
    assert [(Kind.CHOICE, 1), (Kind.LATER, -9)] == [(entry.kind, entry.amount) for entry in ledger]


def test_every_page_that_is_named_is_there():
    """No link of the handbook leads nowhere."""
    for page in sorted(PAGES.glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+?)(?:#[\w-]+)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} names {target}"


def test_the_starter_is_without_a_fault_and_its_tests_pass():
    """What `coffee-first new` lays down is well."""
    from game.authoring import run_tests

    reading = read(resources.assets() / "starter", art=art_in(resources.assets()))
    assert reading.scenario is not None
    assert () == reading.diagnostics
    outcomes = run_tests(reading.scenario, resources.assets() / "starter")
    assert [True] * 4 == [outcome.passed for outcome in outcomes]
