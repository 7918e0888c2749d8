"""Design 4a, point by point: each was a hole that a prototype fell into."""

import pytest

from game.story.condition import ALWAYS, Happened, Not
from game.story.errors import ChoiceNotOffered, NothingOffered, PlayIsOver
from game.story.ledger import Kind, spent
from game.story.model import Ask, Branch
from game.story.playthrough import Way, offered, start
from game.story.vocabulary import Outcome
from tests.builders import amounts, at_least, choice, ending, later, played, promise, scenario, scene, script


def test_4a_1_an_ask_is_tested_before_the_entries_of_its_own_choice():
    """A compliment in the same breath does not pay for the favour."""
    ask = Ask("leslie", 10, Branch(), Branch())
    story = scenario(scene("line", choice("flatter", capital={"leslie": +9}, ask=ask)), capital={"leslie": 5})
    assert Outcome.REFUSED is played(story, "flatter").moments[0].outcome


def test_4a_1_a_balance_that_just_covers_the_cost_is_granted():
    """Ten covers ten."""
    story = scenario(scene("line", choice("ask", ask=Ask("leslie", 10, Branch(), Branch()))), capital={"leslie": 10})
    state = played(story, "ask")
    assert (Outcome.GRANTED, 0, 10) == (state.moments[0].outcome, state.capital("leslie"), spent(state.ledger))


def test_4a_1_the_cost_is_posted_then_the_choices_entries_then_those_of_its_outcome():
    """The ledger reads in the order in which it happened."""
    granted = Branch(capital=amounts({"leslie": +3}))
    one = choice("ask", capital={"leslie": +2}, ask=Ask("leslie", 4, granted, Branch()))
    state = played(scenario(scene("line", one), capital={"leslie": 9}), "ask")
    assert [-4, +2, +3] == [entry.amount for entry in state.ledger]
    assert [Kind.COST, Kind.CHOICE, Kind.CHOICE] == [entry.kind for entry in state.ledger]


def test_4a_1_a_choice_counts_as_made_from_its_own_way_on():
    """`chose.ID`, its flags and its entries can already be read by where it leads, and not by whether it is offered."""
    ways = (
        Way(Happened(("chose", "go")), "both"),
        Way(ALWAYS, "neither"),
    )
    story = scenario(scene("line", choice("go", ways, when=Not(Happened(("chose", "go"))))), ending("both"), ending("neither"))
    assert "both" == played(story, "go").scene


def test_4a_1_the_way_on_reads_the_entries_of_its_choice():
    """Whoever has just earned it goes the good way."""
    ways = (Way(at_least("leslie", 5), "warm"), Way(ALWAYS, "cool"))
    story = scenario(scene("line", choice("kind", ways, capital={"leslie": 5})), ending("warm"), ending("cool"))
    assert "warm" == played(story, "kind").scene


def test_4a_2_a_refusal_costs_what_the_author_wrote_and_no_more():
    """Nobody pays the price of a favour that was not done."""
    refused = Branch(capital=amounts({"leslie": -6}))
    story = scenario(scene("line", choice("ask", ask=Ask("leslie", 40, Branch(), refused))), capital={"leslie": 8})
    state = played(story, "ask")
    assert (2, 0) == (state.capital("leslie"), spent(state.ledger))


def test_4a_2_a_balance_may_fall_below_zero():
    """An account can be overdrawn; it is never rounded up to nothing."""
    story = scenario(scene("line", choice("insult", capital={"leslie": -30})), capital={"leslie": 8})
    assert -22 == played(story, "insult").capital("leslie")


def test_4a_3_what_was_deferred_is_posted_before_the_scene_asks_anything():
    """The damage has been done by the time the door opens."""
    bill = later("monday", {"leslie": -5})
    monday = scene("monday", to=(Way(at_least("leslie", 0), "warm"), Way(ALWAYS, "cool")))
    story = scenario(scene("line", choice("pounce", "monday", later=[bill])), monday, ending("warm"), ending("cool"))
    assert "cool" == played(story, "pounce").scene


def test_4a_3_what_was_deferred_is_posted_once_each_and_adds_up():
    """Two slights land together, and only on the first Monday."""
    line = scene("line", choice("one", "more", later=[later("monday", {"leslie": -5})]))
    more = scene("more", choice("two", "monday", later=[later("monday", {"leslie": -7}), later("end", {"leslie": 1})]))
    monday = scene("monday", choice("again", "monday", once=True), choice("leave"))
    state = played(scenario(line, more, monday), "one", "two", "again", "leave")
    assert [(-5, 2, "monday"), (-7, 2, "monday"), (1, 4, "end")] == [
        (entry.amount, entry.posted, entry.scene) for entry in state.ledger
    ]


def test_4a_3_what_never_came_to_light_is_dropped_and_told():
    """The ending knows what nobody found out."""
    line = scene("line", choice("pounce", later=[later("monday", {"leslie": -5}, "She told Priya.")]))
    state = played(scenario(line, scene("monday", choice("leave"))), "pounce")
    assert ((), ["She told Priya."]) == (state.ledger, [pending.later.because for pending in state.unseen])


def test_4a_3_an_entry_deferred_to_the_scene_it_was_caused_in_waits_for_the_next_visit():
    """A circle brings it home."""
    line = scene("line", choice("grumble", "line", once=True, later=[later("line", {"leslie": -2})]), choice("leave"))
    state = played(scenario(line), "grumble")
    assert [-2] == [entry.amount for entry in state.ledger]


