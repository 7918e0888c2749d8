"""What a player is shown follows from the play alone, and shows all of it once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from game.stage.beats import beats, longest
from game.stage.views import (
    AccountBeat,
    BillBeat,
    Columnist,
    EndingBeat,
    PromiseBeat,
    ReactionBeat,
    SceneBeat,
    options,
)
from game.story.model import Ask, Branch
from game.story.playthrough import Playthrough, offered, replay, start
from tests.builders import amounts, choice, ending, later, played, playthroughs, promise, scenario, scene

EACH, END = Columnist.AFTER_EACH_CHOICE, Columnist.AT_THE_END


def kinds(story, *choices, columnist=EACH):
    return [type(beat) for beat in beats(played(story, *choices), columnist)]


POUNCE = scenario(
    scene(
        "bakery",
        choice("pounce", "monday", breaks="time-and-place", capital={"leslie": -2}, script="Her hand leaves your sleeve.",
               later=[later("monday", {"leslie": -12}, "She told Priya.")]),
        choice("wave", "monday", honours="time-and-place", capital={"leslie": 3}),
    ),
    scene("monday", choice("write", "end", capital={"leslie": 4}), choice("sulk", "end")),
    capital={"leslie": 8},
)


def test_the_person_reacts_before_the_account_changes():
    """First her hand leaves your sleeve; only then a figure; then Monday, and its bill beside Saturday's words."""
    assert [ReactionBeat, AccountBeat, SceneBeat, BillBeat, SceneBeat] == kinds(POUNCE, "pounce")


def test_the_note_of_a_break_waits_for_its_bill():
    """The columnist says nothing while the damage is still silent, and speaks where it shows."""
    shown = beats(played(POUNCE, "pounce"), EACH)
    account = next(beat for beat in shown if isinstance(beat, AccountBeat))
    bill = next(beat for beat in shown if isinstance(beat, BillBeat))
    assert ("", "") == (account.note, account.principle)
    assert "About pounce." == bill.note


def test_a_bill_names_the_moment_that_caused_it():
    """The screen connects Monday's loss to what was said on Saturday."""
    bill = next(beat for beat in beats(played(POUNCE, "pounce"), EACH) if isinstance(beat, BillBeat))
    assert ("bakery", "“Say pounce.”", ("She told Priya.",)) == (bill.cause.scene, bill.said, bill.because)
    assert [(6, -6)] == [(change.before, change.after) for change in bill.changes]


def test_a_note_with_nothing_to_come_is_read_at_once():
    """After an honest wave she speaks in the margin of the same page."""
    account = next(beat for beat in beats(played(POUNCE, "wave"), EACH) if isinstance(beat, AccountBeat))
    assert ("About wave.", True, "Time and place") == (account.note, account.honoured, account.principle)


def test_at_the_end_the_ledger_stays_shut():
    """Who wants to play as in life sees faces and consequences, and no figure before the column."""
    shown = beats(played(POUNCE, "pounce"), END)
    assert [ReactionBeat, SceneBeat, BillBeat, SceneBeat] == [type(beat) for beat in shown]
    bill = next(beat for beat in shown if isinstance(beat, BillBeat))
    assert (False, "") == (bill.figures, bill.note)


def test_an_ask_shows_what_was_held_before_it_was_paid():
    """The trough shows the balance that the ask was tested against."""
    story = scenario(
        scene("list", choice("ask", "end", ask=Ask("leslie", 40, Branch(), Branch(capital=amounts({"leslie": -6}))))),
        capital={"leslie": 9},
    )
    account = next(beat for beat in beats(played(story, "ask"), EACH) if isinstance(beat, AccountBeat))
    assert account.ask is not None
    assert (False, 40, 9) == (account.ask.granted, account.ask.cost, account.ask.held)
    assert [(9, 3)] == [(change.before, change.after) for change in account.changes]


def test_a_promise_kept_and_one_left_open_get_a_page_each():
    """A cheap yes has a page when it is kept, and a page at the ending when it is not."""
    story = scenario(
        scene("vote", choice("may-i-write", "monday", promise=promise("letter", "leslie", {"leslie": -8}))),
        scene("monday", choice("write", "end", keeps="letter", capital={"leslie": 8}), choice("rest", "end")),
        ending(),
        capital={"leslie": 8},
    )
    kept = next(beat for beat in beats(played(story, "may-i-write", "write"), EACH) if isinstance(beat, PromiseBeat))
    broken = next(beat for beat in beats(played(story, "may-i-write", "rest"), EACH) if isinstance(beat, PromiseBeat))
    assert (True, 8) == (kept.kept, kept.changes[0].amount)
    assert (False, -8, "letter never came.") == (broken.kept, broken.changes[0].amount, broken.because)


def test_choices_are_shuffled_by_the_seed_and_by_nothing_else():
    """The same seed shows the same order on every machine; other seeds show others."""
    story = scenario(scene("line", *(choice(name, "end") for name in ("a", "b", "c", "d"))))
    orders = [tuple(option.id for option in options(start(story), seed)) for seed in range(40)]
    assert orders == [tuple(option.id for option in options(start(story), seed)) for seed in range(40)]
    assert len(set(orders)) > 8
    assert {name for order in orders for name in order[:1]} == {"a", "b", "c", "d"}


@settings(max_examples=150, deadline=None)
@given(playthroughs())
def test_the_last_page_offers_what_the_story_offers(play: Playthrough):
    """On any play of any scenario the pages lead to the choices that may be made now, or to the ending."""
    state = replay(play)
    last = beats(state, EACH, play.seed)[-1]
    if state.over:
        assert isinstance(last, EndingBeat)
    else:
        assert isinstance(last, SceneBeat)
        assert set(offered(state)) == {option.id for option in last.options}


@settings(max_examples=150, deadline=None)
@given(playthroughs())
def test_every_entry_is_shown_once_and_where_it_came_to_light(play: Playthrough):
    """The changes on the pages after each choice add up to what the ledger posted since the choice before."""
    for length in range(len(play.choices) + 1):
        state = replay(Playthrough(play.scenario, play.seed, play.choices[:length]))
        expected: Counter[str] = Counter()
        for entry in state.ledger:
            if entry.posted == length:
                expected[entry.person] += entry.amount
        shown: Counter[str] = Counter()
        for beat in beats(state, EACH, play.seed):
            for change in getattr(beat, "changes", ()):
                shown[change.who.id] += change.amount
        assert {k: v for k, v in expected.items() if v} == {k: v for k, v in shown.items() if v}


@settings(max_examples=100, deadline=None)
@given(playthroughs())
def test_a_balance_on_a_page_is_the_balance_then(play: Playthrough):
    """Before plus amount is after, and the last change of a person is their capital now."""
    state = replay(play)
    latest = {}
    for beat in beats(state, EACH, play.seed):
        for change in getattr(beat, "changes", ()):
            latest[change.who.id] = change.after
            assert change.who.capital is not None
    assert latest == {person: state.capital(person) for person in latest}


def test_a_story_of_thousands_of_scenes_has_a_length():
    """A trainer's long chain is counted without running out of stack."""
    chain = [scene(f"s{n}", choice(f"c{n}", f"s{n + 1}" if n < 2999 else "end")) for n in range(3000)]
    assert 3000 == longest(scenario(*chain))


def test_a_way_back_counts_no_scene_twice():
    """A hub that is left and entered again is one moment of the length, not endless ones."""
    story = scenario(
        scene("hub", choice("look", "hub", once=True), choice("talk", "side", once=True), choice("go", "end")),
        scene("side", choice("back", "hub")),
    )
    assert 2 == longest(story)
