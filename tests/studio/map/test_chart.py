"""What a scenario is as a graph."""

from game.story.analysis import analyse
from game.story.model import Ask, Branch
from game.studio.map.chart import Kind, Reach, chart
from tests.builders import at_least, choice, ending, later, scenario, scene, ways

STORY = scenario(
    scene("line", choice("greet", "coffee", capital={"leslie": 5}), choice("pounce", "end", capital={"leslie": -8}, later=[later("end", {"leslie": -2})])),
    scene("coffee", to="end"),
    scene("attic", to="end"),
    scene("vault", choice("open"), choice("leave")),
    ending("end"),
)


def test_the_best_path_is_the_play_that_scores_most():
    found = chart(STORY, analyse(STORY))
    assert ("line", "coffee", "end") == found.best_scenes
    assert ("line", "end") == found.worst_scenes
    assert {("line", "coffee"), ("coffee", "end")} == {(arrow.source, arrow.target) for arrow in found.arrows if arrow.best}


def test_scenes_are_numbered_as_the_story_goes_and_endings_come_last():
    found = chart(STORY, analyse(STORY))
    assert 1 == found.stops["line"].number
    assert Kind.ENDING is found.stops["end"].kind
    assert len(found.stops) == found.stops["end"].number


def test_a_scene_that_no_way_leads_to_is_told_with_and_without_an_analysis():
    """A trainer who forgot to link the attic sees it on the map at once."""
    for analysis in (None, analyse(STORY)):
        assert {"attic", "vault"} == {stop.scene for stop in chart(STORY, analysis).stops.values() if stop.reach is Reach.NEVER}


def test_a_way_behind_a_condition_that_never_holds_is_not_reached():
    story = scenario(
        scene("line", choice("go", "end"), choice("rich", "vault", when=at_least("leslie", 99))), scene("vault", to="end")
    )
    found = chart(story, analyse(story))
    assert Reach.NEVER is found.reach_of("rich")
    assert Reach.NEVER is found.stops["vault"].reach
    assert {("line", "vault"): Reach.NEVER} == {
        (arrow.source, arrow.target): arrow.reach for arrow in found.arrows if arrow.source == "line" and arrow.reach is not Reach.REACHED
    }


def test_the_way_of_an_ask_that_is_never_granted_is_not_reached():
    """Forty of an account with none in it: the road behind the yes is dotted."""
    ask = Ask("leslie", 40, Branch(next=ways("party")), Branch(next=ways("end")))
    story = scenario(scene("line", choice("ask", ask=ask), choice("wait")), scene("party", to="end"))
    found = chart(story, analyse(story))
    assert [("line", "party")] == [(arrow.source, arrow.target) for arrow in found.arrows if arrow.reach is Reach.NEVER and arrow.source == "line"]


def test_what_comes_later_is_a_thread_from_scene_to_scene():
    assert [("line", "end", ("pounce",))] == [
        (thread.source, thread.target, tuple(name for name, _ in thread.laters)) for thread in chart(STORY).threads
    ]
