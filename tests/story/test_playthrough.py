"""Whatever is computed from a list of choices is computed from the list alone."""

from hypothesis import given, settings

from game.story.ledger import total, with_person
from game.story.playthrough import Playthrough, offered, replay, replay_as_far_as_it_holds, start, step
from tests.builders import choice, playthroughs, scenario, scene


@settings(max_examples=150)
@given(playthroughs())
def test_the_ledger_adds_up(play: Playthrough):
    """A person's capital is what it was at the start plus each entry, on any path of any scenario."""
    state = replay(play)
    for person in play.scenario.accounts:
        assert person.capital + total(with_person(state.ledger, person.id)) == state.capital(person.id)


@settings(max_examples=60)
@given(playthroughs())
def test_a_playthrough_replays_equal(play: Playthrough):
    """The same list is the same state, to the last word."""
    state = replay(play)
    assert (state, play.choices) == (replay(play), state.choices)


@settings(max_examples=60)
@given(playthroughs())
def test_back_and_forth_is_the_same_state(play: Playthrough):
    """Whoever takes a choice back and makes it again stands where they stood."""
    state = replay(play)
    if play.choices:
        before = replay(Playthrough(play.scenario, play.seed, play.choices[:-1]))
        assert state == step(before, play.choices[-1])


@settings(max_examples=60)
@given(playthroughs())
def test_each_entry_says_when_it_was_caused_and_when_it_came_to_light(play: Playthrough):
    """No entry comes to light before its choice, and none before the entry that stands above it."""
    state = replay(play)
    shown = [entry.posted for entry in state.ledger]
    assert sorted(shown) == shown
    for entry in state.ledger:
        assert 0 <= entry.moment < entry.posted <= len(state.moments)
        assert entry.choice == state.moments[entry.moment].choice.id
        assert entry.amount != 0


@settings(max_examples=60)
@given(playthroughs())
def test_a_state_offers_only_choices_of_its_scene(play: Playthrough):
    """And none once the play is over."""
    state = replay(play)
    assert set(offered(state)) <= {one.id for one in state.here.choices}
    assert not (state.over and offered(state))


def test_a_save_of_an_older_text_replays_as_far_as_it_holds():
    """The author has since taken a choice out: the play goes on from before it."""
    story = scenario(scene("line", choice("wave", "street")), scene("street", choice("leave")))
    assert ("wave",) == replay_as_far_as_it_holds(Playthrough(story, choices=("wave", "shout", "leave"))).choices


def test_the_opening_is_told_before_the_first_choice():
    """A story may begin with scenes that only tell."""
    state = start(scenario(scene("dawn", to="line"), scene("line", choice("wave"))))
    assert (["dawn", "line"], "line") == ([arrival.scene for arrival in state.opening], state.scene)
