"""The shorter play for a room."""

from game.story.analysis import analyse
from game.story.condition import ALWAYS
from game.story.cut import cut
from game.story.model import Bridge, Cut, Way
from game.story.playthrough import start
from tests.builders import choice, later, played, scenario, scene, script

LONG = scenario(
    scene("dawn", choice("rise", "line")),
    scene("line", choice("pounce", "monday", later=[later("monday", {"leslie": -5})]), choice("wave", "monday")),
    scene("monday", choice("sulk", "friday"), choice("call", "friday")),
    scene("friday", choice("thank", "end", capital={"leslie": 2})),
    cut=Cut(45, ("line", "friday"), {"monday": Bridge(script("Monday came."), (Way(ALWAYS, "friday"),))}),
)


def test_it_starts_at_its_first_moment_and_passes_over_the_bridges():
    """The room hears one sentence, and plays on."""
    state = played(cut(LONG), "wave")
    assert (["monday", "friday"], ["Monday came."]) == (
        [arrival.scene for arrival in state.arrivals],
        [paragraph.text for paragraph in state.arrivals[0].paragraphs],
    )


def test_what_was_deferred_to_a_bridged_scene_still_lands_there():
    """The bill does not care whether Monday is played."""
    assert -5 == played(cut(LONG), "pounce").capital("leslie")


def test_it_is_a_scenario_by_itself():
    """With its own name, its own length and its own best."""
    short = cut(LONG)
    assert ("small:cut", 45, "line", None) == (short.id, short.minutes, start(short).scene, short.cut)
    assert (-3, 2) == (analyse(short).worst.total, analyse(short).best.total)
    assert "dawn" not in short.scenes


def test_a_scenario_without_a_cut_is_its_own():
    """Short stories need none."""
    whole = scenario(scene("line", choice("go")))
    assert whole == cut(whole)