def test_4a_4_a_promise_kept_costs_nothing():
    """A word that was kept posts what the keeping posts."""
    line = scene("line", choice("yes", "home", promise=promise("letter", "leslie", {"leslie": -9})))
    story = scenario(line, scene("home", choice("write", keeps="letter", capital={"leslie": 4}), choice("sleep")))
    state = played(story, "yes", "write")
    assert (4, 1) == (state.capital("leslie"), state.words["letter"].kept_at)


def test_4a_4_a_promise_found_open_at_the_ending_is_broken():
    """A cheap yes has a price."""
    line = scene("line", choice("yes", "home", promise=promise("letter", "leslie", {"leslie": -9})))
    story = scenario(line, scene("home", choice("write", keeps="letter"), choice("sleep")))
    state = played(story, "yes", "sleep")
    assert [(Kind.BROKEN, -9, 0)] == [(entry.kind, entry.amount, entry.moment) for entry in state.ledger]


def test_4a_4_a_promise_may_be_given_only_if_the_ask_is_granted():
    """Nobody owes thanks for a no."""
    ask = Ask("leslie", 5, Branch(promise=promise("thanks", "leslie", {"leslie": -4})), Branch())
    line = scene("line", choice("ask", ask=ask))
    assert {"thanks"} == set(played(scenario(line, capital={"leslie": 5}), "ask").words)
    assert set() == set(played(scenario(line, capital={"leslie": 4}), "ask").words)


def test_4a_4_a_choice_and_its_outcome_may_each_give_a_promise():
    """Both words count; neither is lost behind the other."""
    ask = Ask("leslie", 5, Branch(promise=promise("thanks", "leslie", {"leslie": -4})), Branch())
    line = scene("line", choice("ask", ask=ask, promise=promise("letter", "leslie", {"leslie": -1})))
    state = played(scenario(line, capital={"leslie": 5}), "ask")
    assert (["letter", "thanks"], 5 - 5 - 4 - 1) == (list(state.words), state.capital("leslie"))


def test_4a_4_keeping_a_promise_that_was_never_given_keeps_nothing():
    """`kept.letter` is true only of a word that was given."""
    ways = (Way(Happened(("kept", "letter")), "kept"), Way(ALWAYS, "not"))
    line = scene("line", choice("write", ways, keeps="letter"), choice("yes", promise=promise("letter", "leslie", {})))
    assert "not" == played(scenario(line, ending("kept"), ending("not"), ending("end")), "write").scene


def test_4a_5_a_reaction_is_the_choices_script_and_then_its_outcomes():
    """First the face that everybody sees, then the answer."""
    ask = Ask("leslie", 50, Branch(script("Yes.")), Branch(script("No.")))
    state = played(scenario(scene("line", choice("ask", script="She looks up.", ask=ask))), "ask")
    assert ["She looks up.", "No."] == [paragraph.text for paragraph in state.moments[0].reaction]


def test_4a_5_an_outcomes_way_on_goes_before_its_choices():
    """A yes opens another door."""
    ask = Ask("leslie", 5, Branch(next=(Way(ALWAYS, "inside"),)), Branch())
    line = scene("line", choice("ask", "outside", ask=ask))
    assert "inside" == played(scenario(line, ending("inside"), ending("outside"), capital={"leslie": 5}), "ask").scene
    assert "outside" == played(scenario(line, ending("inside"), ending("outside"), capital={"leslie": 4}), "ask").scene


def test_4a_5_a_part_of_a_script_is_told_where_its_condition_holds():
    """Leslie mentions it only if it happened."""
    told = (*script("She waves."), *script("She has heard.", Happened(("chose", "pounce"))))
    story = scenario(scene("line", choice("pounce", "monday"), choice("wave", "monday")), ending("monday", script=told))
    assert ["She waves.", "She has heard."] == [p.text for p in played(story, "pounce").arrivals[-1].paragraphs]
    assert ["She waves."] == [paragraph.text for paragraph in played(story, "wave").arrivals[-1].paragraphs]


def test_4a_5_a_scene_without_choices_is_passed_through():
    """Its script is told on the way."""
    story = scenario(scene("line", choice("go", "street")), scene("street", to="home"), scene("home", choice("sleep")))
    assert ["street", "home"] == [arrival.scene for arrival in played(story, "go").arrivals]


def test_4a_6_a_once_choice_is_offered_once():
    """Whom do you talk to next? Not to the same person again."""
    story = scenario(scene("room", choice("talk", "room", once=True), choice("leave")))
    assert (["talk", "leave"], ["leave"]) == (list(offered(start(story))), list(offered(played(story, "talk"))))


def test_4a_7_a_state_without_an_available_choice_is_said_to_be_one():
    """The play cannot go on, and says so instead of hanging."""
    story = scenario(scene("line", choice("wait", "line", once=True)))
    with pytest.raises(NothingOffered, match="'line' offers nothing"):
        played(story, "wait", "wait")


def test_4a_9_nothing_can_be_chosen_after_the_ending():
    """The column has gone to press."""
    with pytest.raises(PlayIsOver, match="'more' comes after the ending 'end'"):
        played(scenario(scene("line", choice("go"))), "go", "more")


def test_4a_10_a_choice_whose_condition_does_not_hold_is_not_offered():
    """The message says what would have been."""
    line = scene("line", choice("dear", when=at_least("leslie", 9)), choice("plain"))
    with pytest.raises(ChoiceNotOffered, match="'dear' is not offered in 'line'; offered: plain"):
        played(scenario(line), "dear")
