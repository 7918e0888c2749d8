"""Coverage: what no test of a scenario touches, and where it stands."""

from __future__ import annotations

from pathlib import Path

from game.authoring import read_text
from game.story.analysis import analyse
from game.story.condition import Happened
from game.story.model import Ask, Branch, Narration, Part
from game.studio.coverage import Thing, coverage
from tests.builders import choice, ending, promise, scenario, scene

TOLD = (Part(Happened(("chose", "wave")), (Narration("She nods."),)), Part(Happened(("chose", "hide")), (Narration("She nods."),)))
STORY = scenario(
    scene("door", choice("wave", "hall", capital={"leslie": 5}), choice("hide", "hall", promise=promise("call", "leslie", {}))),
    scene("hall", choice("sign", "end", ask=Ask("leslie", 4, Branch(), Branch())), choice("go", "sad"), script=TOLD),
    ending("end"), ending("sad"),
)


def untouched(*plays: tuple[str, ...], **more) -> list[tuple[str, str]]:
    """Return the kinds and names of what these plays do not touch."""
    return [(spot.thing.value, spot.name) for spot in coverage(STORY, plays, **more).untouched]


def test_what_a_play_passes_is_touched():
    """One test shows one side of everything; of two paragraphs alike only the one that was told counts."""
    found = coverage(STORY, [("wave", "sign")])
    assert [("choice", "go"), ("choice", "hide"), ("line", "hall   1"), ("outcome", "call broken"), ("outcome", "call kept"),
            ("outcome", "sign refused"), ("scene", "sad")] == sorted((spot.thing.value, spot.name) for spot in found.untouched)  # fmt: skip
    assert ((Thing.SCENE, 3, 4), (Thing.CHOICE, 2, 4), (Thing.LINE, 1, 2), (Thing.OUTCOME, 1, 4)) == found.counts
    assert 50 == found.percent


def test_a_test_that_goes_wrong_touches_what_it_came_to():
    """A play is followed as far as it holds."""
    assert ("choice", "wave") not in untouched(("wave", "nonsense"))


def test_all_is_touched_only_where_nothing_is_left():
    """A hundred means a hundred."""
    plays = [("wave", "sign"), ("hide", "sign"), ("hide", "go")]
    assert [("outcome", "call kept")] == untouched(*plays)
    assert 92 == coverage(STORY, plays).percent


def test_what_no_play_can_reach_is_not_asked_of_the_tests():
    """An ask that is never granted, as in many stories, does not spoil the figure."""
    story = scenario(scene("door", choice("pounce", "end", ask=Ask("leslie", 40, Branch(), Branch()))))
    assert 100 == coverage(story, [("pounce",)], analysis=analyse(story)).percent
    assert 80 == coverage(story, [("pounce",)]).percent


def test_each_thing_is_named_with_its_line():
    """I jump to the line that no test reads."""
    text = (Path(__file__).parents[1] / "authoring" / "cases" / "all_is_well.yaml").read_text("utf-8").replace(
        'script: "leslie (slow): Do you have a pen?"', "script: [{when: chose.pounce, text: A pen.}]"
    )
    story = read_text(text, file=Path("x.yaml")).scenario
    assert story is not None
    found = coverage(story, [("ask-about-maya",)], text=text)
    assert [
        (28, "choice", "pounce"), (28, "outcome", "pounce granted"), (28, "outcome", "pounce refused"),
        (33, "line", "when chose.pounce: A pen."), (58, "scene", "e-alone"),
    ] == [(spot.line, spot.thing.value, spot.name) for spot in found.untouched]  # fmt: skip
